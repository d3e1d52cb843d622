//! One truck-day of the draft: its stops, the unloads between them, and what they add up to.

use super::legs::Leg;
use super::setup::{NO_UNLOAD, Setup, VisitSize};
use crate::constraint::{ClockScope, Excess, TripSums};
use crate::model::{Load, Truck};
use crate::units::{Kilograms, Litres};

/// A stop of a truck-day. The point, its size and the unload after it are decisions; the sums follow from them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Halt {
    pub point: u32,
    pub size: VisitSize,
    /// The direct leg from the stop before, or from the depot; kept even where an unload lies between.
    pub leg: Leg,
    /// Load since the last unload, the stop included.
    pub kg_so_far: i32,
    pub litres_so_far: i32,
    /// Load of the whole trip that the stop is part of.
    pub kg_of_trip: i32,
    pub litres_of_trip: i32,
    /// Driving and service from the start of the trip to the end of service here.
    pub busy_so_far: i32,
    /// Facility that is visited after the stop, or [`NO_UNLOAD`].
    pub unload: u8,
}

/// Stops in a row that end with an unload (the last trip may do without).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TripSum {
    /// The stop after its last.
    pub end: u32,
    /// The facility, or [`NO_UNLOAD`].
    pub facility: u8,
    pub kg: i64,
    /// Driving and service from where the trip starts to its gate, or home.
    pub busy: i64,
    /// The driving in it.
    pub driving: i64,
    /// Whether a stop of it has a window.
    pub has_window: bool,
}

/// A truck-day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DraftRoute {
    /// Stops, in driving order.
    pub halts: Vec<Halt>,
    /// The direct leg from the last stop to the depot.
    pub way_home: Leg,
    /// Trips, in driving order; none where neither gates nor clock need them.
    pub trips: Vec<TripSum>,
    /// Time from the last unload to the depot.
    pub home_seconds: i64,
    /// Load of all stops.
    pub kg: i64,
    pub litres: i64,
    /// Service time of all stops.
    service: i64,
    /// Sums of the direct legs.
    direct_seconds: i64,
    direct_metres: i64,
    /// Distance of the route.
    pub metres: i64,
    /// Driving time of the route.
    pub driving: i64,
    /// Driving, service, unloading and preparation: working time without any waiting.
    pub busy: i64,
    /// How far the trips go beyond the rules.
    pub trip_excess: Excess,
}

impl DraftRoute {
    pub fn len(&self) -> usize {
        self.halts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.halts.is_empty()
    }

    /// The unloads: facility and kilograms, in driving order.
    pub fn tips(&self) -> impl Iterator<Item = (usize, i64)> {
        self.trips.iter().filter(|trip| trip.facility != NO_UNLOAD).map(|trip| (usize::from(trip.facility), trip.kg))
    }

    /// Copies from `other`, keeping this route's memory.
    pub fn copy_from(&mut self, other: &Self) {
        let (mut halts, mut trips) = (std::mem::take(&mut self.halts), std::mem::take(&mut self.trips));
        halts.clone_from(&other.halts);
        trips.clone_from(&other.trips);
        *self = Self { halts, trips, ..*other };
    }

    /// Location before position `at`: that of the stop before, or the depot.
    #[inline]
    pub fn place_before(&self, setup: &Setup, truck: usize, at: usize) -> usize {
        if at == 0 { setup.home(truck) } else { setup.location(self.halts[at - 1].point as usize) }
    }

    /// Location at position `at`: that of the stop there, or the depot.
    #[inline]
    pub fn place_at(&self, setup: &Setup, truck: usize, at: usize) -> usize {
        self.halts.get(at).map_or_else(|| setup.home(truck), |halt| setup.location(halt.point as usize))
    }

    /// Driving and service without any unload.
    pub fn busy_without_unloads(&self) -> i64 {
        self.direct_seconds + self.service
    }

    /// The direct leg to position `at`.
    #[inline]
    pub fn leg_to(&self, at: usize) -> Leg {
        self.halts.get(at).map_or(self.way_home, |halt| halt.leg)
    }

