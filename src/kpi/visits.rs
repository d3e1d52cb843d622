//! How often the trucks come.

use super::facts::Facts;
use super::indicator::{Indicator, Scope, Unit};
use crate::model::{DaySet, Point};

/// Visits a week.
#[derive(Clone, Copy)]
pub enum Visits {
    /// Mean of today, weighted by people, points without service included.
    MeanToday,
    /// Mean of the plan, weighted by people, points without service included.
    Mean,
    /// Fewest at any point today.
    LeastToday,
    /// Fewest at any point in the plan.
    Least,
    /// All visits of today.
    NumberToday,
    /// All visits of the plan.
    Number,
}

impl Indicator for Visits {
    fn key(&self) -> &'static str {
        match self {
            Self::MeanToday => "visits-mean-today",
            Self::Mean => "visits-mean",
            Self::LeastToday => "visits-least-today",
            Self::Least => "visits-least",
            Self::NumberToday => "visits-today",
            Self::Number => "visits",
        }
    }

    fn unit(&self) -> Unit {
        match self {
            Self::MeanToday | Self::Mean => Unit::VisitsPerWeek,
            _ => Unit::Visits,
        }
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let today = |(point, _): (&Point, DaySet)| (point.people, point.visits_today);
        let planned = |(point, days): (&Point, DaySet)| (point.people, days.len());
        match self {
            Self::MeanToday => weighted_mean(facts.points(scope).map(today)),
            Self::Mean => weighted_mean(facts.points(scope).map(planned)),
            Self::LeastToday => facts.points(scope).map(|point| today(point).1).min().map(|least| least as f64),
            Self::Least => facts.points(scope).map(|point| planned(point).1).min().map(|least| least as f64),
            Self::NumberToday => Some(facts.tally(scope).visits_today as f64),
            Self::Number => Some(facts.tally(scope).visits as f64),
        }
    }
}

fn weighted_mean(of_points: impl Iterator<Item = (i64, usize)>) -> Option<f64> {
    let (people, visits) = of_points.fold((0, 0), |(all, sum), (people, visits)| (all + people, sum + people * visits as i64));
    (people > 0).then_some(visits as f64 / people as f64)
}
