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

use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use crate::app::graph::InGraph;
use crate::app::{App, read};
use crate::domain::content::Outline;
use crate::domain::{Author, Error, Locale, Query, Reference, Role, Section, Shape, Tag};
use crate::http::{Answer, Form, Parameter, Parameters, Problem, Route, answer};
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
    statuses: &[304, 400, 404, 503],
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
    statuses: &[301, 304, 400, 404, 410, 503],
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

async fn whole(app: Data<App>, file: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let (name, format) = split(&file)?;
    if name != "all" {
        return Err(no_feed(&file).into());
    }
    let scope = Scope { path: "all".to_owned(), name: None, query: Query::default() };
    Ok(feed(&app, scope, format, &request).await?)
}

async fn part(
    app: Data<App>,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let (part, file) = path.into_inner();
    let (name, format) = split(&file)?;
    let scope = match part.as_str() {
        "sections" => by_slug::<Section>(&app, &part, name, Role::Section).await?,
        "tags" => by_slug::<Tag>(&app, &part, name, Role::Tag).await?,
        "authors" => by_slug::<Author>(&app, &part, name, Role::Byline).await?,
        "locales" => {
            let locale: Locale = name.parse()?;
            let path = format!("locales/{locale}");
            Scope { path, name: None, query: Query { locale: Some(locale), ..Query::default() } }
        }
        _ => return Err(no_feed(&part).into()),
    };
    // A feed has one address, which its readers keep: a former slug leads there.
    if scope.path != format!("{part}/{name}") {
        let location = format!("/feeds/{}.{}{}", scope.path, format.ending, query_of(&request));
        return Ok(answer::moved(&location));
    }
    Ok(feed(&app, scope, format, &request).await?)
}

/// The articles that refer to the section, tag or author of a slug.
async fn by_slug<C: InGraph>(app: &App, part: &str, slug: &str, role: Role) -> Result<Scope, Error> {
    let found = read::by_slug::<C>(app, app.as_of(None)?, None, slug.parse()?, Shape::bare()).await?;
    let Outline { slug, title, .. } = found.edition.content.outline();
    let path = slug.map(|slug| format!("{part}/{slug}")).unwrap_or_default();
    let query = Query { links: vec![(role, Reference::Id(found.edition.id))], ..Query::default() };
    Ok(Scope { path, name: Some(title), query })
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

async fn feed(app: &App, scope: Scope, format: Format, request: &HttpRequest) -> Result<HttpResponse, Error> {
    let parameters = Parameters::parse(request.query_string(), PARAMETERS)?;
    let Scope { path, name, mut query } = scope;
    query.size = parameters.size("first")?;
    query.locale = parameters.locale("locale")?.or(query.locale);
    let language = query.locale.clone();
    let found = read::page(app, app.as_of(None)?, query, document::shape()).await?;
    let site = app.site();
    let address = document::Address {
        path: &path,
        self_url: format!("{}{}{}", site.public_url, request.path(), query_of(request)),
        name,
        language,
    };
    let feed = document::feed(site, &found, address);
    Ok(Answer::new(format.media_type, (format.render)(&feed).into_bytes()).to(request))
}
