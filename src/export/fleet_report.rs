//! `thugom trucks`: what each further truck buys.

use serde::Serialize;

use super::{Cell, Grid};
use crate::kpi::{INDICATORS, Scope};
use crate::model::Problem;
use crate::scenario::FleetStep;
use crate::text::{Argument, Text};

/// The figures of one size of the fleet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FleetRow {
    /// Trucks beyond the fleet at the start.
    pub extra: usize,
    /// All trucks.
    pub trucks: usize,
    /// What the plan is worth, most important first.
    pub objective: crate::model::Objective,
    /// Share of people served.
    pub served: f64,
    /// Mean visits a week.
    pub visits: f64,
    /// Mean days that waste waits.
    pub age: f64,
    /// The same of the commune that waits longest.
    pub worst_age: f64,
    /// Share of the waste burnt.
    pub burnt: f64,
    /// Cost of a week, depreciation included.
    pub cost_vnd: f64,
    /// What of it are truck-days: depreciation, insurance, inspection.
    pub truck_days_vnd: i64,
    /// What binds, most important first.
    pub binding: Vec<String>,
}

/// One figure of one size, of the district or of a commune.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FleetFigure {
    /// Trucks beyond the fleet at the start.
    pub extra: usize,
    /// `district` or `commune`.
    pub scope: &'static str,
    /// Its name.
    pub item: String,
    /// Key of the indicator.
    pub metric: &'static str,
    /// Unit in machine form.
    pub unit: &'static str,
    /// Value.
    pub value: f64,
}

/// The value of more trucks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FleetReport {
    /// Name of the district.
    pub district: String,
    /// Name of the truck that more are bought of.
    pub like: String,
    /// A row for each size.
    pub sizes: Vec<FleetRow>,
    /// Every indicator of every size.
    pub figures: Vec<FleetFigure>,
}

impl FleetReport {
    /// The report on plans for a growing fleet; `first` is the number of trucks beyond the fleet that the first of them has.
    pub fn new(problems: &[Problem], steps: &[FleetStep], first: usize, like: &str, text: &Text) -> Self {
        let sizes =
            problems.iter().zip(steps).enumerate().map(|(index, (problem, step))| row(first + index, problem, step, text)).collect();
        let figures = problems.iter().zip(steps).enumerate().flat_map(|(index, (problem, step))| figures(first + index, problem, step));
        let district = problems.first().map(|problem| problem.name.clone()).unwrap_or_default();
        Self { district, like: like.to_owned(), sizes, figures: figures.collect() }
    }

    /// The report for a screen of `width` columns.
    pub fn screen(&self, text: &Text, width: usize) -> String {
        let mut lines: Vec<String> = self.sizes.windows(2).map(|pair| self.sentence(&pair[0], &pair[1], text)).collect();
        lines.insert(0, text.say("trucks-title", &[("district", self.district.as_str().into()), ("like", self.like.as_str().into())]));
        lines.push(String::new());
        lines.push(self.grid(text).screen(width, text.language()));
        lines.push(text.plain("trucks-binding"));
        lines.extend(self.sizes.iter().map(|row| {
            let binding = if row.binding.is_empty() { text.plain("beside-nothing-binds") } else { row.binding.join("; ") };
            text.say("trucks-binding-row", &[("extra", row.extra.into()), ("binding", binding.into())])
        }));
        lines.push(String::new());
        lines.push(text.plain("trucks-by-commune"));
        lines.push(self.commune_grid(text).screen(width, text.language()));
        lines.push(text.plain("trucks-note"));
        lines.join("\n") + "\n"
    }

