//! One day of all crews: each drives on by itself to its next gate, and the gates serve them in order of arrival.

use super::replay::{Action, Event, Halt, Pause, Place, RouteReplay};
use crate::model::{BreakMoment, DaySet, Load, Problem, Route};
use crate::units::{Metres, Seconds, proportion};

/// Starts beyond this many seconds from midnight are nonsense; they are cut there, so that sums can't overflow.
const FARTHEST_START: i64 = 1_000_000_000;

/// Replays the routes of a day together.
///
/// The crew that arrives at a gate first is always the next to be given a bay, ties by truck and then by the order of the
/// routes: nobody who is still on the way can arrive before it.
pub(super) fn replay_day(problem: &Problem, schedule: &[DaySet], day: usize, routes: &[Route]) -> Vec<RouteReplay> {
    let mut crews: Vec<Crew> = routes.iter().map(|route| Crew::new(problem, schedule, day, route)).collect();
    let mut at_gate: Vec<Option<(Seconds, usize)>> = crews.iter_mut().map(Crew::drive_to_gate).collect();
    let mut free_from: Vec<Vec<Seconds>> =
        problem.facilities.iter().map(|facility| vec![Seconds(i64::MIN); facility.bays.max(1)]).collect();
    loop {
        let arrivals = at_gate.iter().enumerate().filter_map(|(i, gate)| gate.map(|(time, facility)| (time, routes[i].truck, i, facility)));
        let Some((arrival, _, next, facility)) = arrivals.min() else { break };
        let opening = problem.facilities[facility].open[day].map_or(arrival, |open| open.from);
        let bay = free_from[facility].iter_mut().min().expect("every facility has a bay");
        *bay = crews[next].unload(facility, arrival, arrival.max(opening).max(*bay));
        at_gate[next] = crews[next].drive_to_gate();
    }
    crews.into_iter().map(|crew| crew.done).collect()
}

/// A crew on its way.
struct Crew<'a> {
    problem: &'a Problem,
    schedule: &'a [DaySet],
    route: &'a Route,
    /// Trip and place of every halt to come, in driving order, the next one last.
    ahead: Vec<(usize, Place)>,
    now: Seconds,
    here: Place,
    trip: usize,
    on_board: Load,
    home: bool,
    done: RouteReplay,
}

impl<'a> Crew<'a> {
    /// A crew that has prepared its truck.
    fn new(problem: &'a Problem, schedule: &'a [DaySet], day: usize, route: &'a Route) -> Self {
        let mut ahead = Vec::new();
        for (number, trip) in route.trips.iter().enumerate() {
            ahead.extend(trip.stops.iter().map(|stop| (number, Place::Point(stop.point))));
            ahead.extend(trip.unload.iter().map(|unload| (number, Place::Facility(unload.facility))));
        }
        ahead.reverse();
        let start = Seconds(route.start.0.clamp(-FARTHEST_START, FARTHEST_START));
        let done = RouteReplay {
            day,
            truck: route.truck,
            n_trips: route.trips.len(),
            start,
            leave: start,
            end: start,
            events: Vec::new(),
            halts: Vec::new(),
            pause: None,
            driving: [Seconds::ZERO; 2],
            missing: Vec::new(),
            left_on_board: Load::default(),
        };
        let here = Place::Depot(problem.trucks[route.truck].depot);
        let mut crew = Self { problem, schedule, route, ahead, now: start, here, trip: 0, on_board: Load::default(), home: false, done };
        crew.spend(Action::Prepare, problem.trucks[route.truck].preparation, Metres::ZERO);
        crew.done.leave = crew.now;
        crew
    }

    /// Serves stops until the next gate: when it joins the queue there, and of which facility. Nothing once it is home.
    fn drive_to_gate(&mut self) -> Option<(Seconds, usize)> {
        while let Some((trip, place)) = self.ahead.pop() {
            self.trip = trip;
            self.drive(place);
            let arrival = self.now;
            self.rest(BreakMoment::Before);
            match place {
                Place::Facility(facility) => return Some((self.now, facility)),
                Place::Point(point) => self.serve(point, arrival),
                Place::Depot(_) => {}
            }
        }
        self.return_home();
        None
    }

    fn serve(&mut self, point: usize, arrive: Seconds) {
        let asked = &self.problem.points[point];
        let gap = self.schedule[point].gap(self.done.day, self.problem.horizon.n_days);
        let load = asked.load(self.done.day, gap, self.problem.horizon.n_days);
        self.spend_until(Action::Wait, asked.window.from);
        let start = self.now;
        self.on_board = self.on_board + load;
        self.spend(Action::Serve, asked.service_fixed + Seconds(proportion(asked.service_per_tonne.0, load.kg.0, 1000)), Metres::ZERO);
        self.halt(arrive, start, load);
    }

