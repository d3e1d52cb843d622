//! The last step: adds every visit that still fits, so that the plan is maximal.

use rayon::prelude::*;

use super::addition::insert;
use super::draft::Draft;
use super::price::Prices;
use super::setup::{NO_UNLOAD, Setup};
use super::snapshot::{Ranked, Snapshot};
use crate::model::DaySet;

/// Adds visits to `plan` until no single one can be added at any position of any truck-day without breaking a rule.
///
/// Largest gain first: people times the squared gaps saved. Every position is tried exactly (break placed anew, the day's clock run), but for
/// those of long routes where driving and service alone are longer than the working time left. Unloads are placed anew at least cost, then without the
/// wish to burn, and on short routes in every way there is; a long route has too many. Additions are tried side by side on the threads there are; the
/// first in their order that can be made is made, so that their number changes nothing.
pub(super) fn fill(setup: &Setup, plan: &Ranked) -> Ranked {
    let mut passed_over = vec![false; setup.n_points];
    loop {
        let full = fill_all_but(setup, plan, &passed_over);
        // Where waiting does not count, visits of a point that misses its requirement even so only cost: it does without them, and others may have their room.
        let in_vain = |point: &usize| {
            let pattern = |plan: &Ranked| setup.problem.points[*point].patterns[usize::from(plan.1.pattern[*point])];
            full.1.pattern[*point] != plan.1.pattern[*point] && !pattern(&full).admissible
        };
        let in_vain: Vec<usize> = (0..setup.n_points).filter(in_vain).collect();
        if setup.problem.policy.waiting_counts || in_vain.is_empty() {
            return full;
        }
        in_vain.into_iter().for_each(|point| passed_over[point] = true);
    }
}

/// The same, but nothing is added to the points that are passed over.
fn fill_all_but(setup: &Setup, plan: &Ranked, passed_over: &[bool]) -> Ranked {
    let prices = unload_prices(setup);
    let mut now = plan.clone();
    // An addition may make room for another (smaller loads at the point's other visits), so passes go on until one adds nothing.
    loop {
        let mut additions = additions(&restored(setup, &now.1));
        additions.retain(|addition| !passed_over[addition.point]);
        let mut tried = 0;
        let mut added = false;
        while let Some((at, larger)) = first_possible(setup, &now.1, &prices, &additions[tried..]) {
            (now, added) = (larger, true);
            tried += at + 1;
        }
        if !added {
            return now;
        }
    }
}

fn restored<'a>(setup: &'a Setup<'a>, plan: &Snapshot) -> Draft<'a> {
    let mut draft = Draft::new(setup);
    draft.restore(plan);
    draft
}

/// The first of `additions` that can be made to a plan: its number, and the plan with it.
fn first_possible(setup: &Setup, plan: &Snapshot, prices: &[Prices], additions: &[Addition]) -> Option<(usize, Ranked)> {
    let numbered = additions.par_iter().enumerate();
    let tried = numbered.map_init(
        || None,
        |draft, (at, addition)| {
            let draft = draft.get_or_insert_with(|| restored(setup, plan));
            let is_made = addition.is_next(draft) && add(draft, prices, *addition);
            is_made.then(|| {
                let larger = (draft.worth().objective, draft.snapshot());
                draft.restore(plan);
                (at, larger)
            })
        },
    );
    tried.find_map_first(|made| made)
}

/// A point and the larger pattern it could have.
#[derive(Clone, Copy)]
struct Addition {
    point: usize,
    pattern: usize,
    day: usize,
}

impl Addition {
    /// Whether the pattern is still the point's present one and this day.
    fn is_next(self, draft: &Draft) -> bool {
        let larger = draft.setup.problem.points[self.point].patterns[self.pattern].days;
        draft.days(self.point) == larger.without(self.day).0
    }
}

/// Every admissible pattern with one day more than now, largest gain first.
fn additions(draft: &Draft) -> Vec<Addition> {
    let setup = draft.setup;
    let mut found: Vec<(i64, Addition)> = Vec::new();
    for (point, asked) in setup.problem.points.iter().enumerate() {
        let now = asked.patterns[usize::from(draft.pattern[point])];
        for day in asked.days_allowed.iter().filter(|day| !now.days.contains(*day)) {
            let Some(pattern) = setup.pattern_with(point, now.days.with(day).0) else { continue };
            let larger = asked.patterns[pattern];
            // Where waiting does not count, a visit more than is owed only costs.
            if (larger.admissible && setup.problem.policy.waiting_counts) || !now.admissible {
                let gain = asked.people.max(1) * (now.gaps_squared - larger.gaps_squared);
                let met = i64::from(larger.admissible && !now.admissible) << 40;
                found.push((gain + met, Addition { point, pattern, day }));
            }
        }
    }
    found.sort_by_key(|(gain, addition)| (-gain, addition.point, addition.day));
    found.into_iter().map(|(_, addition)| addition).collect()
}

