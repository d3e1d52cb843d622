//! GeoJSON for maps: routes on the road, stops with their times, communes with their figures.

use geo::orient::{Direction, Orient};
use geo::{Coord, LineString, MapCoords, MultiPolygon, Point};
use geojson::{Feature, FeatureCollection, Geometry, GeometryValue, JsonObject};
use serde_json::{Value, json};

use super::{Edition, ExportError, ExportFile, FileFormat};
use crate::export::itinerary::{Leg, TruckDay};
use crate::kpi::{INDICATORS, Scope};
use crate::text::{WEEKDAY_CODES, clock_time};

/// GeoJSON (RFC 7946): files of routes (a line for each trip), of places (points, stops, facilities, depots) and of communes.
pub struct GeoJson;

impl FileFormat for GeoJson {
    fn name(&self) -> &'static str {
        "geojson"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        let names = edition.file_names();
        let mut files = Vec::new();
        if edition.selection.has_trucks() {
            let lines = edition.truck_days().flat_map(|truck_day| trip_lines(truck_day, edition));
            files.push(file(&names.routes, lines));
            let stops = edition.truck_days().flat_map(|truck_day| halts(truck_day, edition));
            files.push(file(&edition.text.plain("export-file-stops"), stops));
        }
        if edition.selection.has_communes() {
            let communes = edition.communes();
            files.push(file(&edition.text.plain("export-file-communes"), communes.iter().map(|commune| outline(*commune, edition))));
            let points = communes.iter().flat_map(|commune| points(*commune, edition));
            files.push(file(&names.schedule, points));
        }
        Ok(files)
    }
}

fn file(name: &str, features: impl Iterator<Item = Feature>) -> ExportFile {
    let collection = FeatureCollection { bbox: None, features: features.collect(), foreign_members: None };
    let mut words = collection.to_string();
    words.push('\n');
    // A feature a line: small changes of a plan are then small changes of its files.
    let words = words.replace("{\"type\":\"Feature\",", "\n{\"type\":\"Feature\",");
    ExportFile { name: format!("{name}.geojson"), bytes: words.into_bytes() }
}

fn feature(geometry: Option<GeometryValue>, properties: Value) -> Feature {
    let properties = match properties {
        Value::Object(properties) => Some(properties),
        _ => None,
    };
    Feature { bbox: None, geometry: geometry.map(Geometry::new), id: None, properties, foreign_members: None }
}

fn code(day: usize) -> String {
    WEEKDAY_CODES.get(day).map_or(day.to_string(), ToString::to_string)
}

/// Six decimals, a tenth of a metre: more says nothing.
fn rounded(position: Coord<f64>) -> Coord<f64> {
    let six = |degrees: f64| (degrees * 1e6).round() / 1e6;
    Coord { x: six(position.x), y: six(position.y) }
}

fn place(position: Coord<f64>) -> Option<GeometryValue> {
    Some(GeometryValue::from(&Point::from(rounded(position))))
}

/// A line for each trip, and one for the way home.
fn trip_lines(truck_day: &TruckDay, edition: &Edition) -> Vec<Feature> {
    let truck = &edition.itinerary.trucks[truck_day.truck];
    let date = truck_day.date.map(|date| date.to_string());
    let mut lines = Vec::new();
    for trip in &truck_day.trips {
        let legs: Vec<&Leg> = trip.legs().collect();
        let unload = trip.unload.as_ref();
        let properties = json!({
            "kind": "trip", "day": code(truck_day.day), "date": date, "truck": truck.id, "trip": trip.number,
            "stops": trip.stops.len(), "kg": trip.kg().0, "metres": trip.metres().0,
            "seconds": legs.iter().map(|leg| leg.seconds.0).sum::<i64>(),
            "facility": unload.map(|unload| unload.place.name.clone()),
            "start": trip.stops.first().map(|stop| clock_time(stop.arrive)),
            "end": unload.map(|unload| clock_time(unload.end)),
            "check_code": truck_day.check_code,
        });
        lines.push(feature(line(&legs), properties));
    }
    let properties = json!({
        "kind": "home", "day": code(truck_day.day), "date": date, "truck": truck.id,
        "metres": truck_day.home.metres.0, "seconds": truck_day.home.seconds.0,
        "end": clock_time(truck_day.end), "check_code": truck_day.check_code,
    });
    lines.push(feature(line(&[&truck_day.home]), properties));
    lines
}

