//! What a way costs: time first, distance second.

use std::ops::Add;

use crate::units::{Metres, Seconds};

/// Time and distance of a way; ways are compared by time, equally fast ones by distance.
///
/// Whole milliseconds and millimetres: a sum is exact, whatever its order, and is rounded to seconds and metres once, at the
/// end of a leg. Adding stops at the greatest number instead of overflowing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TravelCost {
    /// Driving time.
    pub milliseconds: u64,
    /// Travel length.
    pub millimetres: u64,
}

impl TravelCost {
    /// More than any way costs.
    pub const INFINITE: Self = Self { milliseconds: u64::MAX, millimetres: u64::MAX };

    /// The cost of a stretch of road at `speed_kmh`, rounded half up to milliseconds; at least one, so that every step takes time.
    pub fn of_stretch(millimetres: u64, speed_kmh: f64) -> Self {
        // km/h are m/s · 3.6, and a millimetre at one metre per second takes one millisecond.
        let milliseconds = (millimetres as f64 * 3.6 / speed_kmh + 0.5).floor() as u64;
        Self { milliseconds: milliseconds.max(1), millimetres }
    }

    /// Driving time, rounded half up.
    pub fn seconds(self) -> Seconds {
        Seconds(rounded_thousandths(self.milliseconds))
    }

    /// Travel length, rounded half up.
    pub fn metres(self) -> Metres {
        Metres(rounded_thousandths(self.millimetres))
    }
}

impl Add for TravelCost {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            milliseconds: self.milliseconds.saturating_add(other.milliseconds),
            millimetres: self.millimetres.saturating_add(other.millimetres),
        }
    }
}

fn rounded_thousandths(thousandths: u64) -> i64 {
    let whole = thousandths / 1000 + u64::from(thousandths % 1000 >= 500);
    whole as i64 // at most u64::MAX / 1000 + 1, which fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kilometre_at_36_km_h_takes_100_seconds() {
        let cost = TravelCost::of_stretch(1_000_000, 36.0);
        assert_eq!(cost, TravelCost { milliseconds: 100_000, millimetres: 1_000_000 });
        assert_eq!((cost.seconds(), cost.metres()), (Seconds(100), Metres(1000)));
    }

    #[test]
    fn no_step_is_free() {
        assert_eq!(TravelCost::of_stretch(0, 36.0), TravelCost { milliseconds: 1, millimetres: 0 });
    }

    #[test]
    fn seconds_and_metres_are_rounded_half_up_once() {
        let cost = TravelCost { milliseconds: 1_499, millimetres: 1_500 };
        assert_eq!((cost.seconds(), cost.metres()), (Seconds(1), Metres(2)));
        // Twice 1.499 s are 2.998 s: 3 s, not 1 s + 1 s.
        assert_eq!((cost + cost).seconds(), Seconds(3));
    }

    #[test]
    fn time_comes_before_distance() {
        let quick = TravelCost { milliseconds: 1, millimetres: 9 };
        let short = TravelCost { milliseconds: 2, millimetres: 1 };
        assert!(quick < short);
        assert_eq!(TravelCost::INFINITE + short, TravelCost::INFINITE);
    }
}
