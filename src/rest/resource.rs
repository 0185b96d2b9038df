//! What all kinds of entry have in common at this door: their routes and handlers.

use std::rc::Rc;

use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::search::SearchBody;
use super::{desk, list};
use crate::app::graph::InGraph;
use crate::app::read::{self, Found, FoundPage};
use crate::app::{Context, Graph, Site};
use crate::domain::filter::searched;
use crate::domain::{AsOf, Condition, Edition, Error, Id, Links, Locale, Perspective, Shape};
use crate::http::filter::Field;
use crate::http::{Answer, Client, Form, Languages, Parameter, Parameters, Problem, answer, route};

/// A kind of entry at this door.
pub(super) trait Resource: InGraph {
    /// The collection below `/v1`.
    const PATH: &'static str;
    /// How addresses are made.
    const NAMING: Naming;
    /// A slug of the sample newsroom, so that the document's examples work there.
    const EXAMPLE: &'static str = "";
    /// What its lists are filtered by.
    const FIELDS: &'static [Field];
    /// All parameters of its lists.
    const OF_LIST: &'static [&'static [Parameter]];
    /// All parameters of a single entry.
    const OF_ITEM: &'static [&'static [Parameter]];
    /// One entry in an answer.
    type Body: Serialize + ToSchema;

    /// What to load for `include=` and `body=`.
    fn shape(view: &View) -> Shape;

    /// One entry as it is answered.
    fn body(edition: &Edition<Self>, view: &View, seen: &Seen<'_>) -> Self::Body;
}

/// How entries of a kind are named in addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// By a slug that is unique in its language: `/v1/articles/{locale}/{slug}`.
    PerLanguage,
    /// By a slug that is the same for all languages: `/v1/sections/{slug}`.
    Once,
    /// Only by id.
    Unnamed,
}

/// What an entry is rendered from: what was loaded along, and where the newsroom is on the web.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub graph: &'a Graph,
    pub site: &'a Site,
}

/// What an answer holds.
#[derive(Debug)]
pub(super) struct View {
    /// The relations to be shown whole.
    pub include: Vec<&'static str>,
    /// The formats of the body.
    pub formats: Vec<&'static str>,
    /// The languages for names.
    pub languages: Rc<Languages>,
    /// The language of the article beside which they stand.
    pub beside: Option<Locale>,
    /// What stands where a reference leads nowhere.
    pub links: Links,
    /// The members to be kept; all when not given.
    fields: Option<Vec<&'static str>>,
}

impl View {
    /// Whether a relation is to be shown whole.
    pub(super) fn includes(&self, relation: &str) -> bool {
        self.include.contains(&relation)
    }

    /// The view of what is included: names beside an article in a language, with the inclusions given.
    pub(super) fn below(&self, beside: Option<Locale>, include: Vec<&'static str>) -> Self {
        let languages = Rc::clone(&self.languages);
        Self { include, formats: Vec::new(), languages, beside, links: self.links, fields: None }
    }

    pub(super) fn of(
        context: &Context,
        request: &HttpRequest,
        parameters: &Parameters,
        formats: &[&'static str],
    ) -> Result<Self, Error> {
        let chosen = parameters.some_of("body")?;
        let include = parameters.some_of("include")?.unwrap_or_default();
        let fields = parameters.some_of("fields")?;
        let fields = fields.map(|fields| with_asked_for(fields, &include, chosen.is_some()));
        let formats = chosen.unwrap_or_else(|| formats.to_vec());
        Ok(Self {
            include,
            formats: formats.into_iter().filter(|format| *format != "none").collect(),
            languages: Rc::new(Languages::of(
                request,
                parameters.locales("locale")?,
                &context.app.site().locales,
            )),
            beside: None,
            links: parameters.one_of("links", Links::parse)?.unwrap_or(Links::Omit),
            fields,
        })
    }

    /// An entry as JSON, with the members asked for.
    pub(super) fn render<R: Resource>(&self, edition: &Edition<R>, seen: &Seen<'_>) -> Value {
        let value = serde_json::to_value(R::body(edition, self, seen)).unwrap_or_default();
        match (&self.fields, value) {
            (Some(fields), Value::Object(members)) => {
                let keep = |(name, _): &(String, Value)| name == "id" || fields.contains(&name.as_str());
                Value::Object(members.into_iter().filter(keep).collect::<Map<_, _>>())
            }
            (_, value) => value,
        }
    }
}

/// The members to be kept, with those that other parameters ask for.
fn with_asked_for(mut fields: Vec<&'static str>, include: &[&'static str], body: bool) -> Vec<&'static str> {
    // Whoever is credited stands in the byline.
    let member = |relation: &&'static str| if *relation == "authors" { "bylines" } else { *relation };
    fields.extend(include.iter().map(member));
    fields.extend(body.then_some("body"));
    fields
}

