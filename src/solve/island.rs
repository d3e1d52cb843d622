//! One search: ruin, recreate, accept or undo, by simulated annealing.

use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::{SplitMix64, Xoshiro256PlusPlus};

use super::draft::{Draft, Snapshot};
use super::price::Prices;
use super::recreate::{RecreateSpace, recreate};
use super::ruin::{RUINS, Removed};
use super::setup::Setup;
use crate::model::Objective;

/// A draft with its own random numbers, prices and best plan.
///
/// Slack induction by string removals (Christiaens and Vanden Berghe 2020, <https://doi.org/10.1287/trsc.2019.0914>) with
/// recreation over patterns. States may break rules at a price that adapts; the best plan never does.
pub(super) struct Island<'a> {
    draft: Draft<'a>,
    prices: Prices,
    rng: Xoshiro256PlusPlus,
    /// Price of the draft.
    value: i64,
    best: (Objective, Snapshot),
    removed: Removed,
    space: RecreateSpace,
    tries: Tries,
}

/// Recent candidates, to adapt the penalties.
#[derive(Default)]
struct Tries {
    all: u32,
    feasible: u32,
}

/// Candidates between two changes of the penalties.
const TRIES_PER_ADAPTION: u32 = 500;

impl<'a> Island<'a> {
    /// An island with a first plan, made greedily. Island `index` of a seed always draws the same numbers.
    pub fn new(setup: &'a Setup<'a>, seed: u64, index: u64) -> Self {
        let mut seeds = SplitMix64::seed_from_u64(seed.wrapping_add(index.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        let mut draft = Draft::new(setup);
        let nothing = (draft.worth().objective, draft.snapshot());
        let mut island = Self {
            draft,
            prices: Prices::new(setup),
            rng: Xoshiro256PlusPlus::seed_from_u64(seeds.next_u64()),
            value: 0,
            best: nothing,
            removed: Removed::default(),
            space: RecreateSpace::default(),
            tries: Tries::default(),
        };
        island.construct();
        island
    }

    fn construct(&mut self) {
        self.removed.clear();
        for point in 0..self.draft.setup.n_points {
            self.removed.take_point(&mut self.draft, point);
        }
        recreate(&mut self.draft, &self.prices, &mut self.removed, &mut self.space, &mut self.rng);
        self.draft.settle(&self.prices);
        self.value = self.judge();
        self.draft.keep();
    }

    /// The best plan so far that breaks no rule.
    pub fn best(&self) -> &(Objective, Snapshot) {
        &self.best
    }

    /// Goes on from another plan that breaks no rule.
    pub fn adopt(&mut self, plan: &(Objective, Snapshot)) {
        self.draft.restore(&plan.1);
        self.value = self.draft.worth().priced(&self.prices);
        if plan.0 < self.best.0 {
            self.best = plan.clone();
        }
    }

    /// Runs `iterations` at a temperature given in costs of a visit.
    pub fn run(&mut self, iterations: u64, temperature: f64) {
        let temperature = temperature * self.prices.visit as f64;
        for _ in 0..iterations {
            self.iterate(temperature);
        }
    }

    fn iterate(&mut self, temperature: f64) {
        self.removed.clear();
        let (_, ruin) = draw(RUINS, &mut self.rng);
        ruin.ruin(&mut self.draft, &mut self.removed, &mut self.rng);
        self.draft.arrange_all(&self.prices);
        recreate(&mut self.draft, &self.prices, &mut self.removed, &mut self.space, &mut self.rng);
        self.draft.settle(&self.prices);
        let value = self.judge();
        let draw: f64 = self.rng.random();
        let allowance = -temperature * libm::log(draw.max(f64::MIN_POSITIVE));
        if ((value - self.value) as f64) < allowance {
            self.draft.keep();
            self.value = value;
        } else {
            self.draft.undo();
        }
    }

    /// Prices the draft, remembers it if it is the best, and adapts the penalties now and then.
    fn judge(&mut self) -> i64 {
        let worth = self.draft.worth();
        self.tries.all += 1;
        if worth.is_feasible() {
            self.tries.feasible += 1;
            if worth.objective < self.best.0 {
                self.best = (worth.objective, self.draft.snapshot());
            }
        }
        let value = worth.priced(&self.prices);
        if self.tries.all >= TRIES_PER_ADAPTION {
            self.adapt_penalties();
        }
        value
    }

    fn adapt_penalties(&mut self) {
        let share = 100 * self.tries.feasible / self.tries.all;
        self.tries = Tries::default();
        let (numerator, denominator) = match share {
            0..25 => (23, 20),
            45.. => (9, 10),
            _ => return,
        };
        let visit = self.prices.visit;
        for (penalty, scale) in [(&mut self.prices.second_over, visit / 12), (&mut self.prices.kg_over, visit / 8)] {
            *penalty = (*penalty * numerator / denominator).clamp((scale / 40).max(1), scale.max(1) * 100);
        }
    }

    /// Prices the draft anew, after the prices changed; called between epochs.
    pub fn reprice(&mut self) {
        self.value = self.draft.worth().priced(&self.prices);
    }
}

/// Draws from a weighted shelf.
fn draw<'s, T: ?Sized>(shelf: &'s [(u32, &'s T)], rng: &mut impl Rng) -> &'s (u32, &'s T) {
    let total: u32 = shelf.iter().map(|(weight, _)| weight).sum();
    let mut ticket = rng.random_range(0..total);
    for item in shelf {
        if ticket < item.0 {
            return item;
        }
        ticket -= item.0;
    }
    unreachable!("the ticket is below the sum of the weights")
}
