//! On which days each point is visited, searched for by itself where the cheapest routes of any day are known.

use std::collections::HashMap;

use rand::{Rng, RngExt};

use super::route_table::RouteTable;
use super::setup::Setup;
use super::snapshot::Snapshot;

/// A day is served by no more trucks than this: the ways to share its points out among more are too many to go through.
const MOST_TRUCKS: usize = 2;
/// Changes tried for each point. Of two classic weeks of 20 points (Torino_020_4_7 and Torino_020_6_7) a trial reached the optimum with each of 12 seeds, with this many as with five times as many.
const TRIES_PER_POINT: u64 = 10_000;
/// Most points that one change moves to other days.
const MOST_MOVED: usize = 3;
/// Temperatures at start and end, in costs of a visit.
const TEMPERATURES: (f64, f64) = (4.0, 0.07);
/// The search ends early once it looked at so many ways to share out the points of a day: where days have nearly all points, each has up to a million of them.
const MOST_LOOKS: u64 = 1 << 30;
/// A day that no trucks can serve costs so many visits.
const VISITS_OF_FAULT: i64 = 40;

/// What is needed to search for days alone: weeks of few points in which a day costs what its points cost, whenever it is.
pub(super) struct DayChoice<'a> {
    setup: &'a Setup<'a>,
    table: RouteTable<'a>,
    /// Admissible patterns of each point, with their days.
    choices: Vec<Vec<(u16, u32)>>,
}

/// The points of each day, a bit for each.
type Week = Vec<u32>;

impl<'a> DayChoice<'a> {
    /// The same of a problem, where it suits.
    pub fn new(setup: &'a Setup<'a>) -> Option<Self> {
        let policy = &setup.problem.policy;
        // Neither may cost depend on the days of other points, nor may a rule on what the week costs.
        if setup.n_trucks > MOST_TRUCKS || policy.extra_pattern.0 != 0 || policy.budget.is_some() {
            return None;
        }
        let choices = |point: &crate::model::Point| -> Vec<(u16, u32)> {
            let patterns = (0..).zip(&point.patterns).filter(|(_, pattern)| pattern.admissible && !pattern.days.is_empty());
            patterns.map(|(index, pattern)| (index, pattern.days.0)).collect()
        };
        let choices: Vec<_> = setup.problem.points.iter().map(choices).collect();
        if choices.iter().any(Vec::is_empty) {
            return None;
        }
        Some(Self { setup, table: RouteTable::new(setup)?, choices })
    }

    /// The cheapest week found, in which every point has an admissible pattern and every rule of a day is kept; `visit` is about what a visit costs.
    ///
    /// Simulated annealing over patterns: what a week costs is exact, so that it is not misled by days that are routed badly.
    pub fn search(&self, visit: i64, rng: &mut impl Rng) -> Option<Snapshot> {
        let mut days =
            Days { table: &self.table, two: self.setup.n_trucks > 1, known: HashMap::new(), looks: 0, fault: VISITS_OF_FAULT * visit };
        let mut chosen: Vec<usize> = self.choices.iter().map(|of_point| rng.random_range(0..of_point.len())).collect();
        let mut week = self.week(&chosen);
        let mut cost = days.cost(&week);
        let mut best = (cost, chosen.clone());
        let tries = TRIES_PER_POINT * self.choices.len() as u64;
        let (first, last) = TEMPERATURES;
        let mut moved = Vec::with_capacity(MOST_MOVED);
        for number in 0..tries {
            if days.looks > MOST_LOOKS {
                break;
            }
            let temperature = visit as f64 * first * libm::pow(last / first, number as f64 / tries as f64);
            self.draw(&chosen, &mut moved, rng);
            let mut other = week.clone();
            for (point, choice) in &moved {
                let (before, after) = (self.choices[*point][chosen[*point]].1, self.choices[*point][*choice].1);
                for (day, points) in other.iter_mut().enumerate() {
                    *points = *points & !((before >> day & 1) << point) | (after >> day & 1) << point;
                }
            }
            let draw: f64 = rng.random();
            let allowance = -temperature * libm::log(draw.max(f64::MIN_POSITIVE));
            let changed = days.cost(&other);
            if ((changed - cost) as f64) < allowance {
                moved.iter().for_each(|(point, choice)| chosen[*point] = *choice);
                (week, cost) = (other, changed);
                if cost < best.0 {
                    best = (cost, chosen.clone());
                }
            }
        }
        self.written(&days, &best.1)
    }

    /// Draws points, and for each another choice, where it has one.
    fn draw(&self, chosen: &[usize], moved: &mut Vec<(usize, usize)>, rng: &mut impl Rng) {
        moved.clear();
        for _ in 0..rng.random_range(1..=MOST_MOVED) {
            let point = rng.random_range(0..self.choices.len());
            let choice = rng.random_range(0..self.choices[point].len());
            if choice != chosen[point] && moved.iter().all(|(other, _)| *other != point) {
                moved.push((point, choice));
            }
        }
    }

    fn week(&self, chosen: &[usize]) -> Week {
        let mut week = vec![0; self.setup.n_days];
        for (point, choice) in chosen.iter().enumerate() {
            let days = self.choices[point][*choice].1;
            week.iter_mut().enumerate().for_each(|(day, points)| *points |= (days >> day & 1) << point);
        }
        week
    }

    /// The decisions of a week; nothing if there is a day that no trucks can serve.
    fn written(&self, days: &Days, chosen: &[usize]) -> Option<Snapshot> {
        let mut snapshot = Snapshot::default();
        snapshot.pattern.extend(chosen.iter().enumerate().map(|(point, choice)| self.choices[point][*choice].0));
        for points in self.week(chosen) {
            let (_, first) = days.cheapest(points)?;
            for of_truck in [first, points ^ first].into_iter().take(self.setup.n_trucks) {
                snapshot.push_route(self.table.route(of_truck).into_iter());
            }
        }
        Some(snapshot)
    }
}

