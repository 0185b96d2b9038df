//! The REST door, as its clients see it, on both databases.

mod conditional;
mod corrections;
mod filters;
mod item;
mod list;
pub(crate) mod plans;
mod strict;
mod walks;
