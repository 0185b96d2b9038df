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
mod hint;
mod image;
mod input;
mod limits;
mod live;
mod neighbours;
mod node;
mod operation;
mod persisted;
mod query;
mod refusal;
mod related;
mod request;
mod resolve;
mod scalar;
mod search;
mod section;
mod shape;
mod subgraph;
mod subscription;
mod tag;

use actix_web::web::{self, Data, ServiceConfig};
use async_graphql::{MergedObject, SDLExportOptions};

pub use self::desk::Mutation;
pub use self::limits::{LIMITS, Limit};
use self::live::Gate;
pub use self::live::Limits as LiveLimits;
use self::persisted::Documents;
pub use self::subgraph::sdl as subgraph_sdl;
pub use self::subscription::Subscription;
use crate::app::App;
use crate::app::persisted::Check;

/// The schema that is served: [`Query`], and what a router of a larger graph asks.
pub type Schema = async_graphql::Schema<Served, Mutation, Subscription>;

// The library merges no type into another of its name, so both are made of one list.
macro_rules! roots {
    ($($part:ty),* $(,)?) => {
        /// Everything that can be read.
        #[derive(Debug, Default, MergedObject)]
        pub struct Query($($part),*);

        /// Everything that can be read.
        // And what a router asks, of which clients are not told.
        #[derive(Debug, Default, MergedObject)]
        #[graphql(name = "Query")]
        pub struct Served($($part,)* subgraph::Subgraph);
    };
}
roots! {
    query::Reading,
    resolve::Resolving,
    section::tree::Sections,
    neighbours::Beside,
    corrections::Corrections,
    desk::DeskQuery,
    desk::ReviewQuery,
    subscription::Following,
}

/// Builds the schema.
#[must_use]
pub fn schema(app: App) -> Schema {
    // Cost, depth and numbers of fields are checked before execution, in `limits`.
    Schema::build(Served::default(), Mutation::default(), Subscription)
        .limit_directives(limits::max_directives())
        .disable_suggestions()
        .data(app)
        .finish()
}

/// The schema as clients know it.
fn plain() -> async_graphql::Schema<Query, Mutation, Subscription> {
    async_graphql::Schema::new(Query::default(), Mutation::default(), Subscription)
}

/// The schema in its own language.
#[must_use]
pub fn sdl() -> String {
    let options =
        SDLExportOptions::new().sorted_fields().sorted_arguments().sorted_enum_items().include_specified_by();
    plain().sdl_with_options(options)
}

/// What answers: the schema, the documents that were used lately, and who lets open connections in. Made once and shared by
/// all threads.
#[derive(Clone)]
pub struct Door {
    schema: Schema,
    documents: Documents,
    gate: Gate,
}

impl std::fmt::Debug for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Door")
    }
}

impl Door {
    /// The door to an application.
    #[must_use]
    pub fn new(app: App) -> Self {
        Self { schema: schema(app), documents: Documents::new(), gate: Gate::default() }
    }

    /// The same door with other limits of open connections.
    #[must_use]
    pub fn with_limits(self, limits: LiveLimits) -> Self {
        Self { gate: Gate::new(limits), ..self }
    }

    /// What documents must satisfy to be trusted.
    #[must_use]
    pub fn check(&self) -> Check {
        persisted::check(self.schema.clone())
    }

    /// Adds its route.
    pub fn routes(self) -> impl FnOnce(&mut ServiceConfig) {
        move |config| {
            config
                .app_data(Data::new(self))
                .service(web::resource("/graphql").default_service(web::to(handler::handle)));
        }
    }
}
