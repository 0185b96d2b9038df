//! The rows of the index, on either database: documents, their words, and how many documents have each.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};

use super::number::Numbers;
use super::{Due, Key};
use crate::analysis::Document;
use crate::analysis::document::{VERSION, is_period};
use crate::analysis::pair::pairs;
use crate::analysis::spelling::reversed;
use crate::domain::{Error, Id, Kind, Result};
use crate::store::AnyConnection;
use crate::store::entry::{number, unsigned};
use crate::store::statement::{MAX_IDS, Statement, Value, insert, insert_or};
use crate::store::types::{IdValue, TimeValue, sql};

/// A document that is in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stored {
    pub doc: i64,
    pub key: Key,
    analysis: i32,
    pub digest: String,
    /// See [`super::Due`].
    pub public_kind: Option<String>,
}

impl Stored {
    pub(super) const fn is_of_this_version(&self) -> bool {
        self.analysis == VERSION
    }
}

/// The documents of entries, in the order in which they were indexed.
pub(super) fn stored(connection: &mut AnyConnection, ids: &[Id]) -> Result<Vec<Stored>> {
    type Row = (BigInt, sql::Id, Integer, sql::UtcTime, Integer, Text, Nullable<Text>);
    type Values = (i64, IdValue, i32, TimeValue, i32, String, Option<String>);
    let mut stored = Vec::new();
    for ids in ids.chunks(MAX_IDS) {
        let mut statement = Statement::<Row>::new(
            "SELECT doc, entry_id, revision, published_at, analysis, digest, public_kind FROM search_documents WHERE ",
        );
        statement.is_in("entry_id", ids).sql(" ORDER BY doc");
        for (doc, id, revision, published_at, analysis, digest, public_kind) in
            statement.load::<Values>(connection)?
        {
            let key = Key { id: id.0, revision: unsigned(revision)?, published_at: published_at.0 };
            stored.push(Stored { doc, key, analysis, digest, public_kind });
        }
    }
    Ok(stored)
}

/// Whether a document was made by another version of the analysis.
pub(super) fn has_other_versions(connection: &mut AnyConnection) -> Result<bool> {
    use crate::store::schema::search_documents;
    let other = search_documents::table.filter(search_documents::analysis.ne(VERSION));
    Ok(other.select(search_documents::doc).first::<i64>(connection).optional()?.is_some())
}

/// Whether nothing is indexed.
pub(super) fn is_empty(connection: &mut AnyConnection) -> Result<bool> {
    use crate::store::schema::search_documents;
    Ok(search_documents::table.select(search_documents::doc).first::<i64>(connection).optional()?.is_none())
}

/// Stands among the counts while the index is made anew, from the moment when it is emptied until all is in it.
pub(super) const UNFINISHED: &str = "_z_unfinished";

/// Whether the index was emptied, and not all is in it again.
pub(super) fn is_unfinished(connection: &mut AnyConnection) -> Result<bool> {
    let mut statement = Statement::<Text>::new("SELECT term FROM search_terms WHERE term = ");
    statement.bind(UNFINISHED);
    Ok(statement.get_result::<String>(connection).optional()?.is_some())
}

/// Says that all is in the index.
pub(super) fn finish(connection: &mut AnyConnection) -> Result<()> {
    let mut statement = Statement::<()>::new("DELETE FROM search_terms WHERE term = ");
    statement.bind(UNFINISHED);
    statement.execute(connection)?;
    Ok(())
}

/// Takes everything out, and says so until [`finish`].
pub(super) fn clear(connection: &mut AnyConnection) -> Result<()> {
    if let AnyConnection::Sqlite(_) = connection {
        // Contents that are not kept cannot be deleted row by row.
        Statement::<()>::new("INSERT INTO search_index (search_index) VALUES ('delete-all')")
            .execute(connection)?;
    }
    for statement in ["DELETE FROM search_documents", "DELETE FROM search_terms"] {
        Statement::<()>::new(statement).execute(connection)?;
    }
    Ok(insert(connection, "search_terms (term, docs)", vec![vec![UNFINISHED.into(), 1_i64.into()]])?)
}

/// Takes documents out, of which the words are known, and puts new ones in.
pub(super) fn write(
    connection: &mut AnyConnection,
    stale: &[(i64, Option<Document>)],
    new: &[(Due, Document)],
) -> Result<()> {
    let mut counts: BTreeMap<Cow<'_, str>, i64> = BTreeMap::new();
    for term in stale.iter().filter_map(|(_, document)| document.as_ref()).flat_map(Document::counted) {
        *counts.entry(term).or_default() -= 1;
    }
    for term in new.iter().flat_map(|(_, document)| document.counted()) {
        *counts.entry(term).or_default() += 1;
    }
    delete(connection, &stale.iter().map(|(doc, _)| *doc).collect::<Vec<_>>())?;
    put(connection, new)?;
    count(connection, counts)
}

