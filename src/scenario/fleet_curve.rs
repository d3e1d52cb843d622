//! The value of more trucks: plans for 0, 1, 2 … of them, each at least as good as the one before.

use super::{Measured, Trial};
use crate::model::{Plan, Problem};
use crate::solve::{self, Observer, Parameters};

/// The plan with so many more trucks.
#[derive(Clone, Debug)]
pub struct FleetStep {
    /// The plan.
    pub plan: Plan,
    /// Its figures.
    pub measured: Measured,
}

/// Plans each of `problems`, which differ in trucks only: each has those of the one before, in the same order, and more behind them.
///
/// Every fleet gets two searches of the trial's budget: one from nothing and, from the second fleet on, one from the plan of the fleet before (the first fleet
/// gets another seed instead), so that no fleet is given more time than another. The better plan counts. A plan remains possible with more trucks, and a
/// search is never worse than the plan it starts from: so no step is worse than the one before.
pub fn fleet_curve(problems: &[Problem], trial: &Trial, mut begin: impl FnMut(usize), observer: &mut dyn Observer) -> Vec<FleetStep> {
    let seed = trial.seeds.first().copied().unwrap_or(1);
    let mut steps: Vec<FleetStep> = Vec::new();
    for (number, problem) in problems.iter().enumerate() {
        if number > 0 && trial.stop.is_interrupted() {
            break;
        }
        begin(number);
        let parameters = Parameters { seed, ..trial.parameters.clone() };
        let fresh = solve::plan(problem, &parameters, &trial.stop, observer);
        let other = match steps.last() {
            Some(before) => solve::plan_from(problem, &before.plan, &parameters, &trial.stop, observer),
            None => solve::plan(problem, &Parameters { seed: seed.wrapping_add(1), ..parameters }, &trial.stop, observer),
        };
        let best = [other, fresh].into_iter().map(|plan| FleetStep { measured: Measured::new(problem, &plan), plan });
        steps.extend(best.min_by_key(|step| step.measured.objective));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, complete, district};
    use crate::solve::{Silent, StopRule};

    #[test]
    fn more_trucks_are_never_worse() {
        // Trucks with an hour and a quarter of work reach two points a day; twelve points want two visits a week.
        let problems: Vec<Problem> = (1..=4)
            .map(|n_trucks| {
                let mut problem = district(12, n_trucks);
                problem.trucks.iter_mut().for_each(|truck| truck.work_limit = at(1, 15));
                problem.points.iter_mut().for_each(|point| point.visits_least = 2);
                complete(&mut problem);
                problem
            })
            .collect();
        let stop = StopRule { iterations: Some(200), ..StopRule::default() };
        let trial = Trial { parameters: Parameters { islands: 1, ..Parameters::default() }, seeds: vec![3], stop };
        let steps = fleet_curve(&problems, &trial, |_| {}, &mut Silent);
        assert_eq!(steps.len(), 4);
        assert!(steps.windows(2).all(|pair| pair[1].measured.objective <= pair[0].measured.objective));
        assert!(steps[3].measured.objective < steps[0].measured.objective, "three more trucks are worth something");
        assert!(steps.iter().all(|step| step.measured.violations == 0));
    }
}
