//! The integration tests.

// Feed documents, read back by readers that share no code with what wrote them.
mod feeds;
mod support;
