//! Plan ↔ plan file: indices become ids, seconds become clock times, and back.

use super::{Break, BreakMoment, Load, Objective, Plan, Problem, Route, RunRecord, Stop, Trip, Unload};
use crate::dataset::{
    BreakEntry, ChoicesEntry, DayEntry, IterationsPlanned, ObjectiveEntry, PlanFile, RouteEntry, RunEntry, StopEntry, TripEntry,
    UnloadEntry,
};
use crate::fault::{Fault, Faults, NO_SUGGESTION, Place, Source, did_you_mean};
use crate::table::{JsonPlaces, Step};
use crate::text::{WEEKDAY_CODES, clock_time, read_clock_time};
use crate::units::{Kilograms, Litres, Seconds, Vnd};

/// The largest weight or volume that is read: far more than any truck holds, and sums of a week stay far from overflow.
const LARGEST_LOAD: i64 = 1_000_000_000;

impl Plan {
    /// The plan as a file.
    pub fn to_file(&self, problem: &Problem) -> PlanFile {
        let days = self.days.iter().enumerate().filter(|(_, routes)| !routes.is_empty());
        PlanFile {
            format: PlanFile::<DayEntry>::FORMAT.to_owned(),
            district: problem.name.clone(),
            choices: ChoicesEntry {
                trucks: problem.trucks.iter().map(|truck| truck.id.clone()).collect(),
                from: problem.horizon.first_date.map(|date| date.to_string()),
            },
            run: run_entry(&self.run),
            objective: ObjectiveEntry {
                people_short: self.objective.people_short,
                service_millidays: self.objective.service_millidays,
                not_burnt_kg: self.objective.not_burnt.0,
                cost_vnd: self.objective.cost.0,
            },
            days: days
                .map(|(day, routes)| DayEntry {
                    day,
                    weekday: weekday(day, problem.horizon.n_days).map(str::to_owned),
                    date: problem.date(day).map(|date| date.to_string()),
                    routes: routes.iter().map(|route| route_entry(route, problem)).collect(),
                })
                .collect(),
        }
    }

    /// The plan of a file, for the problem it was made for; `source` is the text it was read from.
    ///
    /// Only what the file says is read: whether the times and loads are right is for the verifier to find out.
    ///
    /// # Errors
    /// Every id that the problem lacks, every time, day or amount that is none, each with its place.
    pub fn from_file(file: &PlanFile, problem: &Problem, source: &Source) -> Result<Self, Faults> {
        let mut reading = Reading { problem, path: Vec::new(), found: Vec::new() };
        let days = reading.days(&file.days);
        if !reading.found.is_empty() {
            return Err(placed(reading.found, source));
        }
        let objective = Objective {
            people_short: file.objective.people_short,
            service_millidays: file.objective.service_millidays,
            not_burnt: Kilograms(file.objective.not_burnt_kg),
            cost: Vnd(file.objective.cost_vnd),
        };
        let run = RunRecord {
            version: file.run.version.clone(),
            fingerprint: file.run.fingerprint.clone(),
            seed: file.run.seed,
            iterations_planned: file.run.iterations_planned.as_ref().map_or_else(Vec::new, IterationsPlanned::to_vec),
            iterations: file.run.iterations,
            started_from: file.run.started_from.clone(),
        };
        Ok(Self { days, run, objective })
    }
}

fn weekday(day: usize, n_days: usize) -> Option<&'static str> {
    if n_days == WEEKDAY_CODES.len() { WEEKDAY_CODES.get(day).copied() } else { None }
}

fn run_entry(run: &RunRecord) -> RunEntry {
    RunEntry {
        version: run.version.clone(),
        fingerprint: run.fingerprint.clone(),
        seed: run.seed,
        iterations_planned: IterationsPlanned::of(&run.iterations_planned),
        iterations: run.iterations,
        started_from: run.started_from.clone(),
    }
}

fn route_entry(route: &Route, problem: &Problem) -> RouteEntry {
    RouteEntry {
        truck: problem.trucks[route.truck].id.clone(),
        start: clock_time(route.start),
        end: clock_time(route.end),
        pause: route.pause.map(|pause| BreakEntry {
            event: pause.event,
            moment: match pause.moment {
                BreakMoment::Before => "before".to_owned(),
                BreakMoment::After => "after".to_owned(),
            },
            start: clock_time(pause.start),
        }),
        trips: route.trips.iter().map(|trip| trip_entry(trip, problem)).collect(),
    }
}

