//! Where a visit fits best, for every size it may have, in one scan of a day.

mod fit;

use rand::{Rng, RngExt};

use super::draft::Draft;
use super::price::Prices;
use super::route::DraftRoute;
use super::setup::{Gate, NO_UNLOAD, RATE_BITS, Setup, VisitSize};
use crate::model::DaySet;
use fit::{Fit, GateWay, GateWays, Position, Slack, sum};

/// One position in so many is overlooked at random (Christiaens and Vanden Berghe 2020, section 5.2: 1 %).
const MEAN_BETWEEN_BLINKS: u32 = 100;
/// Routes of fewer stops are looked at everywhere, where trucks are few.
const SHORT_ROUTE: usize = 8;
/// Up to so many trucks, the ends of every route are looked at, and the polish pairs all truck-days of a day; of more, only what is near each other.
pub(super) const FEW_TRUCKS: usize = 16;
/// All positions of a day are looked at where its trucks with room have no more stops than this. 400,000 iterations of two classic weeks (p11, p30) took 1.9 and 2.4 seconds so, with the positions beside
/// the nearest points 6.6 and 13.2, and plans of as many iterations were as good.
const MOST_STOPS_AT_ONCE: usize = 1000;
/// There, on a single day on which another truck stands unused, a place has a stop beside it that is no farther than the nearest point of this number. Where a depot lies in a corner, most routes
/// pass by on their way out, and points whose surroundings are full would rather lengthen those than call for a truck of their own: a classic day of 978 points became 1.6 to 2.0 % dearer
/// without this limit (1,000,000 iterations, seed 1), and with 40, 100 and 249 still 0.5, 0.3 and 0.6 % (means of three seeds). So days of as many points are not looked at everywhere, and those of
/// fewer with the limit.
const FARTHEST_NEIGHBOUR: usize = 100;
/// New ways over more facilities than this are not looked at when positions are compared (the arrangement of unloads knows them all).
const MAX_GATES: usize = 8;

/// A place in a truck-day and what a visit there costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub cost: i64,
    pub truck: usize,
    pub at: usize,
}

impl Place {
    const NONE: Self = Self { cost: i64::MAX, truck: 0, at: 0 };
}

/// The best place for a visit of each size.
#[derive(Clone, Debug, Default)]
pub(super) struct BestPlaces {
    by_size: Vec<Place>,
    /// The dearest of the best places; a position that costs as much by its detour alone is of no use.
    bound: i64,
    /// Trucks under way with room for the visit, where all their positions are looked at.
    with_room: Vec<u32>,
    /// Positions until the next one that is overlooked.
    until_blink: u32,
    /// The first positions of each truck that were looked at, one bit each, where trucks are few: two near points often stand side by side.
    looked_at: [u128; FEW_TRUCKS],
    /// The ways over facilities, for each kind of truck.
    ways: Vec<GateWays>,
}

/// The point that is put in.
struct Visitor<'s> {
    point: usize,
    here: usize,
    day: usize,
    /// Sizes that are looked for; bit `size`.
    sizes: u32,
    /// No other size brings less or takes less time than the smallest.
    smallest: VisitSize,
    largest: VisitSize,
    setup: &'s Setup<'s>,
}

impl BestPlaces {
    /// The best place for a visit of a size, where there is one.
    #[inline]
    pub fn best(&self, size: usize) -> Option<Place> {
        let place = self.by_size[size];
        (place.cost < i64::MAX).then_some(place)
    }

    /// Cost of the best place for a visit of a size; `i64::MAX` where there is none.
    #[inline]
    pub fn cost(&self, size: usize) -> i64 {
        self.by_size[size].cost
    }

