//! Single steps of the search in districts of about 100, 1,000 and 10,000 visits a week: a scan for the best place, an iteration, the unloads of a truck-day.
//!
//! The districts are grown here, with fixed seeds. Whether a step costs more where there is more to plan is what the three sizes show.

use std::hint::black_box;
use std::time::Instant;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use thugom::dataset::FacilityKind;
use thugom::matrix::Matrix;
use thugom::model::{Commune, DaySet, Depot, Facility, Furnace, Horizon, Load, Location, Pattern, Point, Policy, Problem, Truck, Window};
use thugom::solve::{Steps, Tables};
use thugom::units::{Kilograms, Litres, Seconds, Vnd};

/// Visits a week, about.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
const N_DAYS: usize = 7;
/// Mean visits of ten points in a week, and visits of a truck, about.
const VISITS_PER_TEN_POINTS: usize = 25;
const VISITS_PER_TRUCK: usize = 120;
const POINTS_PER_COMMUNE: usize = 22;
/// Side of the square in which the communes lie: all districts are as wide, the larger ones denser.
const SIDE_M: f64 = 20_000.0;
/// How far a point lies from the middle of its commune, at most, in each direction.
const COMMUNE_M: f64 = 1_500.0;
/// Depot, furnace and landfill come before the points.
const FIRST_POINT: usize = 3;

/// Clock time of that many hours.
fn at(hours: i64) -> Seconds {
    Seconds(hours * 3600)
}

/// A district of about so many visits a week, with trucks, bays and a furnace in proportion.
fn district(n_visits: usize) -> Problem {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(n_visits as u64);
    let (n_points, n_trucks) = (10 * n_visits / VISITS_PER_TEN_POINTS, (n_visits / VISITS_PER_TRUCK).max(1));
    let n_communes = n_points.div_ceil(POINTS_PER_COMMUNE);
    let places = places(n_points, n_communes, &mut rng);
    let points: Vec<Point> = (0..n_points).map(|index| point(index, n_communes, n_trucks, &mut rng)).collect();
    let people_of = |commune: usize| points.iter().filter(|point| point.commune == commune).map(|point| point.people).sum();
    Problem {
        name: format!("{n_visits}"),
        horizon: Horizon { n_days: N_DAYS, first_date: None, closed: DaySet::EMPTY },
        communes: (0..n_communes).map(|index| commune(index, people_of(index))).collect(),
        trucks: (0..n_trucks).map(truck).collect(),
        depots: vec![Depot { id: "D1".to_owned(), name: "Bãi xe".to_owned(), location: 0, open: open(0, 48) }],
        facilities: vec![facility(true, n_trucks), facility(false, n_trucks)],
        locations: places.iter().map(|(x, y)| Location { longitude: 105.6 + x / 103_000.0, latitude: 21.6 + y / 111_000.0 }).collect(),
        matrices: vec![matrix(&places)],
        policy: Policy {
            waiting_counts: true,
            worst_commune_permille: 250,
            patterns_per_commune: 3,
            extra_pattern: Vnd(50_000),
            burn_first: true,
            budget: None,
            reserve_hours_permille: 0,
            reserve_payload_permille: 0,
        },
        fingerprint: String::new(),
        points,
    }
}

/// Metres east and north of every location: the depot and the furnace near the middle, the landfill at the edge.
fn places(n_points: usize, n_communes: usize, rng: &mut Xoshiro256PlusPlus) -> Vec<(f64, f64)> {
    let centres: Vec<(f64, f64)> = (0..n_communes).map(|_| (rng.random_range(0.0..SIDE_M), rng.random_range(0.0..SIDE_M))).collect();
    let mut places = vec![(0.5 * SIDE_M, 0.5 * SIDE_M), (0.6 * SIDE_M, 0.4 * SIDE_M), (0.1 * SIDE_M, 0.9 * SIDE_M)];
    for point in 0..n_points {
        let (x, y) = centres[point % n_communes];
        places.push((x + rng.random_range(-COMMUNE_M..COMMUNE_M), y + rng.random_range(-COMMUNE_M..COMMUNE_M)));
    }
    places
}

/// Ways of a third more than the straight line, at 30 km/h; northwards it goes uphill.
fn matrix(places: &[(f64, f64)]) -> Matrix {
    let metres = |from: &(f64, f64), to: &(f64, f64)| ((from.0 - to.0).powi(2) + (from.1 - to.1).powi(2)).sqrt() * 1.3;
    let seconds = |from: &(f64, f64), to: &(f64, f64)| metres(from, to) * if to.1 > from.1 { 0.13 } else { 0.12 };
    let pairs = || places.iter().flat_map(|from| places.iter().map(move |to| (from, to)));
    let all_seconds = pairs().map(|(from, to)| seconds(from, to) as u32).collect();
    Matrix::new(places.len(), all_seconds, pairs().map(|(from, to)| metres(from, to) as u32).collect())
}

