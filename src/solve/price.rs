//! What the search pays for: money, service, missed requirements and broken rules, in one currency.

use super::setup::Setup;

/// Prices in đồng. Service and requirements are weighted so high that, at the end of the search, no cost outweighs them;
/// broken rules are priced by penalties that adapt until about a third of the states keep every rule, and grow with service beyond its full price.
///
/// # Why
///
/// The objective is lexicographic, but a search that compares level by level can't cross a valley. Weights make the levels
/// commensurable; only the incumbent is compared level by level (see [`super::island`]).
#[derive(Clone, Debug)]
pub(super) struct Prices {
    /// A person at a point that misses a requirement.
    pub person_short: i64,
    /// A person-day² (`people · Σ g²`) of waiting, in 1/1024 đồng; 0 where waiting does not count.
    pub waiting: i64,
    /// A kilogram that goes to a facility of lower priority: the wish to burn, or only what makes facilities cost the same.
    pub passed_over: i64,
    /// A second beyond working time, shift, window or opening hours; in 1/1024.
    pub second_over: i64,
    /// A kilogram beyond what a truck holds or a facility takes; in 1/1024.
    pub kg_over: i64,
    /// Nearest points beside which a place for a visit is looked for.
    pub n_near: usize,
    /// Cost of one visit in an ordinary plan: the scale of temperatures and weights.
    pub visit: i64,
    /// Where it is not zero, an iteration that does otherwise than what seems to cost least; its bits say in what.
    pub whim: u64,
}

/// Penalties are fixed-point numbers with so many binary places: in classic instances a second is worth less than the unit of cost.
pub(super) const PENALTY_BITS: u32 = 10;
/// Nearest points beside which a place is looked for, in a district.
const N_NEAR: usize = 8;
/// The same in classic instances; after the trial described in the design of the search, K = 20.
const N_NEAR_CLASSIC: usize = 20;
/// More than any wish to burn could outweigh, and far from overflow.
const WHIM: i64 = 1 << 40;
/// Time and load beyond limits cost this many times what they cost within, at first.
const PENALTY_WEIGHT: i64 = 5;
/// A raise of the mean point from two to three visits a week is worth about this many visits' costs, over the 8 days² it saves. On Phú Lương (400,000 iterations, seeds 1 to 8) the mean objective was 1,778 with 2 and
/// 1,796 with 3; with 1.4 and 5 (seeds 1 to 4) it was more than with either.
const SERVICE_WEIGHT: i64 = 2;
/// Meeting the requirements of the mean point is worth this many visits' costs. At 250, where penalties are highest, a quarter of an hour beyond a limit cost more than a point left out.
const REQUIREMENT_WEIGHT: i64 = 1000;
/// Burning a kilogram rather than burying it, at the least: a detour's worth for a truck's load, far less than a visit of service.
const BURN_VND_PER_KG: i64 = 400;

