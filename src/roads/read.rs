//! Reads `roads.geojson`.

use std::collections::BTreeMap;

use geo::{Distance, Haversine, Length, LineString, Point};
use petgraph::unionfind::UnionFind;

use super::{Provenance, RoadClass, RoadLine};
use crate::fault::{Fault, Faults, Source};
use crate::geometry::read_features;
use crate::table::{Choice, Number, Record, Rows, Words, YES_NO};
use crate::text::Argument;

/// Longest road between two junctions, in metres.
const LONGEST_M: f64 = 200_000.0;
/// A travel length may fall short of the straight line by this share and by [`TOLERANCE_M`], for rounding and for other globes.
const TOLERANCE: f64 = 0.02;
/// Metres of tolerance on top of the share.
const TOLERANCE_M: f64 = 5.0;

const CLASS: Choice<RoadClass> = Choice(&[
    ("trunk", RoadClass::Trunk),
    ("primary", RoadClass::Primary),
    ("secondary", RoadClass::Secondary),
    ("tertiary", RoadClass::Tertiary),
    ("unclassified", RoadClass::Unclassified),
    ("residential", RoadClass::Residential),
    ("service", RoadClass::Service),
    ("track", RoadClass::Track),
    ("trunk_link", RoadClass::Trunk),
    ("primary_link", RoadClass::Primary),
    ("secondary_link", RoadClass::Secondary),
    ("tertiary_link", RoadClass::Tertiary),
    ("living_street", RoadClass::Residential),
]);

const PROVENANCE: Choice<Provenance> = Choice(&[
    ("measured", Provenance::Measured),
    ("measured-generalised", Provenance::Measured),
    ("osm", Provenance::Measured),
    ("schematic", Provenance::Schematic),
    ("synthetic", Provenance::Synthetic),
]);

impl RoadLine {
    /// The roads of a map file, each checked by itself, and whether they hang together.
    pub fn read(source: &Source, faults: &mut Faults) -> Rows<RoadLine> {
        let rows = read_features(source, faults, road);
        rows.check_unique("id", |road| &road.id, faults);
        check_connected(&rows, faults);
        rows
    }
}

fn road(record: &mut Record, course: LineString<f64>) -> RoadLine {
    record.leave(&["basis", "note"]);
    let road = RoadLine {
        id: record.read("id", Words),
        name: record.words("name"),
        reference: record.words("ref"),
        class: record.read("class", CLASS),
        surface: record.words("surface"),
        oneway: record.read_or("oneway", YES_NO, false),
        speed_kmh: record.read("maxspeed_kmh", Number(1.0, 120.0)),
        width_m: record.read("width_m", Number(0.5, 60.0)),
        max_weight_t: record.read_optional("max_weight_t", Number(0.1, 200.0)),
        flood_prone: record.read_or("flood_prone", YES_NO, false),
        provenance: record.read("provenance", PROVENANCE),
        confidence: record.read_or("confidence", Number(0.0, 1.0), 1.0),
        length_m: length(record, &course),
        course,
    };
    check_length(record, &road);
    road
}

/// `length_m`, else the length of the drawn line times `length_factor`.
fn length(record: &mut Record, course: &LineString<f64>) -> f64 {
    let factor = record.read_or("length_factor", Number(1.0, 5.0), 1.0);
    let drawn = Haversine.length(course);
    record.read_or("length_m", Number(0.1, LONGEST_M), drawn * factor)
}

fn check_length(record: &mut Record, road: &RoadLine) {
    if !record.is_sound() {
        return;
    }
    let (Some(from), Some(to)) = (road.course.0.first(), road.course.0.last()) else { return };
    let straight = Haversine.distance(Point::from(*from), Point::from(*to));
    if road.length_m < straight * (1.0 - TOLERANCE) - TOLERANCE_M && record.has("length_m") {
        let fault = record.fault_of("length-below-straight", "length_m");
        let metres = |metres: f64| Argument::Number(metres, 1);
        record.record(fault.with("length", metres(road.length_m)).with("straight", metres(straight)));
    }
}

/// Warns where the roads, taken without their directions, fall apart: junctions are ends with the same coordinates.
fn check_connected(rows: &Rows<RoadLine>, faults: &mut Faults) {
    let mut junctions: BTreeMap<(i64, i64), usize> = BTreeMap::new();
    let mut ends = Vec::new();
    for road in rows.sound() {
        let mut junction = |end: Option<&geo::Coord<f64>>| {
            let end = end.copied().unwrap_or_default();
            let next = junctions.len();
            *junctions.entry(((end.x * 1e7).round() as i64, (end.y * 1e7).round() as i64)).or_insert(next)
        };
        ends.push((junction(road.value.course.0.first()), junction(road.value.course.0.last()), road));
    }
    let mut parts = UnionFind::new(junctions.len());
    for (from, to, _) in &ends {
        parts.union(*from, *to);
    }
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for (from, _, _) in &ends {
        *sizes.entry(parts.find(*from)).or_default() += 1;
    }
    let Some((largest, size)) = sizes.iter().max_by_key(|(_, size)| **size) else { return };
    let Some((_, _, stray)) = ends.iter().find(|(from, _, _)| parts.find(*from) != *largest) else { return };
    let fault = Fault::warning("roads-in-parts", stray.place());
    faults.push(fault.with("parts", sizes.len()).with("roads", ends.len() - size).with("road", stray.value.id.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAIL: &str = r#""class":"tertiary","maxspeed_kmh":30,"width_m":5,"provenance":"synthetic"}"#;

    fn read(features: &[String]) -> (Vec<f64>, Vec<String>) {
        let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}]}}", features.join(",\n"));
        let mut faults = Faults::new();
        let rows = RoadLine::read(&Source { name: "roads.geojson".into(), text }, &mut faults);
        let lengths = rows.sound().map(|road| road.value.length_m).collect();
        (lengths, faults.sorted().iter().map(|fault| format!("{} {}", fault.place.line.unwrap_or(0), fault.code)).collect())
    }

    fn road(properties: &str, coordinates: &str) -> String {
        format!(r#"{{"properties":{{{properties},{TAIL},"geometry":{{"type":"LineString","coordinates":{coordinates}}}}}"#)
    }

    #[test]
    fn a_length_is_drawn_or_given() {
        // 0.01 degrees of latitude are 1,112 m.
        let line = "[[105.7,21.70],[105.7,21.71]]";
        let (lengths, faults) = read(&[
            road(r#""id":"A""#, line),
            road(r#""id":"B","length_factor":1.5"#, line),
            road(r#""id":"C","length_m":1300"#, line),
            road(r#""id":"D","length_m":900"#, line),
        ]);
        assert_eq!(lengths.iter().map(|length| length.round()).collect::<Vec<_>>(), [1112.0, 1668.0, 1300.0]);
        assert_eq!(faults, ["5 length-below-straight"]);
    }

    #[test]
    fn stray_roads_and_double_ids_are_named() {
        let (_, faults) = read(&[
            road(r#""id":"A""#, "[[105.70,21.7],[105.71,21.7]]"),
            road(r#""id":"B""#, "[[105.71,21.7],[105.72,21.7]]"),
            road(r#""id":"A""#, "[[105.80,21.7],[105.81,21.7]]"),
        ]);
        assert_eq!(faults, ["4 roads-in-parts", "4 id-twice"]);
    }
}
