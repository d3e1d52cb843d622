//! What a driver does at a junction, and the road that he then follows.

use geo::Coord;

use crate::roads::{RoadClass, RoadLine};
use crate::units::Metres;

/// How a step begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maneuver {
    /// Sets out, from standing, whichever way the truck looks.
    Depart,
    /// Goes straight on.
    Straight,
    /// Bears left.
    SlightLeft,
    /// Bears right.
    SlightRight,
    /// Turns left.
    Left,
    /// Turns right.
    Right,
    /// Turns round.
    UTurn,
}

/// What a road is called: by its number, else its name, else its class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadLabel {
    /// Class.
    pub class: RoadClass,
    /// Number or name, without remarks in brackets or after a colon; empty where the road has neither.
    pub name: String,
}

/// One thing that a driver must know: a turn, and the road up to the next one.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// How it begins.
    pub maneuver: Maneuver,
    /// The road.
    pub road: RoadLabel,
    /// Whether the road is the one that the step before followed.
    pub same_road: bool,
    /// How far.
    pub metres: Metres,
    /// Whether most of it is drawn or invented, not measured.
    pub unmeasured: bool,
    /// Width of its narrowest place, where that is narrow for the truck, in metres.
    pub narrow_m: Option<f64>,
    /// Whether it has a ford or is under water after heavy rain.
    pub flood_prone: bool,
    /// Where it begins, longitude first.
    pub from: Coord<f64>,
}

impl Maneuver {
    /// What a change of direction by an angle is called; to the left is positive.
    pub fn of_angle(degrees: f64) -> Self {
        let (left, right) = (degrees > 0.0, degrees <= 0.0);
        match degrees.abs() {
            small if small <= 25.0 => Self::Straight,
            slight if slight <= 55.0 && left => Self::SlightLeft,
            slight if slight <= 55.0 && right => Self::SlightRight,
            turn if turn <= 150.0 && left => Self::Left,
            turn if turn <= 150.0 && right => Self::Right,
            _ => Self::UTurn,
        }
    }

    /// Its name in machine formats and at the end of keys of the catalogue.
    pub fn name(self) -> &'static str {
        match self {
            Self::Depart => "depart",
            Self::Straight => "straight",
            Self::SlightLeft => "slight-left",
            Self::SlightRight => "slight-right",
            Self::Left => "left",
            Self::Right => "right",
            Self::UTurn => "u-turn",
        }
    }
}

impl RoadLabel {
    /// The label of a road of the map.
    pub fn of(line: &RoadLine) -> Self {
        let name = if line.reference.trim().is_empty() { &line.name } else { &line.reference };
        let name = name.split(['(', ':']).next().unwrap_or_default().trim().to_owned();
        Self { class: line.class, name }
    }

    /// Whether it has a number or a name.
    pub fn is_named(&self) -> bool {
        !self.name.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roads::straight_road;

    #[test]
    fn an_angle_has_a_name() {
        let expected = [
            (0.0, Maneuver::Straight),
            (-20.0, Maneuver::Straight),
            (40.0, Maneuver::SlightLeft),
            (-40.0, Maneuver::SlightRight),
            (90.0, Maneuver::Left),
            (-120.0, Maneuver::Right),
            (175.0, Maneuver::UTurn),
            (-180.0, Maneuver::UTurn),
            (f64::NAN, Maneuver::UTurn),
        ];
        expected.into_iter().for_each(|(degrees, maneuver)| assert_eq!(Maneuver::of_angle(degrees), maneuver, "{degrees}"));
    }

    #[test]
    fn a_number_comes_before_a_name_and_remarks_are_left_out() {
        let mut line = straight_road("a", &[(0.0, 0.0), (0.001, 0.0)]);
        assert!(!RoadLabel::of(&line).is_named());
        line.name = "Đu – Khe Mát (Đu – Yên Lạc)".into();
        assert_eq!(RoadLabel::of(&line).name, "Đu – Khe Mát");
        line.reference = "ĐT.263".into();
        assert_eq!(RoadLabel::of(&line).name, "ĐT.263");
    }
}
