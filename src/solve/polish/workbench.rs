//! A draft under the hands of the operators: moves are estimated, tried where they promise something, and kept where they keep it.

use super::estimate::{Estimator, Totals, Weight};
use super::outline::{Outline, Way, joint_cost};
use super::piece::Piece;
use crate::constraint::ClockScope;
use crate::model::DaySet;
use crate::solve::draft::Draft;
use crate::solve::insertion::FEW_TRUCKS;
use crate::solve::price::Prices;
use crate::solve::setup::{Gate, Setup, VisitSize};
use crate::solve::worth::Worth;

/// Nearest points beside which a stop may come to stand: as in Vidal (2022), <https://doi.org/10.1016/j.cor.2021.105643>, section 3.
pub(super) const GRANULARITY: usize = 20;

/// Working space of the local search, kept to spare allocations.
#[derive(Default)]
pub(in crate::solve) struct PolishSpace {
    outlines: Vec<Outline>,
    present: Vec<Totals>,
    weights: Vec<Weight>,
    /// When each truck-day last changed, and when each operator last tried each visit or truck-day; in kept moves since the space was made.
    changed: Vec<u32>,
    tested: Vec<Vec<u32>>,
    clock: u32,
    stops: Vec<Vec<u32>>,
}

/// The draft and what is known of it.
pub(super) struct Workbench<'w, 'a> {
    pub draft: &'w mut Draft<'a>,
    pub setup: &'a Setup<'a>,
    pub prices: &'w Prices,
    space: &'w mut PolishSpace,
    worth: Worth,
    value: i64,
}

/// A stop: truck-day and position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub route: usize,
    pub at: usize,
}

impl<'w, 'a> Workbench<'w, 'a> {
    /// Lays out a settled draft. Moves touch at least one truck-day of `scope`; nothing: any.
    pub fn new(
        draft: &'w mut Draft<'a>,
        prices: &'w Prices,
        scope: Option<&[usize]>,
        space: &'w mut PolishSpace,
        n_operators: usize,
    ) -> Self {
        let setup = draft.setup;
        let n_routes = draft.routes.len();
        space.outlines.resize_with(n_routes, Outline::default);
        space.present.resize(n_routes, Totals::default());
        space.weights.resize(n_routes, Weight::default());
        // A new time for all that is to be looked at: what was tried in an earlier draft counts no more.
        space.clock += 1;
        space.changed.clear();
        space.changed.resize(n_routes, if scope.is_some() { 0 } else { space.clock });
        scope.unwrap_or(&[]).iter().for_each(|route| space.changed[*route] = space.clock);
        space.tested.resize_with(n_operators, Vec::new);
        let n_keys = (setup.n_points * setup.n_days).max(n_routes);
        space.tested.iter_mut().for_each(|tested| tested.resize(n_keys, 0));
        let worth = draft.worth();
        let mut bench = Self { value: worth.priced(prices), worth, setup, prices, draft, space };
        for route in 0..n_routes {
            bench.draw(route);
        }
        bench
    }

    fn estimator(&self) -> Estimator<'_, 'a> {
        Estimator { draft: self.draft, prices: self.prices, outlines: &self.space.outlines, present: &self.space.present }
    }

    /// Renews what is known of a truck-day.
    fn draw(&mut self, route: usize) {
        self.space.outlines[route].draw(self.draft, route);
        self.space.present[route] = Totals::default();
        let whole = Piece::stretch(route, 0, self.draft.routes[route].len());
        let totals = self.estimator().join(route, &[whole]).expect("a truck-day as it is can be driven");
        self.space.present[route] = totals;
        self.space.weights[route] = self.estimator().weigh(route, &totals);
    }

    /// The running sums of a truck-day.
    pub fn outline(&self, route: usize) -> &Outline {
        &self.space.outlines[route]
    }

    /// The price of everything.
    pub fn value(&self) -> i64 {
        self.value
    }

    /// How the worth changes if a truck-day is made of pieces that its truck serves; nothing where they can't be joined.
    pub fn change(&self, route: usize, pieces: &[Piece]) -> Option<Weight> {
        let estimator = self.estimator();
        let totals = estimator.join(route, pieces)?;
        Some(estimator.weigh(route, &totals).minus(self.space.weights[route]))
    }

