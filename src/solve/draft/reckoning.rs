//! What a changed draft comes to: clocks, costs, broken rules, and its worth.

use super::{DayCount, Draft, Made, RouteWorth};
use crate::constraint::{ClockScope, Excess, RouteSums, WeekSums};
use crate::model::{DaySet, Objective};
use crate::solve::clock::{Detail, RouteClock, run_day};
use crate::solve::price::Prices;
use crate::solve::route::DraftRoute;
use crate::solve::worth::{ServiceWorth, Worth};
use crate::units::{Kilograms, Seconds, Vnd, proportion};

impl<'a> Draft<'a> {
    /// Places the unloads of every changed truck-day, runs the clocks that this touches, and weighs them.
    pub fn settle(&mut self, prices: &Prices) {
        self.settle_unloads(prices);
        self.settle_clocks();
    }

    /// Places the unloads of every changed truck-day at least cost; the clocks lag behind.
    pub fn settle_unloads(&mut self, prices: &Prices) {
        for i in 0..self.journal.touched.len() {
            let route = self.journal.touched[i];
            if self.pending[route].unloads {
                self.arrange(route, prices);
            }
        }
    }

    /// Runs the clocks that changed truck-days touch, and weighs them.
    pub fn settle_clocks(&mut self) {
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
                    if self.pending[route].is_back {
                        continue;
                    }
                    self.keep_reckoning(route);
                    self.run_clock(route);
                }
            }
            ClockScope::Sums => {
                for i in 0..self.journal.touched.len() {
                    let route = self.journal.touched[i];
                    if self.pending[route].is_back {
                        continue;
                    }
                    self.keep_reckoning(route);
                    self.reckon(route);
                }
            }
        }
    }

    /// Keeps clock and worth of a truck-day in the journal, before they are renewed.
    pub(super) fn keep_reckoning(&mut self, route: usize) {
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

    pub(super) fn run_clock_of_day(&mut self, day: usize) {
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

    pub(super) fn run_clock(&mut self, route: usize) {
        let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
        let of_day = day * self.setup.n_trucks..(day + 1) * self.setup.n_trucks;
        let (routes, clocks) = (&self.routes[of_day.clone()], &mut self.clocks[of_day]);
        run_day(self.setup, day, &[truck], routes, clocks, Detail::Trips, &mut self.clock_space);
        self.reckon(route);
    }

    /// Weighs a truck-day anew.
    pub(super) fn reckon(&mut self, route: usize) {
        self.total.count(&self.route_worth[route], -1);
        self.route_worth[route] = self.weigh(route);
        self.total.count(&self.route_worth[route], 1);
    }

    pub(super) fn weigh(&self, index: usize) -> RouteWorth {
        let sums = self.route_sums(index);
        let route = &self.routes[index];
        if route.is_empty() {
            let left = sums.truck.work_limit.0.min(sums.hours.to.0 - sums.hours.from.0);
            return RouteWorth { left, ..RouteWorth::default() };
        }
        self.weigh_by(route, &sums, route.trip_excess + self.clocks[index].excess + self.setup.rules.of_route(&sums))
    }

    /// What a truck-day that is not empty is worth by its sums, and with so much beyond the rules.
    pub(super) fn weigh_by(&self, route: &DraftRoute, sums: &RouteSums, excess: Excess) -> RouteWorth {
        let truck = sums.truck;
        let mut worth = RouteWorth {
            cost: proportion(truck.cost_per_1000_km.0, route.metres, 1_000_000) + truck.cost_per_day.0,
            passed_over: 0,
            excess,
            left: (truck.work_limit - sums.work).min(sums.hours.to - sums.end).0,
        };
        if truck.cost_per_hour.0 > 0 {
            worth.cost += proportion(truck.cost_per_hour.0, sums.work.0, 3600);
        }
        self.count_tipping(route, &mut worth);
        worth
    }

    /// Adds what the unloads of a truck-day cost, and what of them is tipped at facilities of lower priority.
    pub(super) fn count_tipping(&self, route: &DraftRoute, worth: &mut RouteWorth) {
        for (facility, kg) in route.tips() {
            worth.cost += proportion(self.setup.problem.facilities[facility].tipping_per_tonne.0, kg, 1000);
            if self.setup.is_passed_over(facility) {
                worth.passed_over += kg;
            }
        }
    }

    /// What the rules may ask of a truck-day as if the truck never waited or rested.
    #[inline]
    pub(super) fn sums_without_waiting(&self, index: usize) -> RouteSums<'a> {
        let (day, number) = (index / self.setup.n_trucks, index % self.setup.n_trucks);
        let truck = &self.setup.problem.trucks[number];
        let hours = self.setup.hours(number, day);
        let (start, busy) = (hours.from, Seconds(self.routes[index].busy));
        let driving = [Seconds(self.routes[index].driving), Seconds::ZERO];
        RouteSums { truck, hours, start, leave: start + truck.preparation, end: start + busy, work: busy, driving, pause: None }
    }

    /// What the rules may ask of a truck-day: by its clock, or as if the truck never waited.
    #[inline]
    pub(super) fn route_sums(&self, index: usize) -> RouteSums<'a> {
        if self.setup.clock_scope == ClockScope::Sums {
            return self.sums_without_waiting(index);
        }
        let (day, number) = (index / self.setup.n_trucks, index % self.setup.n_trucks);
        let truck = &self.setup.problem.trucks[number];
        let hours = self.setup.hours(number, day);
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

    /// People short of a requirement and thousandths of a day that waste waits; finer, the same in person-days², and the worst commune's weight in it. O(communes).
    pub fn service_worth(&mut self) -> ServiceWorth {
        let (worst, worst_weighted) = self.service.weigh_worst_commune(self.setup);
        let n_days = self.setup.n_days as i64;
        ServiceWorth {
            people_short: self.service.people_short,
            millidays: proportion(1000, self.service.squares, 2 * n_days * self.setup.people) + worst,
            squares: self.service.squares,
            worst_weighted,
        }
    }

    /// What the days of the communes' points cost beyond those asked for.
    pub(super) fn cost_of_extra_patterns(&self) -> i64 {
        self.setup.problem.policy.extra_pattern.0 * self.service.extra_patterns
    }

    /// What the settled draft is worth. O(communes + unloads).
    pub fn worth(&mut self) -> Worth {
        let problem = self.setup.problem;
        let cost = self.total.cost + self.cost_of_extra_patterns();
        self.list_tips();
        let week = WeekSums { problem, intake: &self.intake, tips: &self.tips, cost: Vnd(cost) };
        let of_week = self.setup.rules.of_week(&week);
        let excess = self.total.excess + of_week;
        let service = self.service_worth();
        Worth {
            objective: Objective {
                people_short: service.people_short,
                service_millidays: service.millidays,
                not_burnt: Kilograms(if problem.policy.burn_first { self.total.passed_over } else { 0 }),
                cost: Vnd(cost),
            },
            seconds_over: excess.seconds,
            kg_over: excess.kg,
            week_kg_over: of_week.kg,
            passed_over: self.total.passed_over,
            service,
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

    /// The truck-days that go beyond their limits.
    pub fn routes_at_fault(&self) -> Vec<usize> {
        (0..self.routes.len()).filter(|route| self.fault(*route) != (0, 0)).collect()
    }

    /// Lists what is tipped before each furnace, in order of time.
    pub(super) fn list_tips(&mut self) {
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
}
