//! A body while it is read: takes events in the order of the text, whatever format they come from, and makes
//! blocks of them.
//!
//! Every event is legal at every moment. An end without a beginning is ignored, a beginning without an end
//! lasts to the end of the text, as in a browser. All state is counters and small stacks, so the work is
//! linear in the text however it is nested.

mod figure;
mod inline;
mod marks;
mod table;

pub(super) use figure::FigureKind;

use self::figure::FigureDraft;
use self::marks::Marks;
use self::table::TableDraft;
use super::{Recognize, keys};
use crate::domain::body::{
    BlockContent, FactBoxBlock, ImageBlock, ListItem, ListKind, Mark, Mode, Span, Style, TextBlock,
};
use crate::domain::spacing::{code_lines, collapse, is_blank, one_line};
use crate::domain::{Body, Id, Kind};

/// The deepest level of a list; what is deeper in the source stands on it.
const DEEPEST: usize = 10;

pub(super) struct Draft<'r> {
    recognize: &'r mut dyn Recognize,
    blocks: Vec<BlockContent>,
    /// The text that is being read, not yet a block.
    spans: Vec<Span>,
    marks: Marks,
    /// The level of the heading that is open, until its text has ended.
    heading: Option<Style>,
    quotes: usize,
    lists: Vec<OpenList>,
    preformatted: usize,
    table: Option<TableDraft>,
    figure: Option<FigureDraft>,
    /// Only one run of text is wanted: blocks become lines of it.
    inline: bool,
}

struct OpenList {
    kind: ListKind,
    /// Whether the open item already has a paragraph.
    has_text: bool,
}

impl<'r> Draft<'r> {
    pub(super) fn new(recognize: &'r mut dyn Recognize) -> Self {
        Self {
            recognize,
            blocks: Vec::new(),
            spans: Vec::new(),
            marks: Marks::default(),
            heading: None,
            quotes: 0,
            lists: Vec::new(),
            preformatted: 0,
            table: None,
            figure: None,
            inline: false,
        }
    }

    /// A draft of one run of text.
    pub(super) fn inline(recognize: &'r mut dyn Recognize) -> Self {
        Self { inline: true, ..Self::new(recognize) }
    }

    pub(super) fn finish(mut self) -> Body {
        while self.table.is_some() {
            self.close_table();
        }
        while self.figure.is_some() {
            self.close_figure();
        }
        self.end_text();
        Body::new(keys::assign(self.blocks))
    }

    pub(super) fn finish_inline(self) -> Vec<Span> {
        collapse(self.spans)
    }
}

impl Draft<'_> {
    /// Ends the block that is being read: what follows is another.
    pub(super) fn end_text(&mut self) {
        if self.runs_on() {
            if !self.spans.is_empty() {
                self.line_break_once();
            }
            return;
        }
        let spans = std::mem::take(&mut self.spans);
        if is_blank(&spans) {
            return;
        }
        match self.place_in_figure(spans) {
            Some(spans) => self.place(spans),
            None => self.heading = None,
        }
    }

    fn place(&mut self, spans: Vec<Span>) {
        let quoted = if self.quotes > 0 { Style::Blockquote } else { Style::Normal };
        let style = self.heading.take().unwrap_or(quoted);
        let level = u8::try_from(self.lists.len().min(DEEPEST)).unwrap_or(u8::MAX);
        let list = self.lists.last().map(|list| ListItem { kind: list.kind, level });
        let mut block = TextBlock { style, list, spans };
        block.spans = match code_lines(&block) {
            Some(lines) if self.preformatted > 0 => {
                vec![Span { text: lines.to_owned(), marks: vec![Mark::Code] }]
            }
            Some(_) | None => collapse(block.spans),
        };
        if let Some(open) = self.lists.last_mut() {
            // An item is one block, so its second paragraph is a new line of the first.
            if std::mem::replace(&mut open.has_text, true)
                && let Some(BlockContent::Text(item)) = self.blocks.last_mut()
                && (item.style, item.list) == (block.style, block.list)
            {
                append_line(&mut item.spans, block.spans);
                return;
            }
        }
        self.blocks.push(BlockContent::Text(block));
    }

    /// Whether there are no blocks here, only lines of one text.
    fn runs_on(&self) -> bool {
        self.inline || self.table.as_ref().is_some_and(TableDraft::in_cell)
    }

    fn line_break_once(&mut self) {
        if !self.spans.last().is_some_and(|span| span.text.ends_with('\n')) {
            self.line_break();
        }
    }

    pub(super) fn open_heading(&mut self, level: u8) {
        self.end_text();
        self.heading = Some(match level {
            ..=2 => Style::H2,
            3 => Style::H3,
            4.. => Style::H4,
        });
    }

    pub(super) fn close_heading(&mut self) {
        self.end_text();
        self.heading = None;
    }

    pub(super) fn open_quote(&mut self) {
        self.end_text();
        self.quotes += 1;
    }

    pub(super) fn close_quote(&mut self) {
        self.end_text();
        self.quotes = self.quotes.saturating_sub(1);
    }

    pub(super) fn open_list(&mut self, kind: ListKind) {
        self.end_text();
        self.lists.push(OpenList { kind, has_text: false });
    }

    pub(super) fn close_list(&mut self) {
        self.end_text();
        self.lists.pop();
    }

    pub(super) fn open_item(&mut self) {
        self.end_text();
        if let Some(list) = self.lists.last_mut() {
            list.has_text = false;
        }
    }

    pub(super) fn open_preformatted(&mut self) {
        self.end_text();
        self.preformatted += 1;
        self.marks.open(Mark::Code);
    }

    pub(super) fn close_preformatted(&mut self) {
        self.end_text();
        if self.preformatted > 0 {
            self.preformatted -= 1;
            self.marks.close(&Mark::Code);
        }
    }

    pub(super) fn divider(&mut self) {
        self.end_text();
        if !self.runs_on() {
            self.blocks.push(BlockContent::Divider);
        }
    }

    /// A picture stands between two texts. In a table it goes before the table, which holds only text.
    pub(super) fn image(&mut self, src: &str, alt: &str, title: Option<&str>) {
        if self.inline {
            self.text(alt);
        } else if let Some(image) = self.recognize.image(src, alt, title) {
            if self.table.is_none() {
                self.end_text();
            }
            let before = self.figure.as_mut().filter(|figure| !figure.in_caption());
            let before = before.and_then(FigureDraft::take_caption);
            let caption = before.or_else(|| title.map(one_line)).filter(|caption| !caption.is_empty());
            self.blocks.push(BlockContent::Image(ImageBlock { image, caption }));
        }
    }

    /// The fact box that is called `reference`, if there is one.
    pub(super) fn recognize_fact_box(&mut self, reference: &str) -> Option<Id> {
        self.recognize.entry(Kind::FactBox, reference)
    }

    pub(super) fn fact_box(&mut self, fact_box: Id, mode: Mode) {
        if self.table.is_none() {
            self.end_text();
        }
        if !self.inline {
            self.blocks.push(BlockContent::FactBox(FactBoxBlock { fact_box, mode }));
        }
    }
}

/// Adds a line to a text. Touches only the seam, however long the text is already.
fn append_line(spans: &mut Vec<Span>, line: Vec<Span>) {
    let mut line = line.into_iter();
    if let (Some(last), Some(first)) = (spans.last_mut(), line.next()) {
        last.text.push('\n');
        if last.marks == first.marks {
            last.text.push_str(&first.text);
        } else {
            spans.push(first);
        }
    }
    spans.extend(line);
}
