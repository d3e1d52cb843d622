//! What a change comes to at the least, known before any clock is run.
//!
//! # Why
//!
//! Of ten changes of a week, nine are given up, and most of these are so much dearer that it shows from stops, loads and unloads alone. For the truck-days that
//! changed, the clock of their day, with its queues and breaks, only adds to that. Other trucks may gain where these leave a queue.

use super::{Draft, RouteWorth};
use crate::solve::price::Prices;

/// What a change comes to at the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::solve) struct Least {
    /// By how much ways, hours, unloads and what is broken of the rules grow in price.
    pub price: i64,
    /// Seconds and kilograms beyond limits that come on top of what was there.
    pub excess: i64,
}

impl Draft<'_> {
    /// What the truck-days that changed since the last [`Draft::keep`] come to more than before, at the least; patterns are not counted ([`Draft::price_of_patterns`]).
    ///
    /// For a draft whose unloads are placed and whose clocks are those of before. Of a truck-day that changed, the clock can only add to cost and excess; what other truck-days
    /// gain where these leave a queue is not seen, nor what yard and budget gain: there the change may come to less. O(truck-days changed + days · facilities).
    pub fn least_change(&self, prices: &Prices) -> Least {
        let mut change = RouteWorth::default();
        for route in self.journal.touched.iter().copied() {
            change.count(&self.weigh_without_clock(route), 1);
            change.count(&self.route_worth[route], -1);
        }
        let (seconds, kg) = (change.excess.seconds, change.excess.kg + self.kg_taken_too_much());
        Least {
            price: change.cost + prices.passed_over * change.passed_over + prices.of_second_over(seconds) + prices.of_kg_over(kg),
            excess: seconds.max(0) + kg.max(0),
        }
    }

    /// Kilograms beyond what facilities take on a day and in the week that come on top of what was there.
    fn kg_taken_too_much(&self) -> i64 {
        if !self.journal.is_open {
            return 0;
        }
        let n_facilities = self.setup.problem.facilities.len();
        let over = |now: i64, before: i64, limit: i64| (now - limit).max(0) - (before - limit).max(0);
        let of_day = |at: usize| over(self.intake[at], self.journal.intake[at], self.setup.limits[at % n_facilities].day);
        let of_week = |facility: usize| {
            // What a furnace burns in a week is rounded down day by day there, but not by the rule.
            let limit = self.setup.limits[facility].week.saturating_add(self.setup.n_days as i64);
            over(self.week_intake[facility], self.journal.week_intake[facility], limit)
        };
        (0..self.intake.len()).map(of_day).sum::<i64>() + (0..n_facilities).map(of_week).sum::<i64>()
    }

    /// What the chosen patterns come to: waiting, missed requirements and what many different days in a commune cost.
    pub fn price_of_patterns(&mut self, prices: &Prices) -> i64 {
        self.service_worth().priced(prices) + self.cost_of_extra_patterns()
    }

    /// What a truck-day is worth if its truck never waits.
    fn weigh_without_clock(&self, index: usize) -> RouteWorth {
        let route = &self.routes[index];
        if route.is_empty() {
            return RouteWorth::default();
        }
        let sums = self.sums_without_waiting(index);
        self.weigh_by(route, &sums, route.trip_excess + self.setup.rules_of_sums.of_route(&sums))
    }
}
