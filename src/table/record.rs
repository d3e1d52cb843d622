//! A record of named fields, whatever kind of file it comes from.

use std::collections::BTreeMap;

use crate::fault::{Fault, Faults, Place};

use super::Located;
use super::format::Format;

/// Longest part of a value that a message repeats, in characters.
const SHOWN: usize = 60;

/// What a file calls its fields; messages use the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Columns of a table.
    Column,
    /// Properties of a map feature.
    Property,
    /// Keys of the settings.
    Setting,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing.
    Blank,
    /// Words, trimmed and not empty.
    Words(String),
    /// A number, and how it is written.
    Number(f64, String),
    /// A truth value.
    Flag(bool),
    /// A list, a table or another thing that no field holds.
    Other,
}

/// A named field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub content: Content,
    /// Where its value stands.
    pub place: Place,
}

/// Fields of one row, feature or section; what can't be read is recorded as a fault.
pub struct Record<'f> {
    holder: Holder,
    place: Place,
    fields: Vec<Field>,
    faults: &'f mut Faults,
    sound: bool,
    asked: Vec<(&'static str, bool)>,
}

/// Rows of a file in their order, each with whether it could be read without a fault.
#[derive(Clone, Debug)]
pub struct Rows<T> {
    rows: Vec<(Located<T>, bool)>,
}

impl Content {
    /// Words without the spaces around them; blank where nothing is left.
    pub fn words(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() { Self::Blank } else { Self::Words(text.to_owned()) }
    }

    /// The content as a message shows it, cut where it is long.
    pub fn shown(&self) -> String {
        match self {
            Self::Words(words) | Self::Number(_, words) => shorten(words),
            Self::Flag(flag) => flag.to_string(),
            Self::Blank => String::new(),
            Self::Other => "[…]".to_owned(),
        }
    }
}

/// Words cut to a length that a message can bear, on one line.
pub(crate) fn shorten(words: &str) -> String {
    let mut shown: String = words.chars().take(SHOWN).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if words.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

impl Holder {
    /// The key by which the catalogue chooses the word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Property => "property",
            Self::Setting => "setting",
        }
    }
}

impl<'f> Record<'f> {
    /// A record at `place` with its fields.
    pub fn new(holder: Holder, place: Place, fields: Vec<Field>, faults: &'f mut Faults) -> Self {
        Self { holder, place, fields, faults, sound: true, asked: Vec::new() }
    }

    /// A field that must be there and not be blank.
    pub fn read<F: Format>(&mut self, name: &'static str, format: F) -> F::Value {
        self.asked.push((name, true));
        match self.position(name) {
            Some(i) if self.fields[i].content != Content::Blank => self.parse(i, &format),
            Some(i) => {
                let fault = self.name_field(Fault::error("field-blank", self.fields[i].place.clone()), name);
                self.record(fault);
                format.neutral()
            }
            None => {
                // A column that is missing is missing in every row: the sheet says it once.
                if self.holder != Holder::Column {
                    let fault = self.name_field(Fault::error("field-missing", self.place.clone()), name);
                    self.faults.push(fault);
                }
                self.sound = false;
                format.neutral()
            }
        }
    }

    /// A field that may be missing or blank.
    pub fn read_optional<F: Format>(&mut self, name: &'static str, format: F) -> Option<F::Value> {
        self.asked.push((name, false));
        let i = self.position(name)?;
        (self.fields[i].content != Content::Blank).then(|| self.parse(i, &format))
    }

    /// A field that has the value `otherwise` where it is missing or blank.
    pub fn read_or<F: Format>(&mut self, name: &'static str, format: F, otherwise: F::Value) -> F::Value {
        self.read_optional(name, format).unwrap_or(otherwise)
    }

    /// Words that may be missing or blank.
    pub fn words(&mut self, name: &'static str) -> String {
        self.read_or(name, super::Words, String::new())
    }

