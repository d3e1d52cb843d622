//! What the search needs to know of a problem, laid out for fast reading.

use super::breeding;
use super::legs::LegTable;
use super::parts::FEWEST_POINTS;
use super::price::Prices;
use crate::constraint::{ClockScope, RuleSet, clock_scope, hours_under_way, is_watched};
use crate::model::{DaySet, Facility, Problem, Window};
use crate::units::proportion;

/// No facility: marks a stop after which the truck goes on without unloading.
pub(super) const NO_UNLOAD: u8 = u8::MAX;

/// Number of nearest points that are kept of each point.
const N_NEAR: usize = 250;

/// Rates are fixed-point numbers with so many binary places: the search multiplies and shifts where a division would cost more.
pub(super) const RATE_BITS: u32 = 16;

/// Loads may go beyond a truck's limit at a price where the fleet holds less than so many thousandths of what there is to collect.
const TIGHT_FLEET_PERMILLE: i64 = 1200;

/// Fewer points are a small problem.
const FEWEST_POINTS_OF_A_DISTRICT: usize = 60;

/// Tables derived once from a [`Problem`]; shared by all islands.
pub(super) struct Setup<'a> {
    pub problem: &'a Problem,
    pub n_days: usize,
    pub n_points: usize,
    pub n_trucks: usize,
    /// Kind of each truck: an index of `kinds`.
    pub kind_of: Vec<u16>,
    /// Kinds of equal trucks, in the order of their first truck.
    pub kinds: Vec<Kind>,
    /// Tables of legs, shared by the kinds of the same profile and rates.
    tables: Vec<LegTable>,
    /// How much of the day a route's clock depends on.
    pub clock_scope: ClockScope,
    /// The rules whose excess is priced; the others hold by construction, or cannot bind in this problem.
    pub rules: RuleSet,
    /// The rules that can be asked without a clock.
    pub rules_of_sums: RuleSet,
    /// Sizes of a visit that are told apart: one for each gap, or one where the load is the same after every gap.
    pub n_sizes: usize,
    /// Whether trucks may be overloaded at a price while the search is under way: where they unload nowhere, and the fleet is small or only the costs of a week without windows are searched for.
    ///
    /// Of weeks whose fleets hold a fifth more than there is or beyond, a classic one (p30, 2,000,000 iterations, two seeds) came from 1.3 to 0.8 % above the best known cost by it, one (p08, bred, 3,000,000, four
    /// seeds) from 0.6 to 0.2 %; others were alike.
    pub soft_loads: bool,
    /// Number of trucks that reach each point.
    pub reach: Vec<u32>,
    /// Whether every truck reaches every point, and whether it may serve it on every day too.
    pub uniform_access: bool,
    pub uniform_service: bool,
    /// Time from the first depot to each point; the way of the first kind of truck.
    pub depot_time: Vec<i64>,
    /// Location of each point.
    locations: Vec<u32>,
    /// Window of each point: earliest and latest start of service; and whether a rule asks when that is.
    windows: Vec<(i64, i64, bool)>,
    /// The nearest other points of each point, nearest first.
    pub near: Vec<Vec<u32>>,
    /// Gap of each day in each set of days: `gaps[set · T + day]`, 0 where the day is not in the set.
    gaps: Vec<u8>,
    /// Index of the pattern with given days in a point's list: `pattern_of[point · 2^T + set]`, `u16::MAX` where there is none.
    pattern_of: Vec<u16>,
    /// Load in kilograms and litres and service time of each visit: `visits[(point · T + day) · sizes + size]`.
    visits: Vec<VisitSize>,
    /// Whether trucks of a kind may serve a point on a day: `serves[(kind · T + day) · P + point]`.
    serves: Vec<bool>,
    /// The sizes of a visit that occur in a pattern and that some truck can carry: `sizes[point · T + day]`, bit `size`.
    sizes: Vec<u32>,
    /// The facilities that trucks of a kind may use on a day, with the window of an unload: `gates[kind · T + day]`.
    gates: Vec<Vec<Gate>>,
    /// Between which times trucks of a kind may be under way on a day: `hours[kind · T + day]`.
    hours: Vec<Window>,
    /// Whether the days of every point are listed and waiting does not count, as in classic instances: only costs are left to search for.
    pub is_service_fixed: bool,
    /// Whether a rule asks of any point when its service starts.
    pub has_windows: bool,
    /// Whether all positions of a day may be looked at for a visit: what it adds to a route is known from its detour, its service and its load, as no truck unloads under way and no rule asks of
    /// any point when its service starts; and a single day has not so many points that it is shared out.
    pub looks_everywhere: bool,
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

