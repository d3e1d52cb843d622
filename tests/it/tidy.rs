//! What the compiler does not see: the order of the rooms, empty front doors, and a catalogue that is whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The rooms of `src/`, in the order of `src/lib.rs`: each imports only from those before it.
const ROOMS: &[&str] = &[
    "units",
    "text",
    "fault",
    "table",
    "geometry",
    "settings",
    "roads",
    "matrix",
    "dataset",
    "model",
    "instance",
    "constraint",
    "kpi",
    "solve",
    "bound",
    "scenario",
    "simulate",
    "export",
    "pipeline",
    "cli",
];

#[test]
fn a_room_imports_only_from_earlier_ones() {
    let mut wrong = Vec::new();
    for file in sources() {
        let Some(room) = room_of(&file) else { continue };
        let Some(place) = ROOMS.iter().position(|other| *other == room) else {
            wrong.push(format!("{}: the room `{room}` has no place in the order", file.display()));
            continue;
        };
        for imported in imports(&without_comments(&read(&file))) {
            match ROOMS.iter().position(|other| *other == imported) {
                Some(other) if other <= place => {}
                Some(_) => wrong.push(format!("{}: `{room}` comes before `{imported}`", file.display())),
                None => wrong.push(format!("{}: `crate::{imported}` is no room", file.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_front_door_holds_no_logic() {
    let doors = sources().into_iter().filter(|file| file.ends_with("mod.rs"));
    let wrong: Vec<String> =
        doors.filter(|file| has_function_body(&without_comments(&read(file)))).map(|file| file.display().to_string()).collect();
    assert!(wrong.is_empty(), "functions in {}", wrong.join(", "));
}

#[test]
fn every_file_opens_with_what_it_is() {
    let wrong: Vec<String> =
        sources().iter().filter(|file| !read(file).starts_with("//! ")).map(|file| file.display().to_string()).collect();
    assert!(wrong.is_empty(), "no `//!` sentence in {}", wrong.join(", "));
}

#[test]
fn both_languages_say_the_same_things_with_the_same_arguments() {
    let (vietnamese, english) = (catalogue("vi"), catalogue("en"));
    let mut wrong = Vec::new();
    for key in vietnamese.keys().chain(english.keys()).collect::<BTreeSet<_>>() {
        match (vietnamese.get(key), english.get(key)) {
            (Some(vietnamese), Some(english)) if vietnamese != english => {
                wrong.push(format!("{key}: {vietnamese:?} in Vietnamese, {english:?} in English"));
            }
            (None, _) => wrong.push(format!("{key} is missing in Vietnamese")),
            (_, None) => wrong.push(format!("{key} is missing in English")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names of options and figures that look like keys of sentences.
const NO_SENTENCES: [&str; 2] = ["compare-today", "need-over-supply"];

#[test]
fn every_sentence_that_the_source_asks_for_exists() {
    let keys = message_keys();
    let prefixes: BTreeSet<&str> = keys.iter().filter_map(|key| key.split('-').next()).collect();
    let mut missing = Vec::new();
    for (file, literal) in literals() {
        let code = literal.previous.ends_with("Fault::error(") || literal.previous.ends_with("Fault::warning(");
        let key = if code { format!("fault-{}", literal.words) } else { literal.words.clone() };
        let asks = code || is_key(&key) && prefixes.contains(key.split('-').next().unwrap_or_default());
        if asks && !keys.contains(&key) && !NO_SENTENCES.contains(&key.as_str()) {
            missing.push(format!("{}: {key}", file.display()));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_sentence_is_used() {
    let mut used = BTreeSet::new();
    let mut patterns = BTreeSet::new();
    for (_, literal) in literals() {
        let start = literal.words.split_once('{').map(|(start, _)| start.to_owned());
        patterns.extend(start.filter(|start| start.ends_with('-')));
        used.insert(literal.words);
    }
    // A pattern such as `kpi-{key}-unit` uses what it can be filled to: the rest must stand somewhere as a word.
    let unused: Vec<String> = message_keys()
        .into_iter()
        .filter(|key| !used.contains(key))
        .filter(|key| !patterns.iter().any(|start| key.strip_prefix(start.as_str()).is_some_and(|rest| fills(rest, &used, &patterns))))
        .collect();
    assert!(unused.is_empty(), "{}", unused.join("\n"));
}

/// Whether the end of a key is a number, a word of the source or begins with one, or is itself made from a pattern.
fn fills(rest: &str, used: &BTreeSet<String>, patterns: &BTreeSet<String>) -> bool {
    let beginnings = rest.match_indices('-').map(|(dash, _)| &rest[..dash]);
    let is_number = rest.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        || std::iter::once(rest).chain(beginnings).any(|word| used.contains(word))
        || patterns.iter().any(|start| rest.starts_with(start.as_str()))
}

/// Whether a function is more than declared (as in a trait).
fn has_function_body(source: &str) -> bool {
    let functions = source.match_indices("fn ").filter(|(start, _)| source[..*start].ends_with([' ', '\n']));
    functions.map(|(start, _)| &source[start..]).any(|rest| rest.find([';', '{']).is_some_and(|end| rest[end..].starts_with('{')))
}

fn is_key(word: &str) -> bool {
    word.contains('-')
        && word.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every Rust file of `src/`, in the order of their names.
fn sources() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the source") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The room a file belongs to; none for `lib.rs` and `main.rs`.
fn room_of(file: &Path) -> Option<String> {
    let inside = file.strip_prefix(root().join("src")).expect("a file of the source");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
    let room = first.trim_end_matches(".rs");
    (!["lib", "main"].contains(&room)).then(|| room.to_owned())
}

fn without_comments(source: &str) -> String {
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms named behind `crate::`, in paths and in braces.
fn imports(source: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (start, word) in source.match_indices("crate::") {
        let rest = &source[start + word.len()..];
        match rest.strip_prefix('{') {
            Some(group) => rooms.extend(names_of_group(group)),
            None => rooms.push(first_name(rest)),
        }
    }
    rooms
}

fn first_name(rest: &str) -> String {
    rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

fn names_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut fresh) = (0, Vec::new(), true);
    for (i, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            _ if fresh && letter.is_alphabetic() => {
                names.push(first_name(&group[i..]));
                fresh = false;
            }
            _ => {}
        }
    }
    names
}

/// The messages and attributes of a language, each with the names of its arguments.
fn catalogue(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut entries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let folder = root().join("src/text").join(language);
    let mut sheets: Vec<PathBuf> = std::fs::read_dir(folder).expect("a language").map(|entry| entry.expect("a sheet").path()).collect();
    sheets.sort();
    for sheet in sheets {
        let (mut message, mut entry) = (String::new(), String::new());
        for line in read(&sheet).lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| is_plain(key)) {
                message = key.to_owned();
                entry = key.to_owned();
                entries.entry(entry.clone()).or_default();
            } else if let Some((attribute, _)) = line.trim_start().strip_prefix('.').and_then(|line| line.split_once(" =")) {
                entry = format!("{message}.{attribute}");
                entries.entry(entry.clone()).or_default();
            }
            for (dollar, _) in line.match_indices('$') {
                let name = line[dollar + 1..].chars().take_while(|letter| letter.is_alphanumeric() || "-_".contains(*letter)).collect();
                entries.get_mut(&entry).expect("an argument belongs to a message").insert(name);
            }
        }
    }
    entries
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn message_keys() -> BTreeSet<String> {
    catalogue("vi").into_keys().filter(|key| !key.contains('.')).collect()
}

/// A string of the source.
struct Literal {
    /// What is in the quotation marks, escapes as they are written.
    words: String,
    /// The line before it, without blanks.
    previous: String,
}

/// Every string in the code of `src/`, comments left out.
fn literals() -> Vec<(PathBuf, Literal)> {
    let mut all = Vec::new();
    for file in sources() {
        let source = without_comments(&read(&file));
        let mut rest = source.as_str();
        while let Some(quote) = rest.find('"') {
            let before = &rest[..quote];
            if before.ends_with('\'') || before.ends_with("'\\") {
                rest = &rest[quote + 1..];
                continue;
            }
            let hashes = before.chars().rev().take_while(|letter| *letter == '#').count();
            let raw = before[..before.len() - hashes].ends_with('r');
            let (words, after) = if raw { raw_string(&rest[quote + 1..], hashes) } else { string(&rest[quote + 1..]) };
            let previous = before.chars().filter(|letter| !letter.is_whitespace()).collect();
            all.push((file.clone(), Literal { words: words.to_owned(), previous }));
            rest = after;
        }
    }
    all
}

fn raw_string(rest: &str, hashes: usize) -> (&str, &str) {
    let end = format!("\"{}", "#".repeat(hashes));
    rest.split_once(end.as_str()).unwrap_or((rest, ""))
}

fn string(rest: &str) -> (&str, &str) {
    let mut escaped = false;
    for (i, letter) in rest.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return (&rest[..i], &rest[i + 1..]),
            _ => {}
        }
    }
    (rest, "")
}
