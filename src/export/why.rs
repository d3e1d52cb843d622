//! What stood in the way of a point that the plan serves less than is owed.

use serde::Serialize;

use crate::constraint::cost;
use crate::kpi::{Facts, figures_by_truck};
use crate::model::{DaySet, Problem};
use crate::units::Seconds;

/// What stood in the way. Found by elimination, from what the plan leaves unused: the plan is maximal, so some limit does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Why {
    /// No chosen truck reaches the point and leaves it.
    NoTruck,
    /// No set of allowed days keeps the longest wait and the containers: a matter of the input.
    NoPattern,
    /// No truck that reaches the point runs on a day on which it may be served.
    NoDay,
    /// The facilities take no more on any day that would help.
    Disposal,
    /// The week's budget leaves no room for another visit.
    Budget,
    /// Hours are left, but no window, shift and opening hours fit together.
    Times,
    /// The crews that reach the point have no time left.
    Hours {
        /// Ids of the trucks that reach it.
        trucks: Vec<String>,
        /// Whether these are all trucks.
        all_trucks: bool,
        /// Share of their working time, less the reserve, that is used.
        used: f64,
    },
}

/// From this share of the budget on it counts as spent.
const NEARLY_ALL_PERCENT: i64 = 97;
/// Crews that work less than this share of what they may are not what is short.
const IDLE_PERCENT: i64 = 50;

/// Finds what stood in the way of a point.
pub struct Obstacles<'a> {
    problem: &'a Problem,
    /// Working time used and possible, by truck.
    hours: Vec<(Seconds, Seconds)>,
    /// Days on which the facilities take no more than a trifle.
    full: DaySet,
    /// Whether the week's budget is spent.
    budget_spent: bool,
}

impl<'a> Obstacles<'a> {
    /// What the plan leaves unused.
    pub fn new(facts: &'a Facts) -> Self {
        let problem = facts.problem;
        let used = figures_by_truck(facts).into_iter().map(|figures| figures.working);
        let possible = problem.trucks.iter().map(|truck| {
            let days = DaySet(truck.available.0 & !problem.horizon.closed.0);
            Seconds(truck.work_limit.0 * days.len() as i64)
        });
        let full = (0..problem.horizon.n_days).filter(|day| is_full(facts, *day)).collect();
        // The plan is maximal: a visit more would have cost more than what is left.
        let spent = cost(problem, &facts.replay).total().0;
        let budget_spent = problem.policy.budget.is_some_and(|budget| spent * 100 >= budget.0 * NEARLY_ALL_PERCENT || spent == 0);
        Self { problem, hours: used.zip(possible).collect(), full, budget_spent }
    }

    /// What stood in the way of the point with this index.
    pub fn of(&self, point: usize) -> Why {
        let point = &self.problem.points[point];
        let trucks: Vec<usize> = (0..self.problem.trucks.len()).filter(|truck| point.reached_by[*truck]).collect();
        if trucks.is_empty() {
            return Why::NoTruck;
        }
        if !point.patterns.iter().any(|pattern| pattern.admissible) {
            return Why::NoPattern;
        }
        let running = trucks.iter().fold(DaySet::EMPTY, |days, truck| DaySet(days.0 | self.problem.trucks[*truck].available.0));
        let days = DaySet(point.days_allowed.0 & running.0);
        if days.is_empty() {
            return Why::NoDay;
        }
        if days.is_subset_of(self.full) {
            return Why::Disposal;
        }
        if self.budget_spent {
            return Why::Budget;
        }
        let used: Seconds = trucks.iter().map(|truck| self.hours[*truck].0).sum();
        let possible: Seconds = trucks.iter().map(|truck| self.hours[*truck].1).sum();
        if used.0 * 100 < possible.0 * IDLE_PERCENT {
            return Why::Times;
        }
        Why::Hours {
            all_trucks: trucks.len() == self.problem.trucks.len(),
            trucks: trucks.iter().map(|truck| self.problem.trucks[*truck].id.clone()).collect(),
            used: used.0 as f64 / possible.0.max(1) as f64,
        }
    }
}

/// Whether every facility that is open on the day has less than a hundredth of its daily limit left.
fn is_full(facts: &Facts, day: usize) -> bool {
    let mut open = facts.problem.facilities.iter().enumerate().filter(|(_, facility)| facility.open[day].is_some());
    open.all(|(index, facility)| {
        let intake = facts.replay.intake(day, index);
        facility.daily_limit.is_some_and(|limit| intake.0 * 100 > limit.0 * 99)
    })
}
