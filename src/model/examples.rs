//! Tiny problems for tests.

use super::*;
use crate::dataset::FacilityKind;
use crate::matrix::Matrix;
use crate::units::{Kilograms, Litres, Seconds, Vnd};

const ALL_DAY: Window = Window { from: Seconds(0), to: Seconds(86_400) };

/// One commune with one point, halfway between the depot and the incinerator; one truck; 7 days.
pub(crate) fn three_places() -> Problem {
    let at = |longitude| Location { longitude, latitude: 21.70 };
    // Depot – point – facility on a line, 600 s and 1,000 m between neighbours; in the order depot, facility, point.
    let table = |step: u32| [0, 2, 1, 2, 0, 1, 1, 1, 0].iter().map(|steps| steps * step).collect();
    Problem {
        name: "Ba nơi".to_owned(),
        horizon: Horizon { n_days: 7, first_date: None, closed: DaySet::EMPTY },
        communes: vec![Commune {
            code: "00001".to_owned(),
            name: "Ôn Lương".to_owned(),
            town: false,
            population: 100,
            people: 100,
            commune_2025: "Hợp Thành".to_owned(),
        }],
        points: vec![point()],
        trucks: vec![truck()],
        depots: vec![Depot { id: "D1".to_owned(), name: "Bãi xe".to_owned(), location: 0, open: vec![Some(ALL_DAY); 7] }],
        facilities: vec![facility()],
        locations: vec![at(105.70), at(105.72), at(105.71)],
        matrices: vec![Matrix::new(3, table(600), table(1000))],
        policy: Policy {
            waiting_counts: true,
            worst_commune_permille: 0,
            patterns_per_commune: 3,
            extra_pattern: Vnd(0),
            burn_first: true,
            budget: None,
            reserve_hours_permille: 0,
            reserve_payload_permille: 0,
        },
        fingerprint: String::new(),
    }
}

fn point() -> Point {
    Point {
        id: "P1".to_owned(),
        name: "Xóm Đá".to_owned(),
        commune: 0,
        location: 2,
        people: 100,
        weekly: Kilograms(350),
        loads: (0..49).map(|i| Load { kg: Kilograms(50 * (i % 7 + 1)), litres: Litres(100 * (i % 7 + 1)) }).collect(),
        container_capacity: Kilograms(400),
        containers: 2,
        service_fixed: Seconds(90),
        service_per_tonne: Seconds(360),
        window: ALL_DAY,
        days_allowed: DaySet::all(7),
        visits_least: 1,
        visits_greatest: 3,
        longest_wait: 7,
        visits_today: 1,
        patterns: vec![Pattern { days: DaySet(1), admissible: true, gaps_squared: 49 }],
        listed: false,
        reached_by: vec![true],
    }
}

fn truck() -> Truck {
    Truck {
        id: "X1".to_owned(),
        name: "Xe ép".to_owned(),
        plate: String::new(),
        new: false,
        depot: 0,
        profile: 0,
        lane_width_m: 3.0,
        payload: Kilograms(4500),
        volume: Litres(9000),
        payload_limit: Kilograms(4500),
        volume_limit: Litres(9000),
        home_empty: true,
        shift: ALL_DAY,
        preparation: Seconds(600),
        work: Seconds(28_800),
        work_limit: Seconds(28_800),
        driving_limit: Seconds(36_000),
        driving_limit_without_break: Seconds(14_400),
        break_length: Seconds(1800),
        break_latest: Seconds(14_400),
        available: DaySet::all(7),
        cost_per_1000_km: Vnd(7_500_000),
        cost_per_hour: Vnd(135_000),
        cost_per_day: Vnd(300_000),
    }
}

fn facility() -> Facility {
    Facility {
        id: "F1".to_owned(),
        name: "Lò đốt".to_owned(),
        kind: FacilityKind::Incinerator,
        location: 1,
        open: vec![Some(ALL_DAY); 7],
        daily_limit: None,
        furnace: None,
        bays: 1,
        unload_fixed: Seconds(300),
        unload_per_tonne: Seconds(60),
        tipping_per_tonne: Vnd(250_000),
        priority: 1,
        approved: true,
        reached_by: vec![true],
    }
}
