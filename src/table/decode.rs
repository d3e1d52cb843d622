//! From the bytes of a file to its text.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::fault::{Fault, Faults, Place, Source};

/// The text of a file: UTF-8, with or without a byte order mark, letters composed (NFC).
///
/// Records a fault and gives nothing for an empty file, a workbook, UTF-16, other bytes that are no UTF-8, and binary data.
pub fn decode(name: &str, bytes: &[u8], faults: &mut Faults) -> Option<Source> {
    let whole = Place::of_file(name);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        faults.push(Fault::error("file-is-workbook", whole));
        return None;
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        faults.push(Fault::error("file-utf16", whole));
        return None;
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    if bytes.contains(&0) {
        faults.push(Fault::error("file-binary", whole));
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            faults.push(not_utf8(name, bytes, error.valid_up_to()));
            return None;
        }
    };
    if text.trim().is_empty() {
        faults.push(Fault::error("file-empty", whole));
        return None;
    }
    let text = if is_nfc(text) { text.to_owned() } else { text.nfc().collect() };
    Some(Source { name: name.into(), text })
}

fn not_utf8(name: &str, bytes: &[u8], at: usize) -> Fault {
    let before = String::from_utf8_lossy(&bytes[..at]).into_owned();
    let place = Source { name: name.into(), text: before }.place_of_byte(at);
    Fault::error("file-not-utf8", place).with("byte", format!("{:02X}", bytes[at])).with("offset", at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(bytes: &[u8]) -> (String, &'static str) {
        let mut faults = Faults::new();
        assert!(decode("points.csv", bytes, &mut faults).is_none());
        let fault = faults.sorted()[0].clone();
        (fault.place.to_string(), fault.code)
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(code_of(b"").1, "file-empty");
        assert_eq!(code_of(b"\xEF\xBB\xBF \r\n").1, "file-empty");
        assert_eq!(code_of(b"PK\x03\x04rest").1, "file-is-workbook");
        assert_eq!(code_of(b"\xFF\xFEi\0d\0").1, "file-utf16");
        assert_eq!(code_of(b"id\0name").1, "file-binary");
        assert_eq!(code_of(b"id,name\nP1,Ch\xEE \xD0u"), ("points.csv:2:6".to_owned(), "file-not-utf8"));
    }

    #[test]
    fn decomposed_letters_are_composed() {
        let mut faults = Faults::new();
        let source = decode("points.csv", "o\u{302}\u{301}".as_bytes(), &mut faults).expect("it is text");
        assert_eq!(source.text, "ố");
    }
}
