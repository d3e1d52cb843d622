//! What binds: the resources that leave no room for one more visit.

use serde::Serialize;

use super::facts::Facts;
use crate::constraint::{Action, Place, RouteReplay, cost};
use crate::model::{DaySet, Facility, Problem};
use crate::text::{Argument, Text, weekdays};
use crate::units::Kilograms;

/// More groups of trucks with the same full days than this are no longer listed, but counted.
const MOST_GROUPS: usize = 3;
/// A resource counts as used up from this share on.
const USED_UP: f64 = 0.97;

/// A resource that is used up, by whom and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    /// What is used up.
    pub resource: Resource,
    /// How much is used, in the base unit of the resource (seconds, kilograms, litres, đồng), over all trucks and days named here.
    pub used: f64,
    /// How much may be used.
    pub limit: f64,
    /// The trucks, for hours, payload and volume.
    pub trucks: Vec<usize>,
    /// Whether these are all the trucks that are available then (hours) or in use (payload, volume), more than one.
    pub all_trucks: bool,
    /// The days, for hours, daily intake and yard.
    pub days: DaySet,
    /// The facility, for intake, yard and furnace.
    pub facility: Option<usize>,
    /// Which part of the resource is used up (of truck-days, of opening days), from 0 to 1.
    pub extent: f64,
    /// Full truck-days and all truck-days of the week, where hours are told by number because the days of each truck would make a long list.
    pub truck_days: Option<(usize, usize)>,
}

/// What can be used up: first what limits the service, then what limits treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Resource {
    /// Time of crews: working time, driving time or the length of the shift, whichever is nearest to its limit.
    Hours,
    /// Payload of trips.
    Payload,
    /// Volume of trips.
    Volume,
    /// What a facility takes in a day.
    DailyIntake,
    /// Money.
    Budget,
    /// What a furnace burns in a week.
    Furnace,
    /// Room in the yard.
    Yard,
}

/// What is used up to 97 %, or has less room left than a typical visit of the plan takes. Most important first: what limits
/// the service before what limits treatment, then by extent.
pub fn binding(facts: &Facts) -> Vec<Binding> {
    let visit = TypicalVisit::of(facts);
    let mut bindings = hours(facts, visit.seconds);
    let by_weight = loads(facts, Resource::Payload, visit.kg);
    // Where body and payload are full together, one of them says it.
    let by_volume = loads(facts, Resource::Volume, visit.litres);
    bindings.extend(by_volume.into_iter().filter(|volume| by_weight.iter().all(|weight| weight.trucks != volume.trucks)));
    bindings.extend(by_weight);
    bindings.extend(intakes(facts, visit.kg));
    bindings.extend(furnaces(facts, visit.kg));
    bindings.extend(budget(facts));
    let limits_treatment = |binding: &Binding| binding.resource >= Resource::Furnace;
    bindings.sort_by(|a, b| {
        let by_kind = limits_treatment(a).cmp(&limits_treatment(b));
        by_kind.then(b.extent.total_cmp(&a.extent)).then(a.resource.cmp(&b.resource))
    });
    bindings
}

impl Binding {
    /// How much of it is used.
    pub fn share(&self) -> f64 {
        self.used / self.limit
    }

    /// The binding in the words of a language: `giờ làm việc của xe X4, thứ Hai–thứ Bảy (98%)`.
    pub fn worded(&self, text: &Text, problem: &Problem) -> String {
        let trucks: Vec<&str> = self.trucks.iter().map(|truck| problem.trucks[*truck].id.as_str()).collect();
        let facility = self.facility.map_or("", |facility| problem.facilities[facility].name.as_str());
        let key = match (self.resource, self.all_trucks) {
            (Resource::Hours, _) if self.truck_days.is_some() => "binding-hours-many",
            (Resource::Hours, true) => "binding-hours-all",
            (Resource::Hours, false) => "binding-hours",
            (Resource::Payload, true) => "binding-payload-all",
            (Resource::Payload, false) => "binding-payload",
            (Resource::Volume, true) => "binding-volume-all",
            (Resource::Volume, false) => "binding-volume",
            (Resource::DailyIntake, _) => "binding-daily-intake",
            (Resource::Budget, _) => "binding-budget",
            (Resource::Furnace, _) => "binding-furnace",
            (Resource::Yard, _) => "binding-yard",
        };
        let (full, all) = self.truck_days.unwrap_or_default();
        let arguments = [
            ("full", full.into()),
            ("all", all.into()),
            ("trucks", trucks.join(", ").into()),
            ("days", weekdays(self.days.iter(), text.language()).into()),
            ("facility", facility.into()),
            ("percent", Argument::Number(self.share() * 100.0, 0)),
        ];
        text.say(key, &arguments)
    }
}

