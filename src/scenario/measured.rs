//! What one plan comes to, apart from the plan: figures that can be laid beside those of another plan, of another problem.

use crate::kpi::{Binding, Facts, INDICATORS, Scope, binding};
use crate::model::{Objective, Plan, Problem};
use crate::units::Vnd;

/// The figures of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// What the plan is worth.
    pub objective: Objective,
    /// Values of the district, then of each commune, then of each commune of 2025, in the order of [`INDICATORS`].
    values: Vec<Vec<Option<f64>>>,
    /// Number of communes, those of 2025 not among them.
    n_communes: usize,
    /// What is used up.
    pub binding: Vec<Binding>,
    /// What truck-days cost: depreciation, insurance, inspection.
    pub truck_days: Vnd,
    /// Each point with the days of its visits.
    pub points: Vec<PointVisits>,
    /// Number of broken rules: none in any plan that the search makes.
    pub violations: usize,
}

/// How often a point is visited.
#[derive(Clone, Debug, PartialEq)]
pub struct PointVisits {
    /// Id of the point.
    pub id: String,
    /// Degrees east and north.
    pub position: (f64, f64),
    /// People.
    pub people: i64,
    /// Visits a week.
    pub visits: usize,
}

impl Measured {
    /// The figures of a plan, from its replay.
    pub fn new(problem: &Problem, plan: &Plan) -> Self {
        let facts = Facts::new(problem, plan);
        let n_communes = problem.communes.len();
        let merged = (0..facts.communes_2025().len()).map(Scope::Commune2025);
        let scopes = std::iter::once(Scope::District).chain((0..n_communes).map(Scope::Commune)).chain(merged);
        let measure = |scope| INDICATORS.iter().map(|indicator| indicator.measure(&facts, scope)).collect();
        let points = problem.points.iter().zip(&facts.replay.schedule).map(|(point, days)| {
            let location = problem.locations[point.location];
            PointVisits {
                id: point.id.clone(),
                position: (location.longitude, location.latitude),
                people: point.people,
                visits: days.len(),
            }
        });
        Self {
            objective: crate::constraint::objective(problem, plan, &facts.replay),
            values: scopes.map(measure).collect(),
            n_communes,
            binding: binding(&facts),
            truck_days: crate::constraint::cost(problem, &facts.replay).truck_days,
            points: points.collect(),
            violations: facts.verdict.violations.len(),
        }
    }

    /// The value of the indicator `key`.
    pub fn value(&self, scope: Scope, key: &str) -> Option<f64> {
        let column = INDICATORS.iter().position(|indicator| indicator.key() == key)?;
        let row = match scope {
            Scope::District => 0,
            Scope::Commune(commune) => 1 + commune,
            Scope::Commune2025(merged) => 1 + self.n_communes + merged,
        };
        self.values.get(row)?.get(column).copied().flatten()
    }
}
