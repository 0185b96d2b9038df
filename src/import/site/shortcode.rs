//! The tokenizer for Hugo's shortcodes: `{{< name "positional" named="value" >}}`, `{{% … %}}`, pairs and
//! self-closing ones.
//!
//! It cuts a text into pieces and finds the partner of each opening tag. Knows no shortcode by name.

use std::borrow::Cow;
use std::collections::HashMap;

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Anything else.
    Text(Cow<'a, str>),
    /// An opening or single tag. When it is paired: the index of the piece that closes it.
    Open { tag: Tag<'a>, close: Option<usize> },
    /// A closing tag.
    Close(&'a str),
}

/// What stands between the braces.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    /// Named arguments, and unnamed ones under an empty name.
    arguments: Vec<(&'a str, Cow<'a, str>)>,
    self_closing: bool,
}

impl Tag<'_> {
    /// The first of the named arguments `names` that is not blank.
    pub(super) fn named(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|wanted| {
            let mut values = self.arguments.iter().filter(|(name, _)| name.eq_ignore_ascii_case(wanted));
            values.next().map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
        })
    }

    /// The unnamed argument at `index`, counted from 0.
    pub(super) fn positional(&self, index: usize) -> Option<&str> {
        let mut values = self.arguments.iter().filter(|(name, _)| name.is_empty());
        values.nth(index).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// A named argument, or else the first unnamed one.
    pub(super) fn main(&self, names: &[&str]) -> Option<&str> {
        self.named(names).or_else(|| self.positional(0))
    }
}

/// Cuts `text` into pieces. What only looks like a shortcode stays text.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(found) = text[at..].find("{{") {
        at += found;
        let Some((piece, length)) = shortcode(&text[at..]) else {
            at += 2;
            continue;
        };
        if start < at {
            pieces.push(Piece::Text(Cow::Borrowed(&text[start..at])));
        }
        pieces.push(piece);
        at += length;
        start = at;
    }
    if start < text.len() {
        pieces.push(Piece::Text(Cow::Borrowed(&text[start..])));
    }
    pair(&mut pieces);
    pieces
}

/// The longest shortcode, in bytes. Without a bound, openings that nothing closes would each read to the end.
const MAX_TAG: usize = 8 * 1024;

/// The shortcode at the beginning of `text` and its length in bytes.
fn shortcode(text: &str) -> Option<(Piece<'_>, usize)> {
    let text = &text[..text.floor_char_boundary(MAX_TAG)];
    let (end, mark) = match text.get(..3)? {
        "{{<" => (">}}", '<'),
        "{{%" => ("%}}", '%'),
        _ => return None,
    };
    if text[3..].starts_with("/*") {
        // `{{</* name */>}}` shows a shortcode to the reader instead of running it.
        let inner = text[5..].split_once("*/").filter(|(_, rest)| rest.starts_with(end))?.0;
        return Some((Piece::Text(Cow::Owned(format!("{{{{{mark}{inner}{end}"))), 5 + inner.len() + 5));
    }
    let mut scanner = Scanner { rest: &text[3..] };
    scanner.skip_space();
    let closing = scanner.take_char('/');
    scanner.skip_space();
    let name = scanner.take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'));
    let (name, mut self_closing) = name.strip_suffix('/').map_or((name, false), |name| (name, true));
    if name.is_empty() {
        return None;
    }
    let mut arguments = Vec::new();
    loop {
        scanner.skip_space();
        if scanner.take_str(end) {
            break;
        }
        if scanner.rest.strip_prefix('/').is_some_and(|rest| rest.trim_start().starts_with(end)) {
            scanner.take_char('/');
            self_closing = true;
            continue;
        }
        arguments.push(scanner.argument(end)?);
    }
    let length = text.len() - scanner.rest.len();
    let piece = if closing {
        Piece::Close(name)
    } else {
        Piece::Open { tag: Tag { name, arguments, self_closing }, close: None }
    };
    Some((piece, length))
}

