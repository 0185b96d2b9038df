//! HTML to bodies.
//!
//! Everything a body can say gets through; everything else keeps its text:
//!
//! - `h1` counts as `h2`, `h5` and `h6` as `h4`; `b`, `i`, `del`, `ins` and their like as the marks they mean;
//! - a list item is one block: its further paragraphs become new lines of it. Lists nest to level 10;
//! - `dt` is a strong paragraph, `dd` a paragraph; `pre` is one code-marked text with line feeds;
//! - a table takes its header from `thead`, or from a first row of nothing but `th`. Short rows are padded.
//!   Text in a table but outside of its cells, and its pictures, stand before it;
//! - `iframe`, `video`, `audio` and `figure.embed` become embeds; addresses of the `YouTube` player become
//!   the addresses of its pages;
//! - `aside.factbox` becomes the fact box that its id names, without its text, which comes from the box. A
//!   box that nobody knows keeps its text;
//! - a link that may not be followed, or is relative, loses its mark and keeps its text;
//! - scripts, styles and drawings say nothing.
//!
//! White space is collapsed as browsers do, except in `pre`.
//!
//! The source is only tokenized (WHATWG HTML, section 13.2.5), not made into a tree: tree building is
//! quadratic in the depth of what is nested and can multiply unclosed tags. For the same reason there is no
//! sanitizer before it. It would build that tree, and there is nothing to sanitize: a body holds no markup.

mod elements;

use std::cell::RefCell;
use std::collections::HashMap;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token};
use html5ever::tokenizer::{TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::Recognize;
use super::draft::Draft;
use crate::domain::Body;

/// Reads HTML, a fragment or a page.
pub fn body(html: &str, recognize: &mut dyn Recognize) -> Body {
    let mut reader = Reader::new(Draft::new(recognize), html);
    reader.feed(html);
    reader.draft.finish()
}

/// Reads HTML, at once or in pieces that stand in a text of another format.
pub(super) struct Reader<'r> {
    pub(super) draft: Draft<'r>,
    /// The element whose content is passed over, and how many of its name are open.
    skipped: Option<(&'static str, usize)>,
    /// Whether the term of a definition is open.
    in_term: bool,
    /// Whether the player that is passed over has said what it plays.
    has_source: bool,
    /// How many end tags of these elements are still to come. What will never end is not passed over, so
    /// that a forgotten end tag costs no text.
    to_close: HashMap<&'static str, usize>,
}

impl<'r> Reader<'r> {
    /// A reader of the whole `source`, or of pieces of it.
    pub(super) fn new(draft: Draft<'r>, source: &str) -> Self {
        let source = source.to_ascii_lowercase();
        let count = |name: &'static str| (name, source.matches(&format!("</{name}")).count());
        Self {
            draft,
            skipped: None,
            in_term: false,
            has_source: false,
            to_close: elements::SKIPPED.map(count).into(),
        }
    }

    pub(super) fn feed(&mut self, html: &str) {
        let tokenizer = Tokenizer::new(Sink(RefCell::new(self)), TokenizerOpts::default());
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from_slice(html));
        // The sink never stops the tokenizer, so one call reads everything.
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
    }

    /// Whether what comes now is passed over.
    pub(super) const fn skips(&self) -> bool {
        self.skipped.is_some()
    }

    /// Passes over the content of the element `name` that has just begun.
    fn skip(&mut self, name: &str) {
        if let Some((name, 1..)) = self.to_close.get_key_value(name) {
            self.skipped = Some((name, 1));
        }
    }

    fn tag(&mut self, tag: &Tag) {
        let name = &*tag.name;
        let end = tag.kind == TagKind::EndTag;
        if end && let Some(left) = self.to_close.get_mut(name) {
            *left = left.saturating_sub(1);
        }
        match &mut self.skipped {
            Some((skipped, depth)) if *skipped == name && end => {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            Some((skipped, depth)) if *skipped == name && !tag.self_closing => *depth += 1,
            Some(_) if !end => self.start_inside_skipped(tag),
            Some(_) => {}
            None if end => self.end(name),
            None => self.start(tag),
        }
    }
}

/// Passes tokens on. Tokens are handed to a shared reference, hence the cell.
struct Sink<'a, 'r>(RefCell<&'a mut Reader<'r>>);

impl TokenSink for Sink<'_, '_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) if !reader.skips() => reader.draft.text(&text),
            Token::TagToken(tag) => {
                reader.tag(&tag);
                if tag.kind == TagKind::StartTag
                    && let Some(kind) = raw_text(&tag.name)
                {
                    return TokenSinkResult::RawData(kind);
                }
            }
            Token::CharacterTokens(_)
            | Token::NullCharacterToken
            | Token::CommentToken(_)
            | Token::DoctypeToken(_)
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

/// The elements whose content is not markup.
fn raw_text(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(ScriptData),
        "style" | "iframe" | "noembed" | "noframes" | "xmp" => Some(Rawtext),
        "title" | "textarea" => Some(Rcdata),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
