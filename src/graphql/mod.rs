//! The GraphQL door, described by `schema.graphql`.
//!
//! A root field reads what it asks for and everything below in one hop: [`shape`] turns the selection into a
//! [`Shape`](crate::domain::Shape), `app` loads it, and the objects are plain getters on what was loaded.

#![expect(
    clippy::unused_async,
    reason = "resolvers are async by contract, though they only read what is loaded"
)]

mod article;
mod author;
mod body;
mod connection;
mod corrections;
mod desk;
mod error;
mod fact_box;
mod handler;
mod image;
mod input;
mod limits;
mod neighbours;
mod node;
mod query;
mod related;
mod request;
mod resolve;
mod scalar;
mod section;
mod shape;
mod tag;

use actix_web::web::{self, Data, ServiceConfig};
use async_graphql::{EmptySubscription, MergedObject, SDLExportOptions};

pub use self::desk::Mutation;
use crate::app::App;

/// The schema.
pub type Schema = async_graphql::Schema<Query, Mutation, EmptySubscription>;

/// Everything that can be read.
#[derive(Debug, Default, MergedObject)]
pub struct Query(
    query::Reading,
    resolve::Resolving,
    section::tree::Sections,
    neighbours::Beside,
    corrections::Corrections,
    desk::DeskQuery,
    desk::ReviewQuery,
);

/// Builds the schema.
#[must_use]
pub fn schema(app: App) -> Schema {
    builder().data(app).finish()
}

fn builder() -> async_graphql::SchemaBuilder<Query, Mutation, EmptySubscription> {
    // Cost, depth and numbers of fields are checked before execution, in `limits`.
    Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        .limit_directives(10)
        .disable_suggestions()
}

/// The schema in its own language.
#[must_use]
pub fn sdl() -> String {
    let options = SDLExportOptions::new().sorted_fields().sorted_arguments().sorted_enum_items();
    builder().finish().sdl_with_options(options)
}

/// Adds the route of the GraphQL door.
pub fn routes(app: App) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        config
            .app_data(Data::new(schema(app)))
            .service(web::resource("/graphql").default_service(web::to(handler::handle)));
    }
}
