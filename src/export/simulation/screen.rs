//! The report of a simulation for a screen.

use super::report::{AgainstEntry, DifferenceEntry, RowEntry, SimulationReport, decimals};
use crate::export::{Cell, Grid};
use crate::simulate::{Holding, Measure, MeasureUnit, RowScope};
use crate::text::{Argument, Text, decimal, weekday_short};

/// Points and hours that are listed.
const HARDEST_SHOWN: usize = 8;
/// Figures that "decide".
const DECISIVE: usize = 5;
/// Share of the waste that must pile up to be spoken of; less is chance.
const OVERLOAD: f64 = 0.01;
/// Figures that are listed.
const FIGURES_SHOWN: usize = 12;

/// Measures by weekday, by truck and by commune.
const BY_DAY: [Measure; 8] = [
    Measure::Planned,
    Measure::Missed,
    Measure::Lapsed,
    Measure::Overtime,
    Measure::Waiting,
    Measure::Overflows,
    Measure::Collected,
    Measure::Burnt,
];
const BY_TRUCK: [Measure; 7] = [
    Measure::Planned,
    Measure::Missed,
    Measure::Overtime,
    Measure::Waiting,
    Measure::Breakdowns,
    Measure::EarlyUnloads,
    Measure::LoadFactor,
];
const BY_COMMUNE: [Measure; 5] = [Measure::Planned, Measure::Missed, Measure::Lapsed, Measure::Overflowing, Measure::OverflowHours];

impl SimulationReport {
    /// The report for a screen of `width` columns.
    pub fn screen(&self, text: &Text, width: usize) -> String {
        let language = text.language();
        let mut parts = vec![self.head(text), self.sentence.clone()];
        parts.extend(self.unserved(text));
        parts.extend(self.overload(text));
        parts.push(String::new());
        let table = |key: &str, grid: Grid| format!("{}\n{}", text.plain(key), grid.screen(width, language));
        parts.push(table("simulate-title-district", self.district_grid(text)));
        parts.push(table(
            "simulate-title-days",
            self.scope_grid(&BY_DAY, "simulate-column-day", text, |scope| match scope {
                RowScope::Day(day) => Some(weekday_short(day, language)),
                _ => None,
            }),
        ));
        let of_truck = |row: &RowEntry| matches!(row.place.0, RowScope::Truck(_)).then(|| row.item.clone());
        parts.push(table("simulate-title-trucks", self.item_grid(&BY_TRUCK, "simulate-column-truck", text, of_truck)));
        let of_commune = |row: &RowEntry| matches!(row.place.0, RowScope::Commune(_)).then(|| row.item.clone());
        parts.push(table("simulate-title-communes", self.item_grid(&BY_COMMUNE, "simulate-column-commune", text, of_commune)));
        if !self.points.is_empty() {
            parts.push(table("simulate-title-points", self.points_grid(text)));
        }
        if !self.hours.is_empty() {
            parts.push(table("simulate-title-hours", self.hours_grid(text)));
        }
        if let Some(against) = &self.against {
            parts.push(against_part(against, &self.holding, text, width));
        }
        if !self.sensitivity.is_empty() {
            parts.push(format!("{}\n{}", self.decisive(text), self.sensitivity_grid(text).screen(width, language)));
        }
        if !self.reserves.is_empty() {
            parts.push(format!("{}\n{}", self.reserve_sentence(text), self.reserve_grid(text).screen(width, language)));
        }
        parts.join("\n")
    }

    fn head(&self, text: &Text) -> String {
        let arguments = [
            ("district", self.district.as_str().into()),
            ("weeks", self.weeks.into()),
            ("seed", Argument::Words(self.seed.to_string())),
            ("assumed", self.assumed.0.into()),
            ("figures", self.assumed.1.into()),
        ];
        text.say("simulate-head", &arguments)
    }

    /// The mean of a measure of the district.
    fn mean(&self, measure: Measure) -> Option<f64> {
        self.rows.iter().find(|row| row.place == (RowScope::District, measure)).map(|row| row.spread.mean)
    }

    /// What the sentence leaves out: waste at points that the plan never visits.
    fn unserved(&self, text: &Text) -> Option<String> {
        let share = self.mean(Measure::Unserved)? / self.mean(Measure::Made)?;
        (share > 0.0).then(|| text.say("simulate-unserved", &[("share", percent_of(share))]))
    }

    /// That more comes than is collected, week after week: then there is no steady state, and means depend on the length of the runs.
    fn overload(&self, text: &Text) -> Option<String> {
        let made = self.mean(Measure::Made)?;
        let growth = made - self.mean(Measure::Unserved)? - self.mean(Measure::Collected)?;
        (growth > OVERLOAD * made).then(|| text.say("simulate-overload", &[("tonnes", Argument::Number(growth, 1))]))
    }

