//! One point, or two near each other, with all their visits.

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Removed, Ruin};
use crate::solve::draft::Draft;

/// Removes all visits of a point, and every second time those of one near it too.
///
/// The smallest steps, and the quickest: late in a search, when hardly any larger one leads to a better plan, days of single points and of
/// pairs are what is left to exchange.
pub(in crate::solve) struct Few;

/// The second point is one of so many nearest.
const N_NEAR: usize = 20;

impl Ruin for Few {
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus) {
        let seed = draft.draw_point(rng);
        removed.take_point(draft, seed);
        let near = &draft.setup.near[seed];
        if !near.is_empty() && rng.random::<bool>() {
            removed.take_point(draft, near[rng.random_range(0..near.len().min(N_NEAR))] as usize);
        }
    }
}
