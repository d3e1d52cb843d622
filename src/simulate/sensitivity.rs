//! Which figure decides: each at its plausible ends, the others as they are.

use super::live::{Subject, live};
use super::measure::Measure;
use super::order::{Observer, Order, Progress, Silent};
use super::outcome::breaches;
use super::week::RunRecord;
use crate::settings::{Figure, Simulation};

/// The measures by which figures are ranked.
const WATCHED: [Measure; 3] = [Measure::Lapsed, Measure::Overtime, Measure::OverflowHours];

/// What a figure does to the result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence {
    /// The figure.
    pub figure: Figure,
    /// From where to where it was moved.
    pub range: (f64, f64),
    /// Means of a week at both ends: visits made neither on their day nor on the next, hours of overtime, hours of overflow.
    pub means: [(f64, f64); 3],
    /// Share of weeks that hold at both ends.
    pub holds: (f64, f64),
    /// Its share of all that the figures do, each by itself, to the three means together: 0 to 1; all add up to 1 where anything moves.
    pub weight: f64,
}

/// Moves every figure that can be measured to both ends of its plausible range, one at a time, in the same weeks; the most influential first.
///
/// The range of a figure with an origin is moved with its value. Costs two runs of the order for each figure. Interrupted, it gives the figures that are done.
pub fn sensitivity(subject: Subject, simulation: &Simulation, order: &Order, observer: &mut dyn Observer) -> Vec<Influence> {
    let figures: Vec<(Figure, (f64, f64))> = Figure::ALL.iter().filter_map(|figure| Some((*figure, range(simulation, *figure)?))).collect();
    let began = std::time::Instant::now();
    let mut influences = Vec::new();
    for (index, (figure, range)) in figures.iter().enumerate() {
        let ends = [range.0, range.1].map(|value| {
            let moved = simulation.clone().with(*figure, value);
            let runs = live(&[subject], &moved, order, &mut Silent).pop().unwrap_or_default();
            summary(subject, &moved, &runs)
        });
        if order.is_interrupted() {
            break;
        }
        let [(low, holds_low), (high, holds_high)] = ends;
        let means = std::array::from_fn(|measure| (low[measure], high[measure]));
        influences.push(Influence { figure: *figure, range: *range, means, holds: (holds_low, holds_high), weight: 0.0 });
        let planned = 2 * figures.len() * order.weeks;
        observer.progress(&Progress { weeks: 2 * (index + 1) * order.weeks, planned, elapsed: began.elapsed() });
    }
    weigh(&mut influences);
    influences.sort_by(|one, other| other.weight.total_cmp(&one.weight).then((one.figure as usize).cmp(&(other.figure as usize))));
    influences
}

/// The plausible range of a figure around its value, cut to what makes sense.
fn range(simulation: &Simulation, figure: Figure) -> Option<(f64, f64)> {
    let facts = figure.facts();
    let (low, high) = facts.plausible?;
    let value = simulation.value(figure);
    if value == facts.default {
        return Some((low, high));
    }
    // Moved in proportion where that makes sense, else by as much.
    let moved = |end: f64| if facts.default > 0.0 && value > 0.0 { end * value / facts.default } else { value + end - facts.default };
    Some((moved(low).clamp(facts.least, facts.most), moved(high).clamp(facts.least, facts.most)))
}

fn summary(subject: Subject, simulation: &Simulation, runs: &[RunRecord]) -> ([f64; 3], f64) {
    let weeks: Vec<_> = runs.iter().flat_map(|run| &run.weeks).collect();
    let n = weeks.len().max(1) as f64;
    let mean = |measure: Measure| weeks.iter().map(|week| super::outcome::shown(&week.district, measure.facts())).sum::<f64>() / n;
    let held = weeks.iter().filter(|week| !breaches(subject.problem, simulation, week).contains(&true)).count();
    (WATCHED.map(mean), held as f64 / n)
}

/// Each measure that anything moves counts alike; within it, a figure counts by how far it moves the mean.
fn weigh(influences: &mut [Influence]) {
    let sums: Vec<f64> = (0..WATCHED.len()).map(|measure| influences.iter().map(|influence| swing(influence, measure)).sum()).collect();
    let moved = sums.iter().filter(|sum| **sum > 0.0).count() as f64;
    for influence in influences {
        let shares = sums.iter().enumerate().filter(|(_, sum)| **sum > 0.0).map(|(measure, sum)| swing(influence, measure) / sum / moved);
        influence.weight = shares.sum();
    }
}

/// How far a figure moves a mean.
fn swing(influence: &Influence, measure: usize) -> f64 {
    (influence.means[measure].1 - influence.means[measure].0).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_moves_with_a_measured_value() {
        // 0.2 with 0.1 … 0.4 as the plausible range: 0.1 measured gives 0.05 … 0.2.
        let simulation = Simulation::default().with(Figure::LegDeviation, 0.1);
        let (low, high) = range(&simulation, Figure::LegDeviation).expect("it can be measured");
        assert!((low - 0.05).abs() < 1e-12 && (high - 0.2).abs() < 1e-12, "{low}, {high}");
        assert_eq!(range(&simulation, Figure::Breakdowns), Some((0.003, 0.03)));
        assert_eq!(range(&simulation, Figure::OvertimePay), None);
    }
}
