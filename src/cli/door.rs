//! Where output goes: data to standard output, messages to standard error.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::trouble::Trouble;
use crate::export::{check_writable, write_whole};
use crate::text::Text;

/// The two ways out, and the language to use.
pub struct Door<'a> {
    /// The catalogue.
    pub text: &'a Text,
    /// No messages but errors.
    pub quiet: bool,
    /// Worker threads; 0 = one for each core.
    pub threads: usize,
    /// Whether the result was asked for as JSON: then the faults of the input are, too.
    pub json: bool,
}

impl Door<'_> {
    /// Writes data to standard output.
    ///
    /// # Errors
    /// [`Trouble::Gone`] where nobody reads any more; else what the system says.
    pub fn data(&self, bytes: &[u8]) -> Result<(), Trouble> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(bytes).and_then(|()| stdout.flush()).map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Trouble::Gone,
            _ => Trouble::Output(error),
        })
    }

    /// Writes data to a file, or to standard output where `path` is `-` or nothing.
    ///
    /// # Errors
    /// As [`Door::data`] and [`write_whole`].
    pub fn deliver(&self, path: Option<&Path>, bytes: &[u8]) -> Result<(), Trouble> {
        match path {
            Some(path) if path != Path::new("-") => {
                write_whole(path, bytes)?;
                self.note(&self.text.say("cli-written", &[("file", path.display().to_string().into())]), None);
                Ok(())
            }
            _ => self.data(bytes),
        }
    }

    /// Whether [`Door::deliver`] could write there: nobody should wait for results that then cannot be saved.
    ///
    /// # Errors
    /// As [`check_writable`].
    pub fn can_deliver(path: Option<&Path>) -> Result<(), Trouble> {
        match path {
            Some(path) if path != Path::new("-") => Ok(check_writable(path)?),
            _ => Ok(()),
        }
    }

    /// A message that `--quiet` silences, with a second line.
    pub fn note(&self, line: &str, more: Option<&str>) {
        if !self.quiet {
            self.always(line, more);
        }
    }

    /// A message that nothing silences, with a second line.
    pub fn always(&self, line: &str, more: Option<&str>) {
        let mut stderr = io::stderr().lock();
        // Where standard error is closed, there is no place left to say so.
        let _ = writeln!(stderr, "{line}");
        if let Some(more) = more {
            let _ = writeln!(stderr, "  {more}");
        }
    }

    /// An error message, with what to do.
    pub fn error(&self, sentence: &str, hint: Option<&str>) {
        let hint = hint.map(|hint| format!("{} {hint}", self.text.plain("cli-help")));
        self.always(&format!("{} {sentence}", self.text.plain("cli-error")), hint.as_deref());
    }

    /// Columns of the screen: those of the terminal, at most 100.
    pub fn width(&self) -> usize {
        const WIDEST: u16 = 100;
        comfy_table::Table::new().width().unwrap_or(WIDEST).clamp(40, WIDEST).into()
    }

    /// Bytes that Excel needs before a CSV file to see that it is UTF-8; none on a terminal.
    pub fn byte_order_mark(&self) -> &'static str {
        if io::stdout().is_terminal() { "" } else { "\u{feff}" }
    }
}

/// A result as one JSON document, with a newline at its end.
pub fn json(result: &impl serde::Serialize) -> Vec<u8> {
    let mut json = serde_json::to_vec_pretty(result).expect("results have string keys only");
    json.push(b'\n');
    json
}
