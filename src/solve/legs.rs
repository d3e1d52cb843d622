//! What every leg costs the search, for trucks of the same roads and rates.

use super::setup::RATE_BITS;
use crate::matrix::{Matrix, UNREACHABLE};
use crate::model::{Problem, Truck};

/// Cost of a leg without a way: dearer than any route, and far from overflow in sums of several.
const NO_WAY: i32 = 1 << 28;

/// Costs of legs, in đồng rounded down (the worth of a draft is exact), and the way back to seconds and metres.
///
/// What the search asks of one place and many others lies in one row: most places of another row are not in the processor's cache.
pub(super) struct LegTable {
    n: usize,
    profile: usize,
    rates: Rates,
    ways: Ways,
    /// Empty where the metres of a leg are its cost.
    metres: Vec<i32>,
}

/// Costs and times of the legs between two places.
enum Ways {
    /// The same both ways: `[from · n + to]`.
    Same { cost: Vec<i32>, seconds: Vec<i32> },
    /// `[place · n + other]`.
    Both(Vec<BothWays>),
}

/// The legs from a place to another one, and back.
#[derive(Clone, Copy, Debug)]
#[repr(align(16))]
struct BothWays {
    cost: i32,
    seconds: i32,
    cost_back: i32,
    seconds_back: i32,
}

/// What a truck's time and way cost, in đồng, as fixed-point numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rates {
    second: i64,
    metre: i64,
}

impl Rates {
    fn of(truck: &Truck) -> Self {
        Self { second: (truck.cost_per_hour.0 << RATE_BITS) / 3600, metre: (truck.cost_per_1000_km.0 << RATE_BITS) / 1_000_000 }
    }
}

/// Seconds, metres and cost of one leg.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Leg {
    pub seconds: i32,
    pub metres: i32,
    pub cost: i32,
}

impl LegTable {
    /// The table of trucks like `truck`. O(locations²), 8 to 20 bytes a pair.
    pub fn new(problem: &Problem, truck: &Truck) -> Self {
        let matrix: &Matrix = &problem.matrices[truck.profile];
        let (n, rates) = (matrix.len(), Rates::of(truck));
        let pairs = || (0..n).flat_map(|from| (0..n).map(move |to| (from, to)));
        let cost = |(from, to): (usize, usize)| {
            let (seconds, metres) = (matrix.raw_duration(from, to), matrix.raw_distance(from, to));
            if seconds == UNREACHABLE || metres == UNREACHABLE {
                return NO_WAY;
            }
            let exact = (rates.second * i64::from(seconds) + rates.metre * i64::from(metres)) >> RATE_BITS;
            exact.min(i64::from(NO_WAY)) as i32
        };
        let capped = |amount: u32| amount.min(NO_WAY as u32) as i32;
        let costs: Vec<i32> = pairs().map(cost).collect();
        let metres: Vec<i32> = pairs().map(|(from, to)| capped(matrix.raw_distance(from, to))).collect();
        let seconds: Vec<i32> = pairs().map(|(from, to)| capped(matrix.raw_duration(from, to))).collect();
        let is_same = |table: &[i32]| pairs().all(|(from, to)| table[from * n + to] == table[to * n + from]);
        let both = |(from, to): (usize, usize)| {
            let (there, back) = (from * n + to, to * n + from);
            BothWays { cost: costs[there], seconds: seconds[there], cost_back: costs[back], seconds_back: seconds[back] }
        };
        Self {
            n,
            profile: truck.profile,
            rates,
            metres: if metres == costs { Vec::new() } else { metres },
            ways: if is_same(&costs) && is_same(&seconds) {
                Ways::Same { cost: costs, seconds }
            } else {
                Ways::Both(pairs().map(both).collect())
            },
        }
    }

    /// Whether it is the table of trucks like this one.
    pub fn is_of(&self, truck: &Truck) -> bool {
        truck.profile == self.profile && Rates::of(truck) == self.rates
    }

