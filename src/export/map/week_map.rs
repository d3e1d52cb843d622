//! The maps of all days in one drawing, each route in a group of its own, for a page that shows and hides them.

use geo::Coord;
use svg::node::element::{Circle, Group, Path, SVG};

use super::day_map::{DayMap, Look};
use super::draw::positions;
use super::layers::{bed, commune_lines, communes, roads, run};
use super::legend::line;
use super::names::{commune_names, name, name_style};
use super::page::{Page, Room, course_path, pixels};
use super::signs::{place_sign, sign};
use super::stops::{numbered_sign, numbers};
use super::style::{self, DAY};

/// Largest size of the map, in its own units: pixels where it is shown at its size.
const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 1000.0;

/// The maps of `days`, which share ground and places, as one SVG element for an HTML page; empty where there is no day.
///
/// The group of a route has the class `route` and the attributes `data-day` and `data-truck` (indices); a stop has the class `stop` and its
/// note in `data-note`. What must not grow when the page enlarges the map has the class `fixed` (its transform is its place) or, for lines,
/// is told by `vector-effect`. Where routes share a road all of them lie in its middle; `data-aside` says how many lines' widths the page
/// should move each to its right.
pub fn draw_week_map(days: &[DayMap]) -> String {
    let Some(first) = days.first() else { return String::new() };
    let all: Vec<Coord<f64>> = days.iter().flat_map(positions).collect();
    let page = Page::new(&all, WIDTH, HEIGHT, 0.0);
    let mut map = SVG::new().set("viewBox", format!("0 0 {} {}", page.width, page.height)).set("class", "map").set("role", "img");
    map = map.add(communes(first, &page)).add(steady(roads(first, &page))).add(steady(commune_lines(first, &page)));
    let mut dots = Group::new().set("class", "points");
    for position in points(days) {
        let at = page.at(position);
        dots = dots.add(Circle::new().set("cx", pixels(at.x)).set("cy", pixels(at.y)).set("r", 1.6));
    }
    map = map.add(dots.set("fill", "#ffffff").set("stroke", "#6f6a60").set("stroke-width", 0.8));
    for day in days {
        map = day_groups(day, &page).into_iter().fold(map, SVG::add);
    }
    let mut room = Room::default();
    map = map.add(commune_names(first, &page, &mut room).set("class", "names")).add(places(first, &page));
    map.to_string()
}

/// Colour of a line, and that of words on it.
pub fn look_colours(look: Look) -> (&'static str, &'static str) {
    let style = style::of(look);
    (style.colour, style.ink)
}

/// A short line as it is drawn on the map with the sign of its stops, for a legend.
pub fn look_sample(look: Look) -> String {
    let style = style::of(look);
    let dashes = line(1.0, 9.0, 43.0, style.colour, 3.0).set("stroke-dasharray", style.dash);
    let pale = line(1.0, 9.0, 43.0, style.colour, 3.0).set("stroke-opacity", 0.4);
    let sample = SVG::new().set("viewBox", "0 0 44 18").set("width", 44).set("height", 18).set("aria-hidden", "true");
    sample.add(pale).add(dashes).add(sign(style, Coord { x: 22.0, y: 9.0 }, 6.0)).to_string()
}

/// All points, each once.
fn points(days: &[DayMap]) -> Vec<Coord<f64>> {
    let stops = days.iter().flat_map(|day| &day.routes).flat_map(|route| &route.stops).map(|stop| stop.position);
    let mut points: Vec<Coord<f64>> = days.iter().flat_map(|day| day.other_points.iter().copied()).chain(stops).collect();
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    points
}

/// The routes of a day, lines first, then stops, so that no line hides a stop.
fn day_groups(day: &DayMap, page: &Page) -> Vec<Group> {
    let mut paths = vec![Vec::new(); day.routes.len()];
    for strand in &day.strands {
        let course = course_path(&run(strand, page));
        let middle = (strand.routes.len() as f64 - 1.0) / 2.0;
        strand.routes.iter().enumerate().for_each(|(i, route)| paths[*route].push((course.clone(), i as f64 - middle)));
    }
    let lines = day.routes.iter().zip(paths).map(|(route, paths)| {
        let style = style::of(route.look);
        let path = |group: Group, (course, aside): &(String, f64)| {
            group.add(Path::new().set("d", course.as_str()).set("data-aside", *aside).set("vector-effect", "non-scaling-stroke"))
        };
        let under = paths.iter().fold(bed().set("stroke-width", 4.6), path);
        let pale = Group::new().set("fill", "none").set("stroke", style.colour).set("stroke-width", DAY.line);
        let dashes = paths.iter().fold(pale.clone().set("stroke-dasharray", style.dash), path);
        let pale = paths.iter().fold(pale.set("stroke-opacity", 0.4), path);
        grouped(day.day, route.look).add(under).add(pale).add(dashes)
    });
    let stops = day.routes.iter().map(|route| {
        let stops = route.stops.iter().map(|stop| {
            let at = page.at(stop.position);
            let place = format!("translate({} {})", pixels(at.x), pixels(at.y));
            let middle = Coord { x: 0.0, y: 0.0 };
            let small = Group::new().set("class", "small").add(sign(style::of(route.look), middle, DAY.stop));
            let large = Group::new().set("class", "large").add(numbered_sign(route.look, stop.number, middle, page));
            let fixed = Group::new().set("class", "fixed").add(small).add(large);
            Group::new().set("class", "stop").set("transform", place).set("data-note", stop.note.as_str()).add(fixed)
        });
        stops.fold(grouped(day.day, route.look), Group::add)
    });
    lines.collect::<Vec<_>>().into_iter().chain(stops).collect()
}

/// Depots and facilities with their names, on whichever side no other one is near.
fn places(day: &DayMap, page: &Page) -> Group {
    let at: Vec<Coord<f64>> = day.places.iter().map(|place| page.at(place.position)).collect();
    let all = day.places.iter().enumerate().map(|(i, place)| {
        let right_of = |j: usize| (at[j].x, j) > (at[i].x, i) && at[j].x - at[i].x < 200.0 && (at[j].y - at[i].y).abs() < 30.0;
        let side = if (0..at.len()).any(right_of) { -1.0 } else { 1.0 };
        let label = name(&place.name, Coord { x: 14.0 * side, y: 0.0 }, DAY.place_name).set("class", "label");
        let label = name_style(DAY.place_name, "#000000").set("text-anchor", if side > 0.0 { "start" } else { "end" }).add(label);
        let sign = place_sign(place.kind, Coord { x: 0.0, y: 0.0 });
        let fixed = Group::new().set("class", "fixed").set("font-weight", 700).add(sign).add(label);
        Group::new().set("transform", format!("translate({} {})", pixels(at[i].x), pixels(at[i].y))).add(fixed)
    });
    all.fold(Group::new().set("class", "places"), Group::add)
}

/// The group of a route on a day.
fn grouped(day: usize, look: Look) -> Group {
    let (Look::Truck(truck) | Look::Trip(truck)) = look;
    numbers().set("class", "route").set("data-day", day).set("data-truck", truck)
}

/// Lines that keep their width however large the map is shown.
fn steady(group: Group) -> Group {
    group.set("class", "steady")
}
