//! One chart: percentiles over the days of a week.

use svg::node::element::{Group, Line, Path, Rectangle, Text as Words};

use crate::export::drawing::{self, pixels};
use crate::text::{Text, decimal, weekday_short};

/// Size of the area in which a chart is drawn, in pixels.
pub(super) const WIDTH: f64 = 820.0;
pub(super) const HEIGHT: f64 = 190.0;
/// Room for the numbers at its left, and above and below it.
pub(super) const LEFT: f64 = 64.0;
pub(super) const TOP: f64 = 34.0;
pub(super) const BOTTOM: f64 = 30.0;
const INK: &str = "#2f2d29";
const GREY: &str = "#77726a";
const PALE: &str = "#e4e0d8";
/// From the outer to the inner band: blues that keep their order in black and white.
const OUTER: &str = "#bcd7ea";
const INNER: &str = "#6fa8d0";
const MEDIAN: &str = "#0b4f83";
const LIMIT: &str = "#b03a00";

/// What a chart shows.
pub(super) struct Panel<'a> {
    pub title: String,
    /// Hours from the start of the week, and the five percentiles at each.
    pub hours: &'a [f64],
    pub bands: &'a [[f64; 5]],
    /// Whether there is one value for each day; otherwise a course over time.
    pub daily: bool,
    /// A limit with its name.
    pub limit: Option<(f64, String)>,
    pub n_days: usize,
}

impl Panel<'_> {
    /// The chart with its upper left corner at (0, 0).
    pub fn draw(&self, text: &Text) -> Group {
        let highest = self.bands.iter().map(|bands| bands[4]).fold(0.0, f64::max);
        let top = self.limit.as_ref().map_or(highest, |(limit, _)| highest.max(*limit));
        let step = round_step(top);
        let top = (top / step).ceil().max(1.0) * step;
        let y = |value: f64| TOP + HEIGHT * (1.0 - value / top);
        let mut group = Group::new().add(words(&self.title, LEFT, 20.0, 14.0, "start", INK).set("font-weight", 600));
        group = group.add(self.frame(step, top, text));
        group = if self.daily { group.add(self.bars(&y)) } else { group.add(self.fan(&y)) };
        if let Some((limit, name)) = &self.limit {
            let line = Line::new().set("x1", LEFT).set("x2", LEFT + WIDTH).set("y1", pixels(y(*limit))).set("y2", pixels(y(*limit)));
            group = group.add(line.set("stroke", LIMIT).set("stroke-width", 1.4).set("stroke-dasharray", "7 4"));
            group = group.add(words(name, LEFT + WIDTH - 4.0, y(*limit) - 5.0, 12.0, "end", LIMIT));
        }
        group
    }

    fn x(&self, hours: f64) -> f64 {
        LEFT + WIDTH * hours / (self.n_days as f64 * 24.0)
    }

    /// Lines for round values and for midnights, with their names.
    fn frame(&self, step: f64, top: f64, text: &Text) -> Group {
        let mut group = Group::new();
        let decimals = if step < 1.0 { 1 } else { 0 };
        for number in 0..=(top / step).round() as usize {
            let value = number as f64 * step;
            let y = TOP + HEIGHT * (1.0 - value / top);
            group = group
                .add(Line::new().set("x1", LEFT).set("x2", LEFT + WIDTH).set("y1", pixels(y)).set("y2", pixels(y)).set("stroke", PALE));
            group = group.add(words(&decimal(value, decimals, text.language()), LEFT - 8.0, y + 4.0, 12.0, "end", GREY));
        }
        for day in 0..=self.n_days {
            let x = pixels(self.x(day as f64 * 24.0));
            group = group.add(Line::new().set("x1", x).set("x2", x).set("y1", TOP).set("y2", TOP + HEIGHT).set("stroke", PALE));
        }
        for day in 0..self.n_days {
            let middle = self.x(day as f64 * 24.0 + 12.0);
            group = group.add(words(&weekday_short(day, text.language()), middle, TOP + HEIGHT + 18.0, 12.0, "middle", GREY));
        }
        group
    }

    /// Two bands and the median as a course over time.
    fn fan(&self, y: &impl Fn(f64) -> f64) -> Group {
        let at = |index: usize, band: usize| format!("{} {}", pixels(self.x(self.hours[index])), pixels(y(self.bands[index][band])));
        let n = self.hours.len();
        let area = |low: usize, high: usize, colour: &str| {
            let there = (0..n).map(|index| at(index, low));
            let back = (0..n).rev().map(|index| at(index, high));
            let path = there.chain(back).collect::<Vec<_>>().join("L");
            Path::new().set("d", format!("M{path}Z")).set("fill", colour)
        };
        let median = (0..n).map(|index| at(index, 2)).collect::<Vec<_>>().join("L");
        let median = Path::new().set("d", format!("M{median}")).set("fill", "none").set("stroke", MEDIAN).set("stroke-width", 2);
        Group::new().add(area(0, 4, OUTER)).add(area(1, 3, INNER)).add(median)
    }

    /// The same for values of whole days: bars.
    fn bars(&self, y: &impl Fn(f64) -> f64) -> Group {
        let mut group = Group::new();
        for (day, bands) in self.bands.iter().enumerate() {
            let middle = self.x(day as f64 * 24.0 + 12.0);
            let bar = |low: usize, high: usize, width: f64, colour: &str| {
                let (above, below) = (y(bands[high]), y(bands[low]));
                let bar = Rectangle::new().set("x", pixels(middle - width / 2.0)).set("y", pixels(above)).set("width", width);
                bar.set("height", pixels((below - above).max(0.0))).set("fill", colour)
            };
            let (left, right) = (pixels(middle - 20.0), pixels(middle + 20.0));
            let median = Line::new().set("x1", left).set("x2", right).set("y1", pixels(y(bands[2]))).set("y2", pixels(y(bands[2])));
            group =
                group.add(bar(0, 4, 28.0, OUTER)).add(bar(1, 3, 40.0, INNER)).add(median.set("stroke", MEDIAN).set("stroke-width", 2.4));
        }
        group
    }
}

/// The key to the colours, in one line.
pub(super) fn legend(text: &Text) -> Group {
    let mut group = Group::new();
    let entries = [("simulate-chart-outer", OUTER), ("simulate-chart-inner", INNER), ("simulate-chart-median", MEDIAN)];
    for (index, (key, colour)) in entries.into_iter().enumerate() {
        let x = LEFT + index as f64 * 250.0;
        let height = if colour == MEDIAN { 3.0 } else { 12.0 };
        let sign = Rectangle::new().set("x", x).set("y", 6.0 - height / 2.0).set("width", 24.0).set("height", height).set("fill", colour);
        group = group.add(sign).add(words(&text.plain(key), x + 32.0, 10.5, 12.0, "start", INK));
    }
    group
}

/// Words at a place.
pub(super) fn words(what: &str, x: f64, y: f64, size: f64, anchor: &str, colour: &str) -> Words {
    drawing::words(what, x, y, size).set("text-anchor", anchor).set("fill", colour)
}

/// A round step (1, 2 or 5 times a power of ten, a tenth at least) that divides the height into at most six.
fn round_step(top: f64) -> f64 {
    let mut power = 0.1;
    loop {
        for step in [1.0, 2.0, 5.0] {
            if top <= step * power * 6.0 || !top.is_finite() {
                return step * power;
            }
        }
        power *= 10.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        assert_eq!((round_step(40.0), round_step(5.0), round_step(0.0), round_step(70.0)), (10.0, 1.0, 0.1, 20.0));
    }
}
