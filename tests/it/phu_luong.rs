//! The shipped district as a whole: what its files say, what is made of them, and plans from few iterations.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;
use thugom::model::Choices;
use thugom::pipeline::{self, Project};

use super::cli::{run, scratch};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/phu-luong");

/// Few, so that the tests are quick; a good plan takes some ten thousand.
const ITERATIONS: &str = "800";

static PROJECT: LazyLock<Project> = LazyLock::new(|| pipeline::load(Path::new(FOLDER), &Choices::default()).expect("a sound district"));

/// A plan made with these words: its bytes, the report as JSON, and the exit code.
fn plan(words: &[&str]) -> (Vec<u8>, Value, i32) {
    let folder = scratch();
    let path = folder.path().join("plan.json");
    let path = path.to_str().expect("a plain name");
    let (report, messages, code) = run(&[&["plan", FOLDER, "--seed", "3", "--format", "json", "-o", path], words].concat());
    let report = serde_json::from_str(&report).unwrap_or_else(|error| panic!("{error}: {report}{messages}"));
    let (findings, messages, check_code) = run(&["check", FOLDER, path, "--format", "json"]);
    assert_eq!(check_code, code, "{findings}{messages}");
    let bytes = std::fs::read(path).expect("the plan");
    let plan: Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(super::schema::plan_breaches(&plan), Vec::<String>::new());
    (bytes, report, code)
}

#[test]
fn info_gives_the_figures_of_the_district() {
    let (info, messages, code) = run(&["info", FOLDER, "--format", "json"]);
    assert_eq!((code, messages.as_str()), (0, ""));
    let info: Value = serde_json::from_str(&info).expect("one JSON document");
    let whole = |field: &str| info[field].as_i64().unwrap_or_else(|| panic!("{field} in {info}"));
    assert_eq!((whole("communes"), whole("people"), whole("points")), (15, 116_538, 334));
    assert_eq!((whole("trucks"), whole("depots"), whole("facilities")), (6, 1, 2));
    let tenths = |field: &str| (info[field].as_f64().expect("a number") * 10.0).round();
    // The furnace burns 1 t/h · 20 h · 7 days.
    assert_eq!((tenths("waste_t"), tenths("furnace_t")), (4234.0, 1400.0));
    let visits = |field: &str| info["visits"][field].as_i64().expect("a number");
    assert_eq!((visits("fewest"), visits("today"), visits("both")), (617, 592, 812));
    let (four, six) = (&info["fleets"][0], &info["fleets"][1]);
    assert_eq!((four["payload_t"].as_f64(), six["payload_t"].as_f64()), (Some(19.0), Some(29.0)));
    // 4 or 6 trucks · 6 days · 8 h less 5 %.
    assert_eq!((four["hours_available"].as_f64(), six["hours_available"].as_f64()), (Some(182.4), Some(273.6)));

    let (words, _, _) = run(&["info", FOLDER, "--lang", "vi"]);
    for figure in ["15 xã, thị trấn", "116.538 người", "334 điểm tập kết", "423 tấn", "140 tấn", "617", "592", "812"] {
        assert!(words.contains(figure), "{figure} in {words}");
    }
}

#[test]
fn every_point_lies_on_the_roads_and_is_reached_by_some_truck() {
    let problem = &PROJECT.problem;
    let anchors = PROJECT.network.anchors();
    // 1 depot, 2 facilities, 334 points.
    assert_eq!((anchors.len(), problem.locations.len()), (337, 337));
    let farthest = anchors.iter().map(|anchor| anchor.distance_m).fold(0.0, f64::max);
    assert!(farthest < 1.0, "{farthest} m");
    assert_eq!(problem.matrices.len(), 3, "the 14 m³ truck, the narrow one, all others");
    assert!(problem.points.iter().all(|point| point.reached_by.contains(&true)));
    let by = |truck: &str| {
        let truck = problem.trucks.iter().position(|it| it.id == truck).expect("a truck");
        problem.points.iter().filter(|point| point.reached_by[truck]).count()
    };
    // The narrow truck comes everywhere, the largest to the fewest.
    assert_eq!(by("X4"), 334);
    assert!(by("X1") < by("X2") && by("X2") < 334 && by("X2") == by("X6"), "{} {}", by("X1"), by("X2"));
}

