//! Waste collection made up for comparisons: one day or one week (`.json`).

use serde_json::{Value, json};

use super::format::Format;
use super::kind::{Instance, stem};
use super::outline::{
    Customer, Dump, MOST_CAPACITY, MOST_COORDINATE, MOST_DAYS, MOST_DEMAND, MOST_NODES, MOST_VEHICLES, Outline, Vehicle, table,
};
use super::solution::{Halt, Published, assemble, halts};
use super::tree::{Branch, Tree};
use crate::fault::{Faults, Source};
use crate::model::{DaySet, Plan};

/// A town with one depot and one plant, trucks of several sizes, a shift, windows and opening hours. Trucks come home empty.
///
/// A day (`"kind": "waste-day"`) lists clients, vehicles and dumps with all their figures. A week lists points with a frequency, the sets
/// of days each frequency may choose from, and days chosen beforehand ([`Instance::fixed`]); its other figures are those of the days
/// made with it and stand in this file. A leg is 1.3 times as long as the straight line; beyond 5 km it is driven at 14 m/s, else at
/// 8 m/s. Cost is counted in the file's unit: one đồng.
///
/// A solution is `{"days": [[[0, [3, 1, -1, 2]]]]}`: for each day the routes, each a kind of vehicle and its halts: clients counted from 0,
/// or -1 for an unload. The unload before the return goes without saying.
pub struct Waste;

/// Longest time in a file, in seconds: a week.
const MOST_SECONDS: i64 = 604_800;
/// Price of a truck-day at most.
const MOST_PRICE: i64 = 1_000_000;
/// Price of a metre or a second at most: so that the dearest leg between places that are read, some 370 km, is below 2²⁸, the price of having no way.
const MOST_RATE: i64 = 500;

impl Format for Waste {
    fn set(&self) -> &'static str {
        "waste"
    }

    fn recognizes(&self, source: &Source) -> bool {
        source.name.ends_with(".json") && (source.text.contains("\"waste-day\"") || source.text.contains("\"kg_per_visit\""))
    }

    fn read(&self, source: &Source, faults: &mut Faults) -> Option<Instance> {
        let tree = Tree::new(source, faults)?;
        let root = tree.root();
        let name = stem(source);
        let town = if root.optional("points").is_some() { week(&root, faults)? } else { day(&root, faults)? };
        if town.positions.len() > MOST_NODES {
            let fault = root.fault("instance-too-many-nodes");
            faults.push(fault.with("found", town.positions.len()).with("most", MOST_NODES));
        }
        if faults.has_errors() {
            return None;
        }
        let Town { n_days, vehicles, positions, dump, customers, given_days } = town;
        let outline = Outline {
            name: name.clone(),
            n_days,
            fleet: vehicles.iter().map(|(_, vehicle)| vehicle.clone()).collect(),
            facilities: vec![dump],
            customers,
            seconds: table(&positions, |straight| (leg(straight) / if leg(straight) > 5000.0 { 14.0 } else { 8.0 } + 0.5).floor()),
            metres: table(&positions, |straight| (leg(straight) + 0.5).floor()),
            positions,
        };
        let vehicle_kinds = vehicles.iter().map(|(kind, _)| *kind).collect();
        Some(Instance {
            format: &Self,
            name,
            problem: outline.problem(source),
            scale: 1,
            metres_per_unit: 1,
            seconds_per_unit: Some(1),
            decimals: 0,
            vehicle_kinds,
            given_days,
        })
    }

    fn solution_ending(&self) -> &'static str {
        "routes.json"
    }

    fn write_solution(&self, instance: &Instance, plan: &Plan) -> String {
        let days: Vec<Vec<Value>> = plan
            .days
            .iter()
            .map(|routes| {
                let routes = routes.iter().map(|route| {
                    let mut items: Vec<i64> = halts(route)
                        .map(|halt| match halt {
                            Halt::Point(point) => point as i64,
                            Halt::Facility(facility) => -1 - facility as i64,
                        })
                        .collect();
                    items.pop_if(|item| *item < 0);
                    json!([instance.vehicle_kinds[route.truck], items])
                });
                routes.collect()
            })
            .collect();
        format!("{}\n", json!({ "days": days }))
    }

    fn read_solution(&self, instance: &Instance, text: &str) -> Option<Plan> {
        let root: Value = serde_json::from_str(text).ok()?;
        let mut routes: Vec<Published> = Vec::new();
        for (day, of_day) in root.get("days")?.as_array()?.iter().enumerate() {
            for route in of_day.as_array()? {
                let kind = route.get(0)?.as_u64()? as usize;
                let items = route.get(1)?.as_array()?.iter().map(|item| {
                    let item = item.as_i64()?;
                    if item == -1 {
                        return Some(Halt::Facility(0));
                    }
                    usize::try_from(item).ok().filter(|point| *point < instance.problem.points.len()).map(Halt::Point)
                });
                let halts: Option<Vec<Halt>> = items.chain([Some(Halt::Facility(0))]).collect();
                routes.push((day, kind, halts?));
            }
        }
        assemble(instance, &routes)
    }
}

