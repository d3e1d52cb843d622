//! From a plan to a day's map.

use geo::Coord;

use super::day_map::{DayMap, MapCommune, MapPlace, MapRoad, MapRoute, PlaceKind};
use super::strands::strands;
use crate::dataset::FacilityKind;
use crate::model::{Plan, Problem, Route};
use crate::roads::{PathPiece, RoadNetwork, Search, TruckRoads};
use crate::units::Metres;

/// What the map of one `day` of a plan shows.
///
/// The anchors of `network` are the problem's locations and its profiles the problem's, both in the same order. A leg without
/// a way on the roads is left out.
pub fn day_map(problem: &Problem, plan: &Plan, network: &RoadNetwork, day: usize, communes: &[MapCommune]) -> DayMap {
    let routes: &[Route] = plan.days.get(day).map_or(&[], Vec::as_slice);
    let roads: Vec<TruckRoads> = network.profiles().iter().map(|profile| network.roads_for(profile)).collect();
    let mut searches: Vec<Search> = roads.iter().map(TruckRoads::search).collect();
    let mut pieces = Vec::with_capacity(routes.len());
    for route in routes {
        let profile = problem.trucks[route.truck].profile;
        pieces.push(match (roads.get(profile), searches.get_mut(profile)) {
            (Some(roads), Some(search)) => route_pieces(problem, route, roads, search),
            _ => Vec::new(),
        });
    }
    DayMap {
        district: problem.name.clone(),
        day,
        date: problem.date(day),
        communes: communes.to_vec(),
        roads: network
            .lines()
            .iter()
            .map(|line| MapRoad { class: line.class, provenance: line.provenance, course: line.course.clone() })
            .collect(),
        provenance: network.share_by_provenance(),
        places: places(problem),
        other_points: other_points(problem, routes),
        routes: routes.iter().map(|route| map_route(problem, route)).collect(),
        strands: strands(network, &pieces),
        credits: Vec::new(),
    }
}

/// The locations of a route in driving order, from depot to depot.
pub(crate) fn locations(problem: &Problem, route: &Route) -> Vec<usize> {
    let depot = problem.depots[problem.trucks[route.truck].depot].location;
    let mut locations = vec![depot];
    for trip in &route.trips {
        locations.extend(trip.stops.iter().map(|stop| problem.points[stop.point].location));
        locations.extend(trip.unload.iter().map(|unload| problem.facilities[unload.facility].location));
    }
    locations.push(depot);
    locations
}

fn route_pieces(problem: &Problem, route: &Route, roads: &TruckRoads, search: &mut Search) -> Vec<PathPiece> {
    let n_anchors = roads.network().anchors().len();
    let locations = locations(problem, route);
    let legs = locations.windows(2).filter(|leg| leg.iter().all(|location| *location < n_anchors));
    legs.filter_map(|leg| roads.path_with(leg[0], leg[1], search)).flat_map(|path| path.pieces).collect()
}

fn map_route(problem: &Problem, route: &Route) -> MapRoute {
    let truck = &problem.trucks[route.truck];
    let legs = locations(problem, route);
    MapRoute {
        truck_index: route.truck,
        truck: truck.id.clone(),
        name: truck.name.clone(),
        stops: route.stops().map(|stop| position(problem, problem.points[stop.point].location)).collect(),
        trips: route.trips.len(),
        load: route.stops().map(|stop| stop.load.kg).sum(),
        distance: legs.windows(2).map(|leg| problem.distance(route.truck, leg[0], leg[1]).unwrap_or(Metres::ZERO)).sum(),
    }
}

fn places(problem: &Problem) -> Vec<MapPlace> {
    let depots = problem.depots.iter().map(|depot| (PlaceKind::Depot, &depot.name, depot.location));
    let facilities = problem.facilities.iter().map(|facility| {
        let kind = match facility.kind {
            FacilityKind::Incinerator => PlaceKind::Incinerator,
            FacilityKind::Landfill => PlaceKind::Landfill,
        };
        (kind, &facility.name, facility.location)
    });
    let places = depots.chain(facilities);
    places.map(|(kind, name, location)| MapPlace { kind, name: name.clone(), position: position(problem, location) }).collect()
}

fn other_points(problem: &Problem, routes: &[Route]) -> Vec<Coord<f64>> {
    let mut visited = vec![false; problem.points.len()];
    routes.iter().flat_map(Route::stops).for_each(|stop| visited[stop.point] = true);
    let others = problem.points.iter().zip(visited).filter(|(_, visited)| !visited);
    others.map(|(point, _)| position(problem, point.location)).collect()
}

fn position(problem: &Problem, location: usize) -> Coord<f64> {
    let location = problem.locations[location];
    Coord { x: location.longitude, y: location.latitude }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Load, RunRecord, Stop, Trip, Unload, examples};
    use crate::roads::{TruckProfile, straight_road};
    use crate::units::{Kilograms, Litres, Seconds};

    fn plan() -> Plan {
        let load = Load { kg: Kilograms(50), litres: Litres(100) };
        let stop = Stop { point: 0, arrive: Seconds(0), start: Seconds(0), end: Seconds(0), load };
        let unload = Unload { facility: 0, arrive: Seconds(0), start: Seconds(0), end: Seconds(0), load };
        let trip = Trip { stops: vec![stop], unload: Some(unload) };
        let route = Route { truck: 0, start: Seconds(0), trips: vec![trip], pause: None, end: Seconds(0) };
        Plan { days: vec![vec![route], Vec::new()], run: RunRecord::default(), objective: Default::default() }
    }

    fn network(problem: &Problem) -> RoadNetwork {
        let truck = TruckProfile { lane_width_m: 3.0, gross_weight_kg: 11_000, speed_factor: 1.0, max_speed_kmh: None };
        let places: Vec<Coord<f64>> = (0..problem.locations.len()).map(|i| position(problem, i)).collect();
        RoadNetwork::new(vec![straight_road("L1", &[(105.70, 21.70), (105.72, 21.70)])], &places, &[truck])
    }

    #[test]
    fn a_route_runs_from_the_depot_past_stops_and_unloads_back_to_the_depot() {
        let problem = examples::three_places();
        let map = day_map(&problem, &plan(), &network(&problem), 0, &[]);
        assert_eq!(locations(&problem, &plan().days[0][0]), [0, 2, 1, 0]);
        let route = &map.routes[0];
        // 1 km to the point, 1 km to the incinerator, 2 km home.
        assert_eq!((route.trips, route.stops.len(), route.load, route.distance), (1, 1, Kilograms(50), Metres(4_000)));
        // There and back on one road: one strand from end to end.
        assert_eq!(map.strands.len(), 1);
        assert_eq!(map.strands[0].course.0.len(), 2);
        assert!(map.other_points.is_empty());
    }

    #[test]
    fn a_day_without_routes_shows_the_points_of_other_days() {
        let problem = examples::three_places();
        let map = day_map(&problem, &plan(), &network(&problem), 1, &[]);
        assert!(map.routes.is_empty() && map.strands.is_empty());
        assert_eq!(map.other_points.len(), 1);
        assert_eq!(day_map(&problem, &plan(), &network(&problem), 9, &[]).routes.len(), 0);
    }
}
