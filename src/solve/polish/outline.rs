//! Running sums of a truck-day, from which any stretch of it is read in O(1).

use crate::solve::draft::Draft;
use crate::solve::route::DraftRoute;
use crate::solve::segment::{LoadSegment, TimeSegment};
use crate::solve::setup::{Gate, NO_UNLOAD, Setup};
use crate::units::proportion;

/// Running sums of a truck-day.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    /// Sums up to each stop, and up to the end: one more than there are stops.
    marks: Vec<Mark>,
    /// Where the trips begin, and one more entry where the last one ends with an unload.
    trips: Vec<TripMark>,
    /// Cost of the way as it is driven into each position, the depot at the end included; with the time of an unload on the way.
    pub ways: Vec<i64>,
    /// Clocks of the stops up to each one and from each one on; only where there are windows.
    ahead: Vec<TimeSegment>,
    behind: Vec<TimeSegment>,
}

/// Sums over everything before a stop.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// Driven from the first stop to this one, over facilities where an unload lies between.
    way: Way,
    /// From this stop back to the first, the direct way.
    way_back: Way,
    /// Of the stops before this one.
    kg: i64,
    litres: i64,
    service: i64,
    /// Unloads before this stop.
    trip: u32,
}

/// Time and distance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Way {
    pub seconds: i64,
    pub metres: i64,
}

/// The begin of a trip, with the sums over all trips before it.
#[derive(Clone, Copy, Debug, Default)]
struct TripMark {
    /// First stop.
    first: u32,
    /// Facility at its end, or [`NO_UNLOAD`].
    facility: u8,
    sums: TripSums,
}

/// What trips add up to that end with an unload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TripSums {
    pub excess_kg: i64,
    pub excess_litres: i64,
    pub unloading: i64,
    pub tipping: i64,
    pub passed_over: i64,
}

/// A stretch of a truck-day as its pieces' neighbours see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub way: Way,
    pub kg: LoadSegment,
    pub litres: LoadSegment,
    pub service: i64,
    /// Facility of the first unload in it, or [`NO_UNLOAD`].
    pub first_facility: u8,
    /// The trips between two of its unloads.
    pub inner: TripSums,
}

impl Way {
    /// The direct way of a truck.
    #[inline]
    pub fn direct(setup: &Setup, truck: usize, from: usize, to: usize) -> Self {
        let leg = setup.legs(truck).leg(from, to);
        Self { seconds: i64::from(leg.seconds), metres: i64::from(leg.metres) }
    }

    /// The way over a gate, where there is one.
    #[inline]
    pub fn over(setup: &Setup, truck: usize, from: usize, to: usize, gate: Option<&Gate>) -> Self {
        match gate {
            None => Self::direct(setup, truck, from, to),
            Some(gate) => Self::direct(setup, truck, from, gate.location).plus(Self::direct(setup, truck, gate.location, to)),
        }
    }

    #[inline]
    pub fn plus(self, other: Self) -> Self {
        Self { seconds: self.seconds + other.seconds, metres: self.metres + other.metres }
    }

    #[inline]
    fn minus(self, other: Self) -> Self {
        Self { seconds: self.seconds - other.seconds, metres: self.metres - other.metres }
    }
}

impl TripSums {
    /// One trip that ends at a gate.
    #[inline]
    pub fn trip(setup: &Setup, truck: usize, gate: &Gate, kg: i64, litres: i64) -> Self {
        let vehicle = &setup.problem.trucks[truck];
        Self {
            excess_kg: (kg - vehicle.payload_limit.0).max(0),
            excess_litres: (litres - vehicle.volume_limit.0).max(0),
            unloading: gate.unload_time(kg),
            tipping: proportion(setup.problem.facilities[gate.facility].tipping_per_tonne.0, kg, 1000),
            passed_over: if setup.is_passed_over(gate.facility) { kg } else { 0 },
        }
    }

    #[inline]
    pub fn plus(self, other: Self) -> Self {
        Self {
            excess_kg: self.excess_kg + other.excess_kg,
            excess_litres: self.excess_litres + other.excess_litres,
            unloading: self.unloading + other.unloading,
            tipping: self.tipping + other.tipping,
            passed_over: self.passed_over + other.passed_over,
        }
    }

    #[inline]
    fn minus(self, other: Self) -> Self {
        Self {
            excess_kg: self.excess_kg - other.excess_kg,
            excess_litres: self.excess_litres - other.excess_litres,
            unloading: self.unloading - other.unloading,
            tipping: self.tipping - other.tipping,
            passed_over: self.passed_over - other.passed_over,
        }
    }
}

