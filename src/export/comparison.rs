//! Today's schedule beside the plan, for the district and by commune.

use serde::Serialize;

use super::{Cell, Figure, Grid};
use crate::kpi::{Facts, INDICATORS, Indicator, Scope, Unit};
use crate::text::{Text, decimal, percent};

/// What today is compared by on a screen.
const COMPARED: &[&str] = &[
    "people-served-share",
    "people-visited-twice-share",
    "visits-mean",
    "visits",
    "longest-gap",
    "waiting-age",
    "waiting-age-worst-commune",
    "people-short",
    "waste-burnt",
    "waste-landfilled",
    "waste-not-collected",
    "distance",
    "working-hours",
    "cost",
    "cost-per-tonne",
    "cost-per-person-month",
];

/// The columns by commune: heading, indicator, decimals.
const BY_COMMUNE: &[(&str, &str, usize)] = &[
    ("report-column-served", "people-served-share", 0),
    ("report-column-frequency", "visits-mean", 1),
    ("report-column-longest-gap", "longest-gap", 0),
    ("comparison-column-burnt", "waste-burnt", 1),
    ("comparison-column-landfilled", "waste-landfilled", 1),
    ("report-column-km", "distance", 0),
    ("report-column-hours", "working-hours", 0),
    ("comparison-column-month", "cost-per-person-month", 0),
];

/// Today and the plan, figure by figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Points whose requirements today's schedule misses.
    pub points_short_today: usize,
    /// Visits of today for which the hours of today's trucks did not suffice.
    pub visits_missing_today: usize,
    /// Communes with fewer visits than today, of which none should be there unless the planner asked for it.
    pub communes_below_today: Vec<String>,
    /// Every figure that both have: scope, item, indicator, unit, today, plan, change, change in per cent.
    pub rows: Vec<ComparedFigure>,
}

/// A figure of today and of the plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparedFigure {
    /// `district`, `commune` or `commune-2025`.
    pub scope: &'static str,
    /// Which of them.
    pub item: String,
    /// Key of the indicator.
    pub indicator: &'static str,
    /// Its unit in machine form.
    pub unit: &'static str,
    /// Today; none where it means nothing.
    pub baseline: Option<f64>,
    /// In the plan; none where it means nothing.
    pub scenario: Option<f64>,
    /// The difference.
    pub change: Option<f64>,
    /// The difference in per cent of today; none where that is nothing.
    pub change_percent: Option<f64>,
}

impl Comparison {
    /// Compares today's schedule with a plan of the same problem.
    pub fn new(today: &Facts, plan: &Facts) -> Self {
        let problem = plan.problem;
        let mut rows = Vec::new();
        let mut scopes = vec![("district", problem.name.clone(), Scope::District)];
        scopes.extend(problem.communes.iter().enumerate().map(|(index, commune)| ("commune", commune.name.clone(), Scope::Commune(index))));
        let merged = plan.communes_2025().into_iter().enumerate();
        scopes.extend(merged.map(|(index, name)| ("commune-2025", name.to_owned(), Scope::Commune2025(index))));
        for (scope, item, of) in &scopes {
            // Figures of today that stand in the plan's own report already say the same twice.
            let indicators = INDICATORS.iter().filter(|indicator| !indicator.key().contains("today"));
            rows.extend(indicators.filter_map(|indicator| compared(scope, item, *of, *indicator, today, plan)));
        }
        let below = |commune: &usize| {
            let tally = plan.tally(Scope::Commune(*commune));
            tally.visits < tally.visits_today
        };
        let mut short: Vec<usize> = today.verdict.shortfalls.iter().filter_map(|finding| finding.point).collect();
        short.sort_unstable();
        short.dedup();
        let district = today.tally(Scope::District);
        Self {
            points_short_today: short.len(),
            visits_missing_today: district.visits_today.saturating_sub(district.visits),
            communes_below_today: (0..problem.communes.len()).filter(below).map(|index| problem.communes[index].name.clone()).collect(),
            rows,
        }
    }

    /// The comparison for a screen of `width` columns.
    pub fn screen(&self, text: &Text, width: usize) -> String {
        let language = text.language();
        let mut lines =
            vec![text.plain("comparison-title"), text.say("comparison-findings", &[("points", self.points_short_today.into())])];
        if self.visits_missing_today > 0 {
            lines.push(text.say("comparison-missing", &[("visits", self.visits_missing_today.into())]));
        }
        lines.push(match self.communes_below_today.is_empty() {
            true => text.plain("comparison-none-below"),
            false => text.say("comparison-below", &[("communes", self.communes_below_today.join(", ").into())]),
        });
        let headings = ["comparison-column-figure", "comparison-column-today", "comparison-column-plan", "comparison-column-change"];
        let mut grid = Grid::new(headings.iter().enumerate().map(|(index, key)| (text.plain(key), index > 0)));
        for key in COMPARED {
            let Some((row, indicator)) = self.find("district", None, key) else { continue };
            let shown = |value: Option<f64>| value.map_or("–".to_owned(), |value| indicator.unit().worded(value, text));
            let signed =
                row.change_percent.map(|change| format!("{}{}%", if change > 0.0 { "+" } else { "" }, decimal(change, 0, language)));
            grid.push(vec![
                indicator.name(text).into(),
                shown(row.baseline).into(),
                shown(row.scenario).into(),
                signed.unwrap_or_default().into(),
            ]);
        }
        lines.extend([grid.screen(width, language), text.plain("comparison-by-commune"), self.by_commune(text).screen(width, language)]);
        lines.join("\n")
    }

