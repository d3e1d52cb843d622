//! The steps tied together: files → roads → travel times → problem.

mod access;
mod ground;
mod instance;
mod load;

pub use instance::load_instance;
pub use load::{Project, load};
