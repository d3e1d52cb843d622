//! The page of a map: where positions fall on it, and where words fit.

use geo::Coord;

use super::style::{DAY, Sizes};
pub(super) use crate::export::drawing::pixels;
use crate::geometry::Plane;

/// Pixels kept free around what is drawn.
const MARGIN: f64 = 28.0;

/// Maps longitude and latitude to pixels, north up.
pub(super) struct Page {
    plane: Plane,
    /// West and north end of what is drawn, in metres.
    corner: Coord<f64>,
    /// Pixels for a metre.
    pub scale: f64,
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// Sizes of what is drawn on it.
    pub sizes: Sizes,
}

impl Page {
    /// A page that holds all `positions` and is at most so large; never lower than `lowest`.
    pub fn new(positions: &[Coord<f64>], widest: f64, highest: f64, lowest: f64) -> Self {
        let positions: Vec<Coord<f64>> =
            positions.iter().copied().filter(|position| position.x.is_finite() && position.y.is_finite()).collect();
        let plane = Plane::around_all(positions.iter().copied());
        let flat: Vec<Coord<f64>> = positions.iter().map(|position| plane.project(*position)).collect();
        let extent = |axis: fn(&Coord<f64>) -> f64| {
            let (low, high) = flat.iter().map(axis).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)));
            if low > high { (-500.0, 500.0) } else { (low, high.max(low + 100.0)) }
        };
        let ((west, east), (south, north)) = (extent(|at| at.x), extent(|at| at.y));
        let scale = ((widest - 2.0 * MARGIN) / (east - west)).min((highest - 2.0 * MARGIN) / (north - south));
        let (width, height) = ((east - west) * scale + 2.0 * MARGIN, (north - south) * scale + 2.0 * MARGIN);
        let spare = (lowest - height).max(0.0);
        let corner = Coord { x: west - MARGIN / scale, y: north + (MARGIN + spare / 2.0) / scale };
        Self { plane, corner, scale, width: width.ceil(), height: (height + spare).ceil(), sizes: DAY }
    }

    /// A page of exactly that size with all `positions` in its middle.
    pub fn framed(positions: &[Coord<f64>], width: f64, height: f64, sizes: Sizes) -> Self {
        let page = Self::new(positions, width, height, 0.0);
        let (spare_x, spare_y) = ((width - page.width) / 2.0, (height - page.height) / 2.0);
        let corner = Coord { x: page.corner.x - spare_x / page.scale, y: page.corner.y + spare_y / page.scale };
        Self { corner, width, height, sizes, ..page }
    }

    /// Whether a course may be seen on the page.
    pub fn shows(&self, course: &[Coord<f64>]) -> bool {
        let edge = 4.0;
        let beyond = |outside: &dyn Fn(&Coord<f64>) -> bool| course.iter().all(outside);
        !(beyond(&|at| at.x < -edge)
            || beyond(&|at| at.x > self.width + edge)
            || beyond(&|at| at.y < -edge)
            || beyond(&|at| at.y > self.height + edge))
    }

    /// Pixels from the left and from the top.
    pub fn at(&self, position: Coord<f64>) -> Coord<f64> {
        let flat = self.plane.project(position);
        Coord { x: (flat.x - self.corner.x) * self.scale, y: (self.corner.y - flat.y) * self.scale }
    }

    /// Longitude and latitude of a place on the page.
    pub fn back(&self, at: Coord<f64>) -> Coord<f64> {
        self.plane.unproject(Coord { x: at.x / self.scale + self.corner.x, y: self.corner.y - at.y / self.scale })
    }

    /// A round length (1, 2 or 5 times a power of ten metres) that is at most `pixels` long.
    pub fn round_length_m(&self, pixels: f64) -> f64 {
        let longest = pixels / self.scale;
        let mut round = 1.0;
        while round * 10.0 <= longest {
            round *= 10.0;
        }
        [5.0, 2.0].into_iter().map(|factor| factor * round).find(|length| *length <= longest).unwrap_or(round)
    }
}

/// A box on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// A box around a middle.
    pub fn around(middle: Coord<f64>, width: f64, height: f64) -> Self {
        let (left, top) = (middle.x - width / 2.0, middle.y - height / 2.0);
        Self { left, top, right: left + width, bottom: top + height }
    }

    /// The area shared with another box.
    pub fn overlap(&self, other: &Self) -> f64 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        width.max(0.0) * height.max(0.0)
    }
}

/// Finds room for words: what is taken, and how much it hurts to cover it.
#[derive(Default)]
pub(super) struct Room {
    taken: Vec<(Area, f64)>,
}

impl Room {
    /// Marks a box as taken; covering a square pixel of it costs `weight`.
    pub fn take(&mut self, area: Area, weight: f64) {
        self.taken.push((area, weight));
    }

    /// What it costs to write in a box.
    pub fn cost(&self, area: &Area) -> f64 {
        self.taken.iter().map(|(taken, weight)| taken.overlap(area) * weight).sum()
    }

