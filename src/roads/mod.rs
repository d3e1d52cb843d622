//! Roads for trucks: map file → road graph → shortest paths.

mod cost;
mod course;
mod line;
mod network;
mod path;
mod profile;
mod read;
mod snap;
mod truck_roads;

pub use cost::TravelCost;
pub use line::{Provenance, RoadClass, RoadLine};
pub use network::{Anchor, ProvenanceLengths, RoadNetwork, RoadNode, RoadSegment};
pub use path::{PathPiece, RoadPath};
pub use profile::{TruckProfile, group_profiles};
pub use truck_roads::{Reach, Search, TruckRoads};

#[cfg(test)]
pub(crate) use line::tests::line as straight_road;
