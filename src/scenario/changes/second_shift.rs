//! A second crew drives the same trucks after the first.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::{Clock, Number, Record, write_clock};
use crate::units::Seconds;

/// `second-shift`: each of `trucks` has a second crew from `shift_start` to `shift_end`, when the first is home.
///
/// The second shift is planned as a truck of its own (`X1/2`) with the same body; depreciation of a day is shared by the two.
pub struct SecondShift;

impl Change for SecondShift {
    fn kind(&self) -> &'static str {
        "second-shift"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let trucks = lookup::trucks(record, "trucks", world);
        let (start, end) = (record.read("shift_start", Clock), record.read("shift_end", Clock));
        let hours = record.read_optional("max_work_hours", Number(0.5, 24.0));
        if end <= start && record.is_sound() {
            let fault = record.fault_of("scenario-shift-reversed", "shift_end").with("truck", "");
            record.record(fault.with("from", write_clock(start)).with("to", write_clock(end)));
        }
        for index in trucks {
            let first = world.dataset.trucks[index].value.clone();
            let overlaps = start < first.shift_end || end > first.shift_start + Seconds(24 * 3600);
            let id = format!("{}/2", first.id);
            let is_taken = world.dataset.trucks.iter().any(|row| row.value.id == id);
            if overlaps || is_taken {
                let code = if is_taken { "scenario-shift-twice" } else { "scenario-shifts-overlap" };
                let fault = record.fault_of(code, "shift_start").with("truck", first.id.clone());
                record.record(fault.with("from", write_clock(first.shift_start)).with("to", write_clock(first.shift_end)));
                continue;
            }
            world.buy(index, 1);
            let half = first.fixed_cost_per_day_vnd / 2;
            world.dataset.trucks[index].value.fixed_cost_per_day_vnd -= half;
            let second = &mut world.dataset.trucks.last_mut().expect("it was just added").value;
            second.id.clone_from(&id);
            (second.plate, second.status) = (first.plate, first.status);
            second.fixed_cost_per_day_vnd = half;
            (second.shift_start, second.shift_end) = (start, end);
            second.max_work_hours = hours.unwrap_or(second.max_work_hours);
            *world.fleet.last_mut().expect("it was just added") = id;
        }
    }
}
