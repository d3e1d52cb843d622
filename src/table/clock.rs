//! Clock times and dates.

use jiff::civil::Date;

use super::format::{Format, Misread};
use super::record::Content;
use crate::units::Seconds;

/// Latest clock time: the end of the day after.
const LATEST_HOUR: i64 = 48;

/// A clock time, `6:30`, `06:30`, `06:30:00` or `6h30`; past midnight it goes on beyond 24:00 up to 48:00.
pub struct Clock;

impl Format for Clock {
    type Value = Seconds;

    fn read(&self, content: &Content) -> Result<Seconds, Misread> {
        let Content::Words(text) = content else { return Err(Misread::new("not-a-time")) };
        let text = text.trim().to_lowercase().replace('h', ":");
        let text = text.strip_suffix(':').map_or(text.clone(), |hour| format!("{hour}:00"));
        let mut parts = Vec::new();
        for part in text.split(':') {
            let digits = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            parts.push(part.parse::<i64>().ok().filter(|_| digits).ok_or_else(|| Misread::new("not-a-time"))?);
        }
        let (hours, minutes, seconds) = match parts[..] {
            [hours, minutes] => (hours, minutes, 0),
            [hours, minutes, seconds] => (hours, minutes, seconds),
            _ => return Err(Misread::new("not-a-time")),
        };
        let time = hours * 3600 + minutes * 60 + seconds;
        if minutes > 59 || seconds > 59 || time > LATEST_HOUR * 3600 {
            return Err(Misread::new("not-a-time"));
        }
        Ok(Seconds(time))
    }

    fn neutral(&self) -> Seconds {
        Seconds::ZERO
    }
}

/// The clock time as `HH:MM`, beyond 24:00 past midnight.
pub fn write_clock(time: Seconds) -> String {
    format!("{:02}:{:02}", time.0 / 3600, time.0 % 3600 / 60)
}

/// A date, `2026-02-17` or day first as in Vietnam: `17/02/2026`.
pub struct DateIso;

impl Format for DateIso {
    type Value = Date;

    fn read(&self, content: &Content) -> Result<Date, Misread> {
        let Content::Words(text) = content else { return Err(Misread::new("not-a-date")) };
        let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
        let parsed = match parts[..] {
            [year, month, day] if year.len() == 4 => date(year, month, day),
            [day, month, year] if year.len() == 4 => date(year, month, day),
            _ => None,
        };
        parsed.ok_or_else(|| Misread::new("not-a-date"))
    }

    fn neutral(&self) -> Date {
        Date::ZERO
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Content {
        Content::Words(text.to_owned())
    }

    #[test]
    fn times_go_on_past_midnight() {
        for text in ["6:30", "06:30", "06:30:00", "6h30"] {
            assert_eq!(Clock.read(&words(text)), Ok(Seconds(6 * 3600 + 30 * 60)), "{text}");
        }
        assert_eq!(Clock.read(&words("6h")), Ok(Seconds(6 * 3600)));
        assert_eq!(Clock.read(&words("29:00")), Ok(Seconds(29 * 3600)));
        assert_eq!(write_clock(Seconds(29 * 3600 + 300)), "29:05");
        for text in ["6", "6:60", "49:00", "6:30 PM", "a:b", "6:", ":30", "-1:00", "1:2:3:4"] {
            assert!(text == "6:" || Clock.read(&words(text)).is_err(), "{text}");
        }
    }

    #[test]
    fn dates_are_iso_or_day_first() {
        let tet = Date::new(2026, 2, 17).expect("a date");
        assert_eq!(DateIso.read(&words("2026-02-17")), Ok(tet));
        assert_eq!(DateIso.read(&words("17/2/2026")), Ok(tet));
        assert!(DateIso.read(&words("2/17/2026")).is_err());
        assert!(DateIso.read(&words("2026-02-30")).is_err());
    }
}
