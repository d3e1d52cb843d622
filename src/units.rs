//! Unit types: a quantity is never a bare number once the problem is built.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// Nothing of it.
            pub const ZERO: Self = Self(0);

            /// The nearest whole number of units, halves going up. The one rounding rule of the program.
            pub fn round_half_up(value: f64) -> Self {
                Self((value + 0.5).floor() as i64)
            }

            /// This amount, or nothing where it is negative.
            pub fn or_zero(self) -> Self {
                Self(self.0.max(0))
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                self.0 -= other.0;
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
                Self(amounts.map(|amount| amount.0).sum())
            }
        }
    };
}

unit! {
    /// Seconds: a duration, or a clock time counted from midnight of the day (past 24:00 for a shift that ends the next day).
    Seconds
}
unit! {
    /// Metres along the road.
    Metres
}
unit! {
    /// Kilograms of waste.
    Kilograms
}
unit! {
    /// Litres of waste in a truck body, after compaction.
    Litres
}
unit! {
    /// Vietnamese đồng.
    Vnd
}

impl Seconds {
    /// The seconds of that many minutes, rounded half up.
    pub fn from_minutes(minutes: f64) -> Self {
        Self::round_half_up(minutes * 60.0)
    }

    /// The seconds of that many hours, rounded half up.
    pub fn from_hours(hours: f64) -> Self {
        Self::round_half_up(hours * 3600.0)
    }

    /// Hours, for display.
    pub fn hours(self) -> f64 {
        self.0 as f64 / 3600.0
    }

    /// Minutes, for display.
    pub fn minutes(self) -> f64 {
        self.0 as f64 / 60.0
    }
}

impl Metres {
    /// Kilometres, for display.
    pub fn kilometres(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

impl Kilograms {
    /// Tonnes, for display.
    pub fn tonnes(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

/// The share `part / whole` of an amount, rounded half up; `whole` must be positive.
///
/// Works in 128 bits where 64 are not enough, so that no product of a week's quantities overflows.
pub fn proportion(amount: i64, part: i64, whole: i64) -> i64 {
    debug_assert!(whole > 0);
    // The usual case, on which the search spends much of its time.
    if let Some(twice) = amount.checked_mul(part).and_then(|product| product.checked_mul(2))
        && let Some(sum) = twice.checked_add(whole)
        && let Some(double) = whole.checked_mul(2)
    {
        return sum.div_euclid(double);
    }
    let (amount, part, whole) = (i128::from(amount), i128::from(part), i128::from(whole));
    (2 * amount * part + whole).div_euclid(2 * whole) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_up() {
        assert_eq!(Kilograms::round_half_up(2.5), Kilograms(3));
        assert_eq!(Kilograms::round_half_up(2.49), Kilograms(2));
        assert_eq!(Kilograms::round_half_up(-2.5), Kilograms(-2));
    }

    #[test]
    fn a_proportion_is_rounded_half_up() {
        // 6 min per tonne on 250 kg: 90 s; on 251 kg 90.36 s; on 5 kg 1.8 s.
        assert_eq!(proportion(360, 250, 1000), 90);
        assert_eq!(proportion(360, 251, 1000), 90);
        assert_eq!(proportion(360, 5, 1000), 2);
        assert_eq!(proportion(1, 1, 2), 1);
    }
}
