//! `thugom schema plan`: what a plan's file may hold.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches};

use super::door::Door;
use super::trouble::Trouble;
use super::{Exit, Verb, arguments};
use crate::dataset::PlanFile;
use crate::text::Text;

/// Prints the JSON Schema of a file format.
pub struct Schema;

impl Verb for Schema {
    fn name(&self) -> &'static str {
        "schema"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        let what = arguments::positional("what", "cli-value-schema", "cli-argument-schema", text);
        vec![what.value_parser(PossibleValuesParser::new(["plan"])).required(true), arguments::output(text, "cli-option-output")]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let mut schema = serde_json::to_string_pretty(&PlanFile::schema()).expect("a schema has string keys only");
        schema.push('\n');
        door.deliver(arguments::path(matches, "output"), schema.as_bytes())?;
        Ok(Exit::Good)
    }
}
