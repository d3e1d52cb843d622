//! `thugom replan PROJECT PLAN --truck-down X2@tue`: the smallest change of a plan that keeps the rules.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::arguments::{self, Format};
use super::door::{self, Door};
use super::trouble::Trouble;
use super::{Exit, Verb, check, plan_input};
use crate::constraint::verify;
use crate::export::ReplanReport;
use crate::fault::{Source, did_you_mean, plain_letters};
use crate::model::{DaySet, Plan, Problem};
use crate::pipeline::{self, Project};
use crate::scenario::replan::{Disturbance, replan, with_reserve_used};
use crate::scenario::{Scenario, apply_moves};
use crate::table::{Content, Days, Format as _};
use crate::text::{Text, WEEKDAY_CODES, read_clock_time, weekday};
use crate::units::Seconds;

/// Where the repaired plan goes by default.
const OUTPUT: &str = "plan-replanned.json";

/// How many ids a hint names.
const IDS_NAMED: usize = 8;

/// Repairs a plan.
pub struct Replan;

impl Verb for Replan {
    fn name(&self) -> &'static str {
        "replan"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        let many = |name, value, help| arguments::option(name, value, help, text).action(ArgAction::Append);
        vec![
            arguments::project(text),
            arguments::plan(text),
            many("truck-down", "cli-value-truck-days", "cli-option-truck-down"),
            many("skip-day", "cli-value-days", "cli-option-skip-day"),
            many("close-road", "cli-value-road", "cli-option-close-road"),
            arguments::option("today", "cli-value-one-day", "cli-option-today", text),
            arguments::option("from-time", "cli-value-time", "cli-option-from-time", text),
            many("lock", "cli-value-lock", "cli-option-lock"),
            Arg::new("keep-reserve").long("keep-reserve").action(ArgAction::SetTrue).help(text.plain("cli-option-keep-reserve")),
            arguments::scenario(text),
            arguments::output(text, "cli-option-replan-output").value_parser(value_parser!(PathBuf)),
            arguments::format_option(text),
        ]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let output = arguments::path(matches, "output").unwrap_or(Path::new(OUTPUT));
        Door::can_deliver(Some(output))?;
        let (project, plan) = check::open(matches, door)?;
        let usual = if matches.get_flag("keep-reserve") { project.problem.clone() } else { with_reserve_used(&project.problem) };
        let violations = verify(&usual, &plan).violations.len();
        if violations > 0 {
            door.error(
                &door.text.say("replan-broken-before", &[("count", violations.into())]),
                Some(&door.text.plain("replan-check-first")),
            );
            return Ok(Exit::Violations);
        }
        let problem = disturbed(matches, &project, usual)?;
        let disturbance = disturbance(matches, &problem, door)?;
        let conflicts = disturbance.locked_and_hit(&problem, &plan);
        if !conflicts.is_empty() {
            return Err(Trouble::usage(conflict(&conflicts, &problem, door.text)));
        }
        let Some(repaired) = replan(&problem, &plan, &disturbance) else {
            door.error(&door.text.plain("replan-impossible"), Some(&door.text.plain("replan-impossible-help")));
            return Ok(Exit::Unmet);
        };
        let wrong = repaired.verdict.violations.len() + repaired.broken.len();
        if wrong > 0 {
            return Err(Trouble::Internal(door.text.say("cli-plan-breaks-rules", &[("count", wrong.into())])));
        }
        door.deliver(Some(output), repaired.plan.to_file(&project.problem).to_json().as_bytes())?;
        let report = ReplanReport::new(&problem, &plan, &repaired);
        let bytes = match arguments::format(matches) {
            Format::Text => report.screen(door.text, door.width()).into_bytes(),
            Format::Json => door::json(&report),
            Format::Csv => [door.byte_order_mark().as_bytes(), &report.csv()].concat(),
        };
        if output == Path::new("-") {
            door.note(String::from_utf8_lossy(&bytes).trim_end(), None);
        } else {
            door.data(&bytes)?;
        }
        if uses_reserve(&problem, &project.problem, &repaired.plan) {
            door.note(&door.text.plain("replan-reserve-used"), None);
        }
        Ok(if repaired.verdict.shortfalls.is_empty() { Exit::Good } else { Exit::Unmet })
    }
}

