//! How evenly service is spread over people.

use super::facts::Facts;
use super::indicator::{Indicator, Scope, Unit};
use crate::model::Pattern;

/// The share of people whose point has at least so many visits a week.
pub struct VisitedAtLeast(pub usize);

impl Indicator for VisitedAtLeast {
    fn key(&self) -> &'static str {
        match self.0 {
            1 => "people-visited-once-share",
            2 => "people-visited-twice-share",
            _ => "people-visited-thrice-share",
        }
    }

    fn unit(&self) -> Unit {
        Unit::Share
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let visited: i64 = facts.points(scope).filter(|(_, days)| days.len() >= self.0).map(|(point, _)| point.people).sum();
        let people = facts.tally(scope).people;
        (people > 0).then_some(visited as f64 / people as f64)
    }
}

/// Gini coefficient of the waiting age over people: 0 where all wait as long, near 1 where a few wait for all.
///
/// After Gini (1912): half the mean difference between any two people, over the mean. With people `p` and squared gaps `G` in rising
/// order of `G` that is `Σ p·G·(2·P₋ + p − P) / (P · Σ p·G)`, where `P₋` counts the people before and `P` all of them.
pub struct AgeGini;

impl Indicator for AgeGini {
    fn key(&self) -> &'static str {
        "waiting-age-gini"
    }

    fn unit(&self) -> Unit {
        Unit::Coefficient
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let n_days = facts.problem.horizon.n_days;
        let mut waits: Vec<(i64, i64)> =
            facts.points(scope).map(|(point, days)| (Pattern::gaps_squared(days, n_days), point.people)).collect();
        waits.sort_unstable();
        let all: i64 = waits.iter().map(|(_, people)| people).sum();
        let sum: i64 = waits.iter().map(|(squares, people)| squares * people).sum();
        let (mut before, mut moment) = (0, 0.0);
        for (squares, people) in waits {
            moment += (people * squares) as f64 * (2 * before + people - all) as f64;
            before += people;
        }
        (all > 0 && sum > 0).then(|| moment / (all as f64 * sum as f64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn two_points_of_ten_and_thirty_people() {
        // Point 0 (10 people) on Monday and Thursday, G = 9 + 16 = 25; point 1 (30) on Monday, G = 49.
        let mut problem = district(2, 1);
        problem.points[1].people = 30;
        let week = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0))]), (3, 0, at(6, 0), &[(&[0], Some(0))])]);
        let facts = Facts::new(&problem, &week);
        let share = |visits| VisitedAtLeast(visits).measure(&facts, Scope::District);
        assert_eq!((share(1), share(2), share(3)), (Some(1.0), Some(0.25), Some(0.0)));
        // Mean difference: 2 · 10 · 30 pairs of 40² differ by 24, 9 days² on average; over twice the mean 43: 9 / 86.
        let gini = AgeGini.measure(&facts, Scope::District).expect("people live here");
        assert!((gini - 9.0 / 86.0).abs() < 1e-12, "{gini}");
    }

    #[test]
    fn nobody_waits_longer_where_all_wait_as_long() {
        let problem = district(3, 1);
        let week = plan(&problem, &[(2, 0, at(6, 0), &[(&[0, 1, 2], Some(0))])]);
        let facts = Facts::new(&problem, &week);
        assert_eq!(AgeGini.measure(&facts, Scope::District), Some(0.0));
        assert_eq!(AgeGini.measure(&facts, Scope::Commune(1)), None);
    }
}
