//! The beginnings of words, and which words they are the beginnings of.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::analysis::SearchQuery;
use crate::analysis::query::Term;
use crate::domain::Result;
use crate::store::AnyConnection;
use crate::store::statement::Statement;

/// The most words that are read of those that begin so. A beginning of more is common.
const MOST: i64 = 2_000;

/// Up to how many words a beginning is looked for as these. An index can leave off at the newest documents of a word, but
/// not of a beginning, of which it gathers all.
const FEW: usize = 32;

/// The words that begin so.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginning {
    words: Vec<String>,
    documents: u64,
}

impl Beginning {
    fn read(connection: &mut AnyConnection, start: &str) -> Result<Self> {
        let mut statement =
            Statement::<(Text, BigInt)>::new("SELECT term, docs FROM search_terms WHERE term >= ");
        statement.bind(start).sql(" AND term < ").bind(format!("{start}{}", char::MAX));
        statement.sql(" LIMIT ").bind(MOST);
        let rows: Vec<(String, i64)> = statement.load(connection)?;
        let documents = rows.iter().map(|(_, docs)| u64::try_from(*docs).unwrap_or_default()).sum();
        Ok(Self { words: rows.into_iter().map(|(word, _)| word).collect(), documents })
    }

    /// The words, where they are few.
    pub(super) fn words(&self) -> Option<&[String]> {
        (1..=FEW).contains(&self.words.len()).then_some(&self.words)
    }

    /// How many documents have one of them, at most: one with several counts as often.
    pub(super) const fn documents(&self) -> u64 {
        self.documents
    }

    /// Those of a query.
    pub(super) fn of_query(
        connection: &mut AnyConnection,
        query: &SearchQuery,
    ) -> Result<HashMap<String, Self>> {
        let starts = query.wanted.iter().chain(&query.unwanted).filter_map(|term| match term {
            Term::Prefix(start) => Some(start),
            Term::Word { .. } | Term::Phrase(_) => None,
        });
        starts.map(|start| Ok((start.clone(), Self::read(connection, start)?))).collect()
    }
}
