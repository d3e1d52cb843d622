//! What a week asks of a fleet, and what the fleet has: loads, hours, and what binds. No plan is made for it.

use serde::Serialize;

use crate::matrix::UNREACHABLE;
use crate::model::{DaySet, Facility, Pattern, Point, Problem, Truck};
use crate::units::{Kilograms, Seconds};

/// Visits a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Visits {
    /// The fewest that longest waits and containers allow.
    pub fewest: usize,
    /// Made today.
    pub today: usize,
    /// The fewest that keep both, point by point.
    pub both: usize,
    /// The fewest that meet every requirement, today's service included where it may not fall.
    pub required: usize,
}

/// What a fleet would need for the required visits, and what it has.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FleetNeed {
    /// `existing`, `new`, or `all` that were chosen.
    pub fleet: &'static str,
    /// Ids of the trucks.
    pub trucks: Vec<String>,
    /// Days on which a truck may be used, over all trucks.
    pub truck_days: usize,
    /// Payload of one load of every truck.
    pub payload_t: f64,
    /// The same less the reserve: what a plan loads.
    pub payload_with_reserve_t: f64,
    /// Loads of a week, each full up to the reserve.
    pub loads: f64,
    /// Loads of a truck on a working day.
    pub loads_per_truck_day: f64,
    /// Working hours of a week, less the reserve.
    pub hours_available: f64,
    /// Preparation at the depot, every truck-day.
    pub hours_preparation: f64,
    /// At the points, exactly: every required visit, every tonne.
    pub hours_stops: f64,
    /// At the facilities: exactly, for that many loads.
    pub hours_unloading: f64,
    /// On the road: an estimate, see [`FleetNeed::of`].
    pub hours_travel_estimate: f64,
}

/// A resource and how much of it the week needs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pressure {
    /// `hours-existing`, `hours-all`, `hours-chosen`, `furnace` or `disposal`.
    pub resource: String,
    /// Need over supply: above 1 there is not enough.
    pub ratio: f64,
}

/// What all points ask for.
pub fn visits(problem: &Problem) -> Visits {
    problem.points.iter().fold(Visits::default(), |sum, point| {
        let fewest = fewest_visits(point, problem.horizon.n_days);
        Visits {
            fewest: sum.fewest + fewest,
            today: sum.today + point.visits_today,
            both: sum.both + fewest.max(point.visits_today),
            required: sum.required + required_visits(point, problem.horizon.n_days),
        }
    })
}

/// The fewest visits with no gap beyond the longest wait and no load beyond the containers, on the days that are allowed;
/// the required ones where no set of days does it.
pub fn fewest_visits(point: &Point, n_days: usize) -> usize {
    let suits = |pattern: &&Pattern| {
        !pattern.days.is_empty()
            && pattern.days.iter().all(|day| {
                let gap = pattern.days.gap(day, n_days);
                gap <= point.longest_wait && point.load(day, gap, n_days).kg <= point.container_capacity
            })
    };
    point.patterns.iter().filter(suits).map(|pattern| pattern.days.len()).min().unwrap_or(point.visits_least)
}

/// The fewest visits that meet every requirement of a point; what its frequency, wait and containers ask for one by one where
/// no set of days meets all of them.
pub fn required_visits(point: &Point, n_days: usize) -> usize {
    let admissible = point.patterns.iter().filter(|pattern| pattern.admissible);
    let fewest = admissible.map(|pattern| pattern.days.len()).min();
    fewest.unwrap_or_else(|| point.visits_least.max(fewest_visits(point, n_days)))
}

/// Waste of a week at all points.
pub fn weekly(problem: &Problem) -> Kilograms {
    problem.points.iter().map(|point| point.weekly).sum()
}

/// What all furnaces can burn in the horizon.
pub fn furnace_capacity(problem: &Problem) -> Kilograms {
    let furnaces = problem.facilities.iter().filter_map(|facility| facility.furnace.as_ref());
    furnaces.map(|furnace| furnace.burn_in_all(problem.horizon.n_days)).sum()
}

