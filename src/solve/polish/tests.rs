//! Operators on random districts, against the exact price and the verifier; and each one where what it should do is plain to see.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::descent::run;
use super::estimate::Weight;
use super::piece::Piece;
use super::workbench::{PolishSpace, Workbench};
use super::*;
use crate::constraint::ClockScope;
use crate::constraint::{Replay, objective};
use crate::matrix::Matrix;
use crate::model::Window;
use crate::model::testing::{FIRST_POINT, at, complete, district};
use crate::model::{DaySet, Problem, RunRecord};
use crate::solve::draft::Draft;
use crate::solve::finish::finish;
use crate::solve::price::Prices;
use crate::solve::setup::Setup;
use crate::solve::tests::{random_district, random_draft};
use crate::units::{Kilograms, Vnd};

const NAMES: [&str; 11] =
    ["Relocate", "OrOpt", "TwoOpt", "TwoOptStar", "Swap", "SwapStar", "OpenTruck", "TripSwap", "TruckSwap", "PatternShift", "PatternSwap"];

/// A random district in which the clock of a truck-day is nothing but sums, on roads that are longer in one direction; trucks unload or not.
fn plain_district(seed: u64, unloads: bool) -> Problem {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let n_trucks = 2 + seed as usize % 2;
    let mut problem = random_district(seed, 14, n_trucks);
    let n = problem.locations.len();
    let matrix = &problem.matrices[0];
    let pairs = || (0..n).flat_map(|from| (0..n).map(move |to| (from, to)));
    let seconds: Vec<u32> = pairs().map(|(a, b)| matrix.raw_duration(a, b) + if a < b { rng.random_range(0..200) } else { 0 }).collect();
    let metres = seconds.iter().map(|seconds| seconds * 8 + 3).collect();
    problem.matrices = vec![Matrix::new(n, seconds, metres)];
    for point in &mut problem.points {
        (point.window.from, point.window.to) = (at(0, 0), at(48, 0));
    }
    for facility in &mut problem.facilities {
        (facility.bays, facility.furnace, facility.daily_limit) = (n_trucks, None, None);
        facility.open.iter_mut().flatten().for_each(|open| (open.from, open.to) = (at(0, 0), at(48, 0)));
        facility.reached_by = vec![unloads; n_trucks];
    }
    for truck in &mut problem.trucks {
        (truck.break_latest, truck.driving_limit, truck.driving_limit_without_break) = (at(24, 0), at(24, 0), at(24, 0));
        truck.home_empty = unloads;
    }
    if !unloads {
        // The depot opens after the shift begins and closes before it ends.
        problem.depots[0].open = vec![Some(Window { from: at(6, 40), to: at(11, 0) }); 7];
    }
    problem
}

fn price(draft: &mut Draft, prices: &Prices) -> i64 {
    draft.worth().priced(prices)
}

/// A truck-day cut into pieces at random and put together with those of another one, both ends kept.
fn random_pieces(bench: &Workbench, a: usize, b: usize, rng: &mut Xoshiro256PlusPlus) -> (Vec<Piece>, Vec<Piece>) {
    let mut cut = |route: usize| {
        let (i, j) = (rng.random_range(0..=bench.len(route)), rng.random_range(0..=bench.len(route)));
        (i.min(j), i.max(j))
    };
    let ((a_first, a_end), (b_first, b_end)) = (cut(a), cut(b));
    let mut middle = |route, first, end| {
        let turns = first < end && bench.outline(route).is_of_one_trip(first, end) && rng.random_range(0..2) == 0;
        Piece::directed(route, first, end, turns)
    };
    let (of_a, of_b) = (middle(a, a_first, a_end), middle(b, b_first, b_end));
    (
        vec![Piece::stretch(a, 0, a_first), of_b, Piece::stretch(a, a_end, bench.len(a))],
        vec![Piece::stretch(b, 0, b_first), of_a, Piece::stretch(b, b_end, bench.len(b))],
    )
}

