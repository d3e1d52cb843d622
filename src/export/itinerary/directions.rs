//! From a path on the roads to steps that a driver can read.
//!
//! A step ends where the road changes its name or the driver turns. Roads without a name are followed through every junction where they go on
//! straight, and stretches too short to be seen from a truck belong to the step after them.

use std::collections::BTreeMap;

use geo::Coord;

use super::{Maneuver, RoadLabel, Step};
use crate::roads::{PathPiece, Provenance, RoadClass, RoadNetwork, RoadPath};
use crate::units::Metres;

/// A direction is measured over so much of the road: less would show the drawing, more the next bend.
const LOOK_M: f64 = 25.0;
/// A stretch between two turns that is shorter is no step of its own.
const SHORTEST_MM: u64 = 30_000;
/// A road without a name that bends by less at a junction just goes on.
const GOES_ON_DEGREES: f64 = 35.0;
/// A road with a name that bends by less at a junction just goes on.
const NAMED_GOES_ON_DEGREES: f64 = 60.0;
/// A road is narrow for a truck where it is wider than the narrowest lane that the truck passes by less than this.
const NARROW_MARGIN_M: f64 = 0.5;

/// Where roads meet: made once for many paths.
pub(super) struct Junctions<'n> {
    network: &'n RoadNetwork,
    /// How many line ends lie at a position.
    ends: BTreeMap<(i64, i64), usize>,
}

/// A way of looking: metres east and north on the flat map.
pub(super) type Heading = Coord<f64>;

/// The road between two turns, as it is put together.
struct Run {
    label: RoadLabel,
    /// Millimetres of each class, for roads without a name.
    classes: BTreeMap<RoadClass, u64>,
    /// On the flat map.
    course: Vec<Coord<f64>>,
    from: Coord<f64>,
    start_mm: u64,
    end_mm: u64,
    unmeasured_mm: u64,
    narrow_m: Option<f64>,
    flood_prone: bool,
}

impl<'n> Junctions<'n> {
    pub fn new(network: &'n RoadNetwork) -> Self {
        let mut ends = BTreeMap::new();
        for line in network.lines() {
            for end in [line.course.0.first(), line.course.0.last()].into_iter().flatten() {
                *ends.entry(microdegrees(*end)).or_insert(0) += 1;
            }
        }
        Self { network, ends }
    }

    /// How to drive a path for a truck that passes lanes of `lane_width_m` and arrives with a heading (none at the depot).
    pub fn steps(&self, path: &RoadPath, lane_width_m: f64, arriving: Option<Heading>) -> Vec<Step> {
        let mut runs = self.runs(path, lane_width_m);
        drop_short(&mut runs);
        let mut steps: Vec<Step> = Vec::with_capacity(runs.len());
        for (i, run) in runs.iter().enumerate() {
            let before = if i == 0 { arriving } else { heading(runs[i - 1].course.iter().rev()).map(|back| back * -1.0) };
            let maneuver = match (before, heading(run.course.iter())) {
                (Some(before), Some(after)) if i == 0 => Maneuver::of_angle(angle(before, after)),
                // A fastest way turns round nowhere between its ends: what looks like it is a sharp turn.
                (Some(before), Some(after)) => Maneuver::of_angle(angle(before, after).clamp(-150.0, 150.0)),
                _ => Maneuver::Depart,
            };
            steps.push(run.step(maneuver, i > 0 && runs[i - 1].road() == run.road()));
        }
        steps
    }

    /// The way the truck looks at the end of a path.
    pub fn last_heading(&self, path: &RoadPath) -> Option<Heading> {
        let piece = path.pieces.last()?;
        let course = self.flat_course(piece);
        heading(course.iter().rev()).map(|back| back * -1.0)
    }

    fn runs(&self, path: &RoadPath, lane_width_m: f64) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut driven = 0;
        for piece in &path.pieces {
            let next = self.run(piece, driven, lane_width_m);
            driven = next.end_mm;
            let from = microdegrees(next.from);
            match runs.last_mut() {
                Some(run) if goes_on(run, &next, self.ends.get(&from).is_some_and(|ends| *ends > 2)) => run.append(next),
                _ => runs.push(next),
            }
        }
        runs
    }

    fn run(&self, piece: &PathPiece, start_mm: u64, lane_width_m: f64) -> Run {
        let line = &self.network.lines()[piece.line];
        let mm = piece.cost.millimetres;
        let course = self.network.piece_course(piece);
        Run {
            label: RoadLabel::of(line),
            classes: BTreeMap::from([(line.class, mm)]),
            from: course.0.first().copied().unwrap_or_default(),
            course: self.network.plane().project_line(&course).0,
            start_mm,
            end_mm: start_mm + mm,
            unmeasured_mm: if line.provenance == Provenance::Measured { 0 } else { mm },
            narrow_m: (line.width_m < lane_width_m + NARROW_MARGIN_M).then_some(line.width_m),
            flood_prone: line.flood_prone,
        }
    }

    fn flat_course(&self, piece: &PathPiece) -> Vec<Coord<f64>> {
        self.network.plane().project_line(&self.network.piece_course(piece)).0
    }
}

