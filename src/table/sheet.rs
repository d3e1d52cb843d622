//! CSV files: delimiter, header, rows and the place of every cell.

use std::cmp::Ordering;

use crate::fault::{Fault, Faults, NO_SUGGESTION, Place, Source, did_you_mean};

use super::record::shorten;
use super::{Content, Field, Holder, Lines, Located, Record, Rows};

/// Most columns that a header may have; a file with more is no table.
const MOST_COLUMNS: usize = 500;

/// A row of cells: text and place of each.
struct Cells {
    place: Place,
    n_cells: usize,
    cells: Vec<(String, Place)>,
}

/// How many cells a row has for the columns of its table.
enum Width {
    Short,
    Right,
    /// Too many, but those at the end are blank.
    Padded,
    Long,
}

/// Reads each row of a CSV file with `read`; the fields that it asks for are the columns that the file has.
///
/// The delimiter (`,`, `;` or tab) is the one that the header uses most; a line `sep=;` before it is heeded. Blank rows are skipped.
pub fn read_sheet<T>(source: &Source, faults: &mut Faults, read: impl Fn(&mut Record) -> T) -> Rows<T> {
    let lines = Lines::new(source);
    let mut rows = rows_of_cells(source, &lines, faults).into_iter();
    let header = rows.next().unwrap_or_else(|| Cells { place: source.place(), n_cells: 0, cells: Vec::new() });
    if header.cells.len() > MOST_COLUMNS {
        let fault = Fault::error("header-too-wide", header.place).with("columns", header.cells.len());
        faults.push(fault.with("most", MOST_COLUMNS));
        return Rows::default();
    }
    let columns: Vec<(String, Place)> = header.cells.into_iter().map(|(name, place)| (name.trim().to_lowercase(), place)).collect();
    let mut scratch = Faults::new();
    let mut nobody = Record::new(Holder::Column, source.place(), Vec::new(), &mut scratch);
    read(&mut nobody);
    check_columns(&columns, nobody.asked(), &header.place, faults);

    Rows::new(rows.map(|row| read_row(row, &columns, faults, &read)).collect())
}

/// Reads one row: its value, and whether it was read without a fault.
fn read_row<T>(row: Cells, columns: &[(String, Place)], faults: &mut Faults, read: impl Fn(&mut Record) -> T) -> (Located<T>, bool) {
    let width = Width::of(&row, columns.len());
    let named = columns.iter().zip(row.cells).filter(|((name, _), _)| !name.is_empty());
    let mut fields: Vec<Field> =
        named.map(|((name, _), (text, place))| Field { name: name.clone(), content: Content::words(&text), place }).collect();
    let mut of_row = Faults::new();
    let mut record = Record::new(Holder::Column, row.place.clone(), fields.clone(), &mut of_row);
    let value = read(&mut record);
    let (value, sound) = record.finish(value);
    let code = match width {
        Width::Short => "cells-too-few",
        Width::Long => "cells-too-many",
        // Blank cells at the end are harmless, unless they were pushed there by an unquoted delimiter further left.
        Width::Padded if !sound => "cells-too-many",
        Width::Padded | Width::Right => {
            faults.append(of_row);
            return (value, sound);
        }
    };
    faults.push(Fault::error(code, row.place.clone()).with("cells", row.n_cells).with("columns", columns.len()));
    // Its cells are in the wrong columns, so nothing that they say is judged. Only the first, the id, is kept.
    fields.truncate(1);
    let mut record = Record::new(Holder::Column, row.place, fields, &mut of_row);
    let value = read(&mut record);
    (record.finish(value).0, false)
}

fn rows_of_cells(source: &Source, lines: &Lines, faults: &mut Faults) -> Vec<Cells> {
    let (delimiter, start) = delimiter(&source.text);
    let text = &source.text[start..];
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut cells = csv::StringRecord::new();
    while reader.read_record(&mut cells).unwrap_or(false) {
        let at = start + cells.position().map_or(0, |position| position.byte() as usize);
        let (starts, open_quote) = cell_starts(&source.text, at, delimiter);
        if let Some(quote) = open_quote {
            faults.push(Fault::error("quote-not-closed", lines.place(quote)));
            break;
        }
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let place = Place { column: None, ..lines.place(starts[0]) };
        let place_of = |i: usize| starts.get(i).map_or_else(|| place.clone(), |start| lines.place(*start));
        let cells: Vec<_> = cells.iter().enumerate().map(|(i, cell)| (cell.to_owned(), place_of(i))).collect();
        rows.push(Cells { place, n_cells: cells.len(), cells });
    }
    rows
}

/// The delimiter, and where the header begins.
fn delimiter(text: &str) -> (u8, usize) {
    let first = text.lines().next().unwrap_or("");
    if let Some(mark) = first.trim().to_lowercase().strip_prefix("sep=") {
        let delimiter = mark.bytes().next().filter(|mark| b",;\t".contains(mark)).unwrap_or(b',');
        return (delimiter, text.find('\n').map_or(text.len(), |newline| newline + 1));
    }
    let header = text.trim_start().lines().next().unwrap_or("");
    let count = |mark: u8| header.bytes().filter(|byte| *byte == mark).count();
    let most = [b',', b';', b'\t'].into_iter().rev().max_by_key(|mark| count(*mark));
    (most.unwrap_or(b','), 0)
}

