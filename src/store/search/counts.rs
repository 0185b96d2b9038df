//! How common words, stems and marks are: in how many documents each is.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::rows::UNFINISHED;
use crate::analysis::Language;
use crate::analysis::document::made_by_this_version;
use crate::analysis::query::Term;
use crate::domain::Result;
use crate::store::AnyConnection;
use crate::store::statement::{MAX_IDS, Statement};

/// What the index holds.
pub(super) struct Survey {
    /// The languages of its documents.
    pub languages: Vec<Language>,
    /// How many documents there are.
    pub total: u64,
    /// Whether it holds all, made by this version, so that what is not counted is nowhere. The words of what another version has
    /// made are counted otherwise, until `dateline rebuild` has run.
    pub is_whole: bool,
}

/// Looks up what the index holds.
pub(super) fn survey(connection: &mut AnyConnection) -> Result<Survey> {
    let made = made_by_this_version();
    let mut statement = Statement::<(Text, BigInt)>::new(
        "SELECT term, docs FROM search_terms WHERE term >= '_k_' AND term < '_m' OR term >= ",
    );
    statement.bind(&*made).sql(" AND term < ").bind(format!("{made}{}", char::MAX));
    statement.sql(" OR term = ").bind(UNFINISHED);
    let (mut languages, mut total, mut of_this_version, mut is_finished) = (Vec::new(), 0, 0, true);
    for (term, docs) in statement.load::<(String, i64)>(connection)? {
        let docs = u64::try_from(docs).unwrap_or_default();
        if let Some(code) = term.strip_prefix("_l_") {
            languages.extend(Language::known(code));
        } else if term == UNFINISHED {
            is_finished = false;
        } else if term.starts_with(&made) {
            of_this_version += docs;
        } else {
            // Every document is of one kind.
            total += docs;
        }
    }
    if languages.is_empty() {
        languages.push(Language::OTHER);
    }
    languages.sort();
    Ok(Survey { languages, total, is_whole: is_finished && of_this_version == total })
}

/// How many documents have each of the terms and marks.
pub(super) fn counts(
    connection: &mut AnyConnection,
    terms: &[(&Term, Vec<String>)],
    marks: &[String],
) -> Result<HashMap<String, u64>> {
    let mut wanted: Vec<String> = marks.to_vec();
    for (term, stems) in terms {
        wanted.extend(stems.iter().cloned());
        if let Term::Phrase(words) = term {
            wanted.extend(words.iter().cloned());
        }
    }
    counts_of(connection, &wanted)
}

/// How many documents have each of some words, stems and marks.
pub(super) fn counts_of(connection: &mut AnyConnection, wanted: &[String]) -> Result<HashMap<String, u64>> {
    let mut counts = HashMap::with_capacity(wanted.len());
    for wanted in wanted.chunks(MAX_IDS) {
        let mut statement = Statement::<(Text, BigInt)>::new("SELECT term, docs FROM search_terms WHERE ");
        statement.is_in("term", wanted);
        let rows: Vec<(String, i64)> = statement.load(connection)?;
        counts.extend(rows.into_iter().map(|(term, docs)| (term, u64::try_from(docs).unwrap_or_default())));
    }
    Ok(counts)
}
