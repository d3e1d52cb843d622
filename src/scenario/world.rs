//! A project as a scenario sees it: its rows, its fleet, its week.

use std::sync::Arc;

use jiff::civil::Date;

use crate::dataset::Dataset;
use crate::model::{Choices, TruckChoice};
use crate::roads::RoadLine;
use crate::table::Located;

/// What changes act upon.
#[derive(Clone, Debug)]
pub struct World {
    /// The rows of all files.
    pub dataset: Dataset,
    /// Ids of the trucks that are planned with, in the order of the file.
    pub fleet: Vec<String>,
    /// The Monday of a dated week.
    pub monday: Option<Date>,
    /// The roads as they are without any change, in the same order: a place stays at the road where it stands, be that road closed.
    pub usual_roads: Arc<Vec<RoadLine>>,
}

impl World {
    /// The project as its files have it, with the chosen trucks and week.
    pub fn new(dataset: Dataset, choices: &Choices) -> Self {
        let chosen = dataset.trucks.iter().map(|row| &row.value).filter(|truck| choices.trucks.contains(truck));
        let fleet = chosen.map(|truck| truck.id.clone()).collect();
        let usual_roads = Arc::new(dataset.roads.iter().map(|row| row.value.clone()).collect());
        Self { dataset, fleet, monday: choices.monday, usual_roads }
    }

    /// Its trucks and week as a choice.
    pub fn choices(&self) -> Choices {
        Choices { trucks: TruckChoice::Named(self.fleet.clone()), monday: self.monday }
    }

    /// Whether a truck of the file belongs to the fleet.
    pub fn is_in_fleet(&self, truck: usize) -> bool {
        self.fleet.contains(&self.dataset.trucks[truck].value.id)
    }

    /// Whether both say the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let (a, b) = (&self.dataset, &other.dataset);
        (self.monday, &self.fleet) == (other.monday, &other.fleet)
            && a.settings == b.settings
            && same(&a.points, &b.points)
            && same(&a.trucks, &b.trucks)
            && same(&a.depots, &b.depots)
            && same(&a.facilities, &b.facilities)
            && same(&a.roads, &b.roads)
    }
}

fn same<T: PartialEq>(a: &[Located<T>], b: &[Located<T>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.value == b.value)
}
