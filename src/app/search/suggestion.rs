//! What somebody may have meant who misspelt a word.
//!
//! A word is suggested only when whoever searches can read something that has it, and a query only when it finds
//! something: nobody learns what stands in drafts, in plans and in what was withdrawn.

use std::collections::HashMap;

use crate::analysis::SearchQuery;
use crate::analysis::query::Term;
use crate::domain::filter::{Search, searched_by};
use crate::domain::{AsOf, Condition, Id, Kind, Result};
use crate::store::AnyConnection;
use crate::store::search::ranked::{Visible, ranked};
use crate::store::search::suggest;

/// The most words of one query that are respelt.
const MAX_WORDS: usize = 3;

/// How many words are tried for each.
const MAX_TRIES: usize = 5;

/// The query with its misspelt words respelt; `None` when there are none, or nothing is found then either.
pub(super) fn suggest(
    connection: &mut AnyConnection,
    as_of: AsOf,
    kind: Kind,
    search: &Search,
    conditions: &[Condition<Id>],
) -> Result<Option<String>> {
    let query = SearchQuery::parse("q", &search.words)?;
    let visible = Visible::prepare(connection, kind, as_of, conditions)?;
    let mut respelt: HashMap<&str, String> = HashMap::new();
    for written in query.wanted.iter().flat_map(Term::words) {
        if visible.have(connection, written)? {
            continue;
        }
        if respelt.len() == MAX_WORDS {
            return Ok(None);
        }
        for word in suggest::alike(connection, written, MAX_TRIES)? {
            if visible.have(connection, &word)? {
                respelt.insert(written, word);
                break;
            }
        }
    }
    if respelt.is_empty() {
        return Ok(None);
    }
    let query = query.respelt(|word| respelt.get(word).cloned()).to_string();
    let conditions = searched_by(conditions, search, &Search::all_of(query.clone()));
    let finds_something = !ranked(connection, kind, as_of, &conditions)?.hits.is_empty();
    Ok(finds_something.then_some(query))
}
