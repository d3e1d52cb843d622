//! Calendar files: for each commune when the bin is to be out, for each truck when it drives.

use jiff::civil::{Date, DateTime};

use super::calendar_lines::{CalendarLines, escaped};
use super::{Edition, ExportError, ExportFile, FileFormat};
use crate::export::itinerary::{ClosedDate, PointWeek, TruckDay, closed_dates};
use crate::fault::plain_letters;
use crate::model::DaySet;
use crate::text::{Argument, Text, clock_time_short, weekday_short};
use crate::units::Seconds;

/// iCalendar (RFC 5545), a file for each commune and for each truck.
///
/// A plan without dates repeats every week, from the Monday of `--from`; else from the first week of the year in which the calendar
/// of the district begins, so that the file depends on nothing but its input. Dates without service are left out (`EXDATE`). A plan
/// that was made for a week of its own holds for that week alone, and its holidays are in it already.
pub struct Calendar;

/// Times of events in communes are rounded outwards to so many seconds: a villager needs no minutes.
const ROUNDING: i64 = 15 * 60;
/// With so many sets of days in a commune, each has an event.
const FEW_PATTERNS: usize = 3;
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl FileFormat for Calendar {
    fn name(&self) -> &'static str {
        "ics"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        let names = edition.file_names();
        let first_week = first_week(edition);
        let closed: Vec<Vec<ClosedDate>> = (0..edition.itinerary.points.len()).map(|point| closed_dates(edition.dataset, point)).collect();
        let mut files = Vec::new();
        for truck in edition.trucks() {
            let events = truck_events(truck, edition, &closed);
            let card = &edition.itinerary.trucks[truck];
            let title = edition.text.say("ics-truck-calendar", &[("truck", card.id.as_str().into())]);
            let name = format!("{}-{}.ics", edition.text.plain("export-file-truck"), names.truck(truck));
            files.push((name, title, events));
        }
        for commune in edition.communes() {
            let events = commune_events(commune, edition, &closed, first_week);
            let card = &edition.itinerary.communes[commune];
            let title = edition.text.say("ics-commune-calendar", &[("commune", card.name.as_str().into())]);
            let name = format!("{}-{}.ics", edition.text.plain("export-file-commune"), names.commune(commune));
            files.push((name, title, events));
        }
        // A calendar has at least one event (RFC 5545, section 3.6).
        let filled = files.into_iter().filter(|(_, _, events)| !events.is_empty());
        Ok(filled.map(|(name, title, events)| ExportFile { name, bytes: calendar(&title, &events, first_week, edition) }).collect())
    }
}

/// Something that happens at the same time on some days of the week.
struct Happening {
    uid: String,
    summary: String,
    description: String,
    location: String,
    days: DaySet,
    start: Seconds,
    end: Seconds,
    /// Dates on which it does not.
    not_on: Vec<Date>,
}

/// The Monday with which the weeks of a calendar begin.
fn first_week(edition: &Edition) -> Date {
    const ANY: Date = jiff::civil::date(2024, 1, 1);
    let monday_of = |date: Date| {
        let since_monday = i64::from(date.weekday().to_monday_zero_offset());
        date.checked_sub(jiff::Span::new().days(since_monday)).unwrap_or(ANY)
    };
    let dated = edition.dataset.calendar.iter().filter_map(|row| row.value.dates);
    let first_dated = dated.map(|(first, _)| first).min();
    let start_of_year = first_dated.and_then(|date| Date::new(date.year(), 1, 1).ok());
    monday_of(edition.itinerary.first_date.or(start_of_year).unwrap_or(ANY))
}

