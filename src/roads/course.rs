//! Parts of a polyline, by fractions of its length.

use geo::{Coord, Distance, Euclidean, LineString};

use crate::geometry::Plane;

/// The part of `course` between two fractions of its length, in driving order: backwards where `from` is greater than `to`.
///
/// Lengths are measured on the flat map; coordinates of the course are kept as they are. Empty where the course is.
pub(super) fn part(course: &LineString<f64>, plane: &Plane, from: f64, to: f64) -> Vec<Coord<f64>> {
    let fractions = fractions(course, plane);
    let (low, high) = (from.min(to), from.max(to));
    let inner = course.coords().zip(&fractions).filter(|(_, fraction)| low < **fraction && **fraction < high);
    let mut positions: Vec<Coord<f64>> = position_at(course, &fractions, low).into_iter().collect();
    positions.extend(inner.map(|(position, _)| *position));
    positions.extend(position_at(course, &fractions, high));
    if from > to {
        positions.reverse();
    }
    positions
}

/// The position at a fraction of the length of `course`.
pub(super) fn position(course: &LineString<f64>, plane: &Plane, fraction: f64) -> Option<Coord<f64>> {
    position_at(course, &fractions(course, plane), fraction)
}

/// How far along the course each of its coordinates lies, from 0 to 1.
fn fractions(course: &LineString<f64>, plane: &Plane) -> Vec<f64> {
    let flat = plane.project_line(course);
    let mut along = Vec::with_capacity(flat.0.len());
    let mut length = 0.0;
    for (i, position) in flat.0.iter().enumerate() {
        length += if i == 0 { 0.0 } else { Euclidean.distance(flat.0[i - 1], *position) };
        along.push(length);
    }
    if length > 0.0 {
        along.iter_mut().for_each(|metres| *metres /= length);
    }
    along
}

fn position_at(course: &LineString<f64>, fractions: &[f64], fraction: f64) -> Option<Coord<f64>> {
    let after = fractions.iter().position(|along| *along >= fraction);
    match after {
        None => course.0.last().copied(),
        Some(0) => course.0.first().copied(),
        Some(after) => {
            let (start, end) = (fractions[after - 1], fractions[after]);
            let share = (fraction - start) / (end - start);
            let (a, b) = (course.0[after - 1], course.0[after]);
            Some(if share >= 1.0 { b } else { a + (b - a) * share })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn positions(from: f64, to: f64) -> Vec<(f64, f64)> {
        // Two equal pieces east: corners at 0, 1/2 and 1 of the length.
        let course: LineString<f64> = vec![(0.0, 0.0), (0.001, 0.0), (0.002, 0.0)].into();
        let plane = Plane::around(Coord { x: 0.0, y: 0.0 });
        part(&course, &plane, from, to).iter().map(|position| ((position.x * 1e6).round(), (position.y * 1e6).round())).collect()
    }

    #[test]
    fn a_part_keeps_the_corners_between_its_ends() {
        assert_eq!(positions(0.0, 1.0), [(0.0, 0.0), (1000.0, 0.0), (2000.0, 0.0)]);
        assert_eq!(positions(0.25, 0.75), [(500.0, 0.0), (1000.0, 0.0), (1500.0, 0.0)]);
        assert_eq!(positions(0.5, 1.0), [(1000.0, 0.0), (2000.0, 0.0)]);
    }

    #[test]
    fn a_part_driven_backwards_comes_in_driving_order() {
        assert_eq!(positions(0.75, 0.25), [(1500.0, 0.0), (1000.0, 0.0), (500.0, 0.0)]);
    }

    #[test]
    fn a_course_without_length_has_no_parts_but_its_ends() {
        let course: LineString<f64> = vec![(0.1, 0.1), (0.1, 0.1)].into();
        let plane = Plane::around(Coord { x: 0.1, y: 0.1 });
        assert_eq!(position(&course, &plane, 0.5), Some(Coord { x: 0.1, y: 0.1 }));
        assert!(part(&LineString::new(Vec::new()), &plane, 0.0, 1.0).is_empty());
    }
}
