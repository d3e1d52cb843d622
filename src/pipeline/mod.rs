//! The steps tied together: files → roads → travel times → problem.

mod access;
mod ground;
mod instance;
mod load;
mod scenario;

pub use instance::load_instance;
pub use load::{Project, build, load, read_files};
pub use scenario::{build_changed, read_scenario, scenarios_of};
