//! `/graphiql`: a place to ask GraphQL, with examples, the schema and what was asked before. The script does the rest:
//! it reads the schema from the server, and so always shows the one that answers.

use maud::{Markup, html};

use super::asset::Asset;
use super::layout::{Page, key};
use crate::app::Site;

/// A document to begin with. Its variables are examples; the script puts in names of what is on this server.
struct Example {
    name: &'static str,
    document: &'static str,
    variables: &'static str,
}

const EXAMPLES: [Example; 9] = [
    Example {
        name: "A front page",
        document: include_str!("../../assets/examples/front-page.graphql"),
        variables: "{}",
    },
    Example {
        name: "An article with its fact boxes",
        document: include_str!("../../assets/examples/article.graphql"),
        variables: r#"{"locale": "en", "slug": "harbour-tunnel-breaks-through"}"#,
    },
    Example {
        name: "A search",
        document: include_str!("../../assets/examples/search.graphql"),
        variables: r#"{"words": "harbour tunnel"}"#,
    },
    Example {
        name: "What to read next",
        document: include_str!("../../assets/examples/related.graphql"),
        variables: r#"{"locale": "en", "slug": "harbour-tunnel-breaks-through"}"#,
    },
    Example {
        name: "An author’s page",
        document: include_str!("../../assets/examples/author.graphql"),
        variables: r#"{"author": "olena-marsh"}"#,
    },
    Example {
        name: "Corrections",
        document: include_str!("../../assets/examples/corrections.graphql"),
        variables: "{}",
    },
    Example {
        name: "Drafts (needs a key)",
        document: include_str!("../../assets/examples/drafts.graphql"),
        variables: "{}",
    },
    Example {
        name: "What changes, live",
        document: include_str!("../../assets/examples/changes.graphql"),
        variables: "{}",
    },
    Example {
        name: "Who am I?",
        document: include_str!("../../assets/examples/viewer.graphql"),
        variables: "{}",
    },
];

/// The page.
pub(super) fn page(site: &Site) -> Markup {
    Page {
        site,
        path: "/graphiql",
        title: "GraphQL explorer",
        description: "Ask the GraphQL interface, with examples and the schema beside it.",
        head: html! {},
        scripts: &[Asset::Common, Asset::Schema, Asset::Explorer],
        main: html! {
            h1 { "GraphQL explorer" }
            noscript {
                p { "The explorer needs scripts. The schema is also there " a href="/schema.graphql" { "as text" } "." }
            }
            div.explorer #explorer data-url={ (site.public_url) "/graphql" } {
                (start())
                (query())
                (answer())
                (schema())
            }
        },
    }
    .render()
}

fn start() -> Markup {
    html! {
        section.start aria-labelledby="examples-title" {
            h2 #examples-title { "Examples" }
            ul.choices #examples {
                @for Example { name, document, variables } in &EXAMPLES {
                    li { button type="button" data-document=(document) data-variables=(variables) { (name) } }
                }
            }
            h2 #history-title { "Asked before" }
            ol.choices #history aria-labelledby="history-title" {}
            p.help #history-none { "Nothing yet. What you ask stays in this tab." }
        }
    }
}

fn query() -> Markup {
    html! {
        section.query aria-labelledby="query-title" {
            h2 #query-title { "Query" }
            (key())
            label for="query" { "Document" }
            textarea #query rows="13" spellcheck="false" autocapitalize="off" autocomplete="off"
                aria-describedby="query-help" {}
            p.help #query-help {
                kbd { "Ctrl" } "+" kbd { "Enter" } " asks, " kbd { "Ctrl" } "+" kbd { "Space" }
                " goes to what can stand at the cursor."
            }
            div.here {
                h3 #here-title { "At the cursor" }
                ul #here aria-labelledby="here-title" {}
                p.help #here-none { "Nothing. Put the cursor between brackets, or begin a name." }
            }
            label for="variables" { "Variables, as JSON" }
            textarea #variables rows="3" spellcheck="false" autocapitalize="off" autocomplete="off" {}
            div.row {
                button #run type="button" { "Ask" }
                button.quiet #curl type="button" { "Copy as curl" }
            }
        }
    }
}

fn answer() -> Markup {
    html! {
        section.answered aria-labelledby="answer-title" {
            h2 #answer-title { "Answer" }
            p.told #state role="status" { "Nothing was asked yet." }
            pre.answer #answer tabindex="0" role="region" aria-label="Answer as JSON" {}
        }
    }
}

fn schema() -> Markup {
    html! {
        section.schema aria-labelledby="schema-title" {
            h2 #schema-title { "Schema" }
            label for="search" { "Find a type or field" }
            input #search type="search" autocomplete="off" spellcheck="false";
            nav aria-label="Types" { ol.trail #trail {} }
            div #type { p.help { "The schema is being read." } }
            p.help { "The whole schema " a href="/schema.graphql" { "as text" } "." }
        }
    }
}
