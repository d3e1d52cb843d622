//! What a plan is worth, computed the slow way: the search must arrive at the same numbers.

use super::replay::Replay;
use super::verdict::{people_short, shortfalls};
use crate::model::{DaySet, Objective, Plan, Problem};
use crate::units::{Kilograms, Metres, Seconds, Vnd, proportion};

/// The objective of a plan from its replay. With `p` people, `G = Σ gap²` (`2T²` without a visit) at each point of communes `c`:
///
/// - `people_short` = Σ p of points that miss any requirement;
/// - `service_millidays` = `proportion(1000, Σ p·G, 2T·Σ p)` + the greatest over communes with people of
///   `proportion(worst_commune_permille, Σ_c p·G, 2T·Σ_c p)`, each rounded half up; nothing where nobody lives
///   or where waiting does not count;
/// - `not_burnt` = kilograms tipped at facilities whose priority number exceeds the least one; 0 without `burn_first`;
/// - `cost` = see [`cost`].
pub fn objective(problem: &Problem, plan: &Plan, replay: &Replay) -> Objective {
    Objective {
        people_short: people_short(problem, &shortfalls(problem, plan, replay)),
        service_millidays: service_millidays(problem, replay),
        not_burnt: not_burnt(problem, replay),
        cost: cost(problem, replay).total(),
    }
}

/// Money of a week by what it pays for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Kilometres.
    pub distance: Vnd,
    /// Crew hours.
    pub crew: Vnd,
    /// Truck-days.
    pub truck_days: Vnd,
    /// Tipping.
    pub tipping: Vnd,
    /// Patterns in a commune beyond those asked for: a price on untidiness, which nobody is paid.
    pub patterns: Vnd,
}

impl Cost {
    /// All of it.
    pub fn total(self) -> Vnd {
        self.distance + self.crew + self.truck_days + self.tipping + self.patterns
    }
}

/// Cost of a week: over routes `proportion(cost_per_1000_km, metres, 1_000_000)`, `proportion(cost_per_hour, working seconds, 3600)`
/// and `cost_per_day`; over unloads `proportion(tipping_per_tonne, kg, 1000)`; and `extra_pattern` for each distinct pattern of
/// visited points in a commune beyond `patterns_per_commune`. Each term is rounded half up by itself.
pub fn cost(problem: &Problem, replay: &Replay) -> Cost {
    let mut cost = Cost::default();
    for route in replay.routes() {
        let truck = &problem.trucks[route.truck];
        let (Metres(metres), Seconds(working)) = (route.metres(), route.working());
        cost.distance += Vnd(proportion(truck.cost_per_1000_km.0, metres, 1_000_000));
        cost.crew += Vnd(proportion(truck.cost_per_hour.0, working, 3600));
        cost.truck_days += truck.cost_per_day;
        for (facility, halt) in route.unloads() {
            cost.tipping += Vnd(proportion(problem.facilities[facility].tipping_per_tonne.0, halt.load.kg.0, 1000));
        }
    }
    for commune in 0..problem.communes.len() {
        let extra = distinct_patterns(problem, replay, commune).saturating_sub(problem.policy.patterns_per_commune);
        cost.patterns += Vnd(problem.policy.extra_pattern.0 * extra as i64);
    }
    cost
}

/// Number of different patterns of the visited points of a commune.
pub fn distinct_patterns(problem: &Problem, replay: &Replay, commune: usize) -> usize {
    let of_commune = problem.points.iter().zip(&replay.schedule).filter(|(point, days)| point.commune == commune && !days.is_empty());
    let mut patterns: Vec<DaySet> = of_commune.map(|(_, days)| *days).collect();
    patterns.sort_unstable();
    patterns.dedup();
    patterns.len()
}

fn service_millidays(problem: &Problem, replay: &Replay) -> i64 {
    if !problem.policy.waiting_counts {
        return 0;
    }
    let everybody = weighted_age(problem, replay, 1000, |_| true);
    let of_commune = |commune| weighted_age(problem, replay, problem.policy.worst_commune_permille, |of| of == commune);
    everybody + (0..problem.communes.len()).map(of_commune).max().unwrap_or(0)
}

