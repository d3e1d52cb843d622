//! What chance has in store: asked for by day, point, truck and facility.

use rand::RngExt;

use super::setup::Setup;
use super::streams::{Chance, Factor, Streams, mixed};
use crate::settings::{Figure, Simulation};

/// Seconds of an hour.
const HOUR: f64 = 3600.0;

/// The figures of the settings, made ready to draw from.
#[derive(Clone, Debug)]
pub(super) struct Chances {
    waste_level: f64,
    waste_week: Factor,
    waste_day: Factor,
    market: Factor,
    rainy_days: f64,
    rain_waste: Rain,
    rain_travel: Rain,
    rain_burning: Rain,
    travel_level: f64,
    travel_day: Factor,
    leg: Factor,
    service_level: f64,
    service: Factor,
    unload: Factor,
    breakdowns: f64,
    repair_hours: f64,
    burn_level: f64,
    burn_day: Factor,
    furnace_stops: f64,
    furnace_stop_hours: f64,
    /// Repairs and stops have a variation of 1.
    length: Factor,
    /// Longest repair that a crew waits for.
    pub roadside: i64,
    /// Thousandths of an hour's pay on top for an hour of overtime.
    pub overtime_permille: i64,
}

impl Chances {
    /// Makes the figures ready.
    pub fn new(simulation: &Simulation) -> Self {
        let value = |figure| simulation.value(figure);
        let factor = |figure| Factor::new(simulation.value(figure));
        let rain = |figure| Rain::new(value(Figure::RainyDays), value(figure));
        Self {
            waste_level: value(Figure::WasteLevel),
            waste_week: factor(Figure::WasteWeekDeviation),
            waste_day: factor(Figure::WasteDayDeviation),
            market: factor(Figure::MarketDeviation),
            rainy_days: value(Figure::RainyDays),
            rain_waste: rain(Figure::RainWaste),
            rain_travel: rain(Figure::RainTravel),
            rain_burning: rain(Figure::RainBurning),
            travel_level: value(Figure::TravelLevel),
            travel_day: factor(Figure::TravelDayDeviation),
            leg: factor(Figure::LegDeviation),
            service_level: value(Figure::ServiceLevel),
            service: factor(Figure::ServiceDeviation),
            unload: factor(Figure::UnloadDeviation),
            breakdowns: value(Figure::Breakdowns),
            repair_hours: value(Figure::RepairHours),
            burn_level: value(Figure::BurnLevel),
            burn_day: factor(Figure::BurnDeviation),
            furnace_stops: value(Figure::FurnaceStops),
            furnace_stop_hours: value(Figure::FurnaceStopHours),
            length: Factor::new(1.0),
            roadside: rounded(value(Figure::RoadsideHours) * HOUR),
            overtime_permille: rounded((value(Figure::OvertimePay) - 1.0) * 1000.0),
        }
    }

    /// Weight of a day's waste, over the planned one, as far as it is common to all points.
    pub fn common_waste(&self, streams: &Streams, day: usize, n_days: usize) -> f64 {
        let week = self.waste_week.draw(&mut streams.of(Chance::WasteOfWeek, 0, (day / n_days) as u64));
        self.waste_level * week * self.rain_waste.on(self.is_rainy(streams, day))
    }

    /// The factor of a point's own waste on a day of which the share `market` is a market's.
    pub fn own_waste(&self, streams: &Streams, point: u64, day: usize, market: f64) -> f64 {
        let own = self.waste_day.draw_of(streams, Chance::WasteOfDay, point, day as u64);
        let factor = if market > 0.0 { self.market.draw_of(streams, Chance::Market, point, day as u64) } else { 1.0 };
        own * (1.0 + market * (factor - 1.0))
    }

    /// Travel times of a day, over the planned ones.
    pub fn travel(&self, streams: &Streams, day: usize) -> f64 {
        let own = self.travel_day.draw_of(streams, Chance::TravelOfDay, 0, day as u64);
        self.travel_level * own * self.rain_travel.on(self.is_rainy(streams, day))
    }

    /// A leg that leads to `place`, over what the day has in common; `nth` tells a truck's legs to the same place apart.
    pub fn leg(&self, streams: &Streams, place: u64, day: usize, nth: usize) -> f64 {
        self.leg.draw_of(streams, Chance::Leg, place, moment(day, nth))
    }

    /// Service time of a point, over the planned one.
    pub fn service(&self, streams: &Streams, point: u64, day: usize) -> f64 {
        self.service_level * self.service.draw_of(streams, Chance::Service, point, day as u64)
    }

