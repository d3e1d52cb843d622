//! A capital at the start of a line.

/// The words with their first letter as a capital.
pub fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!(capitalized("đường Yên Đổ"), "Đường Yên Đổ");
        assert_eq!(capitalized(""), "");
    }
}
