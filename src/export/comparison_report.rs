//! `thugom compare`: a scenario beside the baseline, first in a sentence, then figure by figure.

use serde::Serialize;

use super::{Cell, Grid, SimulatedWeeks};
use crate::kpi::{INDICATORS, Scope, Unit, indicator};
use crate::model::Problem;
use crate::scenario::{Difference, Effect, Measured, Outcome, RESAMPLED};
use crate::text::{Argument, Text};

/// Visits a week by which a commune must gain or lose to be named.
const NOTABLE_VISITS: f64 = 0.05;
/// How many communes a list names on a screen.
const COMMUNES_NAMED: usize = 8;
/// How many of the resources that bind are named.
const BINDINGS_SHOWN: usize = 2;

/// The indicators of the district that a screen shows; all of them are in CSV and JSON.
const SHOWN: &[&str] = &[
    "people-served-share",
    "people-short",
    "visits-mean",
    "visits",
    "visits-least",
    "longest-gap",
    "waiting-age",
    "waiting-age-worst-commune",
    "waste-collected",
    "waste-burnt-share",
    "waste-landfilled-share",
    "waste-not-collected-share",
    "distance",
    "working-hours",
    "cost",
    "cost-per-tonne",
    "cost-per-person-month",
];

/// One figure of the district or of a commune, before and after.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonRow {
    /// `district` or `commune`.
    pub scope: &'static str,
    /// Its name.
    pub item: String,
    /// Key of the indicator.
    pub metric: &'static str,
    /// Unit in machine form.
    pub unit: &'static str,
    /// Before and after, with the spread over seeds.
    #[serde(flatten)]
    pub difference: Difference,
    /// Whether the change is greater than the spread over seeds; none where there is only one seed.
    pub clear: Option<bool>,
}

/// What resampled districts say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResampledEffects {
    /// Districts drawn.
    pub draws: usize,
    /// Draws in which the scenario's plan is the better one.
    pub better: usize,
    /// The effects on single figures.
    pub effects: Vec<Effect>,
}

/// One scenario beside the baseline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonReport {
    /// Name of the district.
    pub district: String,
    /// Name of the baseline.
    pub baseline: String,
    /// What the scenario is called on the command line.
    pub id: String,
    /// Name of the scenario.
    pub scenario: String,
    /// The seeds, one plan for each and variant.
    pub seeds: Vec<u64>,
    /// The result in a sentence.
    pub headline: String,
    /// What binds in the baseline's best plan.
    pub binding_before: Vec<String>,
    /// What binds in the scenario's best plan.
    pub binding_after: Vec<String>,
    /// Every indicator of the district and of its communes.
    pub rows: Vec<ComparisonRow>,
    /// What resampled districts say, where they were asked for.
    pub resampled: Option<ResampledEffects>,
    /// What the same random weeks say of both best plans, where they were asked for.
    pub simulated: Option<SimulatedWeeks>,
}

/// A variant with its name and its plans.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// What it is called on the command line.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its problem.
    pub problem: &'a Problem,
    /// Its plans.
    pub outcome: &'a Outcome,
}

impl ComparisonReport {
    /// The comparison of two variants of a district, planned with the same seeds.
    pub fn new(
        baseline: Side,
        scenario: Side,
        seeds: &[u64],
        trials: (Option<ResampledEffects>, Option<SimulatedWeeks>),
        text: &Text,
    ) -> Self {
        let (resampled, simulated) = trials;
        let communes = &baseline.problem.communes;
        let mut rows = rows_of(Scope::District, "district", &baseline.problem.name, baseline.outcome, scenario.outcome);
        for (index, commune) in communes.iter().enumerate() {
            rows.extend(rows_of(Scope::Commune(index), "commune", &commune.name, baseline.outcome, scenario.outcome));
        }
        let binding = |side: Side| {
            let best: &Measured = &side.outcome.measured[side.outcome.best_seed];
            best.binding.iter().map(|binding| binding.worded(text, side.problem)).collect()
        };
        let mut report = Self {
            district: baseline.problem.name.clone(),
            baseline: baseline.name.to_owned(),
            id: scenario.id.to_owned(),
            scenario: scenario.name.to_owned(),
            seeds: seeds.to_vec(),
            headline: String::new(),
            binding_before: binding(baseline),
            binding_after: binding(scenario),
            rows,
            resampled,
            simulated,
        };
        report.headline = report.sentence(text);
        report
    }

