//! The bound on service, and what keeps it from being better.

use super::multipliers::maximize;
use super::relaxation::{Limit, Relaxation};
use crate::model::{Pattern, Problem};

/// Room for the rounding of floats, as a share.
const ROUNDING: f64 = 1e-7;
/// From this share of what all resources add to the bound on, a resource is named.
const NAMED: f64 = 0.05;

/// What no plan can be better than. It is a bound, not a plan: how near a plan may come to it is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceBound {
    /// Mean waiting age over people, in days, below which no plan comes with these trucks, crews and facilities.
    pub waiting_age_days: f64,
    /// The same where trucks and facilities were without limits: what days and frequencies allow.
    pub unlimited_days: f64,
    /// What keeps the bound from being better, most important first, each with its share of the difference.
    pub binding: Vec<(Limit, f64)>,
}

/// The least mean waiting age that is conceivable for `problem`, whatever requirements a plan misses. None where nobody lives, or where
/// waiting does not count.
///
/// O(points²) for the cut trees and O(points) for each of some hundred rounds: less than a second for a district of 300 points.
pub fn service_bound(problem: &Problem) -> Option<ServiceBound> {
    let people: Vec<f64> = problem.points.iter().map(|point| point.people as f64).collect();
    let all: f64 = people.iter().sum();
    if all <= 0.0 || !problem.policy.waiting_counts {
        return None;
    }
    let days = |squares: f64| squares / (2.0 * problem.horizon.n_days as f64 * all);
    let dual = maximize(&Relaxation::new(problem), &people);
    let added: f64 = dual.worth.iter().sum();
    let shares = dual.limits.into_iter().zip(&dual.worth).map(|(limit, worth)| (limit, worth / added));
    let mut binding: Vec<(Limit, f64)> = if added > 0.0 { shares.filter(|(_, share)| *share >= NAMED).collect() } else { Vec::new() };
    binding.sort_by(|a, b| b.1.total_cmp(&a.1));
    Some(ServiceBound { waiting_age_days: days(dual.squares) * (1.0 - ROUNDING), unlimited_days: days(unlimited(problem)), binding })
}

/// `Σ people · Σ gap²` where every point has the best of its patterns.
fn unlimited(problem: &Problem) -> f64 {
    let n_days = problem.horizon.n_days;
    let unserved = Pattern::gaps_squared(crate::model::DaySet::EMPTY, n_days);
    let best = problem.points.iter().map(|point| {
        let patterns = point.patterns.iter().map(|pattern| pattern.gaps_squared);
        point.people * patterns.min().unwrap_or(unserved)
    });
    best.sum::<i64>() as f64
}
