//! The input files of a project, exactly as people write them: raw rows with the places they stand at.
//!
//! A row is checked by itself and against the other files here; what needs roads or travel times is checked when the
//! [`crate::model`] is built. Reading stops at no fault: all of them are found in one pass.

mod check;
mod columns;
mod plan_file;
mod read;
mod rows;
mod waste;

pub use columns::point as read_point;
pub use plan_file::{
    BreakEntry, ChoicesEntry, DayEntry, IterationsPlanned, ObjectiveEntry, PlanFile, RouteEntry, RunEntry, StopEntry, TripEntry,
    UnloadEntry,
};
pub use rows::{
    CalendarRow, CommuneRow, DepotRow, FacilityKind, FacilityRow, OpeningHours, PointRow, Scope, ServiceLevel, TruckRow, TruckStatus,
};
pub use waste::{container_kg, factors_of_week, grams_of_week, load_grams, load_kg, trip_kg};

use crate::roads::RoadLine;
use crate::settings::Settings;
use crate::table::Located;

/// Facilities at most, of a district or a classic instance: the search knows them by one byte.
pub const MOST_FACILITIES: usize = 250;

/// All files of a project, read and checked.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// `project.toml`.
    pub settings: Settings,
    /// `communes.geojson`.
    pub communes: Vec<Located<CommuneRow>>,
    /// `points.csv`.
    pub points: Vec<Located<PointRow>>,
    /// `trucks.csv`.
    pub trucks: Vec<Located<TruckRow>>,
    /// `depots.csv`.
    pub depots: Vec<Located<DepotRow>>,
    /// `facilities.csv`.
    pub facilities: Vec<Located<FacilityRow>>,
    /// `calendar.csv`.
    pub calendar: Vec<Located<CalendarRow>>,
    /// `roads.geojson`.
    pub roads: Vec<Located<RoadLine>>,
    /// SHA-256 of all files, as hexadecimal: a plan records which input it was made for.
    pub fingerprint: String,
}
