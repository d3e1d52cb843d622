//! Files that are handed out: whole, the same each time, and right in odd weeks.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::Date;
use thugom::constraint::Replay;
use thugom::export::formats::{Edition, ExportFile, FORMATS};
use thugom::export::itinerary::{Itinerary, MOST_WAYPOINTS, Selection, closed_dates, navigation_links};
use thugom::kpi::Facts;
use thugom::model::{Choices, Plan, Problem, Route, Stop, Trip, Unload};
use thugom::pipeline::{self, Project};
use thugom::solve::{self, Parameters, Silent, StopRule};
use thugom::text::{Language, Text};
use thugom::units::Seconds;

use super::cli::{run, scratch};

static PROJECT: LazyLock<Project> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/phu-luong");
    pipeline::load(Path::new(folder), &Choices::default()).expect("a sound district")
});

const LONG_NAME: &str =
    "Tổ dân phố Nguyễn Thị Minh Khai – Đường Trường Chinh kéo dài, ngõ 123/45 (sau “Nhà văn hoá” & chợ <cũ>); cạnh trạm y tế";

/// A week that no search would find: on Monday one truck makes 60 stops and unloads four times and another sets out for nothing; on Tuesday
/// one stop; the other days and trucks have no work.
fn odd_week(problem: &Problem) -> Plan {
    let stop = |point| Stop { point, arrive: Seconds(0), start: Seconds(0), end: Seconds(0), load: Default::default() };
    let unload = |facility| Unload { facility, arrive: Seconds(0), start: Seconds(0), end: Seconds(0), load: Default::default() };
    let trip = |points: std::ops::Range<usize>, facility| Trip { stops: points.map(stop).collect(), unload: Some(unload(facility)) };
    let route = |truck, trips| Route { truck, start: Seconds(6 * 3600), trips, pause: None, end: Seconds(0) };
    let monday = vec![route(0, vec![trip(0..40, 0), trip(40..50, 1), trip(50..59, 0), trip(59..60, 0)]), route(2, Vec::new())];
    let mut days = vec![monday, vec![route(1, vec![trip(0..1, 0)])]];
    days.resize_with(problem.horizon.n_days, Vec::new);
    let plan = Plan { days, run: Default::default(), objective: Default::default() };
    Replay::new(problem, &plan).recorded_in(&plan)
}

fn problem_with_long_names() -> Problem {
    let mut problem = PROJECT.problem.clone();
    for point in &mut problem.points {
        point.name = format!("{} {LONG_NAME}", point.name);
    }
    problem
}

/// All files of a plan, format by format.
fn files(problem: &Problem, plan: &Plan, selection: Selection, language: Language) -> Vec<(&'static str, ExportFile)> {
    let (facts, text) = (Facts::new(problem, plan), Text::new(language));
    let itinerary = Itinerary::new(&PROJECT.dataset, &PROJECT.network, &facts, Some(jiff::civil::date(2026, 11, 23)));
    let edition =
        Edition { itinerary: &itinerary, selection, text: &text, dataset: &PROJECT.dataset, network: &PROJECT.network, facts: &facts };
    let of_format = FORMATS.iter().flat_map(|format| {
        let files = format.files(&edition).unwrap_or_else(|error| panic!("{error}"));
        files.into_iter().map(|file| (format.name(), file))
    });
    of_format.collect()
}

#[test]
fn an_odd_week_has_whole_files_under_plain_names_and_the_same_each_time() {
    let problem = problem_with_long_names();
    let plan = odd_week(&problem);
    for language in Language::ALL {
        let all = files(&problem, &plan, Selection::default(), language);
        assert_eq!(all, files(&problem, &plan, Selection::default(), language));
        let names: BTreeSet<&str> = all.iter().map(|(_, file)| file.name.as_str()).collect();
        assert_eq!(names.len(), all.len(), "no file replaces another");
        for (format, file) in &all {
            assert!(file.name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "{}", file.name);
            assert!(!file.bytes.is_empty(), "{format} {}", file.name);
            if [".svg", ".gpx", ".kml"].iter().any(|ending| file.name.ends_with(ending)) {
                let words = std::str::from_utf8(&file.bytes).expect("UTF-8");
                assert!(roxmltree::Document::parse(words).is_ok(), "{} is well-formed", file.name);
            }
        }
        for format in FORMATS {
            assert!(all.iter().any(|(name, _)| *name == format.name()), "{} has files", format.name());
        }
    }
}