/// `weight` times the people-weighted mean waiting age of the points whose commune is `chosen`.
fn weighted_age(problem: &Problem, replay: &Replay, weight: i64, chosen: impl Fn(usize) -> bool) -> i64 {
    let n_days = problem.horizon.n_days;
    let (mut people, mut squares) = (0, 0);
    for (point, days) in problem.points.iter().zip(&replay.schedule).filter(|(point, _)| chosen(point.commune)) {
        people += point.people;
        squares += point.people * gaps_squared(*days, n_days);
    }
    if people > 0 { proportion(weight, squares, 2 * n_days as i64 * people) } else { 0 }
}

/// `Σ gap²`, by walking through the week day by day with the days that waste has waited.
pub(super) fn gaps_squared(days: DaySet, n_days: usize) -> i64 {
    let n = n_days as i64;
    let Some(first) = (0..n_days).find(|day| days.contains(*day)) else { return 2 * n * n };
    let (mut sum, mut waited) = (0, 0);
    for day in (first + 1..=first + n_days).map(|day| day % n_days) {
        waited += 1;
        if days.contains(day) {
            sum += waited * waited;
            waited = 0;
        }
    }
    sum
}

fn not_burnt(problem: &Problem, replay: &Replay) -> Kilograms {
    let first_choice = problem.facilities.iter().map(|facility| facility.priority).min().unwrap_or(0);
    if !problem.policy.burn_first {
        return Kilograms::ZERO;
    }
    let unloads = replay.routes().flat_map(|route| route.unloads());
    unloads.filter(|(facility, _)| problem.facilities[*facility].priority > first_choice).map(|(_, halt)| halt.load.kg).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Pattern;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn an_objective_by_hand() {
        // Three points of 10, 20 and 30 people, the last in commune 1 and unserved: G = 98. Point 0 on Monday: 49; point 1 on
        // Monday and Saturday: 2² + 5² = 29. Σ p·G = 490 + 580 + 2940 = 4010 over 14·60: 4773.81 → 4774 millidays.
        // Worst commune: 250 · 2940 / (14·30) = 1750 (the other: 250 · 1070 / 420 = 637).
        let mut problem = district(3, 1);
        (problem.points[1].people, problem.points[2].people, problem.points[2].commune) = (20, 30, 1);
        problem.policy.patterns_per_commune = 1;
        let week = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0))]), (5, 0, at(6, 0), &[(&[1], Some(1))])]);
        let replay = Replay::new(&problem, &week);
        let worth = objective(&problem, &week, &replay);
        assert_eq!(worth.people_short, 30);
        assert_eq!(worth.service_millidays, 4774 + 1750);
        // Saturday's 500 kg go to the landfill.
        assert_eq!(worth.not_burnt, Kilograms(500));
        // Monday: 4 legs, 20 km = 140,000. Work: 10 prepare + 4·10 drive + 2·5 + 9 min for 900 kg + 5 min + 54 s = 4494 s: 149,800.
        // Saturday: 15 km = 105,000. 10 + 30 + 5 + 5 + 5 min + 30 s = 3330 s: 111,000. Two days 600,000.
        // Tipping 0.9 t · 250,000 + 0.5 t · 120,000 = 285,000. One pattern too many: 50,000.
        let parts = cost(&problem, &replay);
        assert_eq!((parts.distance, parts.crew, parts.truck_days), (Vnd(245_000), Vnd(260_800), Vnd(600_000)));
        assert_eq!((parts.tipping, parts.patterns), (Vnd(285_000), Vnd(50_000)));
        assert_eq!(worth.cost, Vnd(1_440_800));
        problem.policy.burn_first = false;
        assert_eq!(objective(&problem, &week, &replay).not_burnt, Kilograms::ZERO);
        problem.policy.waiting_counts = false;
        assert_eq!(objective(&problem, &week, &replay).service_millidays, 0);
    }

    #[test]
    fn walking_through_the_week_gives_the_gaps_of_the_model() {
        for days in (0..128).map(DaySet) {
            assert_eq!(gaps_squared(days, 7), Pattern::gaps_squared(days, 7), "{days:?}");
        }
    }

    #[test]
    fn nobody_waits_where_nobody_lives() {
        let problem = district(0, 1);
        let week = plan(&problem, &[]);
        assert_eq!(objective(&problem, &week, &Replay::new(&problem, &week)), Objective::default());
    }
}
