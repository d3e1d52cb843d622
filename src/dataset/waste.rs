//! How much a visit collects, and which sets of days keep what a point asks for.

use super::Dataset;
use super::rows::{CalendarRow, PointRow, Scope, TruckRow};
use crate::settings::Settings;

/// Days of a week.
const T: usize = 7;

/// What the waste of each weekday at a point is in ordinary days, Monday first: weekday factor × factors of its market days.
pub fn factors_of_week<'c>(point: &PointRow, calendar: impl IntoIterator<Item = &'c CalendarRow>) -> [f64; T] {
    let mut factors = point.weekday_factor;
    for row in calendar.into_iter().filter(|row| row.scope.holds(point)) {
        for (day, factor) in &row.weekdays {
            factors[*day] *= factor;
        }
    }
    factors
}

/// The waste of each weekday at a point, Monday first, in grams: ordinary day × factor of the day.
///
/// Grams are whole, so that the sums of several days are exact and their rounding doesn't depend on the order of addition.
pub fn grams_of_week(point: &PointRow, factors: [f64; T]) -> [i64; T] {
    factors.map(|factor| (point.kg_per_day * factor * 1000.0 + 0.5).floor() as i64)
}

/// What a visit on `day` with `gap` collects, in grams.
pub fn load_grams(grams: &[i64; T], day: usize, gap: usize) -> i64 {
    (0..gap).map(|back| grams[(day + T - back % T) % T]).sum()
}

/// What a visit on `day` with `gap` collects, in whole kilograms, rounded half up from the exact sum.
pub fn load_kg(grams: &[i64; T], day: usize, gap: usize) -> i64 {
    (load_grams(grams, day, gap) + 500).div_euclid(1000)
}

/// What the containers of a point hold, in kilograms, rounded half up.
pub fn container_kg(point: &PointRow, settings: &Settings) -> i64 {
    let litres = (point.containers * point.container_litres) as f64;
    (litres * settings.waste.container_density_kg_per_m3 / 1000.0 + 0.5).floor() as i64
}

/// What a truck takes in one trip, payload and volume less reserve, in kilograms, rounded down.
pub fn trip_kg(truck: &TruckRow, settings: &Settings) -> i64 {
    let free = 1.0 - settings.reserve.payload;
    let by_volume = truck.body_volume_m3 * settings.waste.compacted_density_kg_per_m3;
    // A hair more, so that 0.95 × 20 doesn't become 18.999….
    ((truck.payload_kg as f64).min(by_volume) * free + 1e-6).floor() as i64
}

impl Scope {
    /// Whether a point is concerned.
    pub fn holds(&self, point: &PointRow) -> bool {
        match self {
            Self::All => true,
            Self::Commune(code) => *code == point.commune_code,
            Self::Point(id) => *id == point.id,
        }
    }
}

impl Dataset {
    /// The waste of each weekday at a point, market days included, in grams, Monday first.
    pub fn grams_of_week(&self, point: &PointRow) -> [i64; T] {
        grams_of_week(point, factors_of_week(point, self.calendar.iter().map(|row| &row.value)))
    }

    /// Fewest visits a week that longest wait and containers of a point allow, whatever `visits_min` and today's visits say.
    pub fn fewest_visits(&self, point: &PointRow) -> Option<usize> {
        let demand = Demand::new(point, &self.settings, self.calendar.iter().map(|row| &row.value));
        Demand { least: 0, ..demand }.fewest_visits()
    }

    /// What a truck must at least be able to take to serve a point, in kilograms: the heaviest visit of the pattern whose heaviest
    /// visit is lightest. None where no pattern is admissible.
    pub fn lightest_visits(&self, point: &PointRow) -> Option<i64> {
        Demand::new(point, &self.settings, self.calendar.iter().map(|row| &row.value)).lightest_visits()
    }
}

/// What a point asks of the days of its visits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Demand {
    /// Waste of each weekday.
    pub grams: [i64; T],
    /// What the containers hold.
    pub container_kg: i64,
    /// Longest gap.
    pub longest_wait: usize,
    /// Fewest visits.
    pub least: usize,
    /// Most visits.
    pub greatest: usize,
    /// Days on which visits are possible.
    pub days: u32,
    /// Whether all those days are visited.
    pub fixed: bool,
}