impl Run {
    fn append(&mut self, next: Self) {
        next.classes.into_iter().for_each(|(class, mm)| *self.classes.entry(class).or_insert(0) += mm);
        self.course.extend(next.course.into_iter().skip(1));
        self.end_mm = next.end_mm;
        self.unmeasured_mm += next.unmeasured_mm;
        self.narrow_m = [self.narrow_m, next.narrow_m].into_iter().flatten().min_by(f64::total_cmp);
        self.flood_prone |= next.flood_prone;
    }

    /// Its road: of a road without a name the class that most of it has, the higher where two have as much.
    fn road(&self) -> RoadLabel {
        let most = self.classes.iter().rev().max_by_key(|(_, mm)| **mm).map_or(self.label.class, |(class, _)| *class);
        RoadLabel { class: if self.label.is_named() { self.label.class } else { most }, name: self.label.name.clone() }
    }

    fn step(&self, maneuver: Maneuver, same_road: bool) -> Step {
        // Both ends are rounded, not the length: so the lengths of the steps add up to the rounded length of the way.
        let rounded = |mm: u64| i64::try_from((mm + 500) / 1000).unwrap_or(i64::MAX);
        Step {
            maneuver,
            road: self.road(),
            same_road,
            metres: Metres(rounded(self.end_mm) - rounded(self.start_mm)),
            unmeasured: 2 * self.unmeasured_mm > self.end_mm - self.start_mm,
            narrow_m: self.narrow_m,
            flood_prone: self.flood_prone,
            from: self.from,
        }
    }
}

/// Whether a driver who just follows the road comes from `run` to `next`.
fn goes_on(run: &Run, next: &Run, at_junction: bool) -> bool {
    let both_unnamed = !run.label.is_named() && !next.label.is_named();
    if !both_unnamed && run.label.name != next.label.name {
        return false;
    }
    let limit = match (at_junction, both_unnamed) {
        (false, _) => return true,
        (true, true) => GOES_ON_DEGREES,
        (true, false) => NAMED_GOES_ON_DEGREES,
    };
    let back = heading(run.course.iter().rev());
    back.zip(heading(next.course.iter())).is_none_or(|(back, ahead)| angle(back * -1.0, ahead).abs() < limit)
}

/// Gives runs that are too short to be a step to the one after them; the turn there is then seen from the run before.
fn drop_short(runs: &mut Vec<Run>) {
    let mut i = 1;
    while i + 1 < runs.len() {
        if runs[i].end_mm - runs[i].start_mm >= SHORTEST_MM {
            i += 1;
            continue;
        }
        let short = runs.remove(i);
        let next = &mut runs[i];
        next.start_mm = short.start_mm;
        next.from = short.from;
        next.unmeasured_mm += short.unmeasured_mm;
        next.narrow_m = [next.narrow_m, short.narrow_m].into_iter().flatten().min_by(f64::total_cmp);
        next.flood_prone |= short.flood_prone;
        if runs[i - 1].label.is_named() && runs[i - 1].label.name == runs[i].label.name {
            let next = runs.remove(i);
            runs[i - 1].append(next);
        }
    }
}

/// From the first position to the one [`LOOK_M`] further on (or the last); nothing where the course has no length.
fn heading<'c>(mut course: impl Iterator<Item = &'c Coord<f64>>) -> Option<Heading> {
    let start = *course.next()?;
    let (mut here, mut gone) = (start, 0.0);
    for &next in course {
        let step = next - here;
        let length = step.x.hypot(step.y);
        if length > 0.0 && gone + length >= LOOK_M {
            return Some(here + step * ((LOOK_M - gone) / length) - start);
        }
        (here, gone) = (next, gone + length);
    }
    (here != start).then_some(here - start)
}

/// The angle from one heading to another, in degrees from −180 to 180; to the left is positive.
fn angle(before: Heading, after: Heading) -> f64 {
    let (cross, dot) = (before.x * after.y - before.y * after.x, before.x * after.x + before.y * after.y);
    libm::atan2(cross, dot).to_degrees()
}