/// The legs as one line; nothing where there is no road to show.
fn line(legs: &[&Leg]) -> Option<GeometryValue> {
    let mut course: Vec<Coord<f64>> = legs.iter().flat_map(|leg| leg.course.0.iter().copied().map(rounded)).collect();
    course.dedup();
    (course.len() >= 2).then(|| GeometryValue::from(&LineString::new(course)))
}

fn halts(truck_day: &TruckDay, edition: &Edition) -> Vec<Feature> {
    let truck = &edition.itinerary.trucks[truck_day.truck];
    let day = code(truck_day.day);
    let date = truck_day.date.map(|date| date.to_string());
    let mut halts = Vec::new();
    for trip in &truck_day.trips {
        halts.extend(trip.stops.iter().map(|stop| {
            let properties = json!({
                "kind": "stop", "day": day, "date": date, "truck": truck.id, "trip": trip.number, "number": stop.number,
                "point": stop.id, "name": stop.name, "commune": stop.commune_name, "containers": stop.containers,
                "arrive": clock_time(stop.arrive), "start": clock_time(stop.start), "end": clock_time(stop.end),
                "kg": stop.kg.0, "on_board_kg": stop.on_board.0, "driven_m": stop.driven.0,
            });
            feature(place(stop.position), properties)
        }));
        halts.extend(trip.unload.iter().map(|unload| {
            let properties = json!({
                "kind": "unload", "day": day, "date": date, "truck": truck.id, "trip": trip.number, "number": unload.number,
                "name": unload.place.name, "arrive": clock_time(unload.arrive), "start": clock_time(unload.start),
                "end": clock_time(unload.end), "kg": unload.kg.0, "driven_m": unload.driven.0,
            });
            feature(place(unload.place.position), properties)
        }));
    }
    halts
}

fn points<'e>(commune: usize, edition: &'e Edition) -> impl Iterator<Item = Feature> + 'e {
    edition.itinerary.points_of(commune).map(|point| {
        let days: Vec<String> = point.days().iter().map(code).collect();
        let properties = json!({
            "kind": "point", "point": point.id, "name": point.name, "point_kind": point.kind,
            "commune": edition.itinerary.communes[point.commune].name, "people": point.people, "containers": point.containers,
            "week_kg": point.weekly.0, "visits": point.visits.len(), "days": days, "longest_gap": point.longest_gap,
            "times": point.visits.iter().map(|visit| clock_time(visit.arrive)).collect::<Vec<_>>(), "short": point.short,
        });
        feature(place(point.position), properties)
    })
}

/// A commune with its outline and every indicator that has a value there, in the unit of the indicator.
fn outline(commune: usize, edition: &Edition) -> Feature {
    let card = &edition.itinerary.communes[commune];
    let mut properties = JsonObject::new();
    let words = [("kind", "commune"), ("code", &card.code), ("name", &card.name), ("commune_2025", &card.commune_2025)];
    words.into_iter().for_each(|(key, value)| drop(properties.insert(key.to_owned(), json!(value))));
    properties.insert("town".to_owned(), json!(card.town));
    for indicator in INDICATORS {
        let value = indicator.measure(edition.facts, Scope::Commune(commune));
        let value = value.map(|value| (value * 1e4).round() / 1e4);
        properties.insert(indicator.key().replace('-', "_"), json!(value));
    }
    let row = edition.dataset.communes.iter().map(|row| &row.value).find(|row| row.code == card.code);
    let outline = row.map(|row| row.outline.map_coords(rounded).orient(Direction::Default));
    let geometry = outline.as_ref().map(|outline: &MultiPolygon<f64>| GeometryValue::from(outline));
    feature(geometry, Value::Object(properties))
}
