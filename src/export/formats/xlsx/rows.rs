//! Every stop, unload, break and return, in order: what all sums of the workbook are taken from.

use super::sheet::{Cell, Part, Table, columns, range, shown_sum};
use crate::export::formats::Edition;
use crate::export::itinerary::{Row, TruckDay, directions};
use crate::text::weekday_short;

/// The sheet of rows, and where its columns are.
pub(super) struct Rows {
    pub sheet: String,
    rows: Vec<Vec<Cell>>,
    kg: i64,
    kg_unloaded: i64,
    metres: i64,
}

impl Rows {
    pub const DAY: char = 'A';
    pub const TRUCK: char = 'C';
    pub const WHAT: char = 'F';
    pub const POINT: char = 'J';
    pub const COMMUNE: char = 'L';
    pub const KG: char = 'M';
    pub const KM: char = 'P';

    pub fn new(edition: &Edition) -> Self {
        let truck_days: Vec<&TruckDay> = edition.truck_days().collect();
        Self {
            sheet: edition.text.plain("xlsx-sheet-rows"),
            rows: truck_days.iter().flat_map(|truck_day| rows_of(truck_day, edition)).collect(),
            kg: truck_days.iter().map(|truck_day| truck_day.figures.kg.0).sum(),
            kg_unloaded: truck_days.iter().flat_map(|truck_day| truck_day.unloads()).map(|unload| unload.kg.0).sum(),
            metres: truck_days.iter().map(|truck_day| truck_day.figures.metres.0).sum(),
        }
    }

    /// One of its columns, for formulas on other sheets.
    pub fn column(&self, column: char) -> String {
        range(&self.sheet, column, self.rows.len())
    }

    pub fn table(self, edition: &Edition) -> Table {
        let n = self.rows.len();
        let mut sums = vec![Cell::Blank; 18];
        sums[0] = Cell::Words(edition.text.plain("xlsx-sum"));
        sums[12] = Cell::Formula(shown_sum('M', n), self.kg as f64, 0);
        sums[13] = Cell::Formula(shown_sum('N', n), self.kg_unloaded as f64, 0);
        sums[15] = Cell::Formula(shown_sum('P', n), self.metres as f64 / 1000.0, 1);
        let keys = [
            ("xlsx-day", 6.0),
            ("xlsx-date", 11.0),
            ("xlsx-truck", 7.0),
            ("xlsx-trip", 8.0),
            ("xlsx-number", 6.0),
            ("xlsx-what", 10.0),
            ("xlsx-arrive", 8.0),
            ("xlsx-start", 8.0),
            ("xlsx-end", 8.0),
            ("xlsx-point-id", 8.0),
            ("xlsx-point", 26.0),
            ("xlsx-commune", 16.0),
            ("xlsx-kg", 9.0),
            ("xlsx-kg-unloaded", 9.0),
            ("xlsx-kg-on-board", 9.0),
            ("xlsx-km", 8.0),
            ("xlsx-containers", 8.0),
            ("xlsx-way", 64.0),
        ];
        let part = Part { columns: columns(keys, edition), rows: self.rows, sums: Some(sums) };
        Table { name: self.sheet, parts: vec![part], frozen_columns: 3, filter: true }
    }
}

fn rows_of(truck_day: &TruckDay, edition: &Edition) -> Vec<Vec<Cell>> {
    let mut trip = 1;
    let truck = &edition.itinerary.trucks[truck_day.truck];
    let kilometres = |metres: crate::units::Metres| Cell::Number(metres.0 as f64 / 1000.0, 1);
    let number = |number: i64| Cell::Number(number as f64, 0);
    let what = |key: &str| Cell::Words(edition.text.plain(key));
    let mut rows = Vec::new();
    for row in truck_day.rows() {
        let mut cells = vec![Cell::Blank; 18];
        cells[0] = Cell::Words(weekday_short(truck_day.day, edition.text.language()));
        cells[1] = truck_day.date.map_or(Cell::Blank, Cell::Day);
        cells[2] = Cell::Words(truck.id.clone());
        cells[3] = Cell::Number(f64::from(trip), 0);
        match row {
            Row::Stop(stop) => {
                [cells[4], cells[5]] = [Cell::Number(stop.number as f64, 0), what("xlsx-what-stop")];
                [cells[6], cells[7], cells[8]] = [stop.arrive, stop.start, stop.end].map(Cell::Time);
                [cells[9], cells[10], cells[11]] = [&stop.id, &stop.name, &stop.commune_name].map(|words| Cell::Words(words.clone()));
                [cells[12], cells[14], cells[16]] = [stop.kg.0, stop.on_board.0, stop.containers].map(number);
                [cells[15], cells[17]] = [kilometres(stop.leg.metres), Cell::Lines(directions(&stop.leg, edition.text))];
            }
            Row::Unload(unload) => {
                [cells[4], cells[5]] = [Cell::Number(unload.number as f64, 0), what("xlsx-what-unload")];
                [cells[6], cells[7], cells[8]] = [unload.arrive, unload.start, unload.end].map(Cell::Time);
                cells[10] = Cell::Words(unload.place.name.clone());
                [cells[13], cells[14]] = [unload.kg.0, 0].map(number);
                [cells[15], cells[17]] = [kilometres(unload.leg.metres), Cell::Lines(directions(&unload.leg, edition.text))];
                trip += 1;
            }
            Row::Break(pause) => {
                cells[5] = what("xlsx-what-break");
                [cells[7], cells[8]] = [pause.start, pause.end].map(Cell::Time);
            }
            Row::Home(leg, end) => {
                [cells[3], cells[5], cells[6]] = [Cell::Blank, what("xlsx-what-home"), Cell::Time(end)];
                cells[10] = Cell::Words(truck_day.depot.name.clone());
                [cells[15], cells[17]] = [kilometres(leg.metres), Cell::Lines(directions(leg, edition.text))];
            }
        }
        rows.push(cells);
    }
    rows
}
