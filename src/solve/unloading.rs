//! Where a truck unloads: between which of its stops, and at which facility.

use super::price::{PENALTY_BITS, Prices};
use super::route::DraftRoute;
use super::setup::{Gate, NO_UNLOAD, RATE_BITS, Setup};

/// What facilities have taken elsewhere, so that a route's unloads can be priced.
#[derive(Clone, Copy)]
pub(super) struct Intake<'a> {
    /// Kilograms by facility on the route's day, without the route.
    pub day: &'a [i64],
    /// Kilograms by facility in the week, without the route.
    pub week: &'a [i64],
}

/// Working space of [`DraftRoute::arrange`], kept to spare allocations.
#[derive(Clone, Debug, Default)]
pub(super) struct ArrangeSpace {
    cost: Vec<i64>,
    from: Vec<(u32, u8)>,
    step: Vec<i64>,
    tip: Vec<Tipping>,
    /// Kilograms that the trips up to a stop tip at each gate, on the way that costs least: `[stop · gates + gate]`; where a facility is bounded.
    tipped: Vec<i64>,
    /// The unloads at least cost, while others are tried.
    cheapest: Vec<u8>,
}

/// What tipping costs at a gate.
#[derive(Clone, Copy, Debug)]
struct Tipping {
    /// Price of a kilogram and of the crew's time for it; fixed-point.
    rate: i64,
    /// Whether the truck could go beyond what the facility takes with all it collects on the day.
    bounded: bool,
}

impl DraftRoute {
    /// Places the unloads at least cost for the order of stops and renews everything that follows from it.
    ///
    /// Dynamic programming over the last unload: the best cost of the first `j` stops, ended by an unload, is the least over
    /// the trips `i+1 … j` that the truck can hold and over the facilities. Exact in driving time, distance, unloading time,
    /// price per tonne, and in the penalties of daily and weekly intake but for the trips before, which are those of the way that costs least up to there.
    /// After Hemmelmayr, Doerner, Hartl and Rath (2013), <https://doi.org/10.1016/j.ejor.2013.04.005>; there the price does not depend on the load.
    ///
    /// Seconds beyond what a truck may work are those of the whole route, which no single unload sees. Where the least cost takes longer than that, the unloads are placed
    /// once more as if each second were one too many, and the cheaper way stays.
    /// O(stops · stops of a trip · facilities).
    pub fn arrange(&mut self, setup: &Setup, prices: &Prices, truck: usize, day: usize, intake: Intake, space: &mut ArrangeSpace) {
        if self.is_empty() || setup.gates(truck, day).is_empty() {
            return self.sum(setup, truck, day);
        }
        self.place_unloads(setup, prices, truck, day, intake, 0, space);
        self.sum(setup, truck, day);
        if self.busy <= longest_day(setup, truck, day) {
            return;
        }
        let (busy, price) = (self.busy, self.price(setup, prices, truck, day, intake));
        space.cheapest.clear();
        space.cheapest.extend(self.halts.iter().map(|halt| halt.unload));
        self.place_unloads(setup, prices, truck, day, intake, prices.second_over, space);
        self.sum(setup, truck, day);
        if self.busy >= busy || self.price(setup, prices, truck, day, intake) >= price {
            self.halts.iter_mut().zip(&space.cheapest).for_each(|(halt, unload)| halt.unload = *unload);
            self.sum(setup, truck, day);
        }
    }

    /// What the ways, the unloads and the seconds beyond what the truck may work come to.
    fn price(&self, setup: &Setup, prices: &Prices, truck: usize, day: usize, intake: Intake) -> i64 {
        let tipping = |gate: &Gate| {
            let kg = self.tips().filter(|(facility, _)| *facility == gate.facility).map(|(_, kg)| kg).sum();
            ((setup.kg_rate(prices, gate.facility) * kg) >> RATE_BITS) + prices.of_kg_over(intake_excess(setup, gate, (0, kg), intake))
        };
        let over = (self.busy - longest_day(setup, truck, day)).max(0);
        let tipped: i64 = setup.gates(truck, day).iter().map(tipping).sum();
        setup.legs(truck).cost_of(self.busy, self.metres) + tipped + prices.of_second_over(over)
    }

