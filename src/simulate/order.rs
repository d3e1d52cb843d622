//! What is asked of a simulation, and what it tells while it runs.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Longest run of weeks that carry over their state.
const LONGEST_RUN: usize = 50;
/// Runs that are wanted at least, for the confidence intervals.
const FEWEST_RUNS: usize = 20;
/// Shortest run that is worth its warm-up.
const SHORTEST_RUN: usize = 10;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// Weeks that count.
    pub weeks: usize,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Someone asked to stop and keep the runs that are done.
    pub interrupt: Option<&'a AtomicBool>,
}

impl Default for Order<'_> {
    fn default() -> Self {
        Self { weeks: 1000, seed: 1, interrupt: None }
    }
}

impl Order<'_> {
    /// The weeks of each run. They depend on the number of weeks alone.
    pub fn runs(&self) -> Vec<usize> {
        let longest = self.weeks.div_ceil(FEWEST_RUNS).clamp(SHORTEST_RUN, LONGEST_RUN);
        let n_runs = self.weeks.div_ceil(longest);
        // As equal as can be: they differ by a week at most.
        (0..n_runs).map(|run| self.weeks / n_runs + usize::from(run < self.weeks % n_runs)).collect()
    }

    /// Whether someone asked to stop.
    pub fn is_interrupted(&self) -> bool {
        self.interrupt.is_some_and(|flag| flag.load(Ordering::Relaxed))
    }
}

/// How far a simulation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Weeks lived through; those of the warm-up do not count.
    pub weeks: usize,
    /// Weeks asked for.
    pub planned: usize,
    /// Time since it began. Only shown.
    pub elapsed: Duration,
}

/// Watches a simulation, on the thread that started it.
pub trait Observer {
    /// Some runs have ended.
    fn progress(&mut self, progress: &Progress);
}

/// Watches nothing.
pub struct Silent;

impl Observer for Silent {
    fn progress(&mut self, _: &Progress) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_add_up_and_are_alike() {
        for weeks in [0, 1, 9, 10, 11, 99, 100, 101, 999, 1000, 12_345] {
            let runs = Order { weeks, ..Order::default() }.runs();
            assert_eq!(runs.iter().sum::<usize>(), weeks);
            assert!(runs.iter().all(|run| *run <= LONGEST_RUN && *run + 1 >= runs[0]), "{weeks}: {runs:?}");
        }
        assert_eq!(Order::default().runs(), [50; 20]);
    }
}
