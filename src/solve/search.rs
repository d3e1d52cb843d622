//! The whole search: islands in parallel, epoch by epoch, that exchange plans, breed them or share one.

mod company;
mod pace;
#[cfg(test)]
mod tests;

use std::time::{Duration, Instant};

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use super::breeding::Population;
use super::day_choice::DayChoice;
use super::fill::fill;
use super::finish::finish;
use super::island::{Done, Island};
use super::observe::{Observer, Progress};
use super::params::{Parameters, ServiceCourse};
use super::parts::share_out;
use super::schedule::{Moment, Span, cycles, moment, turn, within_turn};
use super::setup::Setup;
use super::snapshot::Ranked;
use super::start::decisions;
use super::stop::StopRule;
use crate::constraint::ClockScope;
use crate::model::{Plan, Problem, RunRecord};
use company::Company;
use pace::{PARTS, Pace};

/// Epochs at the start of the schedule; in a run limited by time, the duration of their second half decides how many epochs are planned at first: those before, on
/// memory not used before, take up to a third longer.
const EPOCHS_AT_START: u64 = 8;
/// Epochs between two looks for a plan in the midst of the search, by giving up visits until every rule is kept.
const EPOCHS_BETWEEN_SALVAGES: u64 = 20;
/// Kept for the last steps, polish and filling: the time of so many epochs. On Phú Lương an epoch takes 25 to 55 milliseconds, and runs of 30 seconds ended after
/// 28.1 to 29.0; where an epoch takes longer, so do the last steps.
const EPOCHS_FOR_LAST_STEPS: f64 = 32.0;
/// The least and the most that is kept for them, as shares of the time limit: a machine may get slower, and a short run has to search, too.
const SHARES_FOR_LAST_STEPS: (f64, f64) = (0.02, 0.18);
/// So often, in the descent of a week that is shared, the best plan is polished and filled for the search to go on from: visits that fit are added one by one,
/// and the descent makes room for the next ones.
const MOST_REFINEMENTS: u64 = 4;
/// Epochs of the descent between two of them at the least, and the epochs that one takes as long as.
const EPOCHS_BETWEEN_REFINEMENTS: u64 = 15;
/// The same in each cycle of a week of fixed service with days to choose, which has no descent. Of four classic weeks (p11, p30, pr04, pr08; 2,000,000 iterations) the mean gap was 1.19 % without them (four seeds),
/// 1.08 % with six (the same four), 1.08 % with eight (seeds 3 and 4), 1.07 and 1.15 % with 12 and 30 (seeds 1 and 2); of ten at 60 seconds (seed 1) 0.74 instead of 0.89 %. A week whose days were given became 1.2 % dearer by them.
const REFINEMENTS_OF_CYCLE: u64 = 6;
/// A cycle through the schedule has no fewer epochs than this, so that none of its parts is passed over.
const EPOCHS_PER_CYCLE: u64 = 50;
/// The same of a generation, most of which have but the last part to go through.
const EPOCHS_PER_GENERATION: u64 = 5;
/// Where service is to be decided, a generation takes so many times as long.
const LONGER_FOR_SERVICE: u64 = 3;
/// The mean work of iterations is counted in such parts of one unit.
const WORK_PARTS: u64 = 64;
/// Between two exchanges lies this part of the planned epochs: a hundredth.
const EXCHANGES: u64 = 100;

/// Plans a week: the best plan found until `stop`, which breaks no rule and to which no visit can be added.
///
/// The same problem, parameters and number of iterations give the same plan on any number of threads. Where time limits the
/// run, the clock decides how many epochs are planned, after the first ones and then at the start of each part of the schedule, and it ends the run, early or, at the end of the schedule or in generations of bred plans beyond the planned ones, late; the plan records
/// all these figures. Interrupted, it returns the best plan so far; there always is one, be it without any visit.
pub fn plan(problem: &Problem, parameters: &Parameters, stop: &StopRule, observer: &mut dyn Observer) -> Plan {
    search(problem, None, parameters, stop, observer)
}