fn microdegrees(position: Coord<f64>) -> (i64, i64) {
    ((position.x * 1e6).round() as i64, (position.y * 1e6).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roads::{RoadLine, TruckProfile, straight_road};

    const TRUCK: TruckProfile = TruckProfile { lane_width_m: 3.0, gross_weight_kg: 11_000, speed_factor: 1.0, max_speed_kmh: None };

    fn named(name: &str, course: &[(f64, f64)]) -> RoadLine {
        RoadLine { name: name.to_owned(), ..straight_road(name, course) }
    }

    /// The steps from the first place to the second, as `maneuver name metres`.
    fn steps(lines: Vec<RoadLine>, from: (f64, f64), to: (f64, f64), arriving: Option<Heading>) -> Vec<String> {
        let network = RoadNetwork::new(lines, &[from.into(), to.into()], &[TRUCK]);
        let path = network.path(&TRUCK, 0, 1).expect("a way");
        let steps = Junctions::new(&network).steps(&path, TRUCK.lane_width_m, arriving);
        let metres: Metres = steps.iter().map(|step| step.metres).sum();
        assert_eq!(metres, path.cost.metres(), "no metre is lost");
        steps.iter().map(|step| format!("{} {} {}", step.maneuver.name(), step.road.name, step.metres.0)).collect()
    }

    /// 300 m east on QL3, then 200 m north on a side road; a third road makes it a junction.
    fn corner() -> Vec<RoadLine> {
        vec![
            named("QL3", &[(0.0, 0.0), (0.003, 0.0)]),
            named("QL3", &[(0.003, 0.0), (0.005, 0.0)]),
            named("Xóm", &[(0.003, 0.0), (0.003, 0.002)]),
        ]
    }

    #[test]
    fn a_turn_to_the_left_and_the_way_back_to_the_right() {
        assert_eq!(steps(corner(), (0.0, 0.0), (0.003, 0.002), None), ["depart QL3 300", "left Xóm 200"]);
        // Back the driver comes from the north (heading south): straight, then right onto QL3 westward.
        let back = steps(corner(), (0.003, 0.002), (0.0, 0.0), Some(Coord { x: 0.0, y: -1.0 }));
        assert_eq!(back, ["straight Xóm 200", "right QL3 300"]);
    }

    #[test]
    fn a_truck_that_must_turn_round_is_told_so() {
        let back = steps(corner(), (0.003, 0.002), (0.005, 0.0), Some(Coord { x: 0.0, y: 1.0 }));
        assert_eq!(back, ["u-turn Xóm 200", "left QL3 200"]);
    }

    #[test]
    fn a_named_road_is_one_step_past_junctions_and_bends() {
        let mut lines = corner();
        lines.push(named("QL3", &[(0.005, 0.0), (0.006, 0.001), (0.006, 0.003)]));
        assert_eq!(steps(lines, (0.0, 0.0), (0.006, 0.003), None), ["depart QL3 841"]);
    }

    #[test]
    fn roads_without_names_are_followed_where_they_go_straight_on() {
        let lane = |course: &[(f64, f64)]| straight_road("", course);
        let lines = vec![
            lane(&[(0.0, 0.0), (0.002, 0.0)]),
            lane(&[(0.002, 0.0), (0.004, 0.0001)]),
            lane(&[(0.002, 0.0), (0.002, -0.002)]),
            lane(&[(0.002, 0.0), (0.002, 0.002)]),
        ];
        assert_eq!(steps(lines.clone(), (0.0, 0.0), (0.004, 0.0001), None).len(), 1);
        assert_eq!(steps(lines, (0.0, 0.0), (0.002, -0.002), None), ["depart  200", "right  200"]);
    }

    #[test]
    fn a_stretch_of_a_few_metres_is_no_step() {
        // North on A, 10 m east on B, north again on C: to the driver it is straight on from A to C.
        let lines = vec![
            named("A", &[(0.0, 0.0), (0.0, 0.002)]),
            named("B", &[(0.0, 0.002), (0.0001, 0.002)]),
            named("C", &[(0.0001, 0.002), (0.0001, 0.004)]),
            named("D", &[(0.0001, 0.002), (0.002, 0.002)]),
            named("E", &[(0.0, 0.002), (-0.002, 0.002)]),
        ];
        assert_eq!(steps(lines, (0.0, 0.0), (0.0001, 0.004), None), ["depart A 200", "straight C 210"]);
    }

    #[test]
    fn narrow_and_invented_roads_are_marked() {
        let mut lines = corner();
        lines[2].width_m = 3.2;
        (lines[0].provenance, lines[1].provenance) = (Provenance::Measured, Provenance::Measured);
        let network = RoadNetwork::new(lines, &[(0.0, 0.0).into(), (0.003, 0.002).into()], &[TRUCK]);
        let path = network.path(&TRUCK, 0, 1).expect("a way");
        let marks = |lane_width: f64| -> Vec<(bool, Option<f64>)> {
            let steps = Junctions::new(&network).steps(&path, lane_width, None);
            steps.iter().map(|step| (step.unmeasured, step.narrow_m)).collect()
        };
        assert_eq!(marks(3.0), [(false, None), (true, Some(3.2))]);
        assert_eq!(marks(2.0), [(false, None), (true, None)]);
    }
}
