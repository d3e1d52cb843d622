//! Plain text for messaging apps: a truck's day, each trip on one phone screen.

use super::{Edition, ExportError, ExportFile, FileFormat};
use crate::export::itinerary::{StopRow, TripRows, TruckDay};
use crate::text::{Argument, Text, clock_time_short, weekday};

/// Plain text in UTF-8, a file for each truck's day.
pub struct PlainText;

/// Letters in a line of a phone held upright, and lines of a message that are seen at once.
const WIDTH: usize = 42;
const LINES: usize = 22;

impl FileFormat for PlainText {
    fn name(&self) -> &'static str {
        "txt"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        if !edition.selection.has_trucks() {
            return Ok(Vec::new());
        }
        let names = edition.file_names();
        let file = |truck_day: &TruckDay| ExportFile {
            name: format!("{}.txt", names.truck_day(truck_day)),
            bytes: message(truck_day, edition).into_bytes(),
        };
        Ok(edition.truck_days().map(file).collect())
    }
}

fn message(truck_day: &TruckDay, edition: &Edition) -> String {
    let text = edition.text;
    let truck = &edition.itinerary.trucks[truck_day.truck];
    let day = weekday(truck_day.day, text.language());
    let day = truck_day.date.map_or(day.clone(), |date| {
        let words = [("day", day.clone().into()), ("d", i64::from(date.day()).into()), ("m", i64::from(date.month()).into())];
        text.say("txt-dated", &words)
    });
    let mut blocks: Vec<Vec<String>> = Vec::new();
    let head = [
        ("truck", truck.id.as_str().into()),
        ("day", day.into()),
        ("leave", clock_time_short(truck_day.leave).into()),
        ("end", clock_time_short(truck_day.end).into()),
        ("trips", truck_day.trips.len().into()),
        ("tonnes", Argument::Number(truck_day.figures.kg.tonnes(), 1)),
        ("km", Argument::Number(truck_day.figures.metres.kilometres(), 0)),
    ];
    let mut first = wrapped(&text.say("txt-head", &head), "");
    first.extend(wrapped(&text.say("txt-sums", &head), ""));
    if let Some(pause) = &truck_day.pause {
        first.extend(wrapped(
            &text.say("txt-break", &[("start", clock_time_short(pause.start).into()), ("end", clock_time_short(pause.end).into())]),
            "",
        ));
    }
    blocks.push(first);
    blocks.extend(truck_day.trips.iter().map(|trip| trip_block(trip, text)));
    let end = [("time", clock_time_short(truck_day.end).into()), ("depot", truck_day.depot.name.as_str().into())];
    let mut last = wrapped(&text.say("txt-home", &end), "");
    last.extend(wrapped(
        &text.say(
            "txt-code",
            &[("plan", edition.itinerary.identity.plan_number.as_str().into()), ("code", truck_day.check_code.as_str().into())],
        ),
        "",
    ));
    blocks.push(last);
    let blocks: Vec<String> = blocks.into_iter().map(|lines| lines.join("\n")).collect();
    blocks.join("\n\n") + "\n"
}

/// A trip in at most [`LINES`] lines: a line for each stop, or else the stops of a commune together, or else only how many there are.
fn trip_block(trip: &TripRows, text: &Text) -> Vec<String> {
    let words = [
        ("trip", trip.number.into()),
        ("stops", trip.stops.len().into()),
        ("kg", trip.kg().0.into()),
        ("km", Argument::Number(trip.metres().kilometres(), 0)),
    ];
    let head = wrapped(&text.say("txt-trip", &words), "");
    let unload = trip.unload.iter().flat_map(|unload| {
        let words = [
            ("arrive", clock_time_short(unload.arrive).into()),
            ("end", clock_time_short(unload.end).into()),
            ("facility", unload.place.name.as_str().into()),
            ("kg", unload.kg.0.into()),
        ];
        wrapped(&text.say("txt-unload", &words), "")
    });
    let unload: Vec<String> = unload.collect();
    let room = LINES.saturating_sub(head.len() + unload.len());
    let by_stop: Vec<String> = trip.stops.iter().flat_map(|stop| wrapped(&stop_line(stop, text), "   ")).collect();
    let forms = [by_stop, by_commune(trip, text, named), by_commune(trip, text, counted)];
    let mut stops = forms.iter().find(|lines| lines.len() <= room).unwrap_or(&forms[2]).clone();
    if stops.len() > room {
        // So many communes on one trip that even their names are too many: the sheet has them all.
        stops.truncate(room.saturating_sub(1));
        stops.push(text.plain("txt-more"));
    }
    [head, stops, unload].concat()
}

fn stop_line(stop: &StopRow, text: &Text) -> String {
    let words = [
        ("number", stop.number.into()),
        ("time", clock_time_short(stop.arrive).into()),
        ("point", point_words(stop).into()),
        ("kg", stop.kg.0.into()),
    ];
    text.say("txt-stop", &words)
}

/// The point with its commune, where its name doesn't say it: there is a "Tổ dân phố 5" in every town.
fn point_words(stop: &StopRow) -> String {
    if stop.name.contains(&stop.commune_name) { stop.name.clone() } else { format!("{}, {}", stop.name, stop.commune_name) }
}

fn by_commune(trip: &TripRows, text: &Text, form: fn(&[StopRow], &Text) -> String) -> Vec<String> {
    let groups = trip.stops.chunk_by(|a, b| a.commune == b.commune);
    groups.flat_map(|stops| wrapped(&form(stops, text), "   ")).collect()
}

fn named(stops: &[StopRow], text: &Text) -> String {
    let names: Vec<&str> = stops.iter().map(|stop| stop.name.as_str()).collect();
    let time = stops.first().map_or(String::new(), |stop| clock_time_short(stop.arrive));
    let commune = stops.first().map_or("", |stop| stop.commune_name.as_str());
    text.say("txt-commune", &[("time", time.into()), ("commune", commune.into()), ("points", names.join(", ").into())])
}

fn counted(stops: &[StopRow], text: &Text) -> String {
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else { return String::new() };
    let words = [
        ("time", clock_time_short(first.arrive).into()),
        ("commune", first.commune_name.as_str().into()),
        ("stops", stops.len().into()),
        ("first", first.number.into()),
        ("last", last.number.into()),
    ];
    text.say("txt-count", &words)
}

/// Lines of at most [`WIDTH`] letters, all but the first indented; a word that is longer than a line is cut.
fn wrapped(sentence: &str, indent: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in sentence.split_whitespace() {
        let mut letters: Vec<char> = word.chars().collect();
        while !letters.is_empty() {
            let line = lines.last_mut().expect("a line at least");
            let blank = usize::from(!line.trim().is_empty());
            let room = WIDTH.saturating_sub(line.chars().count() + blank);
            if letters.len() <= room || line.trim().is_empty() {
                if blank == 1 {
                    line.push(' ');
                }
                line.extend(letters.drain(..letters.len().min(room.max(1))));
            } else {
                lines.push(indent.to_owned());
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_wide_as_a_phone() {
        let long = format!("06:10 {} {}", "Thôn".repeat(30), "Đồng Xiền ".repeat(12));
        let lines = wrapped(&long, "   ");
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH), "{lines:?}");
        let letters = |words: &str| words.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(&long));
        assert_eq!(wrapped("", "  "), [""]);
    }
}
