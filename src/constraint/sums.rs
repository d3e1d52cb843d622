//! What the search knows of a stop, an unload, a trip, a route and a week: all that the fast form of a rule may ask.

use crate::model::{Load, Problem, Truck, Window};
use crate::units::{Seconds, Vnd};

/// How far a rule is from being kept, in the two measures that the search has a price for. Never negative; nothing where the rule is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Excess {
    /// Seconds beyond limits of time.
    pub seconds: i64,
    /// Kilograms beyond limits of load; litres count like kilograms, and so do thousands of đồng.
    pub kg: i64,
}

/// A stop that is served.
#[derive(Clone, Copy, Debug)]
pub struct StopSums<'a> {
    /// The truck.
    pub truck: &'a Truck,
    /// Index of the point.
    pub point: usize,
    /// When its service may start.
    pub window: Window,
    /// When service starts.
    pub start: Seconds,
    /// When service ends.
    pub end: Seconds,
}

/// An unload.
#[derive(Clone, Copy, Debug)]
pub struct UnloadSums<'a> {
    /// The truck.
    pub truck: &'a Truck,
    /// Index of the facility.
    pub facility: usize,
    /// Its opening hours on the day of the route.
    pub open: Window,
    /// When the bay is taken.
    pub start: Seconds,
    /// When it is left.
    pub end: Seconds,
}

/// A trip.
#[derive(Clone, Copy, Debug)]
pub struct TripSums<'a> {
    /// The truck.
    pub truck: &'a Truck,
    /// Number of stops.
    pub n_stops: usize,
    /// What they bring.
    pub load: Load,
    /// Whether it ends with an unload; otherwise the load is carried home.
    pub unloads: bool,
}

/// A route with stops. Where no clock is run ([`ClockScope::Sums`](super::ClockScope::Sums)) the truck never waits and takes no break.
#[derive(Clone, Copy, Debug)]
pub struct RouteSums<'a> {
    /// The truck.
    pub truck: &'a Truck,
    /// Between which times it may be under way, see [`hours_under_way`](super::hours_under_way).
    pub hours: Window,
    /// Start of preparation.
    pub start: Seconds,
    /// Leaving the depot.
    pub leave: Seconds,
    /// Return to the depot.
    pub end: Seconds,
    /// Working time.
    pub work: Seconds,
    /// Driving time up to the break and after it.
    pub driving: [Seconds; 2],
    /// Start of the break, where one is taken.
    pub pause: Option<Seconds>,
}

/// A tip: seconds since the start of the week, on the cycle; kilograms.
pub type TimedTip = (i64, i64);

/// All routes of a week together.
#[derive(Clone, Copy, Debug)]
pub struct WeekSums<'a> {
    /// What was asked.
    pub problem: &'a Problem,
    /// Kilograms tipped on each day at each facility: `day · facilities + facility`.
    pub intake: &'a [i64],
    /// Tips at each facility in order of time; left out for facilities without a furnace.
    pub tips: &'a [Vec<TimedTip>],
    /// Cost of the week.
    pub cost: Vnd,
}

impl Excess {
    /// Nothing: the rule is kept.
    pub const NONE: Self = Self { seconds: 0, kg: 0 };

    /// Seconds from a limit to what lies beyond it.
    #[inline]
    pub fn of_time(time: Seconds, limit: Seconds) -> Self {
        Self { seconds: (time.0 - limit.0).max(0), kg: 0 }
    }

    /// What of an amount lies beyond a limit.
    #[inline]
    pub fn of_load(amount: i64, limit: i64) -> Self {
        Self { seconds: 0, kg: (amount - limit).max(0) }
    }

    /// Whether the rule is kept.
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }
}

impl std::ops::Add for Excess {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        Self { seconds: self.seconds + other.seconds, kg: self.kg + other.kg }
    }
}

impl std::ops::AddAssign for Excess {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::ops::SubAssign for Excess {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        (self.seconds, self.kg) = (self.seconds - other.seconds, self.kg - other.kg);
    }
}