    /// Scans the truck-days of `day` for the best places of `point`, for the sizes in `sizes` (bit `size`) that some truck can carry.
    ///
    /// One unused truck of each kind is looked at, and of the routes all positions, where no truck unloads and no point has a window: there a place is soon judged, and to go through the nearest
    /// points takes longer, as most of them are visited on other days or by full trucks. Elsewhere, or where too many stops are in question, it is the positions beside the nearest points, and short routes and the ends of
    /// routes where trucks are few. O(stops of trucks with room), at most [`MOST_STOPS_AT_ONCE`], or O(near points).
    pub fn scan(&mut self, draft: &Draft, prices: &Prices, point: usize, day: usize, sizes: u32, rng: &mut impl Rng) {
        let setup = draft.setup;
        self.by_size.clear();
        self.by_size.resize(setup.n_sizes, Place::NONE);
        self.bound = i64::MAX;
        self.looked_at = [0; FEW_TRUCKS];
        self.ways.resize_with(setup.kinds.len(), GateWays::default);
        self.ways.iter_mut().for_each(|ways| ways.known = false);
        if prices.is_whim_of_positions() {
            self.until_blink = rng.random_range(0..3);
        }
        let sizes = sizes & setup.sizes(point, day);
        if sizes == 0 {
            return;
        }
        let largest = setup.visit_of_size(point, day, sizes.ilog2() as usize);
        let smallest = setup.visit_of_size(point, day, sizes.trailing_zeros() as usize);
        let visitor = Visitor { smallest, point, here: setup.location(point), day, sizes, largest, setup };
        let few_trucks = setup.n_trucks <= FEW_TRUCKS;
        let looks_everywhere = setup.looks_everywhere && self.list_with_room(draft, &visitor);
        if looks_everywhere {
            self.scan_all(draft, prices, &visitor, rng);
        } else if !few_trucks || !has_short_routes_only(draft, day) {
            self.scan_near(draft, prices, &visitor, rng);
        }
        for kind in 0..setup.kinds.len() {
            if !setup.serves(kind, day, point) {
                continue;
            }
            if let Some(truck) = draft.unused_truck(kind, day) {
                self.look(draft, prices, &visitor, truck, 0);
            }
        }
        if few_trucks && !looks_everywhere {
            self.scan_few(draft, prices, &visitor, rng);
        }
    }

    /// Looks at the positions beside the nearest points, where trucks have room; full trucks are passed over: where points stand in clusters, the next
    /// truck with room is far down the list.
    fn scan_near(&mut self, draft: &Draft, prices: &Prices, visitor: &Visitor, rng: &mut impl Rng) {
        let (setup, point, day) = (visitor.setup, visitor.point, visitor.day);
        let few_trucks = setup.n_trucks <= FEW_TRUCKS;
        let mut n_looked_at = 0;
        for neighbour in &setup.near[point] {
            if n_looked_at == prices.n_near {
                break;
            }
            let Some(spot) = draft.spot(*neighbour as usize, day) else { continue };
            let (truck, at) = (spot.truck as usize, spot.at as usize);
            let route = setup.route(truck, day);
            if draft.room(route) < visitor.smallest.kg || !(setup.uniform_service || setup.serves(setup.kind(truck), day, point)) {
                continue;
            }
            if few_trucks && draft.routes[route].len() < SHORT_ROUTE {
                continue;
            }
            n_looked_at += 1;
            if !setup.is_strict(truck, day) {
                self.consider(draft, prices, visitor, truck, at, rng);
                self.consider(draft, prices, visitor, truck, at + 1, rng);
                continue;
            }
            let legs = setup.legs(truck);
            let (here, there) = (visitor.here, setup.location(*neighbour as usize));
            let before = legs.cost_into(here, spot.before as usize) + legs.cost(here, there) - i64::from(spot.cost_in);
            let after = legs.cost_into(here, there) + legs.cost(here, spot.after as usize) - i64::from(spot.cost_out);
            if before < self.bound {
                self.consider(draft, prices, visitor, truck, at, rng);
            }
            if after < self.bound {
                self.consider(draft, prices, visitor, truck, at + 1, rng);
            }
        }
    }

    /// Lists the trucks under way that have room for the visit; false if they have too many stops. O(trucks).
    fn list_with_room(&mut self, draft: &Draft, visitor: &Visitor) -> bool {
        let (setup, day) = (visitor.setup, visitor.day);
        self.with_room.clear();
        let mut n_stops = 0;
        for (truck, room) in draft.rooms(day).iter().enumerate() {
            if *room >= visitor.smallest.kg && (setup.uniform_service || setup.serves(setup.kind(truck), day, visitor.point)) {
                n_stops += draft.routes[setup.route(truck, day)].len();
                if n_stops > MOST_STOPS_AT_ONCE {
                    return false;
                }
                self.with_room.push(truck as u32);
            }
        }
        true
    }

