//! The two languages of the program.

use unic_langid::LanguageIdentifier;

/// A language of the catalogue; Vietnamese is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::Vietnamese, Self::English];

    /// The language named by a code or a locale (`vi`, `en`, `en_GB.UTF-8`).
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.to_ascii_lowercase();
        let language = code.split(['-', '_', '.', '@']).next()?;
        match language {
            "vi" => Some(Self::Vietnamese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Two-letter code (ISO 639-1).
    pub fn code(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        let name = match self {
            Self::Vietnamese => "vi-VN",
            Self::English => "en-GB",
        };
        name.parse().expect("a well-formed language tag")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Language::from_code("vi_VN.UTF-8"), Some(Language::Vietnamese));
        assert_eq!(Language::from_code("en-GB"), Some(Language::English));
        assert_eq!(Language::from_code("C.UTF-8"), None);
        assert_eq!(Language::from_code(""), None);
    }
}
