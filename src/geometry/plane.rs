//! A flat map of a district, in metres.

use geo::{Coord, LineString, MapCoords};

/// A flat map around one place: degrees become metres east and north of it.
///
/// Both axes are scaled for the latitude of the middle (series of the WGS 84 ellipsoid), so lengths within 50 km of it are
/// wrong by less than 1 %, mostly far less. The cosine is `libm`'s: the same map on every machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    middle: Coord<f64>,
    metres_per_degree: Coord<f64>,
}

impl Plane {
    /// The flat map around `middle` (longitude, latitude in degrees).
    pub fn around(middle: Coord<f64>) -> Self {
        let latitude = middle.y.to_radians();
        let east = 111_412.84 * libm::cos(latitude) - 93.5 * libm::cos(3.0 * latitude) + 0.118 * libm::cos(5.0 * latitude);
        let north = 111_132.954 - 559.822 * libm::cos(2.0 * latitude) + 1.175 * libm::cos(4.0 * latitude);
        Self { middle, metres_per_degree: Coord { x: east, y: north } }
    }

    /// The flat map around the middle of the box that holds `positions`; positions that are not finite don't count.
    pub fn around_all(positions: impl IntoIterator<Item = Coord<f64>>) -> Self {
        let (mut low, mut high) = (Coord { x: f64::INFINITY, y: f64::INFINITY }, Coord { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY });
        for position in positions.into_iter().filter(|position| position.x.is_finite() && position.y.is_finite()) {
            low = Coord { x: low.x.min(position.x), y: low.y.min(position.y) };
            high = Coord { x: high.x.max(position.x), y: high.y.max(position.y) };
        }
        if low.x > high.x {
            return Self::around(Coord { x: 0.0, y: 0.0 });
        }
        Self::around((low + high) / 2.0)
    }

    /// Metres east and north of the middle.
    pub fn project(&self, position: Coord<f64>) -> Coord<f64> {
        let offset = position - self.middle;
        Coord { x: offset.x * self.metres_per_degree.x, y: offset.y * self.metres_per_degree.y }
    }

    /// The polyline in metres east and north of the middle.
    pub fn project_line(&self, line: &LineString<f64>) -> LineString<f64> {
        line.map_coords(|position| self.project(position))
    }

    /// Back to longitude and latitude.
    pub fn unproject(&self, flat: Coord<f64>) -> Coord<f64> {
        self.middle + Coord { x: flat.x / self.metres_per_degree.x, y: flat.y / self.metres_per_degree.y }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_at_the_equator_and_at_phu_luong() {
        // WGS 84: a degree of longitude is 111.32 km at the equator, 103.4 km at 21.75° N (111.32 · cos 21.75° = 103.39, a little
        // more on the ellipsoid); a degree of latitude is 110.57 km at the equator.
        let equator = Plane::around(Coord { x: 0.0, y: 0.0 }).project(Coord { x: 1.0, y: 1.0 });
        assert!((equator.x - 111_319.5).abs() < 1.0, "{}", equator.x);
        assert!((equator.y - 110_574.3).abs() < 1.0, "{}", equator.y);
        let district = Plane::around(Coord { x: 105.7, y: 21.75 }).project(Coord { x: 106.7, y: 21.75 });
        assert!((district.x - 103_440.0).abs() < 30.0, "{}", district.x);
    }

    #[test]
    fn a_position_comes_back() {
        let plane = Plane::around_all([Coord { x: 105.6, y: 21.6 }, Coord { x: f64::NAN, y: 0.0 }, Coord { x: 105.8, y: 21.9 }]);
        let there = plane.unproject(plane.project(Coord { x: 105.711915, y: 21.722859 }));
        assert!((there.x - 105.711915).abs() < 1e-12 && (there.y - 21.722859).abs() < 1e-12);
    }
}
