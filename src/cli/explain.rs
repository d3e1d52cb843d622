//! `thugom explain PROJECT PLAN POINT|COMMUNE`: why so often and not once more, and what would change that.

use clap::{Arg, ArgMatches};

use super::arguments::{self, Format};
use super::door::{self, Door};
use super::trouble::Trouble;
use super::{Exit, Verb, check};
use crate::bound::explain;
use crate::constraint::verify;
use crate::export::ExplainReport;
use crate::fault::{did_you_mean, plain_letters};
use crate::model::Problem;
use crate::text::Text;

/// Explains frequencies.
pub struct Explain;

impl Verb for Explain {
    fn name(&self) -> &'static str {
        "explain"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        vec![
            arguments::project(text),
            arguments::plan(text),
            arguments::positional("where", "cli-value-where", "cli-argument-where", text).required(true),
            arguments::format_option(text),
        ]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let (project, plan) = check::open(matches, door)?;
        let problem = &project.problem;
        let points = points(arguments::word(matches, "where").expect("clap asks for the place"), problem, door.text)?;
        // What a broken plan lacks says nothing about a visit more.
        if !verify(problem, &plan).violations.is_empty() {
            door.note(&format!("{} {}", door.text.plain("cli-warning"), door.text.plain("cli-explain-broken")), None);
            return Ok(Exit::Violations);
        }
        let report = ExplainReport::new(problem, &plan.schedule(problem), &explain(problem, &plan, &points), door.text);
        match arguments::format(matches) {
            Format::Text => door.data(report.screen(door.text, door.width()).as_bytes())?,
            Format::Json => door.data(&door::json(&report))?,
            Format::Csv => door.data(&[door.byte_order_mark().as_bytes(), &report.csv()].concat())?,
        }
        Ok(Exit::Good)
    }
}

/// The points that a word names: one by its id or name, or all of a commune; diacritics and case do not matter.
fn points(word: &str, problem: &Problem, text: &Text) -> Result<Vec<usize>, Trouble> {
    let is_meant = |name: &str| plain_letters(name) == plain_letters(word);
    if let Some(point) = problem.points.iter().position(|point| is_meant(&point.id)) {
        return Ok(vec![point]);
    }
    if let Some(commune) = problem.communes.iter().position(|commune| is_meant(&commune.name) || commune.code == word) {
        return Ok((0..problem.points.len()).filter(|point| problem.points[*point].commune == commune).collect());
    }
    let named: Vec<usize> = (0..problem.points.len()).filter(|point| is_meant(&problem.points[*point].name)).collect();
    if !named.is_empty() {
        return Ok(named);
    }
    let communes = problem.communes.iter().map(|commune| commune.name.as_str());
    let names = communes.chain(problem.points.iter().flat_map(|point| [point.id.as_str(), point.name.as_str()]));
    let hint = match did_you_mean(word, names) {
        Some(meant) => text.say("cli-did-you-mean", &[("suggestion", meant.into())]),
        None => text.plain("cli-hint-where"),
    };
    Err(Trouble::Usage(text.say("cli-unknown-where", &[("word", word.into())]), Some(hint)))
}