/// Estimated and exact price of random moves; the draft is the same again after each.
fn compare_prices(unloads: bool, compare: impl Fn(i64, i64)) {
    let mut n_compared = 0;
    for seed in 0..60 {
        let mut problem = plain_district(seed, unloads);
        problem.points.iter_mut().for_each(|point| point.reached_by.fill(true));
        // Trucks of different sizes, so that pieces are overloaded differently.
        problem.trucks[0].payload_limit = Kilograms(1500);
        if unloads {
            // Unloads are placed where ways are short, not where hours or overloads are few: neither binds here.
            problem.trucks.iter_mut().for_each(|truck| (truck.work_limit, truck.shift.to) = (at(24, 0), at(30, 0)));
        }
        complete(&mut problem);
        let setup = Setup::new(&problem);
        assert_eq!(setup.clock_scope, ClockScope::Sums);
        let mut prices = Prices::new(&setup);
        prices.kg_over *= if unloads { 1000 } else { 1 };
        let (mut draft, _) = random_draft(&setup, seed);
        let (worth, snapshot) = (draft.worth(), draft.snapshot());
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let mut space = PolishSpace::default();
        let mut bench = Workbench::new(&mut draft, &prices, None, &mut space, 1);
        for _ in 0..200 {
            let day = rng.random_range(0..6);
            let (a, b) = (setup.route(0, day), setup.route(1, day));
            let (of_a, of_b) = random_pieces(&bench, a, b, &mut rng);
            let (Some(change_a), Some(change_b)) = (bench.change(a, &of_a), bench.change(b, &of_b)) else { continue };
            let estimate = bench.price_of(change_a.plus(change_b));
            let exact = bench.try_out(&[(a, &of_a), (b, &of_b)]);
            compare(estimate, exact);
            n_compared += 1;
            assert_eq!((bench.draft.worth(), bench.draft.snapshot()), (worth, snapshot.clone()), "seed {seed}: undone");
        }
    }
    assert!(n_compared > 5_000, "{n_compared} moves are compared");
}

#[test]
fn estimates_are_exact_where_clocks_are_sums_and_no_truck_unloads() {
    compare_prices(false, |estimate, exact| assert_eq!(estimate, exact));
}

#[test]
fn with_unloads_a_move_costs_at_most_its_estimate() {
    // The unloads are placed by costs rounded leg by leg: an unload less or elsewhere may count a few đồng.
    compare_prices(true, |estimate, exact| assert!(exact <= estimate + 30, "{exact} against {estimate}"));
}

#[test]
fn a_truck_day_cut_anywhere_weighs_what_it_weighs() {
    for seed in 0..40 {
        let problem = plain_district(seed, true);
        let setup = Setup::new(&problem);
        let prices = Prices::new(&setup);
        let (mut draft, _) = random_draft(&setup, seed);
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let mut space = PolishSpace::default();
        let bench = Workbench::new(&mut draft, &prices, None, &mut space, 1);
        for route in 0..bench.draft.routes.len() {
            let n = bench.len(route);
            let mut cuts: Vec<usize> = (0..3).map(|_| rng.random_range(0..=n)).chain([0, n]).collect();
            cuts.sort_unstable();
            let pieces: Vec<Piece> = cuts.windows(2).map(|pair| Piece::stretch(route, pair[0], pair[1])).collect();
            let change = bench.change(route, &pieces).expect("it can be driven as it is");
            // Left to choose, the pieces may do without an unload that the draft has for the sake of rounded costs.
            assert!(change.priced(&prices) <= 1, "seed {seed}: {change:?} for {pieces:?}");
            assert!(change == Weight::default() || cuts.len() > 2, "seed {seed}");
        }
    }
}

