//! A row for each commune and town.

use super::points;
use super::rows::Rows;
use super::sheet::{Cell, FIRST_ROW, Part, Table, columns, range, shown_sum};
use crate::export::formats::Edition;
use crate::kpi::{Scope, indicator};

pub(super) fn table(edition: &Edition, all: &Rows) -> Table {
    let communes = chosen(edition);
    let rows: Vec<Vec<Cell>> = communes.iter().zip(FIRST_ROW..).map(|(commune, row)| cells(*commune, row, edition, all)).collect();
    let n = rows.len();
    let sum = |column: char, index: usize, decimals: usize| {
        let value = rows.iter().map(|cells| match &cells[index] {
            Cell::Number(value, _) | Cell::Formula(_, value, _) => *value,
            _ => 0.0,
        });
        Cell::Formula(shown_sum(column, n), value.sum(), decimals)
    };
    let mut sums = vec![Cell::Blank; 11];
    sums[0] = Cell::Words(edition.text.plain("xlsx-sum"));
    [sums[2], sums[3], sums[4], sums[10]] = [sum('C', 2, 0), sum('D', 3, 0), sum('E', 4, 0), sum('K', 10, 1)];
    let keys = [
        ("xlsx-commune", 18.0),
        ("xlsx-commune-2025", 16.0),
        ("xlsx-people", 10.0),
        ("xlsx-points", 9.0),
        ("xlsx-visits", 10.0),
        ("xlsx-served", 11.0),
        ("xlsx-frequency-today", 12.0),
        ("xlsx-frequency", 12.0),
        ("xlsx-longest-gap", 12.0),
        ("xlsx-waiting-age", 12.0),
        ("xlsx-tonnes", 10.0),
    ];
    let part = Part { columns: columns(keys, edition), rows, sums: Some(sums) };
    Table { name: edition.text.plain("xlsx-sheet-communes"), parts: vec![part], frozen_columns: 1, filter: true }
}

/// The communes of the workbook: the chosen one, else all.
pub(super) fn chosen(edition: &Edition) -> Vec<usize> {
    (0..edition.itinerary.communes.len()).filter(|commune| edition.selection.commune.is_none_or(|chosen| chosen == *commune)).collect()
}

fn cells(commune: usize, row: usize, edition: &Edition, all: &Rows) -> Vec<Cell> {
    let card = &edition.itinerary.communes[commune];
    let measured = |key: &str| indicator(key).and_then(|it| it.measure(edition.facts, Scope::Commune(commune)));
    let number = |key: &str, decimals| measured(key).map_or(Cell::Blank, |value| Cell::Number(value, decimals));
    let point_communes = range(&points::name(edition), points::COMMUNE, points::chosen(edition).len());
    let stops = || edition.truck_days().flat_map(|truck_day| truck_day.stops()).filter(|stop| stop.commune == commune);
    let kg: i64 = stops().map(|stop| stop.kg.0).sum();
    vec![
        Cell::Words(card.name.clone()),
        Cell::Words(card.commune_2025.clone()),
        number("people", 0),
        Cell::Formula(format!("=COUNTIF({point_communes},$A{row})"), edition.itinerary.points_of(commune).count() as f64, 0),
        Cell::Formula(format!("=COUNTIF({},$A{row})", all.column(Rows::COMMUNE)), stops().count() as f64, 0),
        measured("people-served-share").map_or(Cell::Blank, Cell::Share),
        number("visits-mean-today", 1),
        number("visits-mean", 1),
        number("longest-gap", 0),
        number("waiting-age", 1),
        Cell::Formula(format!("=SUMIF({},$A{row},{})/1000", all.column(Rows::COMMUNE), all.column(Rows::KG)), kg as f64 / 1000.0, 1),
    ]
}
