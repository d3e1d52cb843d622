//! The yard before a furnace over the cyclic week, in exact whole numbers.

use super::replay::RouteReplay;
use crate::model::Furnace;
use crate::units::Kilograms;

const DAY: i64 = 86_400;

/// What lies before a furnace over the week.
///
/// Levels are whole 3,600ths of a kilogram, since a furnace burns `burn_per_hour / 3600` kg in a second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YardWeek {
    /// Every tip, in order of time.
    pub tips: Vec<Tip>,
    /// Tipped in the week.
    pub intake: Kilograms,
    /// Tipped beyond what can be burnt in a week, rounded up; the week is a cycle only where it is nothing.
    pub excess: Kilograms,
    /// The least level on Monday at 00:00 from which the week ends as it began.
    pub start_level: i64,
}

/// Something that enters the yard, at the end of an unload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip {
    /// Seconds from Monday 00:00 on the cycle.
    pub time: i64,
    /// Day of the route.
    pub day: usize,
    /// Index of the truck.
    pub truck: usize,
    /// Weight.
    pub kg: Kilograms,
    /// Level right after it.
    pub level: i64,
}

impl YardWeek {
    /// The yard of `facility` under the replayed `days`.
    ///
    /// The level at the end grows with the level at the start, by no more, so that repeating the week from an empty yard
    /// rises to the least level that is a cycle (Lindley's recursion; one repetition reaches it). Where more is tipped than
    /// can be burnt there is none; the levels are then those of a first week.
    pub(super) fn new(furnace: Furnace, facility: usize, days: &[Vec<RouteReplay>]) -> Self {
        let length = days.len() as i64 * DAY;
        let mut tips: Vec<Tip> = Vec::new();
        for route in days.iter().flatten() {
            for (_, halt) in route.unloads().filter(|(at, _)| *at == facility) {
                let time = (route.day as i64 * DAY + halt.end.0).rem_euclid(length);
                tips.push(Tip { time, day: route.day, truck: route.truck, kg: halt.load.kg, level: 0 });
            }
        }
        tips.sort_by_key(|tip| (tip.time, tip.day, tip.truck));
        let intake: Kilograms = tips.iter().map(|tip| tip.kg).sum();
        let excess = intake.0 * 3600 - burnt_until(furnace, length);
        let mut yard = Self { tips, intake, excess: Kilograms((excess.max(0) + 3599) / 3600), start_level: 0 };
        let mut end = yard.live(furnace, length);
        while excess <= 0 && end != yard.start_level {
            yard.start_level = end;
            end = yard.live(furnace, length);
        }
        yard
    }

    /// Highest level after a tip.
    pub fn peak(&self) -> i64 {
        self.tips.iter().map(|tip| tip.level).max().unwrap_or(0)
    }

    /// Lives through a week from the start level, and gives the level at its end.
    fn live(&mut self, furnace: Furnace, length: i64) -> i64 {
        let (mut level, mut time) = (self.start_level, 0);
        for tip in &mut self.tips {
            level = (level - burnt_until(furnace, tip.time) + burnt_until(furnace, time)).max(0) + tip.kg.0 * 3600;
            (tip.level, time) = (level, tip.time);
        }
        (level - burnt_until(furnace, length) + burnt_until(furnace, time)).max(0)
    }
}

/// What a furnace that never lacks waste has burnt by `time`, in 3,600ths of a kilogram.
fn burnt_until(furnace: Furnace, time: i64) -> i64 {
    let burn_time = furnace.burn_time.0.clamp(0, DAY);
    let on_day = |day: i64| if furnace.burn_days.contains(day as usize) { (time - day * DAY).min(burn_time) } else { 0 };
    furnace.burn_per_hour.0 * (0..=time / DAY).map(on_day).sum::<i64>()
}

#[cfg(test)]
mod tests {
    use super::super::replay::Replay;
    use super::*;
    use crate::model::DaySet;
    use crate::model::testing::{at, district, plan};
    use crate::units::Seconds;

