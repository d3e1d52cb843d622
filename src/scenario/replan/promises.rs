//! Whether a repaired plan has kept what was done, what is locked and what cannot be: judged from the two plans alone.

use super::{Disturbance, Visit};
use crate::model::{Plan, Problem};

/// What a repaired plan does that it must not: each a point, and the visit that was changed, invented or lost.
///
/// Done visits keep day, truck and order; locked ones keep day and truck, routes of locked trucks their order, too; no truck that is down and no
/// skipped day has a visit that was not done; nothing is put into the past.
pub fn broken_promises(problem: &Problem, before: &Plan, after: &Plan, disturbance: &Disturbance) -> Vec<(usize, Visit)> {
    let mut broken = Vec::new();
    for day in 0..problem.horizon.n_days {
        for truck in 0..problem.trucks.len() {
            let visit = Visit { day, truck };
            let (old, new) = (stops(before, visit), stops(after, visit));
            let done: Vec<usize> = old.iter().filter(|stop| disturbance.is_done(day, truck, stop)).map(|stop| stop.point).collect();
            let now: Vec<usize> = new.iter().map(|stop| stop.point).collect();
            let kept = now.iter().zip(&done).take_while(|(a, b)| a == b).count();
            broken.extend(done[kept..].iter().map(|point| (*point, visit)));
            let is_past =
                |stop: &&crate::model::Stop| day == disturbance.today && stop.start < disturbance.time && !done.contains(&stop.point);
            broken.extend(new.iter().filter(is_past).map(|stop| (stop.point, visit)));
            let nothing_more = disturbance.is_over(day) || disturbance.is_down(truck, day) || disturbance.is_skipped(day);
            if nothing_more {
                broken.extend(now[kept..].iter().map(|point| (*point, visit)));
            }
            let hit = |point: usize| old.iter().any(|stop| stop.point == point && disturbance.hits(problem, day, truck, stop));
            if disturbance.locked_trucks[truck] {
                let planned: Vec<usize> = old.iter().map(|stop| stop.point).collect();
                broken.extend(
                    planned
                        .iter()
                        .zip(now.iter().map(Some).chain(std::iter::repeat(None)))
                        .filter(|(a, b)| Some(*a) != *b)
                        .map(|(a, _)| (*a, visit)),
                );
                broken.extend(now.iter().skip(planned.len()).map(|point| (*point, visit)));
            }
            let locked = |point: &usize| disturbance.locked_points[*point] && !hit(*point);
            let lost = old.iter().map(|stop| stop.point).filter(|point| locked(point) && !now.contains(point));
            let invented = now.iter().copied().filter(|point| locked(point) && old.iter().all(|stop| stop.point != *point));
            broken.extend(lost.chain(invented).map(|point| (point, visit)));
        }
    }
    broken.sort_unstable();
    broken.dedup();
    broken
}

fn stops(plan: &Plan, visit: Visit) -> Vec<crate::model::Stop> {
    let routes = plan.days.get(visit.day).into_iter().flatten().filter(|route| route.truck == visit.truck);
    routes.flat_map(|route| route.stops().copied().collect::<Vec<_>>()).collect()
}
