//! Entries as the desk has them.

use async_graphql::{Context, ID, Json as JsonScalar, Object, Result, SimpleObject};

use super::diff::DiffObject;
use crate::app;
use crate::app::desk;
use crate::document::{self, Json};
use crate::domain::access::Credential;
use crate::domain::timeline::Publication;
use crate::domain::{self, AnyContent, Caller, Kind, Revision, Scope, State};
use crate::graphql::error;
use crate::graphql::scalar::{DateTime, KindName, LocaleTag};

/// An entry as the desk has it: its newest revision, and what is decided about it.
#[derive(Clone, Debug)]
pub(in crate::graphql) struct Entry(domain::Entry);

impl From<domain::Entry> for Entry {
    fn from(entry: domain::Entry) -> Self {
        Self(entry)
    }
}

/// An entry as the desk has it: its newest revision, and what is decided about it.
#[Object]
impl Entry {
    /// The id; the same through every door.
    async fn id(&self) -> ID {
        self.0.revision.id.to_string().into()
    }

    /// The kind of entry.
    async fn kind(&self) -> KindName {
        self.0.kind.into()
    }

    /// Where it stands in its life.
    async fn state(&self) -> StateName {
        self.0.state.into()
    }

    /// What a change names as `expectedVersion`: the newest revision and the latest decision, such as a publication.
    async fn version(&self) -> String {
        self.0.version().to_string()
    }

    /// The revision that waits for whoever publishes.
    async fn submitted(&self) -> Option<u32> {
        self.0.submitted
    }

    /// Which revision is public when, oldest first: plans too.
    async fn timeline(&self) -> Vec<PublicationObject> {
        self.0.timeline.iter().map(PublicationObject::of).collect()
    }

    /// The newest revision. Its number is what a change names as `expectedRevision`.
    async fn revision(&self) -> Result<RevisionObject> {
        match self.0.state {
            State::Killed => Ok(RevisionObject::without_content(&self.0.revision)),
            _ => RevisionObject::of(&self.0.revision),
        }
    }

    /// The history, newest first, without content: revisions before a number, at most 100.
    async fn revisions(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many: 1 to 100.")] first: i32,
        #[graphql(desc = "Only revisions before this one.")] before: Option<i32>,
    ) -> Result<Vec<RevisionObject>> {
        let client = context.data::<app::Context>()?;

        let size = domain::PageRequest::check_size("first", i64::from(first)).map_err(error::of)?;
        let before = before.and_then(|before| u32::try_from(before).ok());
        let (kind, id) = (self.0.kind, self.0.revision.id);
        let history = desk::revisions(client, kind, id, before, size).await.map_err(error::of)?;
        Ok(history.revisions.iter().map(RevisionObject::without_content).collect())
    }

    /// What distinguishes one revision from another: members, and blocks or facts, with words that were inserted and
    /// deleted.
    async fn diff(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The number of the one revision.")] from: i32,
        #[graphql(desc = "The number of the other.")] to: i32,
    ) -> Result<DiffObject> {
        let client = context.data::<app::Context>()?;
        // There is no revision below 1, so a negative number is answered as any that is not there.
        let (from, to) = (u32::try_from(from).unwrap_or(0), u32::try_from(to).unwrap_or(0));
        let (kind, id) = (self.0.kind, self.0.revision.id);
        let diff = desk::diff(client, kind, id, from, to).await.map_err(error::of)?;
        Ok(DiffObject { from, to, diff })
    }

    /// How many articles show it, by language, when it is a fact box. Ask before you change it.
    async fn used_in(&self, context: &Context<'_>) -> Result<Option<UsageObject>> {
        if self.0.kind != Kind::FactBox {
            return Ok(None);
        }
        let client = context.data::<app::Context>()?;
        let desk::Usage { public, drafts } =
            desk::used_in(client, self.0.revision.id).await.map_err(error::of)?;
        let counts = |counts: Vec<(domain::Locale, u64)>| {
            let count = |(locale, count)| LocaleCount {
                locale: LocaleTag(locale),
                count: i32::try_from(count).unwrap_or(i32::MAX),
            };
            counts.into_iter().map(count).collect()
        };
        Ok(Some(UsageObject { public: counts(public), drafts: counts(drafts) }))
    }
}

/// A saved state.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(name = "Revision")]
struct RevisionObject {
    /// Its number, from 1 on without gaps.
    number: u32,
    /// When it was saved.
    saved_at: DateTime,
    /// By whom: `key:` and an id, `subject:` with issuer and subject, or `operator`.
    saved_by: String,
    /// Why.
    note: Option<String>,
    /// The document, as REST has it; null in a history, and of what was taken down.
    content: Option<JsonScalar<Json>>,
}