    /// Places the unloads at least cost, where a second for an unload and the way there costs `second` (fixed-point) more than the crew's time; 0: no more.
    #[expect(clippy::too_many_arguments, reason = "what an unload depends on")]
    fn place_unloads(
        &mut self,
        setup: &Setup,
        prices: &Prices,
        truck: usize,
        day: usize,
        intake: Intake,
        second: i64,
        space: &mut ArrangeSpace,
    ) {
        let n = self.len();
        let vehicle = &setup.problem.trucks[truck];
        let legs = setup.legs(truck);
        let gates = setup.gates(truck, day);
        let (kg_limit, litres_limit) = (vehicle.payload_limit.0, vehicle.volume_limit.0);
        space.cost.clear();
        space.cost.resize(n + 1, i64::MAX);
        space.cost[0] = 0;
        space.from.clear();
        space.from.resize(n + 1, (0, NO_UNLOAD));
        // What each gate adds to the way on from stop j, whatever is tipped there.
        space.step.clear();
        for j in 0..n {
            let (here, next) = (self.place_at(setup, truck, j), self.place_at(setup, truck, j + 1));
            let direct = self.leg_to(j + 1);
            let longer = |gate: &Gate| {
                let way = legs.seconds_into(gate.location, here) + legs.seconds(gate.location, next);
                (second * (way - i64::from(direct.seconds) + gate.unload_fixed)) >> PENALTY_BITS
            };
            let over = |gate: &Gate| legs.cost_into(gate.location, here) + legs.cost(gate.location, next) - i64::from(direct.cost);
            let step = |(number, gate): (usize, &Gate)| {
                over(gate) + legs.per_second(gate.unload_fixed) + prices.of_whim(j, number) + if second > 0 { longer(gate) } else { 0 }
            };
            space.step.extend(gates.iter().enumerate().map(step));
        }
        let collected: i64 = self.halts.iter().map(|halt| i64::from(halt.size.kg)).sum();
        space.tip.clear();
        space.tip.extend(gates.iter().map(|gate| {
            let limits = &setup.limits[gate.facility];
            let roomy = |used: i64, limit: i64| limit == i64::MAX || used + collected <= limit;
            Tipping {
                rate: setup.kg_rate(prices, gate.facility)
                    + ((gate.unload_rate * legs.second()) >> RATE_BITS)
                    + ((gate.unload_rate * second) >> PENALTY_BITS),
                bounded: !(roomy(intake.day[gate.facility], limits.day) && roomy(intake.week[gate.facility], limits.week)),
            }
        }));
        let is_bounded = space.tip.iter().any(|tipping| tipping.bounded);
        space.tipped.clear();
        space.tipped.resize(if is_bounded { (n + 1) * gates.len() } else { 0 }, 0);
        for j in 1..=n {
            let steps = &space.step[(j - 1) * gates.len()..j * gates.len()];
            let (mut kg, mut litres) = (0, 0);
            let mut best = (i64::MAX, (0, NO_UNLOAD));
            let mut best_tip = (0, 0);
            for i in (0..j).rev() {
                let size = self.halts[i].size;
                kg += i64::from(size.kg);
                litres += i64::from(size.litres);
                let fits = kg <= kg_limit && litres <= litres_limit;
                if !fits && i + 1 < j {
                    break;
                }
                let so_far = space.cost[i];
                if so_far == i64::MAX {
                    continue;
                }
                for (number, ((gate, tipping), step)) in gates.iter().zip(&space.tip).zip(steps).enumerate() {
                    let mut cost = so_far + step + ((tipping.rate * kg) >> RATE_BITS);
                    if cost < best.0 && tipping.bounded {
                        let before = space.tipped[i * gates.len() + number];
                        cost += prices.of_kg_over(intake_excess(setup, gate, (before, kg), intake));
                    }
                    if cost < best.0 {
                        best = (cost, (i as u32, gate.facility as u8));
                        best_tip = (number, kg);
                    }
                }
                if !fits {
                    break;
                }
            }
            (space.cost[j], space.from[j]) = best;
            if is_bounded && best.0 < i64::MAX {
                let from = best.1.0 as usize * gates.len();
                space.tipped.copy_within(from..from + gates.len(), j * gates.len());
                space.tipped[j * gates.len() + best_tip.0] += best_tip.1;
            }
        }
        self.halts.iter_mut().for_each(|halt| halt.unload = NO_UNLOAD);
        let mut j = n;
        while j > 0 {
            let (i, facility) = space.from[j];
            self.halts[j - 1].unload = facility;
            j = i as usize;
        }
    }
}

