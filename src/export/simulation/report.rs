//! The results of a simulation, ready for JSON and for a long table.

use serde::Serialize;

use super::figures::{FigureEntry, InfluenceEntry, figures, influences};
use crate::kpi::{Facts, Scope, indicator};
use crate::model::{Plan, Problem};
use crate::settings::Simulation;
use crate::simulate::{Bands, Holding, Influence, Measure, MeasureUnit, Outcome, Paired, ReserveTrial, RowScope, Spread};
use crate::text::{Text, WEEKDAY_CODES};

/// What random weeks say about a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SimulationReport {
    /// Name of the district.
    pub district: String,
    /// Weeks lived through.
    pub weeks: usize,
    /// Weeks asked for.
    pub weeks_planned: usize,
    /// Seed.
    pub seed: u64,
    /// The result in one sentence.
    pub sentence: String,
    /// How often the plan holds.
    pub holding: Holding,
    /// Every measure of every scope.
    pub rows: Vec<RowEntry>,
    /// Points at which anything went wrong, the worst first.
    pub points: Vec<PointEntry>,
    /// Hours at the gates, the one with the most waiting first.
    pub hours: Vec<HourEntry>,
    /// Level of each yard over the week.
    pub yards: Vec<YardEntry>,
    /// The figures used.
    pub figures: Vec<FigureEntry>,
    /// What each figure decides; empty where nobody asked.
    pub sensitivity: Vec<InfluenceEntry>,
    /// Another plan in the same weeks.
    pub against: Option<AgainstEntry>,
    /// Reserves that were tried; empty where nobody asked.
    pub reserves: Vec<ReserveEntry>,
    #[serde(skip)]
    pub(super) assumed: (usize, usize),
}

/// Another plan in the same weeks.
pub struct Against<'a> {
    /// What it is called: its file.
    pub name: String,
    /// Both plans.
    pub paired: &'a Paired,
}

/// A measure of a scope.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowEntry {
    /// `district`, `commune`, `truck` or `day`.
    pub scope: &'static str,
    /// Which of them.
    pub item: String,
    /// Stable key of the measure.
    pub measure: &'static str,
    /// Unit in machine form.
    pub unit: &'static str,
    /// Mean, interval and percentiles over weeks.
    #[serde(flatten)]
    pub spread: Spread,
    #[serde(skip)]
    pub(super) place: (RowScope, Measure),
}

/// A point at which something went wrong.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PointEntry {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name of its commune.
    pub commune: String,
    /// Share of weeks in which its containers overflow.
    pub overflow_share: f64,
    /// Hours of overflow in a week.
    pub overflow_hours: f64,
    /// Planned visits a week not made on their day.
    pub missed: f64,
}

/// An hour at the gates.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HourEntry {
    /// `mon` … `sun`.
    pub day: &'static str,
    /// The hour that begins at this clock time.
    pub hour: usize,
    /// Trucks that arrive in it, in a week.
    pub arrivals: f64,
    /// Minutes that one of them waits.
    pub wait_minutes: f64,
    #[serde(skip)]
    pub(super) weekday: usize,
}

/// A yard over the week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct YardEntry {
    /// Id of the facility.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Percentiles of its level, in tonnes.
    #[serde(flatten)]
    pub level: Bands,
}

/// Another plan in the same weeks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgainstEntry {
    /// Its file.
    pub plan: String,
    /// How often it holds.
    pub holding: Holding,
    /// The other plan less this one.
    pub differences: Vec<DifferenceEntry>,
}

/// A measure of a scope in two plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DifferenceEntry {
    /// `district`, `commune` or `day`.
    pub scope: &'static str,
    /// Which of them.
    pub item: String,
    /// Stable key of the measure.
    pub measure: &'static str,
    /// Unit in machine form.
    pub unit: &'static str,
    /// Mean of this plan.
    pub first: f64,
    /// Mean of the other plan.
    pub second: f64,
    /// The differences, week by week.
    #[serde(flatten)]
    pub spread: Spread,
    #[serde(skip)]
    pub(super) place: (RowScope, Measure),
}

/// A reserve that was tried.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReserveEntry {
    /// Share of hours and payload kept free.
    pub reserve: f64,
    /// Share of weeks in which what must not happen does.
    pub share: f64,
    /// Whether that is few enough.
    pub holds: bool,
    /// Share of weeks in which nothing is beyond what is tolerated.
    pub all_hold: f64,
    /// Share of weeks with too much overtime.
    pub overtime: f64,
    /// Share of weeks with too many visits missed and not made up for.
    pub missed: f64,
    /// Share of weeks with too many overflowing points.
    pub overflow: f64,
    /// Mean visits a week of the plan, over people.
    pub visits_mean: Option<f64>,
    /// Mean number of days that waste waits in the plan.
    pub waiting_age: Option<f64>,
    /// Cost of a planned week, in đồng.
    pub cost: Option<f64>,
    /// People at points that miss a requirement.
    pub people_short: i64,
}

