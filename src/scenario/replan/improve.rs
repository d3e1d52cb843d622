//! The repair made smaller: a few visits leave their places and are put back otherwise, again and again.
//!
//! Large neighbourhood search after Shaw (1998), <https://doi.org/10.1007/3-540-49481-2_30>: visits that are missed go back to the waiting list, together with some that could
//! make room for them, and each takes the cheapest place that the rules allow, or one where it does not fit while
//! another stop leaves that route and looks for a place in turn (an ejection chain); a step that makes things a little worse is sometimes kept. Other order or other
//! trips within a truck's day are no change for anybody, so that a route is also packed anew where that makes room.

use std::collections::VecDeque;

use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::repair::{Repair, Worth};
use super::room::{Offer, offers};
use super::sketch::{Broken, State, take_out};
use super::{Changes, Visit};
use crate::model::Plan;

/// Most plans that are judged; on Phú Lương one takes about a sixth of a millisecond.
const MOST_JUDGED: usize = 22_000;
/// Steps without a better repair after which it is taken for the best.
const MOST_IDLE: usize = 2_500;
/// Most missed visits that wait in one step, and most visits that leave their place beside them.
const MOST_MISSED: usize = 4;
const MOST_TAKEN: usize = 4;
/// Working seconds that a place costs more when the truck or the day is another one than planned.
const OTHER_TRUCK: i64 = 240;
const OTHER_DAY: i64 = 360;
/// Chance that a place is overlooked: the cheapest is not always the best.
const BLINK: f64 = 0.1;
/// Stops that make room in one step, the chance that a visit without a place is put where it does not fit, and the places from which one is then chosen.
const MOST_EJECTIONS: usize = 4;
const SQUEEZED: f64 = 0.7;
const MOST_SQUEEZED: usize = 10;
/// Places that are tried for a visit.
const MOST_TRIED: usize = 4;
/// By how many changes a step may be worse at most: at first, and then less and less (threshold accepting).
const WORSE: f64 = 8.0;
/// What a point without any visit, a missed visit, a point that comes short, and one whose people must be told weigh in changes.
const LOST: f64 = 24.0;
const MISSED: f64 = 8.0;
const SHORT: f64 = 4.0;
const TOLD: f64 = 0.3;

/// A visit without a place: the point, and the day and truck it had.
type Open = (usize, Visit);

