//! The stops of a map, with their numbers.

use geo::Coord;
use svg::node::element::{Circle, Group, Line};

use super::day_map::{DayMap, Look};
use super::names::name;
use super::page::{Area, Page, Room, pixels};
use super::signs::sign;
use super::style;

/// Directions in which a number may move aside from its stop.
const DIRECTIONS: usize = 16;
/// How far it may move, in radii of a numbered stop, nearest first.
const RINGS: [f64; 5] = [2.1, 2.9, 3.8, 5.0, 6.5];

/// The stops: numbered where at least two thirds of the numbers fit, else small shapes.
pub(super) fn stops(map: &DayMap, page: &Page, room: &mut Room) -> Group {
    let mut taken: Vec<Coord<f64>> = Vec::new();
    let mut fits: Vec<Vec<bool>> = Vec::new();
    for route in &map.routes {
        let route_fits = route.stops.iter().map(|stop| page.at(stop.position)).map(|at| {
            let fits = taken.iter().all(|other| distance(*other, at) > 2.0 * page.sizes.number);
            taken.extend(fits.then_some(at));
            fits
        });
        fits.push(route_fits.collect());
    }
    let n_stops = fits.iter().flatten().count();
    let numbered = 3 * taken.len() >= 2 * n_stops;
    let mut small = Group::new();
    let mut large = numbers();
    for (route, fits) in map.routes.iter().zip(fits) {
        for (stop, fits) in route.stops.iter().zip(fits) {
            let at = page.at(stop.position);
            let radius = if numbered && fits { page.sizes.number } else { page.sizes.stop };
            room.take(Area::around(at, 2.0 * radius, 2.0 * radius), 1.5);
            if numbered && fits {
                large = large.add(numbered_sign(route.look, stop.number, at, page));
            } else {
                small = small.add(sign(style::of(route.look), at, radius));
            }
        }
    }
    Group::new().add(small).add(large)
}

/// Every stop with its number: a number that would hide another stop or one of the `signs` of places moves aside, and a line leads back
/// to its stop.
pub(super) fn all_numbered(map: &DayMap, signs: &[Option<Coord<f64>>], page: &Page, room: &mut Room) -> Group {
    let stops: Vec<(Look, usize, Coord<f64>)> =
        map.routes.iter().flat_map(|route| route.stops.iter().map(|stop| (route.look, stop.number, page.at(stop.position)))).collect();
    let radius = page.sizes.number;
    let inside = |at: Coord<f64>| {
        let (across, down) = (at.x.min(page.width - at.x), at.y.min(page.height - at.y));
        across > 1.4 * radius && down > 1.4 * radius
    };
    let alone = |i: usize| {
        let at = stops[i].2;
        stops.iter().enumerate().all(|(j, other)| i == j || distance(other.2, at) > 2.0 * radius)
            && signs.iter().flatten().all(|sign| distance(*sign, at) > 11.0 + radius)
            && inside(at)
    };
    let mut pointers = Group::new().set("stroke", "#000000").set("stroke-width", 0.9);
    let mut large = numbers();
    let mut aside = Vec::new();
    for (i, (look, number, at)) in stops.iter().enumerate() {
        if alone(i) {
            room.take(Area::around(*at, 2.0 * radius, 2.0 * radius), 30.0);
            large = large.add(numbered_sign(*look, *number, *at, page));
        } else {
            room.take(Area::around(*at, 2.0 * page.sizes.stop + 1.0, 2.0 * page.sizes.stop + 1.0), 20.0);
            aside.push((*look, *number, *at));
        }
    }
    for (look, number, at) in aside {
        let around = around(at, radius).filter(|(middle, _)| inside(*middle));
        let middle = room.place_weighted(around, 2.0 * radius, 2.0 * radius, 30.0).unwrap_or(at);
        let line = Line::new().set("x1", pixels(at.x)).set("y1", pixels(at.y)).set("x2", pixels(middle.x)).set("y2", pixels(middle.y));
        let dot = Circle::new().set("cx", pixels(at.x)).set("cy", pixels(at.y)).set("r", page.sizes.stop);
        pointers = pointers.add(line).add(dot.set("fill", style::of(look).colour).set("stroke", "#ffffff"));
        large = large.add(numbered_sign(look, number, middle, page));
    }
    Group::new().add(pointers).add(large)
}

/// Places around a stop, each with a price that grows with the way to it.
fn around(at: Coord<f64>, radius: f64) -> impl Iterator<Item = (Coord<f64>, f64)> {
    let turns: Vec<(f64, f64)> = (0..DIRECTIONS).map(direction).collect();
    RINGS.into_iter().flat_map(move |ring| {
        let away = ring * radius;
        let places: Vec<(Coord<f64>, f64)> =
            turns.iter().map(|(x, y)| (Coord { x: at.x + x * away, y: at.y + y * away }, away * 1.5)).collect();
        places
    })
}

/// The `i`-th of sixteen directions, from tables instead of a sine, so that it is the same on every machine.
fn direction(i: usize) -> (f64, f64) {
    const QUARTER: [(f64, f64); 4] = [(1.0, 0.0), (0.924, 0.383), (0.707, 0.707), (0.383, 0.924)];
    let (x, y) = QUARTER[i % 4];
    match i / 4 % 4 {
        0 => (x, y),
        1 => (-y, x),
        2 => (-x, -y),
        _ => (y, -x),
    }
}

/// The group of numbered stops.
pub(super) fn numbers() -> Group {
    Group::new().set("font-weight", 700).set("text-anchor", "middle")
}

/// A stop with its number on it.
pub(super) fn numbered_sign(look: Look, number: usize, at: Coord<f64>, page: &Page) -> Group {
    let style = style::of(look);
    let radius = page.sizes.number;
    let size = if number < 10 { page.sizes.digits.0 } else { page.sizes.digits.1 };
    let middle = Coord { x: at.x, y: at.y + style.shape.number_shift() * radius };
    let digits = name(&number.to_string(), middle, size).set("font-size", size).set("fill", style.ink);
    Group::new().add(sign(style, at, radius)).add(digits)
}

fn distance(a: Coord<f64>, b: Coord<f64>) -> f64 {
    ((a.x - b.x).powi(2) + (a.y - b.y).powi(2)).sqrt()
}
