//! The program as its users call it.

use assert_cmd::Command;

/// The program, in English, whatever the machine speaks.
fn thugom(words: &[&str]) -> Command {
    let mut command = Command::cargo_bin("thugom").expect("the program is built");
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "en_GB.UTF-8").args(words);
    command
}

/// What the program writes to standard output and to standard error, and its exit code.
pub fn run(words: &[&str]) -> (String, String, i32) {
    let output = thugom(words).output().expect("it runs");
    let stdout = String::from_utf8(output.stdout).expect("UTF-8");
    let stderr = String::from_utf8(output.stderr).expect("UTF-8");
    (stdout, stderr, output.status.code().expect("it ends by itself"))
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_to_do() {
    let wrong: &[(&[&str], &str)] = &[
        (&[], "a verb is missing"),
        (&["plann"], "did you mean ‘plan’?"),
        (&["plan"], "<FOLDER|FILE> is missing"),
        (&["plan", "maps/ba-xa", "--tucks", "all"], "did you mean ‘--trucks’?"),
        (&["plan", "maps/ba-xa", "--seed", "one"], "‘one’ is no value for --seed"),
        (&["plan", "maps/ba-xa", "--planned-iterations", "400,8oo"], "‘8oo’ is no value for --planned-iterations"),
        (&["plan", "maps/ba-xa", "--planned-iterations", "400,"], "with commas between them"),
        (&["plan", "maps/ba-xa", "--time-limit", "soon"], "30s, 5m or 1h30m"),
        (&["plan", "maps/ba-xa", "--from", "2026-11-24"], "2026-11-23"),
        (&["plan", "maps/ba-xa", "--format", "xml"], "text, json, csv"),
        (&["plan", "maps/ba-xa", "--trucks"], "--trucks <existing|all|X1,X4> lacks a value"),
        (&["plan", "maps/ba-xa", "maps/ba-xa"], "‘maps/ba-xa’ is not understood here"),
        (&["plan", "maps/ba-xa", "--seed", "1", "--seed", "2"], "can be given only once"),
        (&["check", "maps/ba-xa"], "<PLAN> is missing"),
        (&["plan", "tests/data/instances/tiny.vrp", "--trucks", "all"], "--trucks is for a project's folder"),
        (&["plan", "tests/data/instances/tiny.vrp", "--from", "2026-11-23"], "--from is for a project's folder"),
        (&["map", "maps/ba-xa", "plan.json", "--day", "monday"], "did you mean ‘mon’?"),
        (&["schema", "plans"], "did you mean ‘plan’?"),
        (&["frontier", "maps/ba-xa", "--plans", "0"], "from 2 to 50"),
        (&["--lang", "fr", "info", "maps/ba-xa"], "vi, en"),
    ];
    for (words, expected) in wrong {
        let (stdout, stderr, code) = run(words);
        assert_eq!(code, 2, "{words:?}: {stderr}");
        assert!(stderr.contains(expected), "{words:?}: {stderr}");
        assert!(stderr.lines().count() <= 3, "{words:?}: {stderr}");
        assert_eq!(stdout, "", "{words:?}");
    }
}

#[test]
fn help_speaks_both_languages_and_lists_every_exit_code() {
    let (english, _, code) = run(&["--help"]);
    assert_eq!(code, 0);
    let (vietnamese, _, code) = run(&["--help", "--lang", "vi"]);
    assert_eq!(code, 0);
    assert!(english.contains("Usage: thugom <VERB>"), "{english}");
    assert!(vietnamese.contains("Cách dùng: thugom <LỆNH>"), "{vietnamese}");
    for code in ["0", "1", "2", "3", "4", "5", "130"] {
        let line = format!("  {code:>3}  ");
        assert!(english.contains(&line) && vietnamese.contains(&line), "{code}");
    }
    for verb in thugom::cli::VERBS {
        let (help, _, code) = run(&[verb.name(), "--help", "--lang", "vi"]);
        assert_eq!(code, 0);
        for word in ["Usage", "Options", "Arguments", "default", "possible values", "Print"] {
            assert!(!help.contains(word), "{}: {word} in {help}", verb.name());
        }
    }
}

#[test]
fn without_english_in_the_environment_it_speaks_vietnamese() {
    let spoken = |name: &str, value: &str| {
        let mut command = thugom(&["plann"]);
        let output = command.env_remove("LANG").env(name, value).output().expect("it runs");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    assert!(spoken("LANG", "C.UTF-8").starts_with("lỗi:"));
    assert!(spoken("LANG", "vi_VN.UTF-8").starts_with("lỗi:"));
    assert!(spoken("LC_ALL", "en_US.UTF-8").starts_with("error:"));
}

#[test]
fn completions_and_manual_name_every_verb() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (script, _, code) = run(&["completions", shell]);
        assert_eq!(code, 0);
        assert!(thugom::cli::VERBS.iter().all(|verb| script.contains(verb.name())), "{shell}");
    }
    let (page, _, code) = run(&["man"]);
    assert_eq!(code, 0);
    assert!(page.contains(".TH thugom 1"), "{page}");
}

