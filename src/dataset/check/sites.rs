//! Where things lie and when they are open.

use geo::{Contains, Coord, Distance, Euclidean, Haversine, MapCoords, MultiPolygon, Point};

use crate::dataset::read::Draft;
use crate::dataset::{FacilityKind, FacilityRow, MOST_FACILITIES, OpeningHours};
use crate::fault::{Fault, Faults, Place};
use crate::geometry::coordinate;
use crate::table::{Located, write_clock};
use crate::text::Argument;

/// A position further than this from the middle of all others is no part of the district.
const FAR_M: f64 = 300_000.0;
/// A point may lie so far outside its commune: outlines are generalised.
const OUTLINE_TOLERANCE_M: f64 = 300.0;
/// Metres of a degree of latitude.
const M_PER_DEGREE: f64 = 111_195.0;

pub(super) fn positions_are_near_each_other(draft: &Draft, faults: &mut Faults) {
    let points = draft.points.sound().map(|row| (row.value.position, row.field("lon")));
    let depots = draft.depots.sound().map(|row| (row.value.position, row.field("lon")));
    let facilities = draft.facilities.sound().map(|row| (row.value.position, row.field("lon")));
    let roads = draft.roads.sound().flat_map(|row| row.value.course.0.iter().map(move |position| (*position, row)));
    let outlines = draft.communes.sound().flat_map(|row| vertices(&row.value.outline).map(move |position| (position, row)));
    let sites: Vec<(Coord<f64>, Place)> = points.chain(depots).chain(facilities).collect();
    let roads: Vec<_> = roads.collect();
    let outlines: Vec<_> = outlines.collect();
    let all = || sites.iter().map(|(position, _)| *position).chain(roads.iter().map(|(position, _)| *position));
    let all = || all().chain(outlines.iter().map(|(position, _)| *position));
    let Some(middle) = median(all().map(|position| position.x)).zip(median(all().map(|position| position.y))) else { return };
    let middle = Coord { x: middle.0, y: middle.1 };

    for (position, place) in &sites {
        check_near(*position, middle, || place.clone(), faults);
    }
    // One vertex for each road or outline is enough.
    let mut last = None;
    for (position, row) in roads.iter().filter(|(position, _)| is_far(*position, middle)) {
        if last.replace(row.place()) != Some(row.place()) {
            check_near(*position, middle, || row.place(), faults);
        }
    }
    for (position, row) in outlines.iter().filter(|(position, _)| is_far(*position, middle)) {
        if last.replace(row.place()) != Some(row.place()) {
            check_near(*position, middle, || row.place(), faults);
        }
    }
}

pub(super) fn points_lie_in_their_communes(draft: &Draft, faults: &mut Faults) {
    for row in draft.points.sound() {
        let point = &row.value;
        let Some(commune) = draft.communes.sound().find(|commune| commune.value.code == point.commune_code) else { continue };
        let metres = metres_outside(point.position, &commune.value.outline);
        // Far away it has another fault.
        if metres == 0.0 || metres > FAR_M {
            continue;
        }
        let inside = draft.communes.sound().find(|other| other.value.outline.contains(&Point::from(point.position)));
        let fault = match metres > OUTLINE_TOLERANCE_M {
            true => Fault::error("point-outside-commune", row.field("lon")),
            false => Fault::warning("point-near-outline", row.field("lon")),
        };
        let fault = fault.with("point", point.id.clone()).with("commune", commune.value.name.clone());
        let fault = fault.with("metres", Argument::Number(metres, 0));
        let (code, name) = inside.map_or((crate::fault::NO_SUGGESTION, ""), |inside| (&inside.value.code, &inside.value.name));
        faults.push(fault.with("suggestion", code).with("suggestion_name", name));
    }
}