#[test]
fn every_trip_of_an_odd_week_fits_a_phone() {
    let problem = problem_with_long_names();
    let all = files(&problem, &odd_week(&problem), Selection::default(), Language::Vietnamese);
    let messages: Vec<String> =
        all.into_iter().filter(|(format, _)| *format == "txt").map(|(_, file)| String::from_utf8(file.bytes).expect("UTF-8")).collect();
    // The long Monday, the truck without stops and the short Tuesday.
    assert_eq!(messages.len(), 3);
    for message in &messages {
        for trip in message.split("\n\n") {
            assert!(trip.lines().count() <= 22, "{trip}");
            assert!(trip.lines().all(|line| line.chars().count() <= 42), "{trip}");
        }
    }
    assert_eq!(messages[0].matches("ĐỔ ").count(), 4, "{}", messages[0]);
}

#[test]
fn xml_files_are_well_formed_and_hold_every_stop_once() {
    let problem = problem_with_long_names();
    let all = files(&problem, &odd_week(&problem), Selection { truck: Some(0), ..Selection::default() }, Language::English);
    let routes: Vec<&ExportFile> = all.iter().filter(|(format, _)| *format == "gpx").map(|(_, file)| file).collect();
    assert_eq!(routes.len(), 1);
    let words = std::str::from_utf8(&routes[0].bytes).expect("UTF-8");
    let document = roxmltree::Document::parse(words).expect("well-formed");
    let order: Vec<&str> =
        document.root_element().children().filter(|child| child.is_element()).map(|child| child.tag_name().name()).collect();
    assert_eq!(order, ["metadata", "rte", "trk"], "the schema asks for this order");
    // The depot twice, 60 stops, 4 unloads.
    assert_eq!(document.descendants().filter(|node| node.has_tag_name(("http://www.topografix.com/GPX/1/1", "rtept"))).count(), 66);
    assert!(words.contains("&amp; chợ &lt;cũ"));
}

#[test]
fn a_map_program_gets_every_stop_and_every_point_once() {
    let problem = PROJECT.problem.clone();
    let all = files(&problem, &odd_week(&problem), Selection::default(), Language::Vietnamese);
    let (_, file) = all.iter().find(|(format, _)| *format == "kml").expect("a file");
    let words = std::str::from_utf8(&file.bytes).expect("UTF-8");
    let document = roxmltree::Document::parse(words).expect("well-formed");
    let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(("http://www.opengis.net/kml/2.2", name))).count();
    // 61 stops and 5 unloads, all points; three routes, one of a truck without stops.
    assert_eq!(count("Point"), 66 + problem.points.len());
    assert_eq!(count("MultiGeometry"), 3);
    // Two days, three truck-days, fifteen communes.
    assert_eq!(count("Folder"), 2 + 3 + problem.communes.len());
}

