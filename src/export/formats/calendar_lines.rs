//! Lines of iCalendar (RFC 5545, section 3.1): folded at 75 octets, ended by CR LF.

/// The longest line, in octets, its end not counted.
const LONGEST: usize = 75;

/// A calendar as it is written line by line.
pub(super) struct CalendarLines {
    bytes: Vec<u8>,
}

impl CalendarLines {
    pub fn new() -> Self {
        Self { bytes: Vec::new() }
    }

    /// Adds a line; one that is too long goes on in the next, behind a blank. No letter is cut.
    pub fn add(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LONGEST {
                self.bytes.extend(b"\r\n ");
                length = 1;
            }
            self.bytes.extend(letter.encode_utf8(&mut [0; 4]).bytes());
            length += letter.len_utf8();
        }
        self.bytes.extend(b"\r\n");
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Words as a value (section 3.3.11): marks that mean something there are escaped, control characters left out.
pub(super) fn escaped(words: &str) -> String {
    let mut written = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => written.extend(['\\', letter]),
            '\n' => written.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters() {
        // "ế" has three octets: a fold at exactly 75 octets would cut it.
        let mut lines = CalendarLines::new();
        let line = format!("SUMMARY:{}", "ế".repeat(60));
        lines.add(&line);
        let written = String::from_utf8(lines.into_bytes()).expect("no letter is cut");
        assert!(written.split("\r\n").all(|line| line.len() <= 75), "{written}");
        assert_eq!(written.replace("\r\n ", ""), format!("{line}\r\n"));
    }

    #[test]
    fn marks_are_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\r"), "a\\,b\\;c\\\\d\\ne");
    }
}
