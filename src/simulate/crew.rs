//! A crew on its day: what it does next, by the rules of the room's front door.

use super::account::Accounts;
use super::agenda::Task;
use super::chance::{Chances, scaled};
use super::measure::Measure;
use super::setup::{PlannedRoute, Setup};
use super::stock::Stock;
use super::streams::Streams;
use crate::constraint::{Action, Event, Place};
use crate::model::{BreakMoment, Load};
use crate::units::{Kilograms, Metres, Seconds};

/// Days after which a point must be visited again for a stop to be put off.
const LONGEST_PUT_OFF: usize = 2;

/// The world on a day.
#[derive(Clone, Copy)]
pub(super) struct Today<'a> {
    pub setup: &'a Setup<'a>,
    pub chances: &'a Chances,
    pub streams: &'a Streams,
    /// Days since the run began.
    pub day: usize,
    /// Travel times, over the planned ones.
    pub travel: f64,
}

/// A crew under way.
pub(super) struct Crew<'a> {
    today: Today<'a>,
    route: &'a PlannedRoute,
    /// What is to be done, the next last.
    pub tasks: Vec<Task>,
    pause: Option<(usize, BreakMoment)>,
    pub start: i64,
    pub now: i64,
    leave: i64,
    here: Place,
    trip: usize,
    pub on_board: Load,
    pub metres: i64,
    /// Whether the break was taken.
    has_rested: bool,
    /// Its length, once it was.
    rested: i64,
    /// When and for how long the truck stands, in seconds from midnight.
    breakdown: Option<(i64, i64)>,
    /// Until when the truck is in repair, in seconds from midnight, where its day has ended with that.
    pub repaired: Option<i64>,
    /// Facilities whose gates it was sent away from with its present load.
    refused_by: Vec<usize>,
    legs_to_facilities: usize,
    unloads: usize,
    /// Whether it was full before its time today.
    unloaded_early: bool,
    /// Planned visits that are not made.
    pub missed: Vec<usize>,
    /// All that happens, where anybody wants to know.
    pub events: Option<Vec<Event>>,
}

impl<'a> Crew<'a> {
    /// A crew that prepares its truck at `start`, with what it has on board.
    pub fn new(today: Today<'a>, route: &'a PlannedRoute, start: i64, on_board: Load, traced: bool) -> Self {
        let truck = &today.setup.problem.trucks[route.truck];
        let breakdown = today.chances.breakdown(today.streams, today.setup.truck_keys[route.truck], today.day);
        let mut crew = Self {
            today,
            route,
            tasks: route.agenda.tasks.clone(),
            pause: route.agenda.pause,
            start,
            now: start,
            leave: start,
            here: Place::Depot(truck.depot),
            trip: 0,
            on_board,
            metres: 0,
            has_rested: false,
            rested: 0,
            breakdown: breakdown.map(|(share, repair)| (start + scaled(route.duration, share), repair)),
            repaired: None,
            refused_by: Vec::new(),
            legs_to_facilities: 0,
            unloads: 0,
            unloaded_early: false,
            missed: Vec::new(),
            events: traced.then(Vec::new),
        };
        crew.spend(Action::Prepare, truck.preparation.0, 0);
        crew.leave = crew.now;
        crew
    }

    /// The truck.
    pub fn truck(&self) -> usize {
        self.route.truck
    }

    /// Working time so far.
    pub fn working(&self) -> i64 {
        self.now - self.start - self.rested
    }

    /// Hours beyond the longest working time or the shift, whichever is more.
    pub fn overtime(&self) -> i64 {
        let truck = &self.today.setup.problem.trucks[self.truck()];
        (self.working() - truck.work.0).max(self.now - self.route.hours.to.0).max(0)
    }

    /// Goes on to the next gate: when it joins the queue there, of which facility, and the task that led it there. Nothing once its day is over.
    pub fn go_on(&mut self, stock: &mut Stock, accounts: &mut Accounts) -> Option<(i64, usize, Task)> {
        if self.repaired.is_some() {
            return None;
        }
        self.put_off(stock);
        while let Some(task) = self.tasks.last().copied() {
            if self.stands(accounts) {
                return None;
            }
            match task.place {
                Place::Point(point) if !self.has_time_for(task, point, stock) => self.leave_out(task, point),
                Place::Point(point) => self.visit(task, point, stock, accounts),
                Place::Facility(_) if task.halt.is_some() && self.drives_on(stock) => {
                    self.tasks.pop();
                }
                Place::Facility(facility) => {
                    self.tasks.pop();
                    self.trip = task.trip;
                    self.drive(task.place);
                    self.rest(task, BreakMoment::Before);
                    return Some((self.now, facility, task));
                }
                Place::Depot(_) => {
                    self.tasks.pop();
                }
            }
        }
        self.return_home(accounts);
        None
    }

