//! Periodic vehicle routing in Cordeau's format (files without ending).

use super::format::Format;
use super::kind::{Instance, stem};
use super::outline::{
    Customer, LIMITLESS, MOST_CAPACITY, MOST_COORDINATE, MOST_DAYS, MOST_DEMAND, MOST_NODES, MOST_VEHICLES, Outline, Vehicle, table,
};
use super::script::{Script, Word};
use super::solution::{read_json, write_json};
use crate::fault::{Fault, Faults, Source};
use crate::model::{DaySet, Plan};
use crate::table::shorten;

/// Every day so many vehicles, each with a limit of load and of time; each customer is given one of its sets of days.
///
/// The instances of Cordeau, Gendreau and Laporte (1997),
/// <https://doi.org/10.1002/(SICI)1097-0037(199709)30:2%3C105::AID-NET5%3E3.0.CO;2-G>. Distances are Euclidean and not rounded there;
/// here each is rounded to a thousandth, and one đồng is a thousandth of the distance. Driving one unit takes as long as one unit of
/// service. The leftmost bit of a code is the first day.
///
/// Two files have oddities: a customer of frequency 0 is served as its codes say (p11), and a last customer at the depot without service
/// that fills a vehicle stands for a vehicle that is not there on its day (p01).
pub struct Pvrp;

/// Thousandths of a unit: of distance in metres, and of time in seconds.
const SCALE: i64 = 1000;
/// Longest limit of a route, and longest service, in units.
const MOST_TIME: i64 = 1_000_000;

