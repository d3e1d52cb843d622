//! Exchanges the ends of two truck-days, or of two trips of one.

use super::Operator;
use super::piece::Piece;
use super::relocate::costs_of_day;
use super::workbench::{Place, Workbench};

/// Cuts two truck-days, and drives the end of each after the begin of the other; or both begins, one turned around, and both ends; or
/// exchanges the ends of two trips of one truck-day. A near stop comes to follow the other.
///
/// 2-opt* of Potvin and Rousseau (1995), An exchange heuristic for routeing problems with time windows.
pub(super) struct TwoOptStar;

impl Operator for TwoOptStar {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        bench.over_pairs(number, |bench, here, there| {
            if here.route == there.route {
                exchange_in_day(bench, here, there)
            } else {
                exchange(bench, here, there) || exchange(bench, there, here) || join_begins(bench, here, there)
            }
        })
    }
}

/// `there` follows `here`: the begin of one and the end of the other, and the rest.
fn exchange(bench: &mut Workbench, here: Place, there: Place) -> bool {
    let (a, b, cut) = (here.route, there.route, here.at + 1);
    if are_alike(bench, a, b) {
        let gate = bench.gate_into(a, cut).or_else(|| bench.gate_into(b, there.at));
        let old = bench.way(a, cut) + bench.way(b, there.at);
        let begin_only = there.at == 0 && cut == bench.len(a);
        let rest = if begin_only { 0 } else { bench.joint(b, bench.before(b, there.at), bench.at(a, cut), gate) };
        let new = bench.cost(a, bench.location(a, here.at), bench.location(b, there.at)) + rest;
        let saved = bench.slack(a) + bench.slack(b) + if begin_only { costs_of_day(bench, b) } else { 0 };
        if new >= old + saved {
            return false;
        }
    }
    let (n_a, n_b) = (bench.len(a), bench.len(b));
    let first = [Piece::stretch(a, 0, cut), Piece::stretch(b, there.at, n_b)];
    let second = [Piece::stretch(b, 0, there.at), Piece::stretch(a, cut, n_a)];
    bench.attempt(&[(a, &first), (b, &second)])
}

/// Both begins up to the two stops, the second one turned around; and both ends, the first one turned around.
fn join_begins(bench: &mut Workbench, here: Place, there: Place) -> bool {
    let (a, b) = (here.route, there.route);
    let (cut_a, cut_b) = (here.at + 1, there.at + 1);
    let (n_a, n_b) = (bench.len(a), bench.len(b));
    if !are_alike(bench, a, b)
        || !bench.outline(b).is_of_one_trip(0, cut_b)
        || (cut_a < n_a && !bench.outline(a).is_of_one_trip(cut_a, n_a))
    {
        return false;
    }
    let (way_a, way_b) = (bench.outline(a), bench.outline(b));
    let mut turned = bench.cost_of(b, way_b.way_back(0, cut_b)) - bench.cost_of(b, way_b.stretch(0, cut_b).way);
    let home = bench.before(a, 0);
    let begin = bench.location(b, 0);
    let mut old = bench.way(a, cut_a) + bench.way(b, cut_b) + bench.way(b, 0);
    // The unload at the end of the day is driven to from another stop.
    let mut new =
        bench.cost(a, bench.location(a, here.at), bench.location(b, there.at)) + bench.joint(a, begin, home, bench.gate_into(a, n_a));
    if cut_a < n_a {
        let (first, last) = (bench.location(a, cut_a), bench.location(a, n_a - 1));
        turned += bench.cost_of(a, way_a.way_back(cut_a, n_a)) - bench.cost_of(a, way_a.stretch(cut_a, n_a).way);
        old += bench.way(a, n_a);
        new += bench.cost(b, home, last) + bench.joint(b, first, bench.at(b, cut_b), bench.gate_into(b, cut_b));
    } else if cut_b < n_b {
        new += bench.joint(b, home, bench.at(b, cut_b), None);
    }
    let empties = cut_a == n_a && cut_b == n_b;
    let saved = bench.slack(a) + bench.slack(b) + if empties { costs_of_day(bench, b) } else { 0 };
    if new + turned >= old + saved + ROUNDING {
        return false;
    }
    let first = [Piece::stretch(a, 0, cut_a), Piece::Reversed { route: b, first: 0, end: cut_b }];
    let second = [Piece::Reversed { route: a, first: cut_a, end: n_a }, Piece::stretch(b, cut_b, n_b)];
    bench.attempt(&[(a, &first), (b, &second)])
}

/// Costs of legs are rounded one by one, those of ways as a whole.
const ROUNDING: i64 = 4;

/// Whether two trucks drive the same ways at the same cost from the same depot.
fn are_alike(bench: &Workbench, a: usize, b: usize) -> bool {
    let (first, second) = (bench.truck(a), bench.truck(b));
    std::ptr::eq(bench.setup.legs(first), bench.setup.legs(second)) && bench.setup.home(first) == bench.setup.home(second)
}

/// Exchanges the ends of the trips of two stops of a truck-day: the second follows the first.
fn exchange_in_day(bench: &mut Workbench, here: Place, there: Place) -> bool {
    let (route, n) = (here.route, bench.len(here.route));
    // The later stop begins an end, the earlier one ends a begin; or the other way round, one position on.
    let (low, high) = if here.at < there.at { (here.at + 1, there.at) } else { (there.at, here.at + 1) };
    if low >= high || bench.outline(route).is_of_one_trip(low.min(n - 1), high.min(n - 1) + 1) {
        return false;
    }
    let end_of = |at: usize| bench.outline(route).trip_ends(n).map(|(_, end)| end).find(|end| *end >= at).unwrap_or(n);
    let (end_low, end_high) = (end_of(low), end_of(high));
    if end_low >= high {
        return false;
    }
    let begin = [Piece::stretch(route, 0, low), Piece::stretch(route, high, end_high), Piece::stretch(route, end_low, high)];
    let pieces = [begin[0], begin[1], begin[2], Piece::stretch(route, low, end_low), Piece::stretch(route, end_high, n)];
    bench.attempt(&[(route, &pieces)])
}
