//! The search against the independent verifier, against itself on other threads, and against enumeration.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::draft::Draft;
use super::finish::finish;
use super::price::Prices;
use super::setup::Setup;
use super::{Parameters, Silent, StopRule, plan, plan_from};
use crate::constraint::{CONSTRAINTS, ClockScope, Kept, Replay, RuleSet, objective, verify};
use crate::matrix::Matrix;
use crate::model::testing::{FIRST_POINT, at, complete, district, first_day, with_fixed_service};
use crate::model::{DaySet, Load, Objective, Plan, Problem, RunRecord, Window};
use crate::units::{Kilograms, Litres, Seconds, Vnd};

/// A district scattered at random: legs of up to half an hour, points of 20 to 400 kg a day, one of four with a window, one of
/// four in a lane that only truck 0 passes; limits that bind now and then.
pub(crate) fn random_district(seed: u64, n_points: usize, n_trucks: usize) -> Problem {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut problem = district(n_points, n_trucks);
    let places: Vec<(i64, i64)> = (0..FIRST_POINT + n_points).map(|_| (rng.random_range(0..1200), rng.random_range(0..1200))).collect();
    let leg = |from: &(i64, i64), to: &(i64, i64)| ((from.0 - to.0).abs() + (from.1 - to.1).abs()) as u32;
    let seconds: Vec<u32> = places.iter().flat_map(|from| places.iter().map(|to| leg(from, to)).collect::<Vec<_>>()).collect();
    let metres = seconds.iter().map(|seconds| seconds * 8).collect();
    problem.matrices = vec![Matrix::new(places.len(), seconds, metres)];
    for point in &mut problem.points {
        let daily: i64 = rng.random_range(20..400);
        point.loads =
            (0..7).flat_map(|_| (1..=7).map(|gap| Load { kg: Kilograms(daily * gap), litres: Litres(2 * daily * gap) })).collect();
        point.weekly = Kilograms(7 * daily);
        point.people = rng.random_range(0..500);
        point.commune = rng.random_range(0..2);
        point.container_capacity = Kilograms(daily * rng.random_range(2..8));
        point.longest_wait = rng.random_range(3..=7);
        point.visits_greatest = rng.random_range(3..=7);
        point.days_allowed = DaySet(0b111111);
        if rng.random_range(0..4) == 0 {
            point.window.from = at(rng.random_range(6..10), 30);
            point.window.to = point.window.from + at(2, 0);
        }
        if rng.random_range(0..4) == 0 {
            point.reached_by = (0..n_trucks).map(|truck| truck == 0).collect();
        }
    }
    for truck in &mut problem.trucks {
        truck.break_latest = at(rng.random_range(1..5), 0);
        truck.payload_limit = Kilograms(rng.random_range(2900..4000));
    }
    problem.facilities[0].daily_limit = Some(Kilograms(rng.random_range(3000..9000)));
    problem.facilities[0].furnace.as_mut().expect("it burns").burn_per_hour = Kilograms(rng.random_range(100..400));
    complete(&mut problem);
    problem
}

/// A random week as in classic instances, but for its lanes: service is fixed, trucks bring what they hold to their depot, and only hours and loads bind.
pub(super) fn classic_week(seed: u64, n_points: usize, n_trucks: usize) -> Problem {
    let mut problem = random_district(seed, n_points, n_trucks);
    let always = Window { from: at(0, 0), to: at(48, 0) };
    problem.facilities.iter_mut().for_each(|facility| facility.reached_by = vec![false; n_trucks]);
    problem.points.iter_mut().for_each(|point| point.window = always);
    for truck in &mut problem.trucks {
        truck.home_empty = false;
        truck.work_limit = at(9, 0);
        (truck.break_latest, truck.driving_limit, truck.driving_limit_without_break) = (at(24, 0), at(24, 0), at(24, 0));
    }
    complete(&mut problem);
    with_fixed_service(problem)
}

