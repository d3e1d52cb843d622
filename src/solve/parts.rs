//! One plan, two searches: each works on its own part of the routes, and they join after every epoch.
//!
//! # Why
//!
//! On a single day with many routes, a change touches only few that lie together. Two searches on different sides of the depot don't meet, so
//! that they bring one plan on as fast as one search would with twice the time; islands of their own bring two plans on, which pays only where points are few.
//! The parts are cut anew after each epoch, along another line through the depot, after the decomposition of Vidal et al. (2013),
//! <https://doi.org/10.1016/j.cor.2012.07.018>, section 4.4.

use super::draft::Draft;
use super::setup::Setup;
use crate::constraint::ClockScope;

/// With fewer points than this, searches of their own find more: of seven classic days with 189 to 400 points (hot start, 3,000,000 or 6,000,000 iterations, two seeds
/// each), five ended 0.1 to 0.4 % cheaper, one as cheap and one, with 71 routes, 0.1 % dearer; one with 448 points was 0.3 % dearer, one with 501 alike. Of two days of waste, which are never shared, one
/// ended 0.4 % cheaper than where both searches brought one plan on together, and one as cheap.
pub(super) const FEWEST_POINTS: usize = 420;

/// Whether the routes of a problem may be shared out: a single day of trucks that unload nowhere, and enough of them.
pub(super) fn can_be_shared(setup: &Setup) -> bool {
    setup.n_days == 1
        && setup.n_points >= FEWEST_POINTS
        && setup.clock_scope == ClockScope::Sums
        && !setup.soft_loads
        && setup.problem.facilities.is_empty()
        && setup.problem.policy.budget.is_none()
        && setup.is_service_fixed
}

/// Shares the truck-days out to `n_parts` parts of as many stops, by the direction from the depot in which their stops lie,
/// beginning at `turn` (a share of the full circle). Unused trucks are shared out evenly.
pub(super) fn share_out(draft: &Draft, n_parts: usize, turn: f64) -> Vec<u8> {
    let setup = draft.setup;
    let mut by_direction: Vec<(u64, usize)> = Vec::new();
    let mut part_of = vec![0; draft.routes.len()];
    let mut n_unused = 0;
    for (index, route) in draft.routes.iter().enumerate() {
        if route.is_empty() {
            part_of[index] = (n_unused % n_parts) as u8;
            n_unused += 1;
            continue;
        }
        by_direction.push(((direction(setup, draft, index, turn) * 1e12) as u64, index));
    }
    by_direction.sort_unstable();
    let stops: usize = draft.routes.iter().map(|route| route.len()).sum();
    let mut passed = 0;
    for (_, index) in by_direction {
        part_of[index] = (passed * n_parts / stops.max(1)).min(n_parts - 1) as u8;
        passed += draft.routes[index].len();
    }
    part_of
}

/// Direction of a route's mean stop from its depot, as a share of the full circle from `turn` on.
fn direction(setup: &Setup, draft: &Draft, route: usize, turn: f64) -> f64 {
    let place = |location: usize| setup.problem.locations[location];
    let home = place(setup.home(route % setup.n_trucks));
    let halts = &draft.routes[route].halts;
    let (mut x, mut y) = (0.0, 0.0);
    for halt in halts {
        let stop = place(setup.location(halt.point as usize));
        x += stop.longitude - home.longitude;
        y += stop.latitude - home.latitude;
    }
    let around = libm::atan2(y, x) / std::f64::consts::TAU + 1.0 - turn;
    around - libm::floor(around)
}
