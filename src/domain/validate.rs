//! Collects every broken rule of an input, so that an editor sees all of them at once.

use std::fmt::Write as _;

use url::Url;

use super::{Error, FieldError, Result};

/// Gathers field errors under a moving JSON Pointer.
#[derive(Debug, Default)]
pub struct Validator {
    path: String,
    errors: Vec<FieldError>,
}

impl Validator {
    /// Starts at the root of the input.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs `check` with the pointer moved to `segment` below the present place.
    pub fn within(&mut self, segment: impl std::fmt::Display, check: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        let _ = write!(self.path, "/{segment}");
        check(self);
        self.path.truncate(length);
    }

    /// Checks each of `items` at its index below `segment`.
    pub fn each<'a, T>(&mut self, segment: &str, items: &'a [T], mut check: impl FnMut(&mut Self, &'a T)) {
        self.within(segment, |v| {
            for (index, item) in items.iter().enumerate() {
                v.within(index, |v| check(v, item));
            }
        });
    }

    /// Reports the present place.
    pub fn fail(&mut self, detail: impl Into<String>) {
        self.errors.push(FieldError { pointer: self.path.clone(), detail: detail.into() });
    }

    /// A text of 1 to `max` characters that is more than white space and holds no control characters.
    pub fn text(&mut self, segment: &str, text: &str, max: usize) {
        self.within(segment, |v| {
            if text.trim().is_empty() {
                v.fail("Must not be empty.");
            }
            v.characters(text, max);
        });
    }

    /// An optional text, with the same rules when it is there.
    pub fn optional_text(&mut self, segment: &str, text: Option<&str>, max: usize) {
        if let Some(text) = text {
            self.text(segment, text, max);
        }
    }

    /// At most `max` characters, none of which XML and JSON readers choke on.
    pub fn characters(&mut self, text: &str, max: usize) {
        let count = text.chars().count();
        if count > max {
            self.fail(format!("Has {count} characters; at most {max} are allowed."));
        }
        if let Some(bad) = text.chars().find(|&c| is_forbidden(c)) {
            self.fail(format!("Holds the control character U+{:04X}.", u32::from(bad)));
        }
    }

    /// At most `max` members.
    pub fn at_most<T>(&mut self, segment: &str, items: &[T], max: usize) {
        if items.len() > max {
            let count = items.len();
            self.within(segment, |v| v.fail(format!("Has {count} members; at most {max} are allowed.")));
        }
    }

    /// An absolute http or https URL.
    pub fn web_url(&mut self, segment: &str, url: &str) {
        self.within(segment, |v| {
            v.characters(url, 2_000);
            if !is_web_url(url) {
                v.fail("Must be an absolute http or https URL.");
            }
        });
    }

    /// A link target: http, https, mailto, tel, or a path or fragment of the newsroom's own site.
    pub fn link_target(&mut self, segment: &str, href: &str) {
        self.within(segment, |v| {
            v.characters(href, 4_000);
            if !is_link_target(href) {
                v.fail("Must be an http, https, mailto or tel URL, or a path that begins with / or #.");
            }
        });
    }

    /// Ok when nothing was reported.
    pub fn finish(self) -> Result<()> {
        if self.errors.is_empty() { Ok(()) } else { Err(Error::validation(self.errors)) }
    }
}

/// Whether `url` is an absolute http or https URL with a host.
#[must_use]
pub fn is_web_url(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// Whether `href` may stand behind a link. Script and data URLs may not.
#[must_use]
pub fn is_link_target(href: &str) -> bool {
    let own = href.starts_with('#')
        || (href.starts_with('/') && !href.starts_with("//") && !href.starts_with("/\\"));
    own && !href.contains(char::is_control)
        || Url::parse(href).is_ok_and(|url| matches!(url.scheme(), "http" | "https" | "mailto" | "tel"))
}

/// Control characters other than tab and line break, and the non-characters that XML 1.0 excludes.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}
