//! A week as it is handed out.

use geo::Coord;
use jiff::civil::Date;

use super::{Identity, Selection, TruckDay};
use crate::kpi::Figures;
use crate::model::DaySet;
use crate::units::{Kilograms, Seconds};

/// A plan with everything that its sheets, maps and files show.
///
/// Invariants: `days` has one entry for each day of the week; the figures of a day are the sums of its truck-days, those of the week
/// the sums of its days; indices are those of the [`crate::model::Problem`].
#[derive(Clone, Debug, PartialEq)]
pub struct Itinerary {
    /// Name of the district.
    pub district: String,
    /// The Monday of the week, where it has dates.
    pub first_date: Option<Date>,
    /// Whether the plan itself was made for that week; then it holds for that week alone. Otherwise it repeats.
    pub for_one_week: bool,
    /// Which plan it is.
    pub identity: Identity,
    /// Every truck that was planned with, working or not.
    pub trucks: Vec<TruckCard>,
    /// Every commune and town.
    pub communes: Vec<CommuneCard>,
    /// Every collection point with its week.
    pub points: Vec<PointWeek>,
    /// The days, Monday first.
    pub days: Vec<Day>,
    /// Sums of the week.
    pub figures: Figures,
}

/// One day of the week.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The day, 0 = Monday.
    pub day: usize,
    /// Its date, where the week has dates.
    pub date: Option<Date>,
    /// Whether nobody works on it (a holiday of a dated week).
    pub closed: bool,
    /// The routes, in the order of the trucks; none for trucks without work.
    pub truck_days: Vec<TruckDay>,
    /// Sums of the day.
    pub figures: Figures,
}

/// A truck with its crew, as sheets name it.
#[derive(Clone, Debug, PartialEq)]
pub struct TruckCard {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Registration plate, or empty.
    pub plate: String,
    /// Driver and helpers.
    pub crew: i64,
    /// Largest payload.
    pub payload: Kilograms,
    /// Narrowest lane it passes, in metres.
    pub lane_width_m: f64,
    /// Sums of its week; all zero where it has no work.
    pub figures: Figures,
}

/// A commune or town, as sheets name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommuneCard {
    /// Official code.
    pub code: String,
    /// Name without its kind.
    pub name: String,
    /// Whether it is a town.
    pub town: bool,
    /// The commune it is part of since 1 July 2025.
    pub commune_2025: String,
}

/// A collection point and when it is emptied.
#[derive(Clone, Debug, PartialEq)]
pub struct PointWeek {
    /// Index of the point.
    pub point: usize,
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kind, as in `points.csv`.
    pub kind: String,
    /// Index of its commune.
    pub commune: usize,
    /// Position, longitude first.
    pub position: Coord<f64>,
    /// People whose waste is brought here.
    pub people: i64,
    /// Number of containers.
    pub containers: i64,
    /// Waste of the week.
    pub weekly: Kilograms,
    /// Fewest visits that it is owed.
    pub visits_least: usize,
    /// Longest wait between two visits that it is owed, in days.
    pub longest_wait: usize,
    /// Longest gap between two visits, in days; the whole week where there is none.
    pub longest_gap: usize,
    /// Whether a requirement is missed.
    pub short: bool,
    /// Its visits, by day.
    pub visits: Vec<Visit>,
}

/// A point is emptied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The day, 0 = Monday.
    pub day: usize,
    /// Index of the truck.
    pub truck: usize,
    /// Arrival.
    pub arrive: Seconds,
    /// Start of service.
    pub start: Seconds,
    /// End of service.
    pub end: Seconds,
    /// Expected.
    pub kg: Kilograms,
}

impl Itinerary {
    /// The truck-days of a selection, by day and then in the order of the trucks.
    pub fn truck_days(&self, selection: &Selection) -> impl Iterator<Item = &TruckDay> {
        self.days.iter().flat_map(|day| &day.truck_days).filter(|truck_day| selection.holds(truck_day))
    }

    /// The points of a commune, in the order of the file.
    pub fn points_of(&self, commune: usize) -> impl Iterator<Item = &PointWeek> {
        self.points.iter().filter(move |point| point.commune == commune)
    }
}

impl PointWeek {
    /// The days on which it is emptied.
    pub fn days(&self) -> DaySet {
        self.visits.iter().map(|visit| visit.day).collect()
    }
}
