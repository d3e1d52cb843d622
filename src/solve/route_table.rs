//! The cheapest route of every set of points that a truck can serve in a day, where points are few.

use std::collections::HashMap;

use super::legs::LegTable;
use super::setup::{Gate, NO_UNLOAD, Setup, VisitSize};
use super::unloading::longest_day;
use crate::constraint::{ClockScope, Excess, RouteSums, TripSums};
use crate::model::{DaySet, Load};
use crate::units::{Kilograms, Litres, Seconds, proportion};

/// Routes are listed in weeks of no more points than this: a table has an entry for each of their sets.
const MOST_POINTS: usize = 20;
const _: () = assert!(MOST_POINTS < u32::BITS as usize, "a set of points has a bit for each");
/// A table lists no more trips than this, each as a set of points, and no more sets that a truck can serve in a day. Of classic weeks of 20 points, two facilities and some four points to a trip there are 3,000 to 8,000
/// trips and 30,000 to 90,000 routes, and all are found in a tenth of a second.
const MOST_TRIPS: usize = 10_000;
const MOST_ROUTES: usize = 300_000;
/// Nor are routes listed where trucks may choose among more facilities: the table grows with their square.
const MOST_GATES: usize = 4;
/// No more trips than this are tried as the next ones of a chain, in all: where hours don't bind, nearly every trip follows every other. Those classic weeks need 1 to 5 million.
const MOST_LINKS: usize = 30_000_000;
/// No number of a trip or a route.
const NONE: u32 = u32::MAX;

/// The cheapest route of every set of points, a bit for each point, that one truck can serve in a day.
///
/// A truck-day depends on nothing but the points it serves: service is fixed, every visit of a point brings the same load, all trucks are alike, facilities take all there is, all days are alike,
/// and what a rule asks is known from the sums of a route ([`suits`]).
///
/// Dynamic programming over sets (Held and Karp 1962, <https://doi.org/10.1137/0110015>): first the ways through the points of a trip, from each place where one begins to each where one
/// ends; then chains of trips. Of two ways the cheaper one stays, of equal ones the shorter: where time costs as much as the way, as in classic instances, that is exact; elsewhere a
/// route is missed whose cheapest way takes too long. O(trips · points² · gates + routes · trips · gates²), far less where hours bind.
pub(super) struct RouteTable<'a> {
    day: Day<'a>,
    trips: Trips,
    /// Number of the chains of a set among `chains`.
    chains_of: Vec<u32>,
    /// Ways through the points of a set, in chains of trips: `chains[number · ends + end]`.
    chains: Vec<Way>,
    /// Cost of the cheapest route, by set.
    cost: Vec<i64>,
}

/// What a truck finds on a day, the same on each.
struct Day<'a> {
    setup: &'a Setup<'a>,
    legs: &'a LegTable,
    gates: &'a [Gate],
    /// What every point brings, and where it lies.
    visits: Vec<VisitSize>,
    /// Where a trip may begin: home first, then at the gates. And where it may end: at the gates, or at home where there are none.
    starts: Vec<usize>,
    ends: Vec<usize>,
}

/// Sets of points that a truck can hold at once.
struct Trips {
    /// In ascending order: subsets come first.
    sets: Vec<u32>,
    number_of: HashMap<u32, u32>,
    /// Ways from where a trip begins through its points, the last one given: `[(start · trips + trip) · points + last]`, without service.
    paths: Vec<Way>,
    /// The same with service, way to an end and unload: `[(start · ends + end) · trips + trip]`.
    whole: Vec<Way>,
}

/// What a way comes to; compared by cost, then by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    cost: i64,
    busy: i64,
    driving: i64,
}

impl Way {
    const NOTHING: Self = Self { cost: 0, busy: 0, driving: 0 };
    const IMPOSSIBLE: Self = Self { cost: i64::MAX, busy: 0, driving: 0 };

    fn is_possible(self) -> bool {
        self.cost < i64::MAX
    }

    /// One after the other.
    fn and(self, other: Self) -> Self {
        if !(self.is_possible() && other.is_possible()) {
            return Self::IMPOSSIBLE;
        }
        Self { cost: self.cost + other.cost, busy: self.busy + other.busy, driving: self.driving + other.driving }
    }
}

/// The truck and the day that stand for all.
const TRUCK: usize = 0;
const DAY: usize = 0;

