//! When a search ends.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// The first of these that comes true ends the search; it is asked between epochs only.
#[derive(Clone, Copy, Debug, Default)]
pub struct StopRule<'a> {
    /// So many iterations, over all islands (rounded up to whole epochs).
    pub iterations: Option<u64>,
    /// How many iterations the search is laid out for, where that is more or less than `iterations`, as decided after its first epochs and at the start of each further part of its
    /// schedule: repeats a run that the clock ended. Empty: as many as `iterations`; where they are not known either, as many as there is time for.
    pub planned: &'a [u64],
    /// So much time. Decides how many epochs are planned and run, and nothing else.
    pub time: Option<Duration>,
    /// Someone asked to stop and keep the best plan.
    pub interrupt: Option<&'a AtomicBool>,
}

impl StopRule<'_> {
    /// Whether someone asked to stop.
    pub fn is_interrupted(&self) -> bool {
        self.interrupt.is_some_and(|flag| flag.load(Ordering::Relaxed))
    }
}
