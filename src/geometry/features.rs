//! GeoJSON files: features whose properties and coordinates know their places.

use std::fmt;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;

use crate::fault::{Fault, Faults, NO_SUGGESTION, Source, did_you_mean};
use crate::table::{Content, Field, Holder, Lines, Number, Record, Rows};

/// A geometry that a feature may have.
pub trait Shape: Sized {
    /// What stands in for a geometry that can't be read.
    fn neutral() -> Self;

    /// The shape of the GeoJSON geometry `kind` with its coordinates; nothing where `kind` is another sort of geometry.
    ///
    /// # Errors
    /// The first thing that is wrong with the coordinates: code of the fault and the text it is about.
    fn read<'t>(kind: &str, coordinates: &'t RawValue) -> Option<Result<Self, Crooked<'t>>>;

    /// The kinds that are read, as a message names them.
    const KINDS: &'static str;
}

/// What is wrong with coordinates, and with which part of the text.
pub struct Crooked<'t> {
    code: &'static str,
    part: &'t str,
}

#[derive(Deserialize)]
struct Collection<'t> {
    #[serde(rename = "type", borrow)]
    kind: Option<&'t RawValue>,
    #[serde(borrow)]
    features: Option<Vec<&'t RawValue>>,
}

#[derive(Deserialize)]
struct FeatureText<'t> {
    #[serde(borrow)]
    properties: Option<Properties<'t>>,
    #[serde(borrow)]
    geometry: Option<GeometryText<'t>>,
}

#[derive(Deserialize)]
struct GeometryText<'t> {
    #[serde(rename = "type", borrow)]
    kind: Option<&'t RawValue>,
    #[serde(borrow)]
    coordinates: Option<&'t RawValue>,
}

/// Properties in their order, each with its text.
struct Properties<'t>(Vec<(String, &'t RawValue)>);

/// Reads each feature of a GeoJSON file with `read`; the properties that it asks for are those that features have.
pub fn read_features<T, S: Shape>(source: &Source, faults: &mut Faults, read: impl Fn(&mut Record, S) -> T) -> Rows<T> {
    let lines = Lines::new(source);
    let Some(features) = features(source, &lines, faults) else { return Rows::new(Vec::new()) };
    let mut strangers: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    let texts: Vec<Option<FeatureText>> = features.iter().map(|raw| serde_json::from_str(raw.get()).ok()).collect();
    for (raw, text) in features.iter().zip(&texts) {
        let place = lines.place_of(raw.get());
        let Some(text) = text else {
            faults.push(Fault::error("feature-malformed", place));
            continue;
        };
        let properties = text.properties.as_ref().map_or(&[][..], |properties| &properties.0);
        let fields = properties.iter().map(|(name, value)| Field {
            name: name.clone(),
            content: content(value),
            place: lines.place_of(value.get()),
        });
        let mut record = Record::new(Holder::Property, place, fields.collect(), faults);
        let shape = shape(text.geometry.as_ref(), &lines, &mut record);
        let value = read(&mut record, shape);
        let asked: Vec<&'static str> = record.asked().iter().map(|(name, _)| *name).collect();
        rows.push(record.finish(value));
        for (name, value) in properties.iter().filter(|(name, _)| !asked.contains(&name.as_str())) {
            if !strangers.contains(&name.as_str()) {
                strangers.push(name);
                let missing = asked.iter().copied().filter(|asked| !properties.iter().any(|(name, _)| name == asked));
                let fault = Fault::warning("field-unknown", lines.place_of(value.get())).with("holder", Holder::Property.key());
                let suggestion = did_you_mean(name, missing).unwrap_or(NO_SUGGESTION);
                faults.push(fault.with("field", Content::words(name).shown()).with("suggestion", suggestion));
            }
        }
    }
    Rows::new(rows)
}

/// Longitude and latitude from two fields; says so where they are swapped or not on the earth.
pub fn read_position(record: &mut Record, longitude: &'static str, latitude: &'static str) -> Coord<f64> {
    let anywhere = || Number(-1e9, 1e9);
    let position = Coord { x: record.read(longitude, anywhere()), y: record.read(latitude, anywhere()) };
    let is_there = record.has(longitude) && record.has(latitude);
    if let (true, Some(code)) = (is_there, off_earth(position)) {
        let fault = record.fault_of(code, longitude).with("lon", coordinate(position.x)).with("lat", coordinate(position.y));
        record.record(fault);
    }
    position
}

/// A coordinate as files write it, for messages.
pub fn coordinate(degrees: f64) -> String {
    format!("{degrees}")
}

