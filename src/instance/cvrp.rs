//! Capacitated vehicle routing in VRPLIB's format (`.vrp`).

use super::format::Format;
use super::kind::Instance;
use super::outline::{
    Customer, LIMITLESS, MOST_CAPACITY, MOST_COORDINATE, MOST_DEMAND, MOST_NODES, MOST_VEHICLES, Outline, Vehicle, table,
};
use super::script::{Script, Word};
use super::solution::{read_sol, write_sol};
use crate::fault::{Fault, Faults, Source};
use crate::model::{DaySet, Plan};
use crate::table::shorten;

/// One day, one depot (node 1), equal vehicles of which there are enough; distances are Euclidean, rounded to whole units.
///
/// The sets X of Uchoa, Pecin, Pessoa, Poggi, Subramanian and Vidal (2017), <https://doi.org/10.1016/j.ejor.2016.08.012>, are written
/// so. `k` in a name is no limit; `VEHICLES` in a file is. One đồng is one unit of distance.
pub struct Cvrp;

impl Format for Cvrp {
    fn set(&self) -> &'static str {
        "cvrp_x"
    }

    fn recognizes(&self, source: &Source) -> bool {
        source.name.ends_with(".vrp")
    }

    fn read(&self, source: &Source, faults: &mut Faults) -> Option<Instance> {
        let script = Script::new(source);
        let sheet = Sheet::new(&script, faults);
        let capacity = sheet.capacity(&script, faults);
        let vehicles = sheet.vehicles(&script, faults);
        let positions = sheet.positions(&script, faults);
        let demands = sheet.demands(&script, positions.len(), faults);
        sheet.check_depot(&script, faults);
        sheet.check_dimension(&script, faults);
        let (capacity, vehicles) = (capacity?, vehicles?);
        if faults.has_errors() || positions.is_empty() {
            return None;
        }
        let name = super::kind::stem(source);
        let customers = demands.iter().enumerate().skip(1);
        let metres = table(&positions, |distance| (distance + 0.5).floor());
        let outline = Outline {
            name: name.clone(),
            n_days: 1,
            fleet: vec![Vehicle::of_capacity(capacity, 1); vehicles.unwrap_or_else(|| enough(&demands, capacity))],
            facilities: Vec::new(),
            customers: customers.map(|(number, demand)| customer(number, *demand)).collect(),
            seconds: metres.clone(),
            metres,
            positions,
        };
        let vehicle_kinds = vec![0; outline.fleet.len()];
        let problem = outline.problem(source);
        Some(Instance {
            format: &Self,
            name,
            problem,
            scale: 1,
            metres_per_unit: 1,
            seconds_per_unit: None,
            decimals: 0,
            vehicle_kinds,
            given_days: None,
        })
    }

    fn solution_ending(&self) -> &'static str {
        "sol"
    }

    fn write_solution(&self, instance: &Instance, plan: &Plan) -> String {
        write_sol(instance, plan)
    }

    fn read_solution(&self, instance: &Instance, text: &str) -> Option<Plan> {
        read_sol(instance, text)
    }
}

/// Vehicles where their number is free: a quarter and ten more than full ones would need, and no more than customers.
fn enough(demands: &[i64], capacity: i64) -> usize {
    let full = 5 * demands.iter().sum::<i64>();
    let enough = (full + 4 * capacity - 1) / (4 * capacity) + 10;
    (enough.min(MOST_VEHICLES) as usize).min(demands.len().saturating_sub(1)).max(1)
}

fn customer(number: usize, demand: i64) -> Customer {
    Customer { number, demand, service: 0, window: (0, LIMITLESS), patterns: vec![DaySet::all(1)] }
}

/// What a file says, by section.
#[derive(Default)]
struct Sheet<'a> {
    capacity: Option<Word<'a>>,
    vehicles: Option<Word<'a>>,
    weights: Option<Word<'a>>,
    dimension: Option<Word<'a>>,
    /// Numbers of the lines of each section.
    positions: Vec<usize>,
    demands: Vec<usize>,
    depots: Vec<usize>,
}

