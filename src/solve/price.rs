//! What the search pays for: money, service, missed requirements and broken rules, in one currency.

use super::setup::Setup;

/// Prices in đồng. Service and requirements are weighted so high that, at the end of the search, no cost outweighs them;
/// broken rules are priced by penalties that adapt until about a third of the states keep every rule.
///
/// # Why
///
/// The objective is lexicographic, but a search that compares level by level can't cross a valley. Weights make the levels
/// commensurable; only the incumbent is compared level by level (see [`super::island`]).
#[derive(Clone, Debug)]
pub(super) struct Prices {
    /// A person at a point that misses a requirement.
    pub person_short: i64,
    /// A person-day² (`people · Σ g²`) of waiting, in 1/1024 đồng.
    pub waiting: i64,
    /// A kilogram that goes to a facility of lower priority.
    pub not_burnt: i64,
    /// A second beyond working time, shift, window or opening hours; in 1/1024.
    pub second_over: i64,
    /// A kilogram beyond what a truck holds or a facility takes; in 1/1024.
    pub kg_over: i64,
    /// Nearest points beside which a place for a visit is looked for.
    pub n_near: usize,
    /// Cost of one visit in an ordinary plan: the scale of temperatures and weights.
    pub visit: i64,
}

/// Penalties are fixed-point numbers with so many binary places: in classic instances a second is worth less than the unit of cost.
pub(super) const PENALTY_BITS: u32 = 10;
/// Nearest points beside which a place is looked for, in a district.
const N_NEAR: usize = 12;
/// A raise of the mean point from two to three visits a week is worth about this many visits' costs, over the 8 days² it saves.
const SERVICE_WEIGHT: i64 = 3;
/// Meeting the requirements of the mean point is worth this many visits' costs.
const REQUIREMENT_WEIGHT: i64 = 250;
/// Burning a kilogram rather than burying it, at the least: a detour's worth for a truck's load, far less than a visit of service.
const BURN_VND_PER_KG: i64 = 400;

impl Prices {
    /// Prices at the start of a search.
    pub fn new(setup: &Setup) -> Self {
        let visit = visit_cost(setup);
        let people_per_point = (setup.people / setup.n_points.max(1) as i64).max(1);
        let squares_saved = 8;
        Self {
            person_short: REQUIREMENT_WEIGHT * visit / people_per_point,
            waiting: if setup.problem.policy.waiting_counts {
                (SERVICE_WEIGHT * visit * 1024 / (people_per_point * squares_saved)).max(1)
            } else {
                0
            },
            not_burnt: if setup.problem.policy.burn_first { burn_price(setup) } else { 0 },
            second_over: (visit << PENALTY_BITS) / 12,
            kg_over: (visit << PENALTY_BITS) / 8,
            n_near: N_NEAR,
            visit,
        }
    }

    /// Price of seconds beyond limits.
    #[inline]
    pub fn of_second_over(&self, seconds: i64) -> i64 {
        (self.second_over * seconds) >> PENALTY_BITS
    }

    /// Price of kilograms beyond limits.
    #[inline]
    pub fn of_kg_over(&self, kg: i64) -> i64 {
        (self.kg_over * kg) >> PENALTY_BITS
    }
}

/// Price of a kilogram passed over the furnace: more than any difference of tipping prices, which must not outweigh it.
fn burn_price(setup: &Setup) -> i64 {
    let tipping = || setup.problem.facilities.iter().map(|facility| facility.tipping_per_tonne.0);
    let difference = tipping().max().unwrap_or(0) - tipping().min().unwrap_or(0);
    BURN_VND_PER_KG.max(2 * difference / 1000)
}

/// A rough cost of one visit: the costs of a full truck-day over the stops that fit into it at a quarter of an hour each.
fn visit_cost(setup: &Setup) -> i64 {
    let per_truck = setup.problem.trucks.iter().map(|truck| {
        let hours = truck.work_limit.0 as f64 / 3600.0;
        let km = 12.0 * hours;
        let day = truck.cost_per_day.0 as f64 + hours * truck.cost_per_hour.0 as f64 + km * truck.cost_per_1000_km.0 as f64 / 1000.0;
        day / (4.0 * hours).max(1.0)
    });
    let n = setup.n_trucks.max(1) as f64;
    ((per_truck.sum::<f64>() / n) as i64).max(100)
}
