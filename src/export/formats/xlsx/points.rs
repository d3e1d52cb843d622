//! A row for each collection point, with the hour at which it is emptied on each day.

use super::communes;
use super::rows::Rows;
use super::sheet::{Cell, Column, FIRST_ROW, Part, Table, columns, shown_sum};
use crate::export::formats::Edition;
use crate::export::itinerary::{PointWeek, Visit};
use crate::text::weekday_short;

/// The column of the commune.
pub(super) const COMMUNE: char = 'C';
/// Columns before those of the days.
const BEFORE_DAYS: usize = 5;

/// The name of the sheet.
pub(super) fn name(edition: &Edition) -> String {
    edition.text.plain("xlsx-sheet-points")
}

pub(super) fn table(edition: &Edition, all: &Rows) -> Table {
    let n_days = edition.itinerary.days.len();
    let points = chosen(edition);
    let rows: Vec<Vec<Cell>> = points.iter().zip(FIRST_ROW..).map(|(point, row)| cells(point, row, edition, all)).collect();
    let days = (0..n_days).map(|day| Column { heading: weekday_short(day, edition.text.language()), width: 7.0 });
    let mut all_columns = columns(
        [("xlsx-point-id", 8.0), ("xlsx-point", 30.0), ("xlsx-commune", 16.0), ("xlsx-people", 9.0), ("xlsx-containers", 8.0)],
        edition,
    );
    all_columns.extend(days);
    all_columns.extend(columns(
        [("xlsx-visits", 9.0), ("xlsx-visits-least", 9.0), ("xlsx-longest-gap", 9.0), ("xlsx-kg-week", 10.0), ("xlsx-requirement", 11.0)],
        edition,
    ));
    let n = rows.len();
    let people: i64 = points.iter().map(|point| point.people).sum();
    let containers: i64 = points.iter().map(|point| point.containers).sum();
    let visits = || points.iter().flat_map(|point| visits(point, edition));
    let kg: i64 = visits().map(|visit| visit.kg.0).sum();
    let mut sums = vec![Cell::Blank; all_columns.len()];
    sums[0] = Cell::Words(edition.text.plain("xlsx-sum"));
    sums[3] = Cell::Formula(shown_sum('D', n), people as f64, 0);
    sums[4] = Cell::Formula(shown_sum('E', n), containers as f64, 0);
    for day in 0..n_days {
        let column = letter(BEFORE_DAYS + day);
        let count = visits().filter(|visit| visit.day == day).count() as f64;
        let last = FIRST_ROW + n.max(1) - 1;
        sums[BEFORE_DAYS + day] = Cell::Formula(format!("=SUBTOTAL(102,{column}{FIRST_ROW}:{column}{last})"), count, 0);
    }
    let after = BEFORE_DAYS + n_days;
    sums[after] = Cell::Formula(shown_sum(letter(after), n), visits().count() as f64, 0);
    sums[after + 3] = Cell::Formula(shown_sum(letter(after + 3), n), kg as f64, 0);
    let part = Part { columns: all_columns, rows, sums: Some(sums) };
    Table { name: name(edition), parts: vec![part], frozen_columns: 2, filter: true }
}

/// The points of the chosen communes, in the order of the file.
pub(super) fn chosen<'e>(edition: &Edition<'e>) -> Vec<&'e PointWeek> {
    let communes = communes::chosen(edition);
    edition.itinerary.points.iter().filter(|point| communes.contains(&point.commune)).collect()
}

/// Its visits by the chosen truck on the chosen day.
fn visits<'p>(point: &'p PointWeek, edition: &Edition) -> Vec<&'p Visit> {
    let selection = edition.selection;
    let chosen =
        |visit: &&Visit| selection.truck.is_none_or(|truck| truck == visit.truck) && selection.day.is_none_or(|day| day == visit.day);
    point.visits.iter().filter(chosen).collect()
}

fn cells(point: &PointWeek, row: usize, edition: &Edition, all: &Rows) -> Vec<Cell> {
    let n_days = edition.itinerary.days.len();
    let visits = visits(point, edition);
    let mut cells = vec![
        Cell::Words(point.id.clone()),
        Cell::Words(point.name.clone()),
        Cell::Words(edition.itinerary.communes[point.commune].name.clone()),
        Cell::Number(point.people as f64, 0),
        Cell::Number(point.containers as f64, 0),
    ];
    cells.extend((0..n_days).map(|day| visits.iter().find(|visit| visit.day == day).map_or(Cell::Blank, |visit| Cell::Time(visit.arrive))));
    let (first, last) = (letter(BEFORE_DAYS), letter(BEFORE_DAYS + n_days.max(1) - 1));
    let kg: i64 = visits.iter().map(|visit| visit.kg.0).sum();
    let met = if point.short { "xlsx-missed" } else { "xlsx-met" };
    cells.extend([
        Cell::Formula(format!("=COUNT({first}{row}:{last}{row})"), visits.len() as f64, 0),
        Cell::Number(point.visits_least as f64, 0),
        Cell::Number(point.longest_gap as f64, 0),
        Cell::Formula(format!("=SUMIF({},$A{row},{})", all.column(Rows::POINT), all.column(Rows::KG)), kg as f64, 0),
        Cell::Words(edition.text.plain(met)),
    ]);
    cells
}

/// The letter of a column below Z; weeks have 7 days.
fn letter(column: usize) -> char {
    u8::try_from(column).ok().and_then(|column| char::from_u32(u32::from(b'A') + u32::from(column))).unwrap_or('Z')
}
