//! The plan as a workbook: by day and truck, summed up, by commune, by point, and row by row.

mod communes;
mod points;
mod routes;
mod rows;
mod sheet;
mod summary;
mod workbook;

pub(super) use workbook::Xlsx;
