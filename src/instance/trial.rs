//! Small instances to try the readers on; only in tests.

use super::{Instance, read};
use crate::fault::{Source, WordedFault};
use crate::text::{Language, Text};

/// A file of `tests/data/instances`, with some text replaced.
pub fn sample(name: &str, edits: &[(&str, &str)]) -> Source {
    let path = format!("{}/tests/data/instances/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut text = std::fs::read_to_string(path).expect("the file is there");
    for (old, new) in edits {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    Source { name: name.into(), text }
}

/// The instance of a sound file.
pub fn instance(name: &str) -> Instance {
    read(&sample(name, &[])).expect("it is sound")
}

/// Place and code of every fault; each has words in both languages.
pub fn faults(source: &Source) -> Vec<String> {
    let Err(faults) = read(source) else { return Vec::new() };
    for text in Language::ALL.map(Text::new) {
        let worded: Vec<WordedFault> = faults.sorted().iter().map(|fault| fault.worded(&text)).collect();
        assert!(worded.iter().all(|fault| !fault.message.contains('{') && fault.help.is_some()), "{worded:?}");
    }
    let place = |line: Option<usize>| line.map_or(String::new(), |number| number.to_string());
    let sorted = faults.sorted();
    sorted.iter().map(|fault| format!("{}:{} {}", place(fault.place.line), place(fault.place.column), fault.code)).collect()
}
