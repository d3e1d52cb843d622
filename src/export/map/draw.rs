//! A day's map as SVG.

use geo::{Coord, LineString, Simplify};
use svg::Document;
use svg::node::element::{Circle, Group, Path, Rectangle, SVG};

use super::day_map::DayMap;
use super::legend;
use super::names::{commune_names, name, place_names};
use super::page::{Area, Page, Room, course_path, pixels, shifted};
use super::signs::{place_signs, sign};
use super::style;
use crate::text::Text;

/// Largest size of the map itself, in pixels; title, legend and small print come on top.
const MAP_WIDTH: f64 = 940.0;
const MAP_HEIGHT: f64 = 1020.0;
const STRAND_WIDTH: f64 = 2.6;
const STRAND_STEP: f64 = 3.2;
const STOP_RADIUS: f64 = 4.2;
const NUMBER_RADIUS: f64 = 8.5;
const FONTS: &str = "'Be Vietnam Pro', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";

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
    let (width, height) = (page.width + legend::WIDTH + 2.0 * left, page.height + top + legend::foot_height(map));
    let document = Document::new()
        .set("viewBox", format!("0 0 {width} {height}"))
        .set("width", width)
        .set("height", height)
        .set("font-family", FONTS)
        .set("role", "img")
        .add(Rectangle::new().set("width", width).set("height", height).set("fill", "#ffffff"));
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", document.add(frame).add(sheet))
}

/// Everything that must be on the page.
fn positions(map: &DayMap) -> Vec<Coord<f64>> {
    let outlines = map.communes.iter().flat_map(|commune| &commune.outline).flat_map(|polygon| polygon.exterior().coords().copied());
    let strands = map.strands.iter().flat_map(|strand| strand.course.coords().copied());
    let stops = map.routes.iter().flat_map(|route| route.stops.iter().copied());
    let places = map.places.iter().map(|place| place.position);
    let mut positions: Vec<Coord<f64>> = outlines.chain(strands).chain(stops).chain(places).collect();
    if map.communes.is_empty() {
        positions.extend(map.roads.iter().flat_map(|road| road.course.coords().copied()));
    }
    positions
}

fn communes(map: &DayMap, page: &Page) -> Group {
    let areas = map.communes.iter().map(|commune| Path::new().set("d", rings(commune, page)));
    areas.fold(Group::new().set("fill", "#f6f3ea").set("fill-rule", "evenodd"), Group::add)
}

fn commune_lines(map: &DayMap, page: &Page) -> Group {
    let style = Group::new().set("fill", "none").set("stroke", "#7b6f92").set("stroke-width", 1.1).set("stroke-dasharray", "8 3 2 3");
    map.communes.iter().map(|commune| Path::new().set("d", rings(commune, page))).fold(style.set("stroke-opacity", 0.75), Group::add)
}

fn rings(commune: &super::MapCommune, page: &Page) -> String {
    let rings = commune.outline.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    rings.map(|ring| format!("{}Z", course_path(&flat(ring, page)))).collect()
}

fn roads(map: &DayMap, page: &Page) -> Group {
    let mut order: Vec<usize> = (0..map.roads.len()).collect();
    // Small roads first, so that big ones lie on top.
    order.sort_by_key(|i| std::cmp::Reverse(map.roads[*i].class));
    let group = Group::new().set("fill", "none").set("stroke-linejoin", "round");
    order.into_iter().fold(group, |group, i| {
        let road = &map.roads[i];
        let (width, colour) = style::road(road.class, road.provenance);
        let dash = style::road_dash(road.class, road.provenance);
        let path = Path::new().set("d", course_path(&flat(&road.course, page))).set("stroke", colour).set("stroke-width", width);
        group.add(if dash == "none" { path } else { path.set("stroke-dasharray", dash) })
    })
}

