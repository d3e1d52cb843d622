//! Positions, distances and polylines on the ground.

mod plane;

pub use plane::Plane;
mod features;

pub use features::{Shape, coordinate, read_features, read_position};
