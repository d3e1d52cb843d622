//! How evenly service is spread, how far it could go, and the communes of 2025.

use serde::Serialize;

use super::Grid;
use super::indicator_rows::{CommuneRow, grid_2025, rows_2025};
use super::need::{disposal_capacity, weekly};
use crate::bound::{Limit, Scarce, service_bound};
use crate::kpi::{Facts, worst_commune};
use crate::model::Problem;
use crate::text::{Argument, Text, weekdays};

/// What is said of service beside the indicators.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServiceReport {
    /// The commune whose waste waits longest.
    pub worst_commune: Option<String>,
    /// What no plan can be better than.
    pub bound: Option<BoundReport>,
    /// Tonnes that facilities take in a week and tonnes that are made, where the first is less.
    pub disposal_short: Option<(f64, f64)>,
    /// A row for each commune of 2025.
    pub by_commune_2025: Vec<CommuneRow>,
}

/// A bound that holds for every plan with these trucks, crews and facilities; how near a plan may come to it is not known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BoundReport {
    /// No plan has a mean waiting age below, in days.
    pub waiting_age_days: f64,
    /// The same with trucks and facilities without limits.
    pub unlimited_days: f64,
    /// What keeps the bound from being better, in words; none where only the days and the greatest frequencies do.
    pub binding: Vec<String>,
}

impl ServiceReport {
    /// The report; its sentences are those of `text`.
    pub fn new(facts: &Facts, text: &Text) -> Self {
        let problem = facts.problem;
        let bound = service_bound(problem).map(|bound| BoundReport {
            waiting_age_days: bound.waiting_age_days,
            unlimited_days: bound.unlimited_days,
            binding: bound.binding.iter().map(|(limit, _)| limit_words(limit, problem, text)).collect(),
        });
        let made = weekly(problem).0;
        let short = disposal_capacity(problem).filter(|capacity| capacity.0 < made);
        Self {
            worst_commune: worst_commune(facts).map(|commune| problem.communes[commune].name.clone()),
            bound,
            disposal_short: short.map(|capacity| (capacity.tonnes(), made as f64 / 1000.0)),
            by_commune_2025: rows_2025(facts),
        }
    }

    /// What must be known before anything else: waste that no facility takes.
    pub fn warning(&self, text: &Text) -> Option<String> {
        let (capacity, made) = self.disposal_short?;
        let arguments = [
            ("capacity", Argument::Number(capacity, 0)),
            ("waste", Argument::Number(made, 0)),
            ("percent", Argument::Number(100.0 * (1.0 - capacity / made), 0)),
        ];
        Some(text.say("service-disposal-short", &arguments))
    }

    /// Sentences on equity and on the bound.
    pub fn lines(&self, value: impl Fn(&str, f64, usize) -> Argument, text: &Text) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(commune) = &self.worst_commune {
            let arguments = [
                ("once", value("people-visited-once-share", 100.0, 0)),
                ("twice", value("people-visited-twice-share", 100.0, 0)),
                ("thrice", value("people-visited-thrice-share", 100.0, 0)),
                ("commune", commune.as_str().into()),
                ("age", value("waiting-age-worst-commune", 1.0, 1)),
                ("gini", value("waiting-age-gini", 1.0, 2)),
            ];
            lines.push(text.say("service-equity", &arguments));
        }
        if let Some(bound) = &self.bound {
            let age = ("age", value("waiting-age", 1.0, 2));
            // Rounded down, so that what is shown is still a bound.
            let least = ("bound", Argument::Number((bound.waiting_age_days * 100.0).floor() / 100.0, 2));
            lines.push(match bound.binding.is_empty() {
                true => text.say("service-bound-of-days", &[age, least]),
                false => text.say("service-bound", &[age, least, ("resources", bound.binding.join("; ").into())]),
            });
        }
        lines
    }

    /// The table by commune of 2025; none where there is only one, or where each is one of the communes.
    pub fn grid(&self, n_communes: usize, text: &Text) -> Option<Grid> {
        let n = self.by_commune_2025.len();
        (n > 1 && n < n_communes).then(|| grid_2025(&self.by_commune_2025, text))
    }
}

/// A limit of the bound in words.
pub fn limit_words(limit: &Limit, problem: &Problem, text: &Text) -> String {
    let trucks: Vec<&str> = limit.trucks.iter().map(|truck| problem.trucks[*truck].id.as_str()).collect();
    let (key, amount) = match limit.resource {
        Scarce::Hours if limit.all_trucks => ("limit-hours-all", limit.amount),
        Scarce::Hours => ("limit-hours", limit.amount),
        Scarce::Intake => ("limit-intake", limit.amount),
        Scarce::Disposal => ("limit-disposal", limit.amount),
        Scarce::Budget => ("limit-budget", limit.amount / 1e6),
    };
    let arguments = [
        ("trucks", trucks.join(", ").into()),
        ("days", weekdays(limit.days.iter(), text.language()).into()),
        ("amount", Argument::Number(amount, 0)),
    ];
    text.say(key, &arguments)
}
