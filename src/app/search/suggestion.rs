//! What somebody may have meant who misspelt a word.
//!
//! A word is suggested only when whoever searches can read something that has it, and a query only when it finds
//! something: nobody learns what stands in drafts, in plans and in what was withdrawn.

use std::collections::HashMap;

use super::Search;
use crate::analysis::query::Term;
use crate::analysis::{Language, SearchQuery};
use crate::domain::{AsOf, Result};
use crate::store::AnyConnection;
use crate::store::search::find::Plan;
use crate::store::search::ranked::{any_visible, ranked};
use crate::store::search::suggest;

/// The most words of one query that are respelt.
const MAX_WORDS: usize = 3;

/// How many words are tried for each.
const MAX_TRIES: usize = 5;

/// The query with its misspelt words respelt; `None` when there are none, or nothing is found then either.
pub(super) fn suggest(
    connection: &mut AnyConnection,
    as_of: AsOf,
    search: &Search,
    marks: &[String],
) -> Result<Option<String>> {
    let mut respelt: HashMap<&str, String> = HashMap::new();
    for term in &search.query.wanted {
        let Term::Word { folded, .. } = term else { continue };
        if is_known(connection, as_of, folded, marks)? {
            continue;
        }
        if respelt.len() == MAX_WORDS {
            return Ok(None);
        }
        for word in suggest::alike(connection, folded, MAX_TRIES)? {
            if is_known(connection, as_of, &word, marks)? {
                respelt.insert(folded, word);
                break;
            }
        }
    }
    if respelt.is_empty() {
        return Ok(None);
    }
    let query = search.query.respelt(|word| respelt.get(word).cloned());
    Ok(finds_something(connection, as_of, search, &query, marks)?.then(|| query.to_string()))
}

/// Whether whoever searches can read something that has the word.
fn is_known(connection: &mut AnyConnection, as_of: AsOf, word: &str, marks: &[String]) -> Result<bool> {
    any_visible(connection, as_of, word, marks)
}

fn finds_something(
    connection: &mut AnyConnection,
    as_of: AsOf,
    search: &Search,
    query: &SearchQuery,
    marks: &[String],
) -> Result<bool> {
    let language = search.locale.as_ref().map(Language::of);
    let plan = Plan::prepare(connection, query, language, marks.to_vec())?;
    Ok(!ranked(connection, as_of, &plan, &|_| {})?.hits.is_empty())
}