/// A truck's days, each an event; not on dates on which none of its stops is served.
fn truck_events(truck: usize, edition: &Edition, closed: &[Vec<ClosedDate>]) -> Vec<Happening> {
    let text = edition.text;
    let truck_days = edition.truck_days().filter(|truck_day| truck_day.truck == truck);
    let events = truck_days.map(|truck_day| {
        let figures = &truck_day.figures;
        let words = [
            ("truck", edition.itinerary.trucks[truck].id.as_str().into()),
            ("trips", figures.trips.into()),
            ("stops", figures.stops.into()),
            ("tonnes", Argument::Number(figures.kg.tonnes(), 1)),
            ("km", Argument::Number(figures.metres.kilometres(), 0)),
        ];
        Happening {
            uid: format!("{}-{}", edition.itinerary.trucks[truck].id, day_code(truck_day.day)),
            summary: text.say("ics-truck-day", &words),
            description: trips_words(truck_day, edition),
            location: truck_day.depot.name.clone(),
            days: DaySet::EMPTY.with(truck_day.day),
            start: truck_day.start,
            end: truck_day.end,
            not_on: common_dates(truck_day.stops().map(|stop| &closed[stop.point])),
        }
    });
    events.collect()
}

fn trips_words(truck_day: &TruckDay, edition: &Edition) -> String {
    let lines = truck_day.trips.iter().map(|trip| {
        let facility = trip.unload.as_ref().map_or(String::new(), |unload| unload.place.name.clone());
        let time = trip.stops.first().map_or(truck_day.leave, |stop| stop.arrive);
        let communes = {
            let mut names: Vec<&str> = trip.stops.iter().map(|stop| stop.commune_name.as_str()).collect();
            names.dedup();
            names.join(", ")
        };
        let words = [
            ("trip", trip.number.into()),
            ("time", clock_time_short(time).into()),
            ("stops", trip.stops.len().into()),
            ("communes", communes.into()),
            ("facility", facility.into()),
        ];
        edition.text.say("ics-trip", &words)
    });
    lines.chain([code_words(&truck_day.check_code, edition)]).collect::<Vec<_>>().join("\n")
}

fn code_words(code: &str, edition: &Edition) -> String {
    edition.text.say("ics-code", &[("plan", edition.itinerary.identity.plan_number.as_str().into()), ("code", code.into())])
}

/// Dates that are in every list.
fn common_dates<'c>(mut lists: impl Iterator<Item = &'c Vec<ClosedDate>>) -> Vec<Date> {
    let Some(first) = lists.next() else { return Vec::new() };
    let mut dates: Vec<Date> = first.iter().map(|closed| closed.date).collect();
    for list in lists {
        dates.retain(|date| list.binary_search_by_key(date, |closed| closed.date).is_ok());
    }
    dates
}

/// When the bin is to be out in a commune: where there are few sets of days, an event for each, so that a villager keeps that of his hamlet; else one for each weekday.
/// Points that a holiday closes on other dates have an event of their own.
fn commune_events(commune: usize, edition: &Edition, closed: &[Vec<ClosedDate>], first_week: Date) -> Vec<Happening> {
    let points: Vec<&PointWeek> = edition.itinerary.points_of(commune).filter(|point| !point.visits.is_empty()).collect();
    let mut patterns: Vec<DaySet> = points.iter().map(|point| point.days()).collect();
    patterns.sort_unstable();
    patterns.dedup();
    let asked = |days: DaySet| days.iter().filter(|day| edition.selection.day.is_none_or(|only| only == *day)).collect::<DaySet>();
    // Its name keeps all days of the set, also where only one of them is asked for.
    let groups: Vec<(DaySet, Vec<&PointWeek>)> = if patterns.len() <= FEW_PATTERNS {
        patterns.iter().map(|days| (*days, points.iter().copied().filter(|point| point.days() == *days).collect())).collect()
    } else {
        let of_day = |day: usize| points.iter().copied().filter(|point| point.days().contains(day)).collect();
        (0..edition.itinerary.days.len()).map(|day| (DaySet::EMPTY.with(day), of_day(day))).collect()
    };
    let mut events = Vec::new();
    for (all_days, points) in groups {
        let days = asked(all_days);
        if days.is_empty() || points.is_empty() {
            continue;
        }
        let mut by_dates: Vec<(Vec<&ClosedDate>, Vec<&PointWeek>)> = Vec::new();
        for point in points {
            // A plan for one week has its holidays in it.
            let repeats = |closed: &&ClosedDate| !edition.itinerary.for_one_week && is_one_of(closed.date, days, first_week);
            let dates: Vec<&ClosedDate> = closed[point.point].iter().filter(repeats).collect();
            match by_dates.iter_mut().find(|(known, _)| *known == dates) {
                Some((_, points)) => points.push(point),
                None => by_dates.push((dates, vec![point])),
            }
        }
        // Most of the commune first: its name does not depend on what is special about a market.
        by_dates.sort_by_key(|(_, points)| std::cmp::Reverse(points.len()));
        for (number, (dates, points)) in by_dates.into_iter().enumerate() {
            events.push(commune_event((commune, number), points, (all_days, days), &dates, edition));
        }
    }
    events
}

