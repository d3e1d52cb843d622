//! Arguments that several subcommands take, and how their values are read.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use jiff::civil::{Date, Weekday};

use super::trouble::Trouble;
use crate::text::{Language, Text};

/// In which form results are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Sentences and tables.
    Text,
    /// One JSON document.
    Json,
    /// A long table.
    Csv,
}

/// Place in help of what every verb has.
pub const AFTER_OWN: usize = 900;

/// The options that every verb has.
pub fn of_every_verb(text: &Text) -> Vec<Arg> {
    let languages = Language::ALL.map(Language::code);
    let all = [
        option("lang", "cli-value-lang", "cli-option-lang", text).value_parser(PossibleValuesParser::new(languages)),
        option("threads", "cli-value-number", "cli-option-threads", text),
        flag("quiet", "cli-option-quiet", text).short('q'),
    ];
    // After the verb's own.
    all.into_iter().map(|argument| argument.global(true).display_order(AFTER_OWN)).collect()
}

/// The project's folder.
pub fn project(text: &Text) -> Arg {
    positional("project", "cli-value-project", "cli-argument-project", text).value_parser(value_parser!(PathBuf)).required(true)
}

/// The project's folder, or the file of a classic instance.
pub fn project_or_instance(text: &Text) -> Arg {
    let value = positional("project", "cli-value-project-or-instance", "cli-argument-project-or-instance", text);
    value.value_parser(value_parser!(PathBuf)).required(true)
}

/// A plan's file.
pub fn plan(text: &Text) -> Arg {
    positional("plan", "cli-value-plan", "cli-argument-plan", text).value_parser(value_parser!(PathBuf)).required(true)
}

/// Where the result goes.
pub fn output(text: &Text, help: &'static str) -> Arg {
    option("output", "cli-value-file", help, text).short('o').value_parser(value_parser!(PathBuf))
}

/// Which trucks are used.
pub fn trucks(text: &Text) -> Arg {
    option("trucks", "cli-value-trucks", "cli-option-trucks", text)
}

/// The Monday of a dated week.
pub fn from(text: &Text) -> Arg {
    option("from", "cli-value-date", "cli-option-from", text)
}

/// A scenario that changes the project first.
pub fn scenario(text: &Text) -> Arg {
    option("scenario", "cli-value-scenario", "cli-option-scenario", text)
}

/// `--format text|json|csv`.
pub fn format_option(text: &Text) -> Arg {
    choice("format", "cli-option-format", &["text", "json", "csv"], text)
}

/// An option that takes a value; its name is its long form.
pub fn option(name: &'static str, value: &str, help: &str, text: &Text) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(text.plain(value))
        .help(text.plain(help))
        .action(ArgAction::Set)
        .allow_negative_numbers(true)
        .hide_possible_values(true)
}

