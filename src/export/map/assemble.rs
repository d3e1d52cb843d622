//! From a plan to a day's map.

use geo::Coord;

use super::day_map::{DayMap, Look, MapCommune, MapPlace, MapRoad, MapRoute, MapStop, PlaceKind};
use super::strands::strands;
use crate::dataset::FacilityKind;
use crate::model::{Plan, Problem, Route, Stop};
use crate::roads::{PathPiece, RoadNetwork, Search, TruckRoads};
use crate::units::Metres;

/// What the map of one `day` of a plan shows.
///
/// The anchors of `network` are the problem's locations and its profiles the problem's, both in the same order. A leg without
/// a way on the roads is left out.
pub fn day_map(problem: &Problem, plan: &Plan, network: &RoadNetwork, day: usize, communes: &[MapCommune]) -> DayMap {
    let routes: &[Route] = plan.days.get(day).map_or(&[], Vec::as_slice);
    let mut ways = Ways::new(network);
    let pieces: Vec<Vec<PathPiece>> =
        routes.iter().map(|route| ways.pieces(problem.trucks[route.truck].profile, &locations(problem, route))).collect();
    DayMap {
        other_points: other_points(problem, routes),
        routes: routes.iter().map(|route| map_route(problem, route)).collect(),
        strands: strands(network, &pieces),
        ..ground(problem, network, day, communes)
    }
}

/// What the map of one truck's `day` shows: a line for each trip of its route, and the facilities it goes to.
///
/// As [`day_map`] otherwise.
pub fn truck_map(problem: &Problem, route: &Route, network: &RoadNetwork, day: usize, communes: &[MapCommune]) -> DayMap {
    let mut ways = Ways::new(network);
    let profile = problem.trucks[route.truck].profile;
    let trips = trip_locations(problem, route);
    let pieces: Vec<Vec<PathPiece>> = trips.iter().map(|locations| ways.pieces(profile, locations)).collect();
    let used: Vec<usize> = trips.into_iter().flatten().collect();
    let depots = problem.depots.iter().map(|depot| depot.location);
    let locations = depots.chain(problem.facilities.iter().map(|facility| facility.location));
    let places = places(problem).into_iter().zip(locations);
    DayMap {
        places: places.filter(|(_, location)| used.contains(location)).map(|(place, _)| place).collect(),
        routes: map_trips(problem, route),
        strands: strands(network, &pieces),
        ..ground(problem, network, day, communes)
    }
}

/// A map without routes.
fn ground(problem: &Problem, network: &RoadNetwork, day: usize, communes: &[MapCommune]) -> DayMap {
    let lines = network.lines().iter();
    DayMap {
        district: problem.name.clone(),
        day,
        date: problem.date(day),
        communes: communes.to_vec(),
        roads: lines.map(|line| MapRoad { class: line.class, provenance: line.provenance, course: line.course.clone() }).collect(),
        provenance: network.share_by_provenance(),
        places: places(problem),
        other_points: Vec::new(),
        routes: Vec::new(),
        strands: Vec::new(),
        credits: Vec::new(),
    }
}

/// The roads of each kind of truck, and what searches on them need.
struct Ways<'n> {
    roads: Vec<TruckRoads<'n>>,
    searches: Vec<Search>,
}

impl<'n> Ways<'n> {
    fn new(network: &'n RoadNetwork) -> Self {
        let roads: Vec<TruckRoads> = network.profiles().iter().map(|profile| network.roads_for(profile)).collect();
        let searches = roads.iter().map(TruckRoads::search).collect();
        Self { roads, searches }
    }

