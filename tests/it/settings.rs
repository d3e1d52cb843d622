//! What a district sets is what its plans keep: each setting changed in a copy of the small district, and the plan judged by its own figures.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::cli::{run, scratch};

/// A file of the district, a piece of its text, and what stands there instead.
type Change<'c> = (&'c str, &'c str, &'c str);

/// A plan of the changed district, with what the program says of it.
struct Planned {
    report: Value,
    plan: Value,
}

/// A copy of the small district with `changes`.
fn district(changes: &[Change]) -> TempDir {
    let folder = scratch();
    for entry in fs::read_dir("maps/ba-xa").expect("the small district is there") {
        let file = entry.expect("an entry").path();
        if file.is_file() {
            fs::copy(&file, folder.path().join(file.file_name().expect("a name"))).expect("it can be copied");
        }
    }
    change(folder.path(), changes);
    folder
}

/// Plans a copy of the small district with `changes`.
fn planned(changes: &[Change]) -> Planned {
    let folder = district(changes);
    let project = folder.path().display().to_string();
    let plan = folder.path().join("plan.json").display().to_string();
    let (report, stderr, _) = run(&["plan", &project, "--iterations", "2000", "--quiet", "--format", "json", "-o", &plan]);
    let plan = fs::read_to_string(&plan).unwrap_or_else(|_| panic!("no plan: {stderr}"));
    Planned { report: json(&report), plan: json(&plan) }
}

