//! What a subcommand is.

use clap::{Arg, ArgMatches};

use super::Exit;
use super::door::Door;
use super::trouble::Trouble;
use crate::text::Text;

/// A subcommand. Its one-line help is the catalogue's `cli-verb-NAME`; what that leaves open is in its attribute `more`.
pub trait Verb: Sync {
    /// The word that calls it.
    fn name(&self) -> &'static str;

    /// What it takes, in the order of help; the options that every verb has are added elsewhere.
    fn arguments(&self, text: &Text) -> Vec<Arg>;

    /// Does it.
    ///
    /// # Errors
    /// Whatever kept it from being done; data may have been written by then.
    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble>;
}
