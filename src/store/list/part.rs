//! The part of a list in which a page of it is, where its search leads there.

use diesel::prelude::*;

use super::clauses::List;
use crate::domain::filter::Search;
use crate::domain::{AsOf, Condition, Id, PageRequest, Result};
use crate::store::AnyConnection;
use crate::store::lead::{self, Lead, Merged};
use crate::store::search::newest;
use crate::store::search::plan::Plan;
use crate::store::statement::Statement;
use crate::store::types::{IdValue, sql};

/// Where too few of what was met match: up to how many times as much is met for the page, if by what was found that will do.
const MORE: usize = 3;

/// The list, or such a part of it. All conditions hold for what is named there.
pub(super) fn of_page<'a>(
    connection: &mut AnyConnection,
    list: &List<'a>,
    request: &PageRequest,
) -> Result<List<'a>> {
    let List { kind, asked, conditions, ref lead, walk: _ } = *list;
    let of = |entries| List::new(kind, asked, &[], Lead::Few(entries));
    let searched = asked.plans.searched(conditions).filter(|_| !lead.is_gathered());
    let Some((search, plan)) = searched else { return Ok(list.clone()) };
    if let Some(newest) = newest::of_page(connection, kind, asked, conditions, request)? {
        return Ok(of(newest));
    }
    match walked(connection, list, (search, plan), request)? {
        Walked::Page(entries) => return Ok(of(entries)),
        Walked::Little => return Ok(list.clone()),
        Walked::Nothing => {}
    }
    let Some(list) = in_languages(connection, list, request)? else { return Ok(list.clone()) };
    if list.is_empty() || plan.is_asked_of_each() {
        return Ok(list);
    }
    match walked(connection, &list, (search, plan), request)? {
        Walked::Page(entries) => Ok(of(entries)),
        Walked::Little | Walked::Nothing => Ok(list),
    }
}

/// What was found of a page among what is met in the order of a list.
enum Walked {
    /// These entries, which are more than it has.
    Page(Vec<Id>),
    /// Less, or it was not looked, for that costs as much as the page.
    Little,
    /// Nothing that matches.
    Nothing,
}

/// Meets what stands first in the order of a list, and asks each whether it matches. The words may all stand at the other end, so
/// no more are met than is likely to do.
fn walked(
    connection: &mut AnyConnection,
    list: &List<'_>,
    (search, plan): (&Search, &Plan),
    request: &PageRequest,
) -> Result<Walked> {
    let page = usize::try_from(request.size).unwrap_or(usize::MAX).saturating_add(1);
    // Each is asked anyway then: to do it twice is worth it only where all that comes first may be in another language.
    let is_doubled =
        plan.is_asked_of_each() && !(lead::is_by_title(request.sort) && plan.languages().is_none());
    let is_looked = matches!(list.asked.as_of, AsOf::Now(_)) && !is_doubled;
    let Some(met) = plan.met_for(page).filter(|_| is_looked) else { return Ok(Walked::Little) };
    let found = matching_of(connection, list, (search, plan), request, met)?;
    let needed = (met * page).checked_div(found.len()).map(|needed| needed + needed / 4);
    match needed {
        None => Ok(Walked::Nothing),
        Some(_) if found.len() >= page => Ok(Walked::Page(found)),
        Some(needed) if needed <= MORE * met => {
            let found = matching_of(connection, list, (search, plan), request, needed)?;
            Ok(if found.len() >= page { Walked::Page(found) } else { Walked::Little })
        }
        Some(_) => Ok(Walked::Little),
    }
}

/// Those of the first `met` entries of a page that match.
fn matching_of(
    connection: &mut AnyConnection,
    list: &List<'_>,
    (search, plan): (&Search, &Plan),
    request: &PageRequest,
    met: usize,
) -> Result<Vec<Id>> {
    // All conditions keep their places: one of them leads.
    let is_search = |it: &Condition<Id>| matches!(it, Condition::Matches(other) if other == search);
    let unsearched = |it: &Condition<Id>| if is_search(it) { Condition::All(Vec::new()) } else { it.clone() };
    let conditions: Vec<_> = list.conditions.iter().map(unsearched).collect();
    let list = List { conditions: &conditions, ..list.clone() };
    let mut statement = Statement::<sql::Id>::new("SELECT w.entry_id FROM (SELECT e.entry_id, e.revision");
    let size = u32::try_from(met).unwrap_or(u32::MAX);
    list.page_clauses(&mut statement, "", &PageRequest { size, ..request.clone() });
    plan.holds_for_each(statement.sql(") w WHERE "));
    let found: Vec<IdValue> = statement.do_not_keep().clone().load(connection)?;
    Ok(found.into_iter().map(|id| id.0).collect())
}

/// The same list along the languages in which anything matches its search: in the order of titles each language stands by itself,
/// and what comes first may all be in another. `None` where these are all, or are not known.
fn in_languages<'a>(
    connection: &mut AnyConnection,
    list: &List<'a>,
    request: &PageRequest,
) -> Result<Option<List<'a>>> {
    let List { kind, asked, conditions, .. } = *list;
    if !(list.is_of_all_languages() && lead::is_by_title(request.sort)) {
        return Ok(None);
    }
    let merged = Merged::searched(connection, kind, asked, conditions)?;
    Ok(merged.map(|merged| list.clone().along(merged)))
}
