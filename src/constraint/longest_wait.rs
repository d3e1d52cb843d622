//! Waste is not left longer than is owed.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::Constraint;
use crate::model::{Plan, Problem};

/// No gap between visits exceeds the longest wait. A point without visits misses its least frequency, not this.
pub struct LongestWait;

impl Constraint for LongestWait {
    fn code(&self) -> &'static str {
        "longest-wait"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for (index, (point, days)) in problem.points.iter().zip(&replay.schedule).enumerate() {
            let longest = days.iter().map(|day| days.gap(day, problem.horizon.n_days)).max().unwrap_or(0);
            if longest > point.longest_wait {
                let finding = Finding::requirement(self.code(), index, (longest - point.longest_wait) as i64);
                findings.push(finding.with("days", longest).with("limit", point.longest_wait));
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
    fn from_monday_to_saturday_is_a_day_longer_than_four() {
        let mut problem = district(1, 1);
        let trips: &[(&[usize], Option<usize>)] = &[(&[0], Some(0))];
        let week = plan(&problem, &[(0, 0, at(6, 0), trips), (5, 0, at(6, 0), trips)]);
        assert_eq!(findings(&LongestWait, &problem, &week), []);
        problem.points[0].longest_wait = 4;
        let found = findings(&LongestWait, &problem, &week);
        assert_eq!((found.len(), found[0].excess), (1, 1));
    }
}
