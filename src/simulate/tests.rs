//! Crews by hand, the plan's own week without chance, and nothing lost in any week.

use proptest::prelude::*;

use super::chance::Chances;
use super::measure::{Measure, N_MEASURES};
use super::order::{Order, Silent};
use super::outcome::simulate;
use super::setup::Setup;
use super::streams::Streams;
use super::week::Run;
use super::{Subject, paired, trace};
use crate::constraint::{Action, Event, Place, Replay, cost};
use crate::model::testing::{at, district, plan};
use crate::model::{Break, BreakMoment, DaySet, Plan, Problem};
use crate::settings::{Figure, Simulation};
use crate::units::{Kilograms, Seconds};

fn quiet() -> Simulation {
    Simulation::default().quiet()
}

/// The sums of the first week after the warm-up.
fn week(problem: &Problem, plan: &Plan, simulation: &Simulation) -> [i64; N_MEASURES] {
    let setup = Setup::new(problem, plan);
    let chances = Chances::new(simulation);
    let mut run = Run::new(&setup, &chances, Streams::new(1, 0));
    for _ in 0..simulation.value(Figure::WarmUpWeeks) as usize {
        run.live_week(None);
    }
    run.live_week(None).district
}

fn of(sums: &[i64; N_MEASURES], measure: Measure) -> i64 {
    sums[measure as usize]
}

/// Two trucks, three points, a queue at the furnace, a break and a point visited twice.
fn small() -> (Problem, Plan) {
    let problem = district(3, 2);
    let monday: &[(&[usize], Option<usize>)] = &[(&[0, 1], Some(0)), (&[], Some(1))];
    let mut week = plan(&problem, &[(0, 0, at(6, 0), monday), (0, 1, at(6, 1), &[(&[2], Some(0))]), (4, 1, at(7, 0), &[(&[1], Some(0))])]);
    week.days[0][0].pause = Some(Break { event: 1, moment: BreakMoment::After, start: Seconds::ZERO });
    (problem, week)
}

#[test]
fn without_chance_a_week_is_the_planned_one_event_by_event() {
    let (problem, plan) = small();
    let replay = Replay::new(&problem, &plan);
    let events: Vec<Vec<Vec<Event>>> = replay.days.iter().map(|day| day.iter().map(|route| route.events.clone()).collect()).collect();
    assert_eq!(trace(Subject { problem: &problem, plan: &plan }, &quiet(), 1), events);
    let sums = week(&problem, &plan, &quiet());
    let paid = cost(&problem, &replay);
    assert_eq!(of(&sums, Measure::Cost), (paid.total() - paid.patterns).0);
    assert_eq!(of(&sums, Measure::Collected), 2100);
    assert_eq!(of(&sums, Measure::Waiting), replay.routes().map(|route| route.waiting().0).sum::<i64>());
    assert_eq!([Measure::Missed, Measure::Overtime, Measure::TurnedAway, Measure::EarlyUnloads].map(|measure| of(&sums, measure)), [0; 4]);
}

#[test]
fn a_full_truck_unloads_early_and_comes_back() {
    // Twice the waste: 1,400 kg at each of two points, room for 2,000.
    let mut problem = district(2, 1);
    problem.trucks[0].payload = Kilograms(2000);
    let plan = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0))])]);
    let days = trace(Subject { problem: &problem, plan: &plan }, &quiet().with(Figure::WasteLevel, 2.0), 1);
    let halts: Vec<(Action, Place, i64)> = days[0][0]
        .iter()
        .filter(|event| matches!(event.action, Action::Serve | Action::Unload))
        .map(|event| (event.action, event.place, event.on_board.kg.0))
        .collect();
    let expected = [
        (Action::Serve, Place::Point(0), 1400),
        (Action::Unload, Place::Facility(0), 0),
        (Action::Serve, Place::Point(1), 1400),
        (Action::Unload, Place::Facility(0), 0),
    ];
    assert_eq!(halts, expected);
    // Depot – 0 – 1 – gate – 1 – gate – depot.
    assert_eq!(days[0][0].iter().filter(|event| event.action == Action::Drive).count(), 6);
}