/// A random week in which a truck-day depends on the points it serves alone; loads bind, and hours that are `long`. Trucks unload at facilities, or at home.
pub(super) fn alike_week(seed: u64, (n_points, n_trucks): (usize, usize), long: Seconds, has_facilities: bool) -> Problem {
    let mut problem = classic_week(seed, n_points, n_trucks);
    problem.policy.extra_pattern = Vnd(0);
    let always = Window { from: at(0, 0), to: at(48, 0) };
    let payload = Kilograms(if has_facilities { 900 } else { 1800 });
    for truck in &mut problem.trucks {
        (truck.home_empty, truck.work_limit, truck.payload_limit) = (has_facilities, long, payload);
    }
    for facility in &mut problem.facilities {
        (facility.daily_limit, facility.furnace, facility.bays, facility.priority) = (None, None, 3, 1);
        facility.open.fill(Some(always));
        facility.reached_by.fill(has_facilities);
    }
    for point in &mut problem.points {
        let load = point.loads[1];
        point.loads.fill(load);
        point.container_capacity = load.kg;
        point.reached_by.fill(true);
    }
    complete(&mut problem);
    problem
}

/// A random district in which every rule binds now and then, as far as clocks of `scope` are asked for.
fn limited_district(seed: u64, n_points: usize, n_trucks: usize, scope: ClockScope) -> Problem {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(!seed);
    let mut problem = random_district(seed, n_points, n_trucks);
    problem.horizon.closed = DaySet(rng.random_range(0..8) & 0b101);
    problem.policy.budget = (rng.random_range(0..2) == 0).then(|| Vnd(rng.random_range(500_000..8_000_000)));
    let opens = at(5, rng.random_range(0..90));
    problem.depots[0].open = vec![Some(Window { from: opens, to: at(rng.random_range(9..20), 0) }); 7];
    problem.depots[0].open[rng.random_range(0..7)] = None;
    for truck in &mut problem.trucks {
        truck.volume_limit = Litres(rng.random_range(5000..8000));
        truck.work_limit = at(rng.random_range(2..8), 0);
        truck.available = DaySet(rng.random_range(1..128));
        truck.home_empty = rng.random_range(0..4) > 0;
        truck.driving_limit = at(rng.random_range(1..5), 0);
        truck.driving_limit_without_break = at(0, rng.random_range(40..200));
        truck.break_length = at(0, 15 * rng.random_range(0..3));
        truck.break_latest = at(0, [10, 300][rng.random_range(0..2)] * rng.random_range(1..5) / 4);
    }
    for facility in &mut problem.facilities {
        let hours = Window { from: at(rng.random_range(5..9), 0), to: at(rng.random_range(9..19), 0) };
        facility.open = (0..7).map(|_| (rng.random_range(0..5) > 0).then_some(hours)).collect();
        facility.daily_limit = (rng.random_range(0..2) == 0).then(|| Kilograms(rng.random_range(1000..9000)));
        facility.bays = rng.random_range(1..3);
    }
    let furnace = problem.facilities[0].furnace.as_mut().expect("it burns");
    furnace.burn_per_hour = Kilograms(rng.random_range(20..600));
    furnace.burn_time = at(rng.random_range(8..25), 0) - Seconds(rng.random_range(0..3600));
    furnace.yard_capacity = Kilograms(rng.random_range(1000..9000));
    furnace.burn_days = DaySet(DaySet::all(7).0 & !(rng.random_range(0..128) & rng.random_range(0..128) & rng.random_range(0..128)));
    if rng.random_range(0..4) == 0 {
        work_at_night(&mut problem);
    }
    if scope < ClockScope::Day {
        problem.facilities[0].furnace = None;
        problem.facilities.iter_mut().for_each(|facility| facility.bays = n_trucks);
    }
    if scope < ClockScope::Route {
        let always = Window { from: at(0, 0), to: at(48, 0) };
        problem.points.iter_mut().for_each(|point| point.window = always);
        problem.facilities.iter_mut().flat_map(|facility| facility.open.iter_mut().flatten()).for_each(|open| *open = always);
        for truck in &mut problem.trucks {
            (truck.break_latest, truck.driving_limit, truck.driving_limit_without_break) = (at(24, 0), at(24, 0), at(24, 0));
        }
    }
    problem
}

/// Moves shifts, windows and hours into a night that ends on the next day; Sunday's tips are then Monday's.
fn work_at_night(problem: &mut Problem) {
    let later = |window: Window| Window { from: window.from + at(15, 0), to: window.to + at(15, 0) };
    problem.points.iter_mut().for_each(|point| {
        point.days_allowed = DaySet::all(7);
        point.window = if point.window.from.0 > 0 { later(point.window) } else { point.window };
    });
    problem.trucks.iter_mut().for_each(|truck| truck.shift = later(truck.shift));
    let hours = problem.facilities.iter_mut().flat_map(|facility| facility.open.iter_mut());
    hours.chain(problem.depots.iter_mut().flat_map(|depot| depot.open.iter_mut())).flatten().for_each(|open| *open = later(*open));
    complete(problem);
}

