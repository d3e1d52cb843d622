//! A way on the roads.

use super::TravelCost;

/// The fastest way between two anchors. No pieces where both stand at one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadPath {
    /// Stretches of road, in driving order; each begins where the one before ends.
    pub pieces: Vec<PathPiece>,
    /// Time and distance of the whole: exactly the sum of its pieces.
    pub cost: TravelCost,
}

/// A stretch of one line, driven in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathPiece {
    /// Index of the line in [`super::RoadNetwork::lines`].
    pub line: usize,
    /// Where it begins, in millimetres of travel length from the start of the line.
    pub start_mm: u64,
    /// Where it ends; less than `start_mm` where it is driven against the drawing direction.
    pub end_mm: u64,
    /// Its time and distance.
    pub cost: TravelCost,
}

impl PathPiece {
    /// Whether it is driven in the drawing direction of its line.
    pub fn is_forward(&self) -> bool {
        self.start_mm <= self.end_mm
    }
}
