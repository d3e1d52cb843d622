//! Puts depots, facilities and points on the roads and finds the ways between them.

use geo::Coord;

use super::access::check_access;
use crate::dataset::Dataset;
use crate::fault::{Fault, Faults, Place};
use crate::matrix;
use crate::model::Ground;
use crate::roads::{RoadNetwork, TruckProfile, group_profiles};
use crate::scenario::World;

/// A place farther from the nearest road that a truck may take than this is probably not where it should be.
const FAR_M: f64 = 200.0;
/// A place farther from the nearest road that a truck may take than this can't be driven to.
const TOO_FAR_M: f64 = 1_000.0;

/// The road graph with every place of the district on it, and the travel tables of each truck profile of the whole fleet.
///
/// Records places far from any road, and those that no truck reaches and leaves.
pub(super) fn survey(world: &World, faults: &mut Faults) -> (RoadNetwork, Ground) {
    let dataset = &world.dataset;
    let lines: Vec<_> = dataset.roads.iter().map(|line| line.value.clone()).collect();
    let trucks: Vec<TruckProfile> = dataset
        .trucks
        .iter()
        .map(|row| TruckProfile {
            lane_width_m: row.value.min_lane_width_m,
            gross_weight_kg: row.value.gross_weight_kg,
            speed_factor: dataset.settings.waste.speed_factor,
            max_speed_kmh: row.value.max_speed_kmh,
        })
        .collect();
    let (profiles, profile_of_truck) = group_profiles(&lines, &trucks);
    let places = places(dataset);
    let positions: Vec<Coord<f64>> = places.iter().map(|place| place.position).collect();
    let network = RoadNetwork::of_changed(lines, &world.usual_roads, &positions, &profiles);
    let matrices = profiles.iter().map(|profile| matrix::compute(&network, profile)).collect();
    let ground = Ground { matrices, profile_of_truck };
    for (index, place) in places.iter().enumerate() {
        check_distance(place, network.anchor(index).distance_m, faults);
    }
    check_access(dataset, &places, &ground, faults);
    (network, ground)
}

/// A depot, facility or point of the files.
pub(super) struct Site {
    pub id: String,
    position: Coord<f64>,
    /// Where its position stands in the files.
    pub place: Place,
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Depot,
    Facility,
    Point,
}

impl Kind {
    /// What the catalogue calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Depot => "depot",
            Self::Facility => "facility",
            Self::Point => "point",
        }
    }

    fn far_code(self) -> &'static str {
        match self {
            Self::Depot => "depot-far-from-road",
            Self::Facility => "facility-far-from-road",
            Self::Point => "point-far-from-road",
        }
    }
}

/// Every site in the order of the problem's locations.
fn places(dataset: &Dataset) -> Vec<Site> {
    let depots = dataset.depots.iter().map(|row| site(&row.value.id, row.value.position, row.field("lon"), Kind::Depot));
    let facilities = dataset.facilities.iter().map(|row| site(&row.value.id, row.value.position, row.field("lon"), Kind::Facility));
    let points = dataset.points.iter().map(|row| site(&row.value.id, row.value.position, row.field("lon"), Kind::Point));
    depots.chain(facilities).chain(points).collect()
}

fn site(id: &str, position: Coord<f64>, place: Place, kind: Kind) -> Site {
    Site { id: id.to_owned(), position, place, kind }
}

fn check_distance(site: &Site, distance_m: f64, faults: &mut Faults) {
    if distance_m <= FAR_M {
        return;
    }
    let code = site.kind.far_code();
    let fault = if distance_m > TOO_FAR_M { Fault::error(code, site.place.clone()) } else { Fault::warning(code, site.place.clone()) };
    let metres = if distance_m.is_finite() { distance_m.round() as i64 } else { i64::from(u32::MAX) };
    faults.push(fault.with(site.kind.name(), site.id.as_str()).with("metres", metres));
}
