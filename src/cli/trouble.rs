//! What can keep a subcommand from being done.

use std::io;
use std::path::{Path, PathBuf};

use super::Exit;
use super::door::{Door, json};
use crate::export::WriteError;
use crate::fault::{Faults, Severity, WordedFault};

/// Why a subcommand was not done.
#[derive(Debug)]
pub enum Trouble {
    /// The command line asks for something that can't be: what, and what to do.
    Usage(String, Option<String>),
    /// The input is faulty.
    Input(Faults),
    /// A file could not be written.
    Write(WriteError),
    /// Standard output could not be written.
    Output(io::Error),
    /// Nobody reads standard output any more (`| head`), which is no error.
    Gone,
    /// The program is wrong.
    Internal(String),
}

impl Trouble {
    /// The command line is wrong in the way of this sentence.
    pub fn usage(sentence: String) -> Self {
        Self::Usage(sentence, None)
    }

    /// Tells the user, and says how the program ends.
    pub fn report(self, door: &Door) -> Exit {
        match self {
            Self::Usage(sentence, hint) => {
                door.error(&sentence, hint.as_deref());
                Exit::Usage
            }
            Self::Input(faults) => {
                report_faults(&faults, door);
                if door.json {
                    let worded: Vec<WordedFault> = faults.sorted().iter().map(|fault| fault.worded(door.text)).collect();
                    // Whoever does not read them has the exit code still.
                    let _ = door.data(&json(&serde_json::json!({ "faults": worded })));
                }
                Exit::Input
            }
            Self::Write(error) => {
                door.error(&cannot_write(&error.path, &error.source, door), None);
                Exit::Internal
            }
            Self::Output(error) => {
                door.error(&cannot_write(Path::new("-"), &error, door), None);
                Exit::Internal
            }
            Self::Gone => Exit::Good,
            Self::Internal(sentence) => {
                door.error(&sentence, None);
                Exit::Internal
            }
        }
    }
}

impl From<WriteError> for Trouble {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

impl From<Faults> for Trouble {
    fn from(faults: Faults) -> Self {
        Self::Input(faults)
    }
}

/// Names every fault with its place, and how many there are.
pub fn report_faults(faults: &Faults, door: &Door) {
    let mut n_errors = 0;
    for fault in faults.sorted() {
        let worded = fault.worded(door.text);
        let label = match fault.severity {
            Severity::Error => "cli-error",
            Severity::Warning => "cli-warning",
        };
        n_errors += usize::from(fault.severity == Severity::Error);
        let place = if worded.place.is_empty() { String::new() } else { format!("{}: ", worded.place) };
        let line = format!("{place}{} [{}] {}", door.text.plain(label), worded.code, worded.message);
        let help = worded.help.map(|help| format!("{} {help}", door.text.plain("cli-help")));
        match fault.severity {
            Severity::Error => door.always(&line, help.as_deref()),
            Severity::Warning => door.note(&line, help.as_deref()),
        }
    }
    if n_errors > 0 {
        door.always(&door.text.say("cli-faults-found", &[("count", n_errors.into())]), None);
    }
}

fn cannot_write(path: &Path, error: &io::Error, door: &Door) -> String {
    let name = if path == Path::new("-") { PathBuf::from("stdout") } else { path.to_owned() };
    let why = match error.kind() {
        io::ErrorKind::NotFound => door.text.plain("cli-why-no-folder"),
        io::ErrorKind::PermissionDenied => door.text.plain("cli-why-forbidden"),
        io::ErrorKind::IsADirectory => door.text.plain("cli-why-folder"),
        io::ErrorKind::NotADirectory => door.text.plain("cli-why-no-folder-but-file"),
        io::ErrorKind::ReadOnlyFilesystem => door.text.plain("cli-why-read-only"),
        io::ErrorKind::InvalidFilename => door.text.plain("cli-why-name"),
        io::ErrorKind::StorageFull => door.text.plain("cli-why-full"),
        // The system's own words, in the system's language: better than nothing.
        _ => error.to_string(),
    };
    door.text.say("cli-cannot-write", &[("file", name.display().to_string().into()), ("why", why.into())])
}
