//! Files → Problem: the one place where figures are rounded.
//!
//! Rounding is half up, once: a day's waste to grams; a visit's load to kilograms and litres, from the exact sum of its days;
//! times to seconds; money to đồng. Limits less reserve are rounded down.

use sha2::{Digest, Sha256};

use super::calendar::Week;
use super::choices::Choices;
use super::ground::Ground;
use super::{Commune, DaySet, Depot, Facility, Furnace, Horizon, Load, Location, Pattern, Point, Policy, Problem, Truck, Window};
use crate::dataset::{
    Dataset, DepotRow, FacilityRow, OpeningHours, PointRow, TruckRow, TruckStatus, container_kg, grams_of_week, load_grams, load_kg,
};
use crate::table::Located;
use crate::units::{Kilograms, Litres, Seconds, Vnd};

/// Days of the week.
const N_DAYS: usize = 7;

/// Builds the problem of a district for the chosen trucks and week, on roads that are known.
///
/// The dataset has been checked, so nothing can fail here; points that the chosen trucks do not reach stay unserved.
pub fn build(dataset: &Dataset, ground: &Ground, choices: &Choices) -> Problem {
    let week = Week::new(dataset, choices.monday);
    let chosen: Vec<usize> = (0..dataset.trucks.len()).filter(|truck| choices.trucks.contains(&dataset.trucks[*truck].value)).collect();
    let trucks: Vec<Truck> =
        chosen.iter().map(|index| truck(dataset, &dataset.trucks[*index].value, ground.profile_of_truck[*index])).collect();
    let n_depots = dataset.depots.len();
    let first_point = n_depots + dataset.facilities.len();
    let mut problem = Problem {
        name: dataset.settings.name.clone(),
        horizon: Horizon { n_days: N_DAYS, first_date: choices.monday, closed: week.closed },
        communes: communes(dataset),
        points: Vec::new(),
        depots: dataset.depots.iter().enumerate().map(|(index, row)| depot(&row.value, index)).collect(),
        facilities: dataset.facilities.iter().enumerate().map(|(index, row)| facility(&row.value, n_depots + index)).collect(),
        locations: locations(dataset),
        matrices: ground.matrices.clone(),
        policy: policy(dataset),
        fingerprint: fingerprint(dataset, choices),
        trucks,
    };
    problem.points = dataset.points.iter().enumerate().map(|(index, row)| point(dataset, &week, index, row, first_point + index)).collect();
    note_access(&mut problem, dataset);
    problem
}