/// Equal trucks.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    /// The first truck of the kind; any other would do.
    pub truck: usize,
    /// Index of its table of legs.
    table: usize,
    /// Trucks of the kind, in their order.
    pub trucks: Vec<u32>,
}

/// What a facility takes at most, in kilograms; `i64::MAX` where there is no limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct IntakeLimits {
    pub day: i64,
    pub week: i64,
}

/// What a visit brings and how long it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    #[inline]
    pub fn unload_time(&self, kg: i64) -> i64 {
        if self.unload_per_tonne == 0 { self.unload_fixed } else { self.unload_fixed + proportion(self.unload_per_tonne, kg, 1000) }
    }
}

impl<'a> Setup<'a> {
    pub fn new(problem: &'a Problem) -> Self {
        let n_days = problem.horizon.n_days;
        let n_points = problem.points.len();
        let mut commune_people = vec![0; problem.communes.len()];
        for point in &problem.points {
            commune_people[point.commune] += point.people;
        }
        let (kinds, tables) = kinds(problem);
        let mut kind_of = vec![0; problem.trucks.len()];
        for (index, kind) in kinds.iter().enumerate() {
            kind.trucks.iter().for_each(|truck| kind_of[*truck as usize] = index as u16);
        }
        let n_sizes = if has_constant_loads(problem) { 1 } else { n_days };
        let reach: Vec<u32> =
            problem.points.iter().map(|point| point.reached_by.iter().filter(|reached| **reached).count() as u32).collect();
        let depot = problem.depots.first().map_or(0, |depot| depot.location);
        let depot_time = |location: usize| problem.matrices.first().map_or(0, |matrix| i64::from(matrix.raw_duration(depot, location)));
        let scope = clock_scope(problem);
        let windows: Vec<(i64, i64, bool)> = problem
            .points
            .iter()
            .enumerate()
            .map(|(index, point)| (point.window.from.0, point.window.to.0, is_watched(problem, index)))
            .collect();
        let has_windows = windows.iter().any(|(_, _, is_watched)| *is_watched);
        let gates = gate_table(problem, &kinds);
        let has_gates = gates.iter().any(|of_day| !of_day.is_empty());
        let is_service_fixed = !problem.policy.waiting_counts && problem.points.iter().all(|point| point.listed);
        let looks_everywhere = !has_windows && !has_gates && (n_days > 1 || n_points < FEWEST_POINTS);
        let mut setup = Self {
            problem,
            n_days,
            n_points,
            n_trucks: problem.trucks.len(),
            near: nearest_points(problem, &tables),
            uniform_service: service_table(problem, &kinds).iter().all(|serves| *serves),
            serves: service_table(problem, &kinds),
            looks_everywhere,
            gates,
            hours: hour_table(problem, &kinds),
            kinds,
            kind_of,
            tables,
            clock_scope: scope,
            rules: RuleSet::priced(scope),
            rules_of_sums: RuleSet::priced(ClockScope::Sums),
            n_sizes,
            soft_loads: is_fleet_tight(problem) || is_service_fixed && n_days > 1 && looks_everywhere,
            uniform_access: reach.iter().all(|reach| *reach as usize == problem.trucks.len()),
            reach,
            depot_time: problem.points.iter().map(|point| depot_time(point.location)).collect(),
            locations: problem.points.iter().map(|point| point.location as u32).collect(),
            is_service_fixed,
            has_windows,
            windows,
            gaps: gap_table(n_days),
            pattern_of: pattern_table(problem),
            visits: visit_sizes(problem, n_sizes),
            sizes: Vec::new(),
            people: problem.people().max(1),
            commune_people,
            limits: problem.facilities.iter().map(|facility| intake_limits(facility, n_days)).collect(),
            tipping_rates: problem.facilities.iter().map(|facility| (facility.tipping_per_tonne.0 << RATE_BITS) / 1000).collect(),
            passed_over: {
                let first = problem.facilities.iter().map(|facility| facility.priority).min();
                problem.facilities.iter().map(|facility| Some(facility.priority) > first).collect()
            },
        };
        setup.sizes = (0..n_points * n_days).map(|visit| setup.useful_sizes(visit / n_days, visit % n_days)).collect();
        setup
    }