/// The code of the fault of a position that is not on the earth.
fn off_earth(position: Coord<f64>) -> Option<&'static str> {
    let on_earth = |x: f64, y: f64| x.abs() <= 180.0 && y.abs() <= 90.0;
    if on_earth(position.x, position.y) && (position.x, position.y) != (-1e9, -1e9) {
        return None;
    }
    // A field that can't be read has its own fault already.
    if position.x == -1e9 || position.y == -1e9 {
        return None;
    }
    Some(if on_earth(position.y, position.x) { "position-swapped" } else { "position-off-earth" })
}

fn features<'s>(source: &'s Source, lines: &Lines, faults: &mut Faults) -> Option<Vec<&'s RawValue>> {
    let collection: Collection = match serde_json::from_str(&source.text) {
        Ok(collection) => collection,
        Err(error) => {
            let place = lines.place(byte_of(&source.text, error.line(), error.column()));
            let code = match error.classify() {
                Category::Eof => "json-ends-early",
                Category::Data => "not-feature-collection",
                Category::Syntax | Category::Io => "json-syntax",
            };
            faults.push(Fault::error(code, place));
            return None;
        }
    };
    let is_collection = collection.kind.is_some_and(|kind| words(kind).as_deref() == Some("FeatureCollection"));
    match collection.features {
        Some(features) if is_collection => Some(features),
        _ => {
            faults.push(Fault::error("not-feature-collection", source.place()));
            None
        }
    }
}

/// Where line and column of an error of serde_json are: lines from 1, columns in bytes from 1.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    start + column.saturating_sub(1)
}

fn shape<S: Shape>(geometry: Option<&GeometryText>, lines: &Lines, record: &mut Record) -> S {
    let Some((kind, coordinates)) = geometry.and_then(|geometry| Some((geometry.kind?, geometry.coordinates?))) else {
        record.record(Fault::error("geometry-missing", record.place()).with("kinds", S::KINDS));
        return S::neutral();
    };
    let name = words(kind).unwrap_or_default();
    match S::read(&name, coordinates) {
        Some(Ok(shape)) => shape,
        Some(Err(crooked)) => {
            let value = Content::words(crooked.part).shown();
            record.record(Fault::error(crooked.code, lines.place_of(crooked.part)).with("value", value));
            S::neutral()
        }
        None => {
            let value = Content::words(&name).shown();
            record.record(Fault::error("geometry-kind", lines.place_of(kind.get())).with("value", value).with("kinds", S::KINDS));
            S::neutral()
        }
    }
}

impl Shape for LineString<f64> {
    const KINDS: &'static str = "LineString";

    fn neutral() -> Self {
        LineString::new(Vec::new())
    }

    fn read<'t>(kind: &str, coordinates: &'t RawValue) -> Option<Result<Self, Crooked<'t>>> {
        (kind == "LineString").then(|| {
            let positions = positions(coordinates)?;
            if positions.len() < 2 || positions.iter().all(|position| *position == positions[0]) {
                return Err(Crooked { code: "line-without-length", part: coordinates.get() });
            }
            Ok(LineString::new(positions))
        })
    }
}

impl Shape for MultiPolygon<f64> {
    const KINDS: &'static str = "Polygon, MultiPolygon";

    fn neutral() -> Self {
        MultiPolygon::new(Vec::new())
    }

    fn read<'t>(kind: &str, coordinates: &'t RawValue) -> Option<Result<Self, Crooked<'t>>> {
        match kind {
            "Polygon" => Some(polygon(coordinates).map(|polygon| MultiPolygon::new(vec![polygon]))),
            "MultiPolygon" => Some(parts(coordinates).and_then(|parts| parts.into_iter().map(polygon).collect())),
            _ => None,
        }
    }
}

fn polygon(coordinates: &RawValue) -> Result<Polygon<f64>, Crooked<'_>> {
    let mut rings = parts(coordinates)?.into_iter().map(ring).collect::<Result<Vec<_>, _>>()?.into_iter();
    let outer = rings.next().ok_or(Crooked { code: "geometry-empty", part: coordinates.get() })?;
    Ok(Polygon::new(outer, rings.collect()))
}

fn ring(coordinates: &RawValue) -> Result<LineString<f64>, Crooked<'_>> {
    let positions = positions(coordinates)?;
    if positions.len() < 4 {
        return Err(Crooked { code: "ring-too-short", part: coordinates.get() });
    }
    if positions.first() != positions.last() {
        return Err(Crooked { code: "ring-open", part: coordinates.get() });
    }
    Ok(LineString::new(positions))
}

fn positions(coordinates: &RawValue) -> Result<Vec<Coord<f64>>, Crooked<'_>> {
    parts(coordinates)?.into_iter().map(position).collect()
}

