//! What classic problems have in common, made into a problem.

use sha2::{Digest, Sha256};

use crate::dataset::FacilityKind;
use crate::fault::Source;
use crate::matrix::Matrix;
use crate::model::{Commune, DaySet, Depot, Facility, Horizon, Load, Location, Pattern, Point, Policy, Problem, Truck, Window};
use crate::units::{Kilograms, Litres, Seconds, Vnd};

/// A limit that no route reaches: of a time in seconds, of a volume in litres.
pub(super) const LIMITLESS: i64 = 1_000_000_000_000;

/// Days of a horizon at most: the search keeps tables of all sets of days.
pub(super) const MOST_DAYS: i64 = 10;
/// Vehicles at most.
pub(super) const MOST_VEHICLES: i64 = 1000;
/// Demand of a visit at most, so that no sum of a route's overflows.
pub(super) const MOST_DEMAND: i64 = 100_000;
/// Capacity of a vehicle at most.
pub(super) const MOST_CAPACITY: i64 = 100_000_000;
/// Nodes at most: their tables take 8 bytes for every pair, 16 where ways differ there and back.
pub(super) const MOST_NODES: usize = 20_000;
/// Coordinates, in either direction, at most: their distances in thousandths are below 2²⁸, above which the search takes two places to have no way between them.
pub(super) const MOST_COORDINATE: f64 = 90_000.0;

/// A classic problem: one depot, where everything is open all day and every truck reaches everything.
pub(super) struct Outline {
    pub name: String,
    pub n_days: usize,
    pub fleet: Vec<Vehicle>,
    pub facilities: Vec<Dump>,
    pub customers: Vec<Customer>,
    /// Of depot, facilities and customers, in this order: where they are, and seconds and metres from each to each, row by row.
    pub positions: Vec<(f64, f64)>,
    pub seconds: Vec<u32>,
    pub metres: Vec<u32>,
}

/// A truck.
#[derive(Clone)]
pub(super) struct Vehicle {
    pub capacity: i64,
    pub available: DaySet,
    /// Longest time from leaving the depot to the return.
    pub work_limit: i64,
    pub shift: (i64, i64),
    pub home_empty: bool,
    pub cost_per_metre: i64,
    pub cost_per_second: i64,
    pub cost_per_day: i64,
}

/// A facility.
pub(super) struct Dump {
    pub number: usize,
    pub service: i64,
    pub open: (i64, i64),
}

/// A point.
pub(super) struct Customer {
    pub number: usize,
    pub demand: i64,
    pub service: i64,
    pub window: (i64, i64),
    /// Sets of days, any one of which serves it.
    pub patterns: Vec<DaySet>,
}

impl Vehicle {
    /// A truck that is used on every day, without any limit of time, for the metres it drives.
    pub fn of_capacity(capacity: i64, n_days: usize) -> Self {
        Self {
            capacity,
            available: DaySet::all(n_days),
            work_limit: LIMITLESS,
            shift: (0, LIMITLESS),
            home_empty: false,
            cost_per_metre: 1,
            cost_per_second: 0,
            cost_per_day: 0,
        }
    }
}

impl Outline {
    /// The problem, with the fingerprint of the file it was read from.
    pub fn problem(self, source: &Source) -> Problem {
        let Self { name, n_days, fleet, facilities, customers, positions, seconds, metres } = self;
        let n_trucks = fleet.len();
        let first_customer = 1 + facilities.len();
        let all_day = vec![Some(Window { from: Seconds::ZERO, to: Seconds(LIMITLESS) }); n_days];
        let customers = customers.iter().enumerate();
        Problem {
            horizon: Horizon { n_days, first_date: None, closed: DaySet::EMPTY },
            communes: vec![Commune {
                code: String::new(),
                name: name.clone(),
                town: false,
                population: customers.len() as i64,
                people: customers.len() as i64,
                commune_2025: String::new(),
            }],
            points: customers.map(|(index, customer)| customer.point(first_customer + index, n_days, n_trucks)).collect(),
            trucks: fleet.iter().enumerate().map(|(index, vehicle)| vehicle.truck(index)).collect(),
            depots: vec![Depot { id: "0".to_owned(), name: "0".to_owned(), location: 0, open: all_day }],
            facilities: facilities.iter().enumerate().map(|(index, dump)| dump.facility(1 + index, n_days, n_trucks)).collect(),
            locations: positions.iter().map(|(x, y)| Location { longitude: *x, latitude: *y }).collect(),
            matrices: vec![Matrix::new(positions.len(), seconds, metres)],
            policy: Policy {
                waiting_counts: false,
                worst_commune_permille: 0,
                patterns_per_commune: usize::MAX,
                extra_pattern: Vnd::ZERO,
                burn_first: false,
                budget: None,
                reserve_hours_permille: 0,
                reserve_payload_permille: 0,
            },
            fingerprint: Sha256::digest(&source.text).iter().map(|byte| format!("{byte:02x}")).collect(),
            name,
        }
    }
}

