//! What stands around the map: title, legend, scale, north arrow, small print.

use geo::Coord;
use svg::node::element::{Circle, Group, Line, Path, Rectangle};

use super::day_map::{DayMap, MapRoute, PlaceKind};
use super::page::{Page, Room, pixels, text_width};
use super::signs::{place_sign, sign};
use super::style;
use crate::export::drawing;
pub(super) use crate::export::drawing::words;
use crate::roads::{Provenance, RoadClass};
use crate::text::{Argument, Text, decimal, percent};
use crate::units::{Kilograms, Metres};

/// Narrowest legend, in pixels.
const LEAST_WIDTH: f64 = 345.0;
const LEFT: f64 = 20.0;
const TOP: f64 = 92.0;
const ROUTE_STEP: f64 = 46.0;
const ROW_STEP: f64 = 26.0;
/// From the left of a sample to the left of its words.
const SAMPLE_WIDTH: f64 = 74.0;
const GREY: &str = "#55524c";

/// Height that the legend needs.
pub(super) fn height(map: &DayMap) -> f64 {
    map.routes.len() as f64 * ROUTE_STEP + 10.0 * ROW_STEP + 30.0
}

/// Width that the legend needs, and the title beside it.
pub(super) fn width(map: &DayMap, text: &Text) -> f64 {
    let routes = map.routes.iter().flat_map(|route| [text_width(&heading(route), 16.5), text_width(&route_facts(route, text), 14.0)]);
    let samples = samples(map).into_iter().map(|(_, key)| text_width(&text.plain(key), 15.0));
    routes.chain(samples).fold(0.0f64, f64::max).max(LEAST_WIDTH - SAMPLE_WIDTH - 20.0) + SAMPLE_WIDTH + 20.0
}

/// Height of the small print.
pub(super) fn foot_height(map: &DayMap) -> f64 {
    20.0 + 20.0 * (map.credits.len() + usize::from(is_mostly_assumed(map))) as f64
}

/// Title, legend and small print; the map goes at the left and top given beside it.
pub(super) fn frame(page: &Page, map: &DayMap, text: &Text) -> (Group, f64, f64) {
    let frame = Group::new().add(title(map, text)).add(legend(page, map, text)).add(small_print(page, map, text));
    (frame, LEFT, TOP)
}

fn title(map: &DayMap, text: &Text) -> Group {
    let weekday = map.date.map_or(map.day % 7, |date| date.weekday().to_monday_zero_offset() as usize);
    let mut day = text.plain(&format!("map-day-{}", weekday + 1));
    if let Some(date) = map.date {
        let [d, m, y] = [format!("{:02}", date.day()), format!("{:02}", date.month()), format!("{:04}", date.year())];
        let date = [("d", d), ("m", m), ("y", y)].map(|(name, number)| (name, Argument::Words(number)));
        day = format!("{day} {}", text.say("map-date", &date));
    }
    let stops: usize = map.routes.iter().map(|route| route.stops.len()).sum();
    let trips: usize = map.routes.iter().map(|route| route.trips).sum();
    let load: Kilograms = map.routes.iter().map(|route| route.load).sum();
    let distance: Metres = map.routes.iter().map(|route| route.distance).sum();
    let title = text.say("map-title", &[("district", map.district.as_str().into()), ("day", day.into())]);
    let facts = text.say(
        "map-facts",
        &[
            ("trucks", map.routes.len().into()),
            ("trips", trips.into()),
            ("stops", stops.into()),
            ("tonnes", Argument::Number(load.tonnes(), 1)),
            ("km", Argument::Number(distance.kilometres(), 0)),
        ],
    );
    Group::new().add(words(&title, LEFT, 42.0, 28.0).set("font-weight", 700)).add(words(&facts, LEFT, 70.0, 17.0).set("fill", GREY))
}

fn legend(page: &Page, map: &DayMap, text: &Text) -> Group {
    let left = LEFT + page.width + 20.0;
    let mut group = Group::new();
    for (i, route) in map.routes.iter().enumerate() {
        group = group.add(route_row(route, text, left, TOP + 14.0 + i as f64 * ROUTE_STEP));
    }
    let top = TOP + 20.0 + map.routes.len() as f64 * ROUTE_STEP;
    for (i, (sample, key)) in samples(map).into_iter().enumerate() {
        let y = top + i as f64 * ROW_STEP;
        let at = format!("translate({} {})", pixels(left + 30.0), pixels(y));
        group = group.add(sample.set("transform", at)).add(words(&text.plain(key), left + SAMPLE_WIDTH, y + 5.0, 15.0));
    }
    group
}

/// A sample of everything but the routes that is on the map, around (0, 0), and the key of what it is.
pub(super) fn samples(map: &DayMap) -> Vec<(Group, &'static str)> {
    let places = [(PlaceKind::Depot, "map-depot"), (PlaceKind::Incinerator, "map-incinerator"), (PlaceKind::Landfill, "map-landfill")];
    let mut samples = Vec::new();
    for (kind, key) in places.into_iter().filter(|(kind, _)| map.places.iter().any(|place| place.kind == *kind)) {
        samples.push((Group::new().add(place_sign(kind, Coord { x: 0.0, y: 0.0 })), key));
    }
    if !map.other_points.is_empty() {
        let dot = Circle::new().set("r", 2.4).set("fill", "#ffffff").set("stroke", "#6f6a60");
        samples.push((Group::new().add(dot), "map-other-point"));
    }
    let lengths = map.provenance;
    let roads = [
        (lengths.measured_m, RoadClass::Trunk, Provenance::Measured, "map-road-measured"),
        (lengths.schematic_m, RoadClass::Secondary, Provenance::Schematic, "map-road-schematic"),
        (lengths.synthetic_m, RoadClass::Unclassified, Provenance::Synthetic, "map-road-synthetic"),
    ];
    for (_, class, provenance, key) in roads.into_iter().filter(|(length, ..)| *length > 0.0) {
        let (width, colour) = style::road(class, provenance);
        let dash = style::road_dash(class, provenance);
        samples.push((Group::new().add(line(-30.0, 0.0, 30.0, colour, width).set("stroke-dasharray", dash)), key));
    }
    if !map.communes.is_empty() {
        let border = line(-30.0, 0.0, 30.0, "#7b6f92", 1.1).set("stroke-dasharray", "8 3 2 3");
        samples.push((Group::new().add(border), "map-border"));
    }
    samples
}