    /// `today → plan` for each commune.
    fn by_commune(&self, text: &Text) -> Grid {
        let names = [("report-column-commune", false)].into_iter();
        let mut grid = Grid::new(names.chain(BY_COMMUNE.iter().map(|(key, ..)| (*key, true))).map(|(key, right)| (text.plain(key), right)));
        let mut communes: Vec<&str> = Vec::new();
        for row in self.rows.iter().filter(|row| row.scope == "commune") {
            if !communes.contains(&row.item.as_str()) {
                communes.push(&row.item);
            }
        }
        for commune in communes {
            let mut cells: Vec<Cell> = vec![commune.into()];
            for (_, key, decimals) in BY_COMMUNE {
                let cell = self.find("commune", Some(commune), key).map(|(row, indicator)| {
                    let shown = |value: Option<f64>| match value {
                        Some(value) if indicator.unit() == Unit::Share => percent(value, *decimals, text.language()),
                        Some(value) => decimal(value, *decimals, text.language()),
                        None => "–".to_owned(),
                    };
                    format!("{} → {}", shown(row.baseline), shown(row.scenario))
                });
                cells.push(cell.unwrap_or_default().into());
            }
            grid.push(cells);
        }
        grid
    }

    /// Figures of today for the long table; those of the plan are there already.
    pub fn figures(&self) -> Vec<Figure> {
        let scope = |row: &ComparedFigure| match row.scope {
            "district" => "today-district",
            "commune" => "today-commune",
            _ => "today-commune-2025",
        };
        let figure = |row: &ComparedFigure| Figure {
            scope: scope(row),
            item: row.item.clone(),
            indicator: row.indicator.to_owned(),
            unit: row.unit.to_owned(),
            value: row.baseline,
        };
        self.rows.iter().map(figure).collect()
    }

    fn find(&self, scope: &str, item: Option<&str>, key: &str) -> Option<(&ComparedFigure, &'static dyn Indicator)> {
        let row = self.rows.iter().find(|row| row.scope == scope && row.indicator == key && item.is_none_or(|item| row.item == item))?;
        Some((row, crate::kpi::indicator(key)?))
    }
}

fn compared(
    scope: &'static str,
    item: &str,
    of: Scope,
    indicator: &'static dyn Indicator,
    today: &Facts,
    plan: &Facts,
) -> Option<ComparedFigure> {
    let (baseline, scenario) = (indicator.measure(today, of), indicator.measure(plan, of));
    baseline.or(scenario)?;
    let change = baseline.zip(scenario).map(|(before, after)| after - before);
    let change_percent = change.zip(baseline).filter(|(_, before)| *before != 0.0).map(|(change, before)| 100.0 * change / before);
    let unit = super::indicator_rows::machine_name(indicator.unit());
    Some(ComparedFigure { scope, item: item.to_owned(), indicator: indicator.key(), unit, baseline, scenario, change, change_percent })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, district, plan};
    use crate::text::Language;

    #[test]
    fn today_stands_beside_the_plan() {
        // Today a visit at point 0; in the plan two there and one at point 1.
        let mut problem = district(2, 1);
        problem.points[0].visits_today = 1;
        let now = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        let then = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0))]), (3, 0, at(6, 0), &[(&[0], Some(1))])]);
        let (today, planned) = (Facts::new(&problem, &now), Facts::new(&problem, &then));
        let comparison = Comparison::new(&today, &planned);
        let (row, _) = comparison.find("district", None, "visits").expect("a figure");
        assert_eq!((row.baseline, row.scenario, row.change, row.change_percent), (Some(1.0), Some(3.0), Some(2.0), Some(200.0)));
        assert_eq!((comparison.points_short_today, comparison.visits_missing_today), (1, 0));
        let shown = comparison.screen(&Text::new(Language::Vietnamese), 100);
        assert!(shown.contains("50% → 100%") && shown.contains("+200%"), "{shown}");
        // Seen the other way round, the plan would fall below today.
        problem.points[0].visits_today = 2;
        let (today, planned) = (Facts::new(&problem, &then), Facts::new(&problem, &now));
        assert_eq!(Comparison::new(&today, &planned).communes_below_today, ["Một"]);
    }
}
