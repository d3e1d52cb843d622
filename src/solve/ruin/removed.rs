//! The visits that a ruin took out.

use rand::Rng;
use rand::seq::SliceRandom;

use crate::solve::draft::Draft;
use crate::solve::setup::Setup;

/// Points of which all visits are out, and single visits that are out; each point is in it at most as one of the two.
#[derive(Default)]
pub(in crate::solve) struct Removed {
    entries: Vec<(usize, Option<usize>)>,
}

impl Removed {
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// How many days will be looked at for places: all of a point that is out, the one of a single visit.
    pub fn days_to_look_at(&self, setup: &Setup) -> u64 {
        let days = |(point, day): &(usize, Option<usize>)| if day.is_some() { 1 } else { setup.problem.points[*point].days_allowed.len() };
        self.entries.iter().map(days).sum::<usize>() as u64
    }

    /// The point, and the day where only that visit is out.
    pub fn get(&self, index: usize) -> (usize, Option<usize>) {
        self.entries[index]
    }

    /// Takes out one visit of a point, or keeps to it that all of them are out.
    pub fn take_visit(&mut self, draft: &mut Draft, point: usize, day: usize) {
        if !self.entries.contains(&(point, None)) {
            draft.take_out(point, day);
            self.entries.push((point, Some(day)));
        }
    }

    /// Takes out all visits of a point, but none that belongs to another search; single visits of it that were out already are no longer counted.
    pub fn take_point(&mut self, draft: &mut Draft, point: usize) {
        let is_frozen = |day| draft.spot(point, day).is_some_and(|spot| draft.frozen[draft.setup.route(spot.truck as usize, day)]);
        if draft.is_barred(point) || self.entries.contains(&(point, None)) || crate::model::DaySet(draft.days(point)).iter().any(is_frozen)
        {
            return;
        }
        for day in crate::model::DaySet(draft.days(point)).iter() {
            draft.take_out(point, day);
        }
        draft.choose_pattern(point, 0);
        self.entries.retain(|(other, _)| *other != point);
        self.entries.push((point, None));
    }

    pub fn shuffle(&mut self, rng: &mut impl Rng) {
        self.entries.shuffle(rng);
    }

    /// Sorts by a key of the point; equal keys by point and day.
    pub fn sort_by_key(&mut self, key: impl Fn(usize) -> i64) {
        self.entries.sort_unstable_by_key(|entry| (key(entry.0), *entry));
    }
}