    /// Looks at every position of the trucks with room. A route's least detour is its best place, but for rare cases where hours bind and a dearer detour takes less time.
    ///
    /// One position in some hundred is overlooked, at most one of a route.
    fn scan_all(&mut self, draft: &Draft, prices: &Prices, visitor: &Visitor, rng: &mut impl Rng) {
        let (setup, day) = (visitor.setup, visitor.day);
        let reach = visitor.reach(draft);
        for i in 0..self.with_room.len() {
            let truck = self.with_room[i] as usize;
            let route = &draft.routes[setup.route(truck, day)];
            let overlooked = self.overlooked_of(route.len() as u32 + 1, prices, rng);
            let stops = route.halts.iter().map(|halt| (setup.location(halt.point as usize), halt.leg.cost));
            let legs = setup.legs(truck);
            let least = legs.least_detour(visitor.here, setup.home(truck), stops, route.way_home.cost, reach, overlooked);
            if let Some((detour, at)) = least.filter(|least| least.0 < self.bound) {
                let places = (route.place_before(setup, truck, at), route.place_at(setup, truck, at));
                self.weigh_without_gates(draft, prices, visitor, truck, at, places, detour);
            }
        }
    }

    /// Which of so many positions of a route is overlooked, if any is: the last one that is drawn.
    fn overlooked_of(&mut self, n_positions: u32, prices: &Prices, rng: &mut impl Rng) -> Option<usize> {
        let mut overlooked = None;
        while self.until_blink < n_positions {
            overlooked = Some(self.until_blink as usize);
            self.until_blink += 1 + until_next_blink(prices, rng);
        }
        self.until_blink -= n_positions;
        overlooked
    }

    /// Short routes are looked at everywhere, the others at their ends too; last, when the bound is tight.
    fn scan_few(&mut self, draft: &Draft, prices: &Prices, visitor: &Visitor, rng: &mut impl Rng) {
        let setup = visitor.setup;
        for truck in 0..setup.n_trucks {
            let route = setup.route(truck, visitor.day);
            let last = draft.routes[route].len();
            if last == 0 || draft.frozen[route] || !setup.serves(setup.kind(truck), visitor.day, visitor.point) {
                continue;
            }
            if last < SHORT_ROUTE {
                (0..=last).for_each(|at| self.consider(draft, prices, visitor, truck, at, rng));
            } else {
                self.consider(draft, prices, visitor, truck, 0, rng);
                self.consider(draft, prices, visitor, truck, last, rng);
            }
        }
    }

    fn consider(&mut self, draft: &Draft, prices: &Prices, visitor: &Visitor, truck: usize, at: usize, rng: &mut impl Rng) {
        if visitor.setup.n_trucks <= FEW_TRUCKS && at < u128::BITS as usize {
            let looked_at = &mut self.looked_at[truck];
            if *looked_at >> at & 1 != 0 {
                return;
            }
            *looked_at |= 1 << at;
        }
        if self.until_blink == 0 {
            self.until_blink = until_next_blink(prices, rng);
            return;
        }
        self.until_blink -= 1;
        self.look(draft, prices, visitor, truck, at);
    }

