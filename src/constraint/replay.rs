//! A plan lived through again, from its decisions only: every clock time and load is computed anew, the slow and obvious way.
//!
//! Decisions are the truck, the start of preparation, the order of stops, the facility that ends each trip, and where the
//! break is taken. Recorded times and loads are not looked at; the rule `records` compares them afterwards.

use super::crew_day::replay_day;
use super::yard_week::YardWeek;
use crate::model::{Break, DaySet, Load, Plan, Problem, Route};
use crate::units::{Kilograms, Metres, Seconds};

/// Every day of a plan, replayed.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// The days on which each point is visited.
    pub schedule: Vec<DaySet>,
    /// The routes of each day, in the order of the plan.
    pub days: Vec<Vec<RouteReplay>>,
    /// The yard of each facility that has a furnace.
    pub yards: Vec<Option<YardWeek>>,
}

/// One truck-day, replayed.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteReplay {
    /// Day.
    pub day: usize,
    /// Index of the truck.
    pub truck: usize,
    /// Number of trips.
    pub n_trips: usize,
    /// Start of preparation, as decided.
    pub start: Seconds,
    /// Leaving the depot.
    pub leave: Seconds,
    /// Return to the depot.
    pub end: Seconds,
    /// All that happens, without gaps from `start` to `end`.
    pub events: Vec<Event>,
    /// Stops and unloads in driving order.
    pub halts: Vec<Halt>,
    /// The break, where one was taken.
    pub pause: Option<Pause>,
    /// Driving time up to the break and after it; without a break all of it comes first.
    pub driving: [Seconds; 2],
    /// Legs for which the truck has no way; they count nothing.
    pub missing: Vec<(Place, Place)>,
    /// What is still on board at home.
    pub left_on_board: Load,
}

/// Something a crew does, for a while, at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// What.
    pub action: Action,
    /// Where; of a drive, where it leads to.
    pub place: Place,
    /// Which trip it belongs to, from 0.
    pub trip: usize,
    /// From when.
    pub start: Seconds,
    /// Until when.
    pub end: Seconds,
    /// Way driven.
    pub metres: Metres,
    /// What is on board afterwards.
    pub on_board: Load,
}

/// What a crew does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Prepares the truck at the depot.
    Prepare,
    /// Drives: leaves at its start, arrives at its end. The last drive is the return.
    Drive,
    /// Waits until service may start.
    Wait,
    /// Serves a point.
    Serve,
    /// Takes the break.
    Break,
    /// Waits at the gate, for opening or for a free bay.
    Queue,
    /// Unloads.
    Unload,
}

/// A place that trucks go to, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A depot.
    Depot(usize),
    /// A point.
    Point(usize),
    /// A facility.
    Facility(usize),
}

/// A stop or an unload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Halt {
    /// Its trip, from 0.
    pub trip: usize,
    /// Point or facility.
    pub place: Place,
    /// Arrival; at a facility when the truck joins the queue, after a break taken there.
    pub arrive: Seconds,
    /// Start of service or unloading.
    pub start: Seconds,
    /// End of service or unloading.
    pub end: Seconds,
    /// Collected or tipped.
    pub load: Load,
}

/// A break that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Its start.
    pub start: Seconds,
    /// Its end.
    pub end: Seconds,
}

impl Replay {
    /// Replays every day of `plan`. Takes any plan whose indices are in range, however odd; routes on days beyond the week are left out.
    pub fn new(problem: &Problem, plan: &Plan) -> Self {
        Self::with(problem, plan, |_, _| None)
    }

    /// The replay of `plan`, which differs a little from `before`, of which this is the replay for the same problem: days on which nothing is otherwise are not
    /// replayed again. The same as [`Replay::new`].
    pub fn renewed(&self, problem: &Problem, before: &Plan, plan: &Plan) -> Self {
        Self::with(problem, plan, |day, schedule| {
            let is_same = before.days.get(day)? == &plan.days[day];
            // What a visit takes depends on the other visits to its point.
            let mut points = plan.days[day].iter().flat_map(|route| route.stops()).map(|stop| stop.point);
            (is_same && points.all(|point| schedule[point] == self.schedule[point])).then(|| self.days[day].clone())
        })
    }

