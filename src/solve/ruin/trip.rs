//! A whole trip of a truck, or its whole day.

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Removed, Ruin};
use crate::solve::draft::Draft;
use crate::solve::setup::NO_UNLOAD;

/// Removes the stops of one trip; if it may take more, one time in four those of the whole truck-day, and one time in three all other visits of its points.
pub(in crate::solve) struct Trip {
    pub takes_more: bool,
}

impl Ruin for Trip {
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus) {
        let setup = draft.setup;
        let used: Vec<usize> = (0..draft.routes.len()).filter(|route| !draft.routes[*route].is_empty() && !draft.frozen[*route]).collect();
        if used.is_empty() {
            return;
        }
        let index = used[rng.random_range(0..used.len())];
        let (route, day) = (&draft.routes[index], index / setup.n_trucks);
        let chosen = rng.random_range(0..route.len());
        let whole_day = self.takes_more && route.len() <= 20 && rng.random_range(0..4) == 0;
        let ends_trip = |halt: &crate::solve::route::Halt| halt.unload != NO_UNLOAD;
        let first = route.halts[..chosen].iter().rposition(ends_trip).map_or(0, |j| j + 1);
        let last = route.halts[chosen..].iter().position(ends_trip).map_or(route.len(), |j| chosen + j + 1);
        let stops = if whole_day { 0..route.len() } else { first..last };
        let whole_points = self.takes_more && rng.random_range(0..3) == 0;
        let stops: Vec<u32> = route.halts[stops].iter().map(|halt| halt.point).collect();
        for point in stops {
            if whole_points { removed.take_point(draft, point as usize) } else { removed.take_visit(draft, point as usize, day) }
        }
    }
}