    /// Every figure as a long table.
    pub fn csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let in_memory = "writing to memory cannot fail";
        writer.write_record(["extra", "scope", "item", "metric", "unit", "value"]).expect(in_memory);
        for figure in &self.figures {
            let (extra, value) = (figure.extra.to_string(), figure.value.to_string());
            writer.write_record([&extra, figure.scope, &figure.item, figure.metric, figure.unit, &value]).expect(in_memory);
        }
        writer.into_inner().expect(in_memory)
    }

    fn sentence(&self, before: &FleetRow, after: &FleetRow, text: &Text) -> String {
        let number = |value: f64, decimals: usize| Argument::Number(value, decimals);
        let arguments = [
            ("number", after.extra.into()),
            ("short-before", before.objective.people_short.into()),
            ("short-after", after.objective.people_short.into()),
            ("visits-before", number(before.visits, 2)),
            ("visits-after", number(after.visits, 2)),
            ("cost", number((after.cost_vnd - before.cost_vnd) * 1e-6, 1)),
        ];
        text.say("trucks-step", &arguments)
    }

    fn grid(&self, text: &Text) -> Grid {
        let names = ["extra", "trucks", "served", "short", "visits", "age", "worst", "burnt", "cost", "days"];
        let mut grid = Grid::new(names.map(|name| (text.plain(&format!("trucks-column-{name}")), true)));
        for row in &self.sizes {
            grid.push(vec![
                Cell::Words(format!("+{}", row.extra)),
                row.trucks.into(),
                Cell::Share(row.served, 0),
                row.objective.people_short.into(),
                Cell::Number(row.visits, 2),
                Cell::Number(row.age, 2),
                Cell::Number(row.worst_age, 2),
                Cell::Share(row.burnt, 0),
                Cell::Number(row.cost_vnd * 1e-6, 1),
                Cell::Number(row.truck_days_vnd as f64 * 1e-6, 1),
            ]);
        }
        grid
    }

    fn commune_grid(&self, text: &Text) -> Grid {
        let sizes = self.sizes.iter().map(|row| (format!("+{}", row.extra), true));
        let mut grid = Grid::new(std::iter::once((text.plain("beside-column-commune"), false)).chain(sizes));
        let of_communes = |extra: usize| {
            let figures = self.figures.iter().filter(|figure| figure.scope == "commune" && figure.metric == "visits-mean");
            figures.filter(move |figure| figure.extra == extra)
        };
        let Some(first) = self.sizes.first() else { return grid };
        for figure in of_communes(first.extra) {
            let values = self.sizes.iter().map(|row| {
                let value = of_communes(row.extra).find(|other| other.item == figure.item).map(|other| other.value);
                value.map_or(Cell::Empty, |value| Cell::Number(value, 1))
            });
            grid.push(std::iter::once(figure.item.as_str().into()).chain(values).collect());
        }
        grid
    }
}

fn row(extra: usize, problem: &Problem, step: &FleetStep, text: &Text) -> FleetRow {
    let measured = &step.measured;
    let value = |key: &str| measured.value(Scope::District, key).unwrap_or(0.0);
    FleetRow {
        extra,
        trucks: problem.trucks.len(),
        objective: measured.objective,
        served: value("people-served-share"),
        visits: value("visits-mean"),
        age: value("waiting-age"),
        worst_age: value("waiting-age-worst-commune"),
        burnt: value("waste-burnt-share"),
        cost_vnd: value("cost"),
        truck_days_vnd: measured.truck_days.0,
        binding: measured.binding.iter().map(|binding| binding.worded(text, problem)).collect(),
    }
}

fn figures(extra: usize, problem: &Problem, step: &FleetStep) -> Vec<FleetFigure> {
    let communes = problem.communes.iter().enumerate().map(|(index, commune)| (Scope::Commune(index), "commune", commune.name.as_str()));
    let scopes = std::iter::once((Scope::District, "district", problem.name.as_str())).chain(communes);
    let of = |(scope, name, item): (Scope, &'static str, &str)| {
        let figure = |indicator: &&'static dyn crate::kpi::Indicator| {
            let value = step.measured.value(scope, indicator.key())?;
            let unit = indicator.unit().key().trim_start_matches("kpi-unit-");
            Some(FleetFigure { extra, scope: name, item: item.to_owned(), metric: indicator.key(), unit, value })
        };
        INDICATORS.iter().filter_map(figure).collect::<Vec<_>>()
    };
    scopes.flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, district, plan};
    use crate::scenario::Measured;
    use crate::text::Language;

    #[test]
    fn every_size_says_what_it_buys_and_what_binds() {
        let problems = [district(2, 1), district(2, 2)];
        let step = |problem: &Problem, points: &[usize]| {
            let plan = plan(problem, &[(0, 0, at(6, 0), &[(points, Some(0))])]);
            FleetStep { measured: Measured::new(problem, &plan), plan }
        };
        let steps = [step(&problems[0], &[0]), step(&problems[1], &[0, 1])];
        let text = Text::new(Language::Vietnamese);
        let report = FleetReport::new(&problems, &steps, 0, "Xe ép", &text);
        let screen = report.screen(&text, 100);
        assert!(screen.contains("Xe thứ 1: người chưa đủ yêu cầu 10 → 0; bình quân 0,50 → 1,00 lần/tuần"), "{screen}");
        assert!(screen.lines().any(|line| line.split_whitespace().take(3).eq(["+1", "2", "100%"])), "{screen}");
        assert!(String::from_utf8(report.csv()).expect("UTF-8").contains("1,district,Thử,visits-mean,visits-per-week,1\n"));
    }
}
