//! Plans in the forms in which solutions of classic instances are published, and back.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use super::kind::Instance;
use crate::model::{Load, Objective, Plan, Problem, Route, RunRecord, Stop, Trip, Unload};
use crate::units::Seconds;

/// A halt of a published route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Halt {
    /// At the point of that index.
    Point(usize),
    /// At the facility of that index.
    Facility(usize),
}

/// A published route: day, kind of vehicle, halts.
pub(super) type Published = (usize, usize, Vec<Halt>);

/// Every halt of a route, in driving order.
pub(super) fn halts(route: &Route) -> impl Iterator<Item = Halt> {
    route.trips.iter().flat_map(|trip| {
        let unload = trip.unload.iter().map(|unload| Halt::Facility(unload.facility));
        trip.stops.iter().map(|stop| Halt::Point(stop.point)).chain(unload)
    })
}

/// VRPLIB's form: `Route #1: 3 1 2` for each route and `Cost 123` at the end.
pub(super) fn write_sol(instance: &Instance, plan: &Plan) -> String {
    let mut text = String::new();
    for (index, route) in plan.days.iter().flatten().filter(|route| route.stops().next().is_some()).enumerate() {
        let stops: Vec<&str> = route.stops().map(|stop| instance.problem.points[stop.point].id.as_str()).collect();
        writeln!(text, "Route #{}: {}", index + 1, stops.join(" ")).expect("writing to a text cannot fail");
    }
    writeln!(text, "Cost {}", instance.cost(plan.objective.cost)).expect("writing to a text cannot fail");
    text
}

/// The decisions of a solution in VRPLIB's form.
pub(super) fn read_sol(instance: &Instance, text: &str) -> Option<Plan> {
    let numbers = Numbers::new(&instance.problem);
    let mut routes = Vec::new();
    for line in text.lines().filter(|line| line.trim_start().starts_with("Route")) {
        let (_, stops) = line.split_once(':')?;
        let halts: Option<Vec<Halt>> = stops.split_whitespace().map(|stop| numbers.halt(stop.parse().ok()?)).collect();
        routes.push((0, 0, halts?));
    }
    assemble(instance, &routes)
}

/// The benchmark sets' JSON: `{"routes": [{"day": 0, "vehicle": 0, "nodes": [0, 12, 7, 0]}]}` with the depot 0 at both ends.
pub(super) fn write_json(instance: &Instance, plan: &Plan) -> String {
    let problem = &instance.problem;
    let number = |id: &String| id.parse::<u64>().unwrap_or_default();
    let node = |halt| match halt {
        Halt::Point(point) => number(&problem.points[point].id),
        Halt::Facility(facility) => number(&problem.facilities[facility].id),
    };
    let mut routes = Vec::new();
    for (day, of_day) in plan.days.iter().enumerate() {
        for (vehicle, route) in of_day.iter().filter(|route| route.stops().next().is_some()).enumerate() {
            let nodes: Vec<u64> = std::iter::once(0).chain(halts(route).map(node)).chain([0]).collect();
            routes.push(json!({ "day": day, "vehicle": vehicle, "nodes": nodes }));
        }
    }
    format!("{}\n", json!({ "routes": routes }))
}

/// The decisions of a solution in the benchmark sets' JSON.
pub(super) fn read_json(instance: &Instance, text: &str) -> Option<Plan> {
    let root: Value = serde_json::from_str(text).ok()?;
    let numbers = Numbers::new(&instance.problem);
    let mut routes = Vec::new();
    for route in root.get("routes")?.as_array()? {
        let nodes = route.get("nodes")?.as_array()?.iter().map(|node| node.as_u64().map(|node| node as usize));
        let nodes: Option<Vec<usize>> = nodes.collect();
        let halts: Option<Vec<Halt>> = nodes?.into_iter().filter(|node| *node != 0).map(|node| numbers.halt(node)).collect();
        routes.push((route.get("day")?.as_u64()? as usize, 0, halts?));
    }
    assemble(instance, &routes)
}

/// A plan of published routes: each is given the next truck of its kind that is available on its day.
pub(super) fn assemble(instance: &Instance, routes: &[Published]) -> Option<Plan> {
    let problem = &instance.problem;
    let mut days: Vec<Vec<Route>> = vec![Vec::new(); problem.horizon.n_days];
    for (day, kind, halts) in routes.iter().filter(|(_, _, halts)| !halts.is_empty()) {
        let of_day = days.get_mut(*day)?;
        let is_next = |truck: &usize| {
            instance.vehicle_kinds[*truck] == *kind
                && problem.trucks[*truck].available.contains(*day)
                && of_day.iter().all(|route| route.truck != *truck)
        };
        let truck = (0..problem.trucks.len()).find(is_next)?;
        of_day.push(Route { truck, start: problem.trucks[truck].shift.from, trips: trips(halts), pause: None, end: Seconds::ZERO });
    }
    for of_day in &mut days {
        of_day.sort_by_key(|route| route.truck);
    }
    Some(Plan { days, run: RunRecord::default(), objective: Objective::default() })
}

fn trips(halts: &[Halt]) -> Vec<Trip> {
    let (time, load) = (Seconds::ZERO, Load::default());
    let mut trips = Vec::new();
    let mut stops = Vec::new();
    for halt in halts {
        match *halt {
            Halt::Point(point) => stops.push(Stop { point, arrive: time, start: time, end: time, load }),
            Halt::Facility(facility) => {
                let unload = Some(Unload { facility, arrive: time, start: time, end: time, load });
                trips.push(Trip { stops: std::mem::take(&mut stops), unload });
            }
        }
    }
    if !stops.is_empty() {
        trips.push(Trip { stops, unload: None });
    }
    trips
}

/// Points and facilities by the numbers they have in the file.
struct Numbers(BTreeMap<usize, Halt>);

impl Numbers {
    fn new(problem: &Problem) -> Self {
        let points = problem.points.iter().enumerate().map(|(index, point)| (&point.id, Halt::Point(index)));
        let facilities = problem.facilities.iter().enumerate().map(|(index, facility)| (&facility.id, Halt::Facility(index)));
        Self(points.chain(facilities).filter_map(|(id, halt)| Some((id.parse().ok()?, halt))).collect())
    }

    fn halt(&self, number: usize) -> Option<Halt> {
        self.0.get(&number).copied()
    }
}
