//! In how many draws of an uncertain district a change goes which way.

use super::{Measured, Resample, Trial};
use crate::dataset::Dataset;
use crate::kpi::Scope;
use crate::model::{self, Choices, Ground};
use crate::solve::Observer;

/// The figures that a resampled comparison looks at.
pub const RESAMPLED: [&str; 6] = ["people-short", "people-served-share", "visits-mean", "waiting-age", "waste-collected", "cost"];

/// Rows, travel times and choices of one variant: what its problem is made from.
#[derive(Clone, Copy)]
pub struct Variant<'a> {
    /// Its rows.
    pub dataset: &'a Dataset,
    /// Its travel times.
    pub ground: &'a Ground,
    /// Its trucks and week.
    pub choices: &'a Choices,
}

/// How a figure changes from the baseline to the scenario, over all draws.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Effect {
    /// Key of the indicator.
    pub metric: &'static str,
    /// Draws.
    pub draws: usize,
    /// Draws in which it rises.
    pub rises: usize,
    /// Draws in which it falls.
    pub falls: usize,
    /// Least, middle and greatest change.
    pub least: f64,
    /// The middle one: as many draws lie below as above.
    pub median: f64,
    /// The greatest.
    pub most: f64,
}

/// Plans baseline and scenario on `draws` resampled districts, with the first seed of the trial; in how many draws the scenario's plan is the better
/// one, and the effects on single figures.
pub fn resampled(baseline: Variant, scenario: Variant, draws: usize, trial: &Trial, observer: &mut dyn Observer) -> (usize, Vec<Effect>) {
    let seed = trial.seeds.first().copied().unwrap_or(1);
    let single = Trial { seeds: vec![seed], ..trial.clone() };
    let n_communes = baseline.dataset.communes.len();
    let mut pairs = Vec::new();
    for number in 0..draws as u64 {
        if trial.stop.is_interrupted() {
            break;
        }
        let draw = Resample::draw(n_communes, seed, number);
        let mut plan = |variant: Variant| {
            let (dataset, ground) = draw.apply(variant.dataset, variant.ground);
            let problem = model::build(&dataset, &ground, variant.choices);
            single.run(&problem, observer).measured.remove(0)
        };
        pairs.push((plan(baseline), plan(scenario)));
    }
    let better = pairs.iter().filter(|(before, after)| after.objective < before.objective).count();
    (better, RESAMPLED.iter().filter_map(|metric| effect(metric, &pairs)).collect())
}

fn effect(metric: &'static str, pairs: &[(Measured, Measured)]) -> Option<Effect> {
    let change =
        |(before, after): &(Measured, Measured)| Some(after.value(Scope::District, metric)? - before.value(Scope::District, metric)?);
    let mut changes: Vec<f64> = pairs.iter().map(change).collect::<Option<_>>()?;
    changes.sort_by(f64::total_cmp);
    let (least, most) = (*changes.first()?, *changes.last()?);
    let rises = changes.iter().filter(|change| **change > 1e-9).count();
    let falls = changes.iter().filter(|change| **change < -1e-9).count();
    let middle = changes.len() / 2;
    let median = if changes.len() % 2 == 1 { changes[middle] } else { (changes[middle - 1] + changes[middle]) / 2.0 };
    Some(Effect { metric, draws: changes.len(), rises, falls, least, median, most })
}
