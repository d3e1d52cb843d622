//! Editions of small weeks to try sheets on; only in tests.

use geo::Coord;

use super::Sheet;
use crate::export::formats::Edition;
use crate::export::itinerary::{Itinerary, Selection};
use crate::export::trial::nothing_read;
use crate::kpi::Facts;
use crate::model::{Plan, Problem};
use crate::roads::{RoadNetwork, TruckProfile, straight_road};
use crate::text::{Language, Text};

/// Hands the edition of a plan, on a single road, to a test.
pub fn with_edition(problem: &Problem, plan: &Plan, language: Language, test: impl FnOnce(&Edition)) {
    let (facts, text, dataset) = (Facts::new(problem, plan), Text::new(language), nothing_read());
    let truck = TruckProfile { lane_width_m: 3.0, gross_weight_kg: 11_000, speed_factor: 1.0, max_speed_kmh: None };
    let places: Vec<Coord<f64>> = problem.locations.iter().map(|location| Coord { x: location.longitude, y: location.latitude }).collect();
    let network = RoadNetwork::new(vec![straight_road("L1", &[(105.70, 21.70), (105.74, 21.71)])], &places, &[truck]);
    let itinerary = Itinerary::new(&dataset, &network, &facts, None);
    let selection = Selection::default();
    test(&Edition { itinerary: &itinerary, selection, text: &text, dataset: &dataset, network: &network, facts: &facts });
}

/// The sheets of all truck-days of a plan.
pub fn sheets_of(problem: &Problem, plan: &Plan, language: Language) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    with_edition(problem, plan, language, |edition| sheets = edition.truck_days().map(|one| Sheet::new(edition, one)).collect());
    sheets
}

/// A week with one truck-day of 60 stops with long names and four unloads, spread along the road.
pub fn long_day() -> (Problem, Plan) {
    use crate::model::testing::{FIRST_POINT, at, district, plan};
    let mut problem = district(60, 1);
    for (i, point) in problem.points.iter_mut().enumerate() {
        point.name = format!("Tổ dân phố Nguyễn Thị Minh Khai {i} – ngõ 123/45 (sau “Nhà văn hoá” & chợ <cũ>), cạnh trạm y tế xã");
    }
    for (i, location) in problem.locations.iter_mut().enumerate().skip(FIRST_POINT) {
        location.longitude += 0.0006 * (i - FIRST_POINT) as f64;
        location.latitude += 0.00015 * (i - FIRST_POINT) as f64;
    }
    let points: Vec<usize> = (0..60).collect();
    let trips: Vec<(&[usize], Option<usize>)> = points.chunks(15).enumerate().map(|(i, points)| (points, Some(i % 2))).collect();
    let plan = plan(&problem, &[(0, 0, at(4, 0), &trips)]);
    (problem, plan)
}
