//! Points that are given up.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::Record;

/// `remove-points`: the points `points`, or those of `scope`, are no longer there; somewhere else takes their waste.
pub struct RemovePoints;

impl Change for RemovePoints {
    fn kind(&self) -> &'static str {
        "remove-points"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let removed = if record.has("scope") { lookup::scope(record, world) } else { lookup::points(record, world) };
        let mut index = 0..;
        world.dataset.points.retain(|_| !index.next().is_some_and(|i| removed.contains(&i)));
        if world.dataset.points.is_empty() {
            let fault = record.fault_of("scenario-no-point-left", "points");
            record.record(fault);
        }
    }
}