/// A draft with visits put anywhere, and the plan that is written from it.
pub(super) fn random_draft<'a>(setup: &'a Setup<'a>, seed: u64) -> (Draft<'a>, Plan) {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let prices = Prices::new(setup);
    let mut draft = Draft::new(setup);
    for point in 0..setup.n_points {
        let patterns = &setup.problem.points[point].patterns;
        let is_served = |day| (0..setup.n_trucks).any(|truck| setup.serves(setup.kind(truck), day, point));
        let possible: Vec<usize> = (0..patterns.len()).filter(|pattern| patterns[*pattern].days.iter().all(is_served)).collect();
        let pattern = possible[rng.random_range(0..possible.len())];
        draft.choose_pattern(point, pattern);
        for day in patterns[pattern].days.iter() {
            let trucks: Vec<usize> = (0..setup.n_trucks).filter(|truck| setup.serves(setup.kind(*truck), day, point)).collect();
            let truck = trucks[rng.random_range(0..trucks.len())];
            let at = rng.random_range(0..=draft.routes[setup.route(truck, day)].len());
            draft.put_in(point, day, setup.gap(patterns[pattern].days.0, day), truck, at);
        }
    }
    draft.settle(&prices);
    draft.keep();
    let best = (draft.worth().objective, draft.snapshot());
    let plan = finish(setup, &best, RunRecord::default());
    (draft, plan)
}

#[test]
fn the_search_and_the_verifier_agree_on_random_plans() {
    let (mut kept, mut broken) = (0, 0);
    for seed in 0..300 {
        // Few points keep the rules, many break them.
        let problem = random_district(seed, 1 + seed as usize % 12, 1 + seed as usize % 3);
        let setup = Setup::new(&problem);
        let (mut draft, plan) = random_draft(&setup, seed);
        let (worth, verdict) = (draft.worth(), verify(&problem, &plan));
        assert_eq!(worth.is_feasible(), verdict.violations.is_empty(), "seed {seed}: {worth:?} against {:?}", verdict.violations);
        assert_eq!(worth.objective, objective(&problem, &plan, &Replay::new(&problem, &plan)), "seed {seed}");
        if worth.is_feasible() { kept += 1 } else { broken += 1 }
    }
    assert!(kept > 30 && broken > 30, "both cases are tried: {kept} kept, {broken} broken");
}

#[test]
fn every_rule_has_two_forms_that_agree() {
    let scopes = [ClockScope::Sums, ClockScope::Route, ClockScope::Day];
    let mut seen = vec![(0, 0); CONSTRAINTS.len()];
    for seed in 0..3000 {
        let scope = scopes[seed as usize % 3];
        let problem = limited_district(seed, 1 + seed as usize % 10, 1 + seed as usize % 2, scope);
        let setup = Setup::new(&problem);
        assert!(setup.clock_scope <= scope, "seed {seed}");
        let (mut draft, plan) = random_draft(&setup, seed);
        let (worth, replay) = (draft.worth(), Replay::new(&problem, &plan));
        for (number, rule) in CONSTRAINTS.iter().enumerate() {
            let mut findings = Vec::new();
            rule.verify(&problem, &plan, &replay, &mut findings);
            let is_kept = findings.is_empty();
            let said = || format!("seed {seed}, `{}`: {findings:?}", rule.code());
            if is_kept {
                seen[number].0 += 1
            } else {
                seen[number].1 += 1
            }
            if let Kept::ByConstruction(reason) = rule.kept() {
                assert!(is_kept, "{}, though {reason}", said());
            } else if setup.rules.has(number) {
                let mut alone = Setup::new(&problem);
                alone.rules = RuleSet::only(number);
                let mut draft_alone = Draft::new(&alone);
                draft_alone.restore(&draft.snapshot());
                assert_eq!(draft_alone.worth().is_feasible(), is_kept, "{}", said());
            } else {
                // A rule that cannot bind is broken only along with others.
                assert!(is_kept || !worth.is_feasible(), "{}", said());
            }
        }
        assert_eq!(worth.is_feasible(), verify(&problem, &plan).violations.is_empty(), "seed {seed}");
    }
    for (rule, (kept, broken)) in CONSTRAINTS.iter().zip(seen) {
        let holds_by_construction = matches!(rule.kept(), Kept::ByConstruction(_));
        let tried_enough = kept > 20 && (holds_by_construction || broken > 20);
        assert!(tried_enough, "`{}`: {kept} kept, {broken} broken", rule.code());
    }
}

