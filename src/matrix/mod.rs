//! Travel times and distances between all places of the district, for each kind of truck.

mod table;

pub use table::{Matrix, UNREACHABLE};