    /// Time of a truck's `nth` unload of a day, over the planned one.
    pub fn unload(&self, streams: &Streams, truck: u64, day: usize, nth: usize) -> f64 {
        self.unload.draw_of(streams, Chance::Unload, truck, moment(day, nth))
    }

    /// When in its day a truck breaks down, as a share of the planned route, and the seconds until it runs again.
    pub fn breakdown(&self, streams: &Streams, truck: u64, day: usize) -> Option<(f64, i64)> {
        if self.breakdowns <= 0.0 {
            return None;
        }
        let mut rng = streams.of(Chance::Breakdown, truck, day as u64);
        let (ticket, share): (f64, f64) = (rng.random(), rng.random());
        let repair = self.length.draw(&mut rng) * self.repair_hours * HOUR;
        (ticket < self.breakdowns).then(|| (share, rounded(repair)))
    }

    /// What a furnace burns in an hour of a day, in kilograms.
    pub fn burn_per_hour(&self, streams: &Streams, setup: &Setup, facility: usize, day: usize) -> i64 {
        let Some(furnace) = setup.problem.facilities[facility].furnace else { return 0 };
        if !furnace.burn_days.contains(day % setup.problem.horizon.n_days) {
            return 0;
        }
        let own = self.burn_day.draw_of(streams, Chance::BurnOfDay, setup.facility_keys[facility], day as u64);
        let factor = self.burn_level * own * self.rain_burning.on(self.is_rainy(streams, day));
        scaled(furnace.burn_per_hour.0, factor)
    }

    /// When on a day a furnace stops unplanned, in seconds from midnight, and for how long.
    pub fn furnace_stop(&self, streams: &Streams, setup: &Setup, facility: usize, day: usize) -> Option<(i64, i64)> {
        if self.furnace_stops <= 0.0 {
            return None;
        }
        let mut rng = streams.of(Chance::FurnaceStop, setup.facility_keys[facility], day as u64);
        let (ticket, share): (f64, f64) = (rng.random(), rng.random());
        let length = self.length.draw(&mut rng) * self.furnace_stop_hours * HOUR;
        (ticket < self.furnace_stops).then(|| (rounded(share * 24.0 * HOUR), rounded(length)))
    }

    fn is_rainy(&self, streams: &Streams, day: usize) -> bool {
        let ticket: f64 = streams.of(Chance::Rain, 0, day as u64).random();
        ticket < self.rainy_days
    }
}

/// What rain does to a quantity whose planned value is the mean over dry and rainy days.
#[derive(Clone, Copy, Debug)]
struct Rain {
    dry: f64,
    rainy: f64,
}

impl Rain {
    /// The factor between rainy and dry days, where the share `days` is rainy.
    fn new(days: f64, factor: f64) -> Self {
        let mean = 1.0 + days * (factor - 1.0);
        // Rain every day that stops everything has no mean to keep.
        let dry = if mean > 0.0 { 1.0 / mean } else { 1.0 };
        Self { dry, rainy: dry * factor }
    }

    fn on(self, is_rainy: bool) -> f64 {
        if is_rainy { self.rainy } else { self.dry }
    }
}

impl Factor {
    /// A draw from the stream of a chance; none is made where the factor is always 1.
    fn draw_of(self, streams: &Streams, chance: Chance, subject: u64, moment: u64) -> f64 {
        if self.is_one() { 1.0 } else { self.draw(&mut streams.of(chance, subject, moment)) }
    }
}

/// A day and a number within it as one moment.
fn moment(day: usize, nth: usize) -> u64 {
    mixed(day as u64, nth as u64 + 1)
}

/// The nearest whole number, halves going up; the simulation's one rounding rule for what chance has made.
pub(super) fn rounded(value: f64) -> i64 {
    (value + 0.5).floor() as i64
}

/// An amount times a factor, rounded; exactly itself where the factor is 1.
pub(super) fn scaled(amount: i64, factor: f64) -> i64 {
    if factor == 1.0 { amount } else { rounded(amount as f64 * factor) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rain_does_not_move_the_mean() {
        // A quarter of days with 1.4 times as much: dry 1/1.1.
        let rain = Rain::new(0.25, 1.4);
        assert!((0.75 * rain.on(false) + 0.25 * rain.on(true) - 1.0).abs() < 1e-12);
        assert!((rain.on(true) / rain.on(false) - 1.4).abs() < 1e-12);
        assert_eq!((Rain::new(0.0, 1.1).on(false), Rain::new(0.3, 1.0).on(true)), (1.0, 1.0));
    }
}
