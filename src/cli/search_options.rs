//! How long and with which seed a verb searches: options that several verbs take.

use std::time::Duration;

use clap::{Arg, ArgMatches};

use super::arguments;
use super::door::Door;
use super::interrupt;
use super::trouble::Trouble;
use crate::solve::{Parameters, StopRule};
use crate::text::Text;

/// The search that was asked for.
#[derive(Clone, Copy, Debug)]
pub struct SearchOptions {
    /// Seed.
    pub seed: u64,
    /// Iterations, where they end the search.
    pub iterations: Option<u64>,
    /// Time, where it ends the search.
    pub time: Option<Duration>,
    /// Worker threads; 0 = one for each core.
    pub threads: usize,
}

/// `--seed`, `--iterations` and `--time-limit`, the last two with the verb's own help.
pub fn options(iterations: &str, time_limit: &str, text: &Text) -> [Arg; 3] {
    [
        arguments::option("seed", "cli-value-number", "cli-option-seed", text),
        arguments::option("iterations", "cli-value-number", iterations, text),
        arguments::option("time-limit", "cli-value-duration", time_limit, text),
    ]
}

impl SearchOptions {
    /// What the command line says.
    pub fn read(matches: &ArgMatches, door: &Door) -> Result<Self, Trouble> {
        Ok(Self {
            seed: arguments::number(matches, "seed", door.text)?.unwrap_or(Parameters::default().seed),
            iterations: arguments::number(matches, "iterations", door.text)?,
            time: arguments::duration(matches, "time-limit", door.text)?,
            threads: door.threads,
        })
    }

    /// The same, with iterations where nothing ends the search.
    pub fn or_iterations(self, iterations: u64) -> Self {
        let asked = self.iterations.or(self.time.is_none().then_some(iterations));
        Self { iterations: asked, ..self }
    }

    /// The same, with a time limit where nothing ends the search.
    pub fn or_time(self, time: Duration) -> Self {
        let asked = self.time.or(self.iterations.is_none().then_some(time));
        Self { time: asked, ..self }
    }

    /// The search's parameters.
    pub fn parameters(&self) -> Parameters {
        Parameters { threads: self.threads, seed: self.seed, ..Parameters::default() }
    }

    /// When it stops, Ctrl-C among the reasons.
    pub fn stop(&self) -> StopRule<'static> {
        StopRule { iterations: self.iterations, time: self.time, interrupt: Some(interrupt::keep_plan()), ..StopRule::default() }
    }
}