#[test]
fn a_point_that_is_too_much_for_a_truck_is_emptied_as_far_as_it_holds() {
    // 700 kg a week, 500 fit: the first week leaves 200, later ones 200 more each.
    let mut problem = district(1, 1);
    problem.trucks[0].payload = Kilograms(500);
    let plan = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
    let sums = week(&problem, &plan, &quiet());
    assert_eq!(of(&sums, Measure::Collected), 500);
}

/// Three points on Monday, the first of them on Tuesday too, and 90 minutes of work: prepared 6:10, at the first point 6:20–6:31, at the second 6:41–6:53, at
/// the gate 7:03, unloaded (1,300 kg) by 7:09:18, home 7:19:18. A third point takes 22 minutes more.
fn short_of_time() -> (Problem, Plan) {
    let mut problem = district(3, 1);
    problem.trucks[0].work = at(1, 30);
    let tuesday: &[(&[usize], Option<usize>)] = &[(&[0], Some(0))];
    let plan = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1, 2], Some(0))]), (1, 0, at(6, 0), tuesday)]);
    (problem, plan)
}

fn served(problem: &Problem, plan: &Plan, day: usize) -> Vec<Place> {
    let days = trace(Subject { problem, plan }, &quiet(), 1);
    days[day][0].iter().filter(|event| event.action == Action::Serve).map(|event| event.place).collect()
}

#[test]
fn a_crew_without_time_puts_off_what_is_visited_tomorrow() {
    let (problem, plan) = short_of_time();
    assert_eq!(served(&problem, &plan, 0), [Place::Point(1), Place::Point(2)]);
    assert_eq!(served(&problem, &plan, 1), [Place::Point(0)]);
    let sums = week(&problem, &plan, &quiet());
    let expected = [(Measure::Planned, 4), (Measure::Missed, 1), (Measure::CaughtUp, 1), (Measure::Lapsed, 0), (Measure::Collected, 2100)];
    for (measure, number) in expected {
        assert_eq!(of(&sums, measure), number, "{measure:?}");
    }
}

#[test]
fn a_crew_without_time_leaves_out_the_rest_and_another_day_makes_up_for_it() {
    // The first point has no room for another day: 600 kg on Monday, 700 on Tuesday. So the last one is left out, and added on Tuesday.
    let (mut problem, plan) = short_of_time();
    problem.points[0].container_capacity = Kilograms(650);
    assert_eq!(served(&problem, &plan, 0), [Place::Point(0), Place::Point(1)]);
    assert_eq!(served(&problem, &plan, 1).len(), 2);
    assert!(served(&problem, &plan, 1).contains(&Place::Point(2)));
    let sums = week(&problem, &plan, &quiet());
    let expected = [(Measure::Missed, 1), (Measure::CaughtUp, 1), (Measure::Lapsed, 0), (Measure::Overtime, 0), (Measure::Collected, 2100)];
    for (measure, number) in expected {
        assert_eq!(of(&sums, measure), number, "{measure:?}");
    }
}

#[test]
fn a_truck_that_is_sent_away_goes_to_the_next_facility() {
    // The furnace takes 600 kg a day, 700 come.
    let mut problem = district(1, 1);
    problem.facilities[0].daily_limit = Some(Kilograms(600));
    let plan = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
    let sums = week(&problem, &plan, &quiet());
    assert_eq!((of(&sums, Measure::TurnedAway), of(&sums, Measure::Landfilled)), (1, 700));
    // Where there is no other, it goes home loaded, and brings 700 kg more the week after: it never gets rid of them.
    problem.facilities[1].open = vec![None; 7];
    let sums = week(&problem, &plan, &quiet());
    assert_eq!((of(&sums, Measure::TurnedAway), of(&sums, Measure::Landfilled)), (1, 0));
}

#[test]
fn a_broken_truck_stays_at_home_until_it_is_repaired() {
    // Breaks down on every day it drives, for about eight hours: no trip is ended, and what is on board stays there.
    let (problem, plan) = small();
    let broken = quiet().with(Figure::Breakdowns, 1.0).with(Figure::RoadsideHours, 0.0).with(Figure::RepairHours, 1000.0);
    let sums = week(&problem, &plan, &broken);
    assert!(of(&sums, Measure::Breakdowns) + of(&sums, Measure::Idle) >= 1);
    assert!(of(&sums, Measure::Missed) >= 1);
}