    /// Whether, after an early unload, the truck has room for all that is expected on its next trip too, so that it need not unload before.
    fn drives_on(&self, stock: &Stock) -> bool {
        let setup = self.today.setup;
        let truck = &setup.problem.trucks[self.truck()];
        let ahead = self.tasks.iter().rev().skip(1).map_while(|task| match task.place {
            Place::Point(point) => Some(stock.planned(setup, point, self.today.day)),
            _ => None,
        });
        let next: Vec<Load> = ahead.collect();
        let full = next.iter().fold(self.on_board, |all, load| all + *load);
        self.unloaded_early && !next.is_empty() && full.kg <= truck.payload && full.litres <= truck.volume
    }

    /// Unloads everything once it is its turn, from `start` on, and says when that ends. `task` was the gate's.
    pub fn unload(&mut self, task: Task, facility: usize, start: i64, accounts: &mut Accounts) -> i64 {
        let (setup, weekday) = (self.today.setup, self.weekday());
        let waited = start - self.now;
        accounts.add(Measure::Waiting, waited, weekday, None, Some(self.truck()));
        accounts.add_wait(waited, weekday, self.now);
        self.spend_until(Action::Queue, start);
        let load = std::mem::take(&mut self.on_board);
        let factor = self.today.chances.unload(self.today.streams, setup.truck_keys[self.truck()], self.today.day, self.unloads);
        self.unloads += 1;
        self.refused_by.clear();
        self.spend(Action::Unload, scaled(setup.unloading(facility, load.kg.0), factor), 0);
        self.note_tipped(facility, load.kg.0, accounts);
        let end = self.now;
        self.rest(task, BreakMoment::After);
        end
    }

    /// The gate sends it away: on to `other`, or home.
    pub fn turn_away(&mut self, task: Task, facility: usize, other: Option<usize>, accounts: &mut Accounts) {
        accounts.add(Measure::TurnedAway, 1, self.weekday(), None, Some(self.truck()));
        self.refused_by.push(facility);
        match other {
            Some(other) => self.tasks.push(Task { place: Place::Facility(other), ..task }),
            None => self.give_up(),
        }
    }

    /// Whether a gate has already sent it away with this load.
    pub fn was_refused_by(&self, facility: usize) -> bool {
        self.refused_by.contains(&facility)
    }

    fn weekday(&self) -> usize {
        self.today.day % self.today.setup.n_days
    }

    /// Whether the truck breaks down for the rest of the day. A short repair only takes time.
    fn stands(&mut self, accounts: &mut Accounts) -> bool {
        let Some((_, repair)) = self.breakdown.take_if(|(at, _)| *at <= self.now) else { return false };
        accounts.add(Measure::Breakdowns, 1, self.weekday(), None, Some(self.truck()));
        if repair <= self.today.chances.roadside {
            self.spend(Action::Wait, repair, 0);
            return false;
        }
        self.repaired = Some(self.now + repair);
        self.give_up();
        true
    }

    /// Whether, as planned, the stop can be served and the day be ended in time.
    fn has_time_for(&self, task: Task, point: usize, stock: &Stock) -> bool {
        let setup = self.today.setup;
        let truck = &setup.problem.trucks[self.truck()];
        let expected = stock.planned(setup, point, self.today.day).kg.0;
        let location = setup.problem.points[point].location;
        // A break on arrival may pass while the stop is waited for anyway.
        let rest = if self.rests_at(task, BreakMoment::Before) { truck.break_length.0 } else { 0 };
        let arrive = self.now + setup.duration(self.truck(), setup.location(self.here), location) + rest;
        let served = arrive.max(setup.problem.points[point].window.from.0) + setup.service(point, expected);
        let depot = setup.problem.depots[truck.depot].location;
        let home = match setup.next_facility(self.truck(), &self.tasks) {
            Some(facility) => {
                let gate = setup.problem.facilities[facility].location;
                let unloaded = setup.duration(self.truck(), location, gate) + setup.unloading(facility, self.on_board.kg.0 + expected);
                served + unloaded + setup.duration(self.truck(), gate, depot)
            }
            None => served + setup.duration(self.truck(), location, depot),
        };
        home - self.start - self.rested - rest <= truck.work.0 && home <= self.route.hours.to.0
    }

