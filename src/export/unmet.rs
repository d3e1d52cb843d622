//! Requirements that are not met: which points, how many people, and what stood in the way.

use serde::Serialize;

use super::need::required_visits;
use super::why::{Obstacles, Why};
use super::{Cell, Figure, Grid};
use crate::constraint::WordedFinding;
use crate::kpi::Facts;
use crate::text::{Argument, Text};

/// Rows of the table on a screen; the rest is in JSON and CSV.
const SHOWN: usize = 10;

/// A point with requirements that are not met.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unmet {
    /// Id of the point.
    pub point: String,
    /// Its name.
    pub name: String,
    /// Its commune.
    pub commune: String,
    /// People whose waste is brought there.
    pub people: i64,
    /// Visits that the plan makes.
    pub visits: usize,
    /// Visits that are owed.
    pub visits_owed: usize,
    /// What is not met.
    pub requirements: Vec<WordedFinding>,
    /// What stood in the way.
    pub why: Why,
}

/// The points with unmet requirements, most people first; ties in the order of the points.
pub fn unmet(facts: &Facts, text: &Text) -> Vec<Unmet> {
    let (problem, verdict) = (facts.problem, &facts.verdict);
    let obstacles = Obstacles::new(facts);
    let mut rows: Vec<Unmet> = Vec::new();
    for (index, point) in problem.points.iter().enumerate() {
        let missed = verdict.shortfalls.iter().filter(|finding| finding.point == Some(index));
        let requirements: Vec<WordedFinding> = missed.map(|finding| finding.worded(text, problem)).collect();
        if requirements.is_empty() {
            continue;
        }
        rows.push(Unmet {
            point: point.id.clone(),
            name: point.name.clone(),
            commune: problem.communes[point.commune].name.clone(),
            people: point.people,
            visits: facts.replay.schedule[index].len(),
            visits_owed: required_visits(point, problem.horizon.n_days),
            requirements,
            why: obstacles.of(index),
        });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.people));
    rows
}

/// The points in a table, the first ten of them, and how many people all of them have.
pub fn unmet_screen(rows: &[Unmet], text: &Text, width: usize) -> String {
    if rows.is_empty() {
        return text.plain("report-all-met") + "\n";
    }
    let people: i64 = rows.iter().map(|row| row.people).sum();
    let mut shown = text.say("report-unmet", &[("points", rows.len().into()), ("people", people.into())]) + "\n";
    let mut grid = unmet_grid(&rows[..rows.len().min(SHOWN)], text);
    if let Some(further) = rows.len().checked_sub(SHOWN).filter(|further| *further > 0) {
        let mut last = vec![Cell::Empty; grid.columns.len()];
        last[0] = text.say("report-unmet-more", &[("points", further.into())]).into();
        grid.push(last);
    }
    shown.push_str(&grid.screen(width, text.language()));
    shown
}

/// The table of the points, a row for each.
pub fn unmet_grid(rows: &[Unmet], text: &Text) -> Grid {
    let headings = [
        ("report-column-point", false),
        ("report-column-commune", false),
        ("report-column-people", true),
        ("report-column-visits", true),
        ("report-column-requirement", false),
        ("report-column-why", false),
    ];
    let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
    for row in rows {
        grid.push(vec![
            format!("{} {}", row.point, row.name).into(),
            row.commune.as_str().into(),
            row.people.into(),
            format!("{}/{}", row.visits, row.visits_owed).into(),
            row.requirements
                .iter()
                .map(|finding| text.plain(&format!("report-requirement-{}", finding.code)))
                .collect::<Vec<_>>()
                .join(", ")
                .into(),
            row.why.words(text).into(),
        ]);
    }
    grid
}

impl Unmet {
    /// Its figures in a long table.
    pub fn figures(&self) -> Vec<Figure> {
        let figure = |indicator: &str, unit: &str, value: f64| Figure {
            scope: "unmet-point",
            item: self.point.clone(),
            indicator: indicator.to_owned(),
            unit: unit.to_owned(),
            value: Some(value),
        };
        let shortfalls = self.requirements.iter().map(|finding| figure(finding.code, "excess", finding.excess as f64));
        let service = [
            figure("people", "people", self.people as f64),
            figure("visits", "visits-per-week", self.visits as f64),
            figure("visits-owed", "visits-per-week", self.visits_owed as f64),
        ];
        service.into_iter().chain(shortfalls).collect()
    }
}

impl Why {
    /// What stood in the way, in words.
    pub fn words(&self, text: &Text) -> String {
        match self {
            Self::NoTruck => text.plain("report-why-no-truck"),
            Self::NoPattern => text.plain("report-why-no-pattern"),
            Self::NoDay => text.plain("report-why-no-day"),
            Self::Budget => text.plain("report-why-budget"),
            Self::Times => text.plain("report-why-times"),
            Self::Disposal => text.plain("report-why-disposal"),
            Self::Hours { all_trucks: true, used, .. } => {
                text.say("report-why-hours-all", &[("percent", Argument::Number(used * 100.0, 0))])
            }
            Self::Hours { trucks, used, .. } => {
                let arguments = [("trucks", trucks.join(", ").into()), ("percent", Argument::Number(used * 100.0, 0))];
                text.say("report-why-hours", &arguments)
            }
        }
    }
}
