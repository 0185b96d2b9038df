//! What several tests need.

pub(crate) mod corpus;
pub(crate) mod folder;
pub(crate) mod shared;
pub(crate) mod xml;