/// Kilograms by which a tip goes beyond what a facility takes in the day and in the week; the truck has tipped so much there before.
fn intake_excess(setup: &Setup, gate: &Gate, (before, kg): (i64, i64), intake: Intake) -> i64 {
    let limits = &setup.limits[gate.facility];
    let over = |used: i64, limit: i64| (used + before + kg - limit.max(used + before)).max(0);
    over(intake.day[gate.facility], limits.day) + over(intake.week[gate.facility], limits.week)
}

/// Seconds that a truck may work on a day: its working time, or its shift where that is shorter.
pub(super) fn longest_day(setup: &Setup, truck: usize, day: usize) -> i64 {
    let hours = setup.hours(truck, day);
    setup.problem.trucks[truck].work_limit.0.min(hours.to.0 - hours.from.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Problem;
    use crate::solve::tests::{random_district, random_draft};
    use crate::units::{Seconds, Vnd};

    /// Sums of costs are rounded leg by leg in one way of adding them up, and once in the other.
    const ROUNDING: i64 = 50;

    fn problem(seed: u64) -> Problem {
        let mut problem = random_district(seed, 12, 3);
        problem.facilities[0].tipping_per_tonne = Vnd(250_000);
        problem.facilities[1].daily_limit = Some(crate::units::Kilograms(4000));
        problem
    }

    /// The truck-days of a random draft with few stops, each with what the facilities take elsewhere.
    fn short_routes(setup: &Setup, seed: u64) -> Vec<(usize, usize, DraftRoute, Vec<i64>)> {
        let (draft, _) = random_draft(setup, seed);
        let n_facilities = setup.problem.facilities.len();
        let routes = draft.routes.iter().enumerate().filter(|(_, route)| (1..7).contains(&route.len()));
        let with_intake = |(index, route): (usize, &DraftRoute)| {
            let (day, truck) = (index / setup.n_trucks, index % setup.n_trucks);
            let mut intake: Vec<i64> = (0..n_facilities).map(|facility| draft.intake(day, facility)).collect();
            route.tips().for_each(|(facility, kg)| intake[facility] -= kg);
            (day, truck, route.clone(), intake)
        };
        routes.map(with_intake).collect()
    }

    /// The least price of all ways to place the unloads whose trips the truck can hold.
    fn by_enumeration(setup: &Setup, prices: &Prices, truck: usize, day: usize, route: &DraftRoute, intake: Intake) -> i64 {
        let choices: Vec<u8> = setup.gates(truck, day).iter().map(|gate| gate.facility as u8).chain(std::iter::once(NO_UNLOAD)).collect();
        let mut least = i64::MAX;
        for number in 0..choices.len().pow(route.len() as u32) {
            let mut way = route.clone();
            let mut left = number;
            for halt in &mut way.halts {
                halt.unload = choices[left % choices.len()];
                left /= choices.len();
            }
            way.sum(setup, truck, day);
            let ends_empty = way.halts.last().is_some_and(|halt| halt.unload != NO_UNLOAD);
            if ends_empty && way.trip_excess.kg == 0 {
                least = least.min(way.price(setup, prices, truck, day, intake));
            }
        }
        least
    }

    /// How many truck-days were compared, and how many of them cost the least that enumeration finds.
    fn compare(change: impl Fn(&mut Problem)) -> (usize, usize) {
        let (mut n_compared, mut n_cheapest) = (0, 0);
        for seed in 0..12 {
            let mut problem = problem(seed);
            problem.trucks.iter_mut().for_each(|truck| (truck.work_limit, truck.shift.to) = (Seconds(1_000_000), Seconds(2_000_000)));
            change(&mut problem);
            let setup = Setup::new(&problem);
            let prices = Prices::new(&setup);
            for (day, truck, mut route, of_day) in short_routes(&setup, seed) {
                let intake = Intake { day: &of_day, week: &vec![0; of_day.len()] };
                let least = by_enumeration(&setup, &prices, truck, day, &route, intake);
                route.arrange(&setup, &prices, truck, day, intake, &mut ArrangeSpace::default());
                if route.trip_excess.kg == 0 {
                    let found = route.price(&setup, &prices, truck, day, intake);
                    assert!(found >= least - ROUNDING, "seed {seed}, day {day}, truck {truck}: {found}, but {least} is the least");
                    n_compared += 1;
                    n_cheapest += usize::from(found <= least + ROUNDING);
                }
            }
        }
        (n_compared, n_cheapest)
    }

    #[test]
    fn unloads_stand_where_enumeration_finds_them_cheapest() {
        let (n_compared, n_cheapest) = compare(|problem| {
            problem.facilities.iter_mut().for_each(|facility| (facility.daily_limit, facility.furnace) = (None, None));
        });
        assert!(n_compared > 50, "{n_compared}");
        assert_eq!(n_cheapest, n_compared);
        // An unload sees the trips before as they are on the way that costs least up to there: another order of facilities may cost less in the end.
        let (n_compared, n_cheapest) = compare(|_| ());
        assert!(n_compared > 50 && 10 * n_cheapest > 7 * n_compared, "{n_cheapest} of {n_compared}");
    }

    #[test]
    fn trips_of_a_truck_do_not_fill_a_facility_beyond_its_limit_together() {
        let (mut n_compared, mut n_shared) = (0, 0);
        for seed in 0..12 {
            let mut problem = problem(seed);
            problem.trucks.iter_mut().for_each(|truck| (truck.work_limit, truck.shift.to) = (Seconds(1_000_000), Seconds(2_000_000)));
            // Each facility has room for any trip, and the cheaper one for no more than that.
            let largest = problem.trucks.iter().map(|truck| truck.payload_limit.0).max().expect("there are trucks");
            for (facility, limit) in problem.facilities.iter_mut().zip([largest, 100 * largest]) {
                (facility.daily_limit, facility.furnace, facility.tipping_per_tonne) =
                    (Some(crate::units::Kilograms(limit)), None, Vnd(limit / largest));
            }
            let setup = Setup::new(&problem);
            let prices = Prices::new(&setup);
            let (draft, _) = random_draft(&setup, seed);
            for (index, route) in draft.routes.iter().enumerate().filter(|(_, route)| !route.is_empty()) {
                let (day, truck, mut route) = (index / setup.n_trucks, index % setup.n_trucks, route.clone());
                let nothing = vec![0; setup.problem.facilities.len()];
                route.arrange(&setup, &prices, truck, day, Intake { day: &nothing, week: &nothing }, &mut ArrangeSpace::default());
                let tipped: i64 = route.tips().filter(|(facility, _)| *facility == 0).map(|(_, kg)| kg).sum();
                assert!(tipped <= largest, "seed {seed}, day {day}, truck {truck}: {tipped} kg where {largest} may be tipped");
                n_compared += 1;
                n_shared += usize::from(tipped > 0 && tipped < route.kg);
            }
        }
        assert!(n_compared > 50 && n_shared > 5, "{n_compared} truck-days, {n_shared} at both facilities");
    }

    #[test]
    fn where_hours_bind_unloads_are_placed_to_save_time() {
        let (mut n_longer, mut n_cheaper, mut n_cheapest) = (0, 0, 0);
        for seed in 0..12 {
            let mut problem = problem(seed);
            problem.trucks.iter_mut().for_each(|truck| truck.work_limit = Seconds(2 * 3600));
            let setup = Setup::new(&problem);
            let prices = Prices::new(&setup);
            for (day, truck, mut route, of_day) in short_routes(&setup, seed) {
                let intake = Intake { day: &of_day, week: &vec![0; of_day.len()] };
                let least = by_enumeration(&setup, &prices, truck, day, &route, intake);
                let mut unhurried = route.clone();
                unhurried.place_unloads(&setup, &prices, truck, day, intake, 0, &mut ArrangeSpace::default());
                unhurried.sum(&setup, truck, day);
                route.arrange(&setup, &prices, truck, day, intake, &mut ArrangeSpace::default());
                if unhurried.busy <= longest_day(&setup, truck, day) || route.trip_excess.kg > 0 {
                    continue;
                }
                let price = |route: &DraftRoute| route.price(&setup, &prices, truck, day, intake);
                assert!(price(&route) >= least - ROUNDING, "seed {seed}, day {day}, truck {truck}");
                n_longer += 1;
                n_cheaper += usize::from(price(&route) < price(&unhurried));
                n_cheapest += usize::from(price(&route) <= least + ROUNDING);
            }
        }
        assert!(n_longer > 20 && n_cheaper > 3, "{n_longer} too long, {n_cheaper} mended");
        assert!(10 * n_cheapest > 9 * n_longer, "{n_cheapest} of {n_longer} as cheap as can be");
    }
}