impl Demand {
    /// The demand of a point; blank `visits_min` asks for nothing beyond wait and containers.
    pub fn new<'c>(point: &PointRow, settings: &Settings, calendar: impl IntoIterator<Item = &'c CalendarRow>) -> Self {
        let today = if settings.service.never_below_today { point.current_visits_per_week } else { 0 };
        Self {
            grams: grams_of_week(point, factors_of_week(point, calendar)),
            container_kg: container_kg(point, settings),
            longest_wait: point.max_days_between,
            least: point.visits_min.unwrap_or(0).max(today),
            greatest: point.visits_max,
            days: point.days_fixed.unwrap_or(point.days_allowed),
            fixed: point.days_fixed.is_some(),
        }
    }

    /// Every non-empty set of its days that keeps least and greatest frequency, longest wait and containers.
    pub fn patterns(&self) -> impl Iterator<Item = u32> + '_ {
        (1..1 << T).filter(|pattern| self.admits(*pattern))
    }

    /// The largest load of a visit under `pattern`, in kilograms.
    pub fn largest_load(&self, pattern: u32) -> i64 {
        gaps(pattern).map(|(day, gap)| load_kg(&self.grams, day, gap)).max().unwrap_or(0)
    }

    /// The heaviest visit of the admissible pattern whose heaviest visit is lightest, in kilograms.
    pub fn lightest_visits(&self) -> Option<i64> {
        self.patterns().map(|pattern| self.largest_load(pattern)).min()
    }

    /// Fewest visits of an admissible pattern.
    pub fn fewest_visits(&self) -> Option<usize> {
        self.patterns().map(|pattern| pattern.count_ones() as usize).min()
    }

    fn admits(&self, pattern: u32) -> bool {
        let visits = pattern.count_ones() as usize;
        pattern & !self.days == 0
            && (!self.fixed || pattern == self.days)
            && (self.least..=self.greatest).contains(&visits)
            && gaps(pattern).all(|(day, gap)| gap <= self.longest_wait && load_kg(&self.grams, day, gap) <= self.container_kg)
    }
}

/// Each day of a pattern and the days since the visit before it.
fn gaps(pattern: u32) -> impl Iterator<Item = (usize, usize)> {
    let visited = move |day: usize| pattern >> (day % T) & 1 == 1;
    (0..T).filter(move |day| visited(*day)).map(move |day| (day, (1..=T).find(|back| visited(day + T - back)).unwrap_or(T)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demand() -> Demand {
        Demand { grams: [100_000; T], container_kg: 330, longest_wait: 7, least: 0, greatest: 6, days: 0b011_1111, fixed: false }
    }

    #[test]
    fn a_visit_collects_its_gap() {
        // 100 kg a day, 250 on Wednesday: Thursday after Monday takes Tuesday 100 + Wednesday 250 + Thursday 100.
        let mut grams = [100_000; T];
        grams[2] = 250_000;
        assert_eq!(load_kg(&grams, 3, 3), 450);
        assert_eq!(load_kg(&grams, 0, 7), 850);
        assert_eq!(load_kg(&[500; T], 0, 1), 1);
        assert_eq!(load_kg(&[499; T], 0, 1), 0);
    }

    #[test]
    fn containers_for_three_days_need_three_visits() {
        // 330 kg hold three days; T2 T4 T7 has gaps 2, 2, 3, and no two days of a week have both gaps within 3.
        let demand = demand();
        assert_eq!(demand.fewest_visits(), Some(3));
        assert!(demand.admits(0b010_0101));
        assert!(!demand.admits(0b000_1001));
        assert_eq!(demand.largest_load(0b010_0101), 300);
    }

    #[test]
    fn more_visits_are_lighter() {
        // Six visits leave Sunday and Monday together: 200 kg. At most three have a gap of 3 days: 300 kg.
        assert_eq!(demand().lightest_visits(), Some(200));
        assert_eq!(Demand { greatest: 3, ..demand() }.lightest_visits(), Some(300));
        assert_eq!(Demand { container_kg: 199, ..demand() }.lightest_visits(), None);
    }

    #[test]
    fn too_small_containers_leave_no_pattern() {
        // Nobody comes on Sunday: Monday's visit takes two days, 200 kg.
        assert_eq!(Demand { container_kg: 199, ..demand() }.fewest_visits(), None);
        assert_eq!(Demand { container_kg: 200, ..demand() }.fewest_visits(), Some(4));
    }

    #[test]
    fn fixed_days_are_one_pattern() {
        let fixed = Demand { days: 0b001_0101, fixed: true, container_kg: 1000, ..demand() };
        assert_eq!(fixed.patterns().collect::<Vec<_>>(), [0b001_0101]);
    }
}
