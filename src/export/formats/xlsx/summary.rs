//! Sums by day and by truck, idle trucks and days among them.

use super::routes;
use super::rows::Rows;
use super::sheet::{Cell, Part, Table, columns, range};
use crate::export::formats::Edition;
use crate::export::itinerary::TruckDay;
use crate::text::weekday_short;

/// Columns of the sheet by day and truck that are summed, with their decimals.
const SUMMED: [(char, usize); 6] = [('F', 0), ('G', 0), ('H', 0), ('I', 1), ('L', 1), ('M', 1)];

/// Rows of the first part before the header of the second: its own header is not counted.
const BETWEEN_PARTS: usize = 3;

pub(super) fn table(edition: &Edition, _all: &Rows) -> Table {
    let truck_days: Vec<&TruckDay> = edition.truck_days().collect();
    let days: Vec<(String, Vec<&TruckDay>)> = (0..edition.itinerary.days.len())
        .map(|day| {
            let of_day = truck_days.iter().copied().filter(|it| it.day == day).collect();
            (weekday_short(day, edition.text.language()), of_day)
        })
        .collect();
    let trucks: Vec<(String, Vec<&TruckDay>)> = (edition.itinerary.trucks.iter().enumerate())
        .map(|(truck, card)| (card.id.clone(), truck_days.iter().copied().filter(|it| it.truck == truck).collect()))
        .collect();
    let first = super::sheet::FIRST_ROW;
    let second = first + days.len() + 1 + BETWEEN_PARTS;
    let by_day = part('A', "xlsx-day", &days, first, truck_days.len(), edition);
    let by_truck = part('C', "xlsx-truck", &trucks, second, truck_days.len(), edition);
    Table { name: edition.text.plain("xlsx-sheet-summary"), parts: vec![by_day, by_truck], frozen_columns: 1, filter: false }
}

/// Rows that are summed from the sheet by day and truck where its column `key` is the name of the row.
fn part(key: char, heading: &'static str, groups: &[(String, Vec<&TruckDay>)], first_row: usize, n: usize, edition: &Edition) -> Part {
    let sheet = routes::name(edition);
    let keys = range(&sheet, key, n);
    let rows = groups.iter().zip(first_row..).map(|((name, truck_days), row)| {
        let mut cells = vec![Cell::Words(name.clone())];
        cells.push(Cell::Formula(format!("=COUNTIF({keys},$A{row})"), truck_days.len() as f64, 0));
        for (column, decimals) in SUMMED {
            let formula = format!("=SUMIF({keys},$A{row},{})", range(&sheet, column, n));
            cells.push(Cell::Formula(formula, truck_days.iter().map(|it| figure(column, it)).sum(), decimals));
        }
        cells
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let last_row = first_row + rows.len().max(1) - 1;
    let mut sums = vec![Cell::Words(edition.text.plain("xlsx-sum"))];
    let decimals = [0].into_iter().chain(SUMMED.map(|(_, decimals)| decimals));
    for ((column, letter), decimals) in (1..).zip('B'..).zip(decimals) {
        let value = rows.iter().map(|cells| if let Cell::Formula(_, value, _) = &cells[column] { *value } else { 0.0 }).sum();
        sums.push(Cell::Formula(format!("=SUM({letter}{first_row}:{letter}{last_row})"), value, decimals));
    }
    let keys = [
        (heading, 10.0),
        ("xlsx-truck-days", 10.0),
        ("xlsx-trips", 10.0),
        ("xlsx-stops", 10.0),
        ("xlsx-unloads", 10.0),
        ("xlsx-tonnes", 12.0),
        ("xlsx-km", 12.0),
        ("xlsx-hours", 12.0),
    ];
    Part { columns: columns(keys, edition), rows, sums: Some(sums) }
}

fn figure(column: char, truck_day: &TruckDay) -> f64 {
    let figures = &truck_day.figures;
    match column {
        'F' => figures.trips as f64,
        'G' => figures.stops as f64,
        'H' => routes::unloads(truck_day) as f64,
        'I' => figures.kg.tonnes(),
        'L' => figures.metres.kilometres(),
        _ => figures.working.hours(),
    }
}
