//! The road graph of a district.

use std::collections::HashMap;

use geo::{Coord, LineString};
use petgraph::graph::{DiGraph, NodeIndex};

use super::snap::{Foot, Snapper};
use super::{PathPiece, Provenance, RoadLine, RoadPath, TruckProfile, TruckRoads, course};
use crate::geometry::Plane;

/// Places on a line that are nearer to each other (or to its end) become one node: no segment is shorter than a truck's step.
const SAME_PLACE_MM: u64 = 1_000;

/// Where roads meet, end, or pass an anchor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoadNode {
    /// Longitude and latitude.
    pub position: Coord<f64>,
}

/// A part of a line, driven in one direction: against the drawing direction where `start_mm` is greater than `end_mm`.
///
/// Class, surface, width, weight limit and all else are those of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoadSegment {
    /// Index of the line in [`RoadNetwork::lines`].
    pub line: usize,
    /// Where it begins, in millimetres of travel length from the start of the line.
    pub start_mm: u64,
    /// Where it ends.
    pub end_mm: u64,
}

/// A place (depot, facility, point) on the roads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// Its road node.
    pub node: NodeIndex,
    /// Where it meets the road.
    pub snapped: Coord<f64>,
    /// Straight distance from the place to there; infinite where no road is usable. Then the anchor is a node of its own.
    pub distance_m: f64,
}

/// How much road there is of each provenance.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ProvenanceLengths {
    /// Surveyed or traced.
    pub measured_m: f64,
    /// Ends right, course drawn.
    pub schematic_m: f64,
    /// Invented.
    pub synthetic_m: f64,
}

/// A directed graph of road nodes and segments, and the anchors on it.
///
/// Lines meet only where their ends have equal coordinates (to a millionth of a degree). Every line gives one segment for
/// each direction it may be driven in; anchors split it, in proportion to its travel length. Nodes are, in order: line ends in the
/// order of the lines, then anchors along the lines, then anchors without any road.
#[derive(Clone, Debug)]
pub struct RoadNetwork {
    lines: Vec<RoadLine>,
    graph: DiGraph<RoadNode, RoadSegment>,
    anchors: Vec<Anchor>,
    profiles: Vec<TruckProfile>,
    plane: Plane,
}

impl RoadNetwork {
    /// The graph of `lines`, with `anchors` snapped to the nearest road that one of the `profiles` may take (any road where there
    /// are none).
    pub fn new(lines: Vec<RoadLine>, anchors: &[Coord<f64>], profiles: &[TruckProfile]) -> Self {
        let usual = lines.clone();
        Self::of_changed(lines, &usual, anchors, profiles)
    }

    /// The same for roads that a scenario has changed: what may be snapped to is judged by the `usual` lines, which have the same order and
    /// courses. A place stays at the road where it stands, be that road closed.
    pub fn of_changed(lines: Vec<RoadLine>, usual: &[RoadLine], anchors: &[Coord<f64>], profiles: &[TruckProfile]) -> Self {
        let plane = Plane::around_all(lines.iter().flat_map(|line| line.course.coords().copied()));
        let usable = |line: &RoadLine| profiles.is_empty() || profiles.iter().any(|profile| profile.speed_kmh(line).is_some());
        let snapper = Snapper::new(usual, &plane, usable);
        let feet: Vec<Option<Foot>> = anchors.iter().map(|position| snapper.snap(*position)).collect();
        let mut builder = Builder { lines: &lines, plane: &plane, graph: DiGraph::new() };
        let ends = builder.add_line_ends();
        let mut nodes: Vec<Option<NodeIndex>> = vec![None; anchors.len()];
        let mut feet_of_line: Vec<Vec<(u64, usize)>> = vec![Vec::new(); lines.len()];
        for (i, foot) in feet.iter().enumerate() {
            if let Some(foot) = foot {
                let along = (foot.fraction * length_mm(&lines[foot.line]) as f64).round() as u64;
                feet_of_line[foot.line].push((along, i));
            }
        }
        for (line, feet) in feet_of_line.iter_mut().enumerate() {
            if let Some(ends) = ends[line] {
                feet.sort_unstable();
                builder.add_line(line, ends, feet, &mut nodes);
            }
        }
        let anchors = anchors.iter().zip(&feet).zip(nodes).map(|((position, foot), node)| {
            let node = node.unwrap_or_else(|| builder.graph.add_node(RoadNode { position: *position }));
            let distance_m = foot.as_ref().map_or(f64::INFINITY, |foot| foot.distance_m);
            Anchor { node, snapped: builder.graph[node].position, distance_m }
        });
        let anchors = anchors.collect();
        let graph = builder.graph;
        Self { lines, graph, anchors, profiles: profiles.to_vec(), plane }
    }

