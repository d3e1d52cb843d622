//! Today's schedule, routed as well as this search can: what a plan is compared with.

use super::{Observer, Parameters, StopRule, plan};
use crate::constraint::{Replay, objective};
use crate::model::{DaySet, Plan, Problem};

/// Routes today's visits with the trucks in service today, on days spread as evenly as they may be.
///
/// Every point has just as many visits as today, whatever the district owes it; what that misses are findings of
/// [`crate::constraint::shortfalls`]. Which days of the week are today's is not known: the best ones are supposed, so that today is never
/// made to look worse than it is. The plan is one of `problem`, with new trucks unused; visits for which today's hours do not suffice are missing.
pub fn plan_today(problem: &Problem, parameters: &Parameters, stop: &StopRule, observer: &mut dyn Observer) -> Plan {
    rejudged(problem, plan(&as_today(problem), parameters, stop, observer))
}

/// The problem in which each point is owed today's visits and no more, and new trucks stand still.
fn as_today(problem: &Problem) -> Problem {
    let mut today = problem.clone();
    today.policy.budget = None;
    for truck in today.trucks.iter_mut().filter(|truck| truck.new) {
        truck.available = DaySet::EMPTY;
    }
    for point in &mut today.points {
        let visits = point.visits_today.min(point.patterns.iter().map(|pattern| pattern.days.len()).max().unwrap_or(0));
        point.allow_at_most(visits);
        (point.visits_least, point.visits_greatest) = (visits, visits);
        point.patterns.iter_mut().for_each(|pattern| pattern.admissible = pattern.days.len() == visits);
    }
    today
}

/// The plan with what it is worth in `problem`, where it was made for a variant with the same places and trucks.
pub(super) fn rejudged(problem: &Problem, plan: Plan) -> Plan {
    let replay = Replay::new(problem, &plan);
    Plan { objective: objective(problem, &plan, &replay), ..plan }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::verify;
    use crate::model::testing::{complete, district};
    use crate::solve::Silent;

    #[test]
    fn every_point_has_the_visits_of_today() {
        let mut problem = district(5, 2);
        problem.trucks[1].new = true;
        for (point, visits) in problem.points.iter_mut().zip([0, 1, 2, 3, 6]) {
            (point.visits_today, point.longest_wait) = (visits, 4);
        }
        complete(&mut problem);
        let stop = StopRule { iterations: Some(1_200), ..StopRule::default() };
        let today = plan_today(&problem, &Parameters::default(), &stop, &mut Silent);
        let visits: Vec<usize> = today.schedule(&problem).iter().map(|days| days.len()).collect();
        assert_eq!(visits, [0, 1, 2, 3, 6]);
        assert!(today.days.iter().flatten().all(|route| route.truck == 0));
        // No rule is broken, the records are right, and what is missed is found: no visit at point 0, a week between visits at point 1.
        let verdict = verify(&problem, &today);
        assert_eq!((verdict.violations.len(), verdict.people_short), (0, 20));
    }
}