/// Whether a truck-day depends on the points it serves alone.
fn suits(setup: &Setup) -> bool {
    let takes_all = |facility: usize| {
        let limit = setup.limits[facility];
        (limit.day, limit.week) == (i64::MAX, i64::MAX) && !setup.is_passed_over(facility)
    };
    setup.n_points <= MOST_POINTS
        && setup.kinds.len() == 1
        && setup.gates(TRUCK, DAY).len() <= MOST_GATES
        && setup.is_service_fixed
        && setup.clock_scope == ClockScope::Sums
        && (0..setup.limits.len()).all(takes_all)
        && (0..setup.n_days).all(|day| is_alike(setup, day))
        && (0..setup.n_points).all(|point| has_one_load(setup, point))
}

fn is_alike(setup: &Setup, day: usize) -> bool {
    let gates = |day: usize| setup.gates(TRUCK, day).iter().map(|gate| (gate.facility, gate.unload_fixed, gate.unload_per_tonne));
    setup.hours(TRUCK, day) == setup.hours(TRUCK, DAY)
        && gates(day).eq(gates(DAY))
        && (0..setup.n_points).all(|point| setup.serves(setup.kind(TRUCK), day, point) == setup.serves(setup.kind(TRUCK), DAY, point))
}

fn has_one_load(setup: &Setup, point: usize) -> bool {
    let loads =
        || (0..setup.n_days).flat_map(|day| DaySet(setup.sizes(point, day)).iter().map(move |size| setup.visit_of_size(point, day, size)));
    loads().all(|load| Some(load) == loads().next())
}

impl<'a> RouteTable<'a> {
    /// The table of a week, where a truck-day depends on the points it serves alone and there are not too many.
    pub fn new(setup: &'a Setup<'a>) -> Option<Self> {
        if !suits(setup) {
            return None;
        }
        let day = Day::new(setup);
        let trips = Trips::new(&day)?;
        let n_sets = 1 << setup.n_points;
        let mut table = Self { day, trips, chains_of: vec![NONE; n_sets], chains: Vec::new(), cost: vec![i64::MAX; n_sets] };
        table.cost[0] = 0;
        table.chain_trips().then_some(table)
    }

    /// Cost of the cheapest route that serves just these points; nothing where no truck can in a day.
    #[inline]
    pub fn cost(&self, points: u32) -> Option<i64> {
        let cost = self.cost[points as usize];
        (cost < i64::MAX).then_some(cost)
    }

    /// The points of that route in their order, each with the unload after it.
    pub fn route(&self, points: u32) -> Vec<(u32, u8)> {
        let mut stops = Vec::new();
        let mut end = (0..self.day.ends.len()).min_by_key(|end| self.day.whole_day(self.chain(points, *end), *end)).unwrap_or(0);
        let mut left = points;
        while left != 0 {
            let (before, start, trip) = self.last_trip(left, end);
            let unload = self.day.gates.get(end).map_or(NO_UNLOAD, |gate| gate.facility as u8);
            stops.extend(
                self.trips.points_backwards(&self.day, start, trip, end).zip(std::iter::once(unload).chain(std::iter::repeat(NO_UNLOAD))),
            );
            // Beside the start from home, a trip starts where the one before ended.
            (left, end) = (before, start.wrapping_sub(1));
        }
        stops.reverse();
        stops
    }

    /// Links trips to chains of trips, smaller sets first; whether they are not too many.
    fn chain_trips(&mut self) -> bool {
        let (n_ends, n_trips) = (self.day.ends.len(), self.trips.sets.len());
        for trip in 0..n_trips {
            let number = self.chains_of_set(self.trips.sets[trip]);
            for end in 0..n_ends {
                self.chains[number + end] = self.trips.whole(0, trip, end, n_ends);
            }
        }
        let longest = longest_day(self.day.setup, TRUCK, DAY) - self.day.setup.problem.trucks[TRUCK].preparation.0;
        let quickest_first = self.quickest_first();
        let mut n_links = 0;
        for set in 1..self.chains_of.len() as u32 {
            if self.chains_of[set as usize] == NONE {
                continue;
            }
            if self.chains.len() > MOST_ROUTES * n_ends || n_links > MOST_LINKS {
                return false;
            }
            let number = self.chains_of[set as usize] as usize;
            let ways: Vec<Way> = self.chains[number..number + n_ends].to_vec();
            self.cost[set as usize] =
                (0..n_ends).map(|end| self.day.whole_day(ways[end], end)).min().map_or(i64::MAX, |cheapest| cheapest.cost);
            let soonest = ways.iter().filter(|way| way.is_possible()).map(|way| way.busy).min().unwrap_or(longest);
            for (seconds, trip) in &quickest_first {
                if soonest + seconds > longest {
                    break;
                }
                n_links += 1;
                let more = self.trips.sets[*trip];
                if more & set == 0 {
                    self.lengthen(&ways, set, *trip);
                }
            }
        }
        true
    }

