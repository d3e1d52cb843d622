//! Adjacent strings of stops, on one day or on several.

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Removed, Ruin};
use crate::solve::draft::Draft;

/// Removes strings of stops from routes that pass near a seed, on `n_days` days.
///
/// Adjacent string removal of Christiaens and Vanden Berghe (2020), <https://doi.org/10.1287/trsc.2019.0914>, section 5.1, with
/// half of the strings split. On several days the seed is the same point and the number of removed visits is shared out.
pub(in crate::solve) struct Strings {
    pub n_days: usize,
    /// Mean number of visits removed, where only those of the day are.
    pub mean_visits: usize,
    /// Mean number of points removed, where all visits of a point are.
    pub mean_points: usize,
}

impl Strings {
    /// A day's strings as in the source.
    pub const SHORT: Self = Self { n_days: 1, mean_visits: 10, mean_points: 4 };
    /// The same of a day, of fewer points where all their visits are removed.
    pub const OF_FEW_POINTS: Self = Self { mean_points: 3, ..Self::SHORT };
    /// Longer ones.
    pub const LONG: Self = Self { n_days: 1, mean_visits: 16, mean_points: 6 };
}

/// How often all other visits of the touched points are removed too.
const WHOLE_POINTS_PERCENT: u32 = 35;
/// Longest string.
const LONGEST: usize = 10;

impl Ruin for Strings {
    fn ruin(&self, draft: &mut Draft, removed: &mut Removed, rng: &mut Xoshiro256PlusPlus) {
        let seed = draft.draw_point(rng);
        // With a single day, all visits of a point are the one of the day.
        let whole = draft.setup.n_days > 1 && rng.random_range(0..100) < WHOLE_POINTS_PERCENT;
        // A point that is not served at all is put in somewhere among the others that are taken out.
        if draft.days(seed) == 0 {
            removed.take_point(draft, seed);
        }
        let first_day = rng.random_range(0..draft.setup.n_days);
        for turn in 0..self.n_days {
            let day = (first_day + turn * rng.random_range(1..=2)) % draft.setup.n_days;
            let mean = if whole { self.mean_points } else { self.mean_visits };
            remove_strings(draft, removed, seed, day, mean / self.n_days, whole, rng);
        }
    }
}

fn remove_strings(
    draft: &mut Draft,
    removed: &mut Removed,
    seed: usize,
    day: usize,
    mean: usize,
    whole: bool,
    rng: &mut Xoshiro256PlusPlus,
) {
    let setup = draft.setup;
    let count = draft.day_count(day);
    if count.trucks == 0 {
        return;
    }
    let longest = LONGEST.min(count.visits / count.trucks).min(mean).max(1);
    let n_strings = rng.random_range(1..=(4 * mean / (1 + longest)).max(2) - 1);
    let mut ruined = Vec::new();
    for candidate in std::iter::once(seed as u32).chain(setup.near[seed].iter().copied()) {
        if ruined.len() >= n_strings {
            break;
        }
        let Some(spot) = draft.spot(candidate as usize, day) else { continue };
        let route = setup.route(spot.truck as usize, day);
        if draft.frozen[route] || ruined.contains(&route) {
            continue;
        }
        ruined.push(route);
        for point in string_around(draft, route, spot.at as usize, longest, rng) {
            if whole { removed.take_point(draft, point) } else { removed.take_visit(draft, point, day) }
        }
    }
}

/// A string of stops of a route that holds position `at`; half of the strings keep a few stops in their middle.
fn string_around(draft: &Draft, route: usize, at: usize, longest: usize, rng: &mut Xoshiro256PlusPlus) -> Vec<usize> {
    let stops = &draft.routes[route].halts;
    let length = rng.random_range(1..=longest.min(stops.len()));
    let kept = if length > 1 && rng.random::<bool>() { rng.random_range(0..=(stops.len() - length).min(3)) } else { 0 };
    let span = length + kept;
    let first = rng.random_range((at + 1).saturating_sub(span)..=at.min(stops.len() - span));
    let hole = first + rng.random_range(0..=length);
    (first..first + span).filter(|j| *j < hole || *j >= hole + kept).map(|j| stops[j].point as usize).collect()
}
