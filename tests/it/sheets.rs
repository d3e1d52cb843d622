//! What stands on drivers' sheets and in the report is what the judge computes.

use std::path::Path;
use std::sync::LazyLock;

use thugom::constraint::{Action, Halt, Place, RouteReplay};
use thugom::export::formats::{Edition, format_named};
use thugom::export::itinerary::{Itinerary, Selection};
use thugom::export::sheet::{Sheet, SheetRow};
use thugom::kpi::{Facts, Scope, indicator, route_figures};
use thugom::model::{Choices, Plan, Problem};
use thugom::pipeline::{self, Project};
use thugom::solve::{Parameters, Silent, StopRule, plan};
use thugom::text::{Language, Text, clock_time_short, decimal, integer};
use thugom::units::{Kilograms, Metres};

static PROJECT: LazyLock<Project> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/ba-xa");
    pipeline::load(Path::new(folder), &Choices::default()).expect("a sound district")
});

static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let stop = StopRule { iterations: Some(1_000), ..StopRule::default() };
    plan(&PROJECT.problem, &Parameters::default(), &stop, &mut Silent)
});

fn with_edition(language: Language, selection: Selection, test: impl FnOnce(&Edition)) {
    let (facts, text) = (Facts::new(&PROJECT.problem, &PLAN), Text::new(language));
    let itinerary = Itinerary::new(&PROJECT.dataset, &PROJECT.network, &facts, Some(jiff::civil::date(2026, 11, 23)));
    let (dataset, network) = (&PROJECT.dataset, &PROJECT.network);
    test(&Edition { itinerary: &itinerary, selection, text: &text, dataset, network, facts: &facts });
}

/// What a leg, or several, measure on a sheet.
fn km(metres: impl Iterator<Item = Metres>, decimals: usize) -> String {
    decimal(metres.sum::<Metres>().kilometres(), decimals, Language::Vietnamese)
}

/// All that stands on a sheet in figures, from what the judge replays of the route and from nothing else.
fn expected(route: &RouteReplay, problem: &Problem) -> (String, Vec<Vec<String>>) {
    let (time, vi) = (clock_time_short, Language::Vietnamese);
    let kg = |kilograms: Kilograms| integer(kilograms.0, vi);
    let tonnes = |halts: &[Halt]| decimal(halts.iter().map(|halt| halt.load.kg).sum::<Kilograms>().tonnes(), 1, vi);
    let legs: Vec<Metres> = route.events.iter().filter(|event| event.action == Action::Drive).map(|event| event.metres).collect();
    let is_stop = |halt: &Halt| matches!(halt.place, Place::Point(_));
    let mut rows = Vec::new();
    let (mut halts, mut legs_so_far, mut number, mut rested_until) = (route.halts.iter(), 0, 0, None);
    for event in &route.events {
        match event.action {
            Action::Drive => legs_so_far += 1,
            Action::Break => {
                rows.push(vec![time(event.start), time(event.end)]);
                rested_until = Some(event.end);
            }
            Action::Serve | Action::Unload => {
                let halt = halts.next().expect("a halt for each stop and unload");
                let way = km([legs[legs_so_far - 1]].into_iter(), 1);
                match halt.place {
                    Place::Point(point) => {
                        number += 1;
                        // Where a break taken there ends with the service, that is the time to be shown.
                        let shown = if rested_until == Some(halt.start) { halt.start } else { halt.arrive };
                        let point = &problem.points[point];
                        let containers = point.containers.to_string();
                        rows.push(vec![number.to_string(), time(shown), point.name.clone(), kg(halt.load.kg), way, containers]);
                    }
                    _ => rows.push(vec![time(halt.arrive), time(halt.start), time(halt.end), kg(halt.load.kg), way]),
                }
            }
            Action::Prepare | Action::Wait | Action::Queue => {}
        }
    }
    assert_eq!(halts.next(), None);
    // A trip has a row before its first stop: all its halts, up to the unload.
    let (mut first, mut at) = (0, 0);
    for trip in route.halts.split_inclusive(|halt| !is_stop(halt)) {
        let stops: Vec<Halt> = trip.iter().filter(|halt| is_stop(halt)).cloned().collect();
        let before = rows[at..].iter().position(|row| row.len() > 2).expect("its first stop") + at;
        rows.insert(before, vec![stops.len().to_string(), tonnes(&stops), km(legs[first..first + trip.len()].iter().copied(), 1)]);
        first += trip.len();
        let of_trip = rows[before + 1..].iter().take_while(|row| row.len() != 5).count();
        at = before + 1 + of_trip + 1;
    }
    rows.push(vec![time(route.end), km(legs[first..].iter().copied(), 1)]);
    let stops: Vec<Halt> = route.halts.iter().filter(|halt| is_stop(halt)).cloned().collect();
    let facts = format!(
        "Chuẩn bị {} · Rời bãi {} · Về bãi (dự kiến) {} · {} chuyến · {} điểm · {} tấn · {} km",
        time(route.start),
        time(route.leave),
        time(route.end),
        route.halts.len() - stops.len(),
        stops.len(),
        tonnes(&stops),
        km(legs.iter().copied(), 0)
    );
    (facts, rows)
}

