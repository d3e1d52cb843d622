//! Many runs of weeks at once, merged in their order; and one week, event by event.

use std::time::Instant;

use rayon::prelude::*;

use super::chance::Chances;
use super::order::{Observer, Order, Progress};
use super::setup::Setup;
use super::streams::Streams;
use super::week::{Run, RunRecord};
use crate::constraint::Event;
use crate::model::{Plan, Problem};
use crate::settings::{Figure, Simulation};

/// A plan, with the problem that it answers.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The question.
    pub problem: &'a Problem,
    /// The answer; any whose indices are in range.
    pub plan: &'a Plan,
}

/// Runs that are lived through between two reports of progress: enough for every thread.
const RUNS_AT_ONCE: usize = 4;

/// Every run of an order, in their order, for each of the subjects; fewer where someone asked to stop, but whole ones and the same for all.
pub(super) fn live(subjects: &[Subject], simulation: &Simulation, order: &Order, observer: &mut dyn Observer) -> Vec<Vec<RunRecord>> {
    let began = Instant::now();
    let setups: Vec<Setup> = subjects.iter().map(|subject| Setup::new(subject.problem, subject.plan)).collect();
    let chances = Chances::new(simulation);
    let warm_up = simulation.value(Figure::WarmUpWeeks) as usize;
    let runs: Vec<(usize, usize)> = order.runs().into_iter().enumerate().collect();
    let at_once = RUNS_AT_ONCE.max(rayon::current_num_threads());
    let mut records: Vec<Vec<RunRecord>> = subjects.iter().map(|_| Vec::new()).collect();
    for batch in runs.chunks(at_once) {
        let one = |(run, weeks): &(usize, usize)| -> Option<Vec<RunRecord>> {
            let streams = Streams::new(order.seed, *run);
            setups.iter().map(|setup| Run::new(setup, &chances, streams).live(warm_up, *weeks, order)).collect()
        };
        let done: Vec<Option<Vec<RunRecord>>> = batch.par_iter().map(one).collect();
        for of_subjects in done.into_iter().flatten() {
            records.iter_mut().zip(of_subjects).for_each(|(records, record)| records.push(record));
        }
        let weeks = records.first().map_or(0, |records| records.iter().map(|record| record.weeks.len()).sum());
        observer.progress(&Progress { weeks, planned: order.weeks, elapsed: began.elapsed() });
        if order.is_interrupted() {
            break;
        }
    }
    records
}

/// One week as it comes after the warm-up of the first run: what each planned route of each day did, without gaps, in the order of the plan less the trucks in
/// repair. For looking closely; costs as much as the warm-up.
pub fn trace(subject: Subject, simulation: &Simulation, seed: u64) -> Vec<Vec<Vec<Event>>> {
    let setup = Setup::new(subject.problem, subject.plan);
    let chances = Chances::new(simulation);
    let mut run = Run::new(&setup, &chances, Streams::new(seed, 0));
    for _ in 0..simulation.value(Figure::WarmUpWeeks) as usize {
        run.live_week(None);
    }
    let mut days = Vec::new();
    run.live_week(Some(&mut days));
    days
}