fn trip_entry(trip: &Trip, problem: &Problem) -> TripEntry {
    let stops = trip.stops.iter().map(|stop| StopEntry {
        point: problem.points[stop.point].id.clone(),
        arrive: clock_time(stop.arrive),
        start: clock_time(stop.start),
        end: clock_time(stop.end),
        kg: stop.load.kg.0,
        litres: stop.load.litres.0,
    });
    let unload = trip.unload.map(|unload| UnloadEntry {
        facility: problem.facilities[unload.facility].id.clone(),
        arrive: clock_time(unload.arrive),
        start: clock_time(unload.start),
        end: clock_time(unload.end),
        kg: unload.load.kg.0,
        litres: unload.load.litres.0,
    });
    TripEntry { stops: stops.collect(), unload }
}

/// Reads entries, and notes what is wrong with the path to where it stands.
struct Reading<'a> {
    problem: &'a Problem,
    path: Vec<Step>,
    found: Vec<(Fault, Vec<Step>)>,
}

impl Reading<'_> {
    fn days(&mut self, entries: &[DayEntry]) -> Vec<Vec<Route>> {
        let n_days = self.problem.horizon.n_days;
        let mut days: Vec<Option<Vec<Route>>> = vec![None; n_days];
        for (i, entry) in entries.iter().enumerate() {
            self.path = vec![Step::Field("days"), Step::Item(i)];
            let routes = self.routes(&entry.routes);
            self.path.truncate(2);
            let Some(place) = days.get_mut(entry.day) else {
                let fault = Fault::error("plan-day", Place::default()).with("day", entry.day).with("last", n_days - 1);
                self.note("day", fault);
                continue;
            };
            if place.replace(routes).is_some() {
                self.note("day", Fault::error("plan-day-twice", Place::default()).with("day", entry.day));
            }
            self.day_names(entry);
        }
        days.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// A weekday or a date that contradicts the day's number would mislead whoever reads the file.
    fn day_names(&mut self, entry: &DayEntry) {
        let expected = weekday(entry.day, self.problem.horizon.n_days);
        if let Some(name) = entry.weekday.as_deref().filter(|name| Some(*name) != expected) {
            let fault = Fault::error("plan-weekday", Place::default()).with("weekday", name);
            self.note("weekday", fault.with("expected", expected.unwrap_or("null")));
        }
        let expected = self.problem.date(entry.day).map(|date| date.to_string());
        if entry.date.is_some() && entry.date != expected {
            let fault = Fault::error("plan-date", Place::default()).with("date", entry.date.clone().unwrap_or_default());
            self.note("date", fault.with("expected", expected.unwrap_or_else(|| "null".to_owned())));
        }
    }

    fn routes(&mut self, entries: &[RouteEntry]) -> Vec<Route> {
        let mut routes: Vec<Route> = Vec::new();
        for (i, entry) in entries.iter().enumerate() {
            self.path.extend([Step::Field("routes"), Step::Item(i)]);
            let n_found = self.found.len();
            let route = self.route(entry);
            if self.found.len() == n_found && routes.iter().any(|other| other.truck == route.truck) {
                self.note("truck", Fault::error("plan-truck-twice", Place::default()).with("truck", entry.truck.as_str()));
            }
            routes.push(route);
            self.up();
        }
        routes.sort_by_key(|route| route.truck);
        routes
    }

    fn route(&mut self, entry: &RouteEntry) -> Route {
        let truck = self.index("truck", &entry.truck, self.problem.trucks.iter().map(|truck| truck.id.as_str()));
        let (start, end) = (self.time("start", &entry.start), self.time("end", &entry.end));
        let n_events: usize = entry.trips.iter().map(|trip| trip.stops.len() + usize::from(trip.unload.is_some())).sum();
        let pause = entry.pause.as_ref().map(|pause| {
            self.path.push(Step::Field("pause"));
            let pause = self.pause(pause, n_events);
            self.path.pop();
            pause
        });
        let mut trips = Vec::new();
        for (i, trip) in entry.trips.iter().enumerate() {
            self.path.extend([Step::Field("trips"), Step::Item(i)]);
            trips.push(self.trip(trip));
            self.up();
        }
        Route { truck, start, trips, pause, end }
    }

    fn pause(&mut self, entry: &BreakEntry, n_events: usize) -> Break {
        if entry.event >= n_events {
            let fault = Fault::error("plan-break-event", Place::default()).with("event", entry.event).with("events", n_events);
            self.note("event", fault);
        }
        let moment = match entry.moment.as_str() {
            "before" => BreakMoment::Before,
            "after" => BreakMoment::After,
            other => {
                self.note("moment", Fault::error("plan-break-moment", Place::default()).with("moment", other));
                BreakMoment::Before
            }
        };
        Break { event: entry.event, moment, start: self.time("start", &entry.start) }
    }

    fn trip(&mut self, entry: &TripEntry) -> Trip {
        let mut stops = Vec::new();
        for (i, stop) in entry.stops.iter().enumerate() {
            self.path.extend([Step::Field("stops"), Step::Item(i)]);
            stops.push(self.stop(stop));
            self.up();
        }
        let unload = entry.unload.as_ref().map(|unload| {
            self.path.push(Step::Field("unload"));
            let unload = self.unload(unload);
            self.path.pop();
            unload
        });
        Trip { stops, unload }
    }

    fn stop(&mut self, entry: &StopEntry) -> Stop {
        Stop {
            point: self.index("point", &entry.point, self.problem.points.iter().map(|point| point.id.as_str())),
            arrive: self.time("arrive", &entry.arrive),
            start: self.time("start", &entry.start),
            end: self.time("end", &entry.end),
            load: self.load(entry.kg, entry.litres),
        }
    }

    fn unload(&mut self, entry: &UnloadEntry) -> Unload {
        let facilities = self.problem.facilities.iter().map(|facility| facility.id.as_str());
        Unload {
            facility: self.index("facility", &entry.facility, facilities),
            arrive: self.time("arrive", &entry.arrive),
            start: self.time("start", &entry.start),
            end: self.time("end", &entry.end),
            load: self.load(entry.kg, entry.litres),
        }
    }

    /// The index of `id` among `ids`; 0 where it is not there, which is noted.
    fn index<'i>(&mut self, field: &'static str, id: &str, ids: impl Iterator<Item = &'i str> + Clone) -> usize {
        if let Some(index) = ids.clone().position(|other| other == id) {
            return index;
        }
        let code = match field {
            "truck" => "plan-unknown-truck",
            "point" => "plan-unknown-point",
            _ => "plan-unknown-facility",
        };
        let meant = did_you_mean(id, ids).unwrap_or(NO_SUGGESTION);
        self.note(field, Fault::error(code, Place::default()).with("id", id).with("meant", meant));
        0
    }

    fn time(&mut self, field: &'static str, written: &str) -> Seconds {
        read_clock_time(written).unwrap_or_else(|| {
            self.note(field, Fault::error("plan-time", Place::default()).with("time", written));
            Seconds::ZERO
        })
    }

    fn load(&mut self, kg: i64, litres: i64) -> Load {
        for (field, amount) in [("kg", kg), ("litres", litres)] {
            if !(0..=LARGEST_LOAD).contains(&amount) {
                self.note(field, Fault::error("plan-amount", Place::default()).with("amount", amount));
            }
        }
        Load { kg: Kilograms(kg), litres: Litres(litres) }
    }

    /// Notes a fault of `field` of the entry that is being read.
    fn note(&mut self, field: &'static str, fault: Fault) {
        let path = [&self.path[..], &[Step::Field(field)]].concat();
        self.found.push((fault, path));
    }

    /// Leaves an item of a list.
    fn up(&mut self) {
        self.path.truncate(self.path.len() - 2);
    }
}

