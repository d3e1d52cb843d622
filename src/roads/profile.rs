//! What a kind of truck makes of a road.

use super::RoadLine;
use crate::units::Kilograms;

/// Decides which roads a truck may take and how fast it drives on them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TruckProfile {
    /// Narrowest lane it passes.
    pub lane_width_m: f64,
    /// Gross weight, for the weight limits of roads.
    pub gross_weight_kg: i64,
    /// Mean speed over planning speed of a road.
    pub speed_factor: f64,
    /// Top speed; none where it drives as fast as the road allows.
    pub max_speed_kmh: Option<f64>,
}

impl TruckProfile {
    /// Mean speed on a road in km/h: `min(planning speed, top speed) · factor`. None where the truck may not take the road, or the
    /// speed would not be positive.
    pub fn speed_kmh(&self, line: &RoadLine) -> Option<f64> {
        let wide_enough = line.width_m >= self.lane_width_m;
        let limit = line.max_weight_t.map(|tonnes| Kilograms::round_half_up(tonnes * 1000.0));
        let light_enough = limit.is_none_or(|limit| self.gross_weight_kg <= limit.0);
        let speed = line.speed_kmh.min(self.max_speed_kmh.unwrap_or(f64::INFINITY)) * self.speed_factor;
        (wide_enough && light_enough && speed > 0.0 && speed.is_finite()).then_some(speed)
    }
}

/// The profiles of a fleet without repetition, and which of them each truck has.
///
/// Trucks share a profile when they may take the same `lines` at the same speeds: then all their ways are equal. Profiles
/// come in the order of their first truck. Cost: O(trucks · profiles · lines).
pub fn group_profiles(lines: &[RoadLine], trucks: &[TruckProfile]) -> (Vec<TruckProfile>, Vec<usize>) {
    let mut profiles: Vec<TruckProfile> = Vec::new();
    let mut profile_of = Vec::with_capacity(trucks.len());
    for truck in trucks {
        let alike = |profile: &TruckProfile| lines.iter().all(|line| profile.speed_kmh(line) == truck.speed_kmh(line));
        let profile = profiles.iter().position(alike).unwrap_or_else(|| {
            profiles.push(*truck);
            profiles.len() - 1
        });
        profile_of.push(profile);
    }
    (profiles, profile_of)
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;

    const TRUCK: TruckProfile = TruckProfile { lane_width_m: 3.0, gross_weight_kg: 11_000, speed_factor: 0.9, max_speed_kmh: None };

    #[test]
    fn a_lane_as_wide_as_the_truck_needs_is_wide_enough() {
        let lane = RoadLine { width_m: 3.0, speed_kmh: 20.0, ..line("L", &[(0.0, 0.0), (0.001, 0.0)]) };
        assert_eq!(TRUCK.speed_kmh(&lane), Some(18.0));
        assert_eq!(TRUCK.speed_kmh(&RoadLine { width_m: 2.9, ..lane }), None);
    }

    #[test]
    fn a_weight_limit_keeps_heavier_trucks_out() {
        let bridge = RoadLine { max_weight_t: Some(11.0), ..line("L", &[(0.0, 0.0), (0.001, 0.0)]) };
        assert!(TRUCK.speed_kmh(&bridge).is_some());
        assert!(TruckProfile { gross_weight_kg: 11_001, ..TRUCK }.speed_kmh(&bridge).is_none());
        // 8.2 t are 8199.999… kg in binary: still 8200.
        let odd = RoadLine { max_weight_t: Some(8.2), ..bridge };
        assert!(TruckProfile { gross_weight_kg: 8_200, ..TRUCK }.speed_kmh(&odd).is_some());
    }

    #[test]
    fn a_slow_truck_keeps_its_top_speed_and_no_road_is_taken_at_speed_zero() {
        let road = RoadLine { speed_kmh: 60.0, ..line("L", &[(0.0, 0.0), (0.001, 0.0)]) };
        assert_eq!(TruckProfile { max_speed_kmh: Some(40.0), ..TRUCK }.speed_kmh(&road), Some(36.0));
        assert_eq!(TRUCK.speed_kmh(&RoadLine { speed_kmh: 0.0, ..road.clone() }), None);
        assert_eq!(TRUCK.speed_kmh(&RoadLine { speed_kmh: f64::NAN, ..road }), None);
    }

    #[test]
    fn trucks_with_the_same_roads_and_speeds_share_a_profile() {
        let lines = [line("wide", &[(0.0, 0.0), (0.001, 0.0)]), RoadLine { width_m: 3.0, ..line("lane", &[(0.0, 0.0), (0.0, 0.001)]) }];
        let heavier = TruckProfile { gross_weight_kg: 11_500, ..TRUCK };
        let wider = TruckProfile { lane_width_m: 3.5, ..TRUCK };
        let as_wide = TruckProfile { lane_width_m: 3.4, ..TRUCK };
        let (profiles, profile_of) = group_profiles(&lines, &[TRUCK, heavier, wider, as_wide]);
        assert_eq!(profiles, [TRUCK, wider]);
        assert_eq!(profile_of, [0, 0, 1, 1]);
    }
}