    /// The report for a screen of `width` columns.
    pub fn screen(&self, text: &Text, width: usize) -> String {
        let mut lines = vec![self.headline.clone()];
        lines.extend(self.simulated.as_ref().map(|weeks| weeks.sentence(text)));
        lines.extend(self.commune_lines(text));
        lines.push(self.binding_line(text));
        lines.push(String::new());
        lines.push(self.district_grid(text).screen(width, text.language()));
        if let Some(weeks) = &self.simulated {
            lines.push(text.say("beside-weeks-title", &[("weeks", weeks.weeks.into())]));
            lines.push(weeks.grid(text).screen(width, text.language()));
        }
        lines.push(text.plain("beside-by-commune"));
        lines.push(self.commune_grid(text).screen(width, text.language()));
        if let Some(resampled) = &self.resampled {
            lines.push(resampled_lines(resampled, text));
        }
        lines.push(self.seeds_line(text));
        lines.join("\n") + "\n"
    }

    /// How often each variant was planned, and what that says of the spread.
    fn seeds_line(&self, text: &Text) -> String {
        self.words_of_seeds(["beside-one-seed", "beside-seeds"], text)
    }

    /// How often each variant was planned: one of two messages, for one seed and for several.
    pub(super) fn words_of_seeds(&self, [one, several]: [&'static str; 2], text: &Text) -> String {
        text.say(if self.seeds.len() > 1 { several } else { one }, &[("seeds", self.seeds.len().into())])
    }

    /// Visits a week of each commune before and after, most gained first.
    pub fn visits_by_commune(&self) -> Vec<(&str, f64, f64)> {
        let mut visits: Vec<_> = self.of_communes("visits-mean").map(|row| (row.item.as_str(), row.difference)).collect();
        visits.sort_by(|a, b| b.1.change.total_cmp(&a.1.change));
        visits.into_iter().map(|(name, difference)| (name, difference.baseline, difference.scenario)).collect()
    }

    fn of_communes(&self, metric: &'static str) -> impl Iterator<Item = &ComparisonRow> {
        self.rows.iter().filter(move |row| row.scope == "commune" && row.metric == metric)
    }

    fn of_district(&self, metric: &str) -> Option<Difference> {
        self.rows.iter().find(|row| row.scope == "district" && row.metric == metric).map(|row| row.difference)
    }

    /// Communes whose visits change by more than the seeds explain, in the given direction.
    fn shifted(&self, up: bool) -> Vec<&ComparisonRow> {
        let notable = |row: &&ComparisonRow| row.difference.is_clear(NOTABLE_VISITS) && (row.difference.change > 0.0) == up;
        let mut rows: Vec<_> = self.of_communes("visits-mean").filter(notable).collect();
        rows.sort_by(|a, b| b.difference.change.abs().total_cmp(&a.difference.change.abs()));
        rows
    }

    fn sentence(&self, text: &Text) -> String {
        type Side = fn(&Difference) -> f64;
        let value = |metric: &str, side: Side, scale: f64, decimals: usize| {
            Argument::Number(self.of_district(metric).map_or(f64::NAN, |difference| side(&difference) * scale), decimals)
        };
        let (before, after): (Side, Side) = (|it| it.baseline, |it| it.scenario);
        let cost = self.of_district("cost").map_or(0.0, |difference| difference.change);
        let direction = if cost > 0.0 { "up" } else { "down" };
        let arguments = [
            ("scenario", self.scenario.as_str().into()),
            ("baseline", self.baseline.as_str().into()),
            ("any-gaining", some(self.shifted(true).len()).into()),
            ("gaining", self.shifted(true).len().into()),
            ("any-losing", some(self.shifted(false).len()).into()),
            ("losing", self.shifted(false).len().into()),
            ("communes", self.of_communes("visits-mean").count().into()),
            ("visits-before", value("visits-mean", before, 1.0, 2)),
            ("visits-after", value("visits-mean", after, 1.0, 2)),
            ("short-before", value("people-short", before, 1.0, 0)),
            ("short-after", value("people-short", after, 1.0, 0)),
            ("direction", direction.into()),
            ("cost-change", Argument::Number(cost.abs() * 1e-6, 1)),
            ("cost-before", value("cost", before, 1e-6, 1)),
            ("cost-after", value("cost", after, 1e-6, 1)),
            ("person-before", value("cost-per-person-month", before, 1.0, 0)),
            ("person-after", value("cost-per-person-month", after, 1.0, 0)),
        ];
        text.say("beside-headline", &arguments)
    }

    fn commune_lines(&self, text: &Text) -> Vec<String> {
        let named = |rows: &[&ComparisonRow]| {
            let of = |row: &&ComparisonRow| {
                let number = |value: f64| Argument::Number(value, 1);
                let arguments = [
                    ("commune", row.item.as_str().into()),
                    ("before", number(row.difference.baseline)),
                    ("after", number(row.difference.scenario)),
                ];
                text.say("beside-commune", &arguments)
            };
            let more = if rows.len() > COMMUNES_NAMED { " · …" } else { "" };
            format!("{}{more}", rows.iter().take(COMMUNES_NAMED).map(of).collect::<Vec<_>>().join(" · "))
        };
        let (up, down) = (self.shifted(true), self.shifted(false));
        let mut lines = Vec::new();
        if !up.is_empty() {
            lines.push(text.say("beside-gaining", &[("communes", named(&up).into())]));
        }
        if !down.is_empty() {
            lines.push(text.say("beside-losing", &[("communes", named(&down).into())]));
        }
        lines
    }

    pub(super) fn binding_line(&self, text: &Text) -> String {
        let named = |binding: &[String]| match binding {
            [] => text.plain("beside-nothing-binds"),
            some => some.iter().take(BINDINGS_SHOWN).cloned().collect::<Vec<_>>().join("; "),
        };
        text.say("beside-binding", &[("before", named(&self.binding_before).into()), ("after", named(&self.binding_after).into())])
    }

    fn district_grid(&self, text: &Text) -> Grid {
        let headings =
            [("metric", false), ("unit", false), ("before", true), ("after", true), ("change", true), ("spread", true), ("weeks", true)];
        let headings = &headings[..if self.simulated.is_some() { 7 } else { 6 }];
        let mut grid = Grid::new(headings.iter().map(|(name, right)| (text.plain(&format!("beside-column-{name}")), *right)));
        for metric in SHOWN {
            let (Some(difference), Some(indicator)) = (self.of_district(metric), indicator(metric)) else { continue };
            let shown = Shown::of(indicator.unit(), text);
            let spread = format!("{} … {}", shown.change(difference.least, text), shown.change(difference.most, text));
            let mut row: Vec<Cell> = vec![
                indicator.name(text).into(),
                shown.unit.clone().into(),
                shown.number(difference.baseline, text).into(),
                shown.number(difference.scenario, text).into(),
                shown.change(difference.change, text).into(),
                if self.seeds.len() > 1 { spread.into() } else { Cell::Empty },
            ];
            if let Some(weeks) = &self.simulated {
                row.push(weeks.beside(metric, shown.scale, shown.decimals, text).map_or(Cell::Empty, Cell::from));
            }
            grid.push(row);
        }
        grid
    }

    pub(super) fn commune_grid(&self, text: &Text) -> Grid {
        let headings = ["commune", "visits", "visits-change", "served", "short", "age"].into_iter().enumerate();
        let mut grid = Grid::new(headings.map(|(index, name)| (text.plain(&format!("beside-column-{name}")), index > 0)));
        let both = |commune: &str, metric: &'static str, scale: f64, decimals: usize| {
            let row = self.of_communes(metric).find(|row| row.item == commune);
            let shown = |value: f64| Cell::Number(value * scale, decimals).shown(text.language());
            let cell = row.map(|row| format!("{} → {}", shown(row.difference.baseline), shown(row.difference.scenario)));
            Cell::Words(cell.unwrap_or_else(|| "–".to_owned()))
        };
        for row in self.of_communes("visits-mean") {
            let unclear = self.seeds.len() > 1 && !row.difference.is_clear(NOTABLE_VISITS);
            let change = signed(Cell::Number(row.difference.change, 2).shown(text.language()), row.difference.change);
            grid.push(vec![
                row.item.as_str().into(),
                both(&row.item, "visits-mean", 1.0, 1),
                if unclear { format!("({change})").into() } else { change.into() },
                both(&row.item, "people-served-share", 100.0, 0),
                both(&row.item, "people-short", 1.0, 0),
                both(&row.item, "waiting-age", 1.0, 1),
            ]);
        }
        grid
    }
}

