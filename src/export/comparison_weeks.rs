//! What the same random weeks say of a scenario's plan and of the baseline's: the range behind the sentence of a comparison.

use serde::Serialize;

use super::{Cell, Grid};
use crate::model::Problem;
use crate::simulate::{Difference, Measure, MeasureUnit, Paired, RowScope, Spread};
use crate::text::{Argument, Text};

/// Key of the visits that are made in the end, which no measure counts by itself.
const MADE: &str = "visits-made";

/// The rows of a screen; all of them are in CSV and JSON.
const SHOWN: &[&str] = &[MADE, "lapsed", "overflowing", "collected", "burnt", "overtime", "waiting", "cost"];

/// The indicators of a plan that a measure of a week stands for.
const COUNTERPARTS: &[(&str, &str)] = &[
    ("visits", MADE),
    ("waste-collected", "collected"),
    ("waste-burnt", "burnt"),
    ("distance", "distance"),
    ("working-hours", "working"),
    ("cost", "cost"),
];

/// A measure of the district, a commune or a weekday in the weeks of both plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeeksRow {
    /// `district`, `commune` or `day`.
    pub scope: &'static str,
    /// Which of them.
    pub item: String,
    /// Key of the measure.
    pub measure: &'static str,
    /// Unit in machine form.
    pub unit: &'static str,
    /// Mean of the baseline.
    pub baseline: f64,
    /// Mean of the scenario.
    pub scenario: f64,
    /// Scenario less baseline, week by week: mean, confidence interval, percentiles.
    pub change: Spread,
}

/// Both plans in the same weeks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SimulatedWeeks {
    /// Weeks.
    pub weeks: usize,
    /// Seed of the weeks.
    pub seed: u64,
    /// Share of the weeks that the baseline's plan stands.
    pub holds_baseline: f64,
    /// Share of the weeks that the scenario's plan stands.
    pub holds_scenario: f64,
    /// Every measure.
    pub rows: Vec<WeeksRow>,
}

impl WeeksRow {
    /// Whether the mean change is more than chance; nothing where there is one run only.
    pub fn is_clear(&self) -> Option<bool> {
        self.change.half_width.map(|width| self.change.mean.abs() > width)
    }
}

impl SimulatedWeeks {
    /// The weeks of two plans, of which `problem` is the first one's; nothing where not a single week was lived through.
    pub fn new(problem: &Problem, paired: &Paired) -> Option<Self> {
        if paired.first.weeks == 0 {
            return None;
        }
        let mut rows = Vec::new();
        for difference in &paired.differences {
            let (scope, item) = match difference.scope {
                RowScope::District => ("district", problem.name.clone()),
                RowScope::Commune(commune) => ("commune", problem.communes[commune].name.clone()),
                RowScope::Day(day) => ("day", crate::text::WEEKDAY_CODES[day % 7].to_owned()),
                RowScope::Truck(_) => continue,
            };
            let facts = difference.measure.facts();
            let row = |measure, baseline, scenario, change| WeeksRow {
                scope,
                item: item.clone(),
                measure,
                unit: facts.unit.code(),
                baseline,
                scenario,
                change,
            };
            if difference.measure == Measure::Planned {
                rows.extend(made(difference, paired).map(|(baseline, scenario, change)| row(MADE, baseline, scenario, change)));
            }
            rows.push(row(facts.key, difference.first, difference.second, difference.spread));
        }
        Some(Self {
            weeks: paired.first.weeks,
            seed: paired.first.seed,
            holds_baseline: paired.first.holding.holds,
            holds_scenario: paired.second.holding.holds,
            rows,
        })
    }

    /// The result in a sentence.
    pub fn sentence(&self, text: &Text) -> String {
        let mut arguments = vec![
            ("weeks", self.weeks.into()),
            ("holds-before", Argument::Number(self.holds_baseline * 100.0, 0)),
            ("holds-after", Argument::Number(self.holds_scenario * 100.0, 0)),
        ];
        for (measure, names) in
            [(MADE, ["visits", "visits-width", "visits-low", "visits-high"]), ("cost", ["cost", "cost-width", "cost-low", "cost-high"])]
        {
            let row = self.of_district(measure);
            let change = row.map(|row| row.change).unwrap_or_default();
            let values = [change.mean, change.half_width.unwrap_or(0.0), change.p5, change.p95];
            for (index, (name, value)) in names.into_iter().zip(values).enumerate() {
                let words = if measure == MADE {
                    number(value, MeasureUnit::Number, index == 1, text)
                } else {
                    number(value, MeasureUnit::Vnd, index == 1, text)
                };
                let words = if index == 1 { words } else { signed(words, value) };
                arguments.push((name, words.into()));
            }
        }
        let is_spread = [MADE, "cost"].iter().all(|measure| self.of_district(measure).is_none_or(|row| row.change.half_width.is_some()));
        text.say(if is_spread { "beside-weeks" } else { "beside-one-week" }, &arguments)
    }

