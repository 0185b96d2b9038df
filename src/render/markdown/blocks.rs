//! Blocks as nodes of a syntax tree.

use comrak::nodes::{
    ListType, Node, NodeCodeBlock, NodeHeading, NodeHtmlBlock, NodeLink, NodeList, NodeTable,
};
use comrak::nodes::{NodeValue, TableAlignment};

use super::Writer;
use super::inline::{Place, destination, entity_safe, without_white_space};
use crate::domain::body::{
    Block, BlockContent, Embed, FactBoxBlock, ImageBlock, ListItem, ListKind, Mode, PullQuote, Span, Style,
    Table, TextBlock,
};
use crate::domain::spacing::{code_lines, collapse_text, is_blank, one_line};
use crate::domain::validate::{is_forbidden, is_link_target, is_web_url};
use crate::domain::{Link, Role};
use crate::render::html;
use crate::render::parts::{Part, parts};

impl<'a> Writer<'a, '_> {
    pub(super) fn blocks(&self, document: Node<'a>, blocks: &[Block]) {
        for part in parts(blocks) {
            match part {
                Part::Quote(paragraphs) => {
                    let quote = self.add(document, NodeValue::BlockQuote);
                    for text in paragraphs {
                        self.text_block(quote, NodeValue::Paragraph, &text.spans);
                    }
                }
                Part::List(items) => self.list(document, &items),
                Part::Single(content) => self.block(document, content),
            }
        }
    }

    fn block(&self, document: Node<'a>, content: &BlockContent) {
        match content {
            BlockContent::Text(text) => self.text(document, text),
            BlockContent::Image(image) => self.image(document, image),
            BlockContent::FactBox(fact_box) => self.fact_box(document, fact_box),
            BlockContent::Embed(embed) => self.embed(document, embed),
            BlockContent::PullQuote(quote) => self.pull_quote(document, quote),
            BlockContent::Table(table) => self.table(document, table),
            BlockContent::Divider => {
                self.add(document, NodeValue::ThematicBreak);
            }
        }
    }

    fn text(&self, parent: Node<'a>, text: &TextBlock) {
        let heading = |level| NodeValue::Heading(NodeHeading { level, ..NodeHeading::default() });
        match (text.style, code_lines(text)) {
            (_, Some(lines)) => self.code(parent, lines),
            (Style::Normal, None) => self.text_block(parent, NodeValue::Paragraph, &text.spans),
            (Style::H2, None) => self.text_block(parent, heading(2), &text.spans),
            (Style::H3, None) => self.text_block(parent, heading(3), &text.spans),
            (Style::H4, None) => self.text_block(parent, heading(4), &text.spans),
            (Style::Blockquote, None) => {
                let quote = self.add(parent, NodeValue::BlockQuote);
                self.text_block(quote, NodeValue::Paragraph, &text.spans);
            }
        }
    }

    pub(super) fn text_block(&self, parent: Node<'a>, value: NodeValue, spans: &[Span]) {
        let place = if matches!(value, NodeValue::Heading(_)) { Place::Line } else { Place::Paragraph };
        let block = self.add(parent, value);
        self.inline(block, spans, place);
    }

    fn code(&self, parent: Node<'a>, lines: &str) {
        let block = NodeCodeBlock {
            fenced: true,
            literal: lines.chars().filter(|&c| !is_forbidden(c)).chain(['\n']).collect(),
            closed: true,
            ..NodeCodeBlock::default()
        };
        self.add(parent, NodeValue::CodeBlock(Box::new(block)));
    }

    fn html(&self, parent: Node<'a>, literal: String) {
        // 6 is the kind of HTML block that ends at an empty line: what follows is Markdown again.
        self.add(parent, NodeValue::HtmlBlock(NodeHtmlBlock { block_type: 6, literal }));
    }

    /// Writes neighbouring list items. A level that has no item of its own gets an empty one.
    fn list(&self, document: Node<'a>, items: &[(ListItem, &TextBlock)]) {
        let mut open: Vec<(ListKind, Node<'a>)> = Vec::new();
        for (ListItem { kind, level }, text) in items {
            let level = usize::from((*level).max(1));
            open.truncate(level);
            if open.len() == level && open.last().is_some_and(|(open, _)| open != kind) {
                open.pop();
            }
            while open.len() < level {
                let parent = match open.last() {
                    None => document,
                    Some((kind, list)) => list.last_child().unwrap_or_else(|| self.item(list, *kind)),
                };
                open.push((*kind, self.add(parent, NodeValue::List(list_of(*kind)))));
            }
            if let Some((kind, list)) = open.last() {
                self.text(self.item(list, *kind), text);
            }
        }
    }

    fn item(&self, list: Node<'a>, kind: ListKind) -> Node<'a> {
        self.add(list, NodeValue::Item(list_of(kind)))
    }

    fn image(&self, document: Node<'a>, block: &ImageBlock) {
        let Some(image) = self.resolve.image(block.image) else {
            return self.gap(document, "figure", &Link::to(Role::Image, block.image));
        };
        let url = self.resolve.image_url(block.image).filter(|url| is_link_target(url));
        let Some(url) = url else { return };
        let caption = block.caption.as_ref().or(image.caption.as_ref());
        let title = caption.map(|caption| entity_safe(&one_line(caption))).unwrap_or_default();
        let paragraph = self.add(document, NodeValue::Paragraph);
        let link = NodeLink { url: destination(&url), title };
        let node = self.add(paragraph, NodeValue::Image(Box::new(link)));
        self.inline(node, &[Span::plain(one_line(&image.alt))], Place::Line);
    }

    fn fact_box(&self, document: Node<'a>, &FactBoxBlock { fact_box, mode }: &FactBoxBlock) {
        let Some(content) = self.resolve.fact_box(fact_box, mode) else {
            let link = Link { role: Role::FactBox, target: fact_box, pin: mode.pin() };
            return self.gap(document, "aside class=\"factbox\"", &link);
        };
        let pin = match mode {
            Mode::Follow => String::new(),
            Mode::Pin(revision) => format!(" data-pin=\"{revision}\""),
        };
        self.html(document, format!("<aside class=\"factbox\" id=\"factbox-{fact_box}\"{pin}>"));
        let heading = NodeValue::Heading(NodeHeading { level: 3, ..NodeHeading::default() });
        self.text_block(document, heading, &[Span::plain(one_line(&content.title))]);
        let list = self.add(document, NodeValue::List(list_of(ListKind::Bullet)));
        for fact in content.items.iter().filter(|fact| !is_blank(&fact.text)) {
            self.text_block(self.item(list, ListKind::Bullet), NodeValue::Paragraph, &fact.text);
        }
        self.html(document, "</aside>".to_owned());
    }

    /// An empty element where something would stand, if readers are to be told.
    fn gap(&self, document: Node<'a>, element: &str, link: &Link) {
        if let Some(state) = self.resolve.unavailable(link) {
            self.html(document, html::gap(element, state));
        }
    }

    fn embed(&self, document: Node<'a>, Embed { url, title }: &Embed) {
        let paragraph = self.add(document, NodeValue::Paragraph);
        let text = title.as_ref().map_or_else(|| without_white_space(url), |title| one_line(title));
        let text = [Span::plain(text)];
        if is_web_url(url) {
            let link = NodeLink { url: destination(url), title: "embed".to_owned() };
            let link = self.add(paragraph, NodeValue::Link(Box::new(link)));
            self.inline(link, &text, Place::Line);
        } else {
            self.inline(paragraph, &text, Place::Line);
        }
    }

    fn pull_quote(&self, document: Node<'a>, quote: &PullQuote) {
        self.html(document, "<figure class=\"pullquote\">".to_owned());
        let words = self.add(document, NodeValue::BlockQuote);
        self.text_block(words, NodeValue::Paragraph, &[Span::plain(collapse_text(&quote.text))]);
        if let Some(attribution) = &quote.attribution {
            self.text_block(document, NodeValue::Paragraph, &[Span::plain(one_line(attribution))]);
        }
        self.html(document, "</figure>".to_owned());
    }

    fn table(&self, document: Node<'a>, table: &Table) {
        let width = table.rows.iter().map(Vec::len).max().unwrap_or_default();
        if table.rows.iter().flatten().all(|cell| is_blank(cell)) {
            return;
        }
        let node = NodeTable {
            alignments: vec![TableAlignment::None; width],
            num_columns: width,
            num_rows: table.rows.len(),
            num_nonempty_cells: 0,
        };
        let node = self.add(document, NodeValue::Table(Box::new(node)));
        let unnamed = vec![Vec::new(); width];
        let header = (!table.header).then_some(&unnamed);
        for (index, cells) in header.into_iter().chain(&table.rows).enumerate() {
            let row = self.add(node, NodeValue::TableRow(index == 0));
            for spans in cells {
                let cell = self.add(row, NodeValue::TableCell);
                self.inline(cell, spans, Place::Cell);
            }
        }
    }
}

fn list_of(kind: ListKind) -> NodeList {
    let list_type = match kind {
        ListKind::Bullet => ListType::Bullet,
        ListKind::Number => ListType::Ordered,
    };
    NodeList { list_type, start: 1, tight: true, ..NodeList::default() }
}
