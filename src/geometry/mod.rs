//! Positions, distances and polylines on the ground.

mod plane;

pub use plane::Plane;
