//! The page as a whole.

use super::gantt::{day_chart, key};
use super::tables::grid_table;
use crate::export::PlanReport;
use crate::export::assumed::assumed_lines;
use crate::export::formats::Edition;
use crate::export::html::{escaped, page};
use crate::export::indicator_rows::commune_grid;
use crate::export::itinerary::StopRow;
use crate::export::map::{DayMap, Look, draw_week_map, look_sample};
use crate::export::route_rows::route_grid;
use crate::export::unmet::unmet_grid;
use crate::kpi::{Scope, indicator};
use crate::text::{Argument, Text, capitalized, clock_time_short, integer, weekday, weekday_short};

const STYLE: &str = include_str!("week_report.css");
const SCRIPT: &str = include_str!("week_report.js");

/// Headline figures: the plan's, and where there is one, today's beside it.
const HEADLINES: &[(&str, Option<&str>)] = &[
    ("people-served-share", Some("people-served-today-share")),
    ("visits-mean", Some("visits-mean-today")),
    ("visits-least", Some("visits-least-today")),
    ("longest-gap", None),
    ("waste-collected", None),
    ("waste-burnt-share", None),
    ("waste-landfilled-share", None),
    ("waste-not-collected-share", None),
    ("distance", None),
    ("working-hours", None),
    ("cost", None),
    ("cost-per-tonne", None),
];

/// The report on a whole week as one HTML page. `maps` are those of its days, the routes in the order of the truck-days.
pub fn week_report(edition: &Edition, maps: Vec<DayMap>) -> String {
    let text = edition.text;
    let report = PlanReport::new(edition.facts, edition.dataset, text);
    let title = text.say("week-title", &[("district", report.district.as_str().into())]);
    let noted = noted(edition, maps);
    let caveats: String =
        assumed_lines(&report.roads, &report.assumed, text).iter().map(|line| format!("<p>{}</p>", escaped(line))).collect();
    let section = |id: &str, heading: &str, inside: String| {
        format!("<section id=\"{id}\"><h2>{}</h2>\n{inside}</section>\n", escaped(&text.plain(heading)))
    };
    let mut body = format!("<header><h1>{}</h1><p>{}</p></header>\n<main>\n", escaped(&title), escaped(&subtitle(edition)));
    body.push_str(&section("figures", "week-figures", headlines(edition)));
    body.push_str(&format!("<aside class=\"caveat\">{caveats}</aside>\n"));
    body.push_str(&section("routes", "week-routes", filters(edition, &noted) + &map(&noted, text) + &charts(edition)));
    body.push_str(&section("communes", "report-by-commune", grid_table(&commune_grid(&report.by_commune, text), 2, text)));
    body.push_str(&section("trucks", "report-by-day", grid_table(&route_grid(&report.routes, text), 3, text)));
    body.push_str(&section("unmet", "week-unmet", unmet(&report, text)));
    let run = &edition.itinerary.identity.run;
    let footer = [("version", run.version.as_str().into()), ("seed", run.seed.to_string().into())];
    body.push_str(&format!("</main>\n<footer>{}</footer>\n", escaped(&text.say("week-footer", &footer))));
    page(text.language().code(), &title, STYLE, &body, SCRIPT)
}

/// Dates, number and code of the plan.
fn subtitle(edition: &Edition) -> String {
    let (text, itinerary) = (edition.text, edition.itinerary);
    let dates = [itinerary.days.first(), itinerary.days.last()].map(|day| day.and_then(|day| day.date));
    let written = |date: jiff::civil::Date| {
        let [d, m, y] = [format!("{:02}", date.day()), format!("{:02}", date.month()), format!("{:04}", date.year())];
        text.say("map-date", &[("d", d.into()), ("m", m.into()), ("y", y.into())])
    };
    let week = match dates {
        [Some(first), Some(last)] => format!("{}–{}", written(first), written(last)),
        _ => text.plain("week-undated"),
    };
    let plan = text.say("sheet-footer-plan", &[("number", itinerary.identity.plan_number.as_str().into())]);
    let code = text.say("sheet-footer-code", &[("code", itinerary.identity.check_code.as_str().into())]);
    format!("{week} · {plan} · {code}")
}

fn headlines(edition: &Edition) -> String {
    let text = edition.text;
    let value = |key: &str| {
        let indicator = indicator(key)?;
        let value = indicator.measure(edition.facts, Scope::District)?;
        Some((indicator.name(text), indicator.unit().worded(value, text)))
    };
    let cards = HEADLINES.iter().filter_map(|(key, today)| {
        let (name, shown) = value(key)?;
        let today = today.and_then(value).map(|(_, shown)| text.say("week-today", &[("value", shown.into())]));
        let today = today.map(|today| format!("<small>{}</small>", escaped(&today))).unwrap_or_default();
        Some(format!("<div><dt>{}</dt><dd>{}{today}</dd></div>\n", escaped(&name), escaped(&shown)))
    });
    format!("<dl class=\"cards\">\n{}</dl>\n", cards.collect::<String>())
}