impl SimulationReport {
    /// The report on `outcome`, which came of `simulation`.
    pub fn new(problem: &Problem, simulation: &Simulation, outcome: &Outcome, text: &Text) -> Self {
        let row = |row: &crate::simulate::Row| {
            let (scope, item) = named(problem, row.scope);
            let facts = row.measure.facts();
            RowEntry { scope, item, measure: facts.key, unit: facts.unit.code(), spread: row.spread, place: (row.scope, row.measure) }
        };
        let point = |hard: &crate::simulate::HardPoint| {
            let point = &problem.points[hard.point];
            PointEntry {
                id: point.id.clone(),
                name: point.name.clone(),
                commune: problem.communes[point.commune].name.clone(),
                overflow_share: hard.overflow_share,
                overflow_hours: hard.overflow_hours,
                missed: hard.missed,
            }
        };
        let hour = |hard: &crate::simulate::HardHour| HourEntry {
            day: WEEKDAY_CODES[hard.day % 7],
            hour: hard.hour,
            arrivals: hard.arrivals,
            wait_minutes: hard.wait_minutes,
            weekday: hard.day,
        };
        let yards = problem.facilities.iter().zip(&outcome.yards);
        let yards = yards.filter_map(|(facility, bands)| {
            Some(YardEntry { id: facility.id.clone(), name: facility.name.clone(), level: bands.clone()? })
        });
        Self {
            district: problem.name.clone(),
            weeks: outcome.weeks,
            weeks_planned: outcome.planned,
            seed: outcome.seed,
            sentence: super::screen::sentence(&outcome.holding, text),
            holding: outcome.holding,
            rows: outcome.rows.iter().map(row).collect(),
            points: outcome.points.iter().map(point).collect(),
            hours: outcome.hours.iter().map(hour).collect(),
            yards: yards.collect(),
            figures: figures(simulation),
            sensitivity: Vec::new(),
            against: None,
            reserves: Vec::new(),
            assumed: super::figures::assumed(simulation),
        }
    }

    /// The same with what each figure decides.
    pub fn with_sensitivity(mut self, found: &[Influence], simulation: &Simulation, text: &Text) -> Self {
        self.sensitivity = influences(found, simulation, text);
        self
    }

    /// The same with another plan in the same weeks.
    pub fn with_against(mut self, problem: &Problem, against: &Against) -> Self {
        let entry = |difference: &crate::simulate::Difference| {
            let (scope, item) = named(problem, difference.scope);
            let facts = difference.measure.facts();
            DifferenceEntry {
                scope,
                item,
                measure: facts.key,
                unit: facts.unit.code(),
                first: difference.first,
                second: difference.second,
                spread: difference.spread,
                place: (difference.scope, difference.measure),
            }
        };
        self.against = Some(AgainstEntry {
            plan: against.name.clone(),
            holding: against.paired.second.holding,
            differences: against.paired.differences.iter().map(entry).collect(),
        });
        self
    }

    /// The same with the reserves that were tried.
    pub fn with_reserves(mut self, problem: &Problem, trials: &[ReserveTrial]) -> Self {
        self.reserves = trials.iter().map(|trial| reserve(problem, trial, &trial.plan)).collect();
        self
    }

    /// The report as a long table: a row for each measure of each scope, then the differences to another plan under `difference-` and the scope.
    pub fn csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let in_memory = "writing to memory cannot fail";
        writer.write_record(["scope", "item", "measure", "unit", "mean", "half_width", "p5", "p50", "p95"]).expect(in_memory);
        let differences = self.against.iter().flat_map(|against| &against.differences);
        let differences = differences.map(|row| (format!("difference-{}", row.scope), &row.item, row.measure, row.unit, row.spread));
        let rows = self.rows.iter().map(|row| (row.scope.to_owned(), &row.item, row.measure, row.unit, row.spread));
        for (scope, item, measure, unit, spread) in rows.chain(differences) {
            let half_width = spread.half_width.map(|width| width.to_string()).unwrap_or_default();
            let [mean, p5, p50, p95] = [spread.mean, spread.p5, spread.p50, spread.p95].map(|value| value.to_string());
            let row = [scope.as_str(), item, measure, unit, &mean, &half_width, &p5, &p50, &p95];
            writer.write_record(row).expect(in_memory);
        }
        writer.into_inner().expect(in_memory)
    }
}

/// The names of a scope and of its item in machine formats.
fn named(problem: &Problem, scope: RowScope) -> (&'static str, String) {
    match scope {
        RowScope::District => ("district", problem.name.clone()),
        RowScope::Commune(commune) => ("commune", problem.communes[commune].name.clone()),
        RowScope::Truck(truck) => ("truck", problem.trucks[truck].id.clone()),
        RowScope::Day(day) => ("day", WEEKDAY_CODES[day % 7].to_owned()),
    }
}

fn reserve(problem: &Problem, trial: &ReserveTrial, plan: &Plan) -> ReserveEntry {
    let facts = Facts::new(problem, plan);
    let measured = |key: &str| indicator(key).and_then(|indicator| indicator.measure(&facts, Scope::District));
    ReserveEntry {
        reserve: trial.reserve_permille as f64 / 1000.0,
        share: trial.share,
        holds: trial.holds,
        all_hold: trial.outcome.holding.holds,
        overtime: trial.outcome.holding.overtime,
        missed: trial.outcome.holding.missed,
        overflow: trial.outcome.holding.overflow,
        visits_mean: measured("visits-mean"),
        waiting_age: measured("waiting-age"),
        cost: measured("cost"),
        people_short: facts.verdict.people_short,
    }
}

/// How many decimals a value of a unit is shown with; of small means one more.
pub(super) fn decimals(unit: MeasureUnit) -> usize {
    match unit {
        MeasureUnit::Number | MeasureUnit::Hours | MeasureUnit::Tonnes => 1,
        MeasureUnit::Share | MeasureUnit::Kilometres | MeasureUnit::Vnd => 0,
    }
}
