//! Routes drawn on the roads: a day's, a truck-day's for its sheet, and a week's for a page that can be asked.

mod assemble;
mod day_map;
mod draw;
mod frequency_map;
mod layers;
mod legend;
mod names;
mod page;
mod sheet_map;
mod signs;
mod stops;
mod strands;
mod style;
mod week_map;

pub use assemble::{day_map, truck_map};
pub use day_map::{DayMap, Look, MapCommune, MapPlace, MapRoad, MapRoute, MapStop, PlaceKind, Strand};
pub use draw::draw;
pub use frequency_map::{FrequencyWords, frequency_map};
pub use sheet_map::draw_sheet_map;
pub use week_map::{draw_week_map, look_colours, look_sample};