    /// Seconds by which the day would end too late, as planned from here on, waiting at gates left aside; less than nothing where there is time left.
    fn excess(&self, stock: &Stock) -> i64 {
        let setup = self.today.setup;
        let truck = &setup.problem.trucks[self.truck()];
        let (mut time, mut here, mut kg) = (self.now, setup.location(self.here), self.on_board.kg.0);
        let mut rested = 0;
        for task in self.tasks.iter().rev() {
            let location = setup.location(task.place);
            time += setup.duration(self.truck(), here, location);
            here = location;
            if self.rests_at(*task, BreakMoment::Before) {
                rested = truck.break_length.0;
                time += rested;
            }
            match task.place {
                Place::Point(point) => {
                    let expected = stock.planned(setup, point, self.today.day).kg.0;
                    time = time.max(setup.problem.points[point].window.from.0) + setup.service(point, expected);
                    kg += expected;
                }
                Place::Facility(facility) => time += setup.unloading(facility, std::mem::take(&mut kg)),
                Place::Depot(_) => {}
            }
            if self.rests_at(*task, BreakMoment::After) {
                rested = truck.break_length.0;
                time += rested;
            }
        }
        let home = time + setup.duration(self.truck(), here, setup.problem.depots[truck.depot].location);
        // Where the stop of the planned break is no more, it is taken sometime.
        let rest = if self.pause.is_some() && !self.has_rested && rested == 0 { truck.break_length.0 } else { 0 };
        (home - self.start - self.rested - rested - truck.work.0).max(home + rest - self.route.hours.to.0)
    }

    /// Puts off stops that can wait as long as the day would end too late: those with the next visit soonest, and of these those that take longest.
    fn put_off(&mut self, stock: &Stock) {
        while self.excess(stock) > 0 {
            let choices =
                (0..self.tasks.len()).filter_map(|index| Some((self.days_to_wait(index, stock)?, -self.saving(index, stock), index)));
            let Some((.., index)) = choices.min() else { break };
            let task = self.tasks.remove(index);
            self.note_missed(&task);
        }
    }

    /// In how many days the point of a task is visited next, where it can wait until then.
    fn days_to_wait(&self, index: usize, stock: &Stock) -> Option<usize> {
        let (setup, weekday) = (self.today.setup, self.weekday());
        let Task { place: Place::Point(point), halt: Some(_), .. } = self.tasks[index] else { return None };
        let days = (1..=LONGEST_PUT_OFF).find(|days| setup.schedule[point].contains((weekday + days) % setup.n_days))?;
        let lies = stock.planned(setup, point, self.today.day).kg.0;
        let comes = setup.problem.points[point].load((weekday + days) % setup.n_days, days, setup.n_days).kg.0;
        (!stock.is_owed(point) && lies + comes <= setup.problem.points[point].container_capacity.0).then_some(days)
    }

    /// Time saved, as planned, without the stop of a task.
    fn saving(&self, index: usize, stock: &Stock) -> i64 {
        let setup = self.today.setup;
        let location = |task: &Task| setup.location(task.place);
        let before = self.tasks.get(index + 1).map_or(setup.location(self.here), location);
        let depot = setup.problem.depots[setup.problem.trucks[self.truck()].depot].location;
        let after = index.checked_sub(1).map_or(depot, |next| location(&self.tasks[next]));
        let here = location(&self.tasks[index]);
        let leg = |from, to| setup.duration(self.truck(), from, to);
        let service = match self.tasks[index].place {
            Place::Point(point) => setup.service(point, stock.planned(setup, point, self.today.day).kg.0),
            _ => 0,
        };
        leg(before, here) + leg(here, after) - leg(before, after) + service
    }

    /// No time for a stop: one that was added is left out, a planned one with all that follows but an unload.
    fn leave_out(&mut self, task: Task, point: usize) {
        self.tasks.pop();
        if task.halt.is_none() {
            return;
        }
        self.missed.push(point);
        let rest: Vec<Task> = self.tasks.drain(..).rev().collect();
        rest.iter().for_each(|task| self.note_missed(task));
        let unload = rest.iter().find(|task| matches!(task.place, Place::Facility(_)));
        if self.on_board.kg.0 > 0 {
            self.tasks.extend(unload);
        }
    }

    /// Nothing more is done today.
    fn give_up(&mut self) {
        let rest: Vec<Task> = self.tasks.drain(..).rev().collect();
        rest.iter().for_each(|task| self.note_missed(task));
    }

    fn note_missed(&mut self, task: &Task) {
        if let (Place::Point(point), Some(_)) = (task.place, task.halt) {
            self.missed.push(point);
        }
    }

    fn visit(&mut self, task: Task, point: usize, stock: &mut Stock, accounts: &mut Accounts) {
        let setup = self.today.setup;
        self.tasks.pop();
        self.trip = task.trip;
        if self.here != task.place {
            self.drive(task.place);
        }
        self.rest(task, BreakMoment::Before);
        let truck = &setup.problem.trucks[self.truck()];
        let mut load = stock.load(setup, point, self.today.day);
        let room = Load { kg: truck.payload - self.on_board.kg, litres: truck.volume - self.on_board.litres };
        if load.kg > room.kg || load.litres > room.litres {
            if self.on_board.kg.0 > 0
                && let Some(facility) = setup.next_facility(self.truck(), &self.tasks)
            {
                self.tasks.push(task);
                self.tasks.push(Task { place: Place::Facility(facility), trip: task.trip, halt: None });
                self.unloaded_early = true;
                accounts.add(Measure::EarlyUnloads, 1, self.weekday(), None, Some(self.truck()));
                return;
            }
            load = cut(load, room);
        }
        self.serve(task, point, load, stock, accounts);
    }

