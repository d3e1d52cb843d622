//! Trucks unload while the facility is open.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{ClockScope, Constraint, Kept, Rule, facilities_in_use};
use super::sums::{Excess, UnloadSums};
use crate::model::{Plan, Problem, Window};

/// Unloads end before the gate closes, and none is on a closed day. That none starts before opening is seen to by the queue.
pub struct OpeningHours;

impl Constraint for OpeningHours {
    fn code(&self) -> &'static str {
        "opening-hours"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for route in replay.routes() {
            for (facility, halt) in route.unloads() {
                let finding = |excess| Finding::rule(self.code(), excess).of_route(route).at_facility(facility);
                match problem.facilities[facility].open[route.day] {
                    None => findings.push(finding(1).variant("closed")),
                    Some(open) if halt.end > open.to => {
                        let late = halt.end - open.to;
                        let finding = finding(late.0).variant("late").with_clock("end", halt.end).with_minutes("late", late);
                        findings.push(finding.with_clock("limit", open.to));
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

impl Rule for OpeningHours {
    fn kept(&self) -> Kept {
        Kept::ByClock
    }

    fn clock_scope(&self, problem: &Problem) -> ClockScope {
        let spans = |open: &Window| problem.trucks.iter().all(|truck| open.from <= truck.shift.from && open.to >= truck.shift.to);
        let binds = facilities_in_use(problem).any(|facility| facility.open.iter().flatten().any(|open| !spans(open)));
        if binds { ClockScope::Route } else { ClockScope::Sums }
    }

    /// On a closed day no truck can choose the facility.
    #[inline]
    fn at_unload(&self, unload: &UnloadSums) -> Excess {
        Excess::of_time(unload.end, unload.open.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn the_gate_closes_at_a_quarter_to_seven() {
        // The unload ends at 6:47:42.
        let mut problem = district(1, 1);
        let monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        assert_eq!(findings(&OpeningHours, &problem, &monday), []);
        problem.facilities[0].open[0] = Some(Window { from: at(6, 0), to: at(6, 45) });
        let found = findings(&OpeningHours, &problem, &monday);
        assert_eq!((found[0].variant, found[0].excess), (Some("late"), 162));
        problem.facilities[0].open[0] = None;
        assert_eq!(findings(&OpeningHours, &problem, &monday)[0].variant, Some("closed"));
    }
}
