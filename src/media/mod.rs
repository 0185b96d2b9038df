//! Pictures: what is taken in, how it is kept, and the variants that are made of it.
//!
//! A picture is known by its content; what it is called and declared to be counts for nothing. What is kept is pixels
//! and their colour profile: where and with what a photograph was taken is nobody's business.
//!
//! All of this blocks: call it from a blocking thread.

mod container;
mod encode;
mod picture;
mod s3;
mod source;
mod storage;
pub mod variant;

pub use picture::{Limits, MAX_SIDE, Taken, take};
pub use s3::Keys;
pub use source::{PIECE, Source};
pub use storage::Storage;

#[cfg(test)]
mod tests;
