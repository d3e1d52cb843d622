//! What single visits cost: where they are, where they could be, and with another load.

use super::piece::Piece;
use super::workbench::{GRANULARITY, Place, Workbench};
use crate::solve::recreate::service_price;
use crate::solve::setup::VisitSize;

/// A place for a visit, and what everything costs more with the visit there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer {
    pub price: i64,
    pub place: Place,
}

/// What everything costs more without the visit of a place; negative, as a rule.
pub(super) fn without(bench: &Workbench, Place { route, at }: Place) -> i64 {
    let pieces = [Piece::stretch(route, 0, at), Piece::stretch(route, at + 1, bench.len(route))];
    bench.change(route, &pieces).map_or(0, |change| bench.price_of(change))
}

/// What everything costs more with another visit in the place of one; nothing where the truck can't make it.
pub(super) fn in_place(bench: &Workbench, Place { route, at }: Place, point: usize, size: VisitSize) -> Option<i64> {
    let setup = bench.setup;
    if !setup.serves(setup.kind(bench.truck(route)), bench.day(route), point) {
        return None;
    }
    let visit = Piece::Visit { point, size };
    let change = bench.change(route, &[Piece::stretch(route, 0, at), visit, Piece::stretch(route, at + 1, bench.len(route))])?;
    Some(bench.price_of(change))
}

/// The best place for a visit on a day: beside visits of near points, or in the first unused truck of a kind. O(near points).
pub(super) fn best_offer(bench: &Workbench, point: usize, day: usize, size: VisitSize) -> Option<Offer> {
    let setup = bench.setup;
    let here = setup.location(point);
    let mut best: Option<Offer> = None;
    let mut weigh = |route: usize, at: usize| {
        if bench.draft.frozen[route] || !setup.serves(setup.kind(bench.truck(route)), day, point) {
            return;
        }
        let bound = best.map_or(i64::MAX, |offer| offer.price);
        if bench.adding(route, at, here, here) - bench.slack(route) >= bound {
            return;
        }
        let pieces = [Piece::stretch(route, 0, at), Piece::Visit { point, size }, Piece::stretch(route, at, bench.len(route))];
        let Some(change) = bench.change(route, &pieces) else { return };
        let price = bench.price_of(change);
        if price < bound {
            best = Some(Offer { price, place: Place { route, at } });
        }
    };
    for neighbour in setup.near[point].iter().take(GRANULARITY) {
        if let Some(Place { route, at }) = bench.place(*neighbour as usize, day) {
            weigh(route, at);
            weigh(route, at + 1);
        }
    }
    for kind in 0..setup.kinds.len() {
        if let Some(truck) = bench.draft.unused_truck(kind, day) {
            weigh(setup.route(truck, day), 0);
        }
    }
    best
}

/// What everything costs more if a point has pattern `new` rather than its own, apart from its visits.
pub(super) fn service_change(bench: &Workbench, point: usize, new: usize) -> i64 {
    let asked = &bench.setup.problem.points[point];
    let price = |pattern: usize| {
        let chosen = asked.patterns[pattern];
        let short = if chosen.admissible { 0 } else { bench.prices.person_short * asked.people };
        short + service_price(bench.draft, bench.prices, point, chosen.gaps_squared)
    };
    price(new) - price(usize::from(bench.draft.pattern[point]))
}

/// Whether a visit of a point on one of the days is in a truck-day that must stay as it is.
pub(super) fn is_frozen(bench: &Workbench, point: usize) -> bool {
    let days = crate::model::DaySet(bench.draft.days(point));
    days.iter().any(|day| bench.place(point, day).is_none_or(|place| bench.draft.frozen[place.route]))
}

/// Whether one of a point's truck-days, or one with a visit of a near point, changed after a time.
pub(super) fn has_changed_near(bench: &Workbench, point: usize, since: u32) -> bool {
    let setup = bench.setup;
    let days = setup.problem.points[point].days_allowed;
    let near = setup.near[point].iter().take(GRANULARITY).map(|other| *other as usize);
    [point]
        .into_iter()
        .chain(near)
        .any(|point| days.iter().any(|day| bench.place(point, day).is_some_and(|place| bench.has_changed(place.route, since))))
}
