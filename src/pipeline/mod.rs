//! The steps tied together: files → roads → travel times → problem.

mod ground;
mod load;

pub use load::{Project, load};