    /// Puts a stop before position `at`, into the trip of the stop that stands there now (at the end: into the last trip).
    pub fn insert(&mut self, setup: &Setup, truck: usize, at: usize, point: u32, size: VisitSize) {
        let here = setup.location(point as usize);
        let legs = setup.legs(truck);
        let old = self.leg_to(at);
        let to = legs.leg(self.place_before(setup, truck, at), here);
        let on = legs.leg(here, self.place_at(setup, truck, at));
        self.count_leg(to, 1);
        self.count_leg(on, 1);
        self.count_leg(old, -1);
        *self.halts.get_mut(at).map_or(&mut self.way_home, |halt| &mut halt.leg) = on;
        self.halts.insert(at, Halt { point, size, leg: to, unload: NO_UNLOAD, ..Halt::default() });
        self.count_size(size, 1);
        if at > 0 && at + 1 == self.len() {
            self.halts[at].unload = std::mem::replace(&mut self.halts[at - 1].unload, NO_UNLOAD);
        }
    }

    /// Takes out the stop at position `at`; the unload after it moves to the stop before, if that one is of the same trip.
    pub fn remove(&mut self, setup: &Setup, truck: usize, at: usize) {
        let halt = self.halts.remove(at);
        let on = self.leg_to(at);
        let joined = if self.is_empty() {
            Leg::default()
        } else {
            setup.legs(truck).leg(self.place_before(setup, truck, at), self.place_at(setup, truck, at))
        };
        self.count_leg(halt.leg, -1);
        self.count_leg(on, -1);
        self.count_leg(joined, 1);
        *self.halts.get_mut(at).map_or(&mut self.way_home, |halt| &mut halt.leg) = joined;
        self.count_size(halt.size, -1);
        if at > 0 && self.halts[at - 1].unload == NO_UNLOAD {
            self.halts[at - 1].unload = halt.unload;
        }
    }

    /// Replaces all stops; the trips are those of the old stops until they are summed up.
    pub fn rewrite(&mut self, setup: &Setup, truck: usize, stops: impl Iterator<Item = (u32, VisitSize)>) {
        let legs = setup.legs(truck);
        self.halts.clear();
        (self.kg, self.litres, self.service, self.direct_seconds, self.direct_metres) = (0, 0, 0, 0, 0);
        let mut from = setup.home(truck);
        for (point, size) in stops {
            let here = setup.location(point as usize);
            let leg = legs.leg(from, here);
            self.halts.push(Halt { point, size, leg, unload: NO_UNLOAD, ..Halt::default() });
            self.count_leg(leg, 1);
            self.count_size(size, 1);
            from = here;
        }
        self.way_home = if self.is_empty() { Leg::default() } else { legs.leg(from, setup.home(truck)) };
        self.count_leg(self.way_home, 1);
    }

    /// Changes the load of the stop at position `at`.
    pub fn resize(&mut self, at: usize, size: VisitSize) {
        self.count_size(self.halts[at].size, -1);
        self.count_size(size, 1);
        self.halts[at].size = size;
    }

    fn count_leg(&mut self, leg: Leg, sign: i64) {
        self.direct_seconds += sign * i64::from(leg.seconds);
        self.direct_metres += sign * i64::from(leg.metres);
    }

    fn count_size(&mut self, size: VisitSize, sign: i64) {
        self.kg += sign * i64::from(size.kg);
        self.litres += sign * i64::from(size.litres);
        self.service += sign * i64::from(size.service);
    }

    /// Renews the sums of trips, distance and time for the unloads as they are placed.
    ///
    /// O(stops); O(1) where no gate is near and the clock asks for sums only.
    pub fn sum(&mut self, setup: &Setup, truck: usize, day: usize) {
        self.trips.clear();
        (self.metres, self.driving, self.busy, self.home_seconds) = (0, 0, 0, 0);
        self.trip_excess = Excess::NONE;
        if self.is_empty() {
            return;
        }
        let gates = setup.gates(truck, day);
        if gates.is_empty() {
            self.sum_without_unloads(setup, truck);
        } else {
            self.sum_trips(setup, truck, day);
        }
    }

    /// As [`DraftRoute::sum`], with the trip of a truck that unloads nowhere even where the search does without.
    pub fn sum_by_stops(&mut self, setup: &Setup, truck: usize, day: usize) {
        self.sum(setup, truck, day);
        if self.trips.is_empty() && !self.is_empty() {
            self.sum_single_trip(setup);
        }
    }

