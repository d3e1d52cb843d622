//! Makes a draft keep its rules by planning points of the truck-days at fault anew.

use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::draft::Draft;
use super::price::Prices;
use super::recreate::{RecreateSpace, recreate};
use super::ruin::Removed;

/// Most points planned anew in one try, and of how many nearest each further one is.
const MOST_POINTS: usize = 4;
const N_NEAR: usize = 20;

/// Plans a few points anew, again and again, for as many tries as it has.
///
/// # Why
///
/// To give up a visit makes the loads of its point's other visits larger; where trips are full, that mends one truck-day and breaks others, and where a few seconds were too many, one visit after the other
/// was given up until waste waited a tenth longer. Here all visits of a point find new days and trucks, and nothing is taken that costs more.
pub(super) struct Mender {
    /// Tries that are left, and how many are made before the next visit is given up.
    left: usize,
    at_once: usize,
    removed: Removed,
    space: RecreateSpace,
    rng: Xoshiro256PlusPlus,
}

impl Mender {
    /// With so many tries, a fifth of them at once. The same draft, prices and seed lead to the same draft.
    pub fn new(tries: usize, seed: u64) -> Self {
        Self {
            left: tries,
            at_once: tries.div_ceil(5),
            removed: Removed::default(),
            space: RecreateSpace::default(),
            rng: Xoshiro256PlusPlus::seed_from_u64(seed),
        }
    }

    /// Takes points of truck-days at fault out, each often with some near it, and puts them back where they cost least, until every rule is kept or no try is left for now. The price of the draft never rises.
    ///
    /// The draft must be settled and kept, and is so in the end. O(tries · points · days · near points).
    pub fn mend(&mut self, draft: &mut Draft, prices: &Prices) {
        let tries = self.left.min(self.at_once);
        self.left -= tries;
        let mut worth = draft.worth();
        for _ in 0..tries {
            if worth.is_feasible() {
                return;
            }
            let Some(seed) = point_at_fault(draft, &mut self.rng) else { return };
            self.take_out(draft, seed);
            draft.refresh_all(prices);
            recreate(draft, prices, &mut self.removed, &mut self.space, &mut self.rng);
            draft.settle(prices);
            let now = draft.worth();
            if now.priced(prices) < worth.priced(prices) {
                draft.keep();
                worth = now;
            } else {
                draft.undo();
            }
        }
    }

    fn take_out(&mut self, draft: &mut Draft, seed: usize) {
        self.removed.clear();
        self.removed.take_point(draft, seed);
        let near = &draft.setup.near[seed];
        while self.removed.len() < MOST_POINTS && !near.is_empty() && self.rng.random::<bool>() {
            let other = near[self.rng.random_range(0..near.len().min(N_NEAR))];
            self.removed.take_point(draft, other as usize);
        }
    }
}

/// A point of a truck-day that goes beyond its limits; of any, where only facilities take too much.
fn point_at_fault(draft: &Draft, rng: &mut impl Rng) -> Option<usize> {
    let mut routes = draft.routes_at_fault();
    if routes.is_empty() {
        routes = (0..draft.routes.len()).filter(|route| !draft.routes[*route].is_empty()).collect();
    }
    let route = routes.get(rng.random_range(0..routes.len().max(1)))?;
    let halts = &draft.routes[*route].halts;
    Some(halts[rng.random_range(0..halts.len())].point as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::solve::repair::strict;
    use crate::solve::setup::Setup;
    use crate::solve::tests::{random_district, random_draft};

    #[test]
    fn a_mended_draft_is_no_dearer_and_often_keeps_rules_that_it_broke() {
        let (mut n_broken, mut n_better, mut n_whole) = (0, 0, 0);
        for seed in 0..30 {
            let problem = random_district(seed, 30, 3);
            let setup = Setup::new(&problem);
            let prices = strict(&Prices::new(&setup));
            let mended = || {
                let (mut draft, _) = random_draft(&setup, seed);
                draft.keep();
                let before = draft.worth();
                Mender::new(500, seed).mend(&mut draft, &prices);
                (before, draft.worth(), draft.snapshot(), draft.touched().is_empty())
            };
            let (before, after, snapshot, is_kept) = mended();
            assert!(is_kept && after.priced(&prices) <= before.priced(&prices), "seed {seed}");
            assert_eq!(mended().2, snapshot, "seed {seed}");
            if before.is_feasible() {
                assert_eq!(after, before, "seed {seed}: nothing was to be mended");
                continue;
            }
            n_broken += 1;
            n_better += usize::from(after.seconds_over + after.kg_over < before.seconds_over + before.kg_over);
            n_whole += usize::from(after.is_feasible());
        }
        assert!(n_broken > 10 && 10 * n_better > 9 * n_broken && n_whole > 0, "{n_whole} and {n_better} of {n_broken}");
    }
}
