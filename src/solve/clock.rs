//! The exact clock of a day: waiting, breaks, opening hours and the queue at the bays.
//!
//! # Why
//!
//! Trucks meet only at the gates, so a day is simulated from gate arrival to gate arrival: the truck that arrives first
//! (ties: the lower index) takes the bay that is free first, then drives on to its next gate or home. That is first come,
//! first served, and costs O(unloads · trucks): between two gates the search adds up whole trips, and walks from stop to stop
//! only where a window or the break lies between. The plan's own clock walks everywhere.

use super::route::{DraftRoute, TripSum};
use super::setup::{Gate, NO_UNLOAD, Setup};
use crate::constraint::{Excess, StopSums, UnloadSums};
use crate::model::{BreakMoment, Window};
use crate::units::Seconds;

/// Clock times of one stop or unload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Times {
    pub arrive: i64,
    pub start: i64,
    pub end: i64,
}

/// A break: event (stops and unloads counted in driving order), before or after it, start.
pub(super) type Pause = (usize, BreakMoment, i64);

/// The clock of one truck-day.
#[derive(Clone, Debug, Default)]
pub(super) struct RouteClock {
    /// Stops, in driving order; of no meaning in trips that were not walked.
    pub stops: Vec<Times>,
    /// When each trip begins: the truck leaves the depot or a gate. Nothing where the trip was walked.
    pub trip_starts: Vec<Option<i64>>,
    /// Unloads, in driving order.
    pub unloads: Vec<Times>,
    pub pause: Option<Pause>,
    /// Start of preparation.
    pub start: i64,
    /// Leaving the depot.
    pub leave: i64,
    /// Return to the depot.
    pub end: i64,
    /// Working time.
    pub work: i64,
    /// Working time without any waiting, of the route as it was when the clock was run.
    pub busy: i64,
    /// Driving time up to the break and after it.
    pub driving: [i64; 2],
    /// How far the stops that were walked to and the unloads go beyond the rules.
    pub excess: Excess,
    /// How much later each stop may start without anything after it being late; waiting on the way is used up.
    pub spare: Vec<i64>,
    /// Waiting after each stop, at later stops and gates.
    pub waiting_after: Vec<i64>,
}

/// Working space of [`run_day`], kept to spare allocations.
#[derive(Clone, Debug, Default)]
pub(super) struct ClockSpace {
    travellers: Vec<Traveller>,
    bays: Vec<Vec<i64>>,
}

/// How closely a clock looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// Trips without windows and breaks are added up.
    Trips,
    /// Every stop gets its times.
    Stops,
}

/// A truck on its way to its next gate.
#[derive(Clone, Debug)]
struct Traveller {
    truck: usize,
    /// Next stop, and the trip that it is part of.
    stop: usize,
    trip: usize,
    /// Events passed.
    events: usize,
    /// Where the truck stands, and since when it is free to leave.
    location: usize,
    free: i64,
    /// Arrival at the gate, and which; nothing when the truck is home.
    gate: Option<(i64, Gate)>,
}

impl RouteClock {
    fn clear(&mut self) {
        self.trip_starts.clear();
        self.unloads.clear();
        self.pause = None;
        (self.start, self.leave, self.end) = (0, 0, 0);
        (self.work, self.busy, self.driving) = (0, 0, [0; 2]);
        self.excess = Excess::NONE;
    }
}

