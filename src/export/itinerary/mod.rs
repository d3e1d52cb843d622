//! What goes into the hands of drivers and villagers, computed once: places, clock times, loads, the way on the roads and how to drive it.
//!
//! [`Itinerary::new`] puts a plan's replay, the roads and the files together; every format reads from it and computes no figure of its
//! own. Times, loads and lengths are those of [`crate::constraint::Replay`], which `thugom check` judges, and sums are those of [`crate::kpi`].

mod assemble;
mod closed_dates;
mod directions;
mod identity;
mod leg;
mod maneuver;
mod navigation;
mod selection;
mod truck_day;
mod week;
mod worded;

pub use closed_dates::{ClosedDate, closed_dates};
pub use identity::Identity;
pub use leg::Leg;
pub use maneuver::{Maneuver, RoadLabel, Step};
pub use navigation::{MOST_WAYPOINTS, NavigationLink, navigation_links};
pub use selection::Selection;
pub use truck_day::{BreakRow, Moment, PlaceCard, Row, StopRow, TripRows, TruckDay, UnloadRow};
pub use week::{CommuneCard, Day, Itinerary, PointWeek, TruckCard, Visit};
pub use worded::{UNMEASURED_MARK, directions, length_words, road_words, step_words};