/// Takes visits out and puts them back; the draft is left to be settled.
fn ruin_and_recreate(draft: &mut Draft, prices: &Prices, ruin: &dyn super::ruin::Ruin, rng: &mut Xoshiro256PlusPlus) {
    let mut removed = super::ruin::Removed::default();
    ruin.ruin(draft, &mut removed, rng);
    draft.refresh_all(prices);
    super::recreate::recreate(draft, prices, &mut removed, &mut super::recreate::RecreateSpace::default(), rng);
}

#[test]
fn what_is_undone_is_as_it_was() {
    for seed in 0..40 {
        let problem = random_district(seed, 10, 2);
        let setup = Setup::new(&problem);
        let prices = Prices::new(&setup);
        let (mut draft, _) = random_draft(&setup, seed);
        let (worth, snapshot, state) = (draft.worth(), draft.snapshot(), draft.state());
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        for (_, ruin) in super::ruin::RUINS {
            ruin_and_recreate(&mut draft, &prices, *ruin, &mut rng);
            draft.settle(&prices);
            draft.undo();
            assert_eq!((draft.worth(), draft.snapshot()), (worth, snapshot.clone()), "seed {seed}");
            assert_eq!(draft.state(), state, "seed {seed}");
        }
        // And what stands in the draft is what stands in its snapshot, built anew.
        let mut rebuilt = Draft::new(&setup);
        rebuilt.restore(&snapshot);
        assert_eq!((rebuilt.worth(), rebuilt.snapshot()), (worth, snapshot), "seed {seed}");
        assert_eq!(rebuilt.state(), state, "seed {seed}");
    }
}

#[test]
fn a_change_costs_at_least_what_is_known_before_its_clocks_are_run() {
    // Where no truck waits for another, and neither yard nor budget gains.
    let mut n_exact = 0;
    for (seed, scope) in (0..40).flat_map(|seed| [ClockScope::Route, ClockScope::Sums].map(|scope| (seed, scope))) {
        let mut problem = limited_district(seed, 12, 2, scope);
        problem.policy.budget = None;
        let setup = Setup::new(&problem);
        let prices = Prices::new(&setup);
        let (mut draft, _) = random_draft(&setup, seed);
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        for (_, ruin) in super::ruin::RUINS {
            let (before, patterns) = (draft.worth(), draft.price_of_patterns(&prices));
            ruin_and_recreate(&mut draft, &prices, *ruin, &mut rng);
            draft.settle_unloads(&prices);
            let least = draft.least_change(&prices);
            let promised = least.price + draft.price_of_patterns(&prices) - patterns;
            draft.settle_clocks();
            let change = draft.worth().priced(&prices) - before.priced(&prices);
            // Differences of rounded prices.
            assert!(promised <= change + 5, "seed {seed}, {scope:?}: {promised} promised, {change} in truth");
            n_exact += usize::from((promised - change).abs() <= 5);
            draft.undo();
        }
    }
    assert!(n_exact > 50, "{n_exact}");
}

#[test]
fn a_plan_that_is_seen_to_break_a_rule_before_its_clocks_are_run_breaks_one() {
    let scopes = [ClockScope::Day, ClockScope::Route, ClockScope::Sums];
    let mut n_broken = [0; 3];
    for (seed, (number, scope)) in (0..20).flat_map(|seed| scopes.into_iter().enumerate().map(move |scope| (seed, scope))) {
        let problem = limited_district(seed, 12, 2, scope);
        let setup = Setup::new(&problem);
        let stop = StopRule { iterations: Some(400), ..StopRule::default() };
        let week = plan(&problem, &Parameters::default(), &stop, &mut Silent);
        let mut draft = Draft::new(&setup);
        draft.restore(&super::start::decisions(&setup, &week));
        assert!(draft.worth().is_feasible(), "seed {seed}, {scope:?}");
        // So cheap that the limits of hours and facilities are passed.
        let prices = Prices { second_over: 1, kg_over: 1, ..Prices::new(&setup) };
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        for (_, ruin) in super::ruin::RUINS {
            ruin_and_recreate(&mut draft, &prices, *ruin, &mut rng);
            draft.settle_unloads(&prices);
            let is_seen = draft.least_change(&prices).excess > 0;
            draft.settle_clocks();
            assert!(!is_seen || !draft.worth().is_feasible(), "seed {seed}, {scope:?}");
            n_broken[number] += usize::from(is_seen);
            draft.undo();
        }
    }
    assert!(n_broken.iter().all(|broken| *broken > 10), "{n_broken:?}");
}

