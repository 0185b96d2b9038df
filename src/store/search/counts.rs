//! How common words, stems and marks are: in how many documents each is.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::analysis::Language;
use crate::analysis::query::Term;
use crate::domain::Result;
use crate::store::AnyConnection;
use crate::store::statement::{MAX_IDS, Statement};

/// Which languages the index holds, and how many documents.
pub(super) fn survey(connection: &mut AnyConnection) -> Result<(Vec<Language>, u64)> {
    let statement = Statement::<(Text, BigInt)>::new(
        "SELECT term, docs FROM search_terms WHERE term >= '_k_' AND term < '_m'",
    );
    let (mut languages, mut total) = (Vec::new(), 0);
    for (term, docs) in statement.load::<(String, i64)>(connection)? {
        match term.strip_prefix("_l_") {
            Some(code) => languages.extend(Language::known(code)),
            // Every document is of one kind.
            None => total += u64::try_from(docs).unwrap_or_default(),
        }
    }
    if languages.is_empty() {
        languages.push(Language::OTHER);
    }
    languages.sort();
    Ok((languages, total))
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
