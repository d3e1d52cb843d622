//! What is known of a plan before anything is measured: its replay, the verdict, and sums by commune.

use super::indicator::Scope;
use super::shares::apportion;
use crate::constraint::{Place, Replay, RouteReplay, Verdict, verify_replayed};
use crate::dataset::FacilityKind;
use crate::model::{DaySet, Plan, Point, Problem};

/// A plan, lived through and summed up.
pub struct Facts<'a> {
    /// The question.
    pub problem: &'a Problem,
    /// The answer.
    pub plan: &'a Plan,
    /// The answer, lived through again.
    pub replay: Replay,
    /// Broken rules and missed requirements.
    pub verdict: Verdict,
    district: Tally,
    communes: Vec<Tally>,
    communes_2025: Vec<Tally>,
    /// Index of the commune of 2025 of each commune.
    merged_into: Vec<usize>,
}

/// Sums over the district or over a commune.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// People at points.
    pub people: i64,
    /// People at points that are visited today.
    pub served_today: i64,
    /// People at points that the plan visits.
    pub served: i64,
    /// People at points that miss a requirement.
    pub short: i64,
    /// Visits a week today.
    pub visits_today: usize,
    /// Visits of the plan.
    pub visits: usize,
    /// Kilograms made in a week.
    pub made: i64,
    /// Kilograms made at points that are not visited.
    pub not_collected: i64,
    /// Kilograms burnt at approved incinerators.
    pub burnt: i64,
    /// Kilograms buried at approved landfills.
    pub landfilled: i64,
    /// Kilograms tipped at facilities that are not approved, whatever they do with it.
    pub unapproved: i64,
    /// Metres driven.
    pub metres: f64,
    /// Seconds worked.
    pub working: f64,
    /// Đồng paid: kilometres, crews, truck-days, tipping.
    pub cost: f64,
}

impl<'a> Facts<'a> {
    /// Lives through a plan and sums it up.
    pub fn new(problem: &'a Problem, plan: &'a Plan) -> Self {
        let replay = Replay::new(problem, plan);
        let verdict = verify_replayed(problem, plan, &replay);
        let names = names_2025(problem);
        let merged_into = problem.communes.iter().map(|commune| names.iter().position(|name| *name == commune.commune_2025));
        let mut facts = Self {
            problem,
            plan,
            replay,
            verdict,
            district: Tally::default(),
            communes: vec![Tally::default(); problem.communes.len()],
            communes_2025: vec![Tally::default(); names.len()],
            merged_into: merged_into.map(|index| index.expect("the names are those of the communes")).collect(),
        };
        facts.count_points();
        for route in facts.replay.routes() {
            count_tipped(problem, route, &mut facts.district, &mut facts.communes);
            apportion(problem, route, &mut facts.district, &mut facts.communes);
        }
        for (commune, merged) in facts.communes.iter().zip(&facts.merged_into) {
            facts.communes_2025[*merged].add(commune);
        }
        facts
    }

    /// The sums of a scope.
    pub fn tally(&self, scope: Scope) -> &Tally {
        match scope {
            Scope::District => &self.district,
            Scope::Commune(commune) => &self.communes[commune],
            Scope::Commune2025(commune) => &self.communes_2025[commune],
        }
    }

    /// The points of a scope, each with its days of visit.
    pub fn points(&self, scope: Scope) -> impl Iterator<Item = (&'a Point, DaySet)> {
        let points = self.problem.points.iter().zip(self.replay.schedule.iter().copied());
        points.filter(move |(point, _)| self.is_in(point.commune, scope))
    }

    /// The names of the communes of 2025, in the order of the communes that are part of them.
    pub fn communes_2025(&self) -> Vec<&'a str> {
        names_2025(self.problem)
    }

    /// Whether a commune is part of a scope.
    pub fn is_in(&self, commune: usize, scope: Scope) -> bool {
        match scope {
            Scope::District => true,
            Scope::Commune(index) => index == commune,
            Scope::Commune2025(index) => self.merged_into[commune] == index,
        }
    }

    fn count_points(&mut self) {
        for (index, (point, days)) in self.problem.points.iter().zip(&self.replay.schedule).enumerate() {
            let short = self.verdict.shortfalls.iter().any(|finding| finding.point == Some(index));
            for tally in [&mut self.district, &mut self.communes[point.commune]] {
                let people_if = |condition: bool| if condition { point.people } else { 0 };
                tally.people += point.people;
                tally.served_today += people_if(point.visits_today > 0);
                tally.served += people_if(!days.is_empty());
                tally.short += people_if(short);
                tally.visits_today += point.visits_today;
                tally.visits += days.len();
                tally.made += point.weekly.0;
                tally.not_collected += if days.is_empty() { point.weekly.0 } else { 0 };
            }
        }
    }
}

fn names_2025(problem: &Problem) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for commune in &problem.communes {
        if !names.contains(&commune.commune_2025.as_str()) {
            names.push(&commune.commune_2025);
        }
    }
    names
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.people += other.people;
        self.served_today += other.served_today;
        self.served += other.served;
        self.short += other.short;
        self.visits_today += other.visits_today;
        self.visits += other.visits;
        self.made += other.made;
        self.not_collected += other.not_collected;
        self.burnt += other.burnt;
        self.landfilled += other.landfilled;
        self.unapproved += other.unapproved;
        self.metres += other.metres;
        self.working += other.working;
        self.cost += other.cost;
    }
}

/// Counts what each stop collected where the next unload tips it.
fn count_tipped(problem: &Problem, route: &RouteReplay, district: &mut Tally, communes: &mut [Tally]) {
    let mut on_board: Vec<(usize, i64)> = Vec::new();
    for halt in &route.halts {
        match halt.place {
            Place::Point(point) => on_board.push((problem.points[point].commune, halt.load.kg.0)),
            Place::Facility(facility) => {
                let facility = &problem.facilities[facility];
                for (commune, kg) in on_board.drain(..) {
                    for tally in [&mut *district, &mut communes[commune]] {
                        *match (facility.approved, facility.kind) {
                            (false, _) => &mut tally.unapproved,
                            (true, FacilityKind::Incinerator) => &mut tally.burnt,
                            (true, FacilityKind::Landfill) => &mut tally.landfilled,
                        } += kg;
                    }
                }
            }
            Place::Depot(_) => {}
        }
    }
}
