//! Colours, dashes, signs and sizes of the map.

use super::day_map::Look;
use crate::roads::{Provenance, RoadClass};

/// Sizes of what is drawn, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sizes {
    /// Width of a route's line.
    pub line: f64,
    /// From one line to the next where several share a road.
    pub line_step: f64,
    /// Radius of a stop without a number.
    pub stop: f64,
    /// Radius of a stop with a number.
    pub number: f64,
    /// Font size of numbers below 10, and of larger ones.
    pub digits: (f64, f64),
    /// Font size of communes' names.
    pub commune_name: f64,
    /// Font size of the names of depots and facilities.
    pub place_name: f64,
    /// Font size of the scale and of the legend of a sheet's map.
    pub words: f64,
    /// Factor on the width of roads.
    pub roads: f64,
}

/// The map of a day, for a screen.
pub(super) const DAY: Sizes = Sizes {
    line: 2.6,
    line_step: 3.2,
    stop: 4.2,
    number: 8.5,
    digits: (10.5, 9.0),
    commune_name: 14.0,
    place_name: 15.0,
    words: 14.0,
    roads: 1.0,
};

/// The map on a printed sheet, a pixel to a point: nothing is written smaller than 10 points.
pub(super) const SHEET: Sizes = Sizes {
    line: 2.6,
    line_step: 3.0,
    stop: 2.6,
    number: 8.2,
    digits: (10.5, 10.0),
    commune_name: 10.0,
    place_name: 10.5,
    words: 10.0,
    roads: 0.9,
};

/// How the routes of one truck are told apart, on a screen, by colour-blind readers, and on a black-and-white print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RouteStyle {
    /// Colour of line and stops.
    pub colour: &'static str,
    /// Colour of a number on a stop.
    pub ink: &'static str,
    /// `stroke-dasharray`.
    pub dash: &'static str,
    /// Shape of its stops.
    pub shape: Shape,
}

/// The shape of a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Circle,
    Square,
    Diamond,
    Triangle,
    Pentagon,
    TriangleDown,
    Hexagon,
}

/// The palette of Okabe and Ito (2008, "Color Universal Design") without its yellow, which is too pale for lines on white.
const COLOURS: [(&str, &str); 7] = [
    ("#0072B2", "#ffffff"), // blue
    ("#D55E00", "#ffffff"), // vermilion
    ("#009E73", "#ffffff"), // bluish green
    ("#CC79A7", "#000000"), // reddish purple
    ("#E69F00", "#000000"), // orange
    ("#56B4E9", "#000000"), // sky blue
    ("#000000", "#ffffff"), // black
];

const DASHES: [&str; 6] = ["none", "9 3", "3 3", "12 3 3 3", "6 3", "14 3 3 3 3 3"];

const TRIP_DASHES: [&str; 6] = ["none", "8 4", "2.6 2.6", "11 3 2.6 3", "5 2.5", "14 3 2.6 3 2.6 3"];

const SHAPES: [Shape; 7] =
    [Shape::Circle, Shape::Square, Shape::Triangle, Shape::Diamond, Shape::Pentagon, Shape::TriangleDown, Shape::Hexagon];

/// Shapes on which a number is read well come first.
const TRIP_SHAPES: [Shape; 7] =
    [Shape::Circle, Shape::Square, Shape::Diamond, Shape::Hexagon, Shape::Pentagon, Shape::TriangleDown, Shape::Triangle];

/// The style of a line; those of trucks all differ up to 42 trucks, those of trips as long.
pub(super) fn of(look: Look) -> RouteStyle {
    let (i, dashes, shapes) = match look {
        Look::Truck(i) => (i, &DASHES, &SHAPES),
        Look::Trip(i) => (i, &TRIP_DASHES, &TRIP_SHAPES),
    };
    let (colour, ink) = COLOURS[i % COLOURS.len()];
    RouteStyle { colour, ink, dash: dashes[i % dashes.len()], shape: shapes[i % shapes.len()] }
}

impl Shape {
    /// How far below the middle a number sits best, in radii.
    pub fn number_shift(self) -> f64 {
        match self {
            Self::Triangle => 0.3,
            Self::TriangleDown => -0.3,
            _ => 0.0,
        }
    }

    /// Corners around (0, 0) at `radius`, or none for a circle. All shapes cover about the same area.
    pub fn corners(self, radius: f64) -> Option<Vec<(f64, f64)>> {
        let corners: &[(f64, f64)] = match self {
            Self::Circle => return None,
            Self::Square => &[(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)],
            Self::Diamond => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
            Self::Triangle => &[(0.0, -1.5), (1.4, 0.95), (-1.4, 0.95)],
            Self::TriangleDown => &[(0.0, 1.5), (-1.4, -0.95), (1.4, -0.95)],
            Self::Pentagon => &[(0.0, -1.15), (1.09, -0.36), (0.68, 0.93), (-0.68, 0.93), (-1.09, -0.36)],
            Self::Hexagon => &[(-1.1, 0.0), (-0.55, -0.95), (0.55, -0.95), (1.1, 0.0), (0.55, 0.95), (-0.55, 0.95)],
        };
        Some(corners.iter().map(|(x, y)| (x * radius, y * radius)).collect())
    }
}

/// Width and colour of a road.
pub(super) fn road(class: RoadClass, provenance: Provenance) -> (f64, &'static str) {
    let width = match class {
        RoadClass::Trunk => 3.2,
        RoadClass::Primary | RoadClass::Secondary => 2.4,
        RoadClass::Tertiary => 1.7,
        RoadClass::Unclassified | RoadClass::Residential | RoadClass::Service => 1.0,
        RoadClass::Track => 0.8,
    };
    let colour = match provenance {
        Provenance::Measured => "#8a8478",
        Provenance::Schematic => "#9a9284",
        Provenance::Synthetic => "#beb6a6",
    };
    (width, colour)
}

/// Dashes of a road: a drawn course is dashed, tracks are dotted.
pub(super) fn road_dash(class: RoadClass, provenance: Provenance) -> &'static str {
    match (provenance, class) {
        (Provenance::Schematic, _) => "7 3",
        (_, RoadClass::Track) => "3 2",
        _ => "none",
    }
}
