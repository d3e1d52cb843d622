//! Putting a week together: replay, roads and files.

use std::collections::BTreeMap;

use geo::{Coord, LineString};
use jiff::civil::Date;

use super::directions::{Heading, Junctions};
use super::identity::Identity;
use super::truck_day::{BreakRow, PlaceCard, StopRow, TripRows, TruckDay, UnloadRow};
use super::week::{CommuneCard, Day, Itinerary, PointWeek, TruckCard, Visit};
use super::{Leg, Step};
use crate::constraint::{Action, Halt, Place, RouteReplay};
use crate::dataset::{Dataset, PointRow, TruckRow};
use crate::kpi::{Facts, Figures, figures_by_day, figures_by_truck, route_figures};
use crate::model::{Problem, Route};
use crate::roads::{ProvenanceLengths, RoadNetwork, RoadPath, Search, TruckRoads};
use crate::units::{Kilograms, Metres, Seconds};

impl Itinerary {
    /// The itinerary of a plan, whose `facts` are at hand.
    ///
    /// `network` has the problem's locations as anchors and its profiles, both in the same order; `dataset` is what the problem was built from.
    /// `from` puts dates on a plan that has none: the Monday of its first week. Cost: a search on the roads for each different leg.
    pub fn new(dataset: &Dataset, network: &RoadNetwork, facts: &Facts, from: Option<Date>) -> Self {
        let (problem, plan) = (facts.problem, facts.plan);
        let first_date = problem.horizon.first_date.or(from);
        let identity = Identity::new(problem, plan, first_date);
        let mut builder = Builder { dataset, problem, identity: &identity, first_date, ways: Ways::new(network, problem) };
        let figures: Vec<Figures> = route_figures(facts).into_iter().map(|route| route.figures).collect();
        let mut figures = figures.into_iter();
        let by_day = figures_by_day(facts);
        let mut days = Vec::with_capacity(by_day.len());
        for (day, (replayed, sums)) in facts.replay.days.iter().zip(by_day).enumerate() {
            let routes = plan.days.get(day).map_or(&[][..], Vec::as_slice);
            let truck_days = routes.iter().zip(replayed).zip(&mut figures);
            let truck_days = truck_days.map(|((route, replay), figures)| builder.truck_day(route, replay, figures)).collect();
            let closed = problem.horizon.closed.contains(day);
            days.push(Day { day, date: builder.date(day), closed, truck_days, figures: sums });
        }
        Self {
            district: problem.name.clone(),
            first_date,
            for_one_week: problem.horizon.first_date.is_some(),
            trucks: truck_cards(dataset, facts),
            communes: commune_cards(problem),
            points: point_weeks(dataset, facts),
            figures: days.iter().map(|day| day.figures.clone()).sum(),
            days,
            identity,
        }
    }
}

struct Builder<'a> {
    dataset: &'a Dataset,
    problem: &'a Problem,
    identity: &'a Identity,
    first_date: Option<Date>,
    ways: Ways<'a>,
}

/// What has been driven and loaded so far on a route.
struct Progress {
    here: Place,
    heading: Option<Heading>,
    driven: Metres,
    on_board: Kilograms,
    provenance: ProvenanceLengths,
    stops: usize,
    unloads: usize,
}

