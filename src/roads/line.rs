//! A road as the map file has it.

use geo::LineString;

/// How important a road is, in the words of OpenStreetMap's `highway`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoadClass {
    /// National road.
    Trunk,
    /// Provincial main road.
    Primary,
    /// Provincial road.
    Secondary,
    /// Road between communes.
    Tertiary,
    /// Road within a commune.
    Unclassified,
    /// Street of a town.
    Residential,
    /// Yard or service road.
    Service,
    /// Unpaved track.
    Track,
}

impl RoadClass {
    /// Its name in OpenStreetMap's `highway`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Trunk => "trunk",
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Tertiary => "tertiary",
            Self::Unclassified => "unclassified",
            Self::Residential => "residential",
            Self::Service => "service",
            Self::Track => "track",
        }
    }
}

/// How a line of the map came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Provenance {
    /// Surveyed or traced.
    Measured,
    /// Its ends are right, its course is drawn.
    Schematic,
    /// Invented.
    Synthetic,
}

impl Provenance {
    /// Its name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Schematic => "schematic",
            Self::Synthetic => "synthetic",
        }
    }
}

/// A road between two junctions (`roads.geojson`).
#[derive(Clone, Debug, PartialEq)]
pub struct RoadLine {
    /// Unique id.
    pub id: String,
    /// Name, or empty.
    pub name: String,
    /// Road number, or empty.
    pub reference: String,
    /// Class.
    pub class: RoadClass,
    /// Surface, as the map says it.
    pub surface: String,
    /// Only in drawing direction.
    pub oneway: bool,
    /// Planning speed of a loaded truck.
    pub speed_kmh: f64,
    /// Narrowest place.
    pub width_m: f64,
    /// Heaviest truck.
    pub max_weight_t: Option<f64>,
    /// Has a ford or is under water after heavy rain.
    pub flood_prone: bool,
    /// How the line came about.
    pub provenance: Provenance,
    /// 0 (invented) to 1 (certain).
    pub confidence: f64,
    /// Travel length.
    pub length_m: f64,
    /// Course, longitude first.
    pub course: LineString<f64>,
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A wide two-way road of 36 km/h (10 m/s) without weight limit; 100 m long for each thousandth of a degree of its course.
    pub(crate) fn line(id: &str, course: &[(f64, f64)]) -> RoadLine {
        let course: LineString<f64> = course.to_vec().into();
        let degrees: f64 = course.lines().map(|piece| piece.dx().hypot(piece.dy())).sum();
        RoadLine {
            id: id.to_owned(),
            name: String::new(),
            reference: String::new(),
            class: RoadClass::Unclassified,
            surface: "concrete".to_owned(),
            oneway: false,
            speed_kmh: 36.0,
            width_m: 5.0,
            max_weight_t: None,
            flood_prone: false,
            provenance: Provenance::Synthetic,
            confidence: 0.1,
            length_m: degrees * 100_000.0,
            course,
        }
    }
}
