//! From the words of the command line to the verb that does them.

use std::ffi::OsString;
use std::panic::AssertUnwindSafe;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments::AFTER_OWN;
use super::door::Door;
use super::trouble::Trouble;
use super::{Exit, VERBS, Verb, arguments, interrupt, language, last_resort, usage};
use crate::text::Text;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let language = language::choose(&words);
    last_resort::install(language);
    let text = Text::new(language);
    // A panic has already said so; all that is left is to end in the documented way.
    let exit = std::panic::catch_unwind(AssertUnwindSafe(|| run(words, &text))).unwrap_or(Exit::Internal);
    exit.into()
}

fn run(words: Vec<OsString>, text: &Text) -> Exit {
    interrupt::listen(text.plain("cli-stopping"));
    match command(text).try_get_matches_from(words) {
        Ok(matches) => {
            let quiet = matches.get_flag("quiet");
            let mut door = Door { text, quiet, threads: 0, json: false };
            dispatch(&matches, &mut door).unwrap_or_else(|trouble| trouble.report(&door))
        }
        Err(error) => {
            let door = Door { text, quiet: false, threads: 0, json: false };
            match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                    let shown = door.data(error.render().to_string().as_bytes());
                    shown.map_or_else(|trouble| trouble.report(&door), |()| Exit::Good)
                }
                _ => usage::trouble(&error, text).report(&door),
            }
        }
    }
}

fn dispatch(matches: &ArgMatches, door: &mut Door) -> Result<Exit, Trouble> {
    door.threads = arguments::threads(matches, door.text)?;
    if door.threads > 0 {
        // Fails only where the pool exists already, and nothing has used it yet.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(door.threads).build_global();
    }
    let (name, matches) = matches.subcommand().expect("clap asks for a subcommand");
    door.json = matches.try_get_one::<String>("format").ok().flatten().is_some_and(|format| format == "json");
    let verb = VERBS.iter().find(|verb| verb.name() == name).expect("clap knows the subcommands of the list only");
    verb.run(matches, door)
}

/// The whole command line, with help in the language of `text`.
pub fn command(text: &Text) -> Command {
    let mut command = Command::new("thugom")
        .bin_name("thugom")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text.plain("cli-about"))
        .after_help(after_help(text))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .override_usage(format!("thugom <{}> [{}]", text.plain("cli-value-verb"), text.plain("cli-value-options")))
        .subcommand_help_heading(text.plain("cli-heading-verbs"));
    command = with_frame(command, text, "{subcommands}\n\n");
    command = command.args(arguments::of_every_verb(text)).arg(version_argument(text));
    command.subcommands(VERBS.iter().map(|verb| subcommand(*verb, text)))
}

fn subcommand(verb: &dyn Verb, text: &Text) -> Command {
    let key = format!("cli-verb-{}", verb.name());
    let own = verb.arguments(text);
    let mut usage = format!("thugom {}", verb.name());
    for argument in own.iter().filter(|argument| argument.is_positional()) {
        let name = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default();
        usage.push_str(&if argument.is_required_set() { format!(" <{name}>") } else { format!(" [{name}]") });
    }
    usage.push_str(&format!(" [{}]", text.plain("cli-value-options")));
    let mut command = Command::new(verb.name()).about(text.plain(&key)).override_usage(usage).args(own);
    if let Some(more) = text.attribute(&key, "more", &[]) {
        command = command.after_help(more);
    }
    with_frame(command, text, "")
}

/// The frame of a help text, with our own headings: those of clap are English.
fn with_frame(command: Command, text: &Text, verbs: &str) -> Command {
    let verbs = if verbs.is_empty() { String::new() } else { format!("{}:\n{verbs}", text.plain("cli-heading-verbs")) };
    let positionals = if command.get_positionals().next().is_some() {
        format!("{}:\n{{positionals}}\n\n", text.plain("cli-heading-arguments"))
    } else {
        String::new()
    };
    command
        .help_template(format!(
            "{{about}}\n\n{}: {{usage}}\n\n{positionals}{verbs}{}:\n{{options}}{{after-help}}",
            text.plain("cli-heading-usage"),
            text.plain("cli-heading-options"),
        ))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(AFTER_OWN).help(text.plain("cli-option-help")))
}

fn version_argument(text: &Text) -> Arg {
    Arg::new("version")
        .display_order(AFTER_OWN)
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(text.plain("cli-option-version"))
}

fn after_help(text: &Text) -> String {
    let mut lines = vec![text.plain("cli-heading-exit")];
    lines.extend(Exit::ALL.iter().map(|exit| format!("  {:>3}  {}", exit.code(), text.plain(exit.key()))));
    lines.push(String::new());
    lines.push(text.plain("cli-after-help"));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn the_command_line_is_well_formed_in_every_language() {
        for language in Language::ALL {
            command(&Text::new(language)).debug_assert();
        }
    }
}
