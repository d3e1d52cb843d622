//! How long waste waits.

use super::facts::Facts;
use super::indicator::{Indicator, Scope, Unit};
use crate::model::Pattern;

/// Longest gap between visits at any point; the whole week where one is not served (the unserved share stands beside it).
pub struct LongestGap;

impl Indicator for LongestGap {
    fn key(&self) -> &'static str {
        "longest-gap"
    }

    fn unit(&self) -> Unit {
        Unit::Days
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let n_days = facts.problem.horizon.n_days;
        let gaps = facts.points(scope).map(|(_, days)| days.iter().map(|day| days.gap(day, n_days)).max().unwrap_or(n_days));
        gaps.max().map(|longest| longest as f64)
    }
}

/// Mean waiting age, weighted by people; unserved points with the whole week.
pub struct Age;

impl Indicator for Age {
    fn key(&self) -> &'static str {
        "waiting-age"
    }

    fn unit(&self) -> Unit {
        Unit::Days
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let n_days = facts.problem.horizon.n_days;
        let squares: i64 = facts.points(scope).map(|(point, days)| point.people * Pattern::gaps_squared(days, n_days)).sum();
        let people = facts.tally(scope).people;
        (people > 0).then_some(squares as f64 / (2 * n_days as i64 * people) as f64)
    }
}

/// Mean waiting age of the commune that waits longest; only of the district.
pub struct WorstCommuneAge;

impl Indicator for WorstCommuneAge {
    fn key(&self) -> &'static str {
        "waiting-age-worst-commune"
    }

    fn unit(&self) -> Unit {
        Unit::Days
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        if scope != Scope::District {
            return None;
        }
        Age.measure(facts, Scope::Commune(worst_commune(facts)?))
    }
}

/// The commune whose waste waits longest, weighted by people; the first of several. None where nobody lives.
pub fn worst_commune(facts: &Facts) -> Option<usize> {
    let ages = (0..facts.problem.communes.len()).filter_map(|commune| Some((commune, Age.measure(facts, Scope::Commune(commune))?)));
    ages.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|(commune, _)| commune)
}
