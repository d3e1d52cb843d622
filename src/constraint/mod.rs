//! Rules and requirements, and the independent judge of a plan.
//!
//! One file for each rule, one line for each in [`CONSTRAINTS`]; the same for what the district owes, in [`REQUIREMENTS`].
//! [`verify`] replays a plan from its decisions only ([`Replay`]) and asks each of them.
//!
//! Each rule states itself twice in its file: obviously, for the judge ([`Constraint::verify`]), and fast, for the search ([`Rule`]),
//! or it says why no state of the search can break it. The two forms share no arithmetic. Of requirements the search knows by the
//! patterns of a point, each of which says whether it meets them ([`crate::model::Pattern::admissible`]).
//!
//! # Why a requirement is no rule
//! Today's schedule breaks requirements, and with too few trucks no plan meets them all: such a plan is listed, not refused.

mod crew_day;
mod finding;
mod objective;
mod replay;
mod rule;
mod shelf;
mod sums;
#[cfg(test)]
mod trial;
mod verdict;
mod yard_week;

mod access;
mod allowed_days;
mod availability;
mod bays;
mod budget;
mod containers;
mod daily_intake;
mod driving;
mod empty_at_home;
mod greatest_frequency;
mod least_frequency;
mod listed_patterns;
mod longest_wait;
mod once_a_day;
mod opening_hours;
mod payload;
mod records;
mod rest;
mod shift;
mod volume;
mod window;
mod working_time;
mod yard;

pub use finding::{Finding, FindingKind, WordedFinding};
pub use objective::{Cost, cost, distinct_patterns, objective};
pub use replay::{Action, Event, Halt, Pause, Place, Replay, RouteReplay};
pub use rule::{ClockScope, Constraint, Kept, Rule};
pub use shelf::{RuleSet, clock_scope, is_watched};
pub use shift::hours_under_way;
pub use sums::{Excess, RouteSums, StopSums, TimedTip, TripSums, UnloadSums, WeekSums};
pub use verdict::{Verdict, shortfalls, verify, verify_replayed};
pub use yard_week::{Tip, YardWeek};

shelf::rules! {
    /// Every rule, in the order they are reported.
    pub const CONSTRAINTS = [
        availability::Availability,
        access::Access,
        allowed_days::AllowedDays,
        greatest_frequency::GreatestFrequency,
        listed_patterns::ListedPatterns,
        once_a_day::OnceADay,
        window::ServiceWindow,
        payload::Payload,
        volume::Volume,
        empty_at_home::EmptyAtHome,
        shift::Shift,
        working_time::WorkingTime,
        driving::Driving,
        rest::Rest,
        opening_hours::OpeningHours,
        bays::Bays,
        yard::Yard,
        daily_intake::DailyIntake,
        budget::Budget,
        records::Records,
    ];
}

/// Every requirement, in the order they are reported.
pub const REQUIREMENTS: &[&dyn Constraint] = &[&least_frequency::LeastFrequency, &longest_wait::LongestWait, &containers::Containers];
