//! Several searches with drafts of one plan: parts that stay as they are, and what others have made of theirs.

use super::{Draft, Pending, Spot};
use crate::solve::changes::Changes;
use crate::solve::route::Halt;

impl Draft<'_> {
    /// Freezes the truck-days that do not belong to `part`; the search begins with the points of the others. Unserved points belong to
    /// the first part, and no other may put them in: two would be one too many.
    pub fn freeze_all_but(&mut self, part: u8, part_of: &[u8]) {
        let mut seeds = self.seeds.take().unwrap_or_default();
        seeds.clear();
        for (index, owner) in part_of.iter().enumerate() {
            self.frozen[index] = *owner != part;
            self.renew_room(index);
            if *owner == part {
                seeds.extend(self.routes[index].halts.iter().map(|halt| halt.point));
            }
        }
        for point in 0..self.setup.n_points {
            let is_unserved = self.days(point) == 0;
            self.barred[point] = is_unserved && part != 0;
            if is_unserved && part == 0 {
                seeds.push(point as u32);
            }
        }
        self.seeds = Some(seeds);
    }

    /// Takes over what `other` has made of the truck-days of its `part`, on a problem of a single day. O(stops of the part).
    pub fn take_over(&mut self, other: &Self, part: u8, part_of: &[u8]) {
        debug_assert_eq!(self.setup.n_days, 1);
        let changed = |index: &usize| part_of[*index] == part && self.routes[*index].halts != other.routes[*index].halts;
        let changed: Vec<usize> = (0..part_of.len()).filter(changed).collect();
        for index in changed.iter().copied() {
            for halt in &self.routes[index].halts {
                self.spots[halt.point as usize] = Spot::NOWHERE;
            }
            self.days[0].visits = self.days[0].visits + other.routes[index].len() - self.routes[index].len();
            let (was, is) = (!self.routes[index].is_empty(), !other.routes[index].is_empty());
            self.days[0].trucks = self.days[0].trucks + usize::from(is) - usize::from(was);
            self.unused.set(self.setup, index, 0, !is);
            self.routes[index].copy_from(&other.routes[index]);
            self.total.count(&self.route_worth[index], -1);
            self.route_worth[index] = other.route_worth[index];
            self.total.count(&self.route_worth[index], 1);
            self.renew_room(index);
        }
        for index in changed.iter().copied() {
            self.number_stops(index);
        }
        for point in 0..self.setup.n_points {
            let served = self.spots[point] != Spot::NOWHERE;
            if served != (self.pattern[point] != 0) {
                let pattern = if served { other.pattern[point] } else { 0 };
                self.switch_pattern(point, usize::from(self.pattern[point]), usize::from(pattern));
            }
        }
    }

    /// Takes over from another draft of the same problem the truck-days and patterns in `changes`, and settles; the points that `other` visits there are
    /// those that it and this draft visit there, or have changed their pattern. O(stops of the truck-days + days touched).
    pub fn take_changes(&mut self, other: &Self, changes: &Changes) {
        let setup = self.setup;
        let routes = || changes.routes.iter().map(|route| *route as usize);
        for index in routes() {
            self.touch(index % setup.n_trucks, index / setup.n_trucks);
            self.number_nowhere(index);
        }
        for point in changes.points.iter().map(|point| *point as usize) {
            self.choose_pattern(point, usize::from(other.pattern[point]));
        }
        for index in routes() {
            let (day, truck) = (index / setup.n_trucks, index % setup.n_trucks);
            self.count_tips(index, -1);
            let (was, is) = (self.routes[index].len(), other.routes[index].len());
            self.routes[index].copy_from(&other.routes[index]);
            self.count_tips(index, 1);
            self.days[day].visits = self.days[day].visits + is - was;
            self.days[day].trucks = self.days[day].trucks + usize::from(is > 0) - usize::from(was > 0);
            self.unused.set(setup, truck, day, is == 0);
            self.pending[index] = Pending { kept: true, ..Pending::default() };
            self.renew_room(index);
            self.number_stops(index);
        }
        self.settle_clocks();
    }

    /// What has changed since the last [`Draft::keep`].
    pub fn changes(&self) -> Changes {
        let stop = |halt: &Halt| (halt.point, halt.size, halt.unload);
        let mut changes = Changes::default();
        for (route, before) in self.touched_before() {
            if !self.routes[route].halts.iter().map(stop).eq(before.halts.iter().map(stop)) {
                changes.add_route(route);
            }
        }
        self.changed_patterns().for_each(|point| changes.add_point(point));
        changes
    }
}
