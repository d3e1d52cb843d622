//! Puts every stop back that lost its place: first those that fit somewhere, then those for which others make room, then what is best of all
//! in a search that is complete for few stops; what is left is the work of [`super::improve`].

use std::collections::BTreeSet;

use super::disturbance::Disturbance;
use super::room::{Offer, offers};
use super::sketch::{Broken, Sketch, State};
use super::{Changes, Visit, broken_promises};
use crate::constraint::{Replay, Verdict, cost, objective, verify};
use crate::model::{Plan, Problem, Route};

/// Most plans judged to search all ways to deal with all stops, where these are few, and where they are many; on Phú Lương one takes about a sixth of a
/// millisecond.
const MOST_JUDGED: usize = 20_000;
const MOST_JUDGED_OF_MANY: usize = 1_500;
/// Stops that are few: of these every way can be tried.
const FEW: usize = 6;
/// Most plans judged to find room for one stop that fits nowhere.
const MOST_JUDGED_FOR_ONE: usize = 150;
/// Most stops for which room is looked for one by one.
const MOST_ONE_BY_ONE: usize = 30;
/// Most stops that move out of the way in one search.
const MOST_HELPERS: usize = 2;
/// Without any repair so far, this many times as much is tried.
const WITHOUT_ANY: usize = 10;

/// A repaired plan.
#[derive(Clone, Debug)]
pub struct Replanned {
    /// The plan, with its times, loads and objective.
    pub plan: Plan,
    /// What differs from the plan before.
    pub changes: Changes,
    /// What the judge says of it.
    pub verdict: Verdict,
    /// What it does that it must not ([`broken_promises`]): nothing, unless the program is wrong.
    pub broken: Vec<(usize, Visit)>,
    /// Stops that had to leave their place.
    pub affected: usize,
    /// The day on which it was repaired, 0 = Monday.
    pub today: usize,
    /// Whether the days before that one may differ, too: they stand for those of the week after.
    pub next_week: bool,
}

/// What a repair is worth, most important first; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Worth {
    /// Points that have lost every visit: their waste would stay until the old plan holds again.
    pub lost: usize,
    /// Visits that are missed.
    pub missed: usize,
    /// People who miss a requirement.
    pub short: i64,
    /// Stops that change.
    pub changes: usize,
    /// People whose day changes.
    pub told: i64,
    pub vnd: i64,
}

impl Worth {
    /// What more stops that find a place cannot make better.
    fn bound(&self) -> (usize, usize, i64, usize) {
        (self.lost, self.missed, self.short, self.changes)
    }
}

/// Repairs `plan`, which breaks no rule of `problem` but for what the disturbance does to it; nothing where no repair was found that keeps every rule.
///
/// Locks and disturbance must not contradict each other ([`Disturbance::locked_and_hit`]). Small cases are searched to the end, larger ones as long as a fixed
/// number of plans allows, with dice whose seed is fixed: the same input gives the same repair.
///
/// What falls out late in the week burdens its first days. They are over; where there is no repair that leaves them as they are, they are taken for those of the
/// week after, which may change ([`Replanned::next_week`]).
pub fn replan(problem: &Problem, plan: &Plan, disturbance: &Disturbance) -> Option<Replanned> {
    repaired(problem, plan, disturbance).or_else(|| {
        let and_next_week = Disturbance { next_week: true, ..disturbance.clone() };
        (disturbance.today > 0).then(|| repaired(problem, plan, &and_next_week))?
    })
}

fn repaired(problem: &Problem, plan: &Plan, disturbance: &Disturbance) -> Option<Replanned> {
    let mut repair = Repair { sketch: Sketch::new(problem), before: plan, disturbance, best: None, limit: 0, last_limit: 0 };
    let (begun, affected) = repair.begin()?;
    let greedy = repair.fill(begun.clone());
    let todo = repair.sketch.waiting_stops(&greedy.plan);
    let state = repair.one_by_one(greedy, &todo);
    if repair.best.is_none() {
        repair.best = repair.forced(&state).map(|state| (repair.worth(&state), state.plan));
    }
    let all = repair.sketch.waiting_stops(&begun.plan);
    repair.allow(if all.len() <= FEW { MOST_JUDGED } else { MOST_JUDGED_OF_MANY });
    repair.search(begun, all, 0);
    repair.improve(affected);
    let (_, found) = repair.best?;
    Some(finish(problem, plan, found, disturbance, affected))
}

