//! The last step: adds every visit that still fits, so that the plan is maximal.

use super::addition::insert;
use super::draft::Draft;
use super::price::Prices;
use super::setup::Setup;
use super::snapshot::Snapshot;
use crate::model::{DaySet, Objective};

/// Adds visits to `plan` until no single one can be added at any position of any truck-day without breaking a rule.
///
/// Largest gain first: people times the squared gaps saved. Every position is tried exactly (break placed anew, the day's clock run), but for
/// those of long routes where driving and service alone are longer than the working time left. Unloads are placed anew at least cost, then without the
/// wish to burn, then in some other ways: not in all, of which a long route has too many.
pub(super) fn fill(setup: &Setup, plan: &(Objective, Snapshot)) -> (Objective, Snapshot) {
    let mut draft = Draft::new(setup);
    draft.restore(&plan.1);
    let prices = unload_prices(setup);
    // An addition may make room for another (smaller loads at the point's other visits), so passes go on until one adds nothing.
    loop {
        let mut added = false;
        for addition in additions(&draft) {
            added |= addition.is_next(&draft) && add(&mut draft, &prices, addition);
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

/// Makes the addition at the first position where every rule is kept; whether there is one.
fn add(draft: &mut Draft, prices: &[Prices], addition: Addition) -> bool {
    let setup = draft.setup;
    let Addition { point, pattern, day } = addition;
    for truck in (0..setup.n_trucks).filter(|truck| setup.serves(setup.kind(*truck), day, point)) {
        for at in 0..=draft.routes[setup.route(truck, day)].len() {
            let is_short = draft.routes[setup.route(truck, day)].len() < SHORT_ROUTE;
            // With other unloads a short route may take less time than now.
            if !is_short && !may_fit(draft, addition, truck, at) {
                continue;
            }
            let n_ways = if is_short { prices.len() } else { WAYS_OF_LONG_ROUTES };
            for prices in &prices[..n_ways] {
                insert(draft, prices, (point, pattern), day, (truck, at));
                let worth = draft.worth();
                if worth.is_feasible() {
                    draft.keep();
                    return true;
                }
                draft.undo();
            }
        }
    }
    false
}

/// Routes with fewer stops have all ways to place unloads tried, longer ones the first.
const SHORT_ROUTE: usize = 8;
const WAYS_OF_LONG_ROUTES: usize = 2;
const WAYS_OF_SHORT_ROUTES: u64 = 128;

/// Prices at which unloads are placed: as they are, without the wish to burn, and so that some gates are passed over or called at early.
fn unload_prices(setup: &Setup) -> Vec<Prices> {
    let ordinary = Prices::new(setup);
    let by_cost = Prices { not_burnt: 0, ..ordinary.clone() };
    // The number says which gates; the bit 0x400 that unloads are meant.
    let otherwise = (1..WAYS_OF_SHORT_ROUTES).map(|number| Prices { whim: number << 16 | 0x400, ..by_cost.clone() });
    [ordinary, by_cost.clone()].into_iter().chain(otherwise.collect::<Vec<_>>()).collect()
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
