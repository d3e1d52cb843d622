//! How a visit fits in at a place: what its ways cost and take, over a facility or not, and how much longer the truck-day may take there.

use super::Visitor;
use crate::solve::draft::Draft;
use crate::solve::legs::LegTable;
use crate::solve::price::Prices;
use crate::solve::route::DraftRoute;
use crate::solve::setup::{Gate, NO_UNLOAD, VisitSize};

/// Spare time of a stop that has no window to miss: more than any route takes, and far from overflow.
const NEVER_LATE: i64 = 1 << 40;

/// The ways to and from the point that is put in, over the facilities of a kind of truck; known once a truck of the kind was looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct GateWays {
    pub known: bool,
    pub ways: Vec<GateWay>,
}

/// A way over a facility, with the part of the unload's time that does not depend on the load.
#[derive(Clone, Copy, Debug)]
pub(super) struct GateWay {
    pub gate: usize,
    /// Price of what is usually tipped. It decides which gate, but is no cost of the place: the waste is tipped wherever it is picked up.
    pub tip: i64,
    /// Seconds and cost from the point to the end of the unload, and from the start of the unload to the point.
    pub to: (i64, i64),
    pub back: (i64, i64),
}

/// A way to fit a stop in: extra seconds and extra cost, and how much room the trip it joins has.
#[derive(Clone, Copy)]
pub(super) struct Fit {
    pub seconds: i64,
    pub cost: i64,
    pub room_kg: i64,
    pub room_litres: i64,
}

/// How much longer a truck-day may take at a place, and what the point's window asks for there.
pub(super) struct Slack {
    /// Working time that is left; below zero where the truck-day is too long already.
    left: i64,
    /// Seconds by which the stops from there on may be later, and those of them that the truck would wait anyway.
    spare: i64,
    waiting: i64,
    /// Seconds by which the truck would come before and after the window.
    pub early: i64,
    late: i64,
}

impl Slack {
    /// Of a place, by the clock of its truck-day as it is.
    pub fn of(draft: &Draft, visitor: &Visitor, truck: usize, at: usize) -> Self {
        let setup = visitor.setup;
        let index = setup.route(truck, visitor.day);
        let mut slack = Self { left: draft.time_left(index), spare: NEVER_LATE, waiting: 0, early: 0, late: 0 };
        if setup.has_windows {
            let clock = &draft.clocks[index];
            if at < clock.spare.len() {
                (slack.spare, slack.waiting) = (clock.spare[at].max(0), clock.waiting_after[at]);
            }
            (slack.early, slack.late) = off_window(draft, visitor, truck, at);
        }
        slack
    }

    /// Seconds beyond limits that so many more bring; never below zero.
    #[inline]
    pub fn over(&self, seconds: i64) -> i64 {
        let too_long = ((seconds - self.waiting).max(0) - self.left).max(0) - (-self.left).max(0);
        too_long + (seconds - self.spare).max(0) + self.late
    }

    /// No visit of any size costs less where its way costs and takes this much.
    #[inline]
    pub fn least_cost(&self, prices: &Prices, visitor: &Visitor, legs: &LegTable, cost: i64, seconds: i64) -> i64 {
        let service = i64::from(visitor.smallest.service) + self.early;
        cost + legs.per_second(service) + prices.of_second_over(self.over(seconds + service))
    }
}

impl Fit {
    const NONE: Self = Self { seconds: 0, cost: i64::MAX, room_kg: -1, room_litres: -1 };

    fn of(room: (i64, i64), added: &[(i64, i64)], replaced: (i64, i64)) -> Self {
        let (seconds, cost) = added.iter().fold((0, 0), |sum, leg| (sum.0 + leg.0, sum.1 + leg.1));
        Self { seconds: seconds - replaced.0, cost: cost - replaced.1, room_kg: room.0, room_litres: room.1 }
    }

