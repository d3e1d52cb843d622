//! The whole search: islands in parallel, epoch by epoch, that exchange plans or share one.

use std::time::{Duration, Instant};

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use super::fill::fill;
use super::finish::finish;
use super::island::Island;
use super::observe::{Observer, Progress};
use super::params::Parameters;
use super::parts::{can_be_shared, share_out};
use super::schedule::{Moment, moment};
use super::setup::Setup;
use super::snapshot::Snapshot;
use super::start::decisions;
use super::stop::StopRule;
use crate::model::{Objective, Plan, Problem, RunRecord};

/// Epochs at the start of the schedule; in a run limited by time, their duration decides how many epochs are planned.
const EPOCHS_AT_START: u64 = 8;
/// Epochs between two looks for a plan in the midst of the search, by giving up visits until every rule is kept.
const EPOCHS_BETWEEN_SALVAGES: u64 = 20;
/// Share of the time limit that is planned for; the rest is for the last steps (polish and filling take some 1.5 of 10 seconds on Phú Lương where the
/// machine is busy) and for a machine that gets slower.
const SHARE_OF_TIME: f64 = 0.82;
/// Share of the time limit after which no further epoch begins.
const SHARE_AT_MOST: f64 = 0.9;
/// Of fewer points, what several islands change is too often the same.
const FEWEST_POINTS_TOGETHER: usize = 60;
/// Between two exchanges lies this part of the planned epochs: a hundredth.
const EXCHANGES: u64 = 100;

/// Plans a week: the best plan found until `stop`, which breaks no rule and to which no visit can be added.
///
/// The same problem, parameters and number of iterations give the same plan on any number of threads. Where time limits the
/// run, the clock decides once, after the first epochs, how many epochs are planned, and it ends the run, early or, at the end of the schedule, late; the plan records
/// both figures. Interrupted, it returns the best plan so far; there always is one, be it without any visit.
pub fn plan(problem: &Problem, parameters: &Parameters, stop: &StopRule, observer: &mut dyn Observer) -> Plan {
    search(problem, None, parameters, stop, observer)
}

/// Plans a week as [`plan`] does, but from a plan that exists, and never worse than that one if it breaks no rule here.
///
/// `start` has the points, trucks, days and facilities of `problem`, in the same order; it may have been made under other rules or with
/// other times. What is impossible now is left out. The search begins in the midst of its schedule, too cool to forget the plan it
/// starts from. The plan records which one that was ([`Plan::digest`]): with the same start, it is found again.
pub fn plan_from(problem: &Problem, start: &Plan, parameters: &Parameters, stop: &StopRule, observer: &mut dyn Observer) -> Plan {
    search(problem, Some(start), parameters, stop, observer)
}

fn search(problem: &Problem, start: Option<&Plan>, parameters: &Parameters, stop: &StopRule, observer: &mut dyn Observer) -> Plan {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(parameters.threads).build().ok();
    let began = Instant::now();
    let setup = Setup::new(problem);
    let mut search = Search::new(&setup, start, parameters, stop, pool.as_ref(), began);
    search.run(observer);
    search.finish()
}

/// Runs `work` on the pool; on the threads there are, where no pool was to be had.
fn on<R: Send>(pool: Option<&rayon::ThreadPool>, work: impl FnOnce() -> R + Send) -> R {
    match pool {
        Some(pool) => pool.install(work),
        None => work(),
    }
}

/// How islands work together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Company {
    /// Each has its own plan; now and then they exchange.
    Apart,
    /// Each works on its own part of one plan.
    InParts,
    /// Each works on all of one plan, and they join every few iterations.
    Together,
}

impl Company {
    fn of(setup: &Setup, n_islands: usize) -> Self {
        match n_islands {
            0 | 1 => Self::Apart,
            _ if can_be_shared(setup) => Self::InParts,
            _ if setup.n_points >= FEWEST_POINTS_TOGETHER => Self::Together,
            _ => Self::Apart,
        }
    }
}

/// A run under way.
struct Search<'a> {
    setup: &'a Setup<'a>,
    /// Digest of the plan that it started from.
    started_from: Option<String>,
    parameters: &'a Parameters,
    stop: &'a StopRule<'a>,
    pool: Option<&'a rayon::ThreadPool>,
    began: Instant,
    islands: Vec<Island<'a>>,
    /// How the islands work together.
    company: Company,
    /// Draws the lines along which a shared plan is cut.
    rng: Xoshiro256PlusPlus,
    iterations_per_epoch: u64,
    epoch: u64,
    planned: Option<u64>,
}

