//! QR codes for paper: links that a phone's camera opens.

use qrcode::render::svg::Color;
use qrcode::{EcLevel, QrCode};

/// The squares of a QR code, without the blank border of four squares that it needs around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrSquares {
    /// Squares along each side.
    pub width: usize,
    /// Whether each square is dark, row by row.
    pub dark: Vec<bool>,
}

/// The squares of a code that holds `words`; nothing where they are too long (more than about 2,300 bytes).
///
/// Error correction is at level M (15 %): what a crease or a drop of oil takes away.
pub fn qr_squares(words: &str) -> Option<QrSquares> {
    let code = QrCode::with_error_correction_level(words, EcLevel::M).ok()?;
    let dark = code.to_colors().into_iter().map(|colour| colour == qrcode::Color::Dark);
    Some(QrSquares { width: code.width(), dark: dark.collect() })
}

/// The same code as an SVG picture with its blank border, black on white, one unit a square or more.
pub fn qr_svg(words: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(words, EcLevel::M).ok()?;
    Some(code.render::<Color>().quiet_zone(true).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_eyes() {
        let squares = qr_squares("https://example.org").expect("short enough");
        assert_eq!(squares.dark.len(), squares.width * squares.width);
        // An eye is a dark ring of 7 around a light one around a dark block of 3.
        let eye =
            |x: usize, y: usize| (0..7).all(|i| squares.dark[y * squares.width + x + i]) && !squares.dark[(y + 1) * squares.width + x + 1];
        let far = squares.width - 7;
        assert!(eye(0, 0) && eye(far, 0) && eye(0, far));
        let picture = qr_svg("https://example.org").expect("short enough");
        assert!(
            roxmltree::Document::parse(&picture)
                .is_ok_and(|picture| picture.root_element().has_tag_name("svg") || picture.root_element().tag_name().name() == "svg")
        );
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert_eq!(qr_squares(&"x".repeat(3_000)), None);
        assert_eq!(qr_svg(&"x".repeat(3_000)), None);
    }
}
