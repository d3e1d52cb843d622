//! `thugom info`: what is to be collected against what trucks, crews and the incinerator can do.

use serde::Serialize;

use super::assumed::{Assumed, RoadOrigin, assumed, assumed_lines, road_origin};
use super::need::{FleetNeed, Pressure, Visits, disposal_capacity, furnace_capacity, pressures, visits, weekly};
use super::{Cell, Figure, Grid};
use crate::dataset::{Dataset, TruckStatus};
use crate::model::Problem;
use crate::text::{Argument, Text};

/// What a project holds, and what it asks for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InfoReport {
    /// Name of the district.
    pub district: String,
    /// Communes and towns.
    pub communes: usize,
    /// Inhabitants.
    pub people: i64,
    /// Collection points.
    pub points: usize,
    /// Trucks chosen.
    pub trucks: usize,
    /// Depots.
    pub depots: usize,
    /// Facilities.
    pub facilities: usize,
    /// Waste of a week.
    pub waste_t: f64,
    /// What the furnaces can burn in a week.
    pub furnace_t: f64,
    /// What all facilities can take in a week; none where one has no limit.
    pub disposal_t: Option<f64>,
    /// Visits a week.
    pub visits: Visits,
    /// Today's fleet and all trucks chosen, where the two differ.
    pub fleets: Vec<FleetNeed>,
    /// Need over supply, the scarcest first.
    pub pressures: Vec<Pressure>,
    /// Roads by origin.
    pub roads: RoadOrigin,
    /// What is assumed.
    pub assumed: Vec<Assumed>,
}

impl InfoReport {
    /// The report on a project.
    pub fn new(problem: &Problem, dataset: &Dataset) -> Self {
        let all: Vec<usize> = (0..problem.trucks.len()).collect();
        let existing: Vec<usize> = all.iter().copied().filter(|truck| !problem.trucks[*truck].new).collect();
        let mut fleets = Vec::new();
        if !existing.is_empty() && existing != all {
            fleets.push(FleetNeed::of("existing", &existing, problem));
        }
        let n_existing = dataset.trucks.iter().filter(|row| row.value.status == TruckStatus::Existing).count();
        let fleet = match all.len() {
            n if n == dataset.trucks.len() => "all",
            n if n == n_existing && existing == all => "existing",
            _ => "chosen",
        };
        fleets.push(FleetNeed::of(fleet, &all, problem));
        Self {
            district: problem.name.clone(),
            communes: problem.communes.len(),
            people: problem.communes.iter().map(|commune| commune.population).sum(),
            points: problem.points.len(),
            trucks: problem.trucks.len(),
            depots: problem.depots.len(),
            facilities: problem.facilities.len(),
            waste_t: weekly(problem).tonnes(),
            furnace_t: furnace_capacity(problem).tonnes(),
            disposal_t: disposal_capacity(problem).map(|kg| kg.tonnes()),
            visits: visits(problem),
            pressures: pressures(problem, &fleets),
            fleets,
            roads: road_origin(dataset),
            assumed: assumed(dataset),
        }
    }

    /// The report for a screen of `width` columns.
    pub fn screen(&self, text: &Text, width: usize) -> String {
        let mut lines = vec![self.counts(text), self.waste(text), self.visits_line(text), String::new()];
        lines.push(self.fleet_grid(text).screen(width, text.language()));
        lines.push(text.plain("report-info-travel-note"));
        lines.push(self.binding_line(text));
        lines.push(String::new());
        lines.extend(assumed_lines(&self.roads, &self.assumed, text));
        lines.join("\n") + "\n"
    }

    /// The report as a long table.
    pub fn figures(&self) -> Vec<Figure> {
        let mut figures = Vec::new();
        let mut push = |scope, item: &str, indicator: &str, unit: &str, value: f64| {
            figures.push(Figure {
                scope,
                item: item.to_owned(),
                indicator: indicator.to_owned(),
                unit: unit.to_owned(),
                value: Some(value),
            });
        };
        let district = self.district.as_str();
        push("district", district, "communes", "number", self.communes as f64);
        push("district", district, "people", "people", self.people as f64);
        push("district", district, "points", "number", self.points as f64);
        push("district", district, "trucks", "number", self.trucks as f64);
        push("district", district, "waste", "t/week", self.waste_t);
        push("district", district, "furnace", "t/week", self.furnace_t);
        push("district", district, "visits-fewest", "number/week", self.visits.fewest as f64);
        push("district", district, "visits-today", "number/week", self.visits.today as f64);
        push("district", district, "visits-both", "number/week", self.visits.both as f64);
        push("district", district, "visits-required", "number/week", self.visits.required as f64);
        for need in &self.fleets {
            push("fleet", need.fleet, "payload", "t", need.payload_t);
            push("fleet", need.fleet, "payload-with-reserve", "t", need.payload_with_reserve_t);
            push("fleet", need.fleet, "loads", "number/week", need.loads);
            push("fleet", need.fleet, "loads-per-truck-day", "number", need.loads_per_truck_day);
            push("fleet", need.fleet, "hours-available", "h/week", need.hours_available);
            push("fleet", need.fleet, "hours-preparation", "h/week", need.hours_preparation);
            push("fleet", need.fleet, "hours-stops", "h/week", need.hours_stops);
            push("fleet", need.fleet, "hours-unloading", "h/week", need.hours_unloading);
            push("fleet", need.fleet, "hours-travel-estimate", "h/week", need.hours_travel_estimate);
        }
        for pressure in &self.pressures {
            push("resource", &pressure.resource, "need-over-supply", "ratio", pressure.ratio);
        }
        push("roads", "measured", "length", "km", self.roads.measured_km);
        push("roads", "schematic", "length", "km", self.roads.schematic_km);
        push("roads", "synthetic", "length", "km", self.roads.synthetic_km);
        for subject in &self.assumed {
            push("assumed", subject.subject, "rows", "number", subject.rows as f64);
            push("assumed", subject.subject, "assumed", "number", subject.assumed as f64);
        }
        figures
    }

