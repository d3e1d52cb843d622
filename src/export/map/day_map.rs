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
    /// The lines drawn on the roads: a route for each truck, or a trip each of one truck.
    pub routes: Vec<MapRoute>,
    /// Where the lines run.
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

/// What a line on the map stands for: it decides colour, dash and shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The day of the truck with this index: the same on the map of every day.
    Truck(usize),
    /// A trip of one truck, counted from 0: the first is solid, the second dashed, the third dotted.
    Trip(usize),
}

/// A line on the map with its stops: a truck's day, or one of its trips.
#[derive(Clone, Debug, PartialEq)]
pub struct MapRoute {
    /// What it is.
    pub look: Look,
    /// Id of the truck.
    pub truck: String,
    /// Name of the truck.
    pub name: String,
    /// Its stops, in driving order.
    pub stops: Vec<MapStop>,
    /// Number of trips.
    pub trips: usize,
    /// What it collects.
    pub load: Kilograms,
    /// How far it drives.
    pub distance: Metres,
}

/// A stop on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapStop {
    /// Where.
    pub position: Coord<f64>,
    /// Its number on the truck's day, from 1.
    pub number: usize,
    /// What is told of it where the map can be asked; empty elsewhere.
    pub note: String,
}

/// A stretch of road that the same lines use.
#[derive(Clone, Debug, PartialEq)]
pub struct Strand {
    /// Its course, in no particular direction.
    pub course: LineString<f64>,
    /// Indices of the routes, in order.
    pub routes: Vec<usize>,
}
