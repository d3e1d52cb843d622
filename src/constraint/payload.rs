//! A trip weighs no more than the truck may carry.

use super::finding::{Finding, report_overfull_trips};
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use super::sums::{Excess, TripSums};
use crate::model::{Plan, Problem};

/// No trip weighs more than the payload less reserve.
pub struct Payload;

impl Constraint for Payload {
    fn code(&self) -> &'static str {
        "payload"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        report_overfull_trips(replay, self.code(), |load| load.kg.0, |truck| problem.trucks[truck].payload_limit.0, findings);
    }
}

impl Rule for Payload {
    fn kept(&self) -> Kept {
        Kept::BySums
    }

    #[inline]
    fn of_trip(&self, trip: &TripSums) -> Excess {
        Excess::of_load(trip.load.kg.0, trip.truck.payload_limit.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};
    use crate::units::Kilograms;

    #[test]
    fn two_points_in_one_trip_are_a_hundred_kilograms_too_much() {
        // 700 kg and 1,400 l at each point; together 1,400 kg and 2,800 l.
        let mut problem = district(2, 1);
        let one = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0))])]);
        let two = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0)), (&[1], Some(0))])]);
        problem.trucks[0].payload_limit = Kilograms(1300);
        assert_eq!(findings(&Payload, &problem, &two), []);
        assert_eq!(findings(&Payload, &problem, &one)[0].excess, 100);
    }

    #[test]
    fn a_trip_without_unload_fills_the_next_one() {
        let mut problem = district(2, 1);
        problem.trucks[0].payload_limit = Kilograms(1300);
        let carried = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], None), (&[1], None)])]);
        assert_eq!(findings(&Payload, &problem, &carried)[0].excess, 100);
    }
}
