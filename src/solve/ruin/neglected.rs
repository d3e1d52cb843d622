//! A point that waits long, and others that could make room for it.

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Removed, Ruin};
use crate::solve::draft::Draft;

/// Removes a point that waits longer than most for its people, and a few points near it.
///
/// The seed is the worst of several drawn at random: the most people times squared gaps, requirements missed first.
pub(in crate::solve) struct Neglected {
    /// Most points removed beside the seed.
    pub most: u32,
}

/// Points drawn to find a seed.
const N_DRAWN: usize = 12;

impl Ruin for Neglected {
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus) {
        let setup = draft.setup;
        let wait = |point: usize| {
            let pattern = setup.problem.points[point].patterns[usize::from(draft.pattern[point])];
            (!pattern.admissible, setup.problem.points[point].people * pattern.gaps_squared)
        };
        let seed = (0..N_DRAWN).map(|_| draft.draw_point(rng)).max_by_key(|point| wait(*point)).expect("several are drawn");
        removed.take_point(draft, seed);
        for _ in 0..rng.random_range(1..=self.most) {
            let near = &setup.near[seed];
            if !near.is_empty() {
                removed.take_point(draft, near[rng.random_range(0..near.len().min(20))] as usize);
            }
        }
    }
}
