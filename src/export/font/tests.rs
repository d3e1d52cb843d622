//! Every character that may be printed has a glyph.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ttf_parser::Face;
use unicode_normalization::UnicodeNormalization;

use super::FONTS;

/// All text files below `folder` whose names end so.
fn files(folder: &Path, ends: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ends));
        } else if path.extension().is_some_and(|end| ends.iter().any(|one| end == *one)) {
            found.push(path);
        }
    }
    found
}

/// The printed characters of `path` that neither the text font (index 0 or 1) nor the signs have.
fn missing(path: &Path, faces: &[Face], text_font: usize) -> BTreeSet<char> {
    let words = std::fs::read_to_string(path).unwrap();
    // Messages are read on phones, which have pictures among their letters.
    let words: String = words.lines().filter(|line| !line.starts_with("txt-")).collect();
    let printed = words.trim_start_matches('\u{feff}').nfc().filter(|letter| !letter.is_control());
    printed.filter(|letter| faces[text_font].glyph_index(*letter).is_none() && faces[2].glyph_index(*letter).is_none()).collect()
}

#[test]
fn every_character_of_the_catalogue_and_of_the_maps_has_a_glyph_in_both_weights() {
    let faces = FONTS.map(|bytes| Face::parse(bytes, 0).unwrap());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = files(&root.join("src/text"), &["ftl"]);
    all.extend(files(&root.join("maps"), &["csv", "geojson", "toml"]));
    assert!(all.len() >= 10 + 14, "{all:?}");
    for path in all {
        for weight in [0, 1] {
            let missing = missing(&path, &faces, weight);
            assert!(missing.is_empty(), "{}: {missing:?}", path.display());
        }
    }
}

#[test]
fn every_vietnamese_letter_has_a_glyph_in_both_weights() {
    let faces = FONTS.map(|bytes| Face::parse(bytes, 0).unwrap());
    let marks = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".chars() {
        for mark in marks {
            let composed: Vec<char> = format!("{vowel}{mark}").nfc().collect();
            assert_eq!(composed.len(), 1, "{vowel}{mark}");
            assert!(faces[..2].iter().all(|face| face.glyph_index(composed[0]).is_some()), "{}", composed[0]);
        }
    }
    assert!("đĐ₫°½–…·“”".chars().all(|sign| faces[..2].iter().all(|face| face.glyph_index(sign).is_some())));
}
