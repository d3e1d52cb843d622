//! The plan that the search works on: changed in place, undone from a journal.

use super::changes::Changes;
use super::clock::{ClockSpace, Detail, RouteClock, run_day};
use super::price::Prices;
use super::route::{ArrangeSpace, DraftRoute, Intake};
use super::service::ServiceTotals;
use super::setup::Setup;
use super::snapshot::Snapshot;
use super::unused::UnusedTrucks;
use super::worth::Worth;
use crate::constraint::{ClockScope, Excess, RouteSums, TimedTip, WeekSums};
use crate::model::{DaySet, Objective};
use crate::units::{Kilograms, Seconds, Vnd, proportion};

/// A complete plan in the search's own terms. Invariants, whenever no move is under way: the days on which a point stands in
/// a route are those of its pattern; every load follows from the pattern; unloads, clocks and totals are up to date.
pub(super) struct Draft<'a> {
    pub setup: &'a Setup<'a>,
    /// Index of each point's pattern.
    pub pattern: Vec<u16>,
    /// Truck-days: `day · trucks + truck`.
    pub routes: Vec<DraftRoute>,
    /// Clocks of the truck-days; not run where the sums of the routes say all.
    pub clocks: Vec<RouteClock>,
    /// What each truck-day is worth, and all of them together.
    route_worth: Vec<RouteWorth>,
    total: RouteWorth,
    /// Where each visit is made: `point · T + day`.
    spots: Vec<Spot>,
    /// Kilograms by day and facility: `day · facilities + facility`; by facility in the week.
    intake: Vec<i64>,
    week_intake: Vec<i64>,
    /// Totals of service.
    service: ServiceTotals,
    /// What has changed in each truck-day and is not yet worked out.
    pending: Vec<Pending>,
    /// Visits and trucks used on each day.
    days: Vec<DayCount>,
    /// The unused trucks of each day and kind: bit sets of the kind's trucks.
    unused: UnusedTrucks,
    /// Truck-days that must stay as they are, while several searches share a plan.
    pub frozen: Vec<bool>,
    /// Kilograms that each truck-day may take on; below zero where it is frozen.
    room: Vec<i32>,
    /// Points that the search may begin with, where truck-days are frozen; all points otherwise.
    seeds: Option<Vec<u32>>,
    journal: Journal,
    arrange_space: ArrangeSpace,
    clock_space: ClockSpace,
    all_trucks: Vec<usize>,
    /// Tips at each facility, in order of time; only where it has a furnace.
    tips: Vec<Vec<TimedTip>>,
}

/// Truck and position of a visit, and what lies around it: all that a place beside it is first judged by, in one line of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(32))]
pub(super) struct Spot {
    pub truck: u32,
    pub at: u32,
    /// Locations before and after it.
    pub before: u32,
    pub after: u32,
    /// Costs of the direct legs to it and from it.
    pub cost_in: i32,
    pub cost_out: i32,
}

impl Spot {
    /// A visit that is not made.
    pub const NOWHERE: Self = Self { truck: u32::MAX, at: 0, before: 0, after: 0, cost_in: 0, cost_out: 0 };
}

/// What a truck-day adds to the worth of the draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct RouteWorth {
    cost: i64,
    not_burnt: i64,
    excess: Excess,
    /// Working time before penalties.
    left: i64,
}

/// What has changed in a truck-day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Pending {
    /// Stops or loads, since the sums were renewed.
    sums: bool,
    /// Stops or loads, since the unloads were placed at least cost.
    unloads: bool,
    /// Whether the journal keeps it as it was.
    kept: bool,
}

/// Visits and used trucks of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DayCount {
    pub visits: usize,
    pub trucks: usize,
}

/// What a draft comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Made {
    pub visits: i64,
    pub cost: i64,
    pub seconds: i64,
    pub kg: i64,
}

/// What must be put back to undo a move.
#[derive(Default)]
struct Journal {
    patterns: Vec<(usize, u16)>,
    /// Truck-days with a copy of what they were, in memory that is used again.
    touched: Vec<usize>,
    routes: Vec<DraftRoute>,
    left: Vec<i64>,
    /// Clocks and worth that were renewed, with what they were.
    reckoned: Vec<(usize, RouteWorth)>,
    clocks: Vec<RouteClock>,
    days_touched: u32,
    total: RouteWorth,
    intake: Vec<i64>,
    week_intake: Vec<i64>,
    is_open: bool,
}