    fn serve(&mut self, task: Task, point: usize, load: Load, stock: &mut Stock, accounts: &mut Accounts) {
        let (setup, weekday) = (self.today.setup, self.weekday());
        let commune = Some(setup.problem.points[point].commune);
        self.spend_until(Action::Wait, setup.problem.points[point].window.from.0);
        stock.take(setup, point, load.kg.0, self.today.day, self.now, accounts);
        accounts.collected += load.kg.0;
        accounts.add(Measure::Collected, load.kg.0, weekday, commune, Some(self.truck()));
        self.on_board = self.on_board + load;
        let factor = self.today.chances.service(self.today.streams, setup.point_keys[point], self.today.day);
        self.spend(Action::Serve, scaled(setup.service(point, load.kg.0), factor), 0);
        self.rest(task, BreakMoment::After);
    }

    fn note_tipped(&self, facility: usize, kg: i64, accounts: &mut Accounts) {
        let (setup, truck, weekday) = (self.today.setup, self.truck(), self.weekday());
        let asked = &setup.problem.facilities[facility];
        accounts.tipped += kg;
        accounts.add_trip(kg, setup.problem.trucks[truck].payload.0, weekday, truck);
        accounts.add(Measure::Cost, crate::units::proportion(asked.tipping_per_tonne.0, kg, 1000), weekday, None, Some(truck));
        if !asked.approved {
            accounts.add(Measure::Unapproved, kg, weekday, None, Some(truck));
        } else if asked.furnace.is_none() {
            accounts.add(Measure::Landfilled, kg, weekday, None, Some(truck));
        }
    }

    fn return_home(&mut self, accounts: &mut Accounts) {
        if self.stands(accounts) {
            return;
        }
        let depot = Place::Depot(self.today.setup.problem.trucks[self.truck()].depot);
        if self.here != depot {
            self.drive(depot);
        }
    }

    fn drive(&mut self, to: Place) {
        let (setup, truck) = (self.today.setup, self.truck());
        let (from, location) = (setup.location(self.here), setup.location(to));
        let planned = setup.duration(truck, from, location);
        let nth = if matches!(to, Place::Point(_)) { 0 } else { self.legs_to_facilities };
        self.legs_to_facilities += usize::from(matches!(to, Place::Facility(_)));
        let leg = self.today.chances.leg(self.today.streams, setup.place_key(truck, to), self.today.day, nth);
        self.here = to;
        let metres = setup.problem.distance(truck, from, location).map_or(0, |distance| distance.0);
        self.metres += metres;
        self.spend(Action::Drive, scaled(planned, self.today.travel * leg), metres);
    }

    /// Whether the planned break is still to be taken, just there.
    fn rests_at(&self, task: Task, moment: BreakMoment) -> bool {
        !self.has_rested && self.pause.is_some_and(|(halt, when)| Some(halt) == task.halt && when == moment)
    }

    /// Takes the break where it is planned, or where it is overdue.
    fn rest(&mut self, task: Task, moment: BreakMoment) {
        let truck = &self.today.setup.problem.trucks[self.truck()];
        let planned = self.rests_at(task, moment);
        let overdue = self.now - self.leave > truck.break_latest.0;
        if !self.has_rested && (planned || overdue) {
            self.has_rested = true;
            self.rested = truck.break_length.0;
            self.spend(Action::Break, truck.break_length.0, 0);
        }
    }

    fn spend_until(&mut self, action: Action, time: i64) {
        if time > self.now {
            self.spend(action, time - self.now, 0);
        }
    }

    fn spend(&mut self, action: Action, seconds: i64, metres: i64) {
        let start = Seconds(self.now);
        self.now += seconds;
        let (place, trip, end, on_board) = (self.here, self.trip, Seconds(self.now), self.on_board);
        if let Some(events) = &mut self.events {
            events.push(Event { action, place, trip, start, end, metres: Metres(metres), on_board });
        }
    }
}

/// As much of a load as there is room for.
fn cut(load: Load, room: Load) -> Load {
    let mut kg = load.kg.0.min(room.kg.0).max(0);
    if load.litres > room.litres && load.litres.0 > 0 {
        kg = kg.min(load.kg.0 * room.litres.0.max(0) / load.litres.0);
    }
    let litres = if load.kg.0 > 0 { crate::units::Litres(crate::units::proportion(load.litres.0, kg, load.kg.0)) } else { load.litres };
    Load { kg: Kilograms(kg), litres }
}
