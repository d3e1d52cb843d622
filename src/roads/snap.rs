//! The nearest usable road of a place.

use geo::{Coord, LineLocatePoint, LineString, Point};
use rstar::RTree;
use rstar::primitives::{GeomWithData, Line};

use super::RoadLine;
use crate::geometry::Plane;

/// Distances that differ by less are one distance: an anchor at a junction touches all its roads.
const SAME_DISTANCE_M: f64 = 0.001;

/// An R-tree of the pieces of all usable lines, on the flat map.
pub(super) struct Snapper<'n> {
    plane: &'n Plane,
    flat: Vec<LineString<f64>>,
    tree: RTree<GeomWithData<Line<[f64; 2]>, usize>>,
}

/// Where an anchor meets its road.
pub(super) struct Foot {
    /// Index of the line.
    pub line: usize,
    /// How far along its course, from 0 to 1.
    pub fraction: f64,
    /// Straight distance from the anchor.
    pub distance_m: f64,
}

impl<'n> Snapper<'n> {
    /// An index of those `lines` that are `usable`; the others are never snapped to.
    pub fn new(lines: &[RoadLine], plane: &'n Plane, usable: impl Fn(&RoadLine) -> bool) -> Self {
        let flat: Vec<LineString<f64>> = lines.iter().map(|line| plane.project_line(&line.course)).collect();
        let mut pieces = Vec::new();
        for (i, course) in flat.iter().enumerate().filter(|(i, _)| usable(&lines[*i])) {
            let real = course.lines().filter(|piece| piece.start != piece.end && is_finite(piece.start) && is_finite(piece.end));
            pieces.extend(real.map(|piece| {
                let (start, end) = ([piece.start.x, piece.start.y], [piece.end.x, piece.end.y]);
                GeomWithData::new(Line::new(start, end), i)
            }));
        }
        Self { plane, flat, tree: RTree::bulk_load(pieces) }
    }

    /// The nearest road; of several equally near, the first in the map. None where there is no usable road at all.
    pub fn snap(&self, position: Coord<f64>) -> Option<Foot> {
        let place = self.plane.project(position);
        if !is_finite(place) {
            return None;
        }
        let mut nearest = self.tree.nearest_neighbor_iter_with_distance_2(&[place.x, place.y]);
        let (first, distance_2) = nearest.next()?;
        let distance_m = distance_2.sqrt();
        let as_near = nearest.take_while(|(_, other_2)| other_2.sqrt() <= distance_m + SAME_DISTANCE_M);
        let line = as_near.map(|(piece, _)| piece.data).fold(first.data, usize::min);
        let fraction = self.flat[line].line_locate_point(&Point::from(place))?;
        Some(Foot { line, fraction, distance_m })
    }
}

fn is_finite(position: Coord<f64>) -> bool {
    position.x.is_finite() && position.y.is_finite()
}