fn rows_of(scope: Scope, name: &'static str, item: &str, baseline: &Outcome, scenario: &Outcome) -> Vec<ComparisonRow> {
    let values = |outcome: &Outcome, key: &str| outcome.measured.iter().map(|measured| measured.value(scope, key)).collect::<Vec<_>>();
    let row = |indicator: &&'static dyn crate::kpi::Indicator| {
        let difference = Difference::new(&values(baseline, indicator.key()), &values(scenario, indicator.key()))?;
        let many = baseline.measured.len() > 1 && scenario.measured.len() > 1;
        Some(ComparisonRow {
            scope: name,
            item: item.to_owned(),
            metric: indicator.key(),
            unit: indicator.unit().key().trim_start_matches("kpi-unit-"),
            difference,
            clear: many.then(|| difference.is_clear(1e-9)),
        })
    };
    INDICATORS.iter().filter_map(row).collect()
}

/// How the figures of an indicator are written: their unit, a scale and decimals.
struct Shown {
    unit: String,
    scale: f64,
    decimals: usize,
}

impl Shown {
    /// Shares in per cent, a week's money in millions, all else as reports have it.
    fn of(unit: Unit, text: &Text) -> Self {
        let name = text.say(unit.key(), &[("value", Argument::Words(String::new()))]).trim().to_owned();
        match unit {
            Unit::Share => Self { unit: name, scale: 100.0, decimals: 1 },
            Unit::Vnd => Self { unit: text.plain("beside-million"), scale: 1e-6, decimals: 1 },
            Unit::VisitsPerWeek | Unit::Days => Self { unit: name, scale: 1.0, decimals: 2 },
            _ => Self { unit: name, scale: 1.0, decimals: unit.decimals() },
        }
    }

