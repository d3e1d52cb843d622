//! Names of the figures of the settings, and of what they do.

use serde::Serialize;

use crate::settings::{Figure, Simulation};
use crate::simulate::Influence;
use crate::text::Text;

/// A figure as the simulation used it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureEntry {
    /// Its key in the settings.
    pub key: &'static str,
    /// Its value.
    pub value: f64,
    /// Where it comes from; nothing where it is assumed.
    pub origin: Option<String>,
}

/// A figure at both ends of its plausible range.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InfluenceEntry {
    /// Its key in the settings.
    pub key: &'static str,
    /// Its name.
    pub name: String,
    /// Whether nobody has measured it.
    pub assumed: bool,
    /// From.
    pub low: f64,
    /// To.
    pub high: f64,
    /// Share of weeks that hold at both ends.
    pub holds: (f64, f64),
    /// Visits a week made neither on their day nor on the next, at both ends.
    pub lapsed: (f64, f64),
    /// Hours of overtime a week at both ends.
    pub overtime: (f64, f64),
    /// Hours of overflow a week at both ends.
    pub overflow_hours: (f64, f64),
    /// Its share of what all figures do, each by itself.
    pub weight: f64,
}

/// Every figure, in the order of the documentation.
pub(super) fn figures(simulation: &Simulation) -> Vec<FigureEntry> {
    let entry = |figure: &Figure| FigureEntry {
        key: figure.facts().key,
        value: simulation.value(*figure),
        origin: simulation.origin(*figure).map(str::to_owned),
    };
    Figure::ALL.iter().map(entry).collect()
}

/// How many figures that can be measured are assumed, and how many there are.
pub(super) fn assumed(simulation: &Simulation) -> (usize, usize) {
    let measurable: Vec<&Figure> = Figure::ALL.iter().filter(|figure| figure.facts().plausible.is_some()).collect();
    (measurable.iter().filter(|figure| simulation.origin(***figure).is_none()).count(), measurable.len())
}

/// What figures do, the most influential first.
pub(super) fn influences(influences: &[Influence], simulation: &Simulation, text: &Text) -> Vec<InfluenceEntry> {
    let entry = |influence: &Influence| InfluenceEntry {
        key: influence.figure.facts().key,
        name: name(influence.figure, text),
        assumed: simulation.origin(influence.figure).is_none(),
        low: influence.range.0,
        high: influence.range.1,
        holds: influence.holds,
        lapsed: influence.means[0],
        overtime: influence.means[1],
        overflow_hours: influence.means[2],
        weight: influence.weight,
    };
    influences.iter().map(entry).collect()
}

/// The name of a figure; what is chosen and cannot be measured has its key.
fn name(figure: Figure, text: &Text) -> String {
    let key = match figure {
        Figure::WasteLevel => "simulate-figure-waste-level",
        Figure::WasteWeekDeviation => "simulate-figure-waste-week-deviation",
        Figure::WasteDayDeviation => "simulate-figure-waste-day-deviation",
        Figure::MarketDeviation => "simulate-figure-market-deviation",
        Figure::RainyDays => "simulate-figure-rainy-days",
        Figure::RainWaste => "simulate-figure-rain-waste",
        Figure::RainTravel => "simulate-figure-rain-travel",
        Figure::RainBurning => "simulate-figure-rain-burning",
        Figure::TravelLevel => "simulate-figure-travel-level",
        Figure::TravelDayDeviation => "simulate-figure-travel-day-deviation",
        Figure::LegDeviation => "simulate-figure-leg-deviation",
        Figure::ServiceLevel => "simulate-figure-service-level",
        Figure::ServiceDeviation => "simulate-figure-service-deviation",
        Figure::UnloadDeviation => "simulate-figure-unload-deviation",
        Figure::Breakdowns => "simulate-figure-breakdowns",
        Figure::RepairHours => "simulate-figure-repair-hours",
        Figure::BurnLevel => "simulate-figure-burn-level",
        Figure::BurnDeviation => "simulate-figure-burn-deviation",
        Figure::FurnaceStops => "simulate-figure-furnace-stops",
        Figure::FurnaceStopHours => "simulate-figure-furnace-stop-hours",
        chosen => return chosen.facts().key.to_owned(),
    };
    text.plain(key)
}