    /// By how much the price of everything changes with the weight of truck-days.
    pub fn price_of(&self, change: Weight) -> i64 {
        let mut worth = self.worth;
        worth.objective.cost.0 += change.cost;
        worth.passed_over += change.passed_over;
        worth.seconds_over += change.seconds_over;
        worth.kg_over += change.overload;
        worth.priced(self.prices) - self.value
    }

    /// Makes truck-days of one day anew from pieces, if that lowers the price; whether it did.
    ///
    /// First by estimate; then in the draft, with unloads placed and clocks run anew.
    pub fn attempt(&mut self, changes: &[(usize, &[Piece])]) -> bool {
        if !changes.iter().all(|(route, pieces)| self.can_serve(*route, pieces)) {
            return false;
        }
        let mut change = Weight::default();
        for (route, pieces) in changes {
            let Some(of_route) = self.change(*route, pieces) else { return false };
            change = change.plus(of_route);
        }
        if self.price_of(change) >= 0 {
            return false;
        }
        self.rewrite(changes);
        self.settle()
    }

    /// Makes the changes in the draft.
    fn rewrite(&mut self, changes: &[(usize, &[Piece])]) {
        self.space.stops.resize_with(self.space.stops.len().max(changes.len()), Vec::new);
        for ((_, pieces), stops) in changes.iter().zip(&mut self.space.stops) {
            stops.clear();
            pieces.iter().for_each(|piece| write_stops(self.draft, *piece, stops));
        }
        let routes = changes.iter().map(|(route, _)| *route).zip(self.space.stops.iter().map(Vec::as_slice));
        self.draft.rewrite(routes);
    }

    /// By how much the price changes exactly with a move, which is undone.
    #[cfg(test)]
    pub fn try_out(&mut self, changes: &[(usize, &[Piece])]) -> i64 {
        self.rewrite(changes);
        self.draft.settle(self.prices);
        let price = self.draft.worth().priced(self.prices);
        self.draft.undo();
        price - self.value
    }

    /// Settles what was changed in the draft and keeps it, if that lowers the price; undoes it otherwise. Whether it was kept.
    pub fn settle(&mut self) -> bool {
        self.draft.settle(self.prices);
        let worth = self.draft.worth();
        let value = worth.priced(self.prices);
        if value >= self.value {
            self.draft.undo();
            return false;
        }
        (self.worth, self.value) = (worth, value);
        self.space.clock += 1;
        let touched: Vec<usize> = self.draft.touched().to_vec();
        self.draft.keep();
        for route in &touched {
            self.space.changed[*route] = self.space.clock;
            self.draw(*route);
        }
        if self.setup.clock_scope == ClockScope::Day {
            self.weigh_days(&touched);
        }
        true
    }

    /// Trucks that queue behind a changed one have other clocks now.
    fn weigh_days(&mut self, touched: &[usize]) {
        let days = touched.iter().fold(DaySet::EMPTY, |days, route| days.with(route / self.setup.n_trucks));
        for day in days.iter() {
            for route in self.setup.route(0, day)..self.setup.route(0, day + 1) {
                self.space.weights[route] = self.estimator().weigh(route, &self.space.present[route]);
            }
        }
    }

    /// Whether a truck may serve every stop of the pieces.
    fn can_serve(&self, route: usize, pieces: &[Piece]) -> bool {
        let setup = self.setup;
        let (kind, day) = (setup.kind(route % setup.n_trucks), route / setup.n_trucks);
        pieces.iter().all(|piece| match *piece {
            Piece::Visit { point, .. } => setup.serves(kind, day, point),
            Piece::Stretch { route: other, first, end } | Piece::Reversed { route: other, first, end } => {
                setup.kind(other % setup.n_trucks) == kind
                    || self.draft.routes[other].halts[first..end].iter().all(|halt| setup.serves(kind, day, halt.point as usize))
            }
        })
    }

    /// Tries `attempt` on every visit and each visit of a near point on the same day, one of whose truck-days changed since operator
    /// `number` last tried them; whether a move was made.
    pub fn over_pairs(&mut self, number: usize, mut attempt: impl FnMut(&mut Self, Place, Place) -> bool) -> bool {
        let setup = self.setup;
        let mut improved = false;
        for point in 0..setup.n_points {
            for day in DaySet(self.draft.days(point)).iter() {
                let since = self.test(number, point * setup.n_days + day);
                for neighbour in setup.near[point].iter().take(GRANULARITY) {
                    let (Some(here), Some(there)) = (self.place(point, day), self.place(*neighbour as usize, day)) else { continue };
                    if self.space.changed[here.route].max(self.space.changed[there.route]) > since
                        && !self.draft.frozen[here.route]
                        && !self.draft.frozen[there.route]
                    {
                        improved |= attempt(self, here, there);
                    }
                }
            }
        }
        improved
    }

