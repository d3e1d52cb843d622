//! Crews work no longer than they may.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use super::sums::{Excess, RouteSums};
use crate::model::{Plan, Problem};

/// From the start of preparation to the return, without the break, no longer than the limit less reserve.
pub struct WorkingTime;

impl Constraint for WorkingTime {
    fn code(&self) -> &'static str {
        "working-time"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for route in replay.routes() {
            let limit = problem.trucks[route.truck].work_limit;
            let excess = route.working() - limit;
            if excess.0 > 0 {
                let finding = Finding::rule(self.code(), excess.0).of_route(route).with_minutes("excess", excess);
                findings.push(finding.with_minutes("working", route.working()).with_minutes("limit", limit));
            }
        }
    }
}

impl Rule for WorkingTime {
    fn kept(&self) -> Kept {
        Kept::BySums
    }

    #[inline]
    fn of_route(&self, route: &RouteSums) -> Excess {
        Excess::of_time(route.work, route.truck.work_limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn work_from_six_to_six_fifty_eight_is_longer_than_fifty_minutes() {
        let mut problem = district(1, 1);
        let monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        assert_eq!(findings(&WorkingTime, &problem, &monday), []);
        problem.trucks[0].work_limit = at(0, 50);
        assert_eq!(findings(&WorkingTime, &problem, &monday)[0].excess, 7 * 60 + 42);
    }
}
