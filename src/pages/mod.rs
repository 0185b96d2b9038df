//! The pages for people: what this server is, and a way into each of its interfaces.
//!
//! | address | holds |
//! |---|---|
//! | `/` | for browsers: what is in it and where to go. Programs get the JSON of the REST door |
//! | `/docs` | the REST interface, made of its `OpenAPI` document |
//! | `/graphiql` | an explorer of the GraphQL interface |
//! | `/schema.graphql` | its schema as text |
//! | `/assets/{file}` | styles and scripts, under names that change with their bytes |
//!
//! Everything comes from the program and nothing from anywhere else. This door knows the others by their addresses
//! and by the descriptions that it is given, never by name.

mod answer;
mod asset;
mod explorer;
mod front;
mod layout;
mod reference;

use std::sync::OnceLock;

use actix_web::http::header::{Accept, HeaderValue, Quality, VARY};
use actix_web::mime::Mime;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, guard};

use self::answer::{Kept, Ready};
use crate::app::{App, overview};
use crate::domain::Error;
use crate::http::route::{Methods, reads};
use crate::http::{Client, Problem};

const HTML: &str = "text/html";
const JSON: &str = "application/json";

/// The pages by name, for indexes that lead to them.
pub const PLACES: &[(&str, &str)] =
    &[("docs", "/docs"), ("graphiql", "/graphiql"), ("schema", "/schema.graphql")];

/// What the pages are made of: the descriptions of the interfaces, as their doors write them.
#[derive(Clone, Copy, Debug)]
pub struct Described {
    /// The `OpenAPI` document.
    pub openapi: fn() -> String,
    /// The GraphQL schema in its own language.
    pub schema: fn() -> String,
    /// Where agents are answered, if they are.
    pub agents: Option<&'static str>,
}

/// What stays the same while the program runs, made when somebody first asks for it.
#[derive(Debug)]
struct Made {
    described: Described,
    reference: OnceLock<Ready>,
    explorer: OnceLock<Ready>,
    schema: OnceLock<Ready>,
}

/// Registers the pages. Put them before the door that answers programs at `/`.
pub fn routes(described: Described) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        let made = Made {
            described,
            reference: OnceLock::new(),
            explorer: OnceLock::new(),
            schema: OnceLock::new(),
        };
        config.app_data(Data::new(made));
        config.service(Methods::new("/").get(front).guard(guard::fn_guard(is_for_people)));
        config.service(reads("/docs", docs));
        config.service(reads("/graphiql", graphiql));
        config.service(reads("/schema.graphql", schema));
        config.service(reads("/assets/{file}", file));
    }
}

/// Whether whoever asks names HTML and likes it no less than JSON, as every browser does. Programs that take anything
/// are programs.
fn is_for_people(context: &guard::GuardContext<'_>) -> bool {
    let Some(Accept(mut accepted)) = context.header() else { return false };
    accepted.retain(|item| item.quality > Quality::ZERO);
    let ranked = Accept(accepted).ranked();
    let mut known = ranked.iter().map(Mime::essence_str).filter(|name| [HTML, JSON].contains(name));
    known.next() == Some(HTML)
}

async fn front(
    Client(context): Client,
    made: Data<Made>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let overview = overview::of(&context).await?;
    let kept = match &overview {
        Some(overview) if overview.confidential => Kept::ByNobody,
        _ => Kept::Checked,
    };
    let page = front::page(context.app.site(), overview.as_ref(), made.described.agents);
    let mut response = Ready::page(page).to(&request, kept);
    // Others get JSON at this address. It must be one field: what handles CORS adds to the first alone.
    response.headers_mut().insert(VARY, HeaderValue::from_static("Accept, Accept-Encoding"));
    Ok(response)
}

async fn docs(app: Data<App>, made: Data<Made>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    if let Some(ready) = made.reference.get() {
        return Ok(ready.to(&request, Kept::Checked));
    }
    let page = reference::page(app.site(), &(made.described.openapi)())?;
    Ok(made.reference.get_or_init(|| Ready::page(page)).to(&request, Kept::Checked))
}

async fn graphiql(app: Data<App>, made: Data<Made>, request: HttpRequest) -> HttpResponse {
    let ready = made.explorer.get_or_init(|| Ready::page(explorer::page(app.site())));
    ready.to(&request, Kept::Checked)
}

async fn schema(made: Data<Made>, request: HttpRequest) -> HttpResponse {
    let text = || Ready::new("text/plain; charset=utf-8", (made.described.schema)().into_bytes());
    made.schema.get_or_init(text).to(&request, Kept::Checked)
}

async fn file(name: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let found = asset::find(&name);
    let found = found.ok_or_else(|| Problem(Error::not_found(format!("file {name}"))))?;
    Ok(found.to(&request, Kept::Forever))
}
