//! What a search tells about itself while it runs.

use std::time::Duration;

use crate::model::Objective;

/// A search's state at the end of an epoch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Iterations done, over all islands.
    pub iterations: u64,
    /// Iterations planned, where they are known.
    pub iterations_planned: Option<u64>,
    /// Time since the search began. Only shown, never used to steer.
    pub elapsed: Duration,
    /// Time the search may take, where it is limited.
    pub time_limit: Option<Duration>,
    /// The best plan so far.
    pub best: Objective,
}

/// Watches a search; called between epochs, on the thread that started it.
pub trait Observer {
    /// An epoch has ended.
    fn progress(&mut self, progress: &Progress);
}

/// Watches nothing.
pub struct Silent;

impl Observer for Silent {
    fn progress(&mut self, _: &Progress) {}
}
