//! Periodic vehicle routing with intermediate facilities (`.geojson`).

use super::format::Format;
use super::kind::{Instance, stem};
use super::outline::{Customer, Dump, LIMITLESS, MOST_CAPACITY, MOST_DAYS, MOST_DEMAND, MOST_VEHICLES, Outline, Vehicle};
use super::solution::{read_json, write_json};
use super::tree::{Branch, Tree};
use crate::fault::{Faults, Source};
use crate::model::{DaySet, Plan};

/// Waste collection over a horizon of equal days: a customer's frequency is given, its days are equally spaced, and every vehicle comes
/// home empty.
///
/// Taverna and Tilk (2026), EJOR 331, 601–614, after Angelelli and Speranza (2002), <https://doi.org/10.1016/S0377-2217(01)00206-5>.
/// The cost is driving time alone, in whole minutes: a minute is 60 seconds, one metre and one đồng.
pub struct PvrpIf;

/// Longest time in a file, in minutes.
const MOST_MINUTES: i64 = 1_000_000;

impl Format for PvrpIf {
    fn set(&self) -> &'static str {
        "pvrpif"
    }

    fn recognizes(&self, source: &Source) -> bool {
        source.name.ends_with(".geojson")
    }

    fn read(&self, source: &Source, faults: &mut Faults) -> Option<Instance> {
        let tree = Tree::new(source, faults)?;
        let root = tree.root();
        let head = root.field("info", faults).and_then(|head| Head::read(&head, faults));
        let features = root.field("features", faults).and_then(|features| features.items(faults));
        let durations = root.field("duration", faults);
        let (head, features) = (head?, features?);
        let nodes: Vec<Node> =
            features.iter().enumerate().filter_map(|(number, feature)| Node::read(number, feature, &head, faults)).collect();
        let minutes = durations.and_then(|rows| matrix(&rows, features.len(), faults));
        if let Some(first) = nodes.first().filter(|first| !matches!(first.kind, Kind::Depot)) {
            faults.push(features[first.number].fault("instance-first-depot"));
        }
        let minutes = minutes?;
        if faults.has_errors() || nodes.is_empty() {
            return None;
        }
        let name = stem(source);
        let outline = outline(name.clone(), &head, nodes, &minutes, features.len());
        let problem = outline.problem(source);
        let vehicle_kinds = vec![0; problem.trucks.len()];
        Some(Instance { format: &Self, name, problem, scale: 1, decimals: 0, vehicle_kinds, given_days: None })
    }

    fn solution_ending(&self) -> &'static str {
        "plan.json"
    }

    fn write_solution(&self, instance: &Instance, plan: &Plan) -> String {
        write_json(instance, plan)
    }

    fn read_solution(&self, instance: &Instance, text: &str) -> Option<Plan> {
        read_json(instance, text)
    }
}

struct Head {
    n_vehicles: usize,
    work: i64,
    capacity: i64,
    n_days: usize,
}

struct Node {
    number: usize,
    kind: Kind,
    service: i64,
    position: (f64, f64),
}

enum Kind {
    Depot,
    Facility,
    Customer { demand: i64, patterns: Vec<DaySet> },
}

impl Head {
    fn read(info: &Branch, faults: &mut Faults) -> Option<Self> {
        let mut whole = |name, least, most| info.field(name, faults).and_then(|value| value.whole(least..=most, faults));
        let vehicles = whole("numVehicles", 1, MOST_VEHICLES);
        let work = whole("maxDuration", 0, MOST_MINUTES);
        let capacity = whole("maxCapacity", 1, MOST_CAPACITY);
        let days = whole("planningHorizon", 1, MOST_DAYS);
        Some(Self { n_vehicles: vehicles? as usize, work: 60 * work?, capacity: capacity?, n_days: days? as usize })
    }
}

