//! What a draft is worth, level by level and in one price.

use super::price::Prices;
use crate::model::Objective;

/// What a draft is worth: its objective and how far it is from keeping every rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Worth {
    pub objective: Objective,
    /// Seconds beyond limits of time.
    pub seconds_over: i64,
    /// Kilograms beyond limits of trucks, facilities, yard and đồng beyond the budget in thousands.
    pub kg_over: i64,
    /// `Σ people · Σ g²`, and the same of the worst commune weighed against its people; finer than the objective's thousandths.
    pub squares: i64,
    pub worst_weighted: i64,
}

impl Worth {
    /// Whether every rule is kept.
    pub fn is_feasible(&self) -> bool {
        self.seconds_over == 0 && self.kg_over == 0
    }

    /// Everything in đồng.
    pub fn priced(&self, prices: &Prices) -> i64 {
        self.objective.cost.0
            + prices.person_short * self.objective.people_short
            + prices.waiting * (self.squares + self.worst_weighted) / 1024
            + prices.not_burnt * self.objective.not_burnt.0
            + prices.of_second_over(self.seconds_over)
            + prices.of_kg_over(self.kg_over)
    }
}
