//! Analysis: what the words of a text are, so that both databases find and rank alike. Pure functions.
//!
//! A text becomes *words*, folded, each with its place, for phrases, prefixes and suggestions; and *stems*, each in its
//! language and on a level that says how much the document is about it. A query is read with the same functions. What
//! is done with the result is `store::search`'s business; this layer knows no database.
//!
//! Whatever changes here changes what is found: [`document::VERSION`] goes up with it, and `dateline rebuild` analyses
//! all anew.

pub mod document;
mod fold;
mod function_words;
pub mod highlight;
pub mod language;
pub mod levels;
pub mod pair;
pub mod query;
pub mod rank;
pub(crate) mod similarity;
pub mod spelling;
pub mod text;
mod ukrainian;
mod words;

pub use document::Document;
pub use highlight::Passage;
pub use language::Language;
pub use levels::Levels;
pub use query::SearchQuery;

#[cfg(test)]
mod tests;
