//! Problem → Plan: granular, pattern-aware ruin and recreate with simulated annealing on islands.
//!
//! [`plan`] is the door, [`plan_from`] the same from a plan that exists. Inside, an [`island`] takes visits out of its [`draft`] ([`ruin`]), puts them back where they cost least
//! ([`recreate`], [`insertion`]), places unloads at least cost ([`unloading`]), gives up what is seen to be too dear already, runs the exact [`clock`] of the touched days, asks the rules ([`crate::constraint::RuleSet`]) how far they are from being kept, and keeps
//! the result or undoes it, as the [`schedule`] of the run has it. Weeks of few points are searched again and again, from plans bred of those found before ([`breeding`]); where points are very few and a day depends on them alone, its cheapest routes are found first ([`route_table`]) and only its points are left to choose ([`day_choice`]). [`mend`] plans points of truck-days at fault anew and [`repair`] gives up visits until every rule is kept, [`fill`] makes the plan maximal, [`finish`] writes it down.
//! [`Steps`] shows benches what single steps cost.

mod addition;
mod breeding;
mod changes;
mod clock;
mod day_choice;
mod draft;
mod fill;
mod finish;
mod frontier;
mod insertion;
mod island;
mod legs;
#[cfg(test)]
mod maximal;
mod mend;
mod observe;
mod params;
mod parts;
mod polish;
mod price;
mod recreate;
mod repair;
mod route;
mod route_table;
mod ruin;
mod schedule;
mod search;
mod segment;
mod service;
mod setup;
mod snapshot;
mod start;
mod steps;
mod stop;
#[cfg(test)]
pub(crate) mod tests;
mod today;
mod unloading;
mod unused;
mod worth;

pub use addition::plans_with_visit;
pub use frontier::{FrontierPlan, frontier};
pub use observe::{Observer, Progress, Silent};
pub use params::{Parameters, ServiceCourse};
pub use search::{plan, plan_from};
pub use steps::{Steps, Tables};
pub use stop::StopRule;
pub use today::plan_today;
