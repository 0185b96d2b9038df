//! The REST door, as its clients see it, on both databases.

mod conditional;
mod corrections;
mod item;
mod list;
mod strict;
