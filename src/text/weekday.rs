//! Days of the week as each language writes them, alone, in lists and in ranges: `thứ Hai–thứ Bảy`, `T2, T4`, `Mon–Sat`.

use super::Language;

const LONG_VIETNAMESE: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật"];
const LONG_ENGLISH: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SHORT_VIETNAMESE: [&str; 7] = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];
const SHORT_ENGLISH: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The days of a week, Monday first, as command line and machine formats name them.
pub const WEEKDAY_CODES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The name of a day, 0 = Monday (`thứ Hai`, `Monday`); from day 7 on with the number of its week.
pub fn weekday(day: usize, language: Language) -> String {
    match language {
        Language::Vietnamese => in_week(LONG_VIETNAMESE[day % 7], day, " tuần "),
        Language::English => in_week(LONG_ENGLISH[day % 7], day, " of week "),
    }
}

/// The short name of a day, 0 = Monday (`T2`, `Mon`); from day 7 on with the number of its week.
pub fn weekday_short(day: usize, language: Language) -> String {
    match language {
        Language::Vietnamese => in_week(SHORT_VIETNAMESE[day % 7], day, "/"),
        Language::English => in_week(SHORT_ENGLISH[day % 7], day, "/"),
    }
}

/// Names of days, in order; three or more in a row become a range (`thứ Hai–thứ Bảy`).
pub fn weekdays(days: impl IntoIterator<Item = usize>, language: Language) -> String {
    listed(days, |day| weekday(day, language))
}

/// Short names of days, in order; three or more in a row become a range (`T2–T7`, `T2, T4, T6`).
pub fn weekdays_short(days: impl IntoIterator<Item = usize>, language: Language) -> String {
    listed(days, |day| weekday_short(day, language))
}

fn in_week(name: &str, day: usize, link: &str) -> String {
    if day < 7 { name.to_owned() } else { format!("{name}{link}{}", day / 7 + 1) }
}

fn listed(days: impl IntoIterator<Item = usize>, name: impl Fn(usize) -> String) -> String {
    let mut days: Vec<usize> = days.into_iter().collect();
    days.sort_unstable();
    days.dedup();
    let runs = days.chunk_by(|earlier, later| earlier + 1 == *later);
    let written = runs.flat_map(|run| match run {
        [first, _, .., last] => vec![format!("{}–{}", name(*first), name(*last))],
        few => few.iter().map(|day| name(*day)).collect(),
    });
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_days_in_a_row_are_a_range() {
        assert_eq!(weekdays(0..6, Language::Vietnamese), "thứ Hai–thứ Bảy");
        assert_eq!(weekdays_short([5, 0, 1, 2, 3, 4], Language::Vietnamese), "T2–T7");
        assert_eq!(weekdays_short(0..6, Language::English), "Mon–Sat");
    }

    #[test]
    fn other_days_are_listed() {
        assert_eq!(weekdays_short([0, 2, 4], Language::Vietnamese), "T2, T4, T6");
        assert_eq!(weekdays([5, 6], Language::English), "Saturday, Sunday");
        assert_eq!(weekdays_short([0, 1, 2, 5], Language::Vietnamese), "T2–T4, T7");
        assert_eq!(weekdays([], Language::English), "");
    }

    #[test]
    fn a_later_week_has_its_number() {
        assert_eq!(weekday(8, Language::Vietnamese), "thứ Ba tuần 2");
        assert_eq!(weekday_short(13, Language::English), "Sun/2");
    }
}
