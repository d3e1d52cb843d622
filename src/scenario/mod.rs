//! Scenarios: ordered lists of changes to a copy of a project, and what comes of them.
//!
//! A [`Scenario`] is a small TOML file. [`Scenario::apply`] takes a [`World`] (a project's rows, its fleet, its week) and gives another one, or
//! every fault of every change at once; roads, travel times and problem are then made from the new rows as from any others. A kind of change is one
//! file in `changes/` and one line in [`CHANGES`].
//!
//! # Why rows and not the problem
//! A closed road, a slower lane or a narrower truck changes every travel time; more waste changes patterns and loads. Whoever changes the rows gets all of
//! that from the one place where it is worked out.

mod apply;
mod change;
mod changes;
mod difference;
mod effect;
mod fleet_curve;
mod lookup;
mod measured;
mod moves;
mod names;
mod read;
pub mod replan;
mod resample;
mod trial;
mod world;

pub use change::Change;
pub use changes::CHANGES;
pub use difference::Difference;
pub use effect::{Effect, RESAMPLED, Variant, resampled};
pub use fleet_curve::{FleetStep, fleet_curve};
pub use measured::{Measured, PointVisits};
pub use moves::apply_moves;
pub use read::Scenario;
pub use resample::Resample;
pub use trial::{Outcome, Trial};
pub use world::World;