/// An option that takes one of `values`, the first by default.
pub fn choice(name: &'static str, help: &str, values: &'static [&'static str], text: &Text) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(values.join("|"))
        .help(text.plain(help))
        .value_parser(PossibleValuesParser::new(values))
        .default_value(values[0])
        .hide_default_value(true)
        .hide_possible_values(true)
}

/// An argument that is known by its position.
pub fn positional(name: &'static str, value: &str, help: &str, text: &Text) -> Arg {
    Arg::new(name).value_name(text.plain(value)).help(text.plain(help)).hide_possible_values(true)
}

/// An option that is given or not.
pub fn flag(name: &'static str, help: &str, text: &Text) -> Arg {
    Arg::new(name).long(name).help(text.plain(help)).action(ArgAction::SetTrue)
}

/// The path that was given for `name`.
pub fn path<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m Path> {
    matches.get_one::<PathBuf>(name).map(PathBuf::as_path)
}

/// The word that was given for `name`.
pub fn word<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// The form that was asked for.
pub fn format(matches: &ArgMatches) -> Format {
    match word(matches, "format") {
        Some("json") => Format::Json,
        Some("csv") => Format::Csv,
        _ => Format::Text,
    }
}

/// The number of threads, 0 where none was given.
pub fn threads(matches: &ArgMatches, text: &Text) -> Result<usize, Trouble> {
    Ok(number::<u16>(matches, "threads", text)?.map_or(0, usize::from))
}

/// The whole number that was given for `name`.
pub fn number<N: FromStr>(matches: &ArgMatches, name: &'static str, text: &Text) -> Result<Option<N>, Trouble> {
    let Some(word) = word(matches, name) else { return Ok(None) };
    let not_a_number = || bad_value(name, word, text.plain("cli-hint-number"), text);
    word.parse().map(Some).map_err(|_| not_a_number())
}

/// The whole numbers that were given for `name`, with commas between them; none where nothing was given.
pub fn numbers(matches: &ArgMatches, name: &'static str, text: &Text) -> Result<Vec<u64>, Trouble> {
    let Some(word) = word(matches, name) else { return Ok(Vec::new()) };
    read_numbers(word).map_err(|part| bad_value(name, part, text.plain("cli-hint-numbers"), text))
}

/// The numbers of a list, or what in it is none.
fn read_numbers(word: &str) -> Result<Vec<u64>, &str> {
    word.split(',').map(str::trim).map(|part| part.parse().map_err(|_| part)).collect()
}

/// The duration that was given for `name` (`30s`, `2m`, `1h30m`; a bare number counts seconds): more than 0, a week at most.
pub fn duration(matches: &ArgMatches, name: &'static str, text: &Text) -> Result<Option<Duration>, Trouble> {
    let Some(word) = word(matches, name) else { return Ok(None) };
    let week = Duration::from_secs(7 * 86_400);
    let read = read_duration(word).filter(|duration| !duration.is_zero() && *duration <= week);
    read.map(Some).ok_or_else(|| bad_value(name, word, text.plain("cli-hint-duration"), text))
}

fn read_duration(word: &str) -> Option<Duration> {
    if let Ok(seconds) = word.parse::<u32>() {
        return Some(Duration::from_secs(seconds.into()));
    }
    word.parse::<jiff::SignedDuration>().ok().and_then(|duration| duration.try_into().ok())
}

/// The Monday that was given for `name`.
pub fn monday(matches: &ArgMatches, name: &'static str, text: &Text) -> Result<Option<Date>, Trouble> {
    let Some(word) = word(matches, name) else { return Ok(None) };
    let date: Date = word.parse().map_err(|_| bad_value(name, word, text.plain("cli-hint-date"), text))?;
    if date.weekday() == Weekday::Monday {
        return Ok(Some(date));
    }
    let since_monday = i64::from(date.weekday().to_monday_zero_offset());
    let monday = date.checked_sub(jiff::Span::new().days(since_monday)).unwrap_or(date);
    Err(bad_value(name, word, text.say("cli-hint-monday", &[("monday", monday.to_string().into())]), text))
}

/// The value of an option is not one that it can have.
pub fn bad_value(name: &'static str, word: &str, hint: String, text: &Text) -> Trouble {
    let sentence = text.say("cli-bad-value", &[("value", word.into()), ("argument", format!("--{name}").into())]);
    Trouble::Usage(sentence, Some(hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas_between_them() {
        assert_eq!(read_numbers("400"), Ok(vec![400]));
        assert_eq!(read_numbers("400, 800,0"), Ok(vec![400, 800, 0]));
        assert_eq!(read_numbers("400;800"), Err("400;800"));
        assert_eq!(read_numbers("400,,800"), Err(""));
        assert_eq!(read_numbers("18446744073709551616"), Err("18446744073709551616"));
    }

    #[test]
    fn a_duration_may_have_units() {
        assert_eq!(read_duration("30"), Some(Duration::from_secs(30)));
        assert_eq!(read_duration("30s"), Some(Duration::from_secs(30)));
        assert_eq!(read_duration("1m30s"), Some(Duration::from_secs(90)));
        assert_eq!(read_duration("-5s"), None);
        assert_eq!(read_duration("soon"), None);
    }
}