    /// The stretches of road on which a truck of `profile` goes through `locations`; none of a leg without a way.
    fn pieces(&mut self, profile: usize, locations: &[usize]) -> Vec<PathPiece> {
        let (Some(roads), Some(search)) = (self.roads.get(profile), self.searches.get_mut(profile)) else { return Vec::new() };
        let n_anchors = roads.network().anchors().len();
        let legs = locations.windows(2).filter(|leg| leg.iter().all(|location| *location < n_anchors));
        legs.filter_map(|leg| roads.path_with(leg[0], leg[1], search)).flat_map(|path| path.pieces).collect()
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

/// The locations of each trip in driving order: from the depot or the unload before to its unload; the last one's way home belongs to it.
fn trip_locations(problem: &Problem, route: &Route) -> Vec<Vec<usize>> {
    let depot = problem.depots[problem.trucks[route.truck].depot].location;
    let mut from = depot;
    let mut trips = Vec::with_capacity(route.trips.len());
    for (i, trip) in route.trips.iter().enumerate() {
        let mut locations = vec![from];
        locations.extend(trip.stops.iter().map(|stop| problem.points[stop.point].location));
        locations.extend(trip.unload.iter().map(|unload| problem.facilities[unload.facility].location));
        from = *locations.last().expect("the place it starts from");
        locations.extend((i + 1 == route.trips.len()).then_some(depot));
        trips.push(locations);
    }
    trips
}

fn map_route(problem: &Problem, route: &Route) -> MapRoute {
    let truck = &problem.trucks[route.truck];
    MapRoute {
        look: Look::Truck(route.truck),
        truck: truck.id.clone(),
        name: truck.name.clone(),
        stops: map_stops(problem, route.stops(), 1),
        trips: route.trips.len(),
        load: route.stops().map(|stop| stop.load.kg).sum(),
        distance: driven(problem, route.truck, &locations(problem, route)),
    }
}

fn map_trips(problem: &Problem, route: &Route) -> Vec<MapRoute> {
    let truck = &problem.trucks[route.truck];
    let mut first_number = 1;
    let trips = route.trips.iter().zip(trip_locations(problem, route)).enumerate().map(|(i, (trip, locations))| {
        let stops = map_stops(problem, trip.stops.iter(), first_number);
        first_number += stops.len();
        MapRoute {
            look: Look::Trip(i),
            truck: truck.id.clone(),
            name: truck.name.clone(),
            stops,
            trips: 1,
            load: trip.stops.iter().map(|stop| stop.load.kg).sum(),
            distance: driven(problem, route.truck, &locations),
        }
    });
    trips.collect()
}

fn map_stops<'s>(problem: &Problem, stops: impl Iterator<Item = &'s Stop>, first_number: usize) -> Vec<MapStop> {
    let stops = stops.enumerate().map(|(i, stop)| MapStop {
        position: position(problem, problem.points[stop.point].location),
        number: first_number + i,
        note: String::new(),
    });
    stops.collect()
}

fn driven(problem: &Problem, truck: usize, locations: &[usize]) -> Metres {
    locations.windows(2).map(|leg| problem.distance(truck, leg[0], leg[1]).unwrap_or(Metres::ZERO)).sum()
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
    use crate::model::{Load, RunRecord, Trip, Unload, examples};
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
    fn a_trucks_map_has_a_line_for_each_trip_and_numbers_that_run_on() {
        let problem = examples::three_places();
        let mut route = plan().days[0][0].clone();
        route.trips.push(route.trips[0].clone());
        let map = truck_map(&problem, &route, &network(&problem), 0, &[]);
        let numbers: Vec<Vec<usize>> = map.routes.iter().map(|trip| trip.stops.iter().map(|stop| stop.number).collect()).collect();
        assert_eq!(numbers, [[1], [2]]);
        // Depot, point, incinerator; incinerator, point, incinerator and home.
        assert_eq!(trip_locations(&problem, &route), [vec![0, 2, 1], vec![1, 2, 1, 0]]);
        assert_eq!((map.routes[0].look, map.routes[1].look), (Look::Trip(0), Look::Trip(1)));
        assert_eq!(map.routes.iter().map(|trip| trip.distance.0).collect::<Vec<_>>(), [2_000, 4_000]);
        assert_eq!(map.places.len(), 2);
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
