//! The plan that the search works on: changed in place, undone from a journal.

use super::clock::{ClockSpace, RouteClock, run_day};
use super::price::Prices;
use super::route::{ArrangeSpace, DraftRoute, Intake};
use super::service::ServiceTotals;
use super::setup::Setup;
use super::worth::Worth;
use super::yard;
use crate::model::Objective;
use crate::units::{Kilograms, Vnd, proportion};

/// Marks a visit that is not made.
const NOWHERE: u32 = u32::MAX;

/// A complete plan in the search's own terms. Invariants, whenever no move is under way: the days on which a point stands in
/// a route are those of its pattern; every load follows from the pattern; unloads, clocks and totals are up to date.
pub(super) struct Draft<'a> {
    pub setup: &'a Setup<'a>,
    /// Index of each point's pattern.
    pub pattern: Vec<u16>,
    /// Truck-days: `day · trucks + truck`.
    pub routes: Vec<DraftRoute>,
    pub clocks: Vec<RouteClock>,
    /// Money and kilograms passed over the furnace of each day, as of its last clock.
    day_worth: Vec<DayWorth>,
    /// Truck of each visit, `point · T + day`, or [`NOWHERE`].
    truck_of: Vec<u32>,
    /// Kilograms by day and facility: `day · facilities + facility`.
    intake: Vec<i64>,
    /// Totals of service.
    service: ServiceTotals,
    /// Truck-days whose stops or loads changed since their sums were renewed.
    stale: Vec<bool>,
    /// Truck-days whose stops or loads changed since their unloads were placed at least cost.
    unplaced: Vec<bool>,
    journal: Journal,
    arrange_space: ArrangeSpace,
    clock_space: ClockSpace,
    tips: Vec<yard::Tip>,
    week: Vec<i64>,
}

/// What a day's routes add to the worth of the draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct DayWorth {
    cost: i64,
    not_burnt: i64,
    seconds_over: i64,
    overload: i64,
}

/// What must be put back to undo a move.
#[derive(Default)]
struct Journal {
    patterns: Vec<(usize, u16)>,
    days: Vec<usize>,
    /// Copies of the days' routes and clocks, in the order of `days`, in memory that is used again.
    routes: Vec<DraftRoute>,
    clocks: Vec<RouteClock>,
    day_worth: Vec<DayWorth>,
    intake: Vec<i64>,
}

/// The decisions of a draft, without anything that follows from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Snapshot {
    pub pattern: Vec<u16>,
    pub stops: Vec<Vec<u32>>,
    pub unload: Vec<Vec<u8>>,
}

impl<'a> Draft<'a> {
    /// The draft without any visit.
    pub fn new(setup: &'a Setup<'a>) -> Self {
        let n_routes = setup.n_trucks * setup.n_days;
        Self {
            setup,
            pattern: vec![0; setup.n_points],
            routes: vec![DraftRoute::default(); n_routes],
            clocks: vec![RouteClock::default(); n_routes],
            day_worth: vec![DayWorth::default(); setup.n_days],
            truck_of: vec![NOWHERE; setup.n_points * setup.n_days],
            intake: vec![0; setup.n_days * setup.problem.facilities.len()],
            service: ServiceTotals::unserved(setup),
            stale: vec![false; n_routes],
            unplaced: vec![false; n_routes],
            journal: Journal::default(),
            arrange_space: ArrangeSpace::default(),
            clock_space: ClockSpace::default(),
            tips: Vec::new(),
            week: Vec::new(),
        }
    }

    /// Days on which a point is visited.
    #[inline]
    pub fn days(&self, point: usize) -> u32 {
        self.setup.problem.points[point].patterns[usize::from(self.pattern[point])].days.0
    }

    /// The truck that visits a point on a day.
    #[inline]
    pub fn truck_of(&self, point: usize, day: usize) -> Option<usize> {
        let truck = self.truck_of[point * self.setup.n_days + day];
        (truck != NOWHERE).then_some(truck as usize)
    }

