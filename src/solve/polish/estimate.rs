//! What a truck-day would be worth if it were made of given pieces, without making it.

use super::outline::{Outline, Stretch, TripSums, Way, over_gate};
use super::piece::Piece;
use crate::constraint::ClockScope;
use crate::solve::draft::Draft;
use crate::solve::price::Prices;
use crate::solve::segment::{LoadSegment, TimeSegment};
use crate::solve::setup::{Gate, NO_UNLOAD};
use crate::units::proportion;

/// Facilities that are tried at one joint.
const MAX_CHOICES: usize = 4;

/// Reads pieces of a settled draft from the outlines of its truck-days.
#[derive(Clone, Copy)]
pub(super) struct Estimator<'e, 'a> {
    pub draft: &'e Draft<'a>,
    pub prices: &'e Prices,
    pub outlines: &'e [Outline],
    /// Sums of the truck-days as they are.
    pub present: &'e [Totals],
}

/// Sums of a whole truck-day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Totals {
    pub is_used: bool,
    metres: i64,
    /// From the start of preparation to the return, without queues and breaks, and when that is.
    duration: i64,
    end: i64,
    warp: i64,
    overload: i64,
    tipping: i64,
    passed_over: i64,
}

/// What a truck-day adds to the worth of the draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weight {
    pub cost: i64,
    pub passed_over: i64,
    pub seconds_over: i64,
    pub overload: i64,
}

impl Weight {
    #[inline]
    pub fn plus(self, other: Self) -> Self {
        Self {
            cost: self.cost + other.cost,
            passed_over: self.passed_over + other.passed_over,
            seconds_over: self.seconds_over + other.seconds_over,
            overload: self.overload + other.overload,
        }
    }

    #[inline]
    pub fn minus(self, other: Self) -> Self {
        Self {
            cost: self.cost - other.cost,
            passed_over: self.passed_over - other.passed_over,
            seconds_over: self.seconds_over - other.seconds_over,
            overload: self.overload - other.overload,
        }
    }

    /// Everything in đồng.
    #[inline]
    pub fn priced(self, prices: &Prices) -> i64 {
        self.cost + prices.passed_over * self.passed_over + prices.of_second_over(self.seconds_over) + prices.of_kg_over(self.overload)
    }
}

/// A truck-day that is being joined from pieces, up to its last stop so far.
#[derive(Clone, Copy)]
struct Run {
    is_used: bool,
    place: usize,
    way: Way,
    service: i64,
    kg: LoadSegment,
    litres: LoadSegment,
    trips: TripSums,
    clock: TimeSegment,
}

/// Facilities at which an unload may be made at a joint: those beside which the pieces were cut.
#[derive(Clone, Copy, Default)]
struct Choices {
    facilities: [u8; MAX_CHOICES],
    n: usize,
}

impl Choices {
    #[inline]
    fn add(&mut self, facility: u8) {
        if facility != NO_UNLOAD && self.n < MAX_CHOICES && !self.facilities[..self.n].contains(&facility) {
            self.facilities[self.n] = facility;
            self.n += 1;
        }
    }
}

/// Joins pieces for one truck-day and keeps the cheapest way to do it.
struct Joiner<'j, 'e, 'a> {
    estimator: Estimator<'e, 'a>,
    index: usize,
    truck: usize,
    limits: (i64, i64),
    gates: &'j [Gate],
    best: Option<(i64, Totals)>,
}

impl Estimator<'_, '_> {
    /// Sums of truck-day `index`, were it made of `pieces`, each of which its truck serves; nothing where they can't be joined.
    ///
    /// O(pieces), but where pieces come from a truck of other roads or limits or, with windows, from the midst of a truck-day: those are
    /// walked. Unloads at the joints are chosen among those that were there; all others stay. So it is exact where no truck unloads, and
    /// else what the truck-day costs at most before its unloads are placed anew.
    pub fn join(&self, index: usize, pieces: &[Piece]) -> Option<Totals> {
        let setup = self.draft.setup;
        let (truck, day) = (index % setup.n_trucks, index / setup.n_trucks);
        let (vehicle, hours) = (&setup.problem.trucks[truck], setup.hours(truck, day));
        let limits = (vehicle.payload_limit.0, vehicle.volume_limit.0);
        let mut joiner = Joiner { estimator: *self, index, truck, limits, gates: setup.gates(truck, day), best: None };
        let run = Run {
            is_used: false,
            place: setup.home(truck),
            way: Way::default(),
            service: 0,
            kg: LoadSegment::default(),
            litres: LoadSegment::default(),
            trips: TripSums::default(),
            clock: TimeSegment::event(vehicle.preparation.0, (hours.from.0, hours.to.0)),
        };
        joiner.join(run, pieces, Choices::default());
        joiner.best.map(|(_, totals)| totals)
    }

