//! Asks one rule about one plan; only in tests.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::Constraint;
use crate::model::{Plan, Problem};
use crate::text::{Language, Text};

/// What `rule` finds in `plan`; its words exist in both languages.
pub fn findings(rule: &dyn Constraint, problem: &Problem, plan: &Plan) -> Vec<Finding> {
    let mut found = Vec::new();
    rule.verify(problem, plan, &Replay::new(problem, plan), &mut found);
    for text in Language::ALL.map(Text::new) {
        for finding in &found {
            assert_eq!(finding.code, rule.code());
            assert!(text.has(&finding.key()), "the catalogue lacks `{}`", finding.key());
            finding.worded(&text, problem);
        }
    }
    found
}
