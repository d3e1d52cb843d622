//! What stands on a driver's sheet, in words.

use serde::Serialize;

use super::codes::codes;
use super::notes::notes;
use crate::export::formats::Edition;
use crate::export::itinerary::{BreakRow, Leg, Moment, Row, StopRow, TripRows, TruckDay, UnloadRow, directions};
use crate::export::map::{MapCommune, draw_sheet_map, truck_map};
use crate::text::{Argument, Text, capitalized, clock_time_short, decimal, integer, weekday};
use crate::units::{Metres, Seconds};

/// Size of the map on a sheet without codes, in points: as wide as an A4 page less its margins.
const MAP_WIDTH: f64 = 527.0;
const MAP_HEIGHT: f64 = 372.0;
/// A column of codes beside the map takes so much of its width, in points, and has room for so many.
pub(super) const CODE_COLUMN: f64 = 88.0;
pub(super) const CODES_IN_COLUMN: usize = 4;
/// So many columns leave enough of the map; further codes stand below it.
pub(super) const MOST_CODE_COLUMNS: usize = 3;

/// A truck's day, in the words of one language. Everything but `map` and the drawings of `codes` is plain text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sheet {
    /// Language code.
    pub language: &'static str,
    /// What it is.
    pub title: String,
    /// Which truck.
    pub truck: String,
    /// Its plate, or a place to write it.
    pub plate: Blank,
    /// Which day.
    pub day: String,
    /// Times and sums of the day; empty without work.
    pub facts: String,
    /// What is filled in before leaving: a row for each line.
    pub blanks: Vec<Vec<Blank>>,
    /// The map, as SVG; none without work.
    pub map: Option<String>,
    /// Headings of the columns: number, time, place, way, kg, km, containers, fill, done.
    pub headings: [String; 9],
    /// Rows, in the order of the clock.
    pub rows: Vec<SheetRow>,
    /// Why there are no rows; empty where there are.
    pub idle: String,
    /// Heading over the codes.
    pub codes_heading: String,
    /// Codes to scan; beside the map on paper.
    pub codes: Vec<Code>,
    /// Heading over the notes.
    pub notes_heading: String,
    /// Notes, a sentence each.
    pub notes: Vec<String>,
    /// What is filled in at the end of the day.
    pub signatures: Vec<Blank>,
    /// Number of the plan.
    pub plan_number: String,
    /// Check code.
    pub check_code: String,
    /// `Page {page}/{pages}`, with the braces.
    pub page: String,
}

/// A label with a line to write on behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Blank {
    /// The label.
    pub label: String,
    /// What follows the line.
    pub unit: String,
    /// Whether there is a line to write on.
    pub line: bool,
}

/// A code to scan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Code {
    /// Its trip.
    pub trip: String,
    /// Where it leads.
    pub label: String,
    /// The link in it.
    pub link: String,
    /// The code, as SVG.
    pub drawing: String,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum SheetRow {
    /// A trip begins.
    Trip {
        /// "Trip 1".
        title: String,
        /// Its sums.
        facts: String,
    },
    /// A stop.
    Stop {
        /// Number on this day.
        number: usize,
        /// Time of arrival.
        time: String,
        /// Name of the point.
        name: String,
        /// Its commune, and what is to be known of the point: that it is narrow, that the truck will wait.
        remarks: String,
        /// How to get there.
        way: String,
        /// Expected.
        kg: String,
        /// Length of the way there.
        km: String,
        /// Number of containers.
        containers: String,
    },
    /// An unload.
    Unload {
        /// Where.
        title: String,
        /// When.
        times: String,
        /// What is expected.
        facts: String,
        /// How to get there.
        way: String,
        /// What is filled in there.
        blanks: Vec<Blank>,
    },
    /// The break.
    Break {
        /// How long, and when.
        title: String,
    },
    /// The way home.
    Home {
        /// Where.
        title: String,
        /// When, and how far.
        facts: String,
        /// How to get there.
        way: String,
    },
}

impl Sheet {
    /// The sheet of a truck's day.
    pub fn new(edition: &Edition, truck_day: &TruckDay) -> Self {
        let text = edition.text;
        let communes: Vec<MapCommune> = edition.dataset.communes.iter().map(|row| MapCommune::from(&row.value)).collect();
        let codes = codes(truck_day, text);
        let columns = codes.len().div_ceil(CODES_IN_COLUMN).min(MOST_CODE_COLUMNS);
        let width = MAP_WIDTH - CODE_COLUMN * columns as f64;
        let routes = edition.facts.plan.days.get(truck_day.day).into_iter().flatten();
        let map = routes.filter(|route| route.truck == truck_day.truck).map(|route| {
            let map = truck_map(edition.facts.problem, route, edition.network, truck_day.day, &communes);
            draw_sheet_map(&map, text, width, MAP_HEIGHT)
        });
        Self {
            facts: facts(truck_day, text),
            map: map.last(),
            rows: rows(truck_day, text),
            codes,
            notes: notes(truck_day, text),
            check_code: text.say("sheet-footer-code", &[("code", truck_day.check_code.as_str().into())]),
            idle: String::new(),
            ..Self::idle(edition, truck_day.truck, truck_day.day)
        }
    }

