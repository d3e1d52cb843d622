//! Faulty projects as data: each file of `tests/data/faults` edits a district and says which faults must be found.
//!
//! `THUGOM_BLESS=1 cargo test --test it faults` writes what is found into the files; read the difference before you keep it.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde::Deserialize;
use thugom::dataset::Dataset;
use thugom::fault::{Severity, WordedFault};
use thugom::model::Choices;
use thugom::pipeline;
use thugom::text::{Language, Text};

use super::cli::run;

/// Where the expectations of a case begin.
const EXPECTED: &str = "[expected]";
/// The files of a project.
const FILES: [&str; 8] =
    ["project.toml", "communes.geojson", "roads.geojson", "points.csv", "trucks.csv", "depots.csv", "facilities.csv", "calendar.csv"];

/// A district, what is done to it, and what must be found then.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(default = "ba_xa")]
    base: String,
    edit: Vec<Edit>,
    expected: Option<Expected>,
}

/// A change of one file: text replaced, everything replaced (by text or bytes), renamed, or deleted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    find: Option<String>,
    replace: Option<String>,
    content: Option<String>,
    hex: Option<String>,
    rename: Option<String>,
    #[serde(default)]
    delete: bool,
}

/// The faults in words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    vi: String,
    en: String,
}

fn ba_xa() -> String {
    "ba-xa".to_owned()
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every fault that the program finds in the project in `folder`, from its files to its roads and the ordinary week.
fn faults_of(folder: &Path, language: Language) -> Vec<WordedFault> {
    let faults = match pipeline::load(folder, &Choices::default()) {
        Ok(project) => {
            assert!(!project.warnings.has_errors(), "no project has a fault that is an error");
            project.warnings
        }
        Err(faults) => {
            assert!(faults.has_errors(), "a project is kept back for errors only");
            faults
        }
    };
    let text = Text::new(language);
    faults.sorted().iter().map(|fault| fault.worded(&text)).collect()
}

fn copy_of(base: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for file in FILES {
        fs::copy(repository("maps").join(base).join(file), folder.path().join(file)).expect("the base district is complete");
    }
    folder
}

impl Edit {
    fn apply(&self, folder: &Path) {
        let path = folder.join(&self.file);
        if self.delete {
            fs::remove_file(path).expect("the file to delete is there");
        } else if let Some(name) = &self.rename {
            fs::rename(path, folder.join(name)).expect("the file to rename is there");
        } else if let Some(content) = &self.content {
            fs::write(path, content).expect("written");
        } else if let Some(hex) = &self.hex {
            let digits: Vec<u8> = hex.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
            let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("hexadecimal");
            fs::write(path, digits.chunks(2).map(byte).collect::<Vec<_>>()).expect("written");
        } else {
            let text = fs::read_to_string(&path).expect("the file to edit is there");
            let (find, replace) = (self.find.as_deref().expect("find"), self.replace.as_deref().expect("replace"));
            assert_eq!(text.matches(find).count(), 1, "`{find}` is once in {}", self.file);
            fs::write(path, text.replacen(find, replace, 1)).expect("written");
        }
    }
}

/// One line for severity, place and code, one for the message, one for the help.
fn written(faults: &[WordedFault]) -> String {
    let one = |fault: &WordedFault| {
        let severity = if fault.severity == Severity::Error { "error" } else { "warning" };
        let help = fault.help.as_deref().expect("every fault says what to do");
        format!("{severity} {} {}\n    {}\n    → {help}\n", fault.place, fault.code, fault.message)
    };
    faults.iter().map(one).collect()
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(repository("tests/data/faults")).expect("the cases are there");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    cases.sort();
    cases
}

#[test]
fn every_fault_is_named_where_it_stands_and_with_what_to_do() {
    let bless = std::env::var_os("THUGOM_BLESS").is_some();
    let mut codes = std::collections::BTreeSet::new();
    let mut wrong = Vec::new();
    for path in cases() {
        let source = fs::read_to_string(&path).expect("readable");
        let case: Case = toml::from_str(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let folder = copy_of(&case.base);
        case.edit.iter().for_each(|edit| edit.apply(folder.path()));
        let found = faults_of(folder.path(), Language::Vietnamese);
        assert_ne!(found, [], "{} finds no fault", path.display());
        codes.extend(found.iter().map(|fault| fault.code));
        let vi = written(&found).replace(&folder.path().display().to_string(), "FOLDER");
        let en = written(&faults_of(folder.path(), Language::English)).replace(&folder.path().display().to_string(), "FOLDER");
        if bless {
            let edits = source.split(EXPECTED).next().unwrap_or("").trim_end();
            fs::write(&path, format!("{edits}\n\n{EXPECTED}\nvi = '''\n{vi}'''\nen = '''\n{en}'''\n")).expect("written");
        } else if case.expected.is_none_or(|expected| (expected.vi, expected.en) != (vi.clone(), en.clone())) {
            wrong.push(format!("{}:\n{vi}{en}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "found other faults:\n{}", wrong.join("\n"));
    assert!(codes.len() >= 40, "only {} distinct faults are tried", codes.len());
}

/// Every `.rs` file below a folder, in one text.
fn sources_below(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable").path());
    let text = |path: PathBuf| match path.is_dir() {
        true => sources_below(&path),
        false if path.extension().is_some_and(|extension| extension == "rs") => fs::read_to_string(path).expect("readable"),
        false => String::new(),
    };
    entries.map(text).collect()
}

/// Every sheet of a language's catalogue, in one text.
fn words_of(language: &str) -> String {
    let sheets = fs::read_dir(repository("src/text").join(language)).expect("a language");
    sheets.map(|sheet| format!("\n{}", fs::read_to_string(sheet.expect("an entry").path()).expect("readable"))).collect()
}

#[test]
fn every_code_has_words_and_help_in_both_languages() {
    let sources = sources_below(&repository("src"));
    for language in ["vi", "en"] {
        let sheet = words_of(language);
        for start in ["Fault::error(\"", "Fault::warning(\"", "Misread::new(\"", "Crooked { code: \""] {
            for code in sources.split(start).skip(1).filter_map(|rest| rest.split('"').next()) {
                let message = sheet.split(&format!("\nfault-{code} =")).nth(1).unwrap_or_else(|| panic!("{language} lacks `{code}`"));
                let message = message.split("\nfault-").next().unwrap_or("");
                assert!(message.contains("\n    .help ="), "{language}: `{code}` has no help");
            }
        }
    }
}

#[test]
fn a_project_is_a_folder() {
    let code = |path: &Path| faults_of(path, Language::Vietnamese).iter().map(|fault| fault.code).collect::<Vec<_>>();
    assert_eq!(code(&repository("maps/khong-co")), ["project-missing"]);
    assert_eq!(code(&repository("maps/README.md")), ["project-no-folder"]);
}

#[test]
fn the_shipped_districts_have_no_fault() {
    for base in ["ba-xa", "phu-luong"] {
        assert_eq!(written(&faults_of(&repository("maps").join(base), Language::English)), "", "{base}");
    }
}

#[test]
fn a_table_may_be_written_in_many_ways() {
    use unicode_normalization::UnicodeNormalization;

    let plain = copy_of("ba-xa");
    let (expected, _) = Dataset::read(plain.path());
    let expected = expected.expect("a sound district");
    let points = fs::read_to_string(plain.path().join("points.csv")).expect("readable");
    let points = points.trim_start_matches('\u{feff}');
    let semicolons = points.replace("T2;T5", "T2|T5").replace(',', ";").replace("105.8", "105,8").replace("21.8", "21,8");
    let variants = [
        points.to_owned(),
        points.replace('\n', "\r\n"),
        points.replace(',', "\t"),
        semicolons.replace("T2|T5", "\"T2;T5\""),
        format!("sep=;\r\n{semicolons}"),
        points.nfd().collect(),
        format!("\u{feff}\n\n{points}\n,,,\n\n"),
        points.replace("T2-T7", "1-6").replace("T2;T5", "mon thu"),
        points.replace("id,name", "ID , Name"),
    ];
    for (i, variant) in variants.iter().enumerate() {
        let folder = copy_of("ba-xa");
        fs::write(folder.path().join("points.csv"), variant).expect("written");
        assert_eq!(written(&faults_of(folder.path(), Language::English)), "", "variant {i}");
        let (dataset, _) = Dataset::read(folder.path());
        let dataset = dataset.expect("a sound district");
        for (point, expected) in dataset.points.iter().zip(&expected.points) {
            assert_eq!(point.value, expected.value, "variant {i}");
        }
        assert_eq!(dataset.points.len(), expected.points.len(), "variant {i}");
    }
}

#[test]
fn a_truncated_file_is_a_fault_and_never_a_panic() {
    for file in FILES {
        let bytes = fs::read(repository("maps/ba-xa").join(file)).expect("readable");
        let folder = copy_of("ba-xa");
        for length in (0..bytes.len()).step_by(bytes.len() / 40 + 1) {
            fs::write(folder.path().join(file), &bytes[..length]).expect("written");
            faults_of(folder.path(), Language::Vietnamese);
        }
    }
}

#[test]
fn more_facilities_than_the_search_can_tell_apart_are_too_many() {
    let folder = copy_of("ba-xa");
    let path = folder.path().join("facilities.csv");
    let text = fs::read_to_string(&path).expect("readable");
    let landfill = text.lines().find(|line| line.starts_with("F2,")).expect("it has one");
    let more = |n: usize| (3..=n).map(|i| format!("{}\n", landfill.replacen("F2,", &format!("F{i},"), 1))).collect::<String>();
    fs::write(&path, format!("{text}{}", more(250))).expect("written");
    assert_eq!(faults_of(folder.path(), Language::Vietnamese), []);
    fs::write(&path, format!("{text}{}", more(252))).expect("written");
    let expected = "error facilities.csv:252:1 facilities-too-many\n    tệp có 252 nơi đổ; chỉ lập kế hoạch được với nhiều nhất 250 nơi.\n    → Xóa những nơi mà xe của địa bàn này không bao giờ đến đổ.\n";
    assert_eq!(written(&faults_of(folder.path(), Language::Vietnamese)), expected);
}

#[test]
fn huge_and_deep_files_do_no_harm() {
    let long = "9".repeat(3_000_000);
    let deep = format!("{}{}", "[".repeat(500_000), "]".repeat(500_000));
    let wide = "a,".repeat(500_000);
    for file in FILES {
        for content in [&long, &deep, &wide] {
            let folder = copy_of("ba-xa");
            fs::write(folder.path().join(file), content).expect("written");
            assert_ne!(faults_of(folder.path(), Language::Vietnamese), [], "{file}");
        }
    }
}

/// The base district of a case, with its faults.
fn faulty(name: &str) -> tempfile::TempDir {
    let source = fs::read_to_string(repository("tests/data/faults").join(name)).expect("the case is there");
    let case: Case = toml::from_str(&source).expect("a case");
    let folder = copy_of(&case.base);
    case.edit.iter().for_each(|edit| edit.apply(folder.path()));
    folder
}

/// What the program writes when it is given a faulty project, and its exit code.
fn told(verb: &str, folder: &Path, words: &[&str]) -> (String, String, i32) {
    run(&[&[verb, folder.to_str().expect("a plain name")], words].concat())
}

#[test]
fn the_program_tells_all_faults_of_all_files_at_once_and_ends_with_3() {
    let of_the_files =
        ["calendar.csv:2: ", "depots.csv: ", "facilities.csv:2:20: ", "points.csv:4:13: ", "points.csv:9:76: ", "points.csv:12:1: "];
    let of_the_roads = ["facilities.csv:3:35: ", "points.csv:3:78: ", "points.csv:4:26: "];
    for (case, places, count) in [("several.toml", &of_the_files[..], 9), ("several-on-the-ground.toml", &of_the_roads[..], 3)] {
        let folder = faulty(case);
        for verb in ["plan", "info"] {
            let (stdout, stderr, code) = told(verb, folder.path(), &[]);
            assert_eq!((stdout.as_str(), code), ("", 3), "{verb}: {stderr}");
            for place in places {
                let start = format!("{place}error: [");
                assert!(stderr.lines().any(|line| line.starts_with(&start)), "{verb}: {place} in\n{stderr}");
            }
            assert!(stderr.ends_with(&format!("{count} faults in the input\n")), "{verb}: {stderr}");
        }
    }
}

#[test]
fn other_programs_read_the_faults_as_json() {
    let (stdout, _, code) = told("plan", faulty("several-on-the-ground.toml").path(), &["--format", "json"]);
    assert_eq!(code, 3);
    let told: serde_json::Value = serde_json::from_str(&stdout).expect("one JSON document");
    let faults = told["faults"].as_array().expect("a list of faults");
    let field = |name: &str| faults.iter().map(|fault| fault[name].as_str().unwrap_or("").to_owned()).collect::<Vec<_>>();
    assert_eq!(field("where"), ["depots.csv:2:20", "facilities.csv:3:35", "points.csv:3:78", "points.csv:4:26"]);
    assert_eq!(field("severity"), ["warning", "error", "error", "error"]);
    assert_eq!(field("code"), ["depot-far-from-road", "facility-far-from-road", "point-access-too-narrow", "point-unreachable"]);
    assert!(field("message").iter().chain(&field("help")).all(|words| !words.is_empty()), "{stdout}");
}

#[test]
fn a_project_with_nothing_but_warnings_is_planned() {
    let folder = faulty("point-far-from-road.toml");
    let (stdout, stderr, code) = told("info", folder.path(), &[]);
    assert_eq!(code, 0, "{stderr}");
    assert!(stdout.starts_with("Ba Xã: 3 communes"), "{stdout}");
    assert!(stderr.starts_with("points.csv:12:27: note: [point-far-from-road] "), "{stderr}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_without_a_panic(file in 0..FILES.len(), bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let folder = copy_of("ba-xa");
        fs::write(folder.path().join(FILES[file]), bytes).expect("written");
        faults_of(folder.path(), Language::Vietnamese);
    }

    #[test]
    fn any_damage_is_read_without_a_panic(
        file in 0..FILES.len(),
        damage in proptest::collection::vec((0.0..1.0_f64, prop_oneof![any::<u8>(), Just(b','), Just(b'"'), Just(b'\n'), Just(b'-'), Just(b'9')]), 1..8),
    ) {
        let folder = copy_of("ba-xa");
        let path = folder.path().join(FILES[file]);
        let mut bytes = fs::read(&path).expect("readable");
        for (at, byte) in damage {
            let at = (at * bytes.len() as f64) as usize;
            bytes[at] = byte;
        }
        fs::write(&path, bytes).expect("written");
        faults_of(folder.path(), Language::Vietnamese);
    }
}
