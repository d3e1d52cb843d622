//! The yard before the furnace never overflows.

use super::finding::Finding;
use super::replay::Replay;
use super::rule::{ClockScope, Constraint, Kept, Rule, facilities_in_use};
use super::sums::{Excess, TimedTip, WeekSums};
use crate::model::{Furnace, Plan, Problem};
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

impl Rule for Yard {
    fn kept(&self) -> Kept {
        Kept::ByClock
    }

    fn clock_scope(&self, problem: &Problem) -> ClockScope {
        let burns = facilities_in_use(problem).any(|facility| facility.furnace.is_some());
        if burns { ClockScope::Day } else { ClockScope::Sums }
    }

    fn of_week(&self, week: &WeekSums) -> Excess {
        let furnaces = week.problem.facilities.iter().zip(week.tips).filter_map(|(facility, tips)| Some((facility.furnace?, tips)));
        let kg = furnaces.map(|(furnace, tips)| excess(&furnace, tips, week.problem.horizon.n_days)).sum();
        Excess::of_load(kg, 0)
    }
}

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// Kilograms by which a week's tips go beyond what the furnace burns, plus the highest level beyond what the yard holds.
///
/// `tips` are sorted by time. The level at the start is the least one that comes back at the end: starting empty, the level
/// at the end of a week is the next start; the sequence grows and stops after a week in which the furnace is never idle
/// before a tip or not at all. Levels count kilograms × 3600, so that burning a second is a whole number.
fn excess(furnace: &Furnace, tips: &[TimedTip], n_days: usize) -> i64 {
    let weekly: i64 = tips.iter().map(|tip| tip.1).sum();
    let too_much = (weekly * HOUR - burnt_until(furnace, n_days as i64 * DAY)).max(0);
    let mut start = 0;
    for _ in 0..=n_days + tips.len() {
        let (end, _) = live(furnace, tips, n_days, start);
        if end <= start || too_much > 0 {
            break;
        }
        start = end;
    }
    let (_, highest) = live(furnace, tips, n_days, start);
    let in_kg = |level: i64| (level + HOUR - 1) / HOUR;
    in_kg(too_much) + in_kg((highest - furnace.yard_capacity.0 * HOUR).max(0))
}

/// Level at the end of the week and the highest after a tip, for a level at the start, all in kilograms × 3600.
fn live(furnace: &Furnace, tips: &[TimedTip], n_days: usize, start: i64) -> (i64, i64) {
    let (mut level, mut highest, mut burnt) = (start, 0, 0);
    for (time, kg) in tips {
        let by_now = burnt_until(furnace, *time);
        level = (level - (by_now - burnt)).max(0) + kg * HOUR;
        burnt = by_now;
        highest = highest.max(level);
    }
    ((level - (burnt_until(furnace, n_days as i64 * DAY) - burnt)).max(0), highest)
}

/// What the furnace burns until a time of the week if it never lacks waste.
fn burnt_until(furnace: &Furnace, time: i64) -> i64 {
    let (day, of_day) = (time / DAY, time % DAY);
    let whole = i64::from((furnace.burn_days.0 & ((1 << day) - 1)).count_ones());
    let part = if furnace.burn_days.contains(day as usize) { of_day.min(furnace.burn_time.0) } else { 0 };
    furnace.burn_per_hour.0 * (whole * furnace.burn_time.0 + part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::DaySet;
    use crate::model::testing::{at, district, plan};
    use crate::units::Seconds;

    #[test]
    fn seven_hundred_kilograms_in_a_yard_for_six_hundred() {
        let mut problem = district(1, 1);
        let monday = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        assert_eq!(findings(&Yard, &problem, &monday), []);
        problem.facilities[0].furnace =
            Some(Furnace { burn_per_hour: Kilograms(50), burn_time: at(24, 0), burn_days: DaySet::all(7), yard_capacity: Kilograms(600) });
        let found = findings(&Yard, &problem, &monday);
        assert_eq!((found.len(), found[0].day, found[0].excess), (1, Some(0), 100));
        // 4 kg/h · 20 h · 7 = 560 kg a week.
        problem.facilities[0].furnace =
            Some(Furnace { burn_per_hour: Kilograms(4), burn_time: at(20, 0), burn_days: DaySet::all(7), yard_capacity: Kilograms(9000) });
        let found = findings(&Yard, &problem, &monday);
        assert_eq!((found.len(), found[0].variant, found[0].excess), (1, Some("week"), 140));
    }

    /// Burns 1 t an hour from midnight to 20:00; the yard holds 5 t.
    const FURNACE: Furnace = Furnace {
        burn_per_hour: Kilograms(1000),
        burn_time: Seconds(20 * HOUR),
        burn_days: DaySet(0b111_1111),
        yard_capacity: Kilograms(5000),
    };

    #[test]
    fn a_tip_within_the_yard_is_no_excess() {
        assert_eq!(excess(&FURNACE, &[(8 * HOUR, 5000)], 7), 0);
    }

    #[test]
    fn what_the_yard_cannot_hold_is_counted() {
        // 4 t at 8:00 and 3 t at 9:00: 1 t is burnt between, 6 t lie there, 1 t too much.
        assert_eq!(excess(&FURNACE, &[(8 * HOUR, 4000), (9 * HOUR, 3000)], 7), 1000);
    }

    #[test]
    fn what_is_left_on_the_last_day_lies_there_on_the_first() {
        // One day only, cyclic: 3 t at 19:00, 1 t burnt until 20:00, 2 t burn from midnight; then 5 t at 1:00 lie on 1 t.
        assert_eq!(excess(&FURNACE, &[(HOUR, 5000), (19 * HOUR, 3000)], 1), 1000);
    }

    #[test]
    fn a_furnace_that_is_down_burns_nothing_on_that_day() {
        // Monday 8:00 and Tuesday 0:00, 5 t each: the first is burnt by 13:00; with the furnace down on Monday 10 t lie there, 5 t too much.
        let tips = [(8 * HOUR, 5000), (24 * HOUR, 5000)];
        assert_eq!(excess(&FURNACE, &tips, 7), 0);
        let down = Furnace { burn_days: DaySet::all(7).without(0), ..FURNACE };
        assert_eq!(excess(&down, &tips, 7), 5000);
        // Of a week of two days one is left: 20 t.
        let tips: Vec<TimedTip> = (0..7).map(|i| (24 * HOUR + (2 + 3 * i) * HOUR, 3000)).collect();
        assert_eq!((excess(&FURNACE, &tips, 2), excess(&down, &tips, 2)), (0, 1000));
    }

    #[test]
    fn more_than_the_furnace_burns_in_a_week_is_counted() {
        // 21 t in a day of 20 t, at hours when they fit: 1 t too much.
        let tips: Vec<TimedTip> = (0..7).map(|i| ((2 + 3 * i) * HOUR, 3000)).collect();
        assert_eq!(excess(&FURNACE, &tips, 1), 1000);
    }
}
