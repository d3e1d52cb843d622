//! Two sets of figures side by side, and whether their difference is more than the luck of a random search.

/// A figure before and after, each a mean over seeds.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Difference {
    /// Mean of the baseline's plans.
    pub baseline: f64,
    /// Mean of the scenario's plans.
    pub scenario: f64,
    /// `scenario − baseline`.
    pub change: f64,
    /// The change in per cent of the baseline; none where that is nothing.
    pub percent: Option<f64>,
    /// The least change between any plan of the scenario and any of the baseline.
    pub least: f64,
    /// The greatest.
    pub most: f64,
}

impl Difference {
    /// The difference of two figures, each with a value for each seed; nothing where one of them means nothing for some seed.
    pub fn new(baseline: &[Option<f64>], scenario: &[Option<f64>]) -> Option<Self> {
        let baseline: Vec<f64> = baseline.iter().copied().collect::<Option<_>>()?;
        let scenario: Vec<f64> = scenario.iter().copied().collect::<Option<_>>()?;
        if baseline.is_empty() || scenario.is_empty() {
            return None;
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
        let most = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (before, after) = (mean(&baseline), mean(&scenario));
        let percent = (before.abs() > 1e-9).then(|| (after - before) / before.abs() * 100.0);
        Some(Self {
            baseline: before,
            scenario: after,
            change: after - before,
            percent,
            least: least(&scenario) - most(&baseline),
            most: most(&scenario) - least(&baseline),
        })
    }

    /// Whether every plan of the scenario lies on the same side of every plan of the baseline, by at least `resolution`.
    pub fn is_clear(&self, resolution: f64) -> bool {
        self.least >= resolution || self.most <= -resolution
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_within_the_spread_of_the_seeds_is_not_clear() {
        // Means 2 and 2.5; between the nearest plans 2.2 − 2.4 = −0.2, between the farthest 2.8 − 1.6 = 1.2.
        let difference = Difference::new(&[Some(1.6), Some(2.4)], &[Some(2.2), Some(2.8)]).expect("figures");
        assert_eq!((difference.baseline, difference.scenario), (2.0, 2.5));
        assert!((difference.least + 0.2).abs() < 1e-9 && (difference.most - 1.2).abs() < 1e-9);
        assert!((difference.percent.expect("a baseline") - 25.0).abs() < 1e-9);
        assert!(!difference.is_clear(0.01));
        let apart = Difference::new(&[Some(1.0), Some(1.2)], &[Some(1.5), Some(1.9)]).expect("figures");
        assert!(apart.is_clear(0.05) && !apart.is_clear(0.5));
    }

    #[test]
    fn what_means_nothing_has_no_difference() {
        assert_eq!(Difference::new(&[Some(1.0), None], &[Some(1.0), Some(2.0)]), None);
        assert_eq!(Difference::new(&[], &[]), None);
        assert_eq!(Difference::new(&[Some(0.0)], &[Some(3.0)]).expect("figures").percent, None);
    }
}