fn fingerprint(dataset: &Dataset, choices: &Choices) -> String {
    let mut hasher = Sha256::new();
    hasher.update(&dataset.fingerprint);
    for row in dataset.trucks.iter().filter(|row| choices.trucks.contains(&row.value)) {
        hasher.update("\ntruck ");
        hasher.update(&row.value.id);
    }
    if let Some(monday) = choices.monday {
        hasher.update(format!("\nmonday {monday}"));
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn locations(dataset: &Dataset) -> Vec<Location> {
    let depots = dataset.depots.iter().map(|row| row.value.position);
    let facilities = dataset.facilities.iter().map(|row| row.value.position);
    let points = dataset.points.iter().map(|row| row.value.position);
    depots.chain(facilities).chain(points).map(|position| Location { longitude: position.x, latitude: position.y }).collect()
}

fn communes(dataset: &Dataset) -> Vec<Commune> {
    let rows = dataset.communes.iter().map(|row| &row.value);
    rows.map(|row| Commune {
        code: row.code.clone(),
        name: row.name.clone(),
        town: row.town,
        population: row.population,
        people: dataset.points.iter().filter(|point| point.value.commune_code == row.code).map(|point| point.value.people_served).sum(),
        commune_2025: row.commune_2025.clone(),
    })
    .collect()
}

fn policy(dataset: &Dataset) -> Policy {
    let settings = &dataset.settings;
    let permille = |share: f64| (share * 1000.0 + 0.5).floor() as i64;
    Policy {
        waiting_counts: true,
        worst_commune_permille: permille(settings.service.worst_commune_weight),
        patterns_per_commune: settings.service.day_patterns_per_commune,
        extra_pattern: settings.cost.extra_day_pattern,
        burn_first: settings.cost.burn_first,
        budget: settings.cost.budget_per_week,
        reserve_hours_permille: permille(settings.reserve.hours),
        reserve_payload_permille: permille(settings.reserve.payload),
    }
}

fn truck(dataset: &Dataset, row: &TruckRow, profile: usize) -> Truck {
    let settings = &dataset.settings;
    let payload = Kilograms(row.payload_kg);
    let volume = Litres::round_half_up(row.body_volume_m3 * 1000.0);
    let work = Seconds::from_hours(row.max_work_hours);
    let less = |amount: i64, reserve: f64| (amount as f64 * (1.0 - reserve) + 1e-6).floor() as i64;
    let per_km = row.fuel_l_per_100km / 100.0 * settings.cost.diesel_vnd_per_l + row.other_vnd_per_km as f64;
    Truck {
        id: row.id.clone(),
        name: row.name.clone(),
        plate: row.plate.clone(),
        new: row.status == TruckStatus::New,
        depot: dataset.depots.iter().position(|depot| depot.value.id == row.depot).expect("the dataset has checked the depot"),
        profile,
        lane_width_m: row.min_lane_width_m,
        payload,
        volume,
        payload_limit: Kilograms(less(payload.0, settings.reserve.payload)),
        volume_limit: Litres(less(volume.0, settings.reserve.payload)),
        home_empty: true,
        shift: Window { from: row.shift_start, to: row.shift_end },
        preparation: Seconds::from_minutes(settings.crew.preparation_min),
        work,
        work_limit: Seconds(less(work.0, settings.reserve.hours)),
        driving_limit: Seconds::from_hours(settings.crew.max_driving_hours_per_day),
        driving_limit_without_break: Seconds::from_hours(settings.crew.max_driving_hours_without_break),
        break_length: Seconds::from_minutes(row.break_min),
        break_latest: Seconds::from_hours(row.break_after_hours_max),
        available: DaySet(row.available_days),
        cost_per_1000_km: Vnd::round_half_up(per_km * 1000.0),
        cost_per_hour: Vnd(row.crew_cost_per_hour_vnd),
        cost_per_day: Vnd(row.fixed_cost_per_day_vnd),
    }
}

fn opening(open: &OpeningHours) -> Vec<Option<Window>> {
    (0..N_DAYS).map(|day| DaySet(open.days).contains(day).then_some(Window { from: open.from, to: open.to })).collect()
}

fn depot(row: &DepotRow, location: usize) -> Depot {
    Depot { id: row.id.clone(), name: row.name.clone(), location, open: opening(&row.open) }
}

fn facility(row: &FacilityRow, location: usize) -> Facility {
    let tonnes = |tonnes: f64| Kilograms::round_half_up(tonnes * 1000.0);
    let furnace = row.burn_kg_per_hour.zip(row.burn_hours_per_day).map(|(kg_per_hour, hours)| Furnace {
        burn_per_hour: Kilograms::round_half_up(kg_per_hour),
        burn_time: Seconds::from_hours(hours),
        burn_days: row.burn_days.map_or(DaySet::all(7), DaySet),
        yard_capacity: row.yard_capacity_t.map_or(Kilograms(i64::MAX / 10_000), tonnes),
    });
    Facility {
        id: row.id.clone(),
        name: row.name.clone(),
        kind: row.kind,
        location,
        open: opening(&row.open),
        daily_limit: row.accept_max_t_per_day.map(tonnes),
        furnace,
        bays: row.bays,
        unload_fixed: Seconds::from_minutes(row.unload_min_fixed),
        unload_per_tonne: Seconds::from_minutes(row.unload_min_per_t),
        tipping_per_tonne: Vnd(row.tipping_cost_vnd_per_t),
        priority: row.priority,
        approved: row.approved,
        reached_by: Vec::new(),
    }
}

fn point(dataset: &Dataset, week: &Week, index: usize, located: &Located<PointRow>, location: usize) -> Point {
    let (row, settings) = (&located.value, &dataset.settings);
    let grams = grams_of_week(row, week.factors(index));
    let density = settings.waste.compacted_density_kg_per_m3;
    let loads: Vec<Load> =
        (0..N_DAYS).flat_map(|day| (1..=N_DAYS).map(move |gap| (day, gap))).map(|(day, gap)| load(&grams, day, gap, density)).collect();
    let days_allowed = DaySet(row.days_fixed.unwrap_or(row.days_allowed) & week.open_days(index).0);
    let fixed = row.days_fixed.map(|days| DaySet(days).len());
    let today = if settings.service.never_below_today { row.current_visits_per_week } else { 0 };
    let visits_greatest = fixed.unwrap_or(row.visits_max);
    // On days of a holiday nobody is owed a visit; longest wait and containers still are.
    let owed = fixed.unwrap_or_else(|| row.visits_min.unwrap_or(1).max(today).max(1));
    let mut point = Point {
        id: row.id.clone(),
        name: row.name.clone(),
        commune: dataset
            .communes
            .iter()
            .position(|commune| commune.value.code == row.commune_code)
            .expect("the dataset has checked the commune"),
        location,
        people: row.people_served,
        weekly: Kilograms(load_kg(&grams, 0, N_DAYS)),
        loads,
        container_capacity: Kilograms(container_kg(row, settings)),
        containers: row.containers,
        service_fixed: Seconds::from_minutes(row.service_min_fixed),
        service_per_tonne: Seconds::from_minutes(row.service_min_per_t),
        window: Window { from: row.window_from.unwrap_or(Seconds::ZERO), to: row.window_to.unwrap_or(Seconds(48 * 3600)) },
        days_allowed,
        visits_least: owed.min(visits_greatest).min(days_allowed.len()),
        visits_greatest,
        longest_wait: row.max_days_between,
        visits_today: row.current_visits_per_week,
        patterns: Vec::new(),
        listed: false,
        reached_by: Vec::new(),
    };
    point.patterns = patterns(&point);
    point
}

fn load(grams: &[i64; N_DAYS], day: usize, gap: usize, compacted_kg_per_m3: f64) -> Load {
    // Grams over kilograms per cubic metre are litres.
    let litres = load_grams(grams, day, gap) as f64 / compacted_kg_per_m3;
    Load { kg: Kilograms(load_kg(grams, day, gap)), litres: Litres::round_half_up(litres) }
}

/// Every set of allowed days up to the greatest frequency, the empty set first.
fn patterns(point: &Point) -> Vec<Pattern> {
    let sets = (0..1u32 << N_DAYS).map(DaySet);
    let possible = sets.filter(|days| days.is_subset_of(point.days_allowed) && days.len() <= point.visits_greatest);
    possible
        .map(|days| Pattern { days, admissible: is_admissible(point, days), gaps_squared: Pattern::gaps_squared(days, N_DAYS) })
        .collect()
}

fn is_admissible(point: &Point, days: DaySet) -> bool {
    let keeps = |day: usize| {
        let gap = days.gap(day, N_DAYS);
        gap <= point.longest_wait && point.load(day, gap, N_DAYS).kg <= point.container_capacity
    };
    days.len() >= point.visits_least.max(1) && days.iter().all(keeps)
}

/// Which trucks reach and leave each point and facility.
fn note_access(problem: &mut Problem, dataset: &Dataset) {
    let reaches = |problem: &Problem, truck: &Truck, location: usize| {
        problem.matrices[truck.profile].connected(problem.depots[truck.depot].location, location)
    };
    for index in 0..problem.points.len() {
        let width = dataset.points[index].value.access_width_m.unwrap_or(f64::INFINITY);
        let location = problem.points[index].location;
        let reached = problem.trucks.iter().map(|truck| truck.lane_width_m <= width && reaches(problem, truck, location)).collect();
        problem.points[index].reached_by = reached;
    }
    for index in 0..problem.facilities.len() {
        let location = problem.facilities[index].location;
        problem.facilities[index].reached_by = problem.trucks.iter().map(|truck| reaches(problem, truck, location)).collect();
    }
}
