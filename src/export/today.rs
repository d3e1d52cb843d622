//! The service of today, for comparison: only how often each point is visited is known, not on which days.

use serde::Serialize;

use crate::model::Problem;

/// Today's service.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Today {
    /// Share of the people whose point is visited at all.
    pub served_share: f64,
    /// Visits a week, mean over the people.
    pub visits_mean: f64,
    /// Visits a week of the point with the fewest.
    pub visits_least: usize,
    /// Visits a week of all points.
    pub visits: usize,
}

impl Today {
    /// Today's service of all points.
    pub fn new(problem: &Problem) -> Self {
        let people = problem.people().max(1) as f64;
        let over = |amount: fn(usize) -> usize| {
            let sum: i64 = problem.points.iter().map(|point| point.people * amount(point.visits_today) as i64).sum();
            sum as f64 / people
        };
        Self {
            served_share: over(|visits| visits.min(1)),
            visits_mean: over(|visits| visits),
            visits_least: problem.points.iter().map(|point| point.visits_today).min().unwrap_or(0),
            visits: problem.points.iter().map(|point| point.visits_today).sum(),
        }
    }
}
