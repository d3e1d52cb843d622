//! The week in one web page that needs no network: figures, a map that can be asked, who does what when, tables.

mod gantt;
mod page;
mod tables;

pub use page::week_report;
pub(in crate::export) use tables::grid_table;
