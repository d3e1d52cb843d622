//! What a planner chooses when a problem is built from the files.

use jiff::civil::Date;

use crate::dataset::{TruckRow, TruckStatus};

/// Which trucks are planned with, and for which week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The trucks.
    pub trucks: TruckChoice,
    /// The Monday of a dated week; nothing for the ordinary week.
    pub monday: Option<Date>,
}

/// Which trucks are planned with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TruckChoice {
    /// Every truck of the file.
    #[default]
    All,
    /// Those in service today.
    Existing,
    /// Those with these ids.
    Named(Vec<String>),
}

impl TruckChoice {
    /// Whether a truck is chosen.
    pub fn contains(&self, truck: &TruckRow) -> bool {
        match self {
            Self::All => true,
            Self::Existing => truck.status == TruckStatus::Existing,
            Self::Named(ids) => ids.contains(&truck.id),
        }
    }
}
