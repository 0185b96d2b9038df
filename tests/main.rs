//! The integration tests.

// A body survives every format it is written in, and nothing hostile comes through one.
mod body;
