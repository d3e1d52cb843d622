//! `thugom plan` on a classic instance: its cost in its own unit, and its routes by day and truck.

use serde::Serialize;

use super::{Cell, Figure, Grid};
use crate::constraint::{Replay, RouteReplay};
use crate::dataset::{ObjectiveEntry, RunEntry};
use crate::instance::Instance;
use crate::model::Plan;
use crate::text::{Argument, Text};

/// How many points without a visit are named on a screen.
const SHOWN: usize = 10;

/// What a plan makes of an instance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InstanceReport {
    /// Name of the instance.
    pub instance: String,
    /// The set in whose format it is written.
    pub set: &'static str,
    /// Days of its horizon.
    pub days: usize,
    /// Its points.
    pub points: usize,
    /// Its trucks; more than can be of use where their number is free.
    pub trucks: usize,
    /// Its facilities.
    pub facilities: usize,
    /// Cost, in the instance's unit.
    pub cost: f64,
    /// Length of all routes, in the instance's unit.
    pub length: f64,
    /// A row for each route.
    pub routes: Vec<InstanceRoute>,
    /// Points that are not visited on the days of one of their patterns.
    pub unserved: Vec<String>,
    /// What the plan is worth to the search.
    pub objective: ObjectiveEntry,
    /// How it was made.
    pub run: RunEntry,
    /// Decimals with which costs of the set are published.
    #[serde(skip)]
    decimals: usize,
}

/// One route.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InstanceRoute {
    /// Day, the first is 1.
    pub day: usize,
    /// Id of the truck.
    pub truck: String,
    /// Stops.
    pub stops: usize,
    /// Unloads.
    pub unloads: usize,
    /// Collected, in the instance's unit.
    pub load: i64,
    /// Length, in the instance's unit.
    pub length: f64,
    /// Working time, in the instance's unit; nothing where it has no times.
    pub time: Option<f64>,
    /// The points in driving order, by the numbers of the instance's file.
    pub order: Vec<String>,
}

impl InstanceReport {
    /// The report on a plan.
    pub fn new(instance: &Instance, plan: &Plan) -> Self {
        let problem = &instance.problem;
        let replay = Replay::new(problem, plan);
        let file = plan.to_file(problem);
        let routes: Vec<InstanceRoute> = replay.routes().map(|route| InstanceRoute::new(instance, route)).collect();
        let is_unserved = |index: &usize| {
            let days = replay.schedule[*index];
            problem.points[*index].patterns.iter().all(|pattern| pattern.days != days || !pattern.admissible)
        };
        Self {
            instance: instance.name.clone(),
            set: instance.format.set(),
            days: problem.horizon.n_days,
            points: problem.points.len(),
            trucks: problem.trucks.len(),
            facilities: problem.facilities.len(),
            cost: instance.cost(plan.objective.cost),
            length: routes.iter().map(|route| route.length).sum(),
            unserved: (0..problem.points.len()).filter(is_unserved).map(|index| problem.points[index].id.clone()).collect(),
            routes,
            objective: file.objective,
            run: file.run,
            decimals: instance.decimals,
        }
    }

    /// The report for a screen of `width` columns.
    pub fn screen(&self, text: &Text, width: usize) -> String {
        let counts = [
            ("instance", self.instance.as_str().into()),
            ("set", self.set.into()),
            ("points", self.points.into()),
            ("days", self.days.into()),
            ("trucks", self.trucks.into()),
            ("facilities", self.facilities.into()),
        ];
        let effort = [
            ("cost", Argument::Number(self.cost, self.decimals)),
            ("length", Argument::Number(self.length, self.decimals)),
            ("routes", self.routes.len().into()),
            ("visits", self.routes.iter().map(|route| route.stops).sum::<usize>().into()),
        ];
        let lines = [
            text.say("report-instance-counts", &counts),
            text.say("report-instance-cost", &effort),
            self.service(text),
            String::new(),
            text.plain("report-by-day"),
            self.grid(text).screen(width, text.language()),
        ];
        lines.join("\n")
    }

    /// The report as a long table.
    pub fn figures(&self) -> Vec<Figure> {
        let of = |scope, item: &str, indicator: &str, unit: &str, value: Option<f64>| Figure {
            scope,
            item: item.to_owned(),
            indicator: indicator.to_owned(),
            unit: unit.to_owned(),
            value,
        };
        let whole = |indicator: &str, unit: &str, value: f64| of("instance", &self.instance, indicator, unit, Some(value));
        let mut figures = vec![
            whole("cost", "instance", self.cost),
            whole("length", "instance", self.length),
            whole("routes", "number", self.routes.len() as f64),
            whole("unserved", "number", self.unserved.len() as f64),
        ];
        for route in &self.routes {
            let item = format!("{} {}", route.truck, route.day);
            let one = |indicator: &str, unit: &str, value: Option<f64>| of("truck-day", &item, indicator, unit, value);
            figures.extend([
                one("stops", "number", Some(route.stops as f64)),
                one("unloads", "number", Some(route.unloads as f64)),
                one("load", "instance", Some(route.load as f64)),
                one("length", "instance", Some(route.length)),
                one("time", "instance", route.time),
            ]);
        }
        figures
    }

    fn service(&self, text: &Text) -> String {
        if self.unserved.is_empty() {
            return text.plain("report-instance-served");
        }
        let mut named = self.unserved[..self.unserved.len().min(SHOWN)].join(", ");
        if self.unserved.len() > SHOWN {
            named.push_str(" …");
        }
        text.say("report-instance-unserved", &[("count", self.unserved.len().into()), ("points", named.into())])
    }

    fn grid(&self, text: &Text) -> Grid {
        let headings = [
            ("report-column-day", true),
            ("report-column-truck", false),
            ("report-column-stops", true),
            ("report-column-unloads", true),
            ("report-column-amount", true),
            ("report-column-length", true),
            ("report-column-time", true),
        ];
        let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
        for day in self.routes.chunk_by(|a, b| a.day == b.day) {
            for (index, route) in day.iter().enumerate() {
                grid.push(vec![
                    if index == 0 { route.day.into() } else { Cell::Empty },
                    route.truck.as_str().into(),
                    route.stops.into(),
                    route.unloads.into(),
                    route.load.into(),
                    Cell::Number(route.length, self.decimals),
                    route.time.map_or(Cell::Empty, |time| Cell::Number(time, self.decimals)),
                ]);
            }
        }
        grid
    }
}

impl InstanceRoute {
    fn new(instance: &Instance, route: &RouteReplay) -> Self {
        let problem = &instance.problem;
        Self {
            day: route.day + 1,
            truck: problem.trucks[route.truck].id.clone(),
            stops: route.stops().count(),
            unloads: route.unloads().count(),
            load: route.stops().map(|(_, halt)| halt.load.kg.0).sum(),
            length: route.metres().0 as f64 / instance.metres_per_unit as f64,
            time: instance.seconds_per_unit.map(|unit| route.working().0 as f64 / unit as f64),
            order: route.stops().map(|(point, _)| problem.points[point].id.clone()).collect(),
        }
    }
}
