//! Ways from an address to an entry, and from one entry to others: the same through both doors.

mod front_page;
mod locales;
mod neighbours;
mod pages;
mod related;
mod resolve;
mod sections;
