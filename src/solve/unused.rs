//! Which trucks stand unused: one bit each, so that a truck for a new route is found at once in a large fleet.

use super::setup::Setup;

/// Which trucks stand unused, by day and kind.
#[cfg_attr(test, derive(Clone, Debug, PartialEq, Eq))]
pub(super) struct UnusedTrucks {
    /// Words of each kind's bit set, and where a kind's words begin within a day's.
    first_word: Vec<usize>,
    words_per_day: usize,
    /// Bit of a truck among those of its kind.
    bit: Vec<u32>,
    words: Vec<u64>,
}

impl UnusedTrucks {
    /// Every truck unused on every day.
    pub fn new(setup: &Setup) -> Self {
        let mut first_word = vec![0];
        let mut bit = vec![0; setup.n_trucks];
        for kind in &setup.kinds {
            first_word.push(first_word[first_word.len() - 1] + kind.trucks.len().div_ceil(64));
            kind.trucks.iter().enumerate().for_each(|(number, truck)| bit[*truck as usize] = number as u32);
        }
        let words_per_day = first_word[setup.kinds.len()];
        let mut unused = Self { first_word, words_per_day, bit, words: vec![0; words_per_day * setup.n_days] };
        for day in 0..setup.n_days {
            (0..setup.n_trucks).for_each(|truck| unused.set(setup, truck, day, true));
        }
        unused
    }

    /// Notes whether a truck stands unused on a day.
    pub fn set(&mut self, setup: &Setup, truck: usize, day: usize, is_unused: bool) {
        let bit = self.bit[truck];
        let word = &mut self.words[day * self.words_per_day + self.first_word[setup.kind(truck)] + (bit / 64) as usize];
        *word = if is_unused { *word | 1 << (bit % 64) } else { *word & !(1 << (bit % 64)) };
    }

    /// The first unused truck of a kind whose day is not frozen. O(trucks of the kind / 64), and the frozen ones before it.
    pub fn first(&self, setup: &Setup, kind: usize, day: usize, frozen: &[bool]) -> Option<usize> {
        let words = &self.words[day * self.words_per_day..][self.first_word[kind]..self.first_word[kind + 1]];
        for (number, word) in words.iter().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                let truck = setup.kinds[kind].trucks[number * 64 + rest.trailing_zeros() as usize] as usize;
                if !frozen[setup.route(truck, day)] {
                    return Some(truck);
                }
                rest &= rest - 1;
            }
        }
        None
    }
}