fn route_row(route: &MapRoute, text: &Text, left: f64, y: f64) -> Group {
    let style = style::of(route.look);
    let pale = line(left, y, left + 60.0, style.colour, 3.0).set("stroke-opacity", 0.4);
    let dashes = line(left, y, left + 60.0, style.colour, 3.0).set("stroke-dasharray", style.dash);
    Group::new()
        .add(pale)
        .add(dashes)
        .add(sign(style, Coord { x: left + 30.0, y }, 6.0))
        .add(words(&heading(route), left + SAMPLE_WIDTH, y + 4.0, 15.5).set("font-weight", 700))
        .add(words(&route_facts(route, text), left + SAMPLE_WIDTH, y + 23.0, 14.0).set("fill", GREY))
}

fn heading(route: &MapRoute) -> String {
    format!("{} · {}", route.truck, route.name)
}

fn route_facts(route: &MapRoute, text: &Text) -> String {
    let arguments = [
        ("trips", route.trips.into()),
        ("stops", route.stops.len().into()),
        ("tonnes", Argument::Number(route.load.tonnes(), 1)),
        ("km", Argument::Number(route.distance.kilometres(), 0)),
    ];
    text.say("map-route", &arguments)
}

fn small_print(page: &Page, map: &DayMap, text: &Text) -> Group {
    let mut lines = Vec::new();
    if is_mostly_assumed(map) {
        let lengths = map.provenance;
        let share = percent(lengths.share(lengths.schematic_m + lengths.synthetic_m), 0, text.language());
        lines.push((text.say("map-assumed", &[("share", share.into())]), "#9c2a00"));
    }
    lines.extend(map.credits.iter().map(|credit| (credit.clone(), GREY)));
    let top = TOP + page.height + 22.0;
    lines
        .iter()
        .enumerate()
        .fold(Group::new(), |group, (i, (line, colour))| group.add(words(line, LEFT, top + 20.0 * i as f64, 15.0).set("fill", *colour)))
}

/// Whether less than half of the roads' length is measured.
fn is_mostly_assumed(map: &DayMap) -> bool {
    let lengths = map.provenance;
    lengths.total_m() > 0.0 && lengths.share(lengths.measured_m) < 0.5
}

/// A scale bar on a white ground in whichever lower corner of the map is emptier.
pub(super) fn scale_bar(page: &Page, text: &Text, room: &mut Room) -> Group {
    let length_m = page.round_length_m((page.width * 0.3).min(190.0));
    let length = length_m * page.scale;
    let label = match length_m >= 1000.0 {
        true => format!("{} km", decimal(length_m / 1000.0, 0, text.language())),
        false => format!("{} m", decimal(length_m, 0, text.language())),
    };
    let width = length + text_width(&label, page.sizes.words) + 10.0;
    let corners = [width / 2.0 + 4.0, page.width - width / 2.0 - 4.0].map(|x| (Coord { x, y: page.height - 14.0 }, 0.0));
    let middle = room.place(corners, width, 26.0).unwrap_or(corners[0].0);
    let (left, y) = (middle.x - width / 2.0, middle.y);
    let half = |start: f64, fill: &str| {
        let bar =
            Rectangle::new().set("x", pixels(left + start)).set("y", pixels(y - 3.0)).set("width", pixels(length / 2.0)).set("height", 6);
        bar.set("fill", fill).set("stroke", "#000000").set("stroke-width", 0.8)
    };
    let ground = Rectangle::new().set("x", pixels(left - 4.0)).set("y", pixels(y - 10.0)).set("width", pixels(width + 6.0));
    let ground = ground.set("height", 20).set("fill", "#ffffff").set("fill-opacity", 0.8);
    Group::new().add(ground).add(half(0.0, "#000000")).add(half(length / 2.0, "#ffffff")).add(words(
        &label,
        left + length + 8.0,
        y + 5.0,
        page.sizes.words,
    ))
}

/// A north arrow in the upper right corner of the map.
pub(super) fn north(page: &Page, text: &Text) -> Group {
    let (x, y) = (page.width - 24.0, 8.0);
    let letter = text.plain("map-north");
    let arrow = Path::new().set("d", format!("M{} {}l9 30l-9 -7l-9 7z", pixels(x), pixels(y + 18.0))).set("fill", "#000000");
    let letter = words(&letter, x, y + 13.0, 15.0).set("font-weight", 700).set("text-anchor", "middle");
    Group::new().add(letter).add(arrow)
}

/// A level line.
pub(super) fn line(from: f64, y: f64, to: f64, colour: &str, width: f64) -> Line {
    drawing::line((from, y), (to, y), colour, width)
}