    fn number(&self, value: f64, text: &Text) -> String {
        Cell::Number(value * self.scale, self.decimals).shown(text.language())
    }

    fn change(&self, change: f64, text: &Text) -> String {
        signed(self.number(change, text), change)
    }
}

/// By which a sentence chooses between none and some.
fn some(number: usize) -> &'static str {
    if number == 0 { "none" } else { "some" }
}

fn signed(words: String, change: f64) -> String {
    if change > 0.0 { format!("+{words}") } else { words }
}

fn resampled_lines(resampled: &ResampledEffects, text: &Text) -> String {
    let mut lines = vec![text.say("beside-resampled", &[("draws", resampled.draws.into()), ("better", resampled.better.into())])];
    for effect in &resampled.effects {
        debug_assert!(RESAMPLED.contains(&effect.metric));
        let Some(indicator) = indicator(effect.metric) else { continue };
        let shown = Shown::of(indicator.unit(), text);
        let word = |change: f64| Argument::from(shown.change(change, text));
        let arguments = [
            ("metric", indicator.name(text).into()),
            ("unit", shown.unit.as_str().into()),
            ("rises", effect.rises.into()),
            ("falls", effect.falls.into()),
            ("draws", effect.draws.into()),
            ("least", word(effect.least)),
            ("median", word(effect.median)),
            ("most", word(effect.most)),
        ];
        lines.push(text.say("beside-resampled-metric", &arguments));
    }
    lines.join("\n") + "\n"
}

