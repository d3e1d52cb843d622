//! What each truck and each facility does when, as one drawing a day.

use svg::node::element::{Group, Line, Rectangle, SVG, Text as Words, Title};

use crate::constraint::{Action, Event, Place, RouteReplay};
use crate::export::drawing::pixels;
use crate::export::formats::Edition;
use crate::export::html::escaped;
use crate::export::map::{Look, look_colours};
use crate::text::{Text, clock_time_short};
use crate::units::Seconds;

const WIDTH: f64 = 1000.0;
/// From the left to midnight of the first hour: room for names.
const NAMES: f64 = 112.0;
/// Right of the last hour: room for half its number.
const RIGHT: f64 = 14.0;
const HEAD: f64 = 26.0;
const ROW: f64 = 30.0;
const HOUR: i64 = 3600;

/// The hours that a chart shows.
struct Clock {
    from: i64,
    to: i64,
}

impl Clock {
    /// Whole hours around all routes.
    fn around(routes: &[&RouteReplay]) -> Self {
        let from = routes.iter().map(|route| route.start.0.div_euclid(HOUR)).min().unwrap_or(5);
        let to = routes.iter().map(|route| (route.end.0 + HOUR - 1).div_euclid(HOUR)).max().unwrap_or(from + 1);
        Self { from: from * HOUR, to: to.max(from + 1) * HOUR }
    }

    fn x(&self, time: Seconds) -> f64 {
        let share = (time.0 - self.from) as f64 / (self.to - self.from) as f64;
        pixels(NAMES + share * (WIDTH - NAMES - RIGHT))
    }
}

/// The chart of a day: a row for each truck with work, then one for each facility that is used, with what unloads there when.
pub(super) fn day_chart(edition: &Edition, day: usize) -> String {
    let problem = edition.facts.problem;
    let held = |route: &&RouteReplay| edition.selection.truck.is_none_or(|truck| truck == route.truck);
    let routes: Vec<&RouteReplay> = edition.facts.replay.days.get(day).into_iter().flatten().filter(held).collect();
    if routes.is_empty() {
        return format!("<p>{}</p>", escaped(&edition.text.plain("week-no-routes")));
    }
    let clock = Clock::around(&routes);
    let facilities: Vec<usize> = (0..problem.facilities.len())
        .filter(|facility| routes.iter().flat_map(|route| &route.events).any(|event| is_unload_at(event, *facility)))
        .collect();
    let height = HEAD + (routes.len() + facilities.len()) as f64 * ROW + 4.0;
    let mut chart = SVG::new().set("viewBox", format!("0 0 {WIDTH} {height}")).set("class", "gantt").set("role", "img");
    chart = chart.add(hours(&clock, height));
    for (i, route) in routes.iter().enumerate() {
        let top = HEAD + i as f64 * ROW;
        let truck = &problem.trucks[route.truck];
        let mut row = Group::new().set("class", "route").set("data-truck", route.truck).add(name(&truck.id, top));
        for event in &route.events {
            row = row.add(bar(edition, route, event, &clock, top));
        }
        chart = chart.add(row);
    }
    for (i, facility) in facilities.iter().enumerate() {
        let top = HEAD + (routes.len() + i) as f64 * ROW;
        let mut row = Group::new().add(name(&short(&problem.facilities[*facility].name), top));
        for route in &routes {
            for event in route.events.iter().filter(|event| is_unload_at(event, *facility)) {
                let colours = look_colours(Look::Truck(route.truck));
                let (left, right) = (clock.x(event.start), clock.x(event.end));
                let tip = tip(edition, route, event);
                let block = rectangle(left, top + 4.0, right - left, ROW - 8.0).set("fill", colours.0).set("stroke", "#000000");
                let id = Words::new(problem.trucks[route.truck].id.as_str()).set("x", pixels((left + right) / 2.0)).set("y", top + 20.0);
                let id = id.set("text-anchor", "middle").set("font-size", 11).set("fill", colours.1);
                row = row.add(Group::new().set("class", "route").set("data-truck", route.truck).add(Title::new(tip)).add(block).add(id));
            }
        }
        chart = chart.add(row);
    }
    chart.to_string()
}

