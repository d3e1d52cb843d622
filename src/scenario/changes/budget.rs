//! A limit to what a week costs.

use super::Change;
use crate::scenario::World;
use crate::table::{Record, Whole};
use crate::units::Vnd;

/// `budget`: a week costs at most `vnd_per_week`; 0 lifts the limit.
pub struct Budget;

impl Change for Budget {
    fn kind(&self) -> &'static str {
        "budget"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let budget = record.read("vnd_per_week", Whole(0, 1_000_000_000_000));
        world.dataset.settings.cost.budget_per_week = (budget > 0).then_some(Vnd(budget));
    }
}
