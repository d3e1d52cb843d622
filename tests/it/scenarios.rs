//! Scenarios: the shipped ones, faulty ones, and what `compare` says of them.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;
use thugom::constraint::verify;
use thugom::model::{Choices, TruckChoice};
use thugom::pipeline::{self, Project};
use thugom::scenario::{Scenario, World};
use thugom::solve::{Parameters, Silent, StopRule, plan};

use super::cli::{run, scratch};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/phu-luong");
const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/ba-xa");

static DISTRICT: LazyLock<World> = LazyLock::new(|| {
    let (dataset, _) = pipeline::read_files(Path::new(FOLDER)).expect("a sound district");
    World::new(dataset, &Choices::default())
});

/// Every shipped scenario applied to the district with the fleet that it asks for.
static SHIPPED: LazyLock<Vec<(String, Project)>> = LazyLock::new(|| {
    let of = |name: String| {
        let scenario = pipeline::read_scenario(Path::new(FOLDER), &name).unwrap_or_else(|faults| panic!("{name}: {:?}", faults.sorted()));
        let choices = Choices { trucks: scenario.trucks.clone().unwrap_or_default(), monday: None };
        let world = World::new(DISTRICT.dataset.clone(), &choices);
        let changed = scenario.apply(&world).unwrap_or_else(|faults| panic!("{name}: {:?}", faults.sorted()));
        let project = pipeline::build_changed(&world, &scenario, changed).unwrap_or_else(|faults| panic!("{name}: {:?}", faults.sorted()));
        (name, project)
    };
    pipeline::scenarios_of(Path::new(FOLDER)).into_iter().map(of).collect()
});

#[test]
fn every_shipped_scenario_can_be_planned() {
    assert!(SHIPPED.len() >= 12);
    for (name, project) in SHIPPED.iter() {
        let stop = StopRule { iterations: Some(200), ..StopRule::default() };
        let week = plan(&project.problem, &Parameters { islands: 1, ..Parameters::default() }, &stop, &mut Silent);
        let verdict = verify(&project.problem, &week);
        assert!(verdict.violations.is_empty(), "{name}: {:?}", verdict.violations);
        assert!(week.days.iter().flatten().count() > 0, "{name} has no route");
    }
}

#[test]
fn scenarios_change_what_they_say() {
    let of = |name: &str| &SHIPPED.iter().find(|(id, _)| id == name).unwrap_or_else(|| panic!("no scenario {name}")).1.problem;
    assert_eq!(of("hai-xe-moi").trucks.len(), 6);
    // Two shifts of four trucks, 14:30 to 22:00, depreciation shared by halves.
    let shifts = of("hai-ca");
    assert_eq!(
        shifts.trucks.iter().map(|truck| truck.id.as_str()).collect::<Vec<_>>(),
        ["X1", "X2", "X3", "X4", "X1/2", "X2/2", "X3/2", "X4/2"]
    );
    assert_eq!((shifts.trucks[4].shift.from.0, shifts.trucks[4].cost_per_day.0), (14 * 3600 + 1800, 210_000));
    assert_eq!(of("lo-300kg").facilities[0].furnace.expect("a furnace").burn_in_all(7).0, 7 * 7200);
    assert_eq!(of("lo-5tan-ngay").facilities[0].furnace.expect("a furnace").burn_in_all(7).0, 7 * 4992);
    assert!(of("dong-bai-chon-lap").facilities[1].open.iter().all(Option::is_none));
    // 0.15 kg less for each of 92,000 rural people: the scenario's table says 44.1 t a day, markets not counted.
    let usual: i64 = pipeline::build(DISTRICT.clone()).expect("sound").problem.points.iter().map(|point| point.weekly.0).sum();
    let rural: i64 = of("rac-030").points.iter().map(|point| point.weekly.0).sum();
    let people = |town: bool| -> i64 {
        let is_town = |code: &str| DISTRICT.dataset.communes.iter().any(|row| row.value.code == code && row.value.town);
        let rows = DISTRICT.dataset.points.iter().map(|row| &row.value);
        rows.filter(|point| is_town(&point.commune_code) == town).map(|point| point.people_served).sum()
    };
    // Market days multiply what is made on them, so the week loses at least seven ordinary days.
    let least = (people(false) as f64 * 0.15 * 7.0) as i64;
    assert!((least..least + 5000).contains(&(usual - rural)), "{} of {least}", usual - rural);
    let rain = of("mua-lu");
    assert_eq!(rain.facilities[0].furnace.expect("a furnace").burn_per_hour.0, 800);
    assert!(of("tet-2027").horizon.closed.contains(5), "Saturday is the first day of Tết");
}

