//! Exchanges the days of two points.

use super::Operator;
use super::visits::{Offer, best_offer, has_changed_near, in_place, is_frozen, service_change, without};
use super::workbench::{GRANULARITY, Place, Workbench};
use crate::model::DaySet;

/// Exchanges the patterns of two near points: on a day that passes from one to the other, the new visit takes the place of the old one or
/// the best place elsewhere.
///
/// What the pattern improvement of Vidal, Crainic, Gendreau, Lahrichi and Rei (2012), <https://doi.org/10.1287/opre.1120.1048>, can't do where trucks
/// are full: one point after the other finds no room.
pub(super) struct PatternSwap;

impl Operator for PatternSwap {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        let setup = bench.setup;
        let mut known = Known { offers: vec![None; setup.n_points * setup.n_days], without: vec![None; setup.n_points * setup.n_days] };
        let mut improved = false;
        for point in 0..setup.n_points {
            let since = bench.test(number, point);
            if bench.draft.days(point) == 0 || !has_changed_near(bench, point, since) || is_frozen(bench, point) {
                continue;
            }
            for other in setup.near[point].iter().take(GRANULARITY).map(|other| *other as usize) {
                improved |= exchange(bench, &mut known, point, other);
            }
        }
        improved
    }
}

/// Offers and losses as of a time, by point and day.
struct Known {
    /// With the size of the visit.
    offers: Vec<Option<(u32, usize, Option<Offer>)>>,
    without: Vec<Option<(u32, i64)>>,
}

/// A day passes from one point to another.
#[derive(Clone, Copy)]
struct Handover {
    day: usize,
    from: usize,
    to: usize,
    /// Before which stop, as the truck-days are now; nothing where the new visit takes the old one's place.
    elsewhere: Option<Place>,
}

impl Known {
    fn offer(&mut self, bench: &Workbench, point: usize, day: usize, gap: usize) -> Option<Offer> {
        let (now, size) = (bench.clock(), bench.setup.size(gap));
        let entry = &mut self.offers[point * bench.setup.n_days + day];
        match *entry {
            Some((time, of_size, offer)) if time == now && of_size == size => offer,
            _ => {
                let offer = best_offer(bench, point, day, bench.setup.visit(point, day, gap));
                *entry = Some((now, size, offer));
                offer
            }
        }
    }

    fn without(&mut self, bench: &Workbench, point: usize, day: usize, place: Place) -> i64 {
        let now = bench.clock();
        let entry = &mut self.without[point * bench.setup.n_days + day];
        match *entry {
            Some((time, price)) if time == now => price,
            _ => {
                let price = without(bench, place);
                *entry = Some((now, price));
                price
            }
        }
    }

    /// The best way to hand a day over, and what everything costs more then.
    fn hand_over(&mut self, bench: &Workbench, day: usize, from: usize, to: usize, gap: usize) -> Option<(i64, Handover)> {
        let place = bench.place(from, day)?;
        let taken = in_place(bench, place, to, bench.setup.visit(to, day, gap));
        let mut best = taken.map(|price| (price, Handover { day, from, to, elsewhere: None }));
        if let Some(offer) = self.offer(bench, to, day, gap) {
            // Beside the old visit an offer is no longer what it was.
            let is_beside = offer.place.route == place.route && (offer.place.at == place.at || offer.place.at == place.at + 1);
            let price = offer.price + self.without(bench, from, day, place);
            if !is_beside && best.is_none_or(|(other, _)| price < other) {
                best = Some((price, Handover { day, from, to, elsewhere: Some(offer.place) }));
            }
        }
        best
    }
}

fn exchange(bench: &mut Workbench, known: &mut Known, point: usize, other: usize) -> bool {
    let setup = bench.setup;
    let (mine, its) = (DaySet(bench.draft.days(point)), DaySet(bench.draft.days(other)));
    if mine == its || its.is_empty() || is_frozen(bench, other) {
        return false;
    }
    let admissible = |point: usize, days: DaySet| {
        setup.pattern_with(point, days.0).filter(|index| setup.problem.points[point].patterns[*index].admissible)
    };
    let (Some(new_mine), Some(new_its)) = (admissible(point, its), admissible(other, mine)) else { return false };
    let mut price = service_change(bench, point, new_mine) + service_change(bench, other, new_its);
    let mut handovers = Vec::new();
    for day in mine.iter().chain(its.iter().filter(|day| !mine.contains(*day))) {
        let (from, to, days) = if mine.contains(day) { (point, other, mine) } else { (other, point, its) };
        if mine.contains(day) && its.contains(day) {
            let Some(loads) = new_loads(bench, day, (point, its), (other, mine)) else { return false };
            price += loads;
            continue;
        }
        let Some((of_day, handover)) = known.hand_over(bench, day, from, to, setup.gap(days.0, day)) else { return false };
        price += of_day;
        handovers.push(handover);
    }
    price < 0 && make(bench, &handovers, (point, new_mine), (other, new_its))
}

/// What other loads cost more on a day on which both points are visited before and after.
fn new_loads(bench: &Workbench, day: usize, mine: (usize, DaySet), its: (usize, DaySet)) -> Option<i64> {
    let setup = bench.setup;
    [mine, its].into_iter().try_fold(0, |price, (point, days)| {
        let place = bench.place(point, day)?;
        let size = setup.visit(point, day, setup.gap(days.0, day));
        Some(price + if size == bench.size(place.route, place.at) { 0 } else { in_place(bench, place, point, size)? })
    })
}

fn make(bench: &mut Workbench, handovers: &[Handover], mine: (usize, usize), its: (usize, usize)) -> bool {
    let setup = bench.setup;
    let places: Vec<Option<Place>> = handovers.iter().map(|handover| bench.place(handover.from, handover.day)).collect();
    handovers.iter().for_each(|handover| bench.draft.take_out(handover.from, handover.day));
    bench.draft.choose_pattern(mine.0, mine.1);
    bench.draft.choose_pattern(its.0, its.1);
    for (handover, old) in handovers.iter().zip(places) {
        let (Some(old), to, day) = (old, handover.to, handover.day) else { continue };
        let place = handover.elsewhere.unwrap_or(old);
        // The old visit is gone: what came after it moved up.
        let at = place.at - usize::from(place.route == old.route && place.at > old.at);
        bench.draft.put_in(to, day, setup.gap(bench.draft.days(to), day), place.route % setup.n_trucks, at);
    }
    for (point, _) in [mine, its] {
        let days = bench.draft.days(point);
        DaySet(days).iter().for_each(|day| bench.draft.resize(point, day, setup.gap(days, day)));
    }
    bench.settle()
}
