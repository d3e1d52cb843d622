//! The queue at a gate: bays that serve trucks in order of arrival.

/// The bays of a facility, each with the time from which it is free.
#[derive(Clone, Debug)]
pub(super) struct Gate {
    free_from: Vec<i64>,
}

impl Gate {
    /// A gate at which nobody is yet.
    pub fn new(bays: usize) -> Self {
        Self { free_from: vec![i64::MIN; bays.max(1)] }
    }

    /// Everybody has gone.
    pub fn clear(&mut self) {
        self.free_from.fill(i64::MIN);
    }

    /// When a truck that arrives at `arrive`, no earlier than those before it, gets a bay; not before `opening`.
    pub fn turn(&self, arrive: i64, opening: i64) -> i64 {
        let free = self.free_from.iter().copied().min().unwrap_or(i64::MIN);
        arrive.max(opening).max(free)
    }

    /// The truck whose turn it is holds its bay until `end`.
    pub fn hold(&mut self, end: i64) {
        if let Some(bay) = self.free_from.iter_mut().min() {
            *bay = end;
        }
    }
}
