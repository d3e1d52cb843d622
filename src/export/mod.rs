//! Plan → reports, tables and files.
//!
//! An exporter gives bytes; whoever called it decides where they go, and [`write_whole`] puts them there.

mod write;

pub use write::{WriteError, write_whole};
