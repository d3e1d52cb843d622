//! More trucks of a type that the file has.

use super::super::lookup;
use super::Change;
use crate::fault::Fault;
use crate::scenario::World;
use crate::table::{Record, Whole};

/// Most trucks that one change buys.
const MOST: i64 = 50;

/// `buy-trucks`: `count` more trucks like the truck `like`, called after it (`X5+1`, `X5+2`).
pub struct BuyTrucks;

impl Change for BuyTrucks {
    fn kind(&self) -> &'static str {
        "buy-trucks"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let models = lookup::trucks(record, "like", world);
        let count = record.read_or("count", Whole(1, MOST), 1) as usize;
        let [model] = models[..] else {
            if record.is_sound() {
                let fault: Fault = record.fault_of("scenario-one-truck", "like");
                record.record(fault);
            }
            return;
        };
        world.buy(model, count);
    }
}

impl World {
    /// Adds `count` trucks like the truck `model` to file and fleet, after all others.
    pub fn buy(&mut self, model: usize, count: usize) {
        for _ in 0..count {
            let mut bought = self.dataset.trucks[model].clone();
            let base = bought.value.id.clone();
            let is_taken = |id: &str| self.dataset.trucks.iter().any(|row| row.value.id == id);
            let number = (1..).find(|number| !is_taken(&format!("{base}+{number}"))).expect("some number is free");
            bought.value.id = format!("{base}+{number}");
            bought.value.plate = String::new();
            bought.value.status = crate::dataset::TruckStatus::New;
            self.fleet.push(bought.value.id.clone());
            self.dataset.trucks.push(bought);
        }
    }
}
