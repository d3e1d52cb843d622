//! What a format is.

use super::{Edition, FORMATS};

/// A format in which a week is handed out.
pub trait FileFormat: Sync {
    /// Its word on the command line; `export-format-NAME` of the catalogue says what it is for.
    fn name(&self) -> &'static str;

    /// Its files, none where the edition has nothing for it. The same edition gives the same bytes, always.
    ///
    /// # Errors
    /// Where the format can't hold what it is given.
    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError>;
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// Its name, without a folder: ASCII letters, digits, `-`, `_` and `.`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A format could not be made.
#[derive(Debug, thiserror::Error)]
#[error("cannot make `{file}`: {reason}")]
pub struct ExportError {
    /// The file.
    pub file: String,
    /// Why, in the words of the format's library.
    pub reason: String,
}

/// The format of a name.
pub fn format_named(name: &str) -> Option<&'static dyn FileFormat> {
    FORMATS.iter().copied().find(|format| format.name() == name)
}