/// Simulates the trucks `active` on a day; none of the others may meet them. `routes` and `clocks` are those of the day, by truck.
pub(super) fn run_day(
    setup: &Setup,
    day: usize,
    active: &[usize],
    routes: &[DraftRoute],
    clocks: &mut [RouteClock],
    detail: Detail,
    space: &mut ClockSpace,
) {
    space.bays.resize(setup.problem.facilities.len(), Vec::new());
    for (bays, facility) in space.bays.iter_mut().zip(&setup.problem.facilities) {
        bays.clear();
        bays.resize(facility.bays, 0);
    }
    space.travellers.clear();
    for truck in active.iter().copied() {
        let route = &routes[truck];
        clocks[truck].clear();
        clocks[truck].stops.resize(route.len(), Times::default());
        if route.is_empty() {
            continue;
        }
        let mut traveller = set_out(setup, day, truck, &mut clocks[truck]);
        drive_to_gate(setup, day, &mut traveller, route, &mut clocks[truck], detail);
        space.travellers.push(traveller);
    }
    while let Some(traveller) = first_arrival(&mut space.travellers) {
        let (route, clock) = (&routes[traveller.truck], &mut clocks[traveller.truck]);
        if unload(setup, traveller, route, clock, &mut space.bays) {
            drive_to_gate(setup, day, traveller, route, clock, detail);
        }
    }
    for truck in active.iter().copied() {
        clocks[truck].busy = routes[truck].busy;
        // Once the first wait is gone, the next one is the first.
        while !routes[truck].is_empty() && set_out_later(setup, day, truck, routes, clocks) {}
        if setup.has_windows {
            measure_spare(setup, day, truck, &routes[truck], &mut clocks[truck]);
        }
    }
}

fn first_arrival(travellers: &mut [Traveller]) -> Option<&mut Traveller> {
    travellers
        .iter_mut()
        .filter(|traveller| traveller.gate.is_some())
        .min_by_key(|traveller| (traveller.gate.map(|(arrive, _)| arrive), traveller.truck))
}

fn set_out(setup: &Setup, day: usize, truck: usize, clock: &mut RouteClock) -> Traveller {
    let vehicle = &setup.problem.trucks[truck];
    clock.start = setup.hours(truck, day).from.0;
    clock.leave = clock.start + vehicle.preparation.0;
    Traveller { truck, stop: 0, trip: 0, events: 0, location: setup.problem.depots[vehicle.depot].location, free: clock.leave, gate: None }
}

/// The first wait of a truck-day: in which trip, after how many of the route's stops, whether at a stop or else at the trip's gate, and how long.
struct Wait {
    trip: usize,
    n_stops: usize,
    at_stop: bool,
    seconds: i64,
}

/// Lets a truck set out later rather than wait on paid time: for a window, a gate that is closed or a bay; whether its first wait is gone.
///
/// By the first wait at the most, by no more than leaves what comes before it in time, and not so late at a gate that another truck would notice: so nothing
/// changes after the wait, nor for any other truck. O(stops before the wait), and O(unloads of the day) for each gate up to there.
fn set_out_later(setup: &Setup, day: usize, truck: usize, routes: &[DraftRoute], clocks: &mut [RouteClock]) -> bool {
    let (route, clock) = (&routes[truck], &clocks[truck]);
    let mut spare = i64::MAX;
    let Some(wait) = first_wait(setup, truck, route, clock, &mut spare) else { return false };
    for (number, (trip, times)) in route.trips.iter().zip(&clock.unloads).enumerate().take(wait.trip + 1) {
        let waits_here = number == wait.trip;
        if waits_here && wait.at_stop {
            break;
        }
        let facility = usize::from(trip.facility);
        if !waits_here {
            spare = spare.min(setup.gate(truck, day, trip.facility).map_or(0, |gate| gate.open.to.0 - times.end));
        }
        if setup.problem.facilities[facility].bays >= setup.n_trucks {
            continue;
        }
        for (other, (its_route, its_clock)) in routes.iter().zip(clocks.iter()).enumerate().filter(|(other, _)| *other != truck) {
            for ((_, _), theirs) in its_route.tips().zip(&its_clock.unloads).filter(|((at, _), _)| *at == facility) {
                if waits_here && (theirs.arrive, other) > (times.arrive, truck) {
                    spare = spare.min(theirs.arrive - times.arrive - i64::from(other < truck));
                } else if !waits_here && theirs.end > times.arrive {
                    spare = spare.min(theirs.arrive - times.end);
                }
            }
        }
    }
    spare = spare.min(wait.seconds);
    if spare > 0 {
        clocks[truck].delay(spare, route, &wait);
    }
    spare == wait.seconds
}

