//! Ways from an address to an entry, and from one entry to others: the same through both doors.

mod related;
mod resolve;
