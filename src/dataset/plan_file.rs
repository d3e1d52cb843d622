//! The plan as a file (`plan.json`): ids and clock times, readable without the program.
//!
//! # Why the lists are type parameters
//! A faulty file is read piece by piece, so that one bad route does not hide the faults of the others: the same type
//! with [`IgnoredAny`] in place of its parts reads only its own fields.

use schemars::JsonSchema;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};

use crate::fault::{Fault, Faults, Source};
use crate::table::{JsonPlaces, Step};

/// A week's plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "thugom plan")]
pub struct PlanFile<D = DayEntry> {
    /// Name and version of this format.
    pub format: String,
    /// Name of the district.
    pub district: String,
    /// What was chosen on the command line.
    pub choices: ChoicesEntry,
    /// How the plan was made.
    pub run: RunEntry,
    /// What the plan is worth, most important level first; less is better.
    pub objective: ObjectiveEntry,
    /// The days with routes, in order.
    pub days: Vec<D>,
}

/// What the plan was made for, beside the project's files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoicesEntry {
    /// Ids of the trucks that were to be used.
    pub trucks: Vec<String>,
    /// Date of the first day (a Monday), where the week is a dated one.
    pub from: Option<String>,
}

/// How the plan was made; with the same version, input, seed and iterations it is made again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RunEntry {
    /// Version of the program.
    pub version: String,
    /// SHA-256 of the input and of the choices.
    pub fingerprint: String,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Iterations planned: those asked for, or what a time limit had room for; none where the search ended before that was decided.
    pub iterations_planned: Option<IterationsPlanned>,
    /// Iterations done.
    pub iterations: u64,
    /// SHA-256 of the decisions of the plan that the search started from, where it started from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_from: Option<String>,
}

/// How many iterations a run was laid out for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a whole number or a list of them")]
pub enum IterationsPlanned {
    /// Decided once.
    Once(u64),
    /// Decided by the clock after the first epochs and at the start of each further part of the schedule.
    InParts(Vec<u64>),
}

impl IterationsPlanned {
    /// What was decided, one after the other; nothing where nothing was.
    #[must_use]
    pub fn of(planned: &[u64]) -> Option<Self> {
        match planned {
            [] => None,
            [once] => Some(Self::Once(*once)),
            parts => Some(Self::InParts(parts.to_vec())),
        }
    }

    /// What was decided, one after the other.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u64> {
        match self {
            Self::Once(once) => vec![*once],
            Self::InParts(parts) => parts.clone(),
        }
    }
}

/// What a plan is worth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveEntry {
    /// People at points that miss a requirement.
    pub people_short: i64,
    /// Waiting age (people-weighted mean, and the worst commune's at its weight), in thousandths of a day.
    pub service_millidays: i64,
    /// Kilograms tipped elsewhere than at the facility of first choice.
    pub not_burnt_kg: i64,
    /// Cost of the week, priced softness (more day patterns than asked for) included.
    pub cost_vnd: i64,
}

/// A day with its routes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DayEntry<R = RouteEntry> {
    /// Number of the day, 0 = Monday.
    pub day: usize,
    /// `mon` … `sun`; only where the plan is for a week.
    pub weekday: Option<String>,
    /// Date (`2026-11-23`), where the week is a dated one.
    pub date: Option<String>,
    /// At most one route for each truck.
    pub routes: Vec<R>,
}

/// One truck on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RouteEntry<T = TripEntry, B = BreakEntry> {
    /// Id of the truck.
    pub truck: String,
    /// Start of preparation at the depot (`06:00:00`).
    pub start: String,
    /// Return to the depot; past midnight the hours go on beyond 24.
    pub end: String,
    /// The break, where the route needs one.
    pub pause: Option<B>,
    /// Trips in driving order.
    pub trips: Vec<T>,
}

/// Stops and the unload that ends them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TripEntry<S = StopEntry, U = UnloadEntry> {
    /// Stops in driving order.
    pub stops: Vec<S>,
    /// The unload; none only on the last trip of a truck that may come home loaded.
    pub unload: Option<U>,
}

/// A visit to a collection point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StopEntry {
    /// Id of the point.
    pub point: String,
    /// Arrival.
    pub arrive: String,
    /// Start of service.
    pub start: String,
    /// End of service.
    pub end: String,
    /// Kilograms collected.
    pub kg: i64,
    /// Litres they take in the truck's body.
    pub litres: i64,
}

/// A visit to a facility.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnloadEntry {
    /// Id of the facility.
    pub facility: String,
    /// Arrival at the gate.
    pub arrive: String,
    /// Start of unloading: a bay is free.
    pub start: String,
    /// End of unloading.
    pub end: String,
    /// Kilograms tipped.
    pub kg: i64,
    /// Litres tipped.
    pub litres: i64,
}

/// The break of a route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakEntry {
    /// At which of the route's stops and unloads, counted from 0 in driving order.
    pub event: usize,
    /// `before` or `after` the service or unload there.
    pub moment: String,
    /// Start.
    pub start: String,
}

impl PlanFile {
    /// What `format` says in the files of this version.
    pub const FORMAT: &'static str = "thugom-plan-1";

    /// The JSON Schema of the file.
    pub fn schema() -> schemars::Schema {
        schemars::schema_for!(Self)
    }

