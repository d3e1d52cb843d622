//! A day's map as SVG.

use geo::Coord;
use svg::node::element::SVG;

use super::day_map::DayMap;
use super::layers::{commune_lines, communes, other_points, roads, strands};
use super::legend;
use super::names::{commune_names, place_names};
use super::page::{Page, Room};
use super::signs::place_signs;
use super::stops::stops;
use crate::export::drawing::{svg_file, white_page};
use crate::text::Text;

/// Largest size of the map itself, in pixels; title, legend and small print come on top.
const MAP_WIDTH: f64 = 940.0;
const MAP_HEIGHT: f64 = 1020.0;

/// The map as an SVG file, the same bytes every time.
///
/// Routes lie side by side where they share a road, each with a colour (safe for the colour-blind), a dash and a shape of its stops. Stops
/// are numbered in driving order where there is room for most numbers. Names dodge each other and the routes.
pub fn draw(map: &DayMap, text: &Text) -> String {
    let legend_height = legend::height(map);
    let page = Page::new(&positions(map), MAP_WIDTH, MAP_HEIGHT, legend_height);
    let mut room = Room::default();
    let (frame, left, top) = legend::frame(&page, map, text);
    // A drawing within the drawing cuts off what lies outside the page.
    let mut sheet = SVG::new().set("x", left).set("y", top).set("width", page.width).set("height", page.height);
    sheet = sheet.add(communes(map, &page)).add(roads(map, &page)).add(commune_lines(map, &page));
    sheet = sheet.add(strands(map, &page, &mut room)).add(other_points(map, &page, &mut room));
    sheet = sheet.add(stops(map, &page, &mut room));
    let (place_signs, signs) = place_signs(map, &page, &mut room);
    sheet = sheet.add(place_signs).add(place_names(map, &signs, &page, &mut room)).add(commune_names(map, &page, &mut room));
    sheet = sheet.add(legend::scale_bar(&page, text, &mut room)).add(legend::north(&page, text));
    let (width, height) = (page.width + legend::width(map, text) + 2.0 * left, page.height + top + legend::foot_height(map));
    let document = white_page(width, height);
    svg_file(&document.add(frame).add(sheet))
}

/// Everything that must be on the page.
pub(super) fn positions(map: &DayMap) -> Vec<Coord<f64>> {
    let outlines = map.communes.iter().flat_map(|commune| &commune.outline).flat_map(|polygon| polygon.exterior().coords().copied());
    let places = map.places.iter().map(|place| place.position);
    let mut positions: Vec<Coord<f64>> = outlines.chain(driven(map)).chain(places).collect();
    if map.communes.is_empty() {
        positions.extend(map.roads.iter().flat_map(|road| road.course.coords().copied()));
    }
    positions
}

/// Where trucks drive and stop.
pub(super) fn driven(map: &DayMap) -> impl Iterator<Item = Coord<f64>> {
    let strands = map.strands.iter().flat_map(|strand| strand.course.coords().copied());
    strands.chain(map.routes.iter().flat_map(|route| route.stops.iter().map(|stop| stop.position)))
}

#[cfg(test)]
mod tests {
    use geo::{LineString, MultiPolygon, Rect};
    use roxmltree::Document as Xml;

    use super::super::page::text_width;
    use super::super::{Look, MapCommune, MapPlace, MapRoad, MapRoute, MapStop, PlaceKind, Strand};
    use super::*;
    use crate::roads::{Provenance, ProvenanceLengths, RoadClass};
    use crate::text::Language;
    use crate::units::{Kilograms, Metres};

    fn at(x: f64, y: f64) -> Coord<f64> {
        Coord { x: 105.7 + x * 0.01, y: 21.7 + y * 0.01 }
    }

    /// A road from west to east with three stops, a depot at its west end, an incinerator and a landfill at its east end.
    fn small_map() -> DayMap {
        let course: LineString<f64> = vec![at(0.0, 0.0), at(4.0, 1.0)].into();
        let place = |kind, name: &str, position| MapPlace { kind, name: name.to_owned(), position };
        DayMap {
            district: "Ba xã".to_owned(),
            day: 0,
            date: None,
            communes: vec![MapCommune {
                name: "Ôn <Lương> & \"Đá\"".to_owned(),
                outline: MultiPolygon::new(vec![Rect::new(at(-1.0, -1.0), at(5.0, 2.0)).to_polygon()]),
                label: at(2.0, 0.5),
            }],
            roads: vec![MapRoad { class: RoadClass::Tertiary, provenance: Provenance::Synthetic, course: course.clone() }],
            provenance: ProvenanceLengths { measured_m: 10.0, schematic_m: 30.0, synthetic_m: 60.0 },
            places: vec![
                place(PlaceKind::Depot, "Bãi xe", at(0.0, 0.0)),
                place(PlaceKind::Incinerator, "Lò đốt", at(4.0, 1.0)),
                place(PlaceKind::Landfill, "Ô chôn lấp", at(4.01, 1.0)),
            ],
            other_points: vec![at(3.0, 1.5)],
            routes: vec![MapRoute {
                look: Look::Truck(3),
                truck: "X4".to_owned(),
                name: "Xe hẹp".to_owned(),
                stops: stops_at(&[at(1.0, 0.25), at(2.0, 0.5), at(3.0, 0.75)]),
                trips: 1,
                load: Kilograms(2_340),
                distance: Metres(12_400),
            }],
            strands: vec![Strand { course, routes: vec![0] }],
            credits: vec!["Nguồn: vẽ tay".to_owned()],
        }
    }

