//! `thugom info PROJECT`: need against supply, before any plan is made.

use clap::{Arg, ArgMatches};

use super::arguments::{self, Format};
use super::door::Door;
use super::trouble::Trouble;
use super::{Exit, Verb, door, project};
use crate::export::{InfoReport, figures_csv};
use crate::text::Text;

/// Tells what a project holds and what it asks for.
pub struct Info;

impl Verb for Info {
    fn name(&self) -> &'static str {
        "info"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        vec![
            arguments::project(text),
            arguments::trucks(text),
            arguments::from(text),
            arguments::scenario(text),
            arguments::format_option(text),
        ]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let monday = arguments::monday(matches, "from", door.text)?;
        let project = project::open(matches, monday, door)?;
        let report = InfoReport::new(&project.problem, &project.dataset);
        match arguments::format(matches) {
            Format::Text => door.data(report.screen(door.text, door.width()).as_bytes())?,
            Format::Json => door.data(&door::json(&report))?,
            Format::Csv => door.data(&[door.byte_order_mark().as_bytes(), &figures_csv(&report.figures())].concat())?,
        }
        Ok(Exit::Good)
    }
}
