//! Where a visit fits best, for every gap it may have, in one scan of a day.

use rand::{Rng, RngExt};

use super::draft::Draft;
use super::price::Prices;
use super::route::Leg;
use super::setup::{NO_UNLOAD, RATE_BITS, Setup, VisitSize};

/// One position in so many is overlooked at random (Christiaens and Vanden Berghe 2020, section 5.2: 1 %).
const MEAN_BETWEEN_BLINKS: u32 = 100;

/// A place in a truck-day and what a visit there costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub cost: i64,
    pub truck: usize,
    pub at: usize,
}

/// The best place for a visit after each gap; index gap − 1.
#[derive(Clone, Debug, Default)]
pub(super) struct BestPlaces {
    pub by_gap: Vec<Option<Place>>,
    /// The dearest of the best places; a position that costs as much by its detour alone is of no use.
    bound: i64,
    /// Positions until the next one that is overlooked.
    until_blink: u32,
}

/// A way to fit a stop in: extra seconds and extra cost, and how much room the trip it joins has.
#[derive(Clone, Copy)]
struct Fit {
    seconds: i64,
    cost: i64,
    room_kg: i64,
    room_litres: i64,
}

/// What is the same at every position of a truck-day.
struct TruckDay<'s> {
    truck: usize,
    day: usize,
    leg: Leg<'s>,
    home: usize,
    kg_limit: i64,
    litres_limit: i64,
    /// Working time and clock time left, after which every second is penalized.
    left: i64,
    /// Whether it has so few stops that every position is looked at.
    is_short: bool,
    /// Price of the usual tip at each gate, at the facility's present price.
    gate_price: [i64; MAX_GATES],
}

/// Routes of fewer stops are looked at everywhere.
const SHORT_ROUTE: usize = 8;
/// Spare time of a stop that has no window to miss: more than any route takes, and far from overflow.
const NEVER_LATE: i64 = 1 << 40;
/// Nearest points beside which a place is looked for.
const N_NEAR: usize = 12;
/// More facilities than this are not looked at when positions are compared (the arrangement of unloads knows them all).
const MAX_GATES: usize = 8;

