//! What may be asked of articles.

use crate::http::{Form, Parameter, filter};
use crate::rest::list;
use crate::rest::resource::{AS_OF, PERSPECTIVE, fields};

/// Which articles a list holds.
pub(in crate::rest) const FILTERS: &[Parameter] =
    &filter::parameters::<{ filter::ARTICLE.len() }>(filter::ARTICLE);

/// The same, joined.
pub(in crate::rest) const JOINED: &[Parameter] = &[list::filter("ArticleFilter")];

/// The orders of a list.
pub(in crate::rest) const SORT: &[Parameter] = list::orders!("-correctedAt", "correctedAt", "relevance");

/// What of each is shown.
pub(in crate::rest) const VIEW: &[Parameter] = &[
    AS_OF,
    PERSPECTIVE,
    Parameter {
        name: "include",
        form: Form::SomeOf(&[
            "authors",
            "section",
            "tags",
            "leadImage",
            "factBoxes",
            "translations",
            "translationOf",
            "unavailable",
            "ancestors",
        ]),
        doc: "Relations to be answered whole instead of by id; with `unavailable`, also where what it refers to is not \
              there. With `section,ancestors` the section comes with those above it; with `translationOf` it is said \
              whether the original has moved on.",
    },
    Parameter {
        name: "links",
        form: Form::OneOf(&["omit", "null", "stub"]),
        doc: "What stands where the article refers to what is not there, in relations and in the body: nothing, which \
              is usual, null, or `{\"unavailable\", \"kind\"}`. HTML and Markdown have empty elements for stubs and \
              nothing for null; plain text has nothing.",
    },
    Parameter {
        name: "body",
        form: Form::SomeOf(&["none", "blocks", "html", "markdown", "text"]),
        doc: "Formats of the body. A list has none and a single article has blocks, unless it is said.",
    },
    fields(&[
        "id",
        "type",
        "revision",
        "publishedAt",
        "embargoedUntil",
        "contentUpdatedAt",
        "updatedAt",
        "locale",
        "slug",
        "url",
        "kind",
        "title",
        "shortTitle",
        "lead",
        "body",
        "bylines",
        "sources",
        "section",
        "tags",
        "leadImage",
        "factBoxes",
        "corrections",
        "canonicalUrl",
        "seo",
        "rights",
        "translationOf",
        "translations",
        "unavailable",
    ]),
];