#[test]
fn navigation_passes_every_stop_with_few_places_in_a_link() {
    let problem = problem_with_long_names();
    let plan = odd_week(&problem);
    let facts = Facts::new(&problem, &plan);
    let itinerary = Itinerary::new(&PROJECT.dataset, &PROJECT.network, &facts, None);
    let truck_day = &itinerary.days[0].truck_days[0];
    let links = navigation_links(truck_day);
    let mut next = 1;
    for link in &links {
        let places = 1 + link.address.split_once("waypoints=").map_or(0, |(_, between)| between.split("%7C").count());
        assert!(places <= MOST_WAYPOINTS + 1, "{}", link.address);
        if let (Some(first), Some(last)) = (link.first_stop, link.last_stop) {
            assert_eq!(first, next);
            next = last + 1;
        }
    }
    assert_eq!(next, 61);
    // 40 stops and a facility are five links, 10 and one are two, 9 and one are one, and the last leads past the facility home.
    assert_eq!(links.len(), 9);
    assert_eq!(links.iter().filter(|link| link.to_unload).count(), 4);
    assert!(links[8].to_depot && links[..8].iter().all(|link| !link.to_depot));
    let last = truck_day.stops().last().expect("a stop");
    assert!(links[8].address.contains(&format!("waypoints={:.5},{:.5}%7C", last.position.y, last.position.x)), "{}", links[8].address);
}

#[test]
fn a_selection_leaves_out_the_rest() {
    let problem = PROJECT.problem.clone();
    let plan = odd_week(&problem);
    let names = |selection| -> Vec<String> {
        let all = files(&problem, &plan, selection, Language::English);
        all.into_iter().filter(|(format, _)| *format == "ics" || *format == "txt").map(|(_, file)| file.name).collect()
    };
    let truck = names(Selection { truck: Some(1), ..Selection::default() });
    assert_eq!(truck, [format!("{}-2-Tue.txt", problem.trucks[1].id), format!("truck-{}.ics", problem.trucks[1].id)]);
    let commune = problem.points[59].commune;
    let files_of_commune = names(Selection { commune: Some(commune), ..Selection::default() });
    assert!(files_of_commune.len() == 1 && files_of_commune[0].starts_with("commune-"), "{files_of_commune:?}");
    let both = names(Selection { truck: Some(0), commune: Some(commune), ..Selection::default() });
    assert!(both.len() == 3 && both[0].ends_with("-1-Mon.txt"), "{both:?}");
}

#[test]
fn calendars_repeat_but_for_holidays() {
    let problem = PROJECT.problem.clone();
    let plan = odd_week(&problem);
    let all = files(&problem, &plan, Selection { truck: Some(0), ..Selection::default() }, Language::Vietnamese);
    let (_, calendar) = all.iter().find(|(format, _)| *format == "ics").expect("a calendar");
    let words = String::from_utf8(calendar.bytes.clone()).expect("UTF-8");
    assert!(words.split("\r\n").all(|line| line.len() <= 75));
    let lines: Vec<String> = words.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect();
    assert!(lines.contains(&"RRULE:FREQ=WEEKLY;BYDAY=MO".to_owned()));
    assert!(lines.contains(&"DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T060000".to_owned()), "{lines:?}");
    // Tết 2027 is from Saturday 6 to Monday 8 February: of these the truck drives on Monday.
    let exceptions: Vec<&String> = lines.iter().filter(|line| line.starts_with("EXDATE")).collect();
    assert_eq!(exceptions, ["EXDATE;TZID=Asia/Ho_Chi_Minh:20270208T060000"]);
}

