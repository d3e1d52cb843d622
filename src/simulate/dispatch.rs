//! Who catches up what was missed.

use super::agenda::Task;
use super::crew::Crew;
use super::setup::Setup;
use super::stock::Stock;
use crate::constraint::Place;

/// By how many seconds the hours of a crew may be exceeded for a point that would wait long: stops that can wait will be put off for it.
const MOST_DISPLACED: i64 = 3600;

/// Adds the points that are owed a visit to the routes of a day, each where the detour is least among the crews whose hours have room for it. For a point whose
/// next planned visit is further away than tomorrow, room is made.
pub(super) fn catch_up(setup: &Setup, stock: &Stock, day: usize, crews: &mut [(Crew, i64)]) {
    let weekday = day % setup.n_days;
    for point in (0..setup.problem.points.len()).filter(|point| stock.is_owed(*point)) {
        let asked = &setup.problem.points[point];
        // A planned visit comes by itself, and some points may not be visited today.
        if setup.schedule[point].contains(weekday)
            || !asked.days_allowed.contains(weekday)
            || setup.problem.horizon.closed.contains(weekday)
        {
            continue;
        }
        let service = setup.service(point, stock.planned(setup, point, day).kg.0);
        let is_visited_tomorrow = setup.schedule[point].contains((weekday + 1) % setup.n_days);
        let displaced = if is_visited_tomorrow { 0 } else { MOST_DISPLACED };
        let best = crews
            .iter()
            .enumerate()
            .filter(|(_, (crew, _))| asked.reached_by[crew.truck()])
            .filter_map(|(index, (crew, room))| {
                let (detour, place) = least_detour(setup, crew, asked.location)?;
                (detour + service <= *room + displaced).then_some((detour, index, place))
            })
            .min();
        if let Some((detour, index, place)) = best {
            let (crew, room) = &mut crews[index];
            let trip = crew.tasks[place].trip;
            crew.tasks.insert(place + 1, Task { place: Place::Point(point), trip, halt: None });
            *room -= detour + service;
        }
    }
}

/// The least detour of a route by a location, and the place in its tasks before which it lies. A route without tasks has none.
fn least_detour(setup: &Setup, crew: &Crew, location: usize) -> Option<(i64, usize)> {
    let truck = crew.truck();
    let depot = setup.problem.depots[setup.problem.trucks[truck].depot].location;
    let n = crew.tasks.len();
    (0..n)
        .map(|index| {
            let before = crew.tasks.get(index + 1).map_or(depot, |task| setup.location(task.place));
            let after = setup.location(crew.tasks[index].place);
            let leg = |from, to| setup.duration(truck, from, to);
            (leg(before, location) + leg(location, after) - leg(before, after), index)
        })
        // Of equal detours the earliest in the day.
        .min_by_key(|(detour, index)| (*detour, n - index))
}
