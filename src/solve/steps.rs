//! Single steps of the search, for benches: a scan of a day, iterations, the unloads of a truck-day.
//!
//! # Why
//!
//! The search is private, so that it may change from day to day; benches see only the crate's doors. This is a door to the steps whose
//! costs decide how far a search gets in its time. Planning itself does without it.

use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::insertion::BestPlaces;
use super::island::Island;
use super::params::Parameters;
use super::route::DraftRoute;
use super::schedule::{Moment, Span, moment};
use super::setup::Setup;
use super::unloading::{ArrangeSpace, Intake};
use crate::model::{DaySet, Problem};
use crate::units::{Seconds, Vnd};

/// Share of a run after which the steps are looked at: requirements are settled, penalties adapt, service counts in part.
const PROGRESS: f64 = 0.7;

/// What the search derives from a problem before it begins.
///
/// Memory: up to 20 bytes for each pair of locations and each kind of trucks with its own roads or rates.
pub struct Tables<'a>(Setup<'a>);

impl<'a> Tables<'a> {
    /// Derives the tables. O(locations²).
    pub fn new(problem: &'a Problem) -> Self {
        Self(Setup::new(problem))
    }
}

/// A search that stands still in the midst of a run, and whose steps are taken one by one.
///
/// The same problem, seed and calls give the same results. What a step returns follows from everything it has worked out: to be
/// compared with another run, and to keep the compiler from leaving work out.
pub struct Steps<'a> {
    setup: &'a Setup<'a>,
    island: Island<'a>,
    moment: Moment,
    /// Numbers of the scans, which so leave the search as it is.
    rng: Xoshiro256PlusPlus,
    places: BestPlaces,
    route: DraftRoute,
    space: ArrangeSpace,
    day_intake: Vec<i64>,
    week_intake: Vec<i64>,
}

impl<'a> Steps<'a> {
    /// A search of one island that has made a first plan and about as many iterations, rounded up to whole epochs, as lead through seven
    /// tenths of a run.
    pub fn new(tables: &'a Tables<'a>, seed: u64, iterations: u64) -> Self {
        let (setup, parameters) = (&tables.0, Parameters { seed, ..Parameters::default() });
        let mut island = Island::new(setup, None, seed, 0);
        let n_epochs = iterations.div_ceil(parameters.iterations_per_epoch);
        for epoch in 0..n_epochs {
            island.run(
                parameters.iterations_per_epoch,
                moment(setup, &parameters, Span::unknown(setup, &parameters, false), PROGRESS * epoch as f64 / n_epochs as f64),
            );
        }
        Self {
            setup,
            island,
            moment: moment(setup, &parameters, Span::unknown(setup, &parameters, false), PROGRESS),
            rng: Xoshiro256PlusPlus::seed_from_u64(seed),
            places: BestPlaces::default(),
            route: DraftRoute::default(),
            space: ArrangeSpace::default(),
            day_intake: Vec::new(),
            week_intake: Vec::new(),
        }
    }

    /// Visits of the week as it stands.
    pub fn n_visits(&self) -> usize {
        (0..self.setup.n_days).map(|day| self.island.draft().day_count(day).visits).sum()
    }

    /// Points that are not visited on a day, in their order: what [`Steps::scan`] is for.
    pub fn absent(&self, day: usize) -> Vec<usize> {
        (0..self.setup.n_points).filter(|point| self.island.draft().spot(*point, day).is_none()).collect()
    }

    /// Truck-days with stops, as day and truck, in their order: what [`Steps::place_unloads`] is for.
    pub fn truck_days(&self) -> Vec<(usize, usize)> {
        let of_day = |day| (0..self.setup.n_trucks).map(move |truck| (day, truck));
        let has_stops = |(day, truck): &(usize, usize)| !self.island.draft().routes[self.setup.route(*truck, *day)].is_empty();
        (0..self.setup.n_days).flat_map(of_day).filter(has_stops).collect()
    }

    /// Looks for the best place of a point on a day, for every load it may have there; nothing is put in.
    ///
    /// Returns the costs of the best places, added up; below zero where a visit is thought to save more than it costs. O(near points).
    ///
    /// # Panics
    /// Where there is no such point or day: the caller's mistake.
    pub fn scan(&mut self, point: usize, day: usize) -> Vnd {
        let (draft, prices) = (self.island.draft(), self.island.prices());
        self.places.scan(draft, prices, point, day, u32::MAX, &mut self.rng);
        let sizes = DaySet(self.setup.sizes(point, day));
        Vnd(sizes.iter().filter_map(|size| self.places.best(size)).map(|place| place.cost).sum())
    }

