//! Tables with places: rows of CSV files that know the line and column of every cell.

mod located;

pub use located::Located;