    fn district_grid(&self, text: &Text) -> Grid {
        let headings = [
            ("simulate-column-measure", false),
            ("simulate-column-mean", true),
            ("simulate-column-interval", true),
            ("simulate-column-p5", true),
            ("simulate-column-p50", true),
            ("simulate-column-p95", true),
        ];
        let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
        for row in self.rows.iter().filter(|row| row.place.0 == RowScope::District) {
            let (unit, spread) = (row.place.1.facts().unit, row.spread);
            // What never happens has no row.
            if spread.mean == 0.0 && spread.p95 == 0.0 {
                continue;
            }
            let interval = spread.half_width.map_or(Cell::Empty, |width| cell_of(width, unit, true));
            let values = [spread.p5, spread.p50, spread.p95].map(|value| cell_of(value, unit, false));
            let [p5, p50, p95] = values;
            grid.push(vec![measure_name(row.measure, text).into(), cell_of(spread.mean, unit, false), interval, p5, p50, p95]);
        }
        grid
    }

    fn scope_grid(&self, measures: &[Measure], heading: &str, text: &Text, name: impl Fn(RowScope) -> Option<String>) -> Grid {
        self.item_grid(measures, heading, text, |row| name(row.place.0))
    }

    /// Means and, where they differ much, 95th percentiles of measures by item.
    fn item_grid(&self, measures: &[Measure], heading: &str, text: &Text, name: impl Fn(&RowEntry) -> Option<String>) -> Grid {
        let headings = measures.iter().map(|measure| (text.plain(&format!("simulate-short-{}", measure.facts().key)), true));
        let mut grid = Grid::new(std::iter::once((text.plain(heading), false)).chain(headings));
        let mut last: Option<RowScope> = None;
        for row in &self.rows {
            let Some(item) = name(row) else { continue };
            if last == Some(row.place.0) {
                continue;
            }
            last = Some(row.place.0);
            let mean = |measure: &Measure| {
                let found = self.rows.iter().find(|other| other.place == (row.place.0, *measure));
                found.map_or(Cell::Empty, |found| cell_of(found.spread.mean, measure.facts().unit, false))
            };
            grid.push(std::iter::once(Cell::Words(item)).chain(measures.iter().map(mean)).collect());
        }
        grid
    }

    fn points_grid(&self, text: &Text) -> Grid {
        let headings = [
            ("simulate-column-point", false),
            ("simulate-column-commune", false),
            ("simulate-column-overflow-share", true),
            ("simulate-short-overflow-hours", true),
            ("simulate-short-missed", true),
        ];
        let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
        for point in self.points.iter().take(HARDEST_SHOWN) {
            let name = format!("{} {}", point.id, point.name);
            let share = Cell::Share(point.overflow_share, 0);
            let [hours, missed] = [Cell::Number(point.overflow_hours, 1), Cell::Number(point.missed, 2)];
            grid.push(vec![name.into(), point.commune.as_str().into(), share, hours, missed]);
        }
        grid
    }

    fn hours_grid(&self, text: &Text) -> Grid {
        let headings = [("simulate-column-hour", false), ("simulate-column-arrivals", true), ("simulate-column-wait", true)];
        let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
        for hour in self.hours.iter().take(HARDEST_SHOWN) {
            let name = format!("{} {:02}:00–{:02}:00", weekday_short(hour.weekday, text.language()), hour.hour, hour.hour + 1);
            grid.push(vec![name.into(), Cell::Number(hour.arrivals, 1), Cell::Number(hour.wait_minutes, 1)]);
        }
        grid
    }

    /// The assumed figures that decide.
    fn decisive(&self, text: &Text) -> String {
        let assumed: Vec<&str> =
            self.sensitivity.iter().filter(|entry| entry.assumed).take(DECISIVE).map(|entry| entry.name.as_str()).collect();
        if assumed.is_empty() {
            return text.plain("simulate-none-assumed");
        }
        text.say("simulate-decisive", &[("count", assumed.len().into()), ("figures", assumed.join("; ").into())])
    }

    fn sensitivity_grid(&self, text: &Text) -> Grid {
        let headings = [
            ("simulate-column-figure", false),
            ("simulate-column-range", true),
            ("simulate-column-holds", true),
            ("simulate-short-lapsed", true),
            ("simulate-short-overtime", true),
            ("simulate-short-overflow-hours", true),
            ("simulate-column-weight", true),
        ];
        let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
        let language = text.language();
        for entry in self.sensitivity.iter().take(FIGURES_SHOWN) {
            let pair = |(low, high): (f64, f64), decimals: usize| {
                Cell::Words(format!("{} → {}", decimal(low, decimals, language), decimal(high, decimals, language)))
            };
            let holds = (entry.holds.0 * 100.0, entry.holds.1 * 100.0);
            grid.push(vec![
                entry.name.as_str().into(),
                Cell::Words(format!("{} → {}", short(entry.low, text), short(entry.high, text))),
                pair(holds, 0),
                pair(entry.lapsed, 0),
                pair(entry.overtime, 1),
                pair(entry.overflow_hours, 0),
                Cell::Share(entry.weight, 0),
            ]);
        }
        grid
    }

