//! People, and whom the trucks reach.

use super::facts::Facts;
use super::indicator::{Indicator, Scope, Unit};

/// People at points.
#[derive(Clone, Copy)]
pub enum People {
    /// All of them.
    All,
    /// Where trucks come today.
    ServedToday,
    /// Where trucks come in the plan.
    Served,
    /// Where a requirement is missed.
    Short,
}

impl Indicator for People {
    fn key(&self) -> &'static str {
        match self {
            Self::All => "people",
            Self::ServedToday => "people-served-today",
            Self::Served => "people-served",
            Self::Short => "people-short",
        }
    }

    fn unit(&self) -> Unit {
        Unit::People
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let tally = facts.tally(scope);
        let people = match self {
            Self::All => tally.people,
            Self::ServedToday => tally.served_today,
            Self::Served => tally.served,
            Self::Short => tally.short,
        };
        Some(people as f64)
    }
}

/// The share of all people; nothing where nobody lives.
pub struct PeopleShare(pub People);

impl Indicator for PeopleShare {
    fn key(&self) -> &'static str {
        match self.0 {
            People::All => "people-share",
            People::ServedToday => "people-served-today-share",
            People::Served => "people-served-share",
            People::Short => "people-short-share",
        }
    }

    fn unit(&self) -> Unit {
        Unit::Share
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let people = facts.tally(scope).people;
        (people > 0).then_some(self.0.measure(facts, scope)? / people as f64)
    }
}
