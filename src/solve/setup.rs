//! What the search needs to know of a problem, laid out for fast reading.

use super::price::Prices;
use crate::model::{Facility, Problem, Window};
use crate::units::proportion;

/// No facility: marks a stop after which the truck goes on without unloading.
pub(super) const NO_UNLOAD: u8 = u8::MAX;

/// Number of nearest points that are looked at when a point is inserted or a neighbourhood removed.
const N_NEAR: usize = 40;

/// Rates are fixed-point numbers with so many binary places: the search multiplies and shifts where a division would cost more.
pub(super) const RATE_BITS: u32 = 16;

/// What a truck's time and way cost, in đồng, as fixed-point numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    pub second: i64,
    pub metre: i64,
}

/// Tables derived once from a [`Problem`]; shared by all islands.
pub(super) struct Setup<'a> {
    pub problem: &'a Problem,
    pub n_days: usize,
    pub n_points: usize,
    pub n_trucks: usize,
    /// What each truck's time and way cost.
    pub rates: Vec<Rates>,
    /// Location of each point.
    locations: Vec<u32>,
    /// Window of each point: earliest and latest start of service.
    windows: Vec<(i64, i64)>,
    /// The nearest other points of each point, nearest first.
    pub near: Vec<Vec<u32>>,
    /// Gap of each day in each set of days: `gaps[set · T + day]`, 0 where the day is not in the set.
    gaps: Vec<u8>,
    /// Index of the pattern with given days in a point's list: `pattern_of[point · 2^T + set]`, `u16::MAX` where there is none.
    pattern_of: Vec<u16>,
    /// Load in kilograms and litres and service time of each visit: `visits[(point · T + day) · T + gap − 1]`.
    visits: Vec<VisitSize>,
    /// Whether a truck may serve a point on a day: `serves[(truck · T + day) · P + point]`.
    serves: Vec<bool>,
    /// The gaps after which some truck that serves a point on a day can carry the load: `gaps_carried[point · T + day]`, bit gap − 1.
    gaps_carried: Vec<u32>,
    /// The facilities that a truck may use on a day, with the window of an unload: `gates[truck · T + day]`.
    gates: Vec<Vec<Gate>>,
    /// Whether any point has a window narrower than the shifts.
    pub has_windows: bool,
    /// People at all points, at least 1.
    pub people: i64,
    /// People of each commune.
    pub commune_people: Vec<i64>,
    /// What each facility takes at most.
    pub limits: Vec<IntakeLimits>,
    /// Price of a kilogram at each facility; fixed-point.
    tipping_rates: Vec<i64>,
    /// Whether a facility's priority is not the first.
    passed_over: Vec<bool>,
}

/// What a facility takes at most, in kilograms; `i64::MAX` where there is no limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct IntakeLimits {
    pub day: i64,
    pub week: i64,
}

/// What a visit brings and how long it takes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct VisitSize {
    pub kg: i32,
    pub litres: i32,
    pub service: i32,
}

/// A facility as a truck finds it on a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gate {
    pub facility: usize,
    pub location: usize,
    pub open: Window,
    pub unload_fixed: i64,
    pub unload_per_tonne: i64,
    /// Seconds for a kilogram; fixed-point.
    pub unload_rate: i64,
}

impl Gate {
    /// Time in the bay for a load.
    pub fn unload_time(&self, kg: i64) -> i64 {
        self.unload_fixed + proportion(self.unload_per_tonne, kg, 1000)
    }
}

