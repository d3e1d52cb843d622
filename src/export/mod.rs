//! Plan → reports, tables and files.
//!
//! An exporter gives bytes; whoever called it decides where they go, and [`write_whole`] puts them there.

mod assumed;
mod check_report;
mod comparison;
mod explain_report;
mod figures;
mod frontier;
mod graph;
mod grid;
mod indicator_rows;
mod info_report;
mod instance_report;
pub mod map;
mod need;
mod plan_report;
mod route_rows;
mod service;
#[cfg(test)]
mod trial;
mod unmet;
mod why;
mod write;

pub use assumed::{Assumed, RoadOrigin};
pub use check_report::CheckReport;
pub use comparison::{ComparedFigure, Comparison};
pub use explain_report::{ExplainReport, ExplainedChange, ExplainedPoint};
pub use figures::{Figure, figures_csv};
pub use frontier::{FrontierReport, FrontierRow};
pub use graph::{to_dot, to_graphml};
pub use grid::{Cell, Column, Grid};
pub use indicator_rows::{CommuneRow, IndicatorValue};
pub use info_report::InfoReport;
pub use instance_report::{InstanceReport, InstanceRoute};
pub use need::{FleetNeed, Pressure, Visits};
pub use plan_report::PlanReport;
pub use route_rows::RouteRow;
pub use service::{BoundReport, ServiceReport};
pub use unmet::Unmet;
pub use why::Why;
pub use write::{WriteError, write_whole};
