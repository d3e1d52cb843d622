//! A project's folder, read, checked and made into a problem.

use std::path::Path;
use std::sync::Arc;

use super::ground::survey;
use crate::dataset::Dataset;
use crate::fault::Faults;
use crate::model::{self, Choices, Ground, Problem, TruckChoice};
use crate::roads::{RoadLine, RoadNetwork};
use crate::scenario::World;

/// A project as the verbs work on it.
#[derive(Debug)]
pub struct Project {
    /// Its files.
    pub dataset: Dataset,
    /// Its roads, with every depot, facility and point on them, in this order.
    pub network: RoadNetwork,
    /// Travel times of each kind of truck of the file.
    pub ground: Ground,
    /// The problem for the chosen trucks and week.
    pub problem: Problem,
    /// The roads as they are without any scenario, see [`World::usual_roads`].
    pub usual_roads: Arc<Vec<RoadLine>>,
    /// What its files warn of.
    pub warnings: Faults,
}

impl Project {
    /// Its rows, fleet and week, for a scenario to change them.
    pub fn world(&self) -> World {
        let fleet = self.problem.trucks.iter().map(|truck| truck.id.clone()).collect();
        let monday = self.problem.horizon.first_date;
        World { dataset: self.dataset.clone(), fleet, monday, usual_roads: Arc::clone(&self.usual_roads) }
    }

    /// The trucks and the week that its problem was built for.
    pub fn choices(&self) -> Choices {
        let trucks = self.problem.trucks.iter().map(|truck| truck.id.clone()).collect();
        Choices { trucks: TruckChoice::Named(trucks), monday: self.problem.horizon.first_date }
    }
}

/// Reads the project in `folder` and builds its problem for `choices`.
///
/// # Errors
/// Every fault of its files at once, warnings among them: of the files themselves or, where these are sound, of what stands
/// where no road leads.
///
/// Cost: one shortest-path search for each place and truck profile.
pub fn load(folder: &Path, choices: &Choices) -> Result<Project, Faults> {
    let (dataset, mut all) = read_files(folder)?;
    match build(World::new(dataset, choices)) {
        Ok(mut project) => {
            all.append(std::mem::take(&mut project.warnings));
            Ok(Project { warnings: all, ..project })
        }
        Err(faults) => {
            all.append(faults);
            Err(all)
        }
    }
}

/// Reads the files in `folder`, with what they warn of.
///
/// # Errors
/// Every fault of the files at once, warnings among them.
pub fn read_files(folder: &Path) -> Result<(Dataset, Faults), Faults> {
    let (dataset, faults) = Dataset::read(folder);
    match dataset.filter(|_| !faults.has_errors()) {
        Some(dataset) => Ok((dataset, faults)),
        None => Err(faults),
    }
}

/// Builds the problem of a world whose rows are sound.
///
/// # Errors
/// Every place where no road leads, with the warnings.
pub fn build(world: World) -> Result<Project, Faults> {
    let mut faults = Faults::new();
    let (network, ground) = survey(&world, &mut faults);
    if faults.has_errors() {
        return Err(faults);
    }
    let problem = model::build(&world.dataset, &ground, &world.choices());
    Ok(Project { dataset: world.dataset, network, ground, problem, usual_roads: world.usual_roads, warnings: faults })
}
