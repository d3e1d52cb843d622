//! A table of results as HTML.

use crate::export::html::escaped;
use crate::export::{Cell, Grid};
use crate::text::Text;

/// The grid as a table that scrolls sideways where it must; its first `n_names` columns are the names of its rows.
pub(in crate::export) fn grid_table(grid: &Grid, n_names: usize, text: &Text) -> String {
    let side = |right: bool| if right { " class=\"right\"" } else { "" };
    let head = grid.columns.iter().map(|column| format!("<th scope=\"col\"{}>{}</th>", side(column.right), escaped(&column.heading)));
    let head: String = head.collect();
    let rows = grid.rows.iter().map(|row| {
        let cells = row.iter().zip(&grid.columns).enumerate().map(|(i, (cell, column))| {
            let (tag, scope) = if i < n_names && *cell != Cell::Empty { ("th", " scope=\"row\"") } else { ("td", "") };
            format!("<{tag}{scope}{}>{}</{tag}>", side(column.right), escaped(&cell.shown(text.language())))
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    });
    let rows: String = rows.collect();
    format!("<div class=\"scroll\"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n")
}
