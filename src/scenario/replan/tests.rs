//! The repair held against every possible one, and against what it promises.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::sketch::Sketch;
use super::*;
use crate::constraint::{Replay, objective};
use crate::model::testing::{at, complete, district, plan};
use crate::model::{DaySet, Plan, Problem};
use crate::units::Seconds;

/// Days on which the small weeks collect.
const DAYS: usize = 3;

/// Who visits what: point, day, truck.
type Assignment = Vec<(usize, usize, usize)>;

/// The plan of an assignment. Every leg is equally long, so the order of the stops does not matter.
fn week(problem: &Problem, assignment: &Assignment) -> Plan {
    let mut routes: Vec<(usize, usize, Vec<usize>)> = Vec::new();
    for (point, day, truck) in assignment {
        match routes.iter_mut().find(|(d, t, _)| (d, t) == (day, truck)) {
            Some((.., points)) => points.push(*point),
            None => routes.push((*day, *truck, vec![*point])),
        }
    }
    routes.sort();
    let trips: Vec<Vec<(&[usize], Option<usize>)>> = routes.iter().map(|(.., points)| vec![(points.as_slice(), Some(0))]).collect();
    let decided: Vec<_> = routes.iter().zip(&trips).map(|((day, truck, _), trips)| (*day, *truck, at(6, 0), trips.as_slice())).collect();
    let week = plan(problem, &decided);
    let replay = Replay::new(problem, &week);
    let mut week = replay.recorded_in(&week);
    week.objective = objective(problem, &week, &replay);
    week
}

/// A small district whose crews are short of time, and a week that keeps every rule; nothing where the dice gave none.
fn small_case(rng: &mut Xoshiro256PlusPlus) -> Option<(Problem, Assignment)> {
    let mut problem = district(4, 2);
    let days: DaySet = (0..DAYS).collect();
    for point in &mut problem.points {
        (point.days_allowed, point.people) = (days, rng.random_range(1..40));
        point.visits_least = rng.random_range(1..3);
    }
    for truck in &mut problem.trucks {
        truck.available = days;
        truck.work_limit = Seconds(rng.random_range(50..95) * 60);
    }
    complete(&mut problem);
    let mut assignment = Vec::new();
    for point in 0..4 {
        let first = rng.random_range(0..DAYS);
        assignment.push((point, first, rng.random_range(0..2)));
        if rng.random_range(0..3) == 0 {
            assignment.push((point, (first + 1) % DAYS, rng.random_range(0..2)));
        }
    }
    let mut sketch = Sketch::new(&problem);
    let sound = sketch.judge(week(&problem, &assignment)).is_ok();
    sound.then_some((problem, assignment))
}

/// The least points lost, visits missed, people short and stops changed of all assignments that keep the rules, by trying every one.
fn best_by_enumeration(problem: &Problem, assignment: &Assignment, disturbance: &Disturbance) -> Option<(usize, usize, i64, usize)> {
    let before = week(problem, assignment);
    let is_done = |visit: &&(usize, usize, usize)| disturbance.is_over(visit.1);
    let done: Assignment = assignment.iter().filter(is_done).copied().collect();
    let open: Assignment = assignment.iter().filter(|visit| !is_done(visit)).copied().collect();
    let mut places: Vec<Option<(usize, usize)>> = vec![None];
    places.extend((0..DAYS).filter(|day| !disturbance.is_over(*day)).flat_map(|day| (0..2).map(move |truck| Some((day, truck)))));
    places.retain(|place| place.is_none_or(|(day, truck)| !disturbance.is_down(truck, day) && !disturbance.is_skipped(day)));
    let mut sketch = Sketch::new(problem);
    let mut best = None;
    for code in 0..places.len().pow(open.len() as u32) {
        let mut rest = code;
        let mut tried = done.clone();
        for (point, ..) in &open {
            tried.extend(places[rest % places.len()].map(|(day, truck)| (*point, day, truck)));
            rest /= places.len();
        }
        let mut visits: Vec<(usize, usize)> = tried.iter().map(|(point, day, _)| (*point, *day)).collect();
        visits.sort_unstable();
        if visits.windows(2).any(|pair| pair[0] == pair[1]) {
            continue;
        }
        let Ok(state) = sketch.judge(week(problem, &tried)) else { continue };
        let changes = Changes::between(problem, &before, &state.plan);
        let worth = (changes.points_lost().len(), changes.missed.len(), state.short, changes.number());
        best = Some(best.map_or(worth, |best: (usize, usize, i64, usize)| best.min(worth)));
    }
    best
}

