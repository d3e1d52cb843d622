//! Which stops stand where: put in, taken out, exchanged, and the patterns that say when they stand there.

use super::{Draft, Spot};
use crate::model::DaySet;

impl Draft<'_> {
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
    pub(super) fn number_stops(&mut self, route: usize) {
        (0..self.routes[route].len()).for_each(|at| self.number_stop(route, at));
    }

    /// The same where stops were put in or taken out at position `at` alone.
    pub(super) fn number_stops_from(&mut self, route: usize, at: usize) {
        let day = route / self.setup.n_trucks;
        let n = self.routes[route].len();
        (at.saturating_sub(1)..(at + 2).min(n)).for_each(|at| self.number_stop(route, at));
        for (at, halt) in self.routes[route].halts.iter().enumerate().skip(at + 2) {
            self.spots[halt.point as usize * self.setup.n_days + day].at = at as u32;
        }
    }

    pub(super) fn number_stop(&mut self, index: usize, at: usize) {
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

    /// Takes a day out of a point's pattern, or the point out of the plan where the other days are no pattern of it; the visits that are left take the load
    /// over. The truck-days it touches are not settled. Returns the days that are left.
    pub fn give_up(&mut self, point: usize, day: usize) -> DaySet {
        let fewer = self.days(point) & !(1 << day);
        let left = if self.setup.pattern_with(point, fewer).is_some() { fewer } else { 0 };
        for given_up in DaySet(self.days(point) & !left).iter() {
            self.take_out(point, given_up);
        }
        self.choose_pattern(point, self.setup.pattern_with(point, left).expect("every point has the empty pattern"));
        for other in DaySet(left).iter() {
            self.resize(point, other, self.setup.gap(left, other));
        }
        DaySet(left)
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

    pub(super) fn switch_pattern(&mut self, point: usize, old: usize, new: usize) {
        self.service.switch(self.setup, point, old, new);
        self.pattern[point] = new as u16;
    }

    pub(super) fn number_nowhere(&mut self, route: usize) {
        let day = route / self.setup.n_trucks;
        for halt in &self.routes[route].halts {
            self.spots[halt.point as usize * self.setup.n_days + day] = Spot::NOWHERE;
        }
    }
}
