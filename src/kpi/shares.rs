//! Which commune a kilometre, an hour and a đồng of a route belong to.
//!
//! The leg from one stop to the next, waiting and service belong to the commune of the stop they lead to or happen at. What a
//! whole trip is made for (the way out, the way to the gate, the queue, unloading, tipping) is divided by the kilograms that
//! each commune has in the trip; what a whole route is made for (preparation, the way home, the truck-day), by those in the
//! route. Where nothing was collected stops are counted instead; a route without stops belongs to the district alone.

use super::facts::Tally;
use crate::constraint::{Action, Event, Place, RouteReplay};
use crate::model::Problem;

/// Adds metres, working time and cost of a route to the sums.
pub(super) fn apportion(problem: &Problem, route: &RouteReplay, district: &mut Tally, communes: &mut [Tally]) {
    let truck = &problem.trucks[route.truck];
    let of_route = weights(problem, route, None);
    let of_trip: Vec<Vec<(usize, f64)>> = (0..route.n_trips)
        .map(|trip| {
            let weights = weights(problem, route, Some(trip));
            if weights.is_empty() { of_route.clone() } else { weights }
        })
        .collect();
    let mut spread = |weights: &[(usize, f64)], metres: f64, working: f64, other: f64| {
        let cost = metres * truck.cost_per_1000_km.0 as f64 / 1e6 + working * truck.cost_per_hour.0 as f64 / 3600.0 + other;
        let add = |tally: &mut Tally, weight: f64| {
            tally.metres += weight * metres;
            tally.working += weight * working;
            tally.cost += weight * cost;
        };
        add(district, 1.0);
        weights.iter().for_each(|(commune, weight)| add(&mut communes[*commune], *weight));
    };
    let mut from = Place::Depot(truck.depot);
    for event in &route.events {
        let working = if event.action == Action::Break { 0.0 } else { (event.end - event.start).0 as f64 };
        let metres = event.metres.0 as f64;
        match owner(problem, event, from) {
            Owner::Commune(commune) => spread(&[(commune, 1.0)], metres, working, 0.0),
            Owner::Trip => spread(of_trip.get(event.trip).unwrap_or(&of_route), metres, working, 0.0),
            Owner::Route => spread(&of_route, metres, working, 0.0),
        }
        from = event.place;
    }
    for (facility, halt) in route.unloads() {
        let tipping = halt.load.kg.0 as f64 * problem.facilities[facility].tipping_per_tonne.0 as f64 / 1000.0;
        spread(of_trip.get(halt.trip).unwrap_or(&of_route), 0.0, 0.0, tipping);
    }
    spread(&of_route, 0.0, 0.0, truck.cost_per_day.0 as f64);
}

/// For whom something is done.
enum Owner {
    Commune(usize),
    Trip,
    Route,
}

fn owner(problem: &Problem, event: &Event, from: Place) -> Owner {
    match (event.action, event.place, from) {
        (Action::Prepare, ..) | (_, Place::Depot(_), _) => Owner::Route,
        (Action::Drive, Place::Point(_), Place::Depot(_) | Place::Facility(_)) => Owner::Trip,
        (_, Place::Point(point), _) => Owner::Commune(problem.points[point].commune),
        (_, Place::Facility(_), _) => Owner::Trip,
    }
}

/// Communes with their shares of the kilograms of a trip (or of the route), which add up to 1.
fn weights(problem: &Problem, route: &RouteReplay, trip: Option<usize>) -> Vec<(usize, f64)> {
    let mut kilograms = vec![0; problem.communes.len()];
    let mut stops = vec![0; problem.communes.len()];
    for (point, halt) in route.stops().filter(|(_, halt)| trip.is_none_or(|trip| halt.trip == trip)) {
        kilograms[problem.points[point].commune] += halt.load.kg.0;
        stops[problem.points[point].commune] += 1;
    }
    let parts = if kilograms.iter().sum::<i64>() > 0 { kilograms } else { stops };
    let whole: i64 = parts.iter().sum();
    parts.iter().enumerate().filter(|(_, part)| **part > 0).map(|(commune, part)| (commune, *part as f64 / whole as f64)).collect()
}

#[cfg(test)]
mod tests {
    use crate::constraint::cost;
    use crate::kpi::{Facts, Scope};
    use crate::model::testing::{at, district, plan};

    #[test]
    fn a_trip_through_two_communes_is_divided_by_load() {
        // Points 0 and 1 lie in commune 0 and 1, 700 kg each. Legs of 5 km: depot → 0 (half each), 0 → 1 (commune 1),
        // 1 → gate (half each), gate → depot (half each): 7.5 and 12.5 km.
        // Work: 10 min prepare, 10 + 10 + 10 min driven by halves, 6 min 24 s unloading by halves, 12 min of service each, 10 min to 1.
        let mut problem = district(2, 1);
        problem.points[1].commune = 1;
        let week = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0))])]);
        let facts = Facts::new(&problem, &week);
        let (one, two) = (facts.tally(Scope::Commune(0)), facts.tally(Scope::Commune(1)));
        assert_eq!((one.metres, two.metres), (7500.0, 12_500.0));
        let halves = (40.0 * 60.0 + 384.0) / 2.0;
        assert_eq!((one.working, two.working), (halves + 720.0, halves + 720.0 + 600.0));
        // The communes pay what the district pays, and that is what the verifier counts.
        let paid = facts.tally(Scope::District).cost;
        assert!((one.cost + two.cost - paid).abs() < 0.01);
        assert!((paid - cost(&problem, &facts.replay).total().0 as f64).abs() < 3.0);
    }
}