#[test]
fn no_repair_of_a_small_week_is_smaller_than_ours() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(5);
    let (mut tried, mut with_changes, mut with_misses) = (0, 0, 0);
    while tried < 60 {
        let Some((problem, assignment)) = small_case(&mut rng) else { continue };
        let today = rng.random_range(0..2);
        if assignment.iter().filter(|visit| visit.1 >= today).count() > 5 {
            continue;
        }
        let mut disturbance = Disturbance::none(&problem, today, Seconds::ZERO);
        match rng.random_range(0..3) {
            0 => disturbance.skipped = DaySet::EMPTY.with(today),
            _ => disturbance.down[rng.random_range(0..2)] = DaySet::EMPTY.with(today),
        }
        let before = week(&problem, &assignment);
        let best = best_by_enumeration(&problem, &assignment, &disturbance);
        let found = replan(&problem, &before, &disturbance);
        let worth = found.as_ref().map(|found| {
            let changes = &found.changes;
            (changes.points_lost().len(), changes.missed.len(), found.verdict.people_short, changes.number())
        });
        assert_eq!(worth, best, "{assignment:?} {disturbance:?}");
        let Some(found) = found else { continue };
        assert_eq!((found.verdict.violations.as_slice(), found.broken.as_slice()), (&[][..], &[][..]));
        tried += 1;
        with_changes += usize::from(found.changes.number() > 0);
        with_misses += usize::from(!found.changes.missed.is_empty());
    }
    // Easy cases alone would prove little.
    assert!(with_changes >= 20 && with_misses >= 3, "{with_changes} {with_misses}");
}

/// Four points: 0 and 1 with truck 0 on Monday, 2 with truck 0 on Tuesday, 3 with truck 1 on Tuesday.
fn four_points() -> (Problem, Plan) {
    let problem = district(4, 2);
    let week = week(&problem, &vec![(0, 0, 0), (1, 0, 0), (2, 1, 0), (3, 1, 1)]);
    (problem, week)
}

#[test]
fn a_stop_moves_to_the_other_truck_of_its_day() {
    let (problem, before) = four_points();
    let mut disturbance = Disturbance::none(&problem, 1, Seconds::ZERO);
    disturbance.down[0] = DaySet::EMPTY.with(1);
    let found = replan(&problem, &before, &disturbance).expect("there is room");
    let moved = Moved { point: 2, from: Visit { day: 1, truck: 0 }, to: Visit { day: 1, truck: 1 } };
    assert_eq!((found.changes.moved.as_slice(), found.affected), (&[moved][..], 1));
    assert_eq!(found.changes.people_told(&problem), 0);
    assert_eq!((found.verdict.violations.len(), found.broken.len()), (0, 0));
}

#[test]
fn what_was_done_by_then_stays_and_what_was_not_moves() {
    // Truck 0 on Monday: preparation to 6:10, point 0 from 6:20 to 6:32, point 1 from 6:42 to 6:54. Down at 6:35.
    let (problem, before) = four_points();
    let mut disturbance = Disturbance::none(&problem, 0, at(6, 35));
    disturbance.down[0] = DaySet::EMPTY.with(0);
    let found = replan(&problem, &before, &disturbance).expect("there is room");
    let moved = Moved { point: 1, from: Visit { day: 0, truck: 0 }, to: Visit { day: 0, truck: 1 } };
    assert_eq!(found.changes.moved, [moved]);
    assert_eq!(found.plan.days[0][0].stops().map(|stop| stop.point).collect::<Vec<_>>(), [0]);
    // The other truck has no route on Monday yet, and leaves no earlier than now.
    assert_eq!(found.plan.days[0][1].start, at(6, 35));
    assert!(found.broken.is_empty());
}

