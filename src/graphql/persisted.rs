//! Documents: found by text or by id, parsed and measured once, and remembered.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Poll, Waker};

use async_graphql::parser::types::ExecutableDocument;
use async_graphql::{Request, ServerError};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::refusal::Refusal;
use super::request::{Source, Way};
use super::{Schema, limits, request};
use crate::app::{Context, persisted};
use crate::domain::{DocumentId, DocumentMode, Error, ErrorCode, Result};

/// A document that is parsed and within the limits.
#[derive(Debug)]
pub(super) struct Document {
    pub text: Arc<str>,
    pub parsed: ExecutableDocument,
}

/// The documents that were used lately. Shared by all threads.
#[derive(Clone, Debug)]
pub(super) struct Documents(Arc<Cache<DocumentId, Arc<Document>, Bytes>>);

/// The most bytes that documents take up, as far as can be told from their texts.
const MEMORY: u64 = 64_000_000;

/// How much a document takes up. Of a parsed document nearly every token is an object of its own.
#[derive(Clone, Debug)]
struct Bytes;

impl Weighter<DocumentId, Arc<Document>> for Bytes {
    fn weight(&self, _: &DocumentId, document: &Arc<Document>) -> u64 {
        (document.text.len() as u64).saturating_mul(30).saturating_add(1_000)
    }
}

/// What came with a document that is to be kept once it has shown to fit the schema.
pub(super) type ToKeep = Option<DocumentId>;

impl Documents {
    pub(super) fn new() -> Self {
        Self(Arc::new(Cache::with_weighter(2_000, MEMORY, Bytes)))
    }

    /// The document that a request means, if it may run for the caller.
    pub(super) async fn resolve(
        &self,
        context: &Context,
        source: Source,
    ) -> Result<(Arc<Document>, ToKeep), Refusal> {
        match source {
            Source::Text(text) => Ok((self.of_text(context, text.into()).await?.1, None)),
            Source::Id(id) => match persisted::find(context, &id).await? {
                Some(found) => Ok((self.read(found.digest, found.text)?, None)),
                None => Err(unknown(&id).into()),
            },
            Source::Automatic { hash, text: Some(text) } => {
                let (digest, document) = self.of_text(context, text.into()).await?;
                if digest != hash {
                    let detail =
                        "provided sha does not match query: sha256Hash is not the digest of the text.";
                    return Err(request::malformed(detail).into());
                }
                Ok((document, Some(digest)))
            }
            Source::Automatic { hash, text: None } => match persisted::find(context, &hash).await? {
                Some(found) => Ok((self.read(found.digest, found.text)?, None)),
                None => Err(Refusal::Persisted(not_kept(context.app.persisted().mode()))),
            },
        }
    }

    async fn of_text(
        &self,
        context: &Context,
        text: Arc<str>,
    ) -> Result<(DocumentId, Arc<Document>), Refusal> {
        limits::check_length(&text)?;
        let digest = DocumentId::of(&text);
        persisted::permit(context, &digest).await?;
        let document = self.read(digest.clone(), text)?;
        Ok((digest, document))
    }

    /// Parses and measures a text, unless that was done before.
    fn read(&self, digest: DocumentId, text: Arc<str>) -> Result<Arc<Document>, Refusal> {
        if let Some(known) = self.0.get(&digest) {
            return Ok(known);
        }
        let document = Arc::new(parse(text)?);
        self.0.insert(digest, document.clone());
        Ok(document)
    }
}

fn parse(text: Arc<str>) -> Result<Document, Refusal> {
    limits::check_text(&text)?;
    let parsed = async_graphql::parser::parse_query(&*text)
        .map_err(|error| Refusal::Invalid(vec![ServerError::from(error)]))?;
    limits::check_document(&parsed)?;
    Ok(Document { text, parsed })
}

/// Checks documents that are to be trusted: against the limits, as far as they do not depend on variables, and
/// against the schema.
pub(super) fn check(schema: Schema) -> persisted::Check {
    Arc::new(move |text| validated(&schema, text).map_err(Refusal::into_error))
}

/// The names of the operations of a document that fits.
fn validated(schema: &Schema, text: &str) -> Result<String, Refusal> {
    let Document { text, parsed } = parse(text.into())?;
    for (_, operation) in parsed.operations.iter() {
        request::check_way(&operation.node, Way { is_get: false, is_stream: true })?;
        limits::cost(&parsed, &operation.node, &async_graphql::Variables::default())?;
    }
    let names: Vec<String> =
        parsed.operations.iter().filter_map(|(name, _)| name.map(ToString::to_string)).collect();
    // Where only introspection is answered, validation comes first as always, and then nothing is read.
    let mut request = Request::new(&*text).only_introspection();
    if let Some(name) = names.first() {
        request = request.operation_name(name);
    }
    request.set_parsed_query(parsed);
    let mut answer = pin!(schema.execute(request));
    match answer.as_mut().poll(&mut std::task::Context::from_waker(Waker::noop())) {
        Poll::Ready(response) if response.errors.iter().all(is_of_the_way) => Ok(names.join(", ")),
        Poll::Ready(response) => Err(Refusal::Invalid(response.errors)),
        Poll::Pending => Err(Error::internal("validation waited for something").into()),
    }
}

/// Whether nothing is wrong but that the library does not execute subscriptions this way. Whatever validation finds stands
/// at a place in the document.
fn is_of_the_way(error: &ServerError) -> bool {
    error.locations.is_empty() && error.message.starts_with("Subscriptions are not supported")
}

fn not_kept(mode: DocumentMode) -> Error {
    // Clients look for these very words.
    if mode == DocumentMode::Apq {
        Error::new(ErrorCode::PersistedQueryNotFound, "PersistedQueryNotFound")
    } else {
        Error::new(ErrorCode::PersistedQueryNotSupported, "PersistedQueryNotSupported")
    }
}

fn unknown(id: &DocumentId) -> Error {
    Error::new(ErrorCode::PersistedQueryNotFound, format!("There is no document with the id {id}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_parsed_once_and_what_is_remembered_has_its_bounds() {
        let documents = Documents::new();
        let read = |text: String| documents.read(DocumentId::of(&text), text.into()).expect("a document");
        let first = read("{ __typename }".to_owned());
        assert!(Arc::ptr_eq(&first, &read("{ __typename }".to_owned())));
        for number in 0..100 {
            read(format!("{{ __typename }} # {number} {}", "x".repeat(90_000)));
        }
        assert!(documents.0.weight() <= MEMORY && documents.0.len() > 10, "{} bytes", documents.0.weight());
    }
}
