//! Local search on a draft: one file for each operator, and one line in [`OPERATORS`].
//!
//! # Why
//!
//! Ruin and recreate leaves small faults that the eye sees at once: crossing legs, a stop in the wrong truck, two points whose days should
//! be exchanged. [`polish`] runs every operator over pairs of near stops (Toth and Vigo 2003, <https://doi.org/10.1287/ijoc.15.4.333.24890>) until
//! none improves. An operator cuts truck-days into pieces and joins them anew ([`piece`]); the [`workbench`] compares the ways first,
//! then joins the [`outline`]s of the pieces into an [`estimate`], and makes only those moves in the draft that promise a lower price. The
//! draft settles them exactly, and they stay if they keep the promise.

mod descent;
mod estimate;
mod open_truck;
mod or_opt;
mod outline;
mod pattern_shift;
mod pattern_swap;
mod piece;
mod relocate;
mod swap;
mod swap_star;
#[cfg(test)]
mod tests;
mod trip_swap;
mod truck_swap;
mod two_opt;
mod two_opt_star;
mod visits;
mod workbench;

pub(super) use descent::polish;
pub(super) use workbench::PolishSpace;

use workbench::Workbench;

/// A kind of move.
trait Operator: Sync {
    /// Makes every move that lowers the price, the first one found each time; whether there was one. `number` is the operator's place on the shelf.
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool;
}

/// Every operator, in the order they are tried: cheap and frequent first.
const OPERATORS: &[&dyn Operator] = &[
    &relocate::Relocate,
    &or_opt::OrOpt,
    &two_opt::TwoOpt,
    &two_opt_star::TwoOptStar,
    &swap::Swap,
    &swap_star::SwapStar,
    &open_truck::OpenTruck,
    &trip_swap::TripSwap,
    &truck_swap::TruckSwap,
    &pattern_shift::PatternShift,
    &pattern_swap::PatternSwap,
];
