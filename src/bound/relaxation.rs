//! The problem made easier: what is left of points, patterns, trucks and facilities when only sums are kept.
//!
//! Valid for every plan that keeps the rules, whatever requirements it misses. Places are the points, then the depots: a truck that is used goes
//! out to its depot and back once a day, so the depot is a place that is visited once for each truck-day.

use super::cuts::{CutTree, Ways};
use crate::model::{DaySet, Facility, Problem, Truck};
use crate::units::{Seconds, proportion};

/// A resource of the relaxation: who has it, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// What it is.
    pub resource: Scarce,
    /// The days it is added up over.
    pub days: DaySet,
    /// The trucks whose hours it is made of; none where it is not about trucks.
    pub trucks: Vec<usize>,
    /// Whether these are all the trucks.
    pub all_trucks: bool,
    /// How much of it there is: hours of working time after preparation, tonnes or đồng.
    pub amount: f64,
}

/// What can keep service from being better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scarce {
    /// Working time of crews: service, driving, unloading. With it go payload and trips, for more trips take more time.
    Hours,
    /// What all facilities take on the days.
    Intake,
    /// What furnaces burn and landfills take in a week.
    Disposal,
    /// Money.
    Budget,
}

/// The relaxation of a problem.
pub(super) struct Relaxation {
    /// What each point may choose from.
    pub choices: Vec<Vec<Choice>>,
    /// What is scarce.
    pub rows: Vec<Row>,
    /// Two packings of cuts over the places.
    pub trees: [CutTree; 2],
}

/// One way to serve a point: what it is worth and what it takes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    /// `Σ gap²` of the pattern.
    pub squares: i64,
    /// Use of each row.
    pub uses: Vec<Use>,
}

/// What a choice takes of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Use {
    /// Of the row's resource, driving left out.
    pub fixed: f64,
    /// Visits on the row's days.
    pub visits: f64,
    /// Truck loads on the row's days.
    pub loads: f64,
}

/// A scarce resource.
pub(super) struct Row {
    /// What it is, for people.
    pub limit: Limit,
    /// How much of it there is, in seconds, kilograms or đồng.
    pub capacity: f64,
    /// Of the resource for each second of driving; 0 where driving does not matter.
    pub per_driving_second: f64,
    /// Truck-days that make up the capacity: place of the depot, seconds after preparation.
    pub truck_days: Vec<(usize, f64)>,
    /// Points that count in it.
    pub has: Vec<bool>,
}

/// The least that a visit costs the fleet, apart from driving.
struct Least {
    unload_per_kg: f64,
    unload_fixed: f64,
    tipping_per_kg: f64,
    pay_per_second: f64,
    /// The most that a trip of each truck can carry, in kilograms.
    trips: Vec<f64>,
}

impl Relaxation {
    /// The relaxation of `problem`. O(places² + points · patterns²).
    pub fn new(problem: &Problem) -> Self {
        let least = Least::of(problem);
        let rows = rows(problem);
        let choices = (0..problem.points.len()).map(|point| choices(problem, point, &rows, &least)).collect();
        let ways = ways(problem);
        Self { choices, rows, trees: [CutTree::moats(&ways), CutTree::from_facilities(ways)] }
    }
}

impl Least {
    fn of(problem: &Problem) -> Self {
        // Where trucks may come home loaded, nothing need be unloaded.
        let unloads = problem.trucks.iter().all(|truck| truck.home_empty);
        let all = || problem.facilities.iter().filter(|_| unloads);
        let least = |rate: fn(&Facility) -> i64| all().map(rate).min().unwrap_or(0) as f64;
        Self {
            unload_per_kg: least(|facility| facility.unload_per_tonne.0) / 1000.0,
            // Half a second less: the time of an unload is rounded.
            unload_fixed: (least(|facility| facility.unload_fixed.0) - 0.5).max(0.0),
            tipping_per_kg: least(|facility| facility.tipping_per_tonne.0) / 1000.0,
            pay_per_second: problem.trucks.iter().map(pay_per_second).fold(f64::INFINITY, f64::min),
            trips: trip_limits(problem),
        }
    }
}

/// Whether a truck can be used on a day.
fn runs(problem: &Problem, truck: &Truck, day: usize) -> bool {
    truck.available.contains(day) && !problem.horizon.closed.contains(day) && problem.depots[truck.depot].open[day].is_some()
}

