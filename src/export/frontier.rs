//! `thugom frontier`: service against cost as a table, a long table and a picture.

use serde::Serialize;
use svg::node::element::{Circle, Group, Line, Polyline, Text as Words};

use super::drawing::{self, pixels, svg_file, white_page};
use super::{Cell, Figure, Grid};
use crate::bound::service_bound;
use crate::kpi::{Facts, Scope, indicator};
use crate::model::Problem;
use crate::text::{Argument, Text, decimal};
use crate::units::Vnd;

/// The frontier for people and programs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FrontierReport {
    /// Name of the district.
    pub district: String,
    /// The budget that was asked for.
    pub budget_vnd: Option<i64>,
    /// Its plans, cheapest first.
    pub plans: Vec<FrontierRow>,
}

/// A plan of the frontier in figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FrontierRow {
    /// File of the plan.
    pub file: String,
    /// Budget it was made for, in đồng.
    pub made_for_vnd: Option<i64>,
    /// Whether it is the most frequent plan within the budget that was asked for.
    pub chosen: bool,
    /// Cost of the week in đồng.
    pub cost_vnd: f64,
    /// Mean waiting age in days.
    pub waiting_age_days: f64,
    /// No plan that costs as much has a smaller one.
    pub bound_days: Option<f64>,
    /// Mean visits a week.
    pub visits_mean: f64,
    /// Visits of the week.
    pub visits: f64,
    /// People at points that miss a requirement.
    pub people_short: f64,
    /// Kilometres.
    pub km: f64,
    /// Hours of work.
    pub hours: f64,
}

impl FrontierReport {
    /// The report on plans with the names of their files; the budget that was asked for is marked.
    pub fn new(problem: &Problem, plans: &[(String, Option<Vnd>, Facts)], budget: Option<Vnd>) -> Self {
        let value = |facts: &Facts, key: &str| indicator(key).and_then(|one| one.measure(facts, Scope::District)).unwrap_or(f64::NAN);
        let mut rows: Vec<FrontierRow> = plans
            .iter()
            .map(|(file, made_for, facts)| {
                let cost = value(facts, "cost");
                let mut paid = problem.clone();
                paid.policy.budget = Some(Vnd(facts.plan.objective.cost.0));
                FrontierRow {
                    file: file.clone(),
                    made_for_vnd: made_for.map(|budget| budget.0),
                    chosen: false,
                    cost_vnd: cost,
                    waiting_age_days: value(facts, "waiting-age"),
                    bound_days: service_bound(&paid).map(|bound| bound.waiting_age_days),
                    visits_mean: value(facts, "visits-mean"),
                    visits: value(facts, "visits"),
                    people_short: value(facts, "people-short"),
                    km: value(facts, "distance"),
                    hours: value(facts, "working-hours"),
                }
            })
            .collect();
        if let Some(budget) = budget {
            // The plans come in order of cost, and each is better than the one before.
            let within = plans.iter().rposition(|(.., facts)| facts.plan.objective.cost <= budget);
            within.into_iter().for_each(|index| rows[index].chosen = true);
        }
        Self { district: problem.name.clone(), budget_vnd: budget.map(|budget| budget.0), plans: rows }
    }

    /// The table for a screen of `width` columns.
    pub fn screen(&self, text: &Text, width: usize) -> String {
        let columns = [
            ("frontier-column-cost", true),
            ("report-column-waiting-age", true),
            ("frontier-column-bound", true),
            ("report-column-frequency", true),
            ("frontier-column-visits", true),
            ("frontier-column-short", true),
            ("report-column-km", true),
            ("frontier-column-hours", true),
            ("frontier-column-file", false),
            ("frontier-column-mark", false),
        ];
        let mut grid = Grid::new(columns.map(|(key, right)| (text.plain(key), right)));
        for row in &self.plans {
            grid.push(vec![
                Cell::Number(row.cost_vnd / 1e6, 1),
                Cell::Number(row.waiting_age_days, 2),
                Cell::Number(row.bound_days.map_or(f64::NAN, |days| (days * 100.0).floor() / 100.0), 2),
                Cell::Number(row.visits_mean, 1),
                Cell::Number(row.visits, 0),
                Cell::Number(row.people_short, 0),
                Cell::Number(row.km, 0),
                Cell::Number(row.hours, 0),
                row.file.as_str().into(),
                if row.chosen { text.plain("frontier-chosen").into() } else { Cell::Empty },
            ]);
        }
        let mut lines =
            vec![text.say("frontier-title", &[("district", self.district.as_str().into()), ("plans", self.plans.len().into())])];
        lines.push(grid.screen(width, text.language()));
        if let Some(budget) = self.budget_vnd {
            let arguments = [("budget", Argument::Number(budget as f64 / 1e6, 1))];
            let key = if self.plans.iter().any(|row| row.chosen) { "frontier-budget" } else { "frontier-budget-too-small" };
            lines.push(text.say(key, &arguments));
        }
        lines.push(text.plain("frontier-note"));
        lines.join("\n") + "\n"
    }