/// What every operator does to a random draft of a district: the price falls or stays, and the draft is what its decisions say it is.
fn check_operators(problem: &Problem, seed: u64, improved: &mut [usize; NAMES.len()]) {
    let setup = Setup::new(problem);
    let prices = Prices::new(&setup);
    for (number, operator) in OPERATORS.iter().enumerate() {
        let (mut draft, _) = random_draft(&setup, seed);
        let before = price(&mut draft, &prices);
        let done = run(&mut draft, &prices, None, &mut PolishSpace::default(), &[*operator]);
        improved[number] += usize::from(done);
        check_draft(&mut draft, problem, NAMES[number], seed);
        let after = price(&mut draft, &prices);
        assert!(if done { after < before } else { after == before }, "{} at seed {seed}: {before} to {after}", NAMES[number]);
    }
    let (mut draft, _) = random_draft(&setup, seed);
    let mut space = PolishSpace::default();
    polish(&mut draft, &prices, None, &mut space);
    check_draft(&mut draft, problem, "all", seed);
    let polished = draft.snapshot();
    assert!(!polish(&mut draft, &prices, None, &mut space), "seed {seed}: nothing is left to improve");
    assert_eq!(draft.snapshot(), polished, "seed {seed}");
}

fn check_draft(draft: &mut Draft, problem: &Problem, name: &str, seed: u64) {
    let (worth, snapshot) = (draft.worth(), draft.snapshot());
    let mut rebuilt = Draft::new(draft.setup);
    rebuilt.restore(&snapshot);
    assert_eq!(rebuilt.worth(), worth, "{name} at seed {seed}: built anew");
    let plan = finish(draft.setup, &(worth.objective, snapshot), RunRecord::default());
    assert_eq!(worth.objective, objective(problem, &plan, &Replay::new(problem, &plan)), "{name} at seed {seed}: the verifier");
    draft.undo();
    assert_eq!(draft.worth(), worth, "{name} at seed {seed}: nothing was left to undo");
}

#[test]
fn operators_lower_the_exact_price_and_leave_a_sound_draft() {
    let mut improved = [0; NAMES.len()];
    assert_eq!(OPERATORS.len(), NAMES.len());
    for seed in 0..24 {
        // Queues, windows, breaks, a furnace; and trucks that unload nowhere.
        check_operators(&random_district(seed, 6 + seed as usize, 1 + seed as usize % 3), seed, &mut improved);
        check_operators(&plain_district(seed, seed % 3 > 0), seed, &mut improved);
        let mut mixed = random_district(seed, 12, 3);
        mixed.trucks[1].cost_per_1000_km = Vnd(11_000_000);
        mixed.trucks[2].payload_limit = Kilograms(1600);
        check_operators(&mixed, seed, &mut improved);
    }
    for (name, improved) in NAMES.iter().zip(improved) {
        assert!(improved >= 5, "{name} improved {improved} drafts");
    }
}

#[test]
fn frozen_truck_days_and_those_out_of_scope_stay_as_they_are() {
    for seed in 0..20 {
        let problem = random_district(seed, 16, 3);
        let setup = Setup::new(&problem);
        let prices = Prices::new(&setup);
        let (mut draft, _) = random_draft(&setup, seed);
        let before = draft.snapshot();
        for day in 0..setup.n_days {
            draft.frozen[setup.route(1, day)] = true;
        }
        polish(&mut draft, &prices, None, &mut PolishSpace::default());
        let after = draft.snapshot();
        for day in 0..setup.n_days {
            let route = setup.route(1, day);
            assert!(after.is_route(route, before.route(route)), "seed {seed}: day {day}");
        }
        draft.restore(&before);
        assert!(!polish(&mut draft, &prices, Some(&[]), &mut PolishSpace::default()), "nothing changed: there is nothing to look at");
    }
}

