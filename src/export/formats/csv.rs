//! Tables for spreadsheets and other programs: every row of every route, and the week of every point.

use super::{Edition, ExportError, ExportFile, FileFormat};
use crate::export::itinerary::{Leg, PointWeek, Row, TruckDay, directions};
use crate::text::{WEEKDAY_CODES, clock_time};

/// CSV in UTF-8 with a byte order mark, so that Excel reads Vietnamese; commas and points as in every machine format.
pub struct Csv;

const ROUTE_COLUMNS: [&str; 20] = [
    "day",
    "date",
    "truck",
    "trip",
    "number",
    "what",
    "id",
    "name",
    "commune",
    "arrive",
    "start",
    "end",
    "kg",
    "on_board_kg",
    "containers",
    "leg_m",
    "leg_s",
    "driven_m",
    "way",
    "check_code",
];

const POINT_COLUMNS: [&str; 15] = [
    "id",
    "name",
    "commune",
    "commune_2025",
    "lon",
    "lat",
    "people",
    "containers",
    "days",
    "visits",
    "visits_least",
    "longest_gap",
    "week_kg",
    "times",
    "short",
];

impl FileFormat for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        let names = edition.file_names();
        let mut files = Vec::new();
        if edition.selection.has_trucks() {
            let rows = edition.truck_days().flat_map(|truck_day| route_rows(truck_day, edition));
            files.push(table(format!("{}.csv", names.routes), &ROUTE_COLUMNS, rows)?);
        }
        if edition.selection.has_communes() {
            let communes = edition.communes();
            let points = edition.itinerary.points.iter().filter(|point| communes.contains(&point.commune));
            files.push(table(format!("{}.csv", names.schedule), &POINT_COLUMNS, points.map(|point| point_row(point, edition)))?);
        }
        Ok(files)
    }
}

fn table<const N: usize>(name: String, columns: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> Result<ExportFile, ExportError> {
    let failed = |reason: String| ExportError { file: name.clone(), reason };
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(columns).map_err(|error| failed(error.to_string()))?;
    for row in rows {
        writer.write_record(row).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    Ok(ExportFile { name, bytes })
}

fn route_rows(truck_day: &TruckDay, edition: &Edition) -> Vec<[String; 20]> {
    let mut trip = 1;
    let truck = &edition.itinerary.trucks[truck_day.truck];
    let mut rows = Vec::new();
    for row in truck_day.rows() {
        let mut cells: [String; 20] = Default::default();
        let day = WEEKDAY_CODES.get(truck_day.day).map_or(truck_day.day.to_string(), ToString::to_string);
        let date = truck_day.date.map(|date| date.to_string()).unwrap_or_default();
        [cells[0], cells[1], cells[2], cells[3]] = [day, date, truck.id.clone(), trip.to_string()];
        cells[19] = truck_day.check_code.clone();
        match row {
            Row::Stop(stop) => {
                [cells[4], cells[5], cells[6], cells[7]] = [stop.number.to_string(), "stop".to_owned(), stop.id.clone(), stop.name.clone()];
                cells[8] = stop.commune_name.clone();
                [cells[9], cells[10], cells[11]] = [stop.arrive, stop.start, stop.end].map(clock_time);
                [cells[12], cells[13]] = [stop.kg, stop.on_board].map(|kg| kg.0.to_string());
                cells[14] = stop.containers.to_string();
                leg_cells(&mut cells, &stop.leg, stop.driven.0, edition);
            }
            Row::Unload(unload) => {
                let facility = &edition.facts.problem.facilities[unload.facility];
                [cells[4], cells[5], cells[6], cells[7]] =
                    [unload.number.to_string(), "unload".to_owned(), facility.id.clone(), unload.place.name.clone()];
                [cells[9], cells[10], cells[11]] = [unload.arrive, unload.start, unload.end].map(clock_time);
                [cells[12], cells[13]] = [unload.kg.0, 0].map(|kg| kg.to_string());
                leg_cells(&mut cells, &unload.leg, unload.driven.0, edition);
                trip += 1;
            }
            Row::Break(pause) => {
                cells[5] = "break".to_owned();
                [cells[10], cells[11]] = [pause.start, pause.end].map(clock_time);
            }
            Row::Home(leg, end) => {
                [cells[5], cells[7], cells[9]] = ["home".to_owned(), truck_day.depot.name.clone(), clock_time(end)];
                cells[3] = String::new();
                leg_cells(&mut cells, leg, truck_day.figures.metres.0, edition);
            }
        }
        rows.push(cells);
    }
    rows
}

fn leg_cells(cells: &mut [String; 20], leg: &Leg, driven: i64, edition: &Edition) {
    [cells[15], cells[16], cells[17]] = [leg.metres.0, leg.seconds.0, driven].map(|number| number.to_string());
    cells[18] = directions(leg, edition.text);
}

fn point_row(point: &PointWeek, edition: &Edition) -> [String; 15] {
    let commune = &edition.itinerary.communes[point.commune];
    let code = |day: usize| WEEKDAY_CODES.get(day).map_or(day.to_string(), ToString::to_string);
    let visits = point
        .visits
        .iter()
        .map(|visit| format!("{} {} {}", code(visit.day), clock_time(visit.arrive), edition.itinerary.trucks[visit.truck].id));
    [
        point.id.clone(),
        point.name.clone(),
        commune.name.clone(),
        commune.commune_2025.clone(),
        point.position.x.to_string(),
        point.position.y.to_string(),
        point.people.to_string(),
        point.containers.to_string(),
        point.days().iter().map(code).collect::<Vec<_>>().join(";"),
        point.visits.len().to_string(),
        point.visits_least.to_string(),
        point.longest_gap.to_string(),
        point.weekly.0.to_string(),
        visits.collect::<Vec<_>>().join("; "),
        if point.short { "yes" } else { "no" }.to_owned(),
    ]
}
