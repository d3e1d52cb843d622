//! Checks which trucks reach what: every place by one at least, and every visit by one that can carry it.

use super::ground::{Kind, Site};
use crate::dataset::{Dataset, TruckRow, trip_kg};
use crate::fault::{Fault, Faults};
use crate::model::Ground;
use crate::text::Argument;

/// Every facility and point must be reached and left by a truck from its depot, and a truck that comes to a point must be able to
/// take what lies there.
pub(super) fn check_access(dataset: &Dataset, sites: &[Site], ground: &Ground, faults: &mut Faults) {
    let access = Access { dataset, ground };
    for (location, site) in sites.iter().enumerate().filter(|(_, site)| site.kind != Kind::Depot) {
        let by_road = access.by_road(location);
        if by_road.is_empty() {
            let code = if site.kind == Kind::Point { "point-unreachable" } else { "facility-unreachable" };
            let all = ids(dataset.trucks.iter().map(|row| &row.value));
            faults.push(Fault::error(code, site.place.clone()).with(site.kind.name(), site.id.as_str()).with("trucks", all));
        } else if site.kind == Kind::Point {
            access.check_point(location, &by_road, faults);
        }
    }
}

/// The ways of the trucks.
struct Access<'d> {
    dataset: &'d Dataset,
    ground: &'d Ground,
}

impl<'d> Access<'d> {
    /// The trucks for which roads lead from their depot to a location and back.
    fn by_road(&self, location: usize) -> Vec<&'d TruckRow> {
        let depots = &self.dataset.depots;
        let reaches = |index: usize, truck: &TruckRow| {
            let depot = depots.iter().position(|depot| depot.value.id == truck.depot);
            let matrix = &self.ground.matrices[self.ground.profile_of_truck[index]];
            depot.is_some_and(|depot| matrix.connected(depot, location))
        };
        let trucks = self.dataset.trucks.iter().map(|row| &row.value).enumerate();
        trucks.filter(|(index, truck)| reaches(*index, truck)).map(|(_, truck)| truck).collect()
    }

    /// One of the trucks that have a road to a point must also pass its own access, and one of those must carry a visit.
    fn check_point(&self, location: usize, by_road: &[&TruckRow], faults: &mut Faults) {
        let row = &self.dataset.points[location - self.dataset.depots.len() - self.dataset.facilities.len()];
        let point = &row.value;
        let width = point.access_width_m.unwrap_or(f64::INFINITY);
        let arrive = || by_road.iter().copied().filter(|truck| truck.min_lane_width_m <= width);
        let Some(most) = arrive().map(|truck| trip_kg(truck, &self.dataset.settings)).max() else {
            let fault = Fault::error("point-access-too-narrow", row.field("access_width_m")).with("point", point.id.as_str());
            let needed = by_road.iter().map(|truck| truck.min_lane_width_m).fold(f64::INFINITY, f64::min);
            let fault = fault.with("width", Argument::Number(width, 1)).with("needed", Argument::Number(needed, 1));
            return faults.push(fault.with("trucks", ids(by_road.iter().copied())));
        };
        let Some(kg) = self.dataset.lightest_visits(point).filter(|kg| *kg > most) else { return };
        let fault = Fault::error("visit-too-heavy-for-access", row.field("kg_per_day")).with("point", point.id.as_str());
        faults.push(fault.with("kg", kg).with("most", most).with("trucks", ids(arrive())));
    }
}

fn ids<'t>(trucks: impl Iterator<Item = &'t TruckRow>) -> String {
    trucks.map(|truck| truck.id.as_str()).collect::<Vec<_>>().join(", ")
}
