//! The integration tests.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; helpers of tests are tests too"
)]

// A body survives every format it is written in, and nothing hostile comes through one.
mod body;
// The desk: writing, lifecycle, history and access.
mod desk;
// Databases that fail.
mod failures;
// The committed descriptions of the doors are up to date.
mod drift;
// Feed documents, read back by readers that share no code with what wrote them.
mod feeds;
// The GraphQL door: reading, transport, limits.
mod graphql;
// The rules of the house: layers, sizes, migrations.
mod house;
// The same answers through every door and from both databases.
mod parity;
// The running server: who may ask, how often, and what survives a kill.
mod served;
// The program: settings, exit statuses, serving and stopping.
mod program;
// The door for agents.
mod mcp;
// Pictures: uploads, fetches, files and variants.
mod media;
// The pages for people.
mod pages;
// The REST door: items, lists, strictness, conditional requests.
mod rest;
// Searching: what is found, by whom, and in which order.
mod search;
// Following the log, over sockets and event streams.
mod live;
// Ways from an address to an entry, and from one entry to others.
mod navigation;
// Statements per answer.
mod statements;
// The contract of the store, on both databases.
mod store;
// Formats in: small files of each kind, and a whole public newsroom where it is at hand.
mod import;
// The README, tried out.
mod readme;
// The OpenAPI document says of the server what the server does.
mod openapi;
mod support;
