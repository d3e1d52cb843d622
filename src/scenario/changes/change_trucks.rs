//! Other shifts, loads and crews.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::{Clock, Days, Number, Record, Whole, write_clock};

/// Most đồng in a price.
const MOST_VND: i64 = 10_000_000_000;

/// `change-trucks`: the columns of trucks.csv that are given become those of `trucks` (a list, or `all` for the fleet).
pub struct ChangeTrucks;

impl Change for ChangeTrucks {
    fn kind(&self) -> &'static str {
        "change-trucks"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let trucks = lookup::trucks(record, "trucks", world);
        let (start, end) = (record.read_optional("shift_start", Clock), record.read_optional("shift_end", Clock));
        let hours = record.read_optional("max_work_hours", Number(0.5, 24.0));
        let payload = record.read_optional("payload_kg", Whole(1, 50_000));
        let volume = record.read_optional("body_volume_m3", Number(0.1, 100.0));
        let crew = record.read_optional("crew", Whole(1, 20));
        let pay = record.read_optional("crew_cost_per_hour_vnd", Whole(0, MOST_VND));
        let day_cost = record.read_optional("fixed_cost_per_day_vnd", Whole(0, MOST_VND));
        let days = record.read_optional("available_days", Days);
        for index in trucks {
            let truck = &mut world.dataset.trucks[index].value;
            truck.shift_start = start.unwrap_or(truck.shift_start);
            truck.shift_end = end.unwrap_or(truck.shift_end);
            truck.max_work_hours = hours.unwrap_or(truck.max_work_hours);
            truck.payload_kg = payload.unwrap_or(truck.payload_kg);
            truck.body_volume_m3 = volume.unwrap_or(truck.body_volume_m3);
            truck.crew = crew.unwrap_or(truck.crew);
            truck.crew_cost_per_hour_vnd = pay.unwrap_or(truck.crew_cost_per_hour_vnd);
            truck.fixed_cost_per_day_vnd = day_cost.unwrap_or(truck.fixed_cost_per_day_vnd);
            truck.available_days = days.as_ref().map_or(truck.available_days, |days| Days::bits(days));
            if truck.shift_end <= truck.shift_start {
                let field = if end.is_some() { "shift_end" } else { "shift_start" };
                let fault = record.fault_of("scenario-shift-reversed", field).with("truck", truck.id.clone());
                record.record(fault.with("from", write_clock(truck.shift_start)).with("to", write_clock(truck.shift_end)));
            }
            if truck.payload_kg >= truck.gross_weight_kg {
                let fault = record.fault_of("scenario-payload-above-gross", "payload_kg").with("truck", truck.id.clone());
                record.record(fault.with("payload", truck.payload_kg).with("gross", truck.gross_weight_kg));
            }
        }
    }
}
