//! Places of many bytes of one source, found fast.

use crate::fault::{Place, Source};

/// Bytes between two marks: the most that is walked to find a column.
const MARK_EVERY: usize = 512;

/// An index of lines and columns of a source.
///
/// Building it takes one pass; a place then costs O(log n), on files with one huge line too.
pub struct Lines<'s> {
    source: &'s Source,
    /// Byte, line and column (from 1) of marks, in order.
    marks: Vec<(usize, usize, usize)>,
}

impl<'s> Lines<'s> {
    /// The index of `source`.
    pub fn new(source: &'s Source) -> Self {
        let mut marks = vec![(0, 1, 1)];
        let (mut line, mut column, mut last) = (1, 1, 0);
        for (byte, letter) in source.text.char_indices() {
            if byte >= last + MARK_EVERY {
                marks.push((byte, line, column));
                last = byte;
            }
            if letter == '\n' {
                (line, column, last) = (line + 1, 1, byte + 1);
                marks.push((last, line, column));
            } else {
                column += 1;
            }
        }
        Self { source, marks }
    }

    /// The place of a byte of the text; a byte past its end is the end.
    pub fn place(&self, byte: usize) -> Place {
        let text = &self.source.text;
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let after = self.marks.partition_point(|mark| mark.0 <= byte);
        let (start, line, column) = self.marks[after - 1];
        let column = column + text[start..byte].chars().count();
        Place { line: Some(line), column: Some(column), ..self.source.place() }
    }

    /// The place of `part`, a slice of the source's own text.
    pub fn place_of(&self, part: &str) -> Place {
        self.place(self.byte_of(part))
    }

    /// Where `part`, a slice of the source's own text, begins.
    pub fn byte_of(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.source.text.as_ptr() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_slow_way() {
        let text = format!("id,tên\r\n{}\nP1,Chợ Đu\n", "ế".repeat(2000));
        let source = Source { name: "points.csv".into(), text };
        let lines = Lines::new(&source);
        for byte in (0..source.text.len() + 5).step_by(7) {
            assert_eq!(lines.place(byte), source.place_of_byte(byte), "byte {byte}");
        }
    }
}
