//! Other hours of a depot.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::{Clock, Days, Record, write_clock};

/// `change-depot`: opening days and hours of `depot`.
pub struct ChangeDepot;

impl Change for ChangeDepot {
    fn kind(&self) -> &'static str {
        "change-depot"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let index = lookup::depot(record, world);
        let days = record.read_optional("open_days", Days);
        let (from, to) = (record.read_optional("open_from", Clock), record.read_optional("open_to", Clock));
        let Some(index) = index else { return };
        let open = &mut world.dataset.depots[index].value.open;
        open.days = days.as_ref().map_or(open.days, |days| Days::bits(days));
        (open.from, open.to) = (from.unwrap_or(open.from), to.unwrap_or(open.to));
        if open.to <= open.from {
            let field = if to.is_some() { "open_to" } else { "open_from" };
            let fault = record.fault_of("scenario-hours-reversed", field).with("from", write_clock(open.from));
            record.record(fault.with("to", write_clock(open.to)));
        }
    }
}
