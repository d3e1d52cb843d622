//! The whole search: islands in parallel, epoch by epoch, with exchange between them.

use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::fill::fill;
use super::finish::finish;
use super::island::Island;
use super::observe::{Observer, Progress};
use super::params::Parameters;
use super::schedule::moment;
use super::setup::Setup;
use super::snapshot::Snapshot;
use super::stop::StopRule;
use crate::model::{Objective, Plan, Problem, RunRecord};

/// Epochs at the start of the schedule; in a run limited by time, their duration decides how many epochs are planned.
const EPOCHS_AT_START: u64 = 8;
/// Epochs between two looks for a plan in the midst of the search, by giving up visits until every rule is kept.
const EPOCHS_BETWEEN_SALVAGES: u64 = 20;
/// Share of the time limit that is planned for; the rest is for the last steps and for a machine that gets slower.
const SHARE_OF_TIME: f64 = 0.9;
/// Share of the time limit after which no further epoch begins.
const SHARE_AT_MOST: f64 = 0.95;
/// Between two exchanges lies this part of the planned epochs: a hundredth.
const EXCHANGES: u64 = 100;

/// Plans a week: the best plan found until `stop`, which breaks no rule and to which no visit can be added.
///
/// The same problem, parameters and number of iterations give the same plan on any number of threads. Where time limits the
/// run, the clock decides once, after the first epochs, how many epochs are planned, and it may end the run early; the plan records
/// both figures. Interrupted, it returns the best plan so far; there always is one, be it without any visit.
pub fn plan(problem: &Problem, parameters: &Parameters, stop: &StopRule, observer: &mut dyn Observer) -> Plan {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(parameters.threads).build().ok();
    let setup = Setup::new(problem);
    search(&setup, parameters, stop, observer, pool.as_ref())
}

/// Runs `work` on the pool; on the threads there are, where no pool was to be had.
fn on<R: Send>(pool: Option<&rayon::ThreadPool>, work: impl FnOnce() -> R + Send) -> R {
    match pool {
        Some(pool) => pool.install(work),
        None => work(),
    }
}

fn search(setup: &Setup, parameters: &Parameters, stop: &StopRule, observer: &mut dyn Observer, pool: Option<&rayon::ThreadPool>) -> Plan {
    let began = Instant::now();
    let per_epoch = parameters.iterations_per_epoch * parameters.islands as u64;
    let epochs = |iterations: u64| iterations.div_ceil(per_epoch);
    let last = stop.iterations.map(epochs);
    let mut planned = stop.planned.or(stop.iterations).map(epochs);
    let mut islands: Vec<Island> =
        on(pool, || (0..parameters.islands as u64).into_par_iter().map(|index| Island::new(setup, parameters.seed, index)).collect());
    let mut epoch = 0;
    while last.or(planned).is_none_or(|last| epoch < last) && !is_over(stop, began, epoch) {
        let moment = moment(parameters, progress(epoch, planned));
        // In the first part of a run no state is near to keeping every rule.
        let salvages = moment.seconds_per_visit.is_none() && epoch.is_multiple_of(EPOCHS_BETWEEN_SALVAGES);
        on(pool, || {
            islands.par_iter_mut().for_each(|island| {
                island.run(parameters.iterations_per_epoch, moment);
                if salvages {
                    island.salvage();
                }
            })
        });
        epoch += 1;
        if epoch == EPOCHS_AT_START && planned.is_none() {
            planned = stop.time.map(|limit| epochs_in(limit, began.elapsed()));
        }
        if epoch > EPOCHS_AT_START && planned.is_some_and(|planned| is_time_to_exchange(epoch, planned)) {
            exchange(&mut islands);
        }
        observer.progress(&Progress {
            iterations: epoch * per_epoch,
            iterations_planned: planned.map(|planned| planned * per_epoch),
            elapsed: began.elapsed(),
            time_limit: stop.time,
            best: best_of(&islands).0,
        });
    }
    on(pool, || islands.par_iter_mut().for_each(Island::salvage));
    let run = RunRecord {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        fingerprint: setup.problem.fingerprint.clone(),
        seed: parameters.seed,
        iterations_planned: planned.map(|planned| planned * per_epoch),
        iterations: epoch * per_epoch,
    };
    finish(setup, &fill(setup, best_of(&islands)), run)
}

fn is_over(stop: &StopRule, began: Instant, epoch: u64) -> bool {
    let no_rule = stop.iterations.is_none() && stop.time.is_none() && stop.interrupt.is_none();
    stop.is_interrupted() || no_rule || stop.time.is_some_and(|limit| epoch > 0 && began.elapsed() >= limit.mul_f64(SHARE_AT_MOST))
}

/// How many epochs are planned for a time limit, when the first ones took `elapsed`.
fn epochs_in(limit: Duration, elapsed: Duration) -> u64 {
    let per_epoch = elapsed.as_secs_f64().max(1e-6) / EPOCHS_AT_START as f64;
    ((limit.as_secs_f64() * SHARE_OF_TIME / per_epoch) as u64).max(EPOCHS_AT_START)
}

/// In the second half of a run, a hundred times.
fn is_time_to_exchange(epoch: u64, planned: u64) -> bool {
    2 * epoch > planned && epoch.is_multiple_of((planned / EXCHANGES).max(1))
}

/// Share of the run that is done; 0 for the first epochs, in which it is not known how many there will be.
fn progress(epoch: u64, planned: Option<u64>) -> f64 {
    let Some(planned) = planned.filter(|_| epoch >= EPOCHS_AT_START) else { return 0.0 };
    (epoch - EPOCHS_AT_START) as f64 / planned.saturating_sub(EPOCHS_AT_START).max(1) as f64
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
