//! `thugom plan`: first what matters, then tables by day and truck and by commune, then what is not met.

use serde::Serialize;

use super::assumed::{Assumed, RoadOrigin, assumed, assumed_lines, road_origin};
use super::indicator_rows::{CommuneRow, IndicatorValue, commune_grid, commune_rows, figures, indicators};
use super::route_rows::{RouteRow, route_grid, route_rows};
use super::service::ServiceReport;
use super::unmet::{Unmet, unmet, unmet_screen};
use super::week_difference::{WeekDifference, week_difference};
use super::{Comparison, Figure};
use crate::dataset::{Dataset, FacilityKind, ObjectiveEntry, RunEntry};
use crate::kpi::{Facts, Scope, binding};
use crate::text::{Argument, Text};

/// How many of the resources that bind are named on a screen, the most important first.
const BINDINGS_SHOWN: usize = 4;

/// What a plan does for the district.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanReport {
    /// Name of the district.
    pub district: String,
    /// Communes and towns.
    pub communes: usize,
    /// Collection points.
    pub points: usize,
    /// Trucks chosen.
    pub trucks: usize,
    /// Incinerators.
    pub incinerators: usize,
    /// Landfills.
    pub landfills: usize,
    /// How the week differs from the ordinary one; none where it is that.
    pub week: Option<WeekDifference>,
    /// Every indicator of the district.
    pub indicators: Vec<IndicatorValue>,
    /// What binds, in words; none where nothing does.
    pub binding: Vec<String>,
    /// Equity, the bound on service, and the communes of 2025.
    pub service: ServiceReport,
    /// A row for each commune.
    pub by_commune: Vec<CommuneRow>,
    /// Today's schedule beside the plan, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    /// A row for each truck-day.
    pub routes: Vec<RouteRow>,
    /// Points whose requirements are not met, most people first.
    pub unmet: Vec<Unmet>,
    /// Roads by origin.
    pub roads: RoadOrigin,
    /// What is assumed.
    pub assumed: Vec<Assumed>,
    /// What the plan is worth to the search.
    pub objective: ObjectiveEntry,
    /// How it was made.
    pub run: RunEntry,
}

impl PlanReport {
    /// The report on a plan; its sentences are those of `text`.
    pub fn new(facts: &Facts, dataset: &Dataset, text: &Text) -> Self {
        let problem = facts.problem;
        let n_facilities = |kind: FacilityKind| problem.facilities.iter().filter(|facility| facility.kind == kind).count();
        let file = facts.plan.to_file(problem);
        Self {
            district: problem.name.clone(),
            communes: problem.communes.len(),
            points: problem.points.len(),
            trucks: problem.trucks.len(),
            incinerators: n_facilities(FacilityKind::Incinerator),
            landfills: n_facilities(FacilityKind::Landfill),
            week: week_difference(problem, dataset),
            indicators: indicators(facts, Scope::District),
            binding: binding(facts).iter().map(|binding| binding.worded(text, problem)).collect(),
            service: ServiceReport::new(facts, text),
            by_commune: commune_rows(facts),
            comparison: None,
            routes: route_rows(facts),
            unmet: unmet(facts, text),
            roads: road_origin(dataset),
            assumed: assumed(dataset),
            objective: file.objective,
            run: file.run,
        }
    }

    /// The report for a screen of `width` columns.
    pub fn screen(&self, text: &Text, width: usize) -> String {
        let mut lines: Vec<String> = self.service.warning(text).into_iter().collect();
        lines.extend([self.counts(text), self.service(text)]);
        lines.extend(self.service.lines(|key, scale, decimals| self.value(key, scale, decimals), text));
        lines.extend([self.waste(text), self.effort(text), self.binding_line(text)]);
        lines.extend(self.week.iter().flat_map(|week| week.lines(text)));
        lines.extend(assumed_lines(&self.roads, &self.assumed, text));
        lines.push(String::new());
        lines.push(unmet_screen(&self.unmet, text, width));
        lines.push(text.plain("report-by-day"));
        lines.push(route_grid(&self.routes, text).screen(width, text.language()));
        lines.push(text.plain("report-by-commune"));
        lines.push(commune_grid(&self.by_commune, text).screen(width, text.language()));
        if let Some(grid) = self.service.grid(self.by_commune.len(), text) {
            lines.extend([text.plain("service-by-commune-2025"), grid.screen(width, text.language())]);
        }
        lines.extend(self.comparison.iter().map(|comparison| comparison.screen(text, width)));
        lines.join("\n")
    }

