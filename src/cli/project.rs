//! Opening the project that a verb works on.

use std::path::Path;

use clap::ArgMatches;
use jiff::civil::Date;

use super::arguments;
use super::door::Door;
use super::trouble::{Trouble, report_faults};
use crate::dataset::Dataset;
use crate::fault::{Faults, did_you_mean};
use crate::model::{Choices, TruckChoice};
use crate::pipeline::{self, Project};
use crate::scenario::{Scenario, World};

/// The trucks that `--trucks` names: `existing`, `all` or ids; nothing where the option was not given.
pub fn named_trucks(matches: &ArgMatches) -> Option<TruckChoice> {
    Some(match arguments::word(matches, "trucks")? {
        "all" => TruckChoice::All,
        "existing" => TruckChoice::Existing,
        ids => TruckChoice::Named(ids.split(',').map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect()),
    })
}

/// The scenario that `--scenario` names, of a verb that has the option.
///
/// # Errors
/// There is no such scenario, or every fault of its form.
pub fn scenario(matches: &ArgMatches, folder: &Path) -> Result<Option<Scenario>, Trouble> {
    let Some(name) = matches.try_get_one::<String>("scenario").ok().flatten() else { return Ok(None) };
    Ok(Some(pipeline::read_scenario(folder, name)?))
}

/// Reads the project for the trucks, the date and the scenario of the command line.
///
/// # Errors
/// Every fault of its files, or of the scenario; trucks that it does not have.
pub fn open(matches: &ArgMatches, monday: Option<Date>, door: &Door) -> Result<Project, Trouble> {
    let folder = arguments::path(matches, "project").expect("clap asks for the project");
    let scenario = scenario(matches, folder)?;
    let of_scenario = scenario.as_ref().and_then(|scenario| scenario.trucks.clone());
    let choices = Choices { trucks: named_trucks(matches).or(of_scenario).unwrap_or_default(), monday };
    let (world, warnings) = read(folder, &choices, door)?;
    let project = built(warnings, &world, scenario.as_ref(), |_| {}, door)?;
    if let Some(scenario) = &scenario {
        door.note(&door.text.say("cli-scenario", &[("name", scenario.name(door.text.language()).into())]), None);
    }
    Ok(project)
}

/// Reads the files in `folder`, with the chosen trucks.
///
/// # Errors
/// Every fault of the files; trucks that they do not have.
pub fn read(folder: &Path, choices: &Choices, door: &Door) -> Result<(World, Faults), Trouble> {
    let (dataset, warnings) = pipeline::read_files(folder)?;
    has_trucks(&dataset, choices, door)?;
    Ok((World::new(dataset, choices), warnings))
}

/// Builds the project of `world`, changed by a scenario and then by `adjust`, and shows what its files warn of.
///
/// # Errors
/// Every fault of the scenario, and every place where no road leads; the warnings of the files among them.
pub fn built(
    warnings: Faults,
    world: &World,
    scenario: Option<&Scenario>,
    adjust: impl FnOnce(&mut World),
    door: &Door,
) -> Result<Project, Trouble> {
    let outcome = match scenario {
        Some(scenario) => scenario.apply(world).and_then(|mut changed| {
            adjust(&mut changed);
            pipeline::build_changed(world, scenario, changed)
        }),
        None => {
            let mut changed = world.clone();
            adjust(&mut changed);
            pipeline::build(changed)
        }
    };
    let mut all = warnings;
    match outcome {
        Ok(mut project) => {
            all.append(std::mem::take(&mut project.warnings));
            report_faults(&all, door);
            Ok(Project { warnings: all, ..project })
        }
        Err(faults) => {
            all.append(faults);
            Err(Trouble::Input(all))
        }
    }
}

fn has_trucks(dataset: &Dataset, choices: &Choices, door: &Door) -> Result<(), Trouble> {
    let ids: Vec<&str> = dataset.trucks.iter().map(|row| row.value.id.as_str()).collect();
    let named: &[String] = if let TruckChoice::Named(named) = &choices.trucks { named } else { &[] };
    if let Some(unknown) = named.iter().find(|id| !ids.contains(&id.as_str())) {
        let hint = match did_you_mean(unknown, ids.iter().copied()) {
            Some(meant) => door.text.say("cli-did-you-mean", &[("suggestion", meant.into())]),
            None => door.text.say("cli-valid-values", &[("values", ids.join(", ").into())]),
        };
        return Err(Trouble::Usage(door.text.say("cli-unknown-truck", &[("truck", unknown.as_str().into())]), Some(hint)));
    }
    if !dataset.trucks.iter().any(|row| choices.trucks.contains(&row.value)) {
        let hint = door.text.say("cli-valid-values", &[("values", ids.join(", ").into())]);
        return Err(Trouble::Usage(door.text.plain("cli-no-trucks"), Some(hint)));
    }
    Ok(())
}
