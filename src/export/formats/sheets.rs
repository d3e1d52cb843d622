//! Which sheets an edition has, what their files are called, and the sheets as pages for phones.

use super::{Edition, ExportError, ExportFile, FileFormat};
use crate::export::sheet::{Sheet, sheet_html};

/// A page of each truck-day's sheet.
pub struct SheetHtml;

impl FileFormat for SheetHtml {
    fn name(&self) -> &'static str {
        "html"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        let files = truck_day_sheets(edition, "html").into_iter();
        Ok(files.map(|(name, sheet)| ExportFile { name, bytes: sheet_html(&sheet).into_bytes() }).collect())
    }
}

/// The sheets of an edition, by day and then in the order of the trucks. Where one truck is asked for, its days without work have a sheet
/// that says so; none where only a commune is.
#[cfg(feature = "pdf")]
pub(super) fn sheets(edition: &Edition) -> Vec<Sheet> {
    let selection = edition.selection;
    if !selection.has_trucks() {
        return Vec::new();
    }
    let mut sheets = Vec::new();
    for day in edition.itinerary.days.iter().filter(|day| selection.day.is_none_or(|chosen| chosen == day.day)) {
        let working: Vec<Sheet> = day.truck_days.iter().filter(|one| selection.holds(one)).map(|one| Sheet::new(edition, one)).collect();
        match selection.truck {
            Some(truck) if working.is_empty() => sheets.push(Sheet::idle(edition, truck, day.day)),
            _ => sheets.extend(working),
        }
    }
    sheets
}

/// Each truck-day's sheet with the name of its file.
pub(super) fn truck_day_sheets(edition: &Edition, ending: &str) -> Vec<(String, Sheet)> {
    if !edition.selection.has_trucks() {
        return Vec::new();
    }
    let (names, word) = (edition.file_names(), edition.text.plain("export-file-sheet"));
    let named = edition.truck_days().map(|one| (format!("{word}-{}.{ending}", names.truck_day(one)), Sheet::new(edition, one)));
    named.collect()
}

/// What the file of all sheets is called: by truck and day where these are chosen.
#[cfg(feature = "pdf")]
pub(super) fn sheets_name(edition: &Edition) -> String {
    let names = edition.file_names();
    let truck = edition.selection.truck.map(|truck| names.truck(truck));
    let day = edition.selection.day.map(|day| names.day(day));
    let parts = [Some(edition.text.plain("export-file-sheets")), truck, day];
    parts.into_iter().flatten().collect::<Vec<_>>().join("-")
}
