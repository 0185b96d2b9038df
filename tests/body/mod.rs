//! Bodies through their formats: what is written is read back, and what is hostile is not.

mod canonical;
mod hostile;
mod library;
mod limits;
mod round_trip;
mod strategy;
