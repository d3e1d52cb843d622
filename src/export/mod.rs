//! Plan → reports, tables and files.
//!
//! An exporter gives bytes; whoever called it decides where they go, and [`write_whole`] puts them there.

mod assumed;
mod check_report;
mod comparison;
mod comparison_report;
mod comparison_weeks;
mod drawing;
mod dumbbell;
mod explain_report;
mod figures;
mod fleet_report;
#[cfg(any(feature = "pdf", test))]
mod font;
pub mod formats;
mod frontier;
mod graph;
mod grid;
mod html;
mod indicator_rows;
mod info_report;
mod instance_report;
pub mod itinerary;
mod leaders_page;
pub mod map;
mod need;
mod plan_report;
mod qr;
mod replan_report;
mod route_rows;
mod service;
pub mod sheet;
pub mod simulation;
mod small_multiples;
#[cfg(test)]
mod trial;
mod unmet;
mod week_difference;
mod week_report;
mod why;
mod write;

pub use assumed::{Assumed, RoadOrigin, assumed, assumed_lines, road_origin};
pub use check_report::CheckReport;
pub use comparison::{ComparedFigure, Comparison};
pub use comparison_report::{ComparisonReport, ComparisonRow, ResampledEffects, Side, comparison_csv};
pub use comparison_weeks::{SimulatedWeeks, WeeksRow};
pub use dumbbell::{DumbbellWords, dumbbell};
pub use explain_report::{ExplainReport, ExplainedChange, ExplainedPoint};
pub use figures::{Figure, figures_csv};
pub use fleet_report::{FleetFigure, FleetReport, FleetRow};
pub use frontier::{FrontierReport, FrontierRow};
pub use graph::{to_dot, to_graphml};
pub use grid::{Cell, Column, Grid};
pub use indicator_rows::{CommuneRow, IndicatorValue};
pub use info_report::InfoReport;
pub use instance_report::{InstanceReport, InstanceRoute};
pub use leaders_page::leaders_page;
pub use need::{FleetNeed, Pressure, Visits};
pub use plan_report::PlanReport;
pub use qr::{QrSquares, qr_squares, qr_svg};
pub use replan_report::{ReplanReport, ReplanRow};
pub use route_rows::RouteRow;
pub use service::{BoundReport, ServiceReport};
pub use small_multiples::{Panel, small_multiples};
pub use unmet::Unmet;
pub use week_difference::{WeekDifference, WeekEvent};
pub use why::Why;
pub use write::{WriteError, check_writable, check_writable_folder, write_whole};