    /// The trips that begin at a gate, with the least time that one takes until the truck is home; the quickest first.
    fn quickest_first(&self) -> Vec<(i64, usize)> {
        let n_ends = self.day.ends.len();
        let least = |trip: usize| {
            let ways = (0..self.day.gates.len()).flat_map(|gate| (0..n_ends).map(move |end| (gate + 1, end)));
            let home = |(start, end): (usize, usize)| self.trips.whole(start, trip, end, n_ends).busy + self.day.way_home(end).busy;
            ways.map(home).min()
        };
        let mut trips: Vec<(i64, usize)> = (0..self.trips.sets.len()).filter_map(|trip| Some((least(trip)?, trip))).collect();
        trips.sort_unstable();
        trips
    }

    /// Appends a trip to the ways through a set.
    fn lengthen(&mut self, ways: &[Way], set: u32, trip: usize) {
        let n_ends = ways.len();
        let longer = set | self.trips.sets[trip];
        for end in 0..n_ends {
            let best = (0..n_ends).map(|gate| ways[gate].and(self.trips.whole(gate + 1, trip, end, n_ends))).min();
            let Some(best) = best.filter(|best| self.day.whole_day(*best, end).is_possible()) else { continue };
            let number = self.chains_of_set(longer);
            let known = &mut self.chains[number + end];
            *known = best.min(*known);
        }
    }

    /// Where the chains of a set are, which has a place from now on.
    fn chains_of_set(&mut self, set: u32) -> usize {
        let number = &mut self.chains_of[set as usize];
        if *number == NONE {
            *number = self.chains.len() as u32;
            self.chains.resize(self.chains.len() + self.day.ends.len(), Way::IMPOSSIBLE);
        }
        *number as usize
    }

    /// The way through a set that ends at an end; none through no points.
    fn chain(&self, set: u32, end: usize) -> Way {
        match self.chains_of[set as usize] {
            NONE => Way::IMPOSSIBLE,
            number => self.chains[number as usize + end],
        }
    }

    /// Of the cheapest way through a set to an end: the points before the last trip, where that one starts, and its number.
    fn last_trip(&self, set: u32, end: usize) -> (u32, usize, usize) {
        let (way, n_ends) = (self.chain(set, end), self.day.ends.len());
        let is_last = |(start, trip): &(usize, usize)| {
            let before = set ^ self.trips.sets[*trip];
            let so_far = match (before, start) {
                (0, 0) => Way::NOTHING,
                (0, _) | (_, 0) => Way::IMPOSSIBLE,
                (_, start) => self.chain(before, start - 1),
            };
            so_far.and(self.trips.whole(*start, *trip, end, n_ends)) == way
        };
        let within = (0..self.trips.sets.len()).filter(|trip| self.trips.sets[*trip] & !set == 0);
        let (start, trip) =
            within.flat_map(|trip| (0..self.day.starts.len()).map(move |start| (start, trip))).find(is_last).expect("the way was made so");
        (set ^ self.trips.sets[trip], start, trip)
    }
}

impl<'a> Day<'a> {
    fn new(setup: &'a Setup<'a>) -> Self {
        let gates = setup.gates(TRUCK, DAY);
        let home = std::iter::once(setup.home(TRUCK));
        let visit = |point: usize| {
            let of_day = |day: usize| DaySet(setup.sizes(point, day)).iter().next().map(|size| setup.visit_of_size(point, day, size));
            (0..setup.n_days).find_map(of_day).unwrap_or_default()
        };
        Self {
            setup,
            legs: setup.legs(TRUCK),
            gates,
            visits: (0..setup.n_points).map(visit).collect(),
            starts: home.clone().chain(gates.iter().map(|gate| gate.location)).collect(),
            ends: if gates.is_empty() { home.collect() } else { gates.iter().map(|gate| gate.location).collect() },
        }
    }

