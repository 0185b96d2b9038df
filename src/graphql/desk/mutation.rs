//! The mutations.

use async_graphql::{Context, ID, InputObject, MergedObject, Object, Result, SimpleObject};

use super::content::{
    ArticleInput, AuthorInput, CorrectionKindInput, Document, FactBoxInput, ImageInput, SectionInput,
    TagInput,
};
use super::{Asked, Entry, Seen, UserError, carry_out, fetch};
use crate::app;
use crate::app::desk::{Action, Release};
use crate::app::read::{self, Found};
use crate::document::Json;
use crate::domain::{self, Error, Id, Kind, Perspective};
use crate::graphql::article::Article;
use crate::graphql::author::Author;
use crate::graphql::fact_box::FactBox;
use crate::graphql::image::Image;
use crate::graphql::scalar::DateTime;
use crate::graphql::section::Section;
use crate::graphql::tag::Tag;
use crate::graphql::{error, shape};

/// Everything that can be done.
#[derive(Debug, Default, MergedObject)]
pub struct Mutation(
    ArticleMutation,
    CorrectMutation,
    FactBoxMutation,
    AuthorMutation,
    SectionMutation,
    TagMutation,
    ImageMutation,
    FetchMutation,
);

/// The entry of a change, and the newest revision of it that you have seen.
#[derive(Clone, Debug, InputObject)]
struct EntryInput {
    /// The id.
    id: ID,
    /// The newest revision that you have seen. When there is a newer one, nothing is done.
    expected_revision: i32,
    /// The version that you have seen. When something was decided since, such as to withdraw it, nothing is done.
    expected_version: Option<String>,
    /// Why, for whoever reads the history: up to 5,000 characters.
    note: Option<String>,
    /// Names the request: when it comes again within 24 hours, it does nothing and is answered as before.
    idempotency_key: Option<String>,
}

/// What is to be published, and when.
#[derive(Clone, Debug, InputObject)]
struct PublishInput {
    /// The id.
    id: ID,
    /// The newest revision that you have seen. When there is a newer one, nothing is done.
    expected_revision: i32,
    /// The version that you have seen. When something was decided since, such as to withdraw it, nothing is done.
    expected_version: Option<String>,
    /// The revision to publish; the newest, unless it is said.
    revision: Option<i32>,
    /// The first public moment; now, unless it is said. Not in the past.
    at: Option<DateTime>,
    /// The first moment after, when the end is known.
    until: Option<DateTime>,
    /// Whether readers should be told of the change.
    #[graphql(default = true)]
    material: bool,
    /// Whether partners may read it before. Needs `at`.
    #[graphql(default)]
    embargo: bool,
    /// Why, for whoever reads the history.
    note: Option<String>,
    /// Names the request: when it comes again within 24 hours, it does nothing and is answered as before.
    idempotency_key: Option<String>,
}

/// What is to be withdrawn, when and why.
#[derive(Clone, Debug, InputObject)]
struct WithdrawInput {
    /// The id.
    id: ID,
    /// The newest revision that you have seen. When there is a newer one, nothing is done.
    expected_revision: i32,
    /// The version that you have seen. When something was decided since, such as to withdraw it, nothing is done.
    expected_version: Option<String>,
    /// The first moment at which it is not public any more; now, unless it is said. Not in the past.
    at: Option<DateTime>,
    /// Why.
    note: String,
    /// Names the request: when it comes again within 24 hours, it does nothing and is answered as before.
    idempotency_key: Option<String>,
}

/// What is to be taken down for legal reasons, and why.
#[derive(Clone, Debug, InputObject)]
struct KillInput {
    /// The id.
    id: ID,
    /// The newest revision that you have seen. When there is a newer one, nothing is done.
    expected_revision: i32,
    /// Why.
    note: String,
    /// Names the request: when it comes again within 24 hours, it does nothing and is answered as before.
    idempotency_key: Option<String>,
}

/// Which revision is to come back.
#[derive(Clone, Debug, InputObject)]
struct RestoreInput {
    /// The id.
    id: ID,
    /// The newest revision that you have seen. When there is a newer one, nothing is done.
    expected_revision: i32,
    /// The revision that is saved as a new one.
    revision: i32,
    /// Why, for whoever reads the history.
    note: Option<String>,
    /// Names the request: when it comes again within 24 hours, it does nothing and is answered as before.
    idempotency_key: Option<String>,
}

