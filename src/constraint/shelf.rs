//! Turns the list of rules into two things: a list to walk through, and sums of fast forms that the compiler lays out in line.
//!
//! # Why
//!
//! The search asks for the excess of a route some hundred thousand times a second. A call through a list of rules costs more
//! than most rules do; written out rule by rule, those that say nothing of a route vanish.

use super::CONSTRAINTS;
use super::rule::{ClockScope, Kept};
use crate::model::Problem;

/// Some of the rules: those whose excess the search adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleSet(u64);

impl RuleSet {
    /// The rules that the search has to price where clocks are run for `scope`.
    pub fn priced(scope: ClockScope) -> Self {
        let is_priced = |kept: Kept| kept == Kept::BySums || (kept == Kept::ByClock && scope > ClockScope::Sums);
        let numbers = CONSTRAINTS.iter().enumerate().filter(|(_, rule)| is_priced(rule.kept()));
        Self(numbers.fold(0, |set, (number, _)| set | 1 << number))
    }

    /// One rule of the list.
    #[cfg(test)]
    pub fn only(number: usize) -> Self {
        Self(1 << number)
    }

    /// Whether the rule with this number of the list is among them.
    #[inline]
    pub fn has(self, number: usize) -> bool {
        self.0 >> number & 1 == 1
    }
}

/// How much of a day the clocks of a problem must live through, so that no rule is missed.
pub fn clock_scope(problem: &Problem) -> ClockScope {
    CONSTRAINTS.iter().map(|rule| rule.clock_scope(problem)).max().unwrap_or(ClockScope::Sums)
}

/// Whether any rule asks when service at a point starts.
pub fn is_watched(problem: &Problem, point: usize) -> bool {
    CONSTRAINTS.iter().any(|rule| rule.watches(problem, point))
}

/// Writes a list of rules (`file::Rule`) as a constant, and for [`RuleSet`] the sums of their fast forms.
macro_rules! rules {
    ($(#[$doc:meta])* pub const $list:ident = [$($file:ident::$rule:ident),+ $(,)?];) => {
        $(#[$doc])*
        pub const $list: &[&dyn Rule] = &[$(&$file::$rule),+];

        /// Places in the list.
        enum Number {
            $($rule),+
        }

        const _: () = assert!($list.len() <= 64, "a set of rules has 64 bits");

        $crate::constraint::shelf::sum_of_rules! {
            [$($file::$rule),+]
            /// Excess of one stop.
            at_stop(stop: StopSums)
            /// Excess of one unload.
            at_unload(unload: UnloadSums)
            /// Excess of one trip.
            of_trip(trip: TripSums)
            /// Excess of one route.
            of_route(route: RouteSums)
            /// Excess of the week.
            of_week(week: WeekSums)
        }
    };
}

/// Writes one sum over all rules of a list for each of the functions.
macro_rules! sum_of_rules {
    ($rules:tt $($(#[$doc:meta])* $form:ident($sums:ident: $kind:ident))+) => {
        impl RuleSet {
            $($crate::constraint::shelf::sum_of_rules! { @one $rules $(#[$doc])* $form($sums: $kind) })+
        }
    };
    (@one [$($file:ident::$rule:ident),+] $(#[$doc:meta])* $form:ident($sums:ident: $kind:ident)) => {
        $(#[$doc])*
        #[inline]
        pub fn $form(self, $sums: &$kind) -> Excess {
            let mut excess = Excess::NONE;
            $(if self.has(Number::$rule as usize) {
                excess += Rule::$form(&$file::$rule, $sums);
            })+
            excess
        }
    };
}

pub(super) use {rules, sum_of_rules};
