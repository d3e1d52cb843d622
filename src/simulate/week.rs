//! A run of weeks, one after the other, with all that carries over.

use super::account::{Accounts, Balance, WeekRecord};
use super::chance::Chances;
use super::crew::Today;
use super::day::State;
use super::measure::Measure;
use super::order::Order;
use super::setup::Setup;
use super::streams::Streams;
use crate::constraint::Event;

/// A run of weeks that is being lived through.
pub(super) struct Run<'a> {
    setup: &'a Setup<'a>,
    chances: &'a Chances,
    streams: Streams,
    state: State,
    pub accounts: Accounts,
    day: usize,
}

/// What a run of weeks gave, its warm-up left out.
#[derive(Clone, Debug)]
pub(super) struct RunRecord {
    pub weeks: Vec<WeekRecord>,
    pub accounts: Accounts,
}

impl<'a> Run<'a> {
    /// A run that begins on Monday at 00:00 of the planned week.
    pub fn new(setup: &'a Setup<'a>, chances: &'a Chances, streams: Streams) -> Self {
        Self { setup, chances, streams, state: State::new(setup), accounts: Accounts::new(setup), day: 0 }
    }

    /// Lives through the warm-up and so many weeks; nothing where someone asked to stop meanwhile.
    pub fn live(mut self, warm_up: usize, weeks: usize, order: &Order) -> Option<RunRecord> {
        let mut records = Vec::with_capacity(weeks);
        for week in 0..warm_up + weeks {
            if order.is_interrupted() {
                return None;
            }
            if week == warm_up {
                self.accounts.forget_warm_up();
            }
            let record = self.live_week(None);
            records.extend((week >= warm_up).then_some(record));
        }
        Some(RunRecord { weeks: records, accounts: self.accounts })
    }

    /// Lives through a week; `trace` is told what every route of every day did.
    pub fn live_week(&mut self, mut trace: Option<&mut Vec<Vec<Vec<Event>>>>) -> WeekRecord {
        let before = self.balance();
        let setup = self.setup;
        let mut samples = vec![Vec::new(); setup.problem.facilities.len()];
        let mut waiting = Vec::with_capacity(setup.n_days);
        for _ in 0..setup.n_days {
            let travel = self.chances.travel(&self.streams, self.day);
            let today = Today { setup, chances: self.chances, streams: &self.streams, day: self.day, travel };
            let events = self.state.live(today, &mut self.accounts, trace.is_some());
            self.state.burn(today, &mut samples, &mut self.accounts);
            waiting.push(self.state.stock.total());
            if let Some(trace) = &mut trace {
                trace.push(events);
            }
            self.day += 1;
        }
        let peak = self.state.yards.iter_mut().flatten().map(|yard| yard.take_peak()).max().unwrap_or(0);
        self.accounts.district[Measure::YardPeak as usize] = peak;
        let mut record = self.accounts.close_week(setup);
        let after = self.balance();
        record.balance = Balance {
            waiting_change: after.waiting_change - before.waiting_change,
            overflow_change: after.overflow_change - before.overflow_change,
            on_board_change: after.on_board_change - before.on_board_change,
            accepted: after.accepted - before.accepted,
            burnt: after.burnt - before.burnt,
            yard_change: after.yard_change - before.yard_change,
            ..record.balance
        };
        debug_assert!(record.balance.is_kept(), "{:?}", record.balance);
        record.yards = samples;
        record.waiting = waiting;
        record
    }

    /// What lies where now, and what yards have taken and burnt since the run began.
    fn balance(&self) -> Balance {
        let (inside, beside) = self.state.stock.totals(self.setup);
        let yards = || self.state.yards.iter().flatten();
        Balance {
            waiting_change: inside,
            overflow_change: beside,
            on_board_change: self.state.on_board.iter().map(|load| load.kg.0).sum(),
            accepted: yards().map(|yard| yard.accepted).sum(),
            burnt: yards().map(|yard| yard.burnt).sum(),
            yard_change: yards().map(|yard| yard.level()).sum(),
            ..Balance::default()
        }
    }
}
