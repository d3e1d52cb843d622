//! The roads that trucks of one profile may take, and the fastest ways on them.
//!
//! # Why an own search
//! `petgraph::algo::dijkstra` keeps its distances in a hash map and can neither stop when all anchors are reached nor give the ways
//! themselves. For a whole matrix of the district it takes several times as long as the search here (`benches/matrix.rs` measures
//! both), and ways must be the ones that the matrix counted. So this is Dijkstra's algorithm (1959) on flat arrays with a binary
//! heap; petgraph's is its judge in the tests.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{PathPiece, RoadNetwork, RoadPath, TravelCost, TruckProfile};

/// The segments that a profile admits, each with its cost, in one flat list by the node they leave.
#[derive(Clone, Debug)]
pub struct TruckRoads<'n> {
    network: &'n RoadNetwork,
    /// The segments that leave node `i` are `first[i] .. first[i + 1]`.
    first: Vec<u32>,
    segments: Vec<Admitted>,
    /// Whether some anchor stands at a node.
    is_anchor: Vec<bool>,
    n_anchor_nodes: usize,
}

#[derive(Clone, Copy, Debug)]
struct Admitted {
    to: u32,
    edge: u32,
    cost: TravelCost,
}

/// Memory of a search, used again for the next one.
#[derive(Clone, Debug)]
pub struct Search {
    costs: Vec<TravelCost>,
    came_by: Vec<u32>,
    queue: BinaryHeap<Reverse<(u64, u32)>>,
}

/// Which parts of the network a truck that starts at an anchor can reach and come back from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Each anchor.
    pub anchors: Vec<bool>,
    /// Each line: whether all of it can be driven on such a round.
    pub lines: Vec<bool>,
}

impl<'n> TruckRoads<'n> {
    pub(super) fn new(network: &'n RoadNetwork, profile: &TruckProfile) -> Self {
        let graph = network.graph();
        let speeds: Vec<Option<f64>> = network.lines().iter().map(|line| profile.speed_kmh(line)).collect();
        let mut first = Vec::with_capacity(graph.node_count() + 1);
        let mut segments = Vec::new();
        for node in graph.node_indices() {
            first.push(segments.len() as u32);
            let start = segments.len();
            for edge in graph.edges(node) {
                let segment = edge.weight();
                if let Some(speed) = speeds[segment.line] {
                    let cost = TravelCost::of_stretch(segment.start_mm.abs_diff(segment.end_mm), speed);
                    segments.push(Admitted { to: edge.target().index() as u32, edge: edge.id().index() as u32, cost });
                }
            }
            segments[start..].sort_unstable_by_key(|segment| segment.edge);
        }
        first.push(segments.len() as u32);
        let mut is_anchor = vec![false; graph.node_count()];
        network.anchors().iter().for_each(|anchor| is_anchor[anchor.node.index()] = true);
        let n_anchor_nodes = is_anchor.iter().filter(|is_anchor| **is_anchor).count();
        Self { network, first, segments, is_anchor, n_anchor_nodes }
    }

