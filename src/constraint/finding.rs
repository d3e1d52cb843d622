//! Where a rule is broken or a requirement missed, and by how much.

use serde::Serialize;

use super::replay::RouteReplay;
use crate::model::{Load, Problem};
use crate::text::{Argument, Text, clock_time_short, weekday};
use crate::units::{Kilograms, Seconds};

/// A broken rule or a missed requirement.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which of the two.
    pub kind: FindingKind,
    /// Code of the rule or requirement.
    pub code: &'static str,
    /// Which of the code's messages; the catalogue's key is `rule-CODE` or `rule-CODE-VARIANT`.
    pub variant: Option<&'static str>,
    /// Day, 0 = Monday.
    pub day: Option<usize>,
    /// Index of the truck.
    pub truck: Option<usize>,
    /// Index of the point.
    pub point: Option<usize>,
    /// Index of the facility.
    pub facility: Option<usize>,
    /// By how much, in the base unit of the rule (seconds, kilograms, litres, đồng, days, visits, trucks); at least 1.
    pub excess: i64,
    /// What its message is filled with, beside the places.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// Rule or requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FindingKind {
    /// A rule is broken: a violation.
    Rule,
    /// A requirement is missed: a shortfall.
    Requirement,
}

/// A finding in words, as `--format json` gives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordedFinding {
    /// Rule or requirement.
    pub kind: FindingKind,
    /// Its code.
    pub code: &'static str,
    /// Day, 0 = Monday.
    pub day: Option<usize>,
    /// Id of the truck.
    pub truck: Option<String>,
    /// Id of the point.
    pub point: Option<String>,
    /// People at the point.
    pub people: Option<i64>,
    /// Id of the facility.
    pub facility: Option<String>,
    /// By how much, in base units.
    pub excess: i64,
    /// Where and by how much.
    pub message: String,
}

impl Finding {
    /// A broken rule.
    pub(super) fn rule(code: &'static str, excess: i64) -> Self {
        Self::new(FindingKind::Rule, code, excess)
    }

    /// A missed requirement of a point.
    pub(super) fn requirement(code: &'static str, point: usize, excess: i64) -> Self {
        Self::new(FindingKind::Requirement, code, excess).at_point(point)
    }

    fn new(kind: FindingKind, code: &'static str, excess: i64) -> Self {
        Self { kind, code, variant: None, day: None, truck: None, point: None, facility: None, excess, arguments: Vec::new() }
    }

    pub(super) fn variant(self, variant: &'static str) -> Self {
        Self { variant: Some(variant), ..self }
    }

    pub(super) fn on(self, day: usize) -> Self {
        Self { day: Some(day), ..self }
    }

    /// On the day and with the truck of a route.
    pub(super) fn of_route(self, route: &RouteReplay) -> Self {
        Self { day: Some(route.day), truck: Some(route.truck), ..self }
    }

    pub(super) fn at_point(self, point: usize) -> Self {
        Self { point: Some(point), ..self }
    }

    pub(super) fn at_facility(self, facility: usize) -> Self {
        Self { facility: Some(facility), ..self }
    }

    pub(super) fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }

    /// With a clock time, rounded up to the minute: never before the limit it exceeds.
    pub(super) fn with_clock(self, name: &'static str, time: Seconds) -> Self {
        self.with(name, clock_time_short(Seconds((readable(time).0 + 59).div_euclid(60) * 60)))
    }

    /// With a clock time, rounded down to the minute.
    pub(super) fn with_clock_down(self, name: &'static str, time: Seconds) -> Self {
        self.with(name, clock_time_short(Seconds(readable(time).0.div_euclid(60) * 60)))
    }

    /// With a duration in minutes, rounded up.
    pub(super) fn with_minutes(self, name: &'static str, duration: Seconds) -> Self {
        self.with(name, (duration.0 + 59).div_euclid(60))
    }

    pub(super) fn with_kg(self, name: &'static str, weight: Kilograms) -> Self {
        self.with(name, weight.0)
    }

    /// Key of its message in the catalogue.
    pub fn key(&self) -> String {
        let variant = self.variant.map(|variant| format!("-{variant}")).unwrap_or_default();
        match self.kind {
            FindingKind::Rule => format!("rule-{}{variant}", self.code),
            FindingKind::Requirement => format!("requirement-{}{variant}", self.code),
        }
    }

    /// The finding in the words of a language.
    pub fn worded(&self, text: &Text, problem: &Problem) -> WordedFinding {
        let (truck, point) = (self.truck.map(|it| &problem.trucks[it]), self.point.map(|it| &problem.points[it]));
        let facility = self.facility.map(|it| &problem.facilities[it]);
        let mut arguments = self.arguments.clone();
        arguments.extend(self.day.map(|day| ("day", Argument::from(weekday(day, text.language())))));
        arguments.extend(truck.map(|truck| ("truck", Argument::from(truck.id.as_str()))));
        arguments.extend(facility.map(|facility| ("facility", Argument::from(facility.name.as_str()))));
        if let Some(point) = point {
            arguments.push(("point", format!("{} ({})", point.name, point.id).into()));
            arguments.push(("commune", problem.communes[point.commune].name.as_str().into()));
            arguments.push(("people", point.people.into()));
        }
        WordedFinding {
            kind: self.kind,
            code: self.code,
            day: self.day,
            truck: truck.map(|truck| truck.id.clone()),
            point: point.map(|point| point.id.clone()),
            people: point.map(|point| point.people),
            facility: facility.map(|facility| facility.id.clone()),
            excess: self.excess,
            message: text.say(&self.key(), &arguments),
        }
    }
}

/// A recorded time may be anything; cut to where its minutes can still be reckoned.
fn readable(time: Seconds) -> Seconds {
    Seconds(time.0.clamp(-1_000_000_000, 1_000_000_000))
}

/// Adds a finding of `code` for each trip whose `amount` of a load exceeds the `limit` of its truck.
pub(super) fn report_overfull_trips(
    replay: &super::Replay,
    code: &'static str,
    amount: impl Fn(Load) -> i64,
    limit: impl Fn(usize) -> i64,
    findings: &mut Vec<Finding>,
) {
    for route in replay.routes() {
        for (trip, load) in route.trip_loads() {
            let excess = amount(load) - limit(route.truck);
            if excess > 0 {
                let finding = Finding::rule(code, excess).of_route(route).with("trip", trip + 1);
                findings.push(finding.with("load", amount(load)).with("limit", limit(route.truck)).with("excess", excess));
            }
        }
    }
}
