//! The operations of the desk: method, address, what they do, and the scope that each needs.

use super::has;
use crate::domain::Scope;
use crate::http::route::Method;
use crate::http::{Form, Parameter};
use crate::rest::resource::Resource;

/// An operation that every kind has.
#[derive(Clone, Copy, Debug)]
pub(in crate::rest) struct Operation {
    pub does: Does,
    pub method: Method,
    /// Below the collection.
    suffix: &'static str,
    pub scope: Scope,
    pub summary: &'static str,
    pub doc: &'static str,
    pub parameters: &'static [&'static [Parameter]],
    /// Beside 200 or 201, and what every operation of the desk can answer.
    pub statuses: &'static [u16],
}

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rest) enum Does {
    Create,
    Save,
    WorkingCopy,
    Revisions,
    Revision,
    Diff,
    UsedIn,
    PreviewLinks,
    Share,
    Upload,
    Fetch,
    ReplaceFile,
    /// Something that can be done to an entry, by its name.
    Act(&'static str),
}

impl Does {
    /// What it is called in generated clients.
    pub(in crate::rest) const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Save => "save",
            Self::WorkingCopy => "get_working_copy_of",
            Self::Revisions => "list_revisions_of",
            Self::Revision => "get_revision_of",
            Self::Diff => "compare_revisions_of",
            Self::UsedIn => "count_uses_of",
            Self::PreviewLinks => "list_preview_links_of",
            Self::Share => "create_preview_link_of",
            Self::Upload => "upload",
            Self::Fetch => "fetch",
            Self::ReplaceFile => "replace_file_of",
            Self::Act(name) => name,
        }
    }
}

const NOTE: Parameter = Parameter {
    name: "note",
    form: Form::Text("Second source added"),
    doc: "Why, for whoever reads the history: up to 5,000 characters.",
};

const ID: Parameter = Parameter {
    name: "id",
    form: Form::Id,
    doc: "The id that it shall get: a UUID of your own, so that other writes can name it already.",
};

/// The parameters of making an entry.
pub(in crate::rest) const OF_NEW_DOCUMENTS: &[&[Parameter]] = &[&[NOTE, ID]];

/// The parameters of writes whose body is a document.
pub(in crate::rest) const OF_DOCUMENTS: &[&[Parameter]] = &[&[NOTE]];

/// The parameters of the history.
pub(in crate::rest) const OF_HISTORY: &[&[Parameter]] = &[&[
    Parameter { name: "first", form: Form::Size, doc: "How many revisions: 1 to 100, usually 20." },
    Parameter { name: "before", form: Form::Number, doc: "Only revisions before this number." },
]];

/// The parameters of the comparison of two revisions.
pub(in crate::rest) const OF_DIFF: &[&[Parameter]] = &[&[
    Parameter {
        name: "from",
        form: Form::Number,
        doc: "The revision that it is compared with; the one before it when it is not given.",
    },
    Parameter {
        name: "format",
        form: Form::OneOf(Format::WORDS),
        doc: "`json` unless given; `text` marks `[-deletions-]` and `{+insertions+}`, `html` has `del` and `ins`.",
    },
]];

/// How a comparison is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rest) enum Format {
    Json,
    Text,
    Html,
}

impl Format {
    const WORDS: &'static [&'static str] = &["json", "text", "html"];

    pub(super) fn parse(word: &str) -> Option<Self> {
        match word {
            "json" => Some(Self::Json),
            "text" => Some(Self::Text),
            "html" => Some(Self::Html),
            _ => None,
        }
    }
}

const WRITE: &[u16] = &[400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 451, 503];
const READ: &[u16] = &[400, 401, 403, 404, 451, 503];

const fn act(
    name: &'static str,
    suffix: &'static str,
    scope: Scope,
    summary: &'static str,
    doc: &'static str,
) -> Operation {
    Operation {
        does: Does::Act(name),
        method: Method::Post,
        suffix,
        scope,
        summary,
        doc,
        parameters: &[],
        statuses: WRITE,
    }
}

const fn read(does: Does, suffix: &'static str, summary: &'static str, doc: &'static str) -> Operation {
    Operation {
        does,
        method: Method::Get,
        suffix,
        scope: Scope::Preview,
        summary,
        doc,
        parameters: &[],
        statuses: READ,
    }
}

