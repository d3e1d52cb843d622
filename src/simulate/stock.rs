//! What lies at the points, from day to day, in whole kilograms.

use super::account::Accounts;
use super::chance::{Chances, rounded};
use super::measure::Measure;
use super::setup::Setup;
use super::streams::Streams;
use crate::model::Load;
use crate::units::{Kilograms, Litres, proportion};

/// Seconds of a day.
const DAY: i64 = 86_400;

/// What lies at every point.
#[derive(Clone, Debug)]
pub(super) struct Stock {
    /// Kilograms, containers and the ground beside them together.
    level: Vec<i64>,
    /// Grams below a whole kilogram that were made and do not count yet.
    grams: Vec<i64>,
    /// Days, today included, since the last visit.
    since: Vec<usize>,
    /// When today the containers were full, in seconds from midnight; nothing where they are not.
    full_at: Vec<Option<i64>>,
    /// Whether they have overflowed since the last visit.
    overflowed: Vec<bool>,
    /// Whether the point was visited today.
    visited: Vec<bool>,
    /// The day of service, counted from the start of the run, on which the last planned visit was missed and not made since.
    owed_since: Vec<Option<usize>>,
    /// Days of service so far, today included.
    service_days: usize,
}

impl Stock {
    /// What lies there on Sunday at midnight in the planned week. Points that are never visited begin empty.
    pub fn new(setup: &Setup) -> Self {
        let n = setup.problem.points.len();
        let last = setup.n_days.saturating_sub(1);
        let since = |point: usize| {
            let days = setup.schedule[point];
            (0..setup.n_days).find(|back| days.contains(last - back)).unwrap_or(0)
        };
        let since: Vec<usize> = (0..n).map(since).collect();
        let level = |(point, since): (usize, &usize)| {
            if *since == 0 { 0 } else { setup.problem.points[point].load(last, *since, setup.n_days).kg.0 }
        };
        Self {
            level: since.iter().enumerate().map(level).collect(),
            grams: vec![0; n],
            since,
            full_at: vec![None; n],
            overflowed: vec![false; n],
            visited: vec![false; n],
            owed_since: vec![None; n],
            service_days: 0,
        }
    }

    /// What lies at a point, with its volume on a truck: as planned, in proportion.
    pub fn load(&self, setup: &Setup, point: usize, day: usize) -> Load {
        Load { kg: Kilograms(self.level[point]), litres: self.litres(setup, point, day, self.level[point]) }
    }

    /// The volume of so many kilograms on a truck.
    pub fn litres(&self, setup: &Setup, point: usize, day: usize, kg: i64) -> Litres {
        let planned = self.planned(setup, point, day);
        if planned.kg.0 > 0 { Litres(proportion(planned.litres.0, kg, planned.kg.0)) } else { planned.litres }
    }

    /// What the plan would expect at a point today, after as many days as it has been.
    pub fn planned(&self, setup: &Setup, point: usize, day: usize) -> Load {
        let gap = self.since[point].clamp(1, setup.n_days);
        setup.problem.points[point].load(day % setup.n_days, gap, setup.n_days)
    }

    /// All that lies in containers, and all that lies beside them.
    pub fn totals(&self, setup: &Setup) -> (i64, i64) {
        let capacities = setup.problem.points.iter().map(|point| point.container_capacity.0);
        self.level.iter().zip(capacities).fold((0, 0), |(inside, beside), (level, capacity)| {
            let within = (*level).min(capacity);
            (inside + within, beside + level - within)
        })
    }

    /// Kilograms that wait at all points.
    pub fn total(&self) -> i64 {
        self.level.iter().sum()
    }