impl<'a> Sheet<'a> {
    fn new(script: &Script<'a>, faults: &mut Faults) -> Self {
        let mut sheet = Self::default();
        let mut section = "";
        for (index, line) in script.lines.iter().enumerate() {
            let first = line.words[0];
            let key = first.text.trim_end_matches(':');
            if key == "EOF" {
                break;
            }
            if key.ends_with("_SECTION") {
                section = key;
                if !["NODE_COORD_SECTION", "DEMAND_SECTION", "DEPOT_SECTION"].contains(&key) {
                    faults.push(Fault::error("instance-section-unknown", script.place(first)).with("section", shorten(key)));
                }
            } else if let Some((key, _)) = line.text.split_once(':').filter(|_| !first.text.starts_with(|c: char| c.is_ascii_digit())) {
                section = "";
                sheet.note(script, key.trim(), line.part(key.len() + 1, line.text.len()), faults);
            } else {
                match section {
                    "NODE_COORD_SECTION" => sheet.positions.push(index),
                    "DEMAND_SECTION" => sheet.demands.push(index),
                    "DEPOT_SECTION" => sheet.depots.push(index),
                    "" => faults.push(Fault::error("instance-line", script.place(first)).with("line", shorten(line.text.trim()))),
                    _ => {}
                }
            }
        }
        sheet
    }

    /// A line `KEY : value` of the head.
    fn note(&mut self, script: &Script<'a>, key: &str, value: Word<'a>, faults: &mut Faults) {
        let only = |expected: &str, faults: &mut Faults| {
            if value.text != expected {
                let fault = Fault::error("instance-unsupported", script.place(value)).with("key", shorten(key));
                faults.push(fault.with("value", shorten(value.text)).with("expected", expected));
            }
        };
        match key {
            "CAPACITY" => self.capacity = Some(value),
            "VEHICLES" => self.vehicles = Some(value),
            "DIMENSION" => self.dimension = Some(value),
            "TYPE" => only("CVRP", faults),
            "EDGE_WEIGHT_TYPE" => {
                self.weights = Some(value);
                only("EUC_2D", faults);
            }
            // Rules of other problems: without them a plan would not be one of this instance.
            "DISTANCE" | "SERVICE_TIME" => only("0", faults),
            _ => {}
        }
    }

    fn capacity(&self, script: &Script, faults: &mut Faults) -> Option<i64> {
        for (key, value) in [("CAPACITY", self.capacity), ("EDGE_WEIGHT_TYPE", self.weights)] {
            if value.is_none() {
                faults.push(Fault::error("instance-key-missing", script.place_of_line(0)).with("key", key));
            }
        }
        script.whole(self.capacity?, 1..=MOST_CAPACITY, faults)
    }

    /// The number of vehicles, where there is one; nothing where it is faulty.
    fn vehicles(&self, script: &Script, faults: &mut Faults) -> Option<Option<usize>> {
        let Some(value) = self.vehicles else { return Some(None) };
        script.whole(value, 1..=MOST_VEHICLES, faults).map(|vehicles| Some(vehicles as usize))
    }

    fn positions(&self, script: &Script, faults: &mut Faults) -> Vec<(f64, f64)> {
        if self.positions.is_empty() {
            let fault = Fault::error("instance-section-missing", script.place_of_line(script.lines.len()));
            faults.push(fault.with("section", "NODE_COORD_SECTION"));
        }
        let rows = self.positions.iter().enumerate().filter_map(|(index, line)| {
            let [_, x, y] = numbered(script, *line, index + 1, faults)?;
            let (x, y) = (script.number(x, MOST_COORDINATE, faults), script.number(y, MOST_COORDINATE, faults));
            Some((x?, y?))
        });
        rows.collect()
    }

    fn demands(&self, script: &Script, n_nodes: usize, faults: &mut Faults) -> Vec<i64> {
        if self.demands.len() < n_nodes || self.demands.is_empty() {
            let fault = Fault::error("instance-section-missing", script.place_of_line(script.lines.len()));
            faults.push(fault.with("section", "DEMAND_SECTION"));
        }
        let rows = self.demands.iter().enumerate().filter_map(|(index, line)| {
            let [_, demand] = numbered(script, *line, index + 1, faults)?;
            script.whole(demand, 0..=MOST_DEMAND, faults)
        });
        rows.collect()
    }

    /// A file that was cut off has fewer nodes than it says.
    fn check_dimension(&self, script: &Script, faults: &mut Faults) {
        let n_nodes = self.positions.len();
        if let Some(word) = self.dimension
            && let Some(dimension) = script.whole(word, 1..=MOST_NODES as i64, faults)
            && dimension != n_nodes as i64
        {
            let fault = Fault::error("instance-dimension", script.place(word));
            faults.push(fault.with("dimension", dimension).with("nodes", n_nodes));
        }
        if n_nodes > MOST_NODES {
            let fault = Fault::error("instance-too-many-nodes", script.place_of_line(self.positions[MOST_NODES]));
            faults.push(fault.with("found", n_nodes).with("most", MOST_NODES));
        }
    }