    /// What of a visit goes beyond the room, in kilograms and litres; an overload that was there before does not count again.
    pub fn overload(&self, visit: VisitSize) -> i64 {
        let (kg, litres) = (i64::from(visit.kg), i64::from(visit.litres));
        (kg - self.room_kg.max(0)).max(0) + (litres - self.room_litres.max(0)).max(0)
    }

    fn admits(&self, visit: VisitSize) -> bool {
        i64::from(visit.kg) <= self.room_kg && i64::from(visit.litres) <= self.room_litres
    }
}

/// A place between two stops of a truck that unloads at facilities.
pub(super) struct Position<'s> {
    pub truck: usize,
    pub at: usize,
    pub before: usize,
    pub after: usize,
    pub legs: &'s LegTable,
    pub route: &'s DraftRoute,
    pub ways: &'s [GateWay],
}

impl Position<'_> {
    /// The ways to fit a stop in: into the trip there, with an unload before or after it, or as a trip of its own.
    pub fn fits(&self, visitor: &Visitor) -> [Fit; 3] {
        let (setup, route, at) = (visitor.setup, self.route, self.at);
        let vehicle = &setup.problem.trucks[self.truck];
        let limits = (vehicle.payload_limit.0, vehicle.volume_limit.0);
        let here = visitor.here;
        let room = |j: usize| {
            let halt = &route.halts[j];
            (limits.0 - i64::from(halt.kg_of_trip), limits.1 - i64::from(halt.litres_of_trip))
        };
        let (to, on) = (self.into(here, self.before), self.from(here, self.after));
        let mut fits = [Fit::NONE; 3];
        let unload = if at == 0 { NO_UNLOAD } else { route.halts[at - 1].unload };
        if unload == NO_UNLOAD && at < route.len() {
            let leg = route.leg_to(at);
            let direct = (i64::from(leg.seconds), i64::from(leg.cost));
            fits[0] = Fit::of(room(at), &[to, on], direct);
            if fits[0].admits(visitor.largest) {
                return fits;
            }
            let before = at.checked_sub(1).map_or((0, 0), |j| (route.halts[j].kg_so_far, route.halts[j].litres_so_far));
            let (kg, litres) = (i64::from(before.0), i64::from(before.1));
            fits[1] = Fit::of((limits.0 - kg, limits.1 - litres), &[to, self.via_on(visitor)], direct);
            if at > 0 {
                let room = room(at);
                fits[2] = Fit::of((room.0 + kg, room.1 + litres), &[self.via_to(visitor), on], direct);
            }
            return fits;
        }
        if route.is_empty() {
            let preparation = vehicle.preparation.0;
            let prepare = (preparation, self.legs.per_second(preparation));
            fits[0] = Fit::of(limits, &[to, self.via_on(visitor), prepare], (0, 0));
            return fits;
        }
        // An unload lies between, or the route ends without one.
        let present = match setup.gate(self.truck, visitor.day, unload) {
            Some(gate) => self.via_gate(gate),
            None => self.from(self.before, self.after),
        };
        let via_on = self.via_on(visitor);
        fits[0] = Fit::of(room(at - 1), &[to, via_on], present);
        if unload != NO_UNLOAD {
            let via_to = self.via_to(visitor);
            if at < route.len() {
                fits[1] = Fit::of(room(at), &[via_to, on], present);
            }
            fits[2] = Fit::of(limits, &[via_to, via_on], present);
        }
        fits
    }

    /// Seconds and cost of the leg to a place that many legs are asked for, and of one from it.
    #[inline]
    fn into(&self, place: usize, from: usize) -> (i64, i64) {
        (self.legs.seconds_into(place, from), self.legs.cost_into(place, from))
    }

    #[inline]
    fn from(&self, place: usize, to: usize) -> (i64, i64) {
        (self.legs.seconds(place, to), self.legs.cost(place, to))
    }

    /// Seconds and cost of the cheapest way from the point over a facility; the direct way where there is no facility.
    fn via_on(&self, visitor: &Visitor) -> (i64, i64) {
        let price = |way: &&GateWay| way.to.1 + self.legs.cost(way.gate, self.after) + way.tip;
        match self.ways.iter().min_by_key(price) {
            Some(way) => sum(way.to, self.from(way.gate, self.after)),
            None => self.from(visitor.here, self.after),
        }
    }

    /// The same to the point.
    fn via_to(&self, visitor: &Visitor) -> (i64, i64) {
        let price = |way: &&GateWay| self.legs.cost_into(way.gate, self.before) + way.back.1 + way.tip;
        match self.ways.iter().min_by_key(price) {
            Some(way) => sum(self.into(way.gate, self.before), way.back),
            None => self.into(visitor.here, self.before),
        }
    }

    /// Seconds and cost of the way over a gate that leaves the point out.
    fn via_gate(&self, gate: &Gate) -> (i64, i64) {
        let (there, on) = (self.into(gate.location, self.before), self.from(gate.location, self.after));
        (there.0 + gate.unload_fixed + on.0, there.1 + self.legs.per_second(gate.unload_fixed) + on.1)
    }
}

