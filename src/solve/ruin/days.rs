//! Most of a day, or of two days, with all other visits of its points.

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Removed, Ruin};
use crate::solve::draft::Draft;

/// Removes three quarters of the points that are visited on one day or on either of two days.
///
/// Where few points fill their trucks' hours and loads to the brim, smaller changes of their days seldom lead to another plan that keeps every rule.
/// O(points + points removed²), too much for more than some hundred points.
pub(in crate::solve) struct Days;

impl Ruin for Days {
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus) {
        let n_days = draft.setup.n_days;
        let days = [rng.random_range(0..n_days), rng.random_range(0..n_days)];
        for point in 0..draft.setup.n_points {
            let is_visited = days.iter().any(|day| draft.days(point) >> day & 1 == 1);
            if is_visited && rng.random_range(0..4) > 0 {
                removed.take_point(draft, point);
            }
        }
    }
}
