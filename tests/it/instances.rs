//! Classic instances: small ones made for these tests, planned, checked, and faulty.

use std::fs;
use std::path::Path;
use std::time::Duration;

use thugom::constraint::{Replay, objective, verify};
use thugom::instance::Instance;
use thugom::model::Plan;
use thugom::pipeline::load_instance;
use thugom::solve::{self, Parameters, Silent, StopRule};

use super::cli::run;

fn file(name: &str) -> String {
    format!("{}/tests/data/instances/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn instance(name: &str) -> Instance {
    load_instance(Path::new(&file(name))).expect("it is sound")
}

fn best(instance: &Instance, seed: u64) -> Plan {
    let parameters = Parameters { seed, ..Parameters::default() };
    let stop = StopRule { iterations: Some(4_000), ..StopRule::default() };
    solve::plan(&instance.problem, &parameters, &stop, &mut Silent)
}

#[test]
fn the_best_plans_by_hand_are_found() {
    let week = instance("tiny-week.json");
    let cases = [
        // Each arm once: 2 · (5 + 5 + 10).
        (instance("tiny.vrp"), 40.0),
        // Customer 1 on both days, 2 with it on one of them, 3 alone, for 7 + 4 are more than 10: 20 + 10 + 10.
        (instance("tiny"), 40.0),
        // One day 0 1 3 0: 5 + 4 + 10. The other 0 1 3 2 3 0, for 6 + 6 are more than 10: 5 + 4 + 4 + 4 + 10.
        (instance("tiny.geojson"), 46.0),
        // 1300 + 1838 + 1300 m, 163 + 300 + 230 + 1800 + 163 s at 10, one truck-day at 25,000.
        (instance("tiny-day.json"), 4_438.0 + 26_560.0 + 25_000.0),
        // Both points on one day: 52,000 + 52,016 + 1300 m, 3714 + 2 · 300 + 3715 + 1800 + 163 s.
        (week.clone(), 105_316.0 + 99_920.0 + 25_000.0),
        // Each on the day that the file gives it: the way twice, 300 s less on each day.
        (week.fixed().expect("the file gives days"), 2.0 * (105_316.0 + 96_920.0 + 25_000.0)),
    ];
    for (instance, cost) in cases {
        for seed in 1..=3 {
            let plan = best(&instance, seed);
            let verdict = verify(&instance.problem, &plan);
            assert_eq!((verdict.violations.len(), verdict.shortfalls.len()), (0, 0), "{instance:?}");
            assert_eq!(instance.cost(plan.objective.cost), cost, "{instance:?}, seed {seed}");
            assert_eq!(plan.objective.service_millidays, 0);
        }
    }
}

/// A day of so many customers, scattered around the depot.
fn scattered(n: usize) -> String {
    let places = (2..=n + 1).map(|i| format!("{i} {:.0} {:.0}\n", (i * i % 997) as f64, (i * 31 % 991) as f64)).collect::<String>();
    let demands = (2..=n + 1).map(|i| format!("{i} {}\n", 1 + i % 5)).collect::<String>();
    format!(
        "NAME : scattered\nTYPE : CVRP\nDIMENSION : {}\nEDGE_WEIGHT_TYPE : EUC_2D\nCAPACITY : 40\nNODE_COORD_SECTION\n1 500 500\n{places}DEMAND_SECTION\n1 0\n{demands}DEPOT_SECTION\n1\n-1\nEOF\n",
        n + 1
    )
}

#[test]
fn a_day_alone_or_in_parts_is_the_same_on_any_number_of_threads_and_can_be_repeated() {
    let folder = tempfile::tempdir().expect("a folder");
    // Of few customers, each search makes its own plan; of many, each has its part of one. Both begin hot.
    for n in [80, 460] {
        let path = folder.path().join("day.vrp");
        fs::write(&path, scattered(n)).expect("written");
        let instance = load_instance(&path).expect("it is sound");
        let plan = |threads: usize, stop: StopRule| {
            let parameters = Parameters { threads, iterations_per_short_epoch: 100, iterations_per_heat: 1, ..Parameters::default() };
            solve::plan(&instance.problem, &parameters, &stop, &mut Silent)
        };
        let stop = |iterations| StopRule { iterations: Some(iterations), planned: &[8_000], ..StopRule::default() };
        let [one, two, early] = [plan(1, stop(8_000)), plan(2, stop(8_000)), plan(2, stop(400))];
        assert_eq!(one, two);
        let verdict = verify(&instance.problem, &one);
        assert_eq!((verdict.violations.len(), verdict.shortfalls.len()), (0, 0));
        assert!(one.objective.cost < early.objective.cost, "{:?} and {:?}", one.objective, early.objective);
        // The clock decides after the first epochs how many there will be, and so how hot the others begin.
        let limited = plan(2, StopRule { time: Some(Duration::from_millis(400)), ..StopRule::default() });
        let again = StopRule { iterations: Some(limited.run.iterations), planned: &limited.run.iterations_planned, ..StopRule::default() };
        assert_eq!(limited, plan(1, again));
    }
}

#[test]
fn a_plan_comes_back_from_the_form_of_its_set() {
    for name in ["tiny.vrp", "tiny", "tiny.geojson", "tiny-day.json", "tiny-week.json"] {
        let instance = instance(name);
        let plan = best(&instance, 1);
        let written = instance.format.write_solution(&instance, &plan);
        let decisions = instance.format.read_solution(&instance, &written).expect("it is a solution");
        let replay = Replay::new(&instance.problem, &decisions);
        assert_eq!(objective(&instance.problem, &decisions, &replay).cost, plan.objective.cost, "{name}: {written}");
    }
}

#[test]
fn a_plan_of_an_instance_is_made_checked_and_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, cost) in
        [("tiny.vrp", "Cost 40 "), ("tiny", "Cost 40.00 "), ("tiny.geojson", "Cost 46 "), ("tiny-week.json", "Cost 230,236 ")]
    {
        let plan = folder.path().join(format!("{name}.json")).display().to_string();
        let (stdout, stderr, code) = run(&["plan", &file(name), "--iterations", "4000", "-o", &plan]);
        assert_eq!(code, 0, "{stderr}");
        assert!(stdout.contains(cost) && stdout.contains("Every point is visited as it asks."), "{stdout}");
        let (stdout, _, code) = run(&["check", &file(name), &plan]);
        assert_eq!(code, 0, "{stdout}");
    }
    let plan = folder.path().join("tiny.vrp.json").display().to_string();
    let (json, _, _) = run(&["plan", &file("tiny.vrp"), "--iterations", "4000", "-o", &plan, "--format", "json", "--lang", "vi"]);
    let report: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!((report["cost"].as_f64(), report["routes"][0]["order"].as_array().map(Vec::len)), (Some(40.0), Some(2)));
    let (csv, _, _) = run(&["plan", &file("tiny.geojson"), "--iterations", "4000", "-o", &plan, "--format", "csv"]);
    assert!(csv.contains("instance,tiny,cost,instance,46\n") && csv.contains("truck-day,V1 2,time,instance,"), "{csv}");
    // The plan of one instance is none of another.
    let (_, stderr, code) = run(&["check", &file("tiny.vrp"), &plan]);
    assert_eq!(code, 3, "{stderr}");
}

