//! A row for each truck's day.

use super::rows::Rows;
use super::sheet::{Cell, FIRST_ROW, Part, Table, columns, shown_sum};
use crate::export::formats::Edition;
use crate::export::itinerary::TruckDay;
use crate::text::weekday_short;

/// The name of the sheet.
pub(super) fn name(edition: &Edition) -> String {
    edition.text.plain("xlsx-sheet-routes")
}

pub(super) fn table(edition: &Edition, all: &Rows) -> Table {
    let truck_days: Vec<&TruckDay> = edition.truck_days().collect();
    let rows = truck_days.iter().enumerate().map(|(i, truck_day)| row(truck_day, FIRST_ROW + i, edition, all)).collect();
    let n = truck_days.len();
    let sum = |column: char, figure: fn(&TruckDay) -> f64, decimals: usize| {
        Cell::Formula(shown_sum(column, n), truck_days.iter().map(|truck_day| figure(truck_day)).sum(), decimals)
    };
    let sums = vec![
        Cell::Words(edition.text.plain("xlsx-sum")),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        sum('F', |it| it.figures.trips as f64, 0),
        sum('G', |it| it.figures.stops as f64, 0),
        sum('H', |it| unloads(it) as f64, 0),
        sum('I', |it| it.figures.kg.tonnes(), 1),
        sum('J', |it| it.figures.payload.tonnes(), 1),
        Cell::Blank,
        sum('L', |it| it.figures.metres.kilometres(), 1),
        sum('M', |it| it.figures.working.hours(), 1),
        Cell::Blank,
    ];
    let keys = [
        ("xlsx-day", 6.0),
        ("xlsx-date", 11.0),
        ("xlsx-truck", 8.0),
        ("xlsx-leaves", 9.0),
        ("xlsx-returns", 9.0),
        ("xlsx-trips", 8.0),
        ("xlsx-stops", 8.0),
        ("xlsx-unloads", 8.0),
        ("xlsx-tonnes", 9.0),
        ("xlsx-payload", 10.0),
        ("xlsx-load-factor", 9.0),
        ("xlsx-km", 9.0),
        ("xlsx-hours", 9.0),
        ("xlsx-check-code", 12.0),
    ];
    let part = Part { columns: columns(keys, edition), rows, sums: Some(sums) };
    Table { name: name(edition), parts: vec![part], frozen_columns: 3, filter: true }
}

pub(super) fn unloads(truck_day: &TruckDay) -> usize {
    truck_day.figures.unloads.iter().map(|(number, _)| number).sum()
}

fn row(truck_day: &TruckDay, row: usize, edition: &Edition, all: &Rows) -> Vec<Cell> {
    let figures = &truck_day.figures;
    let truck = &edition.itinerary.trucks[truck_day.truck];
    let of_this = |column| format!("{},{},$A{row},{},$C{row}", all.column(column), all.column(Rows::DAY), all.column(Rows::TRUCK));
    let stops = format!(
        "=COUNTIFS({},$A{row},{},$C{row},{},\"{}\")",
        all.column(Rows::DAY),
        all.column(Rows::TRUCK),
        all.column(Rows::WHAT),
        edition.text.plain("xlsx-what-stop")
    );
    vec![
        Cell::Words(weekday_short(truck_day.day, edition.text.language())),
        truck_day.date.map_or(Cell::Blank, Cell::Day),
        Cell::Words(truck.id.clone()),
        Cell::Time(truck_day.start),
        Cell::Time(truck_day.end),
        Cell::Number(figures.trips as f64, 0),
        Cell::Formula(stops, figures.stops as f64, 0),
        Cell::Number(unloads(truck_day) as f64, 0),
        Cell::Formula(format!("=SUMIFS({})/1000", of_this(Rows::KG)), figures.kg.tonnes(), 1),
        Cell::Number(figures.payload.tonnes(), 1),
        figures.load_factor().map_or(Cell::Blank, |share| Cell::ShareFormula(format!("=I{row}/J{row}"), share)),
        Cell::Formula(format!("=SUMIFS({})", of_this(Rows::KM)), figures.metres.kilometres(), 1),
        Cell::Number(figures.working.hours(), 2),
        Cell::Words(truck_day.check_code.clone()),
    ]
}
