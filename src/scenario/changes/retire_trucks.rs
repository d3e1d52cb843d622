//! Trucks leave the fleet.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::Record;

/// `retire-trucks`: the fleet goes on without `trucks`; one truck at least must be left.
pub struct RetireTrucks;

impl Change for RetireTrucks {
    fn kind(&self) -> &'static str {
        "retire-trucks"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let retired = lookup::trucks(record, "trucks", world);
        let ids: Vec<String> = retired.iter().map(|truck| world.dataset.trucks[*truck].value.id.clone()).collect();
        world.fleet.retain(|id| !ids.contains(id));
        if world.fleet.is_empty() && record.is_sound() {
            let fault = record.fault_of("scenario-no-truck-left", "trucks");
            record.record(fault);
        }
    }
}
