//! A small district to try rules and indicators on; only in tests.
//!
//! Every leg takes 10 minutes and 5 km, every point makes 100 kg (200 litres) a day, and all limits are generous. A test
//! changes the fields it is about, and calls [`complete`] where patterns depend on them.

use super::{
    Commune, DaySet, Depot, Facility, Furnace, Horizon, Load, Location, Objective, Pattern, Plan, Point, Policy, Problem, Route, RunRecord,
    Stop, Trip, Truck, Unload, Window,
};
use crate::dataset::FacilityKind;
use crate::matrix::{Matrix, UNREACHABLE};
use crate::units::{Kilograms, Litres, Seconds, Vnd};

/// Location of the depot.
pub const DEPOT: usize = 0;
/// Location of the furnace, facility 0.
pub const FURNACE: usize = 1;
/// Location of the landfill, facility 1.
pub const LANDFILL: usize = 2;
/// Location of point 0; the others follow.
pub const FIRST_POINT: usize = 3;

/// Clock time of that many hours and minutes.
pub fn at(hours: i64, minutes: i64) -> Seconds {
    Seconds(hours * 3600 + minutes * 60)
}

/// A district of `n_points` points (10 people each, all in commune 0 of two) and `n_trucks` equal trucks.
pub fn district(n_points: usize, n_trucks: usize) -> Problem {
    let n_locations = FIRST_POINT + n_points;
    let mut problem = Problem {
        name: "Thử".to_owned(),
        horizon: Horizon { n_days: 7, first_date: None, closed: DaySet::EMPTY },
        communes: vec![commune("Một"), commune("Hai")],
        points: (0..n_points).map(|index| point(index, n_trucks)).collect(),
        trucks: (0..n_trucks).map(truck).collect(),
        depots: vec![Depot { id: "D1".to_owned(), name: "Bãi xe".to_owned(), location: DEPOT, open: all_week(at(0, 0), at(48, 0)) }],
        facilities: vec![facility(true, n_trucks), facility(false, n_trucks)],
        locations: vec![Location { longitude: 105.7, latitude: 21.7 }; n_locations],
        matrices: vec![Matrix::new(n_locations, vec![600; n_locations * n_locations], vec![5000; n_locations * n_locations])],
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
    };
    for place in 0..n_locations {
        set_leg(&mut problem, place, place, Some((0, 0)));
    }
    complete(&mut problem);
    problem
}

/// Seconds and metres from one location to another for every truck; nothing: no way.
pub fn set_leg(problem: &mut Problem, from: usize, to: usize, leg: Option<(u32, u32)>) {
    let n = problem.locations.len();
    let (seconds, metres) = leg.unwrap_or((UNREACHABLE, UNREACHABLE));
    for matrix in &mut problem.matrices {
        let pairs = || (0..n).flat_map(|a| (0..n).map(move |b| (a, b)));
        let durations = pairs().map(|(a, b)| if (a, b) == (from, to) { seconds } else { matrix.raw_duration(a, b) });
        let distances = pairs().map(|(a, b)| if (a, b) == (from, to) { metres } else { matrix.raw_distance(a, b) });
        *matrix = Matrix::new(n, durations.collect(), distances.collect());
    }
}

/// A problem in which only costs count, as in classic instances.
pub fn with_fixed_service(mut problem: Problem) -> Problem {
    problem.policy.waiting_counts = false;
    problem.points.iter_mut().for_each(|point| point.listed = true);
    problem
}

/// The first day alone, its service fixed.
pub fn first_day(problem: Problem) -> Problem {
    let mut problem = with_fixed_service(problem);
    problem.horizon.n_days = 1;
    for point in &mut problem.points {
        point.days_allowed = DaySet(point.days_allowed.0 & 1);
        point.patterns.retain(|pattern| pattern.days.0 <= 1);
    }
    problem
}

/// Lists the patterns of every point anew, after its days, frequencies, loads or containers were changed.
pub fn complete(problem: &mut Problem) {
    let n_days = problem.horizon.n_days;
    for point in &mut problem.points {
        let sets = (0..1 << n_days).map(DaySet).filter(|days| days.is_subset_of(point.days_allowed) && days.len() <= point.visits_greatest);
        let patterns = sets.map(|days| Pattern {
            days,
            admissible: days.len() >= point.visits_least.max(1)
                && days.iter().all(|day| {
                    let gap = days.gap(day, n_days);
                    gap <= point.longest_wait && point.loads[day * n_days + gap - 1].kg <= point.container_capacity
                }),
            gaps_squared: Pattern::gaps_squared(days, n_days),
        });
        point.patterns = patterns.collect();
    }
}