/// The figures of a row, as it words them.
fn shown(row: &SheetRow) -> Vec<String> {
    let figures = |words: &str| -> Vec<String> {
        let is_figure = |word: &&str| word.starts_with(|letter: char| letter.is_ascii_digit());
        words.split([' ', '–']).map(|word| word.trim_matches([',', '.', '·'])).filter(is_figure).map(str::to_owned).collect()
    };
    match row {
        SheetRow::Trip { facts, .. } | SheetRow::Home { facts, .. } => figures(facts),
        SheetRow::Stop { number, time, name, kg, km, containers, .. } => {
            vec![number.to_string(), time.clone(), name.clone(), kg.clone(), km.clone(), containers.clone()]
        }
        SheetRow::Unload { times, facts, .. } => [figures(times), figures(facts)].concat(),
        // The first figure is the length.
        SheetRow::Break { title } => figures(title).split_off(1),
    }
}

#[test]
fn every_number_on_a_sheet_is_what_the_judge_replays() {
    with_edition(Language::Vietnamese, Selection::default(), |edition| {
        let routes: Vec<_> = edition.facts.replay.routes().collect();
        assert!(routes.len() > 3 && edition.truck_days().count() == routes.len());
        for (truck_day, route) in edition.truck_days().zip(routes) {
            let sheet = Sheet::new(edition, truck_day);
            let (facts, rows) = expected(route, edition.facts.problem);
            assert_eq!(sheet.facts, facts);
            assert_eq!(sheet.rows.iter().map(shown).collect::<Vec<_>>(), rows);
        }
    });
}

#[test]
fn the_report_shows_the_indicators_of_the_plan() {
    with_edition(Language::English, Selection::default(), |edition| {
        let files = format_named("report").expect("a format").files(edition).expect("a report");
        let page = String::from_utf8(files[0].bytes.clone()).expect("UTF-8");
        for key in ["people-served-share", "visits-mean", "longest-gap", "waste-collected", "distance", "working-hours", "cost"] {
            let indicator = indicator(key).expect("an indicator");
            let value = indicator.measure(edition.facts, Scope::District).expect("a value");
            assert!(page.contains(&format!("<dd>{}<", indicator.unit().worded(value, edition.text))), "{key}");
        }
        let stops: usize = route_figures(edition.facts).iter().map(|route| route.figures.stops).sum();
        assert_eq!(page.matches("class=\"stop\"").count(), stops);
        assert!(page.contains("23/11/2026") || page.contains("2026-11-23"));
    });
}

#[test]
fn one_truck_has_a_sheet_for_each_of_its_days_even_those_without_work() {
    let selection = Selection { truck: Some(0), ..Selection::default() };
    with_edition(Language::Vietnamese, selection, |edition| {
        let works = edition.truck_days().count();
        let pages = format_named("html").expect("a format").files(edition).expect("sheets");
        assert_eq!(pages.len(), works);
        assert!(pages.iter().all(|page| page.bytes.starts_with(b"<!DOCTYPE html>") && page.name.starts_with("phieu-")));
        if let Some(pdf) = format_named("pdf") {
            let files = pdf.files(edition).expect("sheets");
            let ones = files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>();
            assert_eq!(ones.len(), 1, "{ones:?}");
            assert!(files[0].bytes.starts_with(b"%PDF"));
        }
    });
}

#[test]
fn a_commune_alone_has_no_sheets() {
    let selection = Selection { commune: Some(0), ..Selection::default() };
    with_edition(Language::Vietnamese, selection, |edition| {
        for format in ["html", "map", "pdf", "svg"].into_iter().filter_map(format_named) {
            assert!(format.files(edition).expect("nothing to do").is_empty(), "{}", format.name());
        }
    });
}
