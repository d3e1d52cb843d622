//! Points are visited as often as is owed to them.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::Constraint;
use crate::model::{Plan, Problem};

/// Every point has at least its least number of visits, and at least one: without any its waste waits for ever.
pub struct LeastFrequency;

impl Constraint for LeastFrequency {
    fn code(&self) -> &'static str {
        "least-frequency"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for (index, (point, days)) in problem.points.iter().zip(&replay.schedule).enumerate() {
            let least = point.visits_least.max(1);
            if days.len() < least {
                let finding = Finding::requirement(self.code(), index, (least - days.len()) as i64);
                let finding = finding.with("visits", days.len()).with("least", least);
                findings.push(if days.is_empty() { finding.variant("none") } else { finding });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn one_visit_is_two_fewer_than_three() {
        let mut problem = district(1, 1);
        let monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        assert_eq!(findings(&LeastFrequency, &problem, &monday), []);
        problem.points[0].visits_least = 3;
        assert_eq!(findings(&LeastFrequency, &problem, &monday)[0].excess, 2);
        let nothing = plan(&problem, &[]);
        assert_eq!(findings(&LeastFrequency, &problem, &nothing)[0].variant, Some("none"));
    }
}
