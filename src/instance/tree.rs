//! JSON files whose values know where they stand.

use std::cell::OnceCell;
use std::ops::RangeInclusive;

use serde_json::Value;

use crate::fault::{Fault, Faults, Place, Source};
use crate::table::{JsonPlaces, Step, shorten};

/// A JSON file.
pub(super) struct Tree<'a> {
    source: &'a Source,
    root: Value,
    /// Found out at the first fault only: sound files have none.
    places: OnceCell<Option<JsonPlaces>>,
}

/// A value in the tree.
#[derive(Clone)]
pub(super) struct Branch<'t> {
    tree: &'t Tree<'t>,
    value: &'t Value,
    path: Vec<Step>,
}

impl<'a> Tree<'a> {
    /// The tree of a text, or nothing and a fault where it is not JSON.
    pub fn new(source: &'a Source, faults: &mut Faults) -> Option<Self> {
        match serde_json::from_str(&source.text) {
            Ok(root) => Some(Self { source, root, places: OnceCell::new() }),
            Err(error) => {
                let lines = source.text.split_inclusive('\n').take(error.line().saturating_sub(1));
                let byte = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
                faults.push(Fault::error("instance-not-json", source.place_of_byte(byte)));
                None
            }
        }
    }

    pub fn root(&self) -> Branch<'_> {
        Branch { tree: self, value: &self.root, path: Vec::new() }
    }

    fn place(&self, path: &[Step]) -> Place {
        let places = self.places.get_or_init(|| JsonPlaces::new(&self.source.text).ok());
        places.as_ref().map_or_else(|| self.source.place(), |places| self.source.place_of_byte(places.bytes(path).start))
    }
}

impl<'t> Branch<'t> {
    /// A fault at this value.
    pub fn fault(&self, code: &'static str) -> Fault {
        Fault::error(code, self.tree.place(&self.path))
    }

    fn step(&self, step: Step, value: &'t Value) -> Self {
        let mut path = self.path.clone();
        path.push(step);
        Self { tree: self.tree, value, path }
    }

    /// A field that may be missing.
    pub fn optional(&self, name: &'static str) -> Option<Self> {
        Some(self.step(Step::Field(name), self.value.get(name)?))
    }

    /// A field that must be there.
    pub fn field(&self, name: &'static str, faults: &mut Faults) -> Option<Self> {
        let field = self.optional(name);
        if field.is_none() {
            faults.push(self.fault("instance-field-missing").with("field", name));
        }
        field
    }

    /// The items of a list.
    pub fn items(&self, faults: &mut Faults) -> Option<Vec<Self>> {
        let Some(items) = self.value.as_array() else {
            faults.push(self.fault("instance-not-a-list").with("value", self.shown()));
            return None;
        };
        Some(items.iter().enumerate().map(|(index, value)| self.step(Step::Item(index), value)).collect())
    }

    /// The items of a list with just `n` of them.
    pub fn exactly(&self, n: usize, faults: &mut Faults) -> Option<Vec<Self>> {
        let items = self.items(faults)?;
        if items.len() != n {
            faults.push(self.fault("instance-list-length").with("found", items.len()).with("expected", n));
            return None;
        }
        Some(items)
    }

    /// The number that it is, within `±most`.
    pub fn number(&self, most: f64, faults: &mut Faults) -> Option<f64> {
        let number = self.value.as_f64().filter(|number| number.abs() <= most);
        if number.is_none() {
            let fault = self.fault("instance-number").with("value", self.shown());
            faults.push(fault.with("least", -most as i64).with("most", most as i64));
        }
        number
    }

    /// The whole number that it is, within `range`; `23.0` is one.
    pub fn whole(&self, range: RangeInclusive<i64>, faults: &mut Faults) -> Option<i64> {
        let number = self.value.as_f64().filter(|number| number.fract() == 0.0).map(|number| number as i64);
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let fault = self.fault("instance-whole-number").with("value", self.shown());
            faults.push(fault.with("least", *range.start()).with("most", *range.end()));
        }
        number
    }

    /// The text that it is; nothing where it is none.
    pub fn text(&self) -> Option<&'t str> {
        self.value.as_str()
    }

    /// Yes or no.
    pub fn flag(&self, faults: &mut Faults) -> Option<bool> {
        let flag = self.value.as_bool();
        if flag.is_none() {
            faults.push(self.fault("instance-flag").with("value", self.shown()));
        }
        flag
    }

    /// The value as it is written, cut to a length that a message can bear.
    pub fn shown(&self) -> String {
        shorten(&self.value.to_string())
    }
}
