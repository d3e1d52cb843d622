//! The driver's sheet: a truck's day on paper or on a phone.
//!
//! [`Sheet`] is the sheet in words, without a word of how it looks; [`sheet_html`] makes a page of it, and with the feature `pdf` the
//! typesetter makes A4 pages.

mod codes;
mod content;
mod html;
mod notes;
#[cfg(test)]
pub mod trial;
#[cfg(feature = "pdf")]
mod typeset;

pub use content::{Blank, Code, Sheet, SheetRow};
pub use html::sheet_html;
#[cfg(feature = "pdf")]
pub use typeset::{TypesetError, sheet_svg, sheets_pdf};
