//! `thugom replan`: what changes, whom to tell, what is missed and when it is caught up.

use serde::Serialize;

use super::{Cell, Grid};
use crate::model::{Plan, Problem};
use crate::scenario::replan::{Replanned, Visit};
use crate::text::{Argument, Text, WEEKDAY_CODES, clock_time_short, weekday, weekday_short};

/// A visit that is not as it was.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReplanRow {
    /// `truck` (same day), `day`, `missed` or `added`.
    pub kind: &'static str,
    /// Id of the point.
    pub point: String,
    /// Its name.
    pub name: String,
    /// Its commune.
    pub commune: String,
    /// People who must be told: those of the point where its days change.
    pub people_told: i64,
    /// Day as it was, `mon` … `sun`.
    pub from_day: Option<&'static str>,
    /// Truck as it was.
    pub from_truck: Option<String>,
    /// Day as it is; of a missed visit that of the next one.
    pub to_day: Option<&'static str>,
    /// Truck as it is.
    pub to_truck: Option<String>,
    /// Arrival as it is.
    pub arrive: Option<String>,
    /// Whether the visit as it is, or the next one, is in the week after.
    pub next_week: bool,
}

/// What a repair does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReplanReport {
    /// Stops that had to leave their place.
    pub affected: usize,
    /// Visits that keep their day and change the truck.
    pub other_truck: usize,
    /// Visits that change their day.
    pub other_day: usize,
    /// Visits that fall out.
    pub missed: usize,
    /// People at points whose days change.
    pub people_told: i64,
    /// People who miss a requirement, before and after.
    pub people_short_before: i64,
    /// The same afterwards.
    pub people_short: i64,
    /// Points that have no visit any more.
    pub lost: usize,
    /// People at these points.
    pub people_lost: i64,
    /// Day on which the plan was repaired, `mon` … `sun`.
    pub today: &'static str,
    /// Whether days before that one differ, too: those of the week after.
    pub changes_next_week: bool,
    /// Every change.
    pub rows: Vec<ReplanRow>,
}

impl ReplanReport {
    /// The report on a repair of `before`.
    pub fn new(problem: &Problem, before: &Plan, repaired: &Replanned) -> Self {
        let changes = &repaired.changes;
        let (told, lost) = (changes.points_told(), changes.points_lost());
        let row = |kind, point: usize, from: Option<Visit>, to: Option<Visit>| {
            let asked = &problem.points[point];
            ReplanRow {
                kind,
                point: asked.id.clone(),
                name: asked.name.clone(),
                commune: problem.communes[asked.commune].name.clone(),
                people_told: if told.contains(&point) { asked.people } else { 0 },
                from_day: from.map(|visit| WEEKDAY_CODES[visit.day % 7]),
                from_truck: from.map(|visit| problem.trucks[visit.truck].id.clone()),
                to_day: to.map(|visit| WEEKDAY_CODES[visit.day % 7]),
                to_truck: to.map(|visit| problem.trucks[visit.truck].id.clone()),
                arrive: to.and_then(|visit| arrival(&repaired.plan, point, visit)),
                next_week: to.is_some_and(|visit| visit.day < repaired.today),
            }
        };
        let mut rows: Vec<ReplanRow> = Vec::new();
        for moved in &changes.moved {
            let kind = if moved.from.day == moved.to.day { "truck" } else { "day" };
            rows.push(row(kind, moved.point, Some(moved.from), Some(moved.to)));
        }
        for missed in &changes.missed {
            let (to_day, next_week) = missed.caught_up.map_or((None, false), |(day, next)| (Some(WEEKDAY_CODES[day % 7]), next));
            rows.push(ReplanRow { to_day, next_week, ..row("missed", missed.point, Some(missed.visit), None) });
        }
        rows.extend(changes.added.iter().map(|(point, visit)| row("added", *point, None, Some(*visit))));
        let order = |kind: &str| ["missed", "day", "added", "truck"].iter().position(|other| *other == kind);
        rows.sort_by_key(|row| order(row.kind));
        let of = |kind: &str| rows.iter().filter(|row| row.kind == kind).count();
        Self {
            affected: repaired.affected,
            other_truck: of("truck"),
            other_day: of("day"),
            missed: of("missed"),
            people_told: changes.people_told(problem),
            people_short_before: before.objective.people_short,
            people_short: repaired.verdict.people_short,
            lost: lost.len(),
            people_lost: lost.iter().map(|point| problem.points[*point].people).sum(),
            today: WEEKDAY_CODES[repaired.today % 7],
            changes_next_week: repaired.next_week,
            rows,
        }
    }

    /// The report for a screen of `width` columns.
    pub fn screen(&self, text: &Text, width: usize) -> String {
        let arguments = [
            ("affected", self.affected.into()),
            ("truck", self.other_truck.into()),
            ("day", self.other_day.into()),
            ("missed", self.missed.into()),
            ("told", self.people_told.into()),
        ];
        let mut lines = vec![text.say("replan-headline", &arguments)];
        let short = [("before", self.people_short_before.into()), ("after", Argument::from(self.people_short))];
        lines.push(text.say("replan-short", &short));
        if self.lost > 0 {
            lines.push(text.say("replan-lost", &[("count", self.lost.into()), ("people", self.people_lost.into())]));
        }
        if self.changes_next_week {
            let today = WEEKDAY_CODES.iter().position(|code| *code == self.today).unwrap_or(0);
            lines.push(text.say("replan-changes-next-week", &[("day", weekday(today, text.language()).into())]));
        }
        lines.push(String::new());
        if self.rows.is_empty() {
            lines.push(text.plain("replan-nothing"));
        } else {
            lines.push(self.grid(text).screen(width, text.language()));
        }
        lines.join("\n") + "\n"
    }

