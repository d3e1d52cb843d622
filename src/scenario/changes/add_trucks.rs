//! Trucks of the file join the fleet.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::Record;

/// `add-trucks`: those of `trucks` that the fleet lacks are planned with.
pub struct AddTrucks;

impl Change for AddTrucks {
    fn kind(&self) -> &'static str {
        "add-trucks"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let added = lookup::trucks(record, "trucks", world);
        let chosen = |truck: &usize| world.is_in_fleet(*truck) || added.contains(truck);
        let ids = (0..world.dataset.trucks.len()).filter(chosen).map(|truck| world.dataset.trucks[truck].value.id.clone());
        world.fleet = ids.collect();
    }
}
