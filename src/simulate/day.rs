//! One day of all crews: each goes on by itself to its next gate, and the gates serve them in order of arrival.

use super::account::{Accounts, SAMPLE};
use super::agenda::Task;
use super::crew::{Crew, Today};
use super::dispatch::catch_up;
use super::gate::Gate;
use super::measure::Measure;
use super::setup::{PlannedRoute, Setup};
use super::stock::Stock;
use super::yard::Yard;
use crate::constraint::Event;
use crate::model::Load;
use crate::units::proportion;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// What carries over from day to day.
pub(super) struct State {
    pub stock: Stock,
    /// The yard of each facility that has a furnace.
    pub yards: Vec<Option<Yard>>,
    /// What is on board of each truck.
    pub on_board: Vec<Load>,
    /// Until when each truck is in repair, in seconds since the run began.
    pub repaired: Vec<i64>,
    gates: Vec<Gate>,
}

/// A crew at a gate.
struct Waiting {
    arrive: i64,
    facility: usize,
    task: Task,
}

impl State {
    /// The state on Monday at 00:00 of the planned week.
    pub fn new(setup: &Setup) -> Self {
        let problem = setup.problem;
        let yard = |(index, facility): (usize, &crate::model::Facility)| Some(Yard::new(facility.furnace?, setup.yard_starts[index]));
        Self {
            stock: Stock::new(setup),
            yards: problem.facilities.iter().enumerate().map(yard).collect(),
            on_board: vec![Load::default(); problem.trucks.len()],
            repaired: vec![0; problem.trucks.len()],
            gates: problem.facilities.iter().map(|facility| Gate::new(facility.bays)).collect(),
        }
    }

    /// Lives through a day; gives what each planned route did, where `traced`.
    pub fn live(&mut self, today: Today, accounts: &mut Accounts, traced: bool) -> Vec<Vec<Event>> {
        self.foresee(today);
        self.stock.add_day(today.setup, today.chances, today.streams, today.day, accounts);
        let mut crews = self.set_out(today, accounts, traced);
        catch_up(today.setup, &self.stock, today.day, &mut crews);
        let mut crews: Vec<Crew> = crews.into_iter().map(|(crew, _)| crew).collect();
        self.drive(today, &mut crews, accounts);
        for crew in &mut crews {
            self.come_home(today, crew, accounts);
        }
        self.stock.end_day(today.setup, today.day, accounts);
        crews.into_iter().map(|crew| crew.events.unwrap_or_default()).collect()
    }

    /// Lives the yards on to midnight, and looks at them on the way; `samples` and what was burnt are told to the week.
    pub fn burn(&mut self, today: Today, samples: &mut [Vec<i64>], accounts: &mut Accounts) {
        let midnight = today.day as i64 * DAY;
        let weekday = today.day % today.setup.n_days;
        for (facility, yard) in self.yards.iter_mut().enumerate() {
            let Some(yard) = yard else { continue };
            let before = yard.burnt;
            for step in 0..DAY / SAMPLE {
                samples[facility].push(yard.level() / super::yard::UNITS);
                yard.live(midnight + (step + 1) * SAMPLE);
            }
            if today.setup.problem.facilities[facility].approved {
                // Whole kilograms so far, less those so far before: nothing is lost by rounding.
                let burnt = yard.burnt / super::yard::UNITS - before / super::yard::UNITS;
                accounts.add(Measure::Burnt, burnt, weekday, None, None);
            }
        }
    }

    /// Furnaces of today and of the small hours of tomorrow.
    fn foresee(&mut self, today: Today) {
        for (facility, yard) in self.yards.iter_mut().enumerate() {
            let Some(yard) = yard else { continue };
            while yard.days_known() < today.day + 2 {
                let day = yard.days_known();
                let rate = today.chances.burn_per_hour(today.streams, today.setup, facility, day);
                yard.foresee(rate, today.chances.furnace_stop(today.streams, today.setup, facility, day));
            }
        }
    }

