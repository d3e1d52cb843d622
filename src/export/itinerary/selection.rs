//! What of a week is handed out.

use super::TruckDay;

/// The part of a week that is asked for; nothing in a field: all of it. Indices are those of the problem.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// One truck.
    pub truck: Option<usize>,
    /// One day, 0 = Monday.
    pub day: Option<usize>,
    /// One commune or town; of trucks, the days on which they come there.
    pub commune: Option<usize>,
}

impl Selection {
    /// Whether a truck-day belongs to it.
    pub fn holds(&self, truck_day: &TruckDay) -> bool {
        self.truck.is_none_or(|truck| truck == truck_day.truck)
            && self.day.is_none_or(|day| day == truck_day.day)
            && self.commune.is_none_or(|commune| truck_day.stops().any(|stop| stop.commune == commune))
    }

    /// Whether files about trucks are asked for: always, but where only a commune is chosen.
    pub fn has_trucks(&self) -> bool {
        self.commune.is_none() || self.truck.is_some()
    }

    /// Whether files about communes are asked for: always, but where only a truck is chosen.
    pub fn has_communes(&self) -> bool {
        self.truck.is_none() || self.commune.is_some()
    }
}