    /// The cheapest of several middles for words of that size, each with a price of its own; the place is taken.
    pub fn place(&mut self, middles: impl IntoIterator<Item = (Coord<f64>, f64)>, width: f64, height: f64) -> Option<Coord<f64>> {
        self.place_weighted(middles, width, height, 1.0)
    }

    /// As [`Room::place`]; covering a square pixel of what is written there will cost `weight`.
    pub fn place_weighted(
        &mut self,
        middles: impl IntoIterator<Item = (Coord<f64>, f64)>,
        width: f64,
        height: f64,
        weight: f64,
    ) -> Option<Coord<f64>> {
        let mut best: Option<(f64, Coord<f64>)> = None;
        for (middle, price) in middles {
            let cost = price + self.cost(&Area::around(middle, width, height));
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, middle));
            }
        }
        let (_, middle) = best?;
        self.take(Area::around(middle, width, height), weight);
        Some(middle)
    }
}

/// How wide words are about to be, in pixels: fonts differ, so this is generous.
pub(super) fn text_width(words: &str, size: f64) -> f64 {
    words.chars().count() as f64 * size * 0.58
}

/// The course moved `distance` pixels to its right (in a page whose y goes down).
pub(super) fn shifted(course: &[Coord<f64>], distance: f64) -> Vec<Coord<f64>> {
    if distance == 0.0 || course.len() < 2 {
        return course.to_vec();
    }
    let normals: Vec<Coord<f64>> = course.windows(2).map(|ends| normal(ends[0], ends[1])).collect();
    let mut moved = Vec::with_capacity(course.len());
    for (i, position) in course.iter().enumerate() {
        let before = normals[i.saturating_sub(1)];
        let after = normals[i.min(normals.len() - 1)];
        let sum = before + after;
        let square = sum.x * sum.x + sum.y * sum.y;
        // The mitre of a bend: `sum · 2 / |sum|²` has length 1 across both pieces. Sharp bends are cut off.
        let across = if square < 0.8 { after } else { sum * (2.0 / square) };
        moved.push(*position + across * distance);
    }
    moved
}

fn normal(from: Coord<f64>, to: Coord<f64>) -> Coord<f64> {
    let along = to - from;
    let length = (along.x * along.x + along.y * along.y).sqrt();
    if length > 0.0 { Coord { x: -along.y / length, y: along.x / length } } else { Coord { x: 0.0, y: 0.0 } }
}

/// The polyline as the path of an SVG element.
pub(super) fn course_path(course: &[Coord<f64>]) -> String {
    let mut path = String::new();
    for (i, position) in course.iter().enumerate() {
        path.push_str(if i == 0 { "M" } else { "L" });
        path.push_str(&format!("{} {}", pixels(position.x), pixels(position.y)));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64) -> Coord<f64> {
        Coord { x, y }
    }

    #[test]
    fn north_is_up_and_everything_is_on_the_page() {
        let page = Page::new(&[at(105.6, 21.6), at(105.8, 21.9), at(f64::NAN, 0.0)], 800.0, 900.0, 0.0);
        let (south_west, north_east) = (page.at(at(105.6, 21.6)), page.at(at(105.8, 21.9)));
        assert!(south_west.y > north_east.y && south_west.x < north_east.x);
        assert!((north_east.y - MARGIN).abs() < 1.0 && (page.height - south_west.y - MARGIN).abs() < 2.0);
        assert!(page.width <= 800.0 && page.height <= 900.0);
    }

    #[test]
    fn a_page_without_positions_still_has_a_size() {
        let page = Page::new(&[], 800.0, 900.0, 300.0);
        assert!(page.width.is_finite() && page.height >= 300.0 && page.scale > 0.0);
    }

    #[test]
    fn the_scale_bar_has_a_round_length() {
        // 800 px less two margins of 28 for 10,000 m: 0.0744 px a metre; 150 px are 2,016 m.
        let plane = Plane::around(at(0.0, 0.0));
        let page = Page::new(&[at(0.0, 0.0), plane.unproject(at(10_000.0, 100.0))], 800.0, 800.0, 0.0);
        assert_eq!(page.round_length_m(150.0), 2_000.0);
        assert_eq!(page.round_length_m(148.0), 1_000.0);
    }

    #[test]
    fn words_move_to_where_there_is_room() {
        let mut room = Room::default();
        room.take(Area::around(at(0.0, 0.0), 10.0, 10.0), 1.0);
        assert_eq!(room.place([(at(0.0, 0.0), 0.0), (at(20.0, 0.0), 1.0)], 10.0, 10.0), Some(at(20.0, 0.0)));
        // Both are taken now; the first costs 100, the second 100 + 1.
        assert_eq!(room.place([(at(0.0, 0.0), 0.0), (at(20.0, 0.0), 1.0)], 10.0, 10.0), Some(at(0.0, 0.0)));
    }

    #[test]
    fn a_shifted_line_stays_at_its_distance_around_a_bend() {
        // East, then south (y grows downward): its right side is south, then west.
        let moved = shifted(&[at(0.0, 0.0), at(10.0, 0.0), at(10.0, 10.0)], 1.0);
        assert_eq!(moved, [at(0.0, 1.0), at(9.0, 1.0), at(9.0, 10.0)]);
    }
}