    /// Unloads everything from `start` on, and says when it ends.
    fn unload(&mut self, facility: usize, arrive: Seconds, start: Seconds) -> Seconds {
        let asked = &self.problem.facilities[facility];
        self.spend_until(Action::Queue, start);
        let load = std::mem::take(&mut self.on_board);
        self.spend(Action::Unload, asked.unload_fixed + Seconds(proportion(asked.unload_per_tonne.0, load.kg.0, 1000)), Metres::ZERO);
        let end = self.now;
        self.halt(arrive, start, load);
        end
    }

    fn halt(&mut self, arrive: Seconds, start: Seconds, load: Load) {
        let end = self.now;
        self.done.halts.push(Halt { trip: self.trip, place: self.here, arrive, start, end, load });
        // The halt that was just recorded is the one after which the break may be due.
        self.rest_at(self.done.halts.len() - 1, BreakMoment::After);
    }

    fn return_home(&mut self) {
        if std::mem::replace(&mut self.home, true) {
            return;
        }
        let depot = Place::Depot(self.problem.trucks[self.route.truck].depot);
        if self.here != depot {
            self.drive(depot);
        }
        self.done.end = self.now;
        self.done.left_on_board = self.on_board;
    }

    fn drive(&mut self, to: Place) {
        let (a, b) = (self.here.location(self.problem), to.location(self.problem));
        let duration = self.problem.duration(self.route.truck, a, b);
        let distance = self.problem.distance(self.route.truck, a, b);
        if duration.is_none() || distance.is_none() {
            self.done.missing.push((self.here, to));
        }
        let duration = duration.unwrap_or_default();
        self.done.driving[usize::from(self.done.pause.is_some())] += duration;
        self.here = to;
        self.spend(Action::Drive, duration, distance.unwrap_or_default());
    }

    fn rest(&mut self, moment: BreakMoment) {
        self.rest_at(self.done.halts.len(), moment);
    }

    fn rest_at(&mut self, event: usize, moment: BreakMoment) {
        let due = self.route.pause.is_some_and(|pause| pause.event == event && pause.moment == moment);
        if due {
            let start = self.now;
            self.spend(Action::Break, self.problem.trucks[self.route.truck].break_length, Metres::ZERO);
            self.done.pause = Some(Pause { start, end: self.now });
        }
    }

    fn spend_until(&mut self, action: Action, time: Seconds) {
        if time > self.now {
            self.spend(action, time - self.now, Metres::ZERO);
        }
    }

    fn spend(&mut self, action: Action, duration: Seconds, metres: Metres) {
        let start = self.now;
        self.now += duration;
        let (place, trip, end, on_board) = (self.here, self.trip, self.now, self.on_board);
        self.done.events.push(Event { action, place, trip, start, end, metres, on_board });
    }
}

#[cfg(test)]
mod tests {
    use super::super::replay::Replay;
    use super::*;
    use crate::model::testing::{at, district, plan};
    use crate::model::{Break, Window};
    use crate::units::Kilograms;

