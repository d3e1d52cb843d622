//! What a kind of change is.

use super::World;
use crate::table::Record;

/// A kind of change, as `kind` of a `[[change]]` names it.
pub trait Change: Sync {
    /// The word that calls it, `kebab-case`.
    fn kind(&self) -> &'static str;

    /// Reads its fields, looks up what they name, and changes the world as the changes before it have left it.
    ///
    /// What is wrong goes into the record; then the world is thrown away, whatever became of it. That a change has an effect at all is
    /// checked for every kind alike, by comparing.
    fn apply(&self, record: &mut Record, world: &mut World);
}
