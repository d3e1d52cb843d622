//! What stood in the way of a point that the plan serves less than is owed.

use serde::Serialize;

use crate::model::{DaySet, Plan, Problem, Route};
use crate::units::{Kilograms, Seconds};

/// What stood in the way. Found by elimination, from what the plan leaves unused: the plan is maximal, so some limit does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Why {
    /// No chosen truck reaches the point and leaves it.
    NoTruck,
    /// No set of allowed days keeps the longest wait and the containers: a matter of the input.
    NoPattern,
    /// The facilities take no more on any day that would help.
    Disposal,
    /// The crews that reach the point have no time left.
    Hours {
        /// Ids of the trucks that reach it.
        trucks: Vec<String>,
        /// Share of their working time, less the reserve, that is used.
        used: f64,
    },
}

/// Finds what stood in the way of a point.
pub struct Obstacles<'a> {
    problem: &'a Problem,
    /// Working time used and possible, by truck.
    hours: Vec<(Seconds, Seconds)>,
    /// Days on which the facilities take no more than a trifle.
    full: DaySet,
}

impl<'a> Obstacles<'a> {
    /// What `plan` leaves unused.
    pub fn new(problem: &'a Problem, plan: &'a Plan) -> Self {
        let hours = (0..problem.trucks.len()).map(|truck| {
            let routes = plan.days.iter().flatten().filter(|route| route.truck == truck);
            let used = routes.map(|route| working(route, problem)).sum();
            let possible = DaySet(problem.trucks[truck].available.0 & !problem.horizon.closed.0).len() as i64;
            (used, Seconds(problem.trucks[truck].work_limit.0 * possible))
        });
        let full = (0..problem.horizon.n_days).filter(|day| is_full(problem, plan, *day)).collect();
        Self { problem, hours: hours.collect(), full }
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
        if point.days_allowed.is_subset_of(self.full) {
            return Why::Disposal;
        }
        let used: Seconds = trucks.iter().map(|truck| self.hours[*truck].0).sum();
        let possible: Seconds = trucks.iter().map(|truck| self.hours[*truck].1).sum();
        Why::Hours {
            trucks: trucks.iter().map(|truck| self.problem.trucks[*truck].id.clone()).collect(),
            used: used.0 as f64 / possible.0.max(1) as f64,
        }
    }
}

/// From the start of preparation to the return, less the break.
fn working(route: &Route, problem: &Problem) -> Seconds {
    let pause = if route.pause.is_some() { problem.trucks[route.truck].break_length } else { Seconds::ZERO };
    route.end - route.start - pause
}

/// Whether every facility that is open on the day has less than a hundredth of its daily limit left.
fn is_full(problem: &Problem, plan: &Plan, day: usize) -> bool {
    problem.facilities.iter().enumerate().filter(|(_, facility)| facility.open[day].is_some()).all(|(index, facility)| {
        let unloads = plan.days[day].iter().flat_map(Route::unloads).filter(|unload| unload.facility == index);
        let intake: Kilograms = unloads.map(|unload| unload.load.kg).sum();
        facility.daily_limit.is_some_and(|limit| intake.0 * 100 > limit.0 * 99)
    })
}