    /// The crews whose trucks run, each with the room in its hours.
    fn set_out<'a>(&mut self, today: Today<'a>, accounts: &mut Accounts, traced: bool) -> Vec<(Crew<'a>, i64)> {
        let setup: &'a Setup<'a> = today.setup;
        let weekday = today.day % setup.n_days;
        let mut crews = Vec::new();
        for route in &setup.routes[weekday] {
            let planned = route.agenda.planned_points().count() as i64;
            accounts.add(Measure::Planned, planned, weekday, None, Some(route.truck));
            for point in route.agenda.planned_points() {
                accounts.communes[setup.problem.points[point].commune][Measure::Planned as usize] += 1;
            }
            match self.start(today, route) {
                Some(start) => {
                    let on_board = std::mem::take(&mut self.on_board[route.truck]);
                    let truck = &setup.problem.trucks[route.truck];
                    let room = (truck.work.0 - route.working).min(route.hours.to.0 - start - route.duration);
                    crews.push((Crew::new(today, route, start, on_board, traced), room));
                }
                None => {
                    accounts.add(Measure::Idle, 1, weekday, None, Some(route.truck));
                    let points: Vec<usize> = route.agenda.planned_points().collect();
                    self.miss(today, &points, route.truck, accounts);
                }
            }
        }
        crews
    }

    /// When a truck starts on a route; nothing where it is in repair for longer than a crew waits.
    fn start(&self, today: Today, route: &PlannedRoute) -> Option<i64> {
        let repaired = self.repaired[route.truck] - today.day as i64 * DAY;
        (repaired <= route.start + today.chances.roadside).then_some(route.start.max(repaired))
    }

    /// The crew that arrives at a gate first is always the next to be asked for: nobody who is still on the way can arrive before it.
    fn drive(&mut self, today: Today, crews: &mut [Crew], accounts: &mut Accounts) {
        self.gates.iter_mut().for_each(Gate::clear);
        let mut intake = vec![0; self.gates.len()];
        let mut waiting: Vec<Option<Waiting>> = crews.iter_mut().map(|crew| next_gate(crew, &mut self.stock, accounts)).collect();
        loop {
            let arrivals =
                waiting.iter().enumerate().filter_map(|(index, gate)| Some((gate.as_ref()?.arrive, crews[index].truck(), index)));
            let Some((_, _, next)) = arrivals.min() else { break };
            let Some(Waiting { arrive, facility, task }) = waiting[next].take() else { break };
            let crew = &mut crews[next];
            match self.turn(today, crew, facility, arrive, intake[facility]) {
                Some(start) => {
                    let kg = crew.on_board.kg.0;
                    let end = crew.unload(task, facility, start, accounts);
                    self.gates[facility].hold(end);
                    intake[facility] += kg;
                    if let Some(yard) = &mut self.yards[facility] {
                        yard.tip(kg, today.day as i64 * DAY + end);
                    }
                }
                None => {
                    let other = self.elsewhere(today, crew, facility, &intake);
                    crew.turn_away(task, facility, other, accounts);
                }
            }
            waiting[next] = next_gate(crew, &mut self.stock, accounts);
        }
    }

    /// When the gate lets a truck unload; nothing where it sends it away.
    fn turn(&self, today: Today, crew: &Crew, facility: usize, arrive: i64, intake: i64) -> Option<i64> {
        let asked = &today.setup.problem.facilities[facility];
        let open = asked.open[today.day % today.setup.n_days]?;
        let start = self.gates[facility].turn(arrive, open.from.0);
        let kg = crew.on_board.kg.0;
        let end = start + today.setup.unloading(facility, kg);
        let in_time = end <= open.to.0;
        let within_limit = asked.daily_limit.is_none_or(|limit| intake + kg <= limit.0);
        let has_room = self.yards[facility].as_ref().is_none_or(|yard| yard.has_room(kg, today.day as i64 * DAY + end));
        (in_time && within_limit && has_room).then_some(start)
    }

    /// The open facility that a truck sent away tries next: first by priority, then by distance.
    fn elsewhere(&self, today: Today, crew: &Crew, from: usize, intake: &[i64]) -> Option<usize> {
        let setup = today.setup;
        let facilities = &setup.problem.facilities;
        let here = facilities[from].location;
        let others = setup.facility_order.iter().copied().filter(|other| *other != from && !crew.was_refused_by(*other));
        let usable = others.filter(|other| facilities[*other].reached_by[crew.truck()]);
        let drive = |other: usize| setup.duration(crew.truck(), here, facilities[other].location);
        let willing = usable.filter(|other| self.turn(today, crew, *other, crew.now + drive(*other), intake[*other]).is_some());
        willing.min_by_key(|other| (facilities[*other].priority, drive(*other), *other))
    }

    /// The end of a crew's day: hours, money, what it missed and what it brings home.
    fn come_home(&mut self, today: Today, crew: &mut Crew, accounts: &mut Accounts) {
        let (weekday, index) = (today.day % today.setup.n_days, crew.truck());
        let truck = &today.setup.problem.trucks[index];
        let mut add = |measure, amount| accounts.add(measure, amount, weekday, None, Some(index));
        let (working, overtime) = (crew.working(), crew.overtime());
        add(Measure::Working, working);
        add(Measure::Overtime, overtime);
        add(Measure::Distance, crew.metres);
        let extra = proportion(truck.cost_per_hour.0 * today.chances.overtime_permille, overtime, 3_600_000);
        let crew_cost = proportion(truck.cost_per_hour.0, working, 3600) + extra;
        add(Measure::Cost, proportion(truck.cost_per_1000_km.0, crew.metres, 1_000_000) + crew_cost + truck.cost_per_day.0);
        self.on_board[index] = crew.on_board;
        if let Some(repaired) = crew.repaired {
            self.repaired[index] = today.day as i64 * DAY + repaired;
        }
        let missed = std::mem::take(&mut crew.missed);
        self.miss(today, &missed, index, accounts);
    }

    fn miss(&mut self, today: Today, points: &[usize], truck: usize, accounts: &mut Accounts) {
        let weekday = today.day % today.setup.n_days;
        for point in points {
            let commune = today.setup.problem.points[*point].commune;
            accounts.add(Measure::Missed, 1, weekday, Some(commune), Some(truck));
            self.stock.miss(today.setup, *point, today.day, accounts);
        }
    }
}

fn next_gate(crew: &mut Crew, stock: &mut Stock, accounts: &mut Accounts) -> Option<Waiting> {
    crew.go_on(stock, accounts).map(|(arrive, facility, task)| Waiting { arrive, facility, task })
}
