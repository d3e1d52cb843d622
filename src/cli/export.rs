//! `thugom export PROJECT PLAN --format …`: a plan as files for drivers, villagers, offices and other programs.

use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches};
use jiff::civil::Date;

use super::door::Door;
use super::trouble::Trouble;
use super::{Exit, Verb, arguments, check, folder};
use crate::export::formats::{Edition, FORMATS, FileFormat, format_named};
use crate::export::itinerary::{Itinerary, Selection};
use crate::export::write_whole;
use crate::fault::{did_you_mean, plain_letters};
use crate::kpi::Facts;
use crate::model::Problem;
use crate::text::{Text, WEEKDAY_CODES};

/// Every format at once.
const ALL: &str = "all";
/// The folder that files are written to where none is given.
const FOLDER: &str = "out";

/// Exports a plan.
pub struct Export;

impl Verb for Export {
    fn name(&self) -> &'static str {
        "export"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        let formats = FORMATS.iter().map(|format| format.name()).chain([ALL]);
        vec![
            arguments::project(text),
            arguments::plan(text),
            arguments::option("format", "cli-value-export-formats", "cli-option-export-format", text)
                .help(help_of_formats(text))
                .value_parser(PossibleValuesParser::new(formats))
                .action(ArgAction::Append)
                .value_delimiter(','),
            arguments::option("truck", "cli-value-truck", "cli-option-export-truck", text),
            arguments::option("day", "cli-value-day", "cli-option-export-day", text).value_parser(PossibleValuesParser::new(WEEKDAY_CODES)),
            arguments::option("commune", "cli-value-commune", "cli-option-export-commune", text),
            arguments::option("from", "cli-value-date", "cli-option-export-from", text),
            arguments::output(text, "cli-option-export-output").value_name(text.plain("cli-value-project")),
        ]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let monday = arguments::monday(matches, "from", door.text)?;
        let folder = arguments::path(matches, "output").unwrap_or(Path::new(FOLDER));
        folder::check(folder, door.text)?;
        let (project, plan) = check::open(matches, door)?;
        let selection = selection(matches, &project.problem, door.text)?;
        is_that_week(monday, &project.problem, door.text)?;
        let facts = Facts::new(&project.problem, &plan);
        if !facts.verdict.violations.is_empty() {
            let sentence = door.text.say("export-breaks-rules", &[("count", facts.verdict.violations.len().into())]);
            door.error(&sentence, Some(&door.text.plain("export-breaks-rules-hint")));
            return Ok(Exit::Violations);
        }
        let itinerary = Itinerary::new(&project.dataset, &project.network, &facts, monday);
        let edition = Edition {
            itinerary: &itinerary,
            selection,
            text: door.text,
            dataset: &project.dataset,
            network: &project.network,
            facts: &facts,
        };
        let count = write_files(&formats(matches), &edition, folder)?;
        let words = [("count", count.into()), ("folder", folder.display().to_string().into())];
        let (done, hint) = match count {
            0 => ("export-nothing", Some(door.text.plain("export-nothing-hint"))),
            _ => ("export-written", None),
        };
        door.note(&door.text.say(done, &words), hint.as_deref());
        Ok(Exit::Good)
    }
}

/// What `--format` takes: every format of the shelf, with what it is for.
fn help_of_formats(text: &Text) -> String {
    let lines = FORMATS.iter().map(|format| format!("\n{:<8} {}", format.name(), text.plain(&format!("export-format-{}", format.name()))));
    text.plain("cli-option-export-format") + &lines.collect::<String>()
}

/// Makes the files of every format and writes them; says how many.
fn write_files(formats: &[&dyn FileFormat], edition: &Edition, folder: &Path) -> Result<usize, Trouble> {
    // Everything is made before anything is written.
    let mut files = Vec::new();
    for format in formats {
        files.extend(format.files(edition).map_err(|error| Trouble::Internal(error.to_string()))?);
    }
    if files.is_empty() {
        return Ok(0);
    }
    folder::make(folder, edition.text)?;
    for file in &files {
        write_whole(&folder.join(&file.name), &file.bytes)?;
    }
    Ok(files.len())
}

/// The formats that are asked for, in the order of the shelf.
fn formats(matches: &ArgMatches) -> Vec<&'static dyn FileFormat> {
    let named: Vec<&str> = matches.get_many::<String>("format").into_iter().flatten().map(String::as_str).collect();
    if named.is_empty() || named.contains(&ALL) {
        return FORMATS.to_vec();
    }
    let chosen = FORMATS.iter().map(|format| format.name()).filter(|name| named.contains(name));
    chosen.filter_map(format_named).collect()
}

fn selection(matches: &ArgMatches, problem: &Problem, text: &Text) -> Result<Selection, Trouble> {
    let truck = match arguments::word(matches, "truck") {
        Some(word) => {
            let ids = problem.trucks.iter().map(|truck| truck.id.as_str());
            Some(ids.clone().position(|id| id.eq_ignore_ascii_case(word)).ok_or_else(|| unknown("cli-unknown-truck", word, ids, text))?)
        }
        None => None,
    };
    let commune = match arguments::word(matches, "commune") {
        Some(word) => {
            let names = problem.communes.iter().map(|commune| commune.name.as_str());
            let same = |commune: &crate::model::Commune| commune.code == word || plain_letters(&commune.name) == plain_letters(word);
            Some(problem.communes.iter().position(same).ok_or_else(|| unknown("export-unknown-commune", word, names, text))?)
        }
        None => None,
    };
    let day = arguments::word(matches, "day").and_then(|name| WEEKDAY_CODES.iter().position(|day| *day == name));
    Ok(Selection { truck, day, commune })
}

fn unknown<'n>(key: &str, word: &str, known: impl Iterator<Item = &'n str> + Clone, text: &Text) -> Trouble {
    let hint = match did_you_mean(word, known.clone()) {
        Some(meant) => text.say("cli-did-you-mean", &[("suggestion", meant.into())]),
        None => text.say("cli-valid-values", &[("values", known.collect::<Vec<_>>().join(", ").into())]),
    };
    let name = if key == "cli-unknown-truck" { "truck" } else { "commune" };
    Trouble::Usage(text.say(key, &[(name, word.into())]), Some(hint))
}

/// A plan that was made for a week keeps its dates.
fn is_that_week(monday: Option<Date>, problem: &Problem, text: &Text) -> Result<(), Trouble> {
    match (monday, problem.horizon.first_date) {
        (Some(asked), Some(planned)) if asked != planned => {
            let hint = text.plain("export-other-week-hint");
            Err(Trouble::Usage(text.say("export-other-week", &[("monday", planned.to_string().into())]), Some(hint)))
        }
        _ => Ok(()),
    }
}
