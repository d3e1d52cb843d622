//! One page for those who decide: what a scenario changes, commune by commune (HTML, A4 portrait).

use super::ComparisonReport;
use super::html::{escaped, page};
use super::week_report::grid_table;
use crate::text::Text;

const STYLE: &str = include_str!("leaders_page.css");

/// The page: the result as its title, what random weeks say of it, the `map` of visits before and after (SVG), every commune, and the caveats, of which `assumed` says what of
/// the input nobody has measured.
pub fn leaders_page(report: &ComparisonReport, map: &str, assumed: &[String], text: &Text) -> String {
    let paragraph = |words: &str| format!("<p>{}</p>\n", escaped(words));
    let title = match assumed {
        [] => report.headline.clone(),
        _ => text.say("leaders-title-assumed", &[("headline", report.headline.as_str().into())]),
    };
    let subject = text.say("leaders-subject", &[("district", report.district.as_str().into())]);
    let mut body = format!("<p class=\"district\">{}</p>\n<h1>{}</h1>\n", escaped(&subject), escaped(&title));
    if let Some(weeks) = &report.simulated {
        body.push_str(&paragraph(&weeks.sentence(text)));
    }
    body.push_str(&paragraph(&report.binding_line(text)));
    // Within a page a drawing has no prologue of its own.
    let drawing = map.find("<svg").map_or("", |begin| &map[begin..]);
    body.push_str(&format!("<figure>{drawing}</figure>\n"));
    body.push_str(&format!("<h2>{}</h2>\n{}", escaped(&text.plain("beside-by-commune")), grid_table(&report.commune_grid(text), 1, text)));
    let caveats: String = std::iter::once(&report.words_of_seeds(["beside-page-one-seed", "beside-page-seeds"], text))
        .chain(assumed)
        .map(|line| paragraph(line))
        .collect();
    body.push_str(&format!("<aside class=\"caveat\">\n{caveats}</aside>\n"));
    page(text.language().code(), &title, STYLE, &body, "")
}
