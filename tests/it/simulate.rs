//! Plans lived through weeks: the planned week without chance, the same figures on any number of threads, and what the program says.

use std::path::Path;

use serde_json::Value;
use thugom::constraint::{Event, Replay, cost, verify_replayed};
use thugom::model::Choices;
use thugom::pipeline;
use thugom::settings::Figure;
use thugom::simulate::{Measure, Order, Silent, Subject, simulate, trace};
use thugom::solve::{self, Parameters, StopRule};

use super::cli::{run, scratch};

const PHU_LUONG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/phu-luong");
const BA_XA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/ba-xa");

#[test]
fn without_chance_every_week_is_the_planned_one() {
    for folder in [BA_XA, PHU_LUONG] {
        let project = pipeline::load(Path::new(folder), &Choices::default()).expect("a sound district");
        let problem = &project.problem;
        let stop = StopRule { iterations: Some(800), ..StopRule::default() };
        let plan = solve::plan(problem, &Parameters::default(), &stop, &mut solve::Silent);
        let replay = Replay::new(problem, &plan);
        assert_eq!(verify_replayed(problem, &plan, &replay).violations, []);
        let quiet = project.dataset.settings.simulation.quiet();
        let subject = Subject { problem, plan: &plan };

        // Event by event: what, where, from when to when, how far, and what is on board then.
        let expected: Vec<Vec<Vec<Event>>> = replay.days.iter().map(|day| day.iter().map(|route| route.events.clone()).collect()).collect();
        assert!(expected.iter().flatten().flatten().count() > 10);
        assert_eq!(trace(subject, &quiet, 1), expected, "{folder}");

        // And so the loads, the money and the yard of each of many weeks.
        let order = Order { weeks: 20, ..Order::default() };
        let outcome = simulate(subject, &quiet.with(Figure::WarmUpWeeks, 1.0), &order, &mut Silent);
        let every_week = |measure: Measure| {
            let spread = outcome.district(measure);
            assert_eq!((spread.p5, spread.p95), (spread.p50, spread.p50), "{measure:?}");
            assert!((spread.mean - spread.p50).abs() <= 1e-9 * spread.p50, "{measure:?}");
            spread.p50
        };
        let paid = cost(problem, &replay);
        assert!((every_week(Measure::Cost) - (paid.total() - paid.patterns).0 as f64).abs() < 0.5);
        let tipped: i64 = replay.routes().flat_map(|route| route.unloads()).map(|(_, halt)| halt.load.kg.0).sum();
        assert!((every_week(Measure::Collected) - tipped as f64 / 1000.0).abs() < 1e-9);
        let metres: i64 = replay.routes().map(|route| route.metres().0).sum();
        assert!((every_week(Measure::Distance) - metres as f64 / 1000.0).abs() < 1e-9);
        let working: i64 = replay.routes().map(|route| route.working().0).sum();
        assert!((every_week(Measure::Working) - working as f64 / 3600.0).abs() < 1e-9);
        // The highest level is after a tip, or on Monday at 00:00.
        let highest = replay.yards.iter().flatten().map(|yard| yard.peak().max(yard.start_level)).max().unwrap_or(0);
        assert!((every_week(Measure::YardPeak) - (highest as f64 / 3600.0).ceil() / 1000.0).abs() < 1e-9);
        for measure in [Measure::Missed, Measure::Overtime, Measure::EarlyUnloads, Measure::TurnedAway, Measure::Breakdowns] {
            assert_eq!(every_week(measure), 0.0, "{measure:?}");
        }
    }
}

#[test]
fn the_district_states_the_figures_that_everybody_else_gets() {
    let project = pipeline::load(Path::new(PHU_LUONG), &Choices::default()).expect("a sound district");
    let (stated, file) =
        (&project.dataset.settings.simulation, std::fs::read_to_string(format!("{PHU_LUONG}/project.toml")).expect("a file"));
    for figure in Figure::ALL {
        let facts = figure.facts();
        assert_eq!(stated.value(figure), facts.default, "{}", facts.key);
        assert!(file.lines().any(|line| line.starts_with(&format!("{} = ", facts.key))), "{} stands in the file", facts.key);
        assert_eq!(stated.origin(figure).is_some(), facts.source.is_some(), "{}", facts.key);
    }
}

/// A plan of the small district in `folder`.
fn planned(folder: &Path, name: &str, seed: &str) -> String {
    let path = folder.join(name).to_str().expect("a plain name").to_owned();
    run(&["plan", BA_XA, "--iterations", "800", "--seed", seed, "-o", &path]);
    path
}