#[test]
fn a_truck_day_that_came_back_is_as_it_was_and_the_others_are_worked_out() {
    let scopes = [ClockScope::Day, ClockScope::Route, ClockScope::Sums];
    for (seed, scope) in (0..40).flat_map(|seed| scopes.map(|scope| (seed, scope))) {
        let problem = limited_district(seed, 12, 2, scope);
        let setup = Setup::new(&problem);
        let prices = Prices::new(&setup);
        let (mut draft, _) = random_draft(&setup, seed);
        let (worth, snapshot) = (draft.worth(), draft.snapshot());
        let visits: Vec<(usize, usize)> = (0..setup.n_points)
            .flat_map(|point| DaySet(draft.days(point)).iter().map(move |day| (point, day)).collect::<Vec<_>>())
            .collect();
        let (Some((stays, day)), Some((leaves, _))) = (visits.first().copied(), visits.last().copied()) else { continue };
        let spot = draft.spot(stays, day).expect("it is visited");
        draft.take_out(stays, day);
        draft.refresh_all(&prices);
        draft.put_in(stays, day, setup.gap(draft.days(stays), day), spot.truck as usize, spot.at as usize);
        draft.refresh(setup.route(spot.truck as usize, day), &prices);
        assert!(!draft.put_back_unchanged(), "seed {seed}");
        draft.settle(&prices);
        assert_eq!((draft.worth(), draft.snapshot()), (worth, snapshot.clone()), "seed {seed}");
        if leaves != stays {
            DaySet(draft.days(leaves)).iter().for_each(|day| draft.take_out(leaves, day));
            draft.choose_pattern(leaves, setup.pattern_with(leaves, 0).expect("every point has the empty pattern"));
            assert!(draft.put_back_unchanged(), "seed {seed}");
            draft.settle(&prices);
            let mut rebuilt = Draft::new(&setup);
            rebuilt.restore(&draft.snapshot());
            assert_eq!(rebuilt.worth(), draft.worth(), "seed {seed}");
        }
        draft.undo();
        assert_eq!((draft.worth(), draft.snapshot()), (worth, snapshot), "seed {seed}");
    }
}

#[test]
fn plans_break_no_rule_and_are_worth_what_they_say() {
    for seed in 0..6 {
        let problem = random_district(seed, 25, 2);
        let stop = StopRule { iterations: Some(2_000), ..StopRule::default() };
        let plan = plan(&problem, &Parameters { seed, ..Parameters::default() }, &stop, &mut Silent);
        let verdict = verify(&problem, &plan);
        assert!(verdict.violations.is_empty(), "seed {seed}: {:?}", verdict.violations);
        assert_eq!(plan.objective, objective(&problem, &plan, &Replay::new(&problem, &plan)));
    }
}

#[test]
fn a_fleet_of_a_hundred_trucks_is_planned_like_any_other() {
    let mut problem = random_district(9, 12, 100);
    // Only the last trucks get anywhere, so that these are the ones that drive.
    problem.points.iter_mut().for_each(|point| point.reached_by = (0..100).map(|truck| truck >= 70).collect());
    let stop = StopRule { iterations: Some(1_200), ..StopRule::default() };
    let plan = plan(&problem, &Parameters::default(), &stop, &mut Silent);
    assert!(verify(&problem, &plan).violations.is_empty());
}

#[test]
fn threads_do_not_change_the_plan() {
    let problem = random_district(7, 30, 3);
    let stop = StopRule { iterations: Some(4_000), ..StopRule::default() };
    let on = |threads| plan(&problem, &Parameters { threads, islands: 3, ..Parameters::default() }, &stop, &mut Silent);
    let alone = on(1);
    assert_eq!(alone, on(2));
    assert_eq!(alone, on(8));
    assert_eq!(alone.run.iterations, 4_200, "whole epochs of 3 · 200");
    // The same in a classic week, where each has its own plan and refines it.
    let classic = classic_week(7, 120, 25);
    let short = Parameters { iterations_per_short_epoch: 20, islands: 3, ..Parameters::default() };
    let on = |threads| plan(&classic, &Parameters { threads, ..short.clone() }, &stop, &mut Silent);
    let alone = on(1);
    assert_eq!(alone, on(2));
    assert_eq!(alone, on(8));
    assert!(verify(&classic, &alone).violations.is_empty());
    // And where plans are bred: in seven generations, of which two have no parents; and where service is fixed.
    let parameters = Parameters {
        iterations_per_epoch: 10,
        iterations_per_short_epoch: 10,
        iterations_per_generation: 2,
        islands: 3,
        ..Parameters::default()
    };
    let fixed = with_fixed_service(problem.clone());
    for problem in [&problem, &fixed] {
        let on = |threads| plan(problem, &Parameters { threads, ..parameters.clone() }, &stop, &mut Silent);
        assert_eq!(on(1), on(2));
    }
}