fn change(folder: &Path, changes: &[Change]) {
    for (file, old, new) in changes {
        let text = fs::read_to_string(folder.join(file)).expect("the file is there");
        assert!(text.contains(old), "{file} has no ‘{old}’");
        fs::write(folder.join(file), text.replacen(old, new, 1)).expect("it can be written");
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

impl Planned {
    fn indicator(&self, key: &str) -> f64 {
        let rows = self.report["indicators"].as_array().expect("indicators");
        let row = rows.iter().find(|row| row["key"] == key).unwrap_or_else(|| panic!("no indicator {key}"));
        row["value"].as_f64().expect("a figure")
    }

    fn objective(&self, key: &str) -> i64 {
        self.plan["objective"][key].as_i64().expect("a figure")
    }

    fn routes(&self) -> impl Iterator<Item = (&str, &Value)> {
        let days = self.plan["days"].as_array().expect("days");
        days.iter().flat_map(|day| {
            let routes = day["routes"].as_array().expect("routes");
            routes.iter().map(|route| (day["weekday"].as_str().expect("a day"), route))
        })
    }

    /// The weekdays on which each point is visited.
    fn days(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut days: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (weekday, route) in self.routes() {
            for trip in route["trips"].as_array().expect("trips") {
                for stop in trip["stops"].as_array().expect("stops") {
                    days.entry(stop["point"].as_str().expect("an id")).or_default().push(weekday);
                }
            }
        }
        days
    }
}

/// Hours of a clock time.
fn hours(time: &Value) -> f64 {
    let parts: Vec<f64> = time.as_str().expect("a time").split(':').map(|part| part.parse().expect("a number")).collect();
    parts[0] + parts[1] / 60.0 + parts[2] / 3600.0
}

#[test]
fn a_budget_is_never_exceeded() {
    let free = planned(&[]);
    let limited = planned(&[("project.toml", "budget_vnd_per_week = 0", "budget_vnd_per_week = 2500000")]);
    assert!(free.objective("cost_vnd") > 2_500_000, "otherwise the budget would not bind");
    assert!(limited.objective("cost_vnd") <= 2_500_000);
    assert!(limited.objective("service_millidays") > free.objective("service_millidays"));
}

/// Most working hours of a truck-day, and the most that each truck tips at once.
fn longest_and_heaviest(planned: &Planned) -> (f64, BTreeMap<&str, i64>) {
    let (mut longest, mut heaviest) = (0.0_f64, BTreeMap::new());
    for (_, route) in planned.routes() {
        // The break is no working time.
        let rest = if route["pause"].is_null() { 0.0 } else { 0.5 };
        longest = longest.max(hours(&route["end"]) - hours(&route["start"]) - rest);
        for trip in route["trips"].as_array().expect("trips") {
            let most: &mut i64 = heaviest.entry(route["truck"].as_str().expect("an id")).or_default();
            *most = (*most).max(trip["unload"]["kg"].as_i64().expect("a load"));
        }
    }
    (longest, heaviest)
}

#[test]
fn what_is_kept_in_reserve_is_not_used() {
    // Eight hours and 3,000, 2,500 and 1,000 kg, of which 70 and 60 % are kept.
    let kept = [("project.toml", "hours = 0.05", "hours = 0.7"), ("project.toml", "payload = 0.05", "payload = 0.6")];
    let (free, careful) = (planned(&[]), planned(&kept));
    let (longest, heaviest) = longest_and_heaviest(&free);
    assert!(longest > 2.4 && heaviest["X3"] > 400, "otherwise the reserve would not bind: {longest} h, {heaviest:?}");
    let (longest, heaviest) = longest_and_heaviest(&careful);
    assert!(longest <= 2.4 + 1e-9, "{longest}");
    for (truck, most) in [("X1", 1200), ("X2", 1000), ("X3", 400)] {
        assert!(heaviest.get(truck).is_none_or(|kg| *kg <= most), "{truck}: {heaviest:?}");
    }
}

#[test]
fn today_is_owed_only_where_the_district_says_so() {
    // P12 is visited five times today; its people are few, so that a small budget buys others visits.
    let changes = [
        ("points.csv", ",2,660,7,,3,1,T2-T7,,", ",2,660,7,,6,5,T2-T7,,"),
        ("project.toml", "budget_vnd_per_week = 0", "budget_vnd_per_week = 2750000"),
    ];
    let owed = planned(&changes);
    assert!(owed.days()["P12"].len() >= 5);
    let free = planned(&[&changes[..], &[("project.toml", "never_below_today = true", "never_below_today = false")]].concat());
    assert!(free.days()["P12"].len() < 5);
}

#[test]
fn burning_comes_first_only_where_the_district_says_so() {
    let first = planned(&[]);
    let by_cost = planned(&[("project.toml", "burn_first = true", "burn_first = false")]);
    // The landfill charges half of what the furnace does, a kilometre away.
    assert!(by_cost.indicator("waste-burnt") < first.indicator("waste-burnt"));
}

#[test]
fn the_commune_that_waits_longest_weighs_as_much_as_the_district_says() {
    // So little time that not everybody is served.
    let tight = ("project.toml", "hours = 0.05", "hours = 0.9");
    for (weight, text) in [(0.0, "worst_commune_weight = 0"), (100.0, "worst_commune_weight = 100")] {
        let weighed = planned(&[tight, ("project.toml", "worst_commune_weight = 0.25", text)]);
        let (age, worst) = (weighed.indicator("waiting-age"), weighed.indicator("waiting-age-worst-commune"));
        assert!(worst > age + 0.5, "{worst} {age}");
        let millidays = 1000.0 * (age + weight * worst);
        assert!((weighed.objective("service_millidays") as f64 - millidays).abs() <= 2.0, "{weight}: {millidays}");
    }
}

#[test]
fn each_day_pattern_beyond_those_allowed_is_priced() {
    let with_price = |price: &str| {
        planned(&[
            ("project.toml", "day_patterns_per_commune = 3", "day_patterns_per_commune = 1"),
            ("project.toml", "extra_day_pattern_vnd_per_week = 50000", price),
        ])
    };
    // Points 1 to 4, 5 to 8 and 9 to 12 are the communes.
    let extra = |planned: &Planned| {
        let mut sets: BTreeMap<usize, BTreeSet<Vec<&str>>> = BTreeMap::new();
        for (point, days) in planned.days() {
            let number: usize = point[1..].parse().expect("P and a number");
            sets.entry((number - 1) / 4).or_default().insert(days);
        }
        sets.values().map(|sets| sets.len() as i64 - 1).sum::<i64>()
    };
    let (free, dear) = (with_price("extra_day_pattern_vnd_per_week = 0"), with_price("extra_day_pattern_vnd_per_week = 100000000"));
    assert!(extra(&free) > 0 && (0..10_000_000).contains(&free.objective("cost_vnd")), "{}", free.objective("cost_vnd"));
    let beyond_price = dear.objective("cost_vnd") - 100_000_000 * extra(&dear);
    assert!(extra(&dear) > 0 && (0..10_000_000).contains(&beyond_price), "{beyond_price}");
}

#[test]
fn points_are_visited_on_such_days_as_they_ask() {
    let asked = planned(&[
        // At the most once, on given days only, on a fixed day.
        ("points.csv", ",2,660,7,,3,1,T2-T7,,", ",2,660,7,,1,1,T2-T7,,"),
        ("points.csv", ",2,660,5,,3,1,T2-T7,,", ",2,660,7,,3,1,T3;T6,,"),
        ("points.csv", ",6,240,4,,3,0,T2-T7,,", ",12,240,7,,3,0,T2-T7,T4,"),
    ]);
    let days = asked.days();
    assert_eq!(days["P12"].len(), 1);
    assert!(!days["P03"].is_empty() && days["P03"].iter().all(|day| ["tue", "fri"].contains(day)), "{:?}", days["P03"]);
    assert_eq!(days["P02"], ["wed"]);
    assert_eq!(days["P08"], ["mon", "thu"]);
}

#[test]
fn a_least_frequency_is_owed() {
    let budget = ("project.toml", "budget_vnd_per_week = 0", "budget_vnd_per_week = 2750000");
    let p12 = ",2,660,7,,3,1,T2-T7,,";
    let free = planned(&[budget, ("points.csv", p12, ",2,660,7,,6,1,T2-T7,,")]);
    assert!(free.days()["P12"].len() < 5, "otherwise the least frequency would not bind");
    let owed = planned(&[budget, ("points.csv", p12, ",2,660,7,5,6,1,T2-T7,,")]);
    assert!(owed.days()["P12"].len() >= 5);
}

#[test]
fn facilities_that_take_too_little_are_said_before_anything_else() {
    // Nothing but the furnace: 4.2 tonnes a week can be burnt, 7.75 are made.
    let landfill = "F2,Bãi chôn lấp Đồng Tâm,landfill,105.8576,21.8,T2-T7,06:00,17:00,,,,,2,5,2,120000,2,no,synthetic,\n";
    let folder = district(&[("facilities.csv", landfill, "")]);
    let project = folder.path().display().to_string();
    let plan = folder.path().join("plan.json").display().to_string();
    let (shown, stderr, code) = run(&["plan", &project, "--iterations", "2000", "--quiet", "-o", &plan]);
    assert_eq!(code, 4, "requirements are missed: {stderr}");
    assert!(shown.lines().next().is_some_and(|first| first.contains("has nowhere to go")), "{shown}");
}

#[test]
fn with_trucks_in_plenty_every_point_has_its_greatest_frequency() {
    let greatest = |point: &str| match point {
        "P08" => 2,
        "P04" | "P05" | "P06" | "P07" => 6,
        _ => 3,
    };
    let points_below = |planned: &Planned| {
        let days = planned.days();
        (1..=12)
            .map(|number| format!("P{number:02}"))
            .filter(|point| days.get(point.as_str()).map_or(0, Vec::len) < greatest(point))
            .count()
    };
    assert!(points_below(&planned(&[("project.toml", "hours = 0.05", "hours = 0.9")])) > 0, "48 minutes a day are not plenty");
    assert_eq!(points_below(&planned(&[])), 0);
}
