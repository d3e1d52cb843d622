//! Roads that only narrower or lighter trucks pass.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::{Number, Record};

/// `narrow-roads`: `roads` are at most `width_m` wide, or bear at most `max_weight_t`.
pub struct NarrowRoads;

impl Change for NarrowRoads {
    fn kind(&self) -> &'static str {
        "narrow-roads"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let roads = lookup::roads(record, world);
        let width = record.read_optional("width_m", Number(0.5, 60.0));
        let weight = record.read_optional("max_weight_t", Number(0.1, 200.0));
        for index in roads {
            let road = &mut world.dataset.roads[index].value;
            road.width_m = width.map_or(road.width_m, |width| road.width_m.min(width));
            road.max_weight_t = weight.map(|weight| road.max_weight_t.map_or(weight, |limit| limit.min(weight))).or(road.max_weight_t);
        }
    }
}
