//! What a day's map shows, without a word of how it is drawn.

use geo::{Coord, LineString, MultiPolygon};
use jiff::civil::Date;

use crate::dataset::CommuneRow;
use crate::roads::{Provenance, ProvenanceLengths, RoadClass};
use crate::units::{Kilograms, Metres};

/// One day's routes on the roads. Positions are longitude and latitude.
#[derive(Clone, Debug, PartialEq)]
pub struct DayMap {
    /// Name of the district.
    pub district: String,
    /// The day, 0 = Monday.
    pub day: usize,
    /// Its date, in a dated week.
    pub date: Option<Date>,
    /// Communes and towns.
    pub communes: Vec<MapCommune>,
    /// All roads.
    pub roads: Vec<MapRoad>,
    /// How much of the roads is measured, drawn, invented.
    pub provenance: ProvenanceLengths,
    /// Depots and facilities.
    pub places: Vec<MapPlace>,
    /// Points that no truck visits on this day.
    pub other_points: Vec<Coord<f64>>,
    /// The routes, in the order of the trucks.
    pub routes: Vec<MapRoute>,
    /// Where the routes run.
    pub strands: Vec<Strand>,
    /// Lines of small print: whose the outlines and roads are.
    pub credits: Vec<String>,
}

/// A commune or town.
#[derive(Clone, Debug, PartialEq)]
pub struct MapCommune {
    /// Name.
    pub name: String,
    /// Outline.
    pub outline: MultiPolygon<f64>,
    /// Where its name is best written.
    pub label: Coord<f64>,
}

impl From<&CommuneRow> for MapCommune {
    fn from(row: &CommuneRow) -> Self {
        Self { name: row.name.clone(), outline: row.outline.clone(), label: row.label }
    }
}

/// A road.
#[derive(Clone, Debug, PartialEq)]
pub struct MapRoad {
    /// Class.
    pub class: RoadClass,
    /// How the line came about.
    pub provenance: Provenance,
    /// Course.
    pub course: LineString<f64>,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A depot.
    Depot,
    /// An incinerator.
    Incinerator,
    /// A landfill.
    Landfill,
}

/// A depot or facility.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPlace {
    /// What it is.
    pub kind: PlaceKind,
    /// Name.
    pub name: String,
    /// Position.
    pub position: Coord<f64>,
}

/// A truck's day.
#[derive(Clone, Debug, PartialEq)]
pub struct MapRoute {
    /// Index of the truck: it has the same colour, dash and shape on the map of every day.
    pub truck_index: usize,
    /// Id of the truck.
    pub truck: String,
    /// Name of the truck.
    pub name: String,
    /// Positions of its stops, in driving order.
    pub stops: Vec<Coord<f64>>,
    /// Number of trips.
    pub trips: usize,
    /// What it collects.
    pub load: Kilograms,
    /// How far it drives.
    pub distance: Metres,
}

/// A stretch of road that the same routes use.
#[derive(Clone, Debug, PartialEq)]
pub struct Strand {
    /// Its course, in no particular direction.
    pub course: LineString<f64>,
    /// Indices of the routes, in order.
    pub routes: Vec<usize>,
}
