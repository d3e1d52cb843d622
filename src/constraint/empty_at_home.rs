//! Trucks come home empty.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use super::sums::{Excess, TripSums};
use crate::model::{Plan, Problem};

/// A truck that is to come home empty has nothing on board at its return.
pub struct EmptyAtHome;

impl Constraint for EmptyAtHome {
    fn code(&self) -> &'static str {
        "empty-at-home"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for route in replay.routes().filter(|route| problem.trucks[route.truck].home_empty) {
            let left = route.left_on_board;
            if left.kg.0 > 0 || left.litres.0 > 0 {
                findings.push(Finding::rule(self.code(), left.kg.0.max(1)).of_route(route).with_kg("load", left.kg));
            }
        }
    }
}

impl Rule for EmptyAtHome {
    fn kept(&self) -> Kept {
        Kept::BySums
    }

    #[inline]
    fn of_trip(&self, trip: &TripSums) -> Excess {
        let is_broken = trip.truck.home_empty && !trip.unloads;
        if is_broken { Excess::of_load(trip.load.kg.0, 0) } else { Excess::NONE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn seven_hundred_kilograms_came_home() {
        let mut problem = district(1, 1);
        let unloaded = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        let loaded = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], None)])]);
        assert_eq!(findings(&EmptyAtHome, &problem, &unloaded), []);
        assert_eq!(findings(&EmptyAtHome, &problem, &loaded)[0].excess, 700);
        problem.trucks[0].home_empty = false;
        assert_eq!(findings(&EmptyAtHome, &problem, &loaded), []);
    }
}
