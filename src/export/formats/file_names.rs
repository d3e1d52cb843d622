//! Names of files that every system, memory card and messaging app takes.

use crate::export::itinerary::{Itinerary, TruckDay};
use crate::fault::plain_letters;
use crate::text::{Text, weekday_short};

/// Names for the files of each truck, day and commune, without ending: ASCII letters, digits and `-`, each different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNames {
    trucks: Vec<String>,
    communes: Vec<String>,
    days: Vec<String>,
    /// Of files about all routes.
    pub routes: String,
    /// Of files about all points.
    pub schedule: String,
    /// Of files about everything.
    pub week: String,
}

impl FileNames {
    /// The names for a week, in the words of a language.
    pub fn new(itinerary: &Itinerary, text: &Text) -> Self {
        let days = 0..itinerary.days.len();
        Self {
            trucks: different(itinerary.trucks.iter().map(|truck| plain(&truck.id, false))),
            communes: different(itinerary.communes.iter().map(|commune| plain(&commune.name, true))),
            days: days.map(|day| format!("{}-{}", day + 1, plain(&weekday_short(day, text.language()), false))).collect(),
            routes: text.plain("export-file-routes"),
            schedule: text.plain("export-file-schedule"),
            week: text.plain("export-file-week"),
        }
    }

    /// Of a truck's week: `X2`.
    pub fn truck(&self, truck: usize) -> String {
        self.trucks[truck].clone()
    }

    /// Of a day: `1-T2` for Monday, so that files sort by day.
    pub fn day(&self, day: usize) -> String {
        self.days[day].clone()
    }

    /// Of a truck's day: `X2-1-T2`.
    pub fn truck_day(&self, truck_day: &TruckDay) -> String {
        format!("{}-{}", self.trucks[truck_day.truck], self.days[truck_day.day])
    }

    /// Of a commune: `giang-tien`.
    pub fn commune(&self, commune: usize) -> String {
        self.communes[commune].clone()
    }
}

/// Letters without diacritics; anything else between them is one hyphen.
fn plain(word: &str, lower_case: bool) -> String {
    let letters = if lower_case { plain_letters(word) } else { word.chars().map(plain_letter).collect() };
    let parts = letters.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let name: String = parts.collect::<Vec<_>>().join("-").chars().take(60).collect();
    if name.is_empty() { "x".to_owned() } else { name }
}

/// The letter without diacritics, in its own case.
fn plain_letter(letter: char) -> String {
    let plain = plain_letters(letter.encode_utf8(&mut [0; 4]));
    if letter.is_uppercase() { plain.to_uppercase() } else { plain }
}

/// The names, with numbers where two would be the same to a system that does not tell upper case from lower.
fn different(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for name in names {
        let is_taken = |taken: &[String], name: &str| taken.iter().any(|other| other.eq_ignore_ascii_case(name));
        let numbered = (2..).map(|number| format!("{name}-{number}")).find(|numbered| !is_taken(&taken, numbered));
        let free = if is_taken(&taken, &name) { numbered.unwrap_or(name) } else { name };
        taken.push(free);
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_plain_and_no_name_comes_twice() {
        assert_eq!(plain("Giang Tiên", true), "giang-tien");
        assert_eq!(plain("Xe/Đỏ 1", false), "Xe-Do-1");
        assert_eq!(plain("../..", false), "x");
        let names = ["X1", "x1", "X1-2", "X1"].map(str::to_owned);
        assert_eq!(different(names.into_iter()), ["X1", "x1-2", "X1-2-2", "X1-3"]);
    }
}
