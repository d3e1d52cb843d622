//! Heavy rain: roads under water.

use super::Change;
use crate::scenario::World;
use crate::table::Record;

/// `close-fords`: no truck passes a road that roads.geojson calls `flood_prone`.
pub struct CloseFords;

impl Change for CloseFords {
    fn kind(&self) -> &'static str {
        "close-fords"
    }

    fn apply(&self, _: &mut Record, world: &mut World) {
        for road in 0..world.dataset.roads.len() {
            if world.dataset.roads[road].value.flood_prone {
                world.close_road(road);
            }
        }
    }
}