    /// The long table.
    pub fn figures(&self) -> Vec<Figure> {
        let figures = |row: &FrontierRow| {
            let figure = |indicator: &str, unit: &str, value: Option<f64>| Figure {
                scope: "frontier",
                item: row.file.clone(),
                indicator: indicator.to_owned(),
                unit: unit.to_owned(),
                value,
            };
            vec![
                figure("cost", "vnd", Some(row.cost_vnd)),
                figure("budget", "vnd", row.made_for_vnd.map(|budget| budget as f64)),
                figure("chosen", "share", Some(f64::from(u8::from(row.chosen)))),
                figure("waiting-age", "days", Some(row.waiting_age_days)),
                figure("waiting-age-bound", "days", row.bound_days),
                figure("visits-mean", "visits-per-week", Some(row.visits_mean)),
                figure("visits", "visits", Some(row.visits)),
                figure("people-short", "people", Some(row.people_short)),
                figure("distance", "kilometres", Some(row.km)),
                figure("working-hours", "hours", Some(row.hours)),
            ]
        };
        self.plans.iter().flat_map(figures).collect()
    }

    /// The picture: cost to the right, waiting age upwards, the bound dashed, the chosen budget as a line.
    pub fn picture(&self, text: &Text) -> String {
        let page = Page::new(self);
        let mut document = white_page(WIDTH, HEIGHT)
            .add(words(&text.say("frontier-picture-title", &[("district", self.district.as_str().into())]), LEFT, 34.0, 20.0, "start"))
            .add(page.axes(text));
        let curve = |age: fn(&FrontierRow) -> Option<f64>| {
            let points = self.plans.iter().filter_map(|row| Some(format!("{:.1},{:.1}", page.x(row.cost_vnd), page.y(age(row)?))));
            points.collect::<Vec<_>>().join(" ")
        };
        let bound = Polyline::new().set("points", curve(|row| row.bound_days)).set("fill", "none").set("stroke", GREY);
        document = document.add(bound.set("stroke-width", 1.5).set("stroke-dasharray", "6 4"));
        let line = Polyline::new().set("points", curve(|row| Some(row.waiting_age_days))).set("fill", "none").set("stroke", BLUE);
        document = document.add(line.set("stroke-width", 2.5));
        if let Some(row) = self.plans.last()
            && let Some(bound) = row.bound_days
        {
            document = document.add(words(&text.plain("frontier-picture-bound"), page.x(row.cost_vnd), page.y(bound) + 18.0, 13.0, "end"));
        }
        if let Some(budget) = self.budget_vnd.map(|budget| page.x(budget as f64)).filter(|x| (LEFT..=WIDTH - RIGHT).contains(x)) {
            let mark = Line::new().set("x1", budget).set("x2", budget).set("y1", TOP).set("y2", HEIGHT - BOTTOM);
            document = document.add(mark.set("stroke", RED).set("stroke-width", 1.5).set("stroke-dasharray", "3 3"));
            document = document.add(words(&text.plain("frontier-picture-budget"), budget + 6.0, TOP + 14.0, 13.0, "start"));
        }
        for row in &self.plans {
            let (x, y) = (page.x(row.cost_vnd), page.y(row.waiting_age_days));
            let dot = Circle::new().set("cx", x).set("cy", y).set("r", if row.chosen { 7.0 } else { 4.5 });
            document = document.add(dot.set("fill", if row.chosen { RED } else { BLUE }));
            let visits = text.say("frontier-picture-visits", &[("visits", Argument::Number(row.visits_mean, 1))]);
            document = document.add(words(&visits, x + 8.0, y - 8.0, 13.0, "start"));
        }
        svg_file(&document)
    }
}

const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 560.0;
const LEFT: f64 = 80.0;
const RIGHT: f64 = 110.0;
const TOP: f64 = 60.0;
const BOTTOM: f64 = 70.0;
const BLUE: &str = "#0072B2";
const RED: &str = "#D55E00";
const GREY: &str = "#6f6a60";

/// Where costs and ages lie on the page.
struct Page {
    cost: (f64, f64),
    age: (f64, f64),
}

