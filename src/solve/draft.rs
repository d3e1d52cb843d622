//! The plan that the search works on: changed in place, undone from a journal.
//!
//! Here is what it holds and how it is read. Its stops change in [`stops`], its unloads in [`unloads`]; [`reckoning`] says what that comes to, [`least`] what at the least, [`journal`] keeps or
//! undoes it, [`decisions`] writes it down, and [`sharing`] lets several searches work on one plan.

mod decisions;
mod journal;
mod least;
mod reckoning;
mod sharing;
mod stops;
mod unloads;

use super::clock::{ClockSpace, RouteClock};
use super::route::DraftRoute;
use super::service::ServiceTotals;
use super::setup::Setup;
use super::unloading::ArrangeSpace;
use super::unused::UnusedTrucks;
use crate::constraint::{Excess, TimedTip};

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
    /// Kilograms that each truck-day under way may take on, without end where loads may go beyond the limit; below zero where it is frozen or empty.
    room: Vec<i32>,
    /// Points that the search may begin with, where truck-days are frozen; all points otherwise.
    seeds: Option<Vec<u32>>,
    /// Points that no route visits and another search may put in, while several search parts of a plan.
    barred: Vec<bool>,
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
    /// Kilograms that go to facilities of lower priority.
    passed_over: i64,
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
    /// Whether it was changed and has been put back as it was.
    is_back: bool,
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
            barred: vec![false; setup.n_points],
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

    /// Kilograms that a truck-day under way may take on at the most; below zero where it is frozen or empty.
    #[inline]
    pub fn room(&self, route: usize) -> i32 {
        self.room[route]
    }

    /// The same of all truck-days of a day, by truck.
    #[inline]
    pub fn rooms(&self, day: usize) -> &[i32] {
        &self.room[day * self.setup.n_trucks..][..self.setup.n_trucks]
    }

    fn renew_room(&mut self, route: usize) {
        let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
        let left = self.setup.problem.trucks[truck].payload_limit.0 - self.routes[route].kg;
        let room = if self.setup.is_strict(truck, day) { left.clamp(-1, i64::from(i32::MAX)) as i32 } else { i32::MAX };
        self.room[route] = if self.frozen[route] || self.routes[route].is_empty() { -1 } else { room };
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

    /// Whether a point is left to another search, that may put it in.
    #[inline]
    pub fn is_barred(&self, point: usize) -> bool {
        self.barred[point]
    }

    /// Draws a point: where truck-days are frozen, one of those that the search may begin with, if there are any.
    pub fn draw_point(&self, rng: &mut impl rand::Rng) -> usize {
        use rand::RngExt;
        match &self.seeds {
            Some(seeds) if !seeds.is_empty() => seeds[rng.random_range(0..seeds.len())] as usize,
            _ => rng.random_range(0..self.setup.n_points),
        }
    }
}

#[cfg(test)]
impl Draft<'_> {
    /// Everything it holds between two moves, but for working space and the times of stops on trips that were not walked.
    pub fn state(&self) -> String {
        let clock = |clock: &RouteClock| (clock.start, clock.end, clock.work, clock.excess, clock.pause, clock.unloads.clone());
        let routes: Vec<_> = self.routes.iter().zip(&self.clocks).map(|(route, of_route)| (route.clone(), clock(of_route))).collect();
        let worth = (self.route_worth.clone(), self.total, self.service.clone());
        let places = (self.pattern.clone(), self.spots.clone(), self.days.clone(), self.unused.clone());
        let room = (self.intake.clone(), self.week_intake.clone(), self.room.clone(), self.pending.clone(), self.frozen.clone());
        format!("{routes:?} {worth:?} {places:?} {room:?}")
    }
}

impl RouteWorth {
    fn count(&mut self, other: &Self, sign: i64) {
        self.cost += sign * other.cost;
        self.passed_over += sign * other.passed_over;
        if sign > 0 { self.excess += other.excess } else { self.excess -= other.excess }
    }
}
