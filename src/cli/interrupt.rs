//! Ctrl-C: once to stop and keep the best plan, twice to quit at once.

use std::sync::atomic::{AtomicBool, Ordering};

use super::Exit;

/// Whether a plan is being made, so that the first Ctrl-C has something to keep.
static KEEPS_PLAN: AtomicBool = AtomicBool::new(false);

/// Whether someone has asked to stop.
static REQUESTED: AtomicBool = AtomicBool::new(false);

/// Listens to Ctrl-C; `answer` is shown after the first one while a plan is being made.
pub fn listen(answer: String) {
    let listening = ctrlc::set_handler(move || {
        if !KEEPS_PLAN.load(Ordering::SeqCst) || REQUESTED.swap(true, Ordering::SeqCst) {
            std::process::exit(Exit::Interrupted.code().into());
        }
        let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("\n{answer}\n").as_bytes());
    });
    // A system that lets nobody listen ends the program at the first Ctrl-C, as it always did.
    drop(listening);
}

/// From now on the first Ctrl-C only asks to stop: the flag that it raises.
pub fn keep_plan() -> &'static AtomicBool {
    KEEPS_PLAN.store(true, Ordering::SeqCst);
    &REQUESTED
}

/// Whether someone has asked to stop.
pub fn is_requested() -> bool {
    REQUESTED.load(Ordering::SeqCst)
}
