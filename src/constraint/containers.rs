//! Containers do not overflow before the truck comes.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::Constraint;
use crate::model::{Plan, Problem};
use crate::units::Kilograms;

/// No visit finds more than the containers hold. Of a point the visit with the greatest overflow is reported, with the sum of all.
pub struct Containers;

impl Constraint for Containers {
    fn code(&self) -> &'static str {
        "containers"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        let n_days = problem.horizon.n_days;
        for (index, (point, days)) in problem.points.iter().zip(&replay.schedule).enumerate() {
            let overflow = |day: usize| point.load(day, days.gap(day, n_days), n_days).kg - point.container_capacity;
            let Some(worst) = days.iter().max_by_key(|day| overflow(*day)).filter(|day| overflow(*day).0 > 0) else { continue };
            let all: Kilograms = days.iter().map(|day| overflow(day).or_zero()).sum();
            let finding = Finding::requirement(self.code(), index, all.0).on(worst).with_kg("overflow", overflow(worst));
            findings.push(finding.with_kg("limit", point.container_capacity).with_kg("all", all));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn five_days_overflow_containers_for_four() {
        // 500 kg on Saturday, 200 kg on Monday; the containers hold 400 and then 150.
        let mut problem = district(1, 1);
        let trips: &[(&[usize], Option<usize>)] = &[(&[0], Some(0))];
        let week = plan(&problem, &[(0, 0, at(6, 0), trips), (5, 0, at(6, 0), trips)]);
        assert_eq!(findings(&Containers, &problem, &week), []);
        problem.points[0].container_capacity = Kilograms(400);
        let found = findings(&Containers, &problem, &week);
        assert_eq!((found[0].day, found[0].excess), (Some(5), 100));
        problem.points[0].container_capacity = Kilograms(150);
        assert_eq!(findings(&Containers, &problem, &week)[0].excess, 400);
    }
}