pub(super) fn facilities_can_be_used(draft: &Draft, faults: &mut Faults) {
    for row in draft.facilities.sound() {
        let named = |fault: Fault| fault.with("facility", row.value.id.clone()).with("name", row.value.name.clone());
        if row.value.bays == 0 {
            faults.push(named(Fault::error("facility-without-bays", row.field("bays"))));
        }
        if row.value.open.days == 0 {
            faults.push(named(Fault::error("facility-never-open", row.field("open_days"))));
        }
        if row.value.accept_max_t_per_day == Some(0.0) {
            faults.push(named(Fault::error("facility-accepts-nothing", row.field("accept_max_t_per_day"))));
        }
        match row.value.kind {
            FacilityKind::Incinerator => check_furnace(row, faults),
            FacilityKind::Landfill => {
                let figures = [
                    ("burn_kg_per_hour", row.value.burn_kg_per_hour.is_some()),
                    ("burn_hours_per_day", row.value.burn_hours_per_day.is_some()),
                    ("burn_days", row.value.burn_days.is_some()),
                ];
                for (field, _) in figures.iter().filter(|(_, is_given)| *is_given) {
                    faults.push(named(Fault::warning("landfill-with-furnace", row.field(field))).with("field", *field));
                }
            }
        }
    }
}

pub(super) fn facilities_are_not_too_many(draft: &Draft, faults: &mut Faults) {
    let found = draft.facilities.sound().count();
    if let Some(row) = draft.facilities.sound().nth(MOST_FACILITIES) {
        faults.push(Fault::error("facilities-too-many", row.field("id")).with("found", found).with("most", MOST_FACILITIES));
    }
}

pub(super) fn hours_are_in_order(draft: &Draft, faults: &mut Faults) {
    for row in draft.facilities.sound() {
        check_hours(&row.value.open, &row.value.id, row.field("open_to"), faults);
    }
    for row in draft.depots.sound() {
        check_hours(&row.value.open, &row.value.id, row.field("open_to"), faults);
        if row.value.open.days == 0 {
            let fault = Fault::error("facility-never-open", row.field("open_days"));
            faults.push(fault.with("facility", row.value.id.clone()).with("name", row.value.name.clone()));
        }
    }
}

fn check_furnace(row: &Located<FacilityRow>, faults: &mut Faults) {
    let figures = [
        ("burn_kg_per_hour", row.value.burn_kg_per_hour),
        ("burn_hours_per_day", row.value.burn_hours_per_day),
        ("yard_capacity_t", row.value.yard_capacity_t),
    ];
    for (field, figure) in figures {
        let code = match figure {
            None => "furnace-figure-missing",
            Some(0.0) => "furnace-never-burns",
            Some(_) => continue,
        };
        let fault = Fault::error(code, row.field(field)).with("field", field);
        faults.push(fault.with("facility", row.value.id.clone()).with("name", row.value.name.clone()));
    }
}

fn check_hours(open: &OpeningHours, id: &str, place: Place, faults: &mut Faults) {
    if open.to <= open.from {
        let fault = Fault::error("hours-end-before-start", place).with("site", id);
        faults.push(fault.with("from", write_clock(open.from)).with("to", write_clock(open.to)));
    }
}

fn check_near(position: Coord<f64>, middle: Coord<f64>, place: impl Fn() -> Place, faults: &mut Faults) {
    if !is_far(position, middle) {
        return;
    }
    let swapped = Coord { x: position.y, y: position.x };
    let code = match swapped.y.abs() <= 90.0 && !is_far(swapped, middle) {
        true => "position-swapped",
        false => "position-far",
    };
    let fault = Fault::error(code, place()).with("lon", coordinate(position.x)).with("lat", coordinate(position.y));
    faults.push(fault.with("km", Argument::Number(distance(position, middle) / 1000.0, 0)));
}

fn is_far(position: Coord<f64>, middle: Coord<f64>) -> bool {
    distance(position, middle) > FAR_M
}

fn distance(a: Coord<f64>, b: Coord<f64>) -> f64 {
    Haversine.distance(Point::from(a), Point::from(b))
}

fn vertices(outline: &MultiPolygon<f64>) -> impl Iterator<Item = Coord<f64>> + '_ {
    outline.0.iter().flat_map(|polygon| polygon.exterior().0.iter().copied())
}

fn median(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

/// How far a position lies outside an outline, in metres; on a plane that touches the earth there.
fn metres_outside(position: Coord<f64>, outline: &MultiPolygon<f64>) -> f64 {
    let squeeze = position.y.to_radians().cos();
    let plane = |coord: Coord<f64>| Coord { x: (coord.x - position.x) * squeeze * M_PER_DEGREE, y: (coord.y - position.y) * M_PER_DEGREE };
    let outline = outline.map_coords(plane);
    Euclidean.distance(&Point::new(0.0, 0.0), &outline)
}
