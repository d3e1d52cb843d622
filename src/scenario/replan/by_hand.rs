//! A single stop moved by hand, whatever the rules say.

use super::sketch::{Sketch, Slot, insert, take_out};
use crate::model::{Plan, Problem, Route};
use crate::units::Seconds;

/// Moves the visit of a point `from` one day and truck `to` another, behind the stop `after` or where the detour is least; without `to` it falls out, without
/// `from` it is new. A truck-day that has no route yet begins one at the start of the shift, with an unload at the facility of first choice that is open.
pub fn edit_by_hand(
    problem: &Problem,
    plan: &mut Plan,
    point: usize,
    from: Option<(usize, usize)>,
    to: Option<(usize, usize)>,
    after: Option<usize>,
) {
    if let Some((day, truck)) = from {
        take_out(plan, day, truck, point);
    }
    let Some((day, truck)) = to else { return };
    let start = problem.trucks[truck].shift.from;
    let route = plan.days[day].iter().find(|route| route.truck == truck);
    let (trip, position) = route.map_or((0, 0), |route| place(problem, route, point, after));
    let open = (0..problem.facilities.len()).filter(|facility| problem.facilities[*facility].open[day].is_some());
    let facility = open.min_by_key(|facility| (problem.facilities[*facility].priority, *facility)).unwrap_or(0);
    insert(plan, point, Slot { day, truck, trip, position, facility, start });
}

/// The plan with the breaks of the `touched` routes (day, truck) placed as late as they may be.
pub fn with_breaks_placed(problem: &Problem, plan: Plan, touched: &[(usize, usize)]) -> Plan {
    Sketch::new(problem).with_breaks(plan, touched)
}

/// Trip and position behind a stop, or of the least detour.
fn place(problem: &Problem, route: &Route, point: usize, after: Option<usize>) -> (usize, usize) {
    let depot = problem.depots[problem.trucks[route.truck].depot].location;
    let here = problem.points[point].location;
    let leg = |from: usize, to: usize| if from == to { 0 } else { problem.duration(route.truck, from, to).unwrap_or(Seconds(1_000_000)).0 };
    let mut best = (i64::MAX, (0, 0));
    let mut last = depot;
    for (number, trip) in route.trips.iter().enumerate() {
        let stops = trip.stops.iter().map(|stop| problem.points[stop.point].location);
        let unload = trip.unload.as_ref().map_or(depot, |unload| problem.facilities[unload.facility].location);
        let places: Vec<usize> = stops.chain([unload]).collect();
        for (position, next) in places.iter().enumerate() {
            if after.is_some_and(|after| position > 0 && trip.stops[position - 1].point == after) {
                return (number, position);
            }
            let detour = leg(last, here) + leg(here, *next) - leg(last, *next);
            if detour < best.0 {
                best = (detour, (number, position));
            }
            last = *next;
        }
    }
    best.1
}
