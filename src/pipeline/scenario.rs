//! A project changed by a scenario, made into a problem.

use std::fs;
use std::path::{Path, PathBuf};

use super::ground::survey;
use super::load::Project;
use crate::fault::{Fault, Faults, NO_SUGGESTION, Place, Severity, did_you_mean};
use crate::model;
use crate::scenario::{Scenario, World};
use crate::table::decode;

/// Folder of a project where its scenarios lie.
const FOLDER: &str = "scenarios";
/// Largest file that is read, in bytes.
const LARGEST_FILE: u64 = 1 << 20;
/// Most points that a message names.
const SHOWN_POINTS: usize = 8;
/// Faults of places that no truck reaches any more: forgiven where a scenario may cut them off.
const OF_POINTS: [&str; 4] = ["point-unreachable", "point-access-too-narrow", "visit-too-heavy-for-access", "point-far-from-road"];

/// Reads the scenario that `name` means: a file, or the name of one in the project's folder `scenarios`.
///
/// # Errors
/// There is no such file, it cannot be read, or everything that is wrong with its form.
pub fn read_scenario(project: &Path, name: &str) -> Result<Scenario, Faults> {
    let path = locate(project, name)?;
    let shown = path.display().to_string();
    let mut faults = Faults::new();
    if fs::metadata(&path).map_or(0, |metadata| metadata.len()) > LARGEST_FILE {
        faults.push(Fault::error("file-too-large", Place::of_file(&shown)).with("megabytes", 1_usize).with("most", 1_usize));
        return Err(faults);
    }
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            faults.push(Fault::error("file-unreadable", Place::of_file(&shown)).with("reason", error.to_string()));
            return Err(faults);
        }
    };
    let source = decode(&shown, &bytes, &mut faults).ok_or(faults)?;
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    Scenario::read(&id, &source)
}

fn locate(project: &Path, name: &str) -> Result<PathBuf, Faults> {
    let direct = PathBuf::from(name);
    let shipped = project.join(FOLDER).join(format!("{name}.toml"));
    if direct.is_file() {
        return Ok(direct);
    }
    if shipped.is_file() {
        return Ok(shipped);
    }
    let known = scenarios_of(project);
    let meant = did_you_mean(name, known.iter().map(String::as_str)).unwrap_or(NO_SUGGESTION);
    let fault = Fault::error("scenario-missing", Place::default()).with("name", name).with("suggestion", meant);
    let mut faults = Faults::new();
    faults.push(fault.with("known", known.join(", ")).with("any", if known.is_empty() { "none" } else { "some" }));
    Err(faults)
}

/// The names of the scenarios in a project's folder, in alphabetical order.
pub fn scenarios_of(project: &Path) -> Vec<String> {
    let entries = fs::read_dir(project.join(FOLDER)).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let mut names: Vec<String> = files.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect();
    names.sort();
    names
}

/// Builds the problem of `world` changed by `scenario`, which has been applied: `changed` is what came of it.
///
/// # Errors
/// Points that lose their last road, unless the scenario says that they may, at the change that takes it; other places where no road leads.
pub fn build_changed(world: &World, scenario: &Scenario, changed: World) -> Result<Project, Faults> {
    let mut faults = Faults::new();
    let (network, ground) = survey(&changed, &mut faults);
    if scenario.may_cut_off {
        faults = without_points(faults);
    }
    if faults.has_errors() {
        return Err(cut_off(world, scenario, &faults));
    }
    let problem = model::build(&changed.dataset, &ground, &changed.choices());
    Ok(Project { dataset: changed.dataset, network, ground, problem, usual_roads: changed.usual_roads, warnings: faults })
}

fn without_points(faults: Faults) -> Faults {
    let mut others = Faults::new();
    for fault in faults.sorted().into_iter().filter(|fault| !OF_POINTS.contains(&fault.code)) {
        others.push(fault.clone());
    }
    others
}

/// One fault at the first change after which a place is out of reach, with the places.
fn cut_off(world: &World, scenario: &Scenario, found: &Faults) -> Faults {
    let is_cut_off = |n: &usize| {
        let mut faults = Faults::new();
        survey(&scenario.apply_first(*n, world), &mut faults);
        faults.has_errors()
    };
    let first = (1..scenario.n_changes()).find(is_cut_off).unwrap_or(scenario.n_changes());
    let errors: Vec<&Fault> = found.sorted().into_iter().filter(|fault| fault.severity == Severity::Error).collect();
    let ids: Vec<String> = errors.iter().filter_map(|fault| id_of(fault)).collect();
    let more = if ids.len() > SHOWN_POINTS { ", …" } else { "" };
    let shown = ids[..ids.len().min(SHOWN_POINTS)].join(", ");
    let mut faults = Faults::new();
    let only_points = errors.iter().all(|fault| OF_POINTS.contains(&fault.code));
    let code = if only_points { "scenario-cuts-off" } else { "scenario-cuts-off-facility" };
    let place = scenario.place_of(first.saturating_sub(1));
    let fault = Fault { code, ..Fault::error("scenario-cuts-off", place) };
    faults.push(fault.with("count", ids.len()).with("places", format!("{shown}{more}")));
    faults
}

/// The id of the place that a fault is about.
fn id_of(fault: &Fault) -> Option<String> {
    let named = fault.arguments.iter().find(|(name, _)| ["point", "facility", "depot"].contains(name));
    named.map(|(_, argument)| match argument {
        crate::text::Argument::Words(words) => words.clone(),
        crate::text::Argument::Number(number, _) => number.to_string(),
    })
}
