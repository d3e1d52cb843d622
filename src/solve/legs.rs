//! What every leg costs the search, for trucks of the same roads and rates.

use super::setup::RATE_BITS;
use crate::matrix::{Matrix, UNREACHABLE};
use crate::model::{Problem, Truck};

/// Cost of a leg without a way: dearer than any route, and far from overflow in sums of several.
const NO_WAY: i32 = 1 << 28;

/// Costs of legs, in đồng rounded down (the worth of a draft is exact), and the way back to seconds and metres.
pub(super) struct LegTable {
    n: usize,
    profile: usize,
    rates: Rates,
    /// `cost[from · n + to]`.
    cost: Vec<i32>,
    /// `into[to · n + from]`; empty where every leg costs the same both ways.
    into: Vec<i32>,
    seconds: Vec<i32>,
    /// Empty where the metres of a leg are its cost.
    metres: Vec<i32>,
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
    /// The table of trucks like `truck`. O(locations²), 8 to 16 bytes a pair.
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
        let is_symmetric = pairs().all(|(from, to)| costs[from * n + to] == costs[to * n + from]);
        let metres: Vec<i32> = pairs().map(|(from, to)| capped(matrix.raw_distance(from, to))).collect();
        Self {
            n,
            profile: truck.profile,
            rates,
            into: if is_symmetric { Vec::new() } else { pairs().map(|(to, from)| costs[from * n + to]).collect() },
            seconds: pairs().map(|(from, to)| capped(matrix.raw_duration(from, to))).collect(),
            metres: if metres == costs { Vec::new() } else { metres },
            cost: costs,
        }
    }

    /// Whether it is the table of trucks like this one.
    pub fn is_of(&self, truck: &Truck) -> bool {
        truck.profile == self.profile && Rates::of(truck) == self.rates
    }

    /// Cost of a leg: crew and kilometres.
    #[inline]
    pub fn cost(&self, from: usize, to: usize) -> i64 {
        i64::from(self.cost[from * self.n + to])
    }

    /// Costs of the legs from a place to every place.
    #[inline]
    pub fn from(&self, place: usize) -> &[i32] {
        &self.cost[place * self.n..(place + 1) * self.n]
    }

    /// Costs of the legs into a place from every place.
    #[inline]
    pub fn into(&self, place: usize) -> &[i32] {
        let table = if self.into.is_empty() { &self.cost } else { &self.into };
        &table[place * self.n..(place + 1) * self.n]
    }

    /// Time of a leg.
    #[inline]
    pub fn seconds(&self, from: usize, to: usize) -> i64 {
        i64::from(self.seconds[from * self.n + to])
    }

    /// A leg.
    #[inline]
    pub fn leg(&self, from: usize, to: usize) -> Leg {
        let at = from * self.n + to;
        let cost = self.cost[at];
        debug_assert_ne!(cost, NO_WAY, "a truck is only sent where it has a way");
        Leg { seconds: self.seconds[at], metres: if self.metres.is_empty() { cost } else { self.metres[at] }, cost }
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
