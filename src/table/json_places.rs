//! Where the values of a JSON text stand.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A step on the way to a value: into an object or into a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The field of that name.
    Field(&'static str),
    /// The item of that number, counted from 0.
    Item(usize),
}

/// The place of every value of a JSON text, for messages about them.
///
/// Cost: the text is scanned once for each level of nesting.
pub struct JsonPlaces {
    root: Node,
}

struct Node {
    bytes: Range<usize>,
    children: Children,
}

enum Children {
    None,
    Fields(Vec<(String, Node)>),
    Items(Vec<Node>),
}

impl JsonPlaces {
    /// The places in `text`.
    ///
    /// # Errors
    /// Where it is not JSON.
    pub fn new(text: &str) -> Result<Self, serde_json::Error> {
        let root: &RawValue = serde_json::from_str(text)?;
        Ok(Self { root: Node::new(root, text.as_ptr() as usize)? })
    }

    /// The bytes of the value at the end of `path`, or of the last value on the way that is there.
    pub fn bytes(&self, path: &[Step]) -> Range<usize> {
        let mut node = &self.root;
        for step in path {
            match node.child(*step) {
                Some(child) => node = child,
                None => break,
            }
        }
        node.bytes.clone()
    }

    /// Whether there is a value at the end of `path`.
    pub fn has(&self, path: &[Step]) -> bool {
        path.iter().try_fold(&self.root, |node, step| node.child(*step)).is_some()
    }

    /// How many items the list at the end of `path` has; 0 where it is no list.
    pub fn n_items(&self, path: &[Step]) -> usize {
        let list = path.iter().try_fold(&self.root, |node, step| node.child(*step));
        match list.map(|node| &node.children) {
            Some(Children::Items(items)) => items.len(),
            _ => 0,
        }
    }
}

impl Node {
    fn new(value: &RawValue, text_start: usize) -> Result<Self, serde_json::Error> {
        let written = value.get();
        let start = written.as_ptr() as usize - text_start;
        let children = match written.as_bytes().first() {
            Some(b'{') => {
                let Pairs(pairs) = serde_json::from_str(written)?;
                let fields = pairs.into_iter().map(|(name, value)| Ok((name, Self::new(value, text_start)?)));
                Children::Fields(fields.collect::<Result<_, serde_json::Error>>()?)
            }
            Some(b'[') => {
                let List(values) = serde_json::from_str(written)?;
                let items = values.into_iter().map(|value| Self::new(value, text_start));
                Children::Items(items.collect::<Result<_, _>>()?)
            }
            _ => Children::None,
        };
        Ok(Self { bytes: start..start + written.len(), children })
    }

    fn child(&self, step: Step) -> Option<&Self> {
        match (&self.children, step) {
            (Children::Fields(fields), Step::Field(name)) => fields.iter().find(|(field, _)| field == name).map(|(_, node)| node),
            (Children::Items(items), Step::Item(item)) => items.get(item),
            _ => None,
        }
    }
}

/// An object's fields in their order, values unread.
struct Pairs<'a>(Vec<(String, &'a RawValue)>);

/// A list's items, unread.
struct List<'a>(Vec<&'a RawValue>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Pairs<'de>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = fields.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

impl<'de> Deserialize<'de> for List<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items;
        impl<'de> Visitor<'de> for Items {
            type Value = List<'de>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(List(list))
            }
        }
        deserializer.deserialize_seq(Items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_path() {
        let text = " {\"days\": [ {\"truck\": \"X1\"}, {\"truck\" : \"Xe ép\"} ]}";
        let places = JsonPlaces::new(text).expect("it is JSON");
        let path = [Step::Field("days"), Step::Item(1), Step::Field("truck")];
        assert_eq!(&text[places.bytes(&path)], "\"Xe ép\"");
        assert_eq!(places.n_items(&[Step::Field("days")]), 2);
        assert!(!places.has(&[Step::Field("days"), Step::Item(2)]));
        // What is missing is placed at the object it is missing from.
        let missing = [Step::Field("days"), Step::Item(0), Step::Field("start")];
        assert_eq!(&text[places.bytes(&missing)], "{\"truck\": \"X1\"}");
    }

    #[test]
    fn what_is_not_json_is_an_error() {
        assert!(JsonPlaces::new("{\"days\": [").is_err());
        assert!(JsonPlaces::new("").is_err());
        assert!(JsonPlaces::new(&"[".repeat(100_000)).is_err());
    }
}