    /// The lines it was made of.
    pub fn lines(&self) -> &[RoadLine] {
        &self.lines
    }

    /// The graph itself.
    pub fn graph(&self) -> &DiGraph<RoadNode, RoadSegment> {
        &self.graph
    }

    /// All anchors, in the order they were given.
    pub fn anchors(&self) -> &[Anchor] {
        &self.anchors
    }

    /// The `i`-th anchor.
    pub fn anchor(&self, i: usize) -> Anchor {
        self.anchors[i]
    }

    /// The profiles it was made for, in the order they were given.
    pub fn profiles(&self) -> &[TruckProfile] {
        &self.profiles
    }

    /// The flat map its lengths are measured on.
    pub fn plane(&self) -> &Plane {
        &self.plane
    }

    /// The roads that trucks of a profile may take; make it once for many searches.
    pub fn roads_for(&self, profile: &TruckProfile) -> TruckRoads<'_> {
        TruckRoads::new(self, profile)
    }

    /// The fastest way between two anchors, or nothing where there is none. One search; [`Self::roads_for`] saves work for many.
    pub fn path(&self, profile: &TruckProfile, from_anchor: usize, to_anchor: usize) -> Option<RoadPath> {
        self.roads_for(profile).path(from_anchor, to_anchor)
    }

    /// How much road there is of each provenance; a road in two directions counts once.
    pub fn share_by_provenance(&self) -> ProvenanceLengths {
        let mut lengths = ProvenanceLengths::default();
        self.lines.iter().for_each(|line| lengths.add(line.provenance, line.length_m));
        lengths
    }

    /// How much of a path has each provenance.
    pub fn path_by_provenance(&self, path: &RoadPath) -> ProvenanceLengths {
        let mut lengths = ProvenanceLengths::default();
        for piece in &path.pieces {
            lengths.add(self.lines[piece.line].provenance, piece.cost.millimetres as f64 / 1000.0);
        }
        lengths
    }

    /// The course of a piece of a path, in driving order.
    pub fn piece_course(&self, piece: &PathPiece) -> LineString<f64> {
        self.stretch_course(piece.line, piece.start_mm, piece.end_mm)
    }

    /// The course of a line between two places on it, in millimetres of travel length; backwards where the first is greater.
    pub fn stretch_course(&self, line: usize, start_mm: u64, end_mm: u64) -> LineString<f64> {
        let line = &self.lines[line];
        let length = length_mm(line).max(1) as f64;
        LineString::new(course::part(&line.course, &self.plane, start_mm as f64 / length, end_mm as f64 / length))
    }

    /// The course of a path, in driving order; empty where it begins and ends at one node.
    pub fn path_course(&self, path: &RoadPath) -> LineString<f64> {
        let mut positions: Vec<Coord<f64>> = Vec::new();
        for piece in &path.pieces {
            let course = self.piece_course(piece);
            let joined = usize::from(!positions.is_empty());
            positions.extend(course.0.iter().skip(joined));
        }
        LineString::new(positions)
    }
}

impl ProvenanceLengths {
    fn add(&mut self, provenance: Provenance, metres: f64) {
        match provenance {
            Provenance::Measured => self.measured_m += metres,
            Provenance::Schematic => self.schematic_m += metres,
            Provenance::Synthetic => self.synthetic_m += metres,
        }
    }

