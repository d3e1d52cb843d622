//! The last line of defence: a panic becomes one short message.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::text::{Language, Text};

/// Makes any panic print one line, in `language`, with the place in the source that a report of it needs. Whoever sets
/// `RUST_BACKTRACE` gets the whole story before it.
pub fn install(language: Language) {
    let told = AtomicBool::new(false);
    let default = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::env::var_os("RUST_BACKTRACE").is_some() {
            default(panic);
        }
        // Threads that work at the same thing fall over the same stone: once is enough.
        if told.swap(true, Ordering::SeqCst) {
            return;
        }
        let place = panic.location().map(|location| format!("{}:{}", location.file(), location.line())).unwrap_or_default();
        let text = Text::new(language);
        let version = env!("CARGO_PKG_VERSION");
        let sentence = text.say("cli-internal-error", &[("place", place.into()), ("version", version.into())]);
        // `eprintln` would panic again where standard error is closed.
        let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("{sentence}\n").as_bytes());
    }));
}
