//! A figure while it is read: a picture with its caption, an embed, or a pull quote.

use super::Draft;
use crate::domain::body::{BlockContent, Embed, PullQuote, Span, plain_text};
use crate::domain::spacing::one_line;
use crate::domain::validate::is_web_url;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum FigureKind {
    /// Around pictures, or whatever else the source has there.
    Plain,
    /// Around the link that stands for an embed.
    Embed,
    /// Around a quotation and who said it.
    PullQuote,
}

#[derive(Debug)]
pub(super) struct FigureDraft {
    pub(super) kind: FigureKind,
    /// Where the link of an embed points.
    pub(super) href: Option<String>,
    in_caption: bool,
    caption: String,
    quote: String,
    /// Where the blocks of this figure begin.
    first: usize,
    /// How many quotations were open outside.
    quotes: usize,
    /// Figures inside this one.
    inner: usize,
}

impl FigureDraft {
    pub(super) const fn in_caption(&self) -> bool {
        self.in_caption
    }

    /// The caption, when it comes before the picture.
    pub(super) fn take_caption(&mut self) -> Option<String> {
        (!self.caption.is_empty()).then(|| std::mem::take(&mut self.caption))
    }
}

impl Draft<'_> {
    pub(in crate::parse) fn open_figure(&mut self, kind: FigureKind) {
        self.end_text();
        let runs_on = self.runs_on();
        match &mut self.figure {
            Some(outer) => outer.inner += 1,
            None if runs_on => {}
            None => {
                self.figure = Some(FigureDraft {
                    kind,
                    href: None,
                    in_caption: false,
                    caption: String::new(),
                    quote: String::new(),
                    first: self.blocks.len(),
                    quotes: self.quotes,
                    inner: 0,
                });
            }
        }
    }

    pub(in crate::parse) fn caption(&mut self, open: bool) {
        self.end_text();
        let Some(figure) = &mut self.figure else { return };
        figure.in_caption = open;
        if open || figure.kind != FigureKind::Plain {
            return;
        }
        let image = self.blocks[figure.first..].iter_mut().rev().find_map(|block| match block {
            BlockContent::Image(image) => Some(image),
            _ => None,
        });
        if let Some(image) = image
            && let Some(caption) = figure.take_caption()
        {
            image.caption = Some(caption);
        }
    }

    /// Takes the text when it belongs to the figure itself; gives it back when it is a block of its own.
    pub(super) fn place_in_figure(&mut self, spans: Vec<Span>) -> Option<Vec<Span>> {
        let quotes = self.quotes;
        let Some(figure) = &mut self.figure else { return Some(spans) };
        let text = plain_text(&spans);
        match figure.kind {
            FigureKind::Plain if !figure.in_caption => return Some(spans),
            FigureKind::PullQuote if quotes > figure.quotes => join(&mut figure.quote, &text, "\n"),
            FigureKind::Plain | FigureKind::Embed | FigureKind::PullQuote => {
                join(&mut figure.caption, &one_line(&text), " ");
            }
        }
        None
    }

    pub(in crate::parse) fn close_figure(&mut self) {
        self.end_text();
        if let Some(figure) = &mut self.figure
            && figure.inner > 0
        {
            figure.inner -= 1;
            return;
        }
        self.caption(false);
        let Some(mut figure) = self.figure.take() else { return };
        let caption = figure.take_caption();
        match (figure.kind, figure.href) {
            (FigureKind::Embed, Some(url)) => self.embed(&url, caption.as_deref()),
            (FigureKind::PullQuote, _) if !figure.quote.is_empty() => {
                self.blocks
                    .push(BlockContent::PullQuote(PullQuote { text: figure.quote, attribution: caption }));
            }
            // Not what it claims to be: the words stay.
            (FigureKind::Plain | FigureKind::Embed | FigureKind::PullQuote, _) => {
                self.spans.extend(caption.map(Span::plain));
                self.end_text();
            }
        }
    }

    pub(in crate::parse) fn embed(&mut self, url: &str, title: Option<&str>) {
        if self.table.is_none() {
            self.end_text();
        }
        let title = title.map(one_line).filter(|title| !title.is_empty() && title != url);
        if is_web_url(url) && !self.inline {
            self.blocks.push(BlockContent::Embed(Embed { url: url.to_owned(), title }));
        } else {
            self.text(title.as_deref().unwrap_or_default());
            self.end_text();
        }
    }
}

fn join(text: &mut String, more: &str, separator: &str) {
    if !text.is_empty() {
        text.push_str(separator);
    }
    text.push_str(more);
}
