//! Numbers as people and spreadsheets write them.

/// The number that `text` writes, with a decimal point or comma: `1234.5`, `1.234,5`, `1,234.5`, `1 234,5`.
///
/// One lone mark is the decimal mark, except that a whole number (`whole`) with exactly three digits after it is read
/// with thousands marks: `7.000` kg is seven thousand.
pub(super) fn number(text: &str, whole: bool) -> Option<f64> {
    let compact: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (sign, digits) = match compact.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, compact.strip_prefix('+').unwrap_or(&compact)),
    };
    if !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.' || first == ',') {
        return None;
    }
    let marks: Vec<char> = digits.chars().filter(|letter| matches!(letter, '.' | ',')).collect();
    let decimal_mark = match marks.as_slice() {
        [] => None,
        [only] => (!whole || !in_thousands(digits, *only)).then_some(*only),
        [first, .., last] if first != last => Some(*last),
        [_, ..] => None,
    };
    let (integral, fraction) = match decimal_mark {
        Some(mark) => digits.rsplit_once(mark)?,
        None => (digits, ""),
    };
    let integral = match integral.chars().find(|letter| matches!(letter, '.' | ',')) {
        Some(mark) if in_thousands(integral, mark) => integral.replace(mark, ""),
        Some(_) => return None,
        None => integral.to_owned(),
    };
    let exponent_allowed = marks.len() <= 1;
    let plain = format!("{integral}.{fraction}");
    let only_digits = plain.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    if !(only_digits || exponent_allowed && plain.contains(['e', 'E'])) || plain == "." {
        return None;
    }
    // A whole number with an exponent has its exponent before the point that was added above.
    let plain = if fraction.is_empty() { integral } else { plain };
    plain.parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| sign * number)
}

/// Whether `mark` cuts the digits into groups of three: `1.234.567`.
fn in_thousands(digits: &str, mark: char) -> bool {
    let mut groups = digits.split(mark);
    let first = groups.next().unwrap_or("");
    let is_number = |group: &str| group.chars().all(|letter| letter.is_ascii_digit());
    (1..=3).contains(&first.len())
        && is_number(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && is_number(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn point_and_comma_are_both_understood() {
        for (text, value) in [
            ("1234.5", 1234.5),
            ("1234,5", 1234.5),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1 234,5", 1234.5),
            ("-0,5", -0.5),
            (".5", 0.5),
        ] {
            assert_eq!(number(text, false), Some(value), "{text}");
        }
        assert_eq!(number("1.234.567", false), Some(1_234_567.0));
        assert_eq!(number("1.234.567,25", false), Some(1_234_567.25));
        assert_eq!(number("1e3", false), Some(1000.0));
    }

    #[test]
    fn three_digits_after_a_lone_mark_are_thousands_of_a_whole_number() {
        assert_eq!(number("7.000", true), Some(7000.0));
        assert_eq!(number("7,000", true), Some(7000.0));
        assert_eq!(number("7.0", true), Some(7.0));
        assert_eq!(number("0.250", true), Some(0.25));
        assert_eq!(number("105.711", false), Some(105.711));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", ".", "abc", "12kg", "1.2.3", "1,23,456", "1.23,4,5", "nan", "inf", "--1", "1e999", "0x10"] {
            assert_eq!(number(text, false), None, "{text}");
        }
    }
}