const ALL: &[Operation] = &[
    Operation {
        does: Does::Create,
        method: Method::Post,
        suffix: "",
        scope: Scope::Write,
        summary: "Create",
        doc: "Makes an entry of a document. Readers see nothing of it until it is published. References are ids, or \
              slugs; the body is blocks, `{\"markdown\": …}` or `{\"html\": …}`.",
        parameters: OF_NEW_DOCUMENTS,
        statuses: &[400, 401, 403, 409, 413, 415, 422, 503],
    },
    Operation {
        does: Does::Save,
        method: Method::Patch,
        suffix: "/{id}",
        scope: Scope::Write,
        summary: "Save a revision of",
        doc: "Changes the newest revision by a JSON Merge Patch (RFC 7396) and saves the result as a new one. \
              `If-Match` must name the newest revision. Readers see nothing of it until it is published.",
        parameters: OF_DOCUMENTS,
        statuses: WRITE,
    },
    read(
        Does::WorkingCopy,
        "/{id}/working-copy",
        "The newest revision of",
        "The document as it was saved last, and where the entry stands in its life. Its `ETag` is what `If-Match` \
         names in a change.",
    ),
    Operation {
        parameters: OF_HISTORY,
        ..read(
            Does::Revisions,
            "/{id}/revisions",
            "The history of",
            "The revisions, newest first, without content.",
        )
    },
    read(Does::Revision, "/{id}/revisions/{number}", "A revision of", "One revision, with its document."),
    Operation {
        parameters: OF_DIFF,
        ..read(
            Does::Diff,
            "/{id}/revisions/{number}/diff",
            "Compare two revisions of",
            "What distinguishes a revision from another: members, and blocks or facts, with words that were inserted \
             and deleted. Blocks are known by their keys.",
        )
    },
    read(
        Does::UsedIn,
        "/{id}/used-in",
        "Where it is used, of",
        "How many articles show the box, by language: public ones, and working copies. Ask before you change it.",
    ),
    Operation {
        scope: Scope::Write,
        ..read(
            Does::PreviewLinks,
            "/{id}/preview-links",
            "The preview links of",
            "All preview links, the oldest first, without their secrets.",
        )
    },
    Operation {
        does: Does::Share,
        method: Method::Post,
        suffix: "/{id}/preview-links",
        scope: Scope::Write,
        summary: "Share a preview of",
        doc: "Makes a link that shows one revision to whoever holds it, for 7 days or until `expiresAt`, at most 90 \
              days. The `token` is in this answer and nowhere else: send it as `Authorization: Bearer dp_…`, and every \
              read shows the entry in that revision, and all else as it is public. A request that comes again with its \
              `Idempotency-Key` makes no other link, and is told which one it has made.",
        parameters: &[],
        statuses: &[400, 401, 403, 404, 409, 413, 415, 422, 451, 503],
    },
    Operation {
        does: Does::Upload,
        method: Method::Post,
        suffix: "/upload",
        scope: Scope::Write,
        summary: "Upload",
        doc: "Makes an entry of a picture: the part `file` of a form, a JPEG, PNG or WebP, and in the part `data` what is \
              said of it, as JSON. The file is known by its content, and all that it tells besides pixels and colours is \
              removed. Readers see nothing of the entry until it is published.",
        parameters: OF_NEW_DOCUMENTS,
        statuses: &[400, 401, 403, 409, 413, 415, 422, 503],
    },
    Operation {
        does: Does::Fetch,
        method: Method::Post,
        suffix: "/fetch",
        scope: Scope::Write,
        summary: "Fetch",
        doc: "The same, of what is at `url`, an address of the public internet; the other members are said of it.",
        parameters: OF_NEW_DOCUMENTS,
        statuses: &[400, 401, 403, 409, 413, 415, 422, 503],
    },
    Operation {
        does: Does::ReplaceFile,
        method: Method::Post,
        suffix: "/{id}/file",
        scope: Scope::Write,
        summary: "Replace the file of",
        doc: "Saves a new revision with another picture, sent as in an upload; `data` is a merge patch. The focal point \
              goes with the old picture unless there is a new one. `If-Match` must name the newest revision.",
        parameters: OF_DOCUMENTS,
        statuses: WRITE,
    },
    act("submit", "/{id}/submit", Scope::Write, "Submit", "Hands the newest revision to whoever publishes."),
    act(
        "publish",
        "/{id}/publish",
        Scope::Publish,
        "Publish",
        "Makes a revision public, now or `at` a time, for good or `until` a time. What was public ends there.",
    ),
    act(
        "correct",
        "/{id}/correct",
        Scope::Publish,
        "Correct",
        "Changes a public article, tells its readers what was wrong, and publishes it, in one step.",
    ),
    act(
        "withdraw",
        "/{id}/withdraw",
        Scope::Publish,
        "Withdraw",
        "Ends what is public, now or `at` a time, and cancels what is planned for later. Needs a `note`.",
    ),
    act(
        "kill",
        "/{id}/kill",
        Scope::Kill,
        "Take down for legal reasons",
        "Nothing of the entry, its past included, is shown to anybody any more. Cannot be undone. Needs a `note`.",
    ),
    act("restore", "/{id}/restore", Scope::Write, "Restore", "Saves an old revision as a new one."),
    act(
        "archive",
        "/{id}/archive",
        Scope::Write,
        "Archive",
        "Puts the entry away: no list of drafts has it.",
    ),
    act(
        "unarchive",
        "/{id}/unarchive",
        Scope::Write,
        "Fetch back",
        "Fetches an entry back that was put away.",
    ),
];

/// The operations of a kind.
pub(in crate::rest) fn of<R: Resource>() -> impl Iterator<Item = &'static Operation> {
    ALL.iter().filter(|operation| has(operation.does, R::KIND))
}

/// Those whose addresses are not those of reads.
pub(super) fn below<R: Resource>() -> impl Iterator<Item = &'static Operation> {
    of::<R>().filter(|operation| !matches!(operation.does, Does::Create | Does::Save))
}

impl Operation {
    /// The path, with its variables in braces.
    pub(in crate::rest) fn path<R: Resource>(&self) -> String {
        format!("/v1/{}{}", R::PATH, self.suffix)
    }
}