#[test]
fn the_schema_of_a_plan_is_json() {
    let (schema, _, code) = run(&["schema", "plan"]);
    assert_eq!(code, 0);
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    assert_eq!(schema["title"], "thugom plan");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_thugom"))
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    // Nobody reads: the other end of the pipe is closed at once.
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
}

/// A folder of its own for what a test writes.
pub fn scratch() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// Makes a plan of the small district in `folder`; gives standard output and the exit code.
fn plan_in(folder: &std::path::Path, words: &[&str]) -> (String, i32) {
    let all = [&["plan", SMALL, "--iterations", "800", "--seed", "7"], words].concat();
    let output = thugom(&all).current_dir(folder).output().expect("it runs");
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.code().expect("it ends by itself"))
}

/// The small district.
const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/ba-xa");

#[test]
fn a_plan_is_saved_and_the_verifier_accepts_it() {
    let folder = scratch();
    let (report, code) = plan_in(folder.path(), &[]);
    assert!([0, 4].contains(&code), "{report}");
    let path = folder.path().join("plan.json");
    let plan: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).expect("the plan")).expect("JSON");
    assert_eq!(super::schema::plan_breaches(&plan), Vec::<String>::new());
    let (found, messages, check_code) = run(&["check", SMALL, path.to_str().expect("a plain name")]);
    assert_eq!(check_code, code, "{found}{messages}");
}

#[test]
fn a_search_goes_on_from_a_plan_and_records_which() {
    let folder = scratch();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (first, second) = (at("first.json"), at("second.json"));
    run(&["plan", "maps/ba-xa", "--iterations", "400", "--quiet", "-o", &first]);
    let (_, stderr, code) = run(&["plan", "maps/ba-xa", "--iterations", "400", "--quiet", "--start", &first, "-o", &second]);
    assert_eq!(code, 0, "{stderr}");
    let written = std::fs::read_to_string(&second).expect("the plan is there");
    assert!(written.contains("\"started_from\""), "{written}");
    let (stdout, _, code) = run(&["check", "maps/ba-xa", &second]);
    assert_eq!(code, 0, "{stdout}");
    let (_, stderr, code) = run(&["plan", "maps/ba-xa", "--iterations", "400", "--start", &at("none.json"), "-o", &second]);
    assert_eq!(code, 3);
    assert!(stderr.contains("none.json"), "{stderr}");
}

#[test]
fn threads_do_not_change_the_plan() {
    let folder = scratch();
    plan_in(folder.path(), &["--threads", "1", "-o", "one.json"]);
    plan_in(folder.path(), &["--threads", "2", "-o", "two.json"]);
    let read = |name: &str| std::fs::read(folder.path().join(name)).expect("a plan");
    assert_eq!(read("one.json"), read("two.json"));
}

#[test]
fn the_tables_are_as_they_were() {
    let folder = scratch();
    let (english, _) = plan_in(folder.path(), &[]);
    insta::assert_snapshot!("plan-en", english);
    let (vietnamese, _) = plan_in(folder.path(), &["--lang", "vi"]);
    insta::assert_snapshot!("plan-vi", vietnamese);
    insta::assert_snapshot!("info-vi", run(&["info", SMALL, "--lang", "vi"]).0);
    insta::assert_snapshot!("info-en", run(&["info", SMALL]).0);
}

