//! Roads for trucks: map file → road graph → shortest paths.

mod line;
mod read;

pub use line::{Provenance, RoadClass, RoadLine};
