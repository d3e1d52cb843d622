//! Facilities take no more in a day than they may.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{Constraint, Kept, Rule};
use super::sums::{Excess, WeekSums};
use crate::model::{Plan, Problem};

/// What the routes of a day tip at a facility is within its daily limit. An unload past midnight counts for the day of its route.
pub struct DailyIntake;

impl Constraint for DailyIntake {
    fn code(&self) -> &'static str {
        "daily-intake"
    }

    fn verify(&self, problem: &Problem, _: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        for (index, facility) in problem.facilities.iter().enumerate() {
            let Some(limit) = facility.daily_limit else { continue };
            for day in 0..replay.days.len() {
                let intake = replay.intake(day, index);
                let excess = intake - limit;
                if excess.0 > 0 {
                    let finding = Finding::rule(self.code(), excess.0).on(day).at_facility(index);
                    findings.push(finding.with_kg("intake", intake).with_kg("limit", limit).with_kg("excess", excess));
                }
            }
        }
    }
}

impl Rule for DailyIntake {
    fn kept(&self) -> Kept {
        Kept::BySums
    }

    fn of_week(&self, week: &WeekSums) -> Excess {
        let facilities = &week.problem.facilities;
        let mut excess = Excess::NONE;
        for (index, limit) in facilities.iter().enumerate().filter_map(|(index, facility)| Some((index, facility.daily_limit?))) {
            let intake = week.intake.iter().skip(index).step_by(facilities.len());
            excess += intake.fold(Excess::NONE, |excess, kg| excess + Excess::of_load(*kg, limit.0));
        }
        excess
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};
    use crate::units::Kilograms;

    #[test]
    fn a_facility_that_takes_a_tonne_a_day() {
        let mut problem = district(2, 1);
        problem.facilities[0].daily_limit = Some(Kilograms(1000));
        let one_day = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0))])]);
        let two_days = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))]), (1, 0, at(6, 0), &[(&[1], Some(0))])]);
        assert_eq!(findings(&DailyIntake, &problem, &two_days), []);
        assert_eq!(findings(&DailyIntake, &problem, &one_day)[0].excess, 400);
    }
}