#[test]
fn json_is_one_document_and_csv_has_a_mark_for_excel() {
    let folder = scratch();
    let (json, _) = plan_in(folder.path(), &["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&json).expect("one JSON document");
    assert!(report["routes"].as_array().is_some_and(|routes| !routes.is_empty()), "{json}");
    let (csv, _) = plan_in(folder.path(), &["--format", "csv"]);
    assert!(csv.starts_with("\u{feff}scope,item,indicator,unit,value\n"), "{csv}");
    let (info, _, code) = run(&["info", SMALL, "--format", "json"]);
    assert_eq!(code, 0);
    let info: serde_json::Value = serde_json::from_str(&info).expect("one JSON document");
    assert!(info["visits"]["fewest"].is_u64());
}

#[test]
fn a_plan_goes_through_pipes() {
    let folder = scratch();
    let (plan, code) = plan_in(folder.path(), &["-o", "-", "--quiet"]);
    assert!(!folder.path().join("plan.json").exists());
    assert!(plan.starts_with("{\n  \"format\": \"thugom-plan-1\""), "{plan}");
    let checked = thugom(&["check", SMALL, "-"]).write_stdin(plan).output().expect("it runs");
    assert_eq!(checked.status.code(), Some(code), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn a_spoilt_plan_is_named_with_its_place() {
    let folder = scratch();
    plan_in(folder.path(), &[]);
    let whole = std::fs::read_to_string(folder.path().join("plan.json")).expect("the plan");
    let half = &whole[..whole.len() / 2];
    let point = whole.find("\"point\": \"").expect("a stop") + "\"point\": \"".len();
    let renamed = format!("{}QQ{}", &whole[..point], &whole[point..]);
    let spoilt: &[(&[u8], &str)] = &[
        (b"", "stdin:1:1: error: [plan-not-json]"),
        (half.as_bytes(), "[plan-not-json]"),
        (b"\xff\xfe\x00\x01", "[plan-not-text]"),
        (b"[]", "[plan-shape]"),
        (b"{\"format\": 1}", "[plan-shape]"),
        (renamed.as_bytes(), "[plan-unknown-point]"),
    ];
    for (bytes, expected) in spoilt {
        let output = thugom(&["check", SMALL, "-"]).write_stdin(*bytes).output().expect("it runs");
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{stderr}");
        assert!(stderr.contains(expected), "{expected}: {stderr}");
    }
    let (_, stderr, code) = run(&["check", SMALL, "nowhere.json"]);
    assert_eq!(code, 3);
    assert!(stderr.starts_with("nowhere.json: error: [plan-missing]"), "{stderr}");
}

#[test]
fn a_plan_with_a_stop_too_early_breaks_a_rule() {
    let folder = scratch();
    plan_in(folder.path(), &[]);
    let path = folder.path().join("plan.json");
    let mut plan: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).expect("the plan")).expect("JSON");
    plan["days"][0]["routes"][0]["trips"][0]["stops"][0]["kg"] = 999_999.into();
    std::fs::write(&path, plan.to_string()).expect("written");
    let (found, _, code) = run(&["check", SMALL, path.to_str().expect("a plain name")]);
    assert_eq!(code, 5, "{found}");
    // Another fingerprint is worth a word, and no more.
    plan["run"]["fingerprint"] = "other".into();
    std::fs::write(&path, plan.to_string()).expect("written");
    let (_, messages, _) = run(&["check", SMALL, path.to_str().expect("a plain name")]);
    assert!(messages.contains("another version of the input"), "{messages}");
}

#[test]
fn trucks_that_are_not_there_and_folders_that_are_not_there_are_named() {
    let (_, stderr, code) = run(&["info", SMALL, "--trucks", "Q9"]);
    assert_eq!(code, 2, "{stderr}");
    assert!(stderr.contains("no truck ‘Q9’"), "{stderr}");
    let (_, stderr, code) = run(&["plan", "nowhere"]);
    assert_eq!(code, 3, "{stderr}");
    let (_, stderr, code) = run(&["plan", SMALL, "-o", "nowhere/plan.json"]);
    assert_eq!(code, 1, "{stderr}");
    assert!(stderr.contains("the folder does not exist"), "{stderr}");
    let (_, stderr, code) = run(&["plan", SMALL, "--time-limit", "24h", "-o", &"x".repeat(1000)]);
    assert!(code == 1 && stderr.contains("no file can have this name"), "{stderr}");
    // A folder in which nobody can make a file is reported before the search, not after it.
    #[cfg(target_os = "linux")]
    for words in [&["plan", SMALL, "-o", "/proc/plan.json"][..], &["frontier", SMALL, "-o", "/proc"]] {
        let (_, stderr, code) = run(&[words, &["--time-limit", "24h"]].concat());
        assert_eq!((code, stderr.lines().count()), (1, 1), "{stderr}");
        assert!(stderr.contains("/proc"), "{stderr}");
    }
}

#[test]
#[cfg(unix)]
fn interrupted_it_keeps_the_best_plan() {
    use std::process::{Command, Stdio};
    use std::time::Duration;
    let folder = scratch();
    let child = Command::new(env!("CARGO_BIN_EXE_thugom"))
        .args(["plan", SMALL, "--time-limit", "5m"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    std::thread::sleep(Duration::from_secs(3));
    let interrupted = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("there is a kill");
    assert!(interrupted.success());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(130), "{}", String::from_utf8_lossy(&output.stderr));
    let plan = std::fs::read(folder.path().join("plan.json")).expect("the plan so far");
    let plan: serde_json::Value = serde_json::from_slice(&plan).expect("it is whole");
    assert_eq!(super::schema::plan_breaches(&plan), Vec::<String>::new());
}

/// A copy of the small district in which `change` has been made to the text of `file`.
fn changed_district(file: &str, change: impl Fn(&str) -> String) -> tempfile::TempDir {
    let folder = scratch();
    for entry in std::fs::read_dir(SMALL).expect("the district") {
        let entry = entry.expect("a file");
        std::fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("copied");
    }
    let path = folder.path().join(file);
    let changed = change(&std::fs::read_to_string(&path).expect("the file"));
    std::fs::write(&path, changed).expect("written");
    folder
}

#[test]
fn a_depot_without_a_road_is_a_fault_of_the_input() {
    let column = |header: &str, name: &str| header.trim_start_matches('\u{feff}').split(',').position(|field| field.trim() == name);
    let moved = changed_district("depots.csv", |text| {
        let lon = column(text.lines().next().expect("a header"), "lon").expect("a column");
        let mut rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
        rows[1][lon] = "105.5";
        rows.iter().map(|row| row.join(",")).collect::<Vec<_>>().join("\n")
    });
    let (_, stderr, code) = run(&["info", moved.path().to_str().expect("a plain name")]);
    assert_eq!(code, 3, "{stderr}");
    assert!(stderr.contains("depots.csv:2"), "{stderr}");
    let (json, _, code) = run(&["info", moved.path().to_str().expect("a plain name"), "--format", "json"]);
    assert_eq!(code, 3);
    let json: serde_json::Value = serde_json::from_str(&json).expect("one JSON document");
    assert!(json["faults"][0]["where"].as_str().is_some_and(|place| place.starts_with("depots.csv:2")), "{json}");
}

#[test]
fn a_dated_week_carries_its_dates_and_is_checked_with_them() {
    let folder = scratch();
    let (report, code) = plan_in(folder.path(), &["--from", "2026-11-23", "--trucks", "existing"]);
    assert!([0, 4].contains(&code), "{report}");
    assert!(report.contains("Mon 23/11"), "{report}");
    let path = folder.path().join("plan.json");
    let plan: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).expect("the plan")).expect("JSON");
    assert_eq!(plan["days"][0]["date"], "2026-11-23");
    let (_, messages, check_code) = run(&["check", SMALL, path.to_str().expect("a plain name")]);
    assert_eq!((check_code, messages.as_str()), (code, ""));
    let drawn = run(&["map", SMALL, path.to_str().expect("a plain name"), "--day", "mon"]);
    assert!(drawn.0.contains("<svg") && drawn.2 == 0, "{}", drawn.1);
    let graph = run(&["graph", SMALL, "--format", "graphml"]);
    assert!(graph.0.contains("<graphml") && graph.2 == 0, "{}", graph.1);
}