    /// The network they are part of.
    pub fn network(&self) -> &'n RoadNetwork {
        self.network
    }

    /// Memory for searches on these roads.
    pub fn search(&self) -> Search {
        let n = self.network.graph().node_count();
        Search { costs: vec![TravelCost::INFINITE; n], came_by: vec![u32::MAX; n], queue: BinaryHeap::new() }
    }

    /// The cost of the fastest way from one anchor to each anchor, in their order; nothing where there is none.
    ///
    /// Cost: O(m log m) for `m` admitted segments, less where the anchors are near each other.
    pub fn costs_from(&self, anchor: usize, search: &mut Search) -> Vec<Option<TravelCost>> {
        self.explore(self.network.anchor(anchor).node, None, search);
        let reached = |anchor: &super::Anchor| search.costs[anchor.node.index()];
        self.network.anchors().iter().map(reached).map(|cost| (cost != TravelCost::INFINITE).then_some(cost)).collect()
    }

    /// The fastest way between two anchors, or nothing where there is none. Its cost is the one that [`Self::costs_from`] tells.
    pub fn path(&self, from_anchor: usize, to_anchor: usize) -> Option<RoadPath> {
        self.path_with(from_anchor, to_anchor, &mut self.search())
    }

    /// As [`Self::path`], in memory of an earlier search.
    pub fn path_with(&self, from_anchor: usize, to_anchor: usize, search: &mut Search) -> Option<RoadPath> {
        let (from, to) = (self.network.anchor(from_anchor).node, self.network.anchor(to_anchor).node);
        self.explore(from, Some(to), search);
        let cost = search.costs[to.index()];
        (cost != TravelCost::INFINITE).then(|| RoadPath { pieces: self.pieces(from, to, search), cost })
    }

    /// What can be reached from `anchor` and left again to it.
    pub fn reach_and_leave(&self, anchor: usize) -> Reach {
        let graph = self.network.graph();
        let mut admitted: DiGraph<(), ()> = DiGraph::with_capacity(graph.node_count(), self.segments.len());
        for _ in graph.node_indices() {
            admitted.add_node(());
        }
        let mut is_admitted = vec![false; graph.edge_count()];
        for segment in &self.segments {
            let (from, to) = graph.edge_endpoints(EdgeIndex::new(segment.edge as usize)).expect("an edge of the network");
            admitted.add_edge(from, to, ());
            is_admitted[segment.edge as usize] = true;
        }
        let home = self.network.anchor(anchor).node;
        let mut reached = vec![false; graph.node_count()];
        for component in tarjan_scc(&admitted).into_iter().filter(|component| component.contains(&home)) {
            component.iter().for_each(|node| reached[node.index()] = true);
        }
        let mut lines = vec![true; self.network.lines().len()];
        for edge in graph.edge_references() {
            let whole = is_admitted[edge.id().index()] && reached[edge.source().index()] && reached[edge.target().index()];
            lines[edge.weight().line] &= whole;
        }
        Reach { anchors: self.network.anchors().iter().map(|anchor| reached[anchor.node.index()]).collect(), lines }
    }

    /// Dijkstra's algorithm from a node, until `only` is settled or, without it, every anchor.
    ///
    /// Nodes are settled in the order of time and index and a way is replaced only by a better one, so the same way is found every time.
    /// The queue needs no distances: every segment takes at least a millisecond, so when a node's turn comes, all nodes before it in
    /// time have had theirs, and among equally fast ways the shortest is known. A node queued twice with one time comes twice in a row.
    fn explore(&self, from: NodeIndex, only: Option<NodeIndex>, search: &mut Search) {
        let Search { costs, came_by, queue } = search;
        costs.fill(TravelCost::INFINITE);
        came_by.fill(u32::MAX);
        queue.clear();
        let mut anchors_left = self.n_anchor_nodes;
        costs[from.index()] = TravelCost::default();
        queue.push(Reverse((0, from.index() as u32)));
        let mut last = None;
        while let Some(entry) = queue.pop() {
            let Reverse((milliseconds, node)) = entry;
            let node = node as usize;
            let cost = costs[node];
            if milliseconds > cost.milliseconds || last.replace(entry) == Some(entry) {
                continue;
            }
            anchors_left = anchors_left.saturating_sub(usize::from(self.is_anchor[node]));
            if anchors_left == 0 || only.is_some_and(|only| only.index() == node) {
                break;
            }
            for segment in &self.segments[self.first[node] as usize..self.first[node + 1] as usize] {
                let there = cost + segment.cost;
                if there < costs[segment.to as usize] {
                    costs[segment.to as usize] = there;
                    came_by[segment.to as usize] = segment.edge;
                    queue.push(Reverse((there.milliseconds, segment.to)));
                }
            }
        }
    }

    /// The way that the search found, from its last segment back; segments that go on along one line become one piece.
    fn pieces(&self, from: NodeIndex, to: NodeIndex, search: &Search) -> Vec<PathPiece> {
        let graph = self.network.graph();
        let mut pieces: Vec<PathPiece> = Vec::new();
        let mut node = to;
        while node != from {
            let edge = EdgeIndex::new(search.came_by[node.index()] as usize);
            let (before, _) = graph.edge_endpoints(edge).expect("a way of edges");
            let segment = graph[edge];
            let here = search.costs[node.index()];
            let there = search.costs[before.index()];
            let cost =
                TravelCost { milliseconds: here.milliseconds - there.milliseconds, millimetres: here.millimetres - there.millimetres };
            let forward = segment.start_mm <= segment.end_mm;
            match pieces.last_mut() {
                Some(next) if next.line == segment.line && next.start_mm == segment.end_mm && next.is_forward() == forward => {
                    next.start_mm = segment.start_mm;
                    next.cost = next.cost + cost;
                }
                _ => pieces.push(PathPiece { line: segment.line, start_mm: segment.start_mm, end_mm: segment.end_mm, cost }),
            }
            node = before;
        }
        pieces.reverse();
        pieces
    }
}

