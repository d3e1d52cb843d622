//! Moves and exchanges whole trips.

use super::Operator;
use super::piece::Piece;
use super::workbench::Workbench;

/// Moves a trip to another truck, or exchanges it with one of that truck.
pub(super) struct TripSwap;

impl Operator for TripSwap {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        bench.over_routes(number, |bench, a, b| {
            let unloads = |route| !bench.setup.gates(bench.truck(route), bench.day(route)).is_empty();
            unloads(a) && unloads(b) && (exchange(bench, a, b) || move_trip(bench, a, b) || move_trip(bench, b, a))
        })
    }
}

fn trips(bench: &Workbench, route: usize) -> Vec<(usize, usize)> {
    bench.outline(route).trip_ends(bench.len(route)).collect()
}

fn exchange(bench: &mut Workbench, a: usize, b: usize) -> bool {
    let (n_a, n_b) = (bench.len(a), bench.len(b));
    for (first, end) in trips(bench, a) {
        for (other_first, other_end) in trips(bench, b) {
            let new_a = [Piece::stretch(a, 0, first), Piece::stretch(b, other_first, other_end), Piece::stretch(a, end, n_a)];
            let new_b = [Piece::stretch(b, 0, other_first), Piece::stretch(a, first, end), Piece::stretch(b, other_end, n_b)];
            if bench.attempt(&[(a, &new_a), (b, &new_b)]) {
                return true;
            }
        }
    }
    false
}

fn move_trip(bench: &mut Workbench, a: usize, b: usize) -> bool {
    let (n_a, n_b) = (bench.len(a), bench.len(b));
    for (first, end) in trips(bench, a) {
        let rest = [Piece::stretch(a, 0, first), Piece::stretch(a, end, n_a)];
        for at in trips(bench, b).into_iter().map(|(first, _)| first).chain([n_b]) {
            let longer = [Piece::stretch(b, 0, at), Piece::stretch(a, first, end), Piece::stretch(b, at, n_b)];
            if bench.attempt(&[(a, &rest), (b, &longer)]) {
                return true;
            }
        }
    }
    false
}
