//! The bound against plans that exist, against enumeration, and where trucks are plentiful.

use rayon::prelude::*;

use super::{Scarce, service_bound};
use crate::constraint::{Replay, verify};
use crate::model::testing::{at, district};
use crate::model::{DaySet, Pattern, Plan, Problem};
use crate::solve::tests::enumeration::{best, easy_district, tiny_district};
use crate::solve::tests::random_district;
use crate::solve::{Parameters, Silent, StopRule, plan};
use crate::units::{Kilograms, Vnd};

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
    let gaps: Vec<f64> = (0..20_u64).into_par_iter().map(|week| gap(easy_district(week), week)).collect();
    assert!(gaps.iter().all(|gap| *gap <= 0.1), "{gaps:.3?}");
}

#[test]
fn where_every_rule_can_bind_no_optimum_is_better_than_the_bound() {
    // A mixture of patterns promises more than the whole visits of two days can keep: valid, and far off now and then.
    let gaps: Vec<f64> = (0..3_u64).into_par_iter().map(|week| gap(tiny_district(week), week)).collect();
    assert!(gaps.iter().all(|gap| *gap < 3.0), "{gaps:.3?}");
}

/// By how much the optimum of a tiny week, found by enumeration, lies above its bound, as a share.
fn gap(mut problem: Problem, week: u64) -> f64 {
    problem.policy.worst_commune_permille = 0;
    let (bound, optimum) = (bound(&problem), age(&problem, &best(&problem)));
    assert!(bound <= optimum, "week {week}: {bound} against {optimum}");
    optimum / bound - 1.0
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
