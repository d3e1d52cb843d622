//! The charts of a simulation as one SVG picture: yards over the week, what waits at the points, overtime.

use svg::node::element::Group;

use super::panel::{BOTTOM, HEIGHT, LEFT, Panel, TOP, WIDTH, legend, words};
use crate::export::drawing::{svg_file, white_page};
use crate::model::Problem;
use crate::simulate::Outcome;
use crate::text::{Argument, Text};

/// Room at the right, and above the first chart for title and key.
const RIGHT: f64 = 24.0;
const HEAD: f64 = 76.0;

/// Fan charts of an outcome, the same bytes every time.
pub fn charts(problem: &Problem, outcome: &Outcome, text: &Text) -> String {
    let n_days = problem.horizon.n_days;
    let mut panels = Vec::new();
    for (facility, bands) in problem.facilities.iter().zip(&outcome.yards) {
        let (Some(bands), Some(furnace)) = (bands, facility.furnace) else { continue };
        let title = text.say("simulate-chart-yard", &[("facility", facility.name.as_str().into())]);
        let limit = (furnace.yard_capacity.tonnes(), text.plain("simulate-chart-capacity"));
        // A yard without limit has one that nothing reaches.
        let limit = Some(limit).filter(|(tonnes, _)| *tonnes < 1e9);
        panels.push(Panel { title, hours: &bands.hours, bands: &bands.bands, daily: false, limit, n_days });
    }
    let daily = [("simulate-chart-waiting", &outcome.waiting), ("simulate-chart-overtime", &outcome.overtime)];
    for (key, bands) in daily {
        panels.push(Panel { title: text.plain(key), hours: &bands.hours, bands: &bands.bands, daily: true, limit: None, n_days });
    }
    let height = HEAD + panels.len() as f64 * (TOP + HEIGHT + BOTTOM + 8.0);
    let width = LEFT + WIDTH + RIGHT;
    let title = text
        .say("simulate-chart-title", &[("district", problem.name.as_str().into()), ("weeks", Argument::Number(outcome.weeks as f64, 0))]);
    let mut document = white_page(width, height)
        .add(words(&title, LEFT, 30.0, 18.0, "start", "#2f2d29").set("font-weight", 700))
        .add(Group::new().set("transform", "translate(0 46)").add(legend(text)));
    for (index, panel) in panels.iter().enumerate() {
        let y = HEAD + index as f64 * (TOP + HEIGHT + BOTTOM + 8.0);
        document = document.add(Group::new().set("transform", format!("translate(0 {y})")).add(panel.draw(text)));
    }
    svg_file(&document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, district, plan};
    use crate::settings::Simulation;
    use crate::simulate::{Order, Silent, Subject, simulate};
    use crate::text::Language;

    #[test]
    fn charts_are_well_formed_and_say_what_they_show() {
        let mut problem = district(2, 1);
        problem.name = "Ba <xã>".to_owned();
        let week = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0))])]);
        for (weeks, language) in [(20, Language::Vietnamese), (0, Language::English)] {
            let order = Order { weeks, ..Order::default() };
            let outcome = simulate(Subject { problem: &problem, plan: &week }, &Simulation::default(), &order, &mut Silent);
            let text = Text::new(language);
            let picture = charts(&problem, &outcome, &text);
            let xml = roxmltree::Document::parse(&picture).expect("well-formed XML");
            let written: Vec<&str> = xml.descendants().filter_map(|node| node.text()).map(str::trim).collect();
            assert!(written.iter().any(|words| words.contains("Ba <xã>")), "{written:?}");
            assert!(written.contains(&text.plain("simulate-chart-overtime").as_str()));
            assert!(!picture.contains("NaN") && !picture.contains("inf"));
        }
    }
}
