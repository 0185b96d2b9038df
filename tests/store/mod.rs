//! What the store promises, on both databases.

pub(crate) mod publishing;
mod upkeep;
