//! Plans are maximal: no single visit can be added, tried in every way and judged by the verifier alone.
//!
//! On long routes the last step of a search tries every position, but not every set of unloads; the routes here are short.

use super::tests::random_district;
use super::{Parameters, Silent, StopRule, plan};
use crate::constraint::{Replay, objective, verify};
use crate::model::testing::at;
use crate::model::{Break, BreakMoment, Load, Plan, Problem, Route, Stop, Trip, Unload};
use crate::units::Seconds;

#[test]
fn no_visit_can_be_added_at_any_place_with_any_unloads_and_breaks() {
    let (mut tried, mut overlooked) = (0, Vec::new());
    for seed in 0..100 {
        let mut problem = random_district(seed, 3 + seed as usize % 3, 1 + seed as usize % 2);
        for truck in &mut problem.trucks {
            truck.work_limit = at(1, 30 + 10 * (seed as i64 % 7));
        }
        let stop = StopRule { iterations: Some(800), ..StopRule::default() };
        let found = plan(&problem, &Parameters { seed, ..Parameters::default() }, &stop, &mut Silent);
        let schedule = found.schedule(&problem);
        for (point, days) in schedule.iter().enumerate() {
            for day in (0..problem.horizon.n_days).filter(|day| !days.contains(*day)) {
                let larger = problem.points[point].patterns.iter().find(|pattern| pattern.days == days.with(day));
                if larger.is_some_and(|larger| larger.admissible) {
                    tried += 1;
                    if longer_plan(&problem, &found, point, day).is_some() {
                        overlooked.push((seed, point, day));
                    }
                }
            }
        }
    }
    assert!(tried > 50, "{tried} visits were tried");
    assert!(overlooked.is_empty(), "of {tried}, seed, point and day: {overlooked:?}");
}

/// A plan that keeps every rule and differs from `found` in a visit more at `point` on `day`, if there is one.
fn longer_plan(problem: &Problem, found: &Plan, point: usize, day: usize) -> Option<Plan> {
    for truck in (0..problem.trucks.len()).filter(|truck| problem.points[point].reached_by[*truck]) {
        let before = found.days[day].iter().find(|route| route.truck == truck);
        let stops: Vec<usize> = before.into_iter().flat_map(Route::stops).map(|stop| stop.point).collect();
        for at in 0..=stops.len() {
            let mut stops = stops.clone();
            stops.insert(at, point);
            for choice in 0..(1 + problem.facilities.len()).pow(stops.len() as u32 - 1) * problem.facilities.len() {
                let trips = cut(&stops, choice, problem.facilities.len());
                let starts = [Some(problem.trucks[truck].shift.from), before.map(|route| route.start)];
                for start in starts.into_iter().flatten() {
                    let route = Route { truck, start, trips: trips.clone(), pause: None, end: Seconds::ZERO };
                    if let Some(longer) = with_any_break(problem, found, day, route) {
                        return Some(longer);
                    }
                }
            }
        }
    }
    None
}

/// The stops with an unload after the last one, and after others as `choice` has it.
fn cut(stops: &[usize], mut choice: usize, n_facilities: usize) -> Vec<Trip> {
    let (nothing, load) = (Seconds::ZERO, Load::default());
    let mut trips = vec![Trip { stops: Vec::new(), unload: None }];
    for (i, point) in stops.iter().enumerate() {
        let is_last = i + 1 == stops.len();
        let n_choices = n_facilities + usize::from(!is_last);
        let facility = choice % n_choices;
        choice /= n_choices;
        let trip = trips.last_mut().expect("a trip is open");
        trip.stops.push(Stop { point: *point, arrive: nothing, start: nothing, end: nothing, load });
        if facility < n_facilities {
            trip.unload = Some(Unload { facility, arrive: nothing, start: nothing, end: nothing, load });
            if !is_last {
                trips.push(Trip { stops: Vec::new(), unload: None });
            }
        }
    }
    trips
}

/// The plan with the route in it, without a break or with one anywhere, if that keeps every rule.
fn with_any_break(problem: &Problem, found: &Plan, day: usize, route: Route) -> Option<Plan> {
    let n_events = route.stops().count() + route.unloads().count();
    let mut broken = Vec::new();
    let longer = judged(problem, found, day, route.clone(), &mut broken);
    // A break only takes time: what else is broken without one is broken with one.
    if longer.is_some() || broken.iter().any(|code| *code != "break" && *code != "driving") {
        return longer;
    }
    (0..n_events).flat_map(|event| [BreakMoment::Before, BreakMoment::After].map(|moment| (event, moment))).find_map(|(event, moment)| {
        let pause = Some(Break { event, moment, start: Seconds::ZERO });
        judged(problem, found, day, Route { pause, ..route.clone() }, &mut Vec::new())
    })
}

/// The plan with the route in place of the truck's own, if the verifier finds no rule broken; else which are.
fn judged(problem: &Problem, found: &Plan, day: usize, route: Route, broken: &mut Vec<&'static str>) -> Option<Plan> {
    let mut longer = found.clone();
    longer.days[day].retain(|other| other.truck != route.truck);
    longer.days[day].push(route);
    longer.days[day].sort_by_key(|route| route.truck);
    let replay = Replay::new(problem, &longer);
    let mut longer = replay.recorded_in(&longer);
    longer.objective = objective(problem, &longer, &replay);
    let verdict = verify(problem, &longer);
    broken.extend(verdict.violations.iter().map(|finding| finding.code));
    verdict.violations.is_empty().then_some(longer)
}
