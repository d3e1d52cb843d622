//! The workbook and its sheets.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::sheet::{Sheet, Style};
use super::{communes, points, routes, rows, summary};
use crate::export::formats::{Edition, ExportError, ExportFile, FileFormat};

/// Office Open XML, one workbook.
///
/// Sums are formulas over the sheet of single rows, with their values beside them: a reader that doesn't calculate sees the same numbers.
pub struct Xlsx;

impl FileFormat for Xlsx {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        let name = format!("{}.xlsx", edition.file_names().week);
        match workbook(edition) {
            Ok(bytes) => Ok(vec![ExportFile { name, bytes }]),
            Err(error) => Err(ExportError { file: name, reason: error.to_string() }),
        }
    }
}

fn workbook(edition: &Edition) -> Result<Vec<u8>, XlsxError> {
    let itinerary = edition.itinerary;
    let mut workbook = Workbook::new();
    let title = edition.text.say("xlsx-title", &[("district", itinerary.district.as_str().into())]);
    // A time of the clock here would make every file another one.
    let properties = DocProperties::new().set_title(&title).set_creation_datetime(&ExcelDateTime::from_ymd(2024, 1, 1)?);
    workbook.set_properties(&properties.set_comment(&itinerary.identity.plan_number));
    let style = Style::new(edition.text.language());
    let all = rows::Rows::new(edition);
    for table in [
        routes::table(edition, &all),
        summary::table(edition, &all),
        communes::table(edition, &all),
        points::table(edition, &all),
        all.table(edition),
    ] {
        Sheet::new(workbook.add_worksheet(), &style, edition).fill(table)?;
    }
    workbook.save_to_buffer()
}
