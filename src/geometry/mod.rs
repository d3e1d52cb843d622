//! Positions, distances and polylines on the ground.

mod features;
mod plane;

pub use features::{Shape, coordinate, read_features, read_position};
pub use plane::Plane;
