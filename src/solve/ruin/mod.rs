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

pub(super) use draw::{Stage, draw};
pub(super) use removed::Removed;

use rand_xoshiro::Xoshiro256PlusPlus;

use super::draft::Draft;
use cluster::Cluster;
use commune::CommunePatterns;
use draw::Weight;
use neglected::Neglected;
use strings::Strings;
use trip::Trip;

/// A way to take visits out.
pub(super) trait Ruin: Sync {
    /// Takes visits out of `draft` and records them in `removed`.
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus);
}

/// Every ruin with its weight.
///
/// Larger ruins where only costs of a week are searched for: of four classic weeks (p11, p30, pr04, pr08; 4,000,000 iterations, two seeds each) the mean gap was 1.06 % with the short strings and 400 clusters, 0.91 % with the
/// long strings, 0.89 % with 1,000 clusters, 0.83 % with both, and 0.94 % with 2,000 clusters and the short strings. Two that are bred (p08, p28) gained nothing by them.
///
/// Smaller ones where service is decided: there, late in a search of Phú Lương, hardly one in a hundred changes of five points or more was taken and they took half of the time. A run of as many iterations took 29 instead of 41
/// seconds, and its plan was no worse (340,000 iterations, seeds 1 to 8).
pub(super) const RUINS: &[(Weight, &dyn Ruin)] = &[
    (Weight { roaming: 300, week: 300, day: 950, ..Weight::NEVER }, &Strings { n_days: 1, ..Strings::SHORT }),
    (Weight { roaming: 150, week: 150, ..Weight::NEVER }, &Strings { n_days: 2, ..Strings::SHORT }),
    (Weight { service: 300, descent: 300, ..Weight::NEVER }, &Strings { n_days: 1, ..Strings::OF_FEW_POINTS }),
    (Weight { service: 150, descent: 150, ..Weight::NEVER }, &Strings { n_days: 2, ..Strings::OF_FEW_POINTS }),
    (Weight { costs_of_week: 300, ..Weight::NEVER }, &Strings { n_days: 1, ..Strings::LONG }),
    (Weight { costs_of_week: 150, ..Weight::NEVER }, &Strings { n_days: 2, ..Strings::LONG }),
    (Weight { descent: 1000, ..Weight::NEVER }, &few::Few),
    (Weight { roaming: 400, costs_of_week: 1000, week: 400, day: 30, ..Weight::NEVER }, &Cluster::LARGE),
    (Weight { service: 400, descent: 400, ..Weight::NEVER }, &Cluster::SMALL),
    (Weight { roaming: 35, costs_of_week: 70, week: 70, day: 10, ..Weight::NEVER }, &Trip { takes_more: true }),
    (Weight { service: 70, descent: 70, ..Weight::NEVER }, &Trip { takes_more: false }),
    (Weight { roaming: 35, ..Weight::NEVER }, &days::Days),
    (Weight { roaming: 30, costs_of_week: 30, week: 30, ..Weight::NEVER }, &CommunePatterns { most: 12 }),
    (Weight { service: 30, descent: 30, ..Weight::NEVER }, &CommunePatterns { most: 5 }),
    (Weight { roaming: 50, costs_of_week: 50, week: 50, day: 10, ..Weight::NEVER }, &Neglected { most: 6 }),
    (Weight { service: 50, descent: 50, ..Weight::NEVER }, &Neglected { most: 4 }),
];
