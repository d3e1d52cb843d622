//! Colours, dashes and signs of the map.

use crate::roads::{Provenance, RoadClass};

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

const SHAPES: [Shape; 7] =
    [Shape::Circle, Shape::Square, Shape::Triangle, Shape::Diamond, Shape::Pentagon, Shape::TriangleDown, Shape::Hexagon];

/// The style of a truck's routes; all differ up to 42 trucks.
pub(super) fn of_truck(i: usize) -> RouteStyle {
    let (colour, ink) = COLOURS[i % COLOURS.len()];
    RouteStyle { colour, ink, dash: DASHES[i % DASHES.len()], shape: SHAPES[i % SHAPES.len()] }
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