    /// Tries `attempt` on every visit whose truck-day changed since operator `number` last tried it; whether a move was made.
    pub fn over_visits(&mut self, number: usize, mut attempt: impl FnMut(&mut Self, Place) -> bool) -> bool {
        let setup = self.setup;
        let mut improved = false;
        for point in 0..setup.n_points {
            for day in DaySet(self.draft.days(point)).iter() {
                let since = self.test(number, point * setup.n_days + day);
                let Some(place) = self.place(point, day) else { continue };
                if self.space.changed[place.route] > since && !self.draft.frozen[place.route] {
                    improved |= attempt(self, place);
                }
            }
        }
        improved
    }

    /// Tries `attempt` on two truck-days of a day, the first of a lower truck, where one changed since operator `number` last tried
    /// them; whether a move was made. Among many trucks, only those are paired between whose stops some are near.
    pub fn over_routes(&mut self, number: usize, mut attempt: impl FnMut(&mut Self, usize, usize) -> bool) -> bool {
        let setup = self.setup;
        let mut improved = false;
        let mut others = Vec::new();
        for route in 0..self.draft.routes.len() {
            let since = self.test(number, route);
            self.near_routes(route, &mut others);
            for other in &others {
                if self.space.changed[route].max(self.space.changed[*other]) > since
                    && route % setup.n_trucks < other % setup.n_trucks
                    && !self.draft.frozen[route]
                    && !self.draft.frozen[*other]
                    && !self.draft.routes[route].is_empty()
                    && !self.draft.routes[*other].is_empty()
                {
                    improved |= attempt(self, route, *other);
                }
            }
        }
        improved
    }

    /// The other truck-days of the day, or those with a stop near one of this truck-day.
    fn near_routes(&self, route: usize, others: &mut Vec<usize>) {
        let setup = self.setup;
        let day = route / setup.n_trucks;
        others.clear();
        if setup.n_trucks <= FEW_TRUCKS {
            others.extend((setup.route(0, day)..setup.route(0, day + 1)).filter(|other| *other != route));
            return;
        }
        for halt in &self.draft.routes[route].halts {
            let near = setup.near[halt.point as usize].iter().take(GRANULARITY);
            others
                .extend(near.filter_map(|point| self.place(*point as usize, day)).map(|place| place.route).filter(|other| *other != route));
        }
        others.sort_unstable();
        others.dedup();
    }

    /// When operator `number` last tried a visit or truck-day; it does now.
    pub fn test(&mut self, number: usize, key: usize) -> u32 {
        std::mem::replace(&mut self.space.tested[number][key], self.space.clock)
    }

    /// Number of moves kept since the space was made: what was read of the draft before is out of date when it has grown.
    pub fn clock(&self) -> u32 {
        self.space.clock
    }

    /// Whether a truck-day changed after a time.
    pub fn has_changed(&self, route: usize, since: u32) -> bool {
        self.space.changed[route] > since
    }

    /// Where a point is visited on a day.
    #[inline]
    pub fn place(&self, point: usize, day: usize) -> Option<Place> {
        let spot = self.draft.spot(point, day)?;
        Some(Place { route: self.setup.route(spot.truck as usize, day), at: spot.at as usize })
    }

    pub fn truck(&self, route: usize) -> usize {
        route % self.setup.n_trucks
    }

    pub fn day(&self, route: usize) -> usize {
        route / self.setup.n_trucks
    }

    /// Number of stops.
    #[inline]
    pub fn len(&self, route: usize) -> usize {
        self.draft.routes[route].len()
    }

    /// Location of a stop of a truck-day.
    #[inline]
    pub fn location(&self, route: usize, at: usize) -> usize {
        self.setup.location(self.draft.routes[route].halts[at].point as usize)
    }

    /// What a stop brings.
    pub fn size(&self, route: usize, at: usize) -> VisitSize {
        self.draft.routes[route].halts[at].size
    }

