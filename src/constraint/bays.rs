//! No more trucks unload at once than there are bays.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{ClockScope, Constraint, Kept, Rule, facilities_in_use};
use crate::model::{Plan, Problem};
use crate::units::Seconds;

/// Recorded unloads at a facility overlap no more than it has bays. In the replay they never do, so the recorded ones are asked.
pub struct Bays;

impl Constraint for Bays {
    fn code(&self) -> &'static str {
        "bays"
    }

    fn verify(&self, problem: &Problem, plan: &Plan, _: &Replay, findings: &mut Vec<Finding>) {
        for (day, routes) in plan.days.iter().enumerate() {
            for (index, facility) in problem.facilities.iter().enumerate() {
                let unloads = routes.iter().flat_map(|route| route.unloads()).filter(|unload| unload.facility == index);
                let times: Vec<(Seconds, Seconds)> = unloads.map(|unload| (unload.start, unload.end)).collect();
                if let Some((at, together)) = worst_moment(&times).filter(|(_, together)| *together > facility.bays) {
                    let finding = Finding::rule(self.code(), (together - facility.bays) as i64).on(day).at_facility(index);
                    findings.push(finding.with("trucks", together).with("bays", facility.bays).with_clock_down("at", at));
                }
            }
        }
    }
}

impl Rule for Bays {
    fn kept(&self) -> Kept {
        Kept::ByConstruction("the clock of a day lets a truck wait until a bay is free")
    }

    fn clock_scope(&self, problem: &Problem) -> ClockScope {
        let has_queue = facilities_in_use(problem).any(|facility| facility.bays < problem.trucks.len());
        if has_queue { ClockScope::Day } else { ClockScope::Sums }
    }
}

/// The earliest start at which most of the intervals run together, and how many; ends excluded.
fn worst_moment(intervals: &[(Seconds, Seconds)]) -> Option<(Seconds, usize)> {
    let together = |at: Seconds| intervals.iter().filter(|(start, end)| *start <= at && at < *end).count();
    intervals.iter().map(|(start, _)| (*start, together(*start))).min_by_key(|(start, together)| (std::cmp::Reverse(*together), *start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn two_trucks_in_one_bay() {
        let problem = district(2, 2);
        let both = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))]), (0, 1, at(6, 0), &[(&[1], Some(0))])]);
        let mut both = Replay::new(&problem, &both).recorded_in(&both);
        assert_eq!(findings(&Bays, &problem, &both), []);
        // Truck 1 is written down as not having waited for truck 0.
        let waited = both.days[0][1].trips[0].unload.as_mut().expect("it unloads");
        waited.start = at(6, 43);
        let found = findings(&Bays, &problem, &both);
        assert_eq!((found.len(), found[0].excess), (1, 1));
    }
}
