//! The decisions of a draft, written down and taken over.

use super::Draft;
use crate::constraint::ClockScope;
use crate::model::DaySet;
use crate::solve::route::DraftRoute;
use crate::solve::setup::VisitSize;
use crate::solve::snapshot::Snapshot;

impl Draft<'_> {
    /// The decisions as they are.
    pub fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::default();
        self.write_snapshot(&mut snapshot);
        snapshot
    }

    /// Writes the decisions over a snapshot, keeping its memory.
    pub fn write_snapshot(&self, snapshot: &mut Snapshot) {
        snapshot.pattern.clone_from(&self.pattern);
        snapshot.clear_routes();
        for route in &self.routes {
            snapshot.push_route(route.halts.iter().map(|halt| (halt.point, halt.unload)));
        }
    }

    /// Takes over the decisions of a snapshot of the same problem, the unloads as they are there.
    pub fn restore(&mut self, snapshot: &Snapshot) {
        let setup = self.setup;
        for (point, pattern) in snapshot.pattern.iter().enumerate() {
            self.choose_pattern(point, usize::from(*pattern));
        }
        for index in 0..self.routes.len() {
            if !snapshot.is_route(index, self.routes[index].halts.iter().map(|halt| (halt.point, halt.unload)))
                || self.routes[index].halts.iter().any(|halt| !self.is_up_to_date(halt.point, halt.size, index))
            {
                self.rewrite_route(index, snapshot.route(index));
            }
        }
        for index in 0..self.journal.touched.len() {
            self.number_stops(self.journal.touched[index]);
        }
        match setup.clock_scope {
            ClockScope::Day => DaySet(self.journal.days_touched).iter().for_each(|day| self.run_clock_of_day(day)),
            ClockScope::Route => (0..self.journal.touched.len()).for_each(|i| self.run_clock(self.journal.touched[i])),
            ClockScope::Sums => (0..self.journal.touched.len()).for_each(|i| self.reckon(self.journal.touched[i])),
        }
        self.keep();
    }

    /// Whether a stop has the size that follows from its point's pattern.
    pub(super) fn is_up_to_date(&self, point: u32, size: VisitSize, route: usize) -> bool {
        let (point, day) = (point as usize, route / self.setup.n_trucks);
        let gap = self.setup.gap(self.days(point), day);
        gap > 0 && self.setup.visit(point, day, gap) == size
    }

    pub(super) fn rewrite_route(&mut self, index: usize, stops: impl Iterator<Item = (u32, u8)> + Clone) {
        let setup = self.setup;
        let (day, truck) = (index / setup.n_trucks, index % setup.n_trucks);
        self.touch(truck, day);
        self.number_nowhere(index);
        self.count_tips(index, -1);
        let old = self.routes[index].len();
        let mut rebuilt = DraftRoute::default();
        for (at, (point, _)) in stops.clone().enumerate() {
            let gap = setup.gap(self.days(point as usize), day);
            rebuilt.insert(setup, truck, at, point, setup.visit(point as usize, day, gap));
        }
        for (halt, (_, unload)) in rebuilt.halts.iter_mut().zip(stops) {
            halt.unload = unload;
        }
        rebuilt.sum(setup, truck, day);
        self.days[day].visits = self.days[day].visits + rebuilt.len() - old;
        self.days[day].trucks = self.days[day].trucks + usize::from(!rebuilt.is_empty()) - usize::from(old > 0);
        self.unused.set(setup, truck, day, rebuilt.is_empty());
        self.routes[index] = rebuilt;
        self.renew_room(index);
        self.count_tips(index, 1);
        (self.pending[index].sums, self.pending[index].unloads) = (false, false);
    }
}
