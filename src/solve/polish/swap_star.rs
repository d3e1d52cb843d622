//! Exchanges two stops of two trucks, each to its best place.

use super::Operator;
use super::piece::Piece;
use super::workbench::Workbench;

/// Exchanges a stop of each of two trucks; either may go anywhere in the other's day, not only where the other one was.
///
/// SWAP* of Vidal (2022), <https://doi.org/10.1016/j.cor.2021.105643>, section 3: a stop's best place in a truck-day without another stop
/// is that stop's own, or one of the three best with it. Unlike there, pairs of truck-days are those with near stops, and the first
/// exchange found is made.
pub(super) struct SwapStar;

/// A position and what the ways cost more there.
type Position = (i64, usize);

/// The three best positions, best first.
type Best = [Position; 3];

const NONE: Position = (i64::MAX, usize::MAX);

impl Operator for SwapStar {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        bench.over_routes(number, |bench, a, b| {
            let mut improved = false;
            while exchange(bench, a, b) {
                improved = true;
            }
            improved
        })
    }
}

fn exchange(bench: &mut Workbench, a: usize, b: usize) -> bool {
    if bench.len(a) == 0 || bench.len(b) == 0 {
        return false;
    }
    let best_of = |from: usize, to: usize| -> Vec<Best> { (0..bench.len(from)).map(|at| best_positions(bench, from, at, to)).collect() };
    let (of_a, of_b) = (best_of(a, b), best_of(b, a));
    let savings = |route: usize| -> Vec<i64> { (0..bench.len(route)).map(|at| bench.saving(route, at, at + 1)).collect() };
    let (saved_a, saved_b) = (savings(a), savings(b));
    let slack = bench.slack(a) + bench.slack(b);
    for i in 0..bench.len(a) {
        for j in 0..bench.len(b) {
            let bound = slack + saved_a[i] + saved_b[j];
            // Without the other stop, a place costs at least what the best one costs, or is the other one's own.
            let (cost_i, at_i) = place_without(bench, (a, i), (b, j), &of_a[i], saved_b[j]);
            if cost_i >= bound {
                continue;
            }
            let (cost_j, at_j) = place_without(bench, (b, j), (a, i), &of_b[j], saved_a[i]);
            if cost_i.saturating_add(cost_j) < bound && make(bench, (a, i, at_i), (b, j, at_j)) {
                return true;
            }
        }
    }
    false
}

/// The best positions for stop `at` of a truck-day within another one: those between stops of a trip, and the begin and end of the day.
fn best_positions(bench: &Workbench, from: usize, at: usize, to: usize) -> Best {
    let here = bench.location(from, at);
    let mut best = [NONE; 3];
    for position in 0..=bench.len(to) {
        let cost = bench.adding(to, position, here, here);
        if cost < best[2].0 {
            best[2] = (cost, position);
            best.sort_unstable();
        }
    }
    best
}

/// The best position for a stop of one truck-day in the other one without `gone`.
fn place_without(bench: &Workbench, (from, at): (usize, usize), (to, gone): (usize, usize), best: &Best, saved: i64) -> Position {
    let here = bench.location(from, at);
    let gate = (bench.gate_into(to, gone), bench.gate_into(to, gone + 1));
    let into = bench.joint(to, bench.before(to, gone), here, gate.0) + bench.joint(to, here, bench.at(to, gone + 1), gate.1);
    // In the other one's place, what is saved there is not saved: the ways around it stay, to another stop.
    let in_place = into - bench.way(to, gone) - bench.way(to, gone + 1) + saved;
    let elsewhere = best.iter().copied().find(|(_, position)| *position != gone && *position != gone + 1).unwrap_or(NONE);
    elsewhere.min((in_place, gone))
}

/// Puts stop `i` of the first before position `at_i` of the second, and the other way round; a stop's own position is where it leaves.
fn make(bench: &mut Workbench, (a, i, at_i): (usize, usize, usize), (b, j, at_j): (usize, usize, usize)) -> bool {
    let new_a = pieces(bench, a, i, at_j, Piece::stretch(b, j, j + 1));
    let new_b = pieces(bench, b, j, at_i, Piece::stretch(a, i, i + 1));
    bench.attempt(&[(a, &new_a), (b, &new_b)])
}

/// A truck-day without stop `gone`, with another stop before position `at`.
pub(super) fn pieces(bench: &Workbench, route: usize, gone: usize, at: usize, new: Piece) -> [Piece; 4] {
    let piece = |first, end| Piece::stretch(route, first, end);
    let n = bench.len(route);
    if at <= gone {
        [piece(0, at), new, piece(at, gone), piece(gone + 1, n)]
    } else {
        [piece(0, gone), piece(gone + 1, at), new, piece(at, n)]
    }
}
