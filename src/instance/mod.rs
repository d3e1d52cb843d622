//! Classic benchmark instances as problems: one file for each format, one line for each in [`FORMATS`].
//!
//! A format knows its files, reads one into an [`Instance`] with all faults at once, and writes a plan in the form in which the
//! solutions of its set are published. What classic problems have in common is built in one place, so that every set differs from a
//! district by properties of the [`Problem`](crate::model::Problem) only: no waiting counts, loads do not depend on the gap, patterns are
//! listed, and limits that a set does not have are out of reach.

mod cvrp;
mod format;
mod kind;
mod outline;
mod pvrp;
mod pvrpif;
mod script;
mod solution;
mod tree;
#[cfg(test)]
mod trial;
mod waste;

pub use format::{Format, read};
pub use kind::Instance;

/// Every format that is read, in the order in which they are asked whether a file is theirs.
pub const FORMATS: &[&dyn Format] = &[&cvrp::Cvrp, &pvrpif::PvrpIf, &waste::Waste, &pvrp::Pvrp];
