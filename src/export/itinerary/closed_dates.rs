//! Dates on which the calendar stops what a week otherwise repeats.

use jiff::civil::Date;

use crate::dataset::{Dataset, ServiceLevel};
use crate::model::stops_service;

/// A date without service at a point.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClosedDate {
    /// The date.
    pub date: Date,
    /// Name of the holiday.
    pub name: String,
}

/// All dates of `calendar.csv` on which the point of that index is not served, in order, each once.
pub fn closed_dates(dataset: &Dataset, point: usize) -> Vec<ClosedDate> {
    let mut closed: Vec<ClosedDate> = Vec::new();
    let rows = dataset.calendar.iter().map(|row| &row.value).filter(|row| row.service != ServiceLevel::Normal);
    for row in rows.filter(|row| stops_service(dataset, row, point)) {
        let Some((first, last)) = row.dates else { continue };
        let dates = first.series(jiff::Span::new().days(1)).take_while(|date| *date <= last);
        closed.extend(dates.map(|date| ClosedDate { date, name: row.name.clone() }));
    }
    closed.sort();
    closed.dedup_by_key(|closed| closed.date);
    closed
}
