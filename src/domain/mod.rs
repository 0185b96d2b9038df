//! What is true: the newsroom's nouns, their rules, and the vocabulary that every other layer speaks.
//!
//! Plain types only. This module knows nothing of databases, JSON, HTTP or GraphQL, and it never
//! asks what time it is: moments and ids are passed in.
//!
//! Read [`edition`] first: everything a reader sees is an [`Edition`] of some content.

pub mod access;
pub mod article;
pub mod audit;
pub mod author;
pub mod body;
pub mod change;
pub mod content;
pub(crate) mod contradiction;
pub mod diff;
pub mod edition;
pub mod entry;
pub mod error;
pub mod fact_box;
pub mod filter;
pub mod id;
pub mod image;
pub mod locale;
pub mod oidc;
pub mod page;
pub mod persisted;
pub mod query;
pub mod record;
pub mod related;
pub mod resolution;
mod romanise;
pub mod section;
pub mod shape;
pub mod slug;
pub mod spacing;
pub mod tag;
pub mod time;
pub mod timeline;
pub mod unavailable;
pub mod validate;

pub use access::{Actor, Caller, Scope, Scopes};
pub use article::Article;
pub use author::Author;
pub use body::Body;
pub use change::{Change, Effect, Verb};
pub use content::{AnyContent, Content, Kind, Link, Role};
pub use edition::{Edition, Revision};
pub use entry::{Entry, State};
pub use error::{Error, ErrorCode, FieldError, Result};
pub use fact_box::FactBox;
pub use filter::{Condition, Sort};
pub use id::Id;
pub use image::Image;
pub use locale::{Locale, Localized};
pub use oidc::Oidc;
pub use page::{Cursor, Page, PageRequest};
pub use persisted::{DocumentId, DocumentMode};
pub use query::{Query, Reference};
pub use record::Record;
pub use resolution::{Departure, Outcome};
pub use section::Section;
pub use shape::Shape;
pub use slug::Slug;
pub use tag::Tag;
pub use time::{AsOf, Perspective, Timestamp};
pub use unavailable::{Gap, Links, Unavailable};
pub use validate::Validator;
