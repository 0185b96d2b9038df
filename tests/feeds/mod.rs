//! Feed documents: what is rendered is read back and compared field by field.

mod atom;
mod atom_schema;
mod json_feed;
mod model;
mod rss;
mod sample;
mod served;
mod traps;
mod withdrawn;
