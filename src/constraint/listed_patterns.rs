//! Points with a list of patterns are visited on the days of one of these.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use crate::model::{Plan, Problem};

/// The days of a point whose patterns are listed are those of a pattern of its list, or none.
pub struct ListedPatterns;

impl Constraint for ListedPatterns {
    fn code(&self) -> &'static str {
        "listed-patterns"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for (index, (point, days)) in problem.points.iter().zip(&replay.schedule).enumerate().filter(|(_, (point, _))| point.listed) {
            if !days.is_empty() && point.patterns.iter().all(|pattern| pattern.days != *days) {
                // Day numbers rather than weekdays: the horizon need not be a week.
                let numbers: Vec<String> = days.iter().map(|day| (day + 1).to_string()).collect();
                findings.push(Finding::rule(self.code(), 1).at_point(index).with("days", numbers.join(", ")));
            }
        }
    }
}

impl Rule for ListedPatterns {
    fn kept(&self) -> Kept {
        Kept::ByConstruction("the days of a point are one of its patterns, and where these are listed there are no others")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::DaySet;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn monday_and_tuesday_are_not_monday_and_thursday() {
        let mut problem = district(1, 1);
        problem.points[0].patterns.retain(|pattern| [DaySet(0b1001), DaySet(0b10010), DaySet::EMPTY].contains(&pattern.days));
        let trips: &[(&[usize], Option<usize>)] = &[(&[0], Some(0))];
        let visits = |days: [usize; 2]| plan(&problem, &days.map(|day| (day, 0, at(6, 0), trips)));
        let (listed, other, none) = (visits([0, 3]), visits([0, 1]), plan(&problem, &[]));
        // The list is a rule only where it says so.
        assert_eq!(findings(&ListedPatterns, &problem, &other), []);
        problem.points[0].listed = true;
        assert_eq!(findings(&ListedPatterns, &problem, &listed), []);
        assert_eq!(findings(&ListedPatterns, &problem, &none), []);
        assert_eq!(findings(&ListedPatterns, &problem, &other)[0].point, Some(0));
    }
}
