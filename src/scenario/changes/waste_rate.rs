//! Another rate of waste for each person.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::{Number, Record};

/// `waste-rate`: at the points of `scope` a person makes `kg_per_person_day` instead of `instead_of_kg`; what else a point has (a market, an office) stays.
pub struct WasteRate;

impl Change for WasteRate {
    fn kind(&self) -> &'static str {
        "waste-rate"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let rate = record.read("kg_per_person_day", Number(0.0, 10.0));
        let before = record.read("instead_of_kg", Number(0.0, 10.0));
        for point in lookup::scope(record, world) {
            let row = &mut world.dataset.points[point].value;
            // To a gram, as far as the figures in the file go.
            let kg = row.kg_per_day + (rate - before) * row.people_served as f64;
            row.kg_per_day = (kg * 1000.0).round().max(0.0) / 1000.0;
        }
    }
}
