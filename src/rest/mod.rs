//! The REST door: JSON under `/v1`, described by `openapi/openapi.json`.
//!
//! Every kind of entry is a [`resource::Resource`]; the handlers are the same for all. What may be asked for
//! stands in tables of parameters, which the strict parser and the `OpenAPI` document both read.

mod article;
mod author;
mod fact_box;
mod image;
mod list;
pub mod openapi;
mod relation;
mod resource;
mod section;
mod tag;

use actix_web::web::{self, ServiceConfig};

use crate::domain::{Article, Author, FactBox, Image, Section, Tag};

/// Adds the routes of the REST door.
pub fn routes(config: &mut ServiceConfig) {
    resource::routes::<Article>(config);
    resource::routes::<Author>(config);
    resource::routes::<FactBox>(config);
    resource::routes::<Section>(config);
    resource::routes::<Tag>(config);
    resource::routes::<Image>(config);
    config.service(web::resource("/openapi.json").get(openapi::serve));
}