#[cfg(test)]
mod tests {
    use geo::Coord;
    use petgraph::algo::dijkstra;
    use petgraph::visit::EdgeFiltered;
    use proptest::prelude::*;

    use super::super::line::tests::line;
    use super::super::{RoadLine, RoadSegment};
    use super::*;
    use crate::units::{Metres, Seconds};

    const TRUCK: TruckProfile = TruckProfile { lane_width_m: 3.0, gross_weight_kg: 11_000, speed_factor: 1.0, max_speed_kmh: None };

    fn at(x: f64, y: f64) -> Coord<f64> {
        Coord { x, y }
    }

    #[test]
    fn the_fastest_way_beats_the_shortest() {
        // Direct 100 m at 3.6 km/h (1 m/s): 100 s. Around: 200 m + 100 m (course 0.001 + 0.001 + 0.001) at 10 m/s: 30 s.
        let lines = vec![
            RoadLine { speed_kmh: 3.6, ..line("direct", &[(0.0, 0.0), (0.001, 0.0)]) },
            line("around", &[(0.0, 0.0), (0.0, 0.001), (0.001, 0.001), (0.001, 0.0)]),
        ];
        let network = RoadNetwork::new(lines, &[at(0.0, 0.0), at(0.001, 0.0)], &[TRUCK]);
        let path = network.path(&TRUCK, 0, 1).unwrap();
        assert_eq!((path.cost.seconds(), path.cost.metres()), (Seconds(30), Metres(300)));
        assert_eq!(path.pieces.len(), 1);
        assert_eq!(network.path_course(&path).0.len(), 4);
    }

    #[test]
    fn a_way_past_other_anchors_on_one_road_is_one_piece() {
        let network = RoadNetwork::new(
            vec![line("a", &[(0.0, 0.0), (0.004, 0.0)])],
            &[at(0.0, 0.0), at(0.001, 0.0), at(0.002, 0.0), at(0.004, 0.0)],
            &[TRUCK],
        );
        let back = network.path(&TRUCK, 3, 0).unwrap();
        assert_eq!(back.pieces.len(), 1);
        assert_eq!((back.pieces[0].start_mm, back.pieces[0].end_mm), (400_000, 0));
        assert_eq!(network.path_course(&back).0, [at(0.004, 0.0), at(0.0, 0.0)]);
    }

    #[test]
    fn a_one_way_street_that_leads_nowhere_is_not_left_again() {
        // a – b both ways; c only from b; d behind a lane too narrow; e behind a bridge too weak.
        let lines = vec![
            line("ab", &[(0.0, 0.0), (0.001, 0.0)]),
            RoadLine { oneway: true, ..line("bc", &[(0.001, 0.0), (0.002, 0.0)]) },
            RoadLine { width_m: 2.5, ..line("ad", &[(0.0, 0.0), (0.0, 0.001)]) },
            RoadLine { max_weight_t: Some(8.0), ..line("ae", &[(0.0, 0.0), (0.0, -0.001)]) },
        ];
        let small = TruckProfile { lane_width_m: 2.0, gross_weight_kg: 7_500, ..TRUCK };
        let places = [at(0.0, 0.0), at(0.001, 0.0), at(0.002, 0.0), at(0.0, 0.001), at(0.0, -0.001)];
        let network = RoadNetwork::new(lines, &places, &[TRUCK, small]);
        let reach = network.roads_for(&TRUCK).reach_and_leave(0);
        assert_eq!(reach.anchors, [true, true, false, false, false]);
        assert_eq!(reach.lines, [true, false, false, false]);
        assert!(network.path(&TRUCK, 0, 2).is_some() && network.path(&TRUCK, 2, 0).is_none());
        assert_eq!(network.roads_for(&small).reach_and_leave(0).anchors, [true, true, false, true, true]);
    }

