//! How often and how fairly: comparing with today, the frontier, and explanations, as users call them.

use super::cli::{run, scratch};

#[test]
fn a_plan_is_compared_with_today() {
    let folder = scratch();
    let plan = folder.path().join("plan.json").display().to_string();
    let words = ["plan", "maps/ba-xa", "--iterations", "1000", "--quiet", "--compare-today", "--format", "json", "-o", &plan];
    let (report, stderr, code) = run(&words);
    assert_eq!(code, 0, "{stderr}");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let comparison = &report["comparison"];
    assert_eq!(comparison["communes_below_today"], serde_json::json!([]));
    let visits = comparison["rows"].as_array().expect("rows").iter().find(|row| row["scope"] == "district" && row["indicator"] == "visits");
    // 17 visits are made today, by the points' own figures.
    assert_eq!(visits.expect("a figure")["baseline"], 17.0);
    // The bound holds for this plan, and some of its people are named by the commune that waits longest.
    let age = |rows: &serde_json::Value| {
        rows.as_array().expect("rows").iter().find(|row| row["key"] == "waiting-age").expect("a figure")["value"].as_f64()
    };
    assert!(report["service"]["bound"]["waiting_age_days"].as_f64() <= age(&report["indicators"]));
    assert!(report["service"]["worst_commune"].is_string());
}

#[test]
fn every_plan_of_the_frontier_can_be_opened() {
    let folder = scratch();
    let output = folder.path().join("frontier").display().to_string();
    let words = ["frontier", "maps/ba-xa", "--plans", "5", "--iterations", "1000", "--budget", "4500000", "--quiet", "-o", &output];
    let (shown, stderr, code) = run(&words);
    assert_eq!(code, 0, "{stderr}");
    let plans: Vec<_> = std::fs::read_dir(&output)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    assert!(plans.len() >= 3, "{shown}");
    assert!(shown.contains("chosen"), "{shown}");
    for plan in &plans {
        let (_, stderr, code) = run(&["check", "maps/ba-xa", &plan.display().to_string()]);
        assert_eq!(code, 0, "{stderr}");
    }
    let table = std::fs::read_to_string(folder.path().join("frontier/frontier.csv")).expect("a table");
    assert!(table.starts_with("\u{feff}scope,item,indicator,unit,value\n"));
    assert!(folder.path().join("frontier/frontier.svg").is_file());
}

#[test]
fn a_point_and_a_commune_are_explained() {
    let folder = scratch();
    let plan = folder.path().join("plan.json").display().to_string();
    let (_, stderr, code) = run(&["plan", "maps/ba-xa", "--iterations", "1000", "--quiet", "-o", &plan]);
    assert_eq!(code, 0, "{stderr}");
    // Diacritics may be left out.
    let (shown, stderr, code) = run(&["explain", "maps/ba-xa", &plan, "dong tam", "--format", "json"]);
    assert_eq!(code, 0, "{stderr}");
    let report: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
    let points = report["points"].as_array().expect("points");
    assert!(points.len() > 1 && points.iter().all(|point| point["commune"] == "Đồng Tâm"), "{shown}");
    let id = points[0]["point"].as_str().expect("an id");
    for language in ["vi", "en"] {
        let (shown, stderr, code) = run(&["explain", "maps/ba-xa", &plan, id, "--lang", language]);
        assert_eq!(code, 0, "{stderr}");
        assert!(shown.contains(id) && shown.lines().count() > 1, "{shown}");
    }
    let (_, stderr, code) = run(&["explain", "maps/ba-xa", &plan, "Dong Tm"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("did you mean"), "{stderr}");
}
