//! Exchanges stops.

use super::Operator;
use super::piece::Piece;
use super::workbench::{Place, Workbench};

/// Most stops on a side.
const LONGEST: usize = 2;

/// Exchanges one or two stops with one or two others of the same or another truck, so that a stop gets beside a near one.
pub(super) struct Swap;

/// Stops in a row of a truck-day.
type Row = (usize, usize, usize);

impl Operator for Swap {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        bench.over_pairs(number, |bench, here, there| rows(here, there).any(|(mine, other)| swap(bench, mine, other)))
    }
}

/// Rows that may be exchanged: one begins with the stop and the other follows its neighbour, or ends with it and comes before the neighbour.
fn rows(here: Place, there: Place) -> impl Iterator<Item = (Row, Row)> {
    (1..=LONGEST).flat_map(move |mine| {
        (1..=LONGEST).flat_map(move |other| {
            let after = ((here.route, here.at, here.at + mine), (there.route, there.at + 1, there.at + 1 + other));
            let before = ((here.at + 1).checked_sub(mine), there.at.checked_sub(other));
            let before = match before {
                (Some(first), Some(other)) => Some(((here.route, first, here.at + 1), (there.route, other, there.at))),
                _ => None,
            };
            [Some(after), before].into_iter().flatten()
        })
    })
}

fn swap(bench: &mut Workbench, mine: Row, other: Row) -> bool {
    let one_trip = |(route, first, end): Row| end <= bench.len(route) && bench.outline(route).is_of_one_trip(first, end);
    if !one_trip(mine) || !one_trip(other) {
        return false;
    }
    if mine.0 == other.0 {
        let (low, high) = if mine.1 < other.1 { (mine, other) } else { (other, mine) };
        // Rows side by side are for the operator that moves stops within a truck-day.
        return low.2 < high.1 && swap_in_day(bench, low, high);
    }
    let (a, b) = (mine.0, other.0);
    if exchange_cost(bench, mine, other) + exchange_cost(bench, other, mine) >= bench.slack(a) + bench.slack(b) {
        return false;
    }
    let rest =
        |bench: &Workbench, (route, first, end): Row| (Piece::stretch(route, 0, first), Piece::stretch(route, end, bench.len(route)));
    let ((begin_a, end_a), (begin_b, end_b)) = (rest(bench, mine), rest(bench, other));
    let (row_a, row_b) = (Piece::stretch(a, mine.1, mine.2), Piece::stretch(b, other.1, other.2));
    bench.attempt(&[(a, &[begin_a, row_b, end_a]), (b, &[begin_b, row_a, end_b])])
}

fn swap_in_day(bench: &mut Workbench, low: Row, high: Row) -> bool {
    let route = low.0;
    if exchange_cost(bench, low, high) + exchange_cost(bench, high, low) >= bench.slack(route) {
        return false;
    }
    let n = bench.len(route);
    let piece = |first, end| Piece::stretch(route, first, end);
    let pieces = [piece(0, low.1), piece(high.1, high.2), piece(low.2, high.1), piece(low.1, low.2), piece(high.2, n)];
    bench.attempt(&[(route, &pieces)])
}

/// What the ways cost more if a row stands in another one's place, unloads around it as they are.
fn exchange_cost(bench: &Workbench, old: Row, new: Row) -> i64 {
    let (route, first, end) = old;
    let (head, tail) = (bench.location(new.0, new.1), bench.location(new.0, new.2 - 1));
    let into = bench.joint(route, bench.before(route, first), head, bench.gate_into(route, first));
    let out = bench.joint(route, tail, bench.at(route, end), bench.gate_into(route, end));
    let inner = bench.inner(new.0, new.1, new.2, route, false) - bench.inner(route, first, end, route, false);
    into + out + inner - bench.way(route, first) - bench.way(route, end)
}
