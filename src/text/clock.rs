//! Clock times as people write them: `06:10` or `06:10:00`; past midnight `25:10`.

use std::ops::RangeInclusive;

use crate::units::Seconds;

/// The time to the second (`06:10:00`). A time before midnight of the day has a minus sign.
pub fn clock_time(time: Seconds) -> String {
    let sign = if time.0 < 0 { "-" } else { "" };
    let seconds = time.0.unsigned_abs();
    format!("{sign}{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The time to the minute, rounded down (`06:10`).
pub fn clock_time_short(time: Seconds) -> String {
    let sign = if time.0 < 0 { "-" } else { "" };
    let minutes = time.0.unsigned_abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The time that is written as `6:10`, `06:10` or `06:10:00`, with at most eight digits for the hours (the
/// routes of classic instances go on for days); nothing where it is written otherwise.
pub fn read_clock_time(written: &str) -> Option<Seconds> {
    let parts: Vec<&str> = written.split(':').collect();
    let (hours, minutes, seconds) = match parts[..] {
        [hours, minutes] => (hours, minutes, "00"),
        [hours, minutes, seconds] => (hours, minutes, seconds),
        _ => return None,
    };
    let digits = |part: &str, lengths: RangeInclusive<usize>| {
        let well_formed = lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if well_formed { part.parse::<i64>().ok() } else { None }
    };
    let (hours, minutes, seconds) = (digits(hours, 1..=8)?, digits(minutes, 2..=2)?, digits(seconds, 2..=2)?);
    (minutes < 60 && seconds < 60).then_some(Seconds(hours * 3600 + minutes * 60 + seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_was_written() {
        // 25:10:05 is 25·3600 + 10·60 + 5.
        assert_eq!(clock_time(Seconds(90_605)), "25:10:05");
        assert_eq!(read_clock_time("25:10:05"), Some(Seconds(90_605)));
        assert_eq!(read_clock_time("6:10"), Some(Seconds(22_200)));
        assert_eq!(read_clock_time("138:53:20"), Some(Seconds(500_000)));
        assert_eq!(clock_time_short(Seconds(22_259)), "06:10");
        assert_eq!(clock_time(Seconds(-60)), "-00:01:00");
    }

    #[test]
    fn what_is_no_time_is_not_read() {
        for written in ["", "6", "6:1", "06:60", "06:10:60", "-1:00", "6h10", "123456789:00", "06:10:00:00", "٠٦:١٠"] {
            assert_eq!(read_clock_time(written), None, "{written}");
        }
    }
}