    /// The report as a long table.
    pub fn figures(&self) -> Vec<Figure> {
        let district = figures("district", &self.district, &self.indicators).into_iter();
        let communes = self.by_commune.iter().flat_map(|row| figures("commune", &row.name, &row.indicators));
        let routes = self.routes.iter().flat_map(RouteRow::figures);
        let unmet = self.unmet.iter().flat_map(Unmet::figures);
        let merged = self.service.by_commune_2025.iter().flat_map(|row| figures("commune-2025", &row.name, &row.indicators));
        let today = self.comparison.iter().flat_map(Comparison::figures);
        district.chain(communes).chain(merged).chain(routes).chain(unmet).chain(today).collect()
    }

    /// The value of an indicator of the district, as an argument of a sentence; a dash where it means nothing.
    fn value(&self, key: &str, scale: f64, decimals: usize) -> Argument {
        let value = self.indicators.iter().find(|indicator| indicator.key == key).and_then(|indicator| indicator.value);
        Argument::Number(value.map_or(f64::NAN, |value| value * scale), decimals)
    }

    fn counts(&self, text: &Text) -> String {
        let arguments = [
            ("district", self.district.as_str().into()),
            ("communes", self.communes.into()),
            ("points", self.points.into()),
            ("trucks", self.trucks.into()),
            ("incinerators", self.incinerators.into()),
            ("landfills", self.landfills.into()),
            ("people", self.value("people", 1.0, 0)),
        ];
        text.say("report-plan-counts", &arguments)
    }

    fn service(&self, text: &Text) -> String {
        let arguments = [
            ("served-today", self.value("people-served-today-share", 100.0, 0)),
            ("served", self.value("people-served-share", 100.0, 0)),
            ("mean-today", self.value("visits-mean-today", 1.0, 1)),
            ("mean", self.value("visits-mean", 1.0, 1)),
            ("least-today", self.value("visits-least-today", 1.0, 0)),
            ("least", self.value("visits-least", 1.0, 0)),
            ("gap", self.value("longest-gap", 1.0, 0)),
        ];
        text.say("report-plan-service", &arguments)
    }

    fn waste(&self, text: &Text) -> String {
        let arguments = [
            ("burnt", self.value("waste-burnt-share", 100.0, 0)),
            ("landfilled", self.value("waste-landfilled-share", 100.0, 0)),
            ("unapproved", self.value("waste-unapproved-share", 100.0, 0)),
            ("left", self.value("waste-not-collected-share", 100.0, 0)),
        ];
        let unapproved = self.indicators.iter().any(|one| one.key == "waste-unapproved" && one.value.is_some_and(|tonnes| tonnes > 0.0));
        let key = if unapproved { "report-plan-waste-unapproved" } else { "report-plan-waste" };
        text.say(key, &arguments)
    }

    fn effort(&self, text: &Text) -> String {
        let arguments = [
            ("visits", self.value("visits", 1.0, 0)),
            ("visits-today", self.value("visits-today", 1.0, 0)),
            ("km", self.value("distance", 1.0, 0)),
            ("hours", self.value("working-hours", 1.0, 0)),
            ("cost", self.value("cost", 1e-6, 1)),
        ];
        text.say("report-plan-effort", &arguments)
    }

    fn binding_line(&self, text: &Text) -> String {
        if self.binding.is_empty() {
            return text.plain("report-plan-nothing-binds");
        }
        let (first, rest) = self.binding.split_at(self.binding.len().min(BINDINGS_SHOWN));
        let mut resources = first.join("; ");
        if !rest.is_empty() {
            resources.push_str(" …");
        }
        text.say("report-plan-binds", &[("resources", resources.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::trial::nothing_read;
    use crate::model::testing::{at, district, plan};
    use crate::text::Language;

    #[test]
    fn what_matters_comes_first_in_the_style_of_the_language() {
        let problem = district(12, 2);
        let plan = plan(&problem, &[(0, 1, at(6, 0), &[(&[0, 1], Some(0)), (&[2], Some(1))]), (5, 0, at(13, 30), &[(&[1, 3], Some(1))])]);
        let text = Text::new(Language::Vietnamese);
        let report = PlanReport::new(&Facts::new(&problem, &plan), &nothing_read(), &text);
        let shown = report.screen(&text, 100);
        let lines: Vec<&str> = shown.lines().collect();
        assert!(lines[0].starts_with("Thử: 2 xã, thị trấn · 120 người · 12 điểm tập kết · 2 xe"), "{shown}");
        // Four of twelve points, ten people each; five visits over twelve points.
        assert!(lines[1].contains("0% → 33% · tần suất bình quân 0,0 → 0,4 lần/tuần"), "{shown}");
        assert!(shown.contains("Chưa đạt yêu cầu: 8 điểm tập kết, 80 người"), "{shown}");
        assert!(shown.contains("06:00–07:52") && shown.contains("cả tuần"), "{shown}");
        assert!(shown.lines().all(|line| line.chars().count() <= 130), "{shown}");
        assert_eq!(report.figures().iter().filter(|figure| figure.scope == "truck-day").count(), 2 * 7);
    }
}
