//! A trip is no larger than the body of the truck.

use super::finding::{Finding, report_overfull_trips};
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use super::sums::{Excess, TripSums};
use crate::model::{Plan, Problem};

/// No trip has more volume after compaction than the body less reserve.
pub struct Volume;

impl Constraint for Volume {
    fn code(&self) -> &'static str {
        "volume"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        report_overfull_trips(replay, self.code(), |load| load.litres.0, |truck| problem.trucks[truck].volume_limit.0, findings);
    }
}

impl Rule for Volume {
    fn kept(&self) -> Kept {
        Kept::BySums
    }

    #[inline]
    fn of_trip(&self, trip: &TripSums) -> Excess {
        Excess::of_load(trip.load.litres.0, trip.truck.volume_limit.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};
    use crate::units::Litres;

    #[test]
    fn two_points_in_one_trip_are_three_hundred_litres_too_much() {
        // 700 kg and 1,400 l at each point; together 1,400 kg and 2,800 l.
        let mut problem = district(2, 1);
        let one = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0))])]);
        let two = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0)), (&[1], Some(0))])]);
        problem.trucks[0].volume_limit = Litres(2500);
        assert_eq!(findings(&Volume, &problem, &two), []);
        assert_eq!(findings(&Volume, &problem, &one)[0].excess, 300);
    }
}
