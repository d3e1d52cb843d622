//! Other requirements.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::{Number, Record, Whole, YES_NO};

/// `floors`: what the district owes: `visits_min` at the points of `scope`, whether no point falls below today (`never_below_today`), and the weight of
/// the worst commune (`worst_commune_weight`).
pub struct Floors;

impl Change for Floors {
    fn kind(&self) -> &'static str {
        "floors"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let points = lookup::scope(record, world);
        let least = record.read_optional("visits_min", Whole(0, 7));
        let service = &mut world.dataset.settings.service;
        service.never_below_today = record.read_or("never_below_today", YES_NO, service.never_below_today);
        service.worst_commune_weight = record.read_or("worst_commune_weight", Number(0.0, 100.0), service.worst_commune_weight);
        for point in points {
            let row = &mut world.dataset.points[point].value;
            // More than a point may have would be a contradiction: then its greatest frequency is asked for.
            row.visits_min = least.map(|least| (least as usize).min(row.visits_max)).or(row.visits_min);
        }
    }
}
