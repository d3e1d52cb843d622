//! `thugom plan PROJECT`: makes a week's plan, saves it, and reports on it; the same for a classic instance.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Arg, ArgMatches};

use super::arguments::{self, Format};
use super::door::{self, Door};
use super::progress::ShownProgress;
use super::search_options::{self, SearchOptions};
use super::trouble::Trouble;
use super::{Exit, Verb, instance_input, interrupt, plan_input, project};
use crate::constraint::{Verdict, verify};
use crate::dataset::PlanFile;
use crate::export::{Comparison, Figure, InstanceReport, PlanReport, figures_csv};
use crate::instance::Instance;
use crate::kpi::Facts;
use crate::model::{Plan as WeekPlan, Problem};
use crate::solve::{self, StopRule};
use crate::text::Text;

/// Time to search where nothing else ends the search.
const TIME_LIMIT: Duration = Duration::from_secs(10);

/// Where the plan goes by default.
const OUTPUT: &str = "plan.json";

/// Makes a plan.
pub struct Plan;

/// The search that was asked for.
struct Order {
    search: SearchOptions,
    planned: Vec<u64>,
    output: PathBuf,
}

impl Verb for Plan {
    fn name(&self) -> &'static str {
        "plan"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        let own = vec![
            arguments::project_or_instance(text),
            arguments::trucks(text),
            arguments::from(text),
            arguments::scenario(text),
            arguments::option("planned-iterations", "cli-value-numbers", "cli-option-planned-iterations", text),
            arguments::option("start", "cli-value-plan", "cli-option-start", text).value_parser(clap::value_parser!(PathBuf)),
            arguments::flag("compare-today", "cli-option-compare-today", text),
            arguments::output(text, "cli-option-plan-output"),
            arguments::format_option(text),
        ];
        own.into_iter().chain(search_options::options("cli-option-iterations", "cli-option-time-limit", text)).collect()
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let monday = arguments::monday(matches, "from", door.text)?;
        let order = Order::new(matches, door)?;
        if let Some(instance) = instance_input::open(matches, door)? {
            return plan_instance(&instance, &order, matches, door);
        }
        let project = project::open(matches, monday, door)?;
        let start = start(matches, &project.problem)?;
        let plan = order.search(&project.problem, start.as_ref(), ShownProgress::new(door));
        let facts = Facts::new(&project.problem, &plan);
        save(&plan, &project.problem, &facts.verdict, &order, door)?;
        let mut report = PlanReport::new(&facts, &project.dataset, door.text);
        if matches.get_flag("compare-today") {
            let today = order.search_today(&project.problem, ShownProgress::new(door));
            report.comparison = Some(Comparison::new(&Facts::new(&project.problem, &today), &facts));
        }
        let bytes = match arguments::format(matches) {
            Format::Text => report.screen(door.text, door.width()).into_bytes(),
            Format::Json => door::json(&report),
            Format::Csv => long_table(&report.figures(), door),
        };
        show(&bytes, &order, door)?;
        Ok(exit(&facts.verdict, door))
    }
}

fn plan_instance(instance: &Instance, order: &Order, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
    let start = start(matches, &instance.problem)?;
    let plan = order.search(&instance.problem, start.as_ref(), ShownProgress::of_instance(instance, door));
    let verdict = verify(&instance.problem, &plan);
    save(&plan, &instance.problem, &verdict, order, door)?;
    let report = InstanceReport::new(instance, &plan);
    let bytes = match arguments::format(matches) {
        Format::Text => report.screen(door.text, door.width()).into_bytes(),
        Format::Json => door::json(&report),
        Format::Csv => long_table(&report.figures(), door),
    };
    show(&bytes, order, door)?;
    Ok(exit(&verdict, door))
}

impl Order {
    /// Reads the command line, and makes sure that there will be a place for the plan.
    fn new(matches: &ArgMatches, door: &Door) -> Result<Self, Trouble> {
        let search = SearchOptions::read(matches, door)?.or_time(TIME_LIMIT);
        let planned = arguments::numbers(matches, "planned-iterations", door.text)?;
        let output = arguments::path(matches, "output").unwrap_or(Path::new(OUTPUT)).to_owned();
        Door::can_deliver(Some(&output))?;
        Ok(Self { search, planned, output })
    }

    fn stop(&self) -> StopRule<'_> {
        StopRule { planned: &self.planned, ..self.search.stop() }
    }

    /// Today's schedule, routed for as long as the plan was searched for.
    fn search_today(&self, problem: &Problem, mut shown: ShownProgress) -> WeekPlan {
        let plan = solve::plan_today(problem, &self.search.parameters(), &self.stop(), &mut shown);
        shown.finish();
        plan
    }

    fn search(&self, problem: &Problem, start: Option<&WeekPlan>, mut shown: ShownProgress) -> WeekPlan {
        let stop = self.stop();
        let plan = match start {
            Some(start) => solve::plan_from(problem, start, &self.search.parameters(), &stop, &mut shown),
            None => solve::plan(problem, &self.search.parameters(), &stop, &mut shown),
        };
        shown.finish();
        plan
    }
}

/// The plan to start from, where the command line names one.
fn start(matches: &ArgMatches, problem: &Problem) -> Result<Option<WeekPlan>, Trouble> {
    let Some(path) = arguments::path(matches, "start") else { return Ok(None) };
    let source = plan_input::read(path)?;
    Ok(Some(WeekPlan::from_file(&PlanFile::read(&source)?, problem, &source)?))
}

/// Writes the plan, unless the verifier finds that it breaks a rule.
fn save(plan: &WeekPlan, problem: &Problem, verdict: &Verdict, order: &Order, door: &Door) -> Result<(), Trouble> {
    if !verdict.violations.is_empty() {
        let count = verdict.violations.len();
        return Err(Trouble::Internal(door.text.say("cli-plan-breaks-rules", &[("count", count.into())])));
    }
    door.deliver(Some(&order.output), plan.to_file(problem).to_json().as_bytes())
}

fn long_table(figures: &[Figure], door: &Door) -> Vec<u8> {
    [door.byte_order_mark().as_bytes(), &figures_csv(figures)].concat()
}

/// The report goes to standard output; where the plan went there, to standard error.
fn show(bytes: &[u8], order: &Order, door: &Door) -> Result<(), Trouble> {
    if order.output == Path::new("-") {
        door.note(String::from_utf8_lossy(bytes).trim_end(), None);
        return Ok(());
    }
    door.data(bytes)
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
