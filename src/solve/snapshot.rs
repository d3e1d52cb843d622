//! The decisions of a draft, without anything that follows from them.

use crate::model::Objective;

/// Decisions that keep every rule, with what they are worth.
pub(super) type Ranked = (Objective, Snapshot);

/// Patterns of the points, and stops with their unloads of every truck-day, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Snapshot {
    pub pattern: Vec<u16>,
    /// Point and unload of every stop, truck-day by truck-day.
    stops: Vec<(u32, u8)>,
    /// Where each truck-day ends among the stops.
    ends: Vec<u32>,
}

impl Snapshot {
    /// Stops and unloads of a truck-day.
    pub fn route(&self, index: usize) -> impl Iterator<Item = (u32, u8)> + Clone {
        self.stops[self.range(index)].iter().copied()
    }

    /// Whether a truck-day has just these stops and unloads.
    pub fn is_route(&self, index: usize, stops: impl Iterator<Item = (u32, u8)>) -> bool {
        self.route(index).eq(stops)
    }

    fn range(&self, index: usize) -> std::ops::Range<usize> {
        let first = index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        first..self.ends[index] as usize
    }

    /// Forgets the truck-days.
    pub fn clear_routes(&mut self) {
        self.stops.clear();
        self.ends.clear();
    }

    /// Adds the next truck-day.
    pub fn push_route(&mut self, stops: impl Iterator<Item = (u32, u8)>) {
        self.stops.extend(stops);
        self.ends.push(self.stops.len() as u32);
    }
}
