//! Periodic vehicle routing with intermediate facilities (`.geojson`).

use super::format::Format;
use super::kind::{Instance, stem};
use super::outline::{Customer, Dump, LIMITLESS, MOST_CAPACITY, MOST_DAYS, MOST_DEMAND, MOST_VEHICLES, Outline, Vehicle};
use super::solution::{read_json, write_json};
use super::tree::{Branch, Tree};
use crate::dataset::MOST_FACILITIES;
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
        if let Some(first) = nodes.first().filter(|first| first.number == 0 && !matches!(first.kind, Kind::Depot)) {
            faults.push(features[first.number].fault("instance-first-depot"));
        }
        let n_facilities = nodes.iter().filter(|node| matches!(node.kind, Kind::Facility)).count();
        if n_facilities > MOST_FACILITIES {
            let fault = root.fault("instance-too-many-facilities");
            faults.push(fault.with("found", n_facilities).with("most", MOST_FACILITIES));
        }
        let minutes = minutes?;
        if faults.has_errors() || nodes.is_empty() {
            return None;
        }
        let name = stem(source);
        let outline = outline(name.clone(), &head, nodes, &minutes, features.len());
        let problem = outline.problem(source);
        let vehicle_kinds = vec![0; problem.trucks.len()];
        Some(Instance {
            format: &Self,
            name,
            problem,
            scale: 1,
            metres_per_unit: 1,
            seconds_per_unit: Some(60),
            decimals: 0,
            vehicle_kinds,
            given_days: None,
        })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::trial::{faults, instance, sample};
    use crate::units::{Metres, Seconds};

    #[test]
    fn a_file_becomes_a_problem() {
        let instance = instance("tiny.geojson");
        let problem = &instance.problem;
        // Locations: depot, facility 3, customers 1 and 2.
        assert_eq!((problem.facilities[0].id.as_str(), problem.points[1].id.as_str()), ("3", "2"));
        assert_eq!((problem.distance(0, 0, 2), problem.distance(0, 2, 0)), (Some(Metres(5)), Some(Metres(6))));
        assert_eq!((problem.duration(0, 1, 0), problem.trucks[0].work_limit), (Some(Seconds(600)), Seconds(41 * 60)));
        assert_eq!((problem.facilities[0].unload_fixed, problem.points[0].service_fixed), (Seconds(300), Seconds(120)));
        assert!(problem.trucks[0].home_empty);
        let days = |point: usize| problem.points[point].patterns.iter().map(|pattern| pattern.days.0).collect::<Vec<_>>();
        assert_eq!((days(0), days(1)), (vec![0, 0b11], vec![0, 0b01, 0b10]));
    }

    #[test]
    fn a_solution_is_read_and_written_as_it_was() {
        let instance = instance("tiny.geojson");
        let text = "{\"routes\":[{\"day\":1,\"nodes\":[0,1,3,2,3,0],\"vehicle\":0}]}\n";
        let plan = PvrpIf.read_solution(&instance, text).expect("it is a solution");
        assert_eq!((plan.days[1][0].trips.len(), plan.days[1][0].stops().count()), (2, 2));
        assert_eq!(PvrpIf.write_solution(&instance, &plan), text);
        // Two routes on a day are one more than there are vehicles.
        assert_eq!(PvrpIf.read_solution(&instance, "{\"routes\":[{\"day\":0,\"nodes\":[1]},{\"day\":0,\"nodes\":[2]}]}"), None);
    }

    #[test]
    fn every_fault_is_found_at_once_with_its_place() {
        let source = sample(
            "tiny.geojson",
            &[
                ("\"maxDuration\": 41, ", ""),
                ("\"id\": 1,", "\"id\": 9,"),
                ("\"demand\": 6.0", "\"demand\": 6.5"),
                ("\"customer\", \"frequency\": 1.0", "\"castomer\", \"frequency\": 1.0"),
                ("[6, 3, 0, 4]", "[6, 3, 0]"),
                ("[10, 4, 4, 0]", "[10, \"4\", 4, 0]"),
            ],
        );
        // Without a sound head nothing is known of the customers.
        let head = faults(&source);
        assert_eq!(head, ["3:11 instance-field-missing"]);
        let source = Source { text: source.text.replacen("\"info\": {", "\"info\": {\"maxDuration\": 41, ", 1), ..source };
        let expected = [
            "6:27 instance-whole-number",
            "6:78 instance-whole-number",
            "7:38 instance-node-type",
            "13:5 instance-list-length",
            "14:10 instance-whole-number",
        ];
        assert_eq!(faults(&source), expected);
        assert_eq!(
            faults(&sample("tiny.geojson", &[("\"planningHorizon\": 2", "\"planningHorizon\": 3")])),
            ["6:63 instance-frequency-uneven"]
        );
        assert_eq!(
            faults(&sample("tiny.geojson", &[("\"type\": \"depot\"", "\"type\": \"intermediateFacility\"")])),
            ["5:5 instance-first-depot"]
        );
        assert_eq!(faults(&sample("tiny.geojson", &[("\"duration\"", "duration")])), ["10:3 instance-not-json"]);
    }
}
