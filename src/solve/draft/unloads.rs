//! Unloads between the stops, and what facilities take in.

use super::Draft;
use crate::solve::price::Prices;
use crate::solve::unloading::Intake;

impl Draft<'_> {
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
    pub(super) fn arrange(&mut self, route: usize, prices: &Prices) {
        let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
        let n = self.setup.problem.facilities.len();
        self.count_tips(route, -1);
        let intake = Intake { day: &self.intake[day * n..(day + 1) * n], week: &self.week_intake };
        self.routes[route].arrange(self.setup, prices, truck, day, intake, &mut self.arrange_space);
        self.count_tips(route, 1);
        (self.pending[route].sums, self.pending[route].unloads) = (false, false);
        self.renew_room(route);
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
    pub(super) fn count_tips(&mut self, route: usize, sign: i64) {
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
}