#[test]
fn overflow_is_counted_from_the_hour_in_which_the_containers_are_full() {
    // 100 kg a day, room for 650, visited on Monday at 6:20 only: full on the next Monday at 0:00 + half a day, which the visit comes before. With room for 550: full
    // on Sunday at noon; 12 h, then 6 h 20 min of Monday.
    let mut problem = district(1, 1);
    let plan = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
    problem.points[0].container_capacity = Kilograms(650);
    assert_eq!(of(&week(&problem, &plan, &quiet()), Measure::OverflowHours), 0);
    problem.points[0].container_capacity = Kilograms(550);
    let sums = week(&problem, &plan, &quiet());
    assert_eq!(of(&sums, Measure::OverflowHours), (12 * 60 + 6 * 60 + 20) * 60);
    assert_eq!((of(&sums, Measure::Overflows), of(&sums, Measure::Overflowing)), (1, 1));
}

#[test]
fn overtime_is_paid_more() {
    // Everything takes twice as long; the crew is under way 57:42 min as planned, its longest working time is just that.
    let mut problem = district(1, 1);
    let plan = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
    problem.trucks[0].work = Seconds(57 * 60 + 42);
    let slow = quiet().with(Figure::ServiceLevel, 2.0);
    let sums = week(&problem, &plan, &slow);
    // Twelve minutes more of service.
    assert_eq!(of(&sums, Measure::Overtime), 12 * 60);
    let ordinary = week(&problem, &plan, &slow.clone().with(Figure::OvertimePay, 1.0));
    // Half of 120,000 an hour for a fifth of one.
    assert_eq!(of(&sums, Measure::Cost) - of(&ordinary, Measure::Cost), 12_000);
}

#[test]
fn a_plan_differs_from_itself_by_nothing() {
    let (problem, plan) = small();
    let subject = Subject { problem: &problem, plan: &plan };
    let order = Order { weeks: 40, ..Order::default() };
    let pair = paired(subject, subject, &Simulation::default(), &order, &mut Silent);
    assert_eq!(pair.first, pair.second);
    assert_eq!((pair.first.weeks, pair.differences.len() > 20), (40, true));
    for difference in &pair.differences {
        assert_eq!((difference.spread.mean, difference.spread.p95, difference.spread.half_width), (0.0, 0.0, Some(0.0)));
    }
}

#[test]
fn threads_change_nothing_and_seeds_do() {
    let (problem, plan) = small();
    let subject = Subject { problem: &problem, plan: &plan };
    let order = Order { weeks: 100, ..Order::default() };
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| simulate(subject, &Simulation::default(), &order, &mut Silent))
    };
    assert_eq!(on(1), on(3));
    assert_ne!(on(1), simulate(subject, &Simulation::default(), &Order { seed: 2, ..order }, &mut Silent));
}

#[test]
fn who_asks_to_stop_at_once_gets_an_outcome_of_no_weeks() {
    let (problem, plan) = small();
    let stop = std::sync::atomic::AtomicBool::new(true);
    let order = Order { interrupt: Some(&stop), ..Order::default() };
    let outcome = simulate(Subject { problem: &problem, plan: &plan }, &Simulation::default(), &order, &mut Silent);
    assert_eq!((outcome.weeks, outcome.planned), (0, 1000));
}

/// Which points a truck visits on a day, in one or two trips, and where it unloads.
type AnyRoute = (usize, usize, Vec<usize>, usize, bool);