    fn leg(&self, from: usize, to: usize) -> Way {
        let seconds = self.legs.seconds(from, to);
        Way { cost: self.legs.cost(from, to), busy: seconds, driving: seconds }
    }

    fn standing(&self, seconds: i64) -> Way {
        Way { cost: self.legs.per_second(seconds), busy: seconds, driving: 0 }
    }

    fn load(&self, points: u32) -> Load {
        let visits = || bits(points).map(|point| self.visits[point]);
        Load {
            kg: Kilograms(visits().map(|visit| i64::from(visit.kg)).sum()),
            litres: Litres(visits().map(|visit| i64::from(visit.litres)).sum()),
        }
    }

    fn fits_a_truck(&self, points: u32) -> bool {
        let truck = &self.setup.problem.trucks[TRUCK];
        let trip = TripSums { truck, n_stops: points.count_ones() as usize, load: self.load(points), unloads: !self.gates.is_empty() };
        self.setup.rules_of_sums.of_trip(&trip) == Excess::NONE
    }

    /// What serving points and unloading at an end adds to the ways of a trip.
    fn service(&self, points: u32, end: usize) -> Way {
        let seconds = bits(points).map(|point| i64::from(self.visits[point].service)).sum();
        let unload = self.gates.get(end).map_or(Way::NOTHING, |gate| {
            let kg = self.load(points).kg.0;
            let tipping = proportion(self.setup.problem.facilities[gate.facility].tipping_per_tonne.0, kg, 1000);
            self.standing(gate.unload_time(kg)).and(Way { cost: tipping, ..Way::NOTHING })
        });
        self.standing(seconds).and(unload)
    }

    fn way_home(&self, end: usize) -> Way {
        if self.gates.is_empty() { Way::NOTHING } else { self.leg(self.ends[end], self.starts[0]) }
    }

    /// A day with this way from home to an end, if it keeps the rules.
    fn whole_day(&self, way: Way, end: usize) -> Way {
        let truck = &self.setup.problem.trucks[TRUCK];
        let on_duty = Way { cost: truck.cost_per_day.0, ..Way::NOTHING }.and(self.standing(truck.preparation.0));
        let day = on_duty.and(way).and(self.way_home(end));
        if !day.is_possible() {
            return day;
        }
        let (hours, work) = (self.setup.hours(TRUCK, DAY), Seconds(day.busy));
        let (start, driving) = (hours.from, [Seconds(day.driving), Seconds::ZERO]);
        let sums = RouteSums { truck, hours, start, leave: start + truck.preparation, end: start + work, work, driving, pause: None };
        if self.setup.rules_of_sums.of_route(&sums) == Excess::NONE { day } else { Way::IMPOSSIBLE }
    }
}

impl Trips {
    /// All trips that a truck can hold; nothing where they are too many.
    fn new(day: &Day) -> Option<Self> {
        let mut sets = Vec::new();
        let served = (0..day.setup.n_points).filter(|point| day.setup.serves(day.setup.kind(TRUCK), DAY, *point));
        // Each trip with one point more, of those that come later; no trip fits that has one that doesn't.
        let mut open: Vec<u32> = served.clone().map(|point| 1 << point).collect();
        while let Some(set) = open.pop().filter(|_| sets.len() <= MOST_TRIPS) {
            if day.fits_a_truck(set) {
                sets.push(set);
                open.extend(served.clone().filter(|point| set >> point == 0).map(|point| set | 1 << point));
            }
        }
        if sets.len() > MOST_TRIPS {
            return None;
        }
        sets.sort_unstable();
        let number_of = sets.iter().zip(0..).map(|(set, number)| (*set, number)).collect();
        let mut trips = Self { sets, number_of, paths: Vec::new(), whole: Vec::new() };
        for start in &day.starts {
            trips.find_paths(day, *start);
        }
        for start in 0..day.starts.len() {
            for end in 0..day.ends.len() {
                let whole = |trip: usize| {
                    let last = bits(trips.sets[trip]).map(|last| trips.path_to_end(day, start, trip, last, end)).min();
                    last.unwrap_or(Way::IMPOSSIBLE).and(day.service(trips.sets[trip], end))
                };
                let of_all: Vec<Way> = (0..trips.sets.len()).map(whole).collect();
                trips.whole.extend(of_all);
            }
        }
        Some(trips)
    }