    /// Cost of a leg: crew and kilometres.
    #[inline]
    pub fn cost(&self, from: usize, to: usize) -> i64 {
        let at = from * self.n + to;
        i64::from(match &self.ways {
            Ways::Same { cost, .. } => cost[at],
            Ways::Both(ways) => ways[at].cost,
        })
    }

    /// The same, where many legs to one place are asked for.
    #[inline]
    pub fn cost_into(&self, to: usize, from: usize) -> i64 {
        let at = to * self.n + from;
        i64::from(match &self.ways {
            Ways::Same { cost, .. } => cost[at],
            Ways::Both(ways) => ways[at].cost_back,
        })
    }

    /// Time of a leg.
    #[inline]
    pub fn seconds(&self, from: usize, to: usize) -> i64 {
        let at = from * self.n + to;
        i64::from(match &self.ways {
            Ways::Same { seconds, .. } => seconds[at],
            Ways::Both(ways) => ways[at].seconds,
        })
    }

    /// The same, where many legs to one place are asked for.
    #[inline]
    pub fn seconds_into(&self, to: usize, from: usize) -> i64 {
        let at = to * self.n + from;
        i64::from(match &self.ways {
            Ways::Same { seconds, .. } => seconds[at],
            Ways::Both(ways) => ways[at].seconds_back,
        })
    }

    /// A leg.
    #[inline]
    pub fn leg(&self, from: usize, to: usize) -> Leg {
        let at = from * self.n + to;
        let (cost, seconds) = match &self.ways {
            Ways::Same { cost, seconds } => (cost[at], seconds[at]),
            Ways::Both(ways) => (ways[at].cost, ways[at].seconds),
        };
        debug_assert_ne!(cost, NO_WAY, "a truck is only sent where it has a way");
        Leg { seconds, metres: if self.metres.is_empty() { cost } else { self.metres[at] }, cost }
    }

    /// The least detour over a place on the way from `home` through `stops`, each with the cost of the direct leg to it, and back home by a leg of `way_home`: its cost,
    /// and before which of the stops it lies, or after the last.
    ///
    /// Looked at are the positions beside a stop to which the leg costs no more than `reach`, but not position `passed_over`. O(stops).
    #[inline]
    pub fn least_detour(
        &self,
        place: usize,
        home: usize,
        stops: impl Iterator<Item = (usize, i32)>,
        way_home: i32,
        reach: i64,
        passed_over: Option<usize>,
    ) -> Option<(i64, usize)> {
        let row = place * self.n..(place + 1) * self.n;
        match &self.ways {
            Ways::Same { cost, .. } => {
                let row = &cost[row];
                least_detour(home, stops, way_home, reach, passed_over, |other| row[other], |other| row[other])
            }
            Ways::Both(ways) => {
                let row = &ways[row];
                least_detour(home, stops, way_home, reach, passed_over, |other| row[other].cost_back, |other| row[other].cost)
            }
        }
    }

    /// Cost of so much time and way.
    #[inline]
    pub fn cost_of(&self, seconds: i64, metres: i64) -> i64 {
        (self.rates.second * seconds + self.rates.metre * metres) >> RATE_BITS
    }

    /// Cost of so much working time.
    #[inline]
    pub fn per_second(&self, seconds: i64) -> i64 {
        (self.rates.second * seconds) >> RATE_BITS
    }

    /// Cost of a second of working time; fixed-point.
    #[inline]
    pub fn second(&self) -> i64 {
        self.rates.second
    }
}