impl Repair<'_> {
    /// Searches for a better repair than the best so far, of which `affected` visits had to change.
    pub(super) fn improve(&mut self, affected: usize) {
        let Some((mut best, plan)) = self.best.clone() else { return };
        let Ok(mut current) = self.sketch.judge(plan) else { return };
        let mut worth = best;
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(best.vnd as u64);
        let (begin, mut idle) = (self.sketch.judged, 0);
        let people: i64 = self.sketch.problem.points.iter().map(|point| point.people).sum();
        let mean = (people as f64 / self.sketch.problem.points.len().max(1) as f64).max(1.0);
        let energy = |worth: &Worth| {
            let (short, told) = (worth.short as f64 / mean, worth.told as f64 / mean);
            worth.lost as f64 * LOST + worth.missed as f64 * MISSED + short * SHORT + worth.changes as f64 + told * TOLD
        };
        while idle < MOST_IDLE && self.sketch.judged - begin < MOST_JUDGED {
            // Nobody is worse off, and only what had to change has changed.
            if best.missed == 0 && best.short == 0 && best.changes <= affected {
                break;
            }
            let left = 1.0 - (self.sketch.judged - begin) as f64 / MOST_JUDGED as f64;
            idle += 1;
            let Some(next) = self.step(&current, &mut rng) else { continue };
            let found = self.worth(&next);
            if found < best {
                (best, idle) = (found, 0);
                self.best = Some((found, next.plan.clone()));
            }
            if energy(&found) - energy(&worth) <= WORSE * left * rng.random::<f64>() {
                (worth, current) = (found, next);
            }
        }
    }

    /// One step: visits leave their places, and find others or fall out.
    fn step(&mut self, state: &State, rng: &mut Xoshiro256PlusPlus) -> Option<State> {
        let changes = Changes::between(&self.sketch.problem, self.before, &state.plan);
        let mut plan = state.plan.clone();
        let mut open: Vec<Open> = Vec::new();
        let mut missed: Vec<Open> = changes.missed.iter().map(|missed| (missed.point, missed.visit)).collect();
        missed.shuffle(rng);
        for (point, visit) in missed.into_iter().take(rng.random_range(1..=MOST_MISSED)) {
            // A day on which the point is visited after all, by what was another visit, cannot take it twice.
            if !state.replay.schedule[point].contains(visit.day) {
                self.sketch.let_wait(&mut plan, point, visit.day);
                open.push((point, visit));
            }
        }
        let mut taken = self.near(state, &changes, &open, rng);
        taken.truncate(rng.random_range(usize::from(open.is_empty())..=MOST_TAKEN));
        for (point, now, planned) in taken {
            take_out(&mut plan, now.day, now.truck, point);
            self.sketch.let_wait(&mut plan, point, planned.day);
            open.push((point, planned));
        }
        if open.is_empty() {
            return None;
        }
        let touched: Vec<(usize, usize)> = open.iter().flat_map(|(point, _)| self.routes_of(&state.plan, *point)).collect();
        let mut state = self.sketch.settle(plan, &touched).ok()?;
        open.shuffle(rng);
        if rng.random_bool(0.5) {
            open.sort_by_key(|(point, _)| std::cmp::Reverse(self.sketch.problem.points[*point].weekly));
        }
        let mut queue: VecDeque<Open> = open.into();
        let mut ejections = rng.random_range(0..=MOST_EJECTIONS);
        while let Some((point, planned)) = queue.pop_front() {
            if let Some(next) = self.placed(&state, (point, planned), rng) {
                state = next;
                continue;
            }
            let broken = match self.squeezed(&state, (point, planned), ejections > 0, rng) {
                Ok(next) => {
                    state = next;
                    continue;
                }
                Err(broken) if ejections > 0 => broken,
                Err(_) => return None,
            };
            ejections -= 1;
            let (ejected, next) = self.ejected(*broken, point, &changes, rng)?;
            state = next;
            queue.push_back(ejected);
        }
        Some(state)
    }

    /// The state with an open visit at the cheapest place that keeps the rules, now and then at another.
    fn placed(&mut self, state: &State, (point, planned): Open, rng: &mut Xoshiro256PlusPlus) -> Option<State> {
        let mut places: Vec<Offer> = offers(&self.sketch, state, self.disturbance, point, planned.day);
        places.retain(|offer| offer.fits && !rng.random_bool(BLINK));
        let price = |offer: &Offer| {
            let other = if offer.slot.day != planned.day { OTHER_DAY } else { OTHER_TRUCK };
            offer.extra + if (offer.slot.day, offer.slot.truck) == (planned.day, planned.truck) { 0 } else { other }
        };
        places.sort_by_key(price);
        places.into_iter().take(MOST_TRIED).find_map(|offer| self.with(state, point, planned.day, &offer).ok())
    }

    /// The state without a visit that has no place; or the visit where it does not fit, mostly, if another stop may make room for it.
    fn squeezed(
        &mut self,
        state: &State,
        (point, planned): Open,
        may_eject: bool,
        rng: &mut Xoshiro256PlusPlus,
    ) -> Result<State, Box<Broken>> {
        if may_eject && rng.random_bool(SQUEEZED) {
            let mut places = offers(&self.sketch, state, self.disturbance, point, planned.day);
            places.truncate(MOST_SQUEEZED);
            if !places.is_empty() {
                let offer = places[rng.random_range(0..places.len())];
                return self.with(state, point, planned.day, &offer);
            }
        }
        let mut plan = state.plan.clone();
        self.sketch.drop(&mut plan, point, planned.day);
        let touched = self.routes_of(&plan, point);
        self.sketch.settle(plan, &touched)
    }

    /// A plan that breaks a rule on some route, without another stop of that route than `kept`: that stop, which now waits, and the state.
    fn ejected(&mut self, broken: Broken, kept: usize, changes: &Changes, rng: &mut Xoshiro256PlusPlus) -> Option<(Open, State)> {
        let (day, truck) = broken.finding.day.zip(broken.finding.truck)?;
        let mut plan = broken.plan;
        let now = Visit { day, truck };
        let moved = changes.moved.iter().filter(|moved| moved.to == now && !self.disturbance.is_locked(moved.point, moved.from.truck));
        let mut choices: Vec<Open> = moved.map(|moved| (moved.point, moved.from)).collect();
        choices.extend(self.movable(&plan, day, truck).into_iter().map(|point| (point, now)));
        let is_there = |point: usize| {
            let mut routes = plan.days[day].iter().filter(|route| route.truck == truck);
            routes.any(|route| route.stops().any(|stop| stop.point == point))
        };
        choices.retain(|(point, _)| *point != kept && is_there(*point));
        let (other, planned) = *choices.get(rng.random_range(0..choices.len().max(1)))?;
        take_out(&mut plan, day, truck, other);
        self.sketch.let_wait(&mut plan, other, planned.day);
        let mut touched = self.routes_of(&plan, kept);
        touched.extend(self.routes_of(&plan, other));
        touched.push((day, truck));
        touched.retain(|(_, truck)| *truck != self.sketch.waiting);
        self.sketch.settle(plan, &touched).ok().map(|state| ((other, planned), state))
    }

    /// Visits that may move, as they are and as they were planned, those first that lie near an open one or on a route that could take it.
    fn near(&self, state: &State, changes: &Changes, open: &[Open], rng: &mut Xoshiro256PlusPlus) -> Vec<(usize, Visit, Visit)> {
        let mut all = self.all_movable(&state.plan, changes);
        if all.is_empty() {
            return all;
        }
        let problem = &self.sketch.problem;
        let moved: Vec<usize> = (0..all.len()).filter(|index| all[*index].1 != all[*index].2).collect();
        let centre = match open.first() {
            Some((point, _)) if moved.is_empty() || rng.random_bool(0.7) => *point,
            _ if !moved.is_empty() => all[moved[rng.random_range(0..moved.len())]].0,
            _ => all[rng.random_range(0..all.len())].0,
        };
        let far = |point: usize| {
            let legs = (0..self.sketch.waiting)
                .filter_map(|truck| problem.duration(truck, problem.points[centre].location, problem.points[point].location));
            legs.map(|leg| leg.0).min().unwrap_or(i64::MAX / 4)
        };
        // One truck's day, or whatever lies near.
        if rng.random_bool(0.5) {
            let nearest =
                all.iter().map(|(point, now, _)| (far(*point) + rng.random_range(0..600), *now)).min_by_key(|(far, now)| (*far, *now));
            if let Some((_, day)) = nearest {
                all.retain(|(_, now, _)| *now == day);
            }
        }
        let mut keyed: Vec<(i64, (usize, Visit, Visit))> = all
            .into_iter()
            .map(|visit| {
                let back = if visit.1 != visit.2 { 0.5 } else { 1.0 };
                ((far(visit.0) as f64 * back * rng.random_range(0.2..1.8)) as i64, visit)
            })
            .collect();
        keyed.sort_by_key(|(far, (point, now, _))| (*far, *point, *now));
        keyed.into_iter().map(|(_, visit)| visit).collect()
    }

    /// Every visit that is neither done nor locked: the point, the visit as it is, and as it was planned.
    fn all_movable(&self, plan: &Plan, changes: &Changes) -> Vec<(usize, Visit, Visit)> {
        let mut all = Vec::new();
        for (day, routes) in plan.days.iter().enumerate() {
            for route in routes.iter().filter(|route| route.truck != self.sketch.waiting) {
                let now = Visit { day, truck: route.truck };
                all.extend(self.movable(plan, day, route.truck).into_iter().map(|point| (point, now, now)));
            }
        }
        let moved = changes.moved.iter().filter(|moved| !self.disturbance.is_locked(moved.point, moved.from.truck));
        all.extend(moved.map(|moved| (moved.point, moved.to, moved.from)));
        all
    }
}