/// Metres of a leg over a straight distance.
fn leg(straight: f64) -> f64 {
    1.3 * straight
}

/// A day or a week, as read.
struct Town {
    n_days: usize,
    /// Kind and figures of each truck.
    vehicles: Vec<(usize, Vehicle)>,
    positions: Vec<(f64, f64)>,
    dump: Dump,
    customers: Vec<Customer>,
    given_days: Option<Vec<DaySet>>,
}

fn day(root: &Branch, faults: &mut Faults) -> Option<Town> {
    let positions: Option<Vec<Branch>> = root.field("coords", faults).and_then(|coords| coords.items(faults));
    let positions: Vec<(f64, f64)> = positions?.iter().filter_map(|place| position(place, faults)).collect();
    let n = positions.len() as i64;
    let dumps = root.field("dumps", faults).and_then(|dumps| dumps.exactly(1, faults));
    let dump = dumps.and_then(|dumps| {
        // Depot, plant, clients: another order would need another table.
        whole(&dumps[0], "loc", 1..=1, faults);
        let service = whole(&dumps[0], "service", 0..=MOST_SECONDS, faults);
        let (from, to) = window(&dumps[0], faults)?;
        // The file's window bounds the start of an unload, ours its start and its end.
        Some(Dump { number: 0, service: service?, open: (from, to + service?) })
    });
    whole(root, "end_via_dump", 1..=1, faults);
    let clients = root.field("clients", faults).and_then(|clients| clients.items(faults));
    let n_clients = clients.as_ref().map(Vec::len);
    let customers = clients.map(|clients| {
        let customers = clients.iter().enumerate().filter_map(|(number, client)| {
            whole(client, "loc", number as i64 + 2..=number as i64 + 2, faults);
            whole(client, "release", 0..=0, faults);
            let demand = whole(client, "demand", 0..=MOST_DEMAND, faults);
            let service = whole(client, "service", 0..=MOST_SECONDS, faults);
            let window = window(client, faults)?;
            Some(Customer { number, demand: demand?, service: service?, window, patterns: vec![DaySet::all(1)] })
        });
        customers.collect::<Vec<Customer>>()
    });
    let vehicles = root.field("vehicles", faults).and_then(|vehicles| vehicles.items(faults));
    let vehicles = vehicles.map(|vehicles| {
        let kinds = vehicles.iter().enumerate().filter_map(|(kind, vehicle)| {
            whole(vehicle, "start", 0..=0, faults);
            whole(vehicle, "end", n..=n, faults);
            let count = whole(vehicle, "count", 1..=MOST_VEHICLES, faults);
            let capacity = whole(vehicle, "capacity", 1..=MOST_CAPACITY, faults);
            let work = whole(vehicle, "shift", 0..=MOST_SECONDS, faults);
            let fixed = whole(vehicle, "fixed", 0..=MOST_PRICE, faults);
            let per_metre = whole(vehicle, "per_dist", 0..=MOST_RATE, faults);
            let per_second = whole(vehicle, "per_dur", 0..=MOST_RATE, faults);
            let shift = window(vehicle, faults)?;
            let vehicle = Vehicle {
                work_limit: work?,
                shift,
                home_empty: true,
                cost_per_metre: per_metre?,
                cost_per_second: per_second?,
                cost_per_day: fixed?,
                ..Vehicle::of_capacity(capacity?, 1)
            };
            Some(vec![(kind, vehicle); count? as usize])
        });
        kinds.flatten().collect::<Vec<(usize, Vehicle)>>()
    });
    if let Some(expected) = n_clients.map(|n| n + 2).filter(|expected| *expected != positions.len()) {
        faults.push(root.fault("instance-list-length").with("found", positions.len()).with("expected", expected));
    }
    Some(Town { n_days: 1, vehicles: vehicles?, positions, dump: dump?, customers: customers?, given_days: None })
}

/// Seconds from midnight, and prices, that hold in every week.
mod week_of_town {
    /// Shift of the trucks, and window of the points that need not be early.
    pub const SHIFT: (i64, i64) = (5 * 3600, 17 * 3600);
    /// Latest start of service at early points.
    pub const EARLY: i64 = 10 * 3600;
    /// Service at a point.
    pub const SERVICE: i64 = 300;
    /// Unloading.
    pub const UNLOAD: i64 = 1800;
    /// When unloading may start.
    pub const PLANT: (i64, i64) = (6 * 3600, 15 * 3600);
    /// Longest route.
    pub const WORK: i64 = 8 * 3600;
    /// Price of a second on duty; a metre costs 1.
    pub const PER_SECOND: i64 = 10;
    /// Price of a truck-day.
    pub const PER_DAY: i64 = 25_000;
}

