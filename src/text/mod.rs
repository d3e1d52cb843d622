//! The text catalogue: every sentence a user reads, in Vietnamese and in English.
//!
//! The sentences live in `vi/*.ftl` and `en/*.ftl` (Project Fluent). [`SHEETS`] lists the files; a test holds the two
//! languages together, message by message and argument by argument.

mod capital;
mod catalogue;
mod clock;
mod language;
mod number;
mod weekday;

pub use capital::capitalized;
pub use catalogue::{Argument, Arguments, Text};
pub use clock::{clock_time, clock_time_short, read_clock_time};
pub use language::Language;
pub use number::{decimal, integer, percent};
pub use weekday::{WEEKDAY_CODES, weekday, weekday_short, weekdays, weekdays_short};

/// The files of the catalogue: name, Vietnamese text, English text.
const SHEETS: &[(&str, &str, &str)] = &[
    ("cli", include_str!("vi/cli.ftl"), include_str!("en/cli.ftl")),
    ("fault", include_str!("vi/fault.ftl"), include_str!("en/fault.ftl")),
    ("itinerary", include_str!("vi/itinerary.ftl"), include_str!("en/itinerary.ftl")),
    ("map", include_str!("vi/map.ftl"), include_str!("en/map.ftl")),
    ("report", include_str!("vi/report.ftl"), include_str!("en/report.ftl")),
    ("service", include_str!("vi/service.ftl"), include_str!("en/service.ftl")),
    ("rule", include_str!("vi/rule.ftl"), include_str!("en/rule.ftl")),
    ("sheet", include_str!("vi/sheet.ftl"), include_str!("en/sheet.ftl")),
    ("week", include_str!("vi/week.ftl"), include_str!("en/week.ftl")),
    ("scenario", include_str!("vi/scenario.ftl"), include_str!("en/scenario.ftl")),
    ("simulate", include_str!("vi/simulate.ftl"), include_str!("en/simulate.ftl")),
];