    /// The cheapest paths from a place through the points of every trip, for each last point.
    fn find_paths(&mut self, day: &Day, from: usize) {
        let (setup, n_points) = (day.setup, day.setup.n_points);
        let base = self.paths.len();
        self.paths.resize(base + self.sets.len() * n_points, Way::IMPOSSIBLE);
        for (number, set) in self.sets.iter().enumerate() {
            for last in bits(*set) {
                let (before, here) = (set & !(1 << last), setup.location(last));
                let path = if before == 0 {
                    day.leg(from, here)
                } else {
                    let known = base + self.number_of[&before] as usize * n_points;
                    let over = |other: usize| self.paths[known + other].and(day.leg(setup.location(other), here));
                    bits(before).map(over).min().unwrap_or(Way::IMPOSSIBLE)
                };
                self.paths[base + number * n_points + last] = path;
            }
        }
    }

    /// The cheapest path of a trip to its last point.
    fn path(&self, day: &Day, start: usize, trip: usize, last: usize) -> Way {
        self.paths[(start * self.sets.len() + trip) * day.setup.n_points + last]
    }

    fn path_to_end(&self, day: &Day, start: usize, trip: usize, last: usize, end: usize) -> Way {
        self.path(day, start, trip, last).and(day.leg(day.setup.location(last), day.ends[end]))
    }

    /// The cheapest way of a trip from a start to an end, with service and unload.
    fn whole(&self, start: usize, trip: usize, end: usize, n_ends: usize) -> Way {
        self.whole[(start * n_ends + end) * self.sets.len() + trip]
    }

    /// The points of that way, the last one first.
    fn points_backwards(&self, day: &Day, start: usize, trip: usize, end: usize) -> impl Iterator<Item = u32> {
        let mut points = Vec::new();
        let set = self.sets[trip];
        let mut last = bits(set).min_by_key(|last| self.path_to_end(day, start, trip, *last, end)).expect("a trip has points");
        let mut left = set;
        loop {
            points.push(last as u32);
            left &= !(1 << last);
            if left == 0 {
                return points.into_iter();
            }
            let (number, here) = (self.number_of[&left] as usize, day.setup.location(last));
            let over = |other: &usize| self.path(day, start, number, *other).and(day.leg(day.setup.location(*other), here));
            last = bits(left).min_by_key(over).expect("there are points left");
        }
    }
}

