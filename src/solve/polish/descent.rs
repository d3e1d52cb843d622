//! The local search: every operator in turn, until none improves.

use super::workbench::{PolishSpace, Workbench};
use super::{OPERATORS, Operator};
use crate::solve::draft::Draft;
use crate::solve::price::Prices;

/// Improves a settled and kept draft until no operator finds a move that lowers its price; whether there was one.
///
/// Where `scope` names truck-days, only moves that touch one of these or one that was changed since are looked for: cheap after a small change.
/// Frozen truck-days stay as they are. The price never rises, so a draft that keeps every rule goes on to keep them only as far as penalties
/// outweigh costs. Same draft and prices, same result. A pass without an improvement is O(visits · near points).
pub(in crate::solve) fn polish(draft: &mut Draft, prices: &Prices, scope: Option<&[usize]>, space: &mut PolishSpace) -> bool {
    run(draft, prices, scope, space, OPERATORS)
}

pub(super) fn run(
    draft: &mut Draft,
    prices: &Prices,
    scope: Option<&[usize]>,
    space: &mut PolishSpace,
    operators: &[&dyn Operator],
) -> bool {
    let mut bench = Workbench::new(draft, prices, scope, space, operators.len());
    let mut improved = false;
    loop {
        let before = bench.value();
        operators.iter().enumerate().for_each(|(number, operator)| {
            operator.improve(&mut bench, number);
        });
        if bench.value() == before {
            return improved;
        }
        improved = true;
    }
}
