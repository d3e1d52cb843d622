//! A week costs no more than there is money for.

use super::finding::Finding;
use super::objective::cost;
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use super::sums::{Excess, WeekSums};
use crate::model::{Plan, Problem};

/// The cost of the week, priced softness included, is within the budget, where there is one.
pub struct Budget;

impl Constraint for Budget {
    fn code(&self) -> &'static str {
        "budget"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        let Some(budget) = problem.policy.budget else { return };
        let cost = cost(problem, replay).total();
        let excess = cost - budget;
        if excess.0 > 0 {
            let finding = Finding::rule(self.code(), excess.0).with("cost", cost.0);
            findings.push(finding.with("budget", budget.0).with("excess", excess.0));
        }
    }
}

impl Rule for Budget {
    fn kept(&self) -> Kept {
        Kept::BySums
    }

    /// In thousands of đồng, rounded up.
    fn of_week(&self, week: &WeekSums) -> Excess {
        let Some(budget) = week.problem.policy.budget else { return Excess::NONE };
        Excess::of_load(((week.cost - budget).or_zero().0 + 999) / 1000, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};
    use crate::units::Vnd;

    #[test]
    fn one_dong_too_many() {
        // 15 km 105,000; 57 min 42 s of work 115,400; a day 300,000; 0.7 t tipped 175,000: 695,400.
        let mut problem = district(1, 1);
        let monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        problem.policy.budget = Some(Vnd(695_400));
        assert_eq!(findings(&Budget, &problem, &monday), []);
        problem.policy.budget = Some(Vnd(695_399));
        assert_eq!(findings(&Budget, &problem, &monday)[0].excess, 1);
    }
}
