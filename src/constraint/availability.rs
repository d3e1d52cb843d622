//! Trucks work on the days they are available, on days with service, one route a day.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use crate::model::{Plan, Problem};

/// No route on a day without service or of a truck that is not available; at most one for each truck and day.
pub struct Availability;

impl Constraint for Availability {
    fn code(&self) -> &'static str {
        "availability"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for routes in &replay.days {
            for (i, route) in routes.iter().enumerate() {
                let finding = || Finding::rule(self.code(), 1).of_route(route);
                if problem.horizon.closed.contains(route.day) {
                    findings.push(finding().variant("closed"));
                } else if !problem.trucks[route.truck].available.contains(route.day) {
                    findings.push(finding().variant("truck"));
                }
                if routes[..i].iter().any(|earlier| earlier.truck == route.truck) {
                    findings.push(finding().variant("twice"));
                }
            }
        }
    }
}

impl Rule for Availability {
    fn kept(&self) -> Kept {
        Kept::ByConstruction("visits are given only to trucks that run on the day, and a truck has one list of stops a day")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::DaySet;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn a_truck_rests_when_it_is_not_available() {
        let mut problem = district(1, 1);
        let monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        assert_eq!(findings(&Availability, &problem, &monday), []);
        problem.trucks[0].available = DaySet::all(7).without(0);
        assert_eq!(findings(&Availability, &problem, &monday)[0].variant, Some("truck"));
        problem.horizon.closed = DaySet::EMPTY.with(0);
        assert_eq!(findings(&Availability, &problem, &monday)[0].variant, Some("closed"));
    }

    #[test]
    fn a_truck_has_one_route_a_day() {
        let problem = district(2, 1);
        let twice = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))]), (0, 0, at(9, 0), &[(&[1], Some(0))])]);
        let found = findings(&Availability, &problem, &twice);
        assert_eq!((found.len(), found[0].variant), (1, Some("twice")));
    }
}