/// The first wait, and by how much the stops before it may start later.
fn first_wait(setup: &Setup, truck: usize, route: &DraftRoute, clock: &RouteClock, spare: &mut i64) -> Option<Wait> {
    let rest = setup.problem.trucks[truck].break_length.0;
    let mut first = 0;
    for (number, trip) in route.trips.iter().enumerate() {
        let end = trip.end as usize;
        if clock.trip_starts[number].is_none() {
            for (j, times) in clock.stops[..end].iter().enumerate().skip(first) {
                // Stops and unloads are counted together.
                let seconds = times.start - times.arrive - clock.rest_before(j + number, times.arrive, rest);
                if seconds > 0 {
                    return Some(Wait { trip: number, n_stops: j, at_stop: true, seconds });
                }
                let point = route.halts[j].point as usize;
                if setup.is_windowed(point) {
                    *spare = (*spare).min(setup.window(point).1 - times.start);
                }
            }
        }
        let times = clock.unloads.get(number)?;
        if times.start > times.arrive {
            return Some(Wait { trip: number, n_stops: end, at_stop: false, seconds: times.start - times.arrive });
        }
        first = end;
    }
    None
}

impl Traveller {
    /// Drives on; before that takes the break, if the truck would next stand still only after it is due or after more driving without one than allowed.
    fn drive(&mut self, setup: &Setup, clock: &mut RouteClock, to: usize) -> i64 {
        let vehicle = &setup.problem.trucks[self.truck];
        let seconds = setup.legs(self.truck).seconds(self.location, to);
        let is_due = self.free + seconds > clock.leave + vehicle.break_latest.0 || self.drives_too_long(setup, clock, seconds);
        if clock.pause.is_none() && self.events > 0 && is_due {
            clock.pause = Some((self.events - 1, BreakMoment::After, self.free));
            self.free += vehicle.break_length.0;
        }
        clock.driving[usize::from(clock.pause.is_some())] += seconds;
        self.location = to;
        self.free + seconds
    }

    /// Adds up a trip without windows, where no break falls into it; whether that could be done. The truck then stands at its end.
    fn pass(&mut self, setup: &Setup, clock: &mut RouteClock, trip: TripSum) -> bool {
        let must_rest = self.must_rest_before(setup, clock, self.free + trip.busy) || self.drives_too_long(setup, clock, trip.driving);
        if trip.has_window || must_rest {
            return false;
        }
        clock.driving[usize::from(clock.pause.is_some())] += trip.driving;
        self.free += trip.busy;
        self.events += trip.end as usize - self.stop;
        self.stop = trip.end as usize;
        true
    }

    /// Whether the truck, which waits so long here, is under way for so long that it needs a break somewhere and has had none.
    fn rests_sooner_or_later(&self, setup: &Setup, clock: &RouteClock, route: &DraftRoute, waiting: i64) -> bool {
        let vehicle = &setup.problem.trucks[self.truck];
        clock.pause.is_none() && route.busy - vehicle.preparation.0 + waiting > vehicle.break_latest.0
    }

    /// Whether so much more driving without a break is longer than the law allows.
    fn drives_too_long(&self, setup: &Setup, clock: &RouteClock, seconds: i64) -> bool {
        clock.pause.is_none() && clock.driving[0] + seconds > setup.problem.trucks[self.truck].driving_limit_without_break.0
    }

    /// Whether the break must be taken before an event that ends at `end`: the next place to stand would be too late.
    fn must_rest_before(&self, setup: &Setup, clock: &RouteClock, end: i64) -> bool {
        clock.pause.is_none() && end > clock.leave + setup.problem.trucks[self.truck].break_latest.0
    }
}