impl<'a> Draft<'a> {
    /// The draft without any visit.
    pub fn new(setup: &'a Setup<'a>) -> Self {
        let n_routes = setup.n_trucks * setup.n_days;
        let n_facilities = setup.problem.facilities.len();
        let mut draft = Self {
            setup,
            pattern: vec![0; setup.n_points],
            routes: vec![DraftRoute::default(); n_routes],
            clocks: vec![RouteClock::default(); n_routes],
            route_worth: vec![RouteWorth::default(); n_routes],
            total: RouteWorth::default(),
            spots: vec![Spot::NOWHERE; setup.n_points * setup.n_days],
            intake: vec![0; setup.n_days * n_facilities],
            week_intake: vec![0; n_facilities],
            service: ServiceTotals::unserved(setup),
            pending: vec![Pending::default(); n_routes],
            days: vec![DayCount::default(); setup.n_days],
            unused: UnusedTrucks::new(setup),
            frozen: vec![false; n_routes],
            room: vec![0; n_routes],
            seeds: None,
            journal: Journal::default(),
            arrange_space: ArrangeSpace::default(),
            clock_space: ClockSpace::default(),
            all_trucks: (0..setup.n_trucks).collect(),
            tips: vec![Vec::new(); n_facilities],
        };
        for route in 0..n_routes {
            draft.route_worth[route] = draft.weigh(route);
            draft.renew_room(route);
        }
        draft
    }

    /// Days on which a point is visited.
    #[inline]
    pub fn days(&self, point: usize) -> u32 {
        self.setup.problem.points[point].patterns[usize::from(self.pattern[point])].days.0
    }

    /// Truck and position of a point's visit on a day.
    #[inline]
    pub fn spot(&self, point: usize, day: usize) -> Option<Spot> {
        let spot = self.spots[point * self.setup.n_days + day];
        (spot.truck != u32::MAX).then_some(spot)
    }

    /// Kilograms that a truck-day may take on at the most; below zero where it is frozen.
    #[inline]
    pub fn room(&self, route: usize) -> i32 {
        self.room[route]
    }

    fn renew_room(&mut self, route: usize) {
        let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
        let left = self.setup.problem.trucks[truck].payload_limit.0 - self.routes[route].kg;
        let room = if self.setup.is_strict(truck, day) { left.clamp(-1, i64::from(i32::MAX)) as i32 } else { i32::MAX };
        self.room[route] = if self.frozen[route] { -1 } else { room };
    }

    /// Visits and used trucks of a day.
    pub fn day_count(&self, day: usize) -> DayCount {
        self.days[day]
    }

    /// An unused truck of a kind on a day that is not frozen: the first one.
    #[inline]
    pub fn unused_truck(&self, kind: usize, day: usize) -> Option<usize> {
        self.unused.first(self.setup, kind, day, &self.frozen)
    }

    /// Seconds that may be added to a truck-day before each further one is penalized; negative where it is too long already.
    #[inline]
    pub fn time_left(&self, route: usize) -> i64 {
        self.route_worth[route].left
    }

    /// Number of points of a commune with just these days.
    #[inline]
    pub fn users_of_pattern(&self, commune: usize, days: u32) -> u32 {
        self.service.users_of_pattern(self.setup, commune, days)
    }

    /// Whether a commune is the one whose waste waits longest.
    pub fn is_worst_commune(&self, commune: usize) -> bool {
        self.service.is_worst_commune(commune)
    }

    /// Kilograms that a facility takes on a day.
    #[inline]
    pub fn intake(&self, day: usize, facility: usize) -> i64 {
        self.intake[day * self.setup.problem.facilities.len() + facility]
    }

    /// Draws a point, but none whose visits are frozen.
    pub fn draw_point(&self, rng: &mut impl rand::Rng) -> usize {
        use rand::RngExt;
        match &self.seeds {
            Some(seeds) if !seeds.is_empty() => seeds[rng.random_range(0..seeds.len())] as usize,
            _ => rng.random_range(0..self.setup.n_points),
        }
    }

    /// Freezes the truck-days that do not belong to `part`; the search begins with the points of the others; unserved points belong to
    /// the first part.
    pub fn freeze_all_but(&mut self, part: u8, part_of: &[u8]) {
        let mut seeds = self.seeds.take().unwrap_or_default();
        seeds.clear();
        for (index, owner) in part_of.iter().enumerate() {
            self.frozen[index] = *owner != part;
            self.renew_room(index);
            if *owner == part {
                seeds.extend(self.routes[index].halts.iter().map(|halt| halt.point));
            }
        }
        if part == 0 {
            let unserved = (0..self.setup.n_points as u32).filter(|point| self.days(*point as usize) == 0);
            seeds.extend(unserved.collect::<Vec<_>>());
        }
        self.seeds = Some(seeds);
    }