/// The points of a set, in ascending order.
fn bits(points: u32) -> impl Iterator<Item = usize> {
    DaySet(points).iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Problem;
    use crate::solve::route::DraftRoute;
    use crate::solve::tests::alike_week;

    /// Sums of costs are rounded leg by leg in one way of adding them up, and once in the other.
    const ROUNDING: i64 = 50;

    /// A truck-day with these stops, and what it costs if it keeps the rules.
    fn weigh(setup: &Setup, stops: &[(u32, u8)]) -> Option<i64> {
        let mut route = DraftRoute::default();
        for (at, (point, _)) in stops.iter().enumerate() {
            route.insert(setup, TRUCK, at, *point, setup.visit_of_size(*point as usize, DAY, 0));
        }
        route.halts.iter_mut().zip(stops).for_each(|(halt, (_, unload))| halt.unload = *unload);
        route.sum(setup, TRUCK, DAY);
        let is_kept = route.trip_excess == Excess::NONE && route.busy <= longest_day(setup, TRUCK, DAY);
        let tipping = |(facility, kg): (usize, i64)| proportion(setup.problem.facilities[facility].tipping_per_tonne.0, kg, 1000);
        let of_ways = setup.legs(TRUCK).cost_of(route.busy, route.metres) + setup.problem.trucks[TRUCK].cost_per_day.0;
        is_kept.then(|| of_ways + route.tips().map(tipping).sum::<i64>())
    }

    /// The least cost of all orders of points and all unloads.
    fn by_enumeration(setup: &Setup, stops: &mut Vec<(u32, u8)>, left: u32) -> Option<i64> {
        let gates: Vec<u8> = setup.gates(TRUCK, DAY).iter().map(|gate| gate.facility as u8).collect();
        if left == 0 {
            let is_unloaded = gates.is_empty() || stops.last().is_some_and(|stop| stop.1 != NO_UNLOAD);
            return if is_unloaded { weigh(setup, stops) } else { None };
        }
        let mut least = None;
        for point in bits(left) {
            for unload in gates.iter().copied().chain([NO_UNLOAD]) {
                stops.push((point as u32, unload));
                let cost = by_enumeration(setup, stops, left & !(1 << point));
                least = [least, cost].into_iter().flatten().min();
                stops.pop();
            }
        }
        least
    }

    #[test]
    fn routes_cost_the_least_of_all_orders_and_unloads() {
        let (mut n_routes, mut n_impossible) = (0, 0);
        for seed in 0..6 {
            let problem = alike_week(seed, (5, 2), Seconds(6500), !seed.is_multiple_of(3));
            let setup = Setup::new(&problem);
            let table = RouteTable::new(&setup).expect("the week suits");
            for set in (1..1u32 << 5).filter(|set| set.count_ones() < 5) {
                let least = by_enumeration(&setup, &mut Vec::new(), set);
                assert_eq!(table.cost(set).is_some(), least.is_some(), "seed {seed}, set {set:b}");
                let (Some(cost), Some(least)) = (table.cost(set), least) else {
                    n_impossible += 1;
                    continue;
                };
                assert!((cost - least).abs() < ROUNDING, "seed {seed}, set {set:b}: {cost}, but {least} is the least");
                let route = table.route(set);
                assert_eq!(route.iter().fold(0, |points, (point, _)| points | 1 << point), set);
                let of_route = weigh(&setup, &route).expect("the route keeps the rules");
                assert!((of_route - least).abs() < ROUNDING, "seed {seed}, set {set:b}: {of_route}, but {least} is the least");
                n_routes += 1;
            }
        }
        assert!(n_routes > 60 && n_impossible > 20, "{n_routes} routes, {n_impossible} impossible");
    }

    #[test]
    fn routes_are_listed_only_where_a_truck_day_depends_on_its_points_alone() {
        let suits_with = |change: fn(&mut Problem)| {
            let mut problem = alike_week(1, (4, 2), Seconds(9000), true);
            change(&mut problem);
            RouteTable::new(&Setup::new(&problem)).is_some()
        };
        assert!(suits_with(|_| ()));
        assert!(!suits_with(|problem| problem.points[2].loads[3].kg = Kilograms(1)));
        assert!(!suits_with(|problem| problem.points[2].loads[3].litres = Litres(1)));
        assert!(!suits_with(|problem| problem.points[2].window.to = Seconds(40_000)));
        assert!(!suits_with(|problem| problem.facilities[1].open[2] = None));
        assert!(!suits_with(|problem| problem.facilities[1].daily_limit = Some(Kilograms(5000))));
        assert!(!suits_with(|problem| problem.facilities[0].bays = 1));
        assert!(!suits_with(|problem| problem.facilities[1].priority = 2));
        assert!(!suits_with(|problem| problem.trucks[1].payload_limit.0 += 1));
        assert!(!suits_with(|problem| problem.trucks.iter_mut().for_each(|truck| truck.available.0 &= !2)));
        assert!(!suits_with(|problem| problem.points.iter_mut().for_each(|point| point.listed = false)));
        let of = |n_points: usize, payload: i64| {
            let mut problem = alike_week(1, (n_points, 2), Seconds(9000), true);
            problem.trucks.iter_mut().for_each(|truck| truck.payload_limit = Kilograms(payload));
            RouteTable::new(&Setup::new(&problem)).is_some()
        };
        assert!(of(16, 900) && !of(MOST_POINTS + 1, 900));
        assert!(!of(16, 1_000_000), "all 65,535 sets are trips");
        let with_facilities = |n_facilities: usize| {
            let mut problem = alike_week(1, (4, 2), Seconds(9000), true);
            let landfill = problem.facilities[1].clone();
            problem.facilities.resize(n_facilities, landfill);
            RouteTable::new(&Setup::new(&problem)).is_some()
        };
        assert!(with_facilities(MOST_GATES) && !with_facilities(MOST_GATES + 1));
        let with_hours = |hours: i64| {
            let mut problem = alike_week(1, (18, 2), Seconds(hours * 3600), true);
            problem.trucks.iter_mut().for_each(|truck| truck.shift.to = truck.shift.from + Seconds(hours * 3600));
            RouteTable::new(&Setup::new(&problem)).is_some()
        };
        assert!(with_hours(2) && !with_hours(40), "nearly every trip follows every other");
    }
}
