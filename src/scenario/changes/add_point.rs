//! A new collection point.

use super::Change;
use crate::dataset::read_point;
use crate::fault::{NO_SUGGESTION, did_you_mean};
use crate::scenario::World;
use crate::table::{Located, Record};

/// `add-point`: a point with the columns of points.csv.
pub struct AddPoint;

impl Change for AddPoint {
    fn kind(&self) -> &'static str {
        "add-point"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let point = read_point(record);
        if !record.is_sound() {
            return;
        }
        let communes = || world.dataset.communes.iter().map(|row| row.value.code.as_str());
        if !communes().any(|code| code == point.commune_code) {
            let meant = did_you_mean(&point.commune_code, communes()).unwrap_or(NO_SUGGESTION).to_owned();
            let fault = record.fault_of("scenario-unknown-commune", "commune_code").with("name", point.commune_code.clone());
            record.record(fault.with("suggestion", meant).with("known", communes().collect::<Vec<_>>().join(", ")));
        }
        if world.dataset.points.iter().any(|row| row.value.id == point.id) {
            let fault = record.fault_of("scenario-id-taken", "id").with("name", point.id.clone());
            record.record(fault);
        }
        if record.is_sound() {
            world.dataset.points.push(Located::new(point, record.place(), Vec::new()));
        }
    }
}
