//! Plan → reports, tables and files.
//!
//! An exporter gives bytes; whoever called it decides where they go, and [`write_whole`] puts them there.

mod assumed;
mod figures;
mod graph;
mod grid;
mod info_report;
pub mod map;
mod need;
mod today;
mod why;
mod write;

pub use assumed::{Assumed, RoadOrigin};
pub use figures::{Figure, figures_csv};
pub use graph::{to_dot, to_graphml};
pub use grid::{Cell, Column, Grid};
pub use info_report::InfoReport;
pub use need::{FleetNeed, Pressure, Visits};
pub use today::Today;
pub use why::Why;
pub use write::{WriteError, write_whole};