/// A public article that is corrected.
#[derive(Clone, Debug, InputObject)]
struct CorrectInput {
    /// The id.
    id: ID,
    /// The newest revision that you have seen. When there is a newer one, nothing is done.
    expected_revision: i32,
    /// The version that you have seen. When something was decided since, such as to withdraw it, nothing is done.
    expected_version: Option<String>,
    /// What readers are told.
    correction: CorrectionKindInput,
    /// What changes: what is left out stays, null removes.
    content: Option<ArticleInput>,
    /// Why, for whoever reads the history.
    note: Option<String>,
    /// Names the request: when it comes again within 24 hours, it does nothing and is answered as before.
    idempotency_key: Option<String>,
}

/// A picture that is to be fetched.
#[derive(Clone, Debug, InputObject)]
struct ImageFetchInput {
    /// Where it is: a JPEG, PNG or WebP on the public internet.
    url: String,
    /// What is said of it. `url`, `width` and `height` are those of the file, and must be left out.
    content: Option<ImageInput>,
    /// The id that the image shall get: a UUID of your own, so that other writes can name it already.
    id: Option<ID>,
    /// Why, for whoever reads the history.
    note: Option<String>,
    /// Names the request: when it comes again within 24 hours, it does nothing and is answered as before.
    idempotency_key: Option<String>,
}

