//! Which language to speak, before the command line is understood.

use std::ffi::OsString;

use crate::text::Language;

/// The language that `--lang` asks for; else that of the environment; else of the system; else Vietnamese.
///
/// # Why
/// Help and usage errors must be in the right language, too, so this looks for `--lang` by itself; whether its value is
/// one that exists is found out when the command line is understood.
pub fn choose(arguments: &[OsString]) -> Language {
    asked_for(arguments).or_else(environment).unwrap_or_default()
}

fn asked_for(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments.iter().map(|argument| argument.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        if word == "--lang" {
            return Language::from_code(&words.next()?);
        }
        if let Some(code) = word.strip_prefix("--lang=") {
            return Language::from_code(code);
        }
    }
    None
}

/// POSIX: the first of these that is set to something decides, even if it names a language we lack.
fn environment() -> Option<Language> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match set {
        Some(locale) => Language::from_code(&locale),
        None => Language::from_code(&sys_locale::get_locale()?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Option<Language> {
        asked_for(&words.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_option_is_found_anywhere_before_two_dashes() {
        assert_eq!(asked(&["thugom", "plan", "maps", "--lang", "en"]), Some(Language::English));
        assert_eq!(asked(&["thugom", "--lang=vi", "plan"]), Some(Language::Vietnamese));
        assert_eq!(asked(&["thugom", "--", "--lang=en"]), None);
        assert_eq!(asked(&["thugom", "--lang"]), None);
    }
}
