//! One truck-day of the draft: its stops, and the unloads between them placed at least cost.

use super::price::Prices;
use super::setup::{Gate, NO_UNLOAD, RATE_BITS, Rates, Setup};
use crate::matrix::UNREACHABLE;

/// A truck-day. `stops` and the figures of their visits are decisions; all else follows from them by [`DraftRoute::arrange`].
#[derive(Clone, Debug, Default)]
pub(super) struct DraftRoute {
    /// Points, in driving order.
    pub stops: Vec<u32>,
    /// Load of each stop.
    pub kg: Vec<i32>,
    pub litres: Vec<i32>,
    /// Service time of each stop.
    pub service: Vec<i32>,
    /// Facility that is visited after each stop, or [`NO_UNLOAD`].
    pub unload: Vec<u8>,
    /// Load since the last unload, the stop included.
    pub kg_so_far: Vec<i32>,
    pub litres_so_far: Vec<i32>,
    /// Load of the whole trip that the stop is part of.
    pub kg_of_trip: Vec<i32>,
    pub litres_of_trip: Vec<i32>,
    /// Distance of the route.
    pub metres: i64,
    /// Driving time of the route.
    pub driving: i64,
    /// Driving, service, unloading and preparation: working time without any waiting.
    pub busy: i64,
    /// What each unload tips: facility and kilograms, in driving order.
    pub tips: Vec<(u8, i64)>,
    /// Load beyond what the truck holds (only where no facility can be reached).
    pub overload: i64,
}

/// What facilities have taken elsewhere, so that a route's unloads can be priced.
#[derive(Clone, Copy)]
pub(super) struct Intake<'a> {
    /// Kilograms by facility on the route's day, without the route.
    pub day: &'a [i64],
    /// Kilograms by facility in the week, without the route.
    pub week: &'a [i64],
}

/// Working space of [`DraftRoute::arrange`], kept to spare allocations.
#[derive(Clone, Debug, Default)]
pub(super) struct ArrangeSpace {
    cost: Vec<i64>,
    from: Vec<(u32, u8)>,
    step: Vec<i64>,
    tip: Vec<Tipping>,
}

/// What tipping costs at a gate.
#[derive(Clone, Copy, Debug)]
struct Tipping {
    /// Price of a kilogram and of the crew's time for it; fixed-point.
    rate: i64,
    /// Whether a full truck could go beyond what the facility takes.
    bounded: bool,
}

impl DraftRoute {
    pub fn len(&self) -> usize {
        self.stops.len()
    }

    pub fn is_empty(&self) -> bool {
        self.stops.is_empty()
    }

    /// Copies from `other`, keeping this route's memory.
    pub fn copy_from(&mut self, other: &Self) {
        self.stops.clone_from(&other.stops);
        self.kg.clone_from(&other.kg);
        self.litres.clone_from(&other.litres);
        self.service.clone_from(&other.service);
        self.unload.clone_from(&other.unload);
        self.kg_so_far.clone_from(&other.kg_so_far);
        self.litres_so_far.clone_from(&other.litres_so_far);
        self.kg_of_trip.clone_from(&other.kg_of_trip);
        self.litres_of_trip.clone_from(&other.litres_of_trip);
        self.tips.clone_from(&other.tips);
        self.metres = other.metres;
        self.driving = other.driving;
        self.busy = other.busy;
        self.overload = other.overload;
    }

    /// Puts a stop before position `at`, into the trip of the stop that stands there now (at the end: into the last trip).
    pub fn insert(&mut self, at: usize, point: u32, size: super::setup::VisitSize) {
        self.stops.insert(at, point);
        self.kg.insert(at, size.kg);
        self.litres.insert(at, size.litres);
        self.service.insert(at, size.service);
        self.unload.insert(at, NO_UNLOAD);
        if at > 0 && at + 1 == self.len() {
            self.unload.swap(at - 1, at);
        }
    }

    /// Takes out the stop at position `at`; the unload after it moves to the stop before, if that one is of the same trip.
    pub fn remove(&mut self, at: usize) {
        self.stops.remove(at);
        self.kg.remove(at);
        self.litres.remove(at);
        self.service.remove(at);
        let unload = self.unload.remove(at);
        if at > 0 && self.unload[at - 1] == NO_UNLOAD {
            self.unload[at - 1] = unload;
        }
    }

