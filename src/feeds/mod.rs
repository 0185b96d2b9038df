//! The feed door: RSS 2.0, Atom and JSON Feed of the newsroom and of its parts, under `/feeds`.
//!
//! | address | holds |
//! |---|---|
//! | `/feeds/all.{rss,atom,json}` | everything |
//! | `/feeds/sections/{slug}.{…}` | a section |
//! | `/feeds/tags/{slug}.{…}` | a tag |
//! | `/feeds/authors/{slug}.{…}` | an author |
//! | `/feeds/locales/{locale}.{…}` | a language |

mod document;

use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use crate::app::graph::InGraph;
use crate::app::{Context, read};
use crate::domain::filter;
use crate::domain::{
    AsOf, Author, Condition, Edition, Error, Locale, Localized, Perspective, Query, Reference, Role, Section,
    Shape, Tag,
};
use crate::http::{Answer, Client, Form, Parameter, Parameters, Problem, Route, answer};
use crate::render::feed::Feed;
use crate::render::{atom, json_feed, rss};

const PARAMETERS: &[&[Parameter]] = &[&[
    Parameter { name: "locale", form: Form::Locale, doc: "Only articles in this language." },
    Parameter { name: "first", form: Form::Size, doc: "How many articles: 1 to 100, usually 20." },
]];

const MEDIA_TYPES: &[&str] = &[rss::MEDIA_TYPE, atom::MEDIA_TYPE, json_feed::MEDIA_TYPE];

const WHOLE: Route = Route {
    path: "/feeds/{file}",
    name: "get_feed",
    summary: "The feed of everything",
    doc: "The newest articles as RSS 2.0, Atom or JSON Feed, by the ending of the file.",
    variables: &[Parameter {
        name: "file",
        form: Form::OneOf(&["all.rss", "all.atom", "all.json"]),
        doc: "`all` and the format.",
    }],
    parameters: PARAMETERS,
    media_types: MEDIA_TYPES,
    statuses: &[304, 400, 401, 403, 404, 503],
};

const PART: Route = Route {
    path: "/feeds/{part}/{file}",
    name: "get_feed_of",
    summary: "The feed of a section, tag, author or language",
    doc: "The newest articles of one part of the newsroom as RSS 2.0, Atom or JSON Feed, by the ending of the \
          file.",
    variables: &[
        Parameter {
            name: "part",
            form: Form::OneOf(&["sections", "tags", "authors", "locales"]),
            doc: "What the feed is of.",
        },
        Parameter {
            name: "file",
            form: Form::Text("world.rss"),
            doc: "The slug, or the language tag, and the format: `.rss`, `.atom` or `.json`.",
        },
    ],
    parameters: PARAMETERS,
    media_types: MEDIA_TYPES,
    statuses: &[301, 304, 400, 401, 403, 404, 410, 451, 503],
};

/// The routes of the feed door.
pub const ROUTES: &[Route] = &[WHOLE, PART];

/// Registers them.
pub fn routes(config: &mut ServiceConfig) {
    WHOLE.register(config, whole);
    PART.register(config, part);
}

/// Which articles a feed holds, and what it is called.
struct Scope {
    /// The path below `/feeds`, without its ending: it also makes the feed's id.
    path: String,
    /// The part's name, after the newsroom's.
    name: Option<String>,
    query: Query,
}

/// What a client asks for besides the part.
struct Request<'a> {
    http: &'a HttpRequest,
    confidential: bool,
    as_of: AsOf,
    size: u32,
    locale: Option<Locale>,
}

impl<'a> Request<'a> {
    async fn read(context: &Context, http: &'a HttpRequest) -> Result<Self, Error> {
        let parameters = Parameters::parse(http.query_string(), PARAMETERS)?;
        let (size, locale) = (parameters.size("first")?, parameters.locale("locale")?);
        let as_of = context.as_of(None, Perspective::Published).await?;
        Ok(Self { http, confidential: context.is_confidential(as_of), as_of, size, locale })
    }
}

async fn whole(
    Client(context): Client,
    file: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let request = Request::read(&context, &request).await?;
    let (name, format) = split(&file)?;
    if name != "all" {
        return Err(no_feed(&file).into());
    }
    let scope = Scope { path: "all".to_owned(), name: None, query: Query::default() };
    Ok(feed(&context, scope, format, request).await?)
}