    /// What sums of a truck-day add to the worth of the draft: queues and breaks are taken to be as long as they are now.
    #[inline]
    pub fn weigh(&self, index: usize, totals: &Totals) -> Weight {
        let setup = self.draft.setup;
        if !totals.is_used {
            return Weight::default();
        }
        let (truck, day) = (index % setup.n_trucks, index / setup.n_trucks);
        let vehicle = &setup.problem.trucks[truck];
        let present = &self.present[index];
        let (mut work, mut end) = (totals.duration, totals.end);
        if setup.clock_scope != ClockScope::Sums && present.is_used {
            work += self.draft.clocks[index].work - present.duration;
            end += self.draft.clocks[index].end - present.end;
        }
        let mut cost = proportion(vehicle.cost_per_1000_km.0, totals.metres, 1_000_000) + vehicle.cost_per_day.0 + totals.tipping;
        if vehicle.cost_per_hour.0 > 0 {
            cost += proportion(vehicle.cost_per_hour.0, work, 3600);
        }
        let seconds_over = (work - vehicle.work_limit.0).max(0) + (end - setup.hours(truck, day).to.0).max(0) + totals.warp;
        Weight { cost, passed_over: totals.passed_over, seconds_over, overload: totals.overload }
    }

    /// The unload after a stop of a truck-day, if any.
    #[inline]
    fn unload_after(&self, route: usize, stops_before: usize) -> u8 {
        stops_before.checked_sub(1).map_or(NO_UNLOAD, |at| self.draft.routes[route].halts[at].unload)
    }
}