    /// Fields that people may keep and nobody reads (`note`).
    pub fn leave(&mut self, names: &[&'static str]) {
        self.asked.extend(names.iter().map(|name| (*name, false)));
    }

    /// Records a fault of this record; it is not sound any more.
    pub fn record(&mut self, fault: Fault) {
        self.sound &= fault.severity != crate::fault::Severity::Error;
        self.faults.push(fault);
    }

    /// A fault of the field `name`, at its place, with the arguments `holder`, `field` and `value`.
    pub fn fault_of(&self, code: &'static str, name: &'static str) -> Fault {
        let field = self.position(name).map(|i| &self.fields[i]);
        let place = field.map_or_else(|| self.place.clone(), |field| field.place.clone());
        let value = field.map(|field| field.content.shown()).unwrap_or_default();
        self.name_field(Fault::error(code, place), name).with("value", value)
    }

    /// Whether the field is there and not blank.
    pub fn has(&self, name: &str) -> bool {
        self.position(name).is_some_and(|i| self.fields[i].content != Content::Blank)
    }

    /// Whether nothing was wrong so far.
    pub fn is_sound(&self) -> bool {
        self.sound
    }

    /// Where the record stands.
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// The names that were asked for, each with whether it must be there.
    pub(crate) fn asked(&self) -> &[(&'static str, bool)] {
        &self.asked
    }

    /// `value` with the places of the fields, and whether it was read without a fault.
    pub fn finish<T>(self, value: T) -> (Located<T>, bool) {
        let places: Vec<_> = self.fields.into_iter().map(|field| (field.name, field.place)).collect();
        (Located::new(value, self.place, places), self.sound)
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    fn parse<F: Format>(&mut self, i: usize, format: &F) -> F::Value {
        let field = &self.fields[i];
        match format.read(&field.content) {
            Ok(value) => value,
            Err(misread) => {
                let mut fault = Fault::error(misread.code, field.place.clone());
                fault.arguments = misread.arguments;
                let fault = fault.with("holder", self.holder.key()).with("field", field.name.clone()).with("value", field.content.shown());
                self.record(fault);
                format.neutral()
            }
        }
    }

    fn name_field(&self, fault: Fault, name: &'static str) -> Fault {
        fault.with("holder", self.holder.key()).with("field", name)
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// Rows in their order.
    pub fn new(rows: Vec<(Located<T>, bool)>) -> Self {
        Self { rows }
    }

    /// Every row, sound or not: what is known to exist.
    pub fn all(&self) -> impl Iterator<Item = &Located<T>> {
        self.rows.iter().map(|(row, _)| row)
    }

    /// The rows that were read without a fault.
    pub fn sound(&self) -> impl Iterator<Item = &Located<T>> {
        self.rows.iter().filter(|(_, sound)| *sound).map(|(row, _)| row)
    }

    /// The rows that were read without a fault, to be amended.
    pub fn sound_mut(&mut self) -> impl Iterator<Item = &mut Located<T>> {
        self.rows.iter_mut().filter(|(_, sound)| *sound).map(|(row, _)| row)
    }

    /// The sound rows themselves.
    pub fn into_sound(self) -> Vec<Located<T>> {
        self.rows.into_iter().filter(|(_, sound)| *sound).map(|(row, _)| row).collect()
    }

    /// Records a fault for each row whose field `name`, which tells rows apart, has the value of an earlier row.
    pub fn check_unique<'t>(&'t self, name: &'static str, id: impl Fn(&'t T) -> &'t str, faults: &mut Faults) {
        let mut first: BTreeMap<&str, Place> = BTreeMap::new();
        for row in self.all().filter(|row| !id(&row.value).is_empty()) {
            let place = row.field(name);
            match first.get(id(&row.value)) {
                Some(earlier) => {
                    let fault = Fault::error("id-twice", place).with("field", name).with("value", shorten(id(&row.value)));
                    faults.push(fault.with("first", earlier.line.unwrap_or(0)));
                }
                None => {
                    first.insert(id(&row.value), place);
                }
            }
        }
    }

    /// Whether there is no row at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Number, Words};

    #[test]
    fn reading_goes_on_after_a_fault() {
        let field = |name: &str, text: &str| Field { name: name.into(), content: Content::words(text), place: Place::default() };
        let mut faults = Faults::new();
        let mut record =
            Record::new(Holder::Column, Place::default(), vec![field("id", "P1"), field("lon", "x"), field("lat", "")], &mut faults);
        let id = record.read("id", Words);
        assert_eq!(record.read("lon", Number(-180.0, 180.0)), -180.0);
        assert_eq!(record.read("lat", Number(-90.0, 90.0)), -90.0);
        assert_eq!(record.read_or("width", Number(0.0, 9.0), 3.0), 3.0);
        let (row, sound) = record.finish(id);
        assert_eq!((row.value.as_str(), sound), ("P1", false));
        assert_eq!(faults.sorted().iter().map(|fault| fault.code).collect::<Vec<_>>(), ["not-a-number", "field-blank"]);
    }
}