impl<'a> Search<'a> {
    fn new(
        setup: &'a Setup<'a>,
        start: Option<&Plan>,
        parameters: &'a Parameters,
        stop: &'a StopRule<'a>,
        pool: Option<&'a rayon::ThreadPool>,
        began: Instant,
    ) -> Self {
        let company = Company::of(setup, parameters.islands);
        // Islands with one plan start from the same one.
        let number = |index: u64| if company == Company::Apart { index } else { 0 };
        let decided = start.map(|plan| decisions(setup, plan));
        let mut islands: Vec<Island> = on(pool, || {
            let indices = (0..parameters.islands as u64).into_par_iter();
            indices.map(|index| Island::new(setup, decided.as_ref(), parameters.seed, number(index))).collect()
        });
        if company != Company::Apart {
            islands.iter_mut().enumerate().for_each(|(index, island)| island.reseed(parameters.seed, index as u64));
        }
        if company == Company::Together {
            islands.iter_mut().for_each(Island::note_from_now_on);
        }
        let counts = setup.problem.policy.waiting_counts;
        let mut search = Self {
            setup,
            started_from: start.map(Plan::digest),
            parameters,
            stop,
            pool,
            began,
            islands,
            company,
            rng: Xoshiro256PlusPlus::seed_from_u64(parameters.seed ^ 0x5bd1_e995),
            iterations_per_epoch: if counts { parameters.iterations_per_epoch } else { parameters.iterations_per_short_epoch },
            epoch: 0,
            planned: None,
        };
        search.planned = stop.planned.or(stop.iterations).map(|iterations| search.epochs(iterations));
        search
    }

    fn per_epoch(&self) -> u64 {
        self.iterations_per_epoch * self.parameters.islands as u64
    }

    /// Whole epochs of so many iterations.
    fn epochs(&self, iterations: u64) -> u64 {
        iterations.div_ceil(self.per_epoch())
    }

    fn run(&mut self, observer: &mut dyn Observer) {
        // What came before, tables and first plans, is done once and says nothing of an epoch.
        let prepared = self.began.elapsed();
        let last = self.stop.iterations.map(|iterations| self.epochs(iterations));
        while last.map_or_else(|| self.has_time_left(), |last| self.epoch < last) && !self.is_over() {
            let moment = moment(self.setup, self.parameters, self.moment_in_schedule());
            match self.company {
                Company::Apart => self.run_epoch(moment),
                Company::InParts => self.run_shared_epoch(moment),
                Company::Together => self.run_joint_epoch(moment),
            }
            self.epoch += 1;
            if self.epoch == EPOCHS_AT_START && self.planned.is_none() {
                self.planned = self.stop.time.map(|limit| epochs_in(limit, prepared, self.began.elapsed() - prepared));
            }
            observer.progress(&Progress {
                iterations: self.epoch * self.per_epoch(),
                iterations_planned: self.planned.map(|planned| planned * self.per_epoch()),
                elapsed: self.began.elapsed(),
                time_limit: self.stop.time,
                best: best_of(&self.islands).0,
            });
        }
    }

    /// Every island goes on with its own plan; now and then they exchange.
    fn run_epoch(&mut self, moment: Moment) {
        let salvages = self.is_time_to_salvage(moment);
        let (iterations, islands) = (self.iterations_per_epoch, &mut self.islands);
        on(self.pool, || {
            islands.par_iter_mut().for_each(|island| {
                island.run(iterations, moment);
                if salvages {
                    island.salvage();
                }
            })
        });
        if self.epoch >= EPOCHS_AT_START && self.planned.is_some_and(|planned| is_time_to_exchange(self.epoch + 1, planned)) {
            exchange(&mut self.islands);
        }
    }

    /// In the first part of a run no state is near to keeping every rule.
    fn is_time_to_salvage(&self, moment: Moment) -> bool {
        moment.seconds_per_visit.is_none() && self.epoch.is_multiple_of(EPOCHS_BETWEEN_SALVAGES)
    }

    /// All islands bring one plan on, and join every few iterations.
    fn run_joint_epoch(&mut self, moment: Moment) {
        let (iterations, islands) = (self.iterations_per_epoch, &mut self.islands);
        let between_joins = self.parameters.iterations_between_joins;
        on(self.pool, || {
            let mut left = iterations;
            while left > 0 {
                let now = left.min(between_joins.max(1));
                islands.par_iter_mut().for_each(|island| island.run(now, moment));
                Island::join(islands);
                left -= now;
            }
        });
        if self.is_time_to_salvage(moment) {
            self.islands[0].salvage();
            Island::join(&mut self.islands);
        }
    }