#[test]
fn a_week_that_islands_bring_on_together_is_the_same_on_any_number_of_threads_and_can_be_repeated() {
    let week = random_district(7, 64, 4);
    // Sixty epochs: penalties adapt, rules are mended now and then, and seven of the epochs descend, with a refinement; where service is fixed, there are six.
    let parameters = Parameters { iterations_per_epoch: 20, iterations_per_short_epoch: 20, ..Parameters::default() };
    let stop = |iterations| StopRule { iterations: Some(iterations), planned: &[2_400], ..StopRule::default() };
    for problem in [week, with_fixed_service(random_district(7, 120, 40))] {
        let on = |threads, stop: &StopRule| plan(&problem, &Parameters { threads, ..parameters.clone() }, stop, &mut Silent);
        let alone = on(1, &stop(2_400));
        assert_eq!(alone, on(2, &stop(2_400)));
        assert_eq!(alone, on(8, &stop(2_400)));
        assert!(verify(&problem, &alone).violations.is_empty());
        // Cut short before the descent and in it.
        for iterations in [1_600, 2_240] {
            let cut = on(1, &stop(iterations));
            assert_eq!((cut.run.iterations, &cut.run.iterations_planned[..]), (iterations, &[2_400][..]));
            assert_eq!(cut, on(2, &stop(iterations)));
        }
        // Planned anew under way, as by a clock, it comes to another plan.
        let anew = StopRule { planned: &[2_400, 3_200, 2_800, 2_000], ..stop(2_400) };
        let changed = on(1, &anew);
        assert_eq!((changed.run.iterations, &changed.run.iterations_planned[..]), (2_400, anew.planned));
        assert_ne!(changed.days, alone.days);
        assert_eq!(changed, on(2, &anew));
        let from = |threads| plan_from(&problem, &alone, &Parameters { threads, ..parameters.clone() }, &stop(800), &mut Silent);
        assert_eq!(from(1), from(8));
        assert!(from(2).objective <= alone.objective);
    }
}

#[test]
fn counts_without_sense_are_brought_within_limits_and_a_run_without_end_is_repeated() {
    let problem = random_district(7, 8, 1);
    let none = Parameters { islands: 0, iterations_per_epoch: 0, iterations_per_short_epoch: 0, ..Parameters::default() };
    let one = Parameters { islands: 1, iterations_per_epoch: 1, iterations_per_short_epoch: 1, ..Parameters::default() };
    let stop = StopRule { iterations: Some(40), ..StopRule::default() };
    assert_eq!(plan(&problem, &none, &stop, &mut Silent), plan(&problem, &one, &stop, &mut Silent));
    let endless = StopRule { iterations: Some(4_000), planned: &[u64::MAX], ..StopRule::default() };
    for problem in [problem.clone(), with_fixed_service(problem)] {
        let found = plan(&problem, &Parameters::default(), &endless, &mut Silent);
        assert_eq!(found.run.iterations_planned, [u64::MAX]);
        let again = StopRule { planned: &found.run.iterations_planned, ..endless };
        assert_eq!(found, plan(&problem, &Parameters::default(), &again, &mut Silent));
    }
}

#[test]
fn a_short_run_descends_from_what_it_found_and_not_from_nothing() {
    for seed in 0..6 {
        let mut problem = random_district(seed, 64, 1);
        problem.trucks[0].work_limit = at(2, 0);
        let parameters = Parameters { iterations_per_epoch: 20, ..Parameters::default() };
        let stop = |iterations| StopRule { iterations: Some(iterations), planned: &[800], ..StopRule::default() };
        // The schedule's twenty epochs: seventeen before the descent, and a first one in it.
        let setup = super::setup::Setup::new(&problem);
        let mut island = super::island::Island::new(&setup, None, seed, 0);
        let span = super::schedule::Span::of(&setup, &parameters, 800, false);
        let at = |progress| super::schedule::moment(&setup, &parameters, span, progress);
        (0..17).for_each(|epoch| island.run(20, at(f64::from(epoch) / 20.0)));
        island.run(1, at(0.95));
        assert!(island.best().1.pattern.iter().any(|pattern| *pattern > 0), "seed {seed}");
        assert!(plan(&problem, &parameters, &stop(800), &mut Silent).days.iter().any(|day| !day.is_empty()));
    }
}

