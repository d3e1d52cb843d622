//! Positions, distances and polylines on the ground.

mod features;

pub use features::{Shape, coordinate, read_features, read_position};
