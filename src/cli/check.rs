//! `thugom check PROJECT PLAN`: what the verifier finds in a plan, of a district or of a classic instance.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches};
use jiff::civil::{Date, Weekday};

use super::arguments::{self, Format};
use super::door::{self, Door};
use super::trouble::Trouble;
use super::{Exit, Verb, instance_input, plan_input, project, replan};
use crate::constraint::verify;
use crate::dataset::PlanFile;
use crate::export::CheckReport;
use crate::fault::{Fault, Faults, NO_SUGGESTION, Source};
use crate::model::{Choices, Plan, Problem, TruckChoice};
use crate::pipeline::Project;
use crate::scenario::World;
use crate::scenario::replan::with_reserve_used;
use crate::text::Text;

/// Checks a plan.
pub struct Check;

impl Verb for Check {
    fn name(&self) -> &'static str {
        "check"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        vec![
            arguments::project_or_instance(text),
            arguments::plan(text),
            arguments::option("moves", "cli-value-file", "cli-option-moves", text).value_parser(clap::value_parser!(PathBuf)),
            Arg::new("use-reserve").long("use-reserve").action(ArgAction::SetTrue).help(text.plain("cli-option-use-reserve")),
            arguments::scenario(text),
            arguments::output(text, "cli-option-check-output"),
            arguments::format_option(text),
        ]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let (problem, plan) = match instance_input::open(matches, door)? {
            Some(instance) => {
                let source = plan_input::read(arguments::path(matches, "plan").expect("clap asks for the plan"))?;
                let plan = plan_for(&PlanFile::read(&source)?, &instance.problem, &source, door)?;
                (instance.problem, plan)
            }
            None => open(matches, door).map(|(project, plan)| (project.problem, plan))?,
        };
        let problem = if matches.get_flag("use-reserve") { with_reserve_used(&problem) } else { problem };
        let plan = replan::with_moves(matches, &problem, plan)?;
        if let Some(output) = arguments::path(matches, "output") {
            door.deliver(Some(output), plan.to_file(&problem).to_json().as_bytes())?;
        }
        let verdict = verify(&problem, &plan);
        let report = CheckReport::new(&problem, &plan, &verdict, door.text);
        match arguments::format(matches) {
            Format::Text => door.data(report.screen(door.text).as_bytes())?,
            Format::Json => door.data(&door::json(&report))?,
            Format::Csv => door.data(&[door.byte_order_mark().as_bytes(), &report.csv()].concat())?,
        }
        Ok(if !verdict.violations.is_empty() {
            Exit::Violations
        } else if !verdict.shortfalls.is_empty() {
            Exit::Unmet
        } else {
            Exit::Good
        })
    }
}

/// The project and the plan of the command line; the project for the trucks, the date and the scenario that the plan was made for.
///
/// # Errors
/// Every fault of the project's files, of the scenario or of the plan's file.
pub fn open(matches: &ArgMatches, door: &Door) -> Result<(Project, Plan), Trouble> {
    open_plan(arguments::path(matches, "plan").expect("clap asks for the plan"), matches, door)
}

/// The project of the command line and the plan at `path`; the project for the trucks, the date and the scenario that the plan was made for.
///
/// # Errors
/// Every fault of the project's files, of the scenario or of the plan's file.
pub fn open_plan(path: &Path, matches: &ArgMatches, door: &Door) -> Result<(Project, Plan), Trouble> {
    let source = plan_input::read(path)?;
    let file = PlanFile::read(&source)?;
    let folder = arguments::path(matches, "project").expect("clap asks for the project");
    let chosen = choices(&file, &source)?;
    let scenario = project::scenario(matches, folder)?;
    let fleet = scenario.as_ref().and_then(|scenario| scenario.trucks.clone()).unwrap_or_default();
    let (world, warnings) = project::read(folder, &Choices { trucks: fleet, monday: None }, door)?;
    // The plan says which of the trucks there are, bought ones among them, and which week.
    let as_chosen = |world: &mut World| *world = World { fleet: chosen_ids(world, &chosen), monday: chosen.monday, ..world.clone() };
    let project = project::built(warnings, &world, scenario.as_ref(), as_chosen, door)?;
    has_trucks(&file, &project, &source)?;
    let plan = plan_for(&file, &project.problem, &source, door)?;
    Ok((project, plan))
}

fn chosen_ids(world: &World, chosen: &Choices) -> Vec<String> {
    let rows = world.dataset.trucks.iter().map(|row| &row.value);
    rows.filter(|truck| chosen.trucks.contains(truck)).map(|truck| truck.id.clone()).collect()
}

/// The plan of a file, with a note where it was made for another input.
fn plan_for(file: &PlanFile, problem: &Problem, source: &Source, door: &Door) -> Result<Plan, Trouble> {
    let plan = Plan::from_file(file, problem, source)?;
    if plan.run.fingerprint != problem.fingerprint {
        door.note(&format!("{} {}", door.text.plain("cli-warning"), door.text.plain("cli-other-input")), None);
    }
    Ok(plan)
}

/// The trucks that the plan was made for are trucks of the project.
fn has_trucks(file: &PlanFile, project: &Project, source: &Source) -> Result<(), Faults> {
    let known = |id: &str| project.dataset.trucks.iter().any(|row| row.value.id == id);
    let mut faults = Faults::new();
    for id in file.choices.trucks.iter().filter(|id| !known(id)) {
        faults.push(Fault::error("plan-unknown-truck", source.place()).with("id", id.clone()).with("meant", NO_SUGGESTION));
    }
    if file.choices.trucks.is_empty() {
        faults.push(Fault::error("plan-without-trucks", source.place()));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn choices(file: &PlanFile, source: &Source) -> Result<Choices, Faults> {
    let monday = match file.choices.from.as_deref().map(str::parse::<Date>) {
        Some(Ok(monday)) if monday.weekday() == Weekday::Monday => Some(monday),
        None => None,
        Some(_) => {
            let mut faults = Faults::new();
            let written = file.choices.from.clone().unwrap_or_default();
            faults.push(Fault::error("plan-from", source.place()).with("date", written));
            return Err(faults);
        }
    };
    Ok(Choices { trucks: TruckChoice::Named(file.choices.trucks.clone()), monday })
}
