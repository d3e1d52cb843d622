//! What the chosen patterns are worth, kept up to date with each change of one.

use super::setup::Setup;
use crate::units::proportion;

/// Totals over all points and their patterns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ServiceTotals {
    /// People at points whose pattern misses a requirement.
    pub people_short: i64,
    /// `Σ people · Σ g²` of the district.
    pub squares: i64,
    /// The same of each commune.
    commune_squares: Vec<i64>,
    /// Patterns beyond those that cost nothing extra, over all communes.
    pub extra_patterns: i64,
    /// Number of points with each pattern in each commune: `commune · 2^T + days`.
    pattern_users: Vec<u32>,
    /// The commune whose waste waits longest, as of the last [`ServiceTotals::weigh_worst_commune`].
    worst_commune: Option<usize>,
}

impl ServiceTotals {
    /// Totals of the schedule in which no point is visited.
    pub fn unserved(setup: &Setup) -> Self {
        let n_communes = setup.problem.communes.len();
        let mut totals = Self {
            people_short: 0,
            squares: 0,
            commune_squares: vec![0; n_communes],
            extra_patterns: 0,
            pattern_users: vec![0; n_communes << setup.n_days],
            worst_commune: None,
        };
        for point in 0..setup.n_points {
            totals.count(setup, point, 0, 1);
        }
        totals
    }

    /// Number of points of a commune with just these days.
    pub fn users_of_pattern(&self, setup: &Setup, commune: usize, days: u32) -> u32 {
        self.pattern_users[(commune << setup.n_days) + days as usize]
    }

    /// Whether a commune is the one whose waste waits longest.
    pub fn is_worst_commune(&self, commune: usize) -> bool {
        self.worst_commune == Some(commune)
    }

    /// Moves a point from one pattern to another.
    pub fn switch(&mut self, setup: &Setup, point: usize, old: usize, new: usize) {
        self.count(setup, point, old, -1);
        self.count(setup, point, new, 1);
    }

    fn count(&mut self, setup: &Setup, point: usize, pattern: usize, sign: i64) {
        let asked = &setup.problem.points[point];
        let chosen = asked.patterns[pattern];
        self.people_short += if chosen.admissible { 0 } else { sign * asked.people };
        if setup.problem.policy.waiting_counts {
            self.squares += sign * asked.people * chosen.gaps_squared;
            self.commune_squares[asked.commune] += sign * asked.people * chosen.gaps_squared;
        }
        if !chosen.days.is_empty() && setup.problem.policy.extra_pattern.0 > 0 {
            self.count_user(setup, asked.commune, chosen.days.0, sign);
        }
    }

    fn count_user(&mut self, setup: &Setup, commune: usize, days: u32, sign: i64) {
        let first = commune << setup.n_days;
        let allowed = setup.problem.policy.patterns_per_commune;
        let users = &mut self.pattern_users[first + days as usize];
        let was = *users;
        *users = was.wrapping_add_signed(sign as i32);
        let changed = (was == 0) != (*users == 0);
        if changed {
            let different = self.pattern_users[first..first + (1 << setup.n_days)].iter().filter(|users| **users > 0).count();
            // The count went up to `different` or down to it: what lies beyond the allowed number changed by one, or not at all.
            self.extra_patterns += if sign > 0 { i64::from(different > allowed) } else { -i64::from(different >= allowed) };
        }
    }

    /// Weighted age of the worst commune in thousandths of a day, and the same in the district's person-days².
    pub fn weigh_worst_commune(&mut self, setup: &Setup) -> (i64, i64) {
        let permille = setup.problem.policy.worst_commune_permille;
        let (n_days, people) = (setup.n_days as i64, &setup.commune_people);
        let squares = &self.commune_squares;
        // Compared as fractions, multiplied out: no rounding decides which commune is the worst.
        let age_order = |a: &usize, b: &usize| {
            let left = i128::from(squares[*a]) * i128::from(people[*b]);
            left.cmp(&(i128::from(squares[*b]) * i128::from(people[*a]))).then(b.cmp(a))
        };
        self.worst_commune = (0..people.len()).filter(|commune| people[*commune] > 0).max_by(age_order);
        let Some(worst) = self.worst_commune else { return (0, 0) };
        let millidays = proportion(permille, squares[worst], 2 * n_days * people[worst]);
        (millidays, proportion(permille * setup.people, squares[worst], 1000 * people[worst]))
    }
}
