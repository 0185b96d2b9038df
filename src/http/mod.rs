//! Shared web plumbing of all doors: strict parameters, problem documents, conditional answers, limits.
//!
//! It knows requests and answers, and nothing of articles.

pub mod answer;
pub mod client;
pub mod filter;
pub mod json;
pub mod language;
pub mod limit;
pub mod log;
pub mod multipart;
pub mod origin;
pub mod parameter;
pub mod problem;
pub mod range;
pub mod request;
pub mod route;

pub use answer::Answer;
pub use client::Client;
pub use language::Languages;
pub use parameter::{Form, Parameter, Parameters};
pub use problem::Problem;
pub use route::Route;