#[test]
fn customers_that_cannot_be_served_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("heavy.vrp");
    let text = fs::read_to_string(file("tiny.vrp")).expect("readable").replace("\n3 5\n", "\n3 11\n");
    fs::write(&path, text).expect("writable");
    let plan = folder.path().join("plan.json").display().to_string();
    let (stdout, _, code) = run(&["plan", &path.display().to_string(), "--iterations", "4000", "-o", &plan, "--lang", "vi"]);
    assert_eq!(code, 4);
    assert!(stdout.contains("Chưa thu gom đúng yêu cầu: 1 điểm (2)"), "{stdout}");
    let (stdout, _, code) = run(&["check", &path.display().to_string(), &plan]);
    assert_eq!(code, 4, "{stdout}");
}

#[test]
fn faults_of_an_instance_are_reported_with_their_places() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("cut.vrp");
    let text = fs::read_to_string(file("tiny.vrp")).expect("readable").replace("2 3 4\n", "2 3 four\n").replace("CAPACITY : 10\n", "");
    fs::write(&path, text).expect("writable");
    let (stdout, stderr, code) = run(&["plan", &path.display().to_string()]);
    assert_eq!((code, stdout.as_str()), (3, ""));
    assert!(stderr.contains("cut.vrp:1:1: error: [instance-key-missing] the line “CAPACITY” is missing."), "{stderr}");
    assert!(stderr.contains("cut.vrp:8:5: error: [instance-number] “four” is no number"), "{stderr}");
    let (_, stderr, code) = run(&["check", "README.md", "plan.json", "--lang", "vi"]);
    assert_eq!(code, 3);
    assert!(stderr.contains("[instance-unknown]"), "{stderr}");
}
