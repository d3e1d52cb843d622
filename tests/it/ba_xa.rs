//! The small district, whose figures can be checked by hand: see `maps/ba-xa` and its drawing in `maps/README.md`.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;
use thugom::model::{Choices, Problem};
use thugom::pipeline;
use thugom::units::{Metres, Seconds};

use super::cli::{run, scratch};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/ba-xa");

static PROBLEM: LazyLock<Problem> =
    LazyLock::new(|| pipeline::load(Path::new(FOLDER), &Choices::default()).expect("a sound district").problem);

fn truck(id: &str) -> usize {
    PROBLEM.trucks.iter().position(|truck| truck.id == id).expect("a truck")
}

/// The location of a depot, facility or point.
fn location(id: &str) -> usize {
    let depots = PROBLEM.depots.iter().map(|depot| (&depot.id, depot.location));
    let facilities = PROBLEM.facilities.iter().map(|facility| (&facility.id, facility.location));
    let points = PROBLEM.points.iter().map(|point| (&point.id, point.location));
    depots.chain(facilities).chain(points).find(|(other, _)| *other == id).expect("a place").1
}

fn way(truck_id: &str, from: &str, to: &str) -> Option<(Seconds, Metres)> {
    let (truck, from, to) = (truck(truck_id), location(from), location(to));
    PROBLEM.duration(truck, from, to).zip(PROBLEM.distance(truck, from, to))
}

/// A plan made with these words, as JSON, and the exit code; `check` must see in it what `plan` saw.
fn plan(words: &[&str]) -> (Value, i32) {
    let folder = scratch();
    let path = folder.path().join("plan.json");
    let path = path.to_str().expect("a plain name");
    let (report, messages, code) = run(&[&["plan", FOLDER, "-o", path], words].concat());
    let (found, more, check_code) = run(&["check", FOLDER, path]);
    assert_eq!(check_code, code, "{report}{messages}{found}{more}");
    let plan = std::fs::read(path).expect("the plan");
    (serde_json::from_slice(&plan).expect("JSON"), code)
}

/// Every trip of a plan, with its truck.
fn trips<'p>(plan: &'p Value) -> Vec<(&'p str, &'p Value)> {
    let list = |value: &'p Value| value.as_array().expect("a list").iter();
    let routes = list(&plan["days"]).flat_map(|day| list(&day["routes"]));
    routes.flat_map(|route| list(&route["trips"]).map(|trip| (route["truck"].as_str().expect("an id"), trip))).collect()
}

/// The sum of a number over the stops of a trip.
fn sum(trip: &Value, field: &str) -> i64 {
    trip["stops"].as_array().expect("stops").iter().map(|stop| stop[field].as_i64().expect("a number")).sum()
}

#[test]
fn the_loop_is_driven_one_way() {
    // Every road is 1,000 m. P07 → P05 along the loop's first side at 18 km/h = 5 m/s: 200 s. Back one goes round: two more
    // sides at 200 s, and the main road at 36 km/h = 10 m/s, 100 s.
    assert_eq!(way("X1", "P07", "P05"), Some((Seconds(200), Metres(1000))));
    assert_eq!(way("X1", "P05", "P07"), Some((Seconds(500), Metres(3000))));
    // The main road is the same both ways; the small truck goes 30 km/h there: 120 s.
    assert_eq!(way("X1", "D1", "P07"), Some((Seconds(100), Metres(1000))));
    assert_eq!(way("X1", "P07", "D1"), Some((Seconds(100), Metres(1000))));
    assert_eq!(way("X3", "D1", "P07"), Some((Seconds(120), Metres(1000))));
    // From the depot to the furnace five roads.
    assert_eq!(way("X1", "D1", "F1"), Some((Seconds(500), Metres(5000))));
}

#[test]
fn the_lane_admits_one_truck() {
    assert_eq!(way("X3", "D1", "P02"), Some((Seconds(200), Metres(1000))));
    assert_eq!((way("X1", "D1", "P02"), way("X2", "P02", "D1")), (None, None));
    let reached = |id: &str| {
        let point = PROBLEM.points.iter().find(|point| point.id == id).expect("a point");
        point.reached_by.clone()
    };
    assert_eq!(reached("P02"), [false, false, true]);
    let all = PROBLEM.points.iter().filter(|point| point.id != "P02");
    assert!(all.clone().count() == 11 && all.clone().all(|point| point.reached_by == [true; 3]));
    // Two kinds of trucks: those that pass the lane and those that don't.
    assert_eq!(PROBLEM.matrices.len(), 2);
}

