//! Signs of stops, depots and facilities.

use geo::Coord;
use svg::node::element::{Circle, Group, Path, Polygon};

use super::day_map::{DayMap, PlaceKind};
use super::page::{Area, Page, Room, course_path, pixels};
use super::style::RouteStyle;

/// The shape of a stop.
pub(super) fn sign(style: RouteStyle, at: Coord<f64>, radius: f64) -> Group {
    let group = Group::new().set("fill", style.colour).set("stroke", "#ffffff").set("stroke-width", 1);
    match style.shape.corners(radius) {
        None => group.add(Circle::new().set("cx", pixels(at.x)).set("cy", pixels(at.y)).set("r", radius)),
        Some(corners) => {
            let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{},{}", pixels(at.x + x), pixels(at.y + y))).collect();
            group.add(Polygon::new().set("points", corners.join(" ")))
        }
    }
}

/// The signs of depots and facilities on the page; one that would hide another moves aside and points to its place.
pub(super) fn place_signs(map: &DayMap, page: &Page, room: &mut Room) -> (Group, Vec<Option<Coord<f64>>>) {
    let mut group = Group::new();
    let mut signs: Vec<Option<Coord<f64>>> = Vec::new();
    for place in &map.places {
        let at = page.at(place.position);
        if !page.shows(&[at]) {
            signs.push(None);
            continue;
        }
        let aside = [(0.0, 0.0), (24.0, -6.0), (-24.0, -6.0), (24.0, 18.0), (-24.0, 18.0), (0.0, -28.0), (0.0, 28.0)];
        let free =
            |sign: &Coord<f64>| signs.iter().flatten().all(|other| (sign.x - other.x).abs() > 20.0 || (sign.y - other.y).abs() > 20.0);
        let inside = |sign: &Coord<f64>| sign.x > 12.0 && sign.x < page.width - 12.0 && sign.y > 12.0 && sign.y < page.height - 12.0;
        let near = aside.iter().map(|(x, y)| Coord { x: at.x + x, y: at.y + y });
        let sign = near.clone().find(|sign| free(sign) && inside(sign)).or_else(|| near.clone().find(free)).unwrap_or(at);
        if sign != at {
            let pointer = Path::new().set("d", course_path(&[at, sign])).set("stroke", "#000000").set("stroke-width", 1.2);
            group = group.add(pointer).add(Circle::new().set("cx", pixels(at.x)).set("cy", pixels(at.y)).set("r", 2.2));
        }
        room.take(Area::around(sign, 22.0, 22.0), 2.0);
        group = group.add(place_sign(place.kind, sign));
        signs.push(Some(sign));
    }
    (group, signs)
}

/// The sign of a depot (house), an incinerator (chimney) or a landfill (heap).
pub(super) fn place_sign(kind: PlaceKind, at: Coord<f64>) -> Path {
    let (outline, fill) = match kind {
        PlaceKind::Depot => ("m-9 9v-10l9 -8l9 8v10z m5.5 0v-7h7v7", "#ffffff"),
        PlaceKind::Incinerator => ("m-9 9v-9h4l1 -10h4l1 10h8v9z", "#F0E442"),
        PlaceKind::Landfill => ("m-10 8l6 -12l4 5l3 -4l7 11z", "#b8a88a"),
    };
    Path::new()
        .set("d", format!("M{} {}{outline}", pixels(at.x), pixels(at.y)))
        .set("fill", fill)
        .set("stroke", "#000000")
        .set("stroke-width", 1.7)
        .set("stroke-linejoin", "round")
}
