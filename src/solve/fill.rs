//! The last step: adds every visit that still fits, so that the plan is maximal.

use super::addition::insert;
use super::draft::Draft;
use super::price::{Prices, whim_of_unloads};
use super::setup::Setup;
use super::snapshot::Snapshot;
use crate::model::{DaySet, Objective};

/// Adds visits to `plan` until no single one can be added at any position of any truck-day without breaking a rule.
///
/// Largest gain first: people times the squared gaps saved. Every position is tried exactly (unloads and break placed anew, the
/// day's clock run), but for those where driving and service alone are longer than the working time left.
pub(super) fn fill(setup: &Setup, plan: &(Objective, Snapshot)) -> (Objective, Snapshot) {
    let mut draft = Draft::new(setup);
    draft.restore(&plan.1);
    let prices = Prices::new(setup);
    let otherwise = other_unloads(setup, &prices);
    // An addition may make room for another (smaller loads at the point's other visits), so passes go on until one adds nothing.
    loop {
        let mut added = false;
        for addition in additions(&draft) {
            added |= addition.is_next(&draft) && add(&mut draft, &prices, &otherwise, addition);
        }
        if !added {
            break;
        }
    }
    let objective = draft.worth().objective;
    (objective, draft.snapshot())
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

/// Prices at which unloads are placed otherwise than where they cost least: without each facility in turn, and by whim.
fn other_unloads(setup: &Setup, prices: &Prices) -> Vec<Prices> {
    let n_facilities = setup.problem.facilities.len();
    if n_facilities < 2 {
        return Vec::new();
    }
    let without = (0..n_facilities.min(MOST_WITHOUT)).map(|facility| Prices { shunned: Some(facility), ..prices.clone() });
    without.chain((1..=WHIMS).map(|number| Prices { whim: whim_of_unloads(number), ..prices.clone() })).collect()
}

/// Facilities that are left out in turn, and whims tried, where an addition is too much for a facility or its yard.
const MOST_WITHOUT: usize = 4;
const WHIMS: u64 = 8;

/// Makes the addition at the first position where every rule is kept; whether there is one.
///
/// Where it is too much for a facility, the unloads of the truck are tried in other ways too.
fn add(draft: &mut Draft, prices: &Prices, otherwise: &[Prices], addition: Addition) -> bool {
    let setup = draft.setup;
    let Addition { point, pattern, day } = addition;
    for truck in (0..setup.n_trucks).filter(|truck| setup.serves(setup.kind(*truck), day, point)) {
        for at in 0..=draft.routes[setup.route(truck, day)].len() {
            if !may_fit(draft, addition, truck, at) {
                continue;
            }
            for way in std::iter::once(prices).chain(otherwise) {
                insert(draft, way, (point, pattern), day, (truck, at));
                let worth = draft.worth();
                if worth.is_feasible() {
                    draft.keep();
                    return true;
                }
                draft.undo();
                if worth.kg_over == 0 {
                    break;
                }
            }
        }
    }
    false
}

/// Whether detour and service alone leave the route within its working time.
fn may_fit(draft: &Draft, addition: Addition, truck: usize, at: usize) -> bool {
    let setup = draft.setup;
    let index = setup.route(truck, addition.day);
    let route = &draft.routes[index];
    let vehicle = &setup.problem.trucks[truck];
    let legs = setup.legs(truck);
    let days: DaySet = setup.problem.points[addition.point].patterns[addition.pattern].days;
    let size = setup.visit(addition.point, addition.day, setup.gap(days.0, addition.day));
    if i64::from(size.kg) > vehicle.payload_limit.0 || i64::from(size.litres) > vehicle.volume_limit.0 {
        return false;
    }
    let here = setup.location(addition.point);
    let (before, after) = (route.place_before(setup, truck, at), route.place_at(setup, truck, at));
    // Beside an unload the leg between the two stops is not driven, so the detour is no lower bound there; try it.
    let beside_unload = route.is_empty() || at == route.len() || (at > 0 && route.halts[at - 1].unload != super::setup::NO_UNLOAD);
    let detour = if beside_unload { 0 } else { legs.seconds(before, here) + legs.seconds(here, after) - legs.seconds(before, after) };
    route.busy + detour + i64::from(size.service) <= vehicle.work_limit.0
}
