//! The map of one truck's day for a printed sheet, zoomed to where it drives.

use geo::Coord;
use svg::node::element::{Group, Rectangle, SVG};

use super::day_map::{DayMap, Look, MapRoute};
use super::draw::{driven, positions};
use super::layers::{commune_lines, communes, roads, strands};
use super::legend::{self, line, samples, words};
use super::names::{commune_names, place_names};
use super::page::{Page, Room, pixels, text_width};
use super::signs::{place_signs, sign};
use super::stops::all_numbered;
use super::style::{self, SHEET};
use crate::export::drawing::white_page;
use crate::text::Text;

/// Height of a line of the legend.
const ROW: f64 = 17.0;
/// From the left of a sample to the left of its words, and from these to the next sample.
const SAMPLE: f64 = 46.0;
const GAP: f64 = 14.0;
/// A sample of the legend of a day's map is 60 pixels long; here it is this.
const SAMPLE_SCALE: f64 = 0.66;

/// The map as an SVG file that is exactly `width` × `height` pixels large, a pixel meant as a point: the same bytes every time.
///
/// Each line is a trip: the first solid, the second dashed, the third dotted. Every stop has its number; in a crowd a line leads from the
/// number to its stop. Below the map stands a legend of as many lines as it needs. The whole district where nothing is driven.
pub fn draw_sheet_map(map: &DayMap, text: &Text, width: f64, height: f64) -> String {
    let (legend, legend_height) = legend_rows(map, text, width);
    let shown: Vec<Coord<f64>> = driven(map).collect();
    let shown = if shown.is_empty() { positions(map) } else { shown };
    let page = Page::framed(&shown, width, height - legend_height, SHEET);
    let mut room = Room::default();
    let mut sheet = SVG::new().set("width", page.width).set("height", page.height);
    sheet = sheet.add(communes(map, &page)).add(roads(map, &page)).add(commune_lines(map, &page));
    sheet = sheet.add(strands(map, &page, &mut room));
    // Numbers dodge the signs of places.
    let (place_signs, signs) = place_signs(map, &page, &mut room);
    sheet = sheet.add(place_signs).add(all_numbered(map, &signs, &page, &mut room));
    sheet = sheet.add(place_names(map, &signs, &page, &mut room)).add(commune_names(map, &page, &mut room));
    sheet = sheet.add(legend::scale_bar(&page, text, &mut room)).add(legend::north(&page, text));
    let border = Rectangle::new().set("x", 0.5).set("y", 0.5).set("width", page.width - 1.0).set("height", pixels(page.height - 1.0));
    let border = border.set("fill", "none").set("stroke", "#000000").set("stroke-width", 0.8);
    let legend = legend.set("transform", format!("translate(0 {})", pixels(page.height)));
    let document = white_page(width, height);
    format!("{}\n", document.add(sheet).add(border).add(legend))
}

/// The legend in rows, from (0, 0) down, and its height.
fn legend_rows(map: &DayMap, text: &Text, width: f64) -> (Group, f64) {
    let trips = map.routes.iter().map(|route| (trip_sample(route), trip_words(route, text)));
    let others = samples(map).into_iter().map(|(sample, key)| {
        let scaled = sample.set("transform", format!("translate(20 0) scale({SAMPLE_SCALE})"));
        (Group::new().add(scaled), text.plain(key))
    });
    let mut group = Group::new();
    let (mut x, mut y) = (0.0, ROW);
    for (sample, label) in trips.chain(others) {
        let entry = SAMPLE + text_width(&label, SHEET.words);
        if x > 0.0 && x + entry > width {
            (x, y) = (0.0, y + ROW);
        }
        let at = format!("translate({} {})", pixels(x), pixels(y - 3.5));
        group = group.add(sample.set("transform", at)).add(words(&label, x + SAMPLE, y, SHEET.words));
        x += entry + GAP;
    }
    (group, y + 6.0)
}

fn trip_sample(route: &MapRoute) -> Group {
    let style = style::of(route.look);
    let dashes = line(0.0, 0.0, 40.0, style.colour, SHEET.line).set("stroke-dasharray", style.dash);
    Group::new().add(dashes).add(sign(style, Coord { x: 20.0, y: 0.0 }, 4.5))
}

