//! "Did you mean …?", blind to diacritics and to case.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What stands for a suggestion in the arguments of a fault that has none; the catalogue selects on it.
pub const NO_SUGGESTION: &str = "no-suggestion";

/// The word in lower case and without diacritics: `Ôn Lương` becomes `on luong`.
pub fn plain_letters(word: &str) -> String {
    word.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect()
}

/// A longer word is no misspelt name, and comparing it would take long.
const LONGEST_WORD: usize = 200;

/// The candidate that was most likely meant by `word`, if one is near enough. Ties go to the first.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let word = plain_letters(word);
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let likeness = strsim::jaro_winkler(&word, &plain_letters(candidate));
        if likeness > best.map_or(0.8, |(most, _)| most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diacritics_do_not_matter() {
        assert_eq!(plain_letters("Ôn Lương"), "on luong");
        assert_eq!(plain_letters("ĐU"), "du");
        assert_eq!(did_you_mean("on luong", ["Yên Lạc", "Ôn Lương"]), Some("Ôn Lương"));
        assert_eq!(did_you_mean("Oon Luong", ["Yên Lạc", "Ôn Lương"]), Some("Ôn Lương"));
        assert_eq!(did_you_mean("xyz", ["Yên Lạc", "Ôn Lương"]), None);
    }
}
