//! Sets of days of the week.

/// A set of days, bit 0 = day 0 = Monday. Horizons have at most 28 days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DaySet(pub u32);

impl DaySet {
    /// No day.
    pub const EMPTY: Self = Self(0);

    /// The days `0 … n_days − 1`.
    pub fn all(n_days: usize) -> Self {
        Self((1 << n_days) - 1)
    }

    /// Whether `day` is in the set.
    pub fn contains(self, day: usize) -> bool {
        self.0 >> day & 1 == 1
    }

    /// The set with `day`.
    pub fn with(self, day: usize) -> Self {
        Self(self.0 | 1 << day)
    }

    /// The set without `day`.
    pub fn without(self, day: usize) -> Self {
        Self(self.0 & !(1 << day))
    }

    /// Number of days.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether it has no day.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether every day of it is in `other`.
    pub fn is_subset_of(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Its days, earliest first.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            if rest == 0 {
                return None;
            }
            let day = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            Some(day)
        })
    }

    /// Days since the previous day of the set on a cycle of `n_days`, seen from its member `day`; `n_days` where it is alone.
    pub fn gap(self, day: usize, n_days: usize) -> usize {
        debug_assert!(self.contains(day));
        (1..=n_days).find(|back| self.contains((day + n_days - back) % n_days)).unwrap_or(n_days)
    }
}

impl FromIterator<usize> for DaySet {
    fn from_iter<I: IntoIterator<Item = usize>>(days: I) -> Self {
        days.into_iter().fold(Self::EMPTY, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_saturday_to_monday_is_a_gap_of_two() {
        let days: DaySet = [0, 5].into_iter().collect();
        assert_eq!(days.gap(0, 7), 2);
        assert_eq!(days.gap(5, 7), 5);
    }

    #[test]
    fn a_single_visit_waits_the_whole_week() {
        assert_eq!(DaySet::EMPTY.with(3).gap(3, 7), 7);
        assert_eq!(DaySet::all(7).gap(0, 7), 1);
    }

    #[test]
    fn days_come_in_order() {
        let days = DaySet(0b101001);
        assert_eq!(days.iter().collect::<Vec<_>>(), [0, 3, 5]);
        assert_eq!(days.len(), 3);
    }
}