    /// Takes over what `other` has made of the truck-days of its `part`, on a problem of a single day. O(stops of the part).
    pub fn take_over(&mut self, other: &Self, part: u8, part_of: &[u8]) {
        debug_assert_eq!(self.setup.n_days, 1);
        let changed = |index: &usize| part_of[*index] == part && self.routes[*index].halts != other.routes[*index].halts;
        let changed: Vec<usize> = (0..part_of.len()).filter(changed).collect();
        for index in changed.iter().copied() {
            for halt in &self.routes[index].halts {
                self.spots[halt.point as usize] = Spot::NOWHERE;
            }
            self.days[0].visits = self.days[0].visits + other.routes[index].len() - self.routes[index].len();
            let (was, is) = (!self.routes[index].is_empty(), !other.routes[index].is_empty());
            self.days[0].trucks = self.days[0].trucks + usize::from(is) - usize::from(was);
            self.unused.set(self.setup, index, 0, !is);
            self.routes[index].copy_from(&other.routes[index]);
            self.total.count(&self.route_worth[index], -1);
            self.route_worth[index] = other.route_worth[index];
            self.total.count(&self.route_worth[index], 1);
            self.renew_room(index);
        }
        for index in changed.iter().copied() {
            self.number_stops(index);
        }
        for point in 0..self.setup.n_points {
            let served = self.spots[point] != Spot::NOWHERE;
            if served != (self.pattern[point] != 0) {
                let pattern = if served { other.pattern[point] } else { 0 };
                self.switch_pattern(point, usize::from(self.pattern[point]), usize::from(pattern));
            }
        }
    }

    /// Takes a point out of a day's route. Its pattern is left for the caller to set.
    pub fn take_out(&mut self, point: usize, day: usize) {
        let Some(spot) = self.spot(point, day) else { return };
        let (truck, at) = (spot.truck as usize, spot.at as usize);
        let route = self.touch(truck, day);
        self.routes[route].remove(self.setup, truck, at);
        self.spots[point * self.setup.n_days + day] = Spot::NOWHERE;
        self.number_stops_from(route, at);
        self.days[day].visits -= 1;
        if self.routes[route].is_empty() {
            self.days[day].trucks -= 1;
            self.unused.set(self.setup, truck, day, true);
        }
    }

    /// Puts a point into a day's route before position `at`, with the load of a visit after `gap` days.
    pub fn put_in(&mut self, point: usize, day: usize, gap: usize, truck: usize, at: usize) {
        let route = self.touch(truck, day);
        if self.routes[route].is_empty() {
            self.days[day].trucks += 1;
            self.unused.set(self.setup, truck, day, false);
        }
        self.routes[route].insert(self.setup, truck, at, point as u32, self.setup.visit(point, day, gap));
        self.number_stops_from(route, at);
        self.days[day].visits += 1;
    }