    #[test]
    fn a_day_by_hand() {
        // Prepare 6:00–6:10, drive to 6:20, serve 700 kg in 5 + 7 min to 6:32, drive to 6:42, unload 5 min + 42 s to 6:47:42, home 6:57:42.
        let problem = district(1, 1);
        let replay = Replay::new(&problem, &plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]));
        let route = &replay.days[0][0];
        let times: Vec<_> = route.events.iter().map(|event| (event.action, event.end)).collect();
        let unloaded = Seconds(at(6, 47).0 + 42);
        let expected = [
            (Action::Prepare, at(6, 10)),
            (Action::Drive, at(6, 20)),
            (Action::Serve, at(6, 32)),
            (Action::Drive, at(6, 42)),
            (Action::Unload, unloaded),
            (Action::Drive, unloaded + at(0, 10)),
        ];
        assert_eq!(times, expected);
        assert_eq!(route.halts[0].load.kg, Kilograms(700));
        assert_eq!((route.leave, route.end), (at(6, 10), unloaded + at(0, 10)));
        assert_eq!(route.metres(), Metres(15_000));
        assert_eq!(route.driving, [at(0, 30), Seconds::ZERO]);
    }

    #[test]
    fn a_truck_waits_for_the_window_and_for_the_gate() {
        // At the point 6:20, window from 7:00: 40 min. At the gate 7:22, which opens at 8:00: 38 min.
        let mut problem = district(1, 1);
        problem.points[0].window = Window { from: at(7, 0), to: at(9, 0) };
        problem.facilities[0].open[0] = Some(Window { from: at(8, 0), to: at(18, 0) });
        let replay = Replay::new(&problem, &plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]));
        let route = &replay.days[0][0];
        assert_eq!((route.halts[0].arrive, route.halts[0].start), (at(6, 20), at(7, 0)));
        assert_eq!((route.halts[1].arrive, route.halts[1].start), (at(7, 22), at(8, 0)));
        assert_eq!(route.waiting(), at(0, 78));
    }

    #[test]
    fn bays_serve_in_order_of_arrival() {
        // Truck 1 starts first and is at the gate 6:42, truck 0 at 6:43. One bay, 5 min 42 s an unload: truck 0 waits until 6:47:42.
        let problem = district(2, 2);
        let both = plan(&problem, &[(0, 0, at(6, 1), &[(&[0], Some(0))]), (0, 1, at(6, 0), &[(&[1], Some(0))])]);
        let day = &Replay::new(&problem, &both).days[0];
        assert_eq!(day[1].halts[1].start, at(6, 42));
        assert_eq!(day[0].halts[1].start, Seconds(at(6, 47).0 + 42));
        assert_eq!(day[0].waiting(), Seconds(4 * 60 + 42));
        // With two bays nobody waits.
        let mut wider = problem.clone();
        wider.facilities[0].bays = 2;
        assert_eq!(Replay::new(&wider, &both).days[0][0].waiting(), Seconds::ZERO);
    }

    #[test]
    fn who_arrives_at_the_same_time_is_served_in_order_of_trucks() {
        let problem = district(2, 2);
        let both = plan(&problem, &[(0, 1, at(6, 0), &[(&[1], Some(0))]), (0, 0, at(6, 0), &[(&[0], Some(0))])]);
        let day = &Replay::new(&problem, &both).days[0];
        assert_eq!((day[0].waiting(), day[1].waiting()), (Seconds(342), Seconds::ZERO));
    }

    #[test]
    fn a_break_on_arrival_comes_before_the_queue() {
        // At the gate 6:42, break to 7:12, which is when it joins the queue; the other truck, there at 6:43, goes first.
        let problem = district(2, 2);
        let mut both = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))]), (0, 1, at(6, 1), &[(&[1], Some(0))])]);
        both.days[0][0].pause = Some(Break { event: 1, moment: BreakMoment::Before, start: Seconds::ZERO });
        let day = &Replay::new(&problem, &both).days[0];
        assert_eq!(day[0].pause, Some(Pause { start: at(6, 42), end: at(7, 12) }));
        assert_eq!(day[0].halts[1].arrive, at(7, 12));
        assert_eq!(day[1].halts[1].start, at(6, 43));
        assert_eq!(day[0].driving, [at(0, 20), at(0, 10)]);
    }

    #[test]
    fn a_break_after_service_delays_what_follows_and_is_no_work() {
        let problem = district(1, 1);
        let mut one = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        let without = Replay::new(&problem, &one).days[0][0].clone();
        one.days[0][0].pause = Some(Break { event: 0, moment: BreakMoment::After, start: Seconds::ZERO });
        let with = &Replay::new(&problem, &one).days[0][0];
        assert_eq!(with.halts[0].end, at(6, 32));
        assert_eq!(with.halts[1].arrive, at(7, 12));
        assert_eq!(with.end, without.end + at(0, 30));
        assert_eq!(with.working(), without.working());
    }

    #[test]
    fn a_break_on_arrival_at_a_point_uses_the_wait_for_its_window() {
        // Arrives 6:20, break to 6:50, window from 7:00: only 10 minutes are waited.
        let mut problem = district(1, 1);
        problem.points[0].window.from = at(7, 0);
        let mut one = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        one.days[0][0].pause = Some(Break { event: 0, moment: BreakMoment::Before, start: Seconds::ZERO });
        let route = &Replay::new(&problem, &one).days[0][0];
        assert_eq!((route.halts[0].arrive, route.halts[0].start), (at(6, 20), at(7, 0)));
        assert_eq!(route.waiting(), at(0, 10));
    }

    #[test]
    fn the_load_is_what_gathered_since_the_last_visit() {
        // Monday and Saturday: gaps of 2 and 5 days, 200 and 500 kg.
        let problem = district(1, 1);
        let trips: &[(&[usize], Option<usize>)] = &[(&[0], Some(0))];
        let replay = Replay::new(&problem, &plan(&problem, &[(0, 0, at(6, 0), trips), (5, 0, at(6, 0), trips)]));
        assert_eq!(replay.days[0][0].halts[0].load.kg, Kilograms(200));
        assert_eq!(replay.days[5][0].halts[0].load.kg, Kilograms(500));
    }

    #[test]
    fn a_route_without_trips_stays_at_home() {
        let problem = district(0, 1);
        let route = &Replay::new(&problem, &plan(&problem, &[(3, 0, at(6, 0), &[])])).days[3][0];
        assert_eq!((route.end, route.metres()), (at(6, 10), Metres::ZERO));
    }
}
