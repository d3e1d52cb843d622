//! A benchmark instance: its problem, and what is needed to speak of it in the words of its set.

use std::path::Path;

use super::format::Format;
use crate::fault::Source;
use crate::model::{DaySet, Pattern, Problem};
use crate::units::Vnd;

/// A classic instance.
///
/// The ids of its points and facilities are the numbers by which the set's solutions call them.
#[derive(Clone)]
pub struct Instance {
    /// The format it was read from.
    pub format: &'static dyn Format,
    /// Its name: the file's, without folder and ending.
    pub name: String,
    /// What is to be planned. One đồng is one unit of the instance's cost, divided by `scale`.
    pub problem: Problem,
    /// So many đồng are one unit of the instance's cost.
    pub scale: i64,
    /// So many metres are one unit of its lengths.
    pub metres_per_unit: i64,
    /// So many seconds are one unit of its times; nothing where it has no times.
    pub seconds_per_unit: Option<i64>,
    /// Decimals with which costs of the set are published.
    pub decimals: usize,
    /// Which kind of the file's vehicles each truck is, where the set tells kinds apart.
    pub vehicle_kinds: Vec<usize>,
    /// The days the file gives each point beside the patterns it allows, where it does.
    pub given_days: Option<Vec<DaySet>>,
}

impl Instance {
    /// A cost in the instance's unit.
    pub fn cost(&self, cost: Vnd) -> f64 {
        cost.0 as f64 / self.scale as f64
    }

    /// The same instance, named `NAME_fixed`, with the days that the file gives as the only ones; nothing where it gives none.
    pub fn fixed(mut self) -> Option<Self> {
        let given = self.given_days.take()?;
        for (point, days) in self.problem.points.iter_mut().zip(given) {
            let only = Pattern { days, admissible: true, gaps_squared: 0 };
            point.patterns.truncate(1);
            point.patterns.push(only);
            point.days_allowed = days;
            (point.visits_least, point.visits_greatest) = (days.len(), days.len());
        }
        self.name.push_str("_fixed");
        self.problem.name.clone_from(&self.name);
        self.problem.fingerprint.push_str("-fixed");
        Some(self)
    }
}

impl std::fmt::Debug for Instance {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.debug_struct("Instance").field("set", &self.format.set()).field("name", &self.name).finish_non_exhaustive()
    }
}

/// The name of a file without folder and ending.
pub(super) fn stem(source: &Source) -> String {
    let path = Path::new(&*source.name);
    path.file_stem().map_or_else(|| source.name.to_string(), |stem| stem.to_string_lossy().into_owned())
}
