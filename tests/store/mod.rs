//! What the store promises, on both databases.

mod publishing;
mod upkeep;
