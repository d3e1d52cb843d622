//! The yard before a furnace over the cyclic week.

use crate::model::Furnace;

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// A tip: seconds since the start of the week, kilograms.
pub(super) type Tip = (i64, i64);

/// Kilograms by which a week's tips go beyond what the furnace burns, plus the highest level beyond what the yard holds.
///
/// `tips` are sorted by time. The level at the start is the least one that comes back at the end: starting empty, the level
/// at the end of a week is the next start; the sequence grows and stops after a week in which the furnace is never idle
/// before a tip or not at all. Levels count kilograms × 3600, so that burning a second is a whole number.
pub(super) fn excess(furnace: &Furnace, tips: &[Tip], n_days: usize) -> i64 {
    let weekly: i64 = tips.iter().map(|tip| tip.1).sum();
    let too_much = (weekly - furnace.burn_per_day().0 * n_days as i64).max(0);
    let mut start = 0;
    for _ in 0..=n_days + tips.len() {
        let (end, _) = live(furnace, tips, n_days, start);
        if end <= start || too_much > 0 {
            break;
        }
        start = end;
    }
    let (_, highest) = live(furnace, tips, n_days, start);
    too_much + ((highest - furnace.yard_capacity.0 * HOUR).max(0) + HOUR - 1) / HOUR
}

/// Level at the end of the week and the highest after a tip, for a level at the start, all in kilograms × 3600.
fn live(furnace: &Furnace, tips: &[Tip], n_days: usize, start: i64) -> (i64, i64) {
    let burnt_until = |time: i64| furnace.burn_per_hour.0 * (time / DAY * furnace.burn_time.0 + (time % DAY).min(furnace.burn_time.0));
    let (mut level, mut highest, mut burnt) = (start, 0, 0);
    for (time, kg) in tips {
        let by_now = burnt_until(*time);
        level = (level - (by_now - burnt)).max(0) + kg * HOUR;
        burnt = by_now;
        highest = highest.max(level);
    }
    ((level - (burnt_until(n_days as i64 * DAY) - burnt)).max(0), highest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{Kilograms, Seconds};

    /// Burns 1 t an hour from midnight to 20:00; the yard holds 5 t.
    const FURNACE: Furnace = Furnace { burn_per_hour: Kilograms(1000), burn_time: Seconds(20 * HOUR), yard_capacity: Kilograms(5000) };

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
    fn more_than_the_furnace_burns_in_a_week_is_counted() {
        // 21 t in a day of 20 t, at hours when they fit: 1 t too much.
        let tips: Vec<Tip> = (0..7).map(|i| ((2 + 3 * i) * HOUR, 3000)).collect();
        assert_eq!(excess(&FURNACE, &tips, 1), 1000);
    }
}
