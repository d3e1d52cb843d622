//! Visits a week at every point, before and after, side by side (SVG).

use geo::Coord;
use svg::node::element::{Circle, Group, Path, SVG};

use super::MapCommune;
use super::page::{Page, course_path};
use crate::export::drawing::{pixels, svg_file, white_page, words as said};
use crate::scenario::PointVisits;
use crate::text::Text;

/// Largest size of one of the two maps, in pixels.
const MAP_WIDTH: f64 = 620.0;
const MAP_HEIGHT: f64 = 760.0;
const TOP: f64 = 96.0;
const GAP: f64 = 24.0;
/// From one visit a week to six and more: YlGnBu of ColorBrewer (Harrower and Brewer 2003), safe for the colour-blind, darker with more.
const COLOURS: [&str; 6] = ["#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#0c2c84"];
const NONE: &str = "#D55E00";

/// The words around the two maps.
#[derive(Clone, Copy, Debug)]
pub struct FrequencyWords<'a> {
    /// Above both.
    pub title: &'a str,
    /// Above the left one.
    pub before: &'a str,
    /// Above the right one.
    pub after: &'a str,
    /// Below both.
    pub note: &'a str,
}

/// Both maps; a dot's area grows with its people, its colour with its visits, and a point without any is a ring.
pub fn frequency_map(communes: &[MapCommune], before: &[PointVisits], after: &[PointVisits], words: FrequencyWords, text: &Text) -> String {
    let outlines = communes.iter().flat_map(|commune| &commune.outline).flat_map(|polygon| polygon.exterior().coords().copied());
    let points = before.iter().chain(after).map(place);
    let page = Page::new(&outlines.chain(points).collect::<Vec<_>>(), MAP_WIDTH, MAP_HEIGHT, 0.0);
    let (width, height) = (2.0 * page.width + GAP + 40.0, page.height + TOP + 84.0);
    let mut document = white_page(width, height).add(said(words.title, 20.0, 40.0, 22.0).set("font-weight", 700));
    for (index, (name, visits)) in [(words.before, before), (words.after, after)].into_iter().enumerate() {
        let left = 20.0 + index as f64 * (page.width + GAP);
        document = document.add(said(name, left, 80.0, 17.0).set("font-weight", 700)).add(panel(communes, visits, &page, left));
    }
    document = document.add(legend(20.0, height - 50.0, text));
    document = document.add(said(words.note, 20.0, height - 14.0, 14.0).set("fill", "#9c2a00"));
    svg_file(&document)
}

fn panel(communes: &[MapCommune], visits: &[PointVisits], page: &Page, left: f64) -> SVG {
    let sheet = SVG::new().set("x", left).set("y", TOP).set("width", page.width).set("height", page.height);
    let style = Group::new().set("fill", "#f6f3ea").set("stroke", "#7b6f92").set("stroke-width", 1).set("fill-rule", "evenodd");
    let areas = communes.iter().map(|commune| Path::new().set("d", rings(commune, page))).fold(style, Group::add);
    let names = communes.iter().map(|commune| {
        let at = page.at(commune.label);
        let name = said(&commune.name, at.x, at.y, 12.0).set("text-anchor", "middle").set("fill", "#000000");
        // A white rim, so that a name can be read on dots.
        name.set("stroke", "#ffffff").set("stroke-width", 3).set("stroke-linejoin", "round").set("paint-order", "stroke")
    });
    let mut order: Vec<&PointVisits> = visits.iter().collect();
    // Large dots first, so that small ones lie on top; rings last, so that nobody overlooks them.
    order.sort_by_key(|point| (point.visits == 0, std::cmp::Reverse(point.people)));
    let dots = order.into_iter().map(|point| dot(page.at(place(point)), radius(point.people), point.visits));
    let dots = dots.fold(Group::new().set("stroke-width", 0.8), Group::add);
    sheet.add(areas).add(dots).add(names.fold(Group::new(), Group::add))
}

fn place(point: &PointVisits) -> Coord<f64> {
    Coord { x: point.position.0, y: point.position.1 }
}

fn radius(people: i64) -> f64 {
    (people.max(0) as f64).sqrt().mul_add(0.16, 2.0).min(11.0)
}

fn dot(at: Coord<f64>, radius: f64, visits: usize) -> Circle {
    let circle = Circle::new().set("cx", pixels(at.x)).set("cy", pixels(at.y)).set("r", pixels(radius));
    match visits {
        0 => circle.set("fill", "#ffffff").set("stroke", NONE).set("stroke-width", 2.2),
        some => circle.set("fill", COLOURS[some.min(COLOURS.len()) - 1]).set("stroke", "#333333"),
    }
}

fn rings(commune: &MapCommune, page: &Page) -> String {
    let rings = commune.outline.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    rings.map(|ring| format!("{}Z", course_path(&ring.coords().map(|position| page.at(*position)).collect::<Vec<_>>()))).collect()
}

fn legend(left: f64, y: f64, text: &Text) -> Group {
    let mut group = Group::new().add(said(&text.plain("beside-map-legend"), left, y + 5.0, 14.0));
    for visits in 0..=COLOURS.len() {
        let x = left + 230.0 + visits as f64 * 78.0;
        let label = if visits == COLOURS.len() { format!("{visits}+") } else { visits.to_string() };
        group = group.add(dot(Coord { x, y }, 8.0, visits)).add(said(&label, x + 14.0, y + 5.0, 14.0));
    }
    group.add(said(&text.plain("beside-map-area"), left + 240.0 + (COLOURS.len() + 1) as f64 * 78.0, y + 5.0, 14.0).set("fill", "#55524c"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_point_without_visits_is_a_ring_on_top() {
        let point = |id: &str, visits| PointVisits { id: id.to_owned(), position: (105.7, 21.7), people: 100, visits };
        let words = FrequencyWords { title: "t", before: "b", after: "a", note: "" };
        let drawn = frequency_map(&[], &[point("P1", 0), point("P2", 3)], &[point("P1", 9)], words, &Text::new(Language::Vietnamese));
        let xml = roxmltree::Document::parse(&drawn).expect("well-formed");
        let fills: Vec<_> =
            xml.descendants().filter(|node| node.tag_name().name() == "circle").filter_map(|node| node.attribute("fill")).collect();
        // Left: three visits, then none; right: six and more; then the legend.
        assert_eq!(fills[..3], [COLOURS[2], "#ffffff", COLOURS[5]]);
        assert_eq!(fills.len(), 3 + 7);
        assert!(!drawn.contains("NaN"));
    }
}