    /// All of it.
    pub fn total_m(&self) -> f64 {
        self.measured_m + self.schematic_m + self.synthetic_m
    }

    /// The part of `metres` in the whole, from 0 to 1; 0 where there is no road.
    pub fn share(&self, metres: f64) -> f64 {
        if self.total_m() > 0.0 { metres / self.total_m() } else { 0.0 }
    }
}

/// Travel length of a line in whole millimetres.
pub(super) fn length_mm(line: &RoadLine) -> u64 {
    (line.length_m * 1000.0).round() as u64
}

struct Builder<'n> {
    lines: &'n [RoadLine],
    plane: &'n Plane,
    graph: DiGraph<RoadNode, RoadSegment>,
}

impl Builder<'_> {
    /// Nodes for the ends of all lines; ends with equal coordinates share one. A line without a course has none.
    fn add_line_ends(&mut self) -> Vec<Option<(NodeIndex, NodeIndex)>> {
        let mut known = HashMap::new();
        let mut ends = Vec::with_capacity(self.lines.len());
        for line in self.lines {
            let both = line.course.0.first().zip(line.course.0.last());
            ends.push(both.map(|(first, last)| {
                let mut end = |position: Coord<f64>| {
                    *known.entry(microdegrees(position)).or_insert_with(|| self.graph.add_node(RoadNode { position }))
                };
                (end(*first), end(*last))
            }));
        }
        ends
    }

    /// The segments of a line, split at `feet` (millimetres along it, anchor), which are in order; notes each anchor's node.
    fn add_line(&mut self, line: usize, (first, last): (NodeIndex, NodeIndex), feet: &[(u64, usize)], nodes: &mut [Option<NodeIndex>]) {
        let length = length_mm(&self.lines[line]);
        let (mut start, mut start_mm) = (first, 0);
        for &(along_mm, anchor) in feet {
            let node = if along_mm - start_mm <= SAME_PLACE_MM {
                start
            } else if length - along_mm <= SAME_PLACE_MM {
                last
            } else {
                let fraction = along_mm as f64 / length as f64;
                let position = course::position(&self.lines[line].course, self.plane, fraction).expect("an anchor's line has a course");
                let node = self.graph.add_node(RoadNode { position });
                self.add_segment(line, (start, start_mm), (node, along_mm));
                (start, start_mm) = (node, along_mm);
                node
            };
            nodes[anchor] = Some(node);
        }
        self.add_segment(line, (start, start_mm), (last, length));
    }

    fn add_segment(&mut self, line: usize, (start, start_mm): (NodeIndex, u64), (end, end_mm): (NodeIndex, u64)) {
        self.graph.add_edge(start, end, RoadSegment { line, start_mm, end_mm });
        if !self.lines[line].oneway {
            self.graph.add_edge(end, start, RoadSegment { line, start_mm: end_mm, end_mm: start_mm });
        }
    }
}