/// What a visit of the plan takes on average.
struct TypicalVisit {
    seconds: f64,
    kg: f64,
    litres: f64,
}

impl TypicalVisit {
    fn of(facts: &Facts) -> Self {
        let stops: Vec<_> = facts.replay.routes().flat_map(RouteReplay::stops).map(|(_, halt)| halt.load).collect();
        let number = stops.len().max(1) as f64;
        // Service, and the drive that led to it.
        let seconds = facts.replay.routes().map(time_of_visits).sum::<i64>();
        let kg: i64 = stops.iter().map(|load| load.kg.0).sum();
        let litres: i64 = stops.iter().map(|load| load.litres.0).sum();
        Self { seconds: seconds as f64 / number, kg: kg as f64 / number, litres: litres as f64 / number }
    }
}

fn time_of_visits(route: &RouteReplay) -> i64 {
    let to_points = route.events.iter().filter(|event| matches!(event.place, Place::Point(_)));
    to_points.filter(|event| matches!(event.action, Action::Drive | Action::Serve)).map(|event| (event.end - event.start).0).sum()
}

fn is_used_up(used: f64, limit: f64, visit: f64) -> bool {
    limit > 0.0 && used > 0.0 && (used >= USED_UP * limit || limit - used < visit)
}

/// Days on which all trucks are used up first; what is left of each truck after that, trucks with the same days together.
fn hours(facts: &Facts, visit: f64) -> Vec<Binding> {
    let problem = facts.problem;
    let n_trucks = problem.trucks.len();
    let tight: Vec<DaySet> = (0..n_trucks)
        .map(|truck| of_truck(facts, truck).filter(|route| time_use(problem, route).is_used_up(visit)).map(|route| route.day).collect())
        .collect();
    let days = (0..problem.horizon.n_days).filter(|day| !problem.horizon.closed.contains(*day));
    let available = |day: usize| (0..n_trucks).filter(move |truck| problem.trucks[*truck].available.contains(day));
    let all_tight: DaySet =
        days.clone().filter(|day| available(*day).count() > 1 && available(*day).all(|truck| tight[truck].contains(*day))).collect();
    let n_truck_days: usize = days.map(|day| available(day).count()).sum();
    let mut groups: Vec<(DaySet, Vec<usize>, bool)> = vec![(all_tight, (0..n_trucks).collect(), true)];
    for (truck, tight) in tight.iter().enumerate() {
        // A truck that is as tight on other days too is told with all its days.
        let rest = tight.iter().any(|day| !all_tight.contains(day));
        match groups.iter_mut().skip(1).find(|(days, ..)| days == tight) {
            Some((_, trucks, _)) => trucks.push(truck),
            None if rest => groups.push((*tight, vec![truck], false)),
            None => {}
        }
    }
    groups.retain(|(days, ..)| !days.is_empty());
    let many = groups.len() > MOST_GROUPS;
    if many {
        groups = vec![(
            tight.iter().flat_map(|days| days.iter()).collect(),
            (0..n_trucks).filter(|truck| !tight[*truck].is_empty()).collect(),
            false,
        )];
    }
    let bind = |(days, trucks, all_trucks): (DaySet, Vec<usize>, bool)| {
        let named = facts.replay.routes().filter(|route| trucks.contains(&route.truck) && days.contains(route.day));
        let full = named.filter(|route| tight[route.truck].contains(route.day));
        let uses: Vec<TimeUse> = full.map(|route| time_use(problem, route)).collect();
        Binding {
            resource: Resource::Hours,
            used: uses.iter().map(|time| time.used).sum(),
            limit: uses.iter().map(|time| time.limit).sum(),
            extent: uses.len() as f64 / n_truck_days.max(1) as f64,
            truck_days: many.then_some((uses.len(), n_truck_days)),
            all_trucks,
            trucks,
            days,
            facility: None,
        }
    };
    groups.into_iter().map(bind).collect()
}

/// Time used of a limit, in seconds.
#[derive(Clone, Copy)]
struct TimeUse {
    used: f64,
    limit: f64,
}

impl TimeUse {
    fn is_used_up(self, visit: f64) -> bool {
        is_used_up(self.used, self.limit, visit)
    }
}

/// The limit that a crew is nearest to.
fn time_use(problem: &Problem, route: &RouteReplay) -> TimeUse {
    let truck = &problem.trucks[route.truck];
    let uses = [
        (route.working(), truck.work_limit),
        (route.driving[0] + route.driving[1], truck.driving_limit),
        (route.end - truck.shift.from, truck.shift.to - truck.shift.from),
    ];
    let uses = uses.map(|(used, limit)| TimeUse { used: used.0 as f64, limit: limit.0 as f64 });
    uses.into_iter().max_by(|a, b| (a.used / a.limit).total_cmp(&(b.used / b.limit))).expect("there are three limits")
}