/// Buttons for days and boxes for trucks. They are hidden where no script runs: then everything is shown.
fn filters(edition: &Edition, maps: &[DayMap]) -> String {
    let (text, itinerary) = (edition.text, edition.itinerary);
    let day = |day: String, label: String, title: String| {
        format!(
            "<button type=\"button\" data-day=\"{day}\" aria-pressed=\"false\" title=\"{}\">{}</button>",
            escaped(&title),
            escaped(&label)
        )
    };
    let days = maps.iter().map(|map| day(map.day.to_string(), weekday_short(map.day, text.language()), weekday(map.day, text.language())));
    let all = day("all".to_owned(), text.plain("week-all-days"), text.plain("week-all-days"));
    let trucks = itinerary.trucks.iter().enumerate().map(|(i, truck)| {
        let works = truck.figures.routes > 0;
        let idle = if works { String::new() } else { format!(" · {}", text.plain("week-idle")) };
        format!(
            "<label><input type=\"checkbox\" data-truck=\"{i}\" checked>{}<span>{}{}</span></label>\n",
            look_sample(Look::Truck(i)),
            escaped(&format!("{} · {}", truck.id, truck.name)),
            escaped(&idle),
        )
    });
    format!(
        "<div class=\"filters\" hidden>\n<div class=\"days\" role=\"group\" aria-label=\"{}\">{}{all}</div>\n<div class=\"trucks\">\n{}</div>\n</div>\n",
        escaped(&text.plain("week-days")),
        days.collect::<String>(),
        trucks.collect::<String>(),
    )
}

fn map(maps: &[DayMap], text: &Text) -> String {
    let button = |action: &str, sign: &str, key: &str| {
        format!(
            "<button type=\"button\" data-zoom=\"{action}\" aria-label=\"{0}\" title=\"{0}\">{sign}</button>",
            escaped(&text.plain(key))
        )
    };
    format!(
        "<figure class=\"frame\">{}<div class=\"zoom\" hidden>{}{}{}</div><p class=\"note\" role=\"status\" hidden></p>\
         <figcaption>{}</figcaption></figure>\n",
        draw_week_map(maps),
        button("in", "+", "week-zoom-in"),
        button("out", "–", "week-zoom-out"),
        button("all", "□", "week-zoom-all"),
        escaped(&text.plain("week-map-hint")),
    )
}

/// What each truck and facility does when, a chart for each day.
fn charts(edition: &Edition) -> String {
    let text = edition.text;
    let days = edition.itinerary.days.iter().filter(|day| edition.selection.day.is_none_or(|chosen| chosen == day.day));
    let charts = days.map(|day| {
        let name = capitalized(&weekday(day.day, text.language()));
        let facts = [
            ("day", name.into()),
            ("trucks", day.figures.routes.into()),
            ("tonnes", Argument::Number(day.figures.kg.tonnes(), 1)),
            ("km", Argument::Number(day.figures.metres.kilometres(), 0)),
        ];
        format!(
            "<div class=\"chart\" data-day=\"{}\"><h3>{}</h3>\n<div class=\"scroll\">{}</div></div>\n",
            day.day,
            escaped(&text.say("week-chart-day", &facts)),
            day_chart(edition, day.day)
        )
    });
    let charts: String = charts.collect();
    format!("<div class=\"charts\">\n{charts}<div class=\"key\">{}</div></div>\n", key(text))
}

/// The maps with a note on each stop: number, name, commune, time, load, truck.
fn noted(edition: &Edition, mut maps: Vec<DayMap>) -> Vec<DayMap> {
    for map in &mut maps {
        for route in &mut map.routes {
            let (Look::Truck(truck) | Look::Trip(truck)) = route.look;
            let truck_day = edition.itinerary.days.get(map.day).and_then(|day| day.truck_days.iter().find(|one| one.truck == truck));
            let rows: Vec<&StopRow> = truck_day.into_iter().flat_map(|one| one.stops()).collect();
            for (stop, row) in route.stops.iter_mut().zip(rows) {
                stop.note = note(&route.truck, row, edition.text);
            }
        }
    }
    maps
}

fn note(truck: &str, row: &StopRow, text: &Text) -> String {
    let arguments = [
        ("truck", truck.into()),
        ("number", row.number.into()),
        ("name", row.name.as_str().into()),
        ("commune", row.commune_name.as_str().into()),
        ("start", clock_time_short(row.start).into()),
        ("end", clock_time_short(row.end).into()),
        ("kg", integer(row.kg.0, text.language()).into()),
    ];
    text.say("week-stop-note", &arguments)
}

fn unmet(report: &PlanReport, text: &Text) -> String {
    if report.unmet.is_empty() {
        return format!("<p>{}</p>\n", escaped(&text.plain("report-all-met")));
    }
    let people: i64 = report.unmet.iter().map(|row| row.people).sum();
    let sum = text.say("report-unmet", &[("points", report.unmet.len().into()), ("people", people.into())]);
    format!("<p>{}</p>\n{}", escaped(&sum), grid_table(&unmet_grid(&report.unmet, text), 2, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::map::day_map;
    use crate::export::sheet::trial::{long_day, with_edition};
    use crate::text::Language;

    fn report(language: Language) -> String {
        let (problem, plan) = long_day();
        let mut page = String::new();
        with_edition(&problem, &plan, language, |edition| {
            let maps = (0..7).map(|day| day_map(edition.facts.problem, edition.facts.plan, edition.network, day, &[]));
            page = week_report(edition, maps.collect());
        });
        page
    }

    #[test]
    fn the_page_shows_every_stop_truck_and_day_and_loads_nothing() {
        let page = report(Language::Vietnamese);
        assert_eq!(page.matches("class=\"stop\"").count(), 60);
        assert_eq!(page.matches("class=\"chart\"").count(), 7);
        assert_eq!(page.matches("Không có xe nào chạy.").count(), 6);
        assert_eq!(page.matches("<button type=\"button\" data-day=").count(), 8);
        assert!(page.contains("data-note=\"X0, điểm 60: ") && page.contains("&lt;cũ&gt;") && !page.contains("<cũ>"));
        assert_eq!(page.matches("http").count(), page.matches("xmlns=\"http").count() + page.matches("http-equiv").count());
    }

    #[test]
    fn the_page_is_the_same_every_time() {
        assert_eq!(report(Language::English), report(Language::English));
    }
}
