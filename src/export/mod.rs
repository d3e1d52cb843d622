//! Plan and model as files: exporters return bytes or text, whoever calls them decides where they go.

mod graph;
pub mod map;

pub use graph::{to_dot, to_graphml};
