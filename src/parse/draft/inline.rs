//! The text that is being read, and its marks.

use super::Draft;
use crate::domain::body::{Mark, Span};
use crate::domain::validate::{is_forbidden, is_link_target};

/// Longest link target that a body may hold. Longer ones are no links that anybody means to follow.
const LONGEST_HREF: usize = 4_000;

impl Draft<'_> {
    pub(in crate::parse) fn text(&mut self, text: &str) {
        if self.preformatted > 0 {
            self.push(&text.replace("\r\n", "\n").replace('\r', "\n"));
        } else {
            self.push(&text.replace(['\n', '\r', '\t', '\u{c}'], " "));
        }
    }

    pub(in crate::parse) fn line_break(&mut self) {
        self.push("\n");
    }

    fn push(&mut self, text: &str) {
        if !self.spans.last().is_some_and(|last| self.marks.are(&last.marks)) {
            self.spans.push(Span { text: String::new(), marks: self.marks.to_vec() });
        }
        if let Some(last) = self.spans.last_mut() {
            last.text.extend(text.chars().filter(|&c| !is_forbidden(c)));
        }
    }

    pub(in crate::parse) fn open_mark(&mut self, mark: Mark) {
        self.marks.open(mark);
    }

    pub(in crate::parse) fn close_mark(&mut self, mark: &Mark) {
        self.marks.close(mark);
    }

    /// Opens a link; where it may not point there, only its text stays.
    pub(in crate::parse) fn open_link(&mut self, href: &str) {
        let href = href.trim_matches(|c: char| c.is_ascii_whitespace());
        let article = self.recognize.article(href).map(Mark::InternalLink);
        let link = article.or_else(|| {
            let harmless = href.len() <= LONGEST_HREF && !href.contains(is_forbidden) && is_link_target(href);
            harmless.then(|| Mark::Link(href.to_owned()))
        });
        self.marks.open_link(link);
        if let Some(figure) = &mut self.figure {
            figure.href.get_or_insert_with(|| href.to_owned());
        }
    }

    pub(in crate::parse) fn close_link(&mut self) {
        self.marks.close_link();
    }
}
