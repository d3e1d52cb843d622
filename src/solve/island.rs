//! One search: ruin, recreate, accept or undo, by simulated annealing.

mod joining;
mod penalties;

use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::{SplitMix64, Xoshiro256PlusPlus};

use super::breeding::cross;
use super::changes::ChangeLog;
use super::day_choice::DayChoice;
use super::draft::Draft;
use super::polish::{PolishSpace, polish};
use super::price::{PENALTY_BITS, Prices, even_price};
use super::recreate::{RecreateSpace, recreate};
use super::ruin::{self, Removed, Stage};
use super::schedule::Moment;
use super::setup::Setup;
use super::snapshot::{Ranked, Snapshot};
use crate::constraint::ClockScope;
use penalties::{Tries, tries_per_adaption};

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
    best: Ranked,
    /// The plan without any visit.
    nothing: Ranked,
    removed: Removed,
    space: RecreateSpace,
    polish_space: PolishSpace,
    tries: Tries,
    /// Service at its full price.
    full_waiting: i64,
    /// Prices of a kilogram at a facility of lower priority: the one at which all cost the same, and the full one.
    facility_prices: (i64, i64),
    /// States between two changes of the penalties.
    tries_per_adaption: u64,
    /// Whether the penalties adapt; otherwise the schedule sets them. And whether they may fall.
    penalties_adapt: bool,
    penalties_fall: bool,
    /// How dear they may become while they adapt, see [`Moment`].
    units_per_visit_least: Option<f64>,
    /// Whether it sees to it that its states can be mended; and how many times dearer than planned broken rules may become for that.
    mends: bool,
    strictness: f64,
    /// Whether service counts now.
    serves: bool,
    /// Prices at the start; where only costs count, once a first plan has told their scale.
    first_prices: Prices,
    /// Whether it has the plan for itself; otherwise the search, which joins its parts, keeps the best.
    is_alone: bool,
    /// What was changed since the islands joined, where they bring one plan on together; and whether the best plan was.
    changes: ChangeLog,
    found_better: bool,
    notes_changes: bool,
    /// Whether it plans whole days anew now and then: too much for a search among many points.
    roams: bool,
    /// Whether it only descends from its best plan.
    descends: bool,
    /// Kilograms beyond what facilities, yard and budget take: of the draft, and of the state last priced.
    week_kg_over: i64,
    candidate_week_kg_over: i64,
    /// Whether the state last priced keeps every rule; and whether it is no worse than the best plan.
    candidate_is_feasible: bool,
    is_best: bool,
    /// Whether the state last accepted does.
    is_feasible: bool,
}

/// Iterations, and the work in them: about as many scans of a day for places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Done {
    pub iterations: u64,
    pub work: u64,
}

impl Done {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { iterations: self.iterations + other.iterations, work: self.work + other.work }
    }
}

/// Work of an iteration beside its scans of days for places. On Phú Lương an iteration takes 9 µs and 4.7 µs for each scan; that leaves a tenth of the variance of its time.
const WORK_OF_ITERATION: u64 = 2;

/// Iterations of 256 that have a whim, before the descent and in it.
const WHIM_BEFORE: u64 = 8;
const WHIM_OF_DESCENT: u64 = 128;

/// A change is given up before its clocks are run if it costs more visits than this beyond what could be taken: so much may other trucks gain at a gate.
///
/// On Phú Lương one visit would spare two clocks of three and lose, of the changes that are taken, one in fifty, but at the start one in fifteen; with three the waste waited less in
/// 300,000 iterations (mean objective of seeds 1 to 4: 1,851 instead of 1,881) for 7 % more time. Three visits are 60 seconds at the dearest that the schedule sets.
const MARGIN_OF_HOPE: i64 = 3;

impl<'a> Island<'a> {
    /// An island with a first plan: the one of `start`, or one made greedily. Island `index` of a seed always draws the same numbers.
    pub fn new(setup: &'a Setup<'a>, start: Option<&Snapshot>, seed: u64, index: u64) -> Self {
        let mut draft = Draft::new(setup);
        let nothing = (draft.worth().objective, draft.snapshot());
        let mut island = Self {
            draft,
            prices: Prices::new(setup),
            rng: numbers(seed, index),
            value: 0,
            best: nothing.clone(),
            nothing,
            removed: Removed::default(),
            space: RecreateSpace::default(),
            polish_space: PolishSpace::default(),
            tries: Tries::default(),
            full_waiting: Prices::new(setup).waiting,
            facility_prices: (even_price(setup), Prices::new(setup).passed_over),
            tries_per_adaption: tries_per_adaption(setup),
            penalties_adapt: false,
            penalties_fall: true,
            units_per_visit_least: None,
            mends: false,
            strictness: 1.0,
            serves: false,
            first_prices: Prices::new(setup),
            is_alone: true,
            changes: ChangeLog::default(),
            found_better: false,
            notes_changes: false,
            roams: false,
            descends: false,
            candidate_is_feasible: false,
            week_kg_over: 0,
            candidate_week_kg_over: 0,
            is_best: false,
            is_feasible: false,
        };
        match start {
            Some(decided) => island.start_from(decided),
            None => island.construct(),
        }
        island
    }

