//! A seed and points near it, with all their visits.

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Removed, Ruin};
use crate::solve::draft::Draft;

/// Removes all visits of a point and of a few near it, so that their days, trucks and frequency are chosen anew.
///
/// The pattern improvement of Vidal et al. (2012), <https://doi.org/10.1287/opre.1120.1048>, for several points at once.
pub(in crate::solve) struct Cluster {
    /// Most points removed beside the seed, and the chance that no further one is: so many in so many.
    pub most: usize,
    pub ends: (u32, u32),
}

impl Cluster {
    /// Three further points on average.
    pub const LARGE: Self = Self { most: 15, ends: (1, 4) };
    /// One or two.
    pub const SMALL: Self = Self { most: 5, ends: (2, 5) };
}

impl Ruin for Cluster {
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus) {
        let seed = draft.draw_point(rng);
        removed.take_point(draft, seed);
        // Geometric; some near points are passed over, so that clusters differ.
        let mut n_more = 0;
        while n_more < self.most && rng.random_range(0..self.ends.1) >= self.ends.0 {
            n_more += 1;
        }
        let near = &draft.setup.near[seed];
        for neighbour in near {
            if n_more == 0 {
                break;
            }
            if rng.random_range(0..4) > 0 {
                removed.take_point(draft, *neighbour as usize);
                n_more -= 1;
            }
        }
    }
}