/// Trucks whose trips are full on average.
fn loads(facts: &Facts, resource: Resource, visit: f64) -> Option<Binding> {
    let problem = facts.problem;
    let in_use = |truck: &usize| of_truck(facts, *truck).next().is_some();
    let fill = |truck: usize| {
        let trips: Vec<_> = of_truck(facts, truck).flat_map(RouteReplay::trip_loads).map(|(_, load)| load).collect();
        let number = trips.len() as f64;
        match resource {
            Resource::Volume => {
                (trips.iter().map(|load| load.litres.0 as f64).sum(), number * problem.trucks[truck].volume_limit.0 as f64, number * visit)
            }
            _ => (trips.iter().map(|load| load.kg.0 as f64).sum(), number * problem.trucks[truck].payload_limit.0 as f64, number * visit),
        }
    };
    let used: Vec<usize> = (0..problem.trucks.len()).filter(in_use).collect();
    let is_full = |truck: &usize| {
        let (used, limit, visits) = fill(*truck);
        is_used_up(used, limit, visits)
    };
    let full: Vec<usize> = used.iter().copied().filter(is_full).collect();
    let (kg, limit) = full.iter().map(|truck| fill(*truck)).fold((0.0, 0.0), |sum, (used, limit, _)| (sum.0 + used, sum.1 + limit));
    let (extent, all_trucks) = (full.len() as f64 / used.len().max(1) as f64, full.len() > 1 && full.len() == used.len());
    let binding =
        Binding { resource, used: kg, limit, trucks: full, all_trucks, days: DaySet::EMPTY, facility: None, extent, truck_days: None };
    (!binding.trucks.is_empty()).then_some(binding)
}

/// Facilities that take no more on some days.
fn intakes(facts: &Facts, visit: f64) -> Vec<Binding> {
    let limited =
        facts.problem.facilities.iter().enumerate().filter_map(|(index, facility)| Some((index, facility, facility.daily_limit?)));
    let bind = |(index, facility, limit): (usize, &Facility, Kilograms)| {
        let intake = |day: usize| facts.replay.intake(day, index).0 as f64;
        let days: DaySet = (0..facts.replay.days.len()).filter(|day| is_used_up(intake(*day), limit.0 as f64, visit)).collect();
        let open = facility.open.iter().flatten().count().max(1);
        Binding {
            resource: Resource::DailyIntake,
            used: days.iter().map(intake).sum(),
            limit: (limit.0 * days.len() as i64) as f64,
            trucks: Vec::new(),
            all_trucks: false,
            days,
            facility: Some(index),
            extent: days.len() as f64 / open as f64,
            truck_days: None,
        }
    };
    limited.map(bind).filter(|binding| !binding.days.is_empty()).collect()
}

/// Furnaces that burn all they can, and yards that are full.
fn furnaces(facts: &Facts, visit: f64) -> Vec<Binding> {
    let mut bindings = Vec::new();
    for (index, facility) in facts.problem.facilities.iter().enumerate() {
        let (Some(furnace), Some(yard)) = (facility.furnace, &facts.replay.yards[index]) else { continue };
        let n_days = facts.replay.days.len();
        let binding = |resource, used, limit, days: DaySet| {
            let extent = if resource == Resource::Yard { days.len() as f64 / n_days as f64 } else { 1.0 };
            Binding { resource, used, limit, trucks: Vec::new(), all_trucks: false, days, facility: Some(index), extent, truck_days: None }
        };
        let (intake, capacity) = (yard.intake.0 as f64, furnace.burn_in_all(n_days).0 as f64);
        if is_used_up(intake, capacity, visit) {
            bindings.push(binding(Resource::Furnace, intake, capacity, DaySet::EMPTY));
        }
        let room = furnace.yard_capacity.0 as f64;
        let full = |level: i64| is_used_up(level as f64 / 3600.0, room, visit);
        let days: DaySet = yard.tips.iter().filter(|tip| full(tip.level)).map(|tip| tip.day).collect();
        if !days.is_empty() {
            bindings.push(binding(Resource::Yard, yard.peak() as f64 / 3600.0, room, days));
        }
    }
    bindings
}

fn budget(facts: &Facts) -> Option<Binding> {
    let (used, limit) = (cost(facts.problem, &facts.replay).total().0 as f64, facts.problem.policy.budget?.0 as f64);
    let (trucks, days) = (Vec::new(), DaySet::EMPTY);
    let binding =
        Binding { resource: Resource::Budget, used, limit, trucks, all_trucks: false, days, facility: None, extent: 1.0, truck_days: None };
    is_used_up(used, limit, 0.0).then_some(binding)
}

