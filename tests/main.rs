//! The integration tests.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; helpers of tests are tests too"
)]

// A body survives every format it is written in, and nothing hostile comes through one.
mod body;
// Feed documents, read back by readers that share no code with what wrote them.
mod feeds;
// Formats in: small files of each kind, and a whole public newsroom where it is at hand.
mod import;
mod support;
