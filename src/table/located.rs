//! A row and where its fields stand.

use std::sync::Arc;

use crate::fault::Place;

/// A value read from a file, with the place of the value and of each of its fields.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// What was read.
    pub value: T,
    place: Place,
    fields: Arc<[(String, Place)]>,
}

impl<T> Located<T> {
    /// A value that stands at `place`, its named fields at `fields`.
    pub fn new(value: T, place: Place, fields: impl Into<Arc<[(String, Place)]>>) -> Self {
        Self { value, place, fields: fields.into() }
    }

    /// The place of the value as a whole.
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// The place of the field `name`; of the value where it has no such field.
    pub fn field(&self, name: &str) -> Place {
        self.fields.iter().find(|(field, _)| field == name).map_or_else(|| self.place(), |(_, place)| place.clone())
    }
}