pub(super) fn sum(first: (i64, i64), second: (i64, i64)) -> (i64, i64) {
    (first.0 + second.0, first.1 + second.1)
}

/// Seconds by which the truck would be before and after the point's window, by the clock of the stop before.
fn off_window(draft: &Draft, visitor: &Visitor, truck: usize, at: usize) -> (i64, i64) {
    let setup = visitor.setup;
    if !setup.is_windowed(visitor.point) {
        return (0, 0);
    }
    let index = setup.route(truck, visitor.day);
    let (route, clock) = (&draft.routes[index], &draft.clocks[index]);
    let vehicle = &setup.problem.trucks[truck];
    let legs = setup.legs(truck);
    let arrive = match at.checked_sub(1).filter(|j| *j < clock.stops.len()) {
        Some(j) => clock.end_of(route, j) + legs.seconds(setup.location(route.halts[j].point as usize), visitor.here),
        None => setup.hours(truck, visitor.day).from.0 + vehicle.preparation.0 + legs.seconds(setup.home(truck), visitor.here),
    };
    let (earliest, latest) = setup.window(visitor.point);
    // A truck that has nothing else to do sets out later.
    let early = if route.is_empty() { 0 } else { (earliest - arrive).max(0) };
    (early, (arrive - latest).max(0))
}

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;
    use crate::solve::setup::Setup;
    use crate::solve::tests::random_district;

    #[test]
    fn no_place_costs_less_than_its_slack_says() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(2);
        let problem = random_district(3, 6, 2);
        let setup = Setup::new(&problem);
        let (prices, legs) = (Prices::new(&setup), setup.legs(0));
        let mut n_late = 0;
        for _ in 0..2000 {
            let (point, day) = (rng.random_range(0..6), rng.random_range(0..6));
            let visits = setup.visits(point, day);
            assert!(visits.is_sorted_by_key(|visit| visit.service));
            let visitor = Visitor {
                point,
                here: setup.location(point),
                day,
                sizes: (1 << visits.len()) - 1,
                smallest: visits[0],
                largest: visits[visits.len() - 1],
                setup: &setup,
            };
            let mut draw = |least: i64, most: i64| rng.random_range(least..most);
            let slack =
                Slack { left: draw(-3000, 3000), spare: draw(0, 3000), waiting: draw(0, 900), early: draw(0, 600), late: draw(0, 2) * 60 };
            let (cost, seconds) = (draw(-10_000, 90_000), draw(-600, 3000));
            let least = slack.least_cost(&prices, &visitor, legs, cost, seconds);
            for visit in visits {
                let service = i64::from(visit.service) + slack.early;
                let over = slack.over(seconds + service);
                assert!(over >= 0 && slack.over(seconds + service + 1) >= over);
                assert!(cost + legs.per_second(service) + prices.of_second_over(over) >= least);
                n_late += usize::from(over > 0);
            }
        }
        assert!(n_late > 1000, "{n_late}");
    }
}
