//! The folder that results go to.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{Arg, value_parser};

use super::arguments;
use super::trouble::Trouble;
use crate::export::{WriteError, check_writable_folder};
use crate::text::Text;

/// `--output` for a folder, with the verb's own help.
pub fn option(help: &str, text: &Text) -> Arg {
    arguments::option("output", "cli-value-folder", help, text).short('o').value_parser(value_parser!(PathBuf))
}

/// Whether it can be a folder: nobody should wait for results that then cannot be saved.
pub fn check(folder: &Path, text: &Text) -> Result<(), Trouble> {
    if folder == Path::new("-") {
        return Err(arguments::bad_value("output", "-", text.plain("export-hint-folder"), text));
    }
    // A system's own words for this are not in the user's language.
    if folder.exists() && !folder.is_dir() {
        return Err(WriteError { path: folder.to_owned(), source: ErrorKind::NotADirectory.into() }.into());
    }
    Ok(())
}

/// Makes the folder, if it can be one, and makes sure that files can be written into it.
pub fn make(folder: &Path, text: &Text) -> Result<(), Trouble> {
    check(folder, text)?;
    fs::create_dir_all(folder).map_err(|source| WriteError { path: folder.to_owned(), source })?;
    Ok(check_writable_folder(folder)?)
}