    /// The sheet of a truck that has nothing to do on a day.
    pub fn idle(edition: &Edition, truck: usize, day: usize) -> Self {
        let (text, itinerary) = (edition.text, edition.itinerary);
        let card = &itinerary.trucks[truck];
        let closed = itinerary.days.get(day).is_some_and(|day| day.closed);
        let headings = [
            "sheet-column-number",
            "sheet-column-time",
            "sheet-column-place",
            "sheet-column-way",
            "sheet-column-kg",
            "sheet-column-km",
            "sheet-column-containers",
            "sheet-column-fill",
            "sheet-column-done",
        ];
        Self {
            language: text.language().code(),
            title: text.plain("sheet-title"),
            truck: text.say("sheet-truck", &[("id", card.id.as_str().into()), ("name", card.name.as_str().into())]),
            plate: plate(&card.plate, text),
            day: day_words(edition, day),
            facts: String::new(),
            blanks: vec![
                vec![blank("sheet-driver", text), blank("sheet-helpers", text), blank("sheet-dispatcher", text)],
                vec![
                    blank("sheet-odometer-start", text),
                    blank("sheet-odometer-end", text),
                    Blank { unit: text.plain("sheet-litres"), ..blank("sheet-fuel", text) },
                ],
            ],
            map: None,
            headings: headings.map(|key| text.plain(key)),
            rows: Vec::new(),
            idle: text.plain(if closed { "sheet-closed" } else { "sheet-idle" }),
            codes_heading: text.plain("sheet-codes"),
            codes: Vec::new(),
            notes_heading: text.plain("sheet-notes"),
            notes: Vec::new(),
            signatures: ["sheet-note-space", "sheet-sign-driver", "sheet-sign-dispatcher"].map(|key| blank(key, text)).to_vec(),
            plan_number: text.say("sheet-footer-plan", &[("number", itinerary.identity.plan_number.as_str().into())]),
            check_code: text.say("sheet-footer-code", &[("code", itinerary.identity.check_code.as_str().into())]),
            page: text.say("sheet-footer-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        }
    }
}

fn blank(key: &str, text: &Text) -> Blank {
    Blank { label: text.plain(key), unit: String::new(), line: true }
}

fn plate(plate: &str, text: &Text) -> Blank {
    match plate.trim() {
        "" => blank("sheet-plate-blank", text),
        plate => Blank { label: text.say("sheet-plate", &[("plate", plate.into())]), unit: String::new(), line: false },
    }
}

/// "Thứ Hai 23/11/2026"; a place to write the date where the week has none.
fn day_words(edition: &Edition, day: usize) -> String {
    let text = edition.text;
    let name = capitalized(&weekday(day, text.language()));
    match edition.itinerary.days.get(day).and_then(|day| day.date) {
        Some(date) => {
            let [d, m, y] = [format!("{:02}", date.day()), format!("{:02}", date.month()), format!("{:04}", date.year())];
            let date = [("d", d), ("m", m), ("y", y)].map(|(name, number)| (name, Argument::Words(number)));
            format!("{name} {}", text.say("map-date", &date))
        }
        None => format!("{name}, {} …/…/……", text.plain("sheet-no-date")),
    }
}

fn facts(truck_day: &TruckDay, text: &Text) -> String {
    let figures = &truck_day.figures;
    let arguments = [
        ("start", clock_time_short(truck_day.start).into()),
        ("leave", clock_time_short(truck_day.leave).into()),
        ("end", clock_time_short(truck_day.end).into()),
        ("trips", figures.trips.into()),
        ("stops", figures.stops.into()),
        ("tonnes", Argument::Number(figures.kg.tonnes(), 1)),
        ("km", Argument::Number(figures.metres.kilometres(), 0)),
    ];
    text.say("sheet-facts", &arguments)
}

/// All rows, each trip with a row of its own before its first.
fn rows(truck_day: &TruckDay, text: &Text) -> Vec<SheetRow> {
    let first_of = |row: &Row| {
        truck_day.trips.iter().find(|trip| match row {
            Row::Stop(stop) => trip.stops.first().is_some_and(|first| first.number == stop.number),
            Row::Unload(unload) => trip.stops.is_empty() && trip.unload.as_ref().is_some_and(|only| only.number == unload.number),
            Row::Break(_) | Row::Home(..) => false,
        })
    };
    let mut rows = Vec::new();
    let mut rested_until = None;
    for row in truck_day.rows() {
        rows.extend(first_of(&row).map(|trip| trip_row(trip, text)));
        let next = match row {
            Row::Stop(stop) => stop_row(stop, rested_until == Some(stop.start), text),
            Row::Unload(unload) => unload_row(unload, text),
            Row::Break(pause) => break_row(pause, text),
            Row::Home(leg, end) => home_row(truck_day, leg, end, text),
        };
        rested_until = match row {
            Row::Break(pause) if pause.moment == Moment::Before => Some(pause.end),
            _ => None,
        };
        rows.push(next);
    }
    rows
}

fn trip_row(trip: &TripRows, text: &Text) -> SheetRow {
    let arguments = [
        ("stops", trip.stops.len().into()),
        ("tonnes", Argument::Number(trip.kg().tonnes(), 1)),
        ("km", Argument::Number(trip.metres().kilometres(), 1)),
    ];
    SheetRow::Trip { title: text.say("sheet-trip", &[("trip", trip.number.into())]), facts: text.say("sheet-trip-facts", &arguments) }
}

/// Where the stop is served when a break taken there ends, that is its time; where it is waited for after the break, the arrival is.
fn stop_row(stop: &StopRow, after_break: bool, text: &Text) -> SheetRow {
    let mut remarks = vec![stop.commune_name.clone()];
    if let Some(width) = stop.access_width_m {
        remarks.push(text.say("sheet-narrow-point", &[("width", Argument::Number(width, 1))]));
    }
    // A wait of less than a minute is none.
    if !after_break && stop.start.0 - stop.arrive.0 >= 60 {
        remarks.push(text.say("sheet-wait", &[("time", clock_time_short(stop.start).into())]));
    }
    SheetRow::Stop {
        number: stop.number,
        time: clock_time_short(if after_break { stop.start } else { stop.arrive }),
        name: stop.name.clone(),
        remarks: remarks.join(" · "),
        way: way(&stop.leg, text),
        kg: integer(stop.kg.0, text.language()),
        km: kilometres(stop.leg.metres, text),
        containers: integer(stop.containers, text.language()),
    }
}

/// How to drive a leg, with no break of a line between a number and its unit.
fn way(leg: &Leg, text: &Text) -> String {
    let words = directions(leg, text);
    let mut kept = String::with_capacity(words.len() + 8);
    for (i, word) in words.split(' ').enumerate() {
        let is_unit = ["m", "km"].contains(&word.trim_matches([',', ')']));
        let after_digit = kept.ends_with(|last: char| last.is_ascii_digit());
        kept.push_str(if i == 0 {
            ""
        } else if is_unit && after_digit {
            "\u{a0}"
        } else {
            " "
        });
        kept.push_str(word);
    }
    kept
}

fn unload_row(unload: &UnloadRow, text: &Text) -> SheetRow {
    let times = [("arrive", unload.arrive), ("start", unload.start), ("end", unload.end)];
    let facts = [("kg", integer(unload.kg.0, text.language())), ("km", kilometres(unload.leg.metres, text))];
    SheetRow::Unload {
        title: text.say("sheet-unload", &[("place", unload.place.name.to_uppercase().into())]),
        times: text.say("sheet-unload-times", &times.map(|(name, time)| (name, clock_time_short(time).into()))),
        facts: text.say("sheet-unload-facts", &facts.map(|(name, words)| (name, words.into()))),
        way: way(&unload.leg, text),
        blanks: vec![
            Blank { unit: text.plain("sheet-kilograms"), ..blank("sheet-weighed", text) },
            blank("sheet-odometer", text),
            blank("sheet-confirmed", text),
        ],
    }
}

fn break_row(pause: &BreakRow, text: &Text) -> SheetRow {
    let minutes = Seconds(pause.end.0 - pause.start.0).minutes();
    let arguments = [
        ("minutes", Argument::Number(minutes, 0)),
        ("start", clock_time_short(pause.start).into()),
        ("end", clock_time_short(pause.end).into()),
    ];
    SheetRow::Break { title: text.say("sheet-break", &arguments) }
}

fn home_row(truck_day: &TruckDay, leg: &Leg, end: Seconds, text: &Text) -> SheetRow {
    let facts = [("time", clock_time_short(end).into()), ("km", kilometres(leg.metres, text).into())];
    SheetRow::Home {
        title: text.say("sheet-home", &[("place", truck_day.depot.name.to_uppercase().into())]),
        facts: text.say("sheet-home-facts", &facts),
        way: way(leg, text),
    }
}

fn kilometres(length: Metres, text: &Text) -> String {
    decimal(length.kilometres(), 1, text.language())
}

#[cfg(test)]
mod tests {
    use super::super::trial::{sheets_of, with_edition};
    use super::*;
    use crate::model::testing::{at, district, plan};
    use crate::text::Language;

    /// The first letter of each row's kind.
    fn kinds(sheet: &Sheet) -> String {
        let kinds = sheet.rows.iter().map(|row| match row {
            SheetRow::Trip { .. } => 't',
            SheetRow::Stop { .. } => 's',
            SheetRow::Unload { .. } => 'u',
            SheetRow::Break { .. } => 'b',
            SheetRow::Home { .. } => 'h',
        });
        kinds.collect()
    }

    #[test]
    fn a_sheet_tells_the_day_in_the_order_of_the_clock() {
        let problem = district(3, 1);
        let plan = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0)), (&[2], Some(1))])]);
        let sheet = sheets_of(&problem, &plan, Language::Vietnamese).remove(0);
        assert_eq!(kinds(&sheet), "tssutsuh");
        // A visit a week: 700 kg at each point. Six legs of 5 km and 10 min: depot, 0, 1, furnace, 2, landfill, depot. Three stops of 5 + 7
        // min, unloads of 5 min and 1 min a tonne: 60 + 36 + 12.1 min after leaving.
        assert_eq!(sheet.facts, "Chuẩn bị 06:00 · Rời bãi 06:10 · Về bãi (dự kiến) 07:58 · 2 chuyến · 3 điểm · 2,1 tấn · 30 km");
        let SheetRow::Trip { title, facts } = &sheet.rows[0] else { panic!("{:?}", sheet.rows[0]) };
        assert_eq!((title.as_str(), facts.as_str()), ("CHUYẾN 1", "2 điểm · 1,4 tấn · 15,0 km"));
        // Ten minutes to the first point; five and seven there, ten to the next.
        let SheetRow::Stop { number, time, kg, km, containers, .. } = &sheet.rows[2] else { panic!("{:?}", sheet.rows[2]) };
        assert_eq!((*number, time.as_str(), kg.as_str(), km.as_str(), containers.as_str()), (2, "06:42", "700", "5,0", "4"));
        let SheetRow::Unload { title, facts, .. } = &sheet.rows[3] else { panic!("{:?}", sheet.rows[3]) };
        assert!(title.starts_with("ĐỔ RÁC TẠI ") && *title == title.to_uppercase(), "{title}");
        assert_eq!(facts, "dự kiến 1.400 kg · 5,0 km");
    }

    #[test]
    fn a_route_with_four_unloads_has_four_trips() {
        let problem = district(4, 1);
        let trips: Vec<(Vec<usize>, Option<usize>)> = (0..4).map(|point| (vec![point], Some(point % 2))).collect();
        let trips: Vec<(&[usize], Option<usize>)> = trips.iter().map(|(points, facility)| (points.as_slice(), *facility)).collect();
        let sheet = sheets_of(&problem, &plan(&problem, &[(2, 0, at(6, 0), &trips)]), Language::English).remove(0);
        assert_eq!(kinds(&sheet), "tsutsutsutsuh");
        assert!(sheet.map.as_ref().is_some_and(|map| map.contains("Trip 4: stop 4")));
    }

    #[test]
    fn a_truck_without_work_has_a_sheet_that_says_so() {
        let problem = district(1, 2);
        let plan = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        with_edition(&problem, &plan, Language::Vietnamese, |edition| {
            let sheet = Sheet::idle(edition, 1, 0);
            assert!(sheet.rows.is_empty() && sheet.map.is_none() && sheet.facts.is_empty());
            assert_eq!(sheet.idle, "Xe không có chuyến nào trong ngày này.");
            assert_eq!(sheet.day, "Thứ Hai, ngày …/…/……");
        });
    }

    #[test]
    fn each_sheet_has_a_code_of_its_own() {
        let problem = district(2, 2);
        let plan = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))]), (0, 1, at(6, 0), &[(&[1], Some(0))])]);
        let sheets = sheets_of(&problem, &plan, Language::English);
        assert_eq!(sheets.len(), 2);
        assert_ne!(sheets[0].check_code, sheets[1].check_code);
        assert_eq!(sheets[0].plan_number, sheets[1].plan_number);
    }
}