    /// Position of a visited point in its route. O(stops).
    #[inline]
    pub fn position(&self, point: usize, day: usize) -> Option<(usize, usize)> {
        let route = self.setup.route(self.truck_of(point, day)?, day);
        let at = self.routes[route].stops.iter().position(|stop| *stop == point as u32)?;
        Some((route, at))
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
    pub fn intake(&self, day: usize, facility: usize) -> i64 {
        self.intake[day * self.setup.problem.facilities.len() + facility]
    }

    /// Takes a point out of a day's route. Its pattern is left for the caller to set.
    pub fn take_out(&mut self, point: usize, day: usize) {
        let Some((route, at)) = self.position(point, day) else { return };
        self.remember_day(day);
        self.routes[route].remove(at);
        self.mark_changed(route);
        self.truck_of[point * self.setup.n_days + day] = NOWHERE;
    }

    /// Puts a point into a day's route before position `at`, with the load of a visit after `gap` days.
    pub fn put_in(&mut self, point: usize, day: usize, gap: usize, truck: usize, at: usize) {
        self.remember_day(day);
        let route = self.setup.route(truck, day);
        self.routes[route].insert(at, point as u32, self.setup.visit(point, day, gap));
        self.mark_changed(route);
        self.truck_of[point * self.setup.n_days + day] = truck as u32;
    }

    /// Gives a visit the load of another gap.
    pub fn resize(&mut self, point: usize, day: usize, gap: usize) {
        let Some((route, at)) = self.position(point, day) else { return };
        self.remember_day(day);
        self.routes[route].resize(at, self.setup.visit(point, day, gap));
        self.mark_changed(route);
    }

    /// Chooses a point's pattern and keeps the totals of service.
    pub fn choose_pattern(&mut self, point: usize, pattern: usize) {
        let old = usize::from(self.pattern[point]);
        if old == pattern {
            return;
        }
        self.journal.patterns.push((point, old as u16));
        self.switch_pattern(point, old, pattern);
    }

    fn switch_pattern(&mut self, point: usize, old: usize, new: usize) {
        self.service.switch(self.setup, point, old, new);
        self.pattern[point] = new as u16;
    }

    fn mark_changed(&mut self, route: usize) {
        (self.stale[route], self.unplaced[route]) = (true, true);
    }

    /// Renews what follows from the stops of a changed truck-day, so that more can be inserted. The unloads stay where they are as
    /// long as every trip fits; [`Draft::settle`] places them at least cost.
    pub fn refresh(&mut self, route: usize, prices: &Prices) {
        if !std::mem::take(&mut self.stale[route]) {
            return;
        }
        let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
        self.count_tips(route, -1);
        self.routes[route].sum_trips(self.setup, truck, day);
        self.count_tips(route, 1);
        if self.routes[route].overload > 0 {
            self.arrange(route, prices);
        }
    }

    /// Places the unloads of a truck-day at least cost.
    fn arrange(&mut self, route: usize, prices: &Prices) {
        let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
        let n = self.setup.problem.facilities.len();
        self.count_tips(route, -1);
        self.week.clear();
        self.week.extend((0..n).map(|facility| self.intake.iter().skip(facility).step_by(n).sum::<i64>()));
        let intake = Intake { day: &self.intake[day * n..(day + 1) * n], week: &self.week };
        self.routes[route].arrange(self.setup, prices, truck, day, intake, &mut self.arrange_space);
        self.count_tips(route, 1);
        (self.stale[route], self.unplaced[route]) = (false, false);
    }

    /// Adds what a truck-day tips to the intake of its day, or takes it away.
    fn count_tips(&mut self, route: usize, sign: i64) {
        let first = route / self.setup.n_trucks * self.setup.problem.facilities.len();
        for (facility, kg) in &self.routes[route].tips {
            self.intake[first + usize::from(*facility)] += sign * kg;
        }
    }

    /// Refreshes every truck-day that changed since the last [`Draft::keep`].
    pub fn refresh_all(&mut self, prices: &Prices) {
        for i in 0..self.journal.days.len() {
            for truck in 0..self.setup.n_trucks {
                self.refresh(self.setup.route(truck, self.journal.days[i]), prices);
            }
        }
    }

    /// Places the unloads of every changed truck-day and runs the clock of every changed day.
    pub fn settle(&mut self, prices: &Prices) {
        for i in 0..self.journal.days.len() {
            let day = self.journal.days[i];
            for truck in 0..self.setup.n_trucks {
                let route = self.setup.route(truck, day);
                if self.unplaced[route] {
                    self.arrange(route, prices);
                }
            }
            self.run_clock(day);
        }
    }

    fn run_clock(&mut self, day: usize) {
        let of_day = day * self.setup.n_trucks..(day + 1) * self.setup.n_trucks;
        run_day(self.setup, day, &self.routes[of_day.clone()], &mut self.clocks[of_day], &mut self.clock_space);
        self.day_worth[day] = self.weigh_day(day);
    }

    fn weigh_day(&self, day: usize) -> DayWorth {
        let problem = self.setup.problem;
        let mut worth = DayWorth::default();
        for (number, truck) in problem.trucks.iter().enumerate() {
            let index = self.setup.route(number, day);
            let (route, clock) = (&self.routes[index], &self.clocks[index]);
            if route.is_empty() {
                continue;
            }
            worth.cost += proportion(truck.cost_per_1000_km.0, route.metres, 1_000_000)
                + proportion(truck.cost_per_hour.0, clock.work, 3600)
                + truck.cost_per_day.0;
            worth.seconds_over += clock.over;
            worth.overload += route.overload;
            for (facility, kg) in &route.tips {
                let facility = usize::from(*facility);
                worth.cost += proportion(problem.facilities[facility].tipping_per_tonne.0, *kg, 1000);
                if self.setup.is_passed_over(facility) && problem.policy.burn_first {
                    worth.not_burnt += kg;
                }
            }
        }
        worth
    }

    /// What the settled draft is worth. O(days + communes + unloads).
    pub fn worth(&mut self) -> Worth {
        let problem = self.setup.problem;
        let (mut cost, mut seconds_over, mut kg_over, mut not_burnt) = (0, 0, 0, 0);
        for day in &self.day_worth {
            cost += day.cost;
            not_burnt += day.not_burnt;
            seconds_over += day.seconds_over;
            kg_over += day.overload;
        }
        cost += problem.policy.extra_pattern.0 * self.service.extra_patterns;
        for facility in 0..problem.facilities.len() {
            kg_over += self.facility_excess(facility);
        }
        if let Some(budget) = problem.policy.budget {
            kg_over += ((cost - budget.0).max(0) + 999) / 1000;
        }
        let (worst, worst_weighted) = self.service.weigh_worst_commune(self.setup);
        let n_days = self.setup.n_days as i64;
        Worth {
            objective: Objective {
                people_short: self.service.people_short,
                service_millidays: proportion(1000, self.service.squares, 2 * n_days * self.setup.people) + worst,
                not_burnt: Kilograms(not_burnt),
                cost: Vnd(cost),
            },
            seconds_over,
            kg_over,
            squares: self.service.squares,
            worst_weighted,
        }
    }

    fn facility_excess(&mut self, facility: usize) -> i64 {
        let setup = self.setup;
        let mut excess = 0;
        if setup.limits[facility].day < i64::MAX {
            excess += (0..setup.n_days).map(|day| (self.intake(day, facility) - setup.limits[facility].day).max(0)).sum::<i64>();
        }
        let Some(furnace) = &setup.problem.facilities[facility].furnace else { return excess };
        self.tips.clear();
        for (index, (route, clock)) in self.routes.iter().zip(&self.clocks).enumerate() {
            let midnight = (index / setup.n_trucks) as i64 * 86_400;
            let tips = route.tips.iter().zip(&clock.unloads).filter(|((at, _), _)| usize::from(*at) == facility);
            self.tips.extend(tips.map(|((_, kg), times)| (midnight + times.end, *kg)));
        }
        self.tips.sort_unstable();
        excess + yard::excess(furnace, &self.tips, setup.n_days)
    }

    fn remember_day(&mut self, day: usize) {
        if self.journal.days.contains(&day) {
            return;
        }
        let n = self.setup.n_trucks;
        let kept = self.journal.days.len() * n;
        self.journal.days.push(day);
        if self.journal.routes.len() < kept + n {
            self.journal.routes.resize(kept + n, DraftRoute::default());
            self.journal.clocks.resize(kept + n, RouteClock::default());
        }
        for truck in 0..n {
            self.journal.routes[kept + truck].copy_from(&self.routes[day * n + truck]);
            self.journal.clocks[kept + truck].copy_from(&self.clocks[day * n + truck]);
        }
        self.journal.day_worth.push(self.day_worth[day]);
        let facilities = self.setup.problem.facilities.len();
        self.journal.intake.extend_from_slice(&self.intake[day * facilities..(day + 1) * facilities]);
    }

    /// Keeps what was changed since the last call of this or of [`Draft::undo`].
    pub fn keep(&mut self) {
        self.journal.patterns.clear();
        self.journal.days.clear();
        self.journal.day_worth.clear();
        self.journal.intake.clear();
    }

    /// Puts everything back as it was at the last call of this or of [`Draft::keep`].
    pub fn undo(&mut self) {
        let n = self.setup.n_trucks;
        let facilities = self.setup.problem.facilities.len();
        for i in 0..self.journal.days.len() {
            let day = self.journal.days[i];
            self.day_worth[day] = self.journal.day_worth[i];
            for truck in 0..n {
                let index = day * n + truck;
                self.mark_stops(index, false);
                self.routes[index].copy_from(&self.journal.routes[i * n + truck]);
                self.clocks[index].copy_from(&self.journal.clocks[i * n + truck]);
                (self.stale[index], self.unplaced[index]) = (false, false);
            }
            for truck in 0..n {
                self.mark_stops(day * n + truck, true);
            }
            self.intake[day * facilities..(day + 1) * facilities]
                .copy_from_slice(&self.journal.intake[i * facilities..(i + 1) * facilities]);
        }
        while let Some((point, old)) = self.journal.patterns.pop() {
            self.switch_pattern(point, usize::from(self.pattern[point]), usize::from(old));
        }
        self.keep();
    }

    fn mark_stops(&mut self, route: usize, present: bool) {
        let (day, truck) = (route / self.setup.n_trucks, (route % self.setup.n_trucks) as u32);
        for stop in &self.routes[route].stops {
            self.truck_of[*stop as usize * self.setup.n_days + day] = if present { truck } else { NOWHERE };
        }
    }

    /// The decisions as they are.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            pattern: self.pattern.clone(),
            stops: self.routes.iter().map(|route| route.stops.clone()).collect(),
            unload: self.routes.iter().map(|route| route.unload.clone()).collect(),
        }
    }

    /// Takes over the decisions of a snapshot of the same problem, the unloads as they are there.
    pub fn restore(&mut self, snapshot: &Snapshot) {
        let setup = self.setup;
        for day in 0..setup.n_days {
            self.remember_day(day);
        }
        for (point, pattern) in snapshot.pattern.iter().enumerate() {
            self.choose_pattern(point, usize::from(*pattern));
        }
        for route in 0..self.routes.len() {
            self.mark_stops(route, false);
        }
        for route in 0..self.routes.len() {
            self.rebuild(route, snapshot);
            self.mark_stops(route, true);
        }
        self.recount_intake();
        for day in 0..setup.n_days {
            self.run_clock(day);
        }
        self.keep();
    }

    fn rebuild(&mut self, route: usize, snapshot: &Snapshot) {
        let setup = self.setup;
        let (day, truck) = (route / setup.n_trucks, route % setup.n_trucks);
        let mut rebuilt = DraftRoute::default();
        for (at, point) in snapshot.stops[route].iter().enumerate() {
            let gap = setup.gap(self.days(*point as usize), day);
            rebuilt.insert(at, *point, setup.visit(*point as usize, day, gap));
        }
        rebuilt.unload.clone_from(&snapshot.unload[route]);
        rebuilt.sum_trips(setup, truck, day);
        self.routes[route] = rebuilt;
        (self.stale[route], self.unplaced[route]) = (false, false);
    }

    fn recount_intake(&mut self) {
        let n = self.setup.problem.facilities.len();
        self.intake.fill(0);
        for (index, route) in self.routes.iter().enumerate() {
            for (facility, kg) in &route.tips {
                self.intake[index / self.setup.n_trucks * n + usize::from(*facility)] += kg;
            }
        }
    }
}