    /// Takes a plan over, and remembers what of it keeps every rule.
    fn start_from(&mut self, decided: &Snapshot) {
        self.draft.restore(decided);
        self.value = self.judge();
        if !self.candidate_is_feasible {
            (0..self.draft.setup.n_days).for_each(|day| self.draft.place_unloads_anew(day, &self.prices));
            self.value = self.judge();
            self.draft.keep();
            self.salvage();
        }
        self.scale_prices();
        self.reprice();
    }

    /// Goes on with the random numbers of another index.
    pub fn reseed(&mut self, seed: u64, index: u64) {
        self.rng = numbers(seed, index);
    }

    fn construct(&mut self) {
        self.removed.clear();
        for point in 0..self.draft.setup.n_points {
            self.removed.take_point(&mut self.draft, point);
        }
        recreate(&mut self.draft, &self.prices, &mut self.removed, &mut self.space, &mut self.rng);
        self.draft.settle(&self.prices);
        self.scale_prices();
        self.value = self.judge();
        self.draft.keep();
    }

    /// Where only costs count, a first plan tells the scale of prices.
    fn scale_prices(&mut self) {
        if self.draft.setup.is_service_fixed {
            let made = self.draft.made();
            self.prices.scale(made.visits, made.cost, made.seconds, made.kg);
        }
        self.first_prices.clone_from(&self.prices);
    }

    /// The best plan so far that breaks no rule.
    pub fn best(&self) -> &Ranked {
        &self.best
    }

    /// Works on one part of the plan from now on: `part_of` says of each truck-day which part it belongs to.
    pub fn take_part(&mut self, part: u8, part_of: &[u8]) {
        self.is_alone = false;
        self.draft.freeze_all_but(part, part_of);
    }

    /// Takes over what another island has made of its part; both start from the same plan.
    pub fn take_over(&mut self, other: &Self, part: u8, part_of: &[u8]) {
        self.draft.take_over(&other.draft, part, part_of);
        self.reprice();
    }

    /// Remembers the whole plan, if it is the best.
    pub fn remember(&mut self) {
        self.is_alone = true;
        self.judge();
        self.is_alone = false;
    }

    /// From now on notes what it changes, for [`Island::join`].
    pub fn note_from_now_on(&mut self) {
        self.notes_changes = true;
    }

    /// From now on plans whole days anew, now and then.
    pub fn roam(&mut self) {
        self.roams = true;
    }

    #[cfg(test)]
    pub fn changes(&self) -> &ChangeLog {
        &self.changes
    }

