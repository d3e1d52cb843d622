//! `[simulation]`: how weeks differ from the week that was planned, and where each figure comes from.

/// A figure of the simulation. Its value stands in `[simulation]` of `project.toml` and its origin, where there is one, under the
/// same name in `[simulation_origin]`; a figure without an origin is assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// True amount of waste over the planned one.
    WasteLevel,
    /// Variation of the waste of whole weeks, common to all points.
    WasteWeekDeviation,
    /// Variation of the waste of a day at a point.
    WasteDayDeviation,
    /// Variation of what a market day brings on top of an ordinary day.
    MarketDeviation,
    /// Share of days with rain.
    RainyDays,
    /// Weight of waste on rainy days, as a factor.
    RainWaste,
    /// Travel time on rainy days, as a factor.
    RainTravel,
    /// Throughput of a furnace on rainy days, as a factor.
    RainBurning,
    /// True travel time over the planned one.
    TravelLevel,
    /// Variation of the travel times of a whole day.
    TravelDayDeviation,
    /// Variation of the travel time of a single leg.
    LegDeviation,
    /// True service time at points over the planned one.
    ServiceLevel,
    /// Variation of the service time at a point.
    ServiceDeviation,
    /// Variation of the time of an unload.
    UnloadDeviation,
    /// Breakdowns for each truck-day.
    Breakdowns,
    /// Mean hours until a truck runs again; the variation is 1.
    RepairHours,
    /// True throughput of a furnace over the planned one.
    BurnLevel,
    /// Variation of the throughput of a furnace from day to day.
    BurnDeviation,
    /// Unplanned stops of a furnace for each day.
    FurnaceStops,
    /// Mean hours of such a stop; the variation is 1.
    FurnaceStopHours,
    /// Hours that a crew waits beside a broken truck; a longer repair ends its day.
    RoadsideHours,
    /// Pay of an hour of overtime over that of an ordinary one.
    OvertimePay,
    /// Weeks at the start of each run of weeks that are left out.
    WarmUpWeeks,
    /// A week holds with at most so many hours of overtime, over all crews.
    ToleratedOvertimeHours,
    /// … with at most this share of the planned visits not made on their day.
    ToleratedMissed,
    /// … and with at most this share of the served points overflowing at any time.
    ToleratedOverflowing,
}

/// What is known of a figure before any project is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureFacts {
    /// Its key in the settings, and in the catalogue behind `simulate-figure-`.
    pub key: &'static str,
    /// Least value that makes sense.
    pub least: f64,
    /// Greatest value that makes sense.
    pub most: f64,
    /// Value where the settings have none.
    pub default: f64,
    /// Where the default comes from; nothing where it is assumed.
    pub source: Option<&'static str>,
    /// Value with which it brings no chance into a week.
    pub quiet: f64,
    /// From where to where it may well lie while nobody has measured it; nothing for what is chosen and cannot be measured.
    pub plausible: Option<(f64, f64)>,
}

impl Figure {
    /// Every figure, in the order of the documentation.
    pub const ALL: [Self; 26] = [
        Self::WasteLevel,
        Self::WasteWeekDeviation,
        Self::WasteDayDeviation,
        Self::MarketDeviation,
        Self::RainyDays,
        Self::RainWaste,
        Self::RainTravel,
        Self::RainBurning,
        Self::TravelLevel,
        Self::TravelDayDeviation,
        Self::LegDeviation,
        Self::ServiceLevel,
        Self::ServiceDeviation,
        Self::UnloadDeviation,
        Self::Breakdowns,
        Self::RepairHours,
        Self::BurnLevel,
        Self::BurnDeviation,
        Self::FurnaceStops,
        Self::FurnaceStopHours,
        Self::RoadsideHours,
        Self::OvertimePay,
        Self::WarmUpWeeks,
        Self::ToleratedOvertimeHours,
        Self::ToleratedMissed,
        Self::ToleratedOverflowing,
    ];

