//! Another reserve.

use super::Change;
use crate::scenario::World;
use crate::table::{Number, Record};

/// `reserve`: share of working time (`hours`) and of payload and volume (`payload`) that a plan keeps free.
pub struct Reserve;

impl Change for Reserve {
    fn kind(&self) -> &'static str {
        "reserve"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let reserve = &mut world.dataset.settings.reserve;
        reserve.hours = record.read_or("hours", Number(0.0, 0.9), reserve.hours);
        reserve.payload = record.read_or("payload", Number(0.0, 0.9), reserve.payload);
    }
}
