//! Trucks drive only where roads admit them, and can come back from.

use super::finding::Finding;
use super::replay::Replay;
use super::replay::{Place, RouteReplay};
use super::rule::{Constraint, Kept, Rule};
use crate::model::{Plan, Problem};

/// Every point and facility is reached and left by its truck, and every leg exists for it.
pub struct Access;

impl Constraint for Access {
    fn code(&self) -> &'static str {
        "access"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for route in replay.routes() {
            for halt in &route.halts {
                let reached_by = match halt.place {
                    Place::Point(point) => &problem.points[point].reached_by,
                    Place::Facility(facility) => &problem.facilities[facility].reached_by,
                    Place::Depot(_) => continue,
                };
                if !reached_by[route.truck] {
                    findings.push(unreached(self.code(), route, halt.place));
                }
            }
            for (from, to) in &route.missing {
                let finding = Finding::rule(self.code(), 1).variant("leg").of_route(route);
                findings.push(finding.with("from", from.name(problem)).with("to", to.name(problem)));
            }
        }
    }
}

impl Rule for Access {
    fn kept(&self) -> Kept {
        Kept::ByConstruction("visits and unloads are given only to trucks that reach them, and between what a truck reaches there is a way")
    }
}

fn unreached(code: &'static str, route: &RouteReplay, place: Place) -> Finding {
    let finding = Finding::rule(code, 1).of_route(route);
    match place {
        Place::Facility(facility) => finding.variant("facility").at_facility(facility),
        Place::Point(point) => finding.variant("point").at_point(point),
        Place::Depot(_) => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{DEPOT, FIRST_POINT, at, district, plan, set_leg};

    #[test]
    fn a_point_that_the_truck_cannot_leave_is_not_served_by_it() {
        let mut problem = district(1, 1);
        let monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        assert_eq!(findings(&Access, &problem, &monday), []);
        problem.points[0].reached_by[0] = false;
        problem.facilities[0].reached_by[0] = false;
        let found = findings(&Access, &problem, &monday);
        assert_eq!((found[0].point, found[1].facility, found.len()), (Some(0), Some(0), 2));
    }

    #[test]
    fn a_leg_without_a_road_is_reported() {
        let mut problem = district(1, 1);
        set_leg(&mut problem, DEPOT, FIRST_POINT, None);
        let found = findings(&Access, &problem, &plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]));
        assert_eq!((found.len(), found[0].variant), (1, Some("leg")));
    }
}
