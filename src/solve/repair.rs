//! Gives up visits until every rule is kept.

use super::draft::Draft;
use super::price::Prices;
use super::worth::Worth;
use crate::model::DaySet;

/// Takes visits out of the draft until it breaks no rule: each time the one whose loss, priced with what it mends, costs least.
///
/// The draft must be settled and kept. It ends with every rule kept, for the draft without visits keeps them.
/// O(visits given up · stops of a route), but all stops where facilities take too much.
pub(super) fn repair(draft: &mut Draft, prices: &Prices) -> Worth {
    // Rules come first here, at a price at which a missed requirement is still the dearer way to save a quarter of an hour.
    let visit = prices.visit;
    let strict = Prices { second_over: (visit / 8).max(1), kg_over: (visit / 8).max(1), ..prices.clone() };
    loop {
        let worth = draft.worth();
        if worth.is_feasible() {
            return worth;
        }
        let Some((point, day)) = cheapest_loss(draft, &strict, worth) else { return worth };
        give_up(draft, &strict, point, day);
        draft.keep();
    }
}

/// The visit whose loss leaves the least value, among those on the route most at fault that bring the draft nearer to keeping the rules.
fn cheapest_loss(draft: &mut Draft, prices: &Prices, now: Worth) -> Option<(usize, usize)> {
    let n_trucks = draft.setup.n_trucks;
    let fault = |route: &usize| draft.clocks[*route].over + draft.routes[*route].overload;
    let worst = (0..draft.routes.len()).max_by_key(fault).filter(|route| fault(route) > 0);
    // Where no route is at fault by itself, facilities take too much: any visit may be the one to give up.
    let suspects = worst.map_or_else(|| (0..draft.routes.len()).collect(), |route| vec![route]);
    let visits: Vec<(usize, usize)> = suspects
        .iter()
        .flat_map(|route: &usize| draft.routes[*route].stops.iter().map(move |stop| (*stop as usize, route / n_trucks)))
        .collect();
    let mut best: Option<(bool, i64, (usize, usize))> = None;
    for (point, day) in visits {
        give_up(draft, prices, point, day);
        let worth = draft.worth();
        draft.undo();
        let helps = worth.seconds_over + worth.kg_over < now.seconds_over + now.kg_over;
        // A visit that does not help by itself may with others: it is given up only where none helps.
        let rank = (!helps, worth.priced(prices), (point, day));
        if best.is_none_or(|best| rank < best) {
            best = Some(rank);
        }
    }
    best.map(|(_, _, visit)| visit)
}

/// Takes a day out of a point's pattern, or the point out of the plan where that is no pattern of it.
fn give_up(draft: &mut Draft, prices: &Prices, point: usize, day: usize) {
    let setup = draft.setup;
    let fewer = draft.days(point) & !(1 << day);
    let days = if setup.pattern_with(point, fewer).is_some() { fewer } else { 0 };
    for given_up in DaySet(draft.days(point) & !days).iter() {
        draft.take_out(point, given_up);
    }
    draft.choose_pattern(point, setup.pattern_with(point, days).expect("every point has the empty pattern"));
    for other in DaySet(days).iter() {
        draft.resize(point, other, setup.gap(days, other));
    }
    draft.settle(prices);
}
