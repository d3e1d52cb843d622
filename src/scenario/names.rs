//! Lists of names in a scenario: `["X5", "X6"]`, or `"X5; X6"`.

use crate::table::{Content, Format, Misread, Words};

/// Names, at least one; separated by `;` or `,` where they are not a list.
pub(super) struct Names;

impl Format for Names {
    type Value = Vec<String>;

    fn read(&self, content: &Content) -> Result<Vec<String>, Misread> {
        let words = Words.read(content)?;
        let names: Vec<String> = words.split([';', ',']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        if names.is_empty() { Err(Misread::new("not-words")) } else { Ok(names) }
    }

    fn neutral(&self) -> Vec<String> {
        Vec::new()
    }
}