    fn useful_sizes(&self, point: usize, day: usize) -> u32 {
        let carries = |kind: usize, size: VisitSize| {
            let limits = &self.problem.trucks[self.kinds[kind].truck];
            self.serves(kind, day, point) && i64::from(size.kg) <= limits.payload_limit.0 && i64::from(size.litres) <= limits.volume_limit.0
        };
        let patterns = self.problem.points[point].patterns.iter().filter(|pattern| pattern.days.contains(day));
        let gaps = patterns.fold(0u32, |gaps, pattern| gaps | 1 << (self.gap(pattern.days.0, day) - 1));
        let occurring = DaySet(gaps).iter().map(|before| self.size(before + 1));
        let carried = occurring.filter(|size| (0..self.kinds.len()).any(|kind| carries(kind, self.visit_of_size(point, day, *size))));
        carried.fold(0, |sizes, size| sizes | 1 << size)
    }

    /// The sizes of a point's visit on a day that occur in a pattern and that some truck can carry; bit `size`.
    #[inline]
    pub fn sizes(&self, point: usize, day: usize) -> u32 {
        self.sizes[point * self.n_days + day]
    }

    /// Price of a kilogram at a facility, with what counts for or against it beside its tipping price; fixed-point.
    #[inline]
    pub fn kg_rate(&self, prices: &Prices, facility: usize) -> i64 {
        self.tipping_rates[facility] + if self.passed_over[facility] { prices.passed_over << RATE_BITS } else { 0 }
    }

    /// Whether a facility is of lower priority than another: with the wish to burn first, what goes there counts as not burnt.
    pub fn is_passed_over(&self, facility: usize) -> bool {
        self.passed_over[facility]
    }

    /// Days since the previous visit.
    #[inline]
    pub fn gap(&self, days: u32, day: usize) -> usize {
        usize::from(self.gaps[days as usize * self.n_days + day])
    }

    /// The size of a visit after a gap.
    #[inline]
    pub fn size(&self, gap: usize) -> usize {
        if self.n_sizes == 1 { 0 } else { gap - 1 }
    }

    /// The pattern of a point with just these days, where it has one.
    #[inline]
    pub fn pattern_with(&self, point: usize, days: u32) -> Option<usize> {
        let index = self.pattern_of[(point << self.n_days) + days as usize];
        (index != u16::MAX).then_some(usize::from(index))
    }

    /// Load and service time of a visit after a gap.
    #[inline]
    pub fn visit(&self, point: usize, day: usize, gap: usize) -> VisitSize {
        self.visit_of_size(point, day, self.size(gap))
    }

    /// Load and service time of a visit of a size.
    #[inline]
    pub fn visit_of_size(&self, point: usize, day: usize, size: usize) -> VisitSize {
        self.visits[(point * self.n_days + day) * self.n_sizes + size]
    }

    /// The same of all sizes, by size.
    #[inline]
    pub fn visits(&self, point: usize, day: usize) -> &[VisitSize] {
        &self.visits[(point * self.n_days + day) * self.n_sizes..][..self.n_sizes]
    }

    /// Whether trucks of a kind may serve a point on a day.
    #[inline]
    pub fn serves(&self, kind: usize, day: usize, point: usize) -> bool {
        self.serves[(kind * self.n_days + day) * self.n_points + point]
    }

    /// Whether the points are so few that several searches on one plan would change the same.
    pub fn is_small(&self) -> bool {
        self.n_points < FEWEST_POINTS_OF_A_DISTRICT
    }

    /// Whether it is a week of many points of which only the costs are searched for, with no unloads under way and no windows.
    pub fn is_searched_for_costs(&self) -> bool {
        self.is_service_fixed && self.n_days > 1 && self.looks_everywhere && !breeding::suits(self)
    }

