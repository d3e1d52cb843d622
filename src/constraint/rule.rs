//! What a rule and a requirement have in common.

use super::finding::Finding;
use super::replay::Replay;
use crate::model::{Plan, Problem};

/// A rule or a requirement, stated in the obvious way.
pub trait Constraint: Sync {
    /// Stable code, `kebab-case`; its messages in the catalogue begin with `rule-` or `requirement-` and this.
    fn code(&self) -> &'static str;

    /// Adds a finding for each place where `plan`, whose replay is `replay`, breaks it.
    fn verify(&self, problem: &Problem, plan: &Plan, replay: &Replay, findings: &mut Vec<Finding>);
}