fn delete(connection: &mut AnyConnection, docs: &[i64]) -> Result<()> {
    for docs in docs.chunks(500) {
        if let AnyConnection::Sqlite(_) = connection {
            let mut statement = Statement::<()>::new("DELETE FROM search_index WHERE ");
            statement.is_in("rowid", docs);
            statement.execute(connection)?;
        }
        let mut statement = Statement::<()>::new("DELETE FROM search_documents WHERE ");
        statement.is_in("doc", docs);
        statement.execute(connection)?;
    }
    Ok(())
}

/// Says of documents, until somebody writes, that readers see them, or that their editions must be asked.
pub(super) fn make_public(connection: &mut AnyConnection, changed: &[(Stored, Option<Kind>)]) -> Result<()> {
    let mut docs: BTreeMap<Option<String>, Vec<i64>> = BTreeMap::new();
    for (stored, public_kind) in changed {
        docs.entry(public_kind.map(|kind| kind.to_string())).or_default().push(stored.doc);
    }
    for (public_kind, docs) in docs {
        let mut statement = Statement::<()>::new("UPDATE search_documents SET public_kind = ");
        statement.bind(public_kind).sql(" WHERE ").is_in("doc", &docs);
        statement.execute(connection)?;
    }
    Ok(())
}

fn put(connection: &mut AnyConnection, new: &[(Due, Document)]) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    let mut numbers = Numbers::prepare(connection, new.iter().map(|(due, _)| due.key.published_at))?;
    let is_postgres = matches!(connection, AnyConnection::Postgres(_));
    let (mut documents, mut words) = (Vec::with_capacity(new.len()), Vec::new());
    for (due, document) in new {
        let Due { key: Key { id, revision, published_at }, public_kind } = *due;
        let doc = numbers.take(connection, published_at)?;
        let mut row: Vec<Value> = vec![
            doc.into(),
            id.into(),
            number(revision)?.into(),
            published_at.into(),
            VERSION.into(),
            document.digest().into(),
            Value::Bytes(document.levels.to_bytes()),
            public_kind.map(|kind| kind.to_string()).into(),
        ];
        if is_postgres {
            row.push(Value::Words(for_postgres(document)?));
        } else {
            words.push(vec![doc.into(), for_sqlite(document).into()]);
        }
        documents.push(row);
    }
    let columns = if is_postgres {
        "search_documents (doc, entry_id, revision, published_at, analysis, digest, levels, public_kind, terms)"
    } else {
        "search_documents (doc, entry_id, revision, published_at, analysis, digest, levels, public_kind)"
    };
    insert(connection, columns, documents)?;
    Ok(insert(connection, "search_index (rowid, terms)", words)?)
}

/// The text of a `tsvector`: `'harbour':1,9 'tunnel':2 '_s_en_harbour'`. Terms hold letters, digits, points and low
/// lines alone. Its index knows no places, so phrases are found by their pairs.
fn for_postgres(document: &Document) -> Result<String> {
    let mut text = String::new();
    for (word, places) in &document.words {
        write!(text, "'{word}'").map_err(Error::internal)?;
        for (index, place) in places.iter().enumerate() {
            write!(text, "{}{place}", if index == 0 { ':' } else { ',' }).map_err(Error::internal)?;
        }
        text.push(' ');
    }
    let pairs: BTreeSet<String> = pairs(&document.places()).collect();
    for mark in document.marks.iter().chain(&pairs) {
        write!(text, "'{mark}' ").map_err(Error::internal)?;
    }
    Ok(text)
}

/// The words at their places, then the marks. `_` stands in the places between. Periods are left out: the newest documents
/// are found by their numbers.
fn for_sqlite(document: &Document) -> String {
    let mut places: Vec<&str> =
        document.places().into_iter().map(|word| if word.is_empty() { "_" } else { word }).collect();
    places.extend(document.marks.iter().map(String::as_str).filter(|mark| !is_period(mark)));
    places.join(" ")
}

fn count(connection: &mut AnyConnection, mut counts: BTreeMap<Cow<'_, str>, i64>) -> Result<()> {
    counts.retain(|_, change| *change != 0);
    let fewer: Vec<String> =
        counts.iter().filter(|(_, change)| **change < 0).map(|(term, _)| term.to_string()).collect();
    let row = |(term, change): (Cow<'_, str>, i64)| {
        let backwards = (!term.starts_with('_')).then(|| reversed(&term));
        vec![term.into_owned().into(), change.into(), backwards.into()]
    };
    insert_or(
        connection,
        "search_terms (term, docs, reversed)",
        counts.into_iter().map(row).collect(),
        " ON CONFLICT (term) DO UPDATE SET docs = search_terms.docs + excluded.docs",
    )?;
    for terms in fewer.chunks(MAX_IDS) {
        let mut statement = Statement::<()>::new("DELETE FROM search_terms WHERE docs <= 0 AND ");
        statement.is_in("term", terms).do_not_keep();
        statement.execute(connection)?;
    }
    Ok(())
}
