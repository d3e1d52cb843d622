//! What it costs. Only what is paid: the price that the objective puts on untidy patterns is left out.

use super::facts::Facts;
use super::indicator::{Indicator, Scope, Unit};

/// Months are a twelfth of 52 weeks.
const WEEKS_PER_MONTH: f64 = 52.0 / 12.0;

/// Cost of the week: kilometres, crews, truck-days, tipping.
pub struct WeekCost;

impl Indicator for WeekCost {
    fn key(&self) -> &'static str {
        "cost"
    }

    fn unit(&self) -> Unit {
        Unit::Vnd
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        Some(facts.tally(scope).cost)
    }
}

/// Cost for each tonne collected.
pub struct CostPerTonne;

impl Indicator for CostPerTonne {
    fn key(&self) -> &'static str {
        "cost-per-tonne"
    }

    fn unit(&self) -> Unit {
        Unit::VndPerTonne
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let tally = facts.tally(scope);
        let collected = tally.made - tally.not_collected;
        (collected > 0).then_some(tally.cost / (collected as f64 / 1000.0))
    }
}

/// Cost for each person served and month.
pub struct CostPerPersonMonth;

impl Indicator for CostPerPersonMonth {
    fn key(&self) -> &'static str {
        "cost-per-person-month"
    }

    fn unit(&self) -> Unit {
        Unit::VndPerPersonMonth
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let tally = facts.tally(scope);
        (tally.served > 0).then_some(tally.cost * WEEKS_PER_MONTH / tally.served as f64)
    }
}