/// What all facilities can take in the horizon; nothing where one has no limit.
pub fn disposal_capacity(problem: &Problem) -> Option<Kilograms> {
    let of = |facility: &Facility| {
        let open = facility.open.iter().filter(|hours| hours.is_some()).count() as i64;
        let burnt = facility.furnace.map(|furnace| furnace.burn_in_all(problem.horizon.n_days).0);
        let taken = facility.daily_limit.map(|limit| limit.0 * open);
        match (burnt, taken) {
            (Some(burnt), Some(taken)) => Some(burnt.min(taken)),
            (one, other) => one.or(other),
        }
    };
    problem.facilities.iter().map(of).sum::<Option<i64>>().map(Kilograms)
}

impl FleetNeed {
    /// What the trucks (indices) need for the required visits of every point, and have.
    ///
    /// # The estimate of travel
    /// A load goes from a facility to the middle of the waste and back (mean over the points, weighted by their waste);
    /// what the furnaces can burn goes there, the rest to the other facilities. Every visit adds the way to the nearest
    /// other point, every truck-day the way between facility and depot. Ways are those of the first truck that has one.
    pub fn of(fleet: &'static str, trucks: &[usize], problem: &Problem) -> Self {
        let members: Vec<&Truck> = trucks.iter().map(|truck| &problem.trucks[*truck]).collect();
        let working_days = |truck: &Truck| DaySet(truck.available.0 & !problem.horizon.closed.0).len();
        let truck_days: usize = members.iter().map(|truck| working_days(truck)).sum();
        let weighted = |amount: &dyn Fn(&Truck) -> i64| members.iter().map(|truck| amount(truck) * working_days(truck) as i64).sum::<i64>();
        let waste = weekly(problem).0 as f64;
        // One full load of each truck on each of its days carries so much; more loads are in proportion.
        let one_load_each = weighted(&|truck| truck.payload_limit.0) as f64;
        let loads_per_truck_day = if one_load_each > 0.0 { waste / one_load_each } else { f64::INFINITY };
        let loads = loads_per_truck_day * truck_days as f64;
        let shares = facility_shares(problem);
        Self {
            fleet,
            trucks: members.iter().map(|truck| truck.id.clone()).collect(),
            truck_days,
            payload_t: members.iter().map(|truck| truck.payload).sum::<Kilograms>().tonnes(),
            payload_with_reserve_t: members.iter().map(|truck| truck.payload_limit).sum::<Kilograms>().tonnes(),
            loads,
            loads_per_truck_day,
            hours_available: Seconds(weighted(&|truck| truck.work_limit.0)).hours(),
            hours_preparation: Seconds(weighted(&|truck| truck.preparation.0)).hours(),
            hours_stops: hours_of_stops(problem),
            hours_unloading: hours_of_unloading(problem, loads, waste / 1000.0, &shares),
            hours_travel_estimate: Travel { problem, trucks }.hours(loads, truck_days, &shares),
        }
    }

    /// Hours that the week needs, travel estimated.
    pub fn hours_needed(&self) -> f64 {
        self.hours_preparation + self.hours_stops + self.hours_unloading + self.hours_travel_estimate
    }
}

/// Need over supply of every resource, the scarcest first.
pub fn pressures(problem: &Problem, fleets: &[FleetNeed]) -> Vec<Pressure> {
    let waste = weekly(problem).0 as f64;
    let over = |capacity: Kilograms| if capacity.0 > 0 { waste / capacity.0 as f64 } else { f64::INFINITY };
    let mut pressures: Vec<Pressure> = Vec::new();
    let mut push = |resource: String, ratio: f64| pressures.push(Pressure { resource, ratio });
    for need in fleets {
        push(format!("hours-{}", need.fleet), need.hours_needed() / need.hours_available.max(f64::MIN_POSITIVE));
    }
    if furnace_capacity(problem).0 > 0 {
        push("furnace".to_owned(), over(furnace_capacity(problem)));
    }
    if let Some(capacity) = disposal_capacity(problem) {
        push("disposal".to_owned(), over(capacity));
    }
    pressures.sort_by(|a, b| b.ratio.total_cmp(&a.ratio));
    pressures
}

