//! Files for drivers, villagers, offices and other programs, each format made from one [`Edition`].
//!
//! A format is one file here and one line in [`FORMATS`]; `thugom export --format`, its help and its tests are derived from the list.

mod calendar;
mod calendar_lines;
mod csv;
mod day_maps;
mod edition;
mod file_format;
mod file_names;
mod geojson;
mod gpx;
mod kml;
#[cfg(feature = "pdf")]
mod pdf;
mod report;
mod sheets;
mod text;
#[cfg(feature = "xlsx")]
mod xlsx;
mod xml;

pub use edition::Edition;
pub use file_format::{ExportError, ExportFile, FileFormat, format_named};
pub use file_names::FileNames;

/// Every format, in the order in which help lists them.
pub const FORMATS: &[&dyn FileFormat] = &[
    #[cfg(feature = "pdf")]
    &pdf::Pdf,
    #[cfg(feature = "pdf")]
    &pdf::SheetSvg,
    &sheets::SheetHtml,
    &report::Report,
    &day_maps::DayMaps,
    #[cfg(feature = "xlsx")]
    &xlsx::Xlsx,
    &text::PlainText,
    &gpx::Gpx,
    &kml::Kml,
    &calendar::Calendar,
    &geojson::GeoJson,
    &csv::Csv,
];
