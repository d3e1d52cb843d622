//! Puts removed visits back, choosing days, trucks and trips of a point together.

use rand::{Rng, RngExt};

use super::draft::Draft;
use super::insertion::BestPlaces;
use super::price::Prices;
use super::ruin::Removed;

/// Share of points that take a random admissible pattern instead of the best one, in 1/1024: leads out of deep basins.
const PATTERN_BLINK: u32 = 30;
/// The same in an iteration with a whim; then of all patterns.
const PATTERN_BLINK_OF_WHIM: u32 = 640;

/// Puts everything in `removed` back where it costs least; a point may also stay unserved.
///
/// All visits of a point being out, its visits on different days are independent but for the couplings of the week, so the
/// sum over the days of a pattern of the best places for its gaps is the cost of the pattern: greedy insertion over
/// frequency, days, trucks and trips at once. O(removed · days · near points).
pub(super) fn recreate(draft: &mut Draft, prices: &Prices, removed: &mut Removed, space: &mut RecreateSpace, rng: &mut impl Rng) {
    order(draft, removed, rng);
    for i in 0..removed.len() {
        let (point, day) = removed.get(i);
        match day {
            None => put_back_all(draft, prices, point, space, rng),
            // A visit whose day was given up with another of its point has nothing left to put back.
            Some(day) if draft.days(point) >> day & 1 == 0 => {}
            Some(day) => put_back_day(draft, prices, point, day, space, rng),
        }
    }
}

/// Working space of [`recreate`], kept to spare allocations.
#[derive(Default)]
pub(super) struct RecreateSpace {
    days: Vec<BestPlaces>,
}

/// Random, largest first, far first, near first (4 : 4 : 2 : 1 in Christiaens and Vanden Berghe 2020); most people first; or
/// first those that few trucks reach.
fn order(draft: &Draft, removed: &mut Removed, rng: &mut impl Rng) {
    let (setup, problem) = (draft.setup, draft.setup.problem);
    // Points that the first kind of truck does not reach have no way in its table: they count as farther than all others.
    let far = |point: usize| setup.depot_time[point];
    match rng.random_range(0..if setup.uniform_access { 11 } else { 16 }) {
        0..4 => removed.shuffle(rng),
        4..8 => removed.sort_by_key(|point| -problem.points[point].weekly.0),
        8..10 => removed.sort_by_key(|point| -far(point)),
        10 => removed.sort_by_key(far),
        11..13 => removed.sort_by_key(|point| -problem.points[point].people),
        _ => removed.sort_by_key(|point| i64::from(setup.reach[point]) * 1_000_000 - far(point)),
    }
}

fn put_back_day(draft: &mut Draft, prices: &Prices, point: usize, day: usize, space: &mut RecreateSpace, rng: &mut impl Rng) {
    space.days.resize_with(draft.setup.n_days, BestPlaces::default);
    let gap = draft.setup.gap(draft.days(point), day);
    let size = draft.setup.size(gap);
    space.days[day].scan(draft, prices, point, day, 1 << size, rng);
    match space.days[day].best(size) {
        Some(place) => {
            draft.put_in(point, day, gap, place.truck, place.at);
            draft.refresh(draft.setup.route(place.truck, day), prices);
        }
        // Nowhere on this day: the point does without it.
        None => {
            for other in draft.give_up(point, day).iter() {
                if let Some(spot) = draft.spot(point, other) {
                    draft.refresh(draft.setup.route(spot.truck as usize, other), prices);
                }
            }
        }
    }
}

fn put_back_all(draft: &mut Draft, prices: &Prices, point: usize, space: &mut RecreateSpace, rng: &mut impl Rng) {
    scan_days(draft, prices, point, space, rng);
    let patterns = &draft.setup.problem.points[point].patterns;
    let any = prices.is_whim_of_patterns();
    let blink = if any { PATTERN_BLINK_OF_WHIM } else { PATTERN_BLINK };
    let chosen = if rng.random::<u32>() & 1023 < blink { random_pattern(draft, point, any, space, rng) } else { None };
    let chosen = chosen.unwrap_or_else(|| {
        let cost = |index: &usize| pattern_cost(draft, prices, point, *index, space).unwrap_or(i64::MAX);
        (0..patterns.len()).min_by_key(cost).expect("every point has the empty pattern")
    });
    put_back_with_pattern(draft, prices, point, chosen, space);
}