/// Makes a trip up to its gate, or home.
fn drive_to_gate(setup: &Setup, day: usize, traveller: &mut Traveller, route: &DraftRoute, clock: &mut RouteClock, detail: Detail) {
    let Some(trip) = route.trips.get(traveller.trip).copied() else { return come_home(setup, traveller, clock) };
    traveller.trip += 1;
    let gate = setup.gate(traveller.truck, day, trip.facility);
    let start = traveller.free;
    let passed = detail == Detail::Trips && traveller.pass(setup, clock, trip);
    clock.trip_starts.push(passed.then_some(start));
    if !passed {
        walk(setup, traveller, route, trip, clock);
        traveller.free = traveller.drive(setup, clock, gate.map_or_else(|| setup.home(traveller.truck), |gate| gate.location));
    }
    match gate {
        Some(gate) => {
            traveller.location = gate.location;
            traveller.gate = Some((traveller.free, *gate));
        }
        None => be_home(setup, traveller, clock),
    }
}

/// Serves the stops of a trip one after the other.
fn walk(setup: &Setup, traveller: &mut Traveller, route: &DraftRoute, trip: TripSum, clock: &mut RouteClock) {
    let vehicle = &setup.problem.trucks[traveller.truck];
    while traveller.stop < trip.end as usize {
        let halt = &route.halts[traveller.stop];
        let point = halt.point as usize;
        let (earliest, latest) = setup.window(point);
        let arrive = traveller.drive(setup, clock, setup.location(point));
        let mut start = arrive.max(earliest);
        let service = i64::from(halt.size.service);
        let waits_for_window = start > arrive && traveller.rests_sooner_or_later(setup, clock, route, start - arrive);
        if traveller.must_rest_before(setup, clock, start + service) || waits_for_window {
            clock.pause = Some((traveller.events, BreakMoment::Before, arrive));
            start = (arrive + vehicle.break_length.0).max(earliest);
        }
        let end = start + service;
        let window = Window { from: Seconds(earliest), to: Seconds(latest) };
        clock.excess += setup.rules.at_stop(&StopSums { truck: vehicle, point, window, start: Seconds(start), end: Seconds(end) });
        clock.stops[traveller.stop] = Times { arrive, start, end };
        traveller.free = end;
        traveller.events += 1;
        traveller.stop += 1;
    }
}

/// Takes a bay, or the break before joining the queue; whether the truck has unloaded.
fn unload(setup: &Setup, traveller: &mut Traveller, route: &DraftRoute, clock: &mut RouteClock, bays: &mut [Vec<i64>]) -> bool {
    let (arrive, gate) = traveller.gate.expect("only trucks at a gate unload");
    let bay = bays[gate.facility].iter_mut().min().expect("a facility has a bay");
    let start = arrive.max(*bay).max(gate.open.from.0);
    let kg = route.trips[traveller.trip - 1].kg;
    let end = start + gate.unload_time(kg);
    let vehicle = &setup.problem.trucks[traveller.truck];
    // Where half of it would be spent waiting anyway, the break is taken at the gate.
    let rests_here =
        2 * (start - arrive) >= vehicle.break_length.0.max(1) && traveller.rests_sooner_or_later(setup, clock, route, start - arrive);
    if rests_here || traveller.must_rest_before(setup, clock, end) {
        clock.pause = Some((traveller.events, BreakMoment::Before, arrive));
        traveller.gate = Some((arrive + vehicle.break_length.0, gate));
        return false;
    }
    *bay = end;
    let unload = UnloadSums { truck: vehicle, facility: gate.facility, open: gate.open, start: Seconds(start), end: Seconds(end) };
    clock.excess += setup.rules.at_unload(&unload);
    clock.unloads.push(Times { arrive, start, end });
    traveller.free = end;
    traveller.events += 1;
    traveller.gate = None;
    true
}

fn come_home(setup: &Setup, traveller: &mut Traveller, clock: &mut RouteClock) {
    traveller.free = traveller.drive(setup, clock, setup.home(traveller.truck));
    be_home(setup, traveller, clock);
}

/// Ends a route at the depot.
fn be_home(setup: &Setup, traveller: &mut Traveller, clock: &mut RouteClock) {
    let vehicle = &setup.problem.trucks[traveller.truck];
    clock.end = traveller.free;
    traveller.gate = None;
    let rested = if clock.pause.is_some() { vehicle.break_length.0 } else { 0 };
    clock.work = clock.end - clock.start - rested;
}

