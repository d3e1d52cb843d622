//! The bound against plans that exist, against enumeration, and where trucks are plentiful.

use super::{Scarce, service_bound};
use crate::constraint::{Replay, verify};
use crate::model::testing::{at, district};
use crate::model::{DaySet, Pattern, Plan, Problem};
use crate::solve::tests::enumeration::{best, tiny_week};
use crate::solve::tests::random_district;
use crate::solve::{Parameters, Silent, StopRule, plan};
use crate::units::{Kilograms, Seconds, Vnd};

/// Mean waiting age of a plan in days, weighted by people.
fn age(problem: &Problem, plan: &Plan) -> f64 {
    let schedule = Replay::new(problem, plan).schedule;
    let squares: i64 = problem.points.iter().zip(schedule).map(|(point, days)| point.people * Pattern::gaps_squared(days, 7)).sum();
    squares as f64 / (14 * problem.people()) as f64
}

fn bound(problem: &Problem) -> f64 {
    service_bound(problem).expect("people live here").waiting_age_days
}

#[test]
fn no_plan_that_exists_is_better_than_the_bound() {
    for seed in 0..24 {
        let mut problem = random_district(seed, 8 + seed as usize % 30, 1 + seed as usize % 3);
        // Hours, money or disposal are short in turn; every fourth week has enough.
        match seed % 4 {
            0 => problem.trucks.iter_mut().for_each(|truck| truck.work_limit = at(3, 0)),
            1 => problem.policy.budget = Some(Vnd(4_000_000)),
            2 => problem.facilities.iter_mut().for_each(|facility| facility.daily_limit = Some(Kilograms(1500))),
            _ => {}
        }
        let stop = StopRule { iterations: Some(1_600), ..StopRule::default() };
        let found = plan(&problem, &Parameters { seed, ..Parameters::default() }, &stop, &mut Silent);
        assert!(verify(&problem, &found).violations.is_empty());
        let (bound, age) = (bound(&problem), age(&problem, &found));
        assert!(bound <= age, "seed {seed}: {bound} against {age}");
    }
}

#[test]
fn tiny_weeks_come_within_a_tenth_of_the_bound() {
    for seed in 0..20 {
        let (bound, optimum) = bound_and_optimum(seed, at(2, 30));
        assert!(bound <= optimum && optimum <= 1.1 * bound, "seed {seed}: {bound} against {optimum}");
    }
}

#[test]
fn where_hours_are_short_the_optimum_is_still_no_better() {
    // A truck that can't be everywhere in its time: a mixture of patterns then promises more than whole visits can keep.
    let (mut raised, mut reached) = (0, 0);
    for seed in 0..20 {
        for work in [at(2, 0), at(1, 30)] {
            let (bound, optimum) = bound_and_optimum(seed, work);
            assert!(bound <= optimum, "seed {seed}: {bound} against {optimum}");
            raised += usize::from(bound > self::bound(&tiny_week(seed, at(24, 0))) + 0.01);
            reached += usize::from(optimum <= 1.1 * bound);
        }
    }
    assert!(raised >= 10 && reached >= 15, "raised {raised}, within a tenth {reached}");
}

/// The bound of a tiny week, and its optimum by enumeration (rounded to a thousandth of a day, so half of that more).
fn bound_and_optimum(seed: u64, work: Seconds) -> (f64, f64) {
    let mut problem = tiny_week(seed, work);
    problem.policy.worst_commune_permille = 0;
    (bound(&problem), best(&problem).service_millidays as f64 / 1000.0 + 0.0005)
}

#[test]
fn plentiful_trucks_reach_it() {
    let problem = district(9, 9);
    let stop = StopRule { iterations: Some(2_000), ..StopRule::default() };
    let found = plan(&problem, &Parameters::default(), &stop, &mut Silent);
    let bound = service_bound(&problem).expect("people live here");
    assert!((bound.waiting_age_days - age(&problem, &found)).abs() < 1e-6);
    assert_eq!((bound.unlimited_days, bound.binding.len()), (0.5, 0));
}

#[test]
fn what_is_scarce_is_named() {
    // A truck that works an hour: 10 min to prepare, 30 min of driving, 12 min at a stop and at the gate.
    let mut problem = district(4, 2);
    problem.trucks.iter_mut().for_each(|truck| truck.work_limit = at(1, 0));
    problem.trucks[1].available = DaySet(0b11);
    let bound = service_bound(&problem).expect("people live here");
    let named: Vec<_> = bound.binding.iter().map(|(limit, _)| (limit.resource, limit.days, limit.trucks.len())).collect();
    assert!(bound.waiting_age_days > bound.unlimited_days);
    assert!(named.iter().all(|(resource, ..)| *resource == Scarce::Hours), "{named:?}");
    assert!(named.iter().any(|(_, days, _)| *days == DaySet(0b1111100)), "{named:?}");

    // Facilities that take 1,400 of the week's 2,800 kg: half of the people wait all week, the others half a day.
    let mut problem = district(4, 2);
    problem.facilities.iter_mut().for_each(|facility| facility.daily_limit = Some(Kilograms(100)));
    let bound = service_bound(&problem).expect("people live here");
    assert!((bound.waiting_age_days - 3.75).abs() < 0.001, "{bound:?}");
    assert!(bound.binding.iter().all(|(limit, _)| matches!(limit.resource, Scarce::Intake | Scarce::Disposal)), "{bound:?}");
}

#[test]
fn nobody_waits_where_nobody_lives() {
    assert_eq!(service_bound(&district(0, 1)), None);
}