fn any_week(problem: &Problem, routes: &[AnyRoute]) -> Plan {
    let mut seen = vec![DaySet::EMPTY; problem.points.len()];
    let mut busy = vec![DaySet::EMPTY; problem.trucks.len()];
    let mut week = plan(problem, &[]);
    for (day, truck, points, facility, split) in routes {
        if busy[*truck].contains(*day) {
            continue;
        }
        busy[*truck] = busy[*truck].with(*day);
        let mut fresh = Vec::new();
        for point in points.iter().filter(|point| !seen[**point].contains(*day)) {
            if !fresh.contains(point) {
                fresh.push(*point);
            }
        }
        fresh.iter().for_each(|point| seen[*point] = seen[*point].with(*day));
        let middle = if *split { fresh.len() / 2 } else { 0 };
        let trips: &[(&[usize], Option<usize>)] = &[(&fresh[..middle], Some(1 - facility)), (&fresh[middle..], Some(*facility))];
        let made = plan(problem, &[(*day, *truck, at(6, 0), if *split { trips } else { &trips[1..] })]);
        week.days[*day].extend(made.days[*day].clone());
    }
    week
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn nothing_is_ever_lost(
        routes in prop::collection::vec((0..7_usize, 0..2_usize, prop::collection::vec(0..6_usize, 0..6), 0..2_usize, any::<bool>()), 1..14),
        levels in prop::collection::vec(0.0..1.0_f64, Figure::ALL.len()),
        (payload, yard, limit) in (300..3000_i64, 500..5000_i64, prop::option::of(200..4000_i64)),
        work in 1..9_i64,
        seed in 0..1000_u64,
    ) {
        let mut problem = district(6, 2);
        for truck in &mut problem.trucks {
            truck.payload = Kilograms(payload);
            truck.work = at(work, 0);
        }
        problem.facilities[0].daily_limit = limit.map(Kilograms);
        problem.facilities[0].furnace.as_mut().expect("a furnace").yard_capacity = Kilograms(yard);
        problem.facilities[0].furnace.as_mut().expect("a furnace").burn_per_hour = Kilograms(37);
        problem.facilities[1].open[2] = None;
        let week = any_week(&problem, &routes);
        // Everything from quiet to wild.
        let simulation = Figure::ALL.iter().zip(&levels).fold(Simulation::default(), |simulation, (figure, level)| {
            let facts = figure.facts();
            simulation.with(*figure, facts.quiet + level * (facts.most.min(2.0 + facts.quiet) - facts.quiet))
        });
        let setup = Setup::new(&problem, &week);
        let chances = Chances::new(&simulation);
        let mut run = Run::new(&setup, &chances, Streams::new(seed, 0));
        let (mut missed, mut settled) = (0, 0);
        for _ in 0..8 {
            let record = run.live_week(None);
            prop_assert!(record.balance.is_kept(), "{:?}", record.balance);
            // Communes and weekdays add up to the district, and every planned visit was made or missed.
            for measure in [Measure::Missed, Measure::Collected, Measure::OverflowHours] {
                let sum = |sums: &[[i64; N_MEASURES]]| sums.iter().map(|sums| of(sums, measure)).sum::<i64>();
                prop_assert_eq!(sum(&record.communes), of(&record.district, measure));
                prop_assert_eq!(sum(&record.days), of(&record.district, measure));
            }
            prop_assert!(of(&record.district, Measure::Missed) <= of(&record.district, Measure::Planned));
            // Every missed visit is caught up or lapses, by the next day of service.
            missed += of(&record.district, Measure::Missed);
            settled += of(&record.district, Measure::CaughtUp) + of(&record.district, Measure::Lapsed);
            prop_assert!((missed - 6..=missed).contains(&settled), "{} of {}", settled, missed);
        }
    }

    #[test]
    fn without_chance_any_week_that_keeps_the_rules_is_lived_as_planned(
        routes in prop::collection::vec((0..7_usize, 0..2_usize, prop::collection::vec(0..6_usize, 1..6), 0..2_usize, any::<bool>()), 1..10),
        seed in 0..1000_u64,
    ) {
        let mut problem = district(6, 2);
        for point in &mut problem.points {
            point.container_capacity = Kilograms(350);
        }
        problem.points[3].window.from = at(7, 30);
        let week = any_week(&problem, &routes);
        let replay = Replay::new(&problem, &week);
        let expected: Vec<Vec<Vec<Event>>> = replay.days.iter().map(|day| day.iter().map(|route| route.events.clone()).collect()).collect();
        prop_assert_eq!(trace(Subject { problem: &problem, plan: &week }, &quiet(), seed), expected);
    }
}
