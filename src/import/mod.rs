//! Formats in.

pub mod ndjson;
