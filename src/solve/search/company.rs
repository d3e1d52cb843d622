//! How the islands of a run work together.

use crate::solve::breeding;
use crate::solve::parts::{FEWEST_POINTS, can_be_shared};
use crate::solve::setup::Setup;

/// How islands work together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Company {
    /// Each has its own plan; now and then they exchange.
    Apart,
    /// Each has its own plan, generation after generation, bred from the best of those before.
    Breeding,
    /// Each works on its own part of one plan.
    InParts,
    /// Each works on all of one plan, and they join every few iterations.
    Together,
}

impl Company {
    pub fn of(setup: &Setup, n_islands: usize, has_start: bool) -> Self {
        match n_islands {
            2.. if can_be_shared(setup) => Self::InParts,
            _ if breeding::suits(setup) && !has_start => Self::Breeding,
            0..2 => Self::Apart,
            // Of few points, what several islands change is too often the same; and a single day is soon searched through: two plans find more than one.
            _ if setup.is_small() || setup.n_days == 1 && setup.is_service_fixed && setup.n_points < FEWEST_POINTS => Self::Apart,
            // Its iterations are so short that to join takes half as long as to search: two threads do 1.3 times the work of one, with plans of their own twice as much. Of three classic weeks (pr03, pr04,
            // pr08; 60 seconds, seed 1) the mean gap is 0.7 % so, with or without exchange, and was 1.2 % together (0.9 % with pr03 and pr04 run once more).
            _ if setup.is_searched_for_costs() => Self::Apart,
            _ => Self::Together,
        }
    }

    /// Whether each island has its own plan.
    pub fn is_of_many_plans(self) -> bool {
        matches!(self, Self::Apart | Self::Breeding)
    }
}
