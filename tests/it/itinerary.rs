//! What sheets and files show is what the judge computes.

use std::path::Path;
use std::sync::LazyLock;

use thugom::constraint::Action;
use thugom::export::itinerary::{Itinerary, Row, TruckDay, directions};
use thugom::kpi::{Facts, Scope, indicator, route_figures};
use thugom::model::{Choices, Plan};
use thugom::pipeline::{self, Project};
use thugom::solve::{Parameters, Silent, StopRule, plan};
use thugom::text::{Language, Text};
use thugom::units::{Kilograms, Metres, Seconds};

static PROJECT: LazyLock<Project> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/ba-xa");
    pipeline::load(Path::new(folder), &Choices::default()).expect("a sound district")
});

static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let stop = StopRule { iterations: Some(1_000), ..StopRule::default() };
    plan(&PROJECT.problem, &Parameters::default(), &stop, &mut Silent)
});

/// Hands an itinerary of the small district, and the facts it was made from, to a test.
fn with_itinerary(test: impl FnOnce(&Itinerary, &Facts)) {
    let facts = Facts::new(&PROJECT.problem, &PLAN);
    assert!(facts.verdict.violations.is_empty());
    test(&Itinerary::new(&PROJECT.dataset, &PROJECT.network, &facts, None), &facts);
}

fn truck_days(itinerary: &Itinerary) -> Vec<&TruckDay> {
    itinerary.days.iter().flat_map(|day| &day.truck_days).collect()
}

#[test]
fn every_row_is_what_the_judge_replays() {
    with_itinerary(|itinerary, facts| {
        let truck_days = truck_days(itinerary);
        assert_eq!(truck_days.len(), facts.replay.routes().count());
        for (sheet, replay) in truck_days.iter().zip(facts.replay.routes()) {
            assert_eq!(
                (sheet.day, sheet.truck, sheet.start, sheet.leave, sheet.end),
                (replay.day, replay.truck, replay.start, replay.leave, replay.end)
            );
            let mut halts = replay.halts.iter();
            let drives: Vec<Seconds> = replay.events.iter().filter(|event| event.action == Action::Drive).map(|event| event.end).collect();
            let mut drives = drives.into_iter();
            let mut pauses = 0;
            for row in sheet.rows() {
                match row {
                    Row::Stop(stop) => {
                        let halt = halts.next().expect("a halt for each stop");
                        assert_eq!((stop.arrive, stop.start, stop.end, stop.kg), (halt.arrive, halt.start, halt.end, halt.load.kg));
                        assert_eq!(Some(stop.arrive), drives.next());
                    }
                    Row::Unload(unload) => {
                        let halt = halts.next().expect("a halt for each unload");
                        assert_eq!((unload.arrive, unload.start, unload.end, unload.kg), (halt.arrive, halt.start, halt.end, halt.load.kg));
                        assert!(drives.next().is_some_and(|end| end <= unload.arrive));
                    }
                    Row::Break(pause) => {
                        pauses += 1;
                        assert_eq!(replay.pause.map(|taken| (taken.start, taken.end)), Some((pause.start, pause.end)));
                    }
                    Row::Home(_, end) => assert_eq!(end, replay.end),
                }
            }
            assert_eq!((halts.next(), pauses), (None, usize::from(replay.pause.is_some())));
        }
    });
}

#[test]
fn sums_are_those_of_the_indicators() {
    with_itinerary(|itinerary, facts| {
        for (sheet, route) in truck_days(itinerary).iter().zip(route_figures(facts)) {
            assert_eq!(sheet.figures, route.figures);
            assert_eq!(sheet.legs().map(|leg| leg.metres).sum::<Metres>(), route.figures.metres);
            assert_eq!(sheet.legs().map(|leg| leg.seconds).sum::<Seconds>(), route.figures.driving);
            assert_eq!(sheet.stops().map(|stop| stop.kg).sum::<Kilograms>(), route.figures.kg);
            assert_eq!(sheet.unloads().map(|unload| unload.kg).sum::<Kilograms>(), route.figures.kg);
            for trip in &sheet.trips {
                assert_eq!(trip.stops.last().map(|stop| stop.on_board), trip.unload.as_ref().map(|unload| unload.kg));
            }
        }
        let measured = |key: &str| indicator(key).and_then(|it| it.measure(facts, Scope::District)).expect("a figure");
        assert!((itinerary.figures.metres.kilometres() - measured("distance")).abs() < 1e-6);
        assert!((itinerary.figures.working.hours() - measured("working-hours")).abs() < 1e-6);
        assert!((itinerary.figures.kg.tonnes() - measured("waste-collected")).abs() < 0.1);
        assert_eq!(itinerary.figures.stops as f64, measured("visits"));
        assert_eq!(itinerary.points.iter().map(|point| point.visits.len()).sum::<usize>(), itinerary.figures.stops);
        let of_trucks: Metres = itinerary.trucks.iter().map(|truck| truck.figures.metres).sum();
        assert_eq!(of_trucks, itinerary.figures.metres);
    });
}

#[test]
fn a_leg_is_the_way_that_the_travel_table_counted() {
    with_itinerary(|itinerary, facts| {
        let problem = facts.problem;
        for sheet in truck_days(itinerary) {
            let depot = problem.depots[problem.trucks[sheet.truck].depot].location;
            let mut here = depot;
            let halts = sheet.trips.iter().flat_map(|trip| {
                let stops = trip.stops.iter().map(|stop| (problem.points[stop.point].location, &stop.leg));
                stops.chain(trip.unload.iter().map(|unload| (problem.facilities[unload.facility].location, &unload.leg)))
            });
            for (there, leg) in halts.chain([(depot, &sheet.home)]) {
                assert_eq!(
                    (Some(leg.seconds), Some(leg.metres)),
                    (problem.duration(sheet.truck, here, there), problem.distance(sheet.truck, here, there))
                );
                assert_eq!(leg.steps.iter().map(|step| step.metres).sum::<Metres>(), leg.metres);
                let ends = [leg.course.0.first(), leg.course.0.last()].map(|end| *end.expect("a course"));
                let anchors = [here, there].map(|location| PROJECT.network.anchor(location).snapped);
                for (end, anchor) in ends.into_iter().zip(anchors) {
                    assert!((end.x - anchor.x).abs() < 2e-5 && (end.y - anchor.y).abs() < 2e-5, "{end:?} {anchor:?}");
                }
                here = there;
            }
        }
    });
}

#[test]
fn the_lane_of_the_small_truck_is_called_narrow() {
    with_itinerary(|itinerary, _| {
        let text = Text::new(Language::Vietnamese);
        let stops: Vec<_> = truck_days(itinerary).into_iter().flat_map(|sheet| sheet.stops()).filter(|stop| stop.id == "P02").collect();
        assert!(!stops.is_empty());
        for stop in stops {
            let words = directions(&stop.leg, &text);
            assert!(words.contains("ngõ Hẹp") && words.contains("(hẹp 2,6 m)"), "{words}");
            assert_eq!(stop.leg.narrowest_m(), Some(2.6));
        }
    });
}