    /// What is known of it.
    pub fn facts(self) -> FigureFacts {
        const LABOUR_CODE: &str = "45/2019/QH14, article 98: at least 150 % on ordinary days";
        match self {
            Self::WasteLevel => measured("waste_level", (0.1, 5.0), 1.0, 1.0, (0.9, 1.1)),
            Self::WasteWeekDeviation => measured("waste_week_deviation", (0.0, 2.0), 0.06, 0.0, (0.03, 0.12)),
            Self::WasteDayDeviation => measured("waste_day_deviation", (0.0, 2.0), 0.25, 0.0, (0.12, 0.5)),
            Self::MarketDeviation => measured("market_deviation", (0.0, 2.0), 0.3, 0.0, (0.15, 0.6)),
            Self::RainyDays => measured("rainy_days", (0.0, 1.0), 0.35, 0.0, (0.15, 0.55)),
            Self::RainWaste => measured("rain_waste", (0.5, 3.0), 1.1, 1.0, (1.0, 1.2)),
            Self::RainTravel => measured("rain_travel", (0.5, 5.0), 1.1, 1.0, (1.0, 1.25)),
            Self::RainBurning => measured("rain_burning", (0.0, 2.0), 0.9, 1.0, (0.75, 1.0)),
            Self::TravelLevel => measured("travel_level", (0.1, 5.0), 1.0, 1.0, (0.9, 1.15)),
            Self::TravelDayDeviation => measured("travel_day_deviation", (0.0, 2.0), 0.06, 0.0, (0.03, 0.12)),
            Self::LegDeviation => measured("leg_deviation", (0.0, 2.0), 0.2, 0.0, (0.1, 0.4)),
            Self::ServiceLevel => measured("service_level", (0.1, 5.0), 1.0, 1.0, (0.85, 1.2)),
            Self::ServiceDeviation => measured("service_deviation", (0.0, 2.0), 0.3, 0.0, (0.15, 0.6)),
            Self::UnloadDeviation => measured("unload_deviation", (0.0, 2.0), 0.25, 0.0, (0.12, 0.5)),
            Self::Breakdowns => measured("breakdowns", (0.0, 1.0), 0.01, 0.0, (0.003, 0.03)),
            Self::RepairHours => measured("repair_hours", (0.0, 1000.0), 8.0, 8.0, (4.0, 24.0)),
            Self::BurnLevel => measured("burn_level", (0.0, 5.0), 1.0, 1.0, (0.8, 1.1)),
            Self::BurnDeviation => measured("burn_deviation", (0.0, 2.0), 0.1, 0.0, (0.05, 0.2)),
            Self::FurnaceStops => measured("furnace_stops", (0.0, 1.0), 0.02, 0.0, (0.005, 0.06)),
            Self::FurnaceStopHours => measured("furnace_stop_hours", (0.0, 1000.0), 12.0, 12.0, (6.0, 36.0)),
            Self::RoadsideHours => chosen("roadside_hours", (0.0, 24.0), 2.0, None),
            Self::OvertimePay => chosen("overtime_pay", (1.0, 10.0), 1.5, Some(LABOUR_CODE)),
            Self::WarmUpWeeks => chosen("warm_up_weeks", (0.0, 100.0), 4.0, None),
            Self::ToleratedOvertimeHours => chosen("tolerated_overtime_hours", (0.0, 10_000.0), 2.0, None),
            Self::ToleratedMissed => chosen("tolerated_missed", (0.0, 1.0), 0.02, None),
            Self::ToleratedOverflowing => chosen("tolerated_overflowing", (0.0, 1.0), 0.05, None),
        }
    }
}

fn measured(key: &'static str, (least, most): (f64, f64), default: f64, quiet: f64, plausible: (f64, f64)) -> FigureFacts {
    FigureFacts { key, least, most, default, source: None, quiet, plausible: Some(plausible) }
}

fn chosen(key: &'static str, (least, most): (f64, f64), default: f64, source: Option<&'static str>) -> FigureFacts {
    FigureFacts { key, least, most, default, source, quiet: default, plausible: None }
}

/// `[simulation]` and `[simulation_origin]`: the value of every figure, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    values: Vec<f64>,
    origins: Vec<Option<String>>,
}

impl Default for Simulation {
    fn default() -> Self {
        let source = |figure: &Figure| figure.facts().source.map(str::to_owned);
        Self {
            values: Figure::ALL.iter().map(|figure| figure.facts().default).collect(),
            origins: Figure::ALL.iter().map(source).collect(),
        }
    }
}

impl Simulation {
    /// The value of a figure, within its range.
    pub fn value(&self, figure: Figure) -> f64 {
        self.values[figure as usize]
    }

    /// Where the value comes from; nothing where it is assumed.
    pub fn origin(&self, figure: Figure) -> Option<&str> {
        self.origins[figure as usize].as_deref()
    }

    /// The same with another value of a figure, cut to its range.
    pub fn with(mut self, figure: Figure, value: f64) -> Self {
        let facts = figure.facts();
        self.values[figure as usize] = if value.is_finite() { value.clamp(facts.least, facts.most) } else { facts.default };
        self
    }

    /// The same with another origin of a figure.
    pub(super) fn with_origin(mut self, figure: Figure, origin: Option<String>) -> Self {
        if origin.is_some() {
            self.origins[figure as usize] = origin;
        }
        self
    }

    /// The same without chance: every week is the planned one.
    pub fn quiet(&self) -> Self {
        Figure::ALL.iter().fold(self.clone(), |quiet, figure| quiet.with(*figure, figure.facts().quiet))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_at_their_places_and_within_their_ranges() {
        for (index, figure) in Figure::ALL.iter().enumerate() {
            let facts = figure.facts();
            assert_eq!(*figure as usize, index, "{}", facts.key);
            let (low, high) = facts.plausible.unwrap_or((facts.default, facts.default));
            for value in [facts.default, facts.quiet, low, high] {
                assert!((facts.least..=facts.most).contains(&value), "{}", facts.key);
            }
            assert!(low <= facts.default && facts.default <= high, "{}", facts.key);
            assert!(Figure::ALL[..index].iter().all(|other| other.facts().key != facts.key));
        }
    }
}
