//! What is known of days: of each set of points that a day has served, the cheapest routes found.

use std::collections::HashMap;

use super::draft::Draft;
use super::insertion::FEW_TRUCKS;
use super::price::Prices;
use super::setup::Setup;
use crate::constraint::ClockScope;
use crate::model::DaySet;

/// Days are remembered in weeks of no more points than this. Of a classic week of 20 points with optimum 587 (Torino_020_6_7) the mean cost was 588.5 after 2,000,000 iterations (seeds 1 to 8), and 588 after 4,600,000 (seeds 1 to 4);
/// without it 593 after 2,000,000 (seeds 1 to 4). Weeks of 30 points gained nothing; of those of 40 and 50, in which hardly a set of points comes back, one lost 0.9 % and one gained 0.4 %.
const MOST_POINTS: usize = 24;
const _: () = assert!(MOST_POINTS <= u32::BITS as usize, "a set of points has a bit for each");
/// So many sets of points are remembered by a search at the most: with two trucks some 25 megabytes. That classic week needs 60,000 in 2,000,000 iterations.
const MOST_DAYS: usize = 100_000;

/// The cheapest routes found for the points of a day: where points are few, the same sets come back again and again, and a day need not be routed well twice.
///
/// A day depends on nothing but the points it serves: service is fixed, every visit of a point brings the same load, trucks don't meet at gates, facilities take all there is and none
/// comes before another, and all days are alike ([`suits`]).
#[derive(Default)]
pub(super) struct DayMemory {
    days: HashMap<u32, Known>,
}

/// Routes that keep every rule of the day.
struct Known {
    cost: i64,
    /// Points and unloads, by truck.
    routes: Vec<Vec<(u32, u8)>>,
}

/// Whether days are worth remembering, and depend only on the points they serve.
pub(super) fn suits(setup: &Setup) -> bool {
    let is_alike =
        |day: usize| (0..setup.n_trucks).all(|truck| setup.hours(truck, day) == setup.hours(truck, 0) && has_same_gates(setup, truck, day));
    setup.n_days > 1
        && setup.n_points <= MOST_POINTS
        && setup.n_trucks <= FEW_TRUCKS
        && setup.is_service_fixed
        && setup.clock_scope != ClockScope::Day
        && setup.limits.iter().all(|limit| (limit.day, limit.week) == (i64::MAX, i64::MAX))
        && !(0..setup.limits.len()).any(|facility| setup.is_passed_over(facility))
        && (0..setup.n_days).all(is_alike)
        && (0..setup.n_points).all(|point| has_one_load(setup, point) && is_reached_alike(setup, point))
}

fn has_same_gates(setup: &Setup, truck: usize, day: usize) -> bool {
    let gates = |day: usize| setup.gates(truck, day).iter().map(|gate| (gate.facility, gate.open, gate.unload_fixed, gate.unload_rate));
    gates(day).eq(gates(0))
}

fn has_one_load(setup: &Setup, point: usize) -> bool {
    let loads =
        || (0..setup.n_days).flat_map(|day| DaySet(setup.sizes(point, day)).iter().map(move |size| setup.visit_of_size(point, day, size)));
    loads().all(|load| Some(load) == loads().next())
}

fn is_reached_alike(setup: &Setup, point: usize) -> bool {
    let days = setup.problem.points[point].days_allowed;
    (0..setup.kinds.len()).all(|kind| {
        let mut serves = days.iter().map(|day| setup.serves(kind, day, point));
        let first = serves.next();
        serves.all(|other| Some(other) == first)
    })
}

impl DayMemory {
    /// Brings what is known to every day that a settled move has touched: its routes give way to cheaper ones for the same points, or are remembered as the cheapest. O(trucks + stops of the days).
    pub fn recall(&mut self, draft: &mut Draft, prices: &Prices) {
        let mut is_rerouted = false;
        for day in DaySet(draft.days_touched()).iter() {
            let (points, cost, penalty) = weigh(draft, prices, day);
            let has_room = self.days.len() < MOST_DAYS;
            match self.days.get_mut(&points) {
                Some(known) if known.cost < cost + penalty => {
                    draft.reroute(day, &known.routes);
                    is_rerouted = true;
                }
                Some(known) if penalty == 0 && known.cost > cost => *known = Known { cost, routes: routes(draft, day) },
                None if penalty == 0 && has_room => {
                    self.days.insert(points, Known { cost, routes: routes(draft, day) });
                }
                _ => {}
            }
        }
        if is_rerouted {
            draft.settle_clocks();
        }
    }
}

/// The points that a day serves, one bit each, what its routes cost, and the price of what they go beyond the rules.
fn weigh(draft: &Draft, prices: &Prices, day: usize) -> (u32, i64, i64) {
    let (mut points, mut cost, mut penalty) = (0, 0, 0);
    for truck in 0..draft.setup.n_trucks {
        let route = draft.setup.route(truck, day);
        let (seconds_over, kg_over) = draft.fault(route);
        cost += draft.cost(route);
        penalty += prices.of_second_over(seconds_over) + prices.of_kg_over(kg_over);
        // Of a price below one there may be nothing left.
        penalty += i64::from(seconds_over + kg_over > 0);
        points = draft.routes[route].halts.iter().fold(points, |points, halt| points | 1 << halt.point);
    }
    (points, cost, penalty)
}