/// Whether a plan needs some of the reserve that trucks have in the project as it is.
fn uses_reserve(problem: &Problem, usual: &Problem, plan: &Plan) -> bool {
    let mut strict = problem.clone();
    for (truck, usual) in strict.trucks.iter_mut().zip(&usual.trucks) {
        (truck.work_limit, truck.payload_limit, truck.volume_limit) = (usual.work_limit, usual.payload_limit, usual.volume_limit);
    }
    !verify(&strict, plan).violations.is_empty()
}

/// The edited plan of `--moves`, else the plan itself.
///
/// # Errors
/// Every fault of the table.
pub fn with_moves(matches: &ArgMatches, problem: &Problem, plan: Plan) -> Result<Plan, Trouble> {
    let Some(path) = arguments::path(matches, "moves") else { return Ok(plan) };
    let source = plan_input::read(path)?;
    Ok(apply_moves(problem, &plan, &source)?)
}

/// The problem after roads were closed and days fell out, as far as the rules can tell.
fn disturbed(matches: &ArgMatches, project: &Project, usual: Problem) -> Result<Problem, Trouble> {
    let roads: Vec<&str> = words(matches, "close-road");
    let mut problem = usual;
    if !roads.is_empty() {
        let world = project.world();
        let names = roads.iter().map(|road| format!("{road:?}")).collect::<Vec<_>>().join(", ");
        let text = format!("may_cut_off = true\n[[change]]\nkind = \"close-roads\"\nroads = [{names}]\n");
        let scenario = Scenario::read("close-road", &Source { name: "--close-road".into(), text })?;
        let changed = scenario.apply(&world)?;
        let closed = pipeline::build_changed(&world, &scenario, changed)?.problem;
        // Limits are as chosen; only ways are new.
        problem.matrices = closed.matrices;
        for (truck, new) in problem.trucks.iter_mut().zip(&closed.trucks) {
            truck.profile = new.profile;
        }
        for (point, new) in problem.points.iter_mut().zip(closed.points) {
            point.reached_by = new.reached_by;
        }
        for (facility, new) in problem.facilities.iter_mut().zip(closed.facilities) {
            facility.reached_by = new.reached_by;
        }
    }
    Ok(problem)
}

fn disturbance(matches: &ArgMatches, problem: &Problem, door: &Door) -> Result<Disturbance, Trouble> {
    let text = door.text;
    let mut down = vec![DaySet::EMPTY; problem.trucks.len()];
    for word in words(matches, "truck-down") {
        let hint = || text.plain("cli-hint-truck-down");
        let (id, days) = word.split_once('@').ok_or_else(|| arguments::bad_value("truck-down", word, hint(), text))?;
        let truck = problem.trucks.iter().position(|truck| truck.id == id);
        let truck = truck.ok_or_else(|| unknown("truck-down", word, id, problem.trucks.iter().map(|truck| truck.id.as_str()), text))?;
        let days = read_days("truck-down", days, hint(), text)?;
        down[truck] = DaySet(down[truck].0 | days.0);
    }
    let mut skipped = DaySet::EMPTY;
    for word in words(matches, "skip-day") {
        skipped = DaySet(skipped.0 | read_days("skip-day", word, text.plain("cli-hint-days"), text)?.0);
    }
    if down.iter().all(|days| days.is_empty()) && skipped.is_empty() && words(matches, "close-road").is_empty() {
        return Err(Trouble::Usage(text.plain("cli-nothing-happened"), Some(text.plain("cli-hint-nothing-happened"))));
    }
    let first = down.iter().chain([&skipped]).flat_map(|days| days.iter()).min().unwrap_or(0);
    let today = match arguments::word(matches, "today") {
        None => first,
        Some(word) => match read_days("today", word, text.plain("cli-hint-day"), text)?.iter().collect::<Vec<_>>()[..] {
            [day] => day,
            _ => return Err(arguments::bad_value("today", word, text.plain("cli-hint-day"), text)),
        },
    };
    let last = down.iter().chain([&skipped]).flat_map(|days| days.iter()).max();
    if last.is_some_and(|last| last < today) && words(matches, "close-road").is_empty() {
        let word = arguments::word(matches, "today").unwrap_or_default();
        return Err(arguments::bad_value("today", word, text.plain("cli-hint-all-over"), text));
    }
    let time = match arguments::word(matches, "from-time") {
        None => Seconds::ZERO,
        Some(word) => read_clock_time(word).ok_or_else(|| arguments::bad_value("from-time", word, text.plain("cli-hint-time"), text))?,
    };
    let mut disturbance = Disturbance { down, skipped, ..Disturbance::none(problem, today, time) };
    for word in words(matches, "lock") {
        lock(word, problem, &mut disturbance, text)?;
    }
    Ok(disturbance)
}

