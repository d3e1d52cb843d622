//! What differs between two plans of a week, visit by visit.

use crate::model::{DaySet, Plan, Problem};

/// A day and a truck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visit {
    /// Day, 0 = Monday.
    pub day: usize,
    /// Index of the truck.
    pub truck: usize,
}

/// A visit that is made otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Index of the point.
    pub point: usize,
    /// As it was.
    pub from: Visit,
    /// As it is now.
    pub to: Visit,
}

/// A visit that is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    /// Index of the point.
    pub point: usize,
    /// The visit.
    pub visit: Visit,
    /// The day of the next visit, and whether that is in the week after; nothing where there is none any more.
    pub caught_up: Option<(usize, bool)>,
}

/// Everything that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Visits that move to another day or truck.
    pub moved: Vec<Moved>,
    /// Visits that fall out.
    pub missed: Vec<Missed>,
    /// Points that gain a visit, and which.
    pub added: Vec<(usize, Visit)>,
}

impl Changes {
    /// What differs from `before` to `after`. Of a point with several changes those on the same day belong together, then the earliest.
    pub fn between(problem: &Problem, before: &Plan, after: &Plan) -> Self {
        let (old, new) = (visits(problem, before), visits(problem, after));
        let mut changes = Self::default();
        for point in 0..problem.points.len() {
            let mut gone: Vec<Visit> = old[point].iter().copied().filter(|visit| !new[point].contains(visit)).collect();
            let mut come: Vec<Visit> = new[point].iter().copied().filter(|visit| !old[point].contains(visit)).collect();
            let mut pair = |from: Visit, to: Visit, come: &mut Vec<Visit>| {
                come.retain(|visit| *visit != to);
                changes.moved.push(Moved { point, from, to });
            };
            gone.retain(|from| match come.iter().copied().find(|to| to.day == from.day) {
                Some(to) => {
                    pair(*from, to, &mut come);
                    false
                }
                None => true,
            });
            gone.retain(|from| match come.first().copied() {
                Some(to) => {
                    pair(*from, to, &mut come);
                    false
                }
                None => true,
            });
            let days: DaySet = new[point].iter().map(|visit| visit.day).collect();
            let n_days = problem.horizon.n_days;
            changes.missed.extend(gone.into_iter().map(|visit| Missed { point, visit, caught_up: next_day(days, visit.day, n_days) }));
            changes.added.extend(come.into_iter().map(|visit| (point, visit)));
        }
        changes
    }

    /// Number of visits that are not as they were.
    pub fn number(&self) -> usize {
        self.moved.len() + self.missed.len() + self.added.len()
    }

    /// The points that have no visit any more, each once.
    pub fn points_lost(&self) -> Vec<usize> {
        let mut lost: Vec<usize> = self.missed.iter().filter(|missed| missed.caught_up.is_none()).map(|missed| missed.point).collect();
        lost.sort_unstable();
        lost.dedup();
        lost
    }

    /// The points whose days change, each once, in order: their people must be told.
    pub fn points_told(&self) -> Vec<usize> {
        let other_day = self.moved.iter().filter(|moved| moved.from.day != moved.to.day).map(|moved| moved.point);
        let others = self.missed.iter().map(|missed| missed.point).chain(self.added.iter().map(|(point, _)| *point));
        let mut points: Vec<usize> = other_day.chain(others).collect();
        points.sort_unstable();
        points.dedup();
        points
    }

    /// People at these points.
    pub fn people_told(&self, problem: &Problem) -> i64 {
        self.points_told().iter().map(|point| problem.points[*point].people).sum()
    }
}

/// The visits of each point, in order.
fn visits(problem: &Problem, plan: &Plan) -> Vec<Vec<Visit>> {
    let mut visits = vec![Vec::new(); problem.points.len()];
    for (day, routes) in plan.days.iter().enumerate() {
        for route in routes {
            route.stops().for_each(|stop| visits[stop.point].push(Visit { day, truck: route.truck }));
        }
    }
    visits
}

fn next_day(days: DaySet, after: usize, n_days: usize) -> Option<(usize, bool)> {
    let day = (1..=n_days).map(|ahead| (after + ahead) % n_days).find(|day| days.contains(*day))?;
    Some((day, day <= after))
}
