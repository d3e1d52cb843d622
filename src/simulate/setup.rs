//! A plan made ready to be lived through many times.

use super::agenda::{Agenda, Task};
use super::streams::subject;
use crate::constraint::{Place, Replay, hours_under_way};
use crate::model::{DaySet, Plan, Problem, Window};

/// A problem and a plan for it, with all that is asked for again and again.
pub(super) struct Setup<'a> {
    pub problem: &'a Problem,
    /// Days of the week.
    pub n_days: usize,
    /// The days on which each point is visited as planned.
    pub schedule: Vec<DaySet>,
    /// The planned routes of each weekday.
    pub routes: Vec<Vec<PlannedRoute>>,
    /// Share of what lies at a point on a weekday that its market brought, at `point · T + day`.
    pub market_shares: Vec<f64>,
    /// Level of each yard on Monday at 00:00 in the planned week, in 3,600ths of a kilogram.
    pub yard_starts: Vec<i64>,
    /// Facilities in the order in which a truck is sent on: priority, then index.
    pub facility_order: Vec<usize>,
    pub point_keys: Vec<u64>,
    pub truck_keys: Vec<u64>,
    pub facility_keys: Vec<u64>,
    pub depot_keys: Vec<u64>,
}

/// A truck-day of the plan.
pub(super) struct PlannedRoute {
    pub truck: usize,
    /// Start of preparation.
    pub start: i64,
    /// When it may be under way.
    pub hours: Window,
    /// What is to be done.
    pub agenda: Agenda,
    /// Clock time from start to return.
    pub duration: i64,
    /// The same without the break.
    pub working: i64,
}

impl<'a> Setup<'a> {
    /// Makes a plan ready. Takes any plan whose indices are in range; what it has recorded is not looked at.
    pub fn new(problem: &'a Problem, plan: &Plan) -> Self {
        let replay = Replay::new(problem, plan);
        let n_days = problem.horizon.n_days;
        let mut routes: Vec<Vec<PlannedRoute>> = Vec::new();
        for (day, (planned, replayed)) in plan.days.iter().zip(&replay.days).enumerate() {
            let pairs = planned.iter().zip(replayed);
            routes.push(
                pairs
                    .map(|(route, lived)| PlannedRoute {
                        truck: route.truck,
                        start: lived.start.0,
                        hours: hours_under_way(problem, &problem.trucks[route.truck], day).unwrap_or(problem.trucks[route.truck].shift),
                        agenda: Agenda::of(route),
                        duration: (lived.end - lived.start).0,
                        working: lived.working().0,
                    })
                    .collect(),
            );
        }
        routes.resize_with(n_days, Vec::new);
        let yard_starts = replay.yards.iter().map(|yard| yard.as_ref().map_or(0, |yard| yard.start_level)).collect();
        let mut facility_order: Vec<usize> = (0..problem.facilities.len()).collect();
        facility_order.sort_by_key(|facility| (problem.facilities[*facility].priority, *facility));
        Self {
            problem,
            n_days,
            schedule: replay.schedule,
            routes,
            market_shares: market_shares(problem),
            yard_starts,
            facility_order,
            point_keys: problem.points.iter().map(|point| subject("point", &point.id)).collect(),
            truck_keys: problem.trucks.iter().map(|truck| subject("truck", &truck.id)).collect(),
            facility_keys: problem.facilities.iter().map(|facility| subject("facility", &facility.id)).collect(),
            depot_keys: problem.depots.iter().map(|depot| subject("depot", &depot.id)).collect(),
        }
    }

    /// Planned travel time of a truck; nothing of time where it has no way, as in the replay.
    pub fn duration(&self, truck: usize, from: usize, to: usize) -> i64 {
        self.problem.duration(truck, from, to).map_or(0, |duration| duration.0)
    }

    /// Location of a place.
    pub fn location(&self, place: Place) -> usize {
        place.location(self.problem)
    }

    /// Planned service time of so many kilograms at a point.
    pub fn service(&self, point: usize, kg: i64) -> i64 {
        let point = &self.problem.points[point];
        point.service_fixed.0 + crate::units::proportion(point.service_per_tonne.0, kg, 1000)
    }

    /// Planned time to unload so many kilograms at a facility.
    pub fn unloading(&self, facility: usize, kg: i64) -> i64 {
        let facility = &self.problem.facilities[facility];
        facility.unload_fixed.0 + crate::units::proportion(facility.unload_per_tonne.0, kg, 1000)
    }

    /// What stands for a place in the streams; trucks that go to the same point meet the same leg, at gates and depots each has its own.
    pub fn place_key(&self, truck: usize, place: Place) -> u64 {
        match place {
            Place::Point(point) => self.point_keys[point],
            Place::Facility(facility) => self.facility_keys[facility] ^ self.truck_keys[truck],
            Place::Depot(depot) => self.depot_keys[depot] ^ self.truck_keys[truck],
        }
    }

    /// The facility that a truck goes to where its plan names none.
    pub fn first_facility(&self, truck: usize) -> Option<usize> {
        self.facility_order.iter().copied().find(|facility| self.problem.facilities[*facility].reached_by[truck])
    }

    /// The facility at which the trip of the next task ends.
    pub fn next_facility(&self, truck: usize, tasks: &[Task]) -> Option<usize> {
        let planned = tasks.iter().rev().find_map(|task| match task.place {
            Place::Facility(facility) => Some(facility),
            _ => None,
        });
        planned.or_else(|| self.first_facility(truck))
    }
}

/// What a day has above the least day of its point is its market's.
fn market_shares(problem: &Problem) -> Vec<f64> {
    let n_days = problem.horizon.n_days;
    let mut shares = Vec::with_capacity(problem.points.len() * n_days);
    for point in &problem.points {
        let of_day = |day: usize| point.load(day, 1, n_days).kg.0;
        let least = (0..n_days).map(of_day).min().unwrap_or(0);
        // A kilogram more is rounding, not a market.
        let share = |day: usize| if of_day(day) > least + 1 { (of_day(day) - least) as f64 / of_day(day) as f64 } else { 0.0 };
        shares.extend((0..n_days).map(share));
    }
    shares
}