#[test]
fn a_closed_road_cuts_off_what_stands_at_it() {
    let world = World::new(pipeline::read_files(Path::new(SMALL)).expect("sound").0, &Choices { trucks: TruckChoice::All, monday: None });
    let source = |text: &str| thugom::fault::Source { name: "dry.toml".into(), text: text.to_owned() };
    let rain = "may_cut_off = true\n[[change]]\nkind = \"close-fords\"\n";
    let scenario = Scenario::read("rain", &source(rain)).expect("sound");
    let project = pipeline::build_changed(&world, &scenario, scenario.apply(&world).expect("sound")).expect("it may cut off");
    let reached: Vec<&str> =
        project.problem.points.iter().filter(|point| point.reached_by.contains(&true)).map(|point| point.id.as_str()).collect();
    assert_eq!(project.problem.points.len() - reached.len(), 1);
    assert!(!reached.contains(&"P09"), "P09 lies behind the ford");
}

#[test]
fn a_furnace_that_is_closed_on_two_days_does_not_burn_on_them() {
    let world = World::new(pipeline::read_files(Path::new(SMALL)).expect("sound").0, &Choices { trucks: TruckChoice::All, monday: None });
    let source = |text: &str| thugom::fault::Source { name: "down.toml".into(), text: text.to_owned() };
    let text = "[[change]]\nkind = \"close-facility\"\nfacility = \"F1\"\ndays = \"T2;T3\"\n";
    let scenario = Scenario::read("down", &source(text)).expect("sound");
    let project = pipeline::build_changed(&world, &scenario, scenario.apply(&world).expect("sound")).expect("a project");
    let problem = &project.problem;
    let furnace = problem.facilities[0].furnace.expect("it burns");
    // 50 kg/h for 12 h, on five days of seven.
    assert_eq!((furnace.burn_time.0, furnace.burn_in_all(7).0), (12 * 3600, 3000));
    assert_eq!((0..7).filter(|day| furnace.burn_days.contains(*day)).collect::<Vec<_>>(), [2, 3, 4, 5, 6]);
    let stop = StopRule { iterations: Some(600), ..StopRule::default() };
    let week = plan(problem, &Parameters { islands: 1, ..Parameters::default() }, &stop, &mut Silent);
    let verdict = verify(problem, &week);
    assert!(verdict.violations.is_empty(), "{:?}", verdict.violations);
    let tipped = week.days[0].iter().chain(&week.days[1]).flat_map(|route| &route.trips).filter_map(|trip| trip.unload);
    assert_eq!(tipped.filter(|unload| unload.facility == 0).count(), 0);
}

/// The faults of a scenario that is written to a file of its own.
fn faults(text: &str) -> (String, i32) {
    let folder = scratch();
    let path = folder.path().join("s.toml");
    std::fs::write(&path, text).expect("written");
    let (_, messages, code) = run(&["info", SMALL, "--scenario", path.to_str().expect("a plain name")]);
    (messages.replace(&folder.path().display().to_string(), ""), code)
}