impl Page {
    fn new(report: &FrontierReport) -> Self {
        let costs = || report.plans.iter().map(|row| row.cost_vnd / 1e6);
        let ages = || report.plans.iter().flat_map(|row| row.bound_days.into_iter().chain([row.waiting_age_days]));
        let ends = |least: f64, most: f64, room: f64| {
            if least.is_finite() && most.is_finite() {
                (least - room * (most - least).max(0.1), most + room * (most - least).max(0.1))
            } else {
                (0.0, 1.0)
            }
        };
        Self {
            cost: ends(costs().fold(f64::INFINITY, f64::min), costs().fold(f64::NEG_INFINITY, f64::max), 0.05),
            age: ends(ages().fold(f64::INFINITY, f64::min), ages().fold(f64::NEG_INFINITY, f64::max), 0.12),
        }
    }

    fn x(&self, vnd: f64) -> f64 {
        let share = (vnd / 1e6 - self.cost.0) / (self.cost.1 - self.cost.0);
        pixels(LEFT + share * (WIDTH - LEFT - RIGHT))
    }

    fn y(&self, days: f64) -> f64 {
        let share = (days - self.age.0) / (self.age.1 - self.age.0);
        pixels(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM))
    }

    /// Axes with five or so round numbers each.
    fn axes(&self, text: &Text) -> Group {
        let mut group = Group::new().set("fill", GREY);
        let decimals = usize::from(self.cost.1 - self.cost.0 < 8.0);
        for million in round_numbers(self.cost) {
            let x = self.x(million * 1e6);
            let line = Line::new().set("x1", x).set("x2", x).set("y1", TOP).set("y2", HEIGHT - BOTTOM).set("stroke", "#e4e0d8");
            group = group.add(line).add(words(&decimal(million, decimals, text.language()), x, HEIGHT - BOTTOM + 20.0, 13.0, "middle"));
        }
        for days in round_numbers(self.age) {
            let y = self.y(days);
            let line = Line::new().set("x1", LEFT).set("x2", WIDTH - RIGHT).set("y1", y).set("y2", y).set("stroke", "#e4e0d8");
            group = group.add(line).add(words(&decimal(days, 1, text.language()), LEFT - 8.0, y + 5.0, 13.0, "end"));
        }
        let bottom = words(&text.plain("frontier-picture-cost"), (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 22.0, 14.0, "middle");
        let side = words(&text.plain("frontier-picture-age"), LEFT, TOP - 8.0, 14.0, "start");
        group.add(bottom).add(side)
    }
}

/// Round numbers within an interval, three to eight of them.
fn round_numbers((least, most): (f64, f64)) -> Vec<f64> {
    let steps = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 10_000.0];
    let step = steps.into_iter().find(|step| (most - least) / step <= 8.0).unwrap_or(most - least);
    let first = (least / step).ceil() as i64;
    (first..).map(|number| number as f64 * step).take_while(|number| *number <= most).take(20).collect()
}

fn words(shown: &str, x: f64, y: f64, size: f64, anchor: &str) -> Words {
    drawing::words(shown, x, y, size).set("text-anchor", anchor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::{Replay, objective};
    use crate::model::Plan;
    use crate::model::testing::{at, district, plan};
    use crate::text::Language;

    fn with_worth(problem: &Problem, plan: Plan) -> Plan {
        let worth = objective(problem, &plan, &Replay::new(problem, &plan));
        Plan { objective: worth, ..plan }
    }

    #[test]
    fn the_most_frequent_plan_within_the_budget_is_marked() {
        let problem = district(2, 1);
        let trip: &[(&[usize], Option<usize>)] = &[(&[0, 1], Some(0))];
        let one = with_worth(&problem, plan(&problem, &[(0, 0, at(6, 0), trip)]));
        let two = with_worth(&problem, plan(&problem, &[(0, 0, at(6, 0), trip), (3, 0, at(6, 0), trip)]));
        let (low, high) = (one.objective.cost, two.objective.cost);
        let report = |budget| {
            let plans = [("a.json".to_owned(), None, Facts::new(&problem, &one)), ("b.json".to_owned(), None, Facts::new(&problem, &two))];
            FrontierReport::new(&problem, &plans, Some(budget))
        };
        let chosen = |budget| report(budget).plans.iter().map(|row| row.chosen).collect::<Vec<_>>();
        assert_eq!(chosen(low), [true, false]);
        assert_eq!(chosen(high), [false, true]);
        assert_eq!(chosen(low - Vnd(1)), [false, false]);
        for text in Language::ALL.map(Text::new) {
            let report = report(low);
            assert!(report.screen(&text, 100).contains("a.json"));
            let picture = report.picture(&text);
            roxmltree::Document::parse(&picture).expect("a picture is XML");
            assert!(!picture.contains("NaN"), "{picture}");
        }
        // The bound stays below what was paid for.
        assert!(report(low).plans.iter().all(|row| row.bound_days.is_some_and(|bound| bound <= row.waiting_age_days)));
    }
}