impl Node {
    fn read(number: usize, feature: &Branch, head: &Head, faults: &mut Faults) -> Option<Self> {
        let properties = feature.field("properties", faults)?;
        if let Some(id) = properties.field("id", faults) {
            // A node is called by its place in the list; an id that says something else would be a misunderstanding.
            id.whole(number as i64..=number as i64, faults);
        }
        let kind = properties.field("type", faults)?;
        let service = properties.field("service", faults).and_then(|value| value.whole(0..=MOST_MINUTES, faults));
        let kind = match kind.text() {
            Some("depot") if number == 0 => Kind::Depot,
            Some("intermediateFacility") => Kind::Facility,
            Some("customer") => customer(&properties, head, faults)?,
            _ => {
                faults.push(kind.fault("instance-node-type").with("value", kind.shown()));
                return None;
            }
        };
        Some(Self { number, kind, service: 60 * service?, position: position(feature).unwrap_or_default() })
    }
}

/// For maps only; an instance may have none.
fn position(feature: &Branch) -> Option<(f64, f64)> {
    let mut unsaid = Faults::new();
    let position = feature.optional("geometry")?.optional("coordinates")?.exactly(2, &mut unsaid)?;
    Some((position[0].number(180.0, &mut unsaid)?, position[1].number(90.0, &mut unsaid)?))
}

fn customer(properties: &Branch, head: &Head, faults: &mut Faults) -> Option<Kind> {
    let demand = properties.field("demand", faults).and_then(|value| value.whole(0..=MOST_DEMAND, faults));
    let field = properties.field("frequency", faults)?;
    let frequency = field.whole(1..=head.n_days as i64, faults)? as usize;
    if !head.n_days.is_multiple_of(frequency) {
        faults.push(field.fault("instance-frequency-uneven").with("frequency", frequency).with("days", head.n_days));
        return None;
    }
    let step = head.n_days / frequency;
    let patterns = (0..step).map(|first| (first..head.n_days).step_by(step).collect()).collect();
    Some(Kind::Customer { demand: demand?, patterns })
}

/// Minutes from each node to each, row by row. Of each row the first fault is reported.
fn matrix(rows: &Branch, n: usize, faults: &mut Faults) -> Option<Vec<u32>> {
    let rows = rows.exactly(n, faults)?;
    let mut minutes = Vec::with_capacity(n * n);
    for row in rows {
        let Some(cells) = row.exactly(n, faults) else { continue };
        let whole: Option<Vec<i64>> = cells.iter().map(|cell| cell.whole(0..=MOST_MINUTES, faults)).collect();
        minutes.extend(whole.into_iter().flatten().map(|minutes| minutes as u32));
    }
    (minutes.len() == n * n).then_some(minutes)
}

fn outline(name: String, head: &Head, nodes: Vec<Node>, minutes: &[u32], n: usize) -> Outline {
    let (mut facilities, mut customers) = (Vec::new(), Vec::new());
    let (mut of_facilities, mut of_customers) = (Vec::new(), Vec::new());
    for Node { number, kind, service, position } in nodes {
        match kind {
            Kind::Depot => {}
            Kind::Facility => {
                facilities.push(Dump { number, service, open: (0, LIMITLESS) });
                of_facilities.push((number, position));
            }
            Kind::Customer { demand, patterns } => {
                customers.push(Customer { number, demand, service, window: (0, LIMITLESS), patterns });
                of_customers.push((number, position));
            }
        }
    }
    // Locations are depot, facilities, customers; the file has them in another order.
    let order: Vec<(usize, (f64, f64))> = std::iter::once((0, (0.0, 0.0))).chain(of_facilities).chain(of_customers).collect();
    let pairs = order.iter().flat_map(|(a, _)| order.iter().map(move |(b, _)| (*a, *b)));
    let metres: Vec<u32> = pairs.map(|(a, b)| if a == b { 0 } else { minutes[a * n + b] }).collect();
    let vehicle = Vehicle { work_limit: head.work, home_empty: true, ..Vehicle::of_capacity(head.capacity, head.n_days) };
    Outline {
        name,
        n_days: head.n_days,
        fleet: vec![vehicle; head.n_vehicles],
        facilities,
        customers,
        seconds: metres.iter().map(|minutes| 60 * minutes).collect(),
        metres,
        positions: order.iter().map(|(_, position)| *position).collect(),
    }
}
