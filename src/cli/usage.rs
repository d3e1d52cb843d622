//! clap's usage errors in the words of the catalogue.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::trouble::Trouble;
use crate::text::Text;

/// What is wrong with the command line, and what to do.
pub fn trouble(error: &Error, text: &Text) -> Trouble {
    let argument = word(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = word(error, ContextKind::InvalidValue).unwrap_or_default();
    let sentence = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let verb = word(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            text.say("cli-unknown-verb", &[("verb", verb.into())])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => text.plain("cli-missing-verb"),
        ErrorKind::UnknownArgument => text.say("cli-unknown-argument", &[("argument", argument.into())]),
        ErrorKind::MissingRequiredArgument => text.say("cli-missing-argument", &[("argument", argument.into())]),
        ErrorKind::InvalidValue if value.is_empty() => text.say("cli-missing-value", &[("argument", argument.into())]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            text.say("cli-bad-value", &[("value", value.into()), ("argument", argument.into())])
        }
        ErrorKind::ArgumentConflict => text.say("cli-argument-twice", &[("argument", argument.into())]),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            text.say("cli-wrong-number-of-values", &[("argument", argument.into())])
        }
        ErrorKind::InvalidUtf8 => text.plain("cli-not-unicode"),
        _ => error.to_string(),
    };
    Trouble::Usage(sentence, Some(hint(error, text)))
}

fn hint(error: &Error, text: &Text) -> String {
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let suggestion = suggested.into_iter().find_map(|kind| word(error, kind));
    let valid = [ContextKind::ValidValue, ContextKind::ValidSubcommand].into_iter().find_map(|kind| word(error, kind));
    // Of several verbs that were perhaps meant the nearest comes last.
    let suggestion = suggestion.map(|words| words.rsplit(", ").next().unwrap_or_default().to_owned());
    match (suggestion, valid) {
        (Some(suggestion), _) => text.say("cli-did-you-mean", &[("suggestion", suggestion.into())]),
        (None, Some(valid)) => text.say("cli-valid-values", &[("values", valid.into())]),
        (None, None) => text.plain("cli-see-help"),
    }
}

/// The words of one piece of an error's context, separated by commas.
fn word(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(word.clone()),
        ContextValue::Strings(words) if !words.is_empty() => Some(words.join(", ")),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