/// A revision that is public for an interval.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(name = "Publication")]
struct PublicationObject {
    /// The number of the revision.
    revision: u32,
    /// The first public moment.
    from: DateTime,
    /// The first moment after; null while there is no end.
    until: Option<DateTime>,
    /// Whether readers are told of the change.
    material: bool,
    /// Whether partners may read it before.
    embargo: bool,
}

/// Where a fact box is used.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(name = "Usage")]
struct UsageObject {
    /// By public articles.
    public: Vec<LocaleCount>,
    /// By working copies.
    drafts: Vec<LocaleCount>,
}

/// How many articles in a language.
#[derive(Clone, Debug, SimpleObject)]
struct LocaleCount {
    /// The language.
    locale: LocaleTag,
    /// How many.
    count: i32,
}

impl RevisionObject {
    fn of(revision: &Revision<AnyContent>) -> Result<Self> {
        let content = document::whole(&revision.content).map_err(error::of)?;
        Ok(Self { content: Some(JsonScalar(content)), ..Self::without_content(revision) })
    }

    fn without_content<C>(revision: &Revision<C>) -> Self {
        let Revision { id: _, number, saved_at, saved_by, note, content: _ } = revision;
        let (saved_at, saved_by) = (DateTime(*saved_at), saved_by.to_string());
        Self { number: *number, saved_at, saved_by, note: note.clone(), content: None }
    }
}

impl PublicationObject {
    fn of(publication: &Publication) -> Self {
        let Publication { revision, from, until, material, embargo } = *publication;
        Self { revision, from: DateTime(from), until: until.map(DateTime), material, embargo }
    }
}

/// Whoever is asking.
#[derive(Clone, Debug, SimpleObject)]
struct Viewer {
    /// `anonymous`, `key:` and an id, or `subject:` with issuer and subject.
    actor: String,
    /// By what they are known.
    credential: CredentialName,
    /// What the issuer of the token calls them, when they have one.
    subject: Option<String>,
    /// What may be done.
    scopes: Vec<ScopeName>,
    /// The first moment at which the key, link or token is not accepted any more.
    expires_at: Option<DateTime>,
}

impl Viewer {
    fn of(caller: &Caller) -> Self {
        let Caller { actor, scopes, address: _, preview: _, expires_at } = caller;
        Self {
            actor: actor.to_string(),
            credential: actor.credential().into(),
            subject: actor.subject().map(str::to_owned),
            scopes: scopes.iter().map(Into::into).collect(),
            expires_at: expires_at.map(DateTime),
        }
    }
}

/// What the desk reads.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::graphql) struct DeskQuery;

#[Object]
impl DeskQuery {
    /// Who the server takes you for, and what you may do.
    async fn viewer(&self, context: &Context<'_>) -> Result<Viewer> {
        let caller = &context.data::<app::Context>()?.caller;
        Ok(Viewer::of(caller))
    }

    /// An entry as the desk has it. Needs the scope `preview`.
    async fn entry(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The kind of the entry.")] kind: KindName,
        #[graphql(desc = "The id.")] id: ID,
    ) -> Result<Option<Entry>> {
        let client = context.data::<app::Context>()?;
        let id = id.parse().map_err(|error: domain::Error| error::of(error.at("id")))?;
        match desk::entry(client, kind.into(), id).await {
            Ok(entry) => Ok(Some(entry.into())),
            Err(found) if matches!(found.code, domain::ErrorCode::NotFound | domain::ErrorCode::Killed) => {
                Ok(None)
            }
            Err(failed) => Err(error::of(failed)),
        }
    }
}

crate::graphql::scalar::enumeration! {
    /// Where an entry stands in its life.
    StateName("EntryState") = State {
        /// Never public, and not planned to be.
        Draft,
        /// Not public yet, but planned to be.
        Scheduled,
        /// Public.
        Public,
        /// Was public, and is not any more.
        Withdrawn,
        /// Put away.
        Archived,
        /// Taken down for legal reasons.
        Killed,
    }
}
crate::graphql::scalar::enumeration! {
    /// By what somebody is known.
    CredentialName("Credential") = Credential {
        /// By nothing.
        None,
        /// By an access key.
        Key,
        /// By a preview link.
        PreviewLink,
        /// By a token of an issuer.
        Token,
    }
}
crate::graphql::scalar::enumeration! {
    /// What may be done.
    ScopeName("Scope") = Scope {
        /// Read what is public.
        Read,
        /// Read drafts, revisions and the future.
        Preview,
        /// Read what is under embargo, before its time.
        Embargo,
        /// Make entries, save revisions, submit, restore, archive.
        Write,
        /// Publish, correct and withdraw.
        Publish,
        /// Take down for legal reasons, for ever.
        Kill,
        /// Give out and revoke keys, read the audit.
        Admin,
        /// Say which documents of GraphQL are trusted, and run any.
        Trust,
    }
}