fn microdegrees(position: Coord<f64>) -> (i64, i64) {
    ((position.x * 1e6).round() as i64, (position.y * 1e6).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;
    use crate::units::Metres;

    const ANY: TruckProfile = TruckProfile { lane_width_m: 2.0, gross_weight_kg: 5_000, speed_factor: 1.0, max_speed_kmh: None };

    fn at(x: f64, y: f64) -> Coord<f64> {
        Coord { x, y }
    }

    #[test]
    fn lines_meet_at_equal_ends_only() {
        // Two roads end at (0.001, 0), a third crosses the first in the middle without an end there.
        let lines = vec![
            line("a", &[(0.0, 0.0), (0.001, 0.0)]),
            line("b", &[(0.001, 0.0000000004), (0.002, 0.0)]),
            line("c", &[(0.0005, -0.001), (0.0005, 0.001)]),
        ];
        let network = RoadNetwork::new(lines, &[], &[]);
        assert_eq!(network.graph().node_count(), 3 + 2);
        assert_eq!(network.graph().edge_count(), 2 * 3);
    }

    #[test]
    fn an_anchor_splits_its_road_in_proportion() {
        // 100 m of course, but 200 m of travel; the anchor is a quarter along and 11 m (0.0001° of latitude) beside it.
        let road = RoadLine { length_m: 200.0, ..line("a", &[(0.0, 0.0), (0.001, 0.0)]) };
        let network = RoadNetwork::new(vec![road], &[at(0.00025, 0.0001), at(0.0, 0.0), at(0.001, 0.0)], &[ANY]);
        assert_eq!(network.graph().node_count(), 3);
        let anchor = network.anchor(0);
        assert!((anchor.distance_m - 11.06).abs() < 0.01, "{}", anchor.distance_m);
        assert!((anchor.snapped.x - 0.00025).abs() < 1e-9 && anchor.snapped.y.abs() < 1e-9);
        let there = network.path(&ANY, 1, 0).unwrap();
        let onward = network.path(&ANY, 0, 2).unwrap();
        // A quarter of 200 m, then the other 150 m at 10 m/s.
        assert_eq!((there.cost.metres(), onward.cost.metres()), (Metres(50), Metres(150)));
        assert_eq!(onward.cost.milliseconds, 15_000);
    }

    #[test]
    fn an_anchor_at_a_junction_uses_its_node() {
        let lines = vec![line("a", &[(0.0, 0.0), (0.001, 0.0)]), line("b", &[(0.001, 0.0), (0.002, 0.0)])];
        let network = RoadNetwork::new(lines, &[at(0.001, 0.0)], &[ANY]);
        assert_eq!(network.graph().node_count(), 3);
        assert_eq!(network.anchor(0).distance_m, 0.0);
    }

    #[test]
    fn several_anchors_split_a_road_several_times_and_equal_ones_share_a_node() {
        let road = line("a", &[(0.0, 0.0), (0.003, 0.0)]);
        let network = RoadNetwork::new(vec![road], &[at(0.002, 0.0), at(0.001, 0.0), at(0.002, 0.0)], &[ANY]);
        assert_eq!(network.graph().node_count(), 4);
        assert_eq!(network.graph().edge_count(), 6);
        assert_eq!(network.anchor(0).node, network.anchor(2).node);
        assert_ne!(network.anchor(0).node, network.anchor(1).node);
    }

    #[test]
    fn anchors_are_snapped_to_roads_that_some_truck_may_take() {
        let footpath = RoadLine { width_m: 1.5, ..line("near", &[(0.0, 0.0001), (0.001, 0.0001)]) };
        let lines = vec![footpath, line("far", &[(0.0, 0.001), (0.001, 0.001)])];
        let network = RoadNetwork::new(lines, &[at(0.0005, 0.0)], &[ANY]);
        assert!((network.anchor(0).snapped.y - 0.001).abs() < 1e-9);
    }

    #[test]
    fn without_roads_every_anchor_stands_alone() {
        let network = RoadNetwork::new(Vec::new(), &[at(0.0, 0.0), at(0.0, 0.0), at(f64::NAN, 0.0)], &[ANY]);
        assert_eq!(network.graph().node_count(), 3);
        assert_eq!(network.anchor(1).distance_m, f64::INFINITY);
        assert_eq!(network.path(&ANY, 0, 1), None);
        assert_eq!(network.path(&ANY, 0, 0).map(|path| path.cost.metres()), Some(Metres(0)));
    }

    #[test]
    fn lengths_are_shared_out_by_provenance() {
        let measured = RoadLine { provenance: Provenance::Measured, ..line("a", &[(0.0, 0.0), (0.001, 0.0)]) };
        let network = RoadNetwork::new(vec![measured, line("b", &[(0.001, 0.0), (0.004, 0.0)])], &[at(0.0, 0.0), at(0.002, 0.0)], &[ANY]);
        // 100 m measured and 300 m synthetic; the way takes 100 m of each.
        let lengths = network.share_by_provenance();
        assert!((lengths.share(lengths.measured_m) - 0.25).abs() < 1e-12);
        let path = network.path_by_provenance(&network.path(&ANY, 0, 1).unwrap());
        assert_eq!((path.measured_m, path.synthetic_m), (100.0, 100.0));
    }
}