#[test]
fn three_trucks_meet_every_requirement() {
    let (plan, code) = plan(&["--iterations", "10000"]);
    assert_eq!(code, 0);
    assert_eq!(plan["objective"]["people_short"], 0);
    let lane = |trip: &Value| trip["stops"].as_array().is_some_and(|stops| stops.iter().any(|stop| stop["point"] == "P02"));
    let trucks: Vec<&str> = trips(&plan).into_iter().filter(|(_, trip)| lane(trip)).map(|(truck, _)| truck).collect();
    assert!(!trucks.is_empty() && trucks.iter().all(|truck| *truck == "X3"), "{trucks:?}");
    // The furnace burns 50 kg/h · 12 h = 600 kg a day, 4,200 kg a week; the yard is as full at the end as at the start.
    let burnt: i64 = trips(&plan).iter().filter(|(_, trip)| trip["unload"]["facility"] == "F1").map(|(_, trip)| sum(trip, "kg")).sum();
    assert!((4000..=4200).contains(&burnt), "{burnt} kg");
    // 100 + 80 + 60 + 40 + 200 + 160 + 120 + 100 + 80 + 60 + 50 + 40 = 1,090 kg a day; the market makes 120 more on Thursday.
    let collected: i64 = trips(&plan).iter().map(|(_, trip)| sum(trip, "kg")).sum();
    assert_eq!(collected, 7 * 1090 + 120);
}

#[test]
fn a_small_body_is_full_before_it_is_heavy() {
    // X2 alone: 2,500 kg less 5 % would be 2,375 kg, but 2 m³ less 5 % are 1,900 litres, at 500 kg/m³ 950 kg.
    let truck = &PROBLEM.trucks[truck("X2")];
    assert_eq!((truck.payload_limit.0, truck.volume_limit.0), (2375, 1900));
    // A week's waste of the market, 960 kg, is too much for one trip: only two visits at once get it served, which takes longer to find.
    let (plan, code) = plan(&["--trucks", "X2", "--iterations", "20000"]);
    assert_eq!(code, 4, "nobody comes to the lane");
    let loads: Vec<(i64, i64)> = trips(&plan).iter().map(|(_, trip)| (sum(trip, "kg"), sum(trip, "litres"))).collect();
    assert!(loads.iter().all(|(kg, litres)| *litres <= 1900 && *kg <= 950), "{loads:?}");
    // All but the lane: 7,750 − 560 = 7,190 kg. By weight four trips would do, by volume it takes eight.
    let collected: i64 = loads.iter().map(|(kg, _)| kg).sum();
    assert_eq!(collected, 7190);
    assert!(loads.len() >= 8, "{loads:?}");
}

#[test]
fn without_the_small_truck_the_lane_is_named() {
    let folder = scratch();
    let path = folder.path().join("plan.json");
    let path = path.to_str().expect("a plain name");
    let words = ["plan", FOLDER, "--trucks", "existing", "--iterations", "2000", "--format", "json", "-o", path];
    let (report, messages, code) = run(&words);
    assert_eq!(code, 4, "{messages}");
    let report: Value = serde_json::from_str(&report).expect("one JSON document");
    let unmet = report["unmet"].as_array().expect("a list");
    assert_eq!(unmet.len(), 1, "{unmet:?}");
    assert_eq!((unmet[0]["point"].as_str(), unmet[0]["people"].as_i64()), (Some("P02"), Some(200)));
    assert_eq!(unmet[0]["why"]["kind"], "no-truck");
}

#[test]
fn nobody_works_on_a_holiday() {
    // 2 September 2026 is a Wednesday.
    let (plan, _) = plan(&["--from", "2026-08-31", "--iterations", "2000"]);
    let days = plan["days"].as_array().expect("days");
    let worked: Vec<&str> =
        days.iter().filter_map(|day| day["routes"].as_array().filter(|it| !it.is_empty()).and(day["date"].as_str())).collect();
    assert!(worked.contains(&"2026-09-01") && worked.contains(&"2026-09-03"), "{worked:?}");
    assert!(!worked.contains(&"2026-09-02"), "{worked:?}");
}