impl Builder<'_> {
    fn date(&self, day: usize) -> Option<Date> {
        self.first_date.and_then(|first| first.checked_add(jiff::Span::new().days(day as i64)).ok())
    }

    fn truck_day(&mut self, route: &Route, replay: &RouteReplay, figures: Figures) -> TruckDay {
        let truck = &self.problem.trucks[replay.truck];
        let depot = Place::Depot(truck.depot);
        let mut progress = Progress {
            here: depot,
            heading: None,
            driven: Metres::ZERO,
            on_board: Kilograms::ZERO,
            provenance: ProvenanceLengths::default(),
            stops: 0,
            unloads: 0,
        };
        let mut trips: Vec<TripRows> = (1..=replay.n_trips).map(|number| TripRows { number, stops: Vec::new(), unload: None }).collect();
        for halt in &replay.halts {
            match halt.place {
                Place::Point(point) => trips[halt.trip].stops.push(self.stop(replay.truck, point, halt, &mut progress)),
                Place::Facility(facility) => trips[halt.trip].unload = Some(self.unload(replay.truck, facility, halt, &mut progress)),
                Place::Depot(_) => {}
            }
        }
        let home = self.leg(replay.truck, depot, &mut progress);
        let pause = route.pause.zip(replay.pause).map(|(decided, taken)| BreakRow {
            event: decided.event,
            moment: decided.moment,
            start: taken.start,
            end: taken.end,
        });
        debug_assert!(replay.events.iter().any(|event| event.action == Action::Prepare));
        TruckDay {
            day: replay.day,
            date: self.date(replay.day),
            truck: replay.truck,
            depot: place_card(self.problem, depot),
            start: replay.start,
            leave: replay.leave,
            end: replay.end,
            trips,
            home,
            pause,
            figures,
            provenance: progress.provenance,
            check_code: self.identity.code_of(&truck.id, replay.day),
        }
    }

    fn stop(&mut self, truck: usize, index: usize, halt: &Halt, progress: &mut Progress) -> StopRow {
        let leg = self.leg(truck, halt.place, progress);
        progress.stops += 1;
        progress.on_board += halt.load.kg;
        let point = &self.problem.points[index];
        let row = point_row(self.dataset, index);
        StopRow {
            number: progress.stops,
            point: index,
            id: point.id.clone(),
            name: point.name.clone(),
            commune: point.commune,
            commune_name: self.problem.communes[point.commune].name.clone(),
            position: position(self.problem, point.location),
            stop_kind: row.map(|row| row.stop_kind.clone()).unwrap_or_default(),
            containers: point.containers,
            access_width_m: row.and_then(|row| row.access_width_m),
            leg,
            driven: progress.driven,
            arrive: halt.arrive,
            start: halt.start,
            end: halt.end,
            kg: halt.load.kg,
            on_board: progress.on_board,
        }
    }

    fn unload(&mut self, truck: usize, index: usize, halt: &Halt, progress: &mut Progress) -> UnloadRow {
        let leg = self.leg(truck, halt.place, progress);
        progress.unloads += 1;
        progress.on_board = Kilograms::ZERO;
        let facility = &self.problem.facilities[index];
        UnloadRow {
            number: progress.unloads,
            facility: index,
            place: place_card(self.problem, halt.place),
            kind: facility.kind,
            approved: facility.approved,
            leg,
            driven: progress.driven,
            arrive: halt.arrive,
            start: halt.start,
            end: halt.end,
            kg: halt.load.kg,
        }
    }

    /// The way from where the truck is; the truck is at its end afterwards. A way between a place and itself has no length.
    fn leg(&mut self, truck: usize, to: Place, progress: &mut Progress) -> Leg {
        let (from, to_location) = (progress.here.location(self.problem), to.location(self.problem));
        let (leg, heading) = self.ways.leg(truck, from, to_location, progress.heading);
        progress.here = to;
        progress.heading = heading.or(progress.heading);
        progress.driven += leg.metres;
        progress.provenance = sum(progress.provenance, leg.provenance);
        leg
    }
}

/// A way on the roads, and its course.
type Way = (RoadPath, LineString<f64>);

/// Ways that were looked for, each once.
struct Ways<'a> {
    problem: &'a Problem,
    network: &'a RoadNetwork,
    junctions: Junctions<'a>,
    roads: Vec<TruckRoads<'a>>,
    searches: Vec<Search>,
    /// By profile and both locations.
    found: BTreeMap<(usize, usize, usize), Option<Way>>,
}

impl<'a> Ways<'a> {
    fn new(network: &'a RoadNetwork, problem: &'a Problem) -> Self {
        let roads: Vec<TruckRoads> = network.profiles().iter().map(|profile| network.roads_for(profile)).collect();
        let searches = roads.iter().map(TruckRoads::search).collect();
        Self { problem, network, junctions: Junctions::new(network), roads, searches, found: BTreeMap::new() }
    }

    /// The way of a truck, and how it looks at the end.
    fn leg(&mut self, truck: usize, from: usize, to: usize, arriving: Option<Heading>) -> (Leg, Option<Heading>) {
        let metres = self.problem.distance(truck, from, to).unwrap_or(Metres::ZERO);
        let seconds = self.problem.duration(truck, from, to).unwrap_or(Seconds::ZERO);
        let bare =
            Leg { metres, seconds, course: LineString::new(Vec::new()), steps: Vec::new(), provenance: ProvenanceLengths::default() };
        let truck = &self.problem.trucks[truck];
        let Some((path, course)) = self.way(truck.profile, from, to) else { return (bare, None) };
        let steps: Vec<Step> = self.junctions.steps(&path, truck.lane_width_m, arriving);
        let provenance = self.network.path_by_provenance(&path);
        (Leg { course, steps, provenance, ..bare }, self.junctions.last_heading(&path))
    }

