//! The last line of defence: a panic becomes one short message.

use crate::text::{Language, Text};

/// Makes any panic print one line, in `language`, with the place in the source that a report of it needs.
pub fn install(language: Language) {
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(|location| format!("{}:{}", location.file(), location.line())).unwrap_or_default();
        let text = Text::new(language);
        let version = env!("CARGO_PKG_VERSION");
        let sentence = text.say("cli-internal-error", &[("place", place.into()), ("version", version.into())]);
        // `eprintln` would panic again where standard error is closed.
        let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("{sentence}\n").as_bytes());
    }));
}
