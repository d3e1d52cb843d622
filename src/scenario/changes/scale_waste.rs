//! More or less waste.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::{Number, Record};

/// `scale-waste`: the waste of every day at the points of `scope` times `factor`.
pub struct ScaleWaste;

impl Change for ScaleWaste {
    fn kind(&self) -> &'static str {
        "scale-waste"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let factor = record.read("factor", Number(0.0, 20.0));
        for point in lookup::scope(record, world) {
            world.dataset.points[point].value.kg_per_day *= factor;
        }
    }
}
