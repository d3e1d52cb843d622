//! A table of results, before it is known whether it goes to a screen or to a spreadsheet.

use comfy_table::presets::NOTHING;
use comfy_table::{Cell as ScreenCell, CellAlignment, ColumnConstraint, ContentArrangement, Table, TableComponent, Width};

use crate::text::{Language, decimal};

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing, or nothing to say.
    Empty,
    /// Words.
    Words(String),
    /// A number and the decimals it is shown with.
    Number(f64, usize),
    /// A share from 0 to 1, shown as a percentage with so many decimals.
    Share(f64, usize),
}

/// A column: its heading, and whether its cells are numbers (set to the right).
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Heading.
    pub heading: String,
    /// Whether it is set to the right.
    pub right: bool,
}

/// A table of results.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows, as long as the columns.
    pub rows: Vec<Vec<Cell>>,
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(number as f64, 0)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number as f64, 0)
    }
}

impl Cell {
    /// The cell as people read it.
    pub fn shown(&self, language: Language) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Words(words) => words.clone(),
            Self::Number(number, decimals) => decimal(*number, *decimals, language),
            Self::Share(share, decimals) => crate::text::percent(*share, *decimals, language),
        }
    }
}

impl Grid {
    /// A table without rows; each heading with whether its column is set to the right.
    pub fn new<S: Into<String>>(headings: impl IntoIterator<Item = (S, bool)>) -> Self {
        let columns = headings.into_iter().map(|(heading, right)| Column { heading: heading.into(), right });
        Self { columns: columns.collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, row: Vec<Cell>) {
        debug_assert_eq!(row.len(), self.columns.len());
        self.rows.push(row);
    }

    /// The table for a screen of `width` columns: numbers to the right, words broken where they are too long.
    pub fn screen(&self, width: usize, language: Language) -> String {
        let mut table = Table::new();
        table.load_preset(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX)).force_no_tty();
        table.set_style(TableComponent::HeaderLines, '─').set_style(TableComponent::MiddleHeaderIntersections, '─');
        let aligned = |words: String, column: &Column| {
            let alignment = if column.right { CellAlignment::Right } else { CellAlignment::Left };
            ScreenCell::new(words).set_alignment(alignment)
        };
        table.set_header(self.columns.iter().map(|column| aligned(column.heading.clone(), column)));
        for row in &self.rows {
            table.add_row(row.iter().zip(&self.columns).map(|(cell, column)| aligned(cell.shown(language), column)));
        }
        for (index, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, PADDING));
            let narrowest = Width::Fixed(self.narrowest(index, language) + PADDING);
            column.set_constraint(ColumnConstraint::LowerBoundary(narrowest));
        }
        let lines: Vec<String> = table.lines().map(|line| format!(" {}", line.trim_end())).collect();
        lines.join("\n") + "\n"
    }

    /// Width of a column below which a word of its heading, a number or a clock time would be broken.
    fn narrowest(&self, index: usize, language: Language) -> u16 {
        let column = &self.columns[index];
        let words = column.heading.split_whitespace().map(|word| word.chars().count());
        let shown = self.rows.iter().map(|row| row[index].shown(language));
        let whole = shown.filter(|cell| column.right || cell.starts_with(|first: char| first.is_ascii_digit()));
        let figures = whole.map(|cell| cell.chars().count());
        words.chain(figures).max().unwrap_or(1).try_into().unwrap_or(u16::MAX - PADDING)
    }
}

/// Blanks after every column, beside the one between columns.
const PADDING: u16 = 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_to_the_right_in_the_style_of_the_language() {
        let mut grid = Grid::new([("Xã", false), ("tấn", true)]);
        grid.push(vec!["Ôn Lương".into(), Cell::Number(1234.56, 1)]);
        grid.push(vec!["Đu".into(), Cell::Number(5.0, 1)]);
        let shown = grid.screen(80, Language::Vietnamese);
        assert!(shown.contains("Ôn Lương  1.234,6\n"), "{shown}");
        assert!(shown.contains("Đu            5,0\n"), "{shown}");
        assert!(shown.lines().nth(1).is_some_and(|line| line.trim().chars().all(|letter| letter == '─')), "{shown}");
    }

    #[test]
    fn clock_times_are_never_broken() {
        let mut grid = Grid::new([("name", false), ("from–to", false)]);
        grid.push(vec!["a very long name of a small place".into(), "06:00–13:51".into()]);
        assert!(grid.screen(24, Language::English).contains("06:00–13:51"));
    }

    #[test]
    fn a_long_name_is_broken_rather_than_cut() {
        let mut grid = Grid::new([("name", false), ("t", true)]);
        grid.push(vec!["a very long name of a small place".into(), Cell::Number(1.0, 0)]);
        let shown = grid.screen(24, Language::English);
        assert!(shown.lines().all(|line| line.chars().count() <= 25), "{shown}");
        assert!(shown.contains("place"));
    }
}
