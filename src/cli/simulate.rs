//! `thugom simulate PROJECT PLAN`: lives a plan through random weeks, and says whether it holds.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::arguments::{self, Format};
use super::door::{self, Door};
use super::progress::ShownProgress;
use super::trouble::Trouble;
use super::{Exit, Verb, check, interrupt};
use crate::export::simulation::{Against, SimulationReport, charts};
use crate::model::{Plan, Problem};
use crate::settings::Simulation;
use crate::simulate::{self, Criterion, Order, Paired, ReserveTrial, Subject};
use crate::solve::{Parameters, StopRule};
use crate::text::Text;

/// Weeks where nobody asks for another number.
const WEEKS: usize = 1000;
/// Most weeks: they are kept until the end.
pub(super) const MOST_WEEKS: usize = 100_000;
/// Most weeks for each end of each figure: a table of figures needs many ends.
const SENSITIVITY_WEEKS: usize = 200;
/// Iterations of the search for each reserve.
const ITERATIONS: u64 = 50_000;
/// Percent of weeks in which the reserve may fail.
const PERCENT: u32 = 10;
/// What must not happen, by the words of the command line.
const CRITERIA: [(&str, Criterion); 4] =
    [("overtime", Criterion::Overtime), ("missed", Criterion::Missed), ("overflow", Criterion::Overflow), ("any", Criterion::Any)];

/// Simulates a plan.
pub struct Simulate;

/// What was asked for.
struct Asked<'a> {
    order: Order<'a>,
    criterion: Criterion,
    share: f64,
    iterations: u64,
    against: Option<PathBuf>,
}

impl Verb for Simulate {
    fn name(&self) -> &'static str {
        "simulate"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        let flag = |name: &'static str, help: &str| Arg::new(name).long(name).help(text.plain(help)).action(ArgAction::SetTrue);
        let number = |name: &'static str, help: &str| arguments::option(name, "cli-value-number", help, text);
        let file =
            |name: &'static str, help: &str| arguments::option(name, "cli-value-file", help, text).value_parser(value_parser!(PathBuf));
        vec![
            arguments::project(text),
            arguments::plan(text),
            number("weeks", "simulate-option-weeks"),
            number("seed", "cli-option-seed"),
            file("against", "simulate-option-against"),
            flag("sensitivity", "simulate-option-sensitivity"),
            flag("find-reserve", "simulate-option-find-reserve"),
            arguments::choice("criterion", "simulate-option-criterion", &["overtime", "missed", "overflow", "any"], text)
                .requires("find-reserve"),
            number("percent", "simulate-option-percent").requires("find-reserve"),
            number("iterations", "simulate-option-iterations").requires("find-reserve"),
            file("save-plan", "simulate-option-save-plan").requires("find-reserve"),
            file("charts", "simulate-option-charts"),
            arguments::output(text, "cli-option-output"),
            arguments::format_option(text),
        ]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let asked = Asked::new(matches, door)?;
        is_one_document(matches, door)?;
        for output in ["output", "charts", "save-plan"] {
            Door::can_deliver(arguments::path(matches, output))?;
        }
        let (project, plan) = check::open(matches, door)?;
        let other = asked.against.as_deref().map(|path| check::open_plan(path, matches, door)).transpose()?;
        let simulation = &project.dataset.settings.simulation;
        let subject = Subject { problem: &project.problem, plan: &plan };
        let other = other.as_ref().map(|(project, plan)| Subject { problem: &project.problem, plan });
        let (outcome, paired) = asked.live(subject, other, simulation, door);
        if outcome.weeks == 0 {
            door.note(&door.text.plain("simulate-stopped-early"), None);
            return Ok(Exit::Interrupted);
        }
        let mut report = SimulationReport::new(subject.problem, simulation, &outcome, door.text);
        if let (Some(paired), Some(path)) = (&paired, &asked.against) {
            report = report.with_against(subject.problem, &Against { name: path.display().to_string(), paired });
        }
        if matches.get_flag("sensitivity") && !interrupt::is_requested() {
            report = report.with_sensitivity(&asked.sensitivity(subject, simulation, door), simulation, door.text);
        }
        if matches.get_flag("find-reserve") && !interrupt::is_requested() {
            let trials = asked.reserves(subject.problem, simulation, door);
            report = report.with_reserves(subject.problem, &trials);
            save(&trials, subject.problem, matches, door)?;
        }
        if let Some(path) = arguments::path(matches, "charts") {
            door.deliver(Some(path), charts(subject.problem, &outcome, door.text).as_bytes())?;
        }
        deliver(&report, matches, door)?;
        Ok(exit(door))
    }
}