/// Points on a map in tenths of a kilometre from the depot, of 700 kg each; trucks that unload nowhere and whose days cost nothing.
fn sandbox(places: &[(i64, i64)], n_trucks: usize, kg_limit: i64) -> Problem {
    let mut problem = district(places.len(), n_trucks);
    let all: Vec<(i64, i64)> = [(0, 0); FIRST_POINT].into_iter().chain(places.iter().copied()).collect();
    let leg = |a: &(i64, i64), b: &(i64, i64)| (((a.0 - b.0).pow(2) + (a.1 - b.1).pow(2)) as f64).sqrt().round() as u32;
    let seconds: Vec<u32> = all.iter().flat_map(|a| all.iter().map(|b| leg(a, b)).collect::<Vec<_>>()).collect();
    let metres = seconds.iter().map(|seconds| seconds * 100).collect();
    problem.matrices = vec![Matrix::new(all.len(), seconds, metres)];
    for point in &mut problem.points {
        (point.days_allowed, point.visits_greatest) = (DaySet(0b11), 1);
    }
    for truck in &mut problem.trucks {
        (truck.break_latest, truck.driving_limit, truck.driving_limit_without_break) = (at(24, 0), at(24, 0), at(24, 0));
        (truck.home_empty, truck.cost_per_day, truck.payload_limit) = (false, Vnd(0), Kilograms(kg_limit));
    }
    problem.facilities.iter_mut().for_each(|facility| facility.reached_by.fill(false));
    complete(&mut problem);
    problem
}

/// The truck-days after an operator was run on given ones: `(day, truck, points)`.
fn operate(problem: &Problem, operator: &dyn Operator, routes: &[(usize, usize, &[usize])]) -> Vec<Vec<usize>> {
    let setup = Setup::new(problem);
    let prices = Prices::new(&setup);
    let mut draft = Draft::new(&setup);
    for (day, truck, points) in routes {
        for (position, point) in points.iter().enumerate() {
            draft.choose_pattern(*point, setup.pattern_with(*point, 1 << day).expect("one visit is a pattern"));
            draft.put_in(*point, *day, 7, *truck, position);
        }
    }
    draft.settle(&prices);
    draft.keep();
    assert!(run(&mut draft, &prices, None, &mut PolishSpace::default(), &[operator]), "there is something to improve");
    let stops = |(day, truck, _): &(usize, usize, &[usize])| {
        let mut points: Vec<usize> = draft.routes[setup.route(*truck, *day)].halts.iter().map(|halt| halt.point as usize).collect();
        // A round trip costs the same in both directions.
        if points.first() > points.last() {
            points.reverse();
        }
        points
    };
    routes.iter().map(stops).collect()
}

/// Which stops, in whatever order.
fn sorted(mut found: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    found.iter_mut().for_each(|stops| stops.sort_unstable());
    found
}

/// Three points in the east, 0 to 2, and three in the west, 3 to 5, each lot on its way out.
const EAST_AND_WEST: [(i64, i64); 6] = [(100, 0), (110, 3), (120, 0), (-100, 0), (-110, 3), (-120, 0)];

#[test]
fn a_stop_in_the_wrong_truck_moves_to_the_right_one() {
    let problem = sandbox(&EAST_AND_WEST, 2, 2100);
    let found = operate(&problem, &relocate::Relocate, &[(0, 0, &[0, 2]), (0, 1, &[3, 1, 4])]);
    assert_eq!(found, [vec![0, 1, 2], vec![3, 4]]);
}

#[test]
fn a_stop_out_of_order_moves_within_its_day() {
    let problem = sandbox(&[(100, 0), (200, 0), (300, 0), (300, 100), (0, 100)], 1, 4000);
    let found = operate(&problem, &or_opt::OrOpt, &[(0, 0, &[0, 2, 3, 1, 4])]);
    assert_eq!(found, [vec![0, 1, 2, 3, 4]]);
}

#[test]
fn crossing_legs_are_undone() {
    let problem = sandbox(&[(100, 0), (200, 50), (200, 150), (100, 200)], 1, 4000);
    let found = operate(&problem, &two_opt::TwoOpt, &[(0, 0, &[0, 2, 1, 3])]);
    assert_eq!(found, [vec![0, 1, 2, 3]]);
}

#[test]
fn crossing_ends_of_two_trucks_are_exchanged() {
    let problem = sandbox(&EAST_AND_WEST, 2, 2100);
    let found = operate(&problem, &two_opt_star::TwoOptStar, &[(0, 0, &[0, 4, 5]), (0, 1, &[3, 1, 2])]);
    assert_eq!(found, [vec![0, 1, 2], vec![3, 4, 5]]);
}

