//! Reading a plan's file, or standard input.

use std::io::{self, Read};
use std::path::Path;

use super::trouble::Trouble;
use crate::fault::{Fault, Faults, Place, Source};

/// No plan is larger; what is, is some other file.
const LARGEST_BYTES: u64 = 256 << 20;

/// The text of a plan's file; `-` is standard input.
///
/// # Errors
/// Where it cannot be read, is too large or is not UTF-8 text.
pub fn read(path: &Path) -> Result<Source, Trouble> {
    let from_stdin = path == Path::new("-");
    let name = if from_stdin { "stdin".to_owned() } else { path.display().to_string() };
    let faulty = |code: &'static str, problem: Option<String>| {
        let mut faults = Faults::new();
        let fault = Fault::error(code, Place::of_file(&name));
        faults.push(match problem {
            Some(problem) => fault.with("problem", problem),
            None => fault,
        });
        Trouble::Input(faults)
    };
    let mut bytes = Vec::new();
    let read = if from_stdin {
        io::stdin().lock().take(LARGEST_BYTES + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(LARGEST_BYTES + 1).read_to_end(&mut bytes))
    };
    match read {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(faulty("plan-missing", None)),
        Err(error) => return Err(faulty("plan-unreadable", Some(error.to_string()))),
        Ok(_) if bytes.len() as u64 > LARGEST_BYTES => return Err(faulty("plan-too-large", None)),
        Ok(_) => {}
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
            Ok(Source { name: name.into(), text })
        }
        Err(_) => Err(faulty("plan-not-text", None)),
    }
}
