//! A fault, and the faults found so far.

use serde::Serialize;

use super::Place;

use crate::text::{Argument, Text};

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The input can't be used.
    Error,
    /// The input can be used, but is probably not what was meant.
    Warning,
}

/// One fault of the input: what is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Stable code, `kebab-case`; the catalogue's key is `fault-` and this.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What the message is filled with.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// A fault in words, as `--format json` gives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordedFault {
    /// Stable code.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// `file:line:column`.
    #[serde(rename = "where")]
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl Fault {
    /// An error with the message `fault-CODE`.
    pub fn error(code: &'static str, place: Place) -> Self {
        Self { code, severity: Severity::Error, place, arguments: Vec::new() }
    }

    /// A warning with the message `fault-CODE`.
    pub fn warning(code: &'static str, place: Place) -> Self {
        Self { code, severity: Severity::Warning, place, arguments: Vec::new() }
    }

    /// The same fault with one more argument of its message.
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }

    /// The fault in the words of a language.
    pub fn worded(&self, text: &Text) -> WordedFault {
        let key = format!("fault-{}", self.code);
        WordedFault {
            code: self.code,
            severity: self.severity,
            place: self.place.to_string(),
            message: text.say(&key, &self.arguments),
            help: text.attribute(&key, "help", &self.arguments),
        }
    }
}

/// The faults found so far, in the order they were found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Faults {
    found: Vec<Fault>,
}

impl Faults {
    /// No faults yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Records a fault.
    pub fn push(&mut self, fault: Fault) {
        self.found.push(fault);
    }

    /// Records all faults of `others`.
    pub fn append(&mut self, mut others: Faults) {
        self.found.append(&mut others.found);
    }

    /// Whether any of them makes the input unusable.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// Whether any of them makes the file of that name unusable.
    pub fn has_errors_in(&self, file: &str) -> bool {
        self.found.iter().any(|fault| fault.severity == Severity::Error && fault.place.file() == file)
    }

    /// Whether there is none at all.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, in the order of their files, lines and columns.
    pub fn sorted(&self) -> Vec<&Fault> {
        let mut faults: Vec<&Fault> = self.found.iter().collect();
        faults.sort_by_key(|fault| (fault.place.file(), fault.place.line, fault.place.column));
        faults
    }
}