/// Reads along a tag.
struct Scanner<'a> {
    rest: &'a str,
}

impl<'a> Scanner<'a> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take_char(&mut self, c: char) -> bool {
        self.rest.strip_prefix(c).is_some_and(|rest| {
            self.rest = rest;
            true
        })
    }

    fn take_str(&mut self, text: &str) -> bool {
        self.rest.strip_prefix(text).is_some_and(|rest| {
            self.rest = rest;
            true
        })
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    /// One argument, named or not. `None` when the tag never ends.
    fn argument(&mut self, end: &str) -> Option<(&'a str, Cow<'a, str>)> {
        let before = self.rest;
        let name = self.take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        self.skip_space();
        if !name.is_empty() && self.take_char('=') {
            self.skip_space();
            return Some((name, self.value(end)?));
        }
        self.rest = before;
        Some(("", self.value(end)?))
    }

    /// A value: quoted with `"`, `'` or backticks, typographic quotes included, or a bare word.
    fn value(&mut self, end: &str) -> Option<Cow<'a, str>> {
        let mut chars = self.rest.chars();
        match chars.next()? {
            '"' => self.quoted(chars.as_str()),
            '\'' => self.raw(chars.as_str(), '\''),
            '`' => self.raw(chars.as_str(), '`'),
            '“' => self.raw(chars.as_str(), '”'),
            _ => {
                let stop = self.rest.find(char::is_whitespace).unwrap_or(self.rest.len());
                let stop = self.rest[..stop].find(end).unwrap_or(stop);
                let (word, rest) = self.rest.split_at(stop);
                self.rest = rest;
                (!word.is_empty()).then_some(Cow::Borrowed(word))
            }
        }
    }

    /// Up to the next `"` that no backslash precedes.
    fn quoted(&mut self, text: &'a str) -> Option<Cow<'a, str>> {
        let mut escaped = false;
        let close = text.find(|c| {
            let closes = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        })?;
        self.rest = &text[close + 1..];
        let value = &text[..close];
        Some(if value.contains('\\') { Cow::Owned(unescape(value)) } else { Cow::Borrowed(value) })
    }

    /// Up to the next `quote`; a backslash means itself.
    fn raw(&mut self, text: &'a str, quote: char) -> Option<Cow<'a, str>> {
        let (value, rest) = text.split_once(quote)?;
        self.rest = rest;
        Some(Cow::Borrowed(value))
    }
}

/// `\"` and `\\` and `\n`; any other backslash stays.
fn unescape(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, chars.clone().next()) {
            ('\\', Some(next @ ('"' | '\\'))) => {
                plain.push(next);
                chars.next();
            }
            ('\\', Some('n')) => {
                plain.push('\n');
                chars.next();
            }
            _ => plain.push(c),
        }
    }
    plain
}

/// Finds the partner of every opening tag: the next closing tag of its name, pairs properly nested. Linear,
/// so that a file full of tags without partners cannot hold up an import.
fn pair(pieces: &mut [Piece<'_>]) {
    let mut open: Vec<usize> = Vec::new();
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open { tag, .. } if !tag.self_closing => {
                places.entry(tag.name).or_default().push(open.len());
                open.push(index);
            }
            Piece::Close(name) => {
                let Some(stack) = places.get_mut(name) else { continue };
                // Places beyond the end, or taken by another name since, belong to pairs closed around them.
                while let Some(place) = stack.pop() {
                    let alive = open
                        .get(place)
                        .copied()
                        .filter(|&at| matches!(&pieces[at], Piece::Open { tag, .. } if tag.name == *name));
                    if let Some(opening) = alive {
                        open.truncate(place);
                        pairs.push((opening, index));
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    for (opening, closing) in pairs {
        if let Piece::Open { close, .. } = &mut pieces[opening] {
            *close = Some(closing);
        }
    }
}
