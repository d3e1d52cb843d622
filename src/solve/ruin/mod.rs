//! Ways to take visits out of the draft: one file each, and one line in [`RUINS`].

mod cluster;
mod commune;
mod neglected;
mod removed;
mod strings;
mod trip;

pub(super) use removed::Removed;

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::draft::Draft;

/// A way to take visits out.
pub(super) trait Ruin: Sync {
    /// Takes visits out of `draft` and records them in `removed`.
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus);
}

/// How often a ruin is drawn, in thousandths: in a week with patterns to choose, and on a single day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    pub week: u32,
    pub day: u32,
}

/// Every ruin with its weight.
pub(super) const RUINS: &[(Weight, &dyn Ruin)] = &[
    (Weight { week: 300, day: 950 }, &strings::Strings { n_days: 1, whole_points_percent: 35 }),
    (Weight { week: 150, day: 0 }, &strings::Strings { n_days: 2, whole_points_percent: 35 }),
    (Weight { week: 400, day: 30 }, &cluster::Cluster),
    (Weight { week: 70, day: 10 }, &trip::Trip),
    (Weight { week: 30, day: 0 }, &commune::CommunePatterns),
    (Weight { week: 50, day: 10 }, &neglected::Neglected),
];

/// Draws a ruin for a problem of so many days.
pub(super) fn draw(n_days: usize, rng: &mut Xoshiro256PlusPlus) -> &'static dyn Ruin {
    let weight = |weight: &Weight| if n_days > 1 { weight.week } else { weight.day };
    let mut ticket = rng.random_range(0..RUINS.iter().map(|(item, _)| weight(item)).sum());
    for (item, ruin) in RUINS {
        if ticket < weight(item) {
            return *ruin;
        }
        ticket -= weight(item);
    }
    unreachable!("the ticket is below the sum of the weights")
}