    /// Gives truck-days of one day other stops, among them those of the others; together they keep the visits that they had.
    ///
    /// Unloads, clocks and worth are for [`Draft::settle`] to renew. O(stops of the truck-days).
    pub fn rewrite<'s>(&mut self, routes: impl Iterator<Item = (usize, &'s [u32])> + Clone) {
        let setup = self.setup;
        for (index, _) in routes.clone() {
            self.touch(index % setup.n_trucks, index / setup.n_trucks);
            self.number_nowhere(index);
        }
        for (index, stops) in routes {
            let (day, truck) = (index / setup.n_trucks, index % setup.n_trucks);
            let was = self.routes[index].len();
            let pattern = &self.pattern;
            let sizes = stops.iter().map(|point| {
                let days = setup.problem.points[*point as usize].patterns[usize::from(pattern[*point as usize])].days;
                (*point, setup.visit(*point as usize, day, setup.gap(days.0, day)))
            });
            self.routes[index].rewrite(setup, truck, sizes);
            self.number_stops(index);
            self.days[day].visits = self.days[day].visits + stops.len() - was;
            self.days[day].trucks = self.days[day].trucks + usize::from(!stops.is_empty()) - usize::from(was > 0);
            self.unused.set(setup, truck, day, stops.is_empty());
        }
    }

    /// Gives two trucks each other's stops on a day, if they are two and each may serve them.
    pub fn exchange_trucks(&mut self, day: usize, first: usize, second: usize) {
        let setup = self.setup;
        let stops = |draft: &Self, truck: usize| -> Vec<u32> {
            let halts = draft.routes[setup.route(truck, day)].halts.iter();
            halts.map(|halt| halt.point).collect()
        };
        let (of_first, of_second) = (stops(self, first), stops(self, second));
        let serves = |truck: usize, points: &[u32]| points.iter().all(|point| setup.serves(setup.kind(truck), day, *point as usize));
        if first != second && serves(first, &of_second) && serves(second, &of_first) {
            self.rewrite([(setup.route(first, day), &of_second[..]), (setup.route(second, day), &of_first[..])].into_iter());
        }
    }

    /// Truck-days changed since the last [`Draft::keep`].
    pub fn touched(&self) -> &[usize] {
        &self.journal.touched
    }

    /// Truck-days changed since the last [`Draft::keep`], with what they were.
    pub fn touched_before(&self) -> impl Iterator<Item = (usize, &DraftRoute)> {
        self.journal.touched.iter().copied().zip(&self.journal.routes)
    }

    /// Points that have another pattern than at the last [`Draft::keep`].
    pub fn changed_patterns(&self) -> impl Iterator<Item = usize> {
        let patterns = &self.journal.patterns;
        let is_first = move |at: usize| !patterns[..at].iter().any(|(point, _)| *point == patterns[at].0);
        let changed = move |at: usize| is_first(at) && self.pattern[patterns[at].0] != patterns[at].1;
        (0..patterns.len()).filter(move |at| changed(*at)).map(|at| patterns[at].0)
    }

    /// Takes over from another draft of the same problem the truck-days and patterns in `changes`, and settles; the points that `other` visits there are
    /// those that it and this draft visit there, or have changed their pattern. O(stops of the truck-days + days touched).
    pub fn take_changes(&mut self, other: &Self, changes: &Changes) {
        let setup = self.setup;
        let routes = || changes.routes.iter().map(|route| *route as usize);
        for index in routes() {
            self.touch(index % setup.n_trucks, index / setup.n_trucks);
            self.number_nowhere(index);
        }
        for point in changes.points.iter().map(|point| *point as usize) {
            self.choose_pattern(point, usize::from(other.pattern[point]));
        }
        for index in routes() {
            let (day, truck) = (index / setup.n_trucks, index % setup.n_trucks);
            self.count_tips(index, -1);
            let (was, is) = (self.routes[index].len(), other.routes[index].len());
            self.routes[index].copy_from(&other.routes[index]);
            self.count_tips(index, 1);
            self.days[day].visits = self.days[day].visits + is - was;
            self.days[day].trucks = self.days[day].trucks + usize::from(is > 0) - usize::from(was > 0);
            self.unused.set(setup, truck, day, is == 0);
            self.pending[index] = Pending { sums: false, unloads: false, kept: true };
            self.renew_room(index);
            self.number_stops(index);
        }
        self.settle_clocks();
    }

    /// Gives a visit the load of another gap.
    pub fn resize(&mut self, point: usize, day: usize, gap: usize) {
        let Some(spot) = self.spot(point, day) else { return };
        let size = self.setup.visit(point, day, gap);
        let route = self.setup.route(spot.truck as usize, day);
        if self.routes[route].halts[spot.at as usize].size != size {
            self.touch(spot.truck as usize, day);
            self.routes[route].resize(spot.at as usize, size);
        }
    }

    /// Notes truck, position and surroundings of all stops of a route.
    fn number_stops(&mut self, route: usize) {
        (0..self.routes[route].len()).for_each(|at| self.number_stop(route, at));
    }

    /// The same where stops were put in or taken out at position `at` alone.
    fn number_stops_from(&mut self, route: usize, at: usize) {
        let day = route / self.setup.n_trucks;
        let n = self.routes[route].len();
        (at.saturating_sub(1)..(at + 2).min(n)).for_each(|at| self.number_stop(route, at));
        for (at, halt) in self.routes[route].halts.iter().enumerate().skip(at + 2) {
            self.spots[halt.point as usize * self.setup.n_days + day].at = at as u32;
        }
    }

    fn number_stop(&mut self, index: usize, at: usize) {
        let (day, truck) = (index / self.setup.n_trucks, index % self.setup.n_trucks);
        let route = &self.routes[index];
        let halt = &route.halts[at];
        self.spots[halt.point as usize * self.setup.n_days + day] = Spot {
            truck: truck as u32,
            at: at as u32,
            before: route.place_before(self.setup, truck, at) as u32,
            after: route.place_at(self.setup, truck, at + 1) as u32,
            cost_in: halt.leg.cost,
            cost_out: route.leg_to(at + 1).cost,
        };
    }

    /// Chooses a point's pattern and keeps the totals of service.
    pub fn choose_pattern(&mut self, point: usize, pattern: usize) {
        let old = usize::from(self.pattern[point]);
        if old == pattern {
            return;
        }
        self.open_journal();
        self.journal.patterns.push((point, old as u16));
        self.switch_pattern(point, old, pattern);
    }

    fn switch_pattern(&mut self, point: usize, old: usize, new: usize) {
        self.service.switch(self.setup, point, old, new);
        self.pattern[point] = new as u16;
    }

    /// Keeps a truck-day as it is in the journal, before its first change, and marks it as changed.
    fn touch(&mut self, truck: usize, day: usize) -> usize {
        let route = self.setup.route(truck, day);
        let pending = self.pending[route];
        if !pending.kept {
            self.open_journal();
            let n = self.journal.touched.len();
            if self.journal.routes.len() == n {
                self.journal.routes.push(DraftRoute::default());
            }
            self.journal.routes[n].copy_from(&self.routes[route]);
            self.journal.touched.push(route);
            self.journal.left.push(self.route_worth[route].left);
            self.journal.days_touched |= 1 << day;
        }
        self.pending[route] = Pending { sums: true, unloads: true, kept: true };
        route
    }

    fn open_journal(&mut self) {
        if !self.journal.is_open {
            self.journal.is_open = true;
            self.journal.total = self.total;
            self.journal.intake.clone_from(&self.intake);
            self.journal.week_intake.clone_from(&self.week_intake);
        }
    }

    /// Renews what follows from the stops of a changed truck-day, so that more can be inserted. The unloads stay where they are as
    /// long as every trip fits; [`Draft::settle`] places them at least cost.
    pub fn refresh(&mut self, route: usize, prices: &Prices) {
        if !std::mem::take(&mut self.pending[route].sums) {
            return;
        }
        let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
        let busy = self.routes[route].busy;
        self.count_tips(route, -1);
        self.routes[route].sum(self.setup, truck, day);
        self.count_tips(route, 1);
        if self.routes[route].trip_excess.kg > 0 && !self.setup.gates(truck, day).is_empty() {
            self.arrange(route, prices);
        }
        // The clock lags behind while a move is under way; what the route grew since then comes on top.
        self.route_worth[route].left -= self.routes[route].busy - busy;
        self.renew_room(route);
    }

    /// Places the unloads of a truck-day at least cost.
    fn arrange(&mut self, route: usize, prices: &Prices) {
        let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
        let n = self.setup.problem.facilities.len();
        self.count_tips(route, -1);
        let intake = Intake { day: &self.intake[day * n..(day + 1) * n], week: &self.week_intake };
        self.routes[route].arrange(self.setup, prices, truck, day, intake, &mut self.arrange_space);
        self.count_tips(route, 1);
        (self.pending[route].sums, self.pending[route].unloads) = (false, false);
    }

    /// Places the unloads of a day's trucks at least cost, one truck after the other.
    pub fn place_unloads_anew(&mut self, day: usize, prices: &Prices) {
        for truck in 0..self.setup.n_trucks {
            if !self.routes[self.setup.route(truck, day)].is_empty() {
                self.touch(truck, day);
            }
        }
        self.settle(prices);
    }

    /// Puts an unload after each stop of a truck-day as given, and settles.
    pub fn set_unloads(&mut self, truck: usize, day: usize, unloads: &[u8], prices: &Prices) {
        let route = self.touch(truck, day);
        self.count_tips(route, -1);
        self.routes[route].halts.iter_mut().zip(unloads).for_each(|(halt, unload)| halt.unload = *unload);
        self.routes[route].sum(self.setup, truck, day);
        self.count_tips(route, 1);
        (self.pending[route].sums, self.pending[route].unloads) = (false, false);
        self.settle(prices);
    }

    /// Adds what a truck-day tips to the intake of its day, or takes it away.
    fn count_tips(&mut self, route: usize, sign: i64) {
        let first = route / self.setup.n_trucks * self.setup.problem.facilities.len();
        for (facility, kg) in self.routes[route].tips() {
            self.intake[first + facility] += sign * kg;
            self.week_intake[facility] += sign * kg;
        }
    }

    /// Refreshes every truck-day that changed since the last [`Draft::keep`].
    pub fn refresh_all(&mut self, prices: &Prices) {
        for i in 0..self.journal.touched.len() {
            self.refresh(self.journal.touched[i], prices);
        }
    }

    /// Places the unloads of every changed truck-day, runs the clocks that this touches, and weighs them.
    pub fn settle(&mut self, prices: &Prices) {
        for i in 0..self.journal.touched.len() {
            let route = self.journal.touched[i];
            if self.pending[route].unloads {
                self.arrange(route, prices);
            }
        }
        self.settle_clocks();
    }

    /// Runs the clocks that changed truck-days touch, and weighs them.
    fn settle_clocks(&mut self) {
        match self.setup.clock_scope {
            ClockScope::Day => {
                for day in DaySet(self.journal.days_touched).iter() {
                    for truck in 0..self.setup.n_trucks {
                        self.keep_reckoning(self.setup.route(truck, day));
                    }
                    self.run_clock_of_day(day);
                }
            }
            ClockScope::Route => {
                for i in 0..self.journal.touched.len() {
                    let route = self.journal.touched[i];
                    self.keep_reckoning(route);
                    self.run_clock(route);
                }
            }
            ClockScope::Sums => {
                for i in 0..self.journal.touched.len() {
                    let route = self.journal.touched[i];
                    self.keep_reckoning(route);
                    self.reckon(route);
                }
            }
        }
    }

    /// Keeps clock and worth of a truck-day in the journal, before they are renewed.
    fn keep_reckoning(&mut self, route: usize) {
        let n = self.journal.reckoned.len();
        self.journal.reckoned.push((route, self.route_worth[route]));
        if self.setup.clock_scope == ClockScope::Sums {
            return;
        }
        if self.journal.clocks.len() == n {
            self.journal.clocks.push(RouteClock::default());
        }
        std::mem::swap(&mut self.journal.clocks[n], &mut self.clocks[route]);
    }

    fn run_clock_of_day(&mut self, day: usize) {
        let of_day = day * self.setup.n_trucks..(day + 1) * self.setup.n_trucks;
        let (routes, clocks) = (&self.routes[of_day.clone()], &mut self.clocks[of_day.clone()]);
        run_day(self.setup, day, &self.all_trucks, routes, clocks, Detail::Trips, &mut self.clock_space);
        of_day.for_each(|route| self.reckon(route));
    }

    /// Runs every clock so that each stop has its times.
    pub fn run_clocks_stop_by_stop(&mut self) {
        for day in 0..self.setup.n_days {
            let of_day = day * self.setup.n_trucks..(day + 1) * self.setup.n_trucks;
            for truck in 0..self.setup.n_trucks {
                self.routes[self.setup.route(truck, day)].sum_by_stops(self.setup, truck, day);
            }
            let (routes, clocks) = (&self.routes[of_day.clone()], &mut self.clocks[of_day]);
            run_day(self.setup, day, &self.all_trucks, routes, clocks, Detail::Stops, &mut self.clock_space);
        }
    }

    fn run_clock(&mut self, route: usize) {
        let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
        let of_day = day * self.setup.n_trucks..(day + 1) * self.setup.n_trucks;
        let (routes, clocks) = (&self.routes[of_day.clone()], &mut self.clocks[of_day]);
        run_day(self.setup, day, &[truck], routes, clocks, Detail::Trips, &mut self.clock_space);
        self.reckon(route);
    }

    /// Weighs a truck-day anew.
    fn reckon(&mut self, route: usize) {
        self.total.count(&self.route_worth[route], -1);
        self.route_worth[route] = self.weigh(route);
        self.total.count(&self.route_worth[route], 1);
    }

    fn weigh(&self, index: usize) -> RouteWorth {
        let problem = self.setup.problem;
        let sums = self.route_sums(index);
        let (truck, route) = (sums.truck, &self.routes[index]);
        if route.is_empty() {
            let left = truck.work_limit.0.min(sums.hours.to.0 - sums.hours.from.0);
            return RouteWorth { left, ..RouteWorth::default() };
        }
        let mut worth = RouteWorth {
            cost: proportion(truck.cost_per_1000_km.0, route.metres, 1_000_000) + truck.cost_per_day.0,
            not_burnt: 0,
            excess: route.trip_excess + self.clocks[index].excess + self.setup.rules.of_route(&sums),
            left: (truck.work_limit - sums.work).min(sums.hours.to - sums.end).0,
        };
        if truck.cost_per_hour.0 > 0 {
            worth.cost += proportion(truck.cost_per_hour.0, sums.work.0, 3600);
        }
        for (facility, kg) in route.tips() {
            worth.cost += proportion(problem.facilities[facility].tipping_per_tonne.0, kg, 1000);
            if self.setup.is_passed_over(facility) && problem.policy.burn_first {
                worth.not_burnt += kg;
            }
        }
        worth
    }

    /// What the rules may ask of a truck-day: by its clock, or as if the truck never waited.
    #[inline]
    fn route_sums(&self, index: usize) -> RouteSums<'a> {
        let (day, number) = (index / self.setup.n_trucks, index % self.setup.n_trucks);
        let truck = &self.setup.problem.trucks[number];
        let hours = self.setup.hours(number, day);
        if self.setup.clock_scope == ClockScope::Sums {
            let (start, busy) = (hours.from, Seconds(self.routes[index].busy));
            let driving = [Seconds(self.routes[index].driving), Seconds::ZERO];
            return RouteSums {
                truck,
                hours,
                start,
                leave: start + truck.preparation,
                end: start + busy,
                work: busy,
                driving,
                pause: None,
            };
        }
        let clock = &self.clocks[index];
        RouteSums {
            truck,
            hours,
            start: Seconds(clock.start),
            leave: Seconds(clock.leave),
            end: Seconds(clock.end),
            work: Seconds(clock.work),
            driving: clock.driving.map(Seconds),
            pause: clock.pause.map(|(_, _, start)| Seconds(start)),
        }
    }

    /// What the settled draft is worth. O(communes + unloads).
    pub fn worth(&mut self) -> Worth {
        let problem = self.setup.problem;
        let cost = self.total.cost + problem.policy.extra_pattern.0 * self.service.extra_patterns;
        self.list_tips();
        let week = WeekSums { problem, intake: &self.intake, tips: &self.tips, cost: Vnd(cost) };
        let excess = self.total.excess + self.setup.rules.of_week(&week);
        let (worst, worst_weighted) = self.service.weigh_worst_commune(self.setup);
        let n_days = self.setup.n_days as i64;
        Worth {
            objective: Objective {
                people_short: self.service.people_short,
                service_millidays: proportion(1000, self.service.squares, 2 * n_days * self.setup.people) + worst,
                not_burnt: Kilograms(self.total.not_burnt),
                cost: Vnd(cost),
            },
            seconds_over: excess.seconds,
            kg_over: excess.kg,
            squares: self.service.squares,
            worst_weighted,
        }
    }

    /// Visits, cost, working time and load of the settled draft.
    pub fn made(&self) -> Made {
        let of_day = |day: &DayCount| day.visits as i64;
        Made {
            visits: self.days.iter().map(of_day).sum(),
            cost: self.total.cost,
            seconds: self.routes.iter().map(|route| route.busy).sum(),
            kg: self.routes.iter().map(|route| route.kg).sum(),
        }
    }

    /// Seconds and kilograms by which a truck-day goes beyond its limits.
    pub fn fault(&self, route: usize) -> (i64, i64) {
        (self.route_worth[route].excess.seconds, self.route_worth[route].excess.kg)
    }

    /// Lists what is tipped before each furnace, in order of time.
    fn list_tips(&mut self) {
        let setup = self.setup;
        let week = setup.n_days as i64 * 86_400;
        for (facility, tips) in
            self.tips.iter_mut().enumerate().filter(|(facility, _)| setup.problem.facilities[*facility].furnace.is_some())
        {
            tips.clear();
            for (index, (route, clock)) in self.routes.iter().zip(&self.clocks).enumerate() {
                let midnight = (index / setup.n_trucks) as i64 * 86_400;
                let of_route = route.tips().zip(&clock.unloads).filter(|((at, _), _)| *at == facility);
                tips.extend(of_route.map(|((_, kg), times)| ((midnight + times.end).rem_euclid(week), kg)));
            }
            tips.sort_unstable();
        }
    }

    /// Keeps what was changed since the last call of this or of [`Draft::undo`].
    pub fn keep(&mut self) {
        let journal = &mut self.journal;
        journal.touched.drain(..).for_each(|route| self.pending[route].kept = false);
        journal.left.clear();
        journal.patterns.clear();
        journal.reckoned.clear();
        (journal.days_touched, journal.is_open) = (0, false);
    }

    /// Puts everything back as it was at the last call of this or of [`Draft::keep`].
    pub fn undo(&mut self) {
        if !self.journal.is_open {
            return;
        }
        for i in 0..self.journal.touched.len() {
            self.number_nowhere(self.journal.touched[i]);
        }
        for i in 0..self.journal.touched.len() {
            let route = self.journal.touched[i];
            std::mem::swap(&mut self.routes[route], &mut self.journal.routes[i]);
            self.pending[route] = Pending { sums: false, unloads: false, kept: true };
            self.number_stops(route);
            let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
            let (now, was) = (self.journal.routes[i].len(), self.routes[route].len());
            self.days[day].visits = self.days[day].visits + was - now;
            if (was == 0) != (now == 0) {
                self.days[day].trucks = self.days[day].trucks + usize::from(was > 0) - usize::from(now > 0);
                self.unused.set(self.setup, truck, day, was == 0);
            }
        }
        // A truck-day may have been reckoned several times: the first one kept is what it was.
        for i in (0..self.journal.reckoned.len()).rev() {
            let (route, worth) = self.journal.reckoned[i];
            self.route_worth[route] = worth;
            if self.setup.clock_scope != ClockScope::Sums {
                std::mem::swap(&mut self.journal.clocks[i], &mut self.clocks[route]);
            }
        }
        self.total = self.journal.total;
        std::mem::swap(&mut self.intake, &mut self.journal.intake);
        std::mem::swap(&mut self.week_intake, &mut self.journal.week_intake);
        while let Some((point, old)) = self.journal.patterns.pop() {
            self.switch_pattern(point, usize::from(self.pattern[point]), usize::from(old));
        }
        // Refreshing had changed what is left of a truck-day's working time.
        for i in 0..self.journal.touched.len() {
            self.route_worth[self.journal.touched[i]].left = self.journal.left[i];
            self.renew_room(self.journal.touched[i]);
        }
        self.keep();
    }

    fn number_nowhere(&mut self, route: usize) {
        let day = route / self.setup.n_trucks;
        for halt in &self.routes[route].halts {
            self.spots[halt.point as usize * self.setup.n_days + day] = Spot::NOWHERE;
        }
    }

    /// The decisions as they are.
    pub fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::default();
        self.write_snapshot(&mut snapshot);
        snapshot
    }

    /// Writes the decisions over a snapshot, keeping its memory.
    pub fn write_snapshot(&self, snapshot: &mut Snapshot) {
        snapshot.pattern.clone_from(&self.pattern);
        snapshot.clear_routes();
        for route in &self.routes {
            snapshot.push_route(route.halts.iter().map(|halt| (halt.point, halt.unload)));
        }
    }

    /// Takes over the decisions of a snapshot of the same problem, the unloads as they are there.
    pub fn restore(&mut self, snapshot: &Snapshot) {
        let setup = self.setup;
        for (point, pattern) in snapshot.pattern.iter().enumerate() {
            self.choose_pattern(point, usize::from(*pattern));
        }
        for index in 0..self.routes.len() {
            if !snapshot.is_route(index, self.routes[index].halts.iter().map(|halt| (halt.point, halt.unload)))
                || self.routes[index].halts.iter().any(|halt| !self.is_up_to_date(halt.point, halt.size, index))
            {
                self.rewrite_route(index, snapshot);
            }
        }
        for index in 0..self.journal.touched.len() {
            self.number_stops(self.journal.touched[index]);
        }
        match setup.clock_scope {
            ClockScope::Day => DaySet(self.journal.days_touched).iter().for_each(|day| self.run_clock_of_day(day)),
            ClockScope::Route => (0..self.journal.touched.len()).for_each(|i| self.run_clock(self.journal.touched[i])),
            ClockScope::Sums => (0..self.journal.touched.len()).for_each(|i| self.reckon(self.journal.touched[i])),
        }
        self.keep();
    }

    /// Whether a stop has the size that follows from its point's pattern.
    fn is_up_to_date(&self, point: u32, size: super::setup::VisitSize, route: usize) -> bool {
        let (point, day) = (point as usize, route / self.setup.n_trucks);
        let gap = self.setup.gap(self.days(point), day);
        gap > 0 && self.setup.visit(point, day, gap) == size
    }

    fn rewrite_route(&mut self, index: usize, snapshot: &Snapshot) {
        let setup = self.setup;
        let (day, truck) = (index / setup.n_trucks, index % setup.n_trucks);
        self.touch(truck, day);
        self.number_nowhere(index);
        self.count_tips(index, -1);
        let old = self.routes[index].len();
        let mut rebuilt = DraftRoute::default();
        for (at, (point, _)) in snapshot.route(index).enumerate() {
            let gap = setup.gap(self.days(point as usize), day);
            rebuilt.insert(setup, truck, at, point, setup.visit(point as usize, day, gap));
        }
        for (halt, (_, unload)) in rebuilt.halts.iter_mut().zip(snapshot.route(index)) {
            halt.unload = unload;
        }
        rebuilt.sum(setup, truck, day);
        self.days[day].visits = self.days[day].visits + rebuilt.len() - old;
        self.days[day].trucks = self.days[day].trucks + usize::from(!rebuilt.is_empty()) - usize::from(old > 0);
        self.unused.set(setup, truck, day, rebuilt.is_empty());
        self.routes[index] = rebuilt;
        self.renew_room(index);
        self.count_tips(index, 1);
        (self.pending[index].sums, self.pending[index].unloads) = (false, false);
    }
}

impl RouteWorth {
    fn count(&mut self, other: &Self, sign: i64) {
        self.cost += sign * other.cost;
        self.not_burnt += sign * other.not_burnt;
        if sign > 0 { self.excess += other.excess } else { self.excess -= other.excess }
    }
}