fn week(root: &Branch, faults: &mut Faults) -> Option<Town> {
    use week_of_town::{EARLY, PER_DAY, PER_SECOND, PLANT, SERVICE, SHIFT, UNLOAD, WORK};
    let n_days = whole(root, "days", 1..=MOST_DAYS, faults)? as usize;
    let depot = root.field("depot", faults).and_then(|place| position(&place, faults));
    let plant = root.field("plant", faults).and_then(|place| position(&place, faults));
    let patterns = root.field("patterns", faults)?;
    let by_frequency: Vec<Option<Vec<DaySet>>> =
        FREQUENCIES[..n_days].iter().map(|name| Some(pattern_list(&patterns.optional(name)?, n_days, faults))).collect();
    let points = root.field("points", faults).and_then(|points| points.items(faults))?;
    let (mut customers, mut given_days, mut positions) = (Vec::new(), Vec::new(), vec![depot?, plant?]);
    for (number, point) in points.iter().enumerate() {
        positions.extend(position(point, faults));
        let demand = whole(point, "kg_per_visit", 0..=MOST_DEMAND, faults);
        let frequency = whole(point, "frequency", 1..=n_days as i64, faults);
        given_days.extend(point.field("pattern", faults).and_then(|days| pattern(&days, n_days, faults)));
        let early = point.field("early", faults).and_then(|early| early.flag(faults));
        let (Some(demand), Some(frequency)) = (demand, frequency) else { continue };
        let Some(patterns) = &by_frequency[frequency as usize - 1] else {
            faults.push(point.fault("instance-no-patterns").with("frequency", frequency));
            continue;
        };
        let window = (SHIFT.0, if early == Some(true) { EARLY } else { SHIFT.1 });
        customers.push(Customer { number, demand, service: SERVICE, window, patterns: patterns.clone() });
    }
    let trucks = root.field("trucks", faults).and_then(|trucks| trucks.items(faults))?;
    let vehicles = trucks.iter().enumerate().filter_map(|(kind, truck)| {
        let figures = truck.exactly(2, faults)?;
        let count = figures[0].whole(1..=MOST_VEHICLES, faults);
        let capacity = figures[1].whole(1..=MOST_CAPACITY, faults)?;
        let vehicle = Vehicle {
            work_limit: WORK,
            shift: SHIFT,
            home_empty: true,
            cost_per_second: PER_SECOND,
            cost_per_day: PER_DAY,
            ..Vehicle::of_capacity(capacity, n_days)
        };
        Some(vec![(kind, vehicle); count? as usize])
    });
    let vehicles = vehicles.flatten().collect();
    let dump = Dump { number: 0, service: UNLOAD, open: (PLANT.0, PLANT.1 + UNLOAD) };
    Some(Town { n_days, vehicles, positions, dump, customers, given_days: Some(given_days) })
}

/// Names of the frequencies in a file's list of patterns.
const FREQUENCIES: [&str; MOST_DAYS as usize] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

fn pattern_list(list: &Branch, n_days: usize, faults: &mut Faults) -> Vec<DaySet> {
    let sets = list.items(faults).unwrap_or_default();
    sets.iter().filter_map(|days| pattern(days, n_days, faults)).collect()
}

fn pattern(days: &Branch, n_days: usize, faults: &mut Faults) -> Option<DaySet> {
    let items = days.items(faults)?;
    if items.is_empty() {
        faults.push(days.fault("instance-no-day"));
    }
    let days: Option<Vec<i64>> = items.iter().map(|day| day.whole(0..=n_days as i64 - 1, faults)).collect();
    Some(days?.iter().map(|day| *day as usize).collect())
}

/// `[x, y]`, or the fields `x` and `y`.
fn position(place: &Branch, faults: &mut Faults) -> Option<(f64, f64)> {
    let (x, y) = if place.optional("x").is_some() {
        (place.field("x", faults), place.field("y", faults))
    } else {
        let pair = place.exactly(2, faults)?;
        (Some(pair[0].clone()), Some(pair[1].clone()))
    };
    let mut number = |value: Option<Branch>| value.and_then(|value| value.number(MOST_COORDINATE, faults));
    let (x, y) = (number(x), number(y));
    Some((x?, y?))
}

fn whole(holder: &Branch, name: &'static str, range: std::ops::RangeInclusive<i64>, faults: &mut Faults) -> Option<i64> {
    holder.field(name, faults).and_then(|value| value.whole(range, faults))
}

