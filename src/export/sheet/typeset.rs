//! A4 pages of sheets, set by typst from one template.
//!
//! # Why
//!
//! The typesetter shapes Vietnamese with all its diacritics, breaks a table over pages with its head repeated, and embeds maps as vectors.
//! It prints a blank for a character that no font has, without a word of warning: a test holds the catalogue and the fonts together.

use std::collections::HashMap;

use serde::Serialize;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::Abs;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_svg::SvgOptions;

use super::content::{CODE_COLUMN, CODES_IN_COLUMN, MOST_CODE_COLUMNS};
use super::{Code, Sheet};
use crate::export::font::FONTS;
use crate::export::html::escaped;

const TEMPLATE: &str = include_str!("sheet.typ");
/// Between two pages of a sheet that is one drawing, in points.
const PAGE_GAP_PT: f64 = 12.0;

/// The pages could not be set.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct TypesetError(String);

/// All sheets as one PDF, each beginning on a new page and with page numbers of its own. The same sheets give the same bytes.
///
/// `title` is that of the document.
///
/// # Errors
/// Where the typesetter fails, which no content of a sheet makes it do.
pub fn sheets_pdf(sheets: &[Sheet], title: &str) -> Result<Vec<u8>, TypesetError> {
    let document = document(sheets, title)?;
    // Neither a clock nor a random number: the identity of the file follows from what is in it.
    let codes: String = sheets.iter().map(|sheet| sheet.check_code.as_str()).collect();
    let creator = format!("thugom {}", env!("CARGO_PKG_VERSION"));
    let options = PdfOptions { ident: Smart::Custom(codes), creator: Smart::Custom(Some(creator)), ..PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(|errors| failed(&errors))
}

/// A sheet as one drawing, its pages one below the other.
///
/// # Errors
/// As [`sheets_pdf`].
pub fn sheet_svg(sheet: &Sheet) -> Result<String, TypesetError> {
    let document = document(std::slice::from_ref(sheet), &sheet.title)?;
    let drawing = typst_svg::svg_merged(&document, &SvgOptions::default(), Abs::pt(PAGE_GAP_PT));
    // The typesetter writes the addresses of links as they are, with bare ampersands, which no reader of XML takes.
    let quoted = |address: &str| format!("\"{address}\"");
    Ok(sheet.codes.iter().fold(drawing, |drawing, code| drawing.replace(&quoted(&code.link), &quoted(&escaped(&code.link)))))
}

fn document(sheets: &[Sheet], title: &str) -> Result<PagedDocument, TypesetError> {
    let document = typst::compile::<PagedDocument>(&Desk::new(sheets, title)).output.map_err(|errors| failed(&errors));
    // What the typesetter remembers of a book would only fill the memory of a server.
    typst::comemo::evict(0);
    document
}

fn failed(errors: &[SourceDiagnostic]) -> TypesetError {
    TypesetError(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
}

/// All that the template sees: itself, the sheets as JSON, drawings, fonts; no file system, no clock.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    /// Looked up, never walked through.
    files: HashMap<FileId, Bytes>,
}

/// What the template reads.
#[derive(Serialize)]
struct Book<'s> {
    title: &'s str,
    language: &'s str,
    code_column_pt: f64,
    codes_in_column: usize,
    most_code_columns: usize,
    sheets: Vec<Sheet>,
}

impl Desk {
    fn new(sheets: &[Sheet], title: &str) -> Self {
        let fonts: Vec<Font> = FONTS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
        let mut files = HashMap::new();
        let numbered = sheets.iter().enumerate().map(|(i, sheet)| drawings_as_files(sheet, i, &mut files)).collect();
        let language = sheets.first().map_or("vi", |sheet| sheet.language);
        let book = Book {
            title,
            language,
            code_column_pt: CODE_COLUMN,
            codes_in_column: CODES_IN_COLUMN,
            most_code_columns: MOST_CODE_COLUMNS,
            sheets: numbered,
        };
        let json = serde_json::to_vec(&book).expect("sheets have string keys only");
        files.insert(file("sheets.json"), Bytes::new(json));
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template: Source::new(file("sheet.typ"), TEMPLATE.to_owned()),
            files,
        }
    }
}