/// Walks back from the end of the route: how much each stop may be delayed, and how much waiting lies after it.
fn measure_spare(setup: &Setup, day: usize, truck: usize, route: &DraftRoute, clock: &mut RouteClock) {
    clock.spare.resize(route.len(), 0);
    clock.waiting_after.resize(route.len(), 0);
    let (mut spare, mut waiting) = (setup.hours(truck, day).to.0 - clock.end, 0);
    for (number, trip) in route.trips.iter().enumerate().rev() {
        if trip.facility != NO_UNLOAD {
            let times = clock.unloads[number];
            let gate = setup.gate(truck, day, trip.facility);
            let closing = gate.map_or(i64::MAX, |gate| gate.open.to.0) - times.end;
            spare = spare.min(closing) + (times.start - times.arrive);
            waiting += times.start - times.arrive;
        }
        let first = number.checked_sub(1).map_or(0, |before| route.trips[before].end as usize);
        if clock.trip_starts[number].is_some() {
            clock.spare[first..trip.end as usize].fill(spare);
            clock.waiting_after[first..trip.end as usize].fill(waiting);
            continue;
        }
        for j in (first..trip.end as usize).rev() {
            clock.waiting_after[j] = waiting;
            let times = clock.stops[j];
            let pause = clock.pause.filter(|(_, moment, start)| *moment == BreakMoment::Before && *start == times.arrive);
            let rested = pause.map_or(0, |_| setup.problem.trucks[truck].break_length.0);
            let waited = (times.start - times.arrive - rested).max(0);
            let latest = setup.window(route.halts[j].point as usize).1 - times.start;
            spare = spare.min(latest);
            clock.spare[j] = spare;
            spare += waited;
            waiting += waited;
        }
    }
}

impl RouteClock {
    /// Length of the break that is taken on arrival at an event, if it is.
    fn rest_before(&self, event: usize, arrive: i64, length: i64) -> i64 {
        let here = self.pause.filter(|(at, moment, start)| *at == event && *moment == BreakMoment::Before && *start == arrive);
        here.map_or(0, |_| length)
    }

    /// Moves the start, and all that comes before a wait, to a later time; the arrival that is followed by the wait too.
    fn delay(&mut self, seconds: i64, route: &DraftRoute, wait: &Wait) {
        let later =
            |times: &mut Times| *times = Times { arrive: times.arrive + seconds, start: times.start + seconds, end: times.end + seconds };
        self.start += seconds;
        self.leave += seconds;
        self.work -= seconds;
        self.unloads[..wait.trip].iter_mut().for_each(later);
        let mut first = 0;
        for (number, trip) in route.trips[..=wait.trip].iter().enumerate() {
            let end = wait.n_stops.min(trip.end as usize);
            match &mut self.trip_starts[number] {
                Some(start) => *start += seconds,
                None => self.stops[first..end].iter_mut().for_each(later),
            }
            first = end;
        }
        let arrival = if wait.at_stop { &mut self.stops[wait.n_stops].arrive } else { &mut self.unloads[wait.trip].arrive };
        *arrival += seconds;
        // A break taken up to there moves along.
        let event_of_wait = wait.n_stops + wait.trip;
        if let Some((event, moment, start)) = &mut self.pause
            && (*event < event_of_wait || (*event == event_of_wait && *moment == BreakMoment::Before))
        {
            *start += seconds;
        }
    }

    /// End of service at a stop, as the clock was last run.
    pub fn end_of(&self, route: &DraftRoute, at: usize) -> i64 {
        let trip = route.trips.iter().position(|trip| at < trip.end as usize);
        match trip.and_then(|trip| self.trip_starts.get(trip).copied().flatten()) {
            Some(start) => start + i64::from(route.halts[at].busy_so_far),
            None => self.stops.get(at).map_or(0, |times| times.end),
        }
    }
}
