//! Days of the week as people write them.

use crate::fault::plain_letters;

use super::format::{Format, Misread};
use super::record::Content;

/// Names of each day, Monday first, without diacritics: Vietnamese short and long, English short and long, number.
const NAMES: [&[&str]; 7] = [
    &["t2", "thu hai", "thu 2", "mon", "monday", "1"],
    &["t3", "thu ba", "thu 3", "tue", "tuesday", "2"],
    &["t4", "thu tu", "thu 4", "wed", "wednesday", "3"],
    &["t5", "thu nam", "thu 5", "thu", "thursday", "4"],
    &["t6", "thu sau", "thu 6", "fri", "friday", "5"],
    &["t7", "thu bay", "thu 7", "sat", "saturday", "6"],
    &["cn", "chu nhat", "t8", "sun", "sunday", "7"],
];

/// A set of days: `T2;T4;CN`, `1;3;7`, `mon,wed,sun`, ranges `T2-T7` and `1-6`; bit 0 is Monday.
///
/// A number alone counts from Monday = 1, unlike the `2` of `T2`: a list has numbers or names, not both. Separators are `;`, `,`, `|` and spaces. The days keep the order they are written in.
pub struct Days;

impl Format for Days {
    type Value = Vec<usize>;

    fn read(&self, content: &Content) -> Result<Vec<usize>, Misread> {
        let text = match content {
            Content::Words(text) | Content::Number(_, text) => text,
            Content::Blank | Content::Flag(_) | Content::Other => return Err(Misread::new("not-days").with("part", "?")),
        };
        let text = text.replace(['–', '—'], "-");
        // A name of two words ("thu hai") is one part unless the parts are separated by spaces alone.
        let parts: Vec<&str> = match text.contains([';', ',', '|']) {
            true => text.split([';', ',', '|']).map(str::trim).filter(|part| !part.is_empty()).collect(),
            false if day(text.trim()).is_some() || text.contains('-') => vec![text.trim()],
            false => text.split_whitespace().collect(),
        };
        let is_number = |part: &&str| part.starts_with(|first: char| first.is_ascii_digit());
        if parts.iter().any(is_number) && !parts.iter().all(is_number) {
            return Err(Misread::new("days-mixed").with("part", text.trim()));
        }
        let mut days = Vec::new();
        for part in parts {
            for day in range(part)? {
                if days.contains(&day) {
                    return Err(Misread::new("day-twice").with("part", part));
                }
                days.push(day);
            }
        }
        Ok(days)
    }

    fn neutral(&self) -> Vec<usize> {
        Vec::new()
    }
}

impl Days {
    /// The days as bits, Monday = bit 0.
    pub fn bits(days: &[usize]) -> u32 {
        days.iter().fold(0, |bits, day| bits | 1 << day)
    }
}

/// The days of `bits`, as Vietnamese calendars write them: `T2;T4;CN`, three and more in a row as `T2-T7`.
pub fn write_days(bits: u32) -> String {
    const SHORT: [&str; 7] = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];
    let days: Vec<usize> = (0..7).filter(|day| bits >> day & 1 == 1).collect();
    let runs = days.chunk_by(|day, next| day + 1 == *next);
    let written = runs.map(|run| match run {
        [first, _, .., last] => format!("{}-{}", SHORT[*first], SHORT[*last]),
        short => short.iter().map(|day| SHORT[*day]).collect::<Vec<_>>().join(";"),
    });
    written.collect::<Vec<_>>().join(";")
}

fn range(part: &str) -> Result<Vec<usize>, Misread> {
    let unknown = || Misread::new(if looks_like_a_date(part) { "days-became-date" } else { "not-days" }).with("part", part);
    let Some((from, to)) = part.split_once('-') else {
        return Ok(vec![day(part).ok_or_else(unknown)?]);
    };
    match (day(from.trim()), day(to.trim())) {
        (Some(from), Some(to)) if from <= to => Ok((from..=to).collect()),
        (Some(_), Some(_)) => Err(Misread::new("days-backwards").with("part", part)),
        _ => Err(unknown()),
    }
}

fn day(name: &str) -> Option<usize> {
    let name = plain_letters(name);
    NAMES.iter().position(|names| names.contains(&name.as_str()))
}

/// What a spreadsheet makes of `1-6`: `01-jun`, `1/6/2026`, `06-01`.
fn looks_like_a_date(part: &str) -> bool {
    let part = plain_letters(part);
    const MONTHS: [&str; 13] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "thg"];
    part.starts_with(|first: char| first.is_ascii_digit())
        && (part.contains('/') || part.matches('-').count() == 2 || MONTHS.iter().any(|month| part.contains(month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<usize>, &'static str> {
        Days.read(&Content::Words(text.to_owned())).map_err(|misread| misread.code)
    }

    #[test]
    fn days_have_many_names() {
        for text in ["1;3;7", "T2;T4;CN", "t2, t4, cn", "mon wed sun", "Thứ hai; thứ tư; Chủ nhật", "T2|T4|CN"] {
            assert_eq!(read(text), Ok(vec![0, 2, 6]), "{text}");
        }
        assert_eq!(read("T2-T7"), Ok((0..6).collect()));
        assert_eq!(read("T2-T6;CN"), Ok(vec![0, 1, 2, 3, 4, 6]));
        assert_eq!(read("Thứ hai"), Ok(vec![0]));
        assert_eq!(write_days(0b100_0101), "T2;T4;CN");
        assert_eq!(write_days(0b101_1111), "T2-T6;CN");
        assert_eq!(write_days(0b000_0011), "T2;T3");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        assert_eq!(read("T9"), Err("not-days"));
        assert_eq!(read("8"), Err("not-days"));
        assert_eq!(read("T7-T2"), Err("days-backwards"));
        assert_eq!(read("T2;T2"), Err("day-twice"));
        assert_eq!(read("T2;3"), Err("days-mixed"));
        assert_eq!(read("01-Jun"), Err("days-became-date"));
        assert_eq!(read("1/6/2026"), Err("days-became-date"));
    }
}
