//! Names of communes, depots and facilities, where there is room for them.

use geo::{Contains, Coord, Point};
use svg::node::element::{Group, Text as Words};

use super::day_map::{DayMap, MapCommune};
use super::page::{Page, Room, pixels, text_width};

/// Names must not lie on one another: what covering a square pixel of one costs.
const NAME_WEIGHT: f64 = 4.0;
/// Steps across the page in which a commune whose middle is off the page is looked for.
const STEPS: usize = 14;

/// The names of depots and facilities, beside their `signs`.
pub(super) fn place_names(map: &DayMap, signs: &[Option<Coord<f64>>], page: &Page, room: &mut Room) -> Group {
    let size = page.sizes.place_name;
    let style = name_style(size, "#000000").set("font-weight", 700);
    map.places.iter().zip(signs).fold(style, |group, (place, at)| {
        let Some(at) = at else { return group };
        let (width, height) = (text_width(&place.name, size), size * 1.25);
        let aside = width / 2.0 + 14.0;
        let beside = [0.0, -0.6, 0.6, -1.2, 1.2].into_iter().flat_map(|y| [(1.0, y), (-1.0, y)]);
        let around = [-1.3, 1.3, -2.0, 2.0].into_iter().flat_map(|y| [(0.0, y), (0.4, y), (-0.4, y), (0.8, y), (-0.8, y)]);
        let near = beside.chain(around).enumerate();
        let near = near.map(|(i, (x, y))| (Coord { x: at.x + x * aside, y: at.y + y * 20.0 }, i as f64 * 4.0));
        match room.place_weighted(on_page(near, page, width), width, height, NAME_WEIGHT) {
            Some(middle) => group.add(name(&place.name, middle, size)),
            None => group,
        }
    })
}

/// The names of communes and towns, within their outlines where they can be.
pub(super) fn commune_names(map: &DayMap, page: &Page, room: &mut Room) -> Group {
    let size = page.sizes.commune_name;
    let style = name_style(size, "#4d4263").set("font-style", "italic");
    map.communes.iter().fold(style, |group, commune| {
        let Some(at) = middle_on_page(commune, page) else { return group };
        let (width, height) = (text_width(&commune.name, size), size * 1.25);
        let steps = (-6..=6).flat_map(|y| (-5..=5).map(move |x| (f64::from(x) * 14.0, f64::from(y) * 10.0)));
        let inside = |middle: Coord<f64>| commune.outline.contains(&Point::from(page.back(middle)));
        let near = steps.map(|(x, y)| {
            let middle = Coord { x: at.x + x, y: at.y + y };
            let away = (x * x + y * y).sqrt() * 0.6;
            (middle, away + if inside(middle) { 0.0 } else { 300.0 })
        });
        match room.place_weighted(on_page(near, page, width), width, height, NAME_WEIGHT) {
            Some(middle) => group.add(name(&commune.name, middle, size)),
            None => group,
        }
    })
}

/// Where the name of a commune is best written: at its label, or in the middle of what the page shows of it.
fn middle_on_page(commune: &MapCommune, page: &Page) -> Option<Coord<f64>> {
    let label = page.at(commune.label);
    if page.shows(&[label]) {
        return Some(label);
    }
    let step = |i: usize, length: f64| length * (i as f64 + 0.5) / STEPS as f64;
    let grid = (0..STEPS).flat_map(|y| (0..STEPS).map(move |x| (x, y)));
    let grid = grid.map(|(x, y)| Coord { x: step(x, page.width), y: step(y, page.height) });
    let inside: Vec<Coord<f64>> = grid.filter(|at| commune.outline.contains(&Point::from(page.back(*at)))).collect();
    // A corner that is smaller than a name has none.
    if inside.len() < 4 {
        return None;
    }
    let n = inside.len() as f64;
    let sum = inside.iter().fold(Coord { x: 0.0, y: 0.0 }, |sum, at| sum + *at);
    Some(sum / n)
}

/// Only those middles around which words of that width stay on the page.
fn on_page<'p>(
    middles: impl Iterator<Item = (Coord<f64>, f64)> + 'p,
    page: &'p Page,
    width: f64,
) -> impl Iterator<Item = (Coord<f64>, f64)> + 'p {
    middles.map(move |(middle, price)| {
        let half = width / 2.0;
        let off = (half - middle.x).max(0.0) + (middle.x + half - page.width).max(0.0) + (12.0 - middle.y).max(0.0);
        let off = off + (middle.y + 10.0 - page.height).max(0.0);
        (middle, price + 100.0 * off)
    })
}

/// Words with a white edge.
pub(super) fn name_style(size: f64, colour: &str) -> Group {
    let halo = Group::new().set("stroke", "#ffffff").set("stroke-width", 3.5).set("stroke-linejoin", "round").set("paint-order", "stroke");
    halo.set("text-anchor", "middle").set("font-size", size).set("fill", colour).set("stroke-opacity", 0.9)
}

/// Words around a middle.
pub(super) fn name(words: &str, middle: Coord<f64>, size: f64) -> Words {
    Words::new(words).set("x", pixels(middle.x)).set("y", pixels(middle.y + 0.36 * size))
}