/// Where the cells of the row at `start` begin, and the quote that is never closed, if there is one.
///
/// The csv crate tells where a row begins; quotes are followed here by its rules to find the cells.
fn cell_starts(text: &str, start: usize, delimiter: u8) -> (Vec<usize>, Option<usize>) {
    let bytes = text.as_bytes();
    let mut at = start;
    while matches!(bytes.get(at), Some(b'\r' | b'\n')) {
        at += 1;
    }
    let mut starts = vec![at];
    loop {
        if bytes.get(at) == Some(&b'"') {
            let quote = at;
            at += 1;
            loop {
                match (bytes.get(at), bytes.get(at + 1)) {
                    (None, _) => return (starts, Some(quote)),
                    (Some(b'"'), Some(b'"')) => at += 2,
                    (Some(b'"'), _) => break,
                    _ => at += 1,
                }
            }
        }
        while bytes.get(at).is_some_and(|byte| !matches!(byte, b'\r' | b'\n') && *byte != delimiter) {
            at += 1;
        }
        if bytes.get(at) != Some(&delimiter) {
            return (starts, None);
        }
        at += 1;
        starts.push(at);
    }
}

fn check_columns(columns: &[(String, Place)], asked: &[(&'static str, bool)], header: &Place, faults: &mut Faults) {
    let known = |name: &str| asked.iter().any(|(column, _)| *column == name);
    let given = |name: &str| columns.iter().any(|(column, _)| column == name);
    for (i, (name, place)) in columns.iter().enumerate().filter(|(_, (name, _))| !name.is_empty()) {
        if let Some(first) = columns[..i].iter().position(|(earlier, _)| earlier == name) {
            let fault = Fault::error("column-twice", place.clone());
            faults.push(fault.with("field", shorten(name)).with("first", letter(first)).with("second", letter(i)));
        } else if !known(name) {
            let missing = asked.iter().map(|(column, _)| *column).filter(|column| !given(column));
            let suggestion = did_you_mean(name, missing).unwrap_or(NO_SUGGESTION);
            faults.push(Fault::warning("column-unknown", place.clone()).with("field", shorten(name)).with("suggestion", suggestion));
        }
    }
    for (name, _) in asked.iter().filter(|(name, required)| *required && !given(name)) {
        let strangers = columns.iter().map(|(column, _)| column.as_str()).filter(|column| !known(column));
        let suggestion = did_you_mean(name, strangers).map_or(NO_SUGGESTION.to_owned(), shorten);
        faults.push(Fault::error("column-missing", header.clone()).with("field", *name).with("suggestion", suggestion));
    }
}

impl Width {
    fn of(row: &Cells, n_columns: usize) -> Self {
        match row.n_cells.cmp(&n_columns) {
            Ordering::Less => Self::Short,
            Ordering::Equal => Self::Right,
            Ordering::Greater if row.cells[n_columns..].iter().all(|(text, _)| text.trim().is_empty()) => Self::Padded,
            Ordering::Greater => Self::Long,
        }
    }
}

/// What a spreadsheet calls column `i`: A … Z, AA …
fn letter(mut i: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (i % 26) as u8));
        if i < 26 {
            return letters.iter().rev().collect();
        }
        i = i / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Number, Words};

    fn read(text: &str) -> (Vec<(String, f64, String)>, Vec<String>) {
        let source = Source { name: "t.csv".into(), text: text.to_owned() };
        let mut faults = Faults::new();
        let rows = read_sheet(&source, &mut faults, |record| (record.read("id", Words), record.read("kg", Number(0.0, 100.0))));
        let rows = rows.sound().map(|row| (row.value.0.clone(), row.value.1, row.field("kg").to_string())).collect();
        (rows, faults.sorted().iter().map(|fault| format!("{} {}", fault.place, fault.code)).collect())
    }

    #[test]
    fn any_delimiter_will_do() {
        let expected = vec![("P1".to_owned(), 2.5, "t.csv:2:4".to_owned())];
        assert_eq!(read("id,kg\nP1,2.5\n"), (expected.clone(), vec![]));
        assert_eq!(read("id;kg\r\nP1;2,5\r\n"), (expected.clone(), vec![]));
        assert_eq!(read("id\tkg\nP1\t\"2,5\""), (expected, vec![]));
        assert_eq!(read("sep=;\nid;kg\nP1;2,5").0[0].2, "t.csv:3:4");
    }

    #[test]
    fn quoted_newlines_keep_the_lines_right() {
        let (rows, faults) = read("id,kg\n\n\"P\n\"\"1\"\"\",1\n,\nP2,2\n");
        assert_eq!(rows, [("P\n\"1\"".to_owned(), 1.0, "t.csv:4:8".to_owned()), ("P2".to_owned(), 2.0, "t.csv:6:4".to_owned())]);
        assert_eq!(faults, Vec::<String>::new());
    }

    #[test]
    fn a_bad_header_or_row_is_named() {
        assert_eq!(read("id,kgg\nP1,1\n").1, ["t.csv:1 column-missing", "t.csv:1:4 column-unknown"]);
        assert_eq!(read("id,kg,id\nP1,1,P2\n").1, ["t.csv:1:7 column-twice"]);
        assert_eq!(read("id,kg\nP1\nP2,1,5\nP3,2,\n").1, ["t.csv:2 cells-too-few", "t.csv:3 cells-too-many"]);
        assert_eq!(read("id,kg\nP1,\"1\nP2,2\n").1, ["t.csv:2:4 quote-not-closed"]);
    }

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        assert_eq!(
            (letter(0), letter(25), letter(26), letter(701), letter(702)),
            ("A".into(), "Z".into(), "AA".into(), "ZZ".into(), "AAA".into())
        );
    }
}