    /// Changes the load of the stop at position `at`.
    pub fn resize(&mut self, at: usize, size: super::setup::VisitSize) {
        self.kg[at] = size.kg;
        self.litres[at] = size.litres;
        self.service[at] = size.service;
    }

    /// Places the unloads at least cost for the order of stops and renews everything that follows from it.
    ///
    /// Dynamic programming over the last unload: the best cost of the first `j` stops, ended by an unload, is the least over
    /// the trips `i+1 … j` that the truck can hold and over the facilities. Exact in driving time, distance, unloading time,
    /// price per tonne and the penalties of daily and weekly intake as seen by a single unload.
    /// After Hemmelmayr, Doerner, Hartl and Rath (2013), <https://doi.org/10.1016/j.ejor.2013.04.005>; there the price does not depend on the load.
    /// O(stops · stops of a trip · facilities).
    pub fn arrange(&mut self, setup: &Setup, prices: &Prices, truck: usize, day: usize, intake: Intake, space: &mut ArrangeSpace) {
        self.unload.fill(NO_UNLOAD);
        if !self.is_empty() && !setup.gates(truck, day).is_empty() {
            self.place_unloads(setup, prices, truck, day, intake, space);
        }
        self.sum_trips(setup, truck, day);
    }

    fn place_unloads(&mut self, setup: &Setup, prices: &Prices, truck: usize, day: usize, intake: Intake, space: &mut ArrangeSpace) {
        let n = self.len();
        let vehicle = &setup.problem.trucks[truck];
        let leg = Leg::new(setup, truck);
        let home = setup.problem.depots[vehicle.depot].location;
        let gates = setup.gates(truck, day);
        let (kg_limit, litres_limit) = (vehicle.payload_limit.0, vehicle.volume_limit.0);
        space.cost.clear();
        space.cost.resize(n + 1, i64::MAX);
        space.cost[0] = 0;
        space.from.clear();
        space.from.resize(n + 1, (0, NO_UNLOAD));
        // What each gate adds to the way on from stop j, whatever is tipped there.
        space.step.clear();
        for j in 0..n {
            let here = setup.location(self.stops[j] as usize);
            let next = if j + 1 < n { setup.location(self.stops[j + 1] as usize) } else { home };
            let direct = leg.cost(here, next);
            space.step.extend(
                gates
                    .iter()
                    .map(|gate| leg.cost(here, gate.location) + leg.cost(gate.location, next) - direct + leg.per_second(gate.unload_fixed)),
            );
        }
        space.tip.clear();
        space.tip.extend(gates.iter().map(|gate| {
            let limits = &setup.limits[gate.facility];
            let roomy = |used: i64, limit: i64| limit == i64::MAX || used + kg_limit <= limit;
            let second = setup.rates[truck].second;
            Tipping {
                rate: setup.kg_rate(prices, gate.facility) + ((gate.unload_rate * second) >> RATE_BITS),
                bounded: !(roomy(intake.day[gate.facility], limits.day) && roomy(intake.week[gate.facility], limits.week)),
            }
        }));
        for j in 1..=n {
            let (mut kg, mut litres) = (0, 0);
            let mut best = (i64::MAX, (0, NO_UNLOAD));
            for i in (0..j).rev() {
                kg += i64::from(self.kg[i]);
                litres += i64::from(self.litres[i]);
                let fits = kg <= kg_limit && litres <= litres_limit;
                if !fits && i + 1 < j {
                    break;
                }
                if space.cost[i] == i64::MAX {
                    continue;
                }
                for (g, gate) in gates.iter().enumerate() {
                    let tipping = space.tip[g];
                    let mut cost = space.cost[i] + space.step[(j - 1) * gates.len() + g] + ((tipping.rate * kg) >> RATE_BITS);
                    if tipping.bounded {
                        cost += prices.kg_over * intake_excess(setup, gate, kg, intake);
                    }
                    if cost < best.0 {
                        best = (cost, (i as u32, gate.facility as u8));
                    }
                }
                if !fits {
                    break;
                }
            }
            (space.cost[j], space.from[j]) = best;
        }
        let mut j = n;
        while j > 0 {
            let (i, facility) = space.from[j];
            self.unload[j - 1] = facility;
            j = i as usize;
        }
    }