/// What a calendar says of every point on every date of a year, read from its text alone: `(date, point)`.
fn expanded(calendar: &str, names: &BTreeSet<&str>) -> Vec<(Date, String)> {
    let one_line = calendar.replace("\r\n ", "");
    let date = |stamp: &str| Date::strptime("%Y%m%d", stamp.split_once(':').expect("a value").1.get(..8).expect("a date")).expect("a date");
    let mut visits = Vec::new();
    for event in one_line.split("BEGIN:VEVENT").skip(1) {
        let lines: Vec<&str> = event.split("\r\n").collect();
        let starts = |key: &'static str| lines.iter().copied().filter(move |line| line.starts_with(key));
        let first = date(starts("DTSTART").next().expect("a start"));
        let rule = starts("RRULE:FREQ=WEEKLY;BYDAY=").next().expect("a rule");
        let days: Vec<&str> = rule.rsplit_once('=').expect("days").1.split(',').collect();
        let except: Vec<Date> = starts("EXDATE").map(date).collect();
        let description = starts("DESCRIPTION:").next().expect("points").trim_start_matches("DESCRIPTION:");
        let plain = description.replace("\\,", ",").replace("\\;", ";");
        let points = plain.split("\\n").filter_map(|line| line.split_once(": ")).filter(|(name, _)| names.contains(name));
        let points: Vec<&str> = points.map(|(name, _)| name).collect();
        assert!(!points.is_empty(), "{event}");
        for week in 0..53 {
            for (number, day) in ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().enumerate() {
                let monday = MONDAY.checked_add(jiff::Span::new().days(7 * week)).expect("a date");
                let then = monday.checked_add(jiff::Span::new().days(number as i64)).expect("a date");
                if days.contains(day) && then >= first && !except.contains(&then) {
                    visits.extend(points.iter().map(|name| (then, (*name).to_owned())));
                }
            }
        }
    }
    visits.sort();
    visits
}

/// Tết, Hùng kings' day, 30 April and 2 September of the next year come after it.
const MONDAY: Date = jiff::civil::date(2026, 11, 23);

#[test]
fn a_year_of_a_communes_calendar_is_the_plan_but_for_holidays() {
    // Many sets of days in some communes, few in others, and points of a market that are served on days when hamlets are not.
    let problem = &PROJECT.problem;
    let stop = StopRule { iterations: Some(300), ..StopRule::default() };
    let plan = solve::plan(problem, &Parameters::default(), &stop, &mut Silent);
    let all = files(problem, &plan, Selection::default(), Language::Vietnamese);
    let mut calendars = all.into_iter().filter(|(format, file)| *format == "ics" && file.name.starts_with("xa-"));
    let schedule = Replay::new(problem, &plan).schedule;
    for commune in 0..problem.communes.len() {
        let file = calendars.next().expect("a calendar for each commune").1;
        let words = String::from_utf8(file.bytes).expect("UTF-8");
        let points = || problem.points.iter().enumerate().filter(|(_, point)| point.commune == commune);
        let names: BTreeSet<&str> = points().map(|(_, point)| point.name.as_str()).collect();
        assert_eq!(names.len(), points().count(), "names tell points apart");
        let mut expected = Vec::new();
        for (index, point) in points() {
            let closed: Vec<Date> = closed_dates(&PROJECT.dataset, index).into_iter().map(|closed| closed.date).collect();
            for date in MONDAY.series(jiff::Span::new().days(1)).take(53 * 7) {
                if schedule[index].contains(date.weekday().to_monday_zero_offset() as usize) && !closed.contains(&date) {
                    expected.push((date, point.name.clone()));
                }
            }
        }
        expected.sort();
        assert_eq!(expanded(&words, &names), expected, "{}", file.name);
        // Few events: one for each weekday, and for each day on which a holiday leaves markets open.
        let n_events = words.matches("BEGIN:VEVENT").count();
        assert!((1..=14).contains(&n_events), "{n_events} in {}", file.name);
        let mut uids: Vec<&str> = words.lines().filter(|line| line.starts_with("UID:")).collect();
        uids.sort_unstable();
        uids.dedup();
        assert_eq!(uids.len(), n_events, "{}", file.name);
    }
    // The events of one day have the names that they have in the whole week.
    for day in 0..7 {
        let of_day = files(problem, &plan, Selection { day: Some(day), ..Selection::default() }, Language::Vietnamese);
        for (_, file) in of_day.into_iter().filter(|(format, file)| *format == "ics" && file.name.starts_with("xa-")) {
            let words = String::from_utf8(file.bytes).expect("UTF-8");
            let mut uids: Vec<&str> = words.lines().filter(|line| line.starts_with("UID:")).collect();
            uids.sort_unstable();
            uids.dedup();
            assert_eq!(uids.len(), words.matches("BEGIN:VEVENT").count(), "{} of day {day}", file.name);
        }
    }
}