/// "Trip 2: stops 10–18".
fn trip_words(route: &MapRoute, text: &Text) -> String {
    let number = match route.look {
        Look::Trip(trip) => trip + 1,
        Look::Truck(_) => return route.truck.clone(),
    };
    match (route.stops.first(), route.stops.last()) {
        (Some(first), Some(last)) if first.number < last.number => {
            text.say("map-trip-stops", &[("trip", number.into()), ("first", first.number.into()), ("last", last.number.into())])
        }
        (Some(only), _) => text.say("map-trip-stop", &[("trip", number.into()), ("stop", only.number.into())]),
        _ => text.say("map-trip", &[("trip", number.into())]),
    }
}

#[cfg(test)]
mod tests {
    use roxmltree::Document as Xml;

    use super::*;
    use crate::export::map::MapStop;
    use crate::roads::ProvenanceLengths;
    use crate::text::Language;
    use crate::units::{Kilograms, Metres};

    /// A trip whose stops stand a few metres apart, and one far away.
    fn crowd(n_stops: usize) -> DayMap {
        let at = |i: usize| if i == 0 { Coord { x: 105.75, y: 21.75 } } else { Coord { x: 105.7 + i as f64 * 2e-5, y: 21.7 } };
        let stops = (0..n_stops).map(|i| MapStop { position: at(i), number: i + 1, note: String::new() });
        DayMap {
            district: "Thử".to_owned(),
            day: 0,
            date: None,
            communes: Vec::new(),
            roads: Vec::new(),
            provenance: ProvenanceLengths::default(),
            places: Vec::new(),
            other_points: Vec::new(),
            routes: vec![MapRoute {
                look: Look::Trip(0),
                truck: "X1".to_owned(),
                name: "Xe".to_owned(),
                stops: stops.collect(),
                trips: 1,
                load: Kilograms(0),
                distance: Metres(0),
            }],
            strands: Vec::new(),
            credits: Vec::new(),
        }
    }

    /// Where the number of each stop stands.
    fn numbers(svg: &str) -> Vec<(usize, Coord<f64>)> {
        let xml = Xml::parse(svg).unwrap();
        let texts = xml.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
        let numbers = texts.filter_map(|node| {
            let number = node.text()?.trim().parse().ok()?;
            let at = |name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
            Some((number, Coord { x: at("x"), y: at("y") }))
        });
        numbers.collect()
    }

    #[test]
    fn every_stop_of_a_crowd_has_its_number_apart_from_all_others() {
        let svg = draw_sheet_map(&crowd(25), &Text::new(Language::Vietnamese), 527.0, 372.0);
        let numbers = numbers(&svg);
        let mut shown: Vec<usize> = numbers.iter().map(|(number, _)| *number).collect();
        shown.sort_unstable();
        assert_eq!(shown, (1..=25).collect::<Vec<_>>());
        for (i, (a, at)) in numbers.iter().enumerate() {
            assert!(at.x > 5.0 && at.x < 522.0 && at.y > 5.0 && at.y < 372.0, "{a} is at {at:?}");
            for (b, other) in &numbers[i + 1..] {
                let apart = (at.x - other.x).hypot(at.y - other.y);
                assert!(apart > 1.2 * SHEET.number, "{a} and {b} are {apart} apart");
            }
        }
    }

    #[test]
    fn a_map_without_stops_is_still_a_map() {
        let mut map = crowd(0);
        map.routes.clear();
        let svg = draw_sheet_map(&map, &Text::new(Language::English), 527.0, 372.0);
        assert!(Xml::parse(&svg).is_ok() && !svg.contains("NaN") && !svg.contains("inf"));
    }

    #[test]
    fn the_legend_names_the_stops_of_each_trip() {
        let words = |n_stops| draw_sheet_map(&crowd(n_stops), &Text::new(Language::Vietnamese), 527.0, 372.0);
        assert!(words(25).contains("Chuyến 1: điểm 1–25"));
        assert!(words(1).contains("Chuyến 1: điểm 1\n") && words(0).contains("Chuyến 1\n"));
    }
}