    fn way(&mut self, profile: usize, from: usize, to: usize) -> Option<Way> {
        let (network, roads) = (self.network, self.roads.get(profile)?);
        let search = self.searches.get_mut(profile)?;
        let n_anchors = network.anchors().len();
        if from >= n_anchors || to >= n_anchors || from == to {
            return None;
        }
        let way = self.found.entry((profile, from, to)).or_insert_with(|| {
            let path = roads.path_with(from, to, search)?;
            let course = network.path_course(&path);
            Some((path, course))
        });
        way.clone()
    }
}

fn sum(a: ProvenanceLengths, b: ProvenanceLengths) -> ProvenanceLengths {
    ProvenanceLengths {
        measured_m: a.measured_m + b.measured_m,
        schematic_m: a.schematic_m + b.schematic_m,
        synthetic_m: a.synthetic_m + b.synthetic_m,
    }
}

fn position(problem: &Problem, location: usize) -> Coord<f64> {
    let location = problem.locations[location];
    Coord { x: location.longitude, y: location.latitude }
}

fn place_card(problem: &Problem, place: Place) -> PlaceCard {
    PlaceCard { name: place.name(problem).to_owned(), position: position(problem, place.location(problem)) }
}

/// The row of a point; the problem has them in the order of the file.
fn point_row(dataset: &Dataset, index: usize) -> Option<&PointRow> {
    dataset.points.get(index).map(|row| &row.value)
}

fn truck_row<'d>(dataset: &'d Dataset, id: &str) -> Option<&'d TruckRow> {
    dataset.trucks.iter().map(|row| &row.value).find(|row| row.id == id)
}

fn truck_cards(dataset: &Dataset, facts: &Facts) -> Vec<TruckCard> {
    let trucks = facts.problem.trucks.iter().zip(figures_by_truck(facts));
    let cards = trucks.map(|(truck, figures)| TruckCard {
        id: truck.id.clone(),
        name: truck.name.clone(),
        plate: truck.plate.clone(),
        crew: truck_row(dataset, &truck.id).map_or(0, |row| row.crew),
        payload: truck.payload,
        lane_width_m: truck.lane_width_m,
        figures,
    });
    cards.collect()
}

fn commune_cards(problem: &Problem) -> Vec<CommuneCard> {
    let cards = problem.communes.iter().map(|commune| CommuneCard {
        code: commune.code.clone(),
        name: commune.name.clone(),
        town: commune.town,
        commune_2025: commune.commune_2025.clone(),
    });
    cards.collect()
}

fn point_weeks(dataset: &Dataset, facts: &Facts) -> Vec<PointWeek> {
    let problem = facts.problem;
    let n_days = problem.horizon.n_days;
    let mut visits: Vec<Vec<Visit>> = vec![Vec::new(); problem.points.len()];
    for route in facts.replay.routes() {
        for (point, halt) in route.stops() {
            let visit =
                Visit { day: route.day, truck: route.truck, arrive: halt.arrive, start: halt.start, end: halt.end, kg: halt.load.kg };
            visits[point].push(visit);
        }
    }
    let weeks = problem.points.iter().zip(visits).enumerate().map(|(index, (point, visits))| {
        let days = facts.replay.schedule[index];
        PointWeek {
            point: index,
            id: point.id.clone(),
            name: point.name.clone(),
            kind: point_row(dataset, index).map(|row| row.kind.clone()).unwrap_or_default(),
            commune: point.commune,
            position: position(problem, point.location),
            people: point.people,
            containers: point.containers,
            weekly: point.weekly,
            visits_least: point.visits_least,
            longest_wait: point.longest_wait,
            longest_gap: days.iter().map(|day| days.gap(day, n_days)).max().unwrap_or(n_days),
            short: facts.verdict.shortfalls.iter().any(|finding| finding.point == Some(index)),
            visits,
        }
    });
    weeks.collect()
}