#[test]
fn the_ways_of_the_narrow_truck_are_never_longer_in_time() {
    let problem = &PROJECT.problem;
    let of = |id: &str| problem.trucks.iter().position(|truck| truck.id == id).expect("a truck");
    let (large, narrow) = (of("X1"), of("X4"));
    for (from, to) in (0..337).flat_map(|from| (0..337).map(move |to| (from, to))) {
        let Some(duration) = problem.duration(large, from, to) else { continue };
        assert!(problem.duration(narrow, from, to).is_some_and(|faster| faster <= duration), "{from} → {to}");
    }
    // SOURCES.md: depot to incinerator 19.7 minutes.
    let minutes = problem.duration(narrow, problem.depots[0].location, problem.facilities[0].location).expect("a way").0 as f64 / 60.0;
    assert!((19.2..20.2).contains(&minutes), "{minutes}");
}

#[test]
fn the_same_seed_and_iterations_give_the_same_bytes_on_any_number_of_threads() {
    let (one, report, _) = plan(&["--iterations", ITERATIONS, "--threads", "1"]);
    let (two, _, _) = plan(&["--iterations", ITERATIONS, "--threads", "2"]);
    assert!(one == two, "the plans differ");
    assert_eq!(report["run"]["iterations"], 800);
    assert!(report["routes"].as_array().is_some_and(|routes| !routes.is_empty()));
}

/// The longest test: as many iterations as ten seconds allow on two cores.
#[test]
fn six_trucks_meet_every_requirement() {
    let (_, report, code) = plan(&["--iterations", "100000"]);
    assert_eq!(code, 0, "{report}");
}

#[test]
fn four_trucks_are_too_few_and_the_plan_says_whom_they_miss_and_why() {
    let (_, report, code) = plan(&["--iterations", ITERATIONS, "--trucks", "existing"]);
    assert_eq!(code, 4);
    let ids: BTreeSet<&str> = PROJECT.problem.points.iter().map(|point| point.id.as_str()).collect();
    let unmet = report["unmet"].as_array().expect("a list");
    assert!(!unmet.is_empty());
    for point in unmet {
        assert!(point["point"].as_str().is_some_and(|id| ids.contains(id)), "{point}");
        assert!(point["people"].as_i64().is_some_and(|people| people >= 0), "{point}");
        assert!(point["requirements"].as_array().is_some_and(|missed| !missed.is_empty()), "{point}");
        assert!(point["why"]["kind"].is_string(), "{point}");
    }
    let people: i64 = unmet.iter().filter_map(|point| point["people"].as_i64()).sum();
    assert_eq!(report["objective"]["people_short"].as_i64(), Some(people));
    assert!(unmet.iter().any(|point| point["why"]["kind"] == "hours"), "four trucks lack hours: {unmet:?}");
}

#[test]
fn the_week_of_tet_rests_on_its_days() {
    // Tết is on 6–8 February 2027: the Saturday and Sunday of this week.
    let (bytes, _, code) = plan(&["--iterations", ITERATIONS, "--from", "2027-02-01"]);
    assert!([0, 4].contains(&code), "{code}");
    let plan: Value = serde_json::from_slice(&bytes).expect("JSON");
    let worked: Vec<&str> = plan["days"]
        .as_array()
        .expect("days")
        .iter()
        .filter(|day| day["routes"].as_array().is_some_and(|routes| !routes.is_empty()))
        .filter_map(|day| day["date"].as_str())
        .collect();
    assert_eq!(worked, ["2027-02-01", "2027-02-02", "2027-02-03", "2027-02-04", "2027-02-05"]);
}
