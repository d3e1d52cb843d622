//! One search: ruin, recreate, accept or undo, by simulated annealing.

use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::{SplitMix64, Xoshiro256PlusPlus};

use super::breeding::cross;
use super::changes::{ChangeLog, Changes};
use super::day_choice::DayChoice;
use super::draft::Draft;
use super::mend::Mender;
use super::polish::{PolishSpace, polish};
use super::price::{PENALTY_BITS, Prices, even_price};
use super::recreate::{RecreateSpace, recreate};
use super::repair::{repair, strict};
use super::ruin::{self, Removed, Stage};
use super::schedule::Moment;
use super::setup::Setup;
use super::snapshot::{Ranked, Snapshot};
use crate::constraint::ClockScope;

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

/// Recent states, to adapt the penalties.
#[derive(Default)]
struct Tries {
    all: u64,
    feasible: u64,
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

/// Units beyond a limit that cost as much as a visit where penalties are dearest: as long as every plan known misses a requirement, or as more would be lost by giving up visits.
const FEWEST_UNITS_PER_VISIT: f64 = 2.0;

/// Where more than so much waiting would come of giving up visits until every rule is kept, broken rules become dearer by this factor; else cheaper again.
const MOST_LOST: f64 = 0.02;
const STRICTER: f64 = 1.5;
/// With more truck-days at fault than this, a state is not polished before visits are given up: most of it will be changed again.
const MOST_AT_FAULT: usize = 12;
/// Tries to mend a state where service is decided: before it is seen to it that states can be mended, and then.
const TRIES_TO_MEND: (usize, usize) = (250, 1000);

/// States between two changes of the penalties: so many for each point, but no fewer than the first and no more than the second of these.
const TRIES_PER_ADAPTION: (u64, u64) = (25, 500);
const TRIES_PER_POINT: u64 = 2;

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
            tries_per_adaption: (TRIES_PER_POINT * setup.n_points as u64).clamp(TRIES_PER_ADAPTION.0, TRIES_PER_ADAPTION.1),
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

    /// Takes over what the islands have changed since they last joined, so that all are at the same plan again, with the same prices and best plan.
    ///
    /// What one changed that another changed too is given up with all that hangs together with it, and so is, in the descent, what is no improvement together with the rest: the lower
    /// island's changes stay.
    pub fn join(islands: &mut [Self]) {
        let Some((first, others)) = islands.split_first_mut() else { return };
        let mut taken = first.changes.all();
        let mut all = taken.clone();
        first.changes.clear();
        for other in others.iter_mut() {
            let changes = other.changes.apart_from(&taken);
            if !changes.is_empty() {
                first.try_changes(&other.draft, &changes);
                taken.extend(&changes);
            }
            all.extend(&other.changes.all());
            other.changes.clear();
            first.tries.all += std::mem::take(&mut other.tries.all);
            first.tries.feasible += std::mem::take(&mut other.tries.feasible);
        }
        let better = others.iter().filter(|other| other.found_better).min_by_key(|other| other.best.0);
        if let Some(better) = better.filter(|better| better.best.0 < first.best.0) {
            first.best.clone_from(&better.best);
        }
        let found = first.found_better || others.iter().any(|other| other.found_better);
        first.found_better = false;
        for other in others {
            if !all.is_empty() {
                other.draft.take_changes(&first.draft, &all);
                other.draft.keep();
            }
            if found {
                other.best.clone_from(&first.best);
                other.found_better = false;
            }
            other.prices.clone_from(&first.prices);
            other.strictness = first.strictness;
            other.reprice();
            (other.value, other.is_feasible) = (first.value, first.is_feasible);
        }
    }

