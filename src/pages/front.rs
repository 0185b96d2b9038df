//! `/`: what this server is, how much is in it, and where to go.

use maud::{Markup, html};

use super::asset::Asset;
use super::layout::{Page, quoted, snippet};
use crate::app::Site;
use crate::app::overview::Overview;
use crate::domain::{Article, Edition, Kind, Timestamp};

const FEEDS: [(&str, &str, &str); 3] = [
    ("/feeds/all.rss", "application/rss+xml", "RSS"),
    ("/feeds/all.atom", "application/atom+xml", "Atom"),
    ("/feeds/all.json", "application/feed+json", "JSON Feed"),
];

/// A first question.
const QUERY: &str = "query={ articles(first: 3) { nodes { title factBoxes { factBox { title } } } } }";

/// The page; without an overview, of a server that is closed to whoever asks.
pub(super) fn page(site: &Site, overview: Option<&Overview>, agents: Option<&str>) -> Markup {
    let description = format!(
        "The article server of {}: articles, authors and fact boxes over REST, GraphQL and feeds.",
        site.name
    );
    Page {
        site,
        path: "/",
        title: "Article server",
        description: &description,
        head: alternates(site),
        scripts: &[Asset::Common],
        main: html! {
            section.hero aria-labelledby="what" {
                p.kicker { "Article server" }
                h1 #what { (site.name) }
                p.lead {
                    "Articles, their authors and their fact boxes: one source for sites, apps and partners. \
                     You are looking at the server behind "
                    a href=(site.home_url) rel="noreferrer" { (site.name) }
                    ". It has no pages for readers, only interfaces for programs, and this way in."
                }
                p.ways {
                    a href="/docs" { "Read the REST reference" }
                    a href="/graphiql" { "Open the GraphQL explorer" }
                }
            }
            @match overview {
                Some(overview) => { (stock(overview)) (newest(overview)) }
                None => (closed()),
            }
            (requests(site, overview))
            (places(agents))
        },
    }
    .render()
}

/// So that feed readers and programs find their way from this address alone.
fn alternates(site: &Site) -> Markup {
    html! {
        @for (path, media_type, name) in FEEDS {
            link rel="alternate" type=(media_type) title={ (site.name) " – " (name) } href=(path);
        }
        link rel="service-desc" type="application/json" href="/openapi.json";
        link rel="service-doc" type="text/html" href="/docs";
    }
}

fn closed() -> Markup {
    html! {
        section aria-labelledby="closed" {
            h2 #closed { "Reading needs a key" }
            p {
                "This newsroom gives its articles only to whom it knows. Ask it for a key, and send it with every \
                 request: " code { "Authorization: Bearer dl_…" } ". The descriptions of the interfaces below are open."
            }
        }
    }
}

fn stock(overview: &Overview) -> Markup {
    let Overview { confidential: _, counts, languages, updated_at, newest: _ } = overview;
    html! {
        section aria-labelledby="stock" {
            h2 #stock { "What is in it" }
            dl.figures {
                @for (kind, count) in counts {
                    div { dt { (name(*kind, *count)) } dd { (thousands(*count)) } }
                }
            }
            @if !languages.is_empty() {
                p {
                    "Articles in "
                    @for (index, (locale, count)) in languages.iter().enumerate() {
                        @if index > 0 { ", " }
                        span data-language=(locale) { (locale) } " (" (thousands(*count)) ")"
                    }
                    "."
                }
            }
            @match updated_at {
                Some(at) => p.told { "Last changed " (moment(*at)) "." },
                None => p { "Nothing is public yet. As soon as something is published, it is here." },
            }
        }
    }
}

fn newest(overview: &Overview) -> Markup {
    html! {
        @if !overview.newest.is_empty() {
            section aria-labelledby="newest" {
                h2 #newest { "Newest articles" }
                ol.headlines {
                    @for edition in &overview.newest {
                        li {
                            a href=(path(edition)) lang=(edition.content.locale) { (edition.content.title) }
                            " " span.told {
                                (moment(edition.clocks.published_at)) " · " (edition.content.kind.as_str())
                                " · " (edition.content.locale)
                            }
                        }
                    }
                }
                p.told { "The links lead to the articles as JSON." }
            }
        }
    }
}