    fn stops_at(positions: &[Coord<f64>]) -> Vec<MapStop> {
        let stops = positions.iter().enumerate();
        stops.map(|(i, position)| MapStop { position: *position, number: i + 1, note: String::new() }).collect()
    }

    fn words(svg: &str) -> Vec<String> {
        let xml = Xml::parse(svg).unwrap();
        let texts = xml.descendants().filter(|node| node.tag_name().name() == "text");
        texts.map(|node| node.text().unwrap_or_default().trim().to_owned()).collect()
    }

    #[test]
    fn every_name_and_number_is_on_the_map_in_words_that_read_back() {
        let words = words(&draw(&small_map(), &Text::new(Language::Vietnamese)));
        let expected = [
            "Ba xã: tuyến thu gom rác thứ Hai",
            "1 xe · 1 chuyến · 3 điểm tập kết · 2,3 tấn · 12 km",
            "X4 · Xe hẹp",
            "Ôn <Lương> & \"Đá\"",
            "Bãi xe",
            "Lò đốt",
            "Ô chôn lấp",
            "1",
            "2",
            "3",
            "Nguồn: vẽ tay",
            "Đường phần lớn là sơ đồ hoặc giả định (90% chiều dài): không dùng để dẫn đường.",
        ];
        for expected in expected {
            assert!(words.iter().any(|words| words == expected), "{expected} is not in {words:?}");
        }
    }

    #[test]
    fn one_truck_is_one_truck_in_english() {
        let words = words(&draw(&small_map(), &Text::new(Language::English)));
        assert!(words.contains(&"1 truck · 1 trip · 3 stops · 2.3 t · 12 km".to_owned()), "{words:?}");
    }

    #[test]
    fn a_dated_day_has_its_date() {
        let map = DayMap { date: Some(jiff::civil::date(2026, 11, 5)), day: 3, ..small_map() };
        let title = |language| words(&draw(&map, &Text::new(language)))[0].clone();
        assert_eq!(title(Language::Vietnamese), "Ba xã: tuyến thu gom rác thứ Năm 05/11/2026");
        assert_eq!(title(Language::English), "Ba xã: waste collection routes, Thursday 2026-11-05");
    }

    #[test]
    fn the_map_is_the_same_every_time() {
        let text = Text::new(Language::Vietnamese);
        assert_eq!(draw(&small_map(), &text), draw(&small_map(), &text));
    }

    #[test]
    fn a_truck_keeps_its_colour_on_every_map() {
        // The fourth truck is reddish purple, though its route is the first of the day.
        assert!(draw(&small_map(), &Text::new(Language::English)).contains("#CC79A7"));
        assert!(!draw(&small_map(), &Text::new(Language::English)).contains("#0072B2"));
    }

    #[test]
    fn crowded_stops_have_no_numbers() {
        let mut map = small_map();
        let crowd: Vec<Coord<f64>> = (0..30).map(|i| at(1.0 + f64::from(i) * 0.001, 0.25)).collect();
        map.routes[0].stops = stops_at(&crowd);
        let words = words(&draw(&map, &Text::new(Language::English)));
        assert!(!words.contains(&"1".to_owned()) && words.contains(&"Bãi xe".to_owned()));
    }

    #[test]
    fn the_legend_is_as_wide_as_its_longest_line() {
        let mut map = small_map();
        map.routes[0].name = "Xe cuốn ép rác 14 m³ của hợp tác xã môi trường Phú Lương (số 1)".to_owned();
        let svg = draw(&map, &Text::new(Language::Vietnamese));
        let xml = Xml::parse(&svg).unwrap();
        let width: f64 = xml.root_element().attribute("width").unwrap().parse().unwrap();
        for text in xml.descendants().filter(|node| node.tag_name().name() == "text" && node.attribute("x").is_some()) {
            let (x, size) = (text.attribute("x").unwrap(), text.attribute("font-size").and_then(|size| size.parse().ok()));
            let is_start = text.ancestors().all(|node| node.attribute("text-anchor").is_none());
            if let (true, Some(size)) = (is_start, size) {
                let right = x.parse::<f64>().unwrap() + text_width(text.text().unwrap_or_default().trim(), size);
                assert!(right <= width, "{:?} ends at {right} of {width}", text.text());
            }
        }
    }

    #[test]
    fn measured_roads_need_no_warning() {
        let measured = ProvenanceLengths { measured_m: 60.0, schematic_m: 40.0, synthetic_m: 0.0 };
        let words = words(&draw(&DayMap { provenance: measured, ..small_map() }, &Text::new(Language::English)));
        assert!(!words.iter().any(|words| words.contains("navigation")));
    }

    #[test]
    fn a_day_without_anything_is_still_a_map() {
        let empty = DayMap {
            communes: Vec::new(),
            roads: Vec::new(),
            provenance: ProvenanceLengths::default(),
            places: Vec::new(),
            other_points: Vec::new(),
            routes: Vec::new(),
            strands: Vec::new(),
            credits: Vec::new(),
            ..small_map()
        };
        let svg = draw(&empty, &Text::new(Language::Vietnamese));
        assert!(words(&svg)[0].starts_with("Ba xã"));
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}