    /// Kind of a truck.
    #[inline]
    pub fn kind(&self, truck: usize) -> usize {
        usize::from(self.kind_of[truck])
    }

    /// Legs of a truck.
    #[inline]
    pub fn legs(&self, truck: usize) -> &LegTable {
        &self.tables[self.kinds[self.kind(truck)].table]
    }

    /// The facilities that a truck may use on a day.
    #[inline]
    pub fn gates(&self, truck: usize, day: usize) -> &[Gate] {
        &self.gates[self.kind(truck) * self.n_days + day]
    }

    /// Whether a truck-day is one trip that may not be overloaded, not even while the search is under way.
    #[inline]
    pub fn is_strict(&self, truck: usize, day: usize) -> bool {
        !self.soft_loads && self.gates(truck, day).is_empty()
    }

    /// A facility that a truck may use on a day, as it finds it.
    #[inline]
    pub fn gate(&self, truck: usize, day: usize, facility: u8) -> Option<&Gate> {
        self.gates(truck, day).iter().find(|gate| gate.facility == usize::from(facility))
    }

    /// Between which times a truck may be under way on a day.
    #[inline]
    pub fn hours(&self, truck: usize, day: usize) -> Window {
        self.hours[self.kind(truck) * self.n_days + day]
    }

    /// Index of a truck-day among the routes.
    #[inline]
    pub fn route(&self, truck: usize, day: usize) -> usize {
        day * self.n_trucks + truck
    }

    /// Location of a truck's depot.
    #[inline]
    pub fn home(&self, truck: usize) -> usize {
        self.problem.depots[self.problem.trucks[truck].depot].location
    }

    /// Location of a point.
    #[inline]
    pub fn location(&self, point: usize) -> usize {
        self.locations[point] as usize
    }

    /// Earliest and latest start of service at a point.
    #[inline]
    pub fn window(&self, point: usize) -> (i64, i64) {
        let (earliest, latest, _) = self.windows[point];
        (earliest, latest)
    }

    /// Whether a rule asks when service at a point starts: as a rule, where its window is narrower than a shift.
    #[inline]
    pub fn is_windowed(&self, point: usize) -> bool {
        self.windows[point].2
    }
}

/// Groups trucks that differ in nothing that the search knows of, and the kinds' tables of legs.
fn kinds(problem: &Problem) -> (Vec<Kind>, Vec<LegTable>) {
    let reaches = |truck: usize| {
        let points = problem.points.iter().map(move |point| point.reached_by[truck]);
        points.chain(problem.facilities.iter().map(move |facility| facility.reached_by[truck]))
    };
    let are_equal = |a: usize, b: usize| {
        let (first, second) = (&problem.trucks[a], &problem.trucks[b]);
        // What a name, a plate or a report adds to a truck makes no difference to a plan.
        let named_alike = crate::model::Truck {
            id: first.id.clone(),
            name: first.name.clone(),
            plate: first.plate.clone(),
            new: first.new,
            lane_width_m: first.lane_width_m,
            payload: first.payload,
            volume: first.volume,
            work: first.work,
            ..second.clone()
        };
        *first == named_alike && reaches(a).eq(reaches(b))
    };
    let mut kinds: Vec<Kind> = Vec::new();
    let mut tables: Vec<LegTable> = Vec::new();
    for index in 0..problem.trucks.len() {
        if let Some(kind) = kinds.iter_mut().find(|kind| are_equal(kind.truck, index)) {
            kind.trucks.push(index as u32);
            continue;
        }
        let truck = &problem.trucks[index];
        let table = tables.iter().position(|table| table.is_of(truck)).unwrap_or_else(|| {
            tables.push(LegTable::new(problem, truck));
            tables.len() - 1
        });
        kinds.push(Kind { truck: index, table, trucks: vec![index as u32] });
    }
    (kinds, tables)
}

fn has_constant_loads(problem: &Problem) -> bool {
    let n_days = problem.horizon.n_days;
    problem.points.iter().all(|point| point.loads.chunks(n_days).all(|of_day| of_day.iter().all(|load| *load == of_day[0])))
}

