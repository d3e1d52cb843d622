//! Roads for trucks: map file → road graph → shortest paths.

mod line;

pub use line::{Provenance, RoadClass, RoadLine};
