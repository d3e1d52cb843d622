//! Visit patterns of one point, each with what it is worth.

use super::DaySet;

/// A set of days on which a point may be visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The days.
    pub days: DaySet,
    /// Whether every requirement of the point is met (least frequency, longest wait, containers).
    pub admissible: bool,
    /// `Σ g²` of its gaps, in days²; the waiting age is this over `2T`. `2T²` where no day is visited.
    pub gaps_squared: i64,
}

impl Pattern {
    /// `Σ g²` of the gaps of `days` on a cycle of `n_days`; `2 n_days²` for no day, so that the age is `n_days`.
    pub fn gaps_squared(days: DaySet, n_days: usize) -> i64 {
        if days.is_empty() {
            return 2 * (n_days * n_days) as i64;
        }
        days.iter().map(|day| (days.gap(day, n_days) as i64).pow(2)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ages_of_the_week() {
        // Daily: 7·1² / 14 = 0.5 days; once a week 7² / 14 = 3.5; unserved 7.
        assert_eq!(Pattern::gaps_squared(DaySet::all(7), 7), 7);
        assert_eq!(Pattern::gaps_squared(DaySet(0b1), 7), 49);
        assert_eq!(Pattern::gaps_squared(DaySet::EMPTY, 7), 98);
    }
}
