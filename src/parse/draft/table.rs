//! A table while it is read.

use super::Draft;
use super::marks::Marks;
use crate::domain::body::{BlockContent, Span, Table};
use crate::domain::spacing::{collapse, is_blank};

/// Beyond these limits a table is invalid anyway, so it is not worth the memory to make it rectangular.
const PADDED: (usize, usize) = (1_000, 100);

#[derive(Debug)]
pub(super) struct TableDraft {
    rows: Vec<Row>,
    in_head: bool,
    /// Inside a cell; holds the marks that were open outside it.
    cell: Option<Marks>,
    /// Tables inside this one: their text runs on in the cell.
    inner: usize,
    /// How many lists were open outside.
    lists: usize,
}

#[derive(Debug)]
struct Row {
    cells: Vec<Vec<Span>>,
    header: bool,
}

impl TableDraft {
    pub(super) const fn in_cell(&self) -> bool {
        self.cell.is_some()
    }
}

impl Draft<'_> {
    pub(in crate::parse) fn open_table(&mut self) {
        self.end_text();
        match &mut self.table {
            Some(outer) => outer.inner += 1,
            None if self.inline => {}
            None => {
                let lists = self.lists.len();
                self.table = Some(TableDraft { rows: vec![], in_head: false, cell: None, inner: 0, lists });
            }
        }
    }

    pub(in crate::parse) fn table_head(&mut self, in_head: bool) {
        self.end_text();
        if let Some(table) = self.outermost_table() {
            table.in_head = in_head;
        }
    }

    pub(in crate::parse) fn open_row(&mut self) {
        self.close_cell();
        if let Some(table) = self.outermost_table() {
            let header = table.in_head;
            table.rows.push(Row { cells: vec![], header });
        }
    }

    pub(in crate::parse) fn open_cell(&mut self, names_column: bool) {
        self.close_cell();
        let marks = self.marks.clone();
        if let Some(table) = self.outermost_table() {
            if table.rows.is_empty() {
                table.rows.push(Row { cells: vec![], header: table.in_head });
            }
            let in_head = table.in_head;
            if let Some(row) = table.rows.last_mut() {
                // Outside of a `thead`, a row names the columns when all of its cells are `th`.
                row.header = in_head || (names_column && (row.cells.is_empty() || row.header));
            }
            table.cell = Some(marks);
        }
    }

    pub(in crate::parse) fn close_cell(&mut self) {
        self.end_text();
        if self.outermost_table().is_none_or(|table| table.cell.is_none()) {
            return;
        }
        let spans = collapse(std::mem::take(&mut self.spans));
        if let Some(table) = &mut self.table {
            self.marks = table.cell.take().unwrap_or_default();
            if let Some(row) = table.rows.last_mut() {
                row.cells.push(spans);
            }
        }
    }

    pub(in crate::parse) fn close_table(&mut self) {
        match &mut self.table {
            Some(table) if table.inner > 0 => {
                table.inner -= 1;
                self.end_text();
                return;
            }
            Some(_) => self.close_cell(),
            None => self.end_text(),
        }
        if let Some(table) = self.table.take() {
            self.lists.truncate(table.lists);
            self.blocks.extend(finished(table).map(BlockContent::Table));
        }
    }

    fn outermost_table(&mut self) -> Option<&mut TableDraft> {
        self.table.as_mut().filter(|table| table.inner == 0)
    }
}

/// The table, unless there is nothing in it. A header without any words, which Markdown needs for a table
/// without a header, is none.
fn finished(table: TableDraft) -> Option<Table> {
    let mut rows = table.rows;
    rows.retain(|row| !row.cells.is_empty());
    let mut header = rows.first().is_some_and(|row| row.header);
    let says_nothing = |row: &Row| row.cells.iter().all(|cell| is_blank(cell));
    if rows.iter().all(says_nothing) {
        return None;
    }
    if header && rows.first().is_some_and(says_nothing) {
        header = false;
        rows.remove(0);
    }
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let (most_rows, most_cells) = PADDED;
    if rows.len() <= most_rows {
        for row in &mut rows {
            let padded = width.min(most_cells).max(row.cells.len());
            row.cells.resize(padded, Vec::new());
        }
    }
    Some(Table { header, rows: rows.into_iter().map(|row| row.cells).collect() })
}
