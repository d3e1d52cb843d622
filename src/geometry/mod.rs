//! Positions, distances and polylines on the ground.
