//! What a move has changed, so that it can be kept or undone.

use super::{Draft, Pending};
use crate::constraint::ClockScope;
use crate::solve::route::{DraftRoute, Halt};

impl Draft<'_> {
    /// Truck-days changed since the last [`Draft::keep`].
    pub fn touched(&self) -> &[usize] {
        &self.journal.touched
    }

    /// Truck-days changed since the last [`Draft::keep`], with what they were.
    pub fn touched_before(&self) -> impl Iterator<Item = (usize, &DraftRoute)> {
        self.journal.touched.iter().copied().zip(&self.journal.routes)
    }

    /// Points that have another pattern than at the last [`Draft::keep`].
    pub fn changed_patterns(&self) -> impl Iterator<Item = usize> {
        let patterns = &self.journal.patterns;
        let is_first = move |at: usize| !patterns[..at].iter().any(|(point, _)| *point == patterns[at].0);
        let changed = move |at: usize| is_first(at) && self.pattern[patterns[at].0] != patterns[at].1;
        (0..patterns.len()).filter(move |at| changed(*at)).map(|at| patterns[at].0)
    }

    /// Keeps a truck-day as it is in the journal, before its first change, and marks it as changed.
    pub(super) fn touch(&mut self, truck: usize, day: usize) -> usize {
        let route = self.setup.route(truck, day);
        let pending = self.pending[route];
        if !pending.kept {
            self.open_journal();
            let n = self.journal.touched.len();
            if self.journal.routes.len() == n {
                self.journal.routes.push(DraftRoute::default());
            }
            self.journal.routes[n].copy_from(&self.routes[route]);
            self.journal.touched.push(route);
            self.journal.left.push(self.route_worth[route].left);
        }
        self.journal.days_touched |= 1 << day;
        self.pending[route] = Pending { sums: true, unloads: true, kept: true, is_back: false };
        route
    }

    pub(super) fn open_journal(&mut self) {
        if !self.journal.is_open {
            self.journal.is_open = true;
            self.journal.total = self.total;
            self.journal.intake.clone_from(&self.intake);
            self.journal.week_intake.clone_from(&self.week_intake);
        }
    }

    /// Keeps what was changed since the last call of this or of [`Draft::undo`].
    pub fn keep(&mut self) {
        let journal = &mut self.journal;
        journal.touched.drain(..).for_each(|route| (self.pending[route].kept, self.pending[route].is_back) = (false, false));
        journal.left.clear();
        journal.patterns.clear();
        journal.reckoned.clear();
        (journal.days_touched, journal.is_open) = (0, false);
    }

    /// Puts those truck-days back, unloads and all, that have come back to the stops they had at the last [`Draft::keep`], so that nothing of them has to be
    /// worked out; whether anything has changed. For a move that is not settled yet. O(stops of the truck-days touched).
    pub fn put_back_unchanged(&mut self) -> bool {
        debug_assert!(self.journal.reckoned.is_empty(), "clock and worth of a truck-day that is put back are those of before the move");
        let stop = |halt: &Halt| (halt.point, halt.size);
        self.journal.days_touched = 0;
        let mut has_changed = self.changed_patterns().next().is_some();
        for i in 0..self.journal.touched.len() {
            let route = self.journal.touched[i];
            if self.routes[route].halts.iter().map(stop).eq(self.journal.routes[i].halts.iter().map(stop)) {
                self.count_tips(route, -1);
                self.routes[route].copy_from(&self.journal.routes[i]);
                self.count_tips(route, 1);
                self.route_worth[route].left = self.journal.left[i];
                self.renew_room(route);
                self.pending[route] = Pending { kept: true, is_back: true, ..Pending::default() };
            } else {
                has_changed = true;
                self.journal.days_touched |= 1 << (route / self.setup.n_trucks);
            }
        }
        has_changed
    }

    /// Puts everything back as it was at the last call of this or of [`Draft::keep`].
    pub fn undo(&mut self) {
        if !self.journal.is_open {
            return;
        }
        for i in 0..self.journal.touched.len() {
            self.number_nowhere(self.journal.touched[i]);
        }
        for i in 0..self.journal.touched.len() {
            let route = self.journal.touched[i];
            std::mem::swap(&mut self.routes[route], &mut self.journal.routes[i]);
            self.pending[route] = Pending { kept: true, ..Pending::default() };
            self.number_stops(route);
            let (day, truck) = (route / self.setup.n_trucks, route % self.setup.n_trucks);
            let (now, was) = (self.journal.routes[i].len(), self.routes[route].len());
            self.days[day].visits = self.days[day].visits + was - now;
            if (was == 0) != (now == 0) {
                self.days[day].trucks = self.days[day].trucks + usize::from(was > 0) - usize::from(now > 0);
                self.unused.set(self.setup, truck, day, was == 0);
            }
        }
        // A truck-day may have been reckoned several times: the first one kept is what it was.
        for i in (0..self.journal.reckoned.len()).rev() {
            let (route, worth) = self.journal.reckoned[i];
            self.route_worth[route] = worth;
            if self.setup.clock_scope != ClockScope::Sums {
                std::mem::swap(&mut self.journal.clocks[i], &mut self.clocks[route]);
            }
        }
        self.total = self.journal.total;
        std::mem::swap(&mut self.intake, &mut self.journal.intake);
        std::mem::swap(&mut self.week_intake, &mut self.journal.week_intake);
        while let Some((point, old)) = self.journal.patterns.pop() {
            self.switch_pattern(point, usize::from(self.pattern[point]), usize::from(old));
        }
        // Refreshing had changed what is left of a truck-day's working time.
        for i in 0..self.journal.touched.len() {
            self.route_worth[self.journal.touched[i]].left = self.journal.left[i];
            self.renew_room(self.journal.touched[i]);
        }
        self.keep();
    }
}
