//! A plan repaired with the smallest change: a truck is down, a road is closed, a day falls out.
//!
//! [`replan`] is the door. What must leave its place goes to a waiting list (the sketch), from where each stop is put back by [`repair`]: on the same day with
//! another truck, on another day, with another stop moving to make room, or not at all this week. Every state that is kept has been judged by the rules
//! themselves. [`Changes`] says what differs between two plans, and [`broken_promises`] whether what was done or locked has stayed, neither knowing how
//! the repair works.
//!
//! # What counts, in this order
//! Points that lose every visit, visits that are missed, people who miss a requirement, stops that change, people whose day changes, money. Missed visits come before people: otherwise a point that has
//! lost one of its visits would lose the others, too, since its people are short already.
//!
//! # Why the week stays a cycle
//! A repaired plan is judged like any other: as a week that repeats itself. A visit that is missed is then collected by the next one of the same plan, be that in
//! the week after; and a week that passes is one that the planner may also keep.

mod by_hand;
mod changes;
mod disturbance;
mod force;
mod improve;
mod promises;
mod repair;
mod room;
mod sketch;
#[cfg(test)]
mod tests;

pub use by_hand::{edit_by_hand, with_breaks_placed};
pub use changes::{Changes, Missed, Moved, Visit};
pub use disturbance::Disturbance;
pub use promises::broken_promises;
pub use repair::{Replanned, replan, with_reserve_used};
