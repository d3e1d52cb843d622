//! How a sheet looks: title, frozen header, rows, sums, and how it is printed.

use jiff::civil::Date;
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

use crate::export::formats::Edition;
use crate::text::Language;
use crate::units::Seconds;

/// Rows above the first one of data: title, plan, header.
const HEAD_ROWS: u32 = 3;
/// Height of a line of words, in points.
const LINE_HEIGHT: f64 = 15.0;
/// Paper size A4, as Excel numbers it.
const A4: u8 = 9;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Blank,
    Words(String),
    /// Words that may take several lines.
    Lines(String),
    /// A number and its decimals.
    Number(f64, usize),
    Share(f64),
    Time(Seconds),
    Day(Date),
    /// A formula, its value, and the decimals it is shown with.
    Formula(String, f64, usize),
    /// A formula for a share, and its value.
    ShareFormula(String, f64),
}

/// A column: heading and width in letters.
pub(super) struct Column {
    pub heading: String,
    pub width: f64,
}

/// Rows under one header.
pub(super) struct Part {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// Printed bold under the rows.
    pub sums: Option<Vec<Cell>>,
}

/// A sheet of the workbook.
pub(super) struct Table {
    pub name: String,
    /// Parts, one under the other; the header of the first one is frozen.
    pub parts: Vec<Part>,
    /// Columns that stay in sight at the left.
    pub frozen_columns: u16,
    /// Whether the rows can be filtered.
    pub filter: bool,
}

/// Formats of cells, in rows and in sums.
pub(super) struct Style {
    language: Language,
}

pub(super) struct Sheet<'s, 'e> {
    sheet: &'s mut Worksheet,
    style: &'s Style,
    edition: &'s Edition<'e>,
}

impl Style {
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// Thousands and decimals as the language writes them, whatever the computer is set to, where the program can.
    fn number(&self, decimals: usize) -> String {
        let locale = if self.language == Language::Vietnamese { "[$-42A]" } else { "" };
        let fraction = if decimals > 0 { format!(".{}", "0".repeat(decimals)) } else { String::new() };
        format!("{locale}#,##0{fraction}")
    }

    fn of(&self, cell: &Cell, sums: bool) -> Format {
        let format = Format::new().set_border(FormatBorder::Hair).set_align(FormatAlign::Top);
        let format = if sums { format.set_bold().set_border_top(FormatBorder::Thin).set_background_color(LIGHT) } else { format };
        match cell {
            Cell::Blank => format,
            Cell::Words(_) => format.set_align(FormatAlign::Left).set_indent(1),
            Cell::Lines(_) => format.set_align(FormatAlign::Left).set_indent(1).set_text_wrap(),
            Cell::Number(_, decimals) | Cell::Formula(_, _, decimals) => format.set_num_format(self.number(*decimals)),
            Cell::Share(_) | Cell::ShareFormula(..) => format.set_num_format("0%"),
            Cell::Time(_) => format.set_num_format("[hh]:mm").set_align(FormatAlign::Center),
            Cell::Day(_) => format.set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
        }
    }
}

const LIGHT: Color = Color::RGB(0xEE_EE_EE);
const DARK: Color = Color::RGB(0x1F_4E_3D);

impl<'s, 'e> Sheet<'s, 'e> {
    pub fn new(sheet: &'s mut Worksheet, style: &'s Style, edition: &'s Edition<'e>) -> Self {
        Self { sheet, style, edition }
    }

    /// Writes a table and says how it is printed.
    pub fn fill(&mut self, table: Table) -> Result<(), XlsxError> {
        self.sheet.set_name(&table.name)?;
        self.head(&table.name)?;
        let mut row = HEAD_ROWS - 1;
        for (number, part) in table.parts.iter().enumerate() {
            self.header(row, part, number == 0)?;
            let first = row + 1;
            for cells in &part.rows {
                row += 1;
                self.row(row, cells, false)?;
                self.height(row, cells, &part.columns)?;
            }
            let columns = u16::try_from(part.columns.len()).unwrap_or(u16::MAX);
            if table.filter && number == 0 && row >= first {
                self.sheet.autofilter(first - 1, 0, row, columns - 1)?;
            }
            if let Some(sums) = &part.sums {
                row += 1;
                self.row(row, sums, true)?;
            }
            row += 3;
        }
        self.sheet.set_freeze_panes(HEAD_ROWS, table.frozen_columns)?;
        self.print()
    }

