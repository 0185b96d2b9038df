//! Bodies to HTML: semantic elements and nothing that a feed reader would have to remove.
//!
//! | block | HTML |
//! |---|---|
//! | text | `p`, `h2` to `h4`; neighbouring quotations are the paragraphs of one `blockquote`; nested `ul`, `ol` |
//! | lines of code | `pre` with `code` |
//! | image | `figure` with `img` and a `figcaption`: the caption of the block or else of the library, and the credit in `small.credit` |
//! | fact box | `aside.factbox` with the id `factbox-ID`, and `data-pin` when pinned |
//! | embed | `figure.embed` with a link: never foreign markup, never a frame |
//! | pull quote | `figure.pullquote` with `blockquote` and `figcaption` |
//! | table, divider | `table`, `hr` |
//!
//! Where readers are to be told of what is not there, an empty `aside.factbox` or `figure`, or an `a` without address
//! around the text of a link, says why in `data-unavailable`.
//!
//! What the parser of this format does not get back: keys of blocks; white space that HTML collapses, except
//! in lines of code; blocks without text, and tables without any; a header row without words; the inner of
//! two nested links; a second line in a caption, an attribution or a title; and whether a caption was the
//! block's own or the library's.

mod list;

use std::fmt::Write as _;

use super::Resolve;
use super::marks::{Piece, Shown, pieces};
use super::parts::{Part, parts};
use crate::domain::body::{
    BlockContent, Body, Embed, FactBoxBlock, ImageBlock, Mode, PullQuote, Span, Style, Table, TextBlock,
};
use crate::domain::spacing::{code_lines, one_line};
use crate::domain::validate::{is_forbidden, is_link_target, is_web_url};
use crate::domain::{Link, Role, Unavailable};

/// Writes a body, each block on lines of its own.
pub fn body(body: &Body, resolve: &dyn Resolve) -> String {
    let mut html = Writer { out: String::new(), resolve };
    for part in parts(body.blocks()) {
        match part {
            Part::Quote(paragraphs) => {
                html.push("<blockquote>");
                for paragraph in paragraphs {
                    html.element("p", &paragraph.spans);
                }
                html.push("</blockquote>\n");
            }
            Part::List(items) => html.list(&items),
            Part::Single(content) => html.block(content),
        }
    }
    html.out
}

/// Writes a run of text without any block around it.
pub fn inline(spans: &[Span], resolve: &dyn Resolve) -> String {
    let mut html = Writer { out: String::new(), resolve };
    html.inline(spans);
    html.out
}

/// Makes text harmless, between tags as well as in a quoted attribute, and fit for XML: characters that XML
/// forbids are left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c if is_forbidden(c) => {}
            c => escaped.push(c),
        }
    }
    escaped
}

struct Writer<'r> {
    out: String,
    resolve: &'r dyn Resolve,
}

