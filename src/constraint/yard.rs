//! The yard before the furnace never overflows.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::Constraint;
use crate::model::{Plan, Problem};
use crate::units::Kilograms;

/// A week's intake is what the furnace can burn, and after each tip the yard holds what lies there. Of a day the highest level is reported.
pub struct Yard;

impl Constraint for Yard {
    fn code(&self) -> &'static str {
        "yard"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for (facility, yard) in replay.yards.iter().enumerate() {
            let (Some(yard), Some(furnace)) = (yard, problem.facilities[facility].furnace) else { continue };
            if yard.excess.0 > 0 {
                let finding = Finding::rule(self.code(), yard.excess.0).variant("week").at_facility(facility);
                findings.push(finding.with_kg("intake", yard.intake).with_kg("excess", yard.excess));
                continue;
            }
            let capacity = furnace.yard_capacity.0 * 3600;
            for day in 0..replay.days.len() {
                let highest = yard.tips.iter().filter(|tip| tip.day == day).max_by_key(|tip| tip.level);
                if let Some(tip) = highest.filter(|tip| tip.level > capacity) {
                    let excess = Kilograms((tip.level - capacity + 3599) / 3600);
                    let finding = Finding::rule(self.code(), excess.0).variant("level").on(day).at_facility(facility);
                    let finding = finding.with_kg("limit", furnace.yard_capacity).with_kg("excess", excess);
                    findings.push(finding.with_kg("level", furnace.yard_capacity + excess));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::Furnace;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn seven_hundred_kilograms_in_a_yard_for_six_hundred() {
        let mut problem = district(1, 1);
        let monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        assert_eq!(findings(&Yard, &problem, &monday), []);
        problem.facilities[0].furnace = Some(Furnace { burn_per_hour: Kilograms(50), burn_time: at(24, 0), yard_capacity: Kilograms(600) });
        let found = findings(&Yard, &problem, &monday);
        assert_eq!((found.len(), found[0].day, found[0].excess), (1, Some(0), 100));
        // 4 kg/h · 20 h · 7 = 560 kg a week.
        problem.facilities[0].furnace = Some(Furnace { burn_per_hour: Kilograms(4), burn_time: at(20, 0), yard_capacity: Kilograms(9000) });
        let found = findings(&Yard, &problem, &monday);
        assert_eq!((found.len(), found[0].variant, found[0].excess), (1, Some("week"), 140));
    }
}