    /// Renews the sums of trips, distance and time for the unloads as they are placed. O(stops).
    pub fn sum_trips(&mut self, setup: &Setup, truck: usize, day: usize) {
        let n = self.len();
        let vehicle = &setup.problem.trucks[truck];
        for sums in [&mut self.kg_so_far, &mut self.litres_so_far, &mut self.kg_of_trip, &mut self.litres_of_trip] {
            sums.clear();
            sums.resize(n, 0);
        }
        self.tips.clear();
        (self.metres, self.driving, self.overload, self.busy) = (0, 0, 0, 0);
        if n == 0 {
            return;
        }
        let leg = Leg::new(setup, truck);
        let home = setup.problem.depots[vehicle.depot].location;
        let gates = setup.gates(truck, day);
        self.busy = vehicle.preparation.0;
        let (mut at, mut kg, mut litres, mut first) = (home, 0, 0, 0);
        for j in 0..n {
            let here = setup.location(self.stops[j] as usize);
            self.drive(&leg, at, here);
            at = here;
            kg += self.kg[j];
            litres += self.litres[j];
            self.busy += i64::from(self.service[j]);
            (self.kg_so_far[j], self.litres_so_far[j]) = (kg, litres);
            let gate = gates.iter().find(|gate| gate.facility == usize::from(self.unload[j]));
            if gate.is_some() || j + 1 == n {
                self.kg_of_trip[first..=j].fill(kg);
                self.litres_of_trip[first..=j].fill(litres);
                self.overload += (i64::from(kg) - vehicle.payload_limit.0).max(0) + (i64::from(litres) - vehicle.volume_limit.0).max(0);
            }
            if let Some(gate) = gate {
                self.drive(&leg, here, gate.location);
                at = gate.location;
                self.busy += gate.unload_time(i64::from(kg));
                self.tips.push((gate.facility as u8, i64::from(kg)));
                (kg, litres, first) = (0, 0, j + 1);
            }
        }
        self.drive(&leg, at, home);
        if vehicle.home_empty && kg > 0 {
            self.overload += i64::from(kg);
        }
        self.busy += self.driving;
    }

    fn drive(&mut self, leg: &Leg, from: usize, to: usize) {
        self.driving += leg.seconds(from, to);
        self.metres += leg.metres(from, to);
    }
}

/// Kilograms by which a tip goes beyond what a facility takes in the day and in the week.
fn intake_excess(setup: &Setup, gate: &Gate, kg: i64, intake: Intake) -> i64 {
    let limits = &setup.limits[gate.facility];
    let over = |used: i64, limit: i64| (used + kg - limit.max(used)).max(0);
    over(intake.day[gate.facility], limits.day) + over(intake.week[gate.facility], limits.week)
}

/// Time and distance of one truck, and what they cost the search: to the đồng, rounded down (the worth of a draft is exact).
pub(super) struct Leg<'a> {
    matrix: &'a crate::matrix::Matrix,
    rates: Rates,
}

impl<'a> Leg<'a> {
    pub fn new(setup: &'a Setup, truck: usize) -> Self {
        Self { matrix: &setup.problem.matrices[setup.problem.trucks[truck].profile], rates: setup.rates[truck] }
    }

    #[inline]
    pub fn seconds(&self, from: usize, to: usize) -> i64 {
        let seconds = self.matrix.raw_duration(from, to);
        debug_assert_ne!(seconds, UNREACHABLE, "a truck is only sent where it has a way");
        i64::from(seconds)
    }

    #[inline]
    pub fn metres(&self, from: usize, to: usize) -> i64 {
        i64::from(self.matrix.raw_distance(from, to))
    }

    /// Cost of so much working time.
    #[inline]
    pub fn per_second(&self, seconds: i64) -> i64 {
        (self.rates.second * seconds) >> RATE_BITS
    }

    /// Cost of a leg: crew and kilometres.
    #[inline]
    pub fn cost(&self, from: usize, to: usize) -> i64 {
        (self.rates.second * self.seconds(from, to) + self.rates.metre * self.metres(from, to)) >> RATE_BITS
    }
}
