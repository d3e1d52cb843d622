//! A dated week of the calendar.

use jiff::civil::Weekday;

use super::Change;
use crate::scenario::World;
use crate::table::{DateIso, Record};

/// `holiday-week`: the week that begins on the Monday `from`, with its holidays, closed days and factors of waste.
pub struct HolidayWeek;

impl Change for HolidayWeek {
    fn kind(&self) -> &'static str {
        "holiday-week"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let from = record.read("from", DateIso);
        if from.weekday() != Weekday::Monday && record.is_sound() {
            let since_monday = i64::from(from.weekday().to_monday_zero_offset());
            let monday = from.checked_sub(jiff::Span::new().days(since_monday)).unwrap_or(from);
            let fault = record.fault_of("scenario-not-monday", "from").with("monday", monday.to_string());
            record.record(fault);
        }
        world.monday = Some(from);
    }
}