/// The mutations of one kind.
macro_rules! mutations {
    (
        $kind:ident, $object:ident as $field:ident, $mutation:ident, $payload:ident, $content:ident,
        $create_input:ident, $save_input:ident:
        $create:ident $save:ident $submit:ident $publish:ident $withdraw:ident $kill:ident $restore:ident
        $archive:ident $unarchive:ident
    ) => {
        /// What is to be made.
        #[derive(Clone, Debug, InputObject)]
        struct $create_input {
            /// What it shall say.
            content: $content,
            /// The id that it shall get: a UUID of your own, so that other writes can name it already.
            id: Option<ID>,
            /// Why, for whoever reads the history.
            note: Option<String>,
            /// Names the request: when it comes again within 24 hours, it does nothing and is answered as before.
            idempotency_key: Option<String>,
        }

        /// What is to be changed.
        #[derive(Clone, Debug, InputObject)]
        struct $save_input {
            /// The id.
            id: ID,
            /// The newest revision that you have seen. When there is a newer one, nothing is done.
            expected_revision: i32,
            /// What changes: what is left out stays, null removes.
            content: $content,
            /// Why, for whoever reads the history.
            note: Option<String>,
            /// Names the request: when it comes again within 24 hours, it does nothing and is answered as before.
            idempotency_key: Option<String>,
        }

        /// What became of it.
        #[derive(Debug, Default, SimpleObject)]
        struct $payload {
            /// It, as a preview shows it now; null when nothing was done, or without the scope `preview`.
            $field: Option<$object>,
            /// It, as the desk has it now; null when nothing was done.
            entry: Option<Entry>,
            /// What is to be mended; then nothing was done.
            user_errors: Vec<UserError>,
        }

        impl $payload {
            async fn of(context: &Context<'_>, asked: Asked, action: Action) -> Result<Self> {
                Self::told(context, carry_out(context, asked, action).await?).await
            }

            async fn told(
                context: &Context<'_>,
                done: Result<domain::Entry, Vec<UserError>>,
            ) -> Result<Self> {
                match done {
                    Err(user_errors) => Ok(Self { user_errors, ..Self::default() }),
                    Ok(entry) => {
                        let found =
                            preview::<domain::$kind>(context, stringify!($field), entry.revision.id).await?;
                        let object = found.map(|Found { edition, graph }| $object::new(edition, graph));
                        Ok(Self { $field: object, entry: Some(entry.into()), user_errors: Vec::new() })
                    }
                }
            }
        }

        #[derive(Clone, Copy, Debug, Default)]
        struct $mutation;

        #[Object]
        impl $mutation {
            /// Makes one. Readers see nothing of it until it is published. Needs the scope `write`.
            async fn $create(
                &self,
                context: &Context<'_>,
                #[graphql(desc = "What is asked for.")] input: $create_input,
            ) -> Result<$payload> {
                let $create_input { content, id, note, idempotency_key } = input;
                let asked = Asked { kind: Kind::$kind, id, seen: None, note, idempotency_key };
                $payload::of(context, asked, Action::Create(given(content))).await
            }

            /// Saves a new revision: the newest, with these changes. Needs the scope `write`.
            async fn $save(
                &self,
                context: &Context<'_>,
                #[graphql(desc = "What is asked for.")] input: $save_input,
            ) -> Result<$payload> {
                let $save_input { id, expected_revision, content, note, idempotency_key } = input;
                let asked = asked(Kind::$kind, id, Seen(expected_revision, None), note, idempotency_key);
                $payload::of(context, asked, Action::Save(content.document())).await
            }

            /// Hands the newest revision to whoever publishes. Needs the scope `write`.
            async fn $submit(
                &self,
                context: &Context<'_>,
                #[graphql(desc = "What is asked for.")] input: EntryInput,
            ) -> Result<$payload> {
                $payload::of(context, input.asked(Kind::$kind), Action::Submit).await
            }

            /// Makes a revision public, now or at a time. Needs the scope `publish`.
            async fn $publish(
                &self,
                context: &Context<'_>,
                #[graphql(desc = "What is asked for.")] input: PublishInput,
            ) -> Result<$payload> {
                let (asked, action) = input.read(Kind::$kind);
                $payload::of(context, asked, action).await
            }

            /// Ends what is public, now or at a time, and cancels what is planned for later. Needs the scope
            /// `publish`.
            async fn $withdraw(
                &self,
                context: &Context<'_>,
                #[graphql(desc = "What is asked for.")] input: WithdrawInput,
            ) -> Result<$payload> {
                let WithdrawInput { id, expected_revision, expected_version, at, note, idempotency_key } =
                    input;
                let seen = Seen(expected_revision, expected_version);
                let asked = asked(Kind::$kind, id, seen, Some(note), idempotency_key);
                $payload::of(context, asked, Action::Withdraw(at.map(|at| at.0))).await
            }

            /// Takes it down for legal reasons, with its whole history. Cannot be undone. Needs the scope `kill`.
            async fn $kill(
                &self,
                context: &Context<'_>,
                #[graphql(desc = "What is asked for.")] input: KillInput,
            ) -> Result<$payload> {
                let KillInput { id, expected_revision, note, idempotency_key } = input;
                let asked =
                    asked(Kind::$kind, id, Seen(expected_revision, None), Some(note), idempotency_key);
                $payload::of(context, asked, Action::Kill).await
            }

            /// Saves an old revision as a new one. Needs the scope `write`.
            async fn $restore(
                &self,
                context: &Context<'_>,
                #[graphql(desc = "What is asked for.")] input: RestoreInput,
            ) -> Result<$payload> {
                let RestoreInput { id, expected_revision, revision, note, idempotency_key } = input;
                let asked = asked(Kind::$kind, id, Seen(expected_revision, None), note, idempotency_key);
                $payload::of(context, asked, Action::Restore(number(revision))).await
            }

            /// Puts it away: no list of drafts has it. Needs the scope `write`.
            async fn $archive(
                &self,
                context: &Context<'_>,
                #[graphql(desc = "What is asked for.")] input: EntryInput,
            ) -> Result<$payload> {
                $payload::of(context, input.asked(Kind::$kind), Action::Archive(true)).await
            }

            /// Fetches it back. Needs the scope `write`.
            async fn $unarchive(
                &self,
                context: &Context<'_>,
                #[graphql(desc = "What is asked for.")] input: EntryInput,
            ) -> Result<$payload> {
                $payload::of(context, input.asked(Kind::$kind), Action::Archive(false)).await
            }
        }
    };
}

mutations! {
    Article, Article as article, ArticleMutation, ArticlePayload, ArticleInput, ArticleCreateInput, ArticleSaveInput:
    article_create article_save article_submit article_publish article_withdraw article_kill article_restore
    article_archive article_unarchive
}
mutations! {
    FactBox, FactBox as fact_box, FactBoxMutation, FactBoxPayload, FactBoxInput, FactBoxCreateInput, FactBoxSaveInput:
    fact_box_create fact_box_save fact_box_submit fact_box_publish fact_box_withdraw fact_box_kill fact_box_restore
    fact_box_archive fact_box_unarchive
}
mutations! {
    Author, Author as author, AuthorMutation, AuthorPayload, AuthorInput, AuthorCreateInput, AuthorSaveInput:
    author_create author_save author_submit author_publish author_withdraw author_kill author_restore
    author_archive author_unarchive
}
mutations! {
    Section, Section as section, SectionMutation, SectionPayload, SectionInput, SectionCreateInput, SectionSaveInput:
    section_create section_save section_submit section_publish section_withdraw section_kill section_restore
    section_archive section_unarchive
}
mutations! {
    Tag, Tag as tag, TagMutation, TagPayload, TagInput, TagCreateInput, TagSaveInput:
    tag_create tag_save tag_submit tag_publish tag_withdraw tag_kill tag_restore tag_archive tag_unarchive
}
mutations! {
    Image, Image as image, ImageMutation, ImagePayload, ImageInput, ImageCreateInput, ImageSaveInput:
    image_create image_save image_submit image_publish image_withdraw image_kill image_restore image_archive
    image_unarchive
}

