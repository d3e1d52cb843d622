//! Crews rest in time.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{ClockScope, Constraint, Kept, Rule};
use super::sums::{Excess, RouteSums};
use crate::model::{Plan, Problem};

/// On a route that is longer than the time after which a break is due: one break, begun within that time after leaving the depot.
///
/// It is in one piece and at a place where the truck stands by the way a plan notes it. A truck without a break length needs none.
pub struct Rest;

impl Constraint for Rest {
    fn code(&self) -> &'static str {
        "break"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for route in replay.routes() {
            let truck = &problem.trucks[route.truck];
            if truck.break_length.0 <= 0 || route.end - route.leave <= truck.break_latest {
                continue;
            }
            let latest = route.leave + truck.break_latest;
            let finding = |excess| Finding::rule(self.code(), excess).of_route(route).with_clock("latest", latest);
            match route.pause {
                None => findings.push(finding((route.end - latest).0).variant("none").with_clock("end", route.end)),
                Some(pause) if pause.start > latest => {
                    let late = pause.start - latest;
                    findings.push(finding(late.0).variant("late").with_clock("start", pause.start).with_minutes("late", late));
                }
                Some(_) => {}
            }
        }
    }
}

impl Rule for Rest {
    fn kept(&self) -> Kept {
        Kept::ByClock
    }

    fn clock_scope(&self, problem: &Problem) -> ClockScope {
        let binds = problem.trucks.iter().any(|truck| truck.break_latest < truck.shift.to - truck.shift.from);
        if binds { ClockScope::Route } else { ClockScope::Sums }
    }

    #[inline]
    fn of_route(&self, route: &RouteSums) -> Excess {
        if route.truck.break_length.0 <= 0 {
            return Excess::NONE;
        }
        // A break that is not taken begins, if ever, after the return.
        let begun = route.pause.unwrap_or(route.end).min(route.end);
        Excess::of_time(begun, route.leave + route.truck.break_latest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};
    use crate::model::{Break, BreakMoment};
    use crate::units::Seconds;

    #[test]
    fn a_break_is_due_on_a_route_that_is_longer() {
        // Leaves 6:10, returns 6:57:42: 47 min 42 s on the way.
        let mut problem = district(1, 1);
        let mut monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        problem.trucks[0].break_latest = Seconds(47 * 60 + 42);
        assert_eq!(findings(&Rest, &problem, &monday), []);
        problem.trucks[0].break_latest = at(0, 30);
        let found = findings(&Rest, &problem, &monday);
        assert_eq!((found[0].variant, found[0].excess), (Some("none"), 17 * 60 + 42));
        // After service at 6:32 it begins in time; at the gate at 6:42 two minutes late.
        monday.days[0][0].pause = Some(Break { event: 0, moment: BreakMoment::After, start: Seconds::ZERO });
        assert_eq!(findings(&Rest, &problem, &monday), []);
        monday.days[0][0].pause = Some(Break { event: 1, moment: BreakMoment::Before, start: Seconds::ZERO });
        let found = findings(&Rest, &problem, &monday);
        assert_eq!((found[0].variant, found[0].excess), (Some("late"), 120));
    }

    #[test]
    fn a_break_at_no_event_of_the_route_is_none() {
        let mut problem = district(1, 1);
        problem.trucks[0].break_latest = at(0, 30);
        let mut monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        monday.days[0][0].pause = Some(Break { event: 9, moment: BreakMoment::Before, start: Seconds::ZERO });
        assert_eq!(findings(&Rest, &problem, &monday)[0].variant, Some("none"));
    }
}
