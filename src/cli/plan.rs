//! `thugom plan PROJECT`: makes a week's plan, saves it, and reports on it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Arg, ArgMatches};

use super::arguments::{self, Format};
use super::door::{self, Door};
use super::progress::ShownProgress;
use super::trouble::Trouble;
use super::{Exit, Verb, interrupt, project};
use crate::constraint::Verdict;
use crate::export::{PlanReport, WriteError, figures_csv};
use crate::kpi::Facts;
use crate::model::Plan as WeekPlan;
use crate::pipeline::Project;
use crate::solve::{self, Parameters, StopRule};
use crate::text::Text;

/// Time to search where nothing else ends the search.
const TIME_LIMIT: Duration = Duration::from_secs(10);

/// Where the plan goes by default.
const OUTPUT: &str = "plan.json";

/// Makes a plan.
pub struct Plan;

/// The search that was asked for.
struct Order {
    parameters: Parameters,
    iterations: Option<u64>,
    planned: Option<u64>,
    time: Option<Duration>,
    output: PathBuf,
}

impl Verb for Plan {
    fn name(&self) -> &'static str {
        "plan"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        vec![
            arguments::project(text),
            arguments::trucks(text),
            arguments::from(text),
            arguments::option("seed", "cli-value-number", "cli-option-seed", text),
            arguments::option("time-limit", "cli-value-duration", "cli-option-time-limit", text),
            arguments::option("iterations", "cli-value-number", "cli-option-iterations", text),
            arguments::option("planned-iterations", "cli-value-number", "cli-option-planned-iterations", text),
            arguments::output(text, "cli-option-plan-output"),
            arguments::format_option(text),
        ]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let monday = arguments::monday(matches, "from", door.text)?;
        let order = Order::new(matches, door)?;
        let project = project::open(matches, monday, door)?;
        let plan = order.search(&project, door);
        let facts = Facts::new(&project.problem, &plan);
        if !facts.verdict.violations.is_empty() {
            let count = facts.verdict.violations.len();
            return Err(Trouble::Internal(door.text.say("cli-plan-breaks-rules", &[("count", count.into())])));
        }
        door.deliver(Some(&order.output), plan.to_file(&project.problem).to_json().as_bytes())?;
        let report = PlanReport::new(&facts, &project.dataset, door.text);
        show(&report, matches, &order, door)?;
        Ok(exit(&facts.verdict, door))
    }
}

impl Order {
    /// Reads the command line, and makes sure that there will be a place for the plan.
    fn new(matches: &ArgMatches, door: &Door) -> Result<Self, Trouble> {
        let seed = arguments::number(matches, "seed", door.text)?;
        let iterations = arguments::number(matches, "iterations", door.text)?;
        let planned = arguments::number(matches, "planned-iterations", door.text)?;
        let time = arguments::duration(matches, "time-limit", door.text)?;
        let default_time = if iterations.is_none() { Some(TIME_LIMIT) } else { None };
        let output = arguments::path(matches, "output").unwrap_or(Path::new(OUTPUT)).to_owned();
        has_folder(&output)?;
        let parameters = Parameters { threads: door.threads, ..Parameters::default() };
        let parameters = Parameters { seed: seed.unwrap_or(parameters.seed), ..parameters };
        Ok(Self { parameters, iterations, planned, time: time.or(default_time), output })
    }

    fn search(&self, project: &Project, door: &Door) -> WeekPlan {
        let stop =
            StopRule { iterations: self.iterations, planned: self.planned, time: self.time, interrupt: Some(interrupt::keep_plan()) };
        let mut shown = ShownProgress::new(door);
        let plan = solve::plan(&project.problem, &self.parameters, &stop, &mut shown);
        shown.finish();
        plan
    }
}

/// Nobody should wait for a plan that then cannot be saved.
fn has_folder(output: &Path) -> Result<(), Trouble> {
    let folder = output.parent().filter(|folder| !folder.as_os_str().is_empty());
    let kind = if output.is_dir() {
        std::io::ErrorKind::IsADirectory
    } else if folder.is_some_and(|folder| !folder.is_dir()) {
        std::io::ErrorKind::NotFound
    } else {
        return Ok(());
    };
    Err(Trouble::Write(WriteError { path: output.to_owned(), source: kind.into() }))
}

/// The report goes to standard output; where the plan went there, to standard error.
fn show(report: &PlanReport, matches: &ArgMatches, order: &Order, door: &Door) -> Result<(), Trouble> {
    let bytes = match arguments::format(matches) {
        Format::Text => report.screen(door.text, door.width()).into_bytes(),
        Format::Json => door::json(report),
        Format::Csv => [door.byte_order_mark().as_bytes(), &figures_csv(&report.figures())].concat(),
    };
    if order.output == Path::new("-") {
        door.note(String::from_utf8_lossy(&bytes).trim_end(), None);
        return Ok(());
    }
    door.data(&bytes)
}

fn exit(verdict: &Verdict, door: &Door) -> Exit {
    if interrupt::is_requested() {
        door.note(&door.text.plain("cli-stopped"), None);
        Exit::Interrupted
    } else if verdict.shortfalls.is_empty() {
        Exit::Good
    } else {
        Exit::Unmet
    }
}
