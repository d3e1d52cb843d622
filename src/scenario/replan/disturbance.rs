//! What has happened, and what must stay.

use crate::model::{DaySet, Plan, Problem, Stop};
use crate::units::Seconds;

/// What keeps a plan from being driven as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disturbance {
    /// The day it is.
    pub today: usize,
    /// The time it is: what began before is done.
    pub time: Seconds,
    /// Whether the days before today, which are over, stand for those of the week after and may change.
    pub next_week: bool,
    /// The days on which each truck is down; today from now on, other days as a whole.
    pub down: Vec<DaySet>,
    /// Days on which nobody collects any more.
    pub skipped: DaySet,
    /// Points whose visits keep day and truck.
    pub locked_points: Vec<bool>,
    /// Trucks whose routes keep their stops and their order.
    pub locked_trucks: Vec<bool>,
}

impl Disturbance {
    /// Nothing has happened by that time.
    pub fn none(problem: &Problem, today: usize, time: Seconds) -> Self {
        Self {
            today,
            time,
            next_week: false,
            down: vec![DaySet::EMPTY; problem.trucks.len()],
            skipped: DaySet::EMPTY,
            locked_points: vec![false; problem.points.len()],
            locked_trucks: vec![false; problem.trucks.len()],
        }
    }

    /// Whether a visit of the plan is over: begun before now, or finished where the truck broke down.
    pub fn is_done(&self, day: usize, truck: usize, stop: &Stop) -> bool {
        self.is_over(day) || day == self.today && if self.is_down(truck, day) { stop.end <= self.time } else { stop.start < self.time }
    }

    /// Whether nothing of a day can change any more.
    pub fn is_over(&self, day: usize) -> bool {
        day < self.today && !self.next_week
    }

    /// Whether a truck makes no further stop on a day.
    pub fn is_down(&self, truck: usize, day: usize) -> bool {
        day >= self.today && self.down.get(truck).is_some_and(|days| days.contains(day))
    }

    /// Whether nobody collects on a day any more.
    pub fn is_skipped(&self, day: usize) -> bool {
        day >= self.today && self.skipped.contains(day)
    }

    /// Whether a visit must keep its day and truck although it could be moved.
    pub fn is_locked(&self, point: usize, truck: usize) -> bool {
        self.locked_points[point] || self.locked_trucks.get(truck).copied().unwrap_or(false)
    }

    /// Whether a visit can't be made as planned.
    pub fn hits(&self, problem: &Problem, day: usize, truck: usize, stop: &Stop) -> bool {
        let is_lost = self.is_down(truck, day) || self.is_skipped(day) || !problem.points[stop.point].reached_by[truck];
        is_lost && !self.is_done(day, truck, stop)
    }

    /// The locked visits that can't be made as planned: with one of these, locks and disturbance contradict each other. Point, day, truck.
    pub fn locked_and_hit(&self, problem: &Problem, plan: &Plan) -> Vec<(usize, usize, usize)> {
        let mut found = Vec::new();
        for (day, routes) in plan.days.iter().enumerate() {
            for route in routes {
                let hit = |stop: &&Stop| self.is_locked(stop.point, route.truck) && self.hits(problem, day, route.truck, stop);
                found.extend(route.stops().filter(hit).map(|stop| (stop.point, day, route.truck)));
            }
        }
        found
    }
}
