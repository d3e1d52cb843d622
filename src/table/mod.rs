//! Tables with places: rows of CSV files that know the line and column of every cell.
//!
//! A file becomes a [`Source`](crate::fault::Source) ([`decode`]), a source becomes [`Record`]s ([`read_sheet`]; other rooms make
//! records of GeoJSON features and of TOML tables), and a record gives its fields in a [`Format`]. What can't be read is
//! recorded as a fault, and reading goes on.

mod clock;
mod days;
mod decode;
mod format;
mod json_places;
mod lines;
mod located;
mod number;
mod record;
mod sheet;
mod toml_content;

pub use clock::{Clock, DateIso, write_clock};
pub use days::{Days, write_days};
pub use decode::decode;
pub use format::{Choice, Format, Misread, Number, Numbers, Whole, Words, YES_NO};
pub use json_places::{JsonPlaces, Step};
pub use lines::Lines;
pub use located::Located;
pub(crate) use record::shorten;
pub use record::{Content, Field, Holder, Record, Rows};
pub use sheet::read_sheet;
pub use toml_content::toml_content;
