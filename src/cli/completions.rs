//! `thugom completions SHELL`: what the shell needs to complete our words.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, ValueEnum};
use clap_complete::Shell;

use super::door::Door;
use super::trouble::Trouble;
use super::{Exit, Verb, arguments, entrance};
use crate::text::Text;

/// Prints a completion script.
pub struct Completions;

impl Verb for Completions {
    fn name(&self) -> &'static str {
        "completions"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        let shells = Shell::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let shell = arguments::positional("shell", "cli-value-shell", "cli-argument-shell", text);
        vec![shell.value_parser(PossibleValuesParser::new(shells)).required(true)]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let shell = arguments::word(matches, "shell").and_then(|shell| Shell::from_str(shell, false).ok());
        let shell = shell.expect("clap lets through the names of shells only");
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut entrance::command(door.text), "thugom", &mut script);
        door.data(&script)?;
        Ok(Exit::Good)
    }
}
