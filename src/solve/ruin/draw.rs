//! Which ruin comes next.

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{RUINS, Ruin};
use crate::solve::setup::Setup;

/// How often a ruin is drawn, in shares of the sum over all ruins: where a search roams among few points, in weeks of many points of which only the costs are searched for and no truck unloads
/// under way, where service is decided and counts, there while it only descends, in other weeks with patterns to choose, and on a single day.
#[derive(Clone, Copy, Debug)]
pub(in crate::solve) struct Weight {
    pub roaming: u32,
    pub costs_of_week: u32,
    pub service: u32,
    pub descent: u32,
    pub week: u32,
    pub day: u32,
}

impl Weight {
    /// Drawn nowhere.
    pub const NEVER: Self = Self { roaming: 0, costs_of_week: 0, service: 0, descent: 0, week: 0, day: 0 };
}

/// What a search of a week is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::solve) enum Stage {
    /// Costs, or requirements before service counts.
    First,
    /// Service counts.
    Service,
    /// Only the way down from the best plan.
    Descent,
}

/// Draws a ruin for a problem; a search that `roams` among few points takes larger ones, later stages smaller ones.
pub(in crate::solve) fn draw(setup: &Setup, roams: bool, stage: Stage, rng: &mut Xoshiro256PlusPlus) -> &'static dyn Ruin {
    let weight = |weight: &Weight| match setup.n_days {
        1 => weight.day,
        _ if roams => weight.roaming,
        _ if setup.is_searched_for_costs() => weight.costs_of_week,
        _ if stage == Stage::Descent => weight.descent,
        _ if stage == Stage::Service && !setup.is_small() => weight.service,
        _ => weight.week,
    };
    let mut ticket = rng.random_range(0..RUINS.iter().map(|(item, _)| weight(item)).sum());
    for (item, ruin) in RUINS {
        if ticket < weight(item) {
            return *ruin;
        }
        ticket -= weight(item);
    }
    unreachable!("the ticket is below the sum of the weights")
}
