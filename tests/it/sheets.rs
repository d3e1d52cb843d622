//! What stands on drivers' sheets and in the report is what the judge computes.

use std::path::Path;
use std::sync::LazyLock;

use thugom::constraint::Place;
use thugom::export::formats::{Edition, format_named};
use thugom::export::itinerary::{Itinerary, Selection};
use thugom::export::sheet::{Sheet, SheetRow};
use thugom::kpi::{Facts, Scope, indicator, route_figures};
use thugom::model::{Choices, Plan};
use thugom::pipeline::{self, Project};
use thugom::solve::{Parameters, Silent, StopRule, plan};
use thugom::text::{Language, Text, clock_time_short, decimal, integer};

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

#[test]
fn every_number_on_a_sheet_is_what_the_judge_replays() {
    let language = Language::Vietnamese;
    with_edition(language, Selection::default(), |edition| {
        let routes: Vec<_> = edition.facts.replay.routes().collect();
        let figures = route_figures(edition.facts);
        assert_eq!(edition.truck_days().count(), routes.len());
        for ((truck_day, route), figures) in edition.truck_days().zip(routes).zip(figures) {
            let sheet = Sheet::new(edition, truck_day);
            let mut halts = route.halts.iter();
            let mut kilometres = Vec::new();
            for row in &sheet.rows {
                match row {
                    SheetRow::Stop { time, name, kg, km, .. } => {
                        let halt = halts.next().expect("a halt for each stop");
                        let after_break = route.pause.is_some_and(|pause| pause.end == halt.start && pause.start >= halt.arrive);
                        assert_eq!(*time, clock_time_short(if after_break { halt.start } else { halt.arrive }));
                        assert_eq!(*kg, integer(halt.load.kg.0, language));
                        assert!(matches!(halt.place, Place::Point(point) if edition.facts.problem.points[point].name == *name));
                        kilometres.push(km.clone());
                    }
                    SheetRow::Unload { times, facts, .. } => {
                        let halt = halts.next().expect("a halt for each unload");
                        for time in [halt.arrive, halt.start, halt.end] {
                            assert!(times.contains(&clock_time_short(time)), "{times}");
                        }
                        assert!(facts.contains(&format!(" {} kg", integer(halt.load.kg.0, language))), "{facts}");
                    }
                    SheetRow::Home { facts, .. } => assert!(facts.starts_with(&clock_time_short(route.end)), "{facts}"),
                    SheetRow::Trip { .. } | SheetRow::Break { .. } => {}
                }
            }
            assert!(halts.next().is_none());
            assert_eq!(kilometres.len(), figures.figures.stops);
            let sums = [decimal(figures.figures.kg.tonnes(), 1, language), decimal(figures.figures.metres.kilometres(), 0, language)];
            assert!(sheet.facts.ends_with(&format!("{} tấn · {} km", sums[0], sums[1])), "{}", sheet.facts);
            let breaks = sheet.rows.iter().filter(|row| matches!(row, SheetRow::Break { .. })).count();
            assert_eq!(breaks, usize::from(route.pause.is_some()));
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
