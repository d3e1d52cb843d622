//! The answer: who drives where on which day, with clock times and loads.

use super::{DaySet, Load, Objective, Problem};
use crate::units::Seconds;

/// A week's routes. Complete, never edited; every index refers to the [`Problem`] it was made for.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The routes of each day, at most one for each truck, in the order of the trucks.
    pub days: Vec<Vec<Route>>,
    /// How it was made.
    pub run: RunRecord,
    /// What it was worth to the search that made it.
    pub objective: Objective,
}

/// What is needed to make the plan again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunRecord {
    /// Version of the program.
    pub version: String,
    /// Fingerprint of the problem.
    pub fingerprint: String,
    /// Seed.
    pub seed: u64,
    /// Iterations planned: those asked for; where time was limited, as decided after the first epochs and at the start of each further part of the schedule. Empty where it never was.
    pub iterations_planned: Vec<u64>,
    /// Iterations done.
    pub iterations: u64,
    /// Digest of the plan that the search started from ([`Plan::digest`]), where it started from one.
    pub started_from: Option<String>,
}

/// One truck-day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Index of the truck.
    pub truck: usize,
    /// Start of preparation.
    pub start: Seconds,
    /// Trips, in order.
    pub trips: Vec<Trip>,
    /// The break, where the route needs one.
    pub pause: Option<Break>,
    /// Return to the depot.
    pub end: Seconds,
}

/// Stops and the unload that ends them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trip {
    /// Stops, in order.
    pub stops: Vec<Stop>,
    /// The unload; nothing only on the last trip of a truck that may come home loaded.
    pub unload: Option<Unload>,
}

/// A visit to a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Index of the point.
    pub point: usize,
    /// Arrival.
    pub arrive: Seconds,
    /// Start of service.
    pub start: Seconds,
    /// End of service.
    pub end: Seconds,
    /// What is collected.
    pub load: Load,
}

/// A visit to a facility.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unload {
    /// Index of the facility.
    pub facility: usize,
    /// Arrival at the gate (after a break taken there).
    pub arrive: Seconds,
    /// The bay is free: unloading starts.
    pub start: Seconds,
    /// End of unloading.
    pub end: Seconds,
    /// What is tipped.
    pub load: Load,
}

/// The break of a route, taken where the truck stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// At which event of the route: its stops and unloads counted from 0 in driving order.
    pub event: usize,
    /// Before or after the service or unload there.
    pub moment: BreakMoment,
    /// Start.
    pub start: Seconds,
}

/// Where within an event a break is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum BreakMoment {
    /// On arrival, before service or before joining the queue.
    Before,
    /// After service or unloading.
    After,
}

impl Route {
    /// All stops, in driving order.
    pub fn stops(&self) -> impl Iterator<Item = &Stop> {
        self.trips.iter().flat_map(|trip| &trip.stops)
    }

    /// All unloads, in driving order.
    pub fn unloads(&self) -> impl Iterator<Item = &Unload> {
        self.trips.iter().filter_map(|trip| trip.unload.as_ref())
    }
}

impl Plan {
    /// SHA-256 of the decisions, in hexadecimal: who visits which points on which day in which order and unloads where, with starts
    /// and breaks. Two plans with the same digest for the same problem are the same plan, however they were found.
    pub fn digest(&self) -> String {
        use sha2::{Digest, Sha256};
        let mut hasher = Sha256::new();
        for (day, route) in self.days.iter().enumerate().flat_map(|(day, routes)| routes.iter().map(move |route| (day, route))) {
            hasher.update(format!("day {day} truck {} start {} {:?};", route.truck, route.start.0, route.pause));
            for trip in &route.trips {
                trip.stops.iter().for_each(|stop| hasher.update(format!("{},", stop.point)));
                hasher.update(format!("to {:?};", trip.unload.map(|unload| unload.facility)));
            }
        }
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The days on which each point is visited.
    pub fn schedule(&self, problem: &Problem) -> Vec<DaySet> {
        let mut schedule = vec![DaySet::EMPTY; problem.points.len()];
        for (day, routes) in self.days.iter().enumerate() {
            for stop in routes.iter().flat_map(Route::stops) {
                schedule[stop.point] = schedule[stop.point].with(day);
            }
        }
        schedule
    }
}
