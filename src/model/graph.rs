//! The district as one graph: who lies where, who can serve whom, and the roads between.

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};

use super::Problem;
use crate::roads::{RoadNetwork, RoadSegment};

/// A node of the model graph; indices refer to the [`Problem`], road nodes to the [`RoadNetwork`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A commune or town.
    Commune(usize),
    /// A collection point.
    Point(usize),
    /// A truck.
    Truck(usize),
    /// A depot.
    Depot(usize),
    /// A facility.
    Facility(usize),
    /// Where roads meet, end, or pass a place.
    RoadNode(NodeIndex),
}

/// An edge of the model graph: what one thing is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// A point lies in a commune.
    LiesIn,
    /// A truck is based at a depot.
    BasedAt,
    /// A truck can reach a point and leave it.
    CanServe,
    /// A truck can reach a facility and leave it.
    CanReach,
    /// A point, depot or facility stands at a road node.
    StandsAt,
    /// A road segment leads from a road node to another.
    Road(EdgeIndex),
}

/// What is known about a thing or a relation, for exports.
#[derive(Clone, Debug, PartialEq)]
pub enum Attribute {
    /// Words.
    Words(String),
    /// A whole number.
    Whole(i64),
    /// A measured or estimated number.
    Real(f64),
    /// Yes or no.
    Flag(bool),
}

/// A directed graph of communes, points, trucks, depots, facilities and, with a network, road nodes.
///
/// Nodes come in that order, each kind in the order of the problem; so do edges. Memory: O(trucks · points) for what can be served.
#[derive(Clone, Debug)]
pub struct ModelGraph<'p> {
    problem: &'p Problem,
    network: Option<&'p RoadNetwork>,
    graph: DiGraph<Thing, Relation>,
}

impl<'p> ModelGraph<'p> {
    /// The graph of a problem, and of its roads where a network is given, whose anchors are the problem's locations.
    pub fn new(problem: &'p Problem, network: Option<&'p RoadNetwork>) -> Self {
        let mut model = Self { problem, network, graph: DiGraph::new() };
        let mut add = |n: usize, thing: fn(usize) -> Thing| (0..n).map(|i| model.graph.add_node(thing(i))).collect::<Vec<_>>();
        let communes = add(problem.communes.len(), Thing::Commune);
        let points = add(problem.points.len(), Thing::Point);
        let trucks = add(problem.trucks.len(), Thing::Truck);
        let depots = add(problem.depots.len(), Thing::Depot);
        let facilities = add(problem.facilities.len(), Thing::Facility);
        for (point, node) in problem.points.iter().zip(&points) {
            model.graph.add_edge(*node, communes[point.commune], Relation::LiesIn);
            model.link_reached_by(&trucks, &point.reached_by, *node, Relation::CanServe);
        }
        for (truck, node) in problem.trucks.iter().zip(&trucks) {
            model.graph.add_edge(*node, depots[truck.depot], Relation::BasedAt);
        }
        for (facility, node) in problem.facilities.iter().zip(&facilities) {
            model.link_reached_by(&trucks, &facility.reached_by, *node, Relation::CanReach);
        }
        if let Some(network) = network {
            let places = problem.depots.iter().map(|depot| depot.location).zip(depots);
            let places = places.chain(problem.facilities.iter().map(|facility| facility.location).zip(facilities));
            let places = places.chain(problem.points.iter().map(|point| point.location).zip(points));
            model.add_roads(network, places.collect());
        }
        model
    }

    /// The graph itself.
    pub fn graph(&self) -> &DiGraph<Thing, Relation> {
        &self.graph
    }

