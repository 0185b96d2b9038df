//! The GraphQL door, as its clients see it, on both databases.

mod documented;
mod http;
mod limits;
mod persisted;
mod reading;
mod subgraph;
