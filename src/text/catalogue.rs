//! Sentences of one language, filled with words and numbers.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Language, SHEETS, decimal};

/// What a sentence is filled with: words, or a number that is written in the style of the language.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Argument {
    /// Words, used as they are.
    Words(String),
    /// A number and how many decimals it is written with.
    Number(f64, usize),
}

impl From<&str> for Argument {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Argument {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number as f64, 0)
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number as f64, 0)
    }
}

/// Named arguments of a sentence.
pub type Arguments<'a> = &'a [(&'static str, Argument)];

/// The catalogue in one language.
pub struct Text {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Text {
    /// The catalogue in `language`.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Vietnamese => |value, _| format_number(value, Language::Vietnamese),
            Language::English => |value, _| format_number(value, Language::English),
        }));
        for (name, vietnamese, english) in SHEETS {
            let source = match language {
                Language::Vietnamese => vietnamese,
                Language::English => english,
            };
            let sheet = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("the catalogue sheet `{name}` is well formed: {errors:?}"));
            bundle.add_resource(sheet).unwrap_or_else(|errors| panic!("the sheet `{name}` defines each message once: {errors:?}"));
        }
        Self { language, bundle }
    }

    /// The language of this catalogue.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence `key` without arguments.
    pub fn plain(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// The sentence `key`, filled with `arguments`. A key that the catalogue lacks is given back in brackets.
    pub fn say(&self, key: &str, arguments: Arguments) -> String {
        self.fill(key, None, arguments).unwrap_or_else(|| {
            debug_assert!(false, "the catalogue lacks `{key}`");
            format!("[{key}]")
        })
    }

    /// The `attribute` of the message `key` (a fault's `help`), where it has one.
    pub fn attribute(&self, key: &str, attribute: &str, arguments: Arguments) -> Option<String> {
        self.fill(key, Some(attribute), arguments)
    }

    /// Whether the catalogue has the sentence `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn fill(&self, key: &str, attribute: Option<&str>, arguments: Arguments) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut filling = FluentArgs::new();
        for (name, argument) in arguments {
            match argument {
                Argument::Words(words) => filling.set(*name, words.clone()),
                Argument::Number(number, decimals) => {
                    let mut number = FluentNumber::from(*number);
                    number.options.minimum_fraction_digits = Some(*decimals);
                    filling.set(*name, FluentValue::Number(number));
                }
            }
        }
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, Some(&filling), &mut errors);
        debug_assert!(errors.is_empty(), "`{key}` was not filled: {errors:?}");
        Some(sentence.into_owned())
    }
}

fn format_number(value: &FluentValue, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(decimal(number.value, number.options.minimum_fraction_digits.unwrap_or(0), language)),
        _ => None,
    }
}