impl Customer {
    fn point(&self, location: usize, n_days: usize, n_trucks: usize) -> Point {
        let mut sets = self.patterns.clone();
        sets.push(DaySet::EMPTY);
        sets.sort_unstable();
        sets.dedup();
        let sizes = || self.patterns.iter().map(|days| days.len());
        Point {
            id: self.number.to_string(),
            name: self.number.to_string(),
            commune: 0,
            location,
            // One, so that a point without a visit counts as short.
            people: 1,
            weekly: Kilograms(self.demand * sizes().max().unwrap_or(0) as i64),
            loads: vec![Load { kg: Kilograms(self.demand), litres: Litres::ZERO }; n_days * n_days],
            container_capacity: Kilograms(self.demand),
            containers: 1,
            service_fixed: Seconds(self.service),
            service_per_tonne: Seconds::ZERO,
            window: Window { from: Seconds(self.window.0), to: Seconds(self.window.1) },
            days_allowed: self.patterns.iter().flat_map(|days| days.iter()).collect(),
            visits_least: sizes().min().unwrap_or(0),
            visits_greatest: sizes().max().unwrap_or(0),
            longest_wait: n_days,
            visits_today: 0,
            patterns: sets.iter().map(|days| Pattern { days: *days, admissible: !days.is_empty(), gaps_squared: 0 }).collect(),
            listed: true,
            reached_by: vec![true; n_trucks],
        }
    }
}

impl Vehicle {
    fn truck(&self, index: usize) -> Truck {
        Truck {
            id: format!("V{}", index + 1),
            name: format!("V{}", index + 1),
            plate: String::new(),
            new: false,
            depot: 0,
            profile: 0,
            lane_width_m: 0.0,
            payload: Kilograms(self.capacity),
            volume: Litres(LIMITLESS),
            payload_limit: Kilograms(self.capacity),
            volume_limit: Litres(LIMITLESS),
            home_empty: self.home_empty,
            shift: Window { from: Seconds(self.shift.0), to: Seconds(self.shift.1) },
            preparation: Seconds::ZERO,
            work: Seconds(self.work_limit),
            work_limit: Seconds(self.work_limit),
            driving_limit: Seconds(LIMITLESS),
            driving_limit_without_break: Seconds(LIMITLESS),
            break_length: Seconds::ZERO,
            break_latest: Seconds(LIMITLESS),
            available: self.available,
            cost_per_1000_km: Vnd(self.cost_per_metre * 1_000_000),
            cost_per_hour: Vnd(self.cost_per_second * 3600),
            cost_per_day: Vnd(self.cost_per_day),
        }
    }
}

impl Dump {
    fn facility(&self, location: usize, n_days: usize, n_trucks: usize) -> Facility {
        Facility {
            id: self.number.to_string(),
            name: self.number.to_string(),
            kind: FacilityKind::Landfill,
            location,
            open: vec![Some(Window { from: Seconds(self.open.0), to: Seconds(self.open.1) }); n_days],
            daily_limit: None,
            furnace: None,
            // Nobody queues.
            bays: n_trucks,
            unload_fixed: Seconds(self.service),
            unload_per_tonne: Seconds::ZERO,
            tipping_per_tonne: Vnd::ZERO,
            priority: 1,
            approved: true,
            reached_by: vec![true; n_trucks],
        }
    }
}

/// Table of `value` for every pair of positions, row by row; 0 on the diagonal.
pub(super) fn table(positions: &[(f64, f64)], value: impl Fn(f64) -> f64) -> Vec<u32> {
    let pairs = positions.iter().flat_map(|a| positions.iter().map(move |b| (a, b)));
    // The square root of the sum of squares is the same on every machine, which `hypot` is not promised to be.
    pairs.map(|(a, b)| value(((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt()) as u32).collect()
}