impl BestPlaces {
    /// Scans the truck-days of `day` for the best places of `point`, for the gaps in `gaps` (bit gap − 1).
    pub fn scan(&mut self, draft: &Draft, prices: &Prices, point: usize, day: usize, gaps: u32, rng: &mut impl Rng) {
        let setup = draft.setup;
        self.by_gap.clear();
        self.by_gap.resize(setup.n_days, None);
        let gaps = gaps & setup.gaps_carried(point, day);
        if gaps == 0 {
            return;
        }
        self.bound = i64::MAX;
        let seen: Vec<Option<TruckDay>> =
            (0..setup.n_trucks).map(|truck| setup.serves(truck, day, point).then(|| TruckDay::new(draft, prices, truck, day))).collect();
        for neighbour in setup.near[point].iter().take(N_NEAR) {
            let Some(truck) = draft.truck_of(*neighbour as usize, day) else { continue };
            let Some(seen) = seen[truck].as_ref().filter(|seen| !seen.is_short) else { continue };
            let route = &draft.routes[setup.route(truck, day)];
            let Some(at) = route.stops.iter().position(|stop| stop == neighbour) else { continue };
            self.consider(draft, prices, seen, point, at, gaps, rng);
            self.consider(draft, prices, seen, point, at + 1, gaps, rng);
        }
        // Short routes are looked at everywhere, the others at their ends too; last, when the bound is tight.
        for seen in seen.iter().flatten() {
            let last = draft.routes[setup.route(seen.truck, day)].len();
            if seen.is_short {
                (0..=last).for_each(|at| self.consider(draft, prices, seen, point, at, gaps, rng));
            } else {
                self.consider(draft, prices, seen, point, 0, gaps, rng);
                self.consider(draft, prices, seen, point, last, gaps, rng);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the innermost loop of the search")]
    fn consider(&mut self, draft: &Draft, prices: &Prices, seen: &TruckDay, point: usize, at: usize, gaps: u32, rng: &mut impl Rng) {
        if self.until_blink == 0 {
            self.until_blink = rng.random_range(1..2 * MEAN_BETWEEN_BLINKS);
            return;
        }
        self.until_blink -= 1;
        let setup = draft.setup;
        let mut fits = [Fit::NONE; 3];
        let largest = setup.visit(point, seen.day, gaps.ilog2() as usize + 1);
        if !seen.fits(draft, point, at, largest, self.bound, &mut fits) {
            return;
        }
        let index = setup.route(seen.truck, seen.day);
        let (route, clock) = (&draft.routes[index], &draft.clocks[index]);
        let (spare, waiting) =
            if setup.has_windows && at < clock.spare.len() { (clock.spare[at], clock.waiting_after[at]) } else { (NEVER_LATE, 0) };
        let (early, late) = seen.off_window(draft, point, at);
        let new_day = if route.is_empty() { setup.problem.trucks[seen.truck].cost_per_day.0 } else { 0 };
        let mut bound = 0;
        for gap in (1..=setup.n_days).filter(|gap| gaps >> (gap - 1) & 1 == 1) {
            let size = setup.visit(point, seen.day, gap);
            let service = i64::from(size.service) + early;
            let mut best = self.by_gap[gap - 1].map_or(i64::MAX, |place| place.cost);
            for fit in &fits {
                if fit.cost >= best || !fit.admits(size) {
                    continue;
                }
                let seconds = fit.seconds + service;
                let over = (seconds - waiting - seen.left).max(0) - (-seen.left).max(0) + (seconds - spare.max(0)).max(0) + late;
                let cost = fit.cost + new_day + seen.leg.per_second(service) + prices.second_over * over;
                if cost < best {
                    best = cost;
                    self.by_gap[gap - 1] = Some(Place { cost, truck: seen.truck, at });
                }
            }
            bound = bound.max(best);
        }
        self.bound = bound;
    }
}

impl Fit {
    const NONE: Self = Self { seconds: 0, cost: i64::MAX, room_kg: -1, room_litres: -1 };

    fn admits(&self, size: VisitSize) -> bool {
        i64::from(size.kg) <= self.room_kg && i64::from(size.litres) <= self.room_litres
    }
}

impl<'s> TruckDay<'s> {
    fn new(draft: &Draft<'s>, prices: &Prices, truck: usize, day: usize) -> Self {
        let setup: &'s Setup<'s> = draft.setup;
        let vehicle = &setup.problem.trucks[truck];
        let index = setup.route(truck, day);
        let clock = &draft.clocks[index];
        // The clock lags behind while a move is under way; what the route grew since then comes on top.
        let grown = draft.routes[index].busy - clock.busy;
        let (work, end) = (clock.work + grown, clock.end.max(vehicle.shift.from.0) + grown);
        let mut gate_price = [0; MAX_GATES];
        let usual_tip = vehicle.payload_limit.0 * 3 / 4;
        for (gate, cost) in setup.gates(truck, day).iter().zip(&mut gate_price) {
            let full = draft.intake(day, gate.facility) + usual_tip > setup.limits[gate.facility].day;
            *cost = ((setup.kg_rate(prices, gate.facility) * usual_tip) >> RATE_BITS) + if full { prices.kg_over * usual_tip } else { 0 };
        }
        Self {
            truck,
            day,
            leg: Leg::new(setup, truck),
            home: setup.problem.depots[vehicle.depot].location,
            kg_limit: vehicle.payload_limit.0,
            litres_limit: vehicle.volume_limit.0,
            left: (vehicle.work_limit.0 - work).min(vehicle.shift.to.0 - end),
            is_short: draft.routes[index].len() < SHORT_ROUTE,
            gate_price,
        }
    }

    /// The ways to fit a stop in before position `at`: into the trip there, with an unload before or after it, or as a trip of its own.
    ///
    /// False where all of them cost `bound` or more.
    fn fits(&self, draft: &Draft, point: usize, at: usize, largest: VisitSize, bound: i64, fits: &mut [Fit; 3]) -> bool {
        let setup = draft.setup;
        let route = &draft.routes[setup.route(self.truck, self.day)];
        let here = setup.location(point);
        let before = if at == 0 { self.home } else { setup.location(route.stops[at - 1] as usize) };
        let after = if at == route.len() { self.home } else { setup.location(route.stops[at] as usize) };
        let whole = (self.kg_limit, self.litres_limit);
        let unload = if at == 0 { NO_UNLOAD } else { route.unload[at - 1] };
        let room = |j: usize| (self.kg_limit - i64::from(route.kg_of_trip[j]), self.litres_limit - i64::from(route.litres_of_trip[j]));
        let (to, on) = (self.direct(before, here), self.direct(here, after));
        if unload == NO_UNLOAD && at < route.len() {
            let direct = self.direct(before, after);
            // The way over a facility is no shorter than the direct one, so the detour bounds every fit.
            if to.1 + on.1 - direct.1 >= bound {
                return false;
            }
            fits[0] = Fit::of(room(at), &[to, on], direct);
            if fits[0].admits(largest) {
                return true;
            }
            let (kg, litres) = if at == 0 { (0, 0) } else { (i64::from(route.kg_so_far[at - 1]), i64::from(route.litres_so_far[at - 1])) };
            fits[1] = Fit::of((self.kg_limit - kg, self.litres_limit - litres), &[to, self.via(setup, here, after)], direct);
            if at > 0 {
                let room = room(at);
                fits[2] = Fit::of((room.0 + kg, room.1 + litres), &[self.via(setup, before, here), on], direct);
            }
            return true;
        }
        if route.is_empty() {
            let preparation = setup.problem.trucks[self.truck].preparation.0;
            let prepare = (preparation, self.leg.per_second(preparation));
            fits[0] = Fit::of(whole, &[to, self.via(setup, here, after), prepare], (0, 0));
            return true;
        }
        // An unload lies between, or the route ends without one.
        let present = self.via_facility(setup, before, after, unload);
        let via_on = self.via(setup, here, after);
        fits[0] = Fit::of(room(at - 1), &[to, via_on], present);
        if unload != NO_UNLOAD {
            let via_to = self.via(setup, before, here);
            if at < route.len() {
                fits[1] = Fit::of(room(at), &[via_to, on], present);
            }
            fits[2] = Fit::of(whole, &[via_to, via_on], present);
        }
        true
    }

    /// Seconds and cost of a leg.
    fn direct(&self, from: usize, to: usize) -> (i64, i64) {
        (self.leg.seconds(from, to), self.leg.cost(from, to))
    }

    /// Seconds and cost of the cheapest way over a facility; the direct way where there is no facility.
    fn via(&self, setup: &Setup, from: usize, to: usize) -> (i64, i64) {
        let gates = setup.gates(self.truck, self.day);
        let over = gates.iter().take(MAX_GATES).enumerate().map(|(g, _)| (g, self.via_gate(setup, from, to, g)));
        // The price of what is tipped decides which gate, but is no cost of the place: the waste is tipped wherever it is picked up.
        over.min_by_key(|(g, (_, cost))| cost + self.gate_price[*g]).map_or_else(|| self.direct(from, to), |(_, over)| over)
    }

    fn via_facility(&self, setup: &Setup, from: usize, to: usize, facility: u8) -> (i64, i64) {
        let gates = setup.gates(self.truck, self.day);
        match gates.iter().take(MAX_GATES).position(|gate| gate.facility == usize::from(facility)) {
            Some(g) => self.via_gate(setup, from, to, g),
            None => self.direct(from, to),
        }
    }

    fn via_gate(&self, setup: &Setup, from: usize, to: usize, g: usize) -> (i64, i64) {
        let gate = &setup.gates(self.truck, self.day)[g];
        let seconds = self.leg.seconds(from, gate.location) + gate.unload_fixed + self.leg.seconds(gate.location, to);
        let cost = self.leg.cost(from, gate.location) + self.leg.per_second(gate.unload_fixed) + self.leg.cost(gate.location, to);
        (seconds, cost)
    }

    /// Seconds by which the truck would be before and after the point's window, by the clock of the stop before.
    fn off_window(&self, draft: &Draft, point: usize, at: usize) -> (i64, i64) {
        let setup = draft.setup;
        if !setup.has_windows {
            return (0, 0);
        }
        let index = setup.route(self.truck, self.day);
        let (route, clock) = (&draft.routes[index], &draft.clocks[index]);
        let vehicle = &setup.problem.trucks[self.truck];
        let here = setup.location(point);
        let arrive = match at.checked_sub(1) {
            Some(j) if j < clock.stops.len() => clock.stops[j].end + self.leg.seconds(setup.location(route.stops[j] as usize), here),
            _ => vehicle.shift.from.0 + vehicle.preparation.0 + self.leg.seconds(self.home, here),
        };
        let (earliest, latest) = setup.window(point);
        ((earliest - arrive).max(0), (arrive - latest).max(0))
    }
}

impl Fit {
    fn of(room: (i64, i64), added: &[(i64, i64)], replaced: (i64, i64)) -> Self {
        let (seconds, cost) = added.iter().fold((0, 0), |sum, leg| (sum.0 + leg.0, sum.1 + leg.1));
        Self { seconds: seconds - replaced.0, cost: cost - replaced.1, room_kg: room.0, room_litres: room.1 }
    }
}