/// Working time of a truck-day after preparation.
fn time_of(truck: &Truck) -> f64 {
    (truck.work_limit.0.min(truck.shift.to.0 - truck.shift.from.0) - truck.preparation.0).max(0) as f64
}

/// The most that a trip of each truck can carry, in kilograms: its payload, or what fills its body where waste is at its densest.
fn trip_limits(problem: &Problem) -> Vec<f64> {
    let loads = problem.points.iter().flat_map(|point| &point.loads).filter(|load| load.kg.0 > 0);
    let litres_per_kg = loads.map(|load| load.litres.0 as f64 / load.kg.0 as f64).fold(f64::INFINITY, f64::min);
    let by_volume = |truck: &Truck| if litres_per_kg > 0.0 { truck.volume_limit.0 as f64 / litres_per_kg } else { f64::INFINITY };
    problem.trucks.iter().map(|truck| by_volume(truck).min(truck.payload_limit.0 as f64).max(1.0)).collect()
}

/// Days with the same trucks and facilities, on which some point may be visited.
fn like_days(problem: &Problem) -> Vec<DaySet> {
    let asked = problem.points.iter().fold(0, |days, point| days | point.days_allowed.0);
    let kind = |day: usize| {
        let trucks: Vec<bool> = problem.trucks.iter().map(|truck| runs(problem, truck, day)).collect();
        let facilities: Vec<bool> = problem.facilities.iter().map(|facility| facility.open[day].is_some()).collect();
        (trucks, facilities)
    };
    let mut groups: Vec<DaySet> = Vec::new();
    for day in DaySet(asked).iter().filter(|day| kind(*day).0.contains(&true)) {
        match groups.iter_mut().find(|group| group.iter().next().is_some_and(|first| kind(first) == kind(day))) {
            Some(group) => *group = group.with(day),
            None => groups.push(DaySet::EMPTY.with(day)),
        }
    }
    groups
}

/// Sets of trucks that are all that reach some point, the whole fleet first.
fn fleets(problem: &Problem) -> Vec<Vec<bool>> {
    let mut fleets = vec![vec![true; problem.trucks.len()]];
    for point in &problem.points {
        if point.reached_by.contains(&true) && !fleets.contains(&point.reached_by) {
            fleets.push(point.reached_by.clone());
        }
    }
    fleets
}

fn rows(problem: &Problem) -> Vec<Row> {
    let groups = like_days(problem);
    let week = groups.iter().fold(DaySet::EMPTY, |days, group| DaySet(days.0 | group.0));
    let mut rows: Vec<Row> = Vec::new();
    for fleet in fleets(problem) {
        rows.extend(groups.iter().map(|days| hours(problem, &fleet, *days)));
    }
    for days in &groups {
        let open = |facility: &Facility, day: usize| facility.open[day].is_some() && facility.reached_by.contains(&true);
        let day_limit = |day: usize| {
            let limits =
                problem.facilities.iter().filter(|facility| open(facility, day)).map(|facility| facility.daily_limit.map(|kg| kg.0));
            limits.sum::<Option<i64>>()
        };
        if let Some(kg) = days.iter().map(day_limit).sum::<Option<i64>>() {
            rows.push(of_waste(problem, Scarce::Intake, *days, kg as f64));
        }
    }
    let weekly = |facility: &Facility| {
        let by_day = facility.daily_limit.map(|kg| kg.0 * facility.open.iter().flatten().count() as i64);
        let burnt = facility
            .furnace
            .map(|furnace| furnace.burn_per_hour.0 * furnace.burn_time.0 * furnace.n_burn_days(problem.horizon.n_days) / 3600);
        by_day.into_iter().chain(burnt).min()
    };
    if let Some(kg) = problem.facilities.iter().map(weekly).sum::<Option<i64>>() {
        rows.push(of_waste(problem, Scarce::Disposal, week, kg as f64));
    }
    rows.extend(problem.policy.budget.map(|budget| money(problem, week, budget.0)));
    rows
}