/// Plans a week as [`plan`] does, but from a plan that exists, and never worse than that one if it breaks no rule here, but
/// for the cost of visits that are added in the end.
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
    let parameters = &parameters.within_limits();
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
    /// The best plans of all generations before the one under way, and the number of that one.
    population: Population,
    generation: u64,
    /// Draws parents, and the lines along which a shared plan is cut.
    rng: Xoshiro256PlusPlus,
    iterations_per_epoch: u64,
    epoch: u64,
    pace: Pace,
    /// Mean work of an iteration of late where islands join, in 1/[`WORK_PARTS`].
    mean_work: Option<u64>,
    /// How many of the refinements are done, and how long those of the descent took together.
    refinements: u64,
    time_of_refinements: Duration,
    /// When time was last taken: the epoch, and the time that had gone to epochs.
    timed_at: (u64, Duration),
    /// Mean of late; 0 until the first ones are over.
    seconds_per_epoch: f64,
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
        let company = Company::of(setup, parameters.islands, start.is_some());
        // Islands with one plan start from the same one.
        let number = |index: u64| if company.is_of_many_plans() { index } else { 0 };
        let decided = start.map(|plan| decisions(setup, plan));
        let mut islands: Vec<Island> = on(pool, || {
            let indices = (0..parameters.islands as u64).into_par_iter();
            indices.map(|index| Island::new(setup, decided.as_ref(), parameters.seed, number(index))).collect()
        });
        if !company.is_of_many_plans() {
            islands.iter_mut().enumerate().for_each(|(index, island)| island.reseed(parameters.seed, index as u64));
        }
        if company == Company::Breeding || setup.is_small() && company == Company::Apart {
            // Every second one: some problems ask for large steps, in others small ones find more.
            islands.iter_mut().skip(1).step_by(2).for_each(Island::roam);
        }
        if company == Company::Together {
            islands.iter_mut().for_each(Island::note_from_now_on);
        }
        if company == Company::Breeding
            && let Some(choice) = DayChoice::new(setup)
        {
            on(pool, || islands.par_iter_mut().for_each(|island| island.choose_days(&choice)));
        }
        // Bred plans are soon through with a generation: what is left of the time breeds further ones.
        let n_parts = if company == Company::Breeding { 1 } else { PARTS };
        let mut search = Self {
            setup,
            started_from: start.map(Plan::digest),
            parameters,
            stop,
            pool,
            began,
            islands,
            company,
            population: Population::default(),
            generation: 0,
            rng: Xoshiro256PlusPlus::seed_from_u64(parameters.seed ^ 0x5bd1_e995),
            iterations_per_epoch: if setup.is_service_fixed {
                parameters.iterations_per_short_epoch
            } else {
                parameters.iterations_per_epoch
            },
            epoch: 0,
            pace: Pace::new(Vec::new(), n_parts),
            mean_work: None,
            refinements: 0,
            time_of_refinements: Duration::ZERO,
            timed_at: (0, Duration::ZERO),
            seconds_per_epoch: 0.0,
        };
        let known = if stop.planned.is_empty() { stop.iterations.as_slice() } else { stop.planned };
        search.pace = Pace::new(known.iter().map(|iterations| search.epochs(*iterations)).collect(), n_parts);
        search
    }

    fn per_epoch(&self) -> u64 {
        self.iterations_per_epoch * self.parameters.islands as u64
    }

    /// All islands' iterations together, as first planned.
    fn iterations_planned(&self) -> Option<u64> {
        self.pace.first().map(|epochs| self.iterations_of(epochs))
    }

    /// All islands' iterations together in so many epochs.
    fn iterations_of(&self, epochs: u64) -> u64 {
        epochs.saturating_mul(self.per_epoch())
    }

    /// Whole epochs of so many iterations.
    fn epochs(&self, iterations: u64) -> u64 {
        iterations.div_ceil(self.per_epoch())
    }

    fn run(&mut self, observer: &mut dyn Observer) {
        // What came before, tables and first plans, is done once and says nothing of an epoch.
        let mut ended = self.began.elapsed();
        let mut timed = Vec::new();
        let last = self.stop.iterations.map(|iterations| self.epochs(iterations));
        while last.is_none_or(|last| self.epoch < last) && !self.is_over() {
            let moment = moment(self.setup, self.parameters, self.span(), self.moment_in_schedule());
            match self.company {
                Company::Apart => self.run_epoch(moment),
                Company::Breeding => self.run_breeding_epoch(moment),
                Company::InParts => self.run_shared_epoch(moment),
                Company::Together => self.run_joint_epoch(moment),
            }
            self.epoch += 1;
            if self.epoch <= EPOCHS_AT_START {
                let began = std::mem::replace(&mut ended, self.began.elapsed());
                timed.push((ended - began).as_secs_f64());
            }
            let is_due = self.pace.is_due(self.epoch);
            if is_due || self.epoch == EPOCHS_AT_START {
                self.take_time(&timed);
            }
            if is_due {
                self.plan_anew(&timed);
            }
            observer.progress(&Progress {
                iterations: self.epoch * self.per_epoch(),
                iterations_planned: self.pace.last().map(|epochs| self.iterations_of(epochs)),
                elapsed: self.began.elapsed(),
                time_limit: self.stop.time,
                best: self.best().0,
            });
        }
    }

    /// How long an epoch takes of late; `first` are the seconds of each of the first ones.
    fn take_time(&mut self, first: &[f64]) {
        let searched = self.began.elapsed() - self.time_of_refinements;
        let (epoch, then) = std::mem::replace(&mut self.timed_at, (self.epoch, searched));
        self.seconds_per_epoch = if self.epoch == EPOCHS_AT_START {
            let warm = warm(first);
            warm.iter().sum::<f64>() / warm.len() as f64
        } else {
            // One part is fast and the next one slow: half of what is told by the parts before.
            f64::midpoint(self.seconds_per_epoch, (searched - then).as_secs_f64() / (self.epoch - epoch) as f64)
        };
    }

    /// Decides how many epochs there are to be, by the clock or as the run that is repeated did; `first` are the seconds of each of the first ones.
    fn plan_anew(&mut self, first: &[f64]) {
        // Where trucks meet at gates, the first epochs take longer than the later ones, in which more of the changes are given up before their clocks are run, and each hindrance
        // counts: the fastest of them is nearer to the mean of all.
        let seconds = if self.epoch == EPOCHS_AT_START && self.begins_hot() {
            warm(first).iter().copied().fold(f64::INFINITY, f64::min)
        } else {
            self.seconds_per_epoch
        };
        let by_clock = self.stop.time.map(|limit| self.epoch.saturating_add(self.epochs_in(limit, seconds)));
        if let Some(epochs) = self.pace.given().or(by_clock) {
            self.pace.plan(self.epoch, epochs);
        }
    }

    /// Every island goes on with its own plan; now and then they exchange.
    fn run_epoch(&mut self, moment: Moment) {
        self.run_islands(moment);
        if self.is_time_to_exchange() {
            exchange(&mut self.islands);
        }
        if self.setup.is_searched_for_costs() {
            self.refine_if_due(moment);
        }
    }

    /// Every island goes on with its own plan; where a generation begins, with a child or with a first plan.
    fn run_breeding_epoch(&mut self, moment: Moment) {
        let (generation, _) = self.generation_under_way();
        if std::mem::replace(&mut self.generation, generation) != generation {
            self.gather();
            let breeds = generation >= self.generations_without_parents();
            let (population, rng) = (&self.population, &mut self.rng);
            let parents: Vec<_> = self.islands.iter().map(|_| if breeds { population.parents(rng) } else { None }).collect();
            let islands = &mut self.islands;
            on(self.pool, || {
                islands.par_iter_mut().zip(parents).for_each(|(island, parents)| island.begin_generation(parents));
            });
        }
        self.run_islands(moment);
    }

    /// Takes the islands' best plans into the population, if they have any.
    fn gather(&mut self) {
        let islands = &mut self.islands;
        on(self.pool, || islands.par_iter_mut().for_each(Island::salvage));
        for island in islands.iter().filter(|island| island.best().1.pattern.iter().any(|pattern| *pattern > 0)) {
            self.population.take_in(island.best(), self.parameters.most_parents);
        }
    }

    fn run_islands(&mut self, moment: Moment) {
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
    }

    /// In the first part of the schedule no state is near to keeping every rule.
    fn is_time_to_salvage(&self, moment: Moment) -> bool {
        moment.seconds_per_visit.is_none() && self.epoch.is_multiple_of(EPOCHS_BETWEEN_SALVAGES)
    }

    /// All islands bring one plan on, and join every few iterations.
    fn run_joint_epoch(&mut self, moment: Moment) {
        let (mut left, islands, mean_work) = (self.per_epoch(), &mut self.islands, &mut self.mean_work);
        let between_joins = self.parameters.iterations_between_joins;
        on(self.pool, || {
            while left > 0 {
                let n_islands = islands.len() as u64;
                let most = |index: u64| (left / n_islands + u64::from(index < left % n_islands)).min(2 * between_joins);
                // By work, not by number: so none waits long for the others.
                let work = mean_work.map_or(u64::MAX, |mean| between_joins * mean / WORK_PARTS);
                let runs = islands.par_iter_mut().enumerate().map(|(index, island)| island.run_within(most(index as u64), work, moment));
                let done = runs.reduce(Done::default, Done::and);
                Island::join(islands);
                left -= done.iterations;
                let now = WORK_PARTS * done.work / done.iterations.max(1);
                *mean_work = Some(mean_work.map_or(now, |before| (15 * before + now) / 16));
            }
        });
        if self.is_time_to_salvage(moment) {
            self.islands[0].salvage();
            Island::join(&mut self.islands);
        }
        self.refine_if_due(moment);
    }

    fn refine_if_due(&mut self, moment: Moment) {
        let due = self.refinements_due(moment);
        if std::mem::replace(&mut self.refinements, due) < due {
            let began = Instant::now();
            self.refine();
            // Those of a cycle are so many that they belong to its epochs.
            if self.descends() {
                self.time_of_refinements += began.elapsed();
            }
        }
    }

    /// Polishes and fills the best plan, that of all islands or each its own, and lets them go on from it, unless it leaves more undone than the state in which they are.
    fn refine(&mut self) {
        let (setup, company, islands) = (self.setup, self.company, &mut self.islands);
        on(self.pool, || {
            if company.is_of_many_plans() {
                islands.par_iter_mut().for_each(|island| {
                    if let Some(full) = refined(setup, island) {
                        island.go_on_from(&full);
                    }
                });
            } else if let Some(full) = refined(setup, &mut islands[0]) {
                islands.par_iter_mut().for_each(|island| island.go_on_from(&full));
            }
        });
    }

    /// How many refinements there should have been by now: evenly over the descent, from its start on; where service is fixed, evenly over each cycle.
    fn refinements_due(&self, moment: Moment) -> u64 {
        if self.setup.is_service_fixed {
            // Where no days are to be chosen, the best plan is polished in the end only.
            return if self.has_choice_of_days() { turn(self.progress(), self.cycles() * REFINEMENTS_OF_CYCLE).0 } else { 0 };
        }
        if !moment.descends {
            return 0;
        }
        let in_all = self.refinements_in(self.pace.first().unwrap_or(0));
        let from = self.span().course.descent_from;
        let of_descent = (self.moment_in_schedule() - from) / (1.0 - from);
        let is_due = |number: &u64| of_descent >= *number as f64 / in_all as f64;
        (0..in_all).filter(is_due).count() as u64
    }

    /// Whether some point may be visited on one set of days or on another.
    fn has_choice_of_days(&self) -> bool {
        self.setup.problem.points.iter().any(|point| point.patterns.iter().filter(|pattern| !pattern.days.is_empty()).count() > 1)
    }

    /// How many refinements the descent of a run of so many epochs has.
    fn refinements_in(&self, epochs: u64) -> u64 {
        let from = self.span_of(epochs.saturating_mul(self.per_epoch())).course.descent_from;
        let of_descent = (epochs as f64 * (1.0 - from)) as u64;
        (of_descent / EPOCHS_BETWEEN_REFINEMENTS).clamp(1, MOST_REFINEMENTS)
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

    /// Whether the run ends before its last epoch. What is left of a time limit when the planned epochs are run goes on at the end of the schedule, or breeds on.
    fn is_over(&self) -> bool {
        let stop = self.stop;
        let no_rule = stop.iterations.is_none() && stop.time.is_none() && stop.interrupt.is_none();
        stop.is_interrupted()
            || no_rule
            || self.setup.n_points == 0
            || stop.time.is_some_and(|limit| self.epoch > 0 && !self.has_time_before_last_steps(limit))
    }

    fn has_time_before_last_steps(&self, limit: Duration) -> bool {
        self.began.elapsed() < limit.mul_f64(1.0 - self.share_for_last_steps(limit))
    }

    /// Share of a time limit that is kept for the last steps; the most, as long as it is not known how long an epoch takes.
    fn share_for_last_steps(&self, limit: Duration) -> f64 {
        let (least, most) = SHARES_FOR_LAST_STEPS;
        let needed = if self.seconds_per_epoch > 0.0 { EPOCHS_FOR_LAST_STEPS * self.seconds_per_epoch } else { f64::INFINITY };
        (needed / limit.as_secs_f64().max(1e-6)).clamp(least, most)
    }

    /// How many epochs of so many seconds still fit into a time limit, refinements that are to come beside them.
    fn epochs_in(&self, limit: Duration, seconds_per_epoch: f64) -> u64 {
        let left = (limit.as_secs_f64() * (1.0 - self.share_for_last_steps(limit)) - self.began.elapsed().as_secs_f64()).max(0.0);
        let epochs = (left / seconds_per_epoch.max(1e-7)) as u64;
        if !self.descends() {
            return epochs;
        }
        let all = self.refinements_in(self.pace.first().unwrap_or(epochs));
        epochs.saturating_sub(all.saturating_sub(self.refinements) * EPOCHS_BETWEEN_REFINEMENTS)
    }

    /// Whether the run ends with a descent of all islands together.
    fn descends(&self) -> bool {
        self.company == Company::Together && !self.setup.is_service_fixed
    }

    /// Whether the run begins hotter than where most of it is, in a district whose trucks meet at gates.
    fn begins_hot(&self) -> bool {
        self.descends() && self.started_from.is_none() && self.setup.clock_scope == ClockScope::Day
    }

    /// Share of the run that is done; 0 for the first epochs, in which it is not known how many there will be.
    fn progress(&self) -> f64 {
        self.pace.progress(self.epoch)
    }

    /// The same in the schedule, which a long run goes through several times, and a run from an existing plan enters in its midst.
    fn moment_in_schedule(&self) -> f64 {
        if self.started_from.is_some() {
            let entry = self.parameters.entry_of_start;
            return entry + (1.0 - entry) * self.progress();
        }
        if self.company == Company::Breeding {
            let (generation, done) = self.generation_under_way();
            let entry = if generation < self.generations_without_parents() { 0.0 } else { self.parameters.entry_of_generation };
            return entry + (1.0 - entry) * done;
        }
        within_turn(self.progress(), self.cycles(), self.parameters.entry_of_cycle)
    }

    /// What the schedule has from the length of the run.
    ///
    /// Only after the first epochs, even if it is known before how many there will be: a run limited by time, which knows it then, is repeated by its number of iterations.
    fn span(&self) -> Span {
        let planned = self.iterations_planned().filter(|_| self.epoch >= EPOCHS_AT_START);
        planned.map_or_else(|| Span::unknown(self.setup, self.parameters, self.is_bred()), |iterations| self.span_of(iterations))
    }

    /// The same of a run of so many iterations; no heat for a run from a plan that exists: that would be forgotten. Nor service at first, as it begins after that; and it stays as cool and strict as was measured of it.
    fn span_of(&self, iterations: u64) -> Span {
        let span = Span::of(self.setup, self.parameters, iterations, self.is_bred());
        if self.started_from.is_none() {
            return span;
        }
        let ServiceCourse { temperature_last, service_share_last, units_per_visit_least, .. } = self.parameters.course_of_other_searches;
        let course = ServiceCourse { temperature_last, service_share_last, units_per_visit_least, ..span.course };
        Span { heat: 1.0, service_at_first: 0.0, course }
    }

    fn is_bred(&self) -> bool {
        self.company == Company::Breeding
    }

    /// How often the schedule is gone through.
    fn cycles(&self) -> u64 {
        // A single day has no days to choose, and what is to be learnt of a district's service takes all the time there is.
        if self.setup.n_days == 1 || !self.setup.is_service_fixed || self.started_from.is_some() {
            return 1;
        }
        let long_enough = (self.pace.first().unwrap_or(0) / EPOCHS_PER_CYCLE).max(1);
        cycles(self.setup, self.parameters, self.iterations_planned().unwrap_or(0)).min(long_enough)
    }

    /// The number of the generation, and how much of it is done. In what is left of a time limit when the planned epochs are run, as many more follow as there is time for.
    fn generation_under_way(&self) -> (u64, f64) {
        let (planned, generations) = (self.pace.last().unwrap_or(u64::MAX), self.generations());
        let Some(beyond) = self.epoch.checked_sub(planned.max(EPOCHS_AT_START)) else { return turn(self.progress(), generations) };
        let per_generation = (planned / generations).max(1);
        // The last of its epochs is at the end of the schedule.
        (generations + beyond / per_generation, (beyond % per_generation + 1) as f64 / per_generation as f64)
    }

    /// How many generations there are.
    fn generations(&self) -> u64 {
        let planned = self.pace.first().unwrap_or(0);
        let per_point = self.parameters.iterations_per_generation * if self.setup.is_service_fixed { 1 } else { LONGER_FOR_SERVICE };
        let of_plan = planned.saturating_mul(self.iterations_per_epoch) / (per_point * self.setup.n_points as u64).max(1);
        of_plan.min(planned / EPOCHS_PER_GENERATION).max(1)
    }

    /// How many of them have no parents: until there are enough, but no more than a third.
    fn generations_without_parents(&self) -> u64 {
        let needed = self.parameters.most_parents.div_ceil(self.islands.len().max(1)) as u64;
        needed.min(self.generations() / 3).max(1)
    }

    /// The best plan of all, of this generation and those before.
    fn best(&self) -> &Ranked {
        let of_islands = best_of(&self.islands);
        self.population.best().filter(|best| best.0 <= of_islands.0).unwrap_or(of_islands)
    }

    /// In the second half of a run: some fifty times.
    fn is_time_to_exchange(&self) -> bool {
        let Some(planned) = self.pace.last().filter(|_| self.epoch >= EPOCHS_AT_START) else { return false };
        2.0 * self.progress() > 1.0 && (self.epoch + 1).is_multiple_of((planned / EXCHANGES).max(1))
    }

    fn finish(mut self) -> Plan {
        if !self.company.is_of_many_plans() {
            self.islands.truncate(1);
        }
        if self.company != Company::InParts {
            let islands = &mut self.islands;
            on(self.pool, || islands.par_iter_mut().for_each(Island::salvage));
        }
        if self.company == Company::Breeding {
            let best = self.best().clone();
            self.islands[0].adopt(&best);
        }
        let islands = &mut self.islands;
        on(self.pool, || islands.par_iter_mut().for_each(Island::polish_best));
        let run = RunRecord {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            fingerprint: self.setup.problem.fingerprint.clone(),
            seed: self.parameters.seed,
            iterations_planned: self.pace.plans().iter().map(|epochs| self.iterations_of(*epochs)).collect(),
            iterations: self.epoch * self.per_epoch(),
            started_from: self.started_from.take(),
        };
        let full = on(self.pool, || fill(self.setup, best_of(&self.islands)));
        finish(self.setup, &full, run)
    }
}

/// Of the seconds of the first epochs, those that tell something of the later ones.
fn warm(first: &[f64]) -> &[f64] {
    &first[first.len() / 2..]
}

/// The best plan of all islands; ties go to the lower island.
fn best_of<'i>(islands: &'i [Island]) -> &'i Ranked {
    islands.iter().map(Island::best).min_by_key(|best| best.0).expect("there is an island")
}

/// The best plan of an island, polished and filled, unless it leaves more undone than the state in which the island is.
fn refined(setup: &Setup, island: &mut Island) -> Option<Ranked> {
    island.polish_best();
    let best = island.best();
    let full = fill(setup, best);
    // A requirement met for nobody only costs, where waiting does not count; the last fill meets it nevertheless.
    let full = if full.0 <= best.0 { full } else { best.clone() };
    (full.0.people_short <= island.people_short()).then_some(full)
}

/// The island whose best plan is the worst goes on from the best plan of all.
fn exchange(islands: &mut [Island]) {
    let best = best_of(islands).clone();
    let worst = (0..islands.len()).max_by_key(|index| islands[*index].best().0).expect("there is an island");
    if islands[worst].best().0 > best.0 {
        islands[worst].adopt(&best);
    }
}
