//! Several figures over the same axis, one below the other (SVG).

use svg::node::element::{Circle, Group, Polyline};

use super::drawing::{line, pixels, svg_file, white_page, words as said};

const WIDTH: f64 = 760.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 60.0;
const TOP: f64 = 80.0;
const PANEL: f64 = 170.0;
const COLOUR: &str = "#0072B2";

/// One figure: its name, and a value with its words for each place of the axis.
#[derive(Clone, Debug)]
pub struct Panel {
    /// Name and unit.
    pub title: String,
    /// Value, and how it is written.
    pub values: Vec<(f64, String)>,
}

/// The chart; `places` are written along the axis, `axis` says what they are.
pub fn small_multiples(title: &str, places: &[String], axis: &str, note: &str, panels: &[Panel]) -> String {
    let height = TOP + panels.len() as f64 * PANEL + 80.0;
    let step = (WIDTH - LEFT - RIGHT) / (places.len().max(2) - 1) as f64;
    let x = |index: usize| LEFT + index as f64 * step;
    let mut sheet = Group::new().add(said(title, 20.0, 42.0, 20.0).set("font-weight", 700));
    for (index, panel) in panels.iter().enumerate() {
        sheet = sheet.add(drawn(panel, TOP + index as f64 * PANEL, x));
    }
    let bottom = TOP + panels.len() as f64 * PANEL;
    for (index, place) in places.iter().enumerate() {
        sheet = sheet.add(said(place, x(index), bottom + 10.0, 14.0).set("text-anchor", "middle"));
    }
    sheet = sheet.add(said(axis, WIDTH - RIGHT, bottom + 34.0, 14.0).set("text-anchor", "end").set("fill", "#55524c"));
    sheet = sheet.add(said(note, 20.0, height - 12.0, 13.0).set("fill", "#9c2a00"));
    let document = white_page(WIDTH, height).add(sheet);
    svg_file(&document)
}

fn drawn(panel: &Panel, top: f64, x: impl Fn(usize) -> f64) -> Group {
    let (low, high) = (top + PANEL - 36.0, top + 52.0);
    let most = panel.values.iter().map(|(value, _)| *value).fold(0.0, f64::max).max(1e-9);
    // From nothing, so that a small change does not look large.
    let y = |value: f64| low - value.max(0.0) / most * (low - high);
    let mut group = Group::new().add(said(&panel.title, 20.0, top + 16.0, 15.0).set("font-weight", 700));
    group = group.add(line((LEFT - 20.0, low), (WIDTH - RIGHT + 20.0, low), "#bbb6aa", 1.0));
    let points: Vec<String> =
        panel.values.iter().enumerate().map(|(i, (value, _))| format!("{},{}", pixels(x(i)), pixels(y(*value)))).collect();
    group = group.add(Polyline::new().set("points", points.join(" ")).set("fill", "none").set("stroke", COLOUR).set("stroke-width", 2.5));
    for (index, (value, words)) in panel.values.iter().enumerate() {
        let at = (x(index), y(*value));
        group = group.add(Circle::new().set("cx", pixels(at.0)).set("cy", pixels(at.1)).set("r", 5).set("fill", COLOUR));
        group = group.add(said(words, at.0, at.1 - 11.0, 14.0).set("text-anchor", "middle"));
    }
    group
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_its_dot_and_its_words() {
        let panel = |title: &str| Panel { title: title.to_owned(), values: vec![(0.0, "0".into()), (2.0, "2,0".into())] };
        let drawn = small_multiples("A & B", &["+0".into(), "+1".into()], "xe", "", &[panel("một"), panel("hai")]);
        let xml = roxmltree::Document::parse(&drawn).expect("well-formed");
        assert_eq!(xml.descendants().filter(|node| node.tag_name().name() == "circle").count(), 4);
        assert!(!drawn.contains("NaN"));
        let single = small_multiples("", &["+0".into()], "", "", &[Panel { title: String::new(), values: vec![(0.0, "0".into())] }]);
        assert!(!single.contains("NaN") && !single.contains("inf"));
    }
}
