//! What points ask for, and whether a week can give it.

use std::collections::BTreeMap;

use crate::dataset::read::Draft;
use crate::dataset::waste::Demand;
use crate::dataset::{CalendarRow, PointRow};
use crate::fault::{Fault, Faults};
use crate::settings::Settings;
use crate::table::{Located, write_clock, write_days};
use crate::text::Argument;
use crate::units::Seconds;

/// Waste of a person and day that nobody makes, in kilograms.
const ABSURD_KG_PER_PERSON: f64 = 5.0;

pub(super) fn days_and_frequencies_agree(draft: &Draft, faults: &mut Faults) {
    for row in draft.points.sound() {
        let point = &row.value;
        if let Some(stray) = point.days_fixed.map(|fixed| fixed & !point.days_allowed).filter(|stray| *stray != 0) {
            let fault = Fault::error("fixed-days-not-allowed", row.field("days_fixed")).with("point", point.id.clone());
            faults.push(fault.with("days", write_days(stray)).with("allowed", write_days(point.days_allowed)));
        }
        if let Some(least) = point.visits_min.filter(|least| *least > point.visits_max) {
            let fault = Fault::error("visits-min-above-max", row.field("visits_min")).with("point", point.id.clone());
            faults.push(fault.with("least", least).with("most", point.visits_max));
        }
    }
}

pub(super) fn windows_are_in_order(draft: &Draft, faults: &mut Faults) {
    for row in draft.points.sound() {
        let (from, to) = (row.value.window_from.unwrap_or(Seconds::ZERO), row.value.window_to);
        if let Some(to) = to.filter(|to| *to < from) {
            let fault = Fault::error("window-ends-before-start", row.field("window_to")).with("point", row.value.id.clone());
            faults.push(fault.with("from", write_clock(from)).with("to", write_clock(to)));
        }
    }
}

pub(super) fn every_point_has_a_pattern(draft: &Draft, faults: &mut Faults) {
    let Some(settings) = &draft.settings else { return };
    let calendar: Vec<&CalendarRow> = draft.calendar.sound().map(|row| &row.value).collect();
    for row in draft.points.sound().filter(|row| has_consistent_days(&row.value)) {
        let demand = Demand::new(&row.value, settings, calendar.iter().copied());
        if demand.fewest_visits().is_none() {
            faults.push(impossible(row, &demand, settings));
        }
    }
}

pub(super) fn people_and_waste_make_sense(draft: &Draft, faults: &mut Faults) {
    let mut people: BTreeMap<&str, i64> = BTreeMap::new();
    for row in draft.points.sound() {
        let point = &row.value;
        *people.entry(&point.commune_code).or_default() += point.people_served;
        let kg_per_person = point.kg_per_day / point.people_served as f64;
        if point.people_served > 0 && kg_per_person > ABSURD_KG_PER_PERSON {
            let fault = Fault::warning("waste-per-person-absurd", row.field("kg_per_day")).with("point", point.id.clone());
            let fault = fault.with("people", point.people_served).with("kg", Argument::Number(point.kg_per_day, 1));
            faults.push(fault.with("rate", Argument::Number(kg_per_person, 1)));
        }
    }
    // With a faulty row, a lost one or one of no commune the sums can't be right.
    if faults.has_errors_in("points.csv") {
        return;
    }
    for row in draft.communes.sound() {
        let population = row.value.population;
        if let Some(sum) = people.get(row.value.code.as_str()).filter(|sum| **sum != population) {
            let fault = Fault::warning("people-differ", row.field("population")).with("commune", row.value.name.clone());
            faults.push(fault.with("population", population).with("sum", *sum));
        }
    }
}

/// Days and frequencies that contradict each other have a fault of their own.
pub(super) fn has_consistent_days(point: &PointRow) -> bool {
    point.days_fixed.is_none_or(|fixed| fixed & !point.days_allowed == 0) && point.visits_min.is_none_or(|least| least <= point.visits_max)
}

/// Names what alone stands in the way, and what would be enough.
fn impossible(row: &Located<PointRow>, demand: &Demand, settings: &Settings) -> Fault {
    let point = &row.value;
    let fault = |field: &str, reason: &'static str| {
        Fault::error("pattern-impossible", row.field(field)).with("point", point.id.clone()).with("reason", reason)
    };
    let numbers = |fault: Fault, needed: i64, given: i64| fault.with("needed", needed).with("given", given);
    let roomy = Demand { container_kg: i64::MAX, ..*demand };
    if let Some(kg) = roomy.patterns().map(|pattern| demand.largest_load(pattern)).min() {
        let kg_each = point.container_litres as f64 * settings.waste.container_density_kg_per_m3 / 1000.0;
        let fault = fault("containers", "containers").with("kg", kg).with("holds", demand.container_kg);
        return numbers(fault, (kg as f64 / kg_each).ceil() as i64, point.containers);
    }
    let allowed = i64::from(demand.days.count_ones());
    if demand.least > demand.greatest {
        return numbers(unused(fault("visits_max", "today")), demand.least as i64, demand.greatest as i64);
    }
    if demand.least as i64 > allowed {
        let field = if demand.fixed { "days_fixed" } else { "days_allowed" };
        return numbers(unused(fault(field, "days")), demand.least as i64, allowed);
    }
    let patient = Demand { longest_wait: 7, ..roomy };
    let wait = patient.patterns().map(longest_gap).min();
    match wait {
        Some(wait) => numbers(unused(fault("max_days_between", "wait")), wait, point.max_days_between as i64),
        // Only fixed days are left: more of them than the greatest frequency.
        None => numbers(unused(fault("days_fixed", "fixed")), allowed, demand.greatest as i64),
    }
}

fn unused(fault: Fault) -> Fault {
    fault.with("kg", 0_i64).with("holds", 0_i64)
}

fn longest_gap(pattern: u32) -> i64 {
    let days: Vec<i64> = (0..7).filter(|day| pattern >> day & 1 == 1).collect();
    let next = days.iter().cycle().skip(1);
    days.iter().zip(next).map(|(day, next)| (next - day + 6) % 7 + 1).max().unwrap_or(7)
}