    /// A day's waste comes, over its 24 hours; a visit takes all of it.
    ///
    /// What the plan expects of a day is the difference of two rounded sums of days, so that with nothing random the loads are the plan's.
    pub fn add_day(&mut self, setup: &Setup, chances: &Chances, streams: &Streams, day: usize, accounts: &mut Accounts) {
        let weekday = day % setup.n_days;
        self.service_days += usize::from(!setup.routes[weekday].is_empty());
        let common = chances.common_waste(streams, day, setup.n_days);
        for (index, point) in setup.problem.points.iter().enumerate() {
            let gap = self.since[index] % setup.n_days + 1;
            let earlier = if gap == 1 { 0 } else { point.load((weekday + setup.n_days - 1) % setup.n_days, gap - 1, setup.n_days).kg.0 };
            let planned = point.load(weekday, gap, setup.n_days).kg.0 - earlier;
            let factor =
                common * chances.own_waste(streams, setup.point_keys[index], day, setup.market_shares[index * setup.n_days + weekday]);
            let grams = self.grams[index] + if factor == 1.0 { planned * 1000 } else { rounded(planned as f64 * 1000.0 * factor) };
            let made = grams.div_euclid(1000);
            self.grams[index] = grams.rem_euclid(1000);
            let (before, capacity) = (self.level[index], point.container_capacity.0);
            self.level[index] = before + made;
            self.since[index] += 1;
            self.visited[index] = false;
            self.full_at[index] = if before > capacity {
                Some(0)
            } else if before + made > capacity {
                Some(DAY * (capacity - before) / made)
            } else {
                None
            };
            accounts.made += made;
            accounts.add(Measure::Made, made, weekday, Some(point.commune), None);
            if setup.schedule[index].is_empty() {
                accounts.add(Measure::Unserved, made, weekday, Some(point.commune), None);
            }
        }
    }

    /// A crew takes so much at a point from `at` on, in seconds from midnight.
    pub fn take(&mut self, setup: &Setup, point: usize, kg: i64, day: usize, at: i64, accounts: &mut Accounts) {
        self.end_overflow(setup, point, day, at, accounts);
        self.level[point] -= kg;
        self.visited[point] = true;
        if self.owed_since[point].take() == Some(self.service_days - 1) {
            accounts.add(Measure::CaughtUp, 1, day % setup.n_days, Some(setup.problem.points[point].commune), None);
        }
        self.full_at[point] = None;
        if self.level[point] == 0 {
            self.since[point] = 0;
        }
        self.overflowed[point] = false;
    }

    /// Whether a planned visit was missed and not made since.
    pub fn is_owed(&self, point: usize) -> bool {
        self.owed_since[point].is_some()
    }

    /// Today's planned visit is not made.
    pub fn miss(&mut self, setup: &Setup, point: usize, day: usize, accounts: &mut Accounts) {
        self.note_lapse(setup, point, day, accounts);
        self.owed_since[point] = Some(self.service_days);
        accounts.points[point].missed += 1;
    }

    /// What was missed on the last day of service and is not made today either has lapsed.
    fn note_lapse(&self, setup: &Setup, point: usize, day: usize, accounts: &mut Accounts) {
        if self.owed_since[point].is_some_and(|since| since + 1 == self.service_days) {
            accounts.add(Measure::Lapsed, 1, day % setup.n_days, Some(setup.problem.points[point].commune), None);
        }
    }

    /// Midnight: containers that are full go on overflowing.
    pub fn end_day(&mut self, setup: &Setup, day: usize, accounts: &mut Accounts) {
        for point in 0..self.level.len() {
            if !setup.routes[day % setup.n_days].is_empty() {
                self.note_lapse(setup, point, day, accounts);
            }
            if !self.visited[point] && !setup.schedule[point].is_empty() {
                self.end_overflow(setup, point, day, DAY, accounts);
            }
        }
    }

    /// Counts today's overflow of a point until `at`.
    fn end_overflow(&mut self, setup: &Setup, point: usize, day: usize, at: i64, accounts: &mut Accounts) {
        let Some(seconds) = self.full_at[point].map(|full_at| at - full_at).filter(|seconds| *seconds > 0) else { return };
        let (weekday, commune) = (day % setup.n_days, Some(setup.problem.points[point].commune));
        if !std::mem::replace(&mut self.overflowed[point], true) {
            accounts.add(Measure::Overflows, 1, weekday, commune, None);
        }
        accounts.add(Measure::OverflowHours, seconds, weekday, commune, None);
        accounts.overflow_at(point, seconds);
    }
}