impl Format for Pvrp {
    fn set(&self) -> &'static str {
        "pvrp"
    }

    /// A file without ending that begins with a line of four numbers or more.
    fn recognizes(&self, source: &Source) -> bool {
        let first = source.text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
        let words: Vec<&str> = first.split_whitespace().collect();
        std::path::Path::new(&*source.name).extension().is_none()
            && words.len() >= 4
            && words.iter().all(|word| word.parse::<f64>().is_ok())
    }

    fn read(&self, source: &Source, faults: &mut Faults) -> Option<Instance> {
        let script = Script::new(source);
        let head = Head::read(&script, faults)?;
        let n_lines = 2 + head.n_days + head.n_customers;
        if script.lines.len() < n_lines {
            let fault = Fault::error("instance-too-few-lines", script.place_of_line(0));
            faults.push(fault.with("found", script.lines.len()).with("expected", n_lines));
            return None;
        }
        let limits: Vec<Limits> = (1..=head.n_days).filter_map(|line| Limits::read(&script, line, faults)).collect();
        let first = 1 + head.n_days;
        let depot = position(&script, first, faults);
        let rows = (1..=head.n_customers).filter_map(|number| Row::read(&script, first + number, number, &head, faults));
        let rows: Vec<Row> = rows.collect();
        if let Some(line) = script.lines.get(first + 1 + head.n_customers) {
            let fault = Fault::error("instance-line", script.place(line.words[0]));
            faults.push(fault.with("line", shorten(line.text.trim())));
        }
        let depot = depot?;
        if faults.has_errors() {
            return None;
        }
        let name = stem(source);
        let problem = outline(name.clone(), &head, &limits, depot, rows).problem(source);
        let vehicle_kinds = vec![0; problem.trucks.len()];
        Some(Instance {
            format: &Self,
            name,
            problem,
            scale: SCALE,
            metres_per_unit: SCALE,
            seconds_per_unit: Some(SCALE),
            decimals: 2,
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

/// The first line: type, vehicles, customers, days.
struct Head {
    n_vehicles: usize,
    n_customers: usize,
    n_days: usize,
}

/// Of the routes of a day.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Limits {
    work: i64,
    capacity: i64,
}

/// A customer.
struct Row {
    number: usize,
    position: (f64, f64),
    service: i64,
    demand: i64,
    patterns: Vec<DaySet>,
}

impl Head {
    fn read(script: &Script, faults: &mut Faults) -> Option<Self> {
        let [kind, vehicles, customers, days] = words(script, 0, faults)?;
        if kind.text != "1" {
            let fault = Fault::error("instance-unsupported", script.place(kind)).with("key", "type");
            faults.push(fault.with("value", shorten(kind.text)).with("expected", "1"));
        }
        let vehicles = script.whole(vehicles, 1..=MOST_VEHICLES, faults);
        let customers = script.whole(customers, 0..=MOST_NODES as i64, faults);
        let days = script.whole(days, 1..=MOST_DAYS, faults);
        Some(Self { n_vehicles: vehicles? as usize, n_customers: customers? as usize, n_days: days? as usize })
    }
}

impl Limits {
    fn read(script: &Script, line: usize, faults: &mut Faults) -> Option<Self> {
        let [work, capacity] = words(script, line, faults)?;
        let units = script.number(work, MOST_TIME as f64, faults);
        let capacity = script.whole(capacity, 1..=MOST_CAPACITY, faults)?;
        let units = units?;
        // A route may be as long as the limit, to a thousandth; 0 stands for none.
        let work = if units > 0.0 { (units * SCALE as f64).floor() as i64 } else { LIMITLESS };
        Some(Self { work, capacity })
    }
}

impl Row {
    fn read(script: &Script, line: usize, number: usize, head: &Head, faults: &mut Faults) -> Option<Self> {
        let [word, _, _, service, demand, frequency, n_codes] = words(script, line, faults)?;
        script.whole(word, number as i64..=number as i64, faults);
        let position = position(script, line, faults);
        let service = script.number(service, MOST_TIME as f64, faults);
        let demand = script.whole(demand, 0..=MOST_DEMAND, faults);
        let frequency = script.whole(frequency, 0..=head.n_days as i64, faults)?;
        let n_codes = script.whole(n_codes, 1..=1 << head.n_days, faults)? as usize;
        let codes = &script.lines[line].words[7..];
        if codes.len() != n_codes {
            let fault = Fault::error("instance-line-length", script.place_of_line(line));
            faults.push(fault.with("found", codes.len() + 7).with("expected", n_codes + 7));
            return None;
        }
        let patterns = codes.iter().filter_map(|code| {
            let bits = script.whole(*code, 1..=(1 << head.n_days) - 1, faults)? as u32;
            let days = DaySet(bits.reverse_bits() >> (u32::BITS as usize - head.n_days));
            if frequency != 0 && days.len() as i64 != frequency {
                let fault = Fault::error("instance-frequency", script.place(*code));
                faults.push(fault.with("days", days.len()).with("frequency", frequency));
            }
            Some(days)
        });
        let patterns = patterns.collect();
        let service = (service? * SCALE as f64 + 0.5).floor().max(0.0) as i64;
        Some(Self { number, position: position?, service, demand: demand?, patterns })
    }

    /// Whether it stands for a vehicle that is not there.
    fn is_dummy(&self, head: &Head, limits: &[Limits], depot: (f64, f64)) -> bool {
        self.number == head.n_customers && self.position == depot && self.service == 0 && self.demand >= limits[0].capacity
    }
}

/// The first words of a line, which may have more; they all are numbers.
fn words<'a, const N: usize>(script: &Script<'a>, line: usize, faults: &mut Faults) -> Option<[Word<'a>; N]> {
    let found = script.lines.get(line).map_or(&[][..], |line| &line.words);
    let words = found.first_chunk().copied();
    if words.is_none() {
        let fault = Fault::error("instance-line-length", script.place_of_line(line));
        faults.push(fault.with("found", found.len()).with("expected", N));
    }
    words
}

fn position(script: &Script, line: usize, faults: &mut Faults) -> Option<(f64, f64)> {
    let [_, x, y] = words(script, line, faults)?;
    let (x, y) = (script.number(x, MOST_COORDINATE, faults), script.number(y, MOST_COORDINATE, faults));
    Some((x?, y?))
}

fn outline(name: String, head: &Head, limits: &[Limits], depot: (f64, f64), mut rows: Vec<Row>) -> Outline {
    let mut dummy_days = DaySet::EMPTY;
    if let Some(dummy) = rows.pop_if(|row| row.is_dummy(head, limits, depot)) {
        dummy_days = dummy.patterns[0];
    }
    let positions: Vec<(f64, f64)> = std::iter::once(depot).chain(rows.iter().map(|row| row.position)).collect();
    let metres = table(&positions, |distance| (distance * SCALE as f64 + 0.5).floor());
    let customer = |row: Row| Customer {
        number: row.number,
        demand: row.demand,
        service: row.service,
        window: (0, LIMITLESS),
        patterns: row.patterns,
    };
    Outline {
        name,
        n_days: head.n_days,
        fleet: fleet(head, limits, dummy_days),
        facilities: Vec::new(),
        customers: rows.into_iter().map(customer).collect(),
        seconds: metres.clone(),
        metres,
        positions,
    }
}

/// The vehicles, those of equal days together: a vehicle whose limits differ from day to day is one truck for each.
fn fleet(head: &Head, limits: &[Limits], dummy_days: DaySet) -> Vec<Vehicle> {
    let mut fleet = Vec::new();
    let mut rest = DaySet::all(head.n_days);
    while let Some(first) = rest.iter().next() {
        let limit = limits[first];
        let alike: DaySet = rest.iter().filter(|day| limits[*day] == limit).collect();
        rest = DaySet(rest.0 & !alike.0);
        for index in 0..head.n_vehicles {
            let available = if index == 0 { DaySet(alike.0 & !dummy_days.0) } else { alike };
            fleet.push(Vehicle { available, work_limit: limit.work, ..Vehicle::of_capacity(limit.capacity, head.n_days) });
        }
    }
    fleet
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::trial::{faults, instance, sample};
    use crate::units::{Metres, Seconds};

    #[test]
    fn a_file_becomes_a_problem() {
        let instance = instance("tiny");
        let problem = &instance.problem;
        assert_eq!((problem.horizon.n_days, problem.points.len(), problem.trucks.len()), (2, 3, 2));
        // From (6, 8) to (0, 5): √45 = 6.7082; a thousandth is one metre and one second.
        assert_eq!(problem.distance(0, 2, 3), Some(Metres(6708)));
        assert_eq!(problem.trucks[0].work_limit, Seconds(22_000));
        assert_eq!((problem.points[0].service_fixed, problem.points[0].id.as_str()), (Seconds(1000), "1"));
        // Code 3 is both days; code 1 is the last day, for the leftmost bit is the first.
        let days = |point: usize| problem.points[point].patterns.iter().map(|pattern| pattern.days.0).collect::<Vec<_>>();
        assert_eq!((days(0), days(1)), (vec![0, 0b11], vec![0, 0b01, 0b10]));
        let first = sample("tiny", &[("4 1 2 1 2", "4 1 1 1")]);
        let last_day = &super::super::read(&first).expect("it is sound").problem.points[1].patterns;
        assert_eq!(last_day[1].days, DaySet::EMPTY.with(1));
    }

    #[test]
    fn a_solution_is_read_and_written_as_it_was() {
        let instance = instance("tiny");
        let text = "{\"routes\":[{\"day\":0,\"nodes\":[0,1,2,0],\"vehicle\":0},{\"day\":1,\"nodes\":[0,3,0],\"vehicle\":0}]}\n";
        let plan = Pvrp.read_solution(&instance, text).expect("it is a solution");
        assert_eq!(Pvrp.write_solution(&instance, &plan), text);
        for wrong in ["{}", "[1]", "", "{\"routes\":[{\"day\":2,\"nodes\":[1]}]}", "{\"routes\":[{\"day\":0,\"nodes\":[7]}]}"] {
            assert_eq!(Pvrp.read_solution(&instance, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn limits_may_differ_from_day_to_day() {
        let source = sample("tiny", &[("22 10\n22 10", "22 10\n0 12")]);
        let problem = super::super::read(&source).expect("it is sound").problem;
        let trucks: Vec<_> = problem.trucks.iter().map(|truck| (truck.available.0, truck.work_limit.0, truck.payload_limit.0)).collect();
        let (first, second) = ((0b01, 22_000, 10), (0b10, LIMITLESS, 12));
        assert_eq!(trucks, [first, first, second, second]);
    }

    #[test]
    fn a_full_customer_at_the_depot_is_a_vehicle_that_is_not_there() {
        let source = sample("tiny", &[("3 0 5 0 7 1 2 1 2", "3 0 0 0 10 1 1 2")]);
        let problem = super::super::read(&source).expect("it is sound").problem;
        assert_eq!(problem.points.len(), 2);
        assert_eq!((problem.trucks[0].available, problem.trucks[1].available), (DaySet(0b10), DaySet(0b11)));
    }

    #[test]
    fn a_frequency_of_nothing_is_what_the_codes_say() {
        let source = sample("tiny", &[("7 1 2 1 2", "7 0 2 1 2")]);
        assert_eq!(super::super::read(&source).expect("it is sound").problem.points[2].visits_least, 1);
    }

    #[test]
    fn every_fault_is_found_at_once_with_its_place() {
        let source =
            sample("tiny", &[("22 10\n22 10", "22 x\n22"), ("4 2 1 3", "4 2 1 1"), ("2 6 8", "5 6 8"), ("7 1 2 1 2", "7 1 3 1 2")]);
        let expected = [
            "2:4 instance-whole-number",
            "3:1 instance-line-length",
            "5:15 instance-frequency",
            "6:1 instance-whole-number",
            "7:1 instance-line-length",
        ];
        assert_eq!(faults(&source), expected);
        assert_eq!(faults(&sample("tiny", &[("1 2 3 2", "2 2 3 2")])), ["1:1 instance-unsupported"]);
        assert_eq!(faults(&sample("tiny", &[("1 2 3 2", "1 2 9 2")])), ["1:1 instance-too-few-lines"]);
        assert_eq!(faults(&sample("tiny", &[("1 2 3 2", "1 2 2 2")])), ["7:1 instance-line"]);
    }
}
