//! A project without files to try reports on; only in tests.

use crate::dataset::Dataset;
use crate::settings::{Cost, Crew, Reserve, Service, Settings, Simulation, Waste};
use crate::units::Vnd;

/// A dataset without rows.
pub fn nothing_read() -> Dataset {
    let settings = Settings {
        name: String::new(),
        service: Service { never_below_today: true, worst_commune_weight: 0.0, day_patterns_per_commune: 3 },
        reserve: Reserve { hours: 0.0, payload: 0.0 },
        cost: Cost { budget_per_week: None, burn_first: true, diesel_vnd_per_l: 0.0, extra_day_pattern: Vnd(0) },
        crew: Crew { preparation_min: 0.0, max_driving_hours_per_day: 10.0, max_driving_hours_without_break: 4.0 },
        waste: Waste { container_density_kg_per_m3: 250.0, compacted_density_kg_per_m3: 500.0, speed_factor: 1.0 },
        simulation: Simulation::default(),
    };
    Dataset {
        settings,
        communes: Vec::new(),
        points: Vec::new(),
        trucks: Vec::new(),
        depots: Vec::new(),
        facilities: Vec::new(),
        calendar: Vec::new(),
        roads: Vec::new(),
        fingerprint: String::new(),
    }
}
