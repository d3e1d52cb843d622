//! From a plan back to the search's terms, so that a search can start from it.

use super::setup::{NO_UNLOAD, Setup};
use super::snapshot::Snapshot;
use crate::model::{DaySet, Plan};

/// The decisions of `plan`, without what this problem does not allow.
///
/// The plan may have been made for another problem with the same points, trucks, days and facilities: visits by trucks that
/// may not serve the point that day are left out, and of days that are no pattern of the point the subset is kept in which its
/// waste waits least. Loads and times may still break rules. O(visits + points · patterns).
pub(super) fn decisions(setup: &Setup, plan: &Plan) -> Snapshot {
    let mut visited = vec![DaySet::EMPTY; setup.n_points];
    let mut routes: Vec<Vec<(u32, u8)>> = vec![Vec::new(); setup.n_trucks * setup.n_days];
    for (day, routes_of_day) in plan.days.iter().enumerate().take(setup.n_days) {
        for route in routes_of_day.iter().filter(|route| route.truck < setup.n_trucks) {
            let stops = &mut routes[setup.route(route.truck, day)];
            for trip in &route.trips {
                for stop in &trip.stops {
                    let is_new = stop.point < setup.n_points && !visited[stop.point].contains(day);
                    if is_new && setup.serves(setup.kind(route.truck), day, stop.point) {
                        visited[stop.point] = visited[stop.point].with(day);
                        stops.push((stop.point as u32, NO_UNLOAD));
                    }
                }
                let gate = trip.unload.map(|unload| unload.facility as u8);
                // Of a trip of which no stop is left, the unload goes with it.
                if let (Some(last), Some(gate)) = (open_end(stops), gate.filter(|gate| setup.gate(route.truck, day, *gate).is_some())) {
                    last.1 = gate;
                }
            }
        }
    }
    let pattern: Vec<u16> = visited.iter().enumerate().map(|(point, days)| kept_pattern(setup, point, *days)).collect();
    let is_kept = |day: usize, point: u32| {
        let index = usize::from(pattern[point as usize]);
        setup.problem.points[point as usize].patterns[index].days.contains(day)
    };
    let mut snapshot = Snapshot::default();
    for (index, stops) in routes.iter().enumerate() {
        let day = index / setup.n_trucks;
        // The unload after a stop that is left out belongs to the last stop before it that is kept.
        let mut kept: Vec<(u32, u8)> = Vec::with_capacity(stops.len());
        for (point, unload) in stops {
            if is_kept(day, *point) {
                kept.push((*point, *unload));
            } else if let Some(last) = open_end(&mut kept).filter(|_| *unload != NO_UNLOAD) {
                last.1 = *unload;
            }
        }
        snapshot.push_route(kept.into_iter());
    }
    snapshot.pattern = pattern;
    snapshot
}

/// The last of a route's stops, if no unload follows it yet.
fn open_end(stops: &mut [(u32, u8)]) -> Option<&mut (u32, u8)> {
    stops.last_mut().filter(|last| last.1 == NO_UNLOAD)
}

/// The point's pattern within `days` in which its waste waits least.
fn kept_pattern(setup: &Setup, point: usize, days: DaySet) -> u16 {
    let patterns = &setup.problem.points[point].patterns;
    let within = |index: &usize| patterns[*index].days.0 & !days.0 == 0;
    let waits = |index: &usize| (!patterns[*index].admissible, patterns[*index].gaps_squared);
    (0..patterns.len()).filter(within).min_by_key(waits).map_or(0, |index| index as u16)
}
