//! The steps tied together: files → roads → travel times → problem.

mod access;
mod ground;
mod load;

pub use load::{Project, load};
