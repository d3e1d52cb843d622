//! One day's routes drawn on the roads.

mod assemble;
mod day_map;
mod draw;
mod frequency_map;
mod legend;
mod names;
mod page;
mod signs;
mod strands;
mod style;

pub use assemble::day_map;
pub use day_map::{DayMap, MapCommune, MapPlace, MapRoad, MapRoute, PlaceKind, Strand};
pub use draw::draw;
pub use frequency_map::{FrequencyWords, frequency_map};
