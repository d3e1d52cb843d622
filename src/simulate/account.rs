//! What a week adds up to.

use super::measure::{Measure, N_MEASURES};
use super::setup::Setup;

/// Sums of one week, one commune, one truck or one weekday, in the order of the measures.
pub(super) type Sums = [i64; N_MEASURES];

/// A week that was lived through.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WeekRecord {
    pub district: Sums,
    pub communes: Vec<Sums>,
    pub trucks: Vec<Sums>,
    pub days: Vec<Sums>,
    /// Level of each yard, in kilograms, every [`SAMPLE`] seconds from Monday 00:00 on; empty where there is no furnace.
    pub yards: Vec<Vec<i64>>,
    /// What waits at the points at the end of each day, in kilograms.
    pub waiting: Vec<i64>,
    pub balance: Balance,
}

/// Seconds between two looks at a yard.
pub(super) const SAMPLE: i64 = 2 * 3600;

/// What came and went in a week, in kilograms (of yards in 3,600ths of one): nothing is lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Made at the points.
    pub made: i64,
    /// Collected from them.
    pub collected: i64,
    /// What more (or less) lies in containers at the end than at the beginning.
    pub waiting_change: i64,
    /// The same beside containers that overflow.
    pub overflow_change: i64,
    /// Tipped at facilities.
    pub tipped: i64,
    /// What more (or less) is on board of trucks.
    pub on_board_change: i64,
    /// Entered yards.
    pub accepted: i64,
    /// Burnt.
    pub burnt: i64,
    /// What more (or less) lies in yards.
    pub yard_change: i64,
}

impl Balance {
    /// Whether what was made was collected or lies there, what was collected was tipped or is on board, and what yards accepted was burnt or lies there.
    pub fn is_kept(&self) -> bool {
        self.made == self.collected + self.waiting_change + self.overflow_change
            && self.collected == self.tipped + self.on_board_change
            && self.accepted == self.burnt + self.yard_change
    }
}

/// The week that is being lived through, and what is counted over all weeks of a run.
#[derive(Clone, Debug)]
pub(super) struct Accounts {
    pub district: Sums,
    pub communes: Vec<Sums>,
    pub trucks: Vec<Sums>,
    pub days: Vec<Sums>,
    pub made: i64,
    pub collected: i64,
    pub tipped: i64,
    /// Load and payload of trips unloaded, for the load factor: district, then trucks, then days.
    filled: Vec<[i64; 2]>,
    overflowing: Vec<bool>,
    pub points: Vec<PointSums>,
    pub hours: Vec<HourSums>,
}

/// What happened at a point in the weeks that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PointSums {
    /// Weeks in which it overflowed.
    pub weeks: i64,
    /// Seconds of overflow.
    pub seconds: i64,
    /// Planned visits not made on their day.
    pub missed: i64,
}

/// What happened at all gates in an hour of a weekday, in the weeks that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct HourSums {
    /// Trucks that arrived.
    pub arrivals: i64,
    /// Seconds that they waited.
    pub waiting: i64,
}

/// Hours of a day that are told apart; what is later belongs to the last.
pub(super) const HOURS: usize = 24;

impl Accounts {
    /// Empty accounts.
    pub fn new(setup: &Setup) -> Self {
        let problem = setup.problem;
        Self {
            district: [0; N_MEASURES],
            communes: vec![[0; N_MEASURES]; problem.communes.len()],
            trucks: vec![[0; N_MEASURES]; problem.trucks.len()],
            days: vec![[0; N_MEASURES]; setup.n_days],
            made: 0,
            collected: 0,
            tipped: 0,
            filled: vec![[0; 2]; 1 + problem.trucks.len() + setup.n_days],
            overflowing: vec![false; problem.points.len()],
            points: vec![PointSums::default(); problem.points.len()],
            hours: vec![HourSums::default(); setup.n_days * HOURS],
        }
    }

    /// Counts so much of a measure on a weekday, for a commune and a truck.
    pub fn add(&mut self, measure: Measure, amount: i64, weekday: usize, commune: Option<usize>, truck: Option<usize>) {
        let measure = measure as usize;
        self.district[measure] += amount;
        self.days[weekday][measure] += amount;
        if let Some(commune) = commune {
            self.communes[commune][measure] += amount;
        }
        if let Some(truck) = truck {
            self.trucks[truck][measure] += amount;
        }
    }

    /// A trip was unloaded.
    pub fn add_trip(&mut self, kg: i64, payload: i64, weekday: usize, truck: usize) {
        let n_trucks = self.trucks.len();
        for place in [0, 1 + truck, 1 + n_trucks + weekday] {
            self.filled[place][0] += kg;
            self.filled[place][1] += payload;
        }
    }

    /// A truck waited so long at a gate to which it came at `arrive`.
    pub fn add_wait(&mut self, seconds: i64, weekday: usize, arrive: i64) {
        let hour = (arrive.div_euclid(3600).max(0) as usize).min(HOURS - 1);
        self.hours[weekday * HOURS + hour].arrivals += 1;
        self.hours[weekday * HOURS + hour].waiting += seconds;
    }

    /// A point overflowed for so long.
    pub fn overflow_at(&mut self, point: usize, seconds: i64) {
        self.overflowing[point] = true;
        self.points[point].seconds += seconds;
    }

    /// What was counted of points and hours so far does not count: it was the warm-up.
    pub fn forget_warm_up(&mut self) {
        self.points.fill(PointSums::default());
        self.hours.fill(HourSums::default());
    }

    /// Closes the week and begins the next.
    pub fn close_week(&mut self, setup: &Setup) -> WeekRecord {
        for (point, overflowing) in self.overflowing.iter_mut().enumerate() {
            if std::mem::take(overflowing) {
                self.points[point].weeks += 1;
                self.district[Measure::Overflowing as usize] += 1;
                self.communes[setup.problem.points[point].commune][Measure::Overflowing as usize] += 1;
            }
        }
        let sums = std::iter::once(&mut self.district).chain(&mut self.trucks).chain(&mut self.days);
        for (sums, [kg, payload]) in sums.zip(self.filled.iter_mut().map(std::mem::take)) {
            sums[Measure::LoadFactor as usize] = if payload > 0 { (2000 * kg + payload) / (2 * payload) } else { 0 };
        }
        let balance = Balance {
            made: std::mem::take(&mut self.made),
            collected: std::mem::take(&mut self.collected),
            tipped: std::mem::take(&mut self.tipped),
            ..Balance::default()
        };
        let empty = |sums: &mut Vec<Sums>| {
            let n = sums.len();
            std::mem::replace(sums, vec![[0; N_MEASURES]; n])
        };
        WeekRecord {
            district: std::mem::replace(&mut self.district, [0; N_MEASURES]),
            communes: empty(&mut self.communes),
            trucks: empty(&mut self.trucks),
            days: empty(&mut self.days),
            yards: Vec::new(),
            waiting: Vec::new(),
            balance,
        }
    }
}
