//! Other containers, days and times of points.

use super::super::lookup;
use super::Change;
use crate::scenario::World;
use crate::table::{Clock, Days, Number, Record, Whole};

/// `change-points`: the columns of points.csv that are given become those of the points of `scope`; `add_containers` puts so many more at each,
/// and `service_factor` multiplies the minutes of a stop.
pub struct ChangePoints;

impl Change for ChangePoints {
    fn kind(&self) -> &'static str {
        "change-points"
    }

    fn apply(&self, record: &mut Record, world: &mut World) {
        let points = lookup::scope(record, world);
        let containers = record.read_optional("containers", Whole(1, 1000));
        let more = record.read_or("add_containers", Whole(0, 1000), 0);
        let litres = record.read_optional("container_litres", Whole(10, 50_000));
        let wait = record.read_optional("max_days_between", Whole(1, 7));
        let most = record.read_optional("visits_max", Whole(1, 7));
        let days = record.read_optional("days_allowed", Days);
        let (from, to) = (record.read_optional("window_from", Clock), record.read_optional("window_to", Clock));
        let service = record.read_or("service_factor", Number(0.0, 20.0), 1.0);
        for index in points {
            let point = &mut world.dataset.points[index].value;
            point.containers = containers.unwrap_or(point.containers) + more;
            point.container_litres = litres.unwrap_or(point.container_litres);
            point.max_days_between = wait.map_or(point.max_days_between, |days| days as usize);
            point.visits_max = most.map_or(point.visits_max, |visits| visits as usize);
            point.days_allowed = days.as_ref().map_or(point.days_allowed, |days| Days::bits(days));
            point.window_from = from.or(point.window_from);
            point.window_to = to.or(point.window_to);
            point.service_min_fixed *= service;
            point.service_min_per_t *= service;
        }
    }
}
