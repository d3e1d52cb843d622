//! The planner's settings (`project.toml`).

mod read;
mod simulation;

pub use simulation::{Figure, FigureFacts, Simulation};

use crate::units::Vnd;

/// Every setting of a project, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Name of the district.
    pub name: String,
    /// What service is owed and preferred.
    pub service: Service,
    /// What is kept free for the unforeseen.
    pub reserve: Reserve,
    /// Money.
    pub cost: Cost,
    /// Crews and the law.
    pub crew: Crew,
    /// Waste.
    pub waste: Waste,
    /// How weeks differ from the planned one.
    pub simulation: Simulation,
}

/// `[service]`
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// No point is visited less often than today.
    pub never_below_today: bool,
    /// Weight of the waiting age of the worst commune beside the people-weighted mean; 0 or more.
    pub worst_commune_weight: f64,
    /// Different sets of days within one commune that cost nothing extra.
    pub day_patterns_per_commune: usize,
}

/// `[reserve]`: shares from 0 to below 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Reserve {
    /// Of every truck-day's working time.
    pub hours: f64,
    /// Of every trip's payload and volume.
    pub payload: f64,
}

/// `[cost]`
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// Hard limit of a week's cost; none where it is 0 in the file.
    pub budget_per_week: Option<Vnd>,
    /// The furnace is filled before the landfill, whatever the two cost.
    pub burn_first: bool,
    /// Price of fuel.
    pub diesel_vnd_per_l: f64,
    /// Price of each set of days in a commune beyond `day_patterns_per_commune`, a week.
    pub extra_day_pattern: Vnd,
}

/// `[crew]`
#[derive(Clone, Debug, PartialEq)]
pub struct Crew {
    /// Minutes at the depot before leaving; working time.
    pub preparation_min: f64,
    /// Longest driving time of a day.
    pub max_driving_hours_per_day: f64,
    /// Longest driving time without a break.
    pub max_driving_hours_without_break: f64,
}

/// `[waste]`
#[derive(Clone, Debug, PartialEq)]
pub struct Waste {
    /// Density in the containers.
    pub container_density_kg_per_m3: f64,
    /// Density in the truck.
    pub compacted_density_kg_per_m3: f64,
    /// Mean speed over planning speed of a road.
    pub speed_factor: f64,
}
