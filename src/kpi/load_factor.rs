//! How full the trucks are.

use super::facts::Facts;
use super::indicator::{Indicator, Scope, Unit};
use super::route_figures::{Figures, route_figures};

/// Kilograms collected over the payload of all trips; only of the district.
pub struct LoadFactor;

impl Indicator for LoadFactor {
    fn key(&self) -> &'static str {
        "load-factor"
    }

    fn unit(&self) -> Unit {
        Unit::Share
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let all: Figures = route_figures(facts).into_iter().map(|route| route.figures).sum();
        if scope == Scope::District { all.load_factor() } else { None }
    }
}