    /// Small networks on a grid of 4 × 4 junctions, with roads of all kinds between them.
    fn networks() -> impl Strategy<Value = RoadNetwork> {
        let junction = || (0..4u8, 0..4u8).prop_map(|(x, y)| (f64::from(x) * 0.001, f64::from(y) * 0.001));
        let road = (junction(), junction(), any::<bool>(), 1..4u8, 2..5u8, 1..3u8).prop_filter_map(
            "a road has two ends",
            |(a, b, oneway, speed, width, detour)| {
                let road = line("", &[a, b]);
                let length_m = road.length_m * f64::from(detour);
                let (speed_kmh, width_m) = (f64::from(speed) * 18.0, f64::from(width));
                (a != b).then_some(RoadLine { oneway, speed_kmh, width_m, length_m, ..road })
            },
        );
        let place = (0.0..0.003f64, 0.0..0.003f64).prop_map(|(x, y)| at(x, y));
        let roads = proptest::collection::vec(road, 1..24);
        (roads, proptest::collection::vec(place, 1..6)).prop_map(|(lines, places)| RoadNetwork::new(lines, &places, &[TRUCK]))
    }

    fn cost_of(network: &RoadNetwork, segment: &RoadSegment) -> Option<TravelCost> {
        let speed = TRUCK.speed_kmh(&network.lines()[segment.line])?;
        Some(TravelCost::of_stretch(segment.start_mm.abs_diff(segment.end_mm), speed))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn the_search_finds_what_petgraph_finds(network in networks()) {
            let admitted = EdgeFiltered::from_fn(network.graph(), |edge| cost_of(&network, edge.weight()).is_some());
            let roads = network.roads_for(&TRUCK);
            let mut search = roads.search();
            for (i, from) in network.anchors().iter().enumerate() {
                let judge = dijkstra(&admitted, from.node, None, |edge| cost_of(&network, edge.weight()).unwrap());
                let found = roads.costs_from(i, &mut search);
                for (j, to) in network.anchors().iter().enumerate() {
                    prop_assert_eq!(found[j], judge.get(&to.node).copied());
                    let path = roads.path(i, j);
                    prop_assert_eq!(path.as_ref().map(|path| path.cost), found[j]);
                    let Some(path) = path else { continue };
                    let sum = path.pieces.iter().fold(TravelCost::default(), |sum, piece| sum + piece.cost);
                    prop_assert_eq!(sum, path.cost);
                    let lengths: u64 = path.pieces.iter().map(|piece| piece.start_mm.abs_diff(piece.end_mm)).sum();
                    prop_assert_eq!(lengths, path.cost.millimetres);
                }
            }
        }

        #[test]
        fn the_course_of_a_way_leads_from_anchor_to_anchor(network in networks()) {
            let n = network.anchors().len();
            for (i, j) in (0..n).flat_map(|i| (0..n).map(move |j| (i, j))) {
                let Some(path) = network.path(&TRUCK, i, j) else { continue };
                let course = network.path_course(&path);
                let near = |a: Coord<f64>, b: Coord<f64>| (a.x - b.x).abs() < 2e-5 && (a.y - b.y).abs() < 2e-5;
                if let (Some(first), Some(last)) = (course.0.first(), course.0.last()) {
                    prop_assert!(near(*first, network.anchor(i).snapped) && near(*last, network.anchor(j).snapped));
                } else {
                    prop_assert_eq!(network.anchor(i).node, network.anchor(j).node);
                }
                for pair in path.pieces.windows(2) {
                    let (before, after) = (network.piece_course(&pair[0]), network.piece_course(&pair[1]));
                    prop_assert!(near(*before.0.last().unwrap(), after.0[0]), "a way without gaps");
                }
            }
        }

        #[test]
        fn an_anchor_is_reached_and_left_exactly_if_there_are_ways_both_ways(network in networks()) {
            let reach = network.roads_for(&TRUCK).reach_and_leave(0);
            for (i, reached) in reach.anchors.iter().enumerate() {
                let both = network.path(&TRUCK, 0, i).is_some() && network.path(&TRUCK, i, 0).is_some();
                prop_assert_eq!(*reached, both);
            }
        }
    }
}