#[test]
fn without_another_truck_a_visit_moves_to_another_day_or_is_caught_up_by_the_next() {
    let mut problem = district(2, 1);
    problem.points[0].days_allowed = DaySet(0b1001);
    complete(&mut problem);
    // Point 0 on Monday and Thursday; Monday falls out, and it has no other day: Thursday takes it along.
    let before = week(&problem, &vec![(0, 0, 0), (0, 3, 0), (1, 0, 0)]);
    let mut disturbance = Disturbance::none(&problem, 0, Seconds::ZERO);
    disturbance.skipped = DaySet::EMPTY.with(0);
    let found = replan(&problem, &before, &disturbance).expect("a repair");
    let missed = Missed { point: 0, visit: Visit { day: 0, truck: 0 }, caught_up: Some((3, false)) };
    assert_eq!(found.changes.missed, [missed]);
    assert_eq!(found.changes.moved.iter().map(|moved| (moved.point, moved.from.day)).collect::<Vec<_>>(), [(1, 0)]);
    assert!(found.plan.days[0].is_empty());
    assert_eq!(found.changes.people_told(&problem), 20);
}

#[test]
fn locks_are_kept_and_known_when_they_cannot_be() {
    let (mut problem, _) = four_points();
    // Room for one more stop only where truck 1 is on Tuesday, but that is locked: Wednesday.
    let before = week(&problem, &vec![(0, 0, 0), (1, 0, 0), (2, 1, 0), (3, 1, 1)]);
    problem.trucks[1].available = DaySet(0b0000010);
    let mut disturbance = Disturbance::none(&problem, 1, Seconds::ZERO);
    disturbance.down[0] = DaySet::EMPTY.with(1);
    disturbance.locked_trucks[1] = true;
    let found = replan(&problem, &before, &disturbance).expect("there is room");
    assert_eq!(found.changes.moved.len(), 1);
    assert_eq!((found.changes.moved[0].to.day > 1, found.changes.moved[0].to.truck), (true, 0));
    assert!(found.broken.is_empty());
    disturbance.locked_points[2] = true;
    assert_eq!(disturbance.locked_and_hit(&problem, &before), [(2, 1, 0)]);
}

#[test]
fn a_broken_promise_is_found_whoever_broke_it() {
    let (problem, before) = four_points();
    let mut disturbance = Disturbance::none(&problem, 1, Seconds::ZERO);
    disturbance.down[0] = DaySet::EMPTY.with(1);
    disturbance.locked_points[3] = true;
    // Point 1 was done on Monday and is gone; point 2 still stands with the truck that is down; point 3 has left its truck.
    let after = week(&problem, &vec![(0, 0, 0), (2, 1, 0), (3, 2, 0)]);
    let visit = |day, truck| Visit { day, truck };
    let expected = [(1, visit(0, 0)), (2, visit(1, 0)), (3, visit(1, 1)), (3, visit(2, 0))];
    assert_eq!(broken_promises(&problem, &before, &after, &disturbance), expected);
    assert!(broken_promises(&problem, &before, &before, &Disturbance::none(&problem, 1, Seconds::ZERO)).is_empty());
}

#[test]
fn where_the_days_before_are_full_those_of_the_week_after_change() {
    // A truck carries what two points leave in a week, and no more. Wednesday falls out; its visit goes to Monday or Tuesday, which are over.
    let mut problem = district(3, 1);
    let days: DaySet = (0..DAYS).collect();
    problem.points.iter_mut().for_each(|point| point.days_allowed = days);
    problem.trucks[0].available = days;
    complete(&mut problem);
    let before = week(&problem, &vec![(0, 0, 0), (1, 1, 0), (2, 2, 0), (2, 0, 0)]);
    let monday = Replay::new(&problem, &before).days[0][0].halts.iter().map(|halt| halt.load.kg).max().expect("it unloads");
    // Were Monday to take along what Wednesday leaves, the truck would be too full.
    problem.trucks[0].payload_limit = monday;
    let mut disturbance = Disturbance::none(&problem, 2, Seconds::ZERO);
    disturbance.skipped = DaySet::EMPTY.with(2);
    let found = replan(&problem, &before, &disturbance).expect("a repair");
    assert!(found.next_week && found.changes.missed.is_empty() && found.verdict.violations.is_empty() && found.broken.is_empty());
    assert!(found.changes.moved.iter().all(|moved| moved.to.day < 2), "{:?}", found.changes);
    // What was driven this week is not touched where the days before need not change.
    disturbance.skipped = DaySet::EMPTY;
    let nothing = replan(&problem, &before, &disturbance).expect("nothing happened");
    assert_eq!((nothing.next_week, nothing.changes.number()), (false, 0));
}
