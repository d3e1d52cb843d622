//! A plan under repair, with a waiting list for stops that have no place.
//!
//! The waiting list is a truck of its own, behind the real ones, that no rule binds: its stops count as visited on their day, so that loads of other visits
//! are as they will be once everything has found a place.

use std::rc::Rc;

use crate::constraint::{CONSTRAINTS, Finding, Replay, shortfalls};
use crate::model::{DaySet, Plan, Problem, Route, Stop, Trip, Unload};
use crate::units::{Kilograms, Litres, Seconds, Vnd};

/// The problem with a truck that is the waiting list.
pub(super) struct Sketch {
    /// The problem, its last truck the waiting list.
    pub problem: Problem,
    /// Index of that truck.
    pub waiting: usize,
    /// Plans judged so far.
    pub judged: usize,
    /// The plan that was judged last, with its replay: the next one is mostly much like it.
    last: Option<(Plan, Rc<Replay>)>,
}

/// A plan under repair that breaks no rule but for its waiting list.
#[derive(Clone)]
pub(super) struct State {
    pub plan: Plan,
    pub replay: Rc<Replay>,
    /// People who miss a requirement if everything that waits finds a place.
    pub short: i64,
}

/// A plan that breaks a rule outside its waiting list, and where.
pub(super) struct Broken {
    pub plan: Plan,
    pub finding: Finding,
}

/// A place for a stop in a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub day: usize,
    pub truck: usize,
    /// Trip, and place in it; the number of trips for a new one at the end.
    pub trip: usize,
    pub position: usize,
    /// Where a new trip unloads.
    pub facility: usize,
    /// Start of a new route.
    pub start: Seconds,
}

impl Sketch {
    pub fn new(problem: &Problem) -> Self {
        let mut problem = problem.clone();
        let waiting = problem.trucks.len();
        if let Some(mut list) = problem.trucks.first().cloned() {
            list.id = String::new();
            (list.payload_limit, list.volume_limit) = (Kilograms(i64::MAX / 4), Litres(i64::MAX / 4));
            (list.cost_per_day, list.cost_per_hour, list.cost_per_1000_km) = (Vnd::ZERO, Vnd::ZERO, Vnd::ZERO);
            list.break_length = Seconds::ZERO;
            list.available = DaySet::all(problem.horizon.n_days);
            problem.trucks.push(list);
        }
        problem.points.iter_mut().for_each(|point| point.reached_by.push(true));
        problem.facilities.iter_mut().for_each(|facility| facility.reached_by.push(true));
        Self { problem, waiting, judged: 0, last: None }
    }

    /// The state of a plan, or the first rule that it breaks outside the waiting list.
    pub fn judge(&mut self, plan: Plan) -> Result<State, Box<Broken>> {
        self.judged += 1;
        let replay = Rc::new(match &self.last {
            Some((before, replay)) => replay.renewed(&self.problem, before, &plan),
            None => Replay::new(&self.problem, &plan),
        });
        debug_assert_eq!(*replay, Replay::new(&self.problem, &plan));
        self.last = Some((plan.clone(), Rc::clone(&replay)));
        let mut findings = Vec::new();
        // Recorded times are written at the end.
        for rule in CONSTRAINTS.iter().filter(|rule| rule.code() != "records") {
            rule.verify(&self.problem, &plan, &replay, &mut findings);
            findings.retain(|finding| finding.truck != Some(self.waiting));
            if let Some(finding) = findings.pop() {
                return Err(Box::new(Broken { plan, finding }));
            }
        }
        let mut missing = vec![false; self.problem.points.len()];
        shortfalls(&self.problem, &plan, &replay).iter().filter_map(|finding| finding.point).for_each(|point| missing[point] = true);
        let short = self.problem.points.iter().zip(&missing).filter(|(_, short)| **short).map(|(point, _)| point.people).sum();
        Ok(State { plan, replay, short })
    }

    /// The same, with the breaks of the `touched` routes (day, truck) placed anew where they are what is wrong.
    pub fn settle(&mut self, plan: Plan, touched: &[(usize, usize)]) -> Result<State, Box<Broken>> {
        match self.judge(plan) {
            Err(broken) if ["break", "driving"].contains(&broken.finding.code) => {
                let Broken { plan, .. } = *broken;
                let rested = self.with_breaks(plan, touched);
                self.judge(rested)
            }
            outcome => outcome,
        }
    }

    /// The plan whose `touched` routes take their break after the last halt that ends in time, if they need one.
    pub fn with_breaks(&mut self, mut plan: Plan, touched: &[(usize, usize)]) -> Plan {
        use crate::model::{Break, BreakMoment};
        self.judged += 1;
        for (day, truck) in touched {
            plan.days[*day].iter_mut().filter(|route| route.truck == *truck).for_each(|route| route.pause = None);
        }
        let replay = Replay::new(&self.problem, &plan);
        for (day, truck) in touched.iter().filter(|(_, truck)| *truck != self.waiting) {
            let vehicle = &self.problem.trucks[*truck];
            let Some(index) = plan.days[*day].iter().position(|route| route.truck == *truck) else { continue };
            let replayed = &replay.days[*day][index];
            if vehicle.break_length <= Seconds::ZERO || replayed.end - replayed.leave <= vehicle.break_latest {
                continue;
            }
            let latest = replayed.leave + vehicle.break_latest;
            let last = replayed.halts.iter().rposition(|halt| halt.end <= latest);
            let (event, moment) = last.map_or((0, BreakMoment::Before), |event| (event, BreakMoment::After));
            plan.days[*day][index].pause = Some(Break { event, moment, start: Seconds::ZERO });
        }
        plan
    }