    fn counts(&self, text: &Text) -> String {
        let arguments = [
            ("district", self.district.as_str().into()),
            ("communes", self.communes.into()),
            ("people", self.people.into()),
            ("points", self.points.into()),
            ("trucks", self.trucks.into()),
            ("facilities", self.facilities.into()),
        ];
        text.say("report-info-counts", &arguments)
    }

    fn waste(&self, text: &Text) -> String {
        let share = if self.waste_t > 0.0 { (self.furnace_t / self.waste_t).min(1.0) } else { 0.0 };
        let arguments = [
            ("waste", Argument::Number(self.waste_t, 0)),
            ("furnace", Argument::Number(self.furnace_t, 0)),
            ("share", Argument::Number(share * 100.0, 0)),
        ];
        text.say("report-info-waste", &arguments)
    }

    fn visits_line(&self, text: &Text) -> String {
        let visits = self.visits;
        let arguments = [("fewest", visits.fewest.into()), ("today", visits.today.into()), ("both", visits.both.into())];
        text.say("report-info-visits", &arguments)
    }

    fn fleet_grid(&self, text: &Text) -> Grid {
        let heading = |need: &FleetNeed| {
            let key = format!("report-info-fleet-{}", need.fleet);
            (text.say(&key, &[("count", need.trucks.len().into())]), true)
        };
        let first = (text.plain("report-info-quantity"), false);
        let mut grid = Grid::new(std::iter::once(first).chain(self.fleets.iter().map(heading)));
        type Quantity = fn(&FleetNeed) -> Cell;
        let rows: [(&str, Quantity); 11] = [
            ("report-info-payload", |need| Cell::Number(need.payload_t, 1)),
            ("report-info-payload-reserve", |need| Cell::Number(need.payload_with_reserve_t, 1)),
            ("report-info-loads", |need| Cell::Number(need.loads, 0)),
            ("report-info-loads-day", |need| Cell::Number(need.loads_per_truck_day, 2)),
            ("report-info-hours-stops", |need| Cell::Number(need.hours_stops, 0)),
            ("report-info-hours-unloading", |need| Cell::Number(need.hours_unloading, 0)),
            ("report-info-hours-preparation", |need| Cell::Number(need.hours_preparation, 0)),
            ("report-info-hours-travel", |need| Cell::Number(need.hours_travel_estimate, 0)),
            ("report-info-hours-needed", |need| Cell::Number(need.hours_needed(), 0)),
            ("report-info-hours-available", |need| Cell::Number(need.hours_available, 0)),
            ("report-info-hours-ratio", |need| Cell::Share(need.hours_needed() / need.hours_available, 0)),
        ];
        for (key, quantity) in rows {
            grid.push(std::iter::once(text.plain(key).into()).chain(self.fleets.iter().map(quantity)).collect());
        }
        grid
    }

    fn binding_line(&self, text: &Text) -> String {
        let scarce = self.pressures.iter().filter(|pressure| pressure.ratio > 1.0);
        let named: Vec<String> = scarce
            .map(|pressure| {
                let resource = text.plain(&format!("report-resource-{}", pressure.resource));
                let percent = Argument::Number(pressure.ratio * 100.0, 0);
                text.say("report-info-pressure", &[("resource", resource.into()), ("percent", percent)])
            })
            .collect();
        if named.is_empty() {
            text.plain("report-info-nothing-binds")
        } else {
            text.say("report-info-binds", &[("resources", named.join("; ").into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::trial::nothing_read;
    use crate::model::testing::district;
    use crate::text::Language;

    #[test]
    fn need_is_held_against_supply() {
        // Two points of 700 kg a week that are owed one visit; the first was visited twice.
        let mut problem = district(2, 2);
        problem.points[0].visits_today = 2;
        problem.trucks[1].new = true;
        let report = InfoReport::new(&problem, &nothing_read());
        assert_eq!((report.visits.fewest, report.visits.today, report.visits.both, report.visits.required), (2, 2, 3, 2));
        assert_eq!(report.waste_t, 1.4);
        let [existing, all] = &report.fleets[..] else { panic!("two fleets") };
        // One load each on seven days: 7 · 4 t for one truck, twice that for two; 1.4 t are a twentieth of the first.
        assert_eq!((existing.truck_days, all.truck_days), (7, 14));
        assert!((existing.loads_per_truck_day - 0.05).abs() < 1e-9 && (all.loads_per_truck_day - 0.025).abs() < 1e-9);
        // Two visits of 5 min and 1.4 t at 10 min: 24 min.
        assert!((all.hours_stops - 0.4).abs() < 1e-9);
        let text = Text::new(Language::Vietnamese);
        let shown = report.screen(&text, 100);
        assert!(shown.contains("ít nhất 2") && shown.contains("giữ cả hai 3"), "{shown}");
    }
}