/// Locks a truck or a point by id, or a commune by name or code.
fn lock(word: &str, problem: &Problem, disturbance: &mut Disturbance, text: &Text) -> Result<(), Trouble> {
    if let Some(truck) = problem.trucks.iter().position(|truck| truck.id == word) {
        disturbance.locked_trucks[truck] = true;
        return Ok(());
    }
    if let Some(point) = problem.points.iter().position(|point| point.id == word) {
        disturbance.locked_points[point] = true;
        return Ok(());
    }
    let plain = plain_letters(word);
    let commune = problem.communes.iter().position(|commune| commune.code == word || plain_letters(&commune.name) == plain);
    let names = problem.communes.iter().map(|commune| commune.name.as_str());
    let ids = problem.trucks.iter().map(|truck| truck.id.as_str()).chain(problem.points.iter().map(|point| point.id.as_str()));
    let commune = commune.ok_or_else(|| unknown("lock", word, word, names.chain(ids), text))?;
    for (point, locked) in problem.points.iter().zip(&mut disturbance.locked_points) {
        *locked |= point.commune == commune;
    }
    Ok(())
}

fn words<'m>(matches: &'m ArgMatches, name: &str) -> Vec<&'m str> {
    matches.get_many::<String>(name).into_iter().flatten().map(String::as_str).collect()
}

fn read_days(name: &'static str, word: &str, hint: String, text: &Text) -> Result<DaySet, Trouble> {
    let days = Days.read(&Content::words(word)).map(|days| days.into_iter().collect::<DaySet>());
    days.ok().filter(|days| !days.is_empty()).ok_or_else(|| arguments::bad_value(name, word, hint, text))
}

fn unknown<'i>(option: &'static str, word: &str, id: &str, ids: impl Iterator<Item = &'i str> + Clone, text: &Text) -> Trouble {
    let hint = match did_you_mean(id, ids.clone()) {
        Some(meant) => text.say("cli-did-you-mean", &[("suggestion", meant.into())]),
        None => {
            let more = if ids.clone().count() > IDS_NAMED { ", …" } else { "" };
            let named = format!("{}{more}", ids.take(IDS_NAMED).collect::<Vec<_>>().join(", "));
            text.say("cli-valid-values", &[("values", named.into())])
        }
    };
    arguments::bad_value(option, word, hint, text)
}

/// The first visits that are locked and can't be made.
fn conflict(conflicts: &[(usize, usize, usize)], problem: &Problem, text: &Text) -> String {
    let shown = conflicts.iter().take(6).map(|(point, day, truck)| {
        format!("{} ({}, {})", problem.points[*point].id, problem.trucks[*truck].id, weekday(day % WEEKDAY_CODES.len(), text.language()))
    });
    let more = if conflicts.len() > 6 { ", …" } else { "" };
    let visits = format!("{}{more}", shown.collect::<Vec<_>>().join(", "));
    text.say("replan-locked-and-hit", &[("count", conflicts.len().into()), ("visits", visits.into())])
}
