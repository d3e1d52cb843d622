//! Two plans in the same weeks: common random numbers take out what both have to bear.

use super::live::{Subject, live};
use super::measure::{MEASURES, Measure};
use super::order::{Observer, Order};
use super::outcome::{Outcome, RowScope, lengths, scopes, shown, sums_of};
use super::statistics::Spread;
use super::week::RunRecord;
use crate::settings::Simulation;

/// A measure of the second plan less that of the first, week by week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// What it is about: the district, a commune or a weekday (trucks may not be the same).
    pub scope: RowScope,
    /// What is measured.
    pub measure: Measure,
    /// Mean of the first plan.
    pub first: f64,
    /// Mean of the second plan.
    pub second: f64,
    /// Spread of the differences, with the confidence interval of their mean.
    pub spread: Spread,
}

/// Two plans in the same weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Paired {
    /// The first alone.
    pub first: Outcome,
    /// The second alone.
    pub second: Outcome,
    /// Second less first.
    pub differences: Vec<Difference>,
}

/// Lives two plans through the same random weeks. They may be for different trucks, points or roads; communes and weekdays that both have are compared by their indices.
pub fn paired(first: Subject, second: Subject, simulation: &Simulation, order: &Order, observer: &mut dyn Observer) -> Paired {
    let mut runs = live(&[first, second], simulation, order, observer).into_iter();
    let (of_first, of_second) = (runs.next().unwrap_or_default(), runs.next().unwrap_or_default());
    Paired {
        differences: differences(first, second, &of_first, &of_second),
        first: Outcome::new(first.problem, simulation, order, &of_first),
        second: Outcome::new(second.problem, simulation, order, &of_second),
    }
}

impl Paired {
    /// How a measure of the district differs.
    pub fn district(&self, measure: Measure) -> Option<&Difference> {
        self.differences.iter().find(|difference| difference.scope == RowScope::District && difference.measure == measure)
    }
}

fn differences(first: Subject, second: Subject, of_first: &[RunRecord], of_second: &[RunRecord]) -> Vec<Difference> {
    let lengths = lengths(of_first);
    let others = scopes(second.problem);
    let shared = scopes(first.problem).into_iter().filter(|scope| !matches!(scope, RowScope::Truck(_)) && others.contains(scope));
    let mut differences = Vec::new();
    for scope in shared {
        for facts in MEASURES.iter().filter(|facts| scope.knows(facts)) {
            let values = |runs: &[RunRecord]| -> Vec<f64> {
                runs.iter().flat_map(|run| &run.weeks).map(|week| shown(sums_of(week, scope), facts)).collect()
            };
            let (one, two) = (values(of_first), values(of_second));
            let less: Vec<f64> = one.iter().zip(&two).map(|(one, two)| two - one).collect();
            let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
            let spread = Spread::of(&less, &lengths);
            differences.push(Difference { scope, measure: facts.measure, first: mean(&one), second: mean(&two), spread });
        }
    }
    differences
}
