//! Points of one commune that share their days.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Removed, Ruin};
use crate::solve::draft::Draft;

/// Removes all visits of points of one commune with the pattern of a seed, so that a pattern can die out.
pub(in crate::solve) struct CommunePatterns {
    /// Most points removed.
    pub most: usize,
}

impl Ruin for CommunePatterns {
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus) {
        let seed = draft.draw_point(rng);
        let commune = draft.setup.problem.points[seed].commune;
        let pattern = draft.days(seed);
        removed.take_point(draft, seed);
        let alike = |draft: &Draft, point: usize| draft.setup.problem.points[point].commune == commune && draft.days(point) == pattern;
        let others: Vec<usize> =
            draft.setup.near[seed].iter().map(|near| *near as usize).filter(|near| alike(draft, *near)).take(self.most - 1).collect();
        for other in others {
            removed.take_point(draft, other);
        }
    }
}
