//! Square tables of seconds and metres.

use crate::units::{Metres, Seconds};

/// The entry of a pair without a way.
pub const UNREACHABLE: u32 = u32::MAX;

/// Seconds and metres from every location to every other, for one truck profile.
///
/// The metres are those of the fastest way. A pair has both or neither. Memory: 8 n² bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    n: usize,
    seconds: Vec<u32>,
    metres: Vec<u32>,
}

impl Matrix {
    /// A table of `n` × `n` entries, row by row.
    ///
    /// # Panics
    /// Where the rows are not `n` × `n` long: the caller's mistake.
    pub fn new(n: usize, seconds: Vec<u32>, metres: Vec<u32>) -> Self {
        assert!(seconds.len() == n * n && metres.len() == n * n, "a matrix is square");
        Self { n, seconds, metres }
    }

    /// Number of locations.
    pub fn len(&self) -> usize {
        self.n
    }

    /// Whether it has no location.
    pub fn is_empty(&self) -> bool {
        self.n == 0
    }

    /// Travel time, or nothing where there is no way.
    pub fn duration(&self, from: usize, to: usize) -> Option<Seconds> {
        let seconds = self.raw_duration(from, to);
        (seconds != UNREACHABLE).then_some(Seconds(i64::from(seconds)))
    }

    /// Distance of the fastest way, or nothing where there is none.
    pub fn distance(&self, from: usize, to: usize) -> Option<Metres> {
        let metres = self.raw_distance(from, to);
        (metres != UNREACHABLE).then_some(Metres(i64::from(metres)))
    }

    /// Travel time in seconds, or [`UNREACHABLE`]; for loops that can't afford more.
    #[inline]
    pub fn raw_duration(&self, from: usize, to: usize) -> u32 {
        self.seconds[from * self.n + to]
    }

    /// Distance in metres, or [`UNREACHABLE`].
    #[inline]
    pub fn raw_distance(&self, from: usize, to: usize) -> u32 {
        self.metres[from * self.n + to]
    }

    /// Whether there is a way there and a way back.
    pub fn connected(&self, a: usize, b: usize) -> bool {
        self.raw_duration(a, b) != UNREACHABLE && self.raw_duration(b, a) != UNREACHABLE
    }
}