#[derive(Clone, Copy, Debug, Default)]
struct CorrectMutation;

#[Object]
impl CorrectMutation {
    /// Changes a public article, tells its readers what was wrong, and publishes it, in one step. Needs the scope
    /// `publish`.
    async fn article_correct(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What is asked for.")] input: CorrectInput,
    ) -> Result<ArticlePayload> {
        let CorrectInput {
            id,
            expected_revision,
            expected_version,
            correction,
            content,
            note,
            idempotency_key,
        } = input;
        let seen = Seen(expected_revision, expected_version);
        let asked = asked(Kind::Article, id, seen, note, idempotency_key);
        let patch = content.unwrap_or_default().document();
        ArticlePayload::of(context, asked, Action::Correct { patch, correction: correction.document() }).await
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct FetchMutation;

#[Object]
impl FetchMutation {
    /// Makes an image of the picture at an address of the public internet. Needs the scope `write`.
    async fn image_fetch(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What is asked for.")] input: ImageFetchInput,
    ) -> Result<ImagePayload> {
        let ImageFetchInput { url, content, id, note, idempotency_key } = input;
        let asked = Asked { kind: Kind::Image, id, seen: None, note, idempotency_key };
        let done = fetch(context, asked, &url, given(content.unwrap_or_default())).await?;
        ImagePayload::told(context, done).await
    }
}

impl EntryInput {
    fn asked(self, kind: Kind) -> Asked {
        let Self { id, expected_revision, expected_version, note, idempotency_key } = self;
        asked(kind, id, Seen(expected_revision, expected_version), note, idempotency_key)
    }
}

impl PublishInput {
    fn read(self, kind: Kind) -> (Asked, Action) {
        let Self {
            id,
            expected_revision,
            expected_version,
            revision,
            at,
            until,
            material,
            embargo,
            note,
            idempotency_key,
        } = self;
        let (from, until) = (at.map(|at| at.0), until.map(|until| until.0));
        let release = Release { revision: revision.map(number), from, until, material, embargo };
        let seen = Seen(expected_revision, expected_version);
        (asked(kind, id, seen, note, idempotency_key), Action::Publish(release))
    }
}

const fn asked(
    kind: Kind,
    id: ID,
    seen: Seen,
    note: Option<String>,
    idempotency_key: Option<String>,
) -> Asked {
    Asked { kind, id: Some(id), seen: Some(seen), note, idempotency_key }
}

/// The number of a revision; one that cannot be is that of none.
fn number(revision: i32) -> u32 {
    u32::try_from(revision).unwrap_or(0)
}

/// What is given of a new entry: null says no more than leaving out.
fn given(content: impl Document) -> Json {
    let mut document = content.document();
    if let Some(members) = document.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    document
}

/// An entry as a preview shows it, with what is asked of it.
async fn preview<C: app::graph::InGraph>(
    context: &Context<'_>,
    field: &str,
    id: Id,
) -> Result<Option<Found<C>>> {
    let client = context.data::<app::Context>()?;
    if !client.caller.scopes.contains(domain::Scope::Preview) {
        return Ok(None);
    }
    let as_of = client.as_of(None, Perspective::Draft).await.map_err(error::of)?;
    let mut shape = None;
    for child in context
        .field()
        .selection_set()
        .filter(|child| child.name().eq_ignore_ascii_case(&field.replace('_', "")))
    {
        shape = Some(shape::of(child, C::KIND)?);
    }
    let Some(shape) = shape else { return Ok(None) };
    match read::by_id(client, as_of, id, shape).await {
        Ok(found) => Ok(Some(found)),
        Err(Error {
            code: domain::ErrorCode::Killed | domain::ErrorCode::NotFound | domain::ErrorCode::Gone,
            ..
        }) => Ok(None),
        Err(failed) => Err(error::of(failed)),
    }
}
