//! Turns a part of a trip around.

use super::Operator;
use super::piece::Piece;
use super::workbench::{Place, Workbench};

/// Drives stops of a trip in the opposite order, so that two near stops follow each other.
///
/// Croes (1958), <https://doi.org/10.1287/opre.6.6.791>. The ways back are summed up like the ways there, so roads need not be symmetric.
pub(super) struct TwoOpt;

impl Operator for TwoOpt {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        bench.over_pairs(number, |bench, here, there| here.route == there.route && turn(bench, here, there))
    }
}

fn turn(bench: &mut Workbench, here: Place, there: Place) -> bool {
    let (low, high) = (here.at.min(there.at), here.at.max(there.at));
    // The near stop comes right after, or right before: everything from the stop after the first on, or up to the stop before the second.
    turn_row(bench, here.route, low + 1, high + 1) || turn_row(bench, here.route, low, high)
}

fn turn_row(bench: &mut Workbench, route: usize, first: usize, end: usize) -> bool {
    if end - first < 2 || !bench.outline(route).is_of_one_trip(first, end) {
        return false;
    }
    let (head, tail) = (bench.location(route, first), bench.location(route, end - 1));
    let (into, out) = (bench.gate_into(route, first), bench.gate_into(route, end));
    let old = bench.way(route, first) + bench.way(route, end);
    let new = bench.joint(route, bench.before(route, first), tail, into) + bench.joint(route, head, bench.at(route, end), out);
    let (there, back) = (bench.outline(route).stretch(first, end).way, bench.outline(route).way_back(first, end));
    let longer = bench.cost_of(route, back) - bench.cost_of(route, there);
    if new + longer >= old + bench.slack(route) + ROUNDING {
        return false;
    }
    let n = bench.len(route);
    let turned = Piece::Reversed { route, first, end };
    bench.attempt(&[(route, &[Piece::stretch(route, 0, first), turned, Piece::stretch(route, end, n)])])
}

/// Costs of legs are rounded one by one, those of ways as a whole.
const ROUNDING: i64 = 2;
