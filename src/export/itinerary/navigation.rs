//! Links that open a phone's navigation for a part of a trip.

use geo::Coord;

use super::{TripRows, TruckDay};

/// A link may have so many places on the way; what goes beyond is left out by the map application without a word.
pub const MOST_WAYPOINTS: usize = 9;

/// A link to the navigation of a phone: from where the truck is, past up to nine stops, to the last one of the part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavigationLink {
    /// Number of the trip, from 1.
    pub trip: usize,
    /// Number of the first stop on the way; nothing where the part is the way to the facility or home alone.
    pub first_stop: Option<usize>,
    /// Number of the last stop on the way.
    pub last_stop: Option<usize>,
    /// Whether it ends at the facility that ends the trip.
    pub to_unload: bool,
    /// Whether it ends at the depot.
    pub to_depot: bool,
    /// The address.
    pub address: String,
}

/// The links of a truck's day, trip by trip; the last one leads home.
///
/// The origin is left out: the application takes the truck's own position, and the driver may start at any of them. Positions have
/// five decimals, a metre. The course that the application chooses is its own; it knows nothing of the truck's width and weight.
pub fn navigation_links(truck_day: &TruckDay) -> Vec<NavigationLink> {
    let last = truck_day.trips.len();
    truck_day.trips.iter().flat_map(|trip| links_of_trip(trip, (trip.number == last).then_some(truck_day.depot.position))).collect()
}

/// A place on the way, with the number of its stop.
type Way = (Option<usize>, Coord<f64>);

fn links_of_trip(trip: &TripRows, depot: Option<Coord<f64>>) -> Vec<NavigationLink> {
    let stops = trip.stops.iter().map(|stop| (Some(stop.number), stop.position));
    let unload = trip.unload.iter().map(|unload| (None, unload.place.position));
    let ways: Vec<Way> = stops.chain(unload).chain(depot.map(|depot| (None, depot))).collect();
    let has_unload = trip.unload.is_some();
    let parts = ways.chunks(MOST_WAYPOINTS + 1).collect::<Vec<_>>();
    let n_parts = parts.len();
    let links = parts.into_iter().enumerate().map(|(i, part)| {
        let numbers = || part.iter().filter_map(|(number, _)| *number);
        let is_last = i + 1 == n_parts;
        NavigationLink {
            trip: trip.number,
            first_stop: numbers().next(),
            last_stop: numbers().next_back(),
            to_unload: has_unload && part.iter().any(|(number, _)| number.is_none()) && !(is_last && depot.is_some() && part.len() == 1),
            to_depot: is_last && depot.is_some(),
            address: address(part),
        }
    });
    links.collect()
}

fn address(part: &[Way]) -> String {
    let place = |(_, position): &Way| format!("{:.5},{:.5}", position.y, position.x);
    let (last, between) = part.split_last().expect("a part has a place");
    let mut address = format!("https://www.google.com/maps/dir/?api=1&travelmode=driving&destination={}", place(last));
    if !between.is_empty() {
        address.push_str("&waypoints=");
        address.push_str(&between.iter().map(place).collect::<Vec<_>>().join("%7C"));
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(n: usize) -> Vec<Way> {
        (1..=n).map(|number| (Some(number), Coord { x: 105.7 + number as f64 / 1000.0, y: 21.7 })).collect()
    }

    #[test]
    fn an_address_names_its_places_in_order() {
        assert_eq!(
            address(&ways(3)),
            "https://www.google.com/maps/dir/?api=1&travelmode=driving&destination=21.70000,105.70300&waypoints=21.70000,105.70100%7C21.70000,105.70200"
        );
        assert!(!address(&ways(1)).contains("waypoints"));
    }
}