/// Which members are kept.
pub(super) const fn fields(members: &'static [&'static str]) -> Parameter {
    Parameter {
        name: "fields",
        form: Form::SomeOf(members),
        doc: "Only these members. `id` is always there, and so is what other parameters ask for by name.",
    }
}

/// The moment of the read.
pub(super) const AS_OF: Parameter = Parameter {
    name: "asOf",
    form: Form::Time,
    doc: "Answers as it would have been answered at this moment: everything, relations too, as it was public \
          then. RFC 3339 with an offset; in the future only with the scope `preview`.",
};

/// Whose eyes a read is made with.
pub(super) const PERSPECTIVE: Parameter = Parameter {
    name: "perspective",
    form: Form::OneOf(&["published", "draft", "embargoed"]),
    doc: "`draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the \
          scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is \
          public. Needs the scope `embargo`.",
};

/// The languages of names.
pub(super) const LOCALE: Parameter = Parameter {
    name: "locale",
    form: Form::Locales,
    doc: "The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in \
          the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of \
          the site, and then in the first there is. The answer says which was served.",
};

/// The places below a collection. Routing and the `OpenAPI` document both go through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The list: `/v1/articles`.
    List,
    /// An entry by its address: `/v1/articles/{locale}/{slug}`.
    Address,
    /// An entry by id, or by slug where slugs are for all languages: `/v1/articles/{id}`.
    Entry,
}

impl Place {
    /// The places that a kind has.
    pub(super) fn of<R: Resource>() -> impl Iterator<Item = Self> {
        let all = [Self::List, Self::Address, Self::Entry].into_iter();
        all.filter(|place| *place != Self::Address || R::NAMING == Naming::PerLanguage)
    }

    /// The path, with its variables in braces.
    pub(super) fn path<R: Resource>(self) -> String {
        let collection = format!("/v1/{}", R::PATH);
        match self {
            Self::List => collection,
            Self::Address => format!("{collection}/{{locale}}/{{slug}}"),
            Self::Entry => format!("{collection}/{{id}}"),
        }
    }
}

pub(super) fn routes<R: Resource>(config: &mut ServiceConfig) {
    // Before addresses of two parts, which would take them for a language and a slug.
    desk::routes::<R>(config);
    for place in Place::of::<R>() {
        let path = place.path::<R>();
        config.service(match place {
            Place::List => route::Methods::new(&path).get_and_post(list_of::<R>, desk::create::<R>),
            Place::Address => route::reads(&path, by_address::<R>),
            Place::Entry => route::Methods::new(&path).get_and_patch(by_name::<R>, desk::save::<R>),
        });
    }
}

