//! What can be counted in a document before it is parsed (GraphQL §2.1, lexical tokens).

use super::{BRACKETS, BYTES, TOKENS};
use crate::domain::{Error, ErrorCode, Result};

/// Refuses text that is too long to be looked at.
///
/// # Errors
/// `TOO_LARGE`.
pub(in crate::graphql) fn check_length(text: &str) -> Result<()> {
    if text.len() as u64 <= BYTES.maximum {
        return Ok(());
    }
    let detail = format!("The document has {} bytes; at most {} are allowed.", text.len(), BYTES.maximum);
    Err(Error::new(ErrorCode::TooLarge, detail))
}

/// Refuses text that would be too much for the parser.
///
/// # Errors
/// `TOO_LARGE`, `TOO_COMPLEX`; `MALFORMED_REQUEST` for what a database could not keep.
pub(in crate::graphql) fn check(text: &str) -> Result<()> {
    check_length(text)?;
    if text.contains('\0') {
        let detail = "The document has the character U+0000, which GraphQL does not know.";
        return Err(Error::new(ErrorCode::MalformedRequest, detail));
    }
    let (mut tokens, mut open, mut deepest) = (0, 0_u64, 0);
    let mut rest = text.as_bytes();
    while let Some((first, token, after)) = next(rest) {
        tokens += u64::from(token);
        match first {
            b'{' | b'[' | b'(' => open += 1,
            b'}' | b']' | b')' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
        rest = after;
    }
    TOKENS.check(tokens)?;
    BRACKETS.check(deepest)
}

/// The first byte of what comes next, whether that is a token, and what follows it.
fn next(text: &[u8]) -> Option<(u8, bool, &[u8])> {
    let first = *text.first()?;
    let (is_token, length) = match first {
        b' ' | b'\t' | b'\n' | b'\r' | b',' => (false, 1),
        b'#' => (false, run(text, |byte| byte != b'\n')),
        b'"' => (true, string(text)),
        b'.' if text.starts_with(b"...") => (true, 3),
        b'-' | b'0'..=b'9' => {
            (true, run(text, |byte| byte.is_ascii_alphanumeric() || b".+-".contains(&byte)))
        }
        b'_' | b'a'..=b'z' | b'A'..=b'Z' => {
            (true, run(text, |byte| byte == b'_' || byte.is_ascii_alphanumeric()))
        }
        _ => (true, 1),
    };
    Some((first, is_token, &text[length..]))
}

fn run(text: &[u8], belongs: impl Fn(u8) -> bool) -> usize {
    text.iter().position(|byte| !belongs(*byte)).unwrap_or(text.len())
}

/// The length of the string that `text` begins with. One that does not end takes the rest; the parser refuses it.
fn string(text: &[u8]) -> usize {
    const BLOCK: &[u8] = b"\"\"\"";
    let (quote, escape): (&[u8], &[u8]) =
        if text.starts_with(BLOCK) { (BLOCK, b"\\\"\"\"") } else { (b"\"", b"\\\"") };
    let mut at = quote.len();
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with(quote) {
            return at + quote.len();
        }
        at += match rest {
            _ if rest.starts_with(escape) => escape.len(),
            // A backslash that is itself escaped does not escape the quotation mark behind it.
            [b'\\', b'\\', ..] if quote.len() == 1 => 2,
            _ => 1,
        };
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> usize {
        let mut rest = text.as_bytes();
        let mut count = 0;
        while let Some((_, token, after)) = next(rest) {
            count += usize::from(token);
            rest = after;
        }
        count
    }

    #[test]
    fn names_values_and_punctuation_are_tokens_and_nothing_else_is() {
        for (text, count) in [
            ("", 0),
            ("{ a, b # c d e\n }", 4),
            ("query Q($n: Int = -1.5e+3) { ...F @skip(if: true) }", 21),
            (r#"{ a(b: "c \" { d") }"#, 8),
            (r#"{ a(b: "c\\") d }"#, 9),
            (r#"{ a(b: """c " \""" { d""") }"#, 8),
            ("\"never closed { { {", 1),
        ] {
            assert_eq!(tokens(text), count, "{text}");
        }
    }

    #[test]
    fn brackets_in_texts_and_comments_are_text() {
        let text = format!("{{ a(b: \"{}\") }} # {}", "{".repeat(500), "(".repeat(500));
        assert_eq!(check(&text), Ok(()));
        assert!(check(&"{".repeat(500)).is_err());
        assert!(check(&"a ".repeat(10_001)).is_err_and(|error| error.detail.contains("tokens")));
        assert!(check(&"#".repeat(100_001)).is_err_and(|error| error.code == ErrorCode::TooLarge));
    }
}
