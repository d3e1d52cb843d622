//! The question, checked once when it is built and trusted ever after.

use jiff::civil::Date;

use super::{DaySet, Pattern};
use crate::dataset::FacilityKind;
use crate::matrix::Matrix;
use crate::units::{Kilograms, Litres, Metres, Seconds, Vnd};

/// What is to be planned: points, trucks, facilities and the ways between them.
///
/// Invariants: every index is in range; locations are depots, then facilities, then points; every point is reached and
/// left by at least one truck; `matrices` are square over all locations.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Name of the district.
    pub name: String,
    /// The week.
    pub horizon: Horizon,
    /// Communes and towns.
    pub communes: Vec<Commune>,
    /// Collection points.
    pub points: Vec<Point>,
    /// Trucks with their crews.
    pub trucks: Vec<Truck>,
    /// Depots.
    pub depots: Vec<Depot>,
    /// Facilities.
    pub facilities: Vec<Facility>,
    /// Every place of depots, facilities and points.
    pub locations: Vec<Location>,
    /// One table of travel times and distances for each truck profile.
    pub matrices: Vec<Matrix>,
    /// What is preferred, and what is kept free.
    pub policy: Policy,
    /// SHA-256 of the input and of the choices made on the command line.
    pub fingerprint: String,
}

/// The week, or the horizon of a classic instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// Days, `T`.
    pub n_days: usize,
    /// The date of day 0, where the week is a dated one.
    pub first_date: Option<Date>,
    /// Days without any service (holidays of a dated week).
    pub closed: DaySet,
}

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Location {
    /// Degrees east.
    pub longitude: f64,
    /// Degrees north.
    pub latitude: f64,
}

/// A commune or town.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Official code.
    pub code: String,
    /// Name without its kind.
    pub name: String,
    /// Whether it is a town.
    pub town: bool,
    /// Inhabitants.
    pub population: i64,
    /// People brought to its points.
    pub people: i64,
    /// The commune it is part of since 1 July 2025.
    pub commune_2025: String,
}

/// An interval of clock time, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Earliest.
    pub from: Seconds,
    /// Latest.
    pub to: Seconds,
}

/// An amount of waste on a truck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Its weight.
    pub kg: Kilograms,
    /// Its volume after compaction.
    pub litres: Litres,
}

/// A collection point.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Unique id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Index of its commune.
    pub commune: usize,
    /// Index of its location.
    pub location: usize,
    /// People whose waste is brought here.
    pub people: i64,
    /// Waste of a whole week.
    pub weekly: Kilograms,
    /// Load of a visit on day `d` with gap `g` at `d · T + g − 1`. Rounded half up once, from the exact sum of the days.
    pub loads: Vec<Load>,
    /// What the containers hold.
    pub container_capacity: Kilograms,
    /// Number of containers.
    pub containers: i64,
    /// Time of every stop.
    pub service_fixed: Seconds,
    /// Time for each tonne on top.
    pub service_per_tonne: Seconds,
    /// When service may start.
    pub window: Window,
    /// Days on which it may be visited: a rule. With fixed days, exactly those.
    pub days_allowed: DaySet,
    /// Fewest visits: a requirement (today's visits included where service may not fall below today).
    pub visits_least: usize,
    /// Most visits: a rule.
    pub visits_greatest: usize,
    /// Longest gap in days: a requirement.
    pub longest_wait: usize,
    /// Visits a week today.
    pub visits_today: usize,
    /// The patterns it may have, in the order of their bits, the empty set first: every set of allowed days of at most the greatest
    /// frequency, unless it is `listed`.
    pub patterns: Vec<Pattern>,
    /// Whether `patterns` were given one by one, as in classic instances: no other set of days is allowed, a rule.
    pub listed: bool,
    /// Whether truck `k` reaches it and leaves it on roads that admit the truck.
    pub reached_by: Vec<bool>,
}

/// A truck with its crew.
#[derive(Clone, Debug, PartialEq)]
pub struct Truck {
    /// Unique id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Registration plate.
    pub plate: String,
    /// Whether it was newly bought.
    pub new: bool,
    /// Index of its depot.
    pub depot: usize,
    /// Index of its profile in [`Problem::matrices`].
    pub profile: usize,
    /// Narrowest lane it passes, in metres; for reports.
    pub lane_width_m: f64,
    /// Largest payload.
    pub payload: Kilograms,
    /// Volume of the body.
    pub volume: Litres,
    /// Payload less reserve (rounded down): the limit of a trip.
    pub payload_limit: Kilograms,
    /// Volume less reserve (rounded down): the limit of a trip.
    pub volume_limit: Litres,
    /// Whether it comes home empty.
    pub home_empty: bool,
    /// Earliest start of preparation and latest return.
    pub shift: Window,
    /// Time at the depot before leaving.
    pub preparation: Seconds,
    /// Longest working time.
    pub work: Seconds,
    /// Working time less reserve (rounded down): the limit of a route.
    pub work_limit: Seconds,
    /// Longest driving time of a day.
    pub driving_limit: Seconds,
    /// Longest driving time without a break.
    pub driving_limit_without_break: Seconds,
    /// Length of the break.
    pub break_length: Seconds,
    /// The break begins at most so long after leaving the depot.
    pub break_latest: Seconds,
    /// Days on which it may be used.
    pub available: DaySet,
    /// Fuel, tyres, repairs of 1,000 km.
    pub cost_per_1000_km: Vnd,
    /// Pay of the crew for an hour of working time.
    pub cost_per_hour: Vnd,
    /// Depreciation, insurance, inspection of a day of use.
    pub cost_per_day: Vnd,
}

