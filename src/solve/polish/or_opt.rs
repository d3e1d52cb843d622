//! Moves stops within their truck-day.

use super::Operator;
use super::piece::Piece;
use super::relocate::rows_beside;
use super::workbench::{Place, Workbench};

/// Moves one to three stops in a row beside a near stop of the same truck-day, in either direction; also into another trip.
///
/// After Or (1976), Traveling salesman-type combinatorial problems and their relation to the logistics of regional blood banking.
pub(super) struct OrOpt;

impl Operator for OrOpt {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        bench.over_pairs(number, |bench, here, there| here.route == there.route && shift(bench, here, there))
    }
}

fn shift(bench: &mut Workbench, here: Place, there: Place) -> bool {
    let (route, n) = (here.route, bench.len(here.route));
    rows_beside(here, there, n).any(|(first, end, at, reversed)| {
        if (first..=end).contains(&at) || !bench.outline(route).is_of_one_trip(first, end) {
            return false;
        }
        let (head, tail) = (bench.location(route, first), bench.location(route, end - 1));
        let (head, tail) = if reversed { (tail, head) } else { (head, tail) };
        let turned = bench.inner(route, first, end, route, reversed) - bench.inner(route, first, end, route, false);
        if bench.adding(route, at, head, tail) + turned >= bench.saving(route, first, end) + bench.slack(route) {
            return false;
        }
        let row = Piece::directed(route, first, end, reversed);
        if at < first {
            bench.attempt(&[(route, &[Piece::stretch(route, 0, at), row, Piece::stretch(route, at, first), Piece::stretch(route, end, n)])])
        } else {
            bench.attempt(&[(route, &[Piece::stretch(route, 0, first), Piece::stretch(route, end, at), row, Piece::stretch(route, at, n)])])
        }
    })
}
