//! The file of a classic instance, read and made into a problem.

use std::fs;
use std::path::Path;

use crate::fault::{Fault, Faults, Place};
use crate::instance::{Instance, read};
use crate::table::decode;

/// Largest file that is read, in bytes.
const LARGEST_FILE: u64 = 256 << 20;

/// Reads the instance in `file`.
///
/// # Errors
/// It cannot be read, is too large or no text, is in no format of instances, or has faults: all of them at once.
pub fn load_instance(file: &Path) -> Result<Instance, Faults> {
    let name = file.display().to_string();
    let mut faults = Faults::new();
    let size = fs::metadata(file).map_or(0, |metadata| metadata.len());
    if size > LARGEST_FILE {
        let fault = Fault::error("file-too-large", Place::of_file(&name)).with("megabytes", (size >> 20) as usize);
        faults.push(fault.with("most", (LARGEST_FILE >> 20) as usize));
        return Err(faults);
    }
    let bytes = fs::read(file).map_err(|error| {
        let mut faults = Faults::new();
        faults.push(Fault::error("file-unreadable", Place::of_file(&name)).with("reason", error.to_string()));
        faults
    })?;
    let source = decode(&name, &bytes, &mut faults);
    source.ok_or(faults).and_then(|source| read(&source))
}