impl Writer<'_> {
    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn put(&mut self, html: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(html);
    }

    fn block(&mut self, content: &BlockContent) {
        match content {
            BlockContent::Text(text) => self.text(text),
            BlockContent::Image(image) => self.image(image),
            BlockContent::FactBox(fact_box) => self.fact_box(fact_box),
            BlockContent::Embed(embed) => self.embed(embed),
            BlockContent::PullQuote(quote) => self.pull_quote(quote),
            BlockContent::Table(table) => self.table(table),
            BlockContent::Divider => self.push("<hr>\n"),
        }
    }

    fn text(&mut self, text: &TextBlock) {
        match (text.style, code_lines(text)) {
            (_, Some(lines)) => self.put(format_args!("<pre><code>{}</code></pre>", escape(lines))),
            (Style::Normal, None) => self.element("p", &text.spans),
            (Style::H2, None) => self.element("h2", &text.spans),
            (Style::H3, None) => self.element("h3", &text.spans),
            (Style::H4, None) => self.element("h4", &text.spans),
            (Style::Blockquote, None) => {
                self.push("<blockquote>");
                self.element("p", &text.spans);
                self.push("</blockquote>");
            }
        }
        self.push("\n");
    }

    fn element(&mut self, name: &str, spans: &[Span]) {
        self.put(format_args!("<{name}>"));
        self.inline(spans);
        self.put(format_args!("</{name}>"));
    }

    fn inline(&mut self, spans: &[Span]) {
        for piece in pieces(spans, self.resolve) {
            match piece {
                Piece::Open(Shown::Link { href, article: None }) => {
                    self.put(format_args!("<a href=\"{}\">", escape(&href)));
                }
                Piece::Open(Shown::Link { href, article: Some(id) }) => {
                    self.put(format_args!("<a href=\"{}\" data-article=\"{id}\">", escape(&href)));
                }
                Piece::Open(Shown::Gap(state)) => self.put(format_args!("<a data-unavailable=\"{state}\">")),
                Piece::Open(mark) => self.put(format_args!("<{}>", element_of(&mark))),
                Piece::Close(mark) => self.put(format_args!("</{}>", element_of(&mark))),
                Piece::Text(text) => self.push(&escape(&text)),
                Piece::Break => self.push("<br>"),
            }
        }
    }

    fn image(&mut self, block: &ImageBlock) {
        let Some(image) = self.resolve.image(block.image) else {
            return self.gap("figure", &Link::to(Role::Image, block.image));
        };
        let url = self.resolve.image_url(block.image).filter(|url| is_link_target(url));
        let Some(url) = url else { return };
        self.put(format_args!("<figure><img src=\"{}\" alt=\"{}\"", escape(&url), escape(&image.alt)));
        for (name, size) in [("width", image.width), ("height", image.height)] {
            if let Some(size) = size {
                self.put(format_args!(" {name}=\"{size}\""));
            }
        }
        self.push(">");
        let caption = block.caption.as_ref().or(image.caption.as_ref());
        if caption.is_some() || image.credit.is_some() {
            self.push("<figcaption>");
            if let Some(caption) = caption {
                self.push(&escape(&one_line(caption)));
            }
            if let Some(credit) = &image.credit {
                let space = if caption.is_some() { " " } else { "" };
                self.put(format_args!("{space}<small class=\"credit\">{}</small>", escape(credit)));
            }
            self.push("</figcaption>");
        }
        self.push("</figure>\n");
    }

    fn fact_box(&mut self, &FactBoxBlock { fact_box, mode }: &FactBoxBlock) {
        let Some(content) = self.resolve.fact_box(fact_box, mode) else {
            let link = Link { role: Role::FactBox, target: fact_box, pin: mode.pin() };
            return self.gap("aside class=\"factbox\"", &link);
        };
        self.put(format_args!("<aside class=\"factbox\" id=\"factbox-{fact_box}\""));
        match mode {
            Mode::Follow => self.push(">"),
            Mode::Pin(revision) => self.put(format_args!(" data-pin=\"{revision}\">")),
        }
        self.put(format_args!("<h2>{}</h2><ul>", escape(&one_line(&content.title))));
        for fact in &content.items {
            self.element("li", &fact.text);
        }
        self.push("</ul></aside>\n");
    }

    /// An empty element where something would stand, if readers are to be told.
    fn gap(&mut self, element: &str, link: &Link) {
        if let Some(state) = self.resolve.unavailable(link) {
            self.push(&gap(element, state));
            self.push("\n");
        }
    }

    fn embed(&mut self, Embed { url, title }: &Embed) {
        let text = escape(&one_line(title.as_ref().unwrap_or(url)));
        if is_web_url(url) {
            let url = escape(url);
            self.put(format_args!("<figure class=\"embed\"><a href=\"{url}\">{text}</a></figure>\n"));
        } else {
            self.put(format_args!("<p>{text}</p>\n"));
        }
    }

    fn pull_quote(&mut self, quote: &PullQuote) {
        self.push("<figure class=\"pullquote\"><blockquote>");
        self.element("p", &[Span::plain(quote.text.as_str())]);
        self.push("</blockquote>");
        if let Some(attribution) = &quote.attribution {
            self.put(format_args!("<figcaption>{}</figcaption>", escape(&one_line(attribution))));
        }
        self.push("</figure>\n");
    }

    fn table(&mut self, table: &Table) {
        self.push("<table>");
        let (head, rows) = table.rows.split_at(usize::from(table.header).min(table.rows.len()));
        for (section, cell, rows) in [("thead", "th", head), ("tbody", "td", rows)] {
            if rows.is_empty() {
                continue;
            }
            self.put(format_args!("<{section}>"));
            for row in rows {
                self.push("<tr>");
                for spans in row {
                    self.element(cell, spans);
                }
                self.push("</tr>");
            }
            self.put(format_args!("</{section}>"));
        }
        self.push("</table>\n");
    }
}

/// The empty element that says why nothing stands there. `element` is its name, with its class.
pub(super) fn gap(element: &str, state: Unavailable) -> String {
    let name = element.split(' ').next().unwrap_or(element);
    format!("<{element} data-unavailable=\"{state}\"></{name}>")
}

const fn element_of(mark: &Shown) -> &'static str {
    match mark {
        Shown::Strong => "strong",
        Shown::Em => "em",
        Shown::Code => "code",
        Shown::Underline => "u",
        Shown::StrikeThrough => "s",
        Shown::Link { .. } | Shown::Gap(_) => "a",
    }
}

#[cfg(test)]
mod tests;
