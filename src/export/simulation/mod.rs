//! `thugom simulate`: what random weeks say about a plan, for screens, programs, spreadsheets, and as charts.

mod charts;
mod figures;
mod panel;
mod report;
mod screen;

pub use charts::charts;
pub use report::{Against, SimulationReport};
