//! Service starts within the hours of the point.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{ClockScope, Constraint, Kept, Rule};
use super::sums::{Excess, StopSums};
use crate::model::{Plan, Problem};

/// Service starts no later than the window ends. That it starts no earlier is seen to by the truck, which waits.
pub struct ServiceWindow;

impl Constraint for ServiceWindow {
    fn code(&self) -> &'static str {
        "window"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for route in replay.routes() {
            for (point, halt) in route.stops() {
                let latest = problem.points[point].window.to;
                if halt.start > latest {
                    let late = halt.start - latest;
                    let finding = Finding::rule(self.code(), late.0).of_route(route).at_point(point).with_clock("start", halt.start);
                    findings.push(finding.with_minutes("late", late).with_clock("latest", latest));
                }
            }
        }
    }
}

impl Rule for ServiceWindow {
    fn kept(&self) -> Kept {
        Kept::ByClock
    }

    fn clock_scope(&self, problem: &Problem) -> ClockScope {
        let is_narrow = (0..problem.points.len()).any(|point| self.watches(problem, point));
        if is_narrow { ClockScope::Route } else { ClockScope::Sums }
    }

    /// Whether the window of the point is narrower than the shift of a truck.
    fn watches(&self, problem: &Problem, point: usize) -> bool {
        let window = problem.points[point].window;
        problem.trucks.iter().any(|truck| window.from > truck.shift.from || window.to < truck.shift.to)
    }

    #[inline]
    fn at_stop(&self, stop: &StopSums) -> Excess {
        Excess::of_time(stop.start, stop.window.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn service_at_six_twenty_is_five_minutes_late_for_a_quarter_past() {
        let mut problem = district(1, 1);
        let monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        problem.points[0].window.to = at(6, 20);
        assert_eq!(findings(&ServiceWindow, &problem, &monday), []);
        problem.points[0].window.to = at(6, 15);
        assert_eq!(findings(&ServiceWindow, &problem, &monday)[0].excess, 300);
    }
}
