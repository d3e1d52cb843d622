//! The question ([`Problem`]) and its answer ([`Plan`]): immutable, in whole seconds, metres, kilograms, litres and đồng.
//!
//! # Glossary
//!
//! One word per thing; other names used in papers stand in brackets.
//!
//! - **Week**: the cyclic horizon of `T` days, day 0 = Monday. Classic instances have another `T` and may not be cyclic.
//! - **Clock time**: seconds from midnight of the day; past midnight it goes on beyond 24:00.
//! - **Point**: a collection point (customer) with **containers**. A **visit** empties it; at most one a day, by one truck.
//! - **Gap** of a visit: days since the previous visit on the cycle; 7 for a single visit a week. A visit on day `d` with gap
//!   `g` has the **load** of the waste of the `g` days `d−g+1 … d`, day `d` included.
//! - **Pattern** (visit pattern, schedule of a point): a set of days. It is **admissible** when it meets every requirement of
//!   its point: size between least and greatest frequency, no gap longer than the longest wait, every load within the containers.
//! - **Waiting age** of a point: `Σ g² / 2T` days, the mean time its waste waits; `T` where it is not served.
//! - **Schedule**: the chosen patterns of all points. **Plan**: schedule and routes.
//! - **Truck** (vehicle, with its crew) drives a **route** a **day** (a *truck-day*): depot → … → depot. A route is one or more
//!   **trips**, each ended by an **unload** (dump, intermediate facility) at a **facility**; a trip is a list of **stops** joined by **legs**.
//! - **Working time**: from the start of **preparation** to the return to the depot, without the **break**; waiting counts.
//! - **Yard**: what lies before the furnace. **Bay**: a place to unload; trucks queue for it.
//! - **Rule**: physical or legal; no plan breaks one. **Requirement**: what the district owes each point; met, or listed as unmet.
//! - **Reserve**: share of working time and payload that a plan keeps free.

mod build;
mod calendar;
mod choices;
mod days;
#[cfg(test)]
pub(crate) mod examples;
mod graph;
mod ground;
mod objective;
mod pattern;
mod plan;
mod plan_file;
mod problem;
#[cfg(test)]
pub mod testing;

pub use build::build;
pub use calendar::stops_service;
pub use choices::{Choices, TruckChoice};
pub use days::DaySet;
pub use graph::{Attribute, ModelGraph, Relation, Thing};
pub use ground::Ground;
pub use objective::Objective;
pub use pattern::Pattern;
pub use plan::{Break, BreakMoment, Plan, Route, RunRecord, Stop, Trip, Unload};
pub use problem::{Commune, Depot, Facility, Furnace, Horizon, Load, Location, Point, Policy, Problem, Truck, Window};