impl Outline {
    /// Sums a truck-day up anew, after it changed. O(stops).
    pub fn draw(&mut self, draft: &Draft, index: usize) {
        let setup = draft.setup;
        let (truck, day) = (index % setup.n_trucks, index / setup.n_trucks);
        let route = &draft.routes[index];
        self.marks.clear();
        self.trips.clear();
        self.ways.clear();
        self.trips.push(TripMark { first: 0, facility: NO_UNLOAD, sums: TripSums::default() });
        let mut mark = Mark::default();
        let mut trip_load = (0, 0);
        for (at, halt) in route.halts.iter().enumerate() {
            let here = setup.location(halt.point as usize);
            let gate = at.checked_sub(1).and_then(|before| gate_after(setup, route, truck, day, before));
            if at > 0 {
                let before = route.place_before(setup, truck, at);
                mark.way = mark.way.plus(Way::over(setup, truck, before, here, gate));
                mark.way_back = mark.way_back.plus(Way::direct(setup, truck, here, before));
            }
            if let Some(gate) = gate {
                mark.trip += 1;
                self.close_trip(setup, truck, gate, at, trip_load);
                trip_load = (0, 0);
            }
            self.marks.push(mark);
            self.ways.push(way_cost(setup, truck, route, at, gate));
            mark.kg += i64::from(halt.size.kg);
            mark.litres += i64::from(halt.size.litres);
            mark.service += i64::from(halt.size.service);
            trip_load.0 += i64::from(halt.size.kg);
            trip_load.1 += i64::from(halt.size.litres);
        }
        let n = route.len();
        let gate = n.checked_sub(1).and_then(|last| gate_after(setup, route, truck, day, last));
        if let Some(gate) = gate {
            mark.trip += 1;
            self.close_trip(setup, truck, gate, n, trip_load);
        }
        self.marks.push(mark);
        self.ways.push(if n == 0 { 0 } else { way_cost(setup, truck, route, n, gate) });
        if setup.has_windows {
            self.draw_clocks(setup, route, truck, day);
        }
    }

    fn close_trip(&mut self, setup: &Setup, truck: usize, gate: &Gate, next: usize, (kg, litres): (i64, i64)) {
        let trip = self.trips.last_mut().expect("the first trip begins at once");
        trip.facility = gate.facility as u8;
        let sums = trip.sums.plus(TripSums::trip(setup, truck, gate, kg, litres));
        self.trips.push(TripMark { first: next as u32, facility: NO_UNLOAD, sums });
    }

    fn draw_clocks(&mut self, setup: &Setup, route: &DraftRoute, truck: usize, day: usize) {
        let n = route.len();
        self.ahead.clear();
        for at in 0..n {
            let clock = self.event(setup, route, at);
            let joined = match at.checked_sub(1) {
                None => clock,
                Some(before) => self.pass(setup, route, truck, day, self.ahead[before], before, clock),
            };
            self.ahead.push(joined);
        }
        self.behind.clear();
        self.behind.resize(n, TimeSegment::default());
        for at in (0..n).rev() {
            let clock = self.event(setup, route, at);
            self.behind[at] = if at + 1 == n { clock } else { self.pass(setup, route, truck, day, clock, at, self.behind[at + 1]) };
        }
    }

    fn event(&self, setup: &Setup, route: &DraftRoute, at: usize) -> TimeSegment {
        let halt = &route.halts[at];
        TimeSegment::event(i64::from(halt.size.service), setup.window(halt.point as usize))
    }

    /// Joins clocks over the way from stop `before` to the next.
    #[expect(clippy::too_many_arguments, reason = "both sides of a leg, and whose it is")]
    fn pass(
        &self,
        setup: &Setup,
        route: &DraftRoute,
        truck: usize,
        day: usize,
        sofar: TimeSegment,
        before: usize,
        next: TimeSegment,
    ) -> TimeSegment {
        let (from, to) = (route.place_at(setup, truck, before), route.place_at(setup, truck, before + 1));
        match gate_after(setup, route, truck, day, before) {
            None => sofar.merge(setup.legs(truck).seconds(from, to), next),
            Some(gate) => {
                let trip = self.marks[before].trip;
                let unloading = self.trips[trip as usize + 1].sums.unloading - self.trips[trip as usize].sums.unloading;
                over_gate(setup, truck, sofar, from, gate, unloading).merge(setup.legs(truck).seconds(gate.location, to), next)
            }
        }
    }

