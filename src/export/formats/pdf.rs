//! Drivers' sheets on A4 pages.

use super::sheets::{sheets, sheets_name, truck_day_sheets};
use super::{Edition, ExportError, ExportFile, FileFormat};
use crate::export::sheet::{sheet_svg, sheets_pdf};

/// One PDF with the sheets of all truck-days that are asked for, by day and then in the order of the trucks.
pub struct Pdf;

/// A drawing of each truck-day's sheet, its pages one below the other.
pub struct SheetSvg;

impl FileFormat for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        let sheets = sheets(edition);
        if sheets.is_empty() {
            return Ok(Vec::new());
        }
        let name = format!("{}.pdf", sheets_name(edition));
        let title = format!("{} · {}", edition.itinerary.district, sheets[0].title);
        let bytes = sheets_pdf(&sheets, &title).map_err(|error| ExportError { file: name.clone(), reason: error.to_string() })?;
        Ok(vec![ExportFile { name, bytes }])
    }
}

impl FileFormat for SheetSvg {
    fn name(&self) -> &'static str {
        "svg"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        let files = truck_day_sheets(edition, "svg").into_iter().map(|(name, sheet)| {
            let drawing = sheet_svg(&sheet).map_err(|error| ExportError { file: name.clone(), reason: error.to_string() })?;
            Ok(ExportFile { name, bytes: drawing.into_bytes() })
        });
        files.collect()
    }
}
