//! Titles of some languages, which stand in parts of one index.

use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::domain::{Condition, Id, Kind, Locale, Result};
use crate::store::AnyConnection;
use crate::store::condition::Asked;
use crate::store::search::languages;
use crate::store::search::marked::Marked;
use crate::store::search::plan::Plan;
use crate::store::statement::Statement;

/// The indexes of at most so many languages are walked at once.
const LANGUAGES: usize = 8;

/// Where a kind has so many languages or more, not all are known.
const KNOWN: usize = 64;

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
    /// The languages that a list lies in by its conditions, where these are not all, and not too many: perhaps none, for then there
    /// is nothing.
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
        let Some(mut languages) = Languages::of(connection, kind, conditions)? else { return Ok(None) };
        searched.inspect(|plan| languages::retain_known(plan, &mut languages.open));
        Ok(languages.merged(connection))
    }

    /// The same where it is looked in which of them anything matches the search: what of phrases and beginnings no word tells.
    pub(in crate::store) fn searched(
        connection: &mut AnyConnection,
        kind: Kind,
        asked: Asked<'_>,
        conditions: &[Condition<Id>],
    ) -> Result<Option<Self>> {
        let searched = searched(asked, conditions).filter(|plan| plan.languages().is_none());
        let Some(plan) = searched else { return Ok(None) };
        Self::looked(connection, kind, conditions, |connection, open| {
            languages::retain_matching(connection, (kind, plan), open)
        })
    }

    /// The same where it is looked in which of them anything is marked for the conditions.
    pub(super) fn marked(
        connection: &mut AnyConnection,
        kind: Kind,
        marked: &Marked,
        conditions: &[Condition<Id>],
    ) -> Result<Option<Self>> {
        Self::looked(connection, kind, conditions, |connection, open| {
            languages::retain_marked(connection, marked, open)
        })
    }

    /// The languages that a look at each of them leaves, where these are not too many for that.
    fn looked(
        connection: &mut AnyConnection,
        kind: Kind,
        conditions: &[Condition<Id>],
        look: impl FnOnce(&mut AnyConnection, &mut Vec<Locale>) -> Result<()>,
    ) -> Result<Option<Self>> {
        let Some(mut languages) = Languages::of(connection, kind, conditions)? else { return Ok(None) };
        if languages.open.len() <= LANGUAGES {
            look(connection, &mut languages.open)?;
        }
        Ok(languages.merged(connection))
    }
}

/// The languages of a list.
struct Languages {
    /// See [`Merged::named`].
    named: Option<usize>,
    /// How many there are without a look at other conditions.
    all: usize,
    /// Those in which there may be anything.
    open: Vec<Locale>,
}

impl Languages {
    /// Those that are named, or all of the kind; nothing is translated into its own. `None` where not all are known.
    fn of(connection: &mut AnyConnection, kind: Kind, conditions: &[Condition<Id>]) -> Result<Option<Self>> {
        let named = conditions.iter().position(|it| matches!(it, Condition::Locale(_)));
        let mut open = match named.map(|place| &conditions[place]) {
            Some(Condition::Locale(locales)) => locales.clone(),
            _ => present(connection, kind)?,
        };
        let all = open.len();
        open.retain(|locale| !conditions.contains(&Condition::Translated(locale.clone())));
        Ok((named.is_some() || all < KNOWN).then_some(Self { named, all, open }))
    }

    fn merged(self, connection: &AnyConnection) -> Option<Merged> {
        let Self { named, all, open: locales } = self;
        let is_part = named.is_some() || locales.len() < all;
        let sorts_parts = matches!(connection, AnyConnection::Postgres(_));
        let is_merged = is_part && locales.len() <= LANGUAGES;
        is_merged.then_some(Merged { locales, named, sorts_parts })
    }
}

/// The search of a list, where what it finds is not gathered.
fn searched<'a>(asked: Asked<'a>, conditions: &[Condition<Id>]) -> Option<&'a Plan> {
    asked.plans.searched(conditions).map(|(_, plan)| plan).filter(|plan| !plan.is_rare())
}

/// The languages of all of a kind that is or will be visible, up to [`KNOWN`]. It leaps along an index from one language to the next.
fn present(connection: &mut AnyConnection, kind: Kind) -> Result<Vec<Locale>> {
    const NEXT: &str = "(SELECT MIN(e.locale) FROM editions e WHERE e.archived_at IS NULL AND e.locale IS NOT NULL AND e.kind = ";
    let mut leaps = Statement::<Text>::new("WITH RECURSIVE found (locale) AS (SELECT ");
    leaps.sql(NEXT).bind(kind.as_str()).sql(") UNION ALL SELECT ");
    leaps.sql(NEXT).bind(kind.as_str()).sql(" AND e.locale > found.locale)");
    leaps.sql(" FROM found WHERE found.locale IS NOT NULL) SELECT locale FROM found WHERE locale IS NOT NULL LIMIT ");
    leaps.bind(i64::try_from(KNOWN).unwrap_or(i64::MAX));
    leaps.load::<String>(connection)?.iter().map(|locale| locale.parse()).collect()
}
