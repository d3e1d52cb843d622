//! How a dated week differs from the ordinary one.

use serde::Serialize;

use crate::dataset::{CalendarRow, Dataset, Scope, ServiceLevel};
use crate::model::{DaySet, Problem};
use crate::text::{Argument, Text, weekday, weekdays_short};

/// Something in the calendar of the week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeekEvent {
    /// Name.
    pub name: String,
    /// `all`, or the name of the commune or point.
    pub whom: String,
    /// Its days in this week, 0 = Monday.
    pub days: Vec<usize>,
    /// Factor of the waste.
    pub kg_factor: f64,
    /// `normal`, `reduced` or `none`.
    pub service: &'static str,
}

/// What is different in a dated week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeekDifference {
    /// Monday.
    pub from: String,
    /// Sunday.
    pub to: String,
    /// Tonnes made in this week.
    pub tonnes: f64,
    /// Tonnes made in an ordinary week.
    pub ordinary_tonnes: f64,
    /// Days without any service, 0 = Monday.
    pub closed: Vec<usize>,
    /// The first day with service after closed ones, where it is in this week: what has gathered is collected from then on.
    pub catch_up_from: Option<usize>,
    /// Whether the week ends closed, so that catching up falls into the next one.
    pub catch_up_next_week: bool,
    /// Points that have fewer days than usual, closed days left out.
    pub points_with_fewer_days: usize,
    /// What the calendar has.
    pub events: Vec<WeekEvent>,
}

/// How the week of `problem` differs; nothing where it is the ordinary one.
pub fn week_difference(problem: &Problem, dataset: &Dataset) -> Option<WeekDifference> {
    let monday = problem.horizon.first_date?;
    let last = problem.date(6)?;
    let closed = problem.horizon.closed;
    let grams: i64 = dataset.points.iter().flat_map(|row| dataset.grams_of_week(&row.value)).sum();
    let fewer = |index: usize| {
        let usual = dataset.points.get(index).map_or(0, |row| row.value.days_fixed.unwrap_or(row.value.days_allowed));
        !DaySet(usual & !closed.0).is_subset_of(problem.points[index].days_allowed)
    };
    let catch_up = (1..7).find(|day| closed.contains(day - 1) && !closed.contains(*day));
    let events = dataset.calendar.iter().filter_map(|row| event(&row.value, problem, dataset));
    Some(WeekDifference {
        from: monday.to_string(),
        to: last.to_string(),
        tonnes: problem.points.iter().map(|point| point.weekly.tonnes()).sum(),
        ordinary_tonnes: grams as f64 / 1e6,
        closed: closed.iter().collect(),
        catch_up_from: catch_up,
        catch_up_next_week: closed.contains(6),
        points_with_fewer_days: (0..problem.points.len()).filter(|index| fewer(*index)).count(),
        events: events.collect(),
    })
}

fn event(row: &CalendarRow, problem: &Problem, dataset: &Dataset) -> Option<WeekEvent> {
    let (first, last) = row.dates?;
    let days: Vec<usize> = (0..7).filter(|day| problem.date(*day).is_some_and(|date| first <= date && date <= last)).collect();
    if days.is_empty() {
        return None;
    }
    let name_of = |found: Option<&String>, id: &str| found.cloned().unwrap_or_else(|| id.to_owned());
    let whom = match &row.scope {
        Scope::All => "all".to_owned(),
        Scope::Commune(code) => name_of(dataset.communes.iter().find(|row| row.value.code == *code).map(|row| &row.value.name), code),
        Scope::Point(id) => name_of(dataset.points.iter().find(|row| row.value.id == *id).map(|row| &row.value.name), id),
    };
    let service = match row.service {
        ServiceLevel::Normal => "normal",
        ServiceLevel::Reduced => "reduced",
        ServiceLevel::None => "none",
    };
    Some(WeekEvent { name: row.name.clone(), whom, days, kg_factor: row.kg_factor, service })
}

impl WeekDifference {
    /// The difference in lines of a report.
    pub fn lines(&self, text: &Text) -> Vec<String> {
        let percent = (self.tonnes / self.ordinary_tonnes.max(1e-9) - 1.0) * 100.0;
        let sign = if percent >= 0.05 { "+" } else { "" };
        let arguments = [
            ("from", self.from.as_str().into()),
            ("to", self.to.as_str().into()),
            ("tonnes", Argument::Number(self.tonnes, 1)),
            ("ordinary", Argument::Number(self.ordinary_tonnes, 1)),
            ("percent", format!("{sign}{}", crate::text::decimal(percent, 0, text.language())).into()),
        ];
        let mut lines = vec![text.say("week-waste", &arguments)];
        if self.events.is_empty() {
            lines.push(text.plain("week-as-usual"));
        }
        for event in &self.events {
            let whom = if event.whom == "all" { text.plain("week-whole-district") } else { event.whom.clone() };
            let arguments = [
                ("name", event.name.as_str().into()),
                ("whom", whom.into()),
                ("days", weekdays_short(event.days.iter().copied(), text.language()).into()),
                ("factor", Argument::Number(event.kg_factor, 2)),
                ("service", event.service.into()),
            ];
            lines.push(text.say("week-event", &arguments));
        }
        if !self.closed.is_empty() {
            let days = weekdays_short(self.closed.iter().copied(), text.language());
            lines.push(text.say("week-closed", &[("days", days.into())]));
        }
        if let Some(day) = self.catch_up_from {
            lines.push(text.say("week-catch-up", &[("day", weekday(day, text.language()).into())]));
        }
        if self.catch_up_next_week {
            lines.push(text.plain("week-catch-up-next"));
        }
        if self.points_with_fewer_days > 0 {
            lines.push(text.say("week-fewer-days", &[("points", self.points_with_fewer_days.into())]));
        }
        lines
    }
}
