//! A season of the calendar, in an ordinary week.

use super::Change;
use crate::fault::{NO_SUGGESTION, did_you_mean};
use crate::scenario::World;
use crate::table::{Record, Words, shorten};

/// `season`: the waste factor of the dated row `row` of calendar.csv holds for its scope on every day of the week.
pub struct Season;

impl Change for Season {
    fn kind(&self) -> &'static str {
        "season"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let id = record.read("row", Words);
        let rows = || world.dataset.calendar.iter().map(|row| &row.value).filter(|row| row.dates.is_some());
        let Some(row) = rows().find(|row| row.id == id).cloned() else {
            let meant = did_you_mean(&id, rows().map(|row| row.id.as_str())).unwrap_or(NO_SUGGESTION).to_owned();
            let fault = record.fault_of("scenario-unknown-season", "row").with("name", shorten(&id)).with("suggestion", meant);
            return record.record(fault);
        };
        for point in world.dataset.points.iter_mut().map(|point| &mut point.value).filter(|point| row.scope.holds(point)) {
            point.kg_per_day *= row.kg_factor;
        }
    }
}