    /// The stops that wait, as points and days.
    pub fn waiting_stops(&self, plan: &Plan) -> Vec<(usize, usize)> {
        let lists = plan.days.iter().enumerate().flat_map(|(day, routes)| routes.iter().map(move |route| (day, route)));
        let lists = lists.filter(|(_, route)| route.truck == self.waiting);
        lists.flat_map(|(day, route)| route.stops().map(move |stop| (stop.point, day))).collect()
    }

    /// Moves a stop of a route to the waiting list of its day.
    pub fn put_on_list(&self, plan: &mut Plan, day: usize, truck: usize, point: usize) {
        take_out(plan, day, truck, point);
        self.let_wait(plan, point, day);
    }

    /// A visit that is not in the plan waits on `day`.
    pub fn let_wait(&self, plan: &mut Plan, point: usize, day: usize) {
        let stop = blank(point);
        match plan.days[day].iter_mut().find(|route| route.truck == self.waiting) {
            Some(list) => list.trips[0].stops.push(stop),
            None => plan.days[day].push(Route {
                truck: self.waiting,
                start: Seconds::ZERO,
                trips: vec![Trip { stops: vec![stop], unload: None }],
                pause: None,
                end: Seconds::ZERO,
            }),
        }
    }

    /// Gives a stop that waits on `day` its place.
    pub fn put_in(&self, plan: &mut Plan, point: usize, day: usize, slot: Slot) {
        take_out(plan, day, self.waiting, point);
        insert(plan, point, slot);
    }

    /// The visit of a stop that waits falls out.
    pub fn drop(&self, plan: &mut Plan, point: usize, day: usize) {
        take_out(plan, day, self.waiting, point);
    }
}

fn blank(point: usize) -> Stop {
    Stop { point, arrive: Seconds::ZERO, start: Seconds::ZERO, end: Seconds::ZERO, load: Default::default() }
}

/// Takes a stop out; a trip without stops goes with its unload, a route without trips goes, too. The break stays where it was as far as it can.
pub(super) fn take_out(plan: &mut Plan, day: usize, truck: usize, point: usize) {
    let Some(index) = plan.days[day].iter().position(|route| route.truck == truck) else { return };
    let route = &mut plan.days[day][index];
    let mut event = 0;
    for trip in 0..route.trips.len() {
        let Some(position) = route.trips[trip].stops.iter().position(|stop| stop.point == point) else {
            event += route.trips[trip].stops.len() + usize::from(route.trips[trip].unload.is_some());
            continue;
        };
        route.trips[trip].stops.remove(position);
        forget_event(route, event + position);
        if route.trips[trip].stops.is_empty() {
            let gone = route.trips.remove(trip);
            if gone.unload.is_some() {
                forget_event(route, event);
            }
        }
        break;
    }
    if route.trips.is_empty() {
        plan.days[day].remove(index);
    }
}

fn forget_event(route: &mut Route, event: usize) {
    use crate::model::BreakMoment;
    route.pause = route.pause.and_then(|mut pause| {
        if pause.event > event {
            pause.event -= 1;
        } else if pause.event == event {
            // Where the truck stood before.
            pause.event = event.checked_sub(1)?;
            pause.moment = BreakMoment::After;
        }
        Some(pause)
    });
}

/// Puts a stop into its slot.
pub(super) fn insert(plan: &mut Plan, point: usize, slot: Slot) {
    let routes = &mut plan.days[slot.day];
    let index = routes.iter().position(|route| route.truck == slot.truck).unwrap_or_else(|| {
        let at = routes.iter().position(|route| route.truck > slot.truck).unwrap_or(routes.len());
        routes.insert(at, Route { truck: slot.truck, start: slot.start, trips: Vec::new(), pause: None, end: Seconds::ZERO });
        at
    });
    let route = &mut routes[index];
    if slot.trip == route.trips.len() {
        let (start, load) = (Seconds::ZERO, Default::default());
        let unload = Unload { facility: slot.facility, arrive: start, start, end: start, load };
        route.trips.push(Trip { stops: vec![blank(point)], unload: Some(unload) });
        return;
    }
    let before: usize = route.trips[..slot.trip].iter().map(|trip| trip.stops.len() + usize::from(trip.unload.is_some())).sum();
    route.trips[slot.trip].stops.insert(slot.position, blank(point));
    if let Some(pause) = route.pause.as_mut().filter(|pause| pause.event >= before + slot.position) {
        pause.event += 1;
    }
}