#[test]
#[cfg(feature = "xlsx")]
fn the_workbook_does_not_know_the_time() {
    let problem = PROJECT.problem.clone();
    let plan = odd_week(&problem);
    let workbook = || files(&problem, &plan, Selection::default(), Language::Vietnamese).into_iter().find(|(format, _)| *format == "xlsx");
    let first = workbook();
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert!(first.is_some() && first == workbook(), "two seconds later, the step of ZIP's clock, it is the same file");
}

#[test]
fn the_verb_writes_what_is_asked_for() {
    const SMALL: &str = "maps/ba-xa";
    let folder = scratch();
    let path = |name: &str| folder.path().join(name).to_str().expect("a plain name").to_owned();
    let (_, messages, code) = run(&["plan", SMALL, "--iterations", "300", "-o", &path("plan.json")]);
    assert!([0, 4].contains(&code), "{messages}");
    let week: serde_json::Value = serde_json::from_slice(&std::fs::read(path("plan.json")).expect("the plan")).expect("JSON");
    let mut routes = week["days"].as_array().expect("days").iter().flat_map(|day| day["routes"].as_array().expect("routes"));
    let truck = routes.next().expect("a route")["truck"].as_str().expect("an id").to_owned();
    let lower = truck.to_lowercase();
    let (_, messages, code) =
        run(&["export", SMALL, &path("plan.json"), "--format", "gpx,ics", "--truck", &lower, "-o", &path("new/files")]);
    assert_eq!(code, 0, "{messages}");
    let names: Vec<String> = std::fs::read_dir(folder.path().join("new/files"))
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().into_string().expect("plain"))
        .collect();
    assert!(names.contains(&format!("truck-{truck}.ics")) && names.iter().any(|name| name.ends_with(".gpx")), "{names:?}");
    assert!(names.iter().all(|name| name.contains(&truck)), "{names:?}");
    let wrong: &[(&[&str], &str)] = &[
        (&["--truck", "X9"], "no truck ‘X9’"),
        (&["--commune", "Xa Dong Hai"], "no commune ‘Xa Dong Hai’"),
        (&["--format", "shapefile"], "gpx, kml, ics"),
        (&["--from", "2026-11-24"], "2026-11-23"),
        (&["--day", "monday"], "did you mean ‘mon’?"),
    ];
    for (words, expected) in wrong {
        let (plan, none) = (path("plan.json"), path("none"));
        let all = [&["export", SMALL, &plan, "-o", &none], *words].concat();
        let (_, messages, code) = run(&all);
        assert_eq!(code, 2, "{messages}");
        assert!(messages.contains(expected), "{messages}");
    }
    let (plan, none) = (path("plan.json"), path("none"));
    let (_, messages, code) = run(&["export", SMALL, &plan, "-o", "-"]);
    assert!(code == 2 && messages.contains("name a folder"), "{messages}");
    let (_, messages, code) = run(&["export", SMALL, &plan, "--format", "gpx", "-o", &plan]);
    assert!(code == 1 && messages.contains("a file stands where a folder is needed"), "{messages}");
    let (_, messages, code) = run(&["export", SMALL, &plan, "--format", "gpx", "--commune", "Xuân Hoà", "-o", &none]);
    assert!(code == 0 && messages.contains("nothing to write"), "{messages}");
    let sound = std::fs::read_to_string(path("plan.json")).expect("the plan");
    let spoilt = sound.replacen("\"cost_vnd\": ", "\"cost_vnd\": 9", 1);
    assert_ne!(spoilt, sound);
    std::fs::write(path("spoilt.json"), spoilt).expect("written");
    let (_, messages, code) = run(&["export", SMALL, &path("spoilt.json"), "-o", &path("none")]);
    assert_eq!(code, 5, "{messages}");
    assert!(!folder.path().join("none").exists(), "nothing is written of a plan that breaks rules");
}
