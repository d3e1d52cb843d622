//! What a plan is worth in figures people ask for: indicators, figures of routes, and what binds.
//!
//! All are measured on the replay of a plan ([`Facts`]), never on what the plan has recorded. The week is the horizon. Figures
//! are for display, so they are floats.

mod binding;
mod facts;
mod indicator;
mod route_figures;
mod shares;

mod day_patterns;
mod effort;
mod equity;
mod load_factor;
mod money;
mod people;
mod steadiness;
mod visits;
mod waiting;
mod waste;

pub use binding::{Binding, Resource, binding};
pub use facts::{Facts, Tally};
pub use indicator::{Indicator, Scope, Unit, indicator};
pub use route_figures::{Figures, RouteFigures, figures_by_day, figures_by_truck, route_figures};
pub use waiting::worst_commune;

use equity::{AgeGini, VisitedAtLeast};
use people::{People, PeopleShare};
use visits::Visits;
use waste::{Waste, WasteShare};

/// Every indicator, in the order of reports.
pub const INDICATORS: &[&dyn Indicator] = &[
    &People::All,
    &People::ServedToday,
    &PeopleShare(People::ServedToday),
    &People::Served,
    &PeopleShare(People::Served),
    &People::Short,
    &VisitedAtLeast(1),
    &VisitedAtLeast(2),
    &VisitedAtLeast(3),
    &Visits::MeanToday,
    &Visits::Mean,
    &Visits::LeastToday,
    &Visits::Least,
    &Visits::NumberToday,
    &Visits::Number,
    &waiting::LongestGap,
    &waiting::Age,
    &waiting::WorstCommuneAge,
    &AgeGini,
    &Waste::Made,
    &Waste::Collected,
    &WasteShare(Waste::Collected),
    &Waste::Burnt,
    &WasteShare(Waste::Burnt),
    &Waste::Landfilled,
    &WasteShare(Waste::Landfilled),
    &Waste::Unapproved,
    &WasteShare(Waste::Unapproved),
    &Waste::NotCollected,
    &WasteShare(Waste::NotCollected),
    &effort::Distance,
    &effort::WorkingHours,
    &money::WeekCost,
    &money::CostPerTonne,
    &money::CostPerPersonMonth,
    &day_patterns::DayPatterns,
    &steadiness::PickupSpread,
    &load_factor::LoadFactor,
];
