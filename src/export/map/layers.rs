//! What lies on the ground of a map: communes, roads, the lines of the routes, points of other days.

use geo::{Coord, LineString, Simplify};
use svg::node::element::{Circle, Group, Path};

use super::day_map::{DayMap, Look, Strand};
use super::page::{Area, Page, Room, course_path, pixels, shifted};
use super::style;

/// The ground of the communes.
pub(super) fn communes(map: &DayMap, page: &Page) -> Group {
    outlined(map, page).fold(Group::new().set("fill", "#f6f3ea").set("fill-rule", "evenodd"), Group::add)
}

/// The outlines of the communes.
pub(super) fn commune_lines(map: &DayMap, page: &Page) -> Group {
    let style = Group::new().set("fill", "none").set("stroke", "#7b6f92").set("stroke-width", 1.1).set("stroke-dasharray", "8 3 2 3");
    outlined(map, page).fold(style.set("stroke-opacity", 0.75), Group::add)
}

fn outlined(map: &DayMap, page: &Page) -> impl Iterator<Item = Path> {
    map.communes.iter().filter_map(|commune| {
        let rings = commune.outline.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
        let rings: Vec<Vec<Coord<f64>>> = rings.map(|ring| flat(ring, page)).filter(|ring| page.shows(ring)).collect();
        let drawn: String = rings.iter().map(|ring| format!("{}Z", course_path(ring))).collect();
        (!rings.is_empty()).then(|| Path::new().set("d", drawn))
    })
}

/// The roads that touch the page, small ones first, so that big ones lie on top.
pub(super) fn roads(map: &DayMap, page: &Page) -> Group {
    let mut order: Vec<usize> = (0..map.roads.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse(map.roads[*i].class));
    let group = Group::new().set("fill", "none").set("stroke-linejoin", "round");
    order.into_iter().fold(group, |group, i| {
        let road = &map.roads[i];
        let course = flat(&road.course, page);
        if !page.shows(&course) {
            return group;
        }
        let (width, colour) = style::road(road.class, road.provenance);
        let width = pixels(width * page.sizes.roads);
        let dash = style::road_dash(road.class, road.provenance);
        let path = Path::new().set("d", course_path(&course)).set("stroke", colour).set("stroke-width", width);
        group.add(if dash == "none" { path } else { path.set("stroke-dasharray", dash) })
    })
}

/// The lines, side by side where they share a road: a white bed, then for each line its dashes, over a pale line of its colour on the map
/// of a day, where dashes of many lines must be followed.
pub(super) fn strands(map: &DayMap, page: &Page, room: &mut Room) -> Group {
    let (mut beds, mut lines) = (bed(), Group::new().set("fill", "none").set("stroke-linejoin", "round"));
    lines = lines.set("stroke-width", page.sizes.line);
    for strand in &map.strands {
        let course = run(strand, page);
        take_line(&course, room);
        let n = strand.routes.len() as f64;
        beds = beds.add(Path::new().set("d", course_path(&course)).set("stroke-width", pixels(n * page.sizes.line_step + 1.6)));
        for line in strand_lines(strand, &course, page) {
            let look = map.routes[line.route].look;
            let style = style::of(look);
            let path = Path::new().set("d", line.path).set("stroke", style.colour);
            if style.dash == "none" {
                lines = lines.add(path);
                continue;
            }
            if matches!(look, Look::Truck(_)) {
                lines = lines.add(path.clone().set("stroke-opacity", 0.4));
            }
            lines = lines.add(path.set("stroke-dasharray", style.dash));
        }
    }
    Group::new().add(beds).add(lines)
}

/// What lies under the lines.
pub(super) fn bed() -> Group {
    Group::new().set("fill", "none").set("stroke", "#ffffff").set("stroke-linejoin", "round").set("stroke-linecap", "round")
}

/// The line of a route on a strand.
pub(super) struct StrandLine {
    /// Index of the route.
    pub route: usize,
    /// Its path on the page.
    pub path: String,
}

/// The lines of a strand that runs on `course`, side by side.
pub(super) fn strand_lines(strand: &Strand, course: &[Coord<f64>], page: &Page) -> Vec<StrandLine> {
    let n = strand.routes.len() as f64;
    let lines = strand.routes.iter().enumerate().map(|(i, route)| {
        let aside = (i as f64 - (n - 1.0) / 2.0) * page.sizes.line_step;
        StrandLine { route: *route, path: course_path(&shifted(course, aside)) }
    });
    lines.collect()
}

/// The course of a strand on the page. The same side is the same route's on neighbouring strands when all of them run to the north-east.
pub(super) fn run(strand: &Strand, page: &Page) -> Vec<Coord<f64>> {
    let mut course = flat(&strand.course, page);
    if course.first().zip(course.last()).is_some_and(|(first, last)| last.x - last.y < first.x - first.y) {
        course.reverse();
    }
    course
}

/// Names would rather not lie on this line.
fn take_line(course: &[Coord<f64>], room: &mut Room) {
    for ends in course.windows(2) {
        let along = ends[1] - ends[0];
        let steps = ((along.x * along.x + along.y * along.y).sqrt() / 6.0).ceil().clamp(1.0, 1000.0);
        for step in 0..steps as usize {
            room.take(Area::around(ends[0] + along * (step as f64 / steps), 6.0, 6.0), 0.15);
        }
    }
}

/// Points that are served on other days.
pub(super) fn other_points(map: &DayMap, page: &Page, room: &mut Room) -> Group {
    let places = map.other_points.iter().map(|position| page.at(*position)).filter(|at| page.shows(&[*at]));
    let dots = places.map(|at| {
        room.take(Area::around(at, 4.0, 4.0), 0.5);
        Circle::new().set("cx", pixels(at.x)).set("cy", pixels(at.y)).set("r", 1.9)
    });
    let style = Group::new().set("fill", "#ffffff").set("stroke", "#6f6a60").set("stroke-width", 0.9);
    dots.fold(style, Group::add)
}

/// The course on the page, without what is too fine to see.
pub(super) fn flat(course: &LineString<f64>, page: &Page) -> Vec<Coord<f64>> {
    let course: LineString<f64> = course.coords().map(|position| page.at(*position)).collect::<Vec<_>>().into();
    course.simplify(0.3).0
}
