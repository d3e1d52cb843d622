//! Codes on a sheet that open the way on a phone.

use svg::Document;
use svg::node::element::{Path, Rectangle};

use super::content::Code;
use crate::export::itinerary::{NavigationLink, TruckDay, navigation_links};
use crate::export::{QrSquares, qr_squares};
use crate::text::Text;

/// Blank squares that readers need around a code.
const BORDER: usize = 4;

/// The codes of a truck's day, trip by trip.
pub(super) fn codes(truck_day: &TruckDay, text: &Text) -> Vec<Code> {
    let codes = navigation_links(truck_day).into_iter().filter_map(|link| {
        let (trip, label) = (text.say("map-trip", &[("trip", link.trip.into())]), label(&link, text));
        Some(Code { trip, label, drawing: drawing(&qr_squares(&link.address)?), link: link.address })
    });
    codes.collect()
}

/// "stops 10–18, unload".
fn label(link: &NavigationLink, text: &Text) -> String {
    let stops = match (link.first_stop, link.last_stop) {
        (Some(first), Some(last)) if first < last => Some(text.say("sheet-code-stops", &[("first", first.into()), ("last", last.into())])),
        (Some(only), _) => Some(text.say("sheet-code-stop", &[("stop", only.into())])),
        _ => None,
    };
    let unload = link.to_unload.then(|| text.plain("sheet-code-unload"));
    let home = link.to_depot.then(|| text.plain("sheet-code-home"));
    let parts: Vec<String> = [stops, unload, home].into_iter().flatten().collect();
    parts.join(", ")
}

/// The code as SVG, a unit to a square: a bar for each run of dark squares in a row.
fn drawing(squares: &QrSquares) -> String {
    let mut bars = String::new();
    for (y, row) in squares.dark.chunks(squares.width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] {
                bars.push_str(&format!("M{} {}h{}v1h-{}z", x + BORDER, y + BORDER, run.len(), run.len()));
            }
            x += run.len();
        }
    }
    let side = squares.width + 2 * BORDER;
    let ground = Rectangle::new().set("width", side).set("height", side).set("fill", "#ffffff");
    let document = Document::new().set("viewBox", format!("0 0 {side} {side}")).set("width", side).set("height", side);
    document.set("shape-rendering", "crispEdges").add(ground).add(Path::new().set("d", bars).set("fill", "#000000")).to_string()
}

#[cfg(test)]
mod tests {
    use super::super::trial::{long_day, sheets_of};
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_bar_covers_each_run_of_dark_squares() {
        let squares = QrSquares { width: 3, dark: vec![true, true, false, false, false, true, false, false, false] };
        let drawing = drawing(&squares);
        assert!(drawing.contains("\"M4 4h2v1h-2zM6 5h1v1h-1z\"") && drawing.contains("viewBox=\"0 0 11 11\""), "{drawing}");
    }

    #[test]
    fn codes_lead_past_every_stop_of_a_long_day() {
        let (problem, plan) = long_day();
        let codes = sheets_of(&problem, &plan, Language::Vietnamese).remove(0).codes;
        // Fifteen stops and an unload are two parts a trip; the way home is in the last.
        assert_eq!(codes.len(), 8);
        let words = |code: &Code| (code.trip.clone(), code.label.clone());
        assert_eq!(words(&codes[0]), ("Chuyến 1".to_owned(), "điểm 1–10".to_owned()));
        assert_eq!(words(&codes[1]), ("Chuyến 1".to_owned(), "điểm 11–15, đổ".to_owned()));
        assert_eq!(words(&codes[7]), ("Chuyến 4".to_owned(), "điểm 56–60, đổ, về bãi".to_owned()));
        assert!(codes.iter().all(|code| code.link.starts_with("https://")));
    }
}
