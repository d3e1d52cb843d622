//! `thugom check`: what the verifier found, in words.

use serde::Serialize;

use crate::constraint::{FindingKind, Verdict, WordedFinding};
use crate::model::{Plan, Problem};
use crate::text::Text;

/// What is wrong with a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckReport {
    /// Whether the plan was made for the input it was checked against.
    pub same_input: bool,
    /// Truck-days of the plan.
    pub routes: usize,
    /// Visits of the plan.
    pub visits: usize,
    /// Broken rules.
    pub violations: Vec<WordedFinding>,
    /// Requirements not met.
    pub shortfalls: Vec<WordedFinding>,
    /// People at points with requirements not met, each point counted once.
    pub people_short: i64,
}

impl CheckReport {
    /// The findings of `verdict` in the words of `text`.
    pub fn new(problem: &Problem, plan: &Plan, verdict: &Verdict, text: &Text) -> Self {
        let routes = || plan.days.iter().flatten();
        Self {
            same_input: plan.run.fingerprint == problem.fingerprint,
            routes: routes().count(),
            visits: routes().flat_map(|route| route.stops()).count(),
            violations: verdict.violations.iter().map(|finding| finding.worded(text, problem)).collect(),
            shortfalls: verdict.shortfalls.iter().map(|finding| finding.worded(text, problem)).collect(),
            people_short: verdict.people_short,
        }
    }

    /// The report for a screen: a line for each finding, after a line for their number.
    pub fn screen(&self, text: &Text) -> String {
        let mut lines = vec![text.say("report-check-plan", &[("routes", self.routes.into()), ("visits", self.visits.into())])];
        if self.violations.is_empty() {
            lines.push(text.plain("report-check-no-violation"));
        } else {
            lines.push(text.say("report-check-violations", &[("count", self.violations.len().into())]));
            lines.extend(self.violations.iter().map(listed));
        }
        if self.shortfalls.is_empty() {
            lines.push(text.plain("report-all-met"));
        } else {
            let arguments = [("count", self.shortfalls.len().into()), ("people", self.people_short.into())];
            lines.push(text.say("report-check-shortfalls", &arguments));
            lines.extend(self.shortfalls.iter().map(listed));
        }
        lines.join("\n") + "\n"
    }

    /// The findings as a table, a row for each.
    pub fn csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let in_memory = "writing to memory cannot fail";
        writer.write_record(["kind", "code", "day", "truck", "point", "people", "facility", "excess", "message"]).expect(in_memory);
        for finding in self.violations.iter().chain(&self.shortfalls) {
            let kind = match finding.kind {
                FindingKind::Rule => "rule",
                FindingKind::Requirement => "requirement",
            };
            let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
            let word = |word: &Option<String>| word.clone().unwrap_or_default();
            let row = [
                kind.to_owned(),
                finding.code.to_owned(),
                number(finding.day.map(|day| day as i64)),
                word(&finding.truck),
                word(&finding.point),
                number(finding.people),
                word(&finding.facility),
                finding.excess.to_string(),
                finding.message.clone(),
            ];
            writer.write_record(row).expect(in_memory);
        }
        writer.into_inner().expect(in_memory)
    }
}

fn listed(finding: &WordedFinding) -> String {
    format!("  - {} [{}]", finding.message, finding.code)
}
