//! `thugom check PROJECT PLAN`: what the verifier finds in a plan, of a district or of a classic instance.

use std::path::Path;

use clap::{Arg, ArgMatches};
use jiff::civil::{Date, Weekday};

use super::arguments::{self, Format};
use super::door::{self, Door};
use super::trouble::Trouble;
use super::{Exit, Verb, instance_input, plan_input, project};
use crate::constraint::verify;
use crate::dataset::PlanFile;
use crate::export::CheckReport;
use crate::fault::{Fault, Faults, NO_SUGGESTION, Source};
use crate::model::{Choices, Plan, Problem, TruckChoice};
use crate::pipeline::Project;
use crate::text::Text;

/// Checks a plan.
pub struct Check;

impl Verb for Check {
    fn name(&self) -> &'static str {
        "check"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        vec![arguments::project_or_instance(text), arguments::plan(text), arguments::format_option(text)]
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

/// The project and the plan of the command line; the project for the trucks and the date that the plan was made for.
///
/// # Errors
/// Every fault of the project's files or of the plan's.
pub fn open(matches: &ArgMatches, door: &Door) -> Result<(Project, Plan), Trouble> {
    open_plan(arguments::path(matches, "plan").expect("clap asks for the plan"), matches, door)
}

/// The project of the command line and the plan at `path`; the project for the trucks and the date that the plan was made for.
///
/// # Errors
/// Every fault of the project's files or of the plan's.
pub fn open_plan(path: &Path, matches: &ArgMatches, door: &Door) -> Result<(Project, Plan), Trouble> {
    let source = plan_input::read(path)?;
    let file = PlanFile::read(&source)?;
    let folder = arguments::path(matches, "project").expect("clap asks for the project");
    let project = project::load(folder, &choices(&file, &source)?, door)?;
    has_trucks(&file, &project, &source)?;
    let plan = plan_for(&file, &project.problem, &source, door)?;
    Ok((project, plan))
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