/// Whether an event that happens on these days, from that week on, would happen on a date.
fn is_one_of(date: Date, days: DaySet, first_week: Date) -> bool {
    days.contains(date.weekday().to_monday_zero_offset() as usize) && date >= first_week
}

/// From the first arrival of a truck to the last departure on any of the days, rounded outwards.
fn commune_event(
    (commune, number): (usize, usize),
    mut points: Vec<&PointWeek>,
    (all_days, days): (DaySet, DaySet),
    dates: &[&ClosedDate],
    edition: &Edition,
) -> Happening {
    let text = edition.text;
    let card = &edition.itinerary.communes[commune];
    let visits_of = |point: &PointWeek| point.visits.iter().copied().filter(|visit| days.contains(visit.day)).collect::<Vec<_>>();
    points.sort_by_key(|point| (visits_of(point).first().map(|visit| visit.arrive), point.point));
    let lines = points.iter().map(|point| {
        let times = visits_of(point).into_iter().map(|visit| match days.len() {
            1 => clock_time_short(visit.arrive),
            _ => format!("{} {}", weekday_short(visit.day, text.language()), clock_time_short(visit.arrive)),
        });
        format!("{}: {}", point.name, times.collect::<Vec<_>>().join(", "))
    });
    let visits = || points.iter().flat_map(|point| visits_of(point));
    let start = visits().map(|visit| visit.arrive.0.div_euclid(ROUNDING)).min().unwrap_or(0);
    let end = visits().map(|visit| (visit.end.0 + ROUNDING - 1).div_euclid(ROUNDING)).max().unwrap_or(0);
    let words = [("commune", card.name.as_str().into()), ("points", names_words(&points, text).into())];
    let codes: Vec<String> = all_days.iter().map(day_code).collect();
    let another = if number == 0 { String::new() } else { format!("-{}", number + 1) };
    let last = [closed_words(dates, edition), Some(code_words(&edition.itinerary.identity.check_code, edition))];
    Happening {
        uid: format!("{}-{}{another}", card.code, codes.join("-")),
        summary: text.say("ics-commune-day", &words),
        description: lines.chain(last.into_iter().flatten()).collect::<Vec<_>>().join("\n"),
        location: card.name.clone(),
        days,
        start: Seconds(start * ROUNDING),
        end: Seconds(end * ROUNDING),
        not_on: dates.iter().map(|closed| closed.date).collect(),
    }
}

/// "No collection: 17/02/2026 (New Year) …"; nothing where no date is closed.
fn closed_words(dates: &[&ClosedDate], edition: &Edition) -> Option<String> {
    if dates.is_empty() {
        return None;
    }
    let date = |closed: &&ClosedDate| format!("{} ({})", closed.date.strftime("%d/%m/%Y"), closed.name);
    Some(edition.text.say("ics-closed", &[("dates", dates.iter().map(date).collect::<Vec<_>>().join(", ").into())]))
}