/// A point of 20 to 160 kg a day, one of eight in a lane that only the small trucks pass, one of ten at a market with a window in the morning.
fn point(index: usize, n_communes: usize, n_trucks: usize, rng: &mut Xoshiro256PlusPlus) -> Point {
    let daily: i64 = rng.random_range(20..160);
    let is_narrow = rng.random_range(0..8) == 0;
    let window = if rng.random_range(0..10) == 0 { Window { from: at(6), to: at(10) } } else { Window { from: at(0), to: at(48) } };
    let mut point = Point {
        id: format!("P{index}"),
        name: format!("Điểm {index}"),
        commune: index % n_communes,
        location: FIRST_POINT + index,
        people: 2 * daily,
        weekly: Kilograms(7 * daily),
        loads: (0..N_DAYS)
            .flat_map(|_| (1..=N_DAYS as i64).map(|gap| Load { kg: Kilograms(daily * gap), litres: Litres(2 * daily * gap) }))
            .collect(),
        container_capacity: Kilograms(5 * daily),
        containers: 4,
        service_fixed: Seconds(180),
        service_per_tonne: Seconds(600),
        window,
        days_allowed: DaySet::all(N_DAYS),
        visits_least: 2,
        visits_greatest: if rng.random_range(0..5) == 0 { 7 } else { 4 },
        longest_wait: 5,
        visits_today: 0,
        patterns: Vec::new(),
        listed: false,
        reached_by: (0..n_trucks).map(|truck| !is_narrow || is_small(truck)).collect(),
    };
    let sets = (0..1 << N_DAYS).map(DaySet).filter(|days| days.len() <= point.visits_greatest);
    point.patterns = sets.map(|days| pattern(&point, days)).collect();
    point
}

fn pattern(point: &Point, days: DaySet) -> Pattern {
    let keeps = |gap: usize| gap <= point.longest_wait && point.load(0, gap, N_DAYS).kg <= point.container_capacity;
    let admissible = days.len() >= point.visits_least && days.iter().all(|day| keeps(days.gap(day, N_DAYS)));
    Pattern { days, admissible, gaps_squared: Pattern::gaps_squared(days, N_DAYS) }
}

fn commune(index: usize, people: i64) -> Commune {
    let name = format!("Xã {index}");
    Commune { code: format!("X{index}"), name: name.clone(), town: false, population: people, people, commune_2025: name }
}

/// Every third truck is small, the first one among them.
fn is_small(truck: usize) -> bool {
    truck.is_multiple_of(3)
}

fn truck(index: usize) -> Truck {
    let payload = if is_small(index) { 4_000 } else { 7_000 };
    Truck {
        id: format!("X{index}"),
        name: format!("Xe {index}"),
        plate: String::new(),
        new: false,
        depot: 0,
        profile: 0,
        lane_width_m: if is_small(index) { 2.5 } else { 3.0 },
        payload: Kilograms(payload),
        volume: Litres(3 * payload),
        payload_limit: Kilograms(payload),
        volume_limit: Litres(3 * payload),
        home_empty: true,
        shift: Window { from: at(5), to: at(14) },
        preparation: Seconds(900),
        work: at(8),
        work_limit: at(8),
        driving_limit: at(10),
        driving_limit_without_break: at(4),
        break_length: Seconds(1800),
        break_latest: at(4),
        available: DaySet::all(N_DAYS),
        cost_per_1000_km: Vnd(7_000_000),
        cost_per_hour: Vnd(120_000),
        cost_per_day: Vnd(300_000),
    }
}

fn open(from: i64, to: i64) -> Vec<Option<Window>> {
    vec![Some(Window { from: at(from), to: at(to) }); N_DAYS]
}

/// The furnace, which burns 3 t a day for each truck, or the landfill; a bay for every six trucks.
fn facility(burns: bool, n_trucks: usize) -> Facility {
    let burn_per_hour = Kilograms(150 * n_trucks as i64);
    let furnace = Furnace { burn_per_hour, burn_time: at(20), burn_days: DaySet::all(7), yard_capacity: Kilograms(40 * burn_per_hour.0) };
    Facility {
        id: if burns { "F1" } else { "F2" }.to_owned(),
        name: if burns { "Lò đốt" } else { "Bãi chôn lấp" }.to_owned(),
        kind: if burns { FacilityKind::Incinerator } else { FacilityKind::Landfill },
        location: if burns { 1 } else { 2 },
        open: open(5, 18),
        daily_limit: None,
        furnace: burns.then_some(furnace),
        bays: n_trucks.div_ceil(6),
        unload_fixed: Seconds(300),
        unload_per_tonne: Seconds(60),
        tipping_per_tonne: if burns { Vnd(250_000) } else { Vnd(120_000) },
        priority: if burns { 1 } else { 2 },
        approved: true,
        reached_by: vec![true; n_trucks],
    }
}

