//! How many different sets of days villagers have to learn.

use super::facts::Facts;
use super::indicator::{Indicator, Scope, Unit};
use crate::constraint::distinct_patterns;

/// Different sets of days in a commune; of a wider scope, in the commune that has most.
pub struct DayPatterns;

impl Indicator for DayPatterns {
    fn key(&self) -> &'static str {
        "day-patterns"
    }

    fn unit(&self) -> Unit {
        Unit::Patterns
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let problem = facts.problem;
        let count = |commune| distinct_patterns(problem, &facts.replay, commune) as f64;
        (0..problem.communes.len()).filter(|commune| facts.is_in(*commune, scope)).map(count).max_by(f64::total_cmp)
    }
}
