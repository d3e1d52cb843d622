//! Reads a scenario's file.

use toml::de::{DeArray, DeTable, DeValue};

use super::change::Change;
use super::changes::CHANGES;
use crate::fault::{Fault, Faults, NO_SUGGESTION, Place, Source, did_you_mean};
use crate::model::TruckChoice;
use crate::table::{Content, Field, Holder, Lines, Record, Words, YES_NO, toml_content};
use crate::text::Language;

/// An ordered list of changes, with a name.
#[derive(Clone)]
pub struct Scenario {
    /// What it is called on the command line: the name of its file without folder and ending.
    pub id: String,
    /// Its name in Vietnamese and in English.
    names: [String; 2],
    /// The fleet that its changes begin with, where it says one.
    pub trucks: Option<TruckChoice>,
    /// Whether points may lose their last road, and then go unserved.
    pub may_cut_off: bool,
    /// Its changes, in order.
    pub(super) steps: Vec<Step>,
    /// Its file.
    pub(super) text: String,
}

/// One change: its kind and its fields.
#[derive(Clone)]
pub(super) struct Step {
    pub change: &'static dyn Change,
    pub place: Place,
    pub fields: Vec<Field>,
}

impl Scenario {
    /// The scenario in a TOML file; `id` is what it is called.
    ///
    /// # Errors
    /// Everything that is wrong with its form, unknown kinds of changes among it. What its changes name is looked up by [`Scenario::apply`].
    pub fn read(id: &str, source: &Source) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let lines = Lines::new(source);
        let (root, errors) = DeTable::parse_recoverable(&source.text);
        for error in &errors {
            let place = error.span().map_or(source.place(), |span| lines.place(span.start));
            faults.push(Fault::error("toml-syntax", place));
        }
        if !errors.is_empty() {
            return Err(faults);
        }
        let root = root.get_ref();
        let steps = steps(root, &lines, source, &mut faults);
        let plain = fields(root, &lines).into_iter().filter(|field| field.name != "change").collect::<Vec<_>>();
        let mut record = Record::new(Holder::Setting, source.place(), plain.clone(), &mut faults);
        let name = record.read_or("name", Words, id.to_owned());
        let english = record.read_or("name_en", Words, name.clone());
        let trucks = record.read_optional("trucks", Words).map(|words| fleet(&words));
        let may_cut_off = record.read_or("may_cut_off", YES_NO, false);
        record.leave(&["note"]);
        let known: Vec<&'static str> = record.asked().iter().map(|(name, _)| *name).collect();
        for field in plain.iter().filter(|field| !known.contains(&field.name.as_str())) {
            let suggestion = did_you_mean(&field.name, known.iter().copied().chain(["change"])).unwrap_or(NO_SUGGESTION);
            let fault = Fault::error("scenario-unknown-setting", field.place.clone()).with("known", known.join(", "));
            record.record(fault.with("field", Content::words(&field.name).shown()).with("suggestion", suggestion));
        }
        if faults.has_errors() {
            return Err(faults);
        }
        Ok(Self { id: id.to_owned(), names: [name, english], trucks, may_cut_off, steps, text: source.text.clone() })
    }

    /// Its name in a language.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.names[0],
            Language::English => &self.names[1],
        }
    }

    /// Number of its changes.
    pub fn n_changes(&self) -> usize {
        self.steps.len()
    }

    /// Where a change stands.
    pub fn place_of(&self, change: usize) -> Place {
        self.steps[change].place.clone()
    }
}

impl std::fmt::Debug for Scenario {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let kinds: Vec<&str> = self.steps.iter().map(|step| step.change.kind()).collect();
        f.debug_struct("Scenario").field("id", &self.id).field("changes", &kinds).finish()
    }
}

/// The trucks that `existing`, `all` or a list of ids means.
fn fleet(words: &str) -> TruckChoice {
    match words {
        "all" => TruckChoice::All,
        "existing" => TruckChoice::Existing,
        ids => TruckChoice::Named(ids.split([';', ',']).map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect()),
    }
}