    /// Stops `first..end` as their neighbours see them, in a truck of the same limits and roads as the truck-day's own; `first < end`.
    #[inline]
    pub fn stretch(&self, first: usize, end: usize) -> Stretch {
        let (from, to, last) = (self.marks[first], self.marks[end], self.marks[end - 1]);
        let mut stretch = Stretch {
            way: last.way.minus(from.way),
            kg: LoadSegment::collected(to.kg - from.kg),
            litres: LoadSegment::collected(to.litres - from.litres),
            service: to.service - from.service,
            first_facility: NO_UNLOAD,
            inner: TripSums::default(),
        };
        if from.trip != last.trip {
            let (after_first, of_last) = (self.trips[from.trip as usize + 1], self.trips[last.trip as usize]);
            let (cut, begin) = (self.marks[after_first.first as usize], self.marks[of_last.first as usize]);
            stretch.first_facility = self.trips[from.trip as usize].facility;
            stretch.inner = of_last.sums.minus(after_first.sums);
            let load = |first, last, excess| LoadSegment { unloads: true, first, last, excess };
            stretch.kg = load(cut.kg - from.kg, to.kg - begin.kg, stretch.inner.excess_kg);
            stretch.litres = load(cut.litres - from.litres, to.litres - begin.litres, stretch.inner.excess_litres);
        }
        stretch
    }

    /// Whether stops `first..end` are of one trip.
    #[inline]
    pub fn is_of_one_trip(&self, first: usize, end: usize) -> bool {
        self.marks[first].trip == self.marks[end - 1].trip
    }

    /// Time and distance from stop `end - 1` back to stop `first`.
    #[inline]
    pub fn way_back(&self, first: usize, end: usize) -> Way {
        self.marks[end - 1].way_back.minus(self.marks[first].way_back)
    }

    /// Numbers of the trips that end with an unload among stops `first..end`, but the first of them.
    pub fn inner_trips(&self, first: usize, end: usize) -> impl Iterator<Item = (i64, i64, u8)> {
        let trips = (self.marks[first].trip + 1) as usize..(self.marks[end - 1].trip as usize).max(self.marks[first].trip as usize + 1);
        trips.map(|trip| {
            let (begin, end) = (self.marks[self.trips[trip].first as usize], self.marks[self.trips[trip + 1].first as usize]);
            (end.kg - begin.kg, end.litres - begin.litres, self.trips[trip].facility)
        })
    }

    /// Stops where trips begin, and the number of stops at the end.
    pub fn trip_ends(&self, n_stops: usize) -> impl Iterator<Item = (usize, usize)> {
        let ends = self.trips[1..].iter().map(|trip| trip.first as usize).chain([n_stops]);
        self.trips.iter().map(|trip| trip.first as usize).zip(ends).filter(|(first, end)| first < end)
    }

    /// The clock of stops `first..end`, where it is kept: of the begin and of the end of the truck-day.
    #[inline]
    pub fn clock(&self, first: usize, end: usize) -> Option<TimeSegment> {
        if first == 0 {
            Some(self.ahead[end - 1])
        } else if end == self.behind.len() {
            Some(self.behind[first])
        } else {
            None
        }
    }
}

/// A clock up to the end of an unload.
#[inline]
pub(super) fn over_gate(setup: &Setup, truck: usize, sofar: TimeSegment, from: usize, gate: &Gate, unloading: i64) -> TimeSegment {
    let window = (gate.open.from.0, (gate.open.to.0 - unloading).max(gate.open.from.0));
    sofar.merge(setup.legs(truck).seconds(from, gate.location), TimeSegment::event(unloading, window))
}

/// The gate that a truck passes after a stop.
#[inline]
pub(super) fn gate_after<'s>(setup: &'s Setup, route: &DraftRoute, truck: usize, day: usize, at: usize) -> Option<&'s Gate> {
    let unload = route.halts[at].unload;
    if unload == NO_UNLOAD { None } else { setup.gate(truck, day, unload) }
}

/// Cost of the way into a position, over a gate if there is one.
fn way_cost(setup: &Setup, truck: usize, route: &DraftRoute, at: usize, gate: Option<&Gate>) -> i64 {
    match gate {
        None => i64::from(route.leg_to(at).cost),
        Some(gate) => joint_cost(setup, truck, route.place_before(setup, truck, at), route.place_at(setup, truck, at), Some(gate)),
    }
}

/// Cost of the way between two places, over a gate if there is one, with the time that an unload takes at the least.
#[inline]
pub(super) fn joint_cost(setup: &Setup, truck: usize, from: usize, to: usize, gate: Option<&Gate>) -> i64 {
    let legs = setup.legs(truck);
    match gate {
        None => legs.cost(from, to),
        Some(gate) => legs.cost_into(gate.location, from) + legs.per_second(gate.unload_fixed) + legs.cost(gate.location, to),
    }
}