/// See [`LegTable::least_detour`]; `into` and `from` are the costs of the legs to the place and from it.
#[inline]
fn least_detour(
    home: usize,
    stops: impl Iterator<Item = (usize, i32)>,
    way_home: i32,
    reach: i64,
    passed_over: Option<usize>,
    into: impl Fn(usize) -> i32,
    from: impl Fn(usize) -> i32,
) -> Option<(i64, usize)> {
    let (reach, passed_over) = (reach.min(i64::from(i32::MAX)) as i32, passed_over.unwrap_or(usize::MAX));
    let (mut least, mut least_at) = (i32::MAX, 0);
    let (mut before, mut at, mut was_near) = (into(home), 0, false);
    for (stop, leg) in stops {
        let on = from(stop);
        let (detour, is_near) = (before + on - leg, on <= reach);
        if detour < least && (is_near || was_near) && at != passed_over {
            (least, least_at) = (detour, at);
        }
        before = into(stop);
        was_near = is_near;
        at += 1;
    }
    let detour = before + from(home) - way_home;
    if detour < least && was_near && at != passed_over {
        (least, least_at) = (detour, at);
    }
    (least < i32::MAX).then_some((i64::from(least), least_at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::district;

    #[test]
    fn a_leg_is_the_same_however_it_is_asked_for() {
        let mut problem = district(4, 1);
        let n = problem.matrices[0].len();
        let same: Vec<u32> = (0..n * n).map(|at| 60 * (1 + (at / n).abs_diff(at % n)) as u32).collect();
        let uphill: Vec<u32> = (0..n * n).map(|at| same[at] + if at / n < at % n { 45 } else { 0 }).collect();
        for (seconds, is_same) in [(same.clone(), true), (uphill, false)] {
            problem.matrices = vec![Matrix::new(n, seconds.clone(), same.clone())];
            let legs = LegTable::new(&problem, &problem.trucks[0]);
            assert_eq!(matches!(legs.ways, Ways::Same { .. }), is_same);
            for (from, to) in (0..n * n).map(|at| (at / n, at % n)) {
                let (at, leg) = (from * n + to, legs.leg(from, to));
                assert_eq!((leg.seconds, leg.metres), (seconds[at] as i32, same[at] as i32));
                assert_eq!((legs.seconds(from, to), legs.seconds_into(to, from)), (i64::from(leg.seconds), i64::from(leg.seconds)));
                assert_eq!((legs.cost(from, to), legs.cost_into(to, from)), (i64::from(leg.cost), i64::from(leg.cost)));
                assert_eq!(legs.cost_of(i64::from(leg.seconds), i64::from(leg.metres)), i64::from(leg.cost));
            }
        }
    }

    #[test]
    fn the_least_detour_is_found_among_the_positions_that_are_looked_at() {
        let mut problem = district(8, 1);
        let n = problem.matrices[0].len();
        let mixed = |at: usize| 60 + (at as u32 + 1).wrapping_mul(2_654_435_761) % 900;
        let uphill: Vec<u32> = (0..n * n).map(mixed).collect();
        let same: Vec<u32> = (0..n * n).map(|at| uphill[(at / n).max(at % n) * n + (at / n).min(at % n)]).collect();
        let mut found = 0;
        for seconds in [same, uphill] {
            problem.matrices = vec![Matrix::new(n, seconds.clone(), seconds)];
            let legs = LegTable::new(&problem, &problem.trucks[0]);
            let (home, route) = (0, [3, 4, 5, 6, 7]);
            let at = |position: usize| if position == 0 || position > route.len() { home } else { route[position - 1] };
            let leg = |position: usize| legs.cost(at(position), at(position + 1)) as i32;
            let reaches = [0, legs.cost(8, 4), legs.cost(8, 6), i64::MAX];
            for (place, reach, passed_over) in reaches
                .iter()
                .flat_map(|reach| (0..7usize).map(move |passed_over| (8 + passed_over % 2, *reach, passed_over.checked_sub(1))))
            {
                let is_near = |position: usize| at(position) != home && legs.cost(place, at(position)) <= reach;
                let looked_at = (0..=route.len()).filter(|j| Some(*j) != passed_over && (is_near(*j) || is_near(*j + 1)));
                let detour = |j: usize| legs.cost(at(j), place) + legs.cost(place, at(j + 1)) - i64::from(leg(j));
                let least = looked_at.map(|j| (detour(j), j)).min();
                let stops = route.iter().enumerate().map(|(j, stop)| (*stop, leg(j)));
                assert_eq!(legs.least_detour(place, home, stops, leg(route.len()), reach, passed_over), least);
                found += usize::from(least.is_some());
            }
        }
        assert!(found > 20 && found < 56, "with and without a place: {found}");
    }
}
