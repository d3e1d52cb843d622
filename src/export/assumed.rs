//! Which figures of a project are assumed, read from what its files say about their origin.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::fault::plain_letters;
use crate::roads::Provenance;
use crate::text::{Argument, Text};

/// How much of a file rests on assumption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assumed {
    /// Stable name of what the file holds: `points`, `trucks`, `depots`, `facilities`, `calendar`.
    pub subject: &'static str,
    /// Rows.
    pub rows: usize,
    /// Rows of which something is assumed, recalled, generated or a placeholder.
    pub assumed: usize,
}

/// Kilometres of road by how their lines came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct RoadOrigin {
    /// Surveyed or traced.
    pub measured_km: f64,
    /// Right at its ends only.
    pub schematic_km: f64,
    /// Invented.
    pub synthetic_km: f64,
}

/// Words of a row's provenance that say that not all of it is known; without diacritics.
const NOT_KNOWN: &[&str] = &["assum", "synthetic", "placeholder", "recalled", "generic", "estimate", "unchecked", "gia dinh", "chua kiem"];

/// The files of a project and how much of each is assumed.
pub fn assumed(dataset: &Dataset) -> Vec<Assumed> {
    let subjects = [
        count("points", dataset.points.iter().map(|row| row.value.provenance.as_str())),
        count("trucks", dataset.trucks.iter().map(|row| row.value.provenance.as_str())),
        count("depots", dataset.depots.iter().map(|row| row.value.provenance.as_str())),
        count("facilities", dataset.facilities.iter().map(|row| row.value.provenance.as_str())),
        count("calendar", dataset.calendar.iter().map(|row| row.value.certainty.as_str())),
    ];
    subjects.into_iter().filter(|subject| subject.rows > 0).collect()
}

/// The roads of a project by their origin.
pub fn road_origin(dataset: &Dataset) -> RoadOrigin {
    let length = |provenance: Provenance| {
        let lines = dataset.roads.iter().filter(|road| road.value.provenance == provenance);
        lines.map(|road| road.value.length_m).sum::<f64>() / 1000.0
    };
    RoadOrigin {
        measured_km: length(Provenance::Measured),
        schematic_km: length(Provenance::Schematic),
        synthetic_km: length(Provenance::Synthetic),
    }
}

/// What is assumed, in sentences: the roads, then the files.
pub fn assumed_lines(roads: &RoadOrigin, files: &[Assumed], text: &Text) -> Vec<String> {
    let mut lines = Vec::new();
    let total = roads.total_km();
    if total > 0.0 {
        let share = |km: f64| Argument::Number(100.0 * km / total, 0);
        let arguments = [
            ("total", Argument::Number(total, 0)),
            ("measured", share(roads.measured_km)),
            ("schematic", share(roads.schematic_km)),
            ("synthetic", share(roads.synthetic_km)),
        ];
        lines.push(text.say("report-roads", &arguments));
    }
    let assumed = files.iter().filter(|file| file.assumed > 0).map(|file| {
        let subject = text.plain(&format!("report-subject-{}", file.subject));
        text.say("report-assumed-part", &[("subject", subject.into()), ("assumed", file.assumed.into()), ("rows", file.rows.into())])
    });
    let assumed: Vec<String> = assumed.collect();
    if !assumed.is_empty() {
        lines.push(text.say("report-assumed", &[("parts", assumed.join(", ").into())]));
    }
    lines
}

impl RoadOrigin {
    /// All of it.
    pub fn total_km(&self) -> f64 {
        self.measured_km + self.schematic_km + self.synthetic_km
    }
}

fn count<'a>(subject: &'static str, provenances: impl Iterator<Item = &'a str>) -> Assumed {
    let (mut rows, mut assumed) = (0, 0);
    for provenance in provenances {
        rows += 1;
        assumed += usize::from(is_assumed(provenance));
    }
    Assumed { subject, rows, assumed }
}

fn is_assumed(provenance: &str) -> bool {
    let plain = plain_letters(provenance);
    NOT_KNOWN.iter().any(|word| plain.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_origin_are_understood_in_both_languages() {
        assert!(is_assumed("Assumption: plausible, not the recorded fleet"));
        assert!(is_assumed("vị trí giả định"));
        assert!(is_assumed("placeholder site"));
        assert!(!is_assumed("survey of 12 May 2026"));
        assert!(!is_assumed("certain (fixed date)"));
    }

    #[test]
    fn rows_are_counted() {
        let counted = count("trucks", ["assumed", "register of vehicles"].into_iter());
        assert_eq!(counted, Assumed { subject: "trucks", rows: 2, assumed: 1 });
    }
}
