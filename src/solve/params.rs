//! The search's tunables.

/// How the search works; the same parameters, seed and iterations give the same plan on any number of threads.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// Seed of all random numbers.
    pub seed: u64,
    /// Worker threads; they change the time a run takes, never its result. 0 = one for each core.
    pub threads: usize,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { seed: 1, threads: 0 }
    }
}