fn position(text: &RawValue) -> Result<Coord<f64>, Crooked<'_>> {
    let numbers: Vec<f64> = serde_json::from_str(text.get()).unwrap_or_default();
    let [x, y, ..] = numbers[..] else { return Err(Crooked { code: "position-malformed", part: text.get() }) };
    match off_earth(Coord { x, y }) {
        Some("position-swapped") => Err(Crooked { code: "coordinates-swapped", part: text.get() }),
        Some(_) => Err(Crooked { code: "coordinates-off-earth", part: text.get() }),
        None => Ok(Coord { x, y }),
    }
}

fn parts(list: &RawValue) -> Result<Vec<&RawValue>, Crooked<'_>> {
    let parts: Vec<&RawValue> = serde_json::from_str(list.get()).map_err(|_| Crooked { code: "position-malformed", part: list.get() })?;
    if parts.is_empty() {
        return Err(Crooked { code: "geometry-empty", part: list.get() });
    }
    Ok(parts)
}

fn words(text: &RawValue) -> Option<String> {
    serde_json::from_str(text.get()).ok()
}

fn content(value: &RawValue) -> Content {
    let text = value.get();
    match text.as_bytes().first() {
        Some(b'"') => words(value).map_or(Content::Other, |words| Content::words(&words)),
        Some(b't') => Content::Flag(true),
        Some(b'f') => Content::Flag(false),
        Some(b'n') | None => Content::Blank,
        Some(b'{' | b'[') => Content::Other,
        Some(_) => Content::Number(text.parse().unwrap_or(f64::NAN), text.to_owned()),
    }
}

impl<'t, 'd: 't> Deserialize<'d> for Properties<'t> {
    fn deserialize<D: serde::Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'d> Visitor<'d> for InOrder {
            type Value = Properties<'d>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'d>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut properties = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    properties.push(entry);
                }
                Ok(Properties(properties))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Words;

    fn read(text: &str) -> (Vec<(String, usize)>, Vec<String>) {
        let source = Source { name: "r.geojson".into(), text: text.to_owned() };
        let mut faults = Faults::new();
        let rows = read_features(&source, &mut faults, |record, line: LineString<f64>| (record.read("id", Words), line.0.len()));
        let rows = rows.sound().map(|row| row.value.clone()).collect();
        (rows, faults.sorted().iter().map(|fault| format!("{} {}", fault.place, fault.code)).collect())
    }

    fn one(properties: &str, geometry: &str) -> String {
        format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{{\"properties\":{properties},\"geometry\":{geometry}}}]}}")
    }

    #[test]
    fn features_are_read_with_their_places() {
        let line = "{\"type\":\"LineString\",\"coordinates\":[[105.7,21.7],[105.8,21.7]]}";
        assert_eq!(read(&one("{\"id\":\"R1\"}", line)), (vec![("R1".to_owned(), 2)], vec![]));
        assert_eq!(read(&one("{\"idd\":\"R1\"}", line)).1, ["r.geojson:2:1 field-missing", "r.geojson:2:22 field-unknown"]);
        assert_eq!(read(&one("{\"id\":[]}", line)).1, ["r.geojson:2:21 not-words"]);
    }

    #[test]
    fn crooked_geometry_is_named() {
        let fault = |geometry: &str| read(&one("{\"id\":1}", geometry)).1[0].rsplit(' ').next().expect("a code").to_owned();
        assert_eq!(fault("null"), "geometry-missing");
        assert_eq!(fault("{\"type\":\"Point\",\"coordinates\":[105,21]}"), "geometry-kind");
        let line = |coordinates: &str| fault(&format!("{{\"type\":\"LineString\",\"coordinates\":{coordinates}}}"));
        assert_eq!(line("[]"), "geometry-empty");
        assert_eq!(line("[[105,21]]"), "line-without-length");
        assert_eq!(line("[[105,21],[105]]"), "position-malformed");
        assert_eq!(line("[[21,105],[21,106]]"), "coordinates-swapped");
        assert_eq!(line("[[205,21],[205,22]]"), "coordinates-off-earth");
        assert_eq!(line("3"), "position-malformed");
    }

    #[test]
    fn wrong_json_does_no_harm() {
        assert_eq!(read("{\"type\":\"FeatureCollection\",").1, ["r.geojson:1:28 json-ends-early"]);
        assert_eq!(read("{\"type\";").1, ["r.geojson:1:8 json-syntax"]);
        assert_eq!(read("[]").1, ["r.geojson:1:2 not-feature-collection"]);
        assert_eq!(read("{\"type\":\"Feature\"}").1, ["r.geojson not-feature-collection"]);
        let deep = "[".repeat(200_000);
        assert_eq!(read(&deep).1.len(), 1);
        let deep = one(&format!("{{\"id\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000)), "null");
        assert_eq!(read(&deep).1.len(), 2);
        let deep =
            one("{\"id\":1}", &format!("{{\"type\":\"LineString\",\"coordinates\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000)));
        assert_eq!(read(&deep).1.len(), 1);
    }
}