    fn look(&mut self, draft: &Draft, prices: &Prices, visitor: &Visitor, truck: usize, at: usize) {
        let setup = visitor.setup;
        let index = setup.route(truck, visitor.day);
        let route = &draft.routes[index];
        let legs = setup.legs(truck);
        // The way over a facility is hardly shorter or cheaper than the direct one, so the detour bounds every fit in cost and time, where no unload lies between.
        let (before, after) = (route.place_before(setup, truck, at), route.place_at(setup, truck, at));
        let gates_near = !setup.gates(truck, visitor.day).is_empty();
        let between_trips = gates_near && (at == route.len() || (at > 0 && route.halts[at - 1].unload != NO_UNLOAD));
        let direct = route.leg_to(at);
        let detour = legs.cost_into(visitor.here, before) + legs.cost(visitor.here, after) - i64::from(direct.cost);
        if !between_trips && detour >= self.bound {
            return;
        }
        if !gates_near {
            return self.weigh_without_gates(draft, prices, visitor, truck, at, (before, after), detour);
        }
        let slack = Slack::of(draft, visitor, truck, at);
        if !between_trips {
            let seconds = legs.seconds_into(visitor.here, before) + legs.seconds(visitor.here, after) - i64::from(direct.seconds);
            if slack.least_cost(prices, visitor, legs, detour, seconds) >= self.bound {
                return;
            }
        }
        let ways = &mut self.ways[setup.kind(truck)];
        if !ways.known {
            visitor.find_ways(draft, prices, truck, ways);
        }
        let fits = Position { truck, at, before, after, legs, route, ways: &ways.ways }.fits(visitor);
        self.weigh(draft, prices, visitor, truck, at, &slack, &fits);
    }

    /// One stop more for a truck that unloads nowhere.
    #[expect(clippy::too_many_arguments, reason = "the innermost loop of the search")]
    fn weigh_without_gates(
        &mut self,
        draft: &Draft,
        prices: &Prices,
        visitor: &Visitor,
        truck: usize,
        at: usize,
        places: (usize, usize),
        detour: i64,
    ) {
        let setup = visitor.setup;
        let vehicle = &setup.problem.trucks[truck];
        let route = &draft.routes[setup.route(truck, visitor.day)];
        let (kg_left, litres_left) = (vehicle.payload_limit.0 - route.kg, vehicle.volume_limit.0 - route.litres);
        if setup.is_strict(truck, visitor.day) && !visitor.has_room(route, truck) {
            return;
        }
        let legs = setup.legs(truck);
        let (before, after) = places;
        let prepare = if route.is_empty() { vehicle.preparation.0 } else { 0 };
        let driven = i64::from(route.leg_to(at).seconds);
        let seconds = legs.seconds_into(visitor.here, before) + legs.seconds(visitor.here, after) - driven + prepare;
        let fit = Fit { seconds, cost: detour + legs.per_second(prepare), room_kg: kg_left, room_litres: litres_left };
        self.weigh(draft, prices, visitor, truck, at, &Slack::of(draft, visitor, truck, at), &[fit]);
    }

    #[expect(clippy::too_many_arguments, reason = "the innermost loop of the search")]
    fn weigh(&mut self, draft: &Draft, prices: &Prices, visitor: &Visitor, truck: usize, at: usize, slack: &Slack, fits: &[Fit]) {
        let setup = visitor.setup;
        let legs = setup.legs(truck);
        let is_new = draft.routes[setup.route(truck, visitor.day)].is_empty();
        let new_day = if is_new { setup.problem.trucks[truck].cost_per_day.0 } else { 0 };
        let visits = setup.visits(visitor.point, visitor.day);
        let mut is_better = false;
        for fit in fits {
            if fit.cost >= self.bound || slack.least_cost(prices, visitor, legs, fit.cost + new_day, fit.seconds) >= self.bound {
                continue;
            }
            for size in DaySet(visitor.sizes).iter() {
                let (best, visit) = (self.by_size[size].cost, visits[size]);
                let service = i64::from(visit.service) + slack.early;
                let mut cost = fit.cost + new_day + legs.per_second(service);
                // What goes beyond a limit only makes it dearer.
                if cost >= best {
                    continue;
                }
                let kg_over = fit.overload(visit);
                if kg_over > 0 && !setup.soft_loads {
                    continue;
                }
                let over = slack.over(fit.seconds + service);
                if over != 0 {
                    cost += prices.of_second_over(over);
                }
                if kg_over > 0 {
                    cost += prices.of_kg_over(kg_over);
                }
                if cost < best {
                    is_better = true;
                    self.by_size[size] = Place { cost, truck, at };
                }
            }
        }
        if is_better {
            let dearest = DaySet(visitor.sizes).iter().map(|size| self.by_size[size].cost).max();
            self.bound = dearest.unwrap_or(i64::MAX);
        }
    }
}

