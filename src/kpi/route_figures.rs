//! What each truck does each day, and its sums.

use super::facts::Facts;
use crate::constraint::RouteReplay;
use crate::model::Problem;
use crate::units::{Kilograms, Metres, Seconds};

/// One truck-day in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteFigures {
    /// Day.
    pub day: usize,
    /// Index of the truck.
    pub truck: usize,
    /// Start of preparation.
    pub start: Seconds,
    /// Return to the depot.
    pub end: Seconds,
    /// What can be summed.
    pub figures: Figures,
}

/// Figures of a route, or of several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Routes.
    pub routes: usize,
    /// Trips.
    pub trips: usize,
    /// Stops.
    pub stops: usize,
    /// Collected.
    pub kg: Kilograms,
    /// Payload of the trips, reserve included.
    pub payload: Kilograms,
    /// Driven.
    pub metres: Metres,
    /// Working time.
    pub working: Seconds,
    /// Driving time, part of the working time.
    pub driving: Seconds,
    /// Waiting, part of the working time.
    pub waiting: Seconds,
    /// Most that may be worked, the reserve taken off.
    pub work_limit: Seconds,
    /// Number of unloads and what they tip, for each facility.
    pub unloads: Vec<(usize, Kilograms)>,
}

/// Figures of every truck-day, by day and then in the order of the plan.
pub fn route_figures(facts: &Facts) -> Vec<RouteFigures> {
    facts.replay.routes().map(|route| figures_of(facts.problem, route)).collect()
}

/// Sums for each truck over the week.
pub fn figures_by_truck(facts: &Facts) -> Vec<Figures> {
    let of_truck = |truck| route_figures(facts).into_iter().filter(move |route| route.truck == truck);
    (0..facts.problem.trucks.len()).map(|truck| of_truck(truck).map(|route| route.figures).sum()).collect()
}

/// Sums for each day over the trucks.
pub fn figures_by_day(facts: &Facts) -> Vec<Figures> {
    let of_day = |day| route_figures(facts).into_iter().filter(move |route| route.day == day);
    (0..facts.problem.horizon.n_days).map(|day| of_day(day).map(|route| route.figures).sum()).collect()
}

fn figures_of(problem: &Problem, route: &RouteReplay) -> RouteFigures {
    let truck = &problem.trucks[route.truck];
    let mut unloads = vec![(0, Kilograms::ZERO); problem.facilities.len()];
    for (facility, halt) in route.unloads() {
        unloads[facility].0 += 1;
        unloads[facility].1 += halt.load.kg;
    }
    let figures = Figures {
        routes: 1,
        trips: route.n_trips,
        stops: route.stops().count(),
        kg: route.stops().map(|(_, halt)| halt.load.kg).sum(),
        payload: Kilograms(truck.payload.0 * route.n_trips as i64),
        metres: route.metres(),
        working: route.working(),
        driving: route.driving.into_iter().sum(),
        waiting: route.waiting(),
        work_limit: truck.work_limit,
        unloads,
    };
    RouteFigures { day: route.day, truck: route.truck, start: route.start, end: route.end, figures }
}

impl Figures {
    /// Collected over the payload of all trips; nothing without trips.
    pub fn load_factor(&self) -> Option<f64> {
        (self.payload.0 > 0).then(|| self.kg.0 as f64 / self.payload.0 as f64)
    }

    /// Worked over what may be worked; nothing without routes.
    pub fn utilization(&self) -> Option<f64> {
        (self.work_limit.0 > 0).then(|| self.working.0 as f64 / self.work_limit.0 as f64)
    }
}

impl std::iter::Sum for Figures {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum.routes += one.routes;
            sum.trips += one.trips;
            sum.stops += one.stops;
            sum.kg += one.kg;
            sum.payload += one.payload;
            sum.metres += one.metres;
            sum.working += one.working;
            sum.driving += one.driving;
            sum.waiting += one.waiting;
            sum.work_limit += one.work_limit;
            sum.unloads.resize(sum.unloads.len().max(one.unloads.len()), (0, Kilograms::ZERO));
            for (total, (number, kg)) in sum.unloads.iter_mut().zip(one.unloads) {
                *total = (total.0 + number, total.1 + kg);
            }
            sum
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn a_truck_day_and_a_week_in_figures() {
        // Two trips of 700 kg on Monday, one to each facility; one of 700 kg on Tuesday.
        let problem = district(3, 1);
        let monday: &[(&[usize], Option<usize>)] = &[(&[0], Some(0)), (&[1], Some(1))];
        let week = plan(&problem, &[(0, 0, at(6, 0), monday), (1, 0, at(6, 0), &[(&[2], Some(0))])]);
        let facts = Facts::new(&problem, &week);
        let routes = route_figures(&facts);
        // 10 prepare + 5 legs of 10 + 2·12 service + 2·(5 min 42 s) = 95 min 24 s; 1.4 t of 2·4 t.
        assert_eq!((routes[0].figures.trips, routes[0].figures.working), (2, Seconds(95 * 60 + 24)));
        assert_eq!(routes[0].figures.load_factor(), Some(0.175));
        assert_eq!(routes[0].figures.unloads, [(1, Kilograms(700)), (1, Kilograms(700))]);
        let truck = &figures_by_truck(&facts)[0];
        assert_eq!((truck.routes, truck.trips, truck.metres), (2, 3, Metres(40_000)));
        assert_eq!(truck.unloads[0], (2, Kilograms(1400)));
        let days: Vec<usize> = figures_by_day(&facts).iter().map(|day| day.stops).collect();
        assert_eq!(days, [2, 1, 0, 0, 0, 0, 0]);
        assert_eq!(figures_by_day(&facts)[6].utilization(), None);
    }
}