    /// Every island goes on with its own part of the one plan; then they join.
    fn run_shared_epoch(&mut self, moment: Moment) {
        let turn: f64 = self.rng.random();
        let part_of = share_out(self.islands[0].draft(), self.islands.len(), turn);
        let (iterations, islands) = (self.iterations_per_epoch, &mut self.islands);
        on(self.pool, || {
            islands.par_iter_mut().enumerate().for_each(|(part, island)| {
                island.take_part(part as u8, &part_of);
                island.run(iterations, moment);
            })
        });
        let (first, others) = self.islands.split_first_mut().expect("there is an island");
        for (index, other) in others.iter().enumerate() {
            first.take_over(other, index as u8 + 1, &part_of);
        }
        first.remember();
        for (index, other) in others.iter_mut().enumerate() {
            for part in (0..=part_of.iter().copied().max().unwrap_or(0)).filter(|part| *part != index as u8 + 1) {
                other.take_over(first, part, &part_of);
            }
        }
    }

    /// Whether the planned epochs are still to be run, or were run sooner than expected: the rest of the time goes on at the end of the schedule.
    fn has_time_left(&self) -> bool {
        let has_time = self.stop.time.is_some_and(|limit| self.began.elapsed() < limit.mul_f64(SHARE_OF_TIME));
        self.planned.is_none_or(|planned| self.epoch < planned) || has_time
    }

    fn is_over(&self) -> bool {
        let stop = self.stop;
        let no_rule = stop.iterations.is_none() && stop.time.is_none() && stop.interrupt.is_none();
        stop.is_interrupted()
            || no_rule
            || stop.time.is_some_and(|limit| self.epoch > 0 && self.began.elapsed() >= limit.mul_f64(SHARE_AT_MOST))
    }

    /// Share of the run that is done; 0 for the first epochs, in which it is not known how many there will be.
    fn progress(&self) -> f64 {
        let Some(planned) = self.planned.filter(|_| self.epoch >= EPOCHS_AT_START) else { return 0.0 };
        ((self.epoch - EPOCHS_AT_START) as f64 / planned.saturating_sub(EPOCHS_AT_START).max(1) as f64).min(1.0)
    }

    /// The same in the schedule, which a run from an existing plan enters in its midst.
    fn moment_in_schedule(&self) -> f64 {
        let entry = if self.started_from.is_some() { self.parameters.entry_of_start } else { 0.0 };
        entry + (1.0 - entry) * self.progress()
    }

    fn finish(mut self) -> Plan {
        if self.company != Company::Apart {
            self.islands.truncate(1);
        }
        let (salvages, islands) = (self.company != Company::InParts, &mut self.islands);
        on(self.pool, || {
            islands.par_iter_mut().for_each(|island| {
                if salvages {
                    island.salvage();
                }
                island.polish_best();
            })
        });
        let run = RunRecord {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            fingerprint: self.setup.problem.fingerprint.clone(),
            seed: self.parameters.seed,
            iterations_planned: self.planned.map(|planned| planned * self.per_epoch()),
            iterations: self.epoch * self.per_epoch(),
            started_from: self.started_from.take(),
        };
        finish(self.setup, &fill(self.setup, best_of(&self.islands)), run)
    }
}

/// How many epochs are planned for a time limit, when the first ones took `elapsed` after a preparation of `prepared`.
fn epochs_in(limit: Duration, prepared: Duration, elapsed: Duration) -> u64 {
    let per_epoch = elapsed.as_secs_f64().max(1e-6) / EPOCHS_AT_START as f64;
    let left = (limit.as_secs_f64() * SHARE_OF_TIME - prepared.as_secs_f64()).max(0.0);
    ((left / per_epoch) as u64).max(EPOCHS_AT_START)
}

/// In the second half of a run, a hundred times.
fn is_time_to_exchange(epoch: u64, planned: u64) -> bool {
    2 * epoch > planned && epoch.is_multiple_of((planned / EXCHANGES).max(1))
}

/// The best plan of all islands; ties go to the lower island.
fn best_of<'i>(islands: &'i [Island]) -> &'i (Objective, Snapshot) {
    islands.iter().map(Island::best).min_by_key(|best| best.0).expect("there is an island")
}

/// The island whose best plan is the worst goes on from the best plan of all.
fn exchange(islands: &mut [Island]) {
    let best = best_of(islands).clone();
    let worst = (0..islands.len()).max_by_key(|index| islands[*index].best().0).expect("there is an island");
    if islands[worst].best().0 > best.0 {
        islands[worst].adopt(&best);
    }
}