    fn reserve_sentence(&self, text: &Text) -> String {
        let (first, last) = match (self.reserves.first(), self.reserves.last()) {
            (Some(first), Some(last)) => (first, last),
            _ => return String::new(),
        };
        if !last.holds {
            let arguments = [
                ("reserve", percent_of(last.reserve)),
                ("share", percent_of(last.share)),
                ("overtime", percent_of(last.overtime)),
                ("missed", percent_of(last.missed)),
                ("overflow", percent_of(last.overflow)),
            ];
            return text.say("simulate-no-reserve", &arguments);
        }
        let less = |one: Option<f64>, other: Option<f64>| one.zip(other).map_or(f64::NAN, |(one, other)| one - other);
        let arguments = [
            ("reserve", percent_of(last.reserve)),
            ("share", percent_of(last.share)),
            ("visits", Argument::Number(less(last.visits_mean, first.visits_mean), 2)),
            ("age", Argument::Number(less(last.waiting_age, first.waiting_age), 3)),
            ("cost", Argument::Number(less(last.cost, first.cost) / 1e6, 1)),
        ];
        text.say("simulate-reserve", &arguments)
    }

    fn reserve_grid(&self, text: &Text) -> Grid {
        let headings = [
            "simulate-column-reserve",
            "simulate-column-share",
            "simulate-column-holds",
            "simulate-column-visits-mean",
            "simulate-column-waiting-age",
            "simulate-column-short",
            "simulate-column-cost",
        ];
        let mut grid = Grid::new(headings.map(|key| (text.plain(key), true)));
        for entry in &self.reserves {
            grid.push(vec![
                Cell::Share(entry.reserve, 1),
                Cell::Share(entry.share, 1),
                Cell::Share(entry.all_hold, 1),
                Cell::Number(entry.visits_mean.unwrap_or(f64::NAN), 2),
                Cell::Number(entry.waiting_age.unwrap_or(f64::NAN), 3),
                entry.people_short.into(),
                Cell::Number(entry.cost.unwrap_or(f64::NAN) / 1e6, 1),
            ]);
        }
        grid
    }
}

/// The result in one sentence.
pub(super) fn sentence(holding: &Holding, text: &Text) -> String {
    let arguments = [
        ("holds", percent_of(holding.holds)),
        ("width", Argument::Number(holding.half_width.map_or(f64::NAN, |width| width * 100.0), 1)),
        ("overtime", percent_of(holding.overtime)),
        ("missed", percent_of(holding.missed)),
        ("overflow", percent_of(holding.overflow)),
    ];
    text.say("simulate-sentence", &arguments)
}

fn against_part(against: &AgainstEntry, own: &Holding, text: &Text, width: usize) -> String {
    let arguments = [("plan", against.plan.as_str().into()), ("holds", percent_of(against.holding.holds)), ("own", percent_of(own.holds))];
    let headings = [
        ("simulate-column-measure", false),
        ("simulate-column-this", true),
        ("simulate-column-other", true),
        ("simulate-column-difference", true),
        ("simulate-column-interval", true),
        ("simulate-column-p5", true),
        ("simulate-column-p95", true),
    ];
    let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
    let of_district = |row: &&DifferenceEntry| row.place.0 == RowScope::District && (row.first != 0.0 || row.second != 0.0);
    for row in against.differences.iter().filter(of_district) {
        let unit = row.place.1.facts().unit;
        let interval = row.spread.half_width;
        let interval = interval.map_or(Cell::Empty, |width| cell_of(width, unit, true));
        let cell = |value: f64| cell_of(value, unit, false);
        let (p5, p95) = (cell(row.spread.p5), cell(row.spread.p95));
        grid.push(vec![
            measure_name(row.measure, text).into(),
            cell(row.first),
            cell(row.second),
            cell(row.spread.mean),
            interval,
            p5,
            p95,
        ]);
    }
    format!("{}\n{}", text.say("simulate-against", &arguments), grid.screen(width, text.language()))
}

fn measure_name(key: &str, text: &Text) -> String {
    text.plain(&format!("simulate-measure-{key}"))
}

/// A value as it is shown; money in millions, shares as percentages, widths of intervals with one more decimal.
fn cell_of(value: f64, unit: MeasureUnit, is_width: bool) -> Cell {
    let more = usize::from(is_width);
    match unit {
        MeasureUnit::Share => Cell::Share(value, more),
        MeasureUnit::Vnd => Cell::Number(value / 1e6, 1 + more),
        other => Cell::Number(value, decimals(other) + more),
    }
}

/// A share as a percentage for a sentence.
fn percent_of(share: f64) -> Argument {
    Argument::Number(share * 100.0, if share > 0.0 && share < 0.1 { 1 } else { 0 })
}

/// A figure with as many decimals as it needs, three at most.
fn short(value: f64, text: &Text) -> String {
    let needed = (0..3).find(|decimals| ((value * 10f64.powi(*decimals)).round() / 10f64.powi(*decimals) - value).abs() < 1e-9);
    decimal(value, needed.unwrap_or(3) as usize, text.language())
}
