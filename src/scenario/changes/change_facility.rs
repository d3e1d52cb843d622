//! Other capacities, hours and prices of a facility.

use super::super::lookup;
use super::Change;
use crate::dataset::FacilityKind;
use crate::scenario::World;
use crate::table::{Clock, Days, Number, Record, Whole, YES_NO, write_clock};

/// `change-facility`: the columns of facilities.csv that are given become those of `facility`; `capacity_factor` multiplies what it burns in an hour and
/// what it takes in a day.
pub struct ChangeFacility;

impl Change for ChangeFacility {
    fn kind(&self) -> &'static str {
        "change-facility"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let index = lookup::facility(record, world);
        let days = record.read_optional("open_days", Days);
        let (from, to) = (record.read_optional("open_from", Clock), record.read_optional("open_to", Clock));
        let accept = record.read_optional("accept_max_t_per_day", Number(0.0, 100_000.0));
        let burn = record.read_optional("burn_kg_per_hour", Number(0.0, 1_000_000.0));
        let hours = record.read_optional("burn_hours_per_day", Number(0.0, 24.0));
        let burn_days = record.read_optional("burn_days", Days);
        let yard = record.read_optional("yard_capacity_t", Number(0.0, 1_000_000.0));
        let factor = record.read_or("capacity_factor", Number(0.0, 100.0), 1.0);
        let bays = record.read_optional("bays", Whole(1, 100));
        let tipping = record.read_optional("tipping_cost_vnd_per_t", Whole(0, 10_000_000_000));
        let priority = record.read_optional("priority", Whole(1, 100));
        let approved = record.read_optional("approved", YES_NO);
        let Some(index) = index else { return };
        let facility = &mut world.dataset.facilities[index].value;
        let burns = [
            ("burn_kg_per_hour", burn.is_some()),
            ("burn_hours_per_day", hours.is_some()),
            ("burn_days", burn_days.is_some()),
            ("yard_capacity_t", yard.is_some()),
        ];
        for (field, _) in burns.iter().filter(|(_, is_given)| *is_given && facility.kind != FacilityKind::Incinerator) {
            let fault = record.fault_of("scenario-no-furnace", field).with("facility", facility.id.clone());
            record.record(fault);
        }
        facility.open.days = days.as_ref().map_or(facility.open.days, |days| Days::bits(days));
        facility.open.from = from.unwrap_or(facility.open.from);
        facility.open.to = to.unwrap_or(facility.open.to);
        if facility.open.to <= facility.open.from {
            let field = if to.is_some() { "open_to" } else { "open_from" };
            let fault = record.fault_of("scenario-hours-reversed", field).with("from", write_clock(facility.open.from));
            record.record(fault.with("to", write_clock(facility.open.to)));
        }
        facility.burn_kg_per_hour = burn.or(facility.burn_kg_per_hour).map(|kg| kg * factor);
        facility.burn_days = burn_days.map(|days| Days::bits(&days)).or(facility.burn_days);
        facility.burn_hours_per_day = hours.or(facility.burn_hours_per_day);
        facility.yard_capacity_t = yard.or(facility.yard_capacity_t);
        facility.accept_max_t_per_day = accept.or(facility.accept_max_t_per_day).map(|tonnes| tonnes * factor);
        facility.bays = bays.map_or(facility.bays, |bays| bays as usize);
        facility.tipping_cost_vnd_per_t = tipping.unwrap_or(facility.tipping_cost_vnd_per_t);
        facility.priority = priority.unwrap_or(facility.priority);
        facility.approved = approved.unwrap_or(facility.approved);
    }
}
