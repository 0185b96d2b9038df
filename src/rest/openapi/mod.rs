//! The `OpenAPI` document, made of the same tables that routes are registered from, of the same parameters that the
//! parser reads, and of the same types that are answered.

mod agents;
mod graphql;
mod guide;
mod operation;
mod parameter;
mod request;
mod response;
mod schema;
pub(super) mod shapes;

use utoipa::openapi::path::{HttpMethod, OperationBuilder, PathItem, Paths};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApiBuilder, Server, Tag};

use super::corrections::{self, CorrectedBody};
use super::neighbours::{self, NeighboursBody};
use super::overdue::{self, OverdueBody};
use super::related::{self, RelatedListBody};
use super::resolve::{self, ResolutionBody};
use super::resource::{Place, Resource};
use super::section::tree::{self, TreeBody};
use super::{ForEach, access, desk, media, persisted, service};
use crate::http::Route;
use crate::http::route::Method;

/// The other doors that the document describes.
#[derive(Clone, Copy, Debug)]
pub struct Others {
    /// The routes of feeds.
    pub feeds: &'static [Route],
    /// Whether agents are answered.
    pub agents: bool,
}

/// The document as text: the same for the same program and the same doors, byte for byte.
#[must_use]
pub fn document(Others { feeds, agents }: Others) -> String {
    let mut draft = Draft::new();
    super::each(&mut draft);
    draft.lists();
    draft.navigation();
    draft.routes("Media", "Stored pictures, and variants of them.", media::ROUTES);
    draft.routes("Feeds", "What is new, for feed readers and aggregators.", feeds);
    draft.graphql();
    if agents {
        draft.agents();
    }
    draft.access();
    draft.persisted();
    draft.routes("Service", "The index, the health checks and this document.", service::ROUTES);
    draft.finish()
}

/// The document as far as it has been written.
struct Draft {
    all: Paths,
    components: ComponentsBuilder,
    tags: Vec<Tag>,
}

impl ForEach for Draft {
    fn kind<R: Resource>(&mut self) {
        let tag = operation::tag::<R>();
        self.tag(&tag, &schema::description::<R::Body>());
        for place in Place::of::<R>() {
            self.get(place.path::<R>(), operation::of::<R>(place));
        }
        for described in desk::table::of::<R>() {
            self.operation(described.method, &described.path::<R>(), operation::of_desk::<R>(described));
        }
        let components = std::mem::take(&mut self.components);
        self.components = components.schemas_from_iter(schema::of::<R>());
    }
}

impl Draft {
    fn new() -> Self {
        let components = ComponentsBuilder::new()
            .schemas_from_iter(schema::shared())
            .responses_from_iter(response::shared())
            .parameter("IfNoneMatch", parameter::if_none_match());
        let components = request::parameters()
            .into_iter()
            .fold(components, |components, (name, parameter)| components.parameter(name, parameter));
        let (name, scheme) = request::scheme();
        let components = components.security_scheme(name, scheme);
        let components = response::headers()
            .into_iter()
            .fold(components, |components, (name, header)| components.header(name, header));
        Self { all: Paths::new(), components, tags: Vec::new() }
    }

    fn tag(&mut self, name: &str, description: &str) {
        let mut tag = Tag::new(name);
        tag.description = Some(description.to_owned());
        self.tags.push(tag);
    }

    fn get(&mut self, path: impl Into<String>, operation: impl Into<utoipa::openapi::path::Operation>) {
        self.path(path, PathItem::new(HttpMethod::Get, operation));
    }

    fn operation(&mut self, method: Method, path: &str, operation: OperationBuilder) {
        let method = match method {
            Method::Get => HttpMethod::Get,
            Method::Post => HttpMethod::Post,
            Method::Patch => HttpMethod::Patch,
        };
        self.all.add_path_operation(path, vec![method], operation.build());
    }

    /// Lists that are none of entries as they stand.
    fn lists(&mut self) {
        self.get(corrections::OPERATION.path, operation::of_list::<CorrectedBody>(&corrections::OPERATION));
        self.get(overdue::OPERATION.path, operation::of_list::<OverdueBody>(&overdue::OPERATION));
    }

    fn navigation(&mut self) {
        self.tag("Navigation", "Ways from an address to an entry, and from one entry to others.");
        self.get(resolve::OPERATION.path, operation::of_answer::<ResolutionBody>(&resolve::OPERATION));
        self.get(related::OPERATION.path, operation::of_answer::<RelatedListBody>(&related::OPERATION));
        self.get(tree::OPERATION.path, operation::of_answer::<TreeBody>(&tree::OPERATION));
        self.get(neighbours::OPERATION.path, operation::of_answer::<NeighboursBody>(&neighbours::OPERATION));
    }

    fn access(&mut self) {
        self.tag("Access", "Who am I, keys, and the audit.");
        self.tag("Desk", "Several writes at once.");
        for described in access::OPERATIONS {
            self.operation(described.method, described.path, operation::of_access(described));
        }
    }

    fn persisted(&mut self) {
        self.tag("Persisted documents", "Documents of GraphQL that are trusted.");
        for described in persisted::OPERATIONS {
            self.operation(described.method, described.path, operation::of_access(described));
        }
    }

    fn path(&mut self, path: impl Into<String>, item: PathItem) {
        self.all.paths.insert(path.into(), item);
    }

    fn routes(&mut self, tag: &str, description: &str, routes: &[Route]) {
        self.tag(tag, description);
        for route in routes {
            self.get(route.path, operation::of_route(tag, route));
        }
    }

    fn agents(&mut self) {
        self.tag("Agents", "The same content for agents, over the Model Context Protocol.");
        self.path("/mcp", agents::path("Agents"));
    }

    fn graphql(&mut self) {
        self.tag("GraphQL", "The same content in one request of any shape. `schema.graphql` describes it.");
        self.path("/graphql", graphql::path("GraphQL"));
    }

    fn finish(self) -> String {
        let mut license = LicenseBuilder::new().name(env!("CARGO_PKG_LICENSE")).build();
        license.identifier = Some(env!("CARGO_PKG_LICENSE").to_owned());
        let info = InfoBuilder::new()
            .title("Dateline")
            .version(env!("CARGO_PKG_VERSION"))
            .description(Some(guide::text()))
            .license(Some(license))
            .build();
        let document = OpenApiBuilder::new()
            .info(info)
            .servers(Some([Server::new("/")]))
            .tags(Some(self.tags))
            .paths(self.all)
            .components(Some(self.components.build()))
            .build();
        // Writing fails only for maps whose keys are not texts, of which there are none.
        document.to_pretty_json().unwrap_or_default() + "\n"
    }
}