impl Prices {
    /// Prices at the start of a search.
    pub fn new(setup: &Setup) -> Self {
        if setup.is_service_fixed {
            return Self::of_costs_alone(setup);
        }
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
            passed_over: if setup.problem.policy.burn_first { burn_price(setup) } else { 0 },
            second_over: (visit << PENALTY_BITS) / 12,
            kg_over: (visit << PENALTY_BITS) / 8,
            n_near: N_NEAR,
            visit,
            whim: 0,
        }
    }

    /// Prices where service is fixed and only cost counts, before a first plan has shown what a visit costs.
    ///
    /// An unserved point costs more than a truck of its own would, with the way there and back twice.
    fn of_costs_alone(setup: &Setup) -> Self {
        let way = |point: usize| {
            let ways = setup.kinds.iter().map(|kind| {
                let (legs, home, here) = (setup.legs(kind.truck), setup.home(kind.truck), setup.location(point));
                legs.cost(home, here) + legs.cost(here, home) + setup.problem.trucks[kind.truck].cost_per_day.0
            });
            ways.min().unwrap_or(0)
        };
        let (longest, all) = (0..setup.n_points).fold((0, 0), |(longest, all), point| (way(point).max(longest), all + way(point)));
        let visit = (all / setup.n_points.max(1) as i64).max(1);
        Self {
            person_short: 2 * longest + visit,
            waiting: 0,
            passed_over: 0,
            second_over: visit << PENALTY_BITS,
            kg_over: visit << PENALTY_BITS,
            n_near: N_NEAR_CLASSIC,
            visit,
            whim: 0,
        }
    }

    /// Sets the scale of prices to what a visit costs in a first plan of so many visits: its cost, working time and load.
    ///
    /// Time or load beyond a limit costs some times the money of a plan with as much of it.
    pub fn scale(&mut self, n_visits: i64, cost: i64, seconds: i64, kg: i64) {
        let n_visits = n_visits.max(1);
        self.visit = (cost / n_visits).max(1);
        let per_unit = |units: i64| ((PENALTY_WEIGHT * cost) << PENALTY_BITS) / units.max(1);
        (self.second_over, self.kg_over) = (per_unit(seconds).max(1), per_unit(kg).max(1));
    }

    /// Whether patterns are chosen at random more often than not.
    pub fn is_whim_of_patterns(&self) -> bool {
        self.whim & 0x100 != 0
    }

    /// Whether every second position is overlooked.
    pub fn is_whim_of_positions(&self) -> bool {
        self.whim & 0x200 != 0
    }

    /// Whether an iteration only exchanges two trucks of a day and places its unloads otherwise.
    pub fn is_whim_of_unloads_alone(&self) -> bool {
        self.whim & 0xc00 == 0xc00
    }

    /// What the whim adds to the price of an unload after stop `at` at a gate: some, drawn with it, are passed over if there is another,
    /// and some are called at even where the truck would have room.
    #[inline]
    pub fn of_whim(&self, at: usize, gate: usize) -> i64 {
        if self.whim & 0x400 == 0 {
            return 0;
        }
        let mixed = (self.whim ^ (at as u64 * 8 + gate as u64)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        match mixed >> 62 {
            0 => WHIM,
            1 => -WHIM,
            _ => 0,
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

/// Price of a kilogram at a facility of lower priority at which all facilities cost the same, or nearly so where they are more than two.
///
/// Negative where the facilities that come first are the cheaper ones. Where a budget is set, every đồng may be missing elsewhere: there each facility costs
/// what it costs.
pub(super) fn even_price(setup: &Setup) -> i64 {
    if setup.problem.policy.budget.is_some() {
        return 0;
    }
    let tipping = |is_passed_over: bool| {
        let facilities = setup.problem.facilities.iter().enumerate();
        let rates = facilities.filter(move |(index, _)| setup.is_passed_over(*index) == is_passed_over);
        rates.map(|(_, facility)| facility.tipping_per_tonne.0).min()
    };
    match (tipping(false), tipping(true)) {
        (Some(first), Some(later)) => (first - later) / 1000,
        _ => 0,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Problem;
    use crate::model::testing::district;
    use crate::units::Vnd;

    /// The even price of a district whose furnace and landfill charge so much for a tonne.
    fn even(furnace: i64, landfill: i64, change: impl Fn(&mut Problem)) -> i64 {
        let mut problem = district(3, 1);
        problem.facilities[0].tipping_per_tonne = Vnd(furnace);
        problem.facilities[1].tipping_per_tonne = Vnd(landfill);
        change(&mut problem);
        even_price(&Setup::new(&problem))
    }

    #[test]
    fn at_the_even_price_a_kilogram_costs_the_same_everywhere() {
        assert_eq!(even(250_000, 120_000, |_| ()), 130);
        assert_eq!(even(100_000, 120_000, |_| ()), -20);
        // The cheapest of those that come later counts.
        let third = |problem: &mut Problem| {
            let mut other = problem.facilities[1].clone();
            other.tipping_per_tonne = Vnd(90_000);
            problem.facilities.push(other);
        };
        assert_eq!(even(250_000, 120_000, third), 160);
    }

    #[test]
    fn with_a_budget_or_where_none_comes_first_each_costs_what_it_costs() {
        assert_eq!(even(250_000, 120_000, |problem| problem.policy.budget = Some(Vnd(1_000_000))), 0);
        assert_eq!(even(250_000, 120_000, |problem| problem.facilities[1].priority = problem.facilities[0].priority), 0);
    }

    #[test]
    fn what_is_passed_over_is_counted_whether_the_district_wishes_to_burn_or_not() {
        for burn_first in [true, false] {
            let mut problem = district(6, 1);
            problem.policy.burn_first = burn_first;
            problem.facilities[0].daily_limit = Some(crate::units::Kilograms(0));
            let setup = Setup::new(&problem);
            let (mut draft, _) = crate::solve::tests::random_draft(&setup, 1);
            let worth = draft.worth();
            assert!(worth.passed_over > 0);
            assert_eq!(worth.objective.not_burnt.0, if burn_first { worth.passed_over } else { 0 });
        }
    }
}