/// Whether trucks that unload nowhere hold hardly more than there is to collect.
fn is_fleet_tight(problem: &Problem) -> bool {
    if problem.trucks.iter().any(|truck| truck.home_empty) {
        return false;
    }
    let held: i64 = problem.trucks.iter().map(|truck| truck.payload_limit.0 * truck.available.len() as i64).sum();
    let brought = |point: &crate::model::Point| {
        let loads = |pattern: &crate::model::Pattern| -> i64 {
            pattern.days.iter().map(|day| point.load(day, pattern.days.gap(day, problem.horizon.n_days), problem.horizon.n_days).kg.0).sum()
        };
        point.patterns.iter().filter(|pattern| pattern.admissible).map(loads).min().unwrap_or(0)
    };
    held * 1000 < TIGHT_FLEET_PERMILLE * problem.points.iter().map(brought).sum::<i64>()
}

fn intake_limits(facility: &Facility, n_days: usize) -> IntakeLimits {
    IntakeLimits {
        day: facility.daily_limit.map_or(i64::MAX, |limit| limit.0),
        week: facility.furnace.map_or(i64::MAX, |furnace| furnace.burn_in_all(n_days).0),
    }
}

fn gap_table(n_days: usize) -> Vec<u8> {
    let mut gaps = vec![0; n_days << n_days];
    for days in 0..1usize << n_days {
        let set = DaySet(days as u32);
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

fn visit_sizes(problem: &Problem, n_sizes: usize) -> Vec<VisitSize> {
    let n_days = problem.horizon.n_days;
    let loads = problem
        .points
        .iter()
        .flat_map(|point| point.loads.chunks(n_days).flat_map(move |of_day| &of_day[..n_sizes]).map(move |load| (point, load)));
    loads
        .map(|(point, load)| VisitSize {
            kg: load.kg.0 as i32,
            litres: load.litres.0 as i32,
            service: (point.service_fixed.0 + proportion(point.service_per_tonne.0, load.kg.0, 1000)) as i32,
        })
        .collect()
}

fn service_table(problem: &Problem, kinds: &[Kind]) -> Vec<bool> {
    let mut serves = Vec::new();
    for kind in kinds {
        let truck = &problem.trucks[kind.truck];
        for day in 0..problem.horizon.n_days {
            let is_open = hours_under_way(problem, truck, day).is_some();
            let runs = is_open && truck.available.contains(day) && !problem.horizon.closed.contains(day);
            serves.extend(problem.points.iter().map(|point| runs && point.reached_by[kind.truck]));
        }
    }
    serves
}

/// On days when the depot is closed nothing is served, and the shift stands for hours that nobody asks for.
fn hour_table(problem: &Problem, kinds: &[Kind]) -> Vec<Window> {
    let trucks = kinds.iter().map(|kind| &problem.trucks[kind.truck]);
    let of_truck = |truck| (0..problem.horizon.n_days).map(move |day| hours_under_way(problem, truck, day).unwrap_or(truck.shift));
    trucks.flat_map(of_truck).collect()
}

fn gate_table(problem: &Problem, kinds: &[Kind]) -> Vec<Vec<Gate>> {
    let mut gates = Vec::new();
    for kind in kinds {
        for day in 0..problem.horizon.n_days {
            let usable = problem.facilities.iter().enumerate().filter(|(_, facility)| facility.reached_by[kind.truck]);
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

/// Nearness is the cost there and back of the truck to which it is least.
fn nearest_points(problem: &Problem, tables: &[LegTable]) -> Vec<Vec<u32>> {
    let there_and_back = |a: usize, b: usize| {
        let (a, b) = (problem.points[a].location, problem.points[b].location);
        tables.iter().map(|table| table.cost(a, b) + table.cost(b, a)).min().unwrap_or(0)
    };
    (0..problem.points.len())
        .map(|point| {
            let others = (0..problem.points.len()).filter(|other| *other != point);
            let mut others: Vec<(i64, u32)> = others.map(|other| (there_and_back(point, other), other as u32)).collect();
            if others.len() > N_NEAR {
                others.select_nth_unstable(N_NEAR);
                others.truncate(N_NEAR);
            }
            others.sort_unstable();
            others.into_iter().map(|(_, other)| other).collect()
        })
        .collect()
}