impl<'a> Setup<'a> {
    pub fn new(problem: &'a Problem) -> Self {
        let n_days = problem.horizon.n_days;
        let n_points = problem.points.len();
        let n_trucks = problem.trucks.len();
        let mut commune_people = vec![0; problem.communes.len()];
        for point in &problem.points {
            commune_people[point.commune] += point.people;
        }
        let mut setup = Self {
            problem,
            n_days,
            n_points,
            n_trucks,
            rates: problem
                .trucks
                .iter()
                .map(|truck| Rates {
                    second: (truck.cost_per_hour.0 << RATE_BITS) / 3600,
                    metre: (truck.cost_per_1000_km.0 << RATE_BITS) / 1_000_000,
                })
                .collect(),
            locations: problem.points.iter().map(|point| point.location as u32).collect(),
            windows: problem.points.iter().map(|point| (point.window.from.0, point.window.to.0)).collect(),
            near: nearest_points(problem),
            gaps: gap_table(n_days),
            pattern_of: pattern_table(problem),
            visits: visit_sizes(problem),
            serves: service_table(problem),
            gates: gate_table(problem),
            has_windows: problem
                .points
                .iter()
                .any(|point| problem.trucks.iter().any(|truck| point.window.from > truck.shift.from || point.window.to < truck.shift.to)),
            people: problem.people().max(1),
            commune_people,
            limits: problem.facilities.iter().map(|facility| intake_limits(facility, n_days)).collect(),
            tipping_rates: problem.facilities.iter().map(|facility| (facility.tipping_per_tonne.0 << RATE_BITS) / 1000).collect(),
            passed_over: {
                let first = problem.facilities.iter().map(|facility| facility.priority).min();
                problem.facilities.iter().map(|facility| Some(facility.priority) > first).collect()
            },
            gaps_carried: Vec::new(),
        };
        setup.gaps_carried = (0..n_points * n_days).map(|visit| setup.carried(visit / n_days, visit % n_days)).collect();
        setup
    }

    fn carried(&self, point: usize, day: usize) -> u32 {
        let carries = |truck: usize, size: VisitSize| {
            let limits = &self.problem.trucks[truck];
            self.serves(truck, day, point)
                && i64::from(size.kg) <= limits.payload_limit.0
                && i64::from(size.litres) <= limits.volume_limit.0
        };
        let gaps = (1..=self.n_days).filter(|gap| (0..self.n_trucks).any(|truck| carries(truck, self.visit(point, day, *gap))));
        gaps.fold(0, |gaps, gap| gaps | 1 << (gap - 1))
    }

    /// The gaps after which some truck can carry a point's load on a day; bit gap − 1.
    #[inline]
    pub fn gaps_carried(&self, point: usize, day: usize) -> u32 {
        self.gaps_carried[point * self.n_days + day]
    }

    /// Price of a kilogram at a facility, the wish to burn first included; fixed-point.
    #[inline]
    pub fn kg_rate(&self, prices: &Prices, facility: usize) -> i64 {
        self.tipping_rates[facility] + if self.passed_over[facility] { prices.not_burnt << RATE_BITS } else { 0 }
    }

    /// Whether what goes to a facility counts as not burnt.
    pub fn is_passed_over(&self, facility: usize) -> bool {
        self.passed_over[facility]
    }

    /// Days since the previous visit.
    #[inline]
    pub fn gap(&self, days: u32, day: usize) -> usize {
        usize::from(self.gaps[days as usize * self.n_days + day])
    }

    /// The pattern of a point with just these days, where it has one.
    #[inline]
    pub fn pattern_with(&self, point: usize, days: u32) -> Option<usize> {
        let index = self.pattern_of[(point << self.n_days) + days as usize];
        (index != u16::MAX).then_some(usize::from(index))
    }

    /// Load and service time of a visit.
    #[inline]
    pub fn visit(&self, point: usize, day: usize, gap: usize) -> VisitSize {
        self.visits[(point * self.n_days + day) * self.n_days + gap - 1]
    }

    /// Whether a truck may serve a point on a day.
    #[inline]
    pub fn serves(&self, truck: usize, day: usize, point: usize) -> bool {
        self.serves[(truck * self.n_days + day) * self.n_points + point]
    }

    /// The facilities that a truck may use on a day.
    #[inline]
    pub fn gates(&self, truck: usize, day: usize) -> &[Gate] {
        &self.gates[truck * self.n_days + day]
    }

    /// Index of a truck-day among the routes.
    #[inline]
    pub fn route(&self, truck: usize, day: usize) -> usize {
        day * self.n_trucks + truck
    }

