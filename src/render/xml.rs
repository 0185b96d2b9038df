//! Writes XML that every parser accepts.
//!
//! Owns escaping, and the removal of characters that XML 1.0 cannot carry even when escaped: one vertical tab out
//! of an editor's clipboard would make the whole feed unreadable. Elements are closures, so tags always balance,
//! and writing to a `String` cannot fail. Text is escaped, never put into CDATA, where `]]>` would end it.
//! Knows no feed format.

use std::fmt::Write as _;

use crate::domain::validate::is_forbidden;

/// A document being written, one element to a line.
#[derive(Debug)]
pub(super) struct Xml {
    text: String,
    depth: usize,
}

impl Xml {
    /// A document in UTF-8 whose root is `root`.
    pub(super) fn document(root: Tag, content: impl FnOnce(&mut Self)) -> String {
        let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
        let mut xml = Self { text: declaration.to_owned(), depth: 0 };
        xml.element(root, content);
        xml.text
    }

    /// An element that holds elements.
    pub(super) fn element(&mut self, tag: impl Into<Tag>, content: impl FnOnce(&mut Self)) {
        let Tag { name, attributes } = tag.into();
        self.line(format_args!("<{name}{attributes}>"));
        self.depth += 1;
        content(self);
        self.depth -= 1;
        self.line(format_args!("</{name}>"));
    }

    /// An element that holds text.
    pub(super) fn text(&mut self, tag: impl Into<Tag>, text: &str) {
        let Tag { name, attributes } = tag.into();
        self.line(format_args!("<{name}{attributes}>{}</{name}>", escape(text)));
    }

    /// An element that holds text, when there is one.
    pub(super) fn optional(&mut self, tag: impl Into<Tag>, text: Option<&str>) {
        if let Some(text) = text {
            self.text(tag, text);
        }
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, tag: Tag) {
        let Tag { name, attributes } = tag;
        self.line(format_args!("<{name}{attributes}/>"));
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let indent = self.depth * 2;
        // Writing to a String cannot fail.
        let _ = writeln!(self.text, "{:indent$}{line}", "");
    }
}

/// A name with attributes.
#[derive(Debug)]
pub(super) struct Tag {
    name: &'static str,
    attributes: String,
}

impl Tag {
    pub(super) const fn new(name: &'static str) -> Self {
        Self { name, attributes: String::new() }
    }

    /// With one more attribute.
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        let _ = write!(self.attributes, " {name}=\"{}\"", escape(value));
        self
    }

    /// With one more attribute, when it has a value.
    pub(super) fn maybe(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With the namespaces that a document uses: prefix and URI.
    pub(super) fn with_namespaces(self, namespaces: &[(&str, &str)]) -> Self {
        namespaces.iter().fold(self, |tag, (prefix, uri)| tag.with(prefix, uri))
    }
}

impl From<&'static str> for Tag {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

/// Plain text as XML or HTML: safe between tags and between quotes.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars().filter(|&c| !is_forbidden(c)) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Text without the characters that XML, and therefore no feed format here, carries.
pub(super) fn strip(text: &str) -> String {
    text.chars().filter(|&c| !is_forbidden(c)).collect()
}
