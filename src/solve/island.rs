//! One search: ruin, recreate, accept or undo, by simulated annealing.

use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::{SplitMix64, Xoshiro256PlusPlus};

use super::draft::Draft;
use super::price::{PENALTY_BITS, Prices};
use super::recreate::{RecreateSpace, recreate};
use super::repair::repair;
use super::ruin::{RUINS, Removed};
use super::schedule::Moment;
use super::setup::Setup;
use super::snapshot::Snapshot;
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
    /// Service at its full price.
    full_waiting: i64,
    /// Whether the penalties adapt; otherwise the schedule sets them.
    penalties_adapt: bool,
    /// Whether the state last priced keeps every rule.
    candidate_is_feasible: bool,
    /// Whether the state last accepted does.
    is_feasible: bool,
}

/// Recent states, to adapt the penalties.
#[derive(Default)]
struct Tries {
    all: u32,
    feasible: u32,
}

/// States between two changes of the penalties.
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
            full_waiting: Prices::new(setup).waiting,
            penalties_adapt: false,
            candidate_is_feasible: false,
            is_feasible: false,
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

    /// Runs `iterations` as a moment of the schedule has it.
    pub fn run(&mut self, iterations: u64, moment: Moment) {
        self.prices.waiting = ((self.full_waiting as f64 * moment.service_share) as i64).max(1);
        self.penalties_adapt = moment.seconds_per_visit.is_none();
        if let Some(seconds) = moment.seconds_per_visit {
            let penalty = (((self.prices.visit << PENALTY_BITS) as f64 / seconds) as i64).max(1);
            (self.prices.second_over, self.prices.kg_over) = (penalty, penalty);
        }
        self.reprice();
        let temperature = moment.temperature * self.prices.visit as f64;
        for _ in 0..iterations {
            self.iterate(temperature);
        }
    }

    fn iterate(&mut self, temperature: f64) {
        self.removed.clear();
        let (_, ruin) = draw(RUINS, &mut self.rng);
        ruin.ruin(&mut self.draft, &mut self.removed, &mut self.rng);
        self.draft.refresh_all(&self.prices);
        recreate(&mut self.draft, &self.prices, &mut self.removed, &mut self.space, &mut self.rng);
        self.draft.settle(&self.prices);
        let value = self.judge();
        let draw: f64 = self.rng.random();
        let allowance = -temperature * libm::log(draw.max(f64::MIN_POSITIVE));
        if ((value - self.value) as f64) < allowance {
            self.draft.keep();
            self.value = value;
            self.is_feasible = self.candidate_is_feasible;
        } else {
            self.draft.undo();
        }
        self.tries.all += 1;
        self.tries.feasible += u32::from(self.is_feasible);
        if self.penalties_adapt && self.tries.all >= TRIES_PER_ADAPTION {
            self.adapt_penalties();
            self.reprice();
        }
    }

    /// Prices the draft, and remembers it if it is the best.
    fn judge(&mut self) -> i64 {
        let worth = self.draft.worth();
        self.candidate_is_feasible = worth.is_feasible();
        if worth.is_feasible() && worth.objective < self.best.0 {
            self.best = (worth.objective, self.draft.snapshot());
        }
        worth.priced(&self.prices)
    }

    fn adapt_penalties(&mut self) {
        let share = 100 * self.tries.feasible / self.tries.all;
        self.tries = Tries::default();
        let (numerator, denominator) = match share {
            0..25 => (11, 10),
            45.. => (10, 11),
            _ => return,
        };
        let visit = self.prices.visit << PENALTY_BITS;
        for penalty in [&mut self.prices.second_over, &mut self.prices.kg_over] {
            // One more at least: small penalties grow too.
            let adapted = *penalty * numerator / denominator + i64::from(numerator > denominator);
            *penalty = adapted.clamp((visit / 2000).max(1), (visit / 2).max(1));
        }
    }

    /// Gives up visits of a copy of the draft until every rule is kept, and remembers it if it is the best; the search goes on where it was.
    pub fn salvage(&mut self) {
        let here = self.draft.snapshot();
        let worth = repair(&mut self.draft, &self.prices);
        if worth.is_feasible() && worth.objective < self.best.0 {
            self.best = (worth.objective, self.draft.snapshot());
        }
        self.draft.restore(&here);
    }

    /// Prices the draft anew, after the prices changed.
    fn reprice(&mut self) {
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