fn steps(root: &DeTable, lines: &Lines, source: &Source, faults: &mut Faults) -> Vec<Step> {
    let Some(value) = root.get("change") else {
        faults.push(Fault::error("scenario-without-changes", source.place()));
        return Vec::new();
    };
    let place = lines.place(value.span().start);
    let DeValue::Array(list) = value.get_ref() else {
        faults.push(Fault::error("scenario-change-malformed", place));
        return Vec::new();
    };
    if list.is_empty() {
        faults.push(Fault::error("scenario-without-changes", place));
    }
    let mut steps = Vec::new();
    for value in list.iter() {
        let place = lines.place(value.span().start);
        match value.get_ref() {
            DeValue::Table(table) => steps.extend(step(fields(table, lines), place, faults)),
            _ => faults.push(Fault::error("scenario-change-malformed", place)),
        }
    }
    steps
}

fn step(fields: Vec<Field>, place: Place, faults: &mut Faults) -> Option<Step> {
    let mut record = Record::new(Holder::Setting, place.clone(), fields.clone(), faults);
    let kind = record.read("kind", Words);
    if !record.is_sound() {
        return None;
    }
    if let Some(change) = CHANGES.iter().copied().find(|change| change.kind() == kind) {
        return Some(Step { change, place, fields });
    }
    let kinds: Vec<&str> = CHANGES.iter().map(|change| change.kind()).collect();
    let meant = did_you_mean(&kind, kinds.iter().copied()).unwrap_or(NO_SUGGESTION);
    let fault = record.fault_of("scenario-unknown-kind", "kind").with("suggestion", meant).with("known", kinds.join(", "));
    record.record(fault);
    None
}

fn fields(table: &DeTable, lines: &Lines) -> Vec<Field> {
    let field = |key: &str, value: &toml::Spanned<DeValue>| Field {
        name: key.to_owned(),
        content: content(value.get_ref()),
        place: lines.place(value.span().start),
    };
    table.iter().map(|(key, value)| field(key.get_ref(), value)).collect()
}

/// A list of plain values is read as the words `a; b; c`.
fn content(value: &DeValue) -> Content {
    match value {
        DeValue::Array(list) => joined(list).map_or(Content::Other, |words| Content::words(&words)),
        plain => toml_content(plain),
    }
}

fn joined(list: &DeArray) -> Option<String> {
    let parts: Option<Vec<String>> = list
        .iter()
        .map(|value| match toml_content(value.get_ref()) {
            Content::Words(words) | Content::Number(_, words) => Some(words),
            _ => None,
        })
        .collect();
    parts.map(|parts| parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<String> {
        let source = Source { name: "s.toml".into(), text: text.to_owned() };
        match Scenario::read("s", &source) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.sorted().iter().map(|fault| format!("{} {}", fault.place, fault.code)).collect(),
        }
    }

    #[test]
    fn no_two_kinds_share_a_word() {
        for (i, change) in CHANGES.iter().enumerate() {
            assert!(CHANGES[..i].iter().all(|earlier| earlier.kind() != change.kind()), "{}", change.kind());
        }
    }

    #[test]
    fn lists_and_words_are_read_alike() {
        let text = "[[change]]\nkind = \"add-trucks\"\ntrucks = [\"X5\", \"X6\"]\n[[change]]\nkind = \"budget\"\nvnd_per_week = 5\n";
        let source = Source { name: "s.toml".into(), text: text.to_owned() };
        let scenario = Scenario::read("s", &source).expect("it is sound");
        assert_eq!((scenario.n_changes(), scenario.name(Language::Vietnamese)), (2, "s"));
        let trucks = scenario.steps[0].fields.iter().find(|field| field.name == "trucks").expect("a field");
        assert_eq!(trucks.content, Content::Words("X5; X6".to_owned()));
    }

    #[test]
    fn what_is_no_scenario_is_named_with_its_place() {
        assert_eq!(codes(""), ["s.toml scenario-without-changes"]);
        assert_eq!(codes("change = 3\n"), ["s.toml:1:10 scenario-change-malformed"]);
        assert_eq!(codes("change = [1]\n"), ["s.toml:1:11 scenario-change-malformed"]);
        assert_eq!(
            codes("nam = 1\n[[change]]\nkind = \"bugdet\"\n"),
            ["s.toml:1:7 scenario-unknown-setting", "s.toml:3:8 scenario-unknown-kind"]
        );
        assert_eq!(codes("[[change]]\n"), ["s.toml:1:1 field-missing"]);
        assert!(codes("a = = 1")[0].ends_with("toml-syntax"));
    }
}
