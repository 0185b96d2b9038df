//! The REST door: JSON under `/v1`, described by `openapi/openapi.json`.
//!
//! Every kind of entry is a [`resource::Resource`]; the handlers are the same for all. What may be asked for
//! stands in tables of parameters, which the strict parser and the `OpenAPI` document both read.

mod access;
mod article;
mod author;
mod below;
mod corrections;
mod desk;
mod fact_box;
mod image;
mod list;
mod media;
mod neighbours;
pub mod openapi;
mod overdue;
mod persisted;
mod related;
mod relation;
mod resolve;
mod resource;
mod search;
mod section;
mod service;
mod tag;
mod unavailable;

use actix_web::web::ServiceConfig;

use crate::app::persisted::Check;
use crate::domain::{Article, Author, FactBox, Image, Section, Tag};
use crate::http::route::reads;

/// Places outside this door to which its index leads, by name.
pub type Places = Vec<(&'static str, &'static str)>;

/// Adds the routes of the REST door, whose `OpenAPI` document also describes `others`, and whose index leads to `places`. `check` says which documents of GraphQL can be trusted.
pub fn routes(others: openapi::Others, places: Places, check: Check) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        config.service(reads(corrections::OPERATION.path, corrections::list));
        // Before the fact boxes, which would take its name for an id.
        config.service(reads(overdue::OPERATION.path, overdue::list));
        config.service(reads(resolve::OPERATION.path, resolve::ask));
        config.service(reads(related::OPERATION.path, related::list));
        config.service(reads(neighbours::OPERATION.path, neighbours::read));
        config.service(reads(section::tree::OPERATION.path, section::tree::read));
        each(config);
        access::routes(config);
        persisted::routes(config, check);
        media::routes(config);
        service::routes(config, others, places);
    }
}

/// Something that is done for every kind of entry: routing, and describing.
trait ForEach {
    fn kind<R: resource::Resource>(&mut self);
}

impl ForEach for ServiceConfig {
    fn kind<R: resource::Resource>(&mut self) {
        resource::routes::<R>(self);
    }
}

/// The kinds of entry at this door. What is added here is routed and described.
fn each(action: &mut impl ForEach) {
    action.kind::<Article>();
    action.kind::<FactBox>();
    action.kind::<Author>();
    action.kind::<Section>();
    action.kind::<Tag>();
    action.kind::<Image>();
}
