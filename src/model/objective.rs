//! What a plan is worth, level by level.

use serde::{Deserialize, Serialize};

use crate::units::{Kilograms, Vnd};

/// The levels of the objective, most important first; compared in this order, less is better.
///
/// A plan that breaks a rule has no objective. Service is compared to a resolution of 0.001 day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Objective {
    /// People at points that miss a requirement.
    pub people_short: i64,
    /// People-weighted mean waiting age plus weighted age of the worst commune, in thousandths of a day.
    pub service_millidays: i64,
    /// With `burn_first`: tipped at facilities of lower priority.
    pub not_burnt: Kilograms,
    /// Money of a week: kilometres, crew hours, truck-days, tipping, patterns beyond those asked for.
    pub cost: Vnd,
}