    /// Location before position `at`: that of the stop before, or the depot.
    #[inline]
    pub fn before(&self, route: usize, at: usize) -> usize {
        self.draft.routes[route].place_before(self.setup, self.truck(route), at)
    }

    /// Location at position `at`: that of the stop there, or the depot.
    #[inline]
    pub fn at(&self, route: usize, at: usize) -> usize {
        self.draft.routes[route].place_at(self.setup, self.truck(route), at)
    }

    /// The gate that is passed on the way into position `at`, if any.
    #[inline]
    pub fn gate_into(&self, route: usize, at: usize) -> Option<&'a Gate> {
        let unload = self.draft.routes[route].halts[at.checked_sub(1)?].unload;
        if unload == crate::solve::setup::NO_UNLOAD { None } else { self.setup.gate(self.truck(route), self.day(route), unload) }
    }

    /// Cost of the way into position `at` as it is driven.
    #[inline]
    pub fn way(&self, route: usize, at: usize) -> i64 {
        self.space.outlines[route].ways[at]
    }

    /// Cost of a truck's way between two places.
    #[inline]
    pub fn cost(&self, route: usize, from: usize, to: usize) -> i64 {
        self.setup.legs(self.truck(route)).cost(from, to)
    }

    /// Cost of a way of a truck.
    #[inline]
    pub fn cost_of(&self, route: usize, way: Way) -> i64 {
        self.setup.legs(self.truck(route)).cost_of(way.seconds, way.metres)
    }

    /// The same over a gate, if there is one.
    #[inline]
    pub fn joint(&self, route: usize, from: usize, to: usize, gate: Option<&Gate>) -> i64 {
        joint_cost(self.setup, self.truck(route), from, to, gate)
    }

    /// Cost of the ways within stops `first..end`, few of them, by the truck of another truck-day.
    pub fn inner(&self, route: usize, first: usize, end: usize, driver: usize, reversed: bool) -> i64 {
        let leg = |at: usize| {
            let (from, to) = (self.location(route, at - 1), self.location(route, at));
            if reversed { self.cost(driver, to, from) } else { self.cost(driver, from, to) }
        };
        (first + 1..end).map(leg).sum()
    }

    /// What is saved on the ways if stops `first..end` are left out.
    #[inline]
    pub fn saving(&self, route: usize, first: usize, end: usize) -> i64 {
        let gate = self.gate_into(route, first).or_else(|| self.gate_into(route, end));
        let is_all = first == 0 && end == self.len(route);
        let joined = if is_all { 0 } else { self.joint(route, self.before(route, first), self.at(route, end), gate) };
        self.way(route, first) + self.way(route, end) - joined
    }

    /// What is added to the ways, at the least, if stops from place `first` to place `last` come before position `at`; without the ways within.
    #[inline]
    pub fn adding(&self, route: usize, at: usize, first: usize, last: usize) -> i64 {
        let (before, after) = (self.before(route, at), self.at(route, at));
        let gate = self.gate_into(route, at);
        let way = self.way(route, at);
        match gate {
            None => self.cost(route, before, first) + self.cost(route, last, after) - way,
            Some(_) => {
                let earlier = self.cost(route, before, first) + self.joint(route, last, after, gate);
                let later = self.joint(route, before, first, gate) + self.cost(route, last, after);
                earlier.min(later) - way
            }
        }
    }

    /// What a truck-day could gain beside shorter ways: the price of the rules it breaks and of its waiting.
    #[inline]
    pub fn slack(&self, route: usize) -> i64 {
        let weight = &self.space.weights[route];
        let mut slack = 0;
        if weight.seconds_over > 0 || weight.overload > 0 {
            slack += self.prices.of_second_over(weight.seconds_over) + self.prices.of_kg_over(weight.overload) + 1;
        }
        if self.setup.has_windows {
            let waiting = (self.draft.clocks[route].work - self.draft.routes[route].busy).max(0);
            slack += self.setup.legs(self.truck(route)).per_second(waiting);
        }
        slack
    }
}

fn write_stops(draft: &Draft, piece: Piece, stops: &mut Vec<u32>) {
    match piece {
        Piece::Visit { point, .. } => stops.push(point as u32),
        Piece::Stretch { route, first, end } => stops.extend(draft.routes[route].halts[first..end].iter().map(|halt| halt.point)),
        Piece::Reversed { route, first, end } => stops.extend(draft.routes[route].halts[first..end].iter().rev().map(|halt| halt.point)),
    }
}