#[test]
fn every_fault_of_a_scenario_is_found_at_once_with_its_line() {
    let text = "name = \"x\"\n\n[[change]]\nkind = \"retire-trucks\"\ntrucks = [\"X9\"]\n\n[[change]]\nkind = \"add-trucks\"\ntrucks = \"X1\"\n\n\
        [[change]]\nkind = \"scale-waste\"\nfactr = 2\nfactor = 1\n\n[[change]]\nkind = \"close-road\"\nroads = \"R01\"\n";
    // The kind is unknown, so the form is wrong before anything is looked up.
    let (messages, code) = faults(text);
    assert_eq!(code, 3);
    assert!(
        messages.contains("s.toml:17:8: error: [scenario-unknown-kind]") && messages.contains("did you mean ‘close-roads’?"),
        "{messages}"
    );
    let (messages, code) = faults(&text.replace("close-road\"", "close-roads\"").replace("R01", "R99"));
    assert_eq!(code, 3);
    for expected in [
        "s.toml:5:10: error: [scenario-unknown-truck]",
        "s.toml:7:1: error: [scenario-without-effect]",
        "s.toml:13:9: error: [scenario-unknown-field]",
        "s.toml:18:9: error: [scenario-unknown-road]",
    ] {
        assert!(messages.contains(expected), "{expected} in {messages}");
    }
    assert!(messages.contains("4 "), "their number: {messages}");
}

#[test]
fn closing_the_only_road_is_an_error_at_its_change() {
    let text = "[[change]]\nkind = \"scale-waste\"\nfactor = 1.1\n\n[[change]]\nkind = \"close-roads\"\nroads = \"R10\"\n";
    let (messages, code) = faults(text);
    assert_eq!(code, 3, "{messages}");
    assert!(messages.contains("s.toml:5:1: error: [scenario-cuts-off]") && messages.contains("P02"), "{messages}");
    let (messages, code) = faults(&text.replace("R10", "R06"));
    assert_eq!(code, 3, "{messages}");
    assert!(messages.contains("[scenario-cuts-off-facility]"), "{messages}");
}

#[test]
fn a_plan_for_a_scenario_is_checked_with_it() {
    let folder = scratch();
    let path = folder.path().join("plan.json");
    let path = path.to_str().expect("a plain name");
    let text = "trucks = \"existing\"\n[[change]]\nkind = \"buy-trucks\"\nlike = \"X1\"\n[[change]]\nkind = \"holiday-week\"\nfrom = \"2026-11-23\"\n";
    let scenario = folder.path().join("more.toml");
    std::fs::write(&scenario, text).expect("written");
    let scenario = scenario.to_str().expect("a plain name");
    let (_, messages, code) = run(&["plan", SMALL, "--scenario", scenario, "--iterations", "200", "-o", path]);
    assert!([0, 4].contains(&code), "{messages}");
    let (found, messages, checked) = run(&["check", SMALL, path, "--scenario", scenario]);
    assert_eq!((checked, messages.contains("another version")), (code, false), "{found}{messages}");
    let (_, messages, without) = run(&["check", SMALL, path]);
    assert_eq!(without, 3, "{messages}");
    assert!(messages.contains("X1+1"), "{messages}");
}

