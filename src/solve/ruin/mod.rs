//! Ways to take visits out of the draft: one file each, and one line in [`RUINS`].

mod cluster;
mod commune;
mod days;
mod draw;
mod few;
mod neglected;
mod removed;
mod strings;
mod trip;

pub(super) use draw::draw;
pub(super) use removed::Removed;

use rand_xoshiro::Xoshiro256PlusPlus;

use super::draft::Draft;
use draw::Weight;

/// A way to take visits out.
pub(super) trait Ruin: Sync {
    /// Takes visits out of `draft` and records them in `removed`.
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus);
}

/// Every ruin with its weight.
pub(super) const RUINS: &[(Weight, &dyn Ruin)] = &[
    (Weight { roaming: 300, week: 300, descent: 300, day: 950 }, &strings::Strings { n_days: 1, whole_points_percent: 35 }),
    (Weight { roaming: 150, week: 150, descent: 150, day: 0 }, &strings::Strings { n_days: 2, whole_points_percent: 35 }),
    (Weight { roaming: 0, week: 0, descent: 1000, day: 0 }, &few::Few),
    (Weight { roaming: 400, week: 400, descent: 400, day: 30 }, &cluster::Cluster),
    (Weight { roaming: 35, week: 70, descent: 70, day: 10 }, &trip::Trip),
    (Weight { roaming: 35, week: 0, descent: 0, day: 0 }, &days::Days),
    (Weight { roaming: 30, week: 30, descent: 30, day: 0 }, &commune::CommunePatterns),
    (Weight { roaming: 50, week: 50, descent: 50, day: 10 }, &neglected::Neglected),
];