fn finish(problem: &Problem, before: &Plan, found: Plan, disturbance: &Disturbance, affected: usize) -> Replanned {
    let replay = Replay::new(problem, &found);
    let mut after = replay.recorded_in(&found);
    after.run = before.run.clone();
    after.objective = objective(problem, &after, &replay);
    let changes = Changes::between(problem, before, &after);
    let verdict = verify(problem, &after);
    let broken = broken_promises(problem, before, &after, disturbance);
    let (today, next_week) = (disturbance.today, disturbance.next_week);
    Replanned { plan: after, changes, verdict, broken, affected, today, next_week }
}

/// A repair under way.
pub(super) struct Repair<'a> {
    pub(super) sketch: Sketch,
    pub(super) before: &'a Plan,
    pub(super) disturbance: &'a Disturbance,
    /// The best repair so far.
    pub(super) best: Option<(Worth, Plan)>,
    /// Plans that may be judged until the present search ends; and without any repair so far.
    limit: usize,
    last_limit: usize,
}

impl Repair<'_> {
    /// The plan with all that is hit on the waiting list, and how many stops that are; where longer ways make routes break rules, more go there until none does.
    fn begin(&mut self) -> Option<(State, usize)> {
        let mut plan = self.before.clone();
        let mut touched = BTreeSet::new();
        for day in 0..plan.days.len() {
            let hit: Vec<(usize, usize)> = plan.days[day]
                .iter()
                .flat_map(|route| route.stops().map(move |stop| (route.truck, stop)))
                .filter(|(truck, stop)| self.disturbance.hits(&self.sketch.problem, day, *truck, stop))
                .map(|(truck, stop)| (truck, stop.point))
                .collect();
            for (truck, point) in hit {
                self.sketch.put_on_list(&mut plan, day, truck, point);
                touched.insert((day, truck));
            }
        }
        let touched: Vec<_> = touched.into_iter().collect();
        let n_stops: usize = plan.days.iter().flatten().flat_map(|route| route.stops()).count();
        for _ in 0..=n_stops {
            match self.sketch.settle(plan, &touched) {
                Ok(state) => {
                    let affected = self.sketch.waiting_stops(&state.plan).len();
                    return Some((state, affected));
                }
                Err(broken) => {
                    let Broken { plan: next, finding } = *broken;
                    plan = next;
                    let (day, truck) = finding.day.zip(finding.truck)?;
                    let point = self.heaviest(&plan, day, truck)?;
                    self.sketch.put_on_list(&mut plan, day, truck, point);
                }
            }
        }
        None
    }

    /// The stop that takes most of a route's time and load among those that may leave it.
    fn heaviest(&self, plan: &Plan, day: usize, truck: usize) -> Option<usize> {
        let problem = &self.sketch.problem;
        self.movable(plan, day, truck).into_iter().max_by_key(|point| (problem.points[*point].weekly, std::cmp::Reverse(*point)))
    }

    /// Stops of a route of the plan under repair that are neither done nor locked, be they as planned or moved here.
    pub(super) fn free_stops(&self, route: &Route, day: usize) -> Vec<usize> {
        let planned = self.before.days[day].iter().filter(|planned| planned.truck == route.truck).flat_map(|planned| planned.stops());
        let fixed: Vec<usize> = planned.filter(|stop| self.disturbance.is_done(day, route.truck, stop)).map(|stop| stop.point).collect();
        let stops = route.stops().map(|stop| stop.point);
        stops.filter(|point| !fixed.contains(point) && !self.disturbance.is_locked(*point, route.truck)).collect()
    }

    /// Stops of a route that are as they were, neither done nor locked.
    pub(super) fn movable(&self, plan: &Plan, day: usize, truck: usize) -> Vec<usize> {
        let planned = self.before.days[day].iter().filter(|route| route.truck == truck).flat_map(|route| route.stops());
        let free = planned.filter(|stop| !self.disturbance.is_done(day, truck, stop) && !self.disturbance.is_locked(stop.point, truck));
        let route = plan.days[day].iter().find(|route| route.truck == truck);
        let is_there = |point: usize| route.is_some_and(|route| route.stops().any(|stop| stop.point == point));
        free.map(|stop| stop.point).filter(|point| is_there(*point)).collect()
    }

    /// Puts in what fits without anything else moving, the least detour first, as long as nobody comes short who would not otherwise.
    fn fill(&mut self, mut state: State) -> State {
        let mut failed: BTreeSet<(usize, usize, usize, usize)> = BTreeSet::new();
        loop {
            let mut all: Vec<(usize, usize, Offer)> = Vec::new();
            for (point, from) in self.sketch.waiting_stops(&state.plan) {
                let found = offers(&self.sketch, &state, self.disturbance, point, from).into_iter();
                all.extend(found.filter(|offer| offer.fits).map(|offer| (point, from, offer)));
            }
            all.retain(|(point, from, offer)| !failed.contains(&(*point, *from, offer.slot.day, offer.slot.truck)));
            all.sort_by_key(|(point, from, offer)| (offer.told, offer.extra, *point, *from));
            let mut progress = None;
            for (point, from, offer) in all {
                match self.with(&state, point, from, &offer).ok().filter(|next| next.short <= state.short) {
                    Some(next) => {
                        progress = Some(next);
                        break;
                    }
                    None => {
                        failed.insert((point, from, offer.slot.day, offer.slot.truck));
                    }
                }
            }
            match progress {
                Some(next) => state = next,
                None => return state,
            }
        }
    }

    /// Looks for room, or for the least harm, for one stop after the other.
    fn one_by_one(&mut self, state: State, todo: &[(usize, usize)]) -> State {
        let mut state = state;
        let mut order = todo.to_vec();
        let people = |point: usize| std::cmp::Reverse(self.sketch.problem.points[point].people);
        order.sort_by_key(|(point, from)| (people(*point), *point, *from));
        for visit in order.into_iter().take(MOST_ONE_BY_ONE) {
            self.best = None;
            self.allow(MOST_JUDGED_FOR_ONE);
            self.search(state.clone(), vec![visit], 0);
            let Some((_, plan)) = self.best.take() else { continue };
            let Ok(next) = self.sketch.judge(plan) else { continue };
            state = next;
        }
        self.best = None;
        if self.sketch.waiting_stops(&state.plan).is_empty() {
            self.best = Some((self.worth(&state), state.plan.clone()));
        }
        state
    }

    /// Lets the next search judge so many plans, or more as long as it finds no repair.
    fn allow(&mut self, plans: usize) {
        self.limit = self.sketch.judged + plans;
        self.last_limit = self.sketch.judged + WITHOUT_ANY * plans;
    }

    /// Whether enough was tried.
    fn is_over(&self) -> bool {
        self.sketch.judged >= if self.best.is_some() { self.limit } else { self.last_limit }
    }

    /// Every way to deal with the stops of `todo`, the most promising first; the others keep waiting. Keeps the best.
    fn search(&mut self, state: State, mut todo: Vec<(usize, usize)>, helpers: usize) {
        if self.is_over() {
            return;
        }
        let worth = self.worth(&state);
        if self.best.as_ref().is_some_and(|(best, _)| worth.bound() > best.bound()) {
            return;
        }
        let Some((point, from)) = todo.pop() else {
            if self.best.as_ref().is_none_or(|(best, _)| worth < *best) {
                self.best = Some((worth, state.plan));
            }
            return;
        };
        let offers = offers(&self.sketch, &state, self.disturbance, point, from);
        let mut direct: Vec<(bool, State)> = Vec::new();
        let mut full = Vec::new();
        for offer in offers {
            match self.with(&state, point, from, &offer) {
                Ok(next) => direct.push((offer.told, next)),
                Err(broken) => full.push(broken),
            }
        }
        direct.sort_by_key(|(told, next)| (next.short, *told));
        for (_, next) in direct {
            self.search(next, todo.clone(), helpers);
        }
        // Leaving it out comes before making room: whatever is found later is measured against it.
        self.search_without(&state, point, from, &todo, helpers);
        if helpers < MOST_HELPERS {
            for broken in full {
                self.search_with_room(&broken, point, &todo, helpers);
            }
        }
    }

    /// A plan breaks a rule since a visit was put in or left out, be it on the route of that visit or where the point is visited next: one stop after the other of
    /// the route that breaks it goes to the waiting list.
    fn search_with_room(&mut self, broken: &Broken, point: usize, todo: &[(usize, usize)], helpers: usize) {
        let Some((day, truck)) = broken.finding.day.zip(broken.finding.truck) else { return };
        for other in self.movable(&broken.plan, day, truck) {
            if self.is_over() {
                return;
            }
            let mut plan = broken.plan.clone();
            self.sketch.put_on_list(&mut plan, day, truck, other);
            let mut touched = self.routes_of(&plan, point);
            touched.push((day, truck));
            if let Ok(next) = self.sketch.settle(plan, &touched) {
                let todo = todo.iter().copied().chain([(other, day)]).collect();
                self.search(next, todo, helpers + 1);
            }
        }
    }

    /// The visit falls out; where its next visit then is too heavy, another stop of that route makes room.
    fn search_without(&mut self, state: &State, point: usize, from: usize, todo: &[(usize, usize)], helpers: usize) {
        let mut plan = state.plan.clone();
        self.sketch.drop(&mut plan, point, from);
        let touched = self.routes_of(&plan, point);
        match self.sketch.settle(plan, &touched) {
            Ok(next) => self.search(next, todo.to_vec(), helpers),
            Err(broken) if helpers < MOST_HELPERS => self.search_with_room(&broken, point, todo, helpers),
            Err(_) => {}
        }
    }

    /// The state with a waiting stop at its place, or the rule that this breaks.
    pub(super) fn with(&mut self, state: &State, point: usize, from: usize, offer: &Offer) -> Result<State, Box<Broken>> {
        let mut plan = state.plan.clone();
        self.sketch.put_in(&mut plan, point, from, offer.slot);
        let mut touched = self.routes_of(&plan, point);
        touched.push((offer.slot.day, offer.slot.truck));
        self.sketch.settle(plan, &touched)
    }

    /// Days and trucks of the visits to a point.
    pub(super) fn routes_of(&self, plan: &Plan, point: usize) -> Vec<(usize, usize)> {
        let routes = plan.days.iter().enumerate().flat_map(|(day, routes)| routes.iter().map(move |route| (day, route)));
        routes.filter(|(_, route)| route.stops().any(|stop| stop.point == point)).map(|(day, route)| (day, route.truck)).collect()
    }

    /// What a state is worth, its waiting stops counted as moved within their day.
    pub(super) fn worth(&self, state: &State) -> Worth {
        let changes = Changes::between(&self.sketch.problem, self.before, &state.plan);
        Worth {
            lost: changes.points_lost().len(),
            missed: changes.missed.len(),
            short: state.short,
            changes: changes.number(),
            told: changes.people_told(&self.sketch.problem),
            vnd: cost(&self.sketch.problem, &state.replay).total().0,
        }
    }
}

/// The hours of reserve and the loads of reserve are for days like these: the problem with trucks that may use theirs up.
pub fn with_reserve_used(problem: &Problem) -> Problem {
    let mut problem = problem.clone();
    for truck in &mut problem.trucks {
        (truck.work_limit, truck.payload_limit, truck.volume_limit) = (truck.work, truck.payload, truck.volume);
    }
    problem
}
