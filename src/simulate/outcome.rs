//! What many weeks say about a plan.

use serde::Serialize;

use super::account::{SAMPLE, Sums, WeekRecord};
use super::hardest::{HardHour, HardPoint, hard_hours, hard_points};
use super::live::{Subject, live};
use super::measure::{MEASURES, Measure, MeasureFacts};
use super::order::{Observer, Order};
use super::statistics::{Spread, percentile};
use super::week::RunRecord;
use crate::model::Problem;
use crate::settings::{Figure, Simulation};

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowScope {
    /// The district.
    District,
    /// A commune, by index.
    Commune(usize),
    /// A truck, by index.
    Truck(usize),
    /// A weekday, 0 = Monday.
    Day(usize),
}

/// A measure of a scope over all weeks, in the unit that is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub scope: RowScope,
    /// What is measured.
    pub measure: Measure,
    /// Its spread over weeks.
    pub spread: Spread,
}

/// How often the plan holds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Holding {
    /// Share of weeks in which nothing was beyond what is tolerated.
    pub holds: f64,
    /// Half the width of its 95 % confidence interval.
    pub half_width: Option<f64>,
    /// Share of weeks with too much overtime.
    pub overtime: f64,
    /// Share of weeks with too many visits made neither on their day nor on the next day of service.
    pub missed: f64,
    /// Share of weeks with too many overflowing points.
    pub overflow: f64,
}

/// What a moment of the week is like over all weeks: 5th, 25th, 50th, 75th and 95th percentile, in tonnes or hours.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bands {
    /// Hours from Monday 00:00.
    pub hours: Vec<f64>,
    /// The five percentiles at each of them.
    pub bands: Vec<[f64; 5]>,
}

/// What many weeks say about a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Weeks lived through.
    pub weeks: usize,
    /// Weeks asked for.
    pub planned: usize,
    /// Seed.
    pub seed: u64,
    /// How often the plan holds.
    pub holding: Holding,
    /// Every measure of every scope for which it is known: the district, then communes, trucks and weekdays.
    pub rows: Vec<Row>,
    /// Points at which anything went wrong, the worst first.
    pub points: Vec<HardPoint>,
    /// Hours at the gates, the one with the most waiting first.
    pub hours: Vec<HardHour>,
    /// Level of each yard over the week, in tonnes; nothing where there is no furnace.
    pub yards: Vec<Option<Bands>>,
    /// What waits at the points at the end of each day, in tonnes.
    pub waiting: Bands,
    /// Hours of overtime on each day.
    pub overtime: Bands,
}

/// Lives a plan through random weeks.
///
/// The same problem, plan, settings and order give the same outcome to the bit on any number of threads (those of rayon's pool). Interrupted, it gives what the runs
/// that were done say; of no run at all, an outcome of no weeks. Cost: some milliseconds a week for a thousand visits.
pub fn simulate(subject: Subject, simulation: &Simulation, order: &Order, observer: &mut dyn Observer) -> Outcome {
    let runs = live(&[subject], simulation, order, observer).pop().unwrap_or_default();
    Outcome::new(subject.problem, simulation, order, &runs)
}

impl Outcome {
    /// Sums up runs.
    pub(super) fn new(problem: &Problem, simulation: &Simulation, order: &Order, runs: &[RunRecord]) -> Self {
        let weeks: Vec<&WeekRecord> = runs.iter().flat_map(|run| &run.weeks).collect();
        let lengths = lengths(runs);
        let n_days = problem.horizon.n_days;
        let yards = (0..problem.facilities.len()).map(|facility| yard_bands(&weeks, facility)).collect();
        let midnights: Vec<f64> = (1..=n_days).map(|day| day as f64 * 24.0).collect();
        let overtime = Measure::Overtime as usize;
        Self {
            weeks: weeks.len(),
            planned: order.weeks,
            seed: order.seed,
            holding: holding(problem, simulation, &weeks, &lengths),
            rows: rows(problem, &weeks, &lengths),
            points: hard_points(problem, runs, weeks.len()),
            hours: hard_hours(runs, weeks.len()),
            yards,
            waiting: bands(&weeks, midnights.clone(), |week, day| week.waiting[day] as f64 / 1000.0),
            overtime: bands(&weeks, midnights, |week, day| week.days[day][overtime] as f64 / 3600.0),
        }
    }

    /// The spread of a measure of the district.
    pub fn district(&self, measure: Measure) -> Spread {
        self.spread(RowScope::District, measure).unwrap_or_default()
    }

