//! The yard before a furnace, from week to week, in exact whole numbers.

use crate::model::Furnace;

/// Seconds of a day.
const DAY: i64 = 86_400;
/// Units of a level in a kilogram: a furnace burns `burn_per_hour / 3600` kg in a second.
pub(super) const UNITS: i64 = 3600;

/// A yard; times are seconds from the first midnight of the run of weeks, levels 3,600ths of a kilogram.
#[derive(Clone, Debug)]
pub(super) struct Yard {
    furnace: Furnace,
    level: i64,
    /// Time up to which it has been lived through.
    time: i64,
    /// Tips to come, with their times, in order.
    tips: Vec<(i64, i64)>,
    /// Burnt in an hour of each day, in kilograms, as far as it is known.
    rates: Vec<i64>,
    /// Unplanned stops that are not over, in order of their starts.
    stops: Vec<(i64, i64)>,
    /// Entered since the run began.
    pub accepted: i64,
    /// Burnt since the run began.
    pub burnt: i64,
    /// Highest level since it was last asked for.
    peak: i64,
}

impl Yard {
    /// A yard with so much in it.
    pub fn new(furnace: Furnace, level: i64) -> Self {
        Self { furnace, level, time: 0, tips: Vec::new(), rates: Vec::new(), stops: Vec::new(), accepted: 0, burnt: 0, peak: level }
    }

    /// Level now.
    pub fn level(&self) -> i64 {
        self.level
    }

    /// Days whose rates are known.
    pub fn days_known(&self) -> usize {
        self.rates.len()
    }

    /// Says what the furnace burns in an hour of the next day, and when it stops on it.
    pub fn foresee(&mut self, rate: i64, stop: Option<(i64, i64)>) {
        let midnight = self.rates.len() as i64 * DAY;
        self.stops.extend(stop.map(|(from, length)| (midnight + from, midnight + from + length)));
        self.rates.push(rate);
    }

    /// Whether so much has room when it is tipped at `end`, as far as is known of other tips.
    pub fn has_room(&self, kg: i64, end: i64) -> bool {
        let (mut level, mut time) = (self.level, self.time);
        for (at, units) in self.tips.iter().take_while(|(at, _)| *at <= end) {
            level = (level - self.potential(time, *at)).max(0) + units;
            time = *at;
        }
        level = (level - self.potential(time, end)).max(0);
        level.saturating_add(kg * UNITS) <= self.furnace.yard_capacity.0.saturating_mul(UNITS)
    }

    /// So much will be tipped at `end`.
    pub fn tip(&mut self, kg: i64, end: i64) {
        let place = self.tips.partition_point(|(at, _)| *at <= end);
        self.tips.insert(place, (end, kg * UNITS));
    }

    /// Lives on to a time; every tip up to it must be known.
    pub fn live(&mut self, to: i64) {
        let due = self.tips.partition_point(|(at, _)| *at <= to);
        for (at, units) in self.tips.drain(..due).collect::<Vec<_>>() {
            self.burn(at);
            self.level += units;
            self.accepted += units;
            self.peak = self.peak.max(self.level);
        }
        self.burn(to);
        let now = self.time;
        self.stops.retain(|(_, until)| *until > now);
    }

    /// Highest level since this was last asked, in whole kilograms, rounded up.
    pub fn take_peak(&mut self) -> i64 {
        let peak = std::mem::replace(&mut self.peak, self.level);
        (peak + UNITS - 1) / UNITS
    }

    fn burn(&mut self, to: i64) {
        let burnt = self.potential(self.time, to).min(self.level);
        self.level -= burnt;
        self.burnt += burnt;
        self.time = self.time.max(to);
    }

    /// What the furnace burns between two times if it never lacks waste.
    fn potential(&self, from: i64, to: i64) -> i64 {
        let burn_time = self.furnace.burn_time.0.clamp(0, DAY);
        let (mut units, mut day) = (0, from.div_euclid(DAY));
        while day * DAY < to {
            let (start, end) = ((day * DAY).max(from), (day * DAY + burn_time).min(to));
            let rate = self.rates.get(day.max(0) as usize).copied().unwrap_or(0);
            units += rate * self.running(start, end);
            day += 1;
        }
        units
    }

    /// Seconds between two times in which no stop keeps the furnace from burning.
    fn running(&self, from: i64, to: i64) -> i64 {
        let (mut seconds, mut time) = (0, from);
        for (stops, goes_on) in &self.stops {
            seconds += (to.min(*stops) - time).max(0);
            time = time.max(*goes_on);
        }
        seconds + (to - time).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DaySet;
    use crate::units::{Kilograms, Seconds};

    fn yard(stops: &[Option<(i64, i64)>]) -> Yard {
        let furnace = Furnace {
            burn_per_hour: Kilograms(100),
            burn_time: Seconds(20 * 3600),
            burn_days: DaySet::all(7),
            yard_capacity: Kilograms(1000),
        };
        let mut yard = Yard::new(furnace, 0);
        stops.iter().for_each(|stop| yard.foresee(100, *stop));
        yard
    }

    #[test]
    fn a_yard_burns_down_while_the_furnace_runs() {
        // 900 kg at 15:00: 500 burn until 20:00, 400 are left over night and burn by 4:00.
        let mut yard = yard(&[None, None]);
        yard.tip(900, 15 * 3600);
        yard.live(DAY);
        assert_eq!((yard.level(), yard.burnt, yard.accepted), (400 * UNITS, 500 * UNITS, 900 * UNITS));
        assert_eq!(yard.take_peak(), 900);
        yard.live(DAY + 3 * 3600);
        assert_eq!(yard.level(), 100 * UNITS);
        yard.live(2 * DAY);
        assert_eq!((yard.level(), yard.burnt), (0, 900 * UNITS));
    }

    #[test]
    fn a_stop_keeps_it_from_burning() {
        // Stops from 16:00 until 18:00 and, over each other, from 17:00 to 19:00: of five hours two are left.
        let mut yard = yard(&[Some((16 * 3600, 2 * 3600)), None]);
        yard.stops.push((17 * 3600, 19 * 3600));
        yard.tip(900, 15 * 3600);
        yard.live(DAY);
        assert_eq!(yard.level(), 700 * UNITS);
    }

    #[test]
    fn what_is_to_be_tipped_takes_room() {
        // 900 kg at 15:00; 300 burn by 18:00, 600 are left: room for 400.
        let mut yard = yard(&[None]);
        yard.tip(900, 15 * 3600);
        assert!(yard.has_room(400, 18 * 3600));
        assert!(!yard.has_room(401, 18 * 3600));
        assert!(yard.has_room(1000, 14 * 3600));
    }
}
