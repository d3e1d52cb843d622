//! Gives a point other days, as many as it had.

use super::Operator;
use super::visits::{Offer, best_offer, has_changed_near, in_place, is_frozen, service_change, without};
use super::workbench::Workbench;
use crate::model::DaySet;

/// Gives a point the best of the admissible patterns with as many visits as its own; visits on new days go where they cost least.
///
/// The pattern improvement of Vidal, Crainic, Gendreau, Lahrichi and Rei (2012), <https://doi.org/10.1287/opre.1120.1048>, for one
/// point; visits on days that stay are left where they are.
pub(super) struct PatternShift;

impl Operator for PatternShift {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        let mut improved = false;
        for point in 0..bench.setup.n_points {
            let since = bench.test(number, point);
            if bench.draft.days(point) != 0 && has_changed_near(bench, point, since) && !is_frozen(bench, point) {
                improved |= shift(bench, point);
            }
        }
        improved
    }
}

/// What the visits of a point cost, as far as it has been asked.
struct Visits {
    point: usize,
    /// By day.
    without: Vec<Option<i64>>,
    /// By day and size.
    offers: Vec<Option<Option<Offer>>>,
}

fn shift(bench: &mut Workbench, point: usize) -> bool {
    let setup = bench.setup;
    let patterns = &setup.problem.points[point].patterns;
    let present = usize::from(bench.draft.pattern[point]);
    let n_visits = patterns[present].days.len();
    let mut visits = Visits { point, without: vec![None; setup.n_days], offers: vec![None; setup.n_days * setup.n_sizes] };
    let mut best = (0, present);
    for (index, pattern) in patterns.iter().enumerate() {
        if index != present && pattern.admissible && pattern.days.len() == n_visits {
            let price = visits.price(bench, pattern.days).map_or(i64::MAX, |price| price + service_change(bench, point, index));
            best = best.min((price, index));
        }
    }
    best.0 < 0 && visits.make(bench, best.1)
}

impl Visits {
    /// What the visits cost more on other days; nothing where one has no place.
    fn price(&mut self, bench: &Workbench, days: DaySet) -> Option<i64> {
        let (setup, point, old) = (bench.setup, self.point, DaySet(bench.draft.days(self.point)));
        let mut price = 0;
        for day in old.iter() {
            let place = bench.place(point, day)?;
            if !days.contains(day) {
                price += *self.without[day].get_or_insert_with(|| without(bench, place));
                continue;
            }
            let size = setup.visit(point, day, setup.gap(days.0, day));
            if size != bench.size(place.route, place.at) {
                price += in_place(bench, place, point, size)?;
            }
        }
        for day in days.iter().filter(|day| !old.contains(*day)) {
            price += self.offer(bench, days, day)?.price;
        }
        Some(price)
    }

    fn offer(&mut self, bench: &Workbench, days: DaySet, day: usize) -> Option<Offer> {
        let (setup, point) = (bench.setup, self.point);
        let gap = setup.gap(days.0, day);
        let offer = &mut self.offers[day * setup.n_sizes + setup.size(gap)];
        *offer.get_or_insert_with(|| best_offer(bench, point, day, setup.visit(point, day, gap)))
    }

    /// Changes the days in the draft.
    fn make(&mut self, bench: &mut Workbench, pattern: usize) -> bool {
        let (setup, point) = (bench.setup, self.point);
        let (old, days) = (DaySet(bench.draft.days(point)), setup.problem.points[point].patterns[pattern].days);
        let new_days = days.iter().filter(|day| !old.contains(*day));
        let offers: Vec<(usize, Offer)> = new_days.filter_map(|day| Some((day, self.offer(bench, days, day)?))).collect();
        old.iter().filter(|day| !days.contains(*day)).for_each(|day| bench.draft.take_out(point, day));
        bench.draft.choose_pattern(point, pattern);
        for (day, offer) in offers {
            bench.draft.put_in(point, day, setup.gap(days.0, day), offer.place.route % setup.n_trucks, offer.place.at);
        }
        old.iter().filter(|day| days.contains(*day)).for_each(|day| bench.draft.resize(point, day, setup.gap(days.0, day)));
        bench.settle()
    }
}
