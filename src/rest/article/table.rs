//! What may be asked of articles.

use crate::http::{Form, Parameter};
use crate::rest::list;
use crate::rest::resource::{AS_OF, PERSPECTIVE};

/// Which articles a list holds.
pub(in crate::rest) const FILTERS: &[Parameter] = &[
    Parameter { name: "locale", form: Form::Locale, doc: "Written in this language." },
    Parameter {
        name: "kind",
        form: Form::OneOf(&["news", "feature", "analysis", "opinion", "interview", "explainer", "live"]),
        doc: "Of this genre.",
    },
    Parameter { name: "section", form: Form::Reference, doc: "In this section: id or slug." },
    Parameter {
        name: "tag",
        form: Form::Reference,
        doc: "With this tag: id or slug. Several: with all of them.",
    },
    Parameter { name: "author", form: Form::Reference, doc: "Credited to this author: id or slug." },
    Parameter {
        name: "factBox",
        form: Form::Reference,
        doc: "Showing this fact box: id, `locale/slug`, or the slug alone together with `locale`.",
    },
];

/// The orders of a list.
pub(in crate::rest) const SORT: &[Parameter] = &[list::sort(&[
    "-publishedAt",
    "publishedAt",
    "-updatedAt",
    "updatedAt",
    "title",
    "-title",
    "-correctedAt",
    "correctedAt",
])];

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
            "unavailable",
            "ancestors",
        ]),
        doc: "Relations to be answered whole instead of by id; with `unavailable`, also where what it refers to is not \
              there. With `section,ancestors` the section comes with those above it.",
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
    Parameter {
        name: "fields",
        form: Form::SomeOf(&[
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
            "translations",
            "unavailable",
        ]),
        doc: "Only these members; `id` is always there.",
    },
];
