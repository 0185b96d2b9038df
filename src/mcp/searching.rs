//! Searching.

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Value, json};

use super::citation::{cited, line};
use super::tool::{self, Told};
use crate::app::Context;
use crate::app::graph::InGraph;
use crate::app::read::{self, FoundPage};
use crate::app::search::{Passage, Searched};
use crate::domain::{Article, Edition, Error, FactBox, Perspective, Query, Result, Shape};
use crate::http::filter::{self, Field};

/// The most that one call finds.
const MOST: u32 = 20;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Arguments {
    query: String,
    #[serde(default)]
    kind: Searchable,
    locale: Option<String>,
    section: Option<String>,
    tag: Option<String>,
    published_after: Option<String>,
    published_before: Option<String>,
    first: Option<i64>,
    after: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Searchable {
    #[default]
    Article,
    FactBox,
}

pub(super) fn arguments() -> (Value, &'static [&'static str]) {
    let text = |doc: &str| json!({ "type": "string", "description": doc });
    let properties = json!({
        "query": text("What to look for: at most 500 characters and 20 words."),
        "kind": { "type": "string", "enum": ["article", "factBox"], "description": "What to look for it in; articles, unless given." },
        "locale": text("Only in this language, such as en."),
        "section": text("Only articles of this section: id or slug."),
        "tag": text("Only articles with this tag: id or slug."),
        "publishedAfter": text("First published at this moment or later: RFC 3339, or now-7d."),
        "publishedBefore": text("First published before this moment."),
        "first": { "type": "integer", "minimum": 1, "maximum": MOST, "description": "How many at most; 10, unless given." },
        "after": text("Goes on behind the last result of the call before, whose `next` this is; all else being the same."),
    });
    (properties, &["query"])
}

pub(super) async fn search(context: Context, arguments: Arguments) -> Result<Told> {
    let found = match arguments.kind {
        Searchable::Article => {
            let url = |context: &Context, edition: &Edition<Article>| {
                Some(context.app.site().article_url(&edition.content))
            };
            found(context, arguments, filter::ARTICLE, url).await
        }
        Searchable::FactBox => found::<FactBox>(context, arguments, filter::FACT_BOX, |_, _| None).await,
    };
    found.map_err(|error| tool::error_at(error, &[("q", "query"), ("tags", "tag")]))
}

async fn found<C: InGraph>(
    context: Context,
    arguments: Arguments,
    fields: &'static [Field],
    url: fn(&Context, &Edition<C>) -> Option<String>,
) -> Result<Told> {
    let Arguments { query, kind: _, locale, section, tag, published_after, published_before, first, after } =
        arguments;
    let conditions = json!({
        "q": query, "locale": locale, "section": section, "tags": tag,
        "publishedAfter": published_after, "publishedBefore": published_before,
    });
    // What is not given is left out, so that what a kind does not have is only refused when it is asked for.
    let Value::Object(mut conditions) = conditions else { return Err(Error::internal("an object")) };
    conditions.retain(|_, value| !value.is_null());
    let query = Query {
        conditions: filter::of_json(fields, &Value::Object(conditions), "")?,
        size: size(first.unwrap_or(10))?,
        cursor: after,
        ..Query::default()
    };
    let as_of = context.as_of(None, Perspective::Published).await?;
    let shape = Shape { highlights: true, ..Shape::bare() };
    let FoundPage { listing, searched, graph: _ } = read::page::<C>(&context, as_of, query, shape).await?;
    let (highlights, suggestion, relaxed) = match searched {
        Some(Searched { relaxed, suggestion, highlights }) => (highlights, suggestion, relaxed),
        None => (Vec::new(), None, false),
    };
    let mut text = String::new();
    if relaxed {
        text.push_str("Nothing has all words; these lack one.\n");
    }
    if let Some(suggestion) = &suggestion {
        let _ = writeln!(text, "Perhaps this was meant: {suggestion}");
    }
    let mut results = Vec::new();
    for (index, edition) in listing.items.iter().enumerate() {
        let url = url(&context, edition);
        let title = edition.content.outline().title;
        let told = highlights.get(index);
        let passages: Vec<String> =
            told.into_iter().flat_map(|told| [&told.lead, &told.body]).flatten().map(plain).collect();
        let published = edition.clocks.published_at;
        let _ = writeln!(text, "{}. {title} ({published})\n   {}", index + 1, line(edition, url.as_deref()));
        for passage in &passages {
            let _ = writeln!(text, "   {passage}");
        }
        let more = json!({ "title": title, "publishedAt": published.to_string(), "passages": passages });
        results.push(cited(edition, url.as_deref(), more));
    }
    if results.is_empty() {
        text.push_str("Nothing was found.\n");
    }
    let next = listing.cursors.last().filter(|_| listing.has_next);
    if let Some(next) = next {
        let _ = writeln!(text, "There is more: go on with after: {next}");
    }
    let json = json!({ "results": results, "next": next, "suggestion": suggestion, "relaxed": relaxed });
    Ok(Told { text, json })
}

fn size(first: i64) -> Result<u32> {
    let size = u32::try_from(first).ok().filter(|size| (1..=MOST).contains(size));
    size.ok_or_else(|| Error::parameter("first", format!("first is {first}; it must be 1 to {MOST}.")))
}

fn plain(passage: &Passage) -> String {
    passage.segments.iter().map(|segment| segment.text.as_str()).collect()
}
