//! What all our drawings have in common: a white page, one type, words and lines at positions that are the same on every machine (SVG).

use svg::Document;
use svg::node::element::{Line, Rectangle, Text as Words};

/// What words are written in, the first that there is.
const TYPE: &str = "'Be Vietnam Pro', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";

/// A white page of that size in pixels.
pub fn white_page(width: f64, height: f64) -> Document {
    let page = Document::new().set("viewBox", format!("0 0 {width} {height}")).set("width", width).set("height", height);
    let ground = Rectangle::new().set("width", width).set("height", height).set("fill", "#ffffff");
    page.set("font-family", TYPE).set("role", "img").add(ground)
}

/// The drawing as a file.
pub fn svg_file(drawing: &Document) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{drawing}\n")
}

/// Words that begin at (x, y).
pub fn words(shown: &str, x: f64, y: f64, size: f64) -> Words {
    Words::new(shown).set("x", pixels(x)).set("y", pixels(y)).set("font-size", size)
}

/// A straight line.
pub fn line(from: (f64, f64), to: (f64, f64), colour: &str, width: f64) -> Line {
    let line = Line::new().set("x1", pixels(from.0)).set("y1", pixels(from.1)).set("x2", pixels(to.0)).set("y2", pixels(to.1));
    line.set("stroke", colour).set("stroke-width", width)
}

/// A tenth of a pixel is fine enough, and the same on every machine; never minus nothing.
pub fn pixels(number: f64) -> f64 {
    (number * 10.0).round() / 10.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_well_formed_whatever_its_words() {
        let drawn =
            svg_file(&white_page(20.0, 10.0).add(words("<A & B>", 1.04, -0.01, 9.0)).add(line((0.0, 0.0), (2.26, 1.0), "#000000", 1.0)));
        let xml = roxmltree::Document::parse(&drawn).expect("well-formed");
        let text = xml.descendants().find(|node| node.tag_name().name() == "text").expect("words");
        assert_eq!((text.text().map(str::trim), text.attribute("x"), text.attribute("y")), (Some("<A & B>"), Some("1"), Some("0")));
        let line = xml.descendants().find(|node| node.tag_name().name() == "line").expect("a line");
        assert_eq!(line.attribute("x2"), Some("2.3"));
    }
}
