//! The program as its users call it.

use assert_cmd::Command;

/// The program, in English, whatever the machine speaks.
fn thugom(words: &[&str]) -> Command {
    let mut command = Command::cargo_bin("thugom").expect("the program is built");
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "en_GB.UTF-8").args(words);
    command
}

/// What the program writes to standard output and to standard error, and its exit code.
fn run(words: &[&str]) -> (String, String, i32) {
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
        (&["plan"], "<FOLDER> is missing"),
        (&["plan", "maps/ba-xa", "--tucks", "all"], "did you mean ‘--trucks’?"),
        (&["plan", "maps/ba-xa", "--seed", "one"], "‘one’ is no value for --seed"),
        (&["plan", "maps/ba-xa", "--time-limit", "soon"], "30s, 5m or 1h30m"),
        (&["plan", "maps/ba-xa", "--from", "2026-11-24"], "2026-11-23"),
        (&["plan", "maps/ba-xa", "--format", "xml"], "text, json, csv"),
        (&["plan", "maps/ba-xa", "--trucks"], "--trucks <existing|all|X1,X4> lacks a value"),
        (&["plan", "maps/ba-xa", "maps/ba-xa"], "‘maps/ba-xa’ is not understood here"),
        (&["plan", "maps/ba-xa", "--seed", "1", "--seed", "2"], "can be given only once"),
        (&["check", "maps/ba-xa"], "<PLAN> is missing"),
        (&["map", "maps/ba-xa", "plan.json", "--day", "monday"], "did you mean ‘mon’?"),
        (&["schema", "plans"], "did you mean ‘plan’?"),
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
