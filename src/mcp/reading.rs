//! Reading one article or fact box.

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Value, json};

use super::citation::{cited, line};
use super::tool::{Told, at};
use crate::app::graph::{InGraph, Resolved};
use crate::app::read::{self, Found};
use crate::app::resolve::{self, Resolution, There};
use crate::app::{Context, Graph};
use crate::domain::article::{AiUse, Rights, Source};
use crate::domain::{
    Article, AsOf, Author, Content, Edition, Error, ErrorCode, FactBox, Link, Locale, Perspective, Result,
    Role, Shape, Timestamp,
};
use crate::render;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Arguments {
    id: Option<String>,
    locale: Option<String>,
    slug: Option<String>,
    url: Option<String>,
    as_of: Option<String>,
    #[serde(default)]
    perspective: Eyes,
}

/// A fact box has no page of its own.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct FactBoxArguments {
    id: Option<String>,
    locale: Option<String>,
    slug: Option<String>,
    as_of: Option<String>,
    #[serde(default)]
    perspective: Eyes,
}

impl From<FactBoxArguments> for Arguments {
    fn from(arguments: FactBoxArguments) -> Self {
        let FactBoxArguments { id, locale, slug, as_of, perspective } = arguments;
        Self { id, locale, slug, url: None, as_of, perspective }
    }
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Eyes {
    #[default]
    Published,
    Draft,
}

pub(super) fn arguments() -> (Value, &'static [&'static str]) {
    let (mut properties, required) = fact_box_arguments();
    properties["url"] = text("Its page on the newsroom's own site.");
    (properties, required)
}

fn text(doc: &str) -> Value {
    json!({ "type": "string", "description": doc })
}

pub(super) fn fact_box_arguments() -> (Value, &'static [&'static str]) {
    let properties = json!({
        "id": text("Its id."),
        "locale": text("The language of its slug."),
        "slug": text("Its name in addresses, a former one too."),
        "asOf": text("The moment of the read, RFC 3339; now, unless given."),
        "perspective": { "type": "string", "enum": ["published", "draft"], "description": "draft shows the newest revision; needs the scope preview." },
    });
    (properties, &[])
}

impl Arguments {
    async fn moment(&self, context: &Context) -> Result<AsOf> {
        let moment = self.as_of.as_deref().map(str::parse::<Timestamp>).transpose();
        let perspective = match self.perspective {
            Eyes::Published => Perspective::Published,
            Eyes::Draft => Perspective::Draft,
        };
        context.as_of(at("asOf", moment)?, perspective).await
    }

    /// The entry that is named.
    async fn found<C: InGraph>(&self, context: &Context, as_of: AsOf, shape: Shape) -> Result<Found<C>> {
        match (&self.id, &self.locale, &self.slug, &self.url) {
            (Some(id), None, None, None) => read::by_id(context, as_of, at("id", id.parse())?, shape).await,
            (None, Some(locale), Some(slug), None) => {
                let (locale, slug) = (at("locale", locale.parse::<Locale>())?, at("slug", slug.parse())?);
                read::by_slug(context, as_of, Some(locale), slug, shape).await
            }
            (None, None, None, Some(url)) => at_url(context, as_of, url, shape).await,
            _ => {
                let detail =
                    "Name it by its id, by its locale and slug, or by its url, and by one of these alone.";
                Err(Error::new(ErrorCode::InvalidParameter, detail))
            }
        }
    }
}

async fn at_url<C: InGraph>(context: &Context, as_of: AsOf, url: &str, shape: Shape) -> Result<Found<C>> {
    match resolve::resolve(context, as_of, url, vec![(C::KIND, shape)]).await? {
        Resolution::There(There { kind, id, revision: _, url: _, moved_at: _, graph }) if kind == C::KIND => {
            let edition = graph.get::<C>(id).cloned();
            edition.map(|edition| Found { edition, graph }).ok_or_else(|| Error::not_found(C::KIND.noun()))
        }
        Resolution::There(_) => Err(Error::not_found(format!("{} at {url}", C::KIND.noun()))),
        Resolution::Gone { kind, departure, since: _ } => {
            Err(read::departed(&format!("{} at {url}", kind.noun()), departure))
        }
    }
}

pub(super) async fn article(context: Context, arguments: Arguments) -> Result<Told> {
    let as_of = arguments.moment(&context).await?;
    let shape = Shape { translations: Some(Box::new(Shape::bare())), ..Shape::with_references() }
        .with_body()
        .with(Role::Byline, Shape::bare());
    let Found { edition, graph } = arguments.found::<Article>(&context, as_of, shape).await?;
    let (article, site) = (&edition.content, context.app.site());
    // What is a draft has no page, and has not been published.
    let public = (as_of != AsOf::Drafts).then(|| (site.article_url(article), edition.clocks.published_at));
    let (url, published_at) = public.unzip();
    let resolved = Resolved::new(&graph, site);
    let mut text = format!("# {}\n\n", article.title);
    if let Some(lead) = &article.lead {
        let _ = writeln!(text, "*{lead}*\n");
    }
    let names = names(article, &graph);
    if !names.is_empty() {
        let _ = writeln!(text, "By {}.", names.join(", "));
    }
    let _ = writeln!(text, "{}\n", clocks(&edition, as_of));
    text.push_str(&render::markdown::body(&article.body, &resolved));
    if !article.corrections.is_empty() {
        text.push_str("\n## Corrections\n\n");
        for correction in article.newest_corrections() {
            let _ = writeln!(text, "- {} ({}): {}", correction.at, correction.kind.as_str(), correction.text);
        }
    }
    sources(&mut text, &article.sources);
    let _ = writeln!(text, "\n---\n{}{}.", citation(&edition, url.as_deref(), as_of), moment(&arguments));
    text.push_str(&rights(&article.rights));
    let boxes: Vec<Value> = boxes(article, &graph)
        .map(|shown| cited(shown, None, json!({ "title": shown.content.title })))
        .collect();
    let others: Vec<Value> = graph
        .translations(&edition)
        .map(|other| {
            cited(
                other,
                Some(&site.article_url(&other.content)),
                json!({ "locale": other.content.locale.to_string() }),
            )
        })
        .collect();
    let more = json!({
        "locale": article.locale.to_string(), "title": article.title, "bylines": names,
        "publishedAt": published_at.map(|at| at.to_string()),
        "contentUpdatedAt": edition.clocks.content_updated_at.to_string(),
        "updatedAt": edition.clocks.updated_at.to_string(),
        "asOf": arguments.as_of, "aiUse": article.rights.ai_use.map(AiUse::as_str), "factBoxes": boxes, "translations": others,
    });
    Ok(Told { text, json: cited(&edition, url.as_deref(), more) })
}

