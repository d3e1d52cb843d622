//! One type per file: a row as people write it, in the units of its column names.

use geo::{Coord, MultiPolygon};
use jiff::civil::Date;

use crate::units::Seconds;

/// A commune or town (`communes.geojson`).
#[derive(Clone, Debug, PartialEq)]
pub struct CommuneRow {
    /// Official code.
    pub code: String,
    /// Name without its kind.
    pub name: String,
    /// Whether it is a town (`thị trấn`); otherwise a rural commune (`xã`).
    pub town: bool,
    /// Inhabitants.
    pub population: i64,
    /// Area in km².
    pub area_km2: f64,
    /// Name of the commune it is part of since 1 July 2025.
    pub commune_2025: String,
    /// Outline, longitude first.
    pub outline: MultiPolygon<f64>,
    /// Where its name is written on maps.
    pub label: Coord<f64>,
}

/// A collection point (`points.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct PointRow {
    /// Unique id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Code of its commune.
    pub commune_code: String,
    /// Kind: `hamlet`, `street`, `market`, `school`, `office`, `transfer` or `other`.
    pub kind: String,
    /// Position, longitude first.
    pub position: Coord<f64>,
    /// People whose waste is brought here.
    pub people_served: i64,
    /// Waste of an ordinary day.
    pub kg_per_day: f64,
    /// What each day, Monday first, has of an ordinary day; market days of the calendar come on top.
    pub weekday_factor: [f64; 7],
    /// Number of containers.
    pub containers: i64,
    /// Volume of one container.
    pub container_litres: i64,
    /// Longest wait between two visits, in days.
    pub max_days_between: usize,
    /// Clear width at the point, where it is narrower than the road.
    pub access_width_m: Option<f64>,
    /// Visits a week today.
    pub current_visits_per_week: usize,
    /// Minutes of every stop.
    pub service_min_fixed: f64,
    /// Minutes for each tonne on top.
    pub service_min_per_t: f64,
    /// Fewest visits a week; blank: what wait and containers need.
    pub visits_min: Option<usize>,
    /// Most visits a week.
    pub visits_max: usize,
    /// Days on which it may be visited, as bits, Monday = bit 0.
    pub days_allowed: u32,
    /// Exactly these days, if not empty.
    pub days_fixed: Option<u32>,
    /// Earliest start of service.
    pub window_from: Option<Seconds>,
    /// Latest start of service.
    pub window_to: Option<Seconds>,
    /// What stands there: `bins`, `cart`, `pile` or `kerbside`.
    pub stop_kind: String,
    /// Where the figures come from.
    pub provenance: String,
}

/// Whether a truck belongs to today's fleet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TruckStatus {
    /// In service today.
    Existing,
    /// Newly bought.
    New,
}

/// A truck with its crew (`trucks.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct TruckRow {
    /// Unique id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Registration plate.
    pub plate: String,
    /// Whether it belongs to today's fleet.
    pub status: TruckStatus,
    /// Volume of the body.
    pub body_volume_m3: f64,
    /// Largest payload.
    pub payload_kg: i64,
    /// Gross weight, for weight limits of roads.
    pub gross_weight_kg: i64,
    /// Narrowest lane it passes.
    pub min_lane_width_m: f64,
    /// Top speed; blank: as the road.
    pub max_speed_kmh: Option<f64>,
    /// Driver and helpers.
    pub crew: i64,
    /// Id of its depot.
    pub depot: String,
    /// Earliest start of preparation.
    pub shift_start: Seconds,
    /// Latest return.
    pub shift_end: Seconds,
    /// Longest working time of a day.
    pub max_work_hours: f64,
    /// Length of the break.
    pub break_min: f64,
    /// The break begins at most so long after leaving the depot.
    pub break_after_hours_max: f64,
    /// Fuel.
    pub fuel_l_per_100km: f64,
    /// Tyres, oil, repairs.
    pub other_vnd_per_km: i64,
    /// Pay of the whole crew.
    pub crew_cost_per_hour_vnd: i64,
    /// Depreciation, insurance, inspection for each day of use.
    pub fixed_cost_per_day_vnd: i64,
    /// Days on which it may be used, as bits, Monday = bit 0.
    pub available_days: u32,
    /// Where the figures come from.
    pub provenance: String,
}

/// Opening hours, the same on each open day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpeningHours {
    /// Open days, as bits, Monday = bit 0.
    pub days: u32,
    /// Opens.
    pub from: Seconds,
    /// Closes.
    pub to: Seconds,
}

/// Where trucks start and end (`depots.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct DepotRow {
    /// Unique id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Position, longitude first.
    pub position: Coord<f64>,
    /// When trucks may leave and return.
    pub open: OpeningHours,
    /// Where the figures come from.
    pub provenance: String,
}

/// What a facility does with the waste.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FacilityKind {
    /// Burns it.
    Incinerator,
    /// Buries it.
    Landfill,
}

/// Where trucks unload (`facilities.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct FacilityRow {
    /// Unique id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it does with the waste.
    pub kind: FacilityKind,
    /// Position, longitude first.
    pub position: Coord<f64>,
    /// When trucks may unload.
    pub open: OpeningHours,
    /// Most tonnes a day; blank: no limit.
    pub accept_max_t_per_day: Option<f64>,
    /// What the furnace burns in an hour; only for an incinerator.
    pub burn_kg_per_hour: Option<f64>,
    /// Hours it burns on each of its days, from 00:00; only for an incinerator.
    pub burn_hours_per_day: Option<f64>,
    /// Days on which it burns, bit 0 = Monday; all where none are given; only for an incinerator.
    pub burn_days: Option<u32>,
    /// Most tonnes in the yard; only for an incinerator.
    pub yard_capacity_t: Option<f64>,
    /// Trucks that unload at the same time.
    pub bays: usize,
    /// Minutes of every unload.
    pub unload_min_fixed: f64,
    /// Minutes for each tonne on top.
    pub unload_min_per_t: f64,
    /// Price of a tonne.
    pub tipping_cost_vnd_per_t: i64,
    /// 1 = first choice.
    pub priority: i64,
    /// Whether it is approved: otherwise what it takes is never counted as treated.
    pub approved: bool,
    /// Where the figures come from.
    pub provenance: String,
}

/// Whom a row of the calendar concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole district.
    All,
    /// A commune, by code.
    Commune(String),
    /// A collection point, by id.
    Point(String),
}

/// What service runs on a day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceLevel {
    /// As every week.
    Normal,
    /// Towns and markets only.
    Reduced,
    /// None.
    None,
}

/// A row of `calendar.csv`: a market day of every week, or a dated holiday, festival or season.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarRow {
    /// Unique id.
    pub id: String,
    /// `market`, `holiday`, `festival` or `season`.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Whom it concerns.
    pub scope: Scope,
    /// First and last day, of a dated row.
    pub dates: Option<(Date, Date)>,
    /// Weekdays of an undated row, 0 = Monday, each with its factor of the day's waste.
    pub weekdays: Vec<(usize, f64)>,
    /// Factor of the waste on its dates; 1 for an undated row.
    pub kg_factor: f64,
    /// What service runs.
    pub service: ServiceLevel,
    /// How sure it is.
    pub certainty: String,
}
