//! Where the waste goes.

use super::facts::{Facts, Tally};
use super::indicator::{Indicator, Scope, Unit};

/// Tonnes of a week.
#[derive(Clone, Copy)]
pub enum Waste {
    /// Made at all points.
    Made,
    /// Made at points that the plan visits.
    Collected,
    /// Burnt at approved incinerators.
    Burnt,
    /// Buried at approved landfills.
    Landfilled,
    /// Tipped where it does not count as treated.
    Unapproved,
    /// Made at points that the plan does not visit.
    NotCollected,
}

impl Waste {
    fn kilograms(self, tally: &Tally) -> i64 {
        match self {
            Self::Made => tally.made,
            Self::Collected => tally.made - tally.not_collected,
            Self::Burnt => tally.burnt,
            Self::Landfilled => tally.landfilled,
            Self::Unapproved => tally.unapproved,
            Self::NotCollected => tally.not_collected,
        }
    }
}

impl Indicator for Waste {
    fn key(&self) -> &'static str {
        match self {
            Self::Made => "waste-made",
            Self::Collected => "waste-collected",
            Self::Burnt => "waste-burnt",
            Self::Landfilled => "waste-landfilled",
            Self::Unapproved => "waste-unapproved",
            Self::NotCollected => "waste-not-collected",
        }
    }

    fn unit(&self) -> Unit {
        Unit::Tonnes
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        Some(self.kilograms(facts.tally(scope)) as f64 / 1000.0)
    }
}

/// The share of all waste made; nothing where none is made.
///
/// Burnt, landfilled, tipped unapproved and not collected add up to 1, but for the rounding of each visit to a kilogram and
/// for what a truck that may come home loaded keeps on board.
pub struct WasteShare(pub Waste);

impl Indicator for WasteShare {
    fn key(&self) -> &'static str {
        match self.0 {
            Waste::Made => "waste-made-share",
            Waste::Collected => "waste-collected-share",
            Waste::Burnt => "waste-burnt-share",
            Waste::Landfilled => "waste-landfilled-share",
            Waste::Unapproved => "waste-unapproved-share",
            Waste::NotCollected => "waste-not-collected-share",
        }
    }

    fn unit(&self) -> Unit {
        Unit::Share
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let tally = facts.tally(scope);
        (tally.made > 0).then_some(self.0.kilograms(tally) as f64 / tally.made as f64)
    }
}
