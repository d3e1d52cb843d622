//! `thugom explain`: why points are visited so often, in sentences.

use serde::Serialize;

use super::{Cell, Grid};
use crate::bound::{Change, Explanation, Need};
use crate::model::{Pattern, Problem};
use crate::text::{Argument, Text, weekday, weekdays_short};

/// Changes of a point that are shown on a screen.
const CHANGES_SHOWN: usize = 3;

/// Why points have no visit more.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainReport {
    /// A row for each point: first where the cheapest change is.
    pub points: Vec<ExplainedPoint>,
}

/// Why a point has no visit more.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedPoint {
    /// Id of the point.
    pub point: String,
    /// Its name.
    pub name: String,
    /// Its commune.
    pub commune: String,
    /// People whose waste is brought there.
    pub people: i64,
    /// Visits a week.
    pub visits: usize,
    /// Their days, 0 = Monday.
    pub days: Vec<usize>,
    /// Mean time that its waste waits, in days.
    pub waiting_age_days: f64,
    /// The most visits it may have.
    pub visits_most: usize,
    /// Whether it has them.
    pub at_most: bool,
    /// Changes that allow a visit more, cheapest first.
    pub changes: Vec<ExplainedChange>,
}

/// What allows a visit more.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedChange {
    /// The day of the visit, 0 = Monday.
    pub day: usize,
    /// Id of the truck.
    pub truck: String,
    /// Kinds of what is needed; none where the visit fits.
    pub kinds: Vec<&'static str>,
    /// What is needed, in words.
    pub needs: Vec<String>,
    /// Minutes that lack.
    pub minutes: f64,
    /// Tonnes that lack at facilities.
    pub tonnes: f64,
    /// Whether the most visits of the point have to be raised.
    pub raises_most: bool,
    /// What the week costs more.
    pub cost_vnd: i64,
}

impl ExplainReport {
    /// The report on the explanations of a plan's `schedule`.
    pub fn new(problem: &Problem, schedule: &[crate::model::DaySet], explanations: &[Explanation], text: &Text) -> Self {
        let n_days = problem.horizon.n_days;
        let explained = |explanation: &Explanation| {
            let (point, days) = (&problem.points[explanation.point], schedule[explanation.point]);
            ExplainedPoint {
                point: point.id.clone(),
                name: point.name.clone(),
                commune: problem.communes[point.commune].name.clone(),
                people: point.people,
                visits: explanation.visits,
                days: days.iter().collect(),
                waiting_age_days: Pattern::gaps_squared(days, n_days) as f64 / (2 * n_days) as f64,
                visits_most: point.visits_greatest,
                at_most: explanation.at_most,
                changes: explanation.changes.iter().map(|change| explained_change(change, problem, text)).collect(),
            }
        };
        let mut points: Vec<ExplainedPoint> = explanations.iter().map(explained).collect();
        let price = |point: &ExplainedPoint| {
            let first = point.changes.first();
            (point.at_most, first.map_or((usize::MAX, i64::MAX), |change| (change.kinds.len(), change.cost_vnd)))
        };
        points.sort_by_key(price);
        Self { points }
    }

    /// The report for a screen of `width` columns: sentences for one point, a table for several.
    pub fn screen(&self, text: &Text, width: usize) -> String {
        match &self.points[..] {
            [] => text.plain("explain-nothing") + "\n",
            [point] => point.sentences(text).join("\n") + "\n",
            points => table(points, text).screen(width, text.language()) + "\n" + &points[0].sentences(text).join("\n") + "\n",
        }
    }

    /// The report as CSV: a row for each change.
    pub fn csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let in_memory = "writing to memory cannot fail";
        let header =
            ["point", "commune", "people", "visits", "visits_most", "rank", "truck", "day", "needs", "minutes", "tonnes", "vnd", "words"];
        writer.write_record(header).expect(in_memory);
        for point in &self.points {
            for (rank, change) in point.changes.iter().enumerate() {
                let record = [
                    point.point.clone(),
                    point.commune.clone(),
                    point.people.to_string(),
                    point.visits.to_string(),
                    point.visits_most.to_string(),
                    (rank + 1).to_string(),
                    change.truck.clone(),
                    change.day.to_string(),
                    change.kinds.join("+"),
                    change.minutes.to_string(),
                    change.tonnes.to_string(),
                    change.cost_vnd.to_string(),
                    change.needs.join("; "),
                ];
                writer.write_record(record).expect(in_memory);
            }
        }
        writer.into_inner().expect(in_memory)
    }
}

impl ExplainedPoint {
    fn sentences(&self, text: &Text) -> Vec<String> {
        let language = text.language();
        let arguments = [
            ("point", format!("{} {}", self.point, self.name).into()),
            ("commune", self.commune.as_str().into()),
            ("people", self.people.into()),
            ("visits", self.visits.into()),
            ("days", weekdays_short(self.days.iter().copied(), language).into()),
            ("age", Argument::Number(self.waiting_age_days, 1)),
        ];
        let mut lines = vec![text.say(if self.visits > 0 { "explain-point" } else { "explain-point-unserved" }, &arguments)];
        if self.at_most {
            lines.push(text.say("explain-at-most", &[("most", self.visits_most.into())]));
        }
        match self.changes.first() {
            None => lines.push(text.plain("explain-no-change")),
            Some(change) if change.needs.is_empty() => {
                lines.push(text.plain(if self.at_most { "explain-fits-raised" } else { "explain-fits" }))
            }
            Some(_) => lines.push(text.plain("explain-needs")),
        }
        for (rank, change) in self.changes.iter().take(CHANGES_SHOWN).enumerate() {
            let arguments = [
                ("rank", (rank + 1).into()),
                ("needs", change.words(text).into()),
                ("truck", change.truck.as_str().into()),
                ("day", weekday(change.day, language).into()),
                ("cost", Argument::Number(change.cost_vnd.abs() as f64 / 1000.0, 0)),
            ];
            lines.push(text.say(if change.cost_vnd < 0 { "explain-change-saves" } else { "explain-change" }, &arguments));
        }
        lines
    }
}

