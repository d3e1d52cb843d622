//! Roads that no truck passes.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::Record;

/// `close-roads`: no truck passes `roads` (ids or names); what stands at them is reached no more.
pub struct CloseRoads;

impl Change for CloseRoads {
    fn kind(&self) -> &'static str {
        "close-roads"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        for road in lookup::roads(record, world) {
            world.close_road(road);
        }
    }
}

impl World {
    /// From now on no truck is narrow enough for a road.
    pub fn close_road(&mut self, road: usize) {
        self.dataset.roads[road].value.width_m = 0.0;
    }
}
