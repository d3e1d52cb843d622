//! What no plan can exceed: a bound on service that holds for every plan, and which resource keeps service from being better.
//!
//! [`service_bound`] relaxes the problem: of each point only a mixture of its patterns is chosen, of each day only the hours, the kilograms
//! and the money are added up, and driving is replaced by a [`cuts::CutTree`], a road tree whose every branch is crossed at least so
//! often. The relaxation is solved by multipliers ([`multipliers`]), each of which gives a valid bound; the best one is reported.
//!
//! [`explain`] says why a point is not visited once more.
//!
//! # Why not an LP solver
//! For whole districts the linear program has some hundred thousand entries and must be solved in about a second, beside a search; the
//! multipliers of a handful of resources reach the same value nearly, need O(points) a step and are valid whenever they stop.

mod cuts;
mod explain;
mod multipliers;
mod relaxation;
mod relief;
mod service;
#[cfg(test)]
mod tests;

pub use explain::{Change, Explanation, explain};
pub use relaxation::{Limit, Scarce};
pub use relief::Need;
pub use service::{ServiceBound, service_bound};
