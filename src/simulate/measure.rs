//! What is counted in each week.

/// A quantity of a week, counted in whole base units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Visits that the plan has on days that were lived through.
    Planned,
    /// Planned visits not made on their day.
    Missed,
    /// Missed visits made on the next day of service.
    CaughtUp,
    /// Missed visits not made on the next day of service either: sooner or later every missed visit is one of the two.
    Lapsed,
    /// Points whose containers overflowed, each counted once between two visits.
    Overflows,
    /// How long containers overflowed, in seconds, over all points.
    OverflowHours,
    /// Points at which containers overflowed at any time of the week.
    Overflowing,
    /// Working time beyond the longest, or beyond the shift, whichever is more; in seconds.
    Overtime,
    /// Working time, in seconds.
    Working,
    /// Waiting at gates, in seconds.
    Waiting,
    /// Waste made, in kilograms.
    Made,
    /// Of it at points that the plan never visits, in kilograms; these are not counted as overflowing.
    Unserved,
    /// Collected, in kilograms.
    Collected,
    /// Burnt at approved incinerators, in kilograms.
    Burnt,
    /// Tipped at approved landfills, in kilograms.
    Landfilled,
    /// Tipped where nothing is approved, in kilograms.
    Unapproved,
    /// Load over payload of all trips that were unloaded, in thousandths.
    LoadFactor,
    /// Way driven, in metres.
    Distance,
    /// Paid: kilometres, crews with overtime, truck-days, tipping; in đồng.
    Cost,
    /// Breakdowns.
    Breakdowns,
    /// Planned truck-days on which the truck was in repair.
    Idle,
    /// Unloads that were not planned because the truck was full.
    EarlyUnloads,
    /// Trucks that a gate sent away.
    TurnedAway,
    /// Highest level of the yards, in kilograms.
    YardPeak,
}

/// What a measure is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureUnit {
    /// A number.
    Number,
    /// Hours; counted in seconds.
    Hours,
    /// Tonnes; counted in kilograms.
    Tonnes,
    /// A share; counted in thousandths.
    Share,
    /// Kilometres; counted in metres.
    Kilometres,
    /// Đồng.
    Vnd,
}

/// A measure: its key, and behind `simulate-measure-` in the catalogue; its unit; whether it is known by commune, truck and weekday.
#[derive(Clone, Copy, Debug)]
pub struct MeasureFacts {
    /// The measure.
    pub measure: Measure,
    /// Its stable key.
    pub key: &'static str,
    /// What it is shown in.
    pub unit: MeasureUnit,
    /// Whether it is counted for each commune.
    pub by_commune: bool,
    /// Whether it is counted for each truck.
    pub by_truck: bool,
    /// Whether it is counted for each weekday.
    pub by_day: bool,
}

/// Every measure, in the order of [`Measure`] and of reports.
pub const MEASURES: &[MeasureFacts] = &[
    facts(Measure::Planned, "planned", MeasureUnit::Number, [true, true, true]),
    facts(Measure::Missed, "missed", MeasureUnit::Number, [true, true, true]),
    facts(Measure::CaughtUp, "caught-up", MeasureUnit::Number, [true, false, true]),
    facts(Measure::Lapsed, "lapsed", MeasureUnit::Number, [true, false, true]),
    facts(Measure::Overflows, "overflows", MeasureUnit::Number, [true, false, true]),
    facts(Measure::OverflowHours, "overflow-hours", MeasureUnit::Hours, [true, false, true]),
    facts(Measure::Overflowing, "overflowing", MeasureUnit::Number, [true, false, false]),
    facts(Measure::Overtime, "overtime", MeasureUnit::Hours, [false, true, true]),
    facts(Measure::Working, "working", MeasureUnit::Hours, [false, true, true]),
    facts(Measure::Waiting, "waiting", MeasureUnit::Hours, [false, true, true]),
    facts(Measure::Made, "made", MeasureUnit::Tonnes, [true, false, true]),
    facts(Measure::Unserved, "unserved", MeasureUnit::Tonnes, [true, false, true]),
    facts(Measure::Collected, "collected", MeasureUnit::Tonnes, [true, true, true]),
    facts(Measure::Burnt, "burnt", MeasureUnit::Tonnes, [false, false, true]),
    facts(Measure::Landfilled, "landfilled", MeasureUnit::Tonnes, [false, true, true]),
    facts(Measure::Unapproved, "unapproved", MeasureUnit::Tonnes, [false, true, true]),
    facts(Measure::LoadFactor, "load-factor", MeasureUnit::Share, [false, true, true]),
    facts(Measure::Distance, "distance", MeasureUnit::Kilometres, [false, true, true]),
    facts(Measure::Cost, "cost", MeasureUnit::Vnd, [false, true, true]),
    facts(Measure::Breakdowns, "breakdowns", MeasureUnit::Number, [false, true, true]),
    facts(Measure::Idle, "idle", MeasureUnit::Number, [false, true, true]),
    facts(Measure::EarlyUnloads, "early-unloads", MeasureUnit::Number, [false, true, true]),
    facts(Measure::TurnedAway, "turned-away", MeasureUnit::Number, [false, true, true]),
    facts(Measure::YardPeak, "yard-peak", MeasureUnit::Tonnes, [false, false, false]),
];

/// Number of measures.
pub(super) const N_MEASURES: usize = MEASURES.len();

const fn facts(measure: Measure, key: &'static str, unit: MeasureUnit, [by_commune, by_truck, by_day]: [bool; 3]) -> MeasureFacts {
    MeasureFacts { measure, key, unit, by_commune, by_truck, by_day }
}

impl Measure {
    /// What is known of it.
    pub fn facts(self) -> &'static MeasureFacts {
        &MEASURES[self as usize]
    }
}

impl MeasureUnit {
    /// Base units in one that is shown.
    pub fn scale(self) -> f64 {
        match self {
            Self::Number | Self::Vnd => 1.0,
            Self::Hours => 3600.0,
            Self::Tonnes | Self::Kilometres | Self::Share => 1000.0,
        }
    }

    /// In machine form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Hours => "h",
            Self::Tonnes => "t",
            Self::Share => "share",
            Self::Kilometres => "km",
            Self::Vnd => "VND",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_stand_at_their_places() {
        for (index, facts) in MEASURES.iter().enumerate() {
            assert_eq!(facts.measure as usize, index, "{}", facts.key);
            assert_eq!(facts.measure.facts().key, facts.key);
        }
    }
}