    fn sum_without_unloads(&mut self, setup: &Setup, truck: usize) {
        let vehicle = &setup.problem.trucks[truck];
        (self.metres, self.driving) = (self.direct_metres, self.direct_seconds);
        self.busy = vehicle.preparation.0 + self.driving + self.service;
        self.trip_excess = setup.rules.of_trip(&trip_sums(vehicle, self.len(), (self.kg, self.litres), false));
        if setup.clock_scope != ClockScope::Sums {
            self.sum_single_trip(setup);
        }
    }

    fn sum_single_trip(&mut self, setup: &Setup) {
        let (mut busy, mut has_window) = (0, false);
        for halt in &mut self.halts {
            busy += halt.leg.seconds + halt.size.service;
            halt.busy_so_far = busy;
            has_window |= setup.has_windows && setup.is_windowed(halt.point as usize);
        }
        let busy = i64::from(busy + self.way_home.seconds);
        self.trips.push(TripSum { end: self.len() as u32, facility: NO_UNLOAD, kg: self.kg, busy, driving: self.driving, has_window });
    }

    fn sum_trips(&mut self, setup: &Setup, truck: usize, day: usize) {
        let vehicle = &setup.problem.trucks[truck];
        let legs = setup.legs(truck);
        let n = self.len();
        // Where a trip starts at a gate, the way to its first stop is not the direct one.
        let mut from_gate: Option<usize> = None;
        let (mut first, mut kg, mut litres, mut busy, mut driving, mut has_window) = (0, 0, 0, 0, 0, false);
        let (mut all_driving, mut all_metres, mut unloading) = (0, 0, 0);
        for j in 0..n {
            let halt = &mut self.halts[j];
            let leg = from_gate.take().map_or(halt.leg, |gate| legs.leg(gate, setup.location(halt.point as usize)));
            driving += i64::from(leg.seconds);
            all_metres += i64::from(leg.metres);
            kg += halt.size.kg;
            litres += halt.size.litres;
            busy += leg.seconds + halt.size.service;
            (halt.kg_so_far, halt.litres_so_far, halt.busy_so_far) = (kg, litres, busy);
            has_window |= setup.has_windows && setup.is_windowed(halt.point as usize);
            let (unload, here) = (halt.unload, halt.point);
            let is_last = j + 1 == n;
            let gate = if unload == NO_UNLOAD { None } else { setup.gate(truck, day, unload) };
            if gate.is_none() && !is_last {
                continue;
            }
            for halt in &mut self.halts[first..=j] {
                (halt.kg_of_trip, halt.litres_of_trip) = (kg, litres);
            }
            let load = (i64::from(kg), i64::from(litres));
            self.trip_excess += setup.rules.of_trip(&trip_sums(vehicle, j + 1 - first, load, gate.is_some()));
            let end = match gate {
                Some(gate) => {
                    unloading += gate.unload_time(i64::from(kg));
                    from_gate = Some(gate.location);
                    legs.leg(setup.location(here as usize), gate.location)
                }
                None => self.way_home,
            };
            driving += i64::from(end.seconds);
            all_metres += i64::from(end.metres);
            let facility = if gate.is_some() { unload } else { NO_UNLOAD };
            let busy_in_trip = i64::from(busy + end.seconds);
            self.trips.push(TripSum { end: j as u32 + 1, facility, kg: i64::from(kg), busy: busy_in_trip, driving, has_window });
            all_driving += driving;
            (first, kg, litres, busy, driving, has_window) = (j + 1, 0, 0, 0, 0, false);
        }
        if let Some(gate) = from_gate {
            let home = legs.leg(gate, setup.home(truck));
            self.home_seconds = i64::from(home.seconds);
            all_driving += self.home_seconds;
            all_metres += i64::from(home.metres);
        }
        (self.metres, self.driving) = (all_metres, all_driving);
        self.busy = vehicle.preparation.0 + all_driving + self.service + unloading;
    }
}

#[inline]
fn trip_sums(truck: &Truck, n_stops: usize, (kg, litres): (i64, i64), unloads: bool) -> TripSums<'_> {
    TripSums { truck, n_stops, load: Load { kg: Kilograms(kg), litres: Litres(litres) }, unloads }
}