    /// Location of a point.
    #[inline]
    pub fn location(&self, point: usize) -> usize {
        self.locations[point] as usize
    }

    /// Earliest and latest start of service at a point.
    #[inline]
    pub fn window(&self, point: usize) -> (i64, i64) {
        self.windows[point]
    }
}

fn intake_limits(facility: &Facility, n_days: usize) -> IntakeLimits {
    IntakeLimits {
        day: facility.daily_limit.map_or(i64::MAX, |limit| limit.0),
        week: facility.furnace.map_or(i64::MAX, |furnace| furnace.burn_per_day().0 * n_days as i64),
    }
}

fn gap_table(n_days: usize) -> Vec<u8> {
    let mut gaps = vec![0; n_days << n_days];
    for days in 0..1usize << n_days {
        let set = crate::model::DaySet(days as u32);
        for day in set.iter() {
            gaps[days * n_days + day] = set.gap(day, n_days) as u8;
        }
    }
    gaps
}

fn pattern_table(problem: &Problem) -> Vec<u16> {
    let n_sets = 1 << problem.horizon.n_days;
    let mut pattern_of = vec![u16::MAX; problem.points.len() * n_sets];
    for (point, row) in problem.points.iter().zip(pattern_of.chunks_mut(n_sets)) {
        for (index, pattern) in point.patterns.iter().enumerate() {
            row[pattern.days.0 as usize] = index as u16;
        }
    }
    pattern_of
}

fn visit_sizes(problem: &Problem) -> Vec<VisitSize> {
    let loads = problem.points.iter().flat_map(|point| point.loads.iter().map(move |load| (point, load)));
    loads
        .map(|(point, load)| VisitSize {
            kg: load.kg.0 as i32,
            litres: load.litres.0 as i32,
            service: (point.service_fixed.0 + proportion(point.service_per_tonne.0, load.kg.0, 1000)) as i32,
        })
        .collect()
}

fn service_table(problem: &Problem) -> Vec<bool> {
    let mut serves = Vec::new();
    for (k, truck) in problem.trucks.iter().enumerate() {
        for day in 0..problem.horizon.n_days {
            let runs = truck.available.contains(day) && !problem.horizon.closed.contains(day);
            serves.extend(problem.points.iter().map(|point| runs && point.reached_by[k]));
        }
    }
    serves
}

fn gate_table(problem: &Problem) -> Vec<Vec<Gate>> {
    let mut gates = Vec::new();
    for k in 0..problem.trucks.len() {
        for day in 0..problem.horizon.n_days {
            let usable = problem.facilities.iter().enumerate().filter(|(_, facility)| facility.reached_by[k]);
            gates.push(
                usable
                    .filter_map(|(index, facility)| {
                        Some(Gate {
                            facility: index,
                            location: facility.location,
                            open: facility.open[day]?,
                            unload_fixed: facility.unload_fixed.0,
                            unload_per_tonne: facility.unload_per_tonne.0,
                            unload_rate: (facility.unload_per_tonne.0 << RATE_BITS) / 1000,
                        })
                    })
                    .collect(),
            );
        }
    }
    gates
}

/// Nearness is there-and-back time on the roads of the truck that gets furthest: the shorter of all trucks.
fn nearest_points(problem: &Problem) -> Vec<Vec<u32>> {
    let there_and_back = |a: usize, b: usize| {
        let (a, b) = (problem.points[a].location, problem.points[b].location);
        let each = problem.matrices.iter().map(|matrix| u64::from(matrix.raw_duration(a, b)) + u64::from(matrix.raw_duration(b, a)));
        each.min().unwrap_or(u64::MAX)
    };
    (0..problem.points.len())
        .map(|point| {
            let mut others: Vec<(u64, u32)> = (0..problem.points.len())
                .filter(|other| *other != point)
                .map(|other| (there_and_back(point, other), other as u32))
                .collect();
            others.sort_unstable();
            others.truncate(N_NEAR);
            others.into_iter().map(|(_, other)| other).collect()
        })
        .collect()
}
