//! Where in the input something stands.

use std::fmt;
use std::sync::Arc;

/// The text of an input file and the name it is called by in messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Name of the file as messages show it (`points.csv`).
    pub name: Arc<str>,
    /// Content, decoded to UTF-8 and without a byte order mark.
    pub text: String,
}

/// A place in an input file. Lines and columns count from 1; a column counts characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Name of the file, as the user would call it.
    pub file: Option<Arc<str>>,
    /// Line.
    pub line: Option<usize>,
    /// Column.
    pub column: Option<usize>,
}

impl Source {
    /// The file as a whole.
    pub fn place(&self) -> Place {
        Place { file: Some(Arc::clone(&self.name)), line: None, column: None }
    }

    /// The place of a byte of `text`; a byte past its end is the end.
    pub fn place_of_byte(&self, byte: usize) -> Place {
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &self.text[..end];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            file: Some(Arc::clone(&self.name)),
            line: Some(before.matches('\n').count() + 1),
            column: Some(before[line_start..].chars().count() + 1),
        }
    }
}

impl Place {
    /// A file as a whole.
    pub fn of_file(name: &str) -> Self {
        Self { file: Some(name.into()), line: None, column: None }
    }

    /// The name of the file, or nothing.
    pub fn file(&self) -> &str {
        self.file.as_deref().unwrap_or("")
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.file())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ":{column}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source { name: "points.csv".into(), text: "id,name\nP1,Chợ Đu\n".to_owned() };
        let byte = source.text.find("Đu").expect("it is there");
        assert_eq!(source.place_of_byte(byte).to_string(), "points.csv:2:8");
        assert_eq!(source.place_of_byte(10_000).to_string(), "points.csv:3:1");
    }
}
