//! A seed and points near it, with all their visits.

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Removed, Ruin};
use crate::solve::draft::Draft;

/// Removes all visits of a point and of a few near it, so that their days, trucks and frequency are chosen anew.
///
/// The pattern improvement of Vidal et al. (2012), <https://doi.org/10.1287/opre.1120.1048>, for several points at once.
pub(in crate::solve) struct Cluster;

/// Most points removed.
const MOST: usize = 15;

impl Ruin for Cluster {
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus) {
        let seed = draft.draw_point(rng);
        removed.take_point(draft, seed);
        // Geometric with mean 3 further points; some near points are passed over, so that clusters differ.
        let mut n_more = 0;
        while n_more < MOST && rng.random_range(0..4) > 0 {
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
