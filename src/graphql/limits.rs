//! What documents may ask for: every limit, and the checks that keep them. All of it comes before execution.
//!
//! The text is counted before it is parsed ([`text`]), and the document weighed before it is validated ([`weight`]):
//! parser and validation go into everything that they are given, as often as it is spread.

mod text;
mod weight;

use std::time::Duration;

pub(super) use text::{check as check_text, check_length};
pub(super) use weight::{check as check_document, cost};

use crate::domain::{Error, ErrorCode, PageRequest, Result};

/// A bound on what one request may ask for.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// What is counted, as the refusal has it: "The query has 31 root fields; at most 30 are allowed."
    pub what: &'static str,
    /// The most that is allowed.
    pub maximum: u64,
}

const fn limit(what: &'static str, maximum: u64) -> Limit {
    Limit { what, maximum }
}

/// The longest document.
pub(super) const BYTES: Limit = limit("bytes", 100_000);
/// The most tokens: names, values and punctuation. Comments and white space are free.
const TOKENS: Limit = limit("tokens", 5_000);
/// The deepest nesting of brackets that is given to the parser.
const BRACKETS: Limit = limit("brackets inside brackets", 100);
/// The longest chain of fragments that spread one another.
const FRAGMENTS: Limit = limit("fragments inside fragments", 30);
/// The deepest nesting, fragments unfolded.
const LEVELS: Limit = limit("levels", 20);
/// The most fields, fragments unfolded.
const FIELDS: Limit = limit("fields", 2_000);
/// The most fields under another name, fragments unfolded.
const ALIASES: Limit = limit("aliases", 200);
/// The most fields of the root, fragments unfolded: each is read for itself.
const ROOT_FIELDS: Limit = limit("root fields", 30);
/// The most lists below one another in questions about the schema: each multiplies the answer.
const INTROSPECTION: Limit = limit("lists inside lists of introspection", 2);
/// The most entries and objects that one answer may hold.
pub(super) const COST: Limit = limit("objects in the answer", 10_000);
/// The most directives at one place. The library counts them.
const DIRECTIVES: Limit = limit("directives at one place", 10);
/// The largest page, and the most ids or representations of one field.
pub(super) const ITEMS: Limit = limit("items of one list", PageRequest::MAX_SIZE as u64);
/// The largest body of a POST: the longest document, and room for variables.
const BODY: Limit = limit("bytes of a request", 4 * BYTES.maximum);
/// How long an operation may take.
const DEADLINE: Limit = limit("seconds", 20);

/// All of them, in the order in which a request meets them.
pub const LIMITS: &[Limit] = &[
    BODY,
    BYTES,
    TOKENS,
    BRACKETS,
    FRAGMENTS,
    ROOT_FIELDS,
    FIELDS,
    ALIASES,
    LEVELS,
    INTROSPECTION,
    COST,
    DIRECTIVES,
    ITEMS,
    DEADLINE,
];

impl Limit {
    /// Refuses what is more.
    ///
    /// # Errors
    /// `TOO_COMPLEX`, naming the limit.
    pub(super) fn check(self, value: u64) -> Result<()> {
        let Self { what, maximum } = self;
        if value <= maximum {
            return Ok(());
        }
        let value = if value == u64::MAX { "countless".to_owned() } else { value.to_string() };
        let detail = format!("The query has {value} {what}; at most {maximum} are allowed.");
        Err(Error::new(ErrorCode::TooComplex, detail))
    }
}

/// The largest body that is read.
pub(super) fn max_body() -> usize {
    usize::try_from(BODY.maximum).unwrap_or(usize::MAX)
}

/// The most directives at one place, for the library.
pub(super) fn max_directives() -> usize {
    usize::try_from(DIRECTIVES.maximum).unwrap_or(usize::MAX)
}

/// The answer of an operation, unless it takes too long: then it is dropped where it waits, and does nothing any more.
///
/// # Errors
/// `UNAVAILABLE`.
pub(super) async fn in_time<T>(answer: impl Future<Output = T>) -> Result<T> {
    within(Duration::from_secs(DEADLINE.maximum), answer).await
}

async fn within<T>(deadline: Duration, answer: impl Future<Output = T>) -> Result<T> {
    let detail = "The query took too long. Ask for less, or try again later.";
    tokio::time::timeout(deadline, answer).await.map_err(|_| Error::new(ErrorCode::Unavailable, detail))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    #[test]
    fn what_takes_too_long_is_dropped_where_it_waits() {
        let work = Rc::new(());
        let held = work.clone();
        let endless = async move {
            std::future::pending::<()>().await;
            drop(held);
        };
        let done = actix_web::rt::System::new().block_on(within(Duration::from_millis(1), endless));
        assert_eq!(done.map_err(|error| error.code), Err(ErrorCode::Unavailable));
        assert_eq!(Rc::strong_count(&work), 1, "nothing holds the work any more");
    }
}