    /// Every change as a table.
    pub fn csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let in_memory = "writing to memory cannot fail";
        let header =
            ["kind", "point", "name", "commune", "people_told", "from_day", "from_truck", "to_day", "to_truck", "arrive", "next_week"];
        writer.write_record(header).expect(in_memory);
        for row in &self.rows {
            let (people, next_week) = (row.people_told.to_string(), row.next_week.to_string());
            let word = |word: &Option<String>| word.clone().unwrap_or_default();
            writer
                .write_record([
                    row.kind,
                    &row.point,
                    &row.name,
                    &row.commune,
                    &people,
                    row.from_day.unwrap_or_default(),
                    &word(&row.from_truck),
                    row.to_day.unwrap_or_default(),
                    &word(&row.to_truck),
                    &word(&row.arrive),
                    &next_week,
                ])
                .expect(in_memory);
        }
        writer.into_inner().expect(in_memory)
    }

    fn grid(&self, text: &Text) -> Grid {
        let names = [("kind", false), ("point", false), ("commune", false), ("from", false), ("to", false), ("told", true)];
        let mut grid = Grid::new(names.map(|(name, right)| (text.plain(&format!("replan-column-{name}")), right)));
        for row in &self.rows {
            let day = |code: Option<&str>| code.map_or(String::new(), |code| day_name(code, text));
            let place = |day: String, truck: &Option<String>, clock: &Option<String>| {
                let parts = [Some(day), truck.clone(), clock.clone()];
                parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
            };
            let to = match (row.kind, row.to_day) {
                ("missed", None) => text.plain("replan-never"),
                ("missed", Some(code)) => {
                    let key = if row.next_week { "replan-next-week" } else { "replan-this-week" };
                    let name = WEEKDAY_CODES.iter().position(|other| *other == code).unwrap_or(0);
                    text.say(key, &[("day", weekday(name, text.language()).into())])
                }
                _ => {
                    let visit = place(day(row.to_day), &row.to_truck, &row.arrive);
                    if row.next_week { text.say("replan-visit-next-week", &[("visit", visit.into())]) } else { visit }
                }
            };
            grid.push(vec![
                text.plain(&format!("replan-kind-{}", row.kind)).into(),
                format!("{} {}", row.point, row.name).into(),
                row.commune.as_str().into(),
                place(day(row.from_day), &row.from_truck, &None).into(),
                to.into(),
                if row.people_told > 0 { row.people_told.into() } else { Cell::Empty },
            ]);
        }
        grid
    }
}

fn day_name(code: &str, text: &Text) -> String {
    WEEKDAY_CODES.iter().position(|other| *other == code).map_or(String::new(), |day| weekday_short(day, text.language()))
}

fn arrival(plan: &Plan, point: usize, visit: Visit) -> Option<String> {
    let routes = plan.days.get(visit.day)?.iter().filter(|route| route.truck == visit.truck);
    let stop = routes.flat_map(|route| route.stops()).find(|stop| stop.point == point)?;
    Some(clock_time_short(stop.arrive))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::Replay;
    use crate::model::DaySet;
    use crate::model::testing::{at, district, plan};
    use crate::scenario::replan::{Disturbance, replan};
    use crate::text::Language;
    use crate::units::Seconds;

    #[test]
    fn moves_and_people_are_told_in_a_sentence_and_a_table() {
        // Tuesday of truck 0 goes to truck 1; Wednesday's point has no other truck on its day, so it moves.
        let mut problem = district(2, 2);
        problem.trucks[1].available = DaySet(0b10);
        let before = plan(&problem, &[(1, 0, at(6, 0), &[(&[0], Some(0))]), (2, 0, at(6, 0), &[(&[1], Some(0))])]);
        let before = Replay::new(&problem, &before).recorded_in(&before);
        let mut disturbance = Disturbance::none(&problem, 1, Seconds::ZERO);
        disturbance.down[0] = DaySet(0b110);
        let repaired = replan(&problem, &before, &disturbance).expect("a repair");
        let report = ReplanReport::new(&problem, &before, &repaired);
        assert_eq!((report.affected, report.other_truck, report.other_day, report.missed, report.people_told), (2, 1, 1, 0, 10));
        let text = Text::new(Language::Vietnamese);
        let screen = report.screen(&text, 100);
        assert!(screen.starts_with("2 lượt thu gom bị ảnh hưởng"), "{screen}");
        assert!(screen.contains("T3 X0") && screen.contains("T3 X1 06:"), "{screen}");
        assert!(String::from_utf8(report.csv()).expect("UTF-8").contains("truck,P0,Điểm 0,Một,0,tue,X0,tue,X1,06:"));
    }
}
