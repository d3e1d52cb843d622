//! Where a stop may go, cheapest first: an estimate, which the rules then judge.

use super::Disturbance;
use super::sketch::{Sketch, Slot, State};
use crate::constraint::{Place, RouteReplay};
use crate::model::{Load, Problem};
use crate::units::{Seconds, proportion};

/// A slot with what it costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer {
    pub slot: Slot,
    /// Whether the day changes.
    pub told: bool,
    /// Working time that it adds, about.
    pub extra: i64,
    /// Whether load and time seem to allow it.
    pub fits: bool,
}

/// The cheapest slot of each day and truck for a stop that waits on `from`; those that seem to fit first, then the same day first, then the
/// least time.
pub(super) fn offers(sketch: &Sketch, state: &State, disturbance: &Disturbance, point: usize, from: usize) -> Vec<Offer> {
    let problem = &sketch.problem;
    let asked = &problem.points[point];
    let mut offers = Vec::new();
    for day in asked.days_allowed.iter().filter(|day| !disturbance.is_over(*day)) {
        let days = state.replay.schedule[point];
        let is_free = day == from || !days.contains(day);
        if !is_free || disturbance.is_skipped(day) || problem.horizon.closed.contains(day) {
            continue;
        }
        let gap = days.without(from).with(day).gap(day, problem.horizon.n_days);
        let load = asked.load(day, gap, problem.horizon.n_days);
        for truck in 0..sketch.waiting {
            let can = asked.reached_by[truck] && problem.trucks[truck].available.contains(day);
            if can && !disturbance.is_down(truck, day) && !disturbance.locked_trucks[truck] {
                let visit = Wanted { problem, disturbance, point, load, day, truck };
                offers.extend(visit.best(state).map(|offer| Offer { told: day != from, ..offer }));
            }
        }
    }
    offers.sort_by_key(|offer| (!offer.fits, offer.told, offer.extra, offer.slot.day, offer.slot.truck));
    offers
}

/// A stop that looks for its place in one truck-day.
struct Wanted<'a> {
    problem: &'a Problem,
    disturbance: &'a Disturbance,
    point: usize,
    load: Load,
    day: usize,
    truck: usize,
}