    #[cfg(test)]
    pub fn draft_mut(&mut self) -> &mut Draft<'a> {
        &mut self.draft
    }

    /// The plan it works on.
    pub fn draft(&self) -> &Draft<'a> {
        &self.draft
    }

    /// Its prices as they are now.
    pub fn prices(&self) -> &Prices {
        &self.prices
    }

    /// Price of the plan it works on.
    pub fn value(&self) -> i64 {
        self.value
    }

    /// Begins with the week found by the choice of days alone, if it found one.
    pub fn choose_days(&mut self, choice: &DayChoice) {
        if let Some(week) = choice.search(self.prices.visit, &mut self.rng) {
            self.draft.restore(&week);
            self.value = self.judge();
            (self.is_feasible, self.week_kg_over) = (self.candidate_is_feasible, self.candidate_week_kg_over);
        }
    }

    /// Goes on from another plan that breaks no rule.
    pub fn adopt(&mut self, plan: &Ranked) {
        self.draft.restore(&plan.1);
        self.value = self.draft.worth().priced(&self.prices);
        if plan.0 < self.best.0 {
            self.best = plan.clone();
        }
    }

    /// People at points of which the plan it works on misses a requirement.
    pub fn people_short(&mut self) -> i64 {
        self.draft.service_worth().people_short
    }

    /// Goes on from a plan that breaks no rule and is no worse than the best one.
    pub fn go_on_from(&mut self, plan: &Ranked) {
        self.draft.restore(&plan.1);
        self.reprice();
        self.is_feasible = true;
        self.best.clone_from(plan);
    }

    /// Forgets all it has found and begins anew: from a child of two plans, or, without parents, from a first plan of its own.
    pub fn begin_generation(&mut self, parents: Option<(&Snapshot, &Snapshot)>) {
        self.best.clone_from(&self.nothing);
        self.tries = Tries::default();
        (self.descends, self.strictness) = (false, 1.0);
        if let Some((first, second)) = parents {
            self.prices.clone_from(&self.first_prices);
            self.draft.restore(first);
            cross(&mut self.draft, &self.prices, second, (&mut self.removed, &mut self.space), &mut self.rng);
            self.value = self.judge();
        } else {
            self.prices = Prices::new(self.draft.setup);
            self.draft.restore(&self.nothing.1);
            self.construct();
        }
        (self.is_feasible, self.week_kg_over) = (self.candidate_is_feasible, self.candidate_week_kg_over);
    }

    /// Runs `iterations` as a moment of the schedule has it.
    pub fn run(&mut self, iterations: u64, moment: Moment) {
        self.run_within(iterations, u64::MAX, moment);
    }

    /// Runs iterations as a moment of the schedule has it: `most_iterations`, or fewer once so much work is done; what it came to.
    pub fn run_within(&mut self, most_iterations: u64, work: u64, moment: Moment) -> Done {
        // At least the smallest price, where waiting counts at all.
        let waiting = ((self.full_waiting as f64 * moment.service_share) as i64).max(self.full_waiting.min(1));
        if moment.service_share > 1.0 && waiting > self.prices.waiting {
            self.let_penalties_grow(waiting as f64 / self.prices.waiting.max(self.full_waiting) as f64);
        }
        self.prices.waiting = waiting;
        let (even, full) = self.facility_prices;
        self.prices.passed_over = even + ((full - even) as f64 * moment.facility_share) as i64;
        self.penalties_adapt = moment.seconds_per_visit.is_none();
        self.penalties_fall = moment.penalties_fall;
        self.units_per_visit_least = moment.units_per_visit_least;
        self.mends = moment.mends;
        self.serves = moment.service_share > 0.0 && self.full_waiting > 0;
        if let Some(seconds) = moment.seconds_per_visit {
            let penalty = (((self.prices.visit << PENALTY_BITS) as f64 / seconds) as i64).max(1);
            (self.prices.second_over, self.prices.kg_over) = (penalty, penalty);
        }
        if moment.descends {
            (self.prices.second_over, self.prices.kg_over) = (self.strict_penalty(), self.strict_penalty());
            self.penalties_adapt = false;
        }
        if moment.descends && !self.descends {
            // What it comes to where it stands may be more than the best plan so far; in a short run there may be none yet.
            self.salvage();
            self.draft.restore(&self.best.1);
        }
        self.descends = moment.descends;
        self.reprice();
        let temperature = moment.temperature * self.prices.visit as f64;
        let mut done = Done::default();
        while done.iterations < most_iterations && done.work < work {
            self.iterate(temperature);
            done.iterations += 1;
            done.work += WORK_OF_ITERATION + self.removed.days_to_look_at(self.draft.setup);
        }
        self.prices.whim = 0;
        done
    }

    fn iterate(&mut self, temperature: f64) {
        self.removed.clear();
        let draw: f64 = self.rng.random();
        let allowance = -temperature * libm::log(draw.max(f64::MIN_POSITIVE));
        self.draw_whim();
        if self.prices.is_whim_of_unloads_alone() {
            let (n_days, n_trucks) = (self.draft.setup.n_days, self.draft.setup.n_trucks);
            let day = self.rng.random_range(0..n_days);
            let (first, second) = (self.rng.random_range(0..n_trucks), self.rng.random_range(0..n_trucks));
            self.draft.exchange_trucks(day, first, second);
            self.draft.place_unloads_anew(day, &self.prices);
        } else {
            // This also settles which commune waits longest: its points count more when they are put back.
            let patterns = self.draft.price_of_patterns(&self.prices);
            ruin::draw(self.draft.setup, self.roams, self.stage(), &mut self.rng).ruin(&mut self.draft, &mut self.removed, &mut self.rng);
            self.draft.refresh_all(&self.prices);
            recreate(&mut self.draft, &self.prices, &mut self.removed, &mut self.space, &mut self.rng);
            // Often everything comes back to where it was: there is nothing to judge.
            if self.prices.whim == 0 && !self.draft.put_back_unchanged() {
                self.draft.undo();
                return self.count_try();
            }
            if self.descends && self.draft.service_worth().is_worse_than(&self.best.0) {
                self.draft.undo();
                return self.count_try();
            }
            self.draft.settle_unloads(&self.prices);
            if self.is_hopeless(patterns, allowance) {
                self.draft.undo();
                return self.count_try();
            }
            self.draft.settle_clocks();
        }
        let value = self.judge();
        let is_taken = if self.descends { self.is_best } else { ((value - self.value) as f64) < allowance };
        if is_taken {
            if self.notes_changes {
                self.changes.add(self.draft.changes());
            }
            self.draft.keep();
            self.value = value;
            self.is_feasible = self.candidate_is_feasible;
            self.week_kg_over = self.candidate_week_kg_over;
        } else {
            self.draft.undo();
        }
        self.count_try();
    }

    fn stage(&self) -> Stage {
        match () {
            () if self.descends => Stage::Descent,
            () if self.serves => Stage::Service,
            () => Stage::First,
        }
    }

    /// Whether a change whose unloads are placed is too dear to be taken, as far as is known before the clocks of its days are run; `patterns` is what the chosen
    /// patterns came to before. Exact in the descent, nearly so before.
    fn is_hopeless(&mut self, patterns: i64, allowance: f64) -> bool {
        // Elsewhere a clock is hardly more than the sums.
        if self.draft.setup.clock_scope != ClockScope::Day {
            return false;
        }
        let least = self.draft.least_change(&self.prices);
        if self.descends {
            // The best plan, from which it descends, keeps every rule.
            return least.excess > 0;
        }
        let price = least.price + self.draft.price_of_patterns(&self.prices) - patterns;
        // What the yard or the budget may gain is not seen before.
        let hope = MARGIN_OF_HOPE * self.prices.visit + self.prices.of_kg_over(self.week_kg_over);
        price as f64 >= allowance + hope as f64
    }

    fn count_try(&mut self) {
        self.tries.all += 1;
        self.tries.feasible += u64::from(self.is_feasible);
        if self.penalties_adapt && self.tries.all >= self.tries_per_adaption {
            self.adapt_penalties();
            self.reprice();
        }
    }

    /// Now and then unloads, patterns and positions are chosen otherwise than where they seem to cost least: what they do to the yard, the queue,
    /// the budget and each other shows only in the whole plan.
    fn draw_whim(&mut self) {
        if !self.draft.setup.is_service_fixed {
            let whim: u64 = self.rng.random();
            let among = if self.descends { WHIM_OF_DESCENT } else { WHIM_BEFORE };
            self.prices.whim = if whim & 0xff < among { whim } else { 0 };
        }
    }

    /// Prices the draft, and remembers it if it is the best.
    fn judge(&mut self) -> i64 {
        let worth = self.draft.worth();
        self.candidate_is_feasible = worth.is_feasible();
        self.candidate_week_kg_over = worth.week_kg_over;
        self.is_best = worth.is_feasible() && worth.objective <= self.best.0;
        if self.is_alone && worth.is_feasible() && worth.objective < self.best.0 {
            self.best.0 = worth.objective;
            self.draft.write_snapshot(&mut self.best.1);
            self.found_better = true;
        }
        worth.priced(&self.prices)
    }

    /// Polishes the best plan; the search goes on where it was.
    pub fn polish_best(&mut self) {
        let here = self.draft.snapshot();
        self.draft.restore(&self.best.1);
        let n_routes = self.draft.frozen.len();
        let frozen = std::mem::replace(&mut self.draft.frozen, vec![false; n_routes]);
        // The best plan keeps every rule.
        let strictly = self.strict_penalty();
        let waiting = self.prices.waiting.max(self.full_waiting);
        let passed_over = self.facility_prices.1;
        let strict = Prices { second_over: strictly, kg_over: strictly, waiting, passed_over, ..self.prices.clone() };
        polish(&mut self.draft, &strict, None, &mut self.polish_space);
        let worth = self.draft.worth();
        if worth.is_feasible() && worth.objective < self.best.0 {
            self.best = (worth.objective, self.draft.snapshot());
        }
        self.draft.frozen = frozen;
        self.draft.restore(&here);
    }

    /// Prices the draft anew, after the prices changed.
    fn reprice(&mut self) {
        let worth = self.draft.worth();
        (self.value, self.week_kg_over) = (worth.priced(&self.prices), worth.week_kg_over);
    }
}

/// The random numbers of an index of a seed.
fn numbers(seed: u64, index: u64) -> Xoshiro256PlusPlus {
    let mut seeds = SplitMix64::seed_from_u64(seed.wrapping_add(index.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
    Xoshiro256PlusPlus::seed_from_u64(seeds.next_u64())
}
