//! Where and when it gets tight: points and hours.

use serde::Serialize;

use super::account::{HOURS, HourSums, PointSums};
use super::week::RunRecord;
use crate::model::Problem;

/// A point, and how often things go wrong there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct HardPoint {
    /// Index of the point.
    #[serde(skip)]
    pub point: usize,
    /// Share of weeks in which its containers overflow.
    pub overflow_share: f64,
    /// Hours of overflow in a week.
    pub overflow_hours: f64,
    /// Planned visits a week not made on their day.
    pub missed: f64,
}

/// An hour of a weekday, and what happens at the gates in it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct HardHour {
    /// Weekday, 0 = Monday.
    pub day: usize,
    /// The hour that begins at this clock time.
    pub hour: usize,
    /// Trucks that arrive in it, in a week.
    pub arrivals: f64,
    /// Minutes that one of them waits.
    pub wait_minutes: f64,
}

/// Every point at which anything went wrong, the hours of overflow and then the missed visits first.
pub(super) fn hard_points(problem: &Problem, runs: &[RunRecord], weeks: usize) -> Vec<HardPoint> {
    let mut sums = vec![PointSums::default(); problem.points.len()];
    for (sum, of_run) in runs.iter().flat_map(|run| sums_of(&run.accounts.points)) {
        sums[sum].weeks += of_run.weeks;
        sums[sum].seconds += of_run.seconds;
        sums[sum].missed += of_run.missed;
    }
    let mut order: Vec<usize> = (0..sums.len()).filter(|point| sums[*point] != PointSums::default()).collect();
    order.sort_by_key(|point| (std::cmp::Reverse((sums[*point].seconds, sums[*point].missed)), *point));
    let per_week = |sum: i64| sum as f64 / weeks.max(1) as f64;
    let hard = |point: usize| HardPoint {
        point,
        overflow_share: per_week(sums[point].weeks),
        overflow_hours: per_week(sums[point].seconds) / 3600.0,
        missed: per_week(sums[point].missed),
    };
    order.into_iter().map(hard).collect()
}

/// Every hour in which trucks arrive at gates, the one with the most waiting in all first.
pub(super) fn hard_hours(runs: &[RunRecord], weeks: usize) -> Vec<HardHour> {
    let n = runs.first().map_or(0, |run| run.accounts.hours.len());
    let mut sums = vec![HourSums::default(); n];
    for (sum, of_run) in runs.iter().flat_map(|run| run.accounts.hours.iter().enumerate()) {
        sums[sum].arrivals += of_run.arrivals;
        sums[sum].waiting += of_run.waiting;
    }
    let mut order: Vec<usize> = (0..n).filter(|place| sums[*place].arrivals > 0).collect();
    order.sort_by_key(|place| (std::cmp::Reverse(sums[*place].waiting), *place));
    let hard = |place: usize| HardHour {
        day: place / HOURS,
        hour: place % HOURS,
        arrivals: sums[place].arrivals as f64 / weeks.max(1) as f64,
        wait_minutes: sums[place].waiting as f64 / 60.0 / sums[place].arrivals as f64,
    };
    order.into_iter().map(hard).collect()
}

fn sums_of(points: &[PointSums]) -> impl Iterator<Item = (usize, PointSums)> {
    points.iter().copied().enumerate()
}