/// What is decided of a trip: its points, and the facility that ends it.
pub type TripDecision<'a> = (&'a [usize], Option<usize>);
/// What is decided of a route: day, truck, start of preparation, trips.
pub type RouteDecision<'a> = (usize, usize, Seconds, &'a [TripDecision<'a>]);

/// A plan of the given decisions; its times and loads are all nothing.
pub fn plan(problem: &Problem, routes: &[RouteDecision]) -> Plan {
    let mut days = vec![Vec::new(); problem.horizon.n_days];
    for (day, truck, start, trips) in routes {
        let trips = trips.iter().map(|(points, facility)| trip(points, *facility)).collect();
        days[*day].push(Route { truck: *truck, start: *start, trips, pause: None, end: Seconds::ZERO });
    }
    Plan { days, run: RunRecord::default(), objective: Objective::default() }
}

fn trip(points: &[usize], facility: Option<usize>) -> Trip {
    let nothing = (Seconds::ZERO, Load::default());
    let stop = |point: &usize| Stop { point: *point, arrive: nothing.0, start: nothing.0, end: nothing.0, load: nothing.1 };
    let unload = |facility| Unload { facility, arrive: nothing.0, start: nothing.0, end: nothing.0, load: nothing.1 };
    Trip { stops: points.iter().map(stop).collect(), unload: facility.map(unload) }
}

fn all_week(from: Seconds, to: Seconds) -> Vec<Option<Window>> {
    vec![Some(Window { from, to }); 7]
}

fn commune(name: &str) -> Commune {
    Commune { code: name.to_owned(), name: name.to_owned(), town: false, population: 100, people: 100, commune_2025: name.to_owned() }
}

/// Service takes 5 minutes and 10 minutes for each tonne.
fn point(index: usize, n_trucks: usize) -> Point {
    let loads = (0..7).flat_map(|_| (1..=7).map(|gap| Load { kg: Kilograms(100 * gap), litres: Litres(200 * gap) }));
    Point {
        id: format!("P{index}"),
        name: format!("Điểm {index}"),
        commune: 0,
        location: FIRST_POINT + index,
        people: 10,
        weekly: Kilograms(700),
        loads: loads.collect(),
        container_capacity: Kilograms(700),
        containers: 4,
        service_fixed: at(0, 5),
        service_per_tonne: at(0, 10),
        window: Window { from: at(0, 0), to: at(48, 0) },
        days_allowed: DaySet::all(7),
        visits_least: 1,
        visits_greatest: 7,
        longest_wait: 7,
        visits_today: 0,
        patterns: Vec::new(),
        listed: false,
        reached_by: vec![true; n_trucks],
    }
}

/// Preparation takes 10 minutes, the break 30 minutes and begins at most 4 hours after leaving.
fn truck(index: usize) -> Truck {
    Truck {
        id: format!("X{index}"),
        name: format!("Xe {index}"),
        plate: String::new(),
        new: false,
        depot: 0,
        profile: 0,
        lane_width_m: 3.0,
        payload: Kilograms(4000),
        volume: Litres(8000),
        payload_limit: Kilograms(4000),
        volume_limit: Litres(8000),
        home_empty: true,
        shift: Window { from: at(6, 0), to: at(14, 30) },
        preparation: at(0, 10),
        work: at(8, 0),
        work_limit: at(8, 0),
        driving_limit: at(10, 0),
        driving_limit_without_break: at(4, 0),
        break_length: at(0, 30),
        break_latest: at(4, 0),
        available: DaySet::all(7),
        cost_per_1000_km: Vnd(7_000_000),
        cost_per_hour: Vnd(120_000),
        cost_per_day: Vnd(300_000),
    }
}

/// The furnace (priority 1, 1 t/h for 20 h) or the landfill (priority 2); unloading takes 5 minutes and 1 minute for each tonne.
fn facility(burns: bool, n_trucks: usize) -> Facility {
    let furnace =
        Furnace { burn_per_hour: Kilograms(1000), burn_time: at(20, 0), burn_days: DaySet::all(7), yard_capacity: Kilograms(40_000) };
    Facility {
        id: if burns { "F1" } else { "F2" }.to_owned(),
        name: if burns { "Lò đốt" } else { "Bãi chôn lấp" }.to_owned(),
        kind: if burns { FacilityKind::Incinerator } else { FacilityKind::Landfill },
        location: if burns { FURNACE } else { LANDFILL },
        open: all_week(at(6, 0), at(18, 0)),
        daily_limit: None,
        furnace: burns.then_some(furnace),
        bays: 1,
        unload_fixed: at(0, 5),
        unload_per_tonne: at(0, 1),
        tipping_per_tonne: if burns { Vnd(250_000) } else { Vnd(120_000) },
        priority: if burns { 1 } else { 2 },
        approved: true,
        reached_by: vec![true; n_trucks],
    }
}