fn hours(problem: &Problem, fleet: &[bool], days: DaySet) -> Row {
    let trucks: Vec<usize> = (0..fleet.len()).filter(|truck| fleet[*truck]).collect();
    let mut truck_days = Vec::new();
    for day in days.iter() {
        let running = trucks.iter().map(|truck| &problem.trucks[*truck]).filter(|truck| runs(problem, truck, day));
        truck_days.extend(running.map(|truck| (problem.points.len() + truck.depot, time_of(truck))));
    }
    let seconds: f64 = truck_days.iter().map(|(_, seconds)| seconds).sum();
    let only_these = |reached_by: &[bool]| reached_by.iter().zip(fleet).all(|(reached, chosen)| !reached || *chosen);
    Row {
        limit: Limit { resource: Scarce::Hours, days, all_trucks: trucks.len() == problem.trucks.len(), trucks, amount: seconds / 3600.0 },
        capacity: seconds,
        per_driving_second: 1.0,
        truck_days,
        has: problem.points.iter().map(|point| only_these(&point.reached_by)).collect(),
    }
}

fn of_waste(problem: &Problem, resource: Scarce, days: DaySet, kg: f64) -> Row {
    Row {
        limit: Limit { resource, days, trucks: Vec::new(), all_trucks: false, amount: kg / 1000.0 },
        capacity: kg,
        per_driving_second: 0.0,
        truck_days: Vec::new(),
        has: vec![true; problem.points.len()],
    }
}

fn money(problem: &Problem, days: DaySet, budget: i64) -> Row {
    // Each of the sums that make up the cost is rounded by itself: three for a route, one for an unload.
    let rounded = 3 * problem.trucks.len() * days.len() + problem.points.iter().map(|point| point.visits_greatest).sum::<usize>();
    let metres_per_second = slowest_metre(problem);
    let driving = problem.trucks.iter().map(|truck| pay_per_second(truck) + truck.cost_per_1000_km.0 as f64 / 1e6 * metres_per_second);
    let driving = driving.fold(f64::INFINITY, f64::min);
    Row {
        limit: Limit { resource: Scarce::Budget, days, trucks: Vec::new(), all_trucks: false, amount: budget as f64 },
        capacity: budget as f64 + rounded as f64 / 2.0,
        per_driving_second: if driving.is_finite() { driving } else { 0.0 },
        truck_days: Vec::new(),
        has: vec![true; problem.points.len()],
    }
}

/// Least metres for a second of driving.
fn slowest_metre(problem: &Problem) -> f64 {
    let n = problem.locations.len();
    let mut least = f64::INFINITY;
    for truck in 0..problem.trucks.len() {
        for (from, to) in (0..n).flat_map(|from| (0..n).map(move |to| (from, to))) {
            if let (Some(time), Some(length)) = (problem.duration(truck, from, to), problem.distance(truck, from, to))
                && time.0 > 0
            {
                least = least.min(length.0 as f64 / time.0 as f64);
            }
        }
    }
    if least.is_finite() { least } else { 0.0 }
}

/// What a second of working time after preparation costs at least: the crew, and its part of the truck-day.
fn pay_per_second(truck: &Truck) -> f64 {
    let crew = truck.cost_per_hour.0 as f64 / 3600.0;
    crew + (truck.cost_per_day.0 as f64 + crew * truck.preparation.0 as f64) / time_of(truck).max(1.0)
}

/// What a point may choose from: patterns that some truck can drive, without those that another beats in everything.
fn choices(problem: &Problem, point: usize, rows: &[Row], least: &Least) -> Vec<Choice> {
    let asked = &problem.points[point];
    let mut choices: Vec<Choice> = Vec::new();
    let patterns =
        asked.patterns.iter().filter(|pattern| pattern.days.iter().all(|day| can_visit(problem, point, pattern.days, day, least)));
    for pattern in patterns {
        let uses = rows.iter().map(|row| use_of(problem, point, pattern.days, row, least)).collect();
        let choice = Choice { squares: pattern.gaps_squared, uses };
        if !choices.iter().any(|other| other.is_no_worse(&choice)) {
            choices.retain(|other| !choice.is_no_worse(other));
            choices.push(choice);
        }
    }
    if choices.is_empty() {
        let n_days = problem.horizon.n_days as i64;
        choices.push(Choice { squares: 2 * n_days * n_days, uses: vec![Use::default(); rows.len()] });
    }
    choices
}

impl Choice {
    fn is_no_worse(&self, other: &Self) -> bool {
        let less = |(a, b): (&Use, &Use)| a.fixed <= b.fixed && a.visits <= b.visits && a.loads <= b.loads;
        self.squares <= other.squares && self.uses.iter().zip(&other.uses).all(less)
    }
}

