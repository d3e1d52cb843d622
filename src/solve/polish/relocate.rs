//! Moves stops to another truck.

use super::Operator;
use super::piece::Piece;
use super::workbench::{Place, Workbench};

/// Most stops that move together.
pub(super) const LONGEST: usize = 3;

/// Moves one to three stops in a row beside a near stop of another truck, in either direction.
pub(super) struct Relocate;

impl Operator for Relocate {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        bench.over_pairs(number, |bench, here, there| here.route != there.route && relocate(bench, here, there))
    }
}

/// Stops in a row, a place for them, and whether they turn around: `here` gets beside `there`.
pub(super) fn rows_beside(here: Place, there: Place, n_stops: usize) -> impl Iterator<Item = (usize, usize, usize, bool)> {
    let rows = (1..=LONGEST).flat_map(move |length| {
        // The stop comes first in the row and stands after its neighbour, or last and before it; turned around, the other way.
        let forward = (here.at, here.at + length);
        let backward = ((here.at + 1).wrapping_sub(length), here.at + 1);
        let all = [(forward, there.at + 1, false), (backward, there.at, false), (forward, there.at, true), (backward, there.at + 1, true)];
        all.into_iter().take(if length == 1 { 2 } else { 4 })
    });
    rows.filter(move |((first, end), _, _)| first < end && *end <= n_stops).map(|((first, end), at, reversed)| (first, end, at, reversed))
}

fn relocate(bench: &mut Workbench, here: Place, there: Place) -> bool {
    rows_beside(here, there, bench.len(here.route))
        .any(|(first, end, at, reversed)| insert(bench, (here.route, first, end), (there.route, at), reversed))
}

/// Tries to move stops `first..end` of a truck-day before position `at` of another one.
pub(super) fn insert(bench: &mut Workbench, (from, first, end): (usize, usize, usize), (to, at): (usize, usize), reversed: bool) -> bool {
    if !bench.outline(from).is_of_one_trip(first, end) {
        return false;
    }
    let (head, tail) = (bench.location(from, first), bench.location(from, end - 1));
    let (head, tail) = if reversed { (tail, head) } else { (head, tail) };
    let mut gain = bench.saving(from, first, end) + bench.slack(from) + bench.slack(to);
    gain += bench.inner(from, first, end, from, false) - bench.inner(from, first, end, to, reversed);
    let n = bench.len(from);
    if end - first == n {
        gain += costs_of_day(bench, from);
    }
    if bench.len(to) == 0 {
        gain -= costs_of_day(bench, to);
    }
    if bench.adding(to, at, head, tail) >= gain {
        return false;
    }
    let rest = [Piece::stretch(from, 0, first), Piece::stretch(from, end, n)];
    let row = Piece::directed(from, first, end, reversed);
    let longer = [Piece::stretch(to, 0, at), row, Piece::stretch(to, at, bench.len(to))];
    bench.attempt(&[(from, &rest), (to, &longer)])
}

/// What an unused truck costs before it drives.
pub(super) fn costs_of_day(bench: &Workbench, route: usize) -> i64 {
    let (setup, truck) = (bench.setup, bench.truck(route));
    let vehicle = &setup.problem.trucks[truck];
    vehicle.cost_per_day.0 + setup.legs(truck).per_second(vehicle.preparation.0)
}
