//! `thugom man`: the manual page.

use clap::{Arg, ArgMatches};

use super::door::Door;
use super::trouble::Trouble;
use super::{Exit, Verb, arguments, entrance};
use crate::text::Text;

/// Prints the manual page of the program and of each verb, as one roff document.
pub struct Man;

impl Verb for Man {
    fn name(&self) -> &'static str {
        "man"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        vec![arguments::output(text, "cli-option-output")]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let mut page = Vec::new();
        let mut command = entrance::command(door.text);
        command.build();
        let subcommands: Vec<clap::Command> = command.get_subcommands().cloned().collect();
        let whole = clap_mangen::Man::new(command).render(&mut page);
        whole.expect("writing to memory cannot fail");
        for subcommand in subcommands {
            let name = format!("thugom-{}", subcommand.get_name());
            let part = clap_mangen::Man::new(subcommand.display_name(&name)).render(&mut page);
            part.expect("writing to memory cannot fail");
        }
        door.deliver(arguments::path(matches, "output"), &page)?;
        Ok(Exit::Good)
    }
}
