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
    /// What of the kilograms beyond limits belongs to no truck: intake of facilities, yard, budget.
    pub week_kg_over: i64,
    /// Kilograms that go to facilities of lower priority, whether the objective counts them or not.
    pub passed_over: i64,
    /// What the chosen patterns are worth.
    pub service: ServiceWorth,
}

/// What the chosen patterns are worth, whatever the routes cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ServiceWorth {
    /// People at points that miss a requirement.
    pub people_short: i64,
    /// As in the objective.
    pub millidays: i64,
    /// `Σ people · Σ g²`, and the same of the worst commune weighed against its people; finer than the objective's thousandths.
    pub squares: i64,
    pub worst_weighted: i64,
}

impl ServiceWorth {
    /// In đồng.
    pub fn priced(&self, prices: &Prices) -> i64 {
        prices.person_short * self.people_short + prices.waiting * (self.squares + self.worst_weighted) / 1024
    }

    /// Whether another state has more people short, or waiting that is more by over this share.
    pub fn is_much_less_than(&self, other: &Self, share: f64) -> bool {
        let waiting = |worth: &Self| (worth.squares + worth.worst_weighted) as f64;
        other.people_short > self.people_short || waiting(other) > (1.0 + share) * waiting(self)
    }

    /// Whether an objective promises more people their requirements, or less waiting to as many.
    pub fn is_worse_than(&self, objective: &Objective) -> bool {
        (self.people_short, self.millidays) > (objective.people_short, objective.service_millidays)
    }
}

impl Worth {
    /// Whether every rule is kept.
    pub fn is_feasible(&self) -> bool {
        self.seconds_over == 0 && self.kg_over == 0
    }

    /// Everything in đồng.
    pub fn priced(&self, prices: &Prices) -> i64 {
        self.objective.cost.0
            + self.service.priced(prices)
            + prices.passed_over * self.passed_over
            + prices.of_second_over(self.seconds_over)
            + prices.of_kg_over(self.kg_over)
    }
}
