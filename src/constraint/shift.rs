//! Crews work within their shift, and depots are open when trucks leave and return.

use super::finding::Finding;
use super::replay::Replay;
use super::replay::RouteReplay;
use super::rule::{Constraint, Kept, Rule};
use super::sums::{Excess, RouteSums};
use crate::model::{Plan, Problem, Truck, Window};

/// Preparation starts and the truck returns within the shift, and within the opening hours of its depot.
pub struct Shift;

impl Constraint for Shift {
    fn code(&self) -> &'static str {
        "shift"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for route in replay.routes() {
            let truck = &problem.trucks[route.truck];
            report_outside(self.code(), route, truck.shift, ["early", "late"], findings);
            match problem.depots[truck.depot].open[route.day] {
                Some(open) => report_outside(self.code(), route, open, ["depot-early", "depot-late"], findings),
                None => findings.push(Finding::rule(self.code(), 1).variant("depot-closed").of_route(route)),
            }
        }
    }
}

impl Rule for Shift {
    fn kept(&self) -> Kept {
        Kept::BySums
    }

    #[inline]
    fn of_route(&self, route: &RouteSums) -> Excess {
        Excess::of_time(route.hours.from, route.start) + Excess::of_time(route.end, route.hours.to)
    }
}

/// Between which times a truck may be under way on a day: its shift, as far as its depot is open; nothing where that is closed.
pub fn hours_under_way(problem: &Problem, truck: &Truck, day: usize) -> Option<Window> {
    let open = problem.depots[truck.depot].open[day]?;
    Some(Window { from: truck.shift.from.max(open.from), to: truck.shift.to.min(open.to) })
}

fn report_outside(code: &'static str, route: &RouteReplay, hours: Window, variants: [&'static str; 2], findings: &mut Vec<Finding>) {
    if route.start < hours.from {
        let early = hours.from - route.start;
        let finding = Finding::rule(code, early.0).variant(variants[0]).of_route(route).with_clock_down("start", route.start);
        findings.push(finding.with_minutes("early", early).with_clock_down("limit", hours.from));
    }
    if route.end > hours.to {
        let late = route.end - hours.to;
        let finding = Finding::rule(code, late.0).variant(variants[1]).of_route(route).with_clock("end", route.end);
        findings.push(finding.with_minutes("late", late).with_clock("limit", hours.to));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};
    use crate::text::{Language, Text};
    use crate::units::Seconds;

    #[test]
    fn home_after_the_end_of_the_shift() {
        // Returns at 6:57:42; the shift ends at 6:36.
        let mut problem = district(1, 1);
        let monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        assert_eq!(findings(&Shift, &problem, &monday), []);
        problem.trucks[0].shift.to = at(6, 36);
        let found = findings(&Shift, &problem, &monday);
        assert_eq!((found.len(), found[0].excess), (1, 21 * 60 + 42));
        let said = found[0].worded(&Text::new(Language::Vietnamese), &problem).message;
        assert_eq!(said, "Xe X0, thứ Hai: về bãi 06:58, muộn 22 phút so với hết ca 06:36.");
    }

    #[test]
    fn preparing_before_the_shift_or_outside_the_hours_of_the_depot() {
        let mut problem = district(1, 1);
        let early = plan(&problem, &[(0, 0, at(5, 45), &[(&[0], Some(0))])]);
        let found = findings(&Shift, &problem, &early);
        assert_eq!((found.len(), found[0].variant, Seconds(found[0].excess)), (1, Some("early"), at(0, 15)));
        problem.trucks[0].shift.from = at(5, 0);
        problem.depots[0].open[0] = Some(Window { from: at(5, 50), to: at(6, 40) });
        let variants: Vec<_> = findings(&Shift, &problem, &early).iter().map(|finding| finding.variant).collect();
        // Returns 15 minutes earlier than from 6:00: at 6:42:42.
        assert_eq!(variants, [Some("depot-early"), Some("depot-late")]);
        problem.depots[0].open[0] = None;
        assert_eq!(findings(&Shift, &problem, &early)[0].variant, Some("depot-closed"));
    }
}
