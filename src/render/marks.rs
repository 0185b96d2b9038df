//! Spans as nested elements: which marks open and close between one piece of text and the next.

use super::Resolve;
use crate::domain::body::{Mark, Span};
use crate::domain::spacing::collapse;
use crate::domain::validate::is_link_target;
use crate::domain::{Id, Link, Role, Unavailable};

/// A mark as it is written: links resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Strong,
    Em,
    Code,
    Underline,
    StrikeThrough,
    Link {
        href: String,
        /// Set for a link to an article of this newsroom.
        article: Option<Id>,
    },
    /// A link to an article that is not there, of which readers are told.
    Gap(Unavailable),
}

/// One step through a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Open(Shown),
    Close(Shown),
    /// Characters without line feeds, never none.
    Text(String),
    Break,
}

/// The steps through `spans`, white space collapsed. What opens closes again, in reverse order.
pub(super) fn pieces(spans: &[Span], resolve: &dyn Resolve) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open: Vec<Shown> = Vec::new();
    for span in collapse(spans.to_vec()) {
        let marks = shown(&span.marks, resolve);
        let shared = open.iter().zip(&marks).take_while(|(open, mark)| open == mark).count();
        pieces.extend(open.drain(shared..).rev().map(Piece::Close));
        for mark in marks.into_iter().skip(shared) {
            pieces.push(Piece::Open(mark.clone()));
            open.push(mark);
        }
        for (index, line) in span.text.split('\n').enumerate() {
            if index > 0 {
                pieces.push(Piece::Break);
            }
            match pieces.last_mut() {
                Some(Piece::Text(text)) => text.push_str(line),
                _ if line.is_empty() => {}
                _ => pieces.push(Piece::Text(line.to_owned())),
            }
        }
    }
    pieces.extend(open.into_iter().rev().map(Piece::Close));
    pieces
}

/// The marks that are written. A link that may not be followed, or leads to nothing, is none. Links do not
/// nest: the outer one counts.
fn shown(marks: &[Mark], resolve: &dyn Resolve) -> Vec<Shown> {
    let mut all = Vec::with_capacity(marks.len());
    for mark in marks {
        let mark = match mark {
            Mark::Strong => Some(Shown::Strong),
            Mark::Em => Some(Shown::Em),
            Mark::Code => Some(Shown::Code),
            Mark::Underline => Some(Shown::Underline),
            Mark::StrikeThrough => Some(Shown::StrikeThrough),
            Mark::Link(href) => link(href.clone(), None),
            Mark::InternalLink(id) => match resolve.article_url(*id) {
                Some(href) => link(href, Some(*id)),
                None => resolve.unavailable(&Link::to(Role::Related, *id)).map(Shown::Gap),
            },
        };
        let is_link = |shown: &Shown| matches!(shown, Shown::Link { .. } | Shown::Gap(_));
        let has_link = all.iter().any(is_link);
        all.extend(mark.filter(|mark| !(has_link && is_link(mark))));
    }
    all
}

fn link(href: String, article: Option<Id>) -> Option<Shown> {
    is_link_target(&href).then_some(Shown::Link { href, article })
}