/// Requests that can be tried at once, about what is there.
fn requests(site: &Site, overview: Option<&Overview>) -> Markup {
    let newest = overview.and_then(|overview| overview.newest.first());
    let key = overview.is_none().then(|| "-H \"Authorization: Bearer $KEY\"".to_owned());
    let curl = |path: &str, way: &str, data: Option<String>| {
        let start = format!("curl {way}{}", quoted(&format!("{}{path}", site.public_url)));
        let parts: Vec<String> = [Some(start), key.clone(), data].into_iter().flatten().collect();
        snippet(&parts.join(" \\\n  "))
    };
    html! {
        section aria-labelledby="requests" {
            h2 #requests { "First requests" }
            h3 { "The latest articles, with their authors" }
            (curl("/v1/articles?first=3&include=authors", "", None))
            @if let Some(edition) = newest {
                h3 { "One article, with its text as HTML" }
                (curl(&format!("{}?body=html", path(edition)), "", None))
            }
            h3 { "Headlines and fact boxes, by GraphQL" }
            (curl("/graphql", "-G ", Some(format!("--data-urlencode {}", quoted(QUERY)))))
        }
    }
}

fn places(agents: Option<&str>) -> Markup {
    html! {
        section aria-labelledby="places" {
            h2 #places { "Where to go" }
            ul.places {
                li { a href="/docs" { "REST reference" } p { "Every request, with its parameters and answers, to read and to try." } }
                li { a href="/graphiql" { "GraphQL explorer" } p { "Ask, with examples and the schema beside it." } }
                li {
                    span.name { "Feeds" }
                    p {
                        @for (index, (path, _, name)) in FEEDS.iter().enumerate() {
                            @if index > 0 { ", " }
                            a href=(path) { (name) }
                        }
                        "; also of sections, tags, authors and languages."
                    }
                }
                li {
                    span.name { "Live" }
                    p {
                        "What changes, as it changes: subscriptions of GraphQL at " code { "/graphql" }
                        ", over WebSocket or Server-Sent Events."
                    }
                }
                @if let Some(path) = agents {
                    li {
                        span.name { "Agents" }
                        p {
                            "The Model Context Protocol at " code { (path) }
                            ": search, read as of any moment, cite, and propose drafts that people publish."
                        }
                    }
                }
                li {
                    span.name { "For programs" }
                    p {
                        a href="/openapi.json" { "OpenAPI document" } ", "
                        a href="/schema.graphql" { "GraphQL schema" } ", "
                        a href="/health/ready" { "health" } "."
                    }
                }
            }
        }
    }
}

/// The address of an article at the REST door.
fn path(edition: &Edition<Article>) -> String {
    let slug: String =
        url::form_urlencoded::byte_serialize(edition.content.slug.as_str().as_bytes()).collect();
    format!("/v1/articles/{}/{slug}", edition.content.locale)
}

const fn name(kind: Kind, count: u64) -> &'static str {
    match (kind, count) {
        (Kind::Article, 1) => "article",
        (Kind::Article, _) => "articles",
        (Kind::FactBox, 1) => "fact box",
        (Kind::FactBox, _) => "fact boxes",
        (Kind::Author, 1) => "author",
        (Kind::Author, _) => "authors",
        (Kind::Section, 1) => "section",
        (Kind::Section, _) => "sections",
        (Kind::Tag, 1) => "tag",
        (Kind::Tag, _) => "tags",
        (Kind::Image, 1) => "image",
        (Kind::Image, _) => "images",
    }
}

fn moment(at: Timestamp) -> Markup {
    html! { time datetime=(at) { (at.utc().format("%-d %B %Y, %H:%M UTC")) } }
}

/// A number with commas between thousands.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    groups.map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn large_numbers_have_commas() {
        assert_eq!([0, 36, 999, 1_000, 1_234_567].map(thousands), ["0", "36", "999", "1,000", "1,234,567"]);
    }
}