/// The routes, side by side where they share a road: a white bed, then for each route a pale line and its dashes.
fn strands(map: &DayMap, page: &Page, room: &mut Room) -> Group {
    let mut beds = Group::new().set("fill", "none").set("stroke", "#ffffff").set("stroke-linejoin", "round").set("stroke-linecap", "round");
    let mut lines = Group::new().set("fill", "none").set("stroke-width", STRAND_WIDTH).set("stroke-linejoin", "round");
    for strand in &map.strands {
        let mut course = flat(&strand.course, page);
        // The same side is the same route's on neighbouring strands when all of them run to the north-east.
        if course.first().zip(course.last()).is_some_and(|(first, last)| last.x - last.y < first.x - first.y) {
            course.reverse();
        }
        take_line(&course, room);
        let n = strand.routes.len() as f64;
        beds = beds.add(Path::new().set("d", course_path(&course)).set("stroke-width", pixels(n * STRAND_STEP + 1.6)));
        for (i, route) in strand.routes.iter().enumerate() {
            let style = style::of_truck(map.routes[*route].truck_index);
            let path = course_path(&shifted(&course, (i as f64 - (n - 1.0) / 2.0) * STRAND_STEP));
            let line = Path::new().set("d", path).set("stroke", style.colour);
            if style.dash != "none" {
                lines = lines.add(line.clone().set("stroke-opacity", 0.4));
            }
            lines = lines.add(if style.dash == "none" { line } else { line.set("stroke-dasharray", style.dash) });
        }
    }
    Group::new().add(beds).add(lines)
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

fn other_points(map: &DayMap, page: &Page, room: &mut Room) -> Group {
    let dots = map.other_points.iter().map(|position| {
        let at = page.at(*position);
        room.take(Area::around(at, 4.0, 4.0), 0.5);
        Circle::new().set("cx", pixels(at.x)).set("cy", pixels(at.y)).set("r", 1.9)
    });
    let style = Group::new().set("fill", "#ffffff").set("stroke", "#6f6a60").set("stroke-width", 0.9);
    dots.fold(style, Group::add)
}

/// The stops: numbered where at least two thirds of the numbers fit, else small shapes.
fn stops(map: &DayMap, page: &Page, room: &mut Room) -> Group {
    let mut taken: Vec<Coord<f64>> = Vec::new();
    let far = |a: &Coord<f64>, b: &Coord<f64>| (a.x - b.x).powi(2) + (a.y - b.y).powi(2) > (2.0 * NUMBER_RADIUS).powi(2);
    let mut fits: Vec<Vec<bool>> = Vec::new();
    for route in &map.routes {
        let route_fits = route.stops.iter().map(|stop| page.at(*stop)).map(|at| {
            let fits = taken.iter().all(|other| far(other, &at));
            taken.extend(fits.then_some(at));
            fits
        });
        fits.push(route_fits.collect());
    }
    let n_stops = fits.iter().flatten().count();
    let numbered = 3 * taken.len() >= 2 * n_stops;
    let mut small = Group::new();
    let mut large = Group::new().set("font-weight", 700).set("text-anchor", "middle");
    for (i, route) in map.routes.iter().enumerate() {
        let style = style::of_truck(route.truck_index);
        for (number, stop) in route.stops.iter().enumerate() {
            let at = page.at(*stop);
            let radius = if numbered && fits[i][number] { NUMBER_RADIUS } else { STOP_RADIUS };
            room.take(Area::around(at, 2.0 * radius, 2.0 * radius), 1.5);
            if radius == STOP_RADIUS {
                small = small.add(sign(style, at, radius));
            } else {
                let number = number + 1;
                let size = if number < 10 { 10.5 } else { 9.0 };
                let middle = Coord { x: at.x, y: at.y + style.shape.number_shift() * radius };
                let digits = name(&number.to_string(), middle, size).set("font-size", size).set("fill", style.ink);
                large = large.add(sign(style, at, radius)).add(digits);
            }
        }
    }
    Group::new().add(small).add(large)
}

fn flat(course: &LineString<f64>, page: &Page) -> Vec<Coord<f64>> {
    let course: LineString<f64> = course.coords().map(|position| page.at(*position)).collect::<Vec<_>>().into();
    course.simplify(0.3).0
}

#[cfg(test)]
mod tests {
    use geo::{MultiPolygon, Rect};
    use roxmltree::Document as Xml;

    use super::super::{MapCommune, MapPlace, MapRoad, MapRoute, PlaceKind, Strand};
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
                truck_index: 3,
                truck: "X4".to_owned(),
                name: "Xe hẹp".to_owned(),
                stops: vec![at(1.0, 0.25), at(2.0, 0.5), at(3.0, 0.75)],
                trips: 1,
                load: Kilograms(2_340),
                distance: Metres(12_400),
            }],
            strands: vec![Strand { course, routes: vec![0] }],
            credits: vec!["Nguồn: vẽ tay".to_owned()],
        }
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
        map.routes[0].stops = (0..30).map(|i| at(1.0 + f64::from(i) * 0.001, 0.25)).collect();
        let words = words(&draw(&map, &Text::new(Language::English)));
        assert!(!words.contains(&"1".to_owned()) && words.contains(&"Bãi xe".to_owned()));
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
