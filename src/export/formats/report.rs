//! The week in one web page.

use super::day_maps::maps;
use super::{Edition, ExportError, ExportFile, FileFormat};
use crate::export::week_report::week_report;

/// A report that needs no network; of the whole week, whatever is asked for of it is shown on its map and charts.
pub struct Report;

impl FileFormat for Report {
    fn name(&self) -> &'static str {
        "report"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        let name = format!("{}.html", edition.text.plain("export-file-report"));
        Ok(vec![ExportFile { name, bytes: week_report(edition, maps(edition)).into_bytes() }])
    }
}