    /// The file's bytes: JSON, indented, with a newline at the end.
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).expect("a plan has string keys only");
        json.push('\n');
        json
    }

    /// The plan that is written in `source`.
    ///
    /// # Errors
    /// Every part that is not as [`PlanFile::schema`] says, each with its place. A text that is not JSON has one fault.
    pub fn read(source: &Source) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        if let Some(file) = serde_json::from_str::<Self>(&source.text).ok().filter(|file| file.format == Self::FORMAT) {
            return Ok(file);
        }
        match JsonPlaces::new(&source.text) {
            Err(error) => {
                let byte = byte_of_line_and_column(&source.text, error.line(), error.column());
                let fault = Fault::error("plan-not-json", source.place_of_byte(byte)).with("problem", problem(&error));
                faults.push(fault);
            }
            Ok(places) => Inspection { source, places, faults: &mut faults }.file(),
        }
        Err(faults)
    }
}

/// Reads a faulty file piece by piece.
struct Inspection<'a> {
    source: &'a Source,
    places: JsonPlaces,
    faults: &'a mut Faults,
}

impl Inspection<'_> {
    fn file(&mut self) {
        let root = self.piece::<PlanFile<IgnoredAny>>(&[]);
        if let Some(file) = root.filter(|file| file.format != PlanFile::<DayEntry>::FORMAT) {
            let place = self.source.place_of_byte(self.places.bytes(&[Step::Field("format")]).start);
            let fault = Fault::error("plan-format", place).with("found", file.format).with("expected", PlanFile::<DayEntry>::FORMAT);
            self.faults.push(fault);
        }
        let days = [Step::Field("days")];
        for day in 0..self.places.n_items(&days) {
            self.day(&[&days[..], &[Step::Item(day)]].concat());
        }
    }

    fn day(&mut self, path: &[Step]) {
        self.piece::<DayEntry<IgnoredAny>>(path);
        let routes = [path, &[Step::Field("routes")]].concat();
        for route in 0..self.places.n_items(&routes) {
            self.route(&[&routes[..], &[Step::Item(route)]].concat());
        }
    }

    fn route(&mut self, path: &[Step]) {
        self.piece::<RouteEntry<IgnoredAny, IgnoredAny>>(path);
        self.optional::<BreakEntry>(path, "pause");
        let trips = [path, &[Step::Field("trips")]].concat();
        for trip in 0..self.places.n_items(&trips) {
            let path = [&trips[..], &[Step::Item(trip)]].concat();
            self.piece::<TripEntry<IgnoredAny, IgnoredAny>>(&path);
            self.optional::<UnloadEntry>(&path, "unload");
            let stops = [&path[..], &[Step::Field("stops")]].concat();
            for stop in 0..self.places.n_items(&stops) {
                self.piece::<StopEntry>(&[&stops[..], &[Step::Item(stop)]].concat());
            }
        }
    }

    fn optional<T: DeserializeOwned>(&mut self, path: &[Step], field: &'static str) {
        let path = [path, &[Step::Field(field)]].concat();
        if self.places.has(&path) {
            self.piece::<Option<T>>(&path);
        }
    }

    /// Reads the value at `path`; records what is wrong with it.
    fn piece<T: DeserializeOwned>(&mut self, path: &[Step]) -> Option<T> {
        let bytes = self.places.bytes(path);
        let written = &self.source.text[bytes.clone()];
        match serde_json::from_str(written) {
            Ok(value) => Some(value),
            Err(error) => {
                let byte = bytes.start + byte_of_line_and_column(written, error.line(), error.column());
                let fault = Fault::error("plan-shape", self.source.place_of_byte(byte)).with("problem", problem(&error));
                self.faults.push(fault);
                None
            }
        }
    }
}

/// The words of a JSON error without its line and column, which the fault's place has.
fn problem(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.split(" at line ").next().unwrap_or_default().to_owned()
}

/// The byte of a line and column that both count from 1; columns of JSON errors count bytes.
fn byte_of_line_and_column(text: &str, line: usize, column: usize) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (line_start + column.saturating_sub(1)).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: String) -> Source {
        Source { name: "plan.json".into(), text }
    }

    fn places(text: &str) -> Vec<String> {
        let faults = PlanFile::read(&source(text.to_owned())).expect_err("it is faulty");
        faults.sorted().iter().map(|fault| format!("{} {}", fault.code, fault.place)).collect()
    }

    #[test]
    fn every_bad_part_is_named_at_once() {
        let text = r#"{"format": "thugom-plan-1", "district": "Ba Xã", "choices": {"trucks": [], "from": null},
"run": {"version": "0.1.0", "fingerprint": "", "seed": 1, "iterations_planned": null, "iterations": 0},
"objective": {"people_short": 0, "service_millidays": 0, "not_burnt_kg": 0, "cost_vnd": 0}, "days": [
{"day": -1, "routes": []},
{"day": 1, "weekday": null, "date": null, "routes": [
 {"truck": "X1", "start": "06:00", "end": "07:00", "pause": null, "trips": [{"stops": [
  {"point": 5, "arrive": "06:10", "start": "06:10", "end": "06:15", "kg": 1, "litres": 2},
  {"point": "P2", "arive": "06:10"}], "unload": {}}]}]}]}"#;
        let found = places(text);
        let lines: Vec<&str> = found.iter().map(|fault| fault.rsplit_once(':').expect("a column").0).collect();
        assert_eq!(
            lines,
            ["plan-shape plan.json:4", "plan-shape plan.json:7", "plan-shape plan.json:8", "plan-shape plan.json:8"],
            "{found:?}"
        );
    }

    #[test]
    fn a_torn_file_and_another_format_are_faults() {
        assert_eq!(places("{\"days\": [\n"), ["plan-not-json plan.json:2:1"]);
        assert_eq!(places(""), ["plan-not-json plan.json:1:1"]);
        assert!(places("[]")[0].starts_with("plan-shape plan.json:1"));
    }
}