/// Where trucks start and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Depot {
    /// Unique id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Index of its location.
    pub location: usize,
    /// Opening hours of each day; nothing where it is closed.
    pub open: Vec<Option<Window>>,
}

/// Where trucks unload.
#[derive(Clone, Debug, PartialEq)]
pub struct Facility {
    /// Unique id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it does with the waste.
    pub kind: FacilityKind,
    /// Index of its location.
    pub location: usize,
    /// Opening hours of each day; nothing where it is closed.
    pub open: Vec<Option<Window>>,
    /// Most it takes in a day.
    pub daily_limit: Option<Kilograms>,
    /// Furnace and yard, of an incinerator.
    pub furnace: Option<Furnace>,
    /// Trucks that unload at the same time.
    pub bays: usize,
    /// Time of every unload.
    pub unload_fixed: Seconds,
    /// Time for each tonne on top.
    pub unload_per_tonne: Seconds,
    /// Price of a tonne.
    pub tipping_per_tonne: Vnd,
    /// 1 = first choice.
    pub priority: i64,
    /// Whether what it takes counts as treated.
    pub approved: bool,
    /// Which trucks reach it and leave it.
    pub reached_by: Vec<bool>,
}

/// A furnace and the yard before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furnace {
    /// Burnt in an hour.
    pub burn_per_hour: Kilograms,
    /// From 00:00 for so long on each day on which it burns.
    pub burn_time: Seconds,
    /// The days on which it burns.
    pub burn_days: DaySet,
    /// Most that may lie in the yard after a tip.
    pub yard_capacity: Kilograms,
}

/// What is preferred, and what it costs to leave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Whether the time that waste waits is part of the objective. False in classic instances, where days are only a matter of cost, and where the cheapest plan is
    /// asked for.
    pub waiting_counts: bool,
    /// Weight of the waiting age of the worst commune, in thousandths.
    pub worst_commune_permille: i64,
    /// Different patterns within a commune that cost nothing extra.
    pub patterns_per_commune: usize,
    /// Price of each further pattern in a commune.
    pub extra_pattern: Vnd,
    /// The furnace is filled before the landfill.
    pub burn_first: bool,
    /// Hard limit of a week's cost.
    pub budget: Option<Vnd>,
    /// Share of working time kept free, in thousandths; for reports.
    pub reserve_hours_permille: i64,
    /// Share of payload kept free, in thousandths; for reports.
    pub reserve_payload_permille: i64,
}

impl Furnace {
    /// What it can burn in the horizon.
    pub fn burn_in_all(&self, n_days: usize) -> Kilograms {
        Kilograms(self.burn_per_hour.0 * self.burn_time.0 / 3600 * self.n_burn_days(n_days))
    }

    /// Days of the horizon on which it burns.
    pub fn n_burn_days(&self, n_days: usize) -> i64 {
        DaySet(self.burn_days.0 & DaySet::all(n_days).0).len() as i64
    }
}

impl Point {
    /// Load of a visit on `day` with `gap`, in a horizon of `n_days`.
    pub fn load(&self, day: usize, gap: usize, n_days: usize) -> Load {
        self.loads[day * n_days + gap - 1]
    }

    /// The fewest visits with which every requirement of the point can be met; nothing where none of its patterns meets them.
    pub fn fewest_visits(&self) -> Option<usize> {
        self.patterns.iter().filter(|pattern| pattern.admissible).map(|pattern| pattern.days.len()).min()
    }

    /// Takes away the patterns with more visits than `most`.
    pub fn allow_at_most(&mut self, most: usize) {
        self.visits_greatest = self.visits_greatest.min(most);
        self.patterns.retain(|pattern| pattern.days.len() <= most);
    }
}

impl Problem {
    /// Travel time of a truck, or nothing where it has no way.
    pub fn duration(&self, truck: usize, from: usize, to: usize) -> Option<Seconds> {
        self.matrices[self.trucks[truck].profile].duration(from, to)
    }

    /// Distance of a truck's fastest way, or nothing where it has none.
    pub fn distance(&self, truck: usize, from: usize, to: usize) -> Option<Metres> {
        self.matrices[self.trucks[truck].profile].distance(from, to)
    }

    /// People at all points.
    pub fn people(&self) -> i64 {
        self.points.iter().map(|point| point.people).sum()
    }

    /// The date of a day, in a dated week.
    pub fn date(&self, day: usize) -> Option<Date> {
        let first = self.horizon.first_date?;
        first.checked_add(jiff::Span::new().days(day as i64)).ok()
    }
}

impl std::ops::Add for Load {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { kg: self.kg + other.kg, litres: self.litres + other.litres }
    }
}

impl std::iter::Sum for Load {
    fn sum<I: Iterator<Item = Self>>(loads: I) -> Self {
        loads.fold(Self::default(), |total, load| total + load)
    }
}