/// Whether all routes of a day are so short that every position of them is looked at anyway, where trucks are few: nearest points add nothing.
fn has_short_routes_only(draft: &Draft, day: usize) -> bool {
    let first = draft.setup.route(0, day);
    draft.routes[first..first + draft.setup.n_trucks].iter().all(|route| route.len() < SHORT_ROUTE)
}

/// Positions between two that are overlooked.
fn until_next_blink(prices: &Prices, rng: &mut impl Rng) -> u32 {
    if prices.is_whim_of_positions() { rng.random_range(0..3) } else { rng.random_range(1..2 * MEAN_BETWEEN_BLINKS) }
}

impl Visitor<'_> {
    /// How far the stop beside a place may be, in what the way costs a truck that stands unused: see [`FARTHEST_NEIGHBOUR`].
    fn reach(&self, draft: &Draft) -> i64 {
        let setup = self.setup;
        let farthest = setup.near[self.point].get(FARTHEST_NEIGHBOUR - 1).filter(|_| setup.n_days == 1);
        let carries = |kind: usize| {
            let truck = &setup.problem.trucks[setup.kinds[kind].truck];
            i64::from(self.smallest.kg) <= truck.payload_limit.0 && i64::from(self.smallest.litres) <= truck.volume_limit.0
        };
        let is_unused =
            |kind: &usize| carries(*kind) && setup.serves(*kind, self.day, self.point) && draft.unused_truck(*kind, self.day).is_some();
        match (farthest, (0..setup.kinds.len()).find(is_unused)) {
            (Some(farthest), Some(kind)) => setup.legs(setup.kinds[kind].truck).cost(self.here, setup.location(*farthest as usize)),
            _ => i64::MAX,
        }
    }

    /// Whether a truck that unloads nowhere has room for the smallest size.
    #[inline]
    fn has_room(&self, route: &DraftRoute, truck: usize) -> bool {
        let vehicle = &self.setup.problem.trucks[truck];
        route.kg + i64::from(self.smallest.kg) <= vehicle.payload_limit.0
            && route.litres + i64::from(self.smallest.litres) <= vehicle.volume_limit.0
    }

    /// Finds the ways over the facilities that trucks like this one may use.
    fn find_ways(&self, draft: &Draft, prices: &Prices, truck: usize, found: &mut GateWays) {
        let (setup, legs) = (self.setup, self.setup.legs(truck));
        let usual_tip = setup.problem.trucks[truck].payload_limit.0 * 3 / 4;
        let way = |gate: &Gate| {
            let is_full = draft.intake(self.day, gate.facility) + usual_tip > setup.limits[gate.facility].day;
            let over = if is_full { prices.of_kg_over(usual_tip) } else { 0 };
            let unload = (gate.unload_fixed, legs.per_second(gate.unload_fixed));
            let leg = |from: usize, to: usize| sum((legs.seconds(from, to), legs.cost(from, to)), unload);
            GateWay {
                gate: gate.location,
                tip: ((setup.kg_rate(prices, gate.facility) * usual_tip) >> RATE_BITS) + over,
                to: leg(self.here, gate.location),
                back: leg(gate.location, self.here),
            }
        };
        found.known = true;
        found.ways.clear();
        found.ways.extend(setup.gates(truck, self.day).iter().take(MAX_GATES).map(way));
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;
    use crate::model::testing::first_day;
    use crate::solve::tests::{classic_week, random_draft};

    #[test]
    fn where_all_positions_are_looked_at_the_best_of_all_is_found() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        let (mut found, mut kinds_of_load) = (0, [0, 0]);
        for seed in 0..40 {
            let mut problem = classic_week(seed, 12, 4);
            // Only where waiting does not count may loads go beyond a limit.
            problem.policy.waiting_counts = seed % 2 == 0;
            let setup = Setup::new(&problem);
            assert!(setup.looks_everywhere);
            kinds_of_load[usize::from(setup.soft_loads)] += 1;
            let prices = Prices::new(&setup);
            let (mut draft, _) = random_draft(&setup, seed);
            let point = seed as usize % setup.n_points;
            (0..setup.n_days).for_each(|day| draft.take_out(point, day));
            draft.choose_pattern(point, 0);
            draft.refresh_all(&prices);
            let part_of: Vec<u8> = (0..draft.routes.len()).map(|route| u8::from(route % 28 == seed as usize % 28)).collect();
            draft.freeze_all_but(0, &part_of);
            for day in problem.points[point].days_allowed.iter() {
                // None is overlooked.
                let mut places = BestPlaces { until_blink: u32::MAX, ..BestPlaces::default() };
                places.scan(&draft, &prices, point, day, u32::MAX, &mut rng);
                let mut one_by_one = BestPlaces { by_size: vec![Place::NONE; setup.n_sizes], bound: i64::MAX, ..BestPlaces::default() };
                let sizes = setup.sizes(point, day);
                let (smallest, largest) = (sizes.trailing_zeros() as usize, sizes.ilog2() as usize);
                let visit = |size| setup.visit_of_size(point, day, size);
                let here = setup.location(point);
                let visitor = Visitor { point, here, day, sizes, smallest: visit(smallest), largest: visit(largest), setup: &setup };
                for truck in 0..setup.n_trucks {
                    let index = setup.route(truck, day);
                    if !draft.frozen[index] && setup.serves(setup.kind(truck), day, point) {
                        (0..=draft.routes[index].len()).for_each(|at| one_by_one.look(&draft, &prices, &visitor, truck, at));
                    }
                }
                let costs = |places: &BestPlaces| (0..setup.n_sizes).map(|size| places.cost(size)).collect::<Vec<_>>();
                assert_eq!(costs(&places), costs(&one_by_one), "seed {seed}, day {day}");
                found += costs(&places).iter().filter(|cost| **cost < i64::MAX).count();
            }
        }
        assert!(found > 200 && kinds_of_load.iter().all(|n| *n > 10), "{found} places, {kinds_of_load:?}");
    }

    #[test]
    fn positions_are_overlooked_as_often_on_long_routes_as_on_short_ones() {
        let problem = classic_week(1, 4, 1);
        let prices = Prices::new(&Setup::new(&problem));
        for n_positions in [1, 20, 150, 400] {
            let mut rng = Xoshiro256PlusPlus::seed_from_u64(3);
            let mut places = BestPlaces::default();
            let (n_scans, mut first, mut all) = (20_000, 0, 0);
            for _ in 0..n_scans {
                let overlooked = places.overlooked_of(n_positions, &prices, &mut rng);
                first += u32::from(overlooked == Some(0));
                all += u32::from(overlooked.is_some());
                assert!(overlooked.is_none_or(|at| at < n_positions as usize));
            }
            assert!(first < n_scans / 50, "{n_positions}: the first one {first} times");
            assert!(100 * all >= n_scans * n_positions.min(70) / 2, "{n_positions}: {all} times");
        }
    }

    #[test]
    fn on_a_day_with_a_truck_to_spare_places_far_from_all_that_is_near_are_passed_over() {
        let day = first_day(classic_week(5, 130, 6));
        let point = (0..130).rfind(|point| day.points[*point].reached_by.iter().all(|reached| *reached)).expect("most are in wide roads");
        for spare in [true, false] {
            let setup = Setup::new(&day);
            let (mut draft, prices) = (Draft::new(&setup), Prices::new(&setup));
            for truck in 0..setup.n_trucks - usize::from(spare) {
                draft.put_in(truck, 0, 1, truck, 0);
            }
            let smallest = setup.visit_of_size(point, 0, 0);
            let visitor = Visitor { point, here: setup.location(point), day: 0, sizes: 1, smallest, largest: smallest, setup: &setup };
            draft.refresh_all(&prices);
            let farthest = setup.near[point][FARTHEST_NEIGHBOUR - 1] as usize;
            let expected = if spare { setup.legs(0).cost(setup.location(point), setup.location(farthest)) } else { i64::MAX };
            assert_eq!(visitor.reach(&draft), expected);
        }
    }
}
