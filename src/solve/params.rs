//! The search's tunables.

/// How the search works; the same parameters, seed and iterations give the same plan on any number of threads.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// Seed of all random numbers.
    pub seed: u64,
    /// Worker threads; they change the time a run takes, never its result. 0 = one for each core.
    pub threads: usize,
    /// Independent searches that exchange plans; part of what a seed gives. 1 to 64.
    ///
    /// Default 4: two cores are kept busy, four are used; measured on Phú Lương.
    pub islands: usize,
    /// Iterations of an island between two exchanges. Default 200, some 20 ms on Phú Lương.
    pub iterations_per_epoch: u64,
    /// Temperature at the start, in costs of an ordinary visit. Default 20: the scale of a step of service.
    pub temperature_first: f64,
    /// Temperature at the end, in costs of an ordinary visit. Default 0.05: the scale of a detour.
    pub temperature_last: f64,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { seed: 1, threads: 0, islands: 4, iterations_per_epoch: 200, temperature_first: 20.0, temperature_last: 0.05 }
    }
}
