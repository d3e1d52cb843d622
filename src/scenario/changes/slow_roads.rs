//! Slower roads.

use super::super::names::Names;
use super::Change;
use crate::fault::{NO_SUGGESTION, did_you_mean};
use crate::scenario::World;
use crate::table::{Number, Record, shorten};

/// `slow-roads`: planning speeds times `factor`; on roads of the given `classes` (as in roads.geojson), or on all.
pub struct SlowRoads;

impl Change for SlowRoads {
    fn kind(&self) -> &'static str {
        "slow-roads"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let factor = record.read("factor", Number(0.05, 2.0));
        let classes = record.read_optional("classes", Names);
        let mut known: Vec<&str> = world.dataset.roads.iter().map(|row| row.value.class.name()).collect();
        known.sort_unstable();
        known.dedup();
        for class in classes.iter().flatten().filter(|class| !known.contains(&class.as_str())) {
            let meant = did_you_mean(class, known.iter().copied()).unwrap_or(NO_SUGGESTION);
            let fault = record.fault_of("scenario-unknown-class", "classes").with("name", shorten(class)).with("suggestion", meant);
            record.record(fault.with("known", known.join(", ")));
        }
        let is_meant = |class: &str| classes.as_ref().is_none_or(|classes| classes.iter().any(|name| name == class));
        for road in world.dataset.roads.iter_mut().map(|row| &mut row.value).filter(|road| is_meant(road.class.name())) {
            road.speed_kmh *= factor;
        }
    }
}