fn window(holder: &Branch, faults: &mut Faults) -> Option<(i64, i64)> {
    let bounds = holder.field("tw", faults)?.exactly(2, faults)?;
    let (from, to) = (bounds[0].whole(0..=MOST_SECONDS, faults), bounds[1].whole(0..=MOST_SECONDS, faults));
    Some((from?, to?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::trial::{faults, instance, sample};
    use crate::model::Window;
    use crate::units::{Metres, Seconds, Vnd};

    #[test]
    fn a_day_becomes_a_problem() {
        let instance = instance("tiny-day.json");
        let problem = &instance.problem;
        // 1.3 · √2 km = 1838.5 m at 8 m/s: 229.8 s.
        assert_eq!((problem.distance(0, 2, 1), problem.duration(0, 2, 1)), (Some(Metres(1838)), Some(Seconds(230))));
        let truck = &problem.trucks[1];
        assert_eq!((truck.cost_per_1000_km, truck.cost_per_hour, truck.cost_per_day), (Vnd(1_000_000), Vnd(36_000), Vnd(25_000)));
        assert_eq!((truck.work_limit, truck.shift.to), (Seconds(28_800), Seconds(61_200)));
        // Unloading may start until 15:00, and so ends until 15:30.
        assert_eq!(problem.facilities[0].open[0], Some(Window { from: Seconds(18_000), to: Seconds(55_800) }));
    }

    #[test]
    fn far_legs_are_driven_faster() {
        let far = sample("tiny-day.json", &[("[0, 1000]", "[0, 10000]")]);
        let problem = super::super::read(&far).expect("it is sound").problem;
        // 13 km at 14 m/s: 928.6 s.
        assert_eq!((problem.distance(0, 0, 2), problem.duration(0, 0, 2)), (Some(Metres(13_000)), Some(Seconds(929))));
    }

    #[test]
    fn a_week_leaves_the_days_free_or_fixes_them() {
        let free = instance("tiny-week.json");
        assert_eq!((free.problem.trucks.len(), free.vehicle_kinds.as_slice()), (2, [0, 1].as_slice()));
        assert_eq!((free.problem.points[0].window.to, free.problem.points[1].window.to), (Seconds(61_200), Seconds(36_000)));
        let days = |instance: &Instance| {
            let points = instance.problem.points.iter();
            points.map(|point| point.patterns.iter().map(|pattern| pattern.days.0).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        assert_eq!(days(&free), [[0, 0b01, 0b10], [0, 0b01, 0b10]]);
        let fixed = free.clone().fixed().expect("the file gives days");
        assert_eq!(days(&fixed), [[0, 0b01], [0, 0b10]]);
        assert_eq!(fixed.name, "tiny-week_fixed");
        assert_ne!(fixed.problem.fingerprint, free.problem.fingerprint);
        assert!(fixed.fixed().is_none());
    }

    #[test]
    fn a_solution_is_read_and_written_as_it_was() {
        let instance = instance("tiny-week.json");
        let text = "{\"days\":[[[0,[0,-1,1]]],[[1,[1]]]]}\n";
        let plan = Waste.read_solution(&instance, text).expect("it is a solution");
        assert_eq!((plan.days[0][0].trips.len(), plan.days[1][0].truck), (2, 1));
        assert!(plan.days.iter().flatten().all(|route| route.trips.iter().all(|trip| trip.unload.is_some())));
        assert_eq!(Waste.write_solution(&instance, &plan), text);
        assert_eq!(Waste.read_solution(&instance, "{\"days\":[[[0,[5]]]]}"), None);
    }

    #[test]
    fn every_fault_is_found_at_once_with_its_place() {
        let day = sample(
            "tiny-day.json",
            &[
                ("\"demand\": 100", "\"demand\": -1"),
                ("\"release\": 0", "\"release\": 60"),
                ("\"count\": 2, ", ""),
                ("[18000, 54000]", "[18000]"),
            ],
        );
        let expected =
            ["6:26 instance-whole-number", "6:57 instance-whole-number", "9:5 instance-field-missing", "12:39 instance-list-length"];
        assert_eq!(faults(&day), expected);
        let week = sample(
            "tiny-week.json",
            &[
                ("\"early\": false", "\"early\": 0"),
                ("\"pattern\": [1]", "\"pattern\": [2]"),
                ("[[0], [1]]", "[[], [1]]"),
                ("[1, 500]", "[1]"),
            ],
        );
        let expected = ["3:72 instance-flag", "4:90 instance-whole-number", "9:22 instance-no-day", "10:24 instance-list-length"];
        assert_eq!(faults(&week), expected);
        assert_eq!(faults(&sample("tiny-week.json", &[("\"1\": [[0], [1]], ", "")]))[0], "3:5 instance-no-patterns");
    }
}
