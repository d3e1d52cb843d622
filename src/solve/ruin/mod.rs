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
use strings::Strings;

/// A way to take visits out.
pub(super) trait Ruin: Sync {
    /// Takes visits out of `draft` and records them in `removed`.
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus);
}

/// Every ruin with its weight.
///
/// Larger ruins where only costs of a week are searched for: of four classic weeks (p11, p30, pr04, pr08; 4,000,000 iterations, two seeds each) the mean gap was 1.06 % with the short strings and 400 clusters, 0.91 % with the
/// long strings, 0.89 % with 1,000 clusters, 0.83 % with both, and 0.94 % with 2,000 clusters and the short strings. Two that are bred (p08, p28) gained nothing by them.
pub(super) const RUINS: &[(Weight, &dyn Ruin)] = &[
    (Weight { roaming: 300, costs_of_week: 0, week: 300, descent: 300, day: 950 }, &Strings { n_days: 1, ..Strings::SHORT }),
    (Weight { roaming: 150, costs_of_week: 0, week: 150, descent: 150, day: 0 }, &Strings { n_days: 2, ..Strings::SHORT }),
    (Weight { roaming: 0, costs_of_week: 300, week: 0, descent: 0, day: 0 }, &Strings { n_days: 1, ..Strings::LONG }),
    (Weight { roaming: 0, costs_of_week: 150, week: 0, descent: 0, day: 0 }, &Strings { n_days: 2, ..Strings::LONG }),
    (Weight { roaming: 0, costs_of_week: 0, week: 0, descent: 1000, day: 0 }, &few::Few),
    (Weight { roaming: 400, costs_of_week: 1000, week: 400, descent: 400, day: 30 }, &cluster::Cluster),
    (Weight { roaming: 35, costs_of_week: 70, week: 70, descent: 70, day: 10 }, &trip::Trip),
    (Weight { roaming: 35, costs_of_week: 0, week: 0, descent: 0, day: 0 }, &days::Days),
    (Weight { roaming: 30, costs_of_week: 30, week: 30, descent: 30, day: 0 }, &commune::CommunePatterns),
    (Weight { roaming: 50, costs_of_week: 50, week: 50, descent: 50, day: 10 }, &neglected::Neglected),
];
