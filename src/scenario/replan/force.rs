//! A first repair where the week is full: what waits takes a place or falls out, whatever that costs others.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::repair::Repair;
use super::room::offers;
use super::sketch::{Broken, State};
use crate::constraint::Finding;
use crate::model::Plan;

/// Most plans judged in one attempt, and most attempts, each with other dice.
const MOST_JUDGED: usize = 2_500;
const ATTEMPTS: u64 = 8;
/// Most places that are tried for a stop.
const MOST_PLACES: usize = 4;
/// Rules about what a truck carries at once: the heaviest stops make room. For all others those do whose points have most visits.
const LOADS: [&str; 2] = ["payload", "volume"];
/// Stops of a route among which the dice choose one that makes room.
const CHOICES: usize = 3;

impl Repair<'_> {
    /// The state after every waiting stop has a place or has fallen out; nothing where no attempt got there.
    pub(super) fn forced(&mut self, state: &State) -> Option<State> {
        (0..ATTEMPTS).find_map(|seed| self.attempt(state.clone(), &mut Xoshiro256PlusPlus::seed_from_u64(seed)))
    }

    /// One attempt: where the next visit to a point is then too heavy for its route, a stop of that route waits in turn.
    fn attempt(&mut self, mut state: State, rng: &mut Xoshiro256PlusPlus) -> Option<State> {
        let limit = self.sketch.judged + MOST_JUDGED;
        loop {
            let waiting = self.sketch.waiting_stops(&state.plan);
            if waiting.is_empty() {
                return Some(state);
            }
            let (point, from) = waiting[rng.random_range(0..waiting.len())];
            let places = offers(&self.sketch, &state, self.disturbance, point, from).into_iter().filter(|offer| offer.fits);
            if let Some(next) = places.take(MOST_PLACES).find_map(|offer| self.with(&state, point, from, &offer).ok()) {
                state = next;
                continue;
            }
            let mut plan = state.plan.clone();
            self.sketch.drop(&mut plan, point, from);
            let mut touched = self.routes_of(&plan, point);
            state = loop {
                if self.sketch.judged >= limit {
                    return None;
                }
                match self.sketch.settle(plan, &touched) {
                    Ok(next) => break next,
                    Err(broken) => {
                        let Broken { plan: next, finding } = *broken;
                        plan = next;
                        let (day, truck, other) = self.in_the_way(&plan, &finding, rng)?;
                        self.sketch.put_on_list(&mut plan, day, truck, other);
                        touched.push((day, truck));
                    }
                }
            };
        }
    }

    /// A stop that gives way, so that a rule may be kept: of the truck-day that breaks it, or of any truck of that day, or of any day.
    fn in_the_way(&self, plan: &Plan, finding: &Finding, rng: &mut Xoshiro256PlusPlus) -> Option<(usize, usize, usize)> {
        let is_asked =
            |day: usize, truck: usize| finding.day.is_none_or(|asked| asked == day) && finding.truck.is_none_or(|asked| asked == truck);
        let mut stops: Vec<(usize, usize, usize)> = Vec::new();
        for (day, routes) in plan.days.iter().enumerate() {
            for route in routes.iter().filter(|route| route.truck != self.sketch.waiting && is_asked(day, route.truck)) {
                stops.extend(self.free_stops(route, day).into_iter().map(|point| (day, route.truck, point)));
            }
        }
        let points = &self.sketch.problem.points;
        let visits = |point: usize| plan.days.iter().flatten().flat_map(|route| route.stops()).filter(|stop| stop.point == point).count();
        if LOADS.contains(&finding.code) {
            stops.sort_by_key(|(day, truck, point)| (std::cmp::Reverse(points[*point].weekly), *day, *truck, *point));
        } else {
            stops
                .sort_by_cached_key(|(day, truck, point)| (std::cmp::Reverse(visits(*point)), points[*point].weekly, *day, *truck, *point));
        }
        stops.truncate(CHOICES);
        (!stops.is_empty()).then(|| stops[rng.random_range(0..stops.len())])
    }
}