impl Joiner<'_, '_, '_> {
    fn join(&mut self, run: Run, pieces: &[Piece], mut choices: Choices) {
        let Some((piece, rest)) = pieces.split_first() else { return self.come_home(run, choices) };
        let (before, after) = self.unloads_beside(*piece);
        choices.add(before);
        let Some((stretch, first, last)) = self.read(*piece) else {
            // An empty piece: only the unload where it was cut is left of it. One that can't be read ends the matter.
            if matches!(piece, Piece::Stretch { first, end, .. } | Piece::Reversed { first, end, .. } if first == end) {
                self.join(run, rest, choices);
            }
            return;
        };
        let mut next_choices = Choices::default();
        next_choices.add(after);
        let (kg, litres) = (run.kg.last + stretch.kg.first, run.litres.last + stretch.litres.first);
        let fits = kg <= self.limits.0 && litres <= self.limits.1;
        if !run.is_used || fits || choices.n == 0 {
            self.join(self.append(run, &stretch, *piece, first, last), rest, next_choices);
        }
        if run.is_used {
            for facility in &choices.facilities[..choices.n] {
                if let Some(gate) = self.gate(*facility) {
                    self.join(self.append(self.unload(run, gate), &stretch, *piece, first, last), rest, next_choices);
                }
            }
        }
    }

    fn come_home(&mut self, run: Run, mut choices: Choices) {
        if !run.is_used || self.gates.is_empty() {
            return self.finish(run);
        }
        let n = self.estimator.draft.routes[self.index].len();
        choices.add(self.estimator.unload_after(self.index, n));
        let mut is_home = false;
        for facility in &choices.facilities[..choices.n] {
            if let Some(gate) = self.gate(*facility) {
                self.finish(self.unload(run, gate));
                is_home = true;
            }
        }
        if !is_home {
            self.gates.iter().for_each(|gate| self.finish(self.unload(run, gate)));
        }
    }

    /// The end of the day, at the depot.
    fn finish(&mut self, run: Run) {
        let setup = self.estimator.draft.setup;
        let vehicle = &setup.problem.trucks[self.truck];
        let mut totals = Totals::default();
        if run.is_used {
            let home = setup.home(self.truck);
            let way = run.way.plus(Way::direct(setup, self.truck, run.place, home));
            let loaded = if vehicle.home_empty { run.kg.last } else { 0 };
            totals = Totals {
                is_used: true,
                metres: way.metres,
                duration: vehicle.preparation.0 + way.seconds + run.service + run.trips.unloading,
                end: 0,
                warp: 0,
                overload: run.kg.total_excess(self.limits.0) + run.litres.total_excess(self.limits.1) + loaded,
                tipping: run.trips.tipping,
                passed_over: run.trips.passed_over,
            };
            totals.end = setup.hours(self.truck, self.index / setup.n_trucks).from.0 + totals.duration;
            if setup.has_windows {
                let clock =
                    run.clock.merge(setup.legs(self.truck).seconds(run.place, home), TimeSegment::event(0, (0, i64::from(i32::MAX))));
                (totals.duration, totals.end, totals.warp) = (clock.duration, clock.end(), clock.warp);
            }
        }
        let price = self.estimator.weigh(self.index, &totals).priced(self.estimator.prices);
        if self.best.is_none_or(|(best, _)| price < best) {
            self.best = Some((price, totals));
        }
    }

    #[inline]
    fn gate(&self, facility: u8) -> Option<&Gate> {
        self.gates.iter().find(|gate| gate.facility == usize::from(facility))
    }

    /// Drives to a gate and unloads.
    fn unload(&self, mut run: Run, gate: &Gate) -> Run {
        let setup = self.estimator.draft.setup;
        let trip = TripSums::trip(setup, self.truck, gate, run.kg.last, run.litres.last);
        if setup.has_windows {
            run.clock = over_gate(setup, self.truck, run.clock, run.place, gate, trip.unloading);
        }
        run.way = run.way.plus(Way::direct(setup, self.truck, run.place, gate.location));
        run.place = gate.location;
        run.trips = run.trips.plus(trip);
        run.kg = run.kg.merge(LoadSegment::UNLOAD, self.limits.0);
        run.litres = run.litres.merge(LoadSegment::UNLOAD, self.limits.1);
        run
    }

    /// Drives to a piece and through it.
    #[inline]
    fn append(&self, mut run: Run, stretch: &Stretch, piece: Piece, first: usize, last: usize) -> Run {
        let setup = self.estimator.draft.setup;
        if let Some(gate) = self.gate(stretch.first_facility) {
            let (kg, litres) = (run.kg.last + stretch.kg.first, run.litres.last + stretch.litres.first);
            run.trips = run.trips.plus(TripSums::trip(setup, self.truck, gate, kg, litres)).plus(stretch.inner);
        }
        if setup.has_windows {
            run.clock = self.drive(run.clock, run.place, piece);
        }
        run.way = run.way.plus(Way::direct(setup, self.truck, run.place, first)).plus(stretch.way);
        run.kg = run.kg.merge(stretch.kg, self.limits.0);
        run.litres = run.litres.merge(stretch.litres, self.limits.1);
        run.service += stretch.service;
        (run.place, run.is_used) = (last, true);
        run
    }

    /// The clock after a piece: joined where the piece's own is known, else walked.
    fn drive(&self, clock: TimeSegment, from: usize, piece: Piece) -> TimeSegment {
        let (setup, draft) = (self.estimator.draft.setup, self.estimator.draft);
        let legs = setup.legs(self.truck);
        match piece {
            Piece::Visit { point, size } => {
                let event = TimeSegment::event(i64::from(size.service), setup.window(point));
                clock.merge(legs.seconds(from, setup.location(point)), event)
            }
            Piece::Reversed { route, first, end } => {
                let halts = &draft.routes[route].halts[first..end];
                let walked = halts.iter().rev().fold((clock, from), |(clock, from), halt| {
                    let here = setup.location(halt.point as usize);
                    let event = TimeSegment::event(i64::from(halt.size.service), setup.window(halt.point as usize));
                    (clock.merge(legs.seconds(from, here), event), here)
                });
                walked.0
            }
            Piece::Stretch { route, first, end } => {
                let halts = &draft.routes[route].halts;
                if self.has_same_roads(route)
                    && let Some(own) = self.estimator.outlines[route].clock(first, end)
                {
                    return clock.merge(legs.seconds(from, setup.location(halts[first].point as usize)), own);
                }
                let (mut clock, mut place, mut kg) = (clock, from, 0);
                for (at, halt) in halts.iter().enumerate().take(end).skip(first) {
                    let here = setup.location(halt.point as usize);
                    let event = TimeSegment::event(i64::from(halt.size.service), setup.window(halt.point as usize));
                    clock = clock.merge(legs.seconds(place, here), event);
                    (place, kg) = (here, kg + i64::from(halt.size.kg));
                    if at + 1 < end
                        && let Some(gate) = self.gate(halt.unload)
                    {
                        clock = over_gate(setup, self.truck, clock, here, gate, gate.unload_time(kg));
                        (place, kg) = (gate.location, 0);
                    }
                }
                clock
            }
        }
    }

    fn has_same_roads(&self, route: usize) -> bool {
        let setup = self.estimator.draft.setup;
        let trucks = &setup.problem.trucks;
        trucks[route % setup.n_trucks].profile == trucks[self.truck].profile
    }

    /// Unloads before and after a piece, in the order in which it is driven now.
    #[inline]
    fn unloads_beside(&self, piece: Piece) -> (u8, u8) {
        if self.gates.is_empty() {
            return (NO_UNLOAD, NO_UNLOAD);
        }
        match piece {
            Piece::Stretch { route, first, end } => (self.estimator.unload_after(route, first), self.estimator.unload_after(route, end)),
            Piece::Reversed { route, first, end } => (self.estimator.unload_after(route, end), self.estimator.unload_after(route, first)),
            Piece::Visit { .. } => (NO_UNLOAD, NO_UNLOAD),
        }
    }

    /// A piece as this truck drives it, with its first and last place; nothing where it is empty or can't be driven so.
    #[inline]
    fn read(&self, piece: Piece) -> Option<(Stretch, usize, usize)> {
        let (setup, draft) = (self.estimator.draft.setup, self.estimator.draft);
        let (route, first, end, reversed) = match piece {
            Piece::Visit { point, size } => {
                let here = setup.location(point);
                let stretch = Stretch {
                    way: Way::default(),
                    kg: LoadSegment::collected(i64::from(size.kg)),
                    litres: LoadSegment::collected(i64::from(size.litres)),
                    service: i64::from(size.service),
                    first_facility: NO_UNLOAD,
                    inner: TripSums::default(),
                };
                return Some((stretch, here, here));
            }
            Piece::Stretch { route, first, end } => (route, first, end, false),
            Piece::Reversed { route, first, end } => (route, first, end, true),
        };
        let outline = &self.estimator.outlines[route];
        if first >= end || (reversed && !outline.is_of_one_trip(first, end)) {
            return None;
        }
        let mut stretch = outline.stretch(first, end);
        let place = |at: usize| setup.location(draft.routes[route].halts[at].point as usize);
        if !self.has_same_roads(route) {
            stretch.way = self.walk(route, first, end, reversed);
        } else if reversed {
            stretch.way = outline.way_back(first, end);
        }
        if stretch.kg.unloads && !self.takes_over_unloads(route, outline, first, end, &mut stretch) {
            return None;
        }
        Some(if reversed { (stretch, place(end - 1), place(first)) } else { (stretch, place(first), place(end - 1)) })
    }

    /// Sees to the unloads of a piece of another truck; whether this truck can make them.
    fn takes_over_unloads(&self, route: usize, outline: &Outline, first: usize, end: usize, stretch: &mut Stretch) -> bool {
        let setup = self.estimator.draft.setup;
        if setup.kind(route % setup.n_trucks) == setup.kind(self.truck) {
            return true;
        }
        (stretch.kg.excess, stretch.litres.excess) = (0, 0);
        for (kg, litres, facility) in outline.inner_trips(first, end) {
            stretch.kg.excess += (kg - self.limits.0).max(0);
            stretch.litres.excess += (litres - self.limits.1).max(0);
            if self.gate(facility).is_none() {
                return false;
            }
        }
        self.gate(stretch.first_facility).is_some()
    }

    /// Time and distance through a stretch, on this truck's roads.
    fn walk(&self, route: usize, first: usize, end: usize, reversed: bool) -> Way {
        let setup = self.estimator.draft.setup;
        let halts = &self.estimator.draft.routes[route].halts;
        (first + 1..end).fold(Way::default(), |way, at| {
            let (from, to) = (setup.location(halts[at - 1].point as usize), setup.location(halts[at].point as usize));
            let gate = self.gate(halts[at - 1].unload);
            way.plus(if reversed { Way::direct(setup, self.truck, to, from) } else { Way::over(setup, self.truck, from, to, gate) })
        })
    }
}
