//! Kilometres and hours.

use super::facts::Facts;
use super::indicator::{Indicator, Scope, Unit};

/// Kilometres of all trucks; a commune has its part of them (see [`super::shares`]).
pub struct Distance;

impl Indicator for Distance {
    fn key(&self) -> &'static str {
        "distance"
    }

    fn unit(&self) -> Unit {
        Unit::Kilometres
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        Some(facts.tally(scope).metres / 1000.0)
    }
}

/// Working time of all crews, without breaks; a commune has its part of it (see [`super::shares`]).
pub struct WorkingHours;

impl Indicator for WorkingHours {
    fn key(&self) -> &'static str {
        "working-hours"
    }

    fn unit(&self) -> Unit {
        Unit::Hours
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        Some(facts.tally(scope).working / 3600.0)
    }
}
