//! Points are visited on the days their village agreed to.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use crate::model::{Plan, Problem};

/// No visit on a day that the point does not allow; fixed days allow no other.
pub struct AllowedDays;

impl Constraint for AllowedDays {
    fn code(&self) -> &'static str {
        "allowed-days"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for route in replay.routes() {
            for (point, _) in route.stops().filter(|(point, _)| !problem.points[*point].days_allowed.contains(route.day)) {
                findings.push(Finding::rule(self.code(), 1).of_route(route).at_point(point));
            }
        }
    }
}

impl Rule for AllowedDays {
    fn kept(&self) -> Kept {
        Kept::ByConstruction("the days of a point are one of its patterns, and these have allowed days only")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::DaySet;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn monday_is_not_tuesday() {
        let mut problem = district(1, 1);
        problem.points[0].days_allowed = DaySet::EMPTY.with(0);
        let trips: &[(&[usize], Option<usize>)] = &[(&[0], Some(0))];
        assert_eq!(findings(&AllowedDays, &problem, &plan(&problem, &[(0, 0, at(6, 0), trips)])), []);
        let found = findings(&AllowedDays, &problem, &plan(&problem, &[(1, 0, at(6, 0), trips)]));
        assert_eq!((found.len(), found[0].day, found[0].point), (1, Some(1), Some(0)));
    }
}
