//! Opening the project that a verb works on.

use std::path::Path;

use clap::ArgMatches;
use jiff::civil::Date;

use super::arguments;
use super::door::Door;
use super::trouble::{Trouble, report_faults};
use crate::fault::did_you_mean;
use crate::model::{Choices, TruckChoice};
use crate::pipeline::{self, Project};

/// The trucks that `--trucks` names: `existing`, `all` or ids.
pub fn truck_choice(matches: &ArgMatches) -> TruckChoice {
    match arguments::word(matches, "trucks") {
        None | Some("all") => TruckChoice::All,
        Some("existing") => TruckChoice::Existing,
        Some(ids) => TruckChoice::Named(ids.split(',').map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect()),
    }
}

/// Reads the project for the trucks and the date of the command line.
///
/// # Errors
/// Every fault of its files; trucks that it does not have.
pub fn open(matches: &ArgMatches, monday: Option<Date>, door: &Door) -> Result<Project, Trouble> {
    let folder = arguments::path(matches, "project").expect("clap asks for the project");
    let choices = Choices { trucks: truck_choice(matches), monday };
    let project = load(folder, &choices, door)?;
    has_trucks(&project, &choices, door)?;
    Ok(project)
}

/// Reads the project in `folder` for `choices`, and shows what its files warn of.
///
/// # Errors
/// Every fault of its files. Trucks that it does not have are left out.
pub fn load(folder: &Path, choices: &Choices, door: &Door) -> Result<Project, Trouble> {
    let project = pipeline::load(folder, choices)?;
    report_faults(&project.warnings, door);
    Ok(project)
}

fn has_trucks(project: &Project, choices: &Choices, door: &Door) -> Result<(), Trouble> {
    let ids: Vec<&str> = project.dataset.trucks.iter().map(|row| row.value.id.as_str()).collect();
    let named: &[String] = if let TruckChoice::Named(named) = &choices.trucks { named } else { &[] };
    if let Some(unknown) = named.iter().find(|id| !ids.contains(&id.as_str())) {
        let hint = match did_you_mean(unknown, ids.iter().copied()) {
            Some(meant) => door.text.say("cli-did-you-mean", &[("suggestion", meant.into())]),
            None => door.text.say("cli-valid-values", &[("values", ids.join(", ").into())]),
        };
        return Err(Trouble::Usage(door.text.say("cli-unknown-truck", &[("truck", unknown.as_str().into())]), Some(hint)));
    }
    if project.problem.trucks.is_empty() {
        let hint = door.text.say("cli-valid-values", &[("values", ids.join(", ").into())]);
        return Err(Trouble::Usage(door.text.plain("cli-no-trucks"), Some(hint)));
    }
    Ok(())
}
