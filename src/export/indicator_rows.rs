//! Indicators of the district and of its communes: for JSON, for the long table, and the table by commune.

use serde::Serialize;

use super::{Cell, Figure, Grid};
use crate::kpi::{Facts, INDICATORS, Scope, Unit, indicator};
use crate::text::Text;

/// An indicator and its value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IndicatorValue {
    /// Stable key.
    pub key: &'static str,
    /// Unit in machine form.
    pub unit: &'static str,
    /// Value; none where it means nothing.
    pub value: Option<f64>,
}

/// A commune or town with its indicators.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CommuneRow {
    /// Official code.
    pub code: String,
    /// Name without its kind.
    pub name: String,
    /// The commune it is part of since 1 July 2025.
    pub commune_2025: String,
    /// Every indicator that means something for a commune.
    pub indicators: Vec<IndicatorValue>,
}

/// The columns of the table by commune: heading, indicator, decimals.
const COLUMNS: &[(&str, &str, usize)] = &[
    ("report-column-people", "people", 0),
    ("report-column-served", "people-served-share", 0),
    ("report-column-frequency-today", "visits-mean-today", 1),
    ("report-column-frequency", "visits-mean", 1),
    ("report-column-frequency-least", "visits-least", 0),
    ("report-column-longest-gap", "longest-gap", 0),
    ("report-column-waiting-age", "waiting-age", 1),
    ("report-column-tonnes", "waste-collected", 1),
];

/// Every indicator of a scope.
pub fn indicators(facts: &Facts, scope: Scope) -> Vec<IndicatorValue> {
    let all = INDICATORS.iter();
    all.map(|indicator| IndicatorValue {
        key: indicator.key(),
        unit: machine_name(indicator.unit()),
        value: indicator.measure(facts, scope),
    })
    .collect()
}

/// A row for each commune, in the order of the project.
pub fn commune_rows(facts: &Facts) -> Vec<CommuneRow> {
    let communes = facts.problem.communes.iter().enumerate();
    communes
        .map(|(index, commune)| CommuneRow {
            code: commune.code.clone(),
            name: commune.name.clone(),
            commune_2025: commune.commune_2025.clone(),
            indicators: indicators(facts, Scope::Commune(index)).into_iter().filter(|indicator| indicator.value.is_some()).collect(),
        })
        .collect()
}

/// A row for each commune of 2025, without a code.
pub fn rows_2025(facts: &Facts) -> Vec<CommuneRow> {
    let rows = facts.communes_2025().into_iter().enumerate().map(|(index, name)| CommuneRow {
        code: String::new(),
        name: name.to_owned(),
        commune_2025: name.to_owned(),
        indicators: indicators(facts, Scope::Commune2025(index)).into_iter().filter(|indicator| indicator.value.is_some()).collect(),
    });
    rows.collect()
}

/// The table by commune of 2025.
pub fn grid_2025(rows: &[CommuneRow], text: &Text) -> Grid {
    let name = [("report-column-commune-2025", false)].into_iter();
    let headings = name.chain(COLUMNS.iter().map(|(heading, ..)| (*heading, true)));
    let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
    for row in rows {
        let cells = COLUMNS.iter().map(|(_, key, decimals)| cell(row, key, *decimals));
        grid.push(std::iter::once(row.name.as_str().into()).chain(cells).collect());
    }
    grid
}

/// The table by commune, grouped by the communes of 2025.
pub fn commune_grid(rows: &[CommuneRow], text: &Text) -> Grid {
    let names = [("report-column-commune-2025", false), ("report-column-commune", false)].into_iter();
    let headings = names.chain(COLUMNS.iter().map(|(heading, ..)| (*heading, true)));
    let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
    let mut sorted: Vec<&CommuneRow> = rows.iter().collect();
    sorted.sort_by_key(|row| rows.iter().position(|first| first.commune_2025 == row.commune_2025));
    let mut last = "";
    for row in sorted {
        let group = if row.commune_2025 == last { "" } else { row.commune_2025.as_str() };
        last = &row.commune_2025;
        let cells = COLUMNS.iter().map(|(_, key, decimals)| cell(row, key, *decimals));
        grid.push([group.into(), row.name.as_str().into()].into_iter().chain(cells).collect());
    }
    grid
}

/// Indicators of one item as rows of the long table.
pub fn figures(scope: &'static str, item: &str, values: &[IndicatorValue]) -> Vec<Figure> {
    let figure = |value: &IndicatorValue| Figure {
        scope,
        item: item.to_owned(),
        indicator: value.key.to_owned(),
        unit: value.unit.to_owned(),
        value: value.value,
    };
    values.iter().map(figure).collect()
}

fn cell(row: &CommuneRow, key: &str, decimals: usize) -> Cell {
    let value = row.indicators.iter().find(|indicator| indicator.key == key).and_then(|indicator| indicator.value);
    let is_share = indicator(key).is_some_and(|indicator| indicator.unit() == Unit::Share);
    match value {
        Some(share) if is_share => Cell::Share(share, decimals),
        Some(number) => Cell::Number(number, decimals),
        None => Cell::Words("–".to_owned()),
    }
}

/// The unit as other programs read it: its key in the catalogue without what all of them begin with.
pub fn machine_name(unit: Unit) -> &'static str {
    unit.key().trim_start_matches("kpi-unit-")
}