impl ExplainedChange {
    fn words(&self, text: &Text) -> String {
        if self.needs.is_empty() { text.plain("explain-need-nothing") } else { self.needs.join("; ") }
    }
}

fn explained_change(change: &Change, problem: &Problem, text: &Text) -> ExplainedChange {
    let mut kinds: Vec<&'static str> = change.needs.iter().map(Need::kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let minutes = change.needs.iter().map(|need| match need {
        Need::Minutes { time, .. } | Need::Window { time, .. } | Need::Opening { time, .. } => time.minutes(),
        _ => 0.0,
    });
    let tonnes = change.needs.iter().map(|need| match need {
        Need::Intake { kg, .. } | Need::Yard { kg, .. } | Need::Furnace { kg, .. } => kg.tonnes(),
        _ => 0.0,
    });
    ExplainedChange {
        day: change.day,
        truck: problem.trucks[change.truck].id.clone(),
        kinds,
        needs: change.needs.iter().map(|need| need_words(need, problem, text)).collect(),
        minutes: minutes.sum(),
        tonnes: tonnes.sum(),
        raises_most: change.raises_most,
        cost_vnd: change.cost.0,
    }
}

/// A need in words: `xe X3 cần thêm 18 phút vào thứ Ba`.
fn need_words(need: &Need, problem: &Problem, text: &Text) -> String {
    let truck = |index: usize| ("truck", Argument::from(problem.trucks[index].id.as_str()));
    let facility = |index: usize| ("facility", Argument::from(problem.facilities[index].name.as_str()));
    let point = |index: usize| ("point", Argument::from(problem.points[index].id.as_str()));
    let day = |day: usize| ("day", Argument::from(weekday(day, text.language())));
    // Rounded up: a minute or a hundred kilograms less would not do.
    let minutes = |seconds: i64| ("minutes", Argument::from((seconds + 59) / 60));
    let tonnes = |kg: i64| ("tonnes", Argument::Number((kg as f64 / 100.0).ceil() / 10.0, 1));
    match *need {
        Need::Minutes { truck: who, day: when, time, .. } => text.say("need-minutes", &[truck(who), day(when), minutes(time.0)]),
        Need::Payload { truck: who, day: when, kg } => text.say("need-payload", &[truck(who), day(when), ("kg", kg.0.into())]),
        Need::Volume { truck: who, day: when, litres } => text.say("need-volume", &[truck(who), day(when), ("litres", litres.0.into())]),
        Need::Intake { facility: which, day: when, kg } => text.say("need-intake", &[facility(which), day(when), tonnes(kg.0)]),
        Need::Yard { facility: which, day: when, kg } => text.say("need-yard", &[facility(which), day(when), tonnes(kg.0)]),
        Need::Furnace { facility: which, kg } => text.say("need-furnace", &[facility(which), tonnes(kg.0)]),
        Need::Window { point: which, time } => text.say("need-window", &[point(which), minutes(time.0)]),
        Need::Opening { facility: which, day: when, time } => text.say("need-opening", &[facility(which), day(when), minutes(time.0)]),
        Need::Budget { vnd } => text.say("need-budget", &[("cost", Argument::Number((vnd.0 as f64 / 1000.0).ceil(), 0))]),
        Need::Lane { truck: who, point: which, like } => {
            let width = Argument::Number(problem.trucks[like].lane_width_m, 1);
            text.say("need-lane", &[truck(who), point(which), ("width", width), ("like", problem.trucks[like].id.as_str().into())])
        }
        Need::Day { truck: who, point: which, day: when } => text.say("need-day", &[truck(who), point(which), day(when)]),
    }
}

fn table(points: &[ExplainedPoint], text: &Text) -> Grid {
    let headings = [
        ("report-column-point", false),
        ("report-column-people", true),
        ("explain-column-visits", true),
        ("explain-column-needs", false),
        ("explain-column-cost", true),
    ];
    let mut grid = Grid::new(headings.map(|(key, right)| (text.plain(key), right)));
    for point in points {
        let first = point.changes.first();
        let mut needs = first.map_or_else(|| text.plain("explain-no-change-short"), |change| change.words(text));
        if point.at_most {
            needs = format!("{}; {needs}", text.plain("explain-at-most-short"));
        }
        grid.push(vec![
            format!("{} {}", point.point, point.name).into(),
            point.people.into(),
            format!("{}/{}", point.visits, point.visits_most).into(),
            needs.into(),
            first.map_or(Cell::Empty, |change| Cell::Number(change.cost_vnd as f64 / 1000.0, 0)),
        ]);
    }
    grid
}