/// Whether some truck can make a visit when it does nothing else that day.
fn can_visit(problem: &Problem, point: usize, days: DaySet, day: usize, least: &Least) -> bool {
    let asked = &problem.points[point];
    let load = asked.load(day, days.gap(day, problem.horizon.n_days), problem.horizon.n_days);
    let service = asked.service_fixed.0 + proportion(asked.service_per_tonne.0, load.kg.0, 1000);
    let unload = least.unload_fixed + least.unload_per_kg * load.kg.0 as f64 - 1.0;
    (0..problem.trucks.len()).filter(|truck| asked.reached_by[*truck]).any(|index| {
        let truck = &problem.trucks[index];
        let depot = problem.depots[truck.depot].location;
        let way = |from, to| problem.duration(index, from, to);
        let home = |facility: &Facility| Some(way(asked.location, facility.location)? + way(facility.location, depot)?);
        let open = problem.facilities.iter().filter(|facility| facility.open[day].is_some());
        let by_facility = open.filter_map(|facility| Some(home(facility)?.0 as f64 + unload)).fold(f64::INFINITY, f64::min);
        let straight =
            if truck.home_empty { f64::INFINITY } else { way(asked.location, depot).map_or(f64::INFINITY, |time| time.0 as f64) };
        let Some(out) = way(depot, asked.location) else { return false };
        let fits = load.kg.0 <= truck.payload_limit.0 && load.litres.0 <= truck.volume_limit.0;
        fits && runs(problem, truck, day) && out.0 as f64 + service as f64 + by_facility.min(straight) <= time_of(truck)
    })
}

fn use_of(problem: &Problem, point: usize, days: DaySet, row: &Row, least: &Least) -> Use {
    let asked = &problem.points[point];
    if !row.has[point] {
        return Use::default();
    }
    let reaching = least.trips.iter().zip(&asked.reached_by).filter(|(_, reached)| **reached);
    let trip = reaching.map(|(trip, _)| *trip).fold(1.0, f64::max);
    let unloads = problem.trucks.iter().all(|truck| truck.home_empty);
    let mut used = Use::default();
    for day in days.iter().filter(|day| row.limit.days.contains(*day)) {
        let load = asked.load(day, days.gap(day, problem.horizon.n_days), problem.horizon.n_days);
        let (kg, loads) = (load.kg.0 as f64, load.kg.0 as f64 / trip);
        let service = asked.service_fixed + Seconds(proportion(asked.service_per_tonne.0, load.kg.0, 1000));
        let busy = service.0 as f64 + least.unload_per_kg * kg + least.unload_fixed * loads;
        let tipped = if unloads { kg } else { 0.0 };
        used.visits += 1.0;
        used.loads += loads;
        used.fixed += match row.limit.resource {
            Scarce::Hours => busy,
            Scarce::Intake | Scarce::Disposal => tipped,
            Scarce::Budget => busy * least.pay_per_second + tipped * least.tipping_per_kg,
        };
    }
    used
}

/// Ways between points and depots, and from the facilities (from the depots too where trucks may come home loaded).
fn ways(problem: &Problem) -> Ways {
    let unloads = problem.trucks.iter().all(|truck| truck.home_empty) && !problem.facilities.is_empty();
    let depots = problem.depots.iter().map(|depot| depot.location);
    let places: Vec<usize> = problem.points.iter().map(|point| point.location).chain(depots.clone()).collect();
    let facilities = problem.facilities.iter().map(|facility| facility.location);
    let bases: Vec<usize> = if unloads { facilities.collect() } else { facilities.chain(depots).collect() };
    let way = |from: usize, to: usize| {
        let times = (0..problem.matrices.len()).flat_map(|profile| {
            let matrix = &problem.matrices[profile];
            [matrix.duration(from, to), matrix.duration(to, from)]
        });
        times.flatten().map(|time| time.0 as f64).fold(f64::INFINITY, f64::min)
    };
    // Where no truck gets to, a way of no length takes nothing from the bound.
    let home = |place: usize| bases.iter().map(|base| way(*base, place)).filter(|time| time.is_finite()).reduce(f64::min).unwrap_or(0.0);
    Ways {
        home: places.iter().map(|place| home(*place)).collect(),
        between: places.iter().flat_map(|from| places.iter().map(|to| way(*from, *to)).collect::<Vec<_>>()).collect(),
    }
}
