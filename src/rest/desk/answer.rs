//! What the desk is answered.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ETAG, LOCATION};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::app::desk::{History, Usage};
use crate::document;
use crate::domain::timeline::Publication;
use crate::domain::{AnyContent, Entry, Locale, Result, Revision, State};
use crate::http::answer::NO_STORE;
use crate::rest::openapi::shapes;

/// An entry as the desk has it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Entry)]
pub(in crate::rest) struct EntryBody {
    /// The id; the same through every door.
    #[schema(format = Uuid)]
    id: String,
    /// The kind of entry.
    #[serde(rename = "type")]
    #[schema(value_type = shapes::EntryKind)]
    type_name: &'static str,
    /// Where it stands in its life.
    #[schema(value_type = shapes::EntryState)]
    state: &'static str,
    /// What a change names as `expectedVersion`, and as `If-Match` in quotation marks: the newest revision and the latest
    /// decision, such as a publication.
    version: String,
    /// The revision that waits for whoever publishes.
    submitted: Option<u32>,
    /// Which revision is public when, oldest first: plans too.
    timeline: Vec<PublicationBody>,
    /// The newest revision.
    revision: RevisionBody,
}

/// A revision that is public for an interval.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Publication)]
struct PublicationBody {
    /// The number of the revision.
    revision: u32,
    /// The first public moment.
    #[schema(format = DateTime)]
    from: String,
    /// The first moment after; null while there is no end.
    #[schema(format = DateTime)]
    until: Option<String>,
    /// Whether readers are told of the change.
    material: bool,
    /// Whether partners may read it before.
    embargo: bool,
}

/// A saved state.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Revision)]
pub(in crate::rest) struct RevisionBody {
    /// Its number, from 1 on without gaps.
    number: u32,
    /// When it was saved.
    #[schema(format = DateTime)]
    saved_at: String,
    /// By whom: `key:` and an id, `subject:` with issuer and subject, or `operator`.
    saved_by: String,
    /// Why.
    note: Option<String>,
    /// The document, as it can be sent back; absent in a history, and of what was taken down.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<shapes::Document>, nullable = false)]
    content: Option<Value>,
}

/// A part of a history, newest first.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = History)]
pub(in crate::rest) struct HistoryBody {
    /// The revisions.
    data: Vec<RevisionBody>,
    /// Whether there are older ones: ask with `before` and the last number.
    has_more: bool,
}

/// Where a fact box is used.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Usage)]
pub(in crate::rest) struct UsageBody {
    /// By public articles.
    public: Vec<CountBody>,
    /// By working copies.
    drafts: Vec<CountBody>,
}

/// How many articles in a language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LocaleCount)]
struct CountBody {
    /// The language.
    locale: String,
    /// How many.
    count: u64,
}

impl EntryBody {
    pub(super) fn of(entry: &Entry) -> Result<Self> {
        let Entry { kind, state, decision: _, submitted, timeline, revision } = entry;
        Ok(Self {
            id: revision.id.to_string(),
            type_name: kind.as_str(),
            state: state.as_str(),
            version: entry.version().to_string(),
            submitted: *submitted,
            timeline: timeline.iter().map(PublicationBody::of).collect(),
            revision: match state {
                State::Killed => RevisionBody::without_content(revision),
                _ => RevisionBody::of(revision)?,
            },
        })
    }
}

impl PublicationBody {
    fn of(publication: &Publication) -> Self {
        let Publication { revision, from, until, material, embargo } = publication;
        let until = until.map(|until| until.to_string());
        Self { revision: *revision, from: from.to_string(), until, material: *material, embargo: *embargo }
    }
}

impl RevisionBody {
    pub(super) fn of(revision: &Revision<AnyContent>) -> Result<Self> {
        let content = document::whole(&revision.content)?;
        Ok(Self { content: Some(content), ..Self::without_content(revision) })
    }

    fn without_content<C>(revision: &Revision<C>) -> Self {
        let Revision { id: _, number, saved_at, saved_by, note, content: _ } = revision;
        let (saved_at, saved_by) = (saved_at.to_string(), saved_by.to_string());
        Self { number: *number, saved_at, saved_by, note: note.clone(), content: None }
    }
}

impl HistoryBody {
    pub(super) fn of(history: &History) -> Self {
        let History { revisions, has_more } = history;
        Self { data: revisions.iter().map(RevisionBody::without_content).collect(), has_more: *has_more }
    }
}

impl UsageBody {
    pub(super) fn of(usage: Usage) -> Self {
        let Usage { public, drafts } = usage;
        let counts = |counts: Vec<(Locale, u64)>| {
            counts
                .into_iter()
                .map(|(locale, count)| CountBody { locale: locale.to_string(), count })
                .collect()
        };
        Self { public: counts(public), drafts: counts(drafts) }
    }
}

/// An entry, with the validator that `If-Match` names.
pub(in crate::rest) fn entry(
    status: StatusCode,
    entry: &Entry,
    location: Option<String>,
) -> Result<HttpResponse> {
    let mut response = HttpResponse::build(status);
    response.insert_header((ETAG, format!("\"{}\"", entry.version())));
    if let Some(location) = location {
        response.insert_header((LOCATION, location));
    }
    Ok(response.insert_header((CACHE_CONTROL, NO_STORE)).json(EntryBody::of(entry)?))
}

/// Text for the client alone.
pub(super) fn confidential_text(media_type: &'static str, text: String) -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, NO_STORE)).content_type(media_type).body(text)
}