    /// The depot must be node 1: then customers are numbered as in solutions.
    fn check_depot(&self, script: &Script, faults: &mut Faults) {
        let words: Vec<Word> = self.depots.iter().flat_map(|line| script.lines[*line].words.iter().copied()).collect();
        for (word, expected) in words.iter().zip(["1", "-1"]).filter(|(word, expected)| word.text != *expected) {
            let fault = Fault::error("instance-unsupported", script.place(*word)).with("key", "DEPOT_SECTION");
            faults.push(fault.with("value", shorten(word.text)).with("expected", expected));
        }
    }
}

/// The words of a row that must begin with `number` and have just `N` words.
fn numbered<'a, const N: usize>(script: &Script<'a>, line: usize, number: usize, faults: &mut Faults) -> Option<[Word<'a>; N]> {
    let words = &script.lines[line].words;
    let row: Option<[Word; N]> = words.as_slice().try_into().ok();
    let row = row.filter(|row| row[0].text.parse() == Ok(number));
    if row.is_none() {
        let fault = Fault::error("instance-row", script.place(words[0])).with("number", number);
        faults.push(fault.with("words", N).with("found", words.len()).with("first", shorten(words[0].text)));
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::trial::{faults, instance, sample};
    use crate::units::{Kilograms, Metres, Vnd};

    #[test]
    fn a_file_becomes_a_problem() {
        let instance = instance("tiny.vrp");
        let problem = &instance.problem;
        assert_eq!((instance.name.as_str(), problem.horizon.n_days, problem.points.len()), ("tiny", 1, 4));
        // Two full vehicles would do: ⌈1.25 · 20 / 10⌉ + 10 = 13 are more than there are customers.
        assert_eq!((problem.trucks.len(), problem.trucks[0].payload_limit), (4, Kilograms(10)));
        // From (3, 4) to (−6, 8): √97 = 9.85.
        assert_eq!(problem.distance(0, 1, 4), Some(Metres(10)));
        assert_eq!(problem.trucks[0].cost_per_1000_km, Vnd(1_000_000));
        assert!(problem.facilities.is_empty() && !problem.policy.waiting_counts && problem.points[0].listed);
    }

    #[test]
    fn a_solution_is_read_and_written_as_it_was() {
        let instance = instance("tiny.vrp");
        let text = "Route #1: 1 2\nRoute #2: 4 3\nCost 0\n";
        let plan = Cvrp.read_solution(&instance, text).expect("it is a solution");
        assert_eq!(plan.days[0].iter().map(|route| route.truck).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(Cvrp.write_solution(&instance, &plan), text);
        assert_eq!(Cvrp.read_solution(&instance, "Route #1: 1 9"), None);
    }

    #[test]
    fn vehicles_are_as_many_as_the_file_says() {
        let source = sample("tiny.vrp", &[("CAPACITY : 10", "CAPACITY : 10\nVEHICLES: 3")]);
        assert_eq!(super::super::read(&source).expect("it is sound").problem.trucks.len(), 3);
    }

    #[test]
    fn every_fault_is_found_at_once_with_its_place() {
        let source = sample(
            "tiny.vrp",
            &[
                ("TYPE : CVRP", "TYPE : CVRPTW"),
                ("DIMENSION : 5", "DIMENSION : 6"),
                ("CAPACITY : 10", "CAPACITY : none"),
                ("3 6 8", "3 6 eight"),
                ("4 -3 4", "7 -3 4"),
                ("5 5\nDEPOT", "5 5.5\nTIME_WINDOW_SECTION\nDEPOT"),
                (" -1\nEOF", " 2\nEOF"),
            ],
        );
        let expected = [
            "3:8 instance-unsupported",
            "4:13 instance-dimension",
            "6:12 instance-whole-number",
            "10:5 instance-number",
            "11:1 instance-row",
            "18:3 instance-whole-number",
            "19:1 instance-section-unknown",
            "22:2 instance-unsupported",
        ];
        assert_eq!(faults(&source), expected);
    }

    #[test]
    fn what_is_missing_is_named() {
        let empty = Source { name: "empty.vrp".into(), text: "hello\n".to_owned() };
        let expected = ["1:1 instance-key-missing", "1:1 instance-key-missing", "1:1 instance-line", "2:1 instance-section-missing"];
        let mut found = faults(&empty);
        found.dedup();
        assert_eq!(found.iter().filter(|fault| expected.contains(&fault.as_str())).count(), found.len(), "{found:?}");
        assert!(found.len() >= 3);
    }
}
