//! Points are not visited more often than is asked for.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use crate::model::{Plan, Problem};

/// No point has more days of visit than its greatest frequency.
pub struct GreatestFrequency;

impl Constraint for GreatestFrequency {
    fn code(&self) -> &'static str {
        "greatest-frequency"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for (index, (point, days)) in problem.points.iter().zip(&replay.schedule).enumerate() {
            if days.len() > point.visits_greatest {
                let excess = days.len() - point.visits_greatest;
                let finding = Finding::rule(self.code(), excess as i64).at_point(index);
                findings.push(finding.with("visits", days.len()).with("limit", point.visits_greatest));
            }
        }
    }
}

impl Rule for GreatestFrequency {
    fn kept(&self) -> Kept {
        Kept::ByConstruction("the days of a point are one of its patterns, and none of these has more days")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn three_visits_are_one_more_than_two() {
        let mut problem = district(1, 1);
        let trips: &[(&[usize], Option<usize>)] = &[(&[0], Some(0))];
        let week = plan(&problem, &[(0, 0, at(6, 0), trips), (2, 0, at(6, 0), trips), (4, 0, at(6, 0), trips)]);
        assert_eq!(findings(&GreatestFrequency, &problem, &week), []);
        problem.points[0].visits_greatest = 2;
        assert_eq!(findings(&GreatestFrequency, &problem, &week)[0].excess, 1);
    }
}
