//! `thugom frontier PROJECT`: service against cost, each point a plan that can be opened.

use std::path::Path;
use std::time::Duration;

use clap::{Arg, ArgMatches};

use super::arguments::{self, Format};
use super::door::{self, Door};
use super::progress::ShownProgress;
use super::search_options::{self, SearchOptions};
use super::trouble::Trouble;
use super::{Exit, Verb, folder, interrupt, project};
use crate::export::{FrontierReport, figures_csv, write_whole};
use crate::kpi::Facts;
use crate::solve;
use crate::text::Text;
use crate::units::Vnd;

/// Time for each plan where nothing else ends its search.
const TIME_LIMIT: Duration = Duration::from_secs(10);
/// Plans where none are asked for, and the fewest and most that may be.
const PLANS: usize = 8;
const FEWEST_PLANS: usize = 2;
const MOST_PLANS: usize = 50;
/// Folder where none is asked for.
const OUTPUT: &str = "frontier";

/// Plans from the cheapest to the most frequent.
pub struct Frontier;

impl Verb for Frontier {
    fn name(&self) -> &'static str {
        "frontier"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        let own = vec![
            arguments::project(text),
            arguments::trucks(text),
            arguments::from(text),
            arguments::option("plans", "cli-value-number", "cli-option-plans", text),
            arguments::option("budget", "cli-value-vnd", "cli-option-budget", text),
            folder::option("cli-option-frontier-output", text),
            arguments::format_option(text),
        ];
        own.into_iter().chain(search_options::options("cli-option-iterations", "cli-option-time-limit-each", text)).collect()
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let monday = arguments::monday(matches, "from", door.text)?;
        let n_plans = n_plans(matches, door.text)?;
        let budget: Option<u32> = arguments::number(matches, "budget", door.text)?;
        let search = SearchOptions::read(matches, door)?.or_time(TIME_LIMIT);
        let project = project::open(matches, monday, door)?;
        let folder = arguments::path(matches, "output").unwrap_or(Path::new(OUTPUT));
        folder::make(folder, door.text)?;

        let problem = &project.problem;
        let budget = budget.map(|vnd| Vnd(vnd.into())).or(problem.policy.budget);
        let mut shown = ShownProgress::new(door);
        let wished: Vec<Vnd> = budget.into_iter().collect();
        let found = solve::frontier(problem, n_plans, &wished, &search.parameters(), &search.stop(), &mut shown);
        shown.finish();

        let mut unlimited = problem.clone();
        unlimited.policy.budget = None;
        let facts = found
            .iter()
            .enumerate()
            .map(|(index, one)| (format!("plan-{:02}.json", index + 1), one.budget, Facts::new(&unlimited, &one.plan)));
        let facts: Vec<_> = facts.collect();
        if let Some((file, ..)) = facts.iter().find(|(.., facts)| !facts.verdict.violations.is_empty()) {
            return Err(Trouble::Internal(door.text.say("cli-frontier-breaks-rules", &[("file", file.as_str().into())])));
        }
        let report = FrontierReport::new(&unlimited, &facts, budget);
        for (file, _, facts) in &facts {
            write_whole(&folder.join(file), facts.plan.to_file(problem).to_json().as_bytes())?;
        }
        // A spreadsheet opens the file: it begins with the mark that Excel needs.
        write_whole(&folder.join("frontier.csv"), &["\u{feff}".as_bytes(), &figures_csv(&report.figures())].concat())?;
        write_whole(&folder.join("frontier.svg"), report.picture(door.text).as_bytes())?;
        door.note(&door.text.say("cli-written", &[("file", folder.display().to_string().into())]), None);
        door.data(&match arguments::format(matches) {
            Format::Text => report.screen(door.text, door.width()).into_bytes(),
            Format::Json => door::json(&report),
            Format::Csv => [door.byte_order_mark().as_bytes(), &figures_csv(&report.figures())].concat(),
        })?;
        let all_met = facts.iter().all(|(.., facts)| facts.verdict.shortfalls.is_empty());
        Ok(if interrupt::is_requested() {
            Exit::Interrupted
        } else if all_met {
            Exit::Good
        } else {
            Exit::Unmet
        })
    }
}

fn n_plans(matches: &ArgMatches, text: &Text) -> Result<usize, Trouble> {
    let asked = arguments::number(matches, "plans", text)?.unwrap_or(PLANS);
    if (FEWEST_PLANS..=MOST_PLANS).contains(&asked) {
        return Ok(asked);
    }
    let hint = text.say("cli-hint-sizes", &[("from", FEWEST_PLANS.into()), ("most", MOST_PLANS.into())]);
    Err(arguments::bad_value("plans", &asked.to_string(), hint, text))
}
