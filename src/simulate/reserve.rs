//! The reserve that holds, and its price in service.

use super::live::Subject;
use super::order::{Observer, Order};
use super::outcome::{Outcome, simulate};
use crate::model::{Plan, Problem};
use crate::settings::Simulation;
use crate::solve::{self, Parameters, StopRule};
use crate::units::{Kilograms, Litres, Seconds};

/// The reserves that are tried, in thousandths of hours and payload, the least first.
const RESERVES_PERMILLE: [i64; 11] = [0, 25, 50, 75, 100, 125, 150, 200, 250, 300, 350];

/// What must not happen in too many weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// More overtime than is tolerated.
    Overtime,
    /// More visits made neither on their day nor on the next than are tolerated.
    Missed,
    /// More overflowing points than are tolerated.
    Overflow,
    /// Any of them.
    Any,
}

impl Criterion {
    /// Share of weeks in which it happens.
    pub fn share(self, outcome: &Outcome) -> f64 {
        match self {
            Self::Overtime => outcome.holding.overtime,
            Self::Missed => outcome.holding.missed,
            Self::Overflow => outcome.holding.overflow,
            Self::Any => 1.0 - outcome.holding.holds,
        }
    }
}

/// A reserve that was tried.
#[derive(Clone, Debug, PartialEq)]
pub struct ReserveTrial {
    /// Share of hours and payload kept free, in thousandths.
    pub reserve_permille: i64,
    /// The plan that keeps it.
    pub plan: Plan,
    /// What weeks say about that plan.
    pub outcome: Outcome,
    /// Share of weeks in which what must not happen does.
    pub share: f64,
    /// Whether that is few enough.
    pub holds: bool,
}

/// Watches the search for a reserve, on the thread that started it: each reserve is planned with, then lived with.
pub trait ReserveObserver: Observer + solve::Observer {
    /// A reserve is tried next.
    fn trying(&mut self, reserve_permille: i64);

    /// What came of it.
    fn tried(&mut self, trial: &ReserveTrial);
}

/// Plans with more and more reserve, of hours and payload alike, until what must not happen happens in at most `share` of weeks: every reserve
/// that was tried; the last one holds unless none does or someone asked to stop.
///
/// Each plan is a new search: its price in service is that of the reserve and of chance, so give it iterations enough. Reproducible where `stop` counts iterations.
pub fn find_reserve(
    problem: &Problem,
    simulation: &Simulation,
    (criterion, share): (Criterion, f64),
    (parameters, stop): (&Parameters, &StopRule),
    order: &Order,
    observer: &mut dyn ReserveObserver,
) -> Vec<ReserveTrial> {
    let mut trials = Vec::new();
    for reserve_permille in RESERVES_PERMILLE {
        observer.trying(reserve_permille);
        let kept = with_reserve(problem, reserve_permille);
        let plan = solve::plan(&kept, parameters, stop, observer);
        if order.is_interrupted() {
            break;
        }
        let outcome = simulate(Subject { problem: &kept, plan: &plan }, simulation, order, observer);
        if outcome.weeks == 0 {
            break;
        }
        let bad = criterion.share(&outcome);
        let holds = bad <= share;
        let trial = ReserveTrial { reserve_permille, plan, outcome, share: bad, holds };
        observer.tried(&trial);
        trials.push(trial);
        if holds {
            break;
        }
    }
    trials
}

/// The problem with another reserve: limits less it, rounded down.
fn with_reserve(problem: &Problem, permille: i64) -> Problem {
    let mut kept = problem.clone();
    let less = |amount: i64| amount * (1000 - permille) / 1000;
    for truck in &mut kept.trucks {
        truck.work_limit = Seconds(less(truck.work.0));
        truck.payload_limit = Kilograms(less(truck.payload.0));
        truck.volume_limit = Litres(less(truck.volume.0));
    }
    kept.policy.reserve_hours_permille = permille;
    kept.policy.reserve_payload_permille = permille;
    kept
}
