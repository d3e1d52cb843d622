//! Gives up visits until every rule is kept.

use super::draft::Draft;
use super::mend::Mender;
use super::price::{PENALTY_BITS, Prices};
use super::worth::Worth;

/// Takes visits out of the draft until it breaks no rule: each time those whose loss, priced with what it mends, costs least. Before each time the mender tries what it can do without a loss.
///
/// At prices at which rules come first, see [`strict`].
///
/// The draft must be settled and kept. It ends with every rule kept, for the draft without visits keeps them.
/// O(visits given up · stops of a route), but all stops where facilities take too much.
pub(super) fn repair(draft: &mut Draft, prices: &Prices, mender: &mut Mender) -> Worth {
    loop {
        mender.mend(draft, prices);
        let worth = draft.worth();
        if worth.is_feasible() {
            return worth;
        }
        let losses = cheapest_losses(draft, prices, worth);
        if losses.is_empty() {
            return worth;
        }
        for (point, day) in losses {
            draft.give_up(point, day);
            draft.settle(prices);
            draft.keep();
        }
    }
}

/// Prices at which rules come first, but a missed requirement is still the dearer way to save a quarter of an hour.
pub(super) fn strict(prices: &Prices) -> Prices {
    let penalty = ((prices.visit << PENALTY_BITS) / 8).max(1);
    Prices { second_over: penalty, kg_over: penalty, ..prices.clone() }
}

/// The visits whose loss leaves the least value, among those on the route most at fault that bring the draft nearer to keeping
/// the rules: one, but half of what must go, where that is many.
fn cheapest_losses(draft: &mut Draft, prices: &Prices, now: Worth) -> Vec<(usize, usize)> {
    let n_trucks = draft.setup.n_trucks;
    let fault = |route: &usize| draft.fault(*route).0 + draft.fault(*route).1;
    let worst = (0..draft.routes.len()).max_by_key(fault).filter(|route| fault(route) > 0);
    let too_many = worst.map_or(0, |route| {
        let share_over = draft.fault(route).0 as f64 / draft.routes[route].busy.max(1) as f64;
        (share_over.min(1.0) * draft.routes[route].len() as f64) as usize
    });
    // Where no route is at fault by itself, facilities take too much: any visit may be the one to give up.
    let suspects = worst.map_or_else(|| (0..draft.routes.len()).collect(), |route| vec![route]);
    let visits: Vec<(usize, usize)> = suspects
        .iter()
        .flat_map(|route: &usize| draft.routes[*route].halts.iter().map(move |halt| (halt.point as usize, route / n_trucks)))
        .collect();
    let mut ranked: Vec<(bool, i64, (usize, usize))> = Vec::new();
    for (point, day) in visits.iter().copied().step_by(visits.len().div_ceil(MOST_TRIED).max(1)) {
        draft.give_up(point, day);
        draft.settle(prices);
        let worth = draft.worth();
        draft.undo();
        let helps = worth.seconds_over + worth.kg_over < now.seconds_over + now.kg_over;
        // A visit that does not help by itself may with others: it is given up only where none helps.
        ranked.push((!helps, worth.priced(prices), (point, day)));
    }
    ranked.sort_unstable();
    ranked.into_iter().take((too_many / 2).max(1)).map(|(_, _, visit)| visit).collect()
}

/// Visits that are tried in one round; of more, every second or third and so on.
const MOST_TRIED: usize = 200;
