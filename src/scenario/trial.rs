//! The same search for every variant: equal budgets, equal seeds.

use super::Measured;
use crate::model::{Plan, Problem};
use crate::solve::{self, Observer, Parameters, StopRule};

/// How every variant is planned.
#[derive(Clone, Debug)]
pub struct Trial<'a> {
    /// The search; its seed is replaced.
    pub parameters: Parameters,
    /// The seeds, one plan for each.
    pub seeds: Vec<u64>,
    /// The budget of one plan.
    pub stop: StopRule<'a>,
}

/// Plans of one problem, one for each seed.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The figures of each plan, in the order of the seeds.
    pub measured: Vec<Measured>,
    /// The best plan of all, ties to the earlier seed.
    pub best: Plan,
    /// Which one that is.
    pub best_seed: usize,
}

impl Trial<'_> {
    /// Plans `problem` once for each seed; interrupted, for those seeds that were begun.
    pub fn run(&self, problem: &Problem, observer: &mut dyn Observer) -> Outcome {
        let mut plans: Vec<(Plan, Measured)> = Vec::new();
        for seed in &self.seeds {
            if !plans.is_empty() && self.stop.is_interrupted() {
                break;
            }
            let parameters = Parameters { seed: *seed, ..self.parameters.clone() };
            let plan = solve::plan(problem, &parameters, &self.stop, observer);
            let measured = Measured::new(problem, &plan);
            plans.push((plan, measured));
        }
        let best_seed = (0..plans.len()).min_by_key(|index| (plans[*index].1.objective, *index)).expect("there is a seed");
        let best = plans[best_seed].0.clone();
        Outcome { measured: plans.into_iter().map(|(_, measured)| measured).collect(), best, best_seed }
    }
}