impl Wanted<'_> {
    fn best(&self, state: &State) -> Option<Offer> {
        let index = state.plan.days[self.day].iter().position(|route| route.truck == self.truck);
        let route = index.map(|index| &state.replay.days[self.day][index]);
        let in_trips = route.map(|route| self.in_trips(route)).unwrap_or_default();
        let best = |offers: Vec<Offer>| offers.into_iter().min_by_key(|offer| (!offer.fits, offer.extra));
        best(in_trips.into_iter().chain(self.new_trips(route)).collect())
    }

    /// Between two halts of a trip that is still under way.
    fn in_trips(&self, route: &RouteReplay) -> Vec<Offer> {
        let mut offers = Vec::new();
        let done = self.events_done(route);
        let mut first = 0;
        for trip in 0..route.n_trips {
            let events = route.halts.iter().filter(|halt| halt.trip == trip).count();
            if events == 0 {
                continue;
            }
            let load: Load =
                route.halts[first..first + events].iter().filter(|halt| matches!(halt.place, Place::Point(_))).map(|halt| halt.load).sum();
            let ends_with_unload =
                route.halts[first + events - 1..first + events].iter().any(|halt| matches!(halt.place, Place::Facility(_)));
            let last = if ends_with_unload { events - 1 } else { events };
            for position in (0..=last).filter(|position| first + position >= done) {
                let Some(detour) = self.detour(route, first + position) else { continue };
                let extra = detour + self.service();
                let fits = self.carries(load + self.load) && self.has_time(route, extra);
                offers.push(self.offer(trip, position, 0, Seconds::ZERO, extra, fits));
            }
            first += events;
        }
        offers
    }

    /// A trip of its own, after all others.
    fn new_trips(&self, route: Option<&RouteReplay>) -> Vec<Offer> {
        let truck = &self.problem.trucks[self.truck];
        let depot = Place::Depot(truck.depot);
        let Some(open) = self.problem.depots[truck.depot].open[self.day] else { return Vec::new() };
        let is_today = self.day == self.disturbance.today;
        let start = truck.shift.from.max(open.from).max(if is_today { self.disturbance.time } else { Seconds::ZERO });
        let from = match route {
            // The truck is home again.
            Some(route) if is_today && route.end <= self.disturbance.time => return Vec::new(),
            Some(route) => route.halts.last().map_or(depot, |halt| halt.place),
            None => depot,
        };
        let mut offers = Vec::new();
        for (facility, asked) in self.problem.facilities.iter().enumerate() {
            if asked.open[self.day].is_none() || !asked.reached_by[self.truck] {
                continue;
            }
            let (here, gate) = (Place::Point(self.point), Place::Facility(facility));
            let legs = [self.leg(from, here), self.leg(here, gate), self.leg(gate, depot)];
            let [Some(there), Some(on), Some(home)] = legs else { continue };
            let free = route.map_or(start, |route| route.halts.last().map_or(route.leave, |halt| halt.end));
            if is_today && free.0 + there < self.disturbance.time.0 {
                continue;
            }
            let unload = asked.unload_fixed.0 + proportion(asked.unload_per_tonne.0, self.load.kg.0, 1000);
            let way = there + on + home + self.service() + unload;
            let (extra, fits) = match route {
                Some(route) => {
                    let extra = way - self.leg(from, depot).unwrap_or(0);
                    (extra, self.has_time(route, extra))
                }
                None => (way + truck.preparation.0, way + truck.preparation.0 <= truck.work_limit.0),
            };
            let n_trips = route.map_or(0, |route| route.n_trips);
            offers.push(self.offer(n_trips, 0, facility, start, extra, fits && self.carries(self.load)));
        }
        offers
    }

    fn offer(&self, trip: usize, position: usize, facility: usize, start: Seconds, extra: i64, fits: bool) -> Offer {
        let slot = Slot { day: self.day, truck: self.truck, trip, position, facility, start };
        Offer { slot, told: false, extra, fits }
    }

    /// How many stops and unloads of the route lie in the past.
    fn events_done(&self, route: &RouteReplay) -> usize {
        if self.day != self.disturbance.today {
            return 0;
        }
        let done = route.halts.iter().filter(|halt| halt.start < self.disturbance.time).count();
        if route.end <= self.disturbance.time { usize::MAX } else { done }
    }

    /// Time that a way by the point adds; nothing where there is none, or where the truck has passed already.
    fn detour(&self, route: &RouteReplay, event: usize) -> Option<i64> {
        let depot = Place::Depot(self.problem.trucks[self.truck].depot);
        let free = event.checked_sub(1).map_or(route.leave, |before| route.halts[before].end);
        let before = event.checked_sub(1).map_or(depot, |before| route.halts[before].place);
        let after = route.halts.get(event).map_or(depot, |halt| halt.place);
        let here = Place::Point(self.point);
        let there = self.leg(before, here)?;
        if self.day == self.disturbance.today && free.0 + there < self.disturbance.time.0 {
            return None;
        }
        Some(there + self.leg(here, after)? - self.leg(before, after)?)
    }

    fn leg(&self, from: Place, to: Place) -> Option<i64> {
        if from == to {
            return Some(0);
        }
        self.problem.duration(self.truck, from.location(self.problem), to.location(self.problem)).map(|time| time.0)
    }

    fn service(&self) -> i64 {
        let point = &self.problem.points[self.point];
        point.service_fixed.0 + proportion(point.service_per_tonne.0, self.load.kg.0, 1000)
    }

    fn carries(&self, load: Load) -> bool {
        let truck = &self.problem.trucks[self.truck];
        load.kg <= truck.payload_limit && load.litres <= truck.volume_limit
    }

    /// Whether the working time allows it, if waiting could be used for it.
    fn has_time(&self, route: &RouteReplay, extra: i64) -> bool {
        route.working().0 - route.waiting().0 + extra <= self.problem.trucks[self.truck].work_limit.0
    }
}
