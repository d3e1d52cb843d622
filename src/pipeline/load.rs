//! A project's folder, read, checked and made into a problem.

use std::path::Path;

use super::ground::survey;
use crate::dataset::Dataset;
use crate::fault::Faults;
use crate::model::{self, Choices, Problem};
use crate::roads::RoadNetwork;

/// A project as the verbs work on it.
#[derive(Debug)]
pub struct Project {
    /// Its files.
    pub dataset: Dataset,
    /// Its roads, with every depot, facility and point on them, in this order.
    pub network: RoadNetwork,
    /// The problem for the chosen trucks and week.
    pub problem: Problem,
    /// What its files warn of.
    pub warnings: Faults,
}

/// Reads the project in `folder` and builds its problem for `choices`.
///
/// # Errors
/// Every fault of its files at once, warnings among them: of the files themselves or, where these are sound, of what stands
/// where no road leads.
///
/// Cost: one shortest-path search for each place and truck profile.
pub fn load(folder: &Path, choices: &Choices) -> Result<Project, Faults> {
    let (dataset, mut faults) = Dataset::read(folder);
    let Some(dataset) = dataset.filter(|_| !faults.has_errors()) else { return Err(faults) };
    let (network, ground) = survey(&dataset, &mut faults);
    if faults.has_errors() {
        return Err(faults);
    }
    let problem = model::build(&dataset, &ground, choices);
    Ok(Project { dataset, network, problem, warnings: faults })
}
