//! In which form a field is written: words, numbers, one of several words.

use crate::fault::did_you_mean;
use crate::text::Argument;

use super::number::number;
use super::record::Content;

/// A way to write a value, and to read it.
pub trait Format {
    /// What is read.
    type Value;

    /// The value of a field that is not blank, or why there is none.
    fn read(&self, content: &Content) -> Result<Self::Value, Misread>;

    /// What stands in for a field that can't be read, so that reading goes on; its record is marked as unsound.
    fn neutral(&self) -> Self::Value;
}

/// Why a field can't be read: code and arguments of a fault, which the record completes with field and value.
#[derive(Debug, PartialEq)]
pub struct Misread {
    pub(super) code: &'static str,
    pub(super) arguments: Vec<(&'static str, Argument)>,
}

impl Misread {
    /// A misreading with the message `fault-CODE`.
    pub fn new(code: &'static str) -> Self {
        Self { code, arguments: Vec::new() }
    }

    /// The same with one more argument of its message.
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }
}

/// Any words.
pub struct Words;

impl Format for Words {
    type Value = String;

    fn read(&self, content: &Content) -> Result<String, Misread> {
        match content {
            Content::Words(words) | Content::Number(_, words) => Ok(words.clone()),
            Content::Flag(flag) => Ok(flag.to_string()),
            Content::Blank | Content::Other => Err(Misread::new("not-words")),
        }
    }

    fn neutral(&self) -> String {
        String::new()
    }
}

/// A number from the least to the most that makes sense, ends included.
pub struct Number(pub f64, pub f64);

impl Format for Number {
    type Value = f64;

    fn read(&self, content: &Content) -> Result<f64, Misread> {
        let value = read_number(content, false)?;
        within(value, self.0, self.1)?;
        Ok(value)
    }

    fn neutral(&self) -> f64 {
        self.0
    }
}

/// A whole number from the least to the most that makes sense, ends included.
pub struct Whole(pub i64, pub i64);

impl Format for Whole {
    type Value = i64;

    fn read(&self, content: &Content) -> Result<i64, Misread> {
        let value = read_number(content, true)?;
        if value.fract() != 0.0 {
            return Err(Misread::new("not-whole"));
        }
        within(value, self.0 as f64, self.1 as f64)?;
        Ok(value as i64)
    }

    fn neutral(&self) -> i64 {
        self.0
    }
}

/// Numbers of one range, separated by `;`, `|` or spaces.
pub struct Numbers(pub Number);

impl Format for Numbers {
    type Value = Vec<f64>;

    fn read(&self, content: &Content) -> Result<Vec<f64>, Misread> {
        match content {
            Content::Words(words) => words
                .split(|letter: char| matches!(letter, ';' | '|') || letter.is_whitespace())
                .filter(|part| !part.is_empty())
                .map(|part| self.0.read(&Content::Words(part.to_owned())))
                .collect(),
            single => self.0.read(single).map(|number| vec![number]),
        }
    }

    fn neutral(&self) -> Vec<f64> {
        Vec::new()
    }
}

/// One of several words, each with its meaning; letter case and diacritics don't matter.
///
/// Of words with the same meaning, messages name the first.
pub struct Choice<T: 'static>(pub &'static [(&'static str, T)]);

/// Yes or no.
pub const YES_NO: Choice<bool> =
    Choice(&[("yes", true), ("no", false), ("có", true), ("không", false), ("true", true), ("false", false), ("1", true), ("0", false)]);

impl<T: Copy + PartialEq + 'static> Format for Choice<T> {
    type Value = T;

    fn read(&self, content: &Content) -> Result<T, Misread> {
        let word = Words.read(content)?;
        let plain = crate::fault::plain_letters(word.trim());
        if let Some((_, value)) = self.0.iter().find(|(option, _)| crate::fault::plain_letters(option) == plain) {
            return Ok(*value);
        }
        let is_first = |i: usize| self.0[..i].iter().all(|(_, value)| *value != self.0[i].1);
        let options = || (0..self.0.len()).filter(|i| is_first(*i)).map(|i| self.0[i].0);
        Err(Misread::new("not-one-of")
            .with("options", options().collect::<Vec<_>>().join(", "))
            .with("suggestion", did_you_mean(&word, options()).unwrap_or(crate::fault::NO_SUGGESTION)))
    }

    fn neutral(&self) -> T {
        self.0[0].1
    }
}

fn read_number(content: &Content, whole: bool) -> Result<f64, Misread> {
    let value = match content {
        Content::Number(value, _) => Some(*value),
        Content::Words(words) => number(words, whole),
        Content::Blank | Content::Flag(_) | Content::Other => None,
    };
    value.filter(|value| value.is_finite()).ok_or_else(|| Misread::new("not-a-number"))
}

fn within(value: f64, least: f64, most: f64) -> Result<(), Misread> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    // As many decimals as the bound has, three at most.
    let decimals = |bound: f64| (0..3).find(|decimals| (bound * 10f64.powi(*decimals)).fract() == 0.0).unwrap_or(3) as usize;
    let bound = |bound: f64| Argument::Number(bound, decimals(bound));
    let code = if value < 0.0 && least >= 0.0 { "number-negative" } else { "number-out-of-range" };
    Err(Misread::new(code).with("least", bound(least)).with("most", bound(most)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Content {
        Content::Words(text.to_owned())
    }

    #[test]
    fn a_number_keeps_its_range() {
        assert_eq!(Number(0.0, 5.0).read(&words("2,5")), Ok(2.5));
        assert_eq!(Number(0.0, 5.0).read(&words("-1")).map_err(|misread| misread.code), Err("number-negative"));
        assert_eq!(Number(0.0, 5.0).read(&words("6")).map_err(|misread| misread.code), Err("number-out-of-range"));
        assert_eq!(Whole(0, 9000).read(&words("7.000")), Ok(7000));
        assert_eq!(Whole(0, 9).read(&words("2,5")).map_err(|misread| misread.code), Err("not-whole"));
    }

    #[test]
    fn a_decimal_comma_does_not_split_a_list() {
        assert_eq!(Numbers(Number(0.0, 9.0)).read(&words("1;2,5; 3")), Ok(vec![1.0, 2.5, 3.0]));
        assert_eq!(Numbers(Number(0.0, 9.0)).read(&words("1|2.5 3")), Ok(vec![1.0, 2.5, 3.0]));
    }

    #[test]
    fn a_choice_ignores_case_and_diacritics() {
        assert_eq!(YES_NO.read(&words("CO")), Ok(true));
        assert_eq!(YES_NO.read(&words("Không")), Ok(false));
        assert_eq!(YES_NO.read(&words("maybe")).map_err(|misread| misread.code), Err("not-one-of"));
    }
}
