//! Exchanges the drivers of whole days.

use super::Operator;
use super::piece::Piece;
use super::workbench::Workbench;

/// Exchanges the whole days of two trucks of different kinds, or gives one to an unused truck of another kind.
pub(super) struct TruckSwap;

impl Operator for TruckSwap {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        let setup = bench.setup;
        if setup.kinds.len() < 2 {
            return false;
        }
        let exchanged =
            bench.over_routes(number, |bench, a, b| setup.kind(bench.truck(a)) != setup.kind(bench.truck(b)) && exchange(bench, a, b));
        let given = (0..bench.draft.routes.len()).fold(false, |given, route| given | give(bench, route));
        exchanged || given
    }
}

fn exchange(bench: &mut Workbench, a: usize, b: usize) -> bool {
    let whole = |route: usize| [Piece::stretch(route, 0, bench.len(route))];
    let (of_a, of_b) = (whole(a), whole(b));
    bench.attempt(&[(a, &of_b), (b, &of_a)])
}

/// Gives a truck's day to the first unused truck of each other kind.
fn give(bench: &mut Workbench, route: usize) -> bool {
    let (setup, day) = (bench.setup, bench.day(route));
    if bench.draft.frozen[route] || bench.len(route) == 0 {
        return false;
    }
    let own = setup.kind(bench.truck(route));
    (0..setup.kinds.len()).filter(|kind| *kind != own).any(|kind| {
        let Some(truck) = bench.draft.unused_truck(kind, day) else { return false };
        let whole = [Piece::stretch(route, 0, bench.len(route))];
        bench.attempt(&[(route, &[]), (setup.route(truck, day), &whole)])
    })
}