#[test]
fn a_run_that_was_cut_short_can_be_repeated() {
    /// Stops the search after some epochs, as a user or the clock would.
    struct Impatient<'a>(&'a std::sync::atomic::AtomicBool);
    impl super::Observer for Impatient<'_> {
        fn progress(&mut self, progress: &super::Progress) {
            self.0.store(progress.iterations >= 12_000, std::sync::atomic::Ordering::Relaxed);
        }
    }
    let problem = random_district(11, 20, 2);
    let interrupt = std::sync::atomic::AtomicBool::new(false);
    // In one generation, and in the tenth of sixteen.
    let bred = Parameters { iterations_per_epoch: 20, iterations_per_generation: 10, ..Parameters::default() };
    for parameters in [Parameters::default(), bred.clone(), Parameters { islands: 1, ..bred }] {
        interrupt.store(false, std::sync::atomic::Ordering::Relaxed);
        let stop = StopRule { iterations: Some(20_000), interrupt: Some(&interrupt), ..StopRule::default() };
        let cut = plan(&problem, &parameters, &stop, &mut Impatient(&interrupt));
        assert_eq!((cut.run.iterations, &cut.run.iterations_planned[..]), (12_000, &[20_000][..]));
        let stop = StopRule { iterations: Some(12_000), planned: &[20_000], ..StopRule::default() };
        let again = plan(&problem, &parameters, &stop, &mut Silent);
        assert_eq!(cut, again);
    }
}

#[test]
fn a_run_that_had_time_left_goes_on_at_the_end_of_its_schedule_and_can_be_repeated() {
    let problem = random_district(13, 20, 2);
    let bred = Parameters { iterations_per_epoch: 20, iterations_per_generation: 5, ..Parameters::default() };
    for (parameters, is_bred) in [(Parameters::default(), false), (bred, true)] {
        let stop = |iterations| StopRule { iterations: Some(iterations), planned: &[4_000], ..StopRule::default() };
        let [planned, longer, again] = [4_000, 6_000, 6_000].map(|n| plan(&problem, &parameters, &stop(n), &mut Silent));
        assert_eq!((longer.run.iterations, &longer.run.iterations_planned[..]), (6_000, &[4_000][..]));
        // The last steps polish the best plan of each island, and which these are changes while they go on.
        assert!(is_bred || longer.objective <= planned.objective);
        assert_eq!(longer, again);
        let limit = StopRule { time: Some(std::time::Duration::from_millis(300)), ..StopRule::default() };
        let limited = plan(&problem, &parameters, &limit, &mut Silent);
        let stop = StopRule { iterations: Some(limited.run.iterations), planned: &limited.run.iterations_planned, ..StopRule::default() };
        assert_eq!(limited, plan(&problem, &parameters, &stop, &mut Silent));
    }
}

#[test]
fn a_run_that_the_clock_planned_several_times_can_be_repeated() {
    let parameters = Parameters { iterations_per_epoch: 2, iterations_per_short_epoch: 2, ..Parameters::default() };
    // Two searches that bring one plan on together, and two with a plan each.
    for problem in [random_district(7, 64, 4), classic_week(7, 120, 25)] {
        let in_time = |millis| StopRule { time: Some(std::time::Duration::from_millis(millis)), ..StopRule::default() };
        // However slow the machine is, in some time it has epochs enough.
        let mut runs = (8..16).map(|power| plan(&problem, &parameters, &in_time(1 << power), &mut Silent));
        let limited = runs.find(|plan| plan.run.iterations_planned.len() > 4).expect("a minute has many epochs");
        let stop = StopRule { iterations: Some(limited.run.iterations), planned: &limited.run.iterations_planned, ..StopRule::default() };
        assert_eq!(limited, plan(&problem, &Parameters { threads: 1, ..parameters.clone() }, &stop, &mut Silent));
    }
}

