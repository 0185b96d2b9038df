//! `/docs`: the REST interface for people, made of its `OpenAPI` document. It is read without scripts, and searched
//! by the browser; a script sends requests.

mod document;
mod operation;
mod schema;
mod text;

use maud::{Markup, html};

use self::document::{Document, Operation, Tag};
use super::asset::Asset;
use super::layout::{Page, key};
use crate::app::Site;
use crate::domain::{Error, Result};

/// The page.
///
/// # Errors
/// `INTERNAL` when the document is none.
pub(super) fn page(site: &Site, document: &str) -> Result<Markup> {
    let document: Document = serde_json::from_str(document).map_err(Error::internal)?;
    let operations = document.operations().map_err(Error::internal)?;
    let main = html! {
        div.reference {
            div.title {
                h1 { "REST reference" }
                p.lead {
                    "Every request that this server answers. The same as a document for programs: "
                    a href="/openapi.json" { "openapi.json" } "."
                }
                (key())
            }
            (contents(&document, &operations))
            div.text {
                (text::paragraphs(&document.info.description))
                @for tag in &document.tags { (part(site, &document, tag, &operations)) }
                (schema::all(&document.components.schemas))
            }
        }
    };
    let page = Page {
        site,
        path: "/docs",
        title: "REST reference",
        description: "Every REST request of this server, with its parameters and answers.",
        head: html! {},
        scripts: &[Asset::Common, Asset::Reference],
        main,
    };
    Ok(page.render())
}

/// Where a tag stands in the page.
fn anchor(tag: &str) -> String {
    tag.to_lowercase().replace(' ', "-")
}

fn of<'a>(tag: &'a Tag, operations: &'a [Operation]) -> impl Iterator<Item = &'a Operation> {
    operations.iter().filter(|operation| operation.tags.contains(&tag.name))
}

fn contents(document: &Document, operations: &[Operation]) -> Markup {
    html! {
        nav.contents aria-label="Requests" {
            div.filter hidden {
                label for="filter" { "Find a request" }
                input #filter type="search" autocomplete="off" spellcheck="false";
                p.told #found role="status" {}
            }
            @for tag in &document.tags {
                details {
                    summary { (tag.name) }
                    ul {
                        @for operation in of(tag, operations) {
                            li { a href={ "#" (operation.name) } { (operation.summary) } }
                        }
                    }
                }
            }
            p { a href="#schemas" { "Schemas" } }
        }
    }
}

fn part(site: &Site, document: &Document, tag: &Tag, operations: &[Operation]) -> Markup {
    html! {
        section aria-labelledby=(anchor(&tag.name)) {
            h2 id=(anchor(&tag.name)) { (tag.name) }
            (text::paragraphs(&tag.description))
            @for operation in of(tag, operations) {
                (operation::of(site, &document.components, operation))
            }
        }
    }
}