    /// The spread of a measure of a scope, where it is known.
    pub fn spread(&self, scope: RowScope, measure: Measure) -> Option<Spread> {
        self.rows.iter().find(|row| row.scope == scope && row.measure == measure).map(|row| row.spread)
    }
}

/// Weeks of each run.
pub(super) fn lengths(runs: &[RunRecord]) -> Vec<usize> {
    runs.iter().map(|run| run.weeks.len()).collect()
}

/// A week's value of a measure, in the unit that is shown.
pub(super) fn shown(sums: &Sums, facts: &MeasureFacts) -> f64 {
    sums[facts.measure as usize] as f64 / facts.unit.scale()
}

/// The sums of a scope in a week.
pub(super) fn sums_of(week: &WeekRecord, scope: RowScope) -> &Sums {
    match scope {
        RowScope::District => &week.district,
        RowScope::Commune(commune) => &week.communes[commune],
        RowScope::Truck(truck) => &week.trucks[truck],
        RowScope::Day(day) => &week.days[day],
    }
}

/// Every scope of a problem.
pub(super) fn scopes(problem: &Problem) -> Vec<RowScope> {
    let communes = (0..problem.communes.len()).map(RowScope::Commune);
    let trucks = (0..problem.trucks.len()).map(RowScope::Truck);
    let days = (0..problem.horizon.n_days).map(RowScope::Day);
    std::iter::once(RowScope::District).chain(communes).chain(trucks).chain(days).collect()
}

impl RowScope {
    /// Whether a measure is known there.
    pub(super) fn knows(self, facts: &MeasureFacts) -> bool {
        match self {
            Self::District => true,
            Self::Commune(_) => facts.by_commune,
            Self::Truck(_) => facts.by_truck,
            Self::Day(_) => facts.by_day,
        }
    }
}

fn rows(problem: &Problem, weeks: &[&WeekRecord], lengths: &[usize]) -> Vec<Row> {
    let mut rows = Vec::new();
    for scope in scopes(problem) {
        for facts in MEASURES.iter().filter(|facts| scope.knows(facts)) {
            let values: Vec<f64> = weeks.iter().map(|week| shown(sums_of(week, scope), facts)).collect();
            rows.push(Row { scope, measure: facts.measure, spread: Spread::of(&values, lengths) });
        }
    }
    rows
}

/// Which of the three tolerances a week breaks: overtime, missed visits, overflow.
pub(super) fn breaches(problem: &Problem, simulation: &Simulation, week: &WeekRecord) -> [bool; 3] {
    let sum = |measure: Measure| week.district[measure as usize] as f64;
    [
        sum(Measure::Overtime) > simulation.value(Figure::ToleratedOvertimeHours) * 3600.0,
        sum(Measure::Lapsed) > simulation.value(Figure::ToleratedMissed) * sum(Measure::Planned),
        sum(Measure::Overflowing) > simulation.value(Figure::ToleratedOverflowing) * problem.points.len() as f64,
    ]
}

fn holding(problem: &Problem, simulation: &Simulation, weeks: &[&WeekRecord], lengths: &[usize]) -> Holding {
    let of_weeks: Vec<[bool; 3]> = weeks.iter().map(|week| breaches(problem, simulation, week)).collect();
    let share = |which: usize| of_weeks.iter().filter(|week| week[which]).count() as f64 / of_weeks.len().max(1) as f64;
    let held: Vec<f64> = of_weeks.iter().map(|week| if week.contains(&true) { 0.0 } else { 1.0 }).collect();
    let spread = Spread::of(&held, lengths);
    Holding { holds: spread.mean, half_width: spread.half_width, overtime: share(0), missed: share(1), overflow: share(2) }
}

fn yard_bands(weeks: &[&WeekRecord], facility: usize) -> Option<Bands> {
    let n = weeks.first()?.yards[facility].len();
    let hours = (0..n).map(|sample| (sample as i64 * SAMPLE) as f64 / 3600.0).collect();
    (n > 0).then(|| bands(weeks, hours, |week, sample| week.yards[facility][sample] as f64 / 1000.0))
}

fn bands(weeks: &[&WeekRecord], hours: Vec<f64>, value: impl Fn(&WeekRecord, usize) -> f64) -> Bands {
    let at = |moment: usize| {
        let mut values: Vec<f64> = weeks.iter().map(|week| value(week, moment)).collect();
        values.sort_unstable_by(f64::total_cmp);
        [0.05, 0.25, 0.5, 0.75, 0.95].map(|share| percentile(&values, share))
    };
    Bands { bands: (0..hours.len()).map(at).collect(), hours }
}