    /// Replays the days that are not `known`, given the schedule.
    fn with(problem: &Problem, plan: &Plan, known: impl Fn(usize, &[DaySet]) -> Option<Vec<RouteReplay>>) -> Self {
        let n_days = problem.horizon.n_days;
        let mut schedule = vec![DaySet::EMPTY; problem.points.len()];
        for (day, routes) in plan.days.iter().take(n_days).enumerate() {
            for stop in routes.iter().flat_map(|route| route.stops()) {
                schedule[stop.point] = schedule[stop.point].with(day);
            }
        }
        let replayed =
            |(day, routes): (usize, &Vec<Route>)| known(day, &schedule).unwrap_or_else(|| replay_day(problem, &schedule, day, routes));
        let mut days: Vec<Vec<RouteReplay>> = plan.days.iter().take(n_days).enumerate().map(replayed).collect();
        days.resize_with(n_days, Vec::new);
        let yards = problem.facilities.iter().enumerate().map(|(facility, it)| Some(YardWeek::new(it.furnace?, facility, &days))).collect();
        Self { schedule, days, yards }
    }

    /// All routes, day by day.
    pub fn routes(&self) -> impl Iterator<Item = &RouteReplay> {
        self.days.iter().flatten()
    }

    /// Tipped at a facility on a day of the plan, whatever the clock says.
    pub fn intake(&self, day: usize, facility: usize) -> Kilograms {
        let unloads = self.days[day].iter().flat_map(RouteReplay::unloads);
        unloads.filter(|(at, _)| *at == facility).map(|(_, halt)| halt.load.kg).sum()
    }

    /// The plan with the times and loads of this replay, which must be its own, instead of the recorded ones.
    pub fn recorded_in(&self, plan: &Plan) -> Plan {
        let mut plan = plan.clone();
        for (route, replayed) in plan.days.iter_mut().flatten().zip(self.routes()) {
            route.start = replayed.start;
            route.end = replayed.end;
            route.pause = route.pause.and_then(|decided| Some(Break { start: replayed.pause?.start, ..decided }));
            let mut halts = replayed.halts.iter();
            for trip in &mut route.trips {
                for (stop, halt) in trip.stops.iter_mut().zip(&mut halts) {
                    (stop.arrive, stop.start, stop.end, stop.load) = (halt.arrive, halt.start, halt.end, halt.load);
                }
                for (unload, halt) in trip.unload.iter_mut().zip(&mut halts) {
                    (unload.arrive, unload.start, unload.end, unload.load) = (halt.arrive, halt.start, halt.end, halt.load);
                }
            }
        }
        plan
    }
}

impl RouteReplay {
    /// Every stop: point and halt.
    pub fn stops(&self) -> impl Iterator<Item = (usize, &Halt)> {
        self.halts.iter().filter_map(|halt| match halt.place {
            Place::Point(point) => Some((point, halt)),
            _ => None,
        })
    }

    /// Every unload: facility and halt.
    pub fn unloads(&self) -> impl Iterator<Item = (usize, &Halt)> {
        self.halts.iter().filter_map(|halt| match halt.place {
            Place::Facility(facility) => Some((facility, halt)),
            _ => None,
        })
    }

    /// From the start of preparation to the return, without the break.
    pub fn working(&self) -> Seconds {
        self.end - self.start - self.pause.map_or(Seconds::ZERO, |pause| pause.end - pause.start)
    }

    /// Waiting for windows, for opening and for free bays.
    pub fn waiting(&self) -> Seconds {
        let waits = self.events.iter().filter(|event| matches!(event.action, Action::Wait | Action::Queue));
        waits.map(|event| event.end - event.start).sum()
    }

    /// Way driven.
    pub fn metres(&self) -> Metres {
        self.events.iter().map(|event| event.metres).sum()
    }

    /// What is on board when each trip ends, with the trip; a trip without an unload goes on with the next.
    pub fn trip_loads(&self) -> Vec<(usize, Load)> {
        let mut loads: Vec<(usize, Load)> = self.unloads().map(|(_, halt)| (halt.trip, halt.load)).collect();
        if self.left_on_board != Load::default() {
            loads.push((self.n_trips.saturating_sub(1), self.left_on_board));
        }
        loads
    }
}

impl Place {
    /// Its location.
    pub fn location(self, problem: &Problem) -> usize {
        match self {
            Self::Depot(depot) => problem.depots[depot].location,
            Self::Point(point) => problem.points[point].location,
            Self::Facility(facility) => problem.facilities[facility].location,
        }
    }

    /// Its name.
    pub fn name(self, problem: &Problem) -> &str {
        match self {
            Self::Depot(depot) => &problem.depots[depot].name,
            Self::Point(point) => &problem.points[point].name,
            Self::Facility(facility) => &problem.facilities[facility].name,
        }
    }
}