#[test]
fn a_search_from_a_plan_is_never_worse_and_can_be_repeated() {
    for seed in 0..10 {
        let problem = random_district(seed, 15, 2);
        let parameters = Parameters { seed, ..Parameters::default() };
        let [short, long] = [400, 4_000].map(|n| StopRule { iterations: Some(n), ..StopRule::default() });
        let first = plan(&problem, &parameters, &long, &mut Silent);
        let second = plan_from(&problem, &first, &Parameters { seed: seed + 1, ..parameters.clone() }, &short, &mut Silent);
        let nothing = plan_from(&problem, &first, &parameters, &StopRule::default(), &mut Silent);
        assert!(second.objective <= first.objective && nothing.objective <= first.objective);
        assert_eq!(second.run.started_from, Some(first.digest()));
        assert_eq!(second, plan_from(&problem, &first, &Parameters { seed: seed + 1, threads: 3, ..parameters }, &short, &mut Silent));
        assert!(verify(&problem, &second).violations.is_empty());
    }
}

#[test]
fn what_a_plan_does_that_is_now_impossible_is_left_out_and_the_rest_is_kept() {
    let problem = random_district(4, 15, 2);
    let stop = StopRule { iterations: Some(4_000), ..StopRule::default() };
    let before = plan(&problem, &Parameters::default(), &stop, &mut Silent);
    // The second truck is out on Monday, and the first point may only be visited on Sunday.
    let mut now = problem.clone();
    now.trucks[1].available = DaySet(0b1111110);
    now.points[0].days_allowed = DaySet(1 << 6);
    complete(&mut now);
    let setup = Setup::new(&now);
    let kept = super::start::decisions(&setup, &before);
    let mut draft = Draft::new(&setup);
    draft.restore(&kept);
    assert!(draft.routes[setup.route(1, 0)].is_empty());
    assert_eq!(draft.days(0) & !(1 << 6), 0);
    let after = plan_from(&now, &before, &Parameters::default(), &StopRule::default(), &mut Silent);
    assert!(verify(&now, &after).violations.is_empty());
    let visits = |plan: &Plan| plan.days.iter().flatten().map(|route| route.stops().count()).sum::<usize>();
    assert!(2 * visits(&after) > visits(&before), "{} of {} visits", visits(&after), visits(&before));
}

#[test]
fn the_unload_of_a_trip_that_is_left_out_does_not_replace_the_one_before() {
    use crate::model::testing::plan as decided;
    let mut problem = random_district(4, 3, 1);
    problem.trucks[0].available = DaySet::all(7);
    problem.points.iter_mut().for_each(|point| (point.days_allowed, point.visits_least) = (DaySet::all(7), 1));
    problem.points[2].days_allowed = DaySet(0);
    complete(&mut problem);
    let setup = Setup::new(&problem);
    let before = decided(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0)), (&[2], Some(1))])]);
    let mut draft = Draft::new(&setup);
    draft.restore(&super::start::decisions(&setup, &before));
    let unloads: Vec<(u32, u8)> = draft.routes[0].halts.iter().map(|halt| (halt.point, halt.unload)).collect();
    assert_eq!(unloads, [(0, super::setup::NO_UNLOAD), (1, 0)]);
}

#[test]
fn without_time_there_is_still_a_plan() {
    let problem = random_district(3, 12, 2);
    let interrupt = std::sync::atomic::AtomicBool::new(true);
    let stop = StopRule { interrupt: Some(&interrupt), ..StopRule::default() };
    let plan = plan(&problem, &Parameters::default(), &stop, &mut Silent);
    assert!(verify(&problem, &plan).violations.is_empty());
    assert_eq!(plan.run.iterations, 0);
}

#[test]
fn a_problem_without_points_has_a_plan_without_routes() {
    let problem = random_district(3, 0, 2);
    for problem in [problem.clone(), first_day(with_fixed_service(problem))] {
        let stop = StopRule { iterations: Some(1_000), ..StopRule::default() };
        let plan = plan(&problem, &Parameters::default(), &stop, &mut Silent);
        assert!(plan.days.iter().all(Vec::is_empty));
        assert_eq!(plan.run.iterations, 0);
    }
}

#[test]
fn more_points_than_can_be_served_leave_some_unserved_and_break_nothing() {
    let mut problem = random_district(5, 40, 1);
    problem.trucks[0].work_limit = at(3, 0);
    let stop = StopRule { iterations: Some(3_000), ..StopRule::default() };
    let plan = plan(&problem, &Parameters::default(), &stop, &mut Silent);
    let verdict = verify(&problem, &plan);
    assert!(verdict.violations.is_empty());
    assert!(plan.objective.people_short > 0 && !verdict.shortfalls.is_empty());
}

pub(crate) mod enumeration;