/// The faults with their places, which are looked up only now that they are needed.
fn placed(found: Vec<(Fault, Vec<Step>)>, source: &Source) -> Faults {
    let places = JsonPlaces::new(&source.text).ok();
    let mut faults = Faults::new();
    for (fault, path) in found {
        let place = places.as_ref().map_or_else(|| source.place(), |places| source.place_of_byte(places.bytes(&path).start));
        faults.push(Fault { place, ..fault });
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, district, plan};
    use super::*;

    fn source(text: String) -> Source {
        Source { name: "plan.json".into(), text }
    }

    /// Two routes on two days, with a break and an unload on each.
    fn example() -> (Problem, Plan) {
        let problem = district(3, 2);
        let mut plan = plan(&problem, &[(0, 1, at(6, 0), &[(&[0, 1], Some(0)), (&[2], Some(1))]), (5, 0, at(23, 30), &[(&[1], Some(1))])]);
        for route in plan.days.iter_mut().flatten() {
            route.end = route.start + at(9, 30);
            route.pause = Some(Break { event: 1, moment: BreakMoment::After, start: route.start + at(3, 0) });
            let unload = route.trips[0].unload.as_mut().expect("every trip ends with one");
            unload.load = Load { kg: Kilograms(1200), litres: Litres(2400) };
        }
        plan.run.iterations_planned = vec![100, 120];
        plan.run.fingerprint = "ab12".to_owned();
        plan.objective.cost = Vnd(5);
        (problem, plan)
    }

    #[test]
    fn a_plan_comes_back_from_its_file() {
        let (problem, plan) = example();
        let source = source(plan.to_file(&problem).to_json());
        let file = PlanFile::read(&source).expect("it is a plan");
        assert_eq!(Plan::from_file(&file, &problem, &source).expect("it fits the problem"), plan);
        assert!(source.text.contains("\"start\": \"23:30:00\"") && source.text.contains("\"end\": \"33:00:00\""));
    }

    #[test]
    fn every_fault_is_found_at_once_with_its_place() {
        let (problem, plan) = example();
        let mut file = plan.to_file(&problem);
        file.days[0].weekday = Some("tue".to_owned());
        file.days[0].routes[0].trips[0].stops[0].point = "P11".to_owned();
        file.days[0].routes[0].trips[0].stops[1].kg = -4;
        file.days[0].routes[0].start = "6h".to_owned();
        file.days[1].day = 9;
        file.days[1].routes[0].truck = "Z".to_owned();
        let source = source(file.to_json());
        let faults = Plan::from_file(&file, &problem, &source).expect_err("it is faulty");
        let found: Vec<(&str, String)> = faults
            .sorted()
            .iter()
            .map(|fault| {
                let line = source.text.lines().nth(fault.place.line.unwrap_or(0) - 1).unwrap_or_default();
                (fault.code, line.trim().trim_end_matches(',').to_owned())
            })
            .collect();
        let expected = [
            ("plan-weekday", "\"weekday\": \"tue\""),
            ("plan-time", "\"start\": \"6h\""),
            ("plan-unknown-point", "\"point\": \"P11\""),
            ("plan-amount", "\"kg\": -4"),
            ("plan-day", "\"day\": 9"),
            ("plan-unknown-truck", "\"truck\": \"Z\""),
        ];
        assert_eq!(found, expected.map(|(code, line)| (code, line.to_owned())));
    }

    #[test]
    fn a_truck_has_one_route_a_day_and_a_break_one_place() {
        let (problem, plan) = example();
        let mut file = plan.to_file(&problem);
        let mut again = file.days[0].routes[0].clone();
        again.pause = Some(BreakEntry { event: 99, moment: "during".to_owned(), start: "10:00:00".to_owned() });
        file.days[0].routes.push(again);
        let day = file.days[1].clone();
        file.days.push(day);
        let source = source(file.to_json());
        let faults = Plan::from_file(&file, &problem, &source).expect_err("it is faulty");
        let codes: Vec<&str> = faults.sorted().iter().map(|fault| fault.code).collect();
        assert_eq!(codes, ["plan-break-event", "plan-break-moment", "plan-day-twice"]);
        file.days.pop();
        file.days[0].routes[1].pause = None;
        let faults = Plan::from_file(&file, &problem, &source).expect_err("it is faulty");
        assert_eq!(faults.sorted()[0].code, "plan-truck-twice");
    }
}