/// Every figure of several comparisons as one long table: indicators of the plans, where `least` and `most` are over the seeds, then measures of the same random
/// weeks under `weeks-` and the scope, where they are the 5th and 95th percentile over the weeks, and `half_width` is that of the mean's 95 % confidence interval.
pub fn comparison_csv(reports: &[ComparisonReport]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let in_memory = "writing to memory cannot fail";
    let header = [
        "compared",
        "scope",
        "item",
        "metric",
        "unit",
        "baseline",
        "scenario",
        "change",
        "percent",
        "least",
        "most",
        "clear",
        "half_width",
    ];
    writer.write_record(header).expect(in_memory);
    let number = |value: f64| value.to_string();
    let clear = |clear: Option<bool>| clear.map(|clear| clear.to_string()).unwrap_or_default();
    for (report, row) in reports.iter().flat_map(|report| report.rows.iter().map(move |row| (report, row))) {
        let difference = &row.difference;
        writer
            .write_record([
                report.id.clone(),
                row.scope.to_owned(),
                row.item.clone(),
                row.metric.to_owned(),
                row.unit.to_owned(),
                number(difference.baseline),
                number(difference.scenario),
                number(difference.change),
                difference.percent.map(number).unwrap_or_default(),
                number(difference.least),
                number(difference.most),
                clear(row.clear),
                String::new(),
            ])
            .expect(in_memory);
    }
    let weeks = reports.iter().flat_map(|report| report.simulated.iter().map(move |weeks| (report, weeks)));
    for (report, row) in weeks.flat_map(|(report, weeks)| weeks.rows.iter().map(move |row| (report, row))) {
        let percent = (row.baseline.abs() > 1e-9).then(|| row.change.mean / row.baseline.abs() * 100.0);
        writer
            .write_record([
                report.id.clone(),
                format!("weeks-{}", row.scope),
                row.item.clone(),
                row.measure.to_owned(),
                row.unit.to_owned(),
                number(row.baseline),
                number(row.scenario),
                number(row.change.mean),
                percent.map(number).unwrap_or_default(),
                number(row.change.p5),
                number(row.change.p95),
                clear(row.is_clear()),
                row.change.half_width.map(number).unwrap_or_default(),
            ])
            .expect(in_memory);
    }
    writer.into_inner().expect(in_memory)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, district, plan};
    use crate::text::Language;

    /// Commune 0 has points 0 and 1, commune 1 has point 2; before, one visit to point 0; after, two to point 0 and one to point 2.
    fn report(language: Language) -> ComparisonReport {
        let mut problem = district(3, 1);
        problem.points[2].commune = 1;
        let before = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        let after = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 2], Some(0))]), (3, 0, at(6, 0), &[(&[0], Some(0))])]);
        let outcome =
            |plan: &crate::model::Plan| Outcome { measured: vec![Measured::new(&problem, plan); 2], best: plan.clone(), best_seed: 0 };
        let (before, after) = (outcome(&before), outcome(&after));
        let text = Text::new(language);
        let baseline = Side { id: "base", name: "Hiện trạng", problem: &problem, outcome: &before };
        let scenario = Side { id: "x", name: "Thêm xe", problem: &problem, outcome: &after };
        ComparisonReport::new(baseline, scenario, &[1, 2], (None, None), &text)
    }

    #[test]
    fn the_first_sentence_says_who_gains_and_what_it_costs() {
        let report = report(Language::Vietnamese);
        // Visits of commune 0: 0.5 → 1 (two points of ten people), of commune 1: 0 → 1; of the district 1/3 → 1.
        assert_eq!(report.visits_by_commune(), [("Hai", 0.0, 1.0), ("Một", 0.5, 1.0)]);
        assert!(report.headline.starts_with("Thêm xe so với Hiện trạng: 2/2 xã, thị trấn được thu gom dày hơn"), "{}", report.headline);
        assert!(report.headline.contains("0,33 → 1,00 lần/tuần"), "{}", report.headline);
        let screen = report.screen(&Text::new(Language::Vietnamese), 100);
        assert!(screen.contains("Hai 0,0 → 1,0"), "{screen}");
        assert!(screen.lines().all(|line| line.chars().count() <= 400), "{screen}");
        let csv = String::from_utf8(comparison_csv(&[report])).expect("UTF-8");
        assert!(csv.contains("x,commune,Hai,visits-mean,visits-per-week,0,1,1,,1,1,true,\n"), "{csv}");
    }

    #[test]
    fn the_page_for_those_who_decide_begins_with_the_result() {
        let text = Text::new(Language::Vietnamese);
        let assumed = ["xe 6/6 <giả định>".to_owned()];
        let page = crate::export::leaders_page(&report(Language::Vietnamese), "<?xml version=\"1.0\"?>\n<svg></svg>", &assumed, &text);
        assert!(page.contains("<h1>Thêm xe so với Hiện trạng: 2/2 xã") && page.contains("(Số liệu giả định.)</h1>"), "{page}");
        assert!(page.contains("<figure><svg></svg></figure>") && page.contains("&lt;giả định&gt;"), "{page}");
        assert!(page.contains("0,0 → 1,0"), "{page}");
    }

    #[test]
    fn a_change_within_the_spread_of_the_seeds_is_in_brackets() {
        let mut report = report(Language::English);
        let row = report.rows.iter_mut().find(|row| row.item == "Hai" && row.metric == "visits-mean").expect("a row");
        row.difference.least = -0.2;
        let screen = report.screen(&Text::new(Language::English), 100);
        assert!(screen.contains("(+1.00)") && screen.contains("+0.50"), "{screen}");
        assert_eq!(report.shifted(true).len(), 1);
    }
}
