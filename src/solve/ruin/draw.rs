//! Which ruin comes next.

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{RUINS, Ruin};

/// How often a ruin is drawn, in thousandths: in a week with patterns to choose, and on a single day.
#[derive(Clone, Copy, Debug)]
pub(in crate::solve) struct Weight {
    pub week: u32,
    pub day: u32,
}

/// Draws a ruin for a problem of so many days.
pub(in crate::solve) fn draw(n_days: usize, rng: &mut Xoshiro256PlusPlus) -> &'static dyn Ruin {
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