    /// What is known about a thing: its kind first, then `id` and `name`, then all else.
    pub fn thing(&self, thing: Thing) -> Vec<(&'static str, Attribute)> {
        let problem = self.problem;
        match thing {
            Thing::Commune(i) => {
                let commune = &problem.communes[i];
                let mut known = named("commune", &commune.code, &commune.name);
                known.extend([("town", Attribute::Flag(commune.town)), ("people", Attribute::Whole(commune.population))]);
                known
            }
            Thing::Point(i) => {
                let point = &problem.points[i];
                let mut known = named("point", &point.id, &point.name);
                known.extend(self.position(point.location));
                known.extend([("people", Attribute::Whole(point.people)), ("kg_per_week", Attribute::Whole(point.weekly.0))]);
                known
            }
            Thing::Truck(i) => {
                let truck = &problem.trucks[i];
                let mut known = named("truck", &truck.id, &truck.name);
                known.extend([("payload_kg", Attribute::Whole(truck.payload.0)), ("volume_l", Attribute::Whole(truck.volume.0))]);
                known.push(("lane_width_m", Attribute::Real(truck.lane_width_m)));
                known
            }
            Thing::Depot(i) => {
                let depot = &problem.depots[i];
                let mut known = named("depot", &depot.id, &depot.name);
                known.extend(self.position(depot.location));
                known
            }
            Thing::Facility(i) => {
                let facility = &problem.facilities[i];
                let mut known = named("facility", &facility.id, &facility.name);
                known.extend(self.position(facility.location));
                known.push(("approved", Attribute::Flag(facility.approved)));
                known
            }
            Thing::RoadNode(node) => {
                let mut known = vec![("kind", words("road node")), ("id", words(&format!("N{}", node.index())))];
                if let Some(network) = self.network {
                    let position = network.graph()[node].position;
                    known.extend([("longitude", Attribute::Real(position.x)), ("latitude", Attribute::Real(position.y))]);
                }
                known
            }
        }
    }

    /// What is known about a relation: its kind first; for a road segment all that the map has.
    pub fn relation(&self, relation: Relation) -> Vec<(&'static str, Attribute)> {
        let kind = match relation {
            Relation::LiesIn => "lies in",
            Relation::BasedAt => "is based at",
            Relation::CanServe => "can serve",
            Relation::CanReach => "can reach",
            Relation::StandsAt => "stands at",
            Relation::Road(_) => "road",
        };
        let mut known = vec![("relation", words(kind))];
        if let (Relation::Road(edge), Some(network)) = (relation, self.network) {
            known.extend(segment(network, &network.graph()[edge]));
        }
        known
    }

    fn link_reached_by(&mut self, trucks: &[NodeIndex], reached_by: &[bool], node: NodeIndex, relation: Relation) {
        for (truck, _) in trucks.iter().zip(reached_by).filter(|(_, reaches)| **reaches) {
            self.graph.add_edge(*truck, node, relation);
        }
    }

    fn add_roads(&mut self, network: &RoadNetwork, places: Vec<(usize, NodeIndex)>) {
        let roads = network.graph();
        let nodes: Vec<NodeIndex> = roads.node_indices().map(|node| self.graph.add_node(Thing::RoadNode(node))).collect();
        for (location, place) in places {
            if let Some(anchor) = network.anchors().get(location) {
                self.graph.add_edge(place, nodes[anchor.node.index()], Relation::StandsAt);
            }
        }
        for edge in roads.edge_indices() {
            let (from, to) = roads.edge_endpoints(edge).expect("an edge of the network");
            self.graph.add_edge(nodes[from.index()], nodes[to.index()], Relation::Road(edge));
        }
    }

    fn position(&self, location: usize) -> [(&'static str, Attribute); 2] {
        let location = self.problem.locations[location];
        [("longitude", Attribute::Real(location.longitude)), ("latitude", Attribute::Real(location.latitude))]
    }
}

fn named(kind: &str, id: &str, name: &str) -> Vec<(&'static str, Attribute)> {
    vec![("kind", words(kind)), ("id", words(id)), ("name", words(name))]
}

fn words(words: &str) -> Attribute {
    Attribute::Words(words.to_owned())
}

fn segment(network: &RoadNetwork, segment: &RoadSegment) -> Vec<(&'static str, Attribute)> {
    let line = &network.lines()[segment.line];
    let length_m = segment.start_mm.abs_diff(segment.end_mm) as f64 / 1000.0;
    let mut known = vec![
        ("line", words(&line.id)),
        ("name", words(&line.name)),
        ("class", words(line.class.name())),
        ("surface", words(&line.surface)),
        ("length_m", Attribute::Real(length_m)),
        ("speed_kmh", Attribute::Real(line.speed_kmh)),
        ("width_m", Attribute::Real(line.width_m)),
        ("oneway", Attribute::Flag(line.oneway)),
        ("flood_prone", Attribute::Flag(line.flood_prone)),
        ("provenance", words(line.provenance.name())),
        ("confidence", Attribute::Real(line.confidence)),
    ];
    known.extend(line.max_weight_t.map(|tonnes| ("max_weight_t", Attribute::Real(tonnes))));
    known
}