/// Names of the first few points, and how many more there are: a villager looks for that of his hamlet.
fn names_words(points: &[&PointWeek], text: &Text) -> String {
    const ROOM: usize = 60;
    let mut names = String::new();
    for (i, point) in points.iter().enumerate() {
        if i > 0 && names.chars().count() + point.name.chars().count() > ROOM {
            return text.say("ics-more", &[("names", names.into()), ("count", (points.len() - i).into())]);
        }
        names.push_str(if i > 0 { ", " } else { "" });
        names.push_str(&point.name);
    }
    names
}

fn day_code(day: usize) -> String {
    DAYS.get(day).map_or(day.to_string(), |code| code.to_lowercase())
}

fn calendar(title: &str, events: &[Happening], first_week: Date, edition: &Edition) -> Vec<u8> {
    let mut lines = CalendarLines::new();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add(concat!("PRODID:-//thugom//thugom ", env!("CARGO_PKG_VERSION"), "//", "VI"));
    lines.add("CALSCALE:GREGORIAN");
    lines.add("METHOD:PUBLISH");
    lines.add(&format!("X-WR-CALNAME:{}", escaped(title)));
    lines.add("X-WR-TIMEZONE:Asia/Ho_Chi_Minh");
    // Vietnam has had this time, without summer time, since 1975.
    for line in [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Ho_Chi_Minh",
        "BEGIN:STANDARD",
        "DTSTART:19750613T000000",
        "TZOFFSETFROM:+0700",
        "TZOFFSETTO:+0700",
        "TZNAME:+07",
        "END:STANDARD",
        "END:VTIMEZONE",
    ] {
        lines.add(line);
    }
    events.iter().for_each(|event| add_event(&mut lines, event, first_week, edition));
    lines.add("END:VCALENDAR");
    lines.into_bytes()
}

fn add_event(lines: &mut CalendarLines, event: &Happening, first_week: Date, edition: &Edition) {
    let on = |day: usize| first_week.checked_add(jiff::Span::new().days(day as i64)).unwrap_or(first_week);
    let Some(first_day) = event.days.iter().next() else { return };
    let district = plain_letters(&edition.itinerary.district).replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
    lines.add("BEGIN:VEVENT");
    lines.add(&format!("UID:{}@{district}.thugom", event.uid));
    lines.add(&format!("DTSTAMP:{}T000000Z", first_week.strftime("%Y%m%d")));
    lines.add(&format!("DTSTART;TZID=Asia/Ho_Chi_Minh:{}", local(on(first_day), event.start)));
    lines.add(&format!("DTEND;TZID=Asia/Ho_Chi_Minh:{}", local(on(first_day), event.end)));
    let days: Vec<&str> = event.days.iter().filter_map(|day| DAYS.get(day).copied()).collect();
    if edition.itinerary.for_one_week {
        if event.days.len() > 1 {
            lines.add(&format!("RRULE:FREQ=WEEKLY;COUNT={};BYDAY={}", event.days.len(), days.join(",")));
        }
    } else {
        lines.add(&format!("RRULE:FREQ=WEEKLY;BYDAY={}", days.join(",")));
        for date in event.not_on.iter().filter(|date| is_one_of(**date, event.days, first_week)) {
            lines.add(&format!("EXDATE;TZID=Asia/Ho_Chi_Minh:{}", local(*date, event.start)));
        }
    }
    lines.add(&format!("SUMMARY:{}", escaped(&event.summary)));
    lines.add(&format!("DESCRIPTION:{}", escaped(&event.description)));
    lines.add(&format!("LOCATION:{}", escaped(&event.location)));
    lines.add("TRANSP:TRANSPARENT");
    lines.add("END:VEVENT");
}

/// A clock time of a day, past midnight on the next one.
fn local(date: Date, time: Seconds) -> String {
    let moment = DateTime::from(date).checked_add(jiff::Span::new().seconds(time.0)).unwrap_or(DateTime::from(date));
    moment.strftime("%Y%m%dT%H%M%S").to_string()
}
