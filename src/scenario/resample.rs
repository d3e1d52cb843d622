//! The district as it might be: uncertain figures drawn anew within ±20 %.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::dataset::Dataset;
use crate::matrix::{Matrix, UNREACHABLE};
use crate::model::Ground;

/// Largest deviation, as a share.
const SPREAD: f64 = 0.2;

/// One draw of what nobody has measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Resample {
    /// Factor of the waste of each commune.
    waste: Vec<f64>,
    /// Factor of the speed on all roads.
    speed: f64,
    /// Factor of the minutes of a stop.
    service: f64,
}

impl Resample {
    /// Draw `number` of a seed for a district of `n_communes`: each factor even within 0.8 … 1.2.
    pub fn draw(n_communes: usize, seed: u64, number: u64) -> Self {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number);
        let mut factor = || 1.0 + SPREAD * (2.0 * rng.random::<f64>() - 1.0);
        let (speed, service) = (factor(), factor());
        Self { waste: (0..n_communes).map(|_| factor()).collect(), speed, service }
    }

    /// The rows and travel times of this draw; of every variant of a project the same factors.
    pub fn apply(&self, dataset: &Dataset, ground: &Ground) -> (Dataset, Ground) {
        let mut dataset = dataset.clone();
        for row in &mut dataset.points {
            let commune = dataset.communes.iter().position(|commune| commune.value.code == row.value.commune_code);
            row.value.kg_per_day *= commune.and_then(|commune| self.waste.get(commune)).copied().unwrap_or(1.0);
            row.value.service_min_fixed *= self.service;
            row.value.service_min_per_t *= self.service;
        }
        let matrices = ground.matrices.iter().map(|matrix| self.slowed(matrix)).collect();
        (dataset, Ground { matrices, profile_of_truck: ground.profile_of_truck.clone() })
    }

    fn slowed(&self, matrix: &Matrix) -> Matrix {
        let n = matrix.len();
        let pairs = || (0..n).flat_map(|from| (0..n).map(move |to| (from, to)));
        let seconds = pairs().map(|(from, to)| match matrix.raw_duration(from, to) {
            UNREACHABLE => UNREACHABLE,
            seconds => (f64::from(seconds) / self.speed).round() as u32,
        });
        Matrix::new(n, seconds.collect(), pairs().map(|(from, to)| matrix.raw_distance(from, to)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_is_the_same_every_time_and_stays_within_a_fifth() {
        assert_eq!(Resample::draw(3, 1, 7), Resample::draw(3, 1, 7));
        assert_ne!(Resample::draw(3, 1, 7), Resample::draw(3, 1, 8));
        for number in 0..200 {
            let draw = Resample::draw(4, 9, number);
            assert!(draw.waste.iter().chain([&draw.speed, &draw.service]).all(|factor| (0.8..=1.2).contains(factor)), "{draw:?}");
        }
    }

    #[test]
    fn slower_roads_take_longer_and_stay_as_long() {
        let matrix = Matrix::new(2, vec![0, 100, UNREACHABLE, 0], vec![0, 500, UNREACHABLE, 0]);
        let draw = Resample { waste: Vec::new(), speed: 0.8, service: 1.0 };
        let slowed = draw.slowed(&matrix);
        assert_eq!((slowed.raw_duration(0, 1), slowed.raw_duration(1, 0), slowed.raw_distance(0, 1)), (125, UNREACHABLE, 500));
    }
}
