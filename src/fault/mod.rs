//! Faults in input: one type for the terminal, for JSON and for the web.
//!
//! A reader never stops at the first fault: it records each one in [`Faults`] and goes on, so that all of them are
//! reported at once. A fault carries a code and arguments; its words come from the catalogue (`fault-CODE` and its
//! attribute `help`).

mod found;
mod place;
mod suggestion;

pub use found::{Fault, Faults, Severity, WordedFault};
pub use place::{Place, Source};
pub use suggestion::{NO_SUGGESTION, did_you_mean, plain_letters};