/// Makes the addition where it takes least time of the positions at which every rule is kept; whether there is one.
fn add(draft: &mut Draft, prices: &[Prices], addition: Addition) -> bool {
    let setup = draft.setup;
    let Addition { point, pattern, day } = addition;
    let mut positions: Vec<(i64, usize, usize)> = Vec::new();
    for truck in (0..setup.n_trucks).filter(|truck| setup.serves(setup.kind(*truck), day, point)) {
        let n_stops = draft.routes[setup.route(truck, day)].len();
        // With other unloads a short route may take less time than now.
        let seconds = |at: usize| seconds_added(draft, addition, truck, at).or((n_stops < FEW_STOPS).then_some(i64::MAX));
        positions.extend((0..=n_stops).filter_map(|at| Some((seconds(at)?, truck, at))));
    }
    positions.sort_unstable();
    for (_, truck, at) in positions {
        let is_short = draft.routes[setup.route(truck, day)].len() < FEW_STOPS;
        for (number, prices) in prices.iter().enumerate() {
            insert(draft, prices, (point, pattern), day, (truck, at));
            let tries_all = is_short && number == 0;
            if draft.worth().is_feasible() || (tries_all && place_unloads_somehow(draft, prices, truck, day)) {
                draft.keep();
                return true;
            }
            draft.undo();
        }
    }
    false
}

/// Tries every way to place a truck-day's unloads, as long as there are few; whether one keeps every rule. The draft is left with that one.
fn place_unloads_somehow(draft: &mut Draft, prices: &Prices, truck: usize, day: usize) -> bool {
    let setup = draft.setup;
    let gates: Vec<u8> = setup.gates(truck, day).iter().map(|gate| gate.facility as u8).collect();
    let route = &draft.routes[setup.route(truck, day)];
    let n_stops = route.len();
    // A way over a facility is hardly shorter than the direct one: what is too long without any unload is too long with all of them.
    let vehicle = &setup.problem.trucks[truck];
    if vehicle.preparation.0 + route.busy_without_unloads() > vehicle.work_limit.0 {
        return false;
    }
    let after_last = gates.len();
    let Some(n_choices) = (after_last + 1).checked_pow(n_stops as u32 - 1).map(|choices| choices * after_last) else { return false };
    if n_choices > MOST_WAYS {
        return false;
    }
    let mut unloads = vec![NO_UNLOAD; n_stops];
    for mut choice in 0..n_choices {
        // The truck comes home empty: after the last stop there is an unload, after each other one there may be.
        for (j, unload) in unloads.iter_mut().enumerate() {
            let n_here = if j + 1 == n_stops { after_last } else { after_last + 1 };
            *unload = gates.get(choice % n_here).copied().unwrap_or(NO_UNLOAD);
            choice /= n_here;
        }
        draft.set_unloads(truck, day, &unloads, prices);
        if draft.worth().is_feasible() {
            return true;
        }
    }
    false
}

/// Routes with fewer stops have every way to place unloads tried, as long as these are no more than so many.
const FEW_STOPS: usize = 8;
const MOST_WAYS: usize = 500;

/// Prices at which unloads are placed: as they are, and without the wish to burn.
fn unload_prices(setup: &Setup) -> [Prices; 2] {
    let ordinary = Prices::new(setup);
    [ordinary.clone(), Prices { passed_over: 0, ..ordinary }]
}

/// Seconds that detour and service alone add to the route; nothing where they must be longer than the working time left, or it is more than a truck holds.
fn seconds_added(draft: &Draft, addition: Addition, truck: usize, at: usize) -> Option<i64> {
    let setup = draft.setup;
    let index = setup.route(truck, addition.day);
    let route = &draft.routes[index];
    let vehicle = &setup.problem.trucks[truck];
    let legs = setup.legs(truck);
    let days: DaySet = setup.problem.points[addition.point].patterns[addition.pattern].days;
    let size = setup.visit(addition.point, addition.day, setup.gap(days.0, addition.day));
    if i64::from(size.kg) > vehicle.payload_limit.0 || i64::from(size.litres) > vehicle.volume_limit.0 {
        return None;
    }
    let here = setup.location(addition.point);
    let (before, after) = (route.place_before(setup, truck, at), route.place_at(setup, truck, at));
    // Beside an unload the leg between the two stops is not driven, so the detour is no lower bound there; try it.
    let beside_unload = route.is_empty() || at == route.len() || (at > 0 && route.halts[at - 1].unload != NO_UNLOAD);
    let detour = legs.seconds(before, here) + legs.seconds(here, after) - legs.seconds(before, after);
    let least = if beside_unload { 0 } else { detour } + i64::from(size.service);
    (route.busy + least <= vehicle.work_limit.0).then_some(detour + i64::from(size.service))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::at;
    use crate::solve::tests::random_district;

    #[test]
    fn where_waiting_does_not_count_no_visit_is_made_in_vain() {
        let (mut met, mut missed) = (0, 0);
        for seed in 0..8 {
            let mut problem = random_district(seed, 12, 1);
            problem.policy.waiting_counts = false;
            problem.trucks[0].work_limit = at(3, 0);
            // Two days are the least that is owed.
            problem.points.iter_mut().for_each(|point| (point.visits_least, point.visits_greatest) = (2, 7));
            crate::model::testing::complete(&mut problem);
            let setup = Setup::new(&problem);
            let mut draft = Draft::new(&setup);
            let nothing = (draft.worth().objective, draft.snapshot());
            let full = fill(&setup, &nothing);
            for (point, asked) in problem.points.iter().enumerate() {
                let pattern = asked.patterns[usize::from(full.1.pattern[point])];
                assert!(pattern.admissible || pattern.days.is_empty(), "seed {seed}, point {point}: {pattern:?}");
                (met, missed) = (met + usize::from(pattern.admissible), missed + usize::from(!pattern.admissible));
            }
        }
        assert!(met > 0 && missed > 0, "{met} are met, {missed} are not");
    }
}