#[test]
fn the_program_says_the_same_on_any_number_of_threads() {
    let folder = scratch();
    let (one, two) = (planned(folder.path(), "one.json", "1"), planned(folder.path(), "two.json", "2"));
    let words = ["simulate", BA_XA, &one, "--weeks", "60", "--against", &two, "--sensitivity", "--format", "json", "--quiet"];
    let on = |threads: &'static str| run(&[&words[..], &["--threads", threads]].concat());
    let (report, messages, code) = on("1");
    assert_eq!((code, messages.as_str()), (0, ""));
    assert_eq!(on("3"), (report.clone(), messages, code));
    let report: Value = serde_json::from_str(&report).expect("one JSON document");
    assert_eq!((report["weeks"].as_i64(), report["seed"].as_i64()), (Some(60), Some(1)));
    assert!(report["sentence"].as_str().is_some_and(|sentence| sentence.starts_with("This plan holds in ")), "{report}");
    assert_eq!(report["figures"].as_array().map(Vec::len), Some(Figure::ALL.len()));
    let weights: f64 = report["sensitivity"].as_array().expect("a list").iter().filter_map(|entry| entry["weight"].as_f64()).sum();
    assert!((weights - 1.0).abs() < 1e-9, "{weights}");
    assert!(report["against"]["differences"].as_array().is_some_and(|rows| rows.len() > 50));
}

#[test]
fn a_simulation_speaks_both_languages_and_draws() {
    let folder = scratch();
    let plan = planned(folder.path(), "plan.json", "1");
    let picture = folder.path().join("charts.svg");
    let picture = picture.to_str().expect("a plain name");
    let words = ["simulate", BA_XA, &plan, "--weeks", "40", "--sensitivity", "--against", &plan];
    for (language, expected) in [("vi", "Kế hoạch này chịu được"), ("en", "This plan holds in")] {
        let (report, messages, code) = run(&[&words[..], &["--charts", picture, "--lang", language]].concat());
        assert_eq!(code, 0, "{messages}");
        assert!(report.contains(expected), "{report}");
        assert!(!report.contains('[') && !report.contains("NaN"), "{report}");
    }
    assert!(std::fs::read_to_string(picture).is_ok_and(|picture| picture.ends_with("</svg>\n")));
    let csv = folder.path().join("weeks.csv");
    let (_, messages, code) = run(&[&words[..5], &["--format", "csv", "-o", csv.to_str().expect("a plain name")]].concat());
    assert_eq!(code, 0, "{messages}");
    let csv = std::fs::read_to_string(csv).expect("the table");
    assert!(csv.starts_with("\u{feff}scope,item,measure,unit,mean,half_width,p5,p50,p95\ndistrict,Ba Xã,planned,number,"), "{csv}");
}

#[test]
fn the_reserve_that_holds_is_found_and_its_plan_is_saved() {
    let folder = scratch();
    let plan = planned(folder.path(), "plan.json", "1");
    let saved = folder.path().join("kept.json");
    let saved = saved.to_str().expect("a plain name");
    let words = ["simulate", BA_XA, &plan, "--weeks", "20", "--find-reserve", "--iterations", "400", "--format", "json"];
    // With all weeks allowed to fail the first reserve will do: none.
    let (report, messages, code) = run(&[&words[..], &["--percent", "100", "--save-plan", saved]].concat());
    assert_eq!(code, 0, "{messages}");
    let report: Value = serde_json::from_str(&report).expect("one JSON document");
    assert_eq!((report["reserves"][0]["reserve"].as_f64(), report["reserves"][0]["holds"].as_bool()), (Some(0.0), Some(true)));
    assert!(run(&["check", BA_XA, saved]).2 != 3);
}

#[test]
fn wrong_numbers_are_refused() {
    for (option, value, hint) in
        [("--weeks", "0", "from 1 to 100,000"), ("--weeks", "100001", "from 1 to"), ("--percent", "101", "from 0 to 100")]
    {
        let (_, messages, code) = run(&["simulate", BA_XA, "plan.json", "--find-reserve", option, value]);
        assert_eq!(code, 2, "{messages}");
        assert!(messages.contains(hint), "{messages}");
    }
}

#[test]
fn what_would_be_passed_over_in_silence_is_refused() {
    for words in [&["--percent", "5"][..], &["--save-plan", "x.json"], &["--criterion", "missed"], &["--iterations", "9"]] {
        let (_, messages, code) = run(&[&["simulate", BA_XA, "plan.json"], words].concat());
        assert_eq!(code, 2, "{messages}");
        assert!(messages.contains("--find-reserve is missing"), "{messages}");
    }
    let (_, messages, code) = run(&["simulate", BA_XA, "plan.json", "--charts", "-"]);
    assert_eq!(code, 2, "{messages}");
    assert!(messages.contains("name a file"), "{messages}");
    // With the report in a file, one document may take its place, but not two.
    let folder = scratch();
    let report = folder.path().join("report.txt");
    let two = ["--find-reserve", "--save-plan", "-", "--charts", "-", "-o", report.to_str().expect("a plain name")];
    assert_eq!(run(&[&["simulate", BA_XA, "plan.json"][..], &two].concat()).2, 2);
}
