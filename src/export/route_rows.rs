//! The table by day and truck.

use serde::Serialize;

use super::{Cell, Figure, Grid};
use crate::kpi::{Facts, RouteFigures, route_figures};
use crate::model::Problem;
use crate::text::{Text, WEEKDAY_CODES, clock_time, weekday_short};

/// One truck-day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RouteRow {
    /// Day, 0 = Monday.
    pub day: usize,
    /// Its date, where the week is a dated one.
    pub date: Option<String>,
    /// Id of the truck.
    pub truck: String,
    /// Start of preparation.
    pub start: String,
    /// Return to the depot.
    pub end: String,
    /// Trips.
    pub trips: usize,
    /// Stops.
    pub stops: usize,
    /// Unloads.
    pub unloads: usize,
    /// Collected.
    pub tonnes: f64,
    /// Driven.
    pub km: f64,
    /// Working time.
    pub hours: f64,
    /// Collected over the payload of all trips, reserve included.
    pub load_factor: Option<f64>,
}

/// The routes of a plan, day by day, in the order of the trucks.
pub fn route_rows(facts: &Facts) -> Vec<RouteRow> {
    route_figures(facts).iter().map(|route| RouteRow::new(facts.problem, route)).collect()
}

impl RouteRow {
    fn new(problem: &Problem, route: &RouteFigures) -> Self {
        let figures = &route.figures;
        Self {
            day: route.day,
            date: problem.date(route.day).map(|date| date.to_string()),
            truck: problem.trucks[route.truck].id.clone(),
            start: clock_time(route.start),
            end: clock_time(route.end),
            trips: figures.trips,
            stops: figures.stops,
            unloads: figures.unloads.iter().map(|(number, _)| number).sum(),
            tonnes: figures.kg.tonnes(),
            km: figures.metres.kilometres(),
            hours: figures.working.hours(),
            load_factor: figures.load_factor(),
        }
    }

    /// Its figures in a long table.
    pub fn figures(&self) -> Vec<Figure> {
        let item = format!("{} {}", self.truck, WEEKDAY_CODES.get(self.day).map_or(self.day.to_string(), ToString::to_string));
        let figure = |indicator: &str, unit: &str, value: f64| Figure {
            scope: "truck-day",
            item: item.clone(),
            indicator: indicator.to_owned(),
            unit: unit.to_owned(),
            value: Some(value),
        };
        vec![
            figure("trips", "number", self.trips as f64),
            figure("stops", "number", self.stops as f64),
            figure("unloads", "number", self.unloads as f64),
            figure("collected", "tonnes", self.tonnes),
            figure("distance", "kilometres", self.km),
            figure("working-hours", "hours", self.hours),
            figure("load-factor", "share", self.load_factor.unwrap_or(0.0)),
        ]
    }
}

/// The table, a row for each truck-day, a sum for each day.
pub fn route_grid(rows: &[RouteRow], text: &Text) -> Grid {
    let headings = [
        ("report-column-day", false),
        ("report-column-truck", false),
        ("report-column-hours-of-day", false),
        ("report-column-trips", true),
        ("report-column-stops", true),
        ("report-column-unloads", true),
        ("report-column-tonnes", true),
        ("report-column-km", true),
        ("report-column-hours", true),
        ("report-column-load-factor", true),
    ];
    let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
    for day in rows.chunk_by(|a, b| a.day == b.day) {
        for (i, row) in day.iter().enumerate() {
            let name = if i == 0 { day_name(row, text) } else { String::new() };
            grid.push(row_cells(name, row));
        }
        grid.push(sum_cells(text.plain("report-day-sum"), day));
    }
    if rows.iter().any(|row| row.day != rows[0].day) {
        grid.push(sum_cells(text.plain("report-week-sum"), rows));
    }
    grid
}

fn day_name(row: &RouteRow, text: &Text) -> String {
    let name = weekday_short(row.day, text.language());
    match row.date.as_deref().and_then(|date| date.get(5..)).and_then(|date| date.split_once('-')) {
        Some((month, day)) => format!("{name} {day}/{month}"),
        None => name,
    }
}

fn row_cells(day: String, row: &RouteRow) -> Vec<Cell> {
    let hour = |time: &str| time.get(..5).unwrap_or(time).to_owned();
    vec![
        day.into(),
        row.truck.as_str().into(),
        format!("{}–{}", hour(&row.start), hour(&row.end)).into(),
        row.trips.into(),
        row.stops.into(),
        row.unloads.into(),
        Cell::Number(row.tonnes, 1),
        Cell::Number(row.km, 0),
        Cell::Number(row.hours, 1),
        row.load_factor.map_or(Cell::Empty, |share| Cell::Share(share, 0)),
    ]
}

fn sum_cells(name: String, rows: &[RouteRow]) -> Vec<Cell> {
    let count = |amount: fn(&RouteRow) -> usize| Cell::from(rows.iter().map(amount).sum::<usize>());
    let sum = |amount: fn(&RouteRow) -> f64, decimals| Cell::Number(rows.iter().map(amount).sum(), decimals);
    vec![
        Cell::Empty,
        name.into(),
        Cell::Empty,
        count(|row| row.trips),
        count(|row| row.stops),
        count(|row| row.unloads),
        sum(|row| row.tonnes, 1),
        sum(|row| row.km, 0),
        sum(|row| row.hours, 1),
        Cell::Empty,
    ]
}
