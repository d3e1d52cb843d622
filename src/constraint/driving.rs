//! Drivers drive no longer than the law allows.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{ClockScope, Constraint, Kept, Rule};
use super::sums::{Excess, RouteSums};
use crate::model::{Plan, Problem};
use crate::units::Seconds;

/// Driving time of a day, and before and after the break, within their limits.
pub struct Driving;

impl Constraint for Driving {
    fn code(&self) -> &'static str {
        "driving"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for route in replay.routes() {
            let truck = &problem.trucks[route.truck];
            let all: Seconds = route.driving.into_iter().sum();
            let longest = route.driving[0].max(route.driving[1]);
            for (driving, limit, variant) in
                [(all, truck.driving_limit, "day"), (longest, truck.driving_limit_without_break, "without-break")]
            {
                let excess = driving - limit;
                if excess.0 > 0 {
                    let finding = Finding::rule(self.code(), excess.0).variant(variant).of_route(route);
                    findings.push(finding.with_minutes("driving", driving).with_minutes("limit", limit).with_minutes("excess", excess));
                }
            }
        }
    }
}

impl Rule for Driving {
    fn kept(&self) -> Kept {
        Kept::ByClock
    }

    fn clock_scope(&self, problem: &Problem) -> ClockScope {
        let binds = problem.trucks.iter().any(|truck| {
            let shift = truck.shift.to - truck.shift.from;
            truck.driving_limit < shift || truck.driving_limit_without_break < shift
        });
        if binds { ClockScope::Route } else { ClockScope::Sums }
    }

    #[inline]
    fn of_route(&self, route: &RouteSums) -> Excess {
        let [before, after] = route.driving;
        let without_break = route.truck.driving_limit_without_break;
        Excess::of_time(before + after, route.truck.driving_limit)
            + Excess::of_time(before, without_break)
            + Excess::of_time(after, without_break)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};
    use crate::model::{Break, BreakMoment};

    #[test]
    fn half_an_hour_at_the_wheel_by_hand() {
        // Three legs of 10 minutes.
        let mut problem = district(1, 1);
        let mut monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        assert_eq!(findings(&Driving, &problem, &monday), []);
        problem.trucks[0].driving_limit = at(0, 25);
        let found = findings(&Driving, &problem, &monday);
        assert_eq!((found[0].variant, found[0].excess), (Some("day"), 300));
        problem.trucks[0].driving_limit = at(1, 0);
        problem.trucks[0].driving_limit_without_break = at(0, 20);
        let found = findings(&Driving, &problem, &monday);
        assert_eq!((found[0].variant, found[0].excess), (Some("without-break"), 600));
        // A break at the gate parts it into 20 and 10 minutes.
        monday.days[0][0].pause = Some(Break { event: 1, moment: BreakMoment::Before, start: Seconds::ZERO });
        assert_eq!(findings(&Driving, &problem, &monday), []);
    }
}
