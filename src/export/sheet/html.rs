//! The sheet as a page for a phone or a browser's printer.

use super::content::{Blank, Sheet, SheetRow};
use crate::export::html::{escaped, page};

const STYLE: &str = include_str!("sheet.css");

/// The sheet as one HTML page that needs nothing else: no network, no script.
pub fn sheet_html(sheet: &Sheet) -> String {
    let mut body = String::from("<main>\n");
    body.push_str(&format!("<header><h1>{}</h1><p class=\"day\">{}</p></header>\n", escaped(&sheet.title), escaped(&sheet.day)));
    body.push_str(&format!("<p class=\"truck\"><strong>{}</strong> {}</p>\n", escaped(&sheet.truck), blank(&sheet.plate)));
    if !sheet.facts.is_empty() {
        body.push_str(&format!("<p class=\"facts\">{}</p>\n", escaped(&sheet.facts)));
    }
    for line in &sheet.blanks {
        body.push_str(&blanks(line));
    }
    if let Some(map) = &sheet.map {
        body.push_str(&format!("<figure>{map}</figure>\n"));
    }
    if sheet.rows.is_empty() {
        body.push_str(&format!("<p class=\"idle\">{}</p>\n", escaped(&sheet.idle)));
    } else {
        body.push_str(&table(sheet));
    }
    if !sheet.notes.is_empty() {
        let notes: String = sheet.notes.iter().map(|note| format!("<li>{}</li>", escaped(note))).collect();
        body.push_str(&format!("<section><h2>{}</h2><ul>{notes}</ul></section>\n", escaped(&sheet.notes_heading)));
    }
    body.push_str(&blanks(&sheet.signatures));
    if !sheet.codes.is_empty() {
        body.push_str(&codes(sheet));
    }
    let footer = format!("{} · <strong>{}</strong>", escaped(&sheet.plan_number), escaped(&sheet.check_code));
    body.push_str(&format!("<footer>{footer}</footer>\n</main>\n"));
    page(sheet.language, &format!("{} · {} · {}", sheet.title, sheet.truck, sheet.day), STYLE, &body, "")
}

fn blank(blank: &Blank) -> String {
    let line = if blank.line { "<i></i>" } else { "" };
    format!("<span class=\"blank\">{}{line}{}</span>", escaped(&blank.label), escaped(&blank.unit))
}

fn blanks(all: &[Blank]) -> String {
    format!("<p class=\"blanks\">{}</p>\n", all.iter().map(blank).collect::<String>())
}

fn table(sheet: &Sheet) -> String {
    let headings: String = sheet.headings.iter().map(|heading| format!("<th scope=\"col\">{}</th>", escaped(heading))).collect();
    let rows: String = sheet.rows.iter().map(|one| row(one, &sheet.headings)).collect();
    format!("<table>\n<thead><tr>{headings}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

/// A row; on a narrow screen the cells of a stop stand below each other, so the less evident ones carry their heading.
fn row(row: &SheetRow, headings: &[String; 9]) -> String {
    const TICK: &str = "<b class=\"tick\"></b>";
    let wide = |class: &str, cell: String| format!("<tr class=\"{class}\"><td colspan=\"9\">{cell}</td></tr>\n");
    match row {
        SheetRow::Trip { title, facts } => wide("trip", format!("<strong>{}</strong> {}", escaped(title), escaped(facts))),
        SheetRow::Stop { number, time, name, remarks, way, kg, km, containers } => {
            let cell = |class: &str, i: usize, words: String| {
                format!("<td class=\"{class}\" data-heading=\"{}\">{words}</td>", escaped(&headings[i]))
            };
            [
                "<tr class=\"stop\">".to_owned(),
                format!("<td class=\"number\">{number}</td>"),
                format!("<td class=\"time\">{}</td>", escaped(time)),
                format!("<td class=\"place\"><strong>{}</strong><br>{}</td>", escaped(name), escaped(remarks)),
                format!("<td class=\"way\">{}</td>", escaped(way)),
                cell("figure", 4, escaped(kg)),
                cell("figure", 5, escaped(km)),
                cell("figure", 6, format!("<i class=\"write\"></i>/{}", escaped(containers))),
                cell("ticks", 7, TICK.repeat(3)),
                cell("ticks", 8, TICK.to_owned()),
                "</tr>\n".to_owned(),
            ]
            .concat()
        }
        SheetRow::Unload { title, times, facts, way, blanks: lines } => {
            let first = format!("<strong>{} · {}</strong> {}", escaped(title), escaped(times), escaped(facts));
            wide("unload", format!("<div>{first}<br>{}{}</div>", escaped(way), blanks(lines)))
        }
        SheetRow::Break { title } => wide("break", format!("<strong>{}</strong>", escaped(title))),
        SheetRow::Home { title, facts, way } => {
            wide("trip", format!("<strong>{} · {}</strong><br>{}", escaped(title), escaped(facts), escaped(way)))
        }
    }
}

fn codes(sheet: &Sheet) -> String {
    let codes = sheet.codes.iter().map(|code| {
        let (link, label) = (escaped(&code.link), format!("<strong>{}</strong><br>{}", escaped(&code.trip), escaped(&code.label)));
        format!("<a href=\"{link}\" rel=\"noopener\">{}<span>{label}</span></a>", code.drawing)
    });
    let codes: String = codes.collect();
    format!("<section><h2>{}</h2><div class=\"codes\">{codes}</div></section>\n", escaped(&sheet.codes_heading))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{long_day, sheets_of};
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_long_day_is_all_there_and_no_name_breaks_the_page() {
        let (problem, plan) = long_day();
        let html = sheet_html(&sheets_of(&problem, &plan, Language::Vietnamese)[0]);
        assert_eq!(html.matches("<tr class=\"stop\">").count(), 60);
        assert_eq!(html.matches("<tr class=\"unload\">").count(), 4);
        assert!(html.contains("&amp; chợ &lt;cũ&gt;") && !html.contains("<cũ>"));
        // Nothing is loaded: the only addresses are the name space of the drawing and links to follow.
        assert_eq!(
            html.matches("http").count(),
            ["http-equiv", "xmlns=\"http", "href=\"https://"].map(|known| html.matches(known).count()).iter().sum::<usize>()
        );
        assert!(!html.contains("<script"));
    }
}
