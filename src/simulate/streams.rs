//! Random numbers that belong to things, not to the order in which they are asked for.

use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::{SplitMix64, Xoshiro256PlusPlus};
use sha2::{Digest, Sha256};

/// What a random number decides.
#[derive(Clone, Copy, Debug)]
pub(super) enum Chance {
    WasteOfWeek = 1,
    WasteOfDay,
    Market,
    Rain,
    TravelOfDay,
    Leg,
    Service,
    Unload,
    Breakdown,
    BurnOfDay,
    FurnaceStop,
}

/// All random numbers of a run of weeks: a stream of its own for each chance, subject and moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Streams {
    root: u64,
}

impl Streams {
    /// The streams of a run.
    pub fn new(seed: u64, run: usize) -> Self {
        Self { root: mixed(mixed(seed, 0x7468_7567_6f6d), run as u64) }
    }

    /// The stream of one chance of a subject (see [`subject`]; 0 where there is none) at a moment, counted as one likes.
    pub fn of(&self, chance: Chance, subject: u64, moment: u64) -> Xoshiro256PlusPlus {
        Xoshiro256PlusPlus::seed_from_u64(mixed(mixed(self.root ^ subject, moment), chance as u64))
    }
}

/// What stands for a thing in the streams: a number of its kind and id, so that it has the same chances in every plan.
pub(super) fn subject(kind: &str, id: &str) -> u64 {
    let digest = Sha256::digest(format!("{kind}:{id}"));
    digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// One number of two, in which every bit depends on all of both.
pub(super) fn mixed(a: u64, b: u64) -> u64 {
    let first = SplitMix64::seed_from_u64(a).next_u64();
    SplitMix64::seed_from_u64(first ^ b.wrapping_mul(0xD6E8_FEB8_6659_FD93)).next_u64()
}

/// A log-normal factor with mean 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Factor {
    sigma: f64,
}

impl Factor {
    /// The factor whose standard deviation is `deviation`.
    pub fn new(deviation: f64) -> Self {
        Self { sigma: libm::log(1.0 + deviation.max(0.0) * deviation.max(0.0)).sqrt() }
    }

    /// Whether it is always 1.
    pub fn is_one(self) -> bool {
        self.sigma == 0.0
    }

    /// A draw; exactly 1 without deviation.
    pub fn draw(self, rng: &mut Xoshiro256PlusPlus) -> f64 {
        if self.is_one() { 1.0 } else { libm::exp(self.sigma * normal(rng) - self.sigma * self.sigma / 2.0) }
    }
}

/// A standard normal draw (Box and Muller 1958, doi:10.1214/aoms/1177706645), with functions that are the same on every machine.
fn normal(rng: &mut Xoshiro256PlusPlus) -> f64 {
    let (radius, turn): (f64, f64) = (rng.random(), rng.random());
    (-2.0 * libm::log(1.0 - radius)).sqrt() * libm::cos(std::f64::consts::TAU * turn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_have_their_mean_and_deviation() {
        let streams = Streams::new(1, 0);
        let factor = Factor::new(0.3);
        let draws: Vec<f64> = (0..40_000).map(|moment| factor.draw(&mut streams.of(Chance::Leg, 7, moment))).collect();
        let mean = draws.iter().sum::<f64>() / draws.len() as f64;
        let variance = draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>() / draws.len() as f64;
        // Standard error of the mean 0.3/√40,000 = 0.0015.
        assert!((mean - 1.0).abs() < 0.006, "{mean}");
        assert!((variance.sqrt() - 0.3).abs() < 0.01, "{}", variance.sqrt());
        assert_eq!(Factor::new(0.0).draw(&mut streams.of(Chance::Leg, 7, 0)), 1.0);
    }

    #[test]
    fn a_stream_is_one_things_own() {
        let first = |streams: Streams, chance, subject, moment| streams.of(chance, subject, moment).next_u64();
        let streams = Streams::new(1, 0);
        let here = first(streams, Chance::Leg, subject("point", "P1"), 3);
        assert_eq!(here, first(Streams::new(1, 0), Chance::Leg, subject("point", "P1"), 3));
        let others = [
            first(streams, Chance::Service, subject("point", "P1"), 3),
            first(streams, Chance::Leg, subject("truck", "P1"), 3),
            first(streams, Chance::Leg, subject("point", "P2"), 3),
            first(streams, Chance::Leg, subject("point", "P1"), 4),
            first(Streams::new(1, 1), Chance::Leg, subject("point", "P1"), 3),
            first(Streams::new(2, 0), Chance::Leg, subject("point", "P1"), 3),
        ];
        assert!(others.iter().all(|other| *other != here));
    }
}
