//! Steps in words: `QL3 1,2 km, rẽ phải vào đường liên xã 300 m`.

use super::{Leg, RoadLabel, Step};
use crate::text::{Argument, Text};
use crate::units::Metres;

/// Stands behind the name of a road whose course is drawn or invented, not measured. Sheets explain it in a note.
pub const UNMEASURED_MARK: &str = "°";

/// How a leg is driven, in one sentence without a full stop.
pub fn directions(leg: &Leg, text: &Text) -> String {
    if leg.steps.is_empty() {
        return text.plain("way-here");
    }
    leg.steps.iter().enumerate().map(|(i, step)| step_words(step, i == 0, text)).collect::<Vec<_>>().join(", ")
}

/// A step in words; the `first` of a leg only says where to go where that is not straight on.
pub fn step_words(step: &Step, first: bool, text: &Text) -> String {
    let mut road = road_words(&step.road, text);
    if step.unmeasured {
        road.push_str(UNMEASURED_MARK);
    }
    let key = match step.maneuver.name() {
        "depart" | "straight" if first => "way-along".to_owned(),
        "depart" => "way-straight".to_owned(),
        name if step.same_road => format!("way-{name}-on"),
        name => format!("way-{name}"),
    };
    let mut words = text.say(&key, &[("road", road.into()), ("length", length_words(step.metres, text).into())]);
    if let Some(width) = step.narrow_m {
        words.push(' ');
        words.push_str(&text.say("way-narrow", &[("width", Argument::Number(width, 1))]));
    }
    if step.flood_prone {
        words.push(' ');
        words.push_str(&text.plain("way-flood-prone"));
    }
    words
}

/// What a road is called: `QL3`, `đường Đu – Khe Mát`, `đường liên xã`.
pub fn road_words(road: &RoadLabel, text: &Text) -> String {
    if !road.is_named() {
        return text.plain(&format!("way-road-{}", road.class.name()));
    }
    let first = road.name.split_whitespace().next().unwrap_or_default();
    let is_number = first == road.name && first.chars().any(|letter| letter.is_ascii_digit());
    if is_number {
        return road.name.clone();
    }
    let kinds = ["đường", "phố", "ngõ", "ngách", "hẻm", "quốc", "tỉnh", "cầu", "ngầm", "đèo", "dốc", "đại", "ngã"];
    let kind = first.to_lowercase();
    if kinds.contains(&kind.as_str()) {
        // Within a sentence the kind of a road is a word like any other.
        return format!("{kind}{}", &road.name[road.name.len().min(first.len())..]);
    }
    text.say("way-road-named", &[("name", road.name.as_str().into())])
}

/// A length as drivers say it: to 10 m below a kilometre, to 100 m above.
pub fn length_words(metres: Metres, text: &Text) -> String {
    let to_ten = (metres.0 + 5) / 10 * 10;
    if to_ten >= 1000 {
        return text.say("way-kilometres", &[("value", Argument::Number(metres.kilometres(), 1))]);
    }
    text.say("way-metres", &[("value", to_ten.max(10.min(metres.0)).into())])
}

#[cfg(test)]
mod tests {
    use geo::{Coord, LineString};

    use super::*;
    use crate::export::itinerary::Maneuver;
    use crate::roads::{ProvenanceLengths, RoadClass};
    use crate::text::Language;
    use crate::units::Seconds;

    fn step(maneuver: Maneuver, class: RoadClass, name: &str, metres: i64) -> Step {
        Step {
            maneuver,
            road: RoadLabel { class, name: name.to_owned() },
            same_road: false,
            metres: Metres(metres),
            unmeasured: false,
            narrow_m: None,
            flood_prone: false,
            from: Coord::default(),
        }
    }

    fn leg(steps: Vec<Step>) -> Leg {
        let metres = steps.iter().map(|step| step.metres).sum();
        Leg { metres, seconds: Seconds(0), course: LineString::new(Vec::new()), steps, provenance: ProvenanceLengths::default() }
    }

    #[test]
    fn a_driver_reads_directions_in_both_languages() {
        let lane = Step { narrow_m: Some(3.0), ..step(Maneuver::Left, RoadClass::Track, "", 84) };
        let leg = leg(vec![
            step(Maneuver::Straight, RoadClass::Trunk, "QL3", 1_180),
            Step { unmeasured: true, ..step(Maneuver::Right, RoadClass::Tertiary, "", 304) },
            lane,
        ]);
        let (vietnamese, english) = (Text::new(Language::Vietnamese), Text::new(Language::English));
        assert_eq!(directions(&leg, &vietnamese), "QL3 1,2 km, rẽ phải vào đường liên xã° 300 m, rẽ trái vào đường đất 80 m (hẹp 3,0 m)");
        assert_eq!(directions(&leg, &english), "QL3 1.2 km, right onto commune road° 300 m, left onto dirt road 80 m (narrow, 3.0 m)");
    }

    #[test]
    fn every_maneuver_and_class_has_its_words() {
        let maneuvers = [
            Maneuver::Depart,
            Maneuver::Straight,
            Maneuver::SlightLeft,
            Maneuver::SlightRight,
            Maneuver::Left,
            Maneuver::Right,
            Maneuver::UTurn,
        ];
        let classes = [
            RoadClass::Trunk,
            RoadClass::Primary,
            RoadClass::Secondary,
            RoadClass::Tertiary,
            RoadClass::Unclassified,
            RoadClass::Residential,
            RoadClass::Service,
            RoadClass::Track,
        ];
        for text in Language::ALL.map(Text::new) {
            for (first, same_road) in [(true, false), (false, false), (false, true)] {
                for maneuver in maneuvers {
                    for class in classes {
                        let words = step_words(&Step { same_road, ..step(maneuver, class, "", 70) }, first, &text);
                        assert!(!words.contains('[') && words.contains('7'), "{words}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_name_that_says_what_it_is_needs_no_word_before_it() {
        let text = Text::new(Language::Vietnamese);
        let words = |name: &str| road_words(&RoadLabel { class: RoadClass::Tertiary, name: name.to_owned() }, &text);
        assert_eq!(words("Phố Vòng"), "phố Vòng");
        assert_eq!(words("ĐT.263"), "ĐT.263");
        assert_eq!(words("QL3 – Yên Trạch"), "đường QL3 – Yên Trạch");
        assert_eq!(words("Đu – Khe Mát"), "đường Đu – Khe Mát");
    }
}