pub(super) async fn fact_box(context: Context, arguments: FactBoxArguments) -> Result<Told> {
    let arguments = Arguments::from(arguments);
    let as_of = arguments.moment(&context).await?;
    let shape = Shape::bare().with(Role::Related, Shape::bare());
    let Found { edition, graph } = arguments.found::<FactBox>(&context, as_of, shape).await?;
    let (fact_box, resolved) = (&edition.content, Resolved::new(&graph, context.app.site()));
    let mut text = format!("# {}\n\n{}\n\n", fact_box.title, clocks(&edition, as_of));
    for fact in &fact_box.items {
        let _ = write!(text, "- {}", render::markdown::inline(&fact.text, &resolved));
        if let Some(day) = fact.as_of {
            let _ = write!(text, " (as of {day})");
        }
        text.push('\n');
    }
    let mut all: Vec<Source> = Vec::new();
    for source in fact_box.items.iter().flat_map(|fact| &fact.sources) {
        if !all.contains(source) {
            all.push(source.clone());
        }
    }
    sources(&mut text, &all);
    let _ = writeln!(text, "\n---\n{}{}.", citation(&edition, None, as_of), moment(&arguments));
    let more = json!({
        "locale": fact_box.locale.to_string(), "title": fact_box.title, "asOf": arguments.as_of,
        "updatedAt": edition.clocks.updated_at.to_string(),
    });
    Ok(Told { text, json: cited(&edition, None, more) })
}

/// The names of who is credited, as printed.
fn names(article: &Article, graph: &Graph) -> Vec<String> {
    let name = |byline: &crate::domain::article::Byline| {
        let author = byline.author.and_then(|id| graph.get::<Author>(id));
        byline.name(author.map(|author| &author.content), &article.locale).map(str::to_owned)
    };
    article.bylines.iter().filter_map(name).collect()
}

/// The fact boxes that are shown, as they are shown.
fn boxes<'a>(article: &'a Article, graph: &'a Graph) -> impl Iterator<Item = &'a Edition<FactBox>> {
    use crate::domain::body::Mode;
    let shown = article.body.embeds().iter().filter(|link| link.role == Role::FactBox);
    shown.filter_map(|Link { target, pin, .. }| {
        graph.fact_box(*target, pin.map_or(Mode::Follow, Mode::Pin)).map(AsRef::as_ref)
    })
}

/// How it is cited. A draft is named, so that it can be revised.
fn citation<C: Content>(edition: &Edition<C>, url: Option<&str>, as_of: AsOf) -> String {
    let way = if as_of == AsOf::Drafts { "A draft, not to be cited" } else { "Cite as" };
    format!("{way}: {}", line(edition, url))
}

fn clocks<C>(edition: &Edition<C>, as_of: AsOf) -> String {
    let crate::domain::edition::Clocks { published_at, content_updated_at, updated_at } = edition.clocks;
    if as_of == AsOf::Drafts {
        return format!("The newest draft, saved {updated_at}. Readers may see another revision, or none.");
    }
    format!("Published {published_at}; content updated {content_updated_at}; updated {updated_at}.")
}

fn moment(arguments: &Arguments) -> String {
    arguments.as_of.as_ref().map(|moment| format!(", as of {moment}")).unwrap_or_default()
}

fn sources(text: &mut String, sources: &[Source]) {
    if sources.is_empty() {
        return;
    }
    text.push_str("\n## Sources\n\n");
    for Source { name, url, role } in sources {
        let url = url.as_ref().map(|url| format!(": {url}")).unwrap_or_default();
        let _ = writeln!(text, "- {name} ({}){url}", role.as_str());
    }
}

/// What may be done with it, plainly.
fn rights(rights: &Rights) -> String {
    let Rights { holder, licence, usage_terms, territories, ai_use } = rights;
    let machines = match ai_use {
        None => "nothing is said of use by machines",
        Some(AiUse::Allowed) => "machines may learn from it",
        Some(AiUse::NoTraining) => "for search and citation, not for training",
        Some(AiUse::Forbidden) => "not to be used by machines: do not quote, summarise or keep it",
    };
    let mut text = format!("Rights: {machines}");
    for (name, value) in [("holder", holder), ("licence", licence), ("terms", usage_terms)] {
        if let Some(value) = value {
            let _ = write!(text, "; {name}: {value}");
        }
    }
    if !territories.is_empty() {
        let _ = write!(text, "; only in {}", territories.join(", "));
    }
    text.push_str(".\n");
    text
}