fn hours_of_stops(problem: &Problem) -> f64 {
    let visits = |point: &Point| required_visits(point, problem.horizon.n_days) as i64;
    let fixed: i64 = problem.points.iter().map(|point| point.service_fixed.0 * visits(point)).sum();
    let by_weight: f64 = problem.points.iter().map(|point| point.service_per_tonne.0 as f64 * point.weekly.tonnes()).sum();
    (fixed as f64 + by_weight) / 3600.0
}

fn hours_of_unloading(problem: &Problem, loads: f64, tonnes: f64, shares: &[f64]) -> f64 {
    let seconds = problem
        .facilities
        .iter()
        .zip(shares)
        .map(|(facility, share)| share * (loads * facility.unload_fixed.0 as f64 + tonnes * facility.unload_per_tonne.0 as f64));
    seconds.sum::<f64>() / 3600.0
}

/// Which share of the waste goes to each facility: what they burn to the furnaces, the rest to the others alike.
fn facility_shares(problem: &Problem) -> Vec<f64> {
    let waste = (weekly(problem).0 as f64).max(1.0);
    let mut shares: Vec<f64> = problem
        .facilities
        .iter()
        .map(|facility| facility.furnace.map_or(0.0, |furnace| furnace.burn_in_all(problem.horizon.n_days).0 as f64 / waste))
        .collect();
    let burnt: f64 = shares.iter().sum();
    let n_others = problem.facilities.iter().filter(|facility| facility.furnace.is_none()).count();
    if burnt >= 1.0 || n_others == 0 {
        let whole = if burnt > 0.0 { burnt } else { 1.0 };
        return shares.iter().map(|share| share / whole).collect();
    }
    for (share, facility) in shares.iter_mut().zip(&problem.facilities) {
        if facility.furnace.is_none() {
            *share = (1.0 - burnt) / n_others as f64;
        }
    }
    shares
}

/// The estimate of travel.
struct Travel<'a> {
    problem: &'a Problem,
    trucks: &'a [usize],
}

impl Travel<'_> {
    fn hours(&self, loads: f64, truck_days: usize, shares: &[f64]) -> f64 {
        let hauls: f64 = self.problem.facilities.iter().zip(shares).map(|(facility, share)| share * self.haul(facility.location)).sum();
        let homes: f64 = self.problem.facilities.iter().zip(shares).map(|(facility, share)| share * self.home(facility.location)).sum();
        let visits = |point: &Point| required_visits(point, self.problem.horizon.n_days) as f64;
        let between: f64 = self.problem.points.iter().map(|point| visits(point) * self.nearest(point.location)).sum();
        (loads * hauls + truck_days as f64 * homes + between) / 3600.0
    }

    /// Seconds from a facility to the middle of the waste and back.
    fn haul(&self, facility: usize) -> f64 {
        let points = &self.problem.points;
        let waste = (weekly(self.problem).0 as f64).max(1.0);
        let ways = points.iter().map(|point| {
            let there_and_back = self.seconds(facility, point.location) + self.seconds(point.location, facility);
            there_and_back * point.weekly.0 as f64 / waste
        });
        ways.sum()
    }

    /// Seconds from a facility to the nearest depot.
    fn home(&self, facility: usize) -> f64 {
        let ways = self.problem.depots.iter().map(|depot| self.seconds(facility, depot.location));
        ways.min_by(f64::total_cmp).unwrap_or(0.0)
    }

    /// Seconds to the nearest other point.
    fn nearest(&self, location: usize) -> f64 {
        let others = self.problem.points.iter().filter(|point| point.location != location);
        others.map(|point| self.seconds(location, point.location)).min_by(f64::total_cmp).unwrap_or(0.0)
    }

    /// Seconds of the way of the first truck that has one; 0 where none has.
    fn seconds(&self, from: usize, to: usize) -> f64 {
        let ways = self.trucks.iter().map(|truck| {
            let matrix = &self.problem.matrices[self.problem.trucks[*truck].profile];
            matrix.raw_duration(from, to)
        });
        ways.filter(|seconds| *seconds != UNREACHABLE).map(f64::from).next().unwrap_or(0.0)
    }
}