    /// Makes so many iterations more, all at the same moment of a run. Returns the price of the draft after them.
    pub fn iterate(&mut self, iterations: u64) -> Vnd {
        self.island.run(iterations, self.moment);
        Vnd(self.island.value())
    }

    /// Places the unloads of a copy of a truck-day anew, given what the facilities take from all others; the copying counts little.
    ///
    /// Returns the working time of the truck-day without any waiting. O(stops · stops of a trip · facilities).
    ///
    /// # Panics
    /// Where there is no such day or truck: the caller's mistake.
    pub fn place_unloads(&mut self, day: usize, truck: usize) -> Seconds {
        let (setup, draft) = (self.setup, self.island.draft());
        let n_facilities = setup.problem.facilities.len();
        self.day_intake.clear();
        self.day_intake.extend((0..n_facilities).map(|facility| draft.intake(day, facility)));
        self.week_intake.clear();
        let of_week = |facility| (0..setup.n_days).map(|day| draft.intake(day, facility)).sum::<i64>();
        self.week_intake.extend((0..n_facilities).map(of_week));
        self.route.copy_from(&draft.routes[setup.route(truck, day)]);
        for (facility, kg) in self.route.tips() {
            self.day_intake[facility] -= kg;
            self.week_intake[facility] -= kg;
        }
        let intake = Intake { day: &self.day_intake, week: &self.week_intake };
        self.route.arrange(setup, self.island.prices(), truck, day, intake, &mut self.space);
        Seconds(self.route.busy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{complete, district, set_leg};

    /// Thirty points for two trucks with hours to spare, each at most three times a week: on some day one is absent.
    fn problem() -> Problem {
        let mut problem = district(30, 2);
        set_leg(&mut problem, 4, 9, Some((60, 500)));
        problem.points.iter_mut().for_each(|point| point.visits_greatest = 3);
        complete(&mut problem);
        problem
    }

    #[test]
    fn the_same_steps_give_the_same_results() {
        let problem = problem();
        let tables = Tables::new(&problem);
        let (mut one, mut other) = (Steps::new(&tables, 3, 400), Steps::new(&tables, 3, 400));
        assert_eq!(one.absent(2), other.absent(2));
        assert_eq!((0..30).map(|point| one.scan(point, 2)).sum::<Vnd>(), (0..30).map(|point| other.scan(point, 2)).sum());
        // Iterations go on where they were, however they are counted out.
        let value = one.iterate(50);
        other.iterate(20);
        assert_eq!(other.iterate(30), value);
        assert_eq!((one.n_visits(), one.truck_days()), (other.n_visits(), other.truck_days()));
    }

    #[test]
    fn scans_and_unloads_leave_the_search_as_it_is() {
        let problem = problem();
        let tables = Tables::new(&problem);
        let (mut one, mut other) = (Steps::new(&tables, 3, 400), Steps::new(&tables, 3, 400));
        let (day, absent) =
            (0..7).map(|day| (day, one.absent(day))).find(|(_, absent)| !absent.is_empty()).expect("no point is visited on every day");
        absent.into_iter().for_each(|point| assert!(one.scan(point, day) > Vnd::ZERO));
        one.truck_days().into_iter().for_each(|(day, truck)| assert!(one.place_unloads(day, truck) > Seconds::ZERO));
        assert_eq!(one.iterate(50), other.iterate(50));
    }

    #[test]
    fn unloads_placed_anew_stand_where_they_stood() {
        // No facility is near its limit, so that nothing that happened elsewhere moves an unload.
        let problem = problem();
        let tables = Tables::new(&problem);
        let mut steps = Steps::new(&tables, 3, 400);
        assert!(steps.truck_days().len() > 1);
        for (day, truck) in steps.truck_days() {
            steps.place_unloads(day, truck);
            assert_eq!(steps.route, steps.island.draft().routes[steps.setup.route(truck, day)]);
            assert!(steps.route.tips().count() > 0);
        }
    }
}