#[test]
fn begins_of_two_trucks_become_one_day() {
    let problem = sandbox(&EAST_AND_WEST, 2, 2100);
    // Both go east first and then west: the two begins together, and the two ends, each with one of them turned around.
    let found = operate(&problem, &two_opt_star::TwoOptStar, &[(0, 0, &[0, 3, 4]), (0, 1, &[2, 1, 5])]);
    assert_eq!(sorted(found), [vec![0, 1, 2], vec![3, 4, 5]]);
}

#[test]
fn two_stops_in_each_others_truck_are_exchanged() {
    let problem = sandbox(&EAST_AND_WEST, 2, 2100);
    let found = operate(&problem, &swap::Swap, &[(0, 0, &[0, 4, 2]), (0, 1, &[3, 1, 5])]);
    assert_eq!(sorted(found), [vec![0, 1, 2], vec![3, 4, 5]]);
}

#[test]
fn two_stops_are_exchanged_to_their_best_places() {
    let problem = sandbox(&EAST_AND_WEST, 2, 2100);
    let found = operate(&problem, &swap_star::SwapStar, &[(0, 0, &[0, 2, 4]), (0, 1, &[1, 3, 5])]);
    assert_eq!(found, [vec![0, 1, 2], vec![3, 4, 5]]);
}

#[test]
fn an_unused_truck_relieves_an_overloaded_one() {
    let problem = sandbox(&EAST_AND_WEST, 2, 2100);
    let found = operate(&problem, &open_truck::OpenTruck, &[(0, 0, &[0, 1, 2, 3]), (0, 1, &[])]);
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [3, 1], "{found:?}");
}

#[test]
fn a_trip_moves_to_a_truck_that_has_time_for_it() {
    let mut problem = sandbox(&EAST_AND_WEST, 2, 1400);
    problem.facilities.iter_mut().for_each(|facility| facility.reached_by.fill(true));
    problem.trucks.iter_mut().for_each(|truck| (truck.home_empty, truck.work_limit) = (true, at(1, 15)));
    // 10 minutes to prepare, 12 at each stop, 7 to unload and up to 4 on the way: two trips of two stops take 82 minutes, one of two and
    // one of one 70. So one truck takes over a trip of the other, or both exchange one.
    let found = operate(&problem, &trip_swap::TripSwap, &[(0, 0, &[0, 1, 4, 5]), (0, 1, &[2])]);
    let (first, second) = (found[0].len(), found[1].len());
    assert_eq!((first.min(second), first.max(second)), (2, 3), "{found:?}");
}

#[test]
fn the_larger_truck_drives_the_larger_day() {
    let mut problem = sandbox(&EAST_AND_WEST, 2, 2100);
    problem.trucks[0].payload_limit = Kilograms(3500);
    let found = operate(&problem, &truck_swap::TruckSwap, &[(0, 0, &[0]), (0, 1, &[1, 2, 3, 4, 5])]);
    assert_eq!(found, [vec![1, 2, 3, 4, 5], vec![0]]);
}

#[test]
fn a_point_moves_to_the_day_on_which_a_truck_passes_it() {
    let problem = sandbox(&EAST_AND_WEST, 1, 4000);
    let found = operate(&problem, &pattern_shift::PatternShift, &[(0, 0, &[0, 2]), (1, 0, &[3, 1, 4, 5])]);
    assert_eq!(found, [vec![0, 1, 2], vec![3, 4, 5]]);
}

#[test]
fn two_points_exchange_their_days_where_trucks_are_full() {
    let problem = sandbox(&EAST_AND_WEST, 1, 2100);
    let found = operate(&problem, &pattern_swap::PatternSwap, &[(0, 0, &[0, 4, 2]), (1, 0, &[3, 1, 5])]);
    assert_eq!(found, [vec![0, 1, 2], vec![3, 4, 5]]);
}