/// The sheet with names of files in place of its drawings, which go into `files`.
fn drawings_as_files(sheet: &Sheet, i: usize, files: &mut HashMap<FileId, Bytes>) -> Sheet {
    let mut put = |name: String, drawing: &str| {
        files.insert(file(&name), Bytes::from_string(drawing.to_owned()));
        name
    };
    let map = sheet.map.as_ref().map(|map| put(format!("map-{i}.svg"), map));
    let codes = sheet.codes.iter().enumerate();
    let codes: Vec<Code> =
        codes.map(|(j, code)| Code { drawing: put(format!("code-{i}-{j}.svg"), &code.drawing), ..code.clone() }).collect();
    Sheet { map, codes, ..sheet.clone() }
}

fn file(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("a plain name is a path")).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use typst::layout::{Frame, FrameItem};

    use super::super::trial::{long_day, sheets_of, with_edition};
    use super::*;
    use crate::text::Language;

    /// Counts letters, and those that no font has, on all pages.
    fn letters(document: &PagedDocument) -> (usize, usize) {
        let of_pages = document.pages().iter().map(|page| letters_on(&page.frame));
        of_pages.fold((0, 0), |sum, page| (sum.0 + page.0, sum.1 + page.1))
    }

    /// The same on one page.
    fn letters_on(page: &Frame) -> (usize, usize) {
        fn walk(frame: &Frame, found: &mut (usize, usize)) {
            for (_, item) in frame.items() {
                match item {
                    FrameItem::Group(group) => walk(&group.frame, found),
                    FrameItem::Text(text) => {
                        found.0 += text.glyphs.len();
                        found.1 += text.glyphs.iter().filter(|glyph| glyph.id == 0).count();
                    }
                    _ => {}
                }
            }
        }
        let mut found = (0, 0);
        walk(page, &mut found);
        found
    }

    #[test]
    fn a_long_day_fills_pages_with_no_letter_missing() {
        let (problem, plan) = long_day();
        let sheets = sheets_of(&problem, &plan, Language::Vietnamese);
        let document = document(&sheets, "Thử").unwrap();
        // 60 rows of three or four lines: more than two pages; fewer than ten.
        assert!((3..10).contains(&document.pages().len()), "{} pages", document.pages().len());
        let (all, missing) = letters(&document);
        assert!(all > 5_000 && missing == 0, "{missing} of {all} letters");
    }

    #[test]
    fn every_page_has_rows_of_the_table_or_the_end_of_the_day() {
        let (problem, plan) = long_day();
        // Whatever the number of stops, what comes after the table never stands alone: codes and signatures have no 150 letters.
        let long = sheets_of(&problem, &plan, Language::Vietnamese).remove(0);
        let home = long.rows.last().expect("the way home").clone();
        for n_rows in (3..40).step_by(3) {
            let rows = long.rows.iter().take(n_rows).cloned().chain([home.clone()]).collect();
            let document = document(&[Sheet { rows, ..long.clone() }], "Thử").unwrap();
            let fewest = document.pages().iter().map(|page| letters_on(&page.frame).0).min().unwrap();
            assert!(fewest > 150, "{n_rows} rows: {fewest} letters on a page");
        }
    }

    #[test]
    fn the_same_sheets_give_the_same_bytes() {
        let (problem, plan) = long_day();
        let sheets = sheets_of(&problem, &plan, Language::English);
        let pdf = sheets_pdf(&sheets, "Trial").unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"));
        assert_eq!(pdf, sheets_pdf(&sheets, "Trial").unwrap());
        assert_eq!(sheet_svg(&sheets[0]).unwrap(), sheet_svg(&sheets[0]).unwrap());
    }

    #[test]
    fn a_sheet_as_a_drawing_is_well_formed_with_its_links() {
        let (problem, plan) = long_day();
        let drawing = sheet_svg(&sheets_of(&problem, &plan, Language::Vietnamese)[0]).unwrap();
        let xml = roxmltree::Document::parse(&drawing).unwrap_or_else(|error| panic!("{error}"));
        let is_link = |attribute: &roxmltree::Attribute| attribute.name() == "href" && attribute.value().contains("dir/?api=1&travelmode=");
        assert!(xml.descendants().filter(|node| node.attributes().any(|attribute| is_link(&attribute))).count() >= 8);
    }

    #[test]
    fn a_day_without_work_is_one_page() {
        let (problem, plan) = long_day();
        with_edition(&problem, &plan, Language::Vietnamese, |edition| {
            let document = document(&[Sheet::idle(edition, 0, 6)], "Thử").unwrap();
            assert_eq!(document.pages().len(), 1);
            assert_eq!(letters(&document).1, 0);
        });
    }
}