/// A search in the midst of a run, after so many iterations that every visit had its turn several times and service has settled.
fn steps<'a>(tables: &'a Tables<'a>, n_visits: usize) -> Steps<'a> {
    Steps::new(tables, 1, 10_000 + n_visits as u64)
}

/// The points that are not visited on each day, mixed, so that the next one lies elsewhere.
fn absent(steps: &Steps) -> Vec<(usize, usize)> {
    let mut absent: Vec<(usize, usize)> =
        (0..N_DAYS).flat_map(|day| steps.absent(day).into_iter().map(move |point| (point, day))).collect();
    // Neither factor has a divisor in common with the other: every remainder comes once, for as many points as matter here.
    absent.sort_by_key(|(point, day)| (7_919 * (N_DAYS * point + day)) % 104_729);
    absent
}

fn scan(criterion: &mut Criterion, searches: &mut [(usize, Steps)]) {
    let mut group = criterion.benchmark_group("scan of a day");
    for (n_visits, steps) in searches {
        let absent = absent(steps);
        let mut turn = absent.iter().copied().cycle();
        group.bench_function(BenchmarkId::from_parameter(*n_visits), |bench| {
            bench.iter(|| turn.next().map(|(point, day)| steps.scan(point, day)))
        });
    }
}

fn unloads(criterion: &mut Criterion, searches: &mut [(usize, Steps)]) {
    let mut group = criterion.benchmark_group("unloads of a truck-day");
    for (n_visits, steps) in searches {
        let truck_days = steps.truck_days();
        let mut turn = truck_days.iter().copied().cycle();
        group.bench_function(BenchmarkId::from_parameter(*n_visits), |bench| {
            bench.iter(|| turn.next().map(|(day, truck)| steps.place_unloads(day, truck)))
        });
    }
}

/// Last, because it changes what the others work on.
fn iteration(criterion: &mut Criterion, searches: &mut [(usize, Steps)]) {
    let mut group = criterion.benchmark_group("iteration");
    for (n_visits, steps) in searches {
        group.bench_function(BenchmarkId::from_parameter(*n_visits), |bench| {
            bench.iter_custom(|iterations| {
                let began = Instant::now();
                black_box(steps.iterate(iterations));
                began.elapsed()
            })
        });
        assert!(steps.n_visits() > *n_visits * 2 / 3, "the search goes on from where it was");
    }
}

/// Before the first measurement: the district has about as many visits as it is named after, and every step answers.
fn assert_size(steps: &mut Steps, n_visits: usize) {
    let visits = steps.n_visits();

    assert!((n_visits * 2 / 3..=n_visits * 3 / 2).contains(&visits), "{visits} visits instead of {n_visits}");
    let (absent, truck_days) = (absent(steps), steps.truck_days());
    assert!(absent.len() > n_visits / 2 && truck_days.len() > n_visits / 50);
    assert!(absent.iter().map(|(point, day)| steps.scan(*point, *day)).sum::<Vnd>() != Vnd::ZERO);
    assert!(truck_days.iter().all(|(day, truck)| (Seconds(1)..at(24)).contains(&steps.place_unloads(*day, *truck))));
}

/// The same seed gives the same steps.
fn assert_repeatable(tables: &Tables, n_visits: usize) {
    let [one, other] = [(), ()].map(|()| {
        let mut steps = steps(tables, n_visits);
        let scanned: Vnd = absent(&steps).into_iter().map(|(point, day)| steps.scan(point, day)).sum();
        let busy: Seconds = steps.truck_days().into_iter().map(|(day, truck)| steps.place_unloads(day, truck)).sum();
        (steps.n_visits(), scanned, busy, steps.iterate(100))
    });
    assert_eq!(one, other);
}

fn search(criterion: &mut Criterion) {
    let districts = SIZES.map(district);
    let tables = districts.each_ref().map(Tables::new);
    assert_repeatable(&tables[0], SIZES[0]);
    let mut searches: Vec<(usize, Steps)> =
        SIZES.iter().zip(&tables).map(|(n_visits, tables)| (*n_visits, steps(tables, *n_visits))).collect();
    searches.iter_mut().for_each(|(n_visits, steps)| assert_size(steps, *n_visits));
    scan(criterion, &mut searches);
    unloads(criterion, &mut searches);
    iteration(criterion, &mut searches);
}

criterion_group!(benches, search);
criterion_main!(benches);