    /// A week in which truck 0 tips the waste of point 0 on each of `days`; the first unload ends at 6:42 + 5 min and 60 s for a tonne.
    fn yard(furnace: Furnace, days: &[usize]) -> YardWeek {
        let mut problem = district(1, 1);
        problem.facilities[0].furnace = Some(furnace);
        problem.points[0].service_per_tonne = Seconds::ZERO;
        problem.facilities[0].unload_per_tonne = Seconds::ZERO;
        let trips: &[(&[usize], Option<usize>)] = &[(&[0], Some(0))];
        let routes: Vec<_> = days.iter().map(|day| (*day, 0, at(6, 0), trips)).collect();
        Replay::new(&problem, &plan(&problem, &routes)).yards[0].clone().expect("facility 0 has a furnace")
    }

    fn furnace(burn_per_hour: i64, hours: i64) -> Furnace {
        Furnace {
            burn_per_hour: Kilograms(burn_per_hour),
            burn_time: at(hours, 0),
            burn_days: DaySet::all(7),
            yard_capacity: Kilograms(1000),
        }
    }

    #[test]
    fn a_yard_that_empties_starts_empty() {
        // 700 kg on Monday at 6:40 (6:10 leave, 6:20–6:25 service, 6:35–6:40 unload), 50 kg/h: gone within 14 hours.
        let yard = yard(furnace(50, 24), &[0]);
        assert_eq!((yard.start_level, yard.peak(), yard.excess), (0, 700 * 3600, Kilograms::ZERO));
        assert_eq!(yard.tips[0].time, at(6, 40).0);
    }

    #[test]
    fn what_is_left_on_sunday_lies_there_on_monday() {
        // 700 kg on Sunday at 6:40 at 10 kg/h, day and night: 17 h 20 min burn 173.333 kg by midnight, 526.667 kg = 1,896,000/3600 are left.
        // From Monday on they burn in 52 h 40 min, so Sunday's tip finds the yard empty.
        let yard = yard(furnace(10, 24), &[6]);
        assert_eq!(yard.start_level, 1_896_000);
        assert_eq!(yard.peak(), 700 * 3600);
    }

    #[test]
    fn the_level_adds_up_where_the_furnace_is_slow() {
        // 700 kg a week, 5 kg/h for 20 h a day = 700 kg: just burnt. Tips on Monday (gap 2: 200 kg) and Saturday (500 kg), 6:40.
        // Cycle: Saturday's 500 kg last until Monday's 200 come, and these until Saturday's. Before Saturday's tip the yard is empty:
        // from Monday 6:40 to Saturday 6:40 five days burn 500; so after Monday's tip at least 500 lie there, and 300 before it.
        let yard = yard(furnace(5, 20), &[0, 5]);
        let levels: Vec<i64> = yard.tips.iter().map(|tip| tip.level / 3600).collect();
        assert_eq!(levels, [500, 500]);
        // From Monday 00:00 to 6:40 burn 33⅓ kg: 333⅓ at the start.
        assert_eq!(yard.start_level, 1_200_000);
    }

    #[test]
    fn a_furnace_that_is_down_lets_the_yard_wait() {
        // 700 kg on Sunday at 6:40, 10 kg/h, down on Monday: the 526.667 kg that are left on Sunday night burn from Tuesday on.
        let mut of_week = furnace(10, 24);
        of_week.burn_days = DaySet::all(7).without(0);
        let sunday = yard(of_week, &[6]);
        assert_eq!((sunday.start_level, sunday.excess), (1_896_000, Kilograms::ZERO));
        // Down on six days of seven it burns 240 kg a week of 700.
        of_week.burn_days = DaySet::EMPTY.with(3);
        assert_eq!(yard(of_week, &[6]).excess, Kilograms(460));
    }

    #[test]
    fn more_than_can_be_burnt_is_no_cycle() {
        // 700 kg a week, 4 kg/h for 20 h on 7 days burn 560 kg: 140 kg too many.
        assert_eq!(yard(furnace(4, 20), &[0]).excess, Kilograms(140));
    }
}
