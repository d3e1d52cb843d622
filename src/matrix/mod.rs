//! Travel times and distances between all places of the district, for each kind of truck.

mod compute;
mod table;

pub use compute::compute;
pub use table::{Matrix, UNREACHABLE};