/// Puts a point that is out back with a pattern of those it may have, every visit where it costs least; or as [`recreate`] does, where a visit has no place.
pub(super) fn put_back_as(draft: &mut Draft, prices: &Prices, point: usize, pattern: usize, space: &mut RecreateSpace, rng: &mut impl Rng) {
    scan_days(draft, prices, point, space, rng);
    if pattern_cost(draft, prices, point, pattern, space).is_some() {
        put_back_with_pattern(draft, prices, point, pattern, space);
    } else {
        put_back_all(draft, prices, point, space, rng);
    }
}

/// Looks for the best places of a point on every day on which it may be visited.
fn scan_days(draft: &Draft, prices: &Prices, point: usize, space: &mut RecreateSpace, rng: &mut impl Rng) {
    space.days.resize_with(draft.setup.n_days, BestPlaces::default);
    for day in draft.setup.problem.points[point].days_allowed.iter() {
        space.days[day].scan(draft, prices, point, day, u32::MAX, rng);
    }
}

/// Puts a point back with a pattern that has a place on each of its days.
fn put_back_with_pattern(draft: &mut Draft, prices: &Prices, point: usize, pattern: usize, space: &RecreateSpace) {
    let setup = draft.setup;
    draft.choose_pattern(point, pattern);
    let days = setup.problem.points[point].patterns[pattern].days;
    for day in days.iter() {
        let gap = setup.gap(days.0, day);
        let place = space.days[day].best(setup.size(gap)).expect("only patterns with a place on each day are chosen");
        draft.put_in(point, day, gap, place.truck, place.at);
        draft.refresh(setup.route(place.truck, day), prices);
    }
}

/// Cost of a pattern with every visit at its best place; nothing where a visit has none.
fn pattern_cost(draft: &Draft, prices: &Prices, point: usize, index: usize, space: &RecreateSpace) -> Option<i64> {
    let setup = draft.setup;
    let asked = &setup.problem.points[point];
    let pattern = asked.patterns[index];
    let mut cost = service_price(draft, prices, point, pattern.gaps_squared);
    if !pattern.admissible {
        cost += prices.person_short * asked.people;
    }
    for day in pattern.days.iter() {
        let place = space.days[day].cost(setup.size(setup.gap(pattern.days.0, day)));
        if place == i64::MAX {
            return None;
        }
        cost += place;
    }
    if !pattern.days.is_empty() && draft.users_of_pattern(asked.commune, pattern.days.0) == 0 {
        cost += setup.problem.policy.extra_pattern.0;
    }
    Some(cost)
}

/// Price of a point's waiting; people of the commune that waits longest count more.
pub(super) fn service_price(draft: &Draft, prices: &Prices, point: usize, gaps_squared: i64) -> i64 {
    let setup = draft.setup;
    let asked = &setup.problem.points[point];
    let mut weight = 1024;
    if draft.is_worst_commune(asked.commune) {
        let share = setup.problem.policy.worst_commune_permille * setup.people / setup.commune_people[asked.commune].max(1);
        weight += 1024 * share / 1000;
    }
    // Points without people (a market at the edge) are still worth a visit: they count as a tenth of a person.
    let people = (10 * asked.people).max(1);
    prices.waiting * people / 10 * gaps_squared / 1024 * weight / 1024
}

/// A random pattern, admissible unless it may be any, that has a place on each day, if the draw finds one.
fn random_pattern(draft: &Draft, point: usize, any: bool, space: &RecreateSpace, rng: &mut impl Rng) -> Option<usize> {
    let patterns = &draft.setup.problem.points[point].patterns;
    let index = rng.random_range(0..patterns.len());
    let days = patterns[index].days;
    let placed = days.iter().all(|day| space.days[day].best(draft.setup.size(draft.setup.gap(days.0, day))).is_some());
    ((any || patterns[index].admissible) && placed).then_some(index)
}
