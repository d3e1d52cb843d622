//! Text files of lines and words that know where they stand.

use std::ops::RangeInclusive;

use crate::fault::{Fault, Faults, Place, Source};
use crate::table::shorten;

/// The lines of a file that are not blank.
pub(super) struct Script<'a> {
    source: &'a Source,
    pub lines: Vec<Line<'a>>,
}

/// A line with at least one word.
pub(super) struct Line<'a> {
    pub words: Vec<Word<'a>>,
    /// The whole line.
    pub text: &'a str,
    number: usize,
}

/// A part of a line.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub text: &'a str,
    line: usize,
    /// What stands before it in its line.
    before: &'a str,
}

impl<'a> Line<'a> {
    /// A part of the line, from byte `from` to byte `to`, without blanks at its ends.
    pub fn part(&self, from: usize, to: usize) -> Word<'a> {
        let part = &self.text[from..to];
        let text = part.trim();
        let start = if text.is_empty() { to } else { from + part.len() - part.trim_start().len() };
        Word { text, line: self.number, before: &self.text[..start] }
    }
}

impl<'a> Script<'a> {
    pub fn new(source: &'a Source) -> Self {
        let lines = source.text.lines().enumerate().map(|(index, text)| {
            let offset = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
            let words = text.split_whitespace().map(|word| Word { text: word, line: index + 1, before: &text[..offset(word)] });
            Line { words: words.collect(), text, number: index + 1 }
        });
        Self { source, lines: lines.filter(|line| !line.words.is_empty()).collect() }
    }

    pub fn place(&self, word: Word) -> Place {
        Place { line: Some(word.line), column: Some(word.before.chars().count() + 1), ..self.source.place() }
    }

    /// The first word of a line that is not blank; past the last one, the end of the file.
    pub fn place_of_line(&self, line: usize) -> Place {
        self.lines.get(line).map_or_else(|| self.source.place_of_byte(self.source.text.len()), |line| self.place(line.words[0]))
    }

    /// The number that a word is, within `±most`.
    pub fn number(&self, word: Word, most: f64, faults: &mut Faults) -> Option<f64> {
        let number = word.text.parse().ok().filter(|number: &f64| number.abs() <= most);
        if number.is_none() {
            let fault = Fault::error("instance-number", self.place(word)).with("value", shorten(word.text));
            faults.push(fault.with("least", -most as i64).with("most", most as i64));
        }
        number
    }

    /// The whole number that a word is, within `range`; `160.0` is one.
    pub fn whole(&self, word: Word, range: RangeInclusive<i64>, faults: &mut Faults) -> Option<i64> {
        let number = word.text.parse().ok().filter(|number: &f64| number.fract() == 0.0).map(|number| number as i64);
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let fault = Fault::error("instance-whole-number", self.place(word)).with("value", shorten(word.text));
            faults.push(fault.with("least", *range.start()).with("most", *range.end()));
        }
        number
    }
}