    /// Takes over what another island has changed, unless it only descends and that is not the way down.
    fn try_changes(&mut self, theirs: &Draft<'a>, changes: &Changes) {
        self.draft.take_changes(theirs, changes);
        let value = self.judge();
        if self.descends && !self.is_best {
            self.draft.undo();
            self.judge();
            return;
        }
        self.draft.keep();
        (self.value, self.is_feasible) = (value, self.candidate_is_feasible);
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

    /// So high that no shorter way is worth the least breach of a rule.
    fn strict_penalty(&self) -> i64 {
        (100 * self.prices.visit) << PENALTY_BITS
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

    /// At the end service grows dearer faster than penalties adapt, and a run of few iterations would come to its descent with many rules broken: of eight weeks of Phú Lương (60,000 iterations) one
    /// missed a requirement so. So the penalties grow with it.
    ///
    /// No further than where they adapt to, so that a missed requirement stays dearer than a quarter of an hour.
    fn let_penalties_grow(&mut self, times: f64) {
        let most = self.dearest_penalty();
        for penalty in [&mut self.prices.second_over, &mut self.prices.kg_over] {
            *penalty = ((*penalty as f64 * times) as i64).min(most).max(*penalty);
        }
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

    /// The most that a second or a kilogram beyond a limit costs while penalties adapt, where service is decided.
    ///
    /// As the schedule has it only once a plan is known that misses no requirement: where hours are short, states far beyond them would lead to plans that miss far more. With four trucks on
    /// Phú Lương (205,000 iterations, seeds 1 to 4) 39,200 people were short so, and 22,900 where rules are strict.
    fn dearest_penalty(&self) -> i64 {
        let visit = (self.prices.visit << PENALTY_BITS) as f64;
        let is_short = self.best.0.people_short > 0;
        let units = |planned: f64| {
            if is_short { FEWEST_UNITS_PER_VISIT.min(planned) } else { (planned / self.strictness).max(FEWEST_UNITS_PER_VISIT) }
        };
        self.units_per_visit_least.map_or(i64::MAX, |planned| (visit / units(planned)) as i64)
    }

    fn adapt_penalties(&mut self) {
        let share = 100 * self.tries.feasible / self.tries.all;
        self.tries = Tries::default();
        let (numerator, denominator) = match share {
            0..25 => (11, 10),
            45.. if self.penalties_fall => (10, 11),
            _ => return,
        };
        let visit = self.prices.visit << PENALTY_BITS;
        let (is_fixed, dearest) = (self.draft.setup.is_service_fixed, self.dearest_penalty());
        let range = |first: i64| if is_fixed { (first / 1000, first.saturating_mul(1000)) } else { (visit / 2000, dearest) };
        let first = &self.first_prices;
        let penalties = [(&mut self.prices.second_over, first.second_over), (&mut self.prices.kg_over, first.kg_over)];
        for (penalty, first) in penalties {
            // One more at least: small penalties grow too.
            let adapted = *penalty * numerator / denominator + i64::from(numerator > denominator);
            let (least, most) = range(first);
            *penalty = adapted.clamp(least.max(1), most.max(1));
        }
    }

    /// Makes a copy of the draft keep every rule, by giving up visits if it must be, and remembers it if it is the best; the search goes on where it was.
    ///
    /// Where service is decided it mends first what it can; and where much is lost all the same, towards the end, broken rules become dearer from now on, as what the search finds would not be kept.
    pub fn salvage(&mut self) {
        let (here, before) = (self.draft.snapshot(), self.draft.service_worth());
        // Towards the end service grows so dear that a few seconds would seem cheaper than a visit.
        let waiting = self.prices.waiting.min(self.full_waiting);
        let strict = strict(&Prices { passed_over: self.facility_prices.1, waiting, ..self.prices.clone() });
        let at_fault = self.draft.routes_at_fault();
        if self.mends && (1..=MOST_AT_FAULT).contains(&at_fault.len()) {
            polish(&mut self.draft, &strict, Some(&at_fault), &mut self.polish_space);
        }
        // Islands that bring one plan on together must come to the same: no random numbers of their own are drawn.
        let tries = match self.draft.setup.is_service_fixed {
            true => 0,
            false if self.mends => TRIES_TO_MEND.1,
            false => TRIES_TO_MEND.0,
        };
        let worth = repair(&mut self.draft, &strict, &mut Mender::new(tries, before.squares as u64));
        if self.mends {
            let is_much_lost = before.is_much_less_than(&worth.service, MOST_LOST);
            self.strictness = if is_much_lost { self.strictness * STRICTER } else { (self.strictness / STRICTER).max(1.0) };
        }
        if worth.is_feasible() && worth.objective < self.best.0 {
            self.best = (worth.objective, self.draft.snapshot());
            self.found_better = true;
        }
        self.draft.restore(&here);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::solve::tests::random_district;

    #[test]
    fn penalties_grow_up_to_where_they_adapt_to_and_no_growth_lowers_one() {
        let problem = random_district(1, 8, 2);
        let setup = Setup::new(&problem);
        let mut island = Island::new(&setup, None, 1, 0);
        assert_eq!(island.dearest_penalty(), i64::MAX);
        island.units_per_visit_least = Some(20.0);
        island.best.0.people_short = 0;
        let dearest = island.dearest_penalty();
        assert_eq!(dearest, (island.prices.visit << PENALTY_BITS) / 20);
        island.best.0.people_short = 1;
        assert_eq!(island.dearest_penalty(), (island.prices.visit << PENALTY_BITS) / 2);
        island.best.0.people_short = 0;
        // Stricter than planned, but no stricter than where people are short.
        island.strictness = 4.0;
        assert_eq!(island.dearest_penalty(), (island.prices.visit << PENALTY_BITS) / 5);
        island.strictness = 100.0;
        assert_eq!(island.dearest_penalty(), (island.prices.visit << PENALTY_BITS) / 2);
        island.strictness = 1.0;
        (island.prices.second_over, island.prices.kg_over) = (dearest / 8, 2 * dearest);
        island.let_penalties_grow(2.0);
        assert_eq!((island.prices.second_over, island.prices.kg_over), (dearest / 8 * 2, 2 * dearest));
        island.let_penalties_grow(20.0);
        assert_eq!((island.prices.second_over, island.prices.kg_over), (dearest, 2 * dearest));
        // Where too few states keep the rules, penalties rise; where they are dearest already, they stay.
        island.tries = Tries { all: 100, feasible: 0 };
        island.prices.kg_over = dearest / 2;
        island.adapt_penalties();
        assert_eq!(island.prices.second_over, dearest);
        assert!(island.prices.kg_over > dearest / 2);
    }

    #[test]
    fn where_much_would_be_given_up_broken_rules_become_dearer_and_where_little_is_cheaper_again() {
        let mut problem = random_district(3, 30, 2);
        problem.trucks.iter_mut().for_each(|truck| truck.work_limit = crate::units::Seconds(3 * 3600));
        let setup = Setup::new(&problem);
        let mut island = Island::new(&setup, None, 1, 0);
        island.salvage();
        assert_eq!(island.strictness, 1.0, "before it is time");
        // Hours cost next to nothing, and far more visits are made than there are hours for.
        let parameters = crate::solve::params::Parameters::default();
        let span = crate::solve::schedule::Span::unknown(&setup, &parameters, false);
        let now = crate::solve::schedule::moment(&setup, &parameters, span, 0.8);
        island.run(300, Moment { seconds_per_visit: Some(1e6), mends: true, ..now });
        assert!(!island.draft.worth().is_feasible());
        let here = island.draft.snapshot();
        island.salvage();
        assert_eq!(island.strictness, STRICTER);
        assert!(island.draft.snapshot() == here, "the search goes on where it was");
        let best = island.best().1.clone();
        island.draft.restore(&best);
        island.salvage();
        island.salvage();
        assert_eq!(island.strictness, 1.0);
    }
}