#[test]
fn a_comparison_says_who_gains_and_writes_table_and_charts() {
    let folder = scratch();
    let text = "name = \"Thêm xe\"\ntrucks = \"X2\"\n[[change]]\nkind = \"add-trucks\"\ntrucks = \"X3\"\n";
    let scenario = folder.path().join("them-xe.toml");
    std::fs::write(&scenario, text).expect("written");
    let (scenario, out) = (scenario.display().to_string(), folder.path().join("out"));
    let words = [
        "compare",
        SMALL,
        "base",
        &scenario,
        "--iterations",
        "400",
        "--seeds",
        "2",
        "--resample",
        "2",
        "--weeks",
        "100",
        "--format",
        "json",
        "-o",
    ];
    let (report, messages, code) = run(&[&words[..], &[out.to_str().expect("a plain name")]].concat());
    assert_eq!(code, 0, "{messages}");
    let report: Value = serde_json::from_str(&report).expect("one JSON document");
    let rows = report[0]["rows"].as_array().expect("rows");
    let cost = rows.iter().find(|row| row["scope"] == "district" && row["metric"] == "cost").expect("the cost");
    let number = |field: &str| cost[field].as_f64().expect("a number");
    assert!((number("scenario") - number("baseline") - number("change")).abs() < 1e-6);
    assert_eq!(report[0]["resampled"]["draws"], 2);
    assert_eq!(report[0]["simulated"]["weeks"], 100);
    let rows = report[0]["simulated"]["rows"].as_array().expect("rows");
    let cost = rows.iter().find(|row| row["scope"] == "district" && row["measure"] == "cost").expect("the cost");
    assert!(cost["change"]["half_width"].as_f64().is_some_and(|width| width > 0.0), "{cost}");
    for file in ["comparison.csv", "comparison.json", "them-xe-communes.svg", "them-xe-map.svg", "them-xe-leaders.html"] {
        assert!(std::fs::metadata(out.join(file)).is_ok_and(|file| file.len() > 300), "{file}");
    }
    let (_, messages, code) = run(&["compare", SMALL, "base"]);
    assert_eq!(code, 2, "{messages}");
    let (_, messages, code) = run(&["compare", "/nowhere", "base", "hai-xe-moi"]);
    assert!(code == 3 && !messages.contains("scenario-missing"), "{messages}");
    let (_, messages, code) = run(&["compare", FOLDER, "base", "hai-xe-mơi"]);
    assert_eq!(code, 3, "{messages}");
    assert!(messages.contains("hai-xe-moi"), "{messages}");
}

#[test]
fn more_trucks_are_a_table_a_plot_and_never_worse() {
    let folder = scratch();
    let out = folder.path().join("out");
    let words = ["trucks", SMALL, "--to", "2", "--like", "X3", "--iterations", "400", "--format", "json", "-o"];
    let (report, messages, code) = run(&[&words[..], &[out.to_str().expect("a plain name")]].concat());
    assert_eq!(code, 0, "{messages}");
    let report: Value = serde_json::from_str(&report).expect("one JSON document");
    let sizes = report["sizes"].as_array().expect("sizes");
    assert_eq!(sizes.iter().map(|size| size["trucks"].as_i64().expect("a number")).collect::<Vec<_>>(), [2, 3, 4]);
    let worth = |size: &Value| {
        let level = |field: &str| size["objective"][field].as_i64().expect("a number");
        (level("people_short"), level("service_millidays"), level("not_burnt"), level("cost"))
    };
    assert!(sizes.windows(2).all(|pair| worth(&pair[1]) <= worth(&pair[0])), "{report}");
    for file in ["trucks.csv", "trucks.json", "trucks.svg"] {
        assert!(std::fs::metadata(out.join(file)).is_ok_and(|file| file.len() > 300), "{file}");
    }
    for folder in ["-", "Cargo.toml"] {
        let (_, messages, code) = run(&["trucks", SMALL, "--to", "1", "-o", folder]);
        assert!(code == 1 + i32::from(folder == "-") && !messages.contains("os error"), "{code}: {messages}");
    }
    let (_, messages, code) = run(&["trucks", SMALL, "--from", "3", "--to", "1"]);
    assert_eq!(code, 2, "{messages}");
}

