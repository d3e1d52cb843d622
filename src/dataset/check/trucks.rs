//! Trucks and crews.

use crate::dataset::CalendarRow;
use crate::dataset::read::Draft;
use crate::dataset::waste::{Demand, trip_kg};
use crate::fault::{Fault, Faults};
use crate::table::write_clock;
use crate::text::Argument;

use super::points::has_consistent_days;

pub(super) fn shifts_are_in_order(draft: &Draft, faults: &mut Faults) {
    for row in draft.trucks.sound() {
        let truck = &row.value;
        let named = |fault: Fault| fault.with("truck", truck.id.clone());
        if truck.shift_end <= truck.shift_start {
            let fault = named(Fault::error("shift-ends-before-start", row.field("shift_end")));
            let next_day = write_clock(truck.shift_end + crate::units::Seconds(24 * 3600));
            let fault = fault.with("from", write_clock(truck.shift_start)).with("to", write_clock(truck.shift_end));
            faults.push(fault.with("next_day", next_day));
            continue;
        }
        let Some(depot) = draft.depots.sound().find(|depot| depot.value.id == truck.depot) else { continue };
        let open = depot.value.open;
        if open.from < open.to && (truck.shift_start < open.from || truck.shift_end > open.to) {
            let fault = named(Fault::warning("shift-outside-depot-hours", row.field("shift_start"))).with("depot", truck.depot.clone());
            faults.push(fault.with("from", write_clock(open.from)).with("to", write_clock(open.to)));
        }
    }
}

pub(super) fn weights_make_sense(draft: &Draft, faults: &mut Faults) {
    for row in draft.trucks.sound() {
        let truck = &row.value;
        if truck.payload_kg >= truck.gross_weight_kg {
            let fault = Fault::error("payload-above-gross", row.field("payload_kg")).with("truck", truck.id.clone());
            faults.push(fault.with("payload", truck.payload_kg).with("gross", truck.gross_weight_kg));
        }
    }
}

pub(super) fn every_truck_has_a_road(draft: &Draft, faults: &mut Faults) {
    let roads = || draft.roads.sound().map(|road| &road.value);
    let Some(widest) = roads().map(|road| road.width_m).max_by(f64::total_cmp) else { return };
    let strongest = roads().map(|road| road.max_weight_t.unwrap_or(f64::INFINITY)).max_by(f64::total_cmp);
    for row in draft.trucks.sound() {
        let truck = &row.value;
        if truck.min_lane_width_m > widest {
            let fault = Fault::error("truck-wider-than-roads", row.field("min_lane_width_m")).with("truck", truck.id.clone());
            let width = |metres: f64| Argument::Number(metres, 1);
            faults.push(fault.with("width", width(truck.min_lane_width_m)).with("widest", width(widest)));
        }
        let tonnes = truck.gross_weight_kg as f64 / 1000.0;
        if let Some(strongest) = strongest.filter(|strongest| tonnes > *strongest) {
            let fault = Fault::error("truck-heavier-than-roads", row.field("gross_weight_kg")).with("truck", truck.id.clone());
            let weight = |tonnes: f64| Argument::Number(tonnes, 1);
            faults.push(fault.with("weight", weight(tonnes)).with("strongest", weight(strongest)));
        }
    }
}

pub(super) fn every_visit_fits_a_truck(draft: &Draft, faults: &mut Faults) {
    let Some(settings) = &draft.settings else { return };
    // A truck that couldn't be read may be the one that carries it.
    if draft.trucks.all().count() != draft.trucks.sound().count() {
        return;
    }
    let Some(most) = draft.trucks.sound().map(|truck| trip_kg(&truck.value, settings)).max() else { return };
    let calendar: Vec<&CalendarRow> = draft.calendar.sound().map(|row| &row.value).collect();
    for row in draft.points.sound().filter(|row| has_consistent_days(&row.value)) {
        let demand = Demand::new(&row.value, settings, calendar.iter().copied());
        if let Some(kg) = demand.lightest_visits().filter(|kg| *kg > most) {
            let fault = Fault::error("visit-too-heavy", row.field("kg_per_day")).with("point", row.value.id.clone());
            faults.push(fault.with("kg", kg).with("most", most));
        }
    }
}