    /// The change of the measure that an indicator stands for, with the half width of its interval: for the table of the district.
    pub fn beside(&self, metric: &str, scale: f64, decimals: usize, text: &Text) -> Option<String> {
        let (_, measure) = COUNTERPARTS.iter().find(|(indicator, _)| *indicator == metric)?;
        let change = self.of_district(measure)?.change;
        let shown = |value: f64| Cell::Number(value * scale, decimals).shown(text.language());
        let width = change.half_width.map(|width| format!(" ±{}", shown(width)));
        Some(format!("{}{}", signed(shown(change.mean), change.mean), width.unwrap_or_default()))
    }

    /// The measures of the district: means, their difference, and how it is spread over the weeks.
    pub fn grid(&self, text: &Text) -> Grid {
        let headings = [
            ("simulate-column-measure", false),
            ("beside-column-before", true),
            ("beside-column-after", true),
            ("beside-column-change", true),
            ("simulate-column-interval", true),
            ("simulate-column-p5", true),
            ("simulate-column-p95", true),
        ];
        let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
        for measure in SHOWN {
            let Some(row) = self.of_district(measure).filter(|row| row.baseline != 0.0 || row.scenario != 0.0) else { continue };
            let unit = unit_of(measure);
            let plain = |value: f64| Cell::Words(number(value, unit, false, text));
            let change = |value: f64| Cell::Words(signed(number(value, unit, false, text), value));
            let width = row.change.half_width.map_or(Cell::Empty, |width| number(width, unit, true, text).into());
            let name = text.plain(&format!("simulate-measure-{measure}"));
            let spread = row.change;
            grid.push(vec![
                name.into(),
                plain(row.baseline),
                plain(row.scenario),
                change(spread.mean),
                width,
                change(spread.p5),
                change(spread.p95),
            ]);
        }
        grid
    }

    fn of_district(&self, measure: &str) -> Option<&WeeksRow> {
        self.rows.iter().find(|row| row.scope == "district" && row.measure == measure)
    }
}

/// Visits made on their day or on the next day of service, of a scope: what is planned is the same in every week, so that what is made differs by what lapses alone.
fn made(planned: &Difference, paired: &Paired) -> Option<(f64, f64, Spread)> {
    let lapsed = paired.differences.iter().find(|other| other.scope == planned.scope && other.measure == Measure::Lapsed)?;
    let (more, lost) = (planned.spread.mean, lapsed.spread);
    let change =
        Spread { mean: more - lost.mean, half_width: lost.half_width, p5: more - lost.p95, p50: more - lost.p50, p95: more - lost.p5 };
    Some((planned.first - lapsed.first, planned.second - lapsed.second, change))
}

fn unit_of(measure: &str) -> MeasureUnit {
    crate::simulate::MEASURES.iter().find(|facts| facts.key == measure).map_or(MeasureUnit::Number, |facts| facts.unit)
}

/// Money in millions; widths of intervals with one more decimal.
fn number(value: f64, unit: MeasureUnit, is_width: bool, text: &Text) -> String {
    let (scale, decimals) = match unit {
        MeasureUnit::Vnd => (1e-6, 1),
        MeasureUnit::Number | MeasureUnit::Kilometres => (1.0, 0),
        _ => (1.0, 1),
    };
    Cell::Number(value * scale, decimals + usize::from(is_width)).shown(text.language())
}

fn signed(words: String, change: f64) -> String {
    if change > 0.0 { format!("+{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, district, plan};
    use crate::settings::Simulation;
    use crate::simulate::{Order, Silent, Subject, paired};
    use crate::text::Language;

    /// One visit a week against two, in weeks without chance.
    fn weeks() -> SimulatedWeeks {
        let problem = district(1, 1);
        let one = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(1))])]);
        let two = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(1))]), (3, 0, at(6, 0), &[(&[0], Some(1))])]);
        let order = Order { weeks: 40, seed: 1, interrupt: None };
        let [first, second] = [&one, &two].map(|plan| Subject { problem: &problem, plan });
        let paired = paired(first, second, &Simulation::default().quiet(), &order, &mut Silent);
        SimulatedWeeks::new(&problem, &paired).expect("weeks")
    }

    #[test]
    fn without_chance_a_second_visit_is_made_in_every_week() {
        let weeks = weeks();
        let made = weeks.of_district(MADE).expect("a row");
        assert_eq!((made.baseline, made.scenario, made.change.mean, made.change.p5, made.change.p95), (1.0, 2.0, 1.0, 1.0, 1.0));
        assert_eq!((made.change.half_width, made.is_clear()), (Some(0.0), Some(true)));
        for text in Language::ALL.map(Text::new) {
            let sentence = weeks.sentence(&text);
            assert!(sentence.contains("40") && sentence.contains("+1") && !sentence.contains('{'), "{sentence}");
            assert_eq!(weeks.beside("visits", 1.0, 0, &text).as_deref(), Some("+1 ±0"));
            assert!(weeks.grid(&text).rows.len() >= 3);
        }
        // Of a single week no error can be told.
        let mut one = weeks;
        one.rows.iter_mut().for_each(|row| row.change.half_width = None);
        assert!(!one.sentence(&Text::new(Language::English)).contains('±'));
        let weeks = one;
        assert_eq!(weeks.beside("longest-gap", 1.0, 0, &Text::new(Language::English)), None);
    }
}
