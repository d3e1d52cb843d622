//! Ways to take visits out of the draft: one file each, and one line in [`RUINS`].

mod cluster;
mod commune;
mod neglected;
mod removed;
mod strings;
mod trip;

pub(super) use removed::Removed;

use rand_xoshiro::Xoshiro256PlusPlus;

use super::draft::Draft;

/// A way to take visits out.
pub(super) trait Ruin: Sync {
    /// Takes visits out of `draft` and records them in `removed`.
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus);
}

/// Every ruin with its weight in thousandths.
pub(super) const RUINS: &[(u32, &dyn Ruin)] = &[
    (300, &strings::Strings { n_days: 1, whole_points_percent: 35 }),
    (150, &strings::Strings { n_days: 2, whole_points_percent: 35 }),
    (400, &cluster::Cluster),
    (70, &trip::Trip),
    (30, &commune::CommunePatterns),
    (50, &neglected::Neglected),
];
