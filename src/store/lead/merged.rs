//! Titles of some languages, which stand in parts of one index.

use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::domain::{Condition, Id, Kind, Locale, Result, filter};
use crate::store::AnyConnection;
use crate::store::condition::Asked;
use crate::store::search::find::Plan;
use crate::store::search::languages;
use crate::store::statement::Statement;

/// The indexes of at most so many languages are walked at once.
const LANGUAGES: usize = 8;

/// Some languages, whose titles are walked side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Merged {
    pub locales: Vec<Locale>,
    /// The place of the condition that names them, which all in them meet. Others only tell in which languages nothing meets them.
    pub named: Option<usize>,
    /// Whether each part is sorted by itself before: so Postgres sees that its index has it in that order. `SQLite` sees it, and
    /// would sort.
    pub sorts_parts: bool,
}

impl Merged {
    /// The languages that a list lies in by its conditions, where these are not all, and not too many.
    pub(super) fn of(
        connection: &mut AnyConnection,
        kind: Kind,
        asked: Asked<'_>,
        conditions: &[Condition<Id>],
    ) -> Result<Option<Self>> {
        let tells = conditions.iter().any(|it| matches!(it, Condition::Locale(_) | Condition::Translated(_)));
        let searched = searched(asked, conditions);
        if !tells && searched.is_none_or(|plan| plan.languages().is_none()) {
            return Ok(None);
        }
        Self::among(connection, kind, conditions, |_, locales| {
            searched.inspect(|plan| languages::retain_known(plan, locales));
            Ok(())
        })
    }

    /// The same where it is looked in which of them anything matches the search: what of phrases and beginnings no word tells.
    pub(in crate::store) fn looked(
        connection: &mut AnyConnection,
        kind: Kind,
        asked: Asked<'_>,
        conditions: &[Condition<Id>],
    ) -> Result<Option<Self>> {
        let searched = searched(asked, conditions).filter(|plan| plan.languages().is_none());
        let Some(plan) = searched else { return Ok(None) };
        Self::among(connection, kind, conditions, |connection, locales| {
            languages::retain_matching(connection, plan, locales)
        })
    }

    fn among(
        connection: &mut AnyConnection,
        kind: Kind,
        conditions: &[Condition<Id>],
        retain: impl FnOnce(&mut AnyConnection, &mut Vec<Locale>) -> Result<()>,
    ) -> Result<Option<Self>> {
        let named = conditions.iter().position(|it| matches!(it, Condition::Locale(_)));
        let all = match named.map(|place| &conditions[place]) {
            Some(Condition::Locale(locales)) => locales.clone(),
            _ => present(connection, kind)?,
        };
        let is_translated = |locale: &Locale| conditions.contains(&Condition::Translated(locale.clone()));
        let mut locales: Vec<Locale> = all.iter().filter(|it| !is_translated(it)).cloned().collect();
        let is_few = |locales: &[Locale]| (1..=LANGUAGES).contains(&locales.len());
        if is_few(&locales) {
            retain(connection, &mut locales)?;
        }
        let is_merged = is_few(&locales) && (named.is_some() || locales.len() < all.len());
        let sorts_parts = matches!(connection, AnyConnection::Postgres(_));
        Ok(is_merged.then_some(Self { locales, named, sorts_parts }))
    }
}

/// The search of a list, where what it finds is not gathered.
fn searched<'a>(asked: Asked<'a>, conditions: &[Condition<Id>]) -> Option<&'a Plan> {
    let search = filter::searched(conditions)?;
    asked.plans.of(search).filter(|plan| !plan.is_rare())
}

/// The languages of all of a kind that is or will be visible; some more than are walked at most. It leaps along an index from one
/// language to the next.
fn present(connection: &mut AnyConnection, kind: Kind) -> Result<Vec<Locale>> {
    const NEXT: &str = "(SELECT MIN(e.locale) FROM editions e WHERE e.archived_at IS NULL AND e.locale IS NOT NULL AND e.kind = ";
    let mut leaps = Statement::<Text>::new("WITH RECURSIVE found (locale) AS (SELECT ");
    leaps.sql(NEXT).bind(kind.as_str()).sql(") UNION ALL SELECT ");
    leaps.sql(NEXT).bind(kind.as_str()).sql(" AND e.locale > found.locale)");
    leaps.sql(" FROM found WHERE found.locale IS NOT NULL) SELECT locale FROM found WHERE locale IS NOT NULL LIMIT ");
    leaps.bind(i64::try_from(LANGUAGES + 2).unwrap_or(i64::MAX));
    leaps.load::<String>(connection)?.iter().map(|locale| locale.parse()).collect()
}