fn routes(draft: &Draft, day: usize) -> Vec<Vec<(u32, u8)>> {
    let route = |truck: usize| draft.routes[draft.setup.route(truck, day)].halts.iter().map(|halt| (halt.point, halt.unload)).collect();
    (0..draft.setup.n_trucks).map(route).collect()
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;
    use crate::model::testing::{at, complete, with_fixed_service};
    use crate::model::{Problem, Window};
    use crate::solve::recreate::{RecreateSpace, recreate};
    use crate::solve::ruin::{self, Removed};
    use crate::solve::tests::{random_district, random_draft};
    use crate::units::{Kilograms, Litres};

    /// A week of few points in which a day depends only on the points it serves, with clocks of `scope`; hours and loads bind now and then.
    fn week(seed: u64, scope: ClockScope) -> Problem {
        let mut problem = random_district(seed, 8, 3);
        for facility in &mut problem.facilities {
            (facility.daily_limit, facility.furnace, facility.bays, facility.priority) = (None, None, 3, 1);
        }
        for point in &mut problem.points {
            let load = point.loads[1];
            point.loads.fill(load);
        }
        problem.trucks.iter_mut().for_each(|truck| truck.work_limit = at(3, 0));
        if scope == ClockScope::Sums {
            let always = Window { from: at(0, 0), to: at(48, 0) };
            problem.points.iter_mut().for_each(|point| point.window = always);
            problem.facilities.iter_mut().flat_map(|facility| facility.open.iter_mut().flatten()).for_each(|open| *open = always);
            for truck in &mut problem.trucks {
                (truck.break_latest, truck.driving_limit, truck.driving_limit_without_break) = (at(24, 0), at(24, 0), at(24, 0));
            }
        }
        complete(&mut problem);
        with_fixed_service(problem)
    }

    #[test]
    fn days_are_remembered_only_where_they_depend_on_their_points_alone() {
        let suits_with = |change: fn(&mut Problem)| {
            let mut problem = week(1, ClockScope::Route);
            change(&mut problem);
            suits(&Setup::new(&problem))
        };
        assert!(suits_with(|_| ()));
        assert!(!suits_with(|problem| problem.points[2].loads[3].kg = Kilograms(1)));
        assert!(!suits_with(|problem| problem.points[2].loads[3].litres = Litres(1)));
        assert!(!suits_with(|problem| problem.facilities[1].open[2] = None));
        assert!(!suits_with(|problem| problem.facilities[1].daily_limit = Some(Kilograms(5000))));
        assert!(!suits_with(|problem| problem.facilities[0].bays = 1));
        assert!(!suits_with(|problem| problem.facilities[1].priority = 2));
        assert!(!suits_with(|problem| problem.trucks[1].available.0 &= !2));
        assert!(!suits_with(|problem| problem.points.iter_mut().for_each(|point| point.listed = false)));
        assert!(!suits(&Setup::new(&with_fixed_service(random_district(1, MOST_POINTS + 1, 3)))));
    }

    #[test]
    fn a_day_of_known_points_takes_its_cheapest_routes_and_the_rest_follows() {
        let (mut n_recalled, mut n_feasible) = (0, 0);
        for seed in 0..30 {
            let scope = [ClockScope::Sums, ClockScope::Route][seed as usize % 2];
            let problem = week(seed, scope);
            let setup = Setup::new(&problem);
            assert!(suits(&setup) && setup.clock_scope == scope, "seed {seed}");
            let prices = Prices::new(&setup);
            let mut draft = random_draft(&setup, seed).0;
            let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
            let (mut memory, mut removed, mut space) = (DayMemory::default(), Removed::default(), RecreateSpace::default());
            for step in 0..200 {
                removed.clear();
                let state = draft.state();
                ruin::draw(&setup, false, false, &mut rng).ruin(&mut draft, &mut removed, &mut rng);
                draft.refresh_all(&prices);
                recreate(&mut draft, &prices, &mut removed, &mut space, &mut rng);
                draft.put_back_unchanged();
                draft.settle(&prices);
                let days = DaySet(draft.days_touched());
                let before: Vec<_> = days.iter().map(|day| (day, weigh(&draft, &prices, day))).collect();
                // Twice: of two days with the same points, the first did not know of the second.
                memory.recall(&mut draft, &prices);
                memory.recall(&mut draft, &prices);
                for (day, (points, cost, penalty)) in before {
                    let after = weigh(&draft, &prices, day);
                    assert_eq!(after.0, points, "seed {seed}, step {step}: the day serves the same points");
                    assert!(after.1 + after.2 <= cost + penalty, "seed {seed}, step {step}");
                    n_recalled += usize::from(after != (points, cost, penalty));
                    if after.2 == 0 {
                        n_feasible += 1;
                        assert_eq!(memory.days[&points].cost, after.1);
                    }
                }
                // What was recalled is as if it had been decided so from the start; and a move that is undone leaves no trace of it.
                let (worth, decided) = (draft.worth(), draft.snapshot());
                let mut again = Draft::new(&setup);
                again.restore(&decided);
                assert_eq!(again.worth(), worth, "seed {seed}, step {step}");
                if step % 3 > 0 {
                    draft.keep();
                    assert_eq!(again.state(), draft.state(), "seed {seed}, step {step}");
                } else {
                    draft.undo();
                    assert_eq!(draft.state(), state, "seed {seed}, step {step}");
                }
            }
        }
        assert!(n_recalled > 500 && n_feasible > 2000, "{n_recalled} recalled, {n_feasible} feasible");
    }
}
