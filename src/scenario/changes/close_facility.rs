//! A facility that takes nothing, always or on some days.

use super::super::lookup;
use super::Change;
use crate::dataset::FacilityKind;
use crate::scenario::World;
use crate::table::{Days, Record};

/// Days on which a furnace burns where nothing is said.
const EVERY_DAY: u32 = 0b111_1111;

/// `close-facility`: `facility` takes nothing on `days`, or never where none are given. A furnace does not burn on them either.
pub struct CloseFacility;

impl Change for CloseFacility {
    fn kind(&self) -> &'static str {
        "close-facility"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let index = lookup::facility(record, world);
        let days = record.read_optional("days", Days).map_or(0b111_1111, |days| Days::bits(&days));
        let Some(index) = index else { return };
        let facility = &mut world.dataset.facilities[index].value;
        facility.open.days &= !days;
        if facility.kind == FacilityKind::Incinerator {
            facility.burn_days = Some(facility.burn_days.unwrap_or(EVERY_DAY) & !days);
        }
        if world.dataset.facilities.iter().all(|row| row.value.open.days == 0) {
            let fault = record.fault_of("scenario-no-facility-left", "facility");
            record.record(fault);
        }
    }
}