#[test]
fn a_truck_that_breaks_down_costs_no_morning() {
    let folder = scratch();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (plan, repaired) = (path("plan.json"), path("repaired.json"));
    let (_, messages, code) = run(&["plan", SMALL, "--iterations", "600", "-o", &plan]);
    assert_eq!(code, 0, "{messages}");
    let words = ["replan", SMALL, &plan, "--truck-down", "X1@tue", "--from-time", "08:00", "--format", "json", "-o", &repaired];
    let (report, messages, code) = run(&words);
    assert!([0, 4].contains(&code), "{messages}");
    let report: Value = serde_json::from_str(&report).expect("one JSON document");
    assert_eq!(report["rows"].as_array().expect("rows").iter().filter(|row| row["from_day"] == "mon").count(), 0, "Monday is over");
    let (found, messages, checked) = run(&["check", SMALL, &repaired, "--use-reserve"]);
    assert_eq!(checked, code, "{found}{messages}");
    let wrong: &[(&[&str], &str)] = &[
        (&["--truck-down", "X1"], "X2@tue"),
        (&["--truck-down", "X7@tue"], "X1"),
        (&["--skip-day", "someday"], "wed"),
        (&["--lock", "P01"], "nothing has happened"),
        (&["--skip-day", "tue", "--lock", "Nowhere"], "--lock"),
        (&["--skip-day", "tue", "--from-time", "noon"], "09:40"),
        (&["--skip-day", "tue", "--today", "sat"], "before that day"),
    ];
    for (words, expected) in wrong {
        let (_, messages, code) = run(&[&["replan", SMALL, &plan][..], words].concat());
        assert_eq!(code, 2, "{words:?}: {messages}");
        assert!(messages.contains(expected), "{words:?}: {messages}");
    }
    let (_, messages, code) = run(&["replan", SMALL, &plan, "--close-road", "R99"]);
    assert_eq!(code, 3, "{messages}");
    let (_, messages, code) = run(&["replan", SMALL, &plan, "--close-road", "R10", "--today", "mon", "-o", &repaired]);
    assert_eq!(code, 4, "P02 loses its only road: {messages}");
}

#[test]
fn moves_by_hand_are_checked_with_all_their_broken_rules() {
    let folder = scratch();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (plan, moves, edited) = (path("plan.json"), path("moves.csv"), path("edited.json"));
    assert_eq!(run(&["plan", SMALL, "--iterations", "600", "-o", &plan]).2, 0);
    // P08 is served on Monday and Thursday exactly: on Wednesday a rule is broken, whoever comes.
    let file: Value = serde_json::from_slice(&std::fs::read(&plan).expect("the plan")).expect("JSON");
    let monday = file["days"].as_array().expect("days").iter().find(|day| day["weekday"] == "mon").expect("Monday");
    let visits = |route: &&Value| route["trips"].to_string().contains("\"P08\"");
    let truck = monday["routes"].as_array().expect("routes").iter().find(visits).expect("P08 is visited")["truck"].as_str().expect("an id");
    std::fs::write(&moves, format!("point;day;truck;to_day;to_truck\nP08;T2;{truck};T4;{truck}\n")).expect("written");
    let (found, messages, code) = run(&["check", SMALL, &plan, "--moves", &moves, "-o", &edited]);
    assert_eq!(code, 5, "{found}{messages}");
    assert!(found.contains("[allowed-days]") && !found.contains("[records]"), "{found}");
    assert_eq!(run(&["check", SMALL, &edited]).2, 5);
    std::fs::write(&moves, "point;day;truck;to_day;to_truck\nP08;T4;X1;T5;X1\nP99;T3;X1;T4;X1\n").expect("written");
    let (_, messages, code) = run(&["check", SMALL, &plan, "--moves", &moves]);
    assert_eq!(code, 3);
    assert!(messages.contains("moves.csv:2:5") && messages.contains("moves.csv:3:1"), "{messages}");
}

#[test]
fn a_dated_week_says_what_is_different() {
    let folder = scratch();
    let path = folder.path().join("plan.json").display().to_string();
    let (report, _, _) = run(&["plan", FOLDER, "--from", "2027-02-01", "--iterations", "200", "--lang", "vi", "-o", &path]);
    // Tết is on the Saturday; the week before has 1.4 times the waste.
    for expected in [
        "Tuần 2027-02-01 – 2027-02-07 so với tuần thường",
        "Tuần trước Tết (cả huyện), T2–T6: rác × 1,40",
        "Nghỉ thu gom: T7, CN",
        "trong tuần sau",
    ] {
        assert!(report.contains(expected), "{expected} in {report}");
    }
}

#[test]
fn every_kind_of_change_is_described() {
    let described = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/maps/README.md")).expect("the README of the maps");
    for change in thugom::scenario::CHANGES {
        assert!(described.contains(&format!("| `{}` |", change.kind())), "{}", change.kind());
    }
}
