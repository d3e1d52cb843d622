//! What a rule and a requirement have in common, and how the search keeps a rule.

use super::finding::Finding;
use super::replay::Replay;
use super::sums::{Excess, RouteSums, StopSums, TripSums, UnloadSums, WeekSums};
use crate::model::{Facility, Plan, Problem};

/// A rule or a requirement, stated in the obvious way.
pub trait Constraint: Sync {
    /// Stable code, `kebab-case`; its messages in the catalogue begin with `rule-` or `requirement-` and this.
    fn code(&self) -> &'static str;

    /// Adds a finding for each place where `plan`, whose replay is `replay`, breaks it.
    fn verify(&self, problem: &Problem, plan: &Plan, replay: &Replay, findings: &mut Vec<Finding>);
}

/// A rule, stated a second time for the search: by how much a stop, an unload, a trip, a route or the week goes beyond it.
///
/// A fast form asks only for what the search has added up anyway, O(1) or O(facilities), and shares no arithmetic with
/// [`Constraint::verify`]; a test of the search holds the two together on random plans. A rule fills in those of the functions
/// that it is about, and the search adds up whatever they return.
pub trait Rule: Constraint {
    /// How the search keeps it.
    fn kept(&self) -> Kept;

    /// How much of a day a clock must live through for the rule to be able to bind in `problem`.
    fn clock_scope(&self, _problem: &Problem) -> ClockScope {
        ClockScope::Sums
    }

    /// Whether [`Rule::at_stop`] may find something at a point; where no rule asks, trips are added up without a time for each stop.
    fn watches(&self, _problem: &Problem, _point: usize) -> bool {
        false
    }

    /// Excess of one stop; asked where a clock walks from stop to stop.
    fn at_stop(&self, _stop: &StopSums) -> Excess {
        Excess::NONE
    }

    /// Excess of one unload; asked where a clock is run.
    fn at_unload(&self, _unload: &UnloadSums) -> Excess {
        Excess::NONE
    }

    /// Excess of one trip.
    fn of_trip(&self, _trip: &TripSums) -> Excess {
        Excess::NONE
    }

    /// Excess of one route.
    fn of_route(&self, _route: &RouteSums) -> Excess {
        Excess::NONE
    }

    /// Excess of the week.
    fn of_week(&self, _week: &WeekSums) -> Excess {
        Excess::NONE
    }
}

/// How the search keeps a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// No state of the search can break it, for this reason; it has no fast form.
    ByConstruction(&'static str),
    /// By a fast form that needs loads, durations and money only.
    BySums,
    /// By a fast form that needs clock times. Where [`Rule::clock_scope`] asks for none, only what breaks another rule can break it,
    /// and it is passed over.
    ByClock,
}

/// How much of the day a route's clock depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClockScope {
    /// On nothing but the sums of the route: no windows, no closing gates, no queue, no break.
    Sums,
    /// On the route alone: no truck ever waits for another.
    Route,
    /// On all routes of the day, which queue at the gates.
    Day,
}

/// The facilities that some truck reaches.
pub(super) fn facilities_in_use(problem: &Problem) -> impl Iterator<Item = &Facility> {
    problem.facilities.iter().filter(|facility| facility.reached_by.iter().any(|reached| *reached))
}