fn of_truck<'a>(facts: &'a Facts, truck: usize) -> impl Iterator<Item = &'a RouteReplay> {
    facts.replay.routes().filter(move |route| route.truck == truck)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Furnace;
    use crate::model::testing::{at, district, plan};
    use crate::text::Language;

    type Days = std::ops::Range<usize>;

    /// What binds where truck 0 and truck 1, with an hour of work each, visit one point a day on the given days.
    fn told(days: [Days; 2], language: Language) -> Vec<String> {
        let mut problem = district(2, 2);
        for truck in &mut problem.trucks {
            truck.work_limit = at(1, 0);
        }
        let trips: [&[(&[usize], Option<usize>)]; 2] = [&[(&[0], Some(0))], &[(&[1], Some(1))]];
        let routes: Vec<_> =
            days.into_iter().enumerate().flat_map(|(truck, days)| days.map(move |day| (day, truck, at(6, 0), trips[truck]))).collect();
        let week = plan(&problem, &routes);
        let facts = Facts::new(&problem, &week);
        let text = Text::new(language);
        binding(&facts).iter().map(|binding| binding.worded(&text, &problem)).collect()
    }

    #[test]
    fn trucks_with_the_same_days_are_told_together() {
        // 10 prepare + 30 drive + 5 min and 1 min a 100 kg of service + 5 min and 6 s a 100 kg of unloading: 51 min 6 s for 100 kg,
        // 52 min 12 s for the 200 kg of Monday, 3077 s on average: 85 %. The 9 minutes left are less than a visit of 16.
        let said = told([0..6, 0..6], Language::Vietnamese);
        assert_eq!(said, ["giờ làm việc của tất cả các xe, thứ Hai–thứ Bảy (85%)"]);
    }

    #[test]
    fn a_truck_that_works_longer_is_told_with_all_its_days() {
        // Truck 1 finds 300 kg on Monday, 53 min 18 s: on average 3085.8 s from Monday to Friday, 86 %.
        let said = told([0..6, 0..5], Language::English);
        assert_eq!(said, ["working hours of all trucks, Monday–Friday (86%)", "working hours of truck X0, Monday–Saturday (85%)"]);
    }

    #[test]
    fn many_different_lists_of_days_are_counted_instead() {
        // Four trucks, each with one day of its own and 57 min 42 s of work on it: no room in the hour for another visit.
        let mut problem = district(4, 4);
        for truck in &mut problem.trucks {
            truck.work_limit = at(1, 0);
        }
        let trips: [&[(&[usize], Option<usize>)]; 4] = [&[(&[0], Some(0))], &[(&[1], Some(0))], &[(&[2], Some(0))], &[(&[3], Some(0))]];
        let week = plan(&problem, &std::array::from_fn::<_, 4, _>(|truck| (truck, truck, at(6, 0), trips[truck])));
        let found = binding(&Facts::new(&problem, &week));
        assert_eq!((found.len(), found[0].truck_days), (1, Some((4, 28))));
        assert_eq!(
            found[0].worded(&Text::new(Language::Vietnamese), &problem),
            "giờ làm việc: 4 trên 28 ca xe trong tuần đã kín (96%), của xe X0, X1, X2, X3"
        );
    }

    #[test]
    fn nothing_binds_where_there_is_room() {
        let problem = district(1, 1);
        let week = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        assert_eq!(binding(&Facts::new(&problem, &week)), []);
    }

    #[test]
    fn a_furnace_its_yard_and_a_daily_limit_that_are_used_up() {
        // 700 kg a week into a furnace that burns 5 · 20 · 7 = 700, a yard for 710 and a daily limit of 720.
        let mut problem = district(2, 1);
        problem.facilities[0].furnace =
            Some(Furnace { burn_per_hour: Kilograms(5), burn_time: at(20, 0), burn_days: DaySet::all(7), yard_capacity: Kilograms(710) });
        problem.facilities[0].daily_limit = Some(Kilograms(720));
        problem.trucks[0].payload_limit = Kilograms(700);
        let week = plan(&problem, &[(1, 0, at(6, 0), &[(&[0], Some(0))])]);
        let found: Vec<_> =
            binding(&Facts::new(&problem, &week)).iter().map(|binding| (binding.resource, binding.share() > 0.97)).collect();
        assert_eq!(found, [(Resource::Payload, true), (Resource::DailyIntake, true), (Resource::Furnace, true), (Resource::Yard, true)]);
    }
}
