//! What several tests need.

pub(crate) mod shared;
pub(crate) mod xml;