/// What the shapes of a chart mean.
pub(super) fn key(text: &Text) -> String {
    let samples = [
        (Action::Serve, "week-key-serve"),
        (Action::Drive, "week-key-drive"),
        (Action::Unload, "week-key-unload"),
        (Action::Break, "week-key-break"),
        (Action::Queue, "week-key-wait"),
        (Action::Prepare, "week-key-prepare"),
    ];
    let samples = samples.map(|(action, key)| {
        let drawing = SVG::new().set("viewBox", "0 0 30 22").set("width", 30).set("height", 22).set("aria-hidden", "true");
        format!("<span>{}{}</span>", drawing.add(shape(action, 1.0, -4.0, 28.0, "#0072B2")), escaped(&text.plain(key)))
    });
    samples.concat()
}

fn is_unload_at(event: &Event, facility: usize) -> bool {
    event.action == Action::Unload && event.place == Place::Facility(facility)
}

/// Lines and numbers of the hours.
fn hours(clock: &Clock, height: f64) -> Group {
    let all = (clock.from / HOUR)..=(clock.to / HOUR);
    all.fold(Group::new().set("font-size", 12), |group, hour| {
        let x = clock.x(Seconds(hour * HOUR));
        let line = Line::new().set("x1", x).set("x2", x).set("y1", HEAD - 6.0).set("y2", height - 4.0).set("stroke", "#c9c4ba");
        let number = Words::new(format!("{hour}h")).set("x", x).set("y", HEAD - 11.0).set("text-anchor", "middle");
        group.add(line).add(number)
    })
}

fn name(words: &str, top: f64) -> Words {
    Words::new(words).set("x", 2).set("y", top + 20.0).set("font-size", 13).set("font-weight", 700)
}

/// At most so much of a name as there is room for.
fn short(name: &str) -> String {
    const LONGEST: usize = 14;
    if name.chars().count() <= LONGEST { name.to_owned() } else { name.chars().take(LONGEST - 1).chain(['…']).collect() }
}

fn bar(edition: &Edition, route: &RouteReplay, event: &Event, clock: &Clock, top: f64) -> Group {
    let (left, right) = (clock.x(event.start), clock.x(event.end));
    let colour = look_colours(Look::Truck(route.truck)).0;
    shape(event.action, left, top, right - left, colour).add(Title::new(tip(edition, route, event)))
}

/// The shape of an action: high and full for collecting, a line for driving, high and dark for unloading, empty for standing.
fn shape(action: Action, left: f64, top: f64, width: f64, colour: &str) -> Group {
    let block = |inset: f64| rectangle(left, top + inset, width, ROW - 2.0 * inset);
    let drawn = match action {
        Action::Serve => block(6.0).set("fill", colour),
        Action::Drive => block(13.0).set("fill", colour).set("fill-opacity", 0.75),
        Action::Unload => block(4.0).set("fill", "#333333").set("stroke", colour).set("stroke-width", 1.5),
        Action::Break => block(7.0).set("fill", "#ffffff").set("stroke", "#000000"),
        Action::Wait | Action::Queue => block(9.0).set("fill", "#ffffff").set("stroke", colour).set("stroke-dasharray", "3 2"),
        Action::Prepare => block(9.0).set("fill", "#d5d0c6"),
    };
    Group::new().add(drawn)
}

fn rectangle(left: f64, top: f64, width: f64, height: f64) -> Rectangle {
    Rectangle::new().set("x", pixels(left)).set("y", pixels(top)).set("width", pixels(width.max(0.5))).set("height", pixels(height))
}

/// "X1 · 06:10–06:16 · Xóm Làng Mạ".
fn tip(edition: &Edition, route: &RouteReplay, event: &Event) -> String {
    let (problem, text) = (edition.facts.problem, edition.text);
    let key = match event.action {
        Action::Serve => "week-key-serve",
        Action::Drive => "week-key-drive",
        Action::Unload => "week-key-unload",
        Action::Break => "week-key-break",
        Action::Wait | Action::Queue => "week-key-wait",
        Action::Prepare => "week-key-prepare",
    };
    let times = format!("{}–{}", clock_time_short(event.start), clock_time_short(event.end));
    format!("{} · {times} · {} · {}", problem.trucks[route.truck].id, text.plain(key), event.place.name(problem))
}
