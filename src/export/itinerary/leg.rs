//! The way from one place to the next.

use geo::LineString;

use super::Step;
use crate::roads::ProvenanceLengths;
use crate::units::{Metres, Seconds};

/// A way between two places of a route, on the roads that its truck may take.
///
/// `metres` and `seconds` are those of the travel tables that the plan was made with; the lengths of the steps add up to `metres`.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    /// Travel length.
    pub metres: Metres,
    /// Driving time.
    pub seconds: Seconds,
    /// Its course, longitude first; empty where both places stand at one spot of the road, or there is no road to show.
    pub course: LineString<f64>,
    /// How to drive it; empty where the course is.
    pub steps: Vec<Step>,
    /// How much of it is measured, drawn or invented.
    pub provenance: ProvenanceLengths,
}

impl Leg {
    /// The narrowest stretch of road that is narrow for the truck, in metres.
    pub fn narrowest_m(&self) -> Option<f64> {
        self.steps.iter().filter_map(|step| step.narrow_m).min_by(f64::total_cmp)
    }
}