    fn head(&mut self, name: &str) -> Result<(), XlsxError> {
        let itinerary = self.edition.itinerary;
        let words = [("district", itinerary.district.as_str().into()), ("sheet", name.into())];
        let title = Format::new().set_bold().set_font_size(14).set_font_color(DARK);
        self.sheet.write_string_with_format(0, 0, self.edition.text.say("xlsx-head", &words), &title)?;
        let identity = &itinerary.identity;
        let words = [("plan", identity.plan_number.as_str().into()), ("code", identity.check_code.as_str().into())];
        let small = Format::new().set_italic().set_font_color(Color::RGB(0x55_55_55));
        self.sheet.write_string_with_format(1, 0, self.edition.text.say("xlsx-plan", &words), &small)?;
        Ok(())
    }

    fn header(&mut self, row: u32, part: &Part, first: bool) -> Result<(), XlsxError> {
        let format = Format::new().set_bold().set_font_color(Color::White).set_background_color(DARK).set_text_wrap();
        let format = format.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter).set_border(FormatBorder::Thin);
        for (column, it) in (0u16..).zip(&part.columns) {
            self.sheet.write_string_with_format(row, column, &it.heading, &format)?;
            if first {
                self.sheet.set_column_width(column, it.width)?;
            }
        }
        self.sheet.set_row_height(row, 3.0 * LINE_HEIGHT)?;
        Ok(())
    }

    /// Room for words that take several lines; not every program makes it by itself.
    fn height(&mut self, row: u32, cells: &[Cell], columns: &[Column]) -> Result<(), XlsxError> {
        let lines = cells.iter().zip(columns).map(|(cell, column)| match cell {
            Cell::Lines(words) => (words.chars().count() as f64 / (1.1 * column.width)).ceil(),
            _ => 1.0,
        });
        let lines = lines.fold(1.0, f64::max);
        if lines > 1.0 {
            self.sheet.set_row_height(row, lines * LINE_HEIGHT)?;
        }
        Ok(())
    }

    fn row(&mut self, row: u32, cells: &[Cell], sums: bool) -> Result<(), XlsxError> {
        for (column, cell) in (0u16..).zip(cells) {
            let format = self.style.of(cell, sums);
            match cell {
                Cell::Blank => self.sheet.write_blank(row, column, &format)?,
                Cell::Words(words) | Cell::Lines(words) => self.sheet.write_string_with_format(row, column, words, &format)?,
                Cell::Number(number, _) | Cell::Share(number) => self.sheet.write_number_with_format(row, column, *number, &format)?,
                Cell::Time(time) => self.sheet.write_number_with_format(row, column, time.0 as f64 / 86_400.0, &format)?,
                Cell::Day(date) => {
                    let year = u16::try_from(date.year()).unwrap_or(1900);
                    let date = ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs())?;
                    self.sheet.write_datetime_with_format(row, column, &date, &format)?
                }
                Cell::Formula(formula, value, _) | Cell::ShareFormula(formula, value) => {
                    let formula = Formula::new(formula).set_result(value.to_string());
                    self.sheet.write_formula_with_format(row, column, formula, &format)?
                }
            };
        }
        Ok(())
    }

    /// A4 across, one page wide, the header on every page.
    fn print(&mut self) -> Result<(), XlsxError> {
        let identity = &self.edition.itinerary.identity;
        let words = [("plan", identity.plan_number.as_str().into()), ("code", identity.check_code.as_str().into())];
        let footer = format!("&L{}&R&P/&N", self.edition.text.say("xlsx-plan", &words).replace('&', "&&"));
        self.sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_footer(footer);
        self.sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        self.sheet.set_repeat_rows(HEAD_ROWS - 1, HEAD_ROWS - 1)?;
        Ok(())
    }
}

/// The Excel row of the first row of data.
pub(super) const FIRST_ROW: usize = HEAD_ROWS as usize + 1;

/// A column of a sheet over `n_rows` of data, for formulas on any sheet: `'Lộ trình'!$M$4:$M$90`.
pub(super) fn range(sheet: &str, column: char, n_rows: usize) -> String {
    let last = FIRST_ROW + n_rows.max(1) - 1;
    format!("'{}'!${column}${FIRST_ROW}:${column}${last}", sheet.replace('\'', "''"))
}

/// The sum of the rows of this sheet that a filter shows.
pub(super) fn shown_sum(column: char, n_rows: usize) -> String {
    format!("=SUBTOTAL(109,{column}{FIRST_ROW}:{column}{})", FIRST_ROW + n_rows.max(1) - 1)
}

/// Columns from keys of the catalogue and widths.
pub(super) fn columns<const N: usize>(keys: [(&'static str, f64); N], edition: &Edition) -> Vec<Column> {
    keys.into_iter().map(|(key, width)| Column { heading: edition.text.plain(key), width }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_names_its_sheet() {
        assert_eq!(range("Lộ trình", 'M', 87), "'Lộ trình'!$M$4:$M$90");
        assert_eq!(range("It's", 'A', 0), "'It''s'!$A$4:$A$4");
        assert_eq!(shown_sum('C', 2), "=SUBTOTAL(109,C4:C5)");
    }
}
