//! A figure of each commune before and after, as dots joined by a bar (SVG).

use svg::node::element::{Circle, Group, Text as Words};

use super::drawing::{line, pixels, svg_file, white_page, words as said};

/// What the chart says around its dots.
#[derive(Clone, Copy, Debug)]
pub struct DumbbellWords<'a> {
    /// Above everything.
    pub title: &'a str,
    /// What the axis measures.
    pub axis: &'a str,
    /// Name of the first dot.
    pub before: &'a str,
    /// Name of the second.
    pub after: &'a str,
    /// Below everything.
    pub note: &'a str,
}

const WIDTH: f64 = 900.0;
const LEFT: f64 = 170.0;
const RIGHT: f64 = 40.0;
const TOP: f64 = 120.0;
const STEP: f64 = 32.0;
/// Blue and vermilion of Okabe and Ito, told apart by shape and place, too.
const BEFORE: &str = "#6f6a60";
const AFTER: &str = "#0072B2";
const LESS: &str = "#D55E00";

/// The chart: a row for each item, in the order given; numbers are written with one decimal by `number`.
pub fn dumbbell(rows: &[(&str, f64, f64)], words: DumbbellWords, number: impl Fn(f64) -> String) -> String {
    let most = rows.iter().flat_map(|(_, before, after)| [*before, *after]).fold(1.0, f64::max).ceil();
    let x = |value: f64| LEFT + value / most * (WIDTH - LEFT - RIGHT);
    let height = TOP + rows.len() as f64 * STEP + 70.0;
    let bottom = TOP + rows.len() as f64 * STEP;
    let mut sheet = Group::new();
    for tick in 0..=most as usize {
        let at = x(tick as f64);
        sheet = sheet.add(line((at, TOP - 12.0), (at, bottom), "#dddad3", 1.0));
        sheet = sheet.add(said(&tick.to_string(), at, bottom + 20.0, 14.0).set("text-anchor", "middle"));
    }
    sheet = sheet.add(said(words.axis, WIDTH - RIGHT, bottom + 40.0, 14.0).set("text-anchor", "end").set("fill", "#55524c"));
    for (index, (name, before, after)) in rows.iter().enumerate() {
        let y = TOP + (index as f64 + 0.5) * STEP;
        let colour = if after < before { LESS } else { AFTER };
        sheet = sheet.add(said(name, LEFT - 14.0, y + 5.0, 15.0).set("text-anchor", "end"));
        sheet = sheet.add(line((x(*before), y), (x(*after), y), colour, 4.0).set("stroke-opacity", 0.45));
        sheet = sheet.add(dot(x(*before), y, 5.5, "#ffffff", BEFORE)).add(dot(x(*after), y, 7.0, colour, colour));
        // Each number stands on its own side of the bar, where it can't cover the other dot.
        let (left, right) = if before <= after { (before, after) } else { (after, before) };
        sheet = sheet.add(said(&number(*left), x(*left) - 11.0, y + 5.0, 13.0).set("text-anchor", "end").set("fill", "#55524c"));
        sheet = sheet.add(said(&number(*right), x(*right) + 12.0, y + 5.0, 13.0).set("fill", "#000000"));
    }
    let legend = Group::new()
        .add(dot(LEFT, 84.0, 5.5, "#ffffff", BEFORE))
        .add(said(words.before, LEFT + 14.0, 89.0, 15.0))
        .add(dot(LEFT + 330.0, 84.0, 7.0, AFTER, AFTER))
        .add(said(words.after, LEFT + 346.0, 89.0, 15.0));
    let document = white_page(WIDTH, height)
        .add(title(words.title))
        .add(legend)
        .add(sheet)
        .add(said(words.note, 20.0, height - 12.0, 13.0).set("fill", "#9c2a00"));
    svg_file(&document)
}

fn title(words: &str) -> Words {
    let size = if words.chars().count() > 60 { 18.0 } else { 22.0 };
    said(words, 20.0, 42.0, size).set("font-weight", 700)
}

fn dot(x: f64, y: f64, radius: f64, fill: &str, stroke: &str) -> Circle {
    Circle::new().set("cx", pixels(x)).set("cy", pixels(y)).set("r", radius).set("fill", fill).set("stroke", stroke).set("stroke-width", 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_commune_has_two_dots_and_reads_back() {
        let words = DumbbellWords { title: "A & <B>", axis: "lần/tuần", before: "trước", after: "sau", note: "" };
        let drawn = dumbbell(&[("Đu", 1.0, 2.5), ("Yên Lạc", 2.0, 1.0)], words, |value| format!("{value:.1}"));
        let xml = roxmltree::Document::parse(&drawn).expect("well-formed");
        let of = |name: &str| xml.descendants().filter(|node| node.tag_name().name() == name).count();
        // Two of the legend and two for each row.
        assert_eq!(of("circle"), 6);
        let said: Vec<_> = xml.descendants().filter(|node| node.tag_name().name() == "text").filter_map(|node| node.text()).collect();
        for expected in ["A & <B>", "Đu", "Yên Lạc", "2.5", "lần/tuần"] {
            assert!(said.iter().any(|words| words.trim() == expected), "{expected} in {said:?}");
        }
        assert!(drawn.contains(LESS), "a loss has a colour of its own");
    }
}
