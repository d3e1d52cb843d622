//! Percentiles over weeks, and confidence intervals over independent runs.

use serde::Serialize;

/// Mean and percentiles of a figure over weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// Half the width of the 95 % confidence interval of the mean; nothing where there is only one run.
    pub half_width: Option<f64>,
    /// One week in twenty has less.
    pub p5: f64,
    /// Every other week has less.
    pub p50: f64,
    /// One week in twenty has more.
    pub p95: f64,
}

/// A mean and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// Mean.
    pub mean: f64,
    /// Half the width of its 95 % confidence interval.
    pub half_width: f64,
}

impl Interval {
    /// The mean of the means of independent runs; nothing of fewer than two.
    pub fn of_runs(means: &[f64]) -> Option<Self> {
        if means.len() < 2 {
            return None;
        }
        let n = means.len() as f64;
        let mean = means.iter().sum::<f64>() / n;
        let variance = means.iter().map(|of_run| (of_run - mean) * (of_run - mean)).sum::<f64>() / (n - 1.0);
        Some(Self { mean, half_width: student(means.len() - 1) * (variance / n).sqrt() })
    }
}

impl Spread {
    /// The spread of the values of weeks, which come in runs of the given lengths.
    pub fn of(values: &[f64], runs: &[usize]) -> Self {
        if values.is_empty() {
            return Self::default();
        }
        let mut means = Vec::with_capacity(runs.len());
        let mut rest = values;
        for run in runs {
            let (weeks, others) = rest.split_at((*run).min(rest.len()));
            means.extend((!weeks.is_empty()).then(|| weeks.iter().sum::<f64>() / weeks.len() as f64));
            rest = others;
        }
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        Self {
            mean: values.iter().sum::<f64>() / values.len() as f64,
            half_width: Interval::of_runs(&means).map(|interval| interval.half_width),
            p5: percentile(&sorted, 0.05),
            p50: percentile(&sorted, 0.5),
            p95: percentile(&sorted, 0.95),
        }
    }
}

/// The value below which the share of a sorted list lies, between two of them in proportion (Hyndman and Fan 1996, definition 7); 0 of an empty list.
pub(super) fn percentile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let place = share * last as f64;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    sorted[below] + (sorted[above.min(last)] - sorted[below]) * (place - below as f64)
}

/// Student's t: 95 % lie within so many standard errors, with so many degrees of freedom.
pub(super) fn student(freedom: usize) -> f64 {
    const T: [f64; 30] = [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101,
        2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];
    match freedom {
        0 => f64::INFINITY,
        1..=30 => T[freedom - 1],
        // Within 0.003 of the exact value.
        _ => 1.960 + 2.46 / freedom as f64,
    }
}

/// The same for 99 %; known for 19 degrees of freedom, those of twenty runs.
#[cfg(test)]
pub(super) fn student_99(freedom: usize) -> f64 {
    assert_eq!(freedom, 19);
    2.861
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_lie_between_values_in_proportion() {
        // 5 % of the way over three steps: 0.15 of the first, from 10 to 20.
        assert_eq!(percentile(&[10.0, 20.0, 30.0, 40.0], 0.05), 11.5);
        assert_eq!(percentile(&[10.0, 20.0, 30.0, 40.0], 0.5), 25.0);
        assert_eq!(percentile(&[], 0.5), 0.0);
    }

    #[test]
    fn an_interval_is_over_the_means_of_runs() {
        // Means 1 and 3: mean 2, deviation √2, standard error 1; t of one degree of freedom.
        let spread = Spread::of(&[0.0, 2.0, 3.0, 3.0], &[2, 2]);
        assert_eq!((spread.mean, spread.half_width), (2.0, Some(12.706)));
        assert_eq!(Spread::of(&[1.0, 2.0], &[2]).half_width, None);
        assert!((student(40) - 2.021).abs() < 0.003 && (student(120) - 1.980).abs() < 0.003);
    }
}