/// What days cost, as far as they were asked for.
struct Days<'t, 'a> {
    table: &'t RouteTable<'a>,
    /// Whether there are two trucks.
    two: bool,
    known: HashMap<u32, i64>,
    /// Ways to share out points that were looked at.
    looks: u64,
    fault: i64,
}

impl Days<'_, '_> {
    fn cost(&mut self, week: &[u32]) -> i64 {
        week.iter().map(|points| self.cost_of_day(*points)).sum()
    }

    fn cost_of_day(&mut self, points: u32) -> i64 {
        if let Some(cost) = self.known.get(&points) {
            return *cost;
        }
        self.looks += 1 << points.count_ones();
        let cost = self.cheapest(points).map_or(self.fault, |(cost, _)| cost);
        self.known.insert(points, cost);
        cost
    }

    /// What the cheapest routes of a day cost, and which of its points the first truck serves. O(2^points).
    fn cheapest(&self, points: u32) -> Option<(i64, u32)> {
        let mut best = self.table.cost(points).map(|cost| (cost, points));
        if !self.two || points == 0 {
            return best;
        }
        // Trucks are alike: the first one serves the first point.
        let others = points & (points - 1);
        let mut of_second = others;
        while of_second != 0 {
            if let Some(second) = self.table.cost(of_second)
                && best.is_none_or(|best| second < best.0)
                && let Some(first) = self.table.cost(points ^ of_second)
                && best.is_none_or(|best| first + second < best.0)
            {
                best = Some((first + second, points ^ of_second));
            }
            of_second = (of_second - 1) & others;
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;
    use crate::model::Problem;
    use crate::solve::draft::Draft;
    use crate::solve::tests::alike_week;
    use crate::units::{Seconds, Vnd};

    /// A week of few points that have a choice of three patterns each.
    fn week(seed: u64, n_trucks: usize, long: Seconds) -> Problem {
        let mut problem = alike_week(seed, (5, n_trucks), long, !seed.is_multiple_of(3));
        for point in &mut problem.points {
            let (admissible, none): (Vec<_>, Vec<_>) = point.patterns.iter().copied().partition(|pattern| pattern.admissible);
            let apart = admissible.len().div_ceil(3);
            point.patterns =
                none.into_iter().filter(|pattern| pattern.days.is_empty()).chain(admissible.into_iter().step_by(apart)).collect();
        }
        problem
    }

    /// The least cost of all weeks, if there is one that keeps every rule.
    fn by_enumeration(choice: &DayChoice, days: &mut Days) -> Option<i64> {
        let numbers = choice.choices.iter().map(Vec::len).product();
        let chosen = |mut number: usize| -> Vec<usize> {
            let digit = |of_point: &Vec<(u16, u32)>| {
                let digit = number % of_point.len();
                number /= of_point.len();
                digit
            };
            choice.choices.iter().map(digit).collect()
        };
        let weeks = (0..numbers).map(|number| choice.week(&chosen(number)));
        let kept = weeks.filter(|week| week.iter().all(|points| days.cheapest(*points).is_some())).collect::<Vec<_>>();
        kept.iter().map(|week| days.cost(week)).min()
    }

    #[test]
    fn the_cheapest_of_all_weeks_is_found_and_is_a_plan_of_that_cost() {
        let (mut n_found, mut n_impossible) = (0, 0);
        for seed in 0..16 {
            let n_trucks = 1 + seed as usize % 2;
            let problem = week(seed, n_trucks, Seconds([7000, 4000][seed as usize / 8]));
            let setup = Setup::new(&problem);
            let choice = DayChoice::new(&setup).expect("the week suits");
            let mut days = Days { table: &choice.table, two: n_trucks > 1, known: HashMap::new(), looks: 0, fault: 0 };
            let least = by_enumeration(&choice, &mut days);
            let visit = least.unwrap_or(2_000_000) / 20;
            let found = choice.search(visit, &mut Xoshiro256PlusPlus::seed_from_u64(seed));
            assert_eq!(found.is_some(), least.is_some(), "seed {seed}");
            let (Some(found), Some(least)) = (found, least) else {
                n_impossible += 1;
                continue;
            };
            let mut draft = Draft::new(&setup);
            draft.restore(&found);
            let worth = draft.worth();
            assert!(worth.is_feasible() && worth.objective.people_short == 0, "seed {seed}");
            // Rounded leg by leg here, and once for each route there.
            assert!((worth.objective.cost.0 - least).abs() < 1000, "seed {seed}: {}, but {least} is the least", worth.objective.cost.0);
            n_found += 1;
        }
        assert!(n_found > 5 && n_impossible > 1, "{n_found} found, {n_impossible} impossible");
    }

    #[test]
    fn days_are_chosen_where_there_are_few_trucks_and_each_point_has_a_pattern() {
        let suits_with = |n_trucks: usize, change: fn(&mut Problem)| {
            let mut problem = week(1, n_trucks, Seconds(7000));
            change(&mut problem);
            DayChoice::new(&Setup::new(&problem)).is_some()
        };
        assert!(suits_with(1, |_| ()) && suits_with(MOST_TRUCKS, |_| ()));
        assert!(!suits_with(MOST_TRUCKS + 1, |_| ()));
        assert!(!suits_with(2, |problem| problem.policy.extra_pattern = Vnd(1)));
        assert!(!suits_with(2, |problem| problem.policy.budget = Some(Vnd(100_000_000))));
        assert!(!suits_with(2, |problem| problem.points[3].patterns.iter_mut().for_each(|pattern| pattern.admissible = false)));
    }
}
