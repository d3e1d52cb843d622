//! Numbers as each language writes them: `1.234,5` in Vietnamese, `1,234.5` in English.

use super::Language;

/// A whole number with thousands marks.
pub fn integer(number: i64, language: Language) -> String {
    decimal(number as f64, 0, language)
}

/// A share (0.5; a dash for a share of nothing) as a percentage (`50 %`; Vietnamese `50%`), with `decimals`.
pub fn percent(share: f64, decimals: usize, language: Language) -> String {
    if !share.is_finite() {
        return decimal(share, decimals, language);
    }
    format!("{}%", decimal(share * 100.0, decimals, language))
}

/// A number with `decimals` decimals, rounded half up (away from zero), and thousands marks.
pub fn decimal(number: f64, decimals: usize, language: Language) -> String {
    if !number.is_finite() {
        return "–".to_owned();
    }
    let scale = 10f64.powi(decimals as i32);
    let scaled = (number.abs() * scale + 0.5 + 1e-9).floor();
    let digits = format!("{scaled:0>width$.0}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let (thousands, point) = match language {
        Language::Vietnamese => ('.', ','),
        Language::English => (',', '.'),
    };
    let mut written = String::new();
    if number < 0.0 && scaled > 0.0 {
        written.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            written.push(thousands);
        }
        written.push(digit);
    }
    if decimals > 0 {
        written.push(point);
        written.push_str(fraction);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_swaps_point_and_comma() {
        assert_eq!(decimal(1234.55, 1, Language::Vietnamese), "1.234,6");
        assert_eq!(decimal(1234.55, 1, Language::English), "1,234.6");
        assert_eq!(integer(116_538, Language::Vietnamese), "116.538");
    }

    #[test]
    fn small_and_negative_numbers_keep_their_zeros() {
        assert_eq!(decimal(0.05, 2, Language::Vietnamese), "0,05");
        assert_eq!(decimal(-0.004, 2, Language::Vietnamese), "0,00");
        assert_eq!(decimal(-1000.0, 0, Language::English), "-1,000");
        assert_eq!(percent(0.331, 0, Language::Vietnamese), "33%");
        assert_eq!(percent(f64::NAN, 0, Language::Vietnamese), "–");
    }
}
