//! Adds single visits to a plan: whether they fit, and at which places for how little.

use super::draft::Draft;
use super::finish::finish;
use super::price::Prices;
use super::setup::Setup;
use super::start::decisions;
use crate::model::{Objective, Plan, Problem, RunRecord};

/// For each visit (point and day) the plans in which it is added to `plan`: the `per_truck` cheapest places of each truck that keep every rule of
/// `problem`, cheapest first; none where it fits nowhere, or where the day is no further one of a pattern of the point.
///
/// The stops of the plan stay in their order; unloads are placed anew, a new trip or an unused truck is tried too. `plan` must be one of a
/// problem with the same places and trucks, which may have other limits. O(stops of the day) clocks of a day for each visit.
pub fn plans_with_visit(problem: &Problem, plan: &Plan, visits: &[(usize, usize)], per_truck: usize) -> Vec<Vec<Plan>> {
    let setup = Setup::new(problem);
    let mut draft = Draft::new(&setup);
    draft.restore(&decisions(&setup, plan));
    let prices = Prices::new(&setup);
    let run = &plan.run;
    visits.iter().map(|(point, day)| added(&setup, &mut draft, &prices, (*point, *day), per_truck, run)).collect()
}

fn added(setup: &Setup, draft: &mut Draft, prices: &Prices, (point, day): (usize, usize), per_truck: usize, run: &RunRecord) -> Vec<Plan> {
    let days = crate::model::DaySet(draft.days(point));
    let Some(pattern) = setup.pattern_with(point, days.with(day).0).filter(|_| !days.contains(day)) else { return Vec::new() };
    let mut found: Vec<(Objective, usize, usize)> = Vec::new();
    for truck in (0..setup.n_trucks).filter(|truck| setup.serves(setup.kind(*truck), day, point)) {
        let mut of_truck: Vec<(Objective, usize, usize)> = Vec::new();
        for at in 0..=draft.routes[setup.route(truck, day)].len() {
            insert(draft, prices, (point, pattern), day, (truck, at));
            let worth = draft.worth();
            if worth.is_feasible() {
                of_truck.push((worth.objective, truck, at));
            }
            draft.undo();
        }
        of_truck.sort_unstable();
        found.extend(of_truck.into_iter().take(per_truck));
    }
    found.sort_unstable();
    let mut plans = Vec::with_capacity(found.len());
    for (objective, truck, at) in found {
        insert(draft, prices, (point, pattern), day, (truck, at));
        plans.push(finish(setup, &(objective, draft.snapshot()), run.clone()));
        draft.undo();
    }
    plans
}

/// Puts a visit in and settles the draft; the caller keeps or undoes it.
pub(super) fn insert(draft: &mut Draft, prices: &Prices, (point, pattern): (usize, usize), day: usize, (truck, at): (usize, usize)) {
    let setup = draft.setup;
    let days = setup.problem.points[point].patterns[pattern].days;
    draft.choose_pattern(point, pattern);
    draft.put_in(point, day, setup.gap(days.0, day), truck, at);
    for other in days.without(day).iter() {
        draft.resize(point, other, setup.gap(days.0, other));
    }
    draft.settle(prices);
}