impl<'a> Asked<'a> {
    fn new(matches: &ArgMatches, door: &Door) -> Result<Self, Trouble> {
        let weeks = arguments::number(matches, "weeks", door.text)?.unwrap_or(WEEKS);
        if !(1..=MOST_WEEKS).contains(&weeks) {
            let hint = door.text.say("simulate-hint-weeks", &[("most", MOST_WEEKS.into())]);
            return Err(arguments::bad_value("weeks", &weeks.to_string(), hint, door.text));
        }
        let percent: u32 = arguments::number(matches, "percent", door.text)?.unwrap_or(PERCENT);
        if percent > 100 {
            return Err(arguments::bad_value("percent", &percent.to_string(), door.text.plain("simulate-hint-percent"), door.text));
        }
        let seed = arguments::number(matches, "seed", door.text)?.unwrap_or(Order::default().seed);
        let word = arguments::word(matches, "criterion").unwrap_or_default();
        let criterion = CRITERIA.iter().find(|(name, _)| *name == word).map_or(Criterion::Any, |(_, criterion)| *criterion);
        Ok(Self {
            order: Order { weeks, seed, interrupt: Some(interrupt::keep_plan()) },
            criterion,
            share: f64::from(percent) / 100.0,
            iterations: arguments::number(matches, "iterations", door.text)?.unwrap_or(ITERATIONS),
            against: arguments::path(matches, "against").map(Path::to_owned),
        })
    }

    fn live(&self, subject: Subject, other: Option<Subject>, simulation: &Simulation, door: &Door) -> (simulate::Outcome, Option<Paired>) {
        let mut shown = ShownProgress::new(door);
        let result = match other {
            Some(other) => {
                let paired = simulate::paired(subject, other, simulation, &self.order, &mut shown);
                (paired.first.clone(), Some(paired))
            }
            None => (simulate::simulate(subject, simulation, &self.order, &mut shown), None),
        };
        shown.finish();
        result
    }

    fn sensitivity(&self, subject: Subject, simulation: &Simulation, door: &Door) -> Vec<simulate::Influence> {
        let mut shown = ShownProgress::new(door);
        let order = Order { weeks: self.order.weeks.min(SENSITIVITY_WEEKS), ..self.order };
        let influences = simulate::sensitivity(subject, simulation, &order, &mut shown);
        shown.finish();
        influences
    }

    fn reserves(&self, problem: &Problem, simulation: &Simulation, door: &Door) -> Vec<ReserveTrial> {
        let mut shown = ShownProgress::new(door);
        let parameters = Parameters { threads: door.threads, seed: self.order.seed, ..Parameters::default() };
        let stop = StopRule { iterations: Some(self.iterations), interrupt: self.order.interrupt, ..StopRule::default() };
        let (search, goal) = ((&parameters, &stop), (self.criterion, self.share));
        let trials = simulate::find_reserve(problem, simulation, goal, search, &self.order, &mut shown);
        shown.finish();
        trials
    }
}

/// Standard output takes a report or a picture, not one after the other.
fn is_one_document(matches: &ArgMatches, door: &Door) -> Result<(), Trouble> {
    let goes_out = |path: Option<&Path>| path == Some(Path::new("-"));
    let (charts, output, plan) = ("charts", arguments::path(matches, "output"), "save-plan");
    let report = output.is_none() || goes_out(output);
    let others = || [charts, plan].into_iter().filter(|name| goes_out(arguments::path(matches, name)));
    // One of them alone may take the place of the report.
    match others().nth(usize::from(!report)) {
        Some(name) => Err(arguments::bad_value(name, "-", door.text.plain("simulate-hint-one-document"), door.text)),
        None => Ok(()),
    }
}

/// Writes the plan whose reserve holds, where there is one and somebody wants it.
fn save(trials: &[ReserveTrial], problem: &Problem, matches: &ArgMatches, door: &Door) -> Result<(), Trouble> {
    let Some(path) = arguments::path(matches, "save-plan") else { return Ok(()) };
    let Some(trial) = trials.last().filter(|trial| trial.holds) else {
        door.note(&door.text.say("simulate-not-saved", &[("file", path.display().to_string().into())]), None);
        return Ok(());
    };
    let plan: &Plan = &trial.plan;
    door.deliver(Some(path), plan.to_file(problem).to_json().as_bytes())
}

fn deliver(report: &SimulationReport, matches: &ArgMatches, door: &Door) -> Result<(), Trouble> {
    let output = arguments::path(matches, "output");
    // Excel needs the mark in a file, whatever standard output is.
    let mark = if output.is_some_and(|path| path != Path::new("-")) { "\u{feff}" } else { door.byte_order_mark() };
    let bytes = match arguments::format(matches) {
        Format::Text => report.screen(door.text, door.width()).into_bytes(),
        Format::Json => door::json(report),
        Format::Csv => [mark.as_bytes(), &report.csv()].concat(),
    };
    door.deliver(output, &bytes)
}

fn exit(door: &Door) -> Exit {
    if interrupt::is_requested() {
        door.note(&door.text.plain("simulate-stopped"), None);
        return Exit::Interrupted;
    }
    Exit::Good
}
