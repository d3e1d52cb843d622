//! The notes below a sheet's table: narrow roads, fords, roads that are not measured, places that are not approved.

use std::collections::{BTreeMap, BTreeSet};

use crate::export::itinerary::{Leg, TruckDay};
use crate::text::{Argument, Text};

/// Where a leg leads.
#[derive(Clone, Copy)]
enum Goal {
    Stop(usize),
    Unload(usize),
    Home,
}

/// The notes of a truck's day, most pressing first.
pub(super) fn notes(truck_day: &TruckDay, text: &Text) -> Vec<String> {
    let mut notes = Vec::new();
    notes.extend(narrow(truck_day, text));
    let floods = |leg: &Leg| leg.steps.iter().any(|step| step.flood_prone);
    let flooded: Vec<Goal> = goals(truck_day).filter(|(_, leg, _)| floods(leg)).map(|(goal, ..)| goal).collect();
    if !flooded.is_empty() {
        notes.push(text.say("sheet-note-flood", &[("places", listed(&flooded, text).into())]));
    }
    let unmeasured_m = truck_day.provenance.schematic_m + truck_day.provenance.synthetic_m;
    if unmeasured_m > 0.0 {
        let kilometres = |metres: f64| Argument::Number(metres / 1000.0, 0);
        let arguments = [("km", kilometres(unmeasured_m)), ("total", kilometres(truck_day.provenance.total_m()))];
        notes.push(text.say("sheet-note-unmeasured", &arguments));
    }
    let unapproved: BTreeSet<&str> =
        truck_day.unloads().filter(|unload| !unload.approved).map(|unload| unload.place.name.as_str()).collect();
    notes.extend(unapproved.into_iter().map(|place| text.say("sheet-note-unapproved", &[("place", place.into())])));
    notes
}

/// Narrow roads and points, the narrowest first, with all places of one width together.
fn narrow(truck_day: &TruckDay, text: &Text) -> Option<String> {
    let mut by_width: BTreeMap<i64, Vec<Goal>> = BTreeMap::new();
    for (goal, leg, access_m) in goals(truck_day) {
        if let Some(width_m) = leg.narrowest_m().into_iter().chain(access_m).min_by(f64::total_cmp) {
            by_width.entry((width_m * 10.0).round() as i64).or_default().push(goal);
        }
    }
    let places = by_width.into_iter().map(|(tenths, goals)| {
        let arguments = [("width", Argument::Number(tenths as f64 / 10.0, 1)), ("places", listed(&goals, text).into())];
        text.say("sheet-note-narrow-places", &arguments)
    });
    let places: Vec<String> = places.collect();
    (!places.is_empty()).then(|| text.say("sheet-note-narrow", &[("places", places.join("; ").into())]))
}

/// Every leg with where it leads and the clear width there.
fn goals(truck_day: &TruckDay) -> impl Iterator<Item = (Goal, &Leg, Option<f64>)> {
    let of_trips = truck_day.trips.iter().flat_map(|trip| {
        let stops = trip.stops.iter().map(|stop| (Goal::Stop(stop.number), &stop.leg, stop.access_width_m));
        stops.chain(trip.unload.iter().map(|unload| (Goal::Unload(unload.number), &unload.leg, None)))
    });
    of_trips.chain([(Goal::Home, &truck_day.home, None)])
}

/// "stops 2, 3 and 4, unload 1, way home".
fn listed(goals: &[Goal], text: &Text) -> String {
    let numbers = |number: fn(&Goal) -> Option<usize>| {
        let numbers: Vec<String> = goals.iter().filter_map(number).map(|number| number.to_string()).collect();
        (!numbers.is_empty()).then(|| numbers.join(", "))
    };
    let stops = numbers(|goal| if let Goal::Stop(number) = goal { Some(*number) } else { None });
    let unloads = numbers(|goal| if let Goal::Unload(number) = goal { Some(*number) } else { None });
    let home = goals.iter().any(|goal| matches!(goal, Goal::Home)).then(|| text.plain("sheet-note-home"));
    let stops = stops.map(|numbers| text.say("sheet-note-stops", &[("numbers", numbers.into())]));
    let unloads = unloads.map(|numbers| text.say("sheet-note-unloads", &[("numbers", numbers.into())]));
    [stops, unloads, home].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