async fn part(
    Client(context): Client,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let request = Request::read(&context, &request).await?;
    let (part, file) = path.into_inner();
    let (name, format) = split(&file)?;
    let scope = match part.as_str() {
        "sections" => {
            scope(&context, &request, (&part, name), Role::Section, |it: &Section| &it.name).await?
        }
        "tags" => scope(&context, &request, (&part, name), Role::Tag, |it: &Tag| &it.name).await?,
        "authors" => scope(&context, &request, (&part, name), Role::Byline, |it: &Author| &it.name).await?,
        "locales" => {
            let locale: Locale = name.parse()?;
            if request.locale.as_ref().is_some_and(|asked| *asked != locale) {
                let detail = format!("This is the feed of {locale}; leave locale out, or take its own feed.");
                return Err(Error::parameter("locale", detail).into());
            }
            let path = format!("locales/{locale}");
            Scope { path, name: None, query: Query::default().narrowed(Condition::Locale(vec![locale])) }
        }
        _ => return Err(no_feed(&part).into()),
    };
    // A feed has one address, which its readers keep: a former slug leads there.
    if scope.path != format!("{part}/{name}") {
        let location = format!("/feeds/{}.{}{}", scope.path, format.ending, query_of(request.http));
        return Ok(answer::moved(&location, request.confidential));
    }
    Ok(feed(&context, scope, format, request).await?)
}

/// The articles that refer to the section, tag or author of a slug.
async fn scope<C: InGraph>(
    context: &Context,
    request: &Request<'_>,
    (part, slug): (&str, &str),
    role: Role,
    name: fn(&C) -> &Localized,
) -> Result<Scope, Error> {
    let found = read::by_slug::<C>(context, request.as_of, None, slug.parse()?, Shape::bare()).await?;
    let Edition { id, content, .. } = &*found.edition;
    let path = content.outline().slug.map(|slug| format!("{part}/{slug}")).unwrap_or_default();
    let name = name(content).pick(request.locale.as_ref()).map(|(_, name)| name.to_owned());
    let query = Query::default().narrowed(Condition::Refers(role, vec![Reference::Id(*id)]));
    Ok(Scope { path, name, query })
}

/// A format of feeds.
#[derive(Clone, Copy)]
struct Format {
    ending: &'static str,
    media_type: &'static str,
    render: fn(&Feed) -> String,
}

const FORMATS: [Format; 3] = [
    Format { ending: "rss", media_type: rss::MEDIA_TYPE, render: rss::render },
    Format { ending: "atom", media_type: atom::MEDIA_TYPE, render: atom::render },
    Format { ending: "json", media_type: json_feed::MEDIA_TYPE, render: json_feed::render },
];

fn split(file: &str) -> Result<(&str, Format), Error> {
    let (name, ending) = file.rsplit_once('.').ok_or_else(|| no_feed(file))?;
    let format = FORMATS.into_iter().find(|format| format.ending == ending).ok_or_else(|| no_feed(file))?;
    Ok((name, format))
}

fn no_feed(name: &str) -> Error {
    Error::not_found(format!(
        "feed {name}; there are all, sections, tags, authors and locales, as rss, atom and json"
    ))
}

/// The query of a request, with its question mark.
fn query_of(request: &HttpRequest) -> String {
    Some(request.query_string())
        .filter(|query| !query.is_empty())
        .map(|query| format!("?{query}"))
        .unwrap_or_default()
}

async fn feed(
    context: &Context,
    scope: Scope,
    format: Format,
    request: Request<'_>,
) -> Result<HttpResponse, Error> {
    let Scope { path, name, mut query } = scope;
    let Request { http, confidential, as_of, size, locale } = request;
    query.size = size;
    if let Some(locale) = locale {
        query = query.narrowed(Condition::Locale(vec![locale]));
    }
    let language = filter::locale(&query.conditions).cloned();
    let found = read::page(context, as_of, query, document::shape()).await?;
    let site = context.app.site();
    let address = document::Address {
        path: &path,
        self_url: format!("{}{}{}", site.public_url, http.path(), query_of(http)),
        name,
        language,
    };
    let feed = document::feed(site, &found, address);
    Ok(Answer::new(format.media_type, (format.render)(&feed).into_bytes())
        .confidential(confidential)
        .to(http))
}
