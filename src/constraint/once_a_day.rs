//! A visit is never split, and nobody comes twice.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use crate::model::{Plan, Problem};

/// At most one visit a day to each point, by one truck.
pub struct OnceADay;

impl Constraint for OnceADay {
    fn code(&self) -> &'static str {
        "once-a-day"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for (day, routes) in replay.days.iter().enumerate() {
            let mut visits = vec![0; problem.points.len()];
            for (point, _) in routes.iter().flat_map(|route| route.stops()) {
                visits[point] += 1;
            }
            for (point, visits) in visits.into_iter().enumerate().filter(|(_, visits)| *visits > 1) {
                findings.push(Finding::rule(self.code(), visits - 1).on(day).at_point(point).with("visits", visits));
            }
        }
    }
}

impl Rule for OnceADay {
    fn kept(&self) -> Kept {
        Kept::ByConstruction("a point has one place on each day of its pattern")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn the_second_visit_of_a_day_is_one_too_many() {
        let problem = district(1, 2);
        let trips: &[(&[usize], Option<usize>)] = &[(&[0], Some(0))];
        let other_days = plan(&problem, &[(0, 0, at(6, 0), trips), (1, 1, at(6, 0), trips)]);
        assert_eq!(findings(&OnceADay, &problem, &other_days), []);
        let same_day = plan(&problem, &[(0, 0, at(6, 0), trips), (0, 1, at(6, 0), trips)]);
        assert_eq!(findings(&OnceADay, &problem, &same_day)[0].excess, 1);
    }
}