async fn list_of<R: Resource>(
    Client(context): Client,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), R::OF_LIST)?;
    let as_of = as_of(&context, &parameters).await?;
    let view = View::of(&context, &request, &parameters, &[])?;
    let query = list::query(&parameters, R::FIELDS)?;
    let highlighted = parameters.truth("highlights")?.unwrap_or(false);
    if highlighted && searched(&Condition::flat(query.conditions.clone())).is_none() {
        let detail = "Nothing is searched for that could be highlighted. Give q, or leave highlights out.";
        return Err(Error::parameter("highlights", detail).into());
    }
    let shape = Shape { highlights: highlighted, ..R::shape(&view) };
    let FoundPage { listing, searched, graph } = read::page::<R>(&context, as_of, query, shape).await?;
    let ids: Vec<Id> = listing.items.iter().map(|edition| edition.id).collect();
    let search = searched.map(|searched| SearchBody::of(searched, &ids, highlighted));
    let seen = Seen { graph: &graph, site: context.app.site() };
    let listing = listing.map(|edition| view.render::<R>(&edition, &seen));
    let answer = list::searched(listing, search, context.is_confidential(as_of), &request);
    Ok(view.languages.label(answer))
}

/// By id, or by slug for kinds that exist once for all languages.
async fn by_name<R: Resource>(
    Client(context): Client,
    name: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), R::OF_ITEM)?;
    let as_of = as_of(&context, &parameters).await?;
    let view = View::of(&context, &request, &parameters, &["blocks"])?;
    let found = match name.parse::<Id>() {
        Ok(id) => read::by_id::<R>(&context, as_of, id, R::shape(&view)).await?,
        Err(error) if R::NAMING != Naming::Once => return Err(error.into()),
        Err(_) => {
            let slug = name.parse().map_err(|_| Error::not_found(format!("{} {name}", R::KIND.noun())))?;
            let found = read::by_slug::<R>(&context, as_of, None, slug, R::shape(&view)).await?;
            if let Some(moved) = moved::<R>(&found, &name, context.is_confidential(as_of), &request) {
                return Ok(moved);
            }
            found
        }
    };
    Ok(item(&context, as_of, &found, &view, &request))
}

async fn by_address<R: Resource>(
    Client(context): Client,
    address: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), R::OF_ITEM)?;
    let as_of = as_of(&context, &parameters).await?;
    let view = View::of(&context, &request, &parameters, &["blocks"])?;
    let (locale, name) = address.into_inner();
    let locale: Locale = locale.parse()?;
    let slug = name.parse()?;
    let found = read::by_slug::<R>(&context, as_of, Some(locale), slug, R::shape(&view)).await?;
    match moved::<R>(&found, &name, context.is_confidential(as_of), &request) {
        Some(moved) => Ok(moved),
        None => Ok(item(&context, as_of, &found, &view, &request)),
    }
}

/// A redirect to the present address, when the entry was asked for by a former one.
fn moved<R: Resource>(
    found: &Found<R>,
    asked: &str,
    confidential: bool,
    request: &HttpRequest,
) -> Option<HttpResponse> {
    let outline = found.edition.content.outline();
    let slug = outline.slug.filter(|slug| slug.as_str() != asked)?;
    let locale = outline.locale.map(|locale| format!("{locale}/")).unwrap_or_default();
    let encoded = url::form_urlencoded::byte_serialize(slug.as_str().as_bytes()).collect::<String>();
    let query = Some(request.query_string()).filter(|query| !query.is_empty());
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let location = format!("/v1/{}/{locale}{encoded}{query}", R::PATH);
    Some(answer::moved(&location, confidential))
}

fn item<R: Resource>(
    context: &Context,
    as_of: AsOf,
    found: &Found<R>,
    view: &View,
    request: &HttpRequest,
) -> HttpResponse {
    let seen = Seen { graph: &found.graph, site: context.app.site() };
    let answer = Answer::json(&view.render::<R>(&found.edition, &seen));
    view.languages.label(answer.confidential(context.is_confidential(as_of)).to(request))
}

/// What a read is of.
pub(super) async fn as_of(context: &Context, parameters: &Parameters) -> Result<AsOf, Error> {
    let perspective = parameters.one_of("perspective", Perspective::parse)?.unwrap_or(Perspective::Published);
    context.as_of(parameters.time("asOf")?, perspective).await
}
