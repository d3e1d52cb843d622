//! Tables with places: rows of CSV files that know the line and column of every cell.

mod json_places;
mod located;

pub use json_places::{JsonPlaces, Step};
pub use located::Located;
