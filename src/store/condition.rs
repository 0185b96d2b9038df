//! Conditions in SQL, on an edition or working copy called `e`.

use std::collections::BTreeSet;

use super::rows::SOURCE;
use super::search::plans::Plans;
use super::statement::{Statement, TRANSLATION, tables};
use crate::domain::filter::{Clock, Period};
use crate::domain::time::Moment;
use crate::domain::{AsOf, Condition, Id, Kind, Locale, Role, Timestamp};

/// Ends what is asked of each entry that is met. Without the fence Postgres may rather join all there is.
pub(super) const EACH: &str = " LIMIT 1 OFFSET 0)";

/// How a condition is meant to be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    /// With an index, if there is one.
    Found,
    /// On entries that were found otherwise.
    Met,
    /// The same on few entries that were gathered: there is no order to be kept, so what they refer to may be joined.
    Gathered,
}

/// What all conditions of one read have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub as_of: AsOf,
    /// How its search queries are carried out.
    pub plans: &'a Plans,
    /// Whether entries are come by along links, called `l`: what else they refer to is then known without their rows.
    along_links: bool,
}

impl<'a> Asked<'a> {
    /// Of entries, called `e`.
    pub(super) const fn new(as_of: AsOf, plans: &'a Plans) -> Self {
        Self { as_of, plans, along_links: false }
    }

    /// The same of entries that are come by along links.
    pub(super) const fn along_links(self) -> Self {
        Self { along_links: true, ..self }
    }

    /// Whether there is a link, called `o`, of the entry; lacks its closing bracket.
    const fn exists_link(self) -> &'static str {
        let tables = tables(self.as_of);
        if self.along_links { tables.exists_link_beside } else { tables.exists_link }
    }
}

/// The role and the far ends of the rows of links by which a condition is found, if it is.
pub(super) fn tie(condition: &Condition<Id>) -> Option<(&'static str, &[Id])> {
    match condition {
        Condition::Refers(role, targets) => Some((role.as_str(), targets)),
        Condition::Source(names) => Some((SOURCE, names)),
        _ => None,
    }
}

/// Adds a condition in brackets, or one that needs none. Moments in it are settled.
pub(super) fn holds<R>(
    statement: &mut Statement<R>,
    asked: Asked<'_>,
    condition: &Condition<Id>,
    check: Check,
) {
    let as_of = asked.as_of;
    match condition {
        Condition::All(conditions) => joined(statement, asked, (conditions, " AND ", "TRUE")),
        Condition::Any(conditions) => any(statement, asked, conditions),
        Condition::Not(condition) => {
            // What has no such moment is not in the period, and so it is in the list of what is not.
            statement.sql("NOT COALESCE(");
            holds(statement, asked, condition, Check::Met);
            statement.sql(", FALSE)");
        }
        Condition::Refers(..) | Condition::Source(_) => {
            let (role, targets) = tie(condition).unwrap_or_default();
            statement.sql(asked.exists_link()).sql(" AND o.role = ").bind(role);
            statement.sql(" AND ").is_in("o.target_id", targets);
            statement.sql(if check == Check::Gathered { ")" } else { EACH });
        }
        // Whoever asks has named those below it: what is left is the section.
        Condition::Below(section) => {
            holds(statement, asked, &Condition::Refers(Role::Section, vec![*section]), check);
        }
        Condition::Variant(variants) => {
            on_columns(statement, check, |it| {
                it.is_one_of("e.variant", variants.iter().copied());
            });
        }
        Condition::Locale(locales) => {
            on_columns(statement, check, |it| {
                it.is_one_of("e.locale", locales.iter().map(Locale::as_str));
            });
        }
        Condition::Translated(locale) => {
            statement.sql("(e.locale <> ").bind(locale.as_str());
            statement.sql(" AND e.translation_group IS NOT NULL AND EXISTS (SELECT 1");
            statement.sql(tables(as_of).from_translations);
            statement.sql(" WHERE t.translation_group = e.translation_group");
            statement.sql(" AND t.locale = ").bind(locale.as_str());
            // What is under embargo elsewhere is not public there.
            let public = if let AsOf::Embargoed(now) = as_of { AsOf::Now(now) } else { as_of };
            statement.sql(" AND ").visible(&TRANSLATION, public).sql(EACH).sql(")");
        }
        Condition::Stale => {
            statement.sql(asked.exists_link()).sql(" AND o.role = ").bind(Role::Translation.as_str());
            statement.sql(" AND EXISTS (SELECT 1").sql(tables(as_of).from_translations);
            statement.sql(" WHERE t.entry_id = o.target_id AND t.revision > o.pin AND ");
            statement.visible(&TRANSLATION, as_of).sql(EACH).sql(EACH);
        }
        Condition::TranslationGroup(group) => {
            statement.sql("e.translation_group = ").bind(*group);
        }
        Condition::Matches(search) => match asked.plans.of(search) {
            Some(plan) => plan.holds(statement),
            None => drop(statement.sql("FALSE")),
        },
        Condition::HasImage(has) => {
            on_columns(statement, check, |it| {
                it.sql("e.has_image = ").bind(*has);
            });
        }
        Condition::Time(clock, period) => {
            on_columns(statement, check, |it| lies_in(it, (*clock, column(*clock)), *period));
        }
    }
}

/// Adds what is asked of columns. On entries that were found otherwise it is written so that no index fits: SQLite would rather
/// take one, and sort all that it finds, than walk the order of a list. Of a case Postgres takes half to be true; of other
/// forms that no index has it takes nearly none to be, and so it rather read whole tables than walked on.
fn on_columns<R>(statement: &mut Statement<R>, check: Check, condition: impl FnOnce(&mut Statement<R>)) {
    let is_found = check == Check::Found;
    condition(statement.sql(if is_found { "" } else { "CASE WHEN " }));
    statement.sql(if is_found { "" } else { " THEN TRUE END" });
}

/// What an entry refers to is looked through once for all references.
fn any<R>(statement: &mut Statement<R>, asked: Asked<'_>, conditions: &[Condition<Id>]) {
    let (tied, others): (Vec<_>, Vec<_>) = conditions.iter().partition(|condition| tie(condition).is_some());
    if tied.len() < 2 {
        return joined(statement, asked, (conditions, " OR ", "FALSE"));
    }
    statement.sql("(").sql(asked.exists_link()).sql(" AND (FALSE");
    for (role, targets) in tied.into_iter().filter_map(tie) {
        statement.sql(" OR o.role = ").bind(role).sql(" AND ").is_in("o.target_id", targets);
    }
    statement.sql(")").sql(EACH).sql(" OR ");
    joined(statement, asked, (others, " OR ", "FALSE"));
    statement.sql(")");
}

fn joined<'c, R>(
    statement: &mut Statement<R>,
    asked: Asked<'_>,
    (conditions, word, of_none): (impl IntoIterator<Item = &'c Condition<Id>>, &'static str, &'static str),
) {
    statement.sql("(");
    let mut conditions = conditions.into_iter().peekable();
    let is_none = conditions.peek().is_none();
    for (index, condition) in conditions.enumerate() {
        if index > 0 {
            statement.sql(word);
        }
        holds(statement, asked, condition, Check::Met);
    }
    statement.sql(if is_none { of_none } else { "" }).sql(")");
}

/// Adds that the moment of a clock, which stands in a column, lies in a period.
pub(super) fn lies_in<R>(
    statement: &mut Statement<R>,
    (clock, column): (Clock, &'static str),
    period: Period,
) {
    let Period { mut after, before } = period;
    statement.sql("(TRUE");
    if matches!(clock, Clock::Corrected | Clock::Review) {
        statement.sql(" AND ").sql(column).sql(" IS NOT NULL");
        // All moments lie behind the first. Without a beginning SQLite prefers the index of times, which has one, to
        // that of what is rare, and sorts all.
        after = after.or(Some(Moment::At(Timestamp::BEGINNING)));
    }
    for (moment, relation) in [(after, " >= "), (before, " < ")] {
        if let Some(Moment::At(moment)) = moment {
            statement.sql(" AND ").sql(column).sql(relation).bind(moment);
        }
    }
    statement.sql(")");
}

/// The column of a clock.
pub(super) const fn column(clock: Clock) -> &'static str {
    match clock {
        Clock::Published => "e.published_at",
        Clock::ContentUpdated => "e.content_updated_at",
        Clock::Updated => "e.visible_from",
        Clock::Corrected => "e.corrected_at",
        Clock::Review => "e.review_by",
    }
}

/// The same of links, which repeat what lists are sorted by.
pub(super) const fn column_of_links(clock: Clock) -> Option<&'static str> {
    match clock {
        Clock::Published => Some("l.published_at"),
        Clock::ContentUpdated => Some("l.content_updated_at"),
        Clock::Updated => Some("l.visible_from"),
        Clock::Corrected | Clock::Review => None,
    }
}

/// The columns of editions that conditions ask about.
pub(super) fn columns(conditions: &[Condition<Id>]) -> BTreeSet<&'static str> {
    let of = |condition: &Condition<Id>| match condition {
        Condition::All(parts) | Condition::Any(parts) => columns(parts),
        Condition::Not(part) => columns(std::slice::from_ref(part)),
        Condition::Variant(_) => BTreeSet::from(["e.variant"]),
        Condition::Locale(_) => BTreeSet::from(["e.locale"]),
        Condition::HasImage(_) => BTreeSet::from(["e.has_image"]),
        Condition::Translated(_) => BTreeSet::from(["e.locale", "e.translation_group"]),
        Condition::TranslationGroup(_) => BTreeSet::from(["e.translation_group"]),
        Condition::Time(clock, _) => BTreeSet::from([column(*clock)]),
        Condition::Refers(..)
        | Condition::Source(_)
        | Condition::Below(_)
        | Condition::Stale
        | Condition::Matches(_) => BTreeSet::new(),
    };
    conditions.iter().flat_map(of).collect()
}

/// How much it is to ask an entry whether a condition holds: first what its columns say, then what it refers to, then what must
/// be looked for elsewhere. What a list must not have most entries do not have, so of equals that comes last.
pub(super) fn effort(condition: &Condition<Id>) -> (u8, bool) {
    let dearest = |parts: &[Condition<Id>]| parts.iter().map(|part| effort(part).0).max().unwrap_or(0);
    let effort = match condition {
        Condition::Variant(_)
        | Condition::Locale(_)
        | Condition::HasImage(_)
        | Condition::TranslationGroup(_)
        | Condition::Time(..) => 0,
        Condition::Refers(..) | Condition::Source(_) | Condition::Below(_) => 1,
        Condition::Translated(_) | Condition::Stale | Condition::Matches(_) => 2,
        Condition::All(parts) | Condition::Any(parts) => dearest(parts),
        Condition::Not(part) => dearest(std::slice::from_ref(part)),
    };
    (effort, matches!(condition, Condition::Not(_)))
}

/// Whether all that meet a condition, and no others, are gathered by an index of one table. What the index of titles has
/// besides, `SQLite` would rather look for in the whole of that.
pub(super) fn is_gathered(condition: &Condition<Id>) -> bool {
    tie(condition).is_some() || matches!(condition, Condition::TranslationGroup(_) | Condition::Time(..))
}

/// Chooses the entries for which a condition may hold, `limit` of each part at most: perhaps too many, else none too few.
/// Says whether it can be done without looking at all there are.
pub(super) fn candidates<R>(
    statement: &mut Statement<R>,
    kind: Kind,
    plans: &Plans,
    condition: &Condition<Id>,
    limit: i64,
) -> bool {
    match condition {
        Condition::Refers(..) | Condition::Source(_) => {
            let (role, targets) = tie(condition).unwrap_or_default();
            statement.sql("SELECT l.entry_id FROM edition_links l WHERE l.archived_at IS NULL AND l.kind = ");
            statement.bind(kind.as_str()).sql(" AND l.role = ").bind(role);
            statement.sql(" AND ").is_in("l.target_id", targets);
        }
        Condition::Below(section) => {
            let section = Condition::Refers(Role::Section, vec![*section]);
            return candidates(statement, kind, plans, &section, limit);
        }
        Condition::Variant(_)
        | Condition::Locale(_)
        | Condition::TranslationGroup(_)
        | Condition::HasImage(_)
        | Condition::Time(..) => {
            statement.sql("SELECT e.entry_id FROM editions e WHERE e.archived_at IS NULL AND e.kind = ");
            statement.bind(kind.as_str()).sql(" AND ");
            let asked = Asked::new(AsOf::Now(Timestamp::END), plans);
            holds(statement, asked, condition, Check::Found);
        }
        Condition::Translated(locale) => {
            translated(statement, kind, locale, limit);
        }
        Condition::Any(parts) => {
            statement.sql("SELECT entry_id FROM (");
            for (index, part) in parts.iter().enumerate() {
                statement.sql(if index == 0 {
                    "SELECT * FROM ("
                } else {
                    ") AS part UNION ALL SELECT * FROM ("
                });
                if !candidates(statement, kind, plans, part, limit) {
                    return false;
                }
            }
            statement.sql(") AS part) AS parts");
            return !parts.is_empty();
        }
        Condition::All(parts) => {
            // One will do, and what refers to something is likely to be rare.
            let is_link = |part: &&Condition<Id>| tie(part).is_some();
            let Some(part) = parts.iter().find(is_link).or(parts.first()) else { return false };
            return candidates(statement, kind, plans, part, limit);
        }
        Condition::Matches(search) => match plans.of(search).filter(|plan| plan.is_rare()) {
            Some(plan) => plan.entries(statement),
            None => return false,
        },
        Condition::Stale => {
            statement.sql("SELECT s.entry_id FROM stale_candidates s");
        }
        Condition::Not(condition) => return candidates_without(statement, kind, condition, limit),
    }
    statement.sql(" LIMIT ").bind(limit);
    true
}

/// Chooses the entries that something is the translation of in a language. Where there are as many as the limit or more, these
/// are not joined only to be counted, and the ids of groups stand for them: who is given as many as he asked for knows that
/// they are too many, and looks at none.
fn translated<R>(statement: &mut Statement<R>, kind: Kind, locale: &Locale, limit: i64) {
    statement.sql("WITH others AS (SELECT t.translation_group FROM editions t WHERE t.archived_at IS NULL");
    statement.sql(" AND t.translation_group IS NOT NULL AND t.kind = ").bind(kind.as_str());
    statement.sql(" AND t.locale = ").bind(locale.as_str()).sql(" LIMIT ").bind(limit);
    statement.sql(") SELECT translation_group AS entry_id FROM others");
    statement.sql(" WHERE (SELECT COUNT(*) FROM others) >= ").bind(limit);
    statement.sql(" UNION ALL SELECT e.entry_id FROM others JOIN editions e");
    statement.sql(" ON e.translation_group = others.translation_group AND e.archived_at IS NULL");
    statement.sql(" WHERE (SELECT COUNT(*) FROM others) < ").bind(limit);
}

/// Chooses the entries of which a column has none of some values: what lies below, between and above them. Only kinds that
/// always have the column are filtered by it.
fn candidates_without<R>(
    statement: &mut Statement<R>,
    kind: Kind,
    condition: &Condition<Id>,
    limit: i64,
) -> bool {
    let (above, below, mut values): (_, _, Vec<&str>) = match condition {
        Condition::Locale(locales) => {
            (" AND e.locale > ", " AND e.locale < ", locales.iter().map(Locale::as_str).collect())
        }
        Condition::Variant(variants) => (" AND e.variant > ", " AND e.variant < ", variants.clone()),
        _ => return false,
    };
    values.sort_unstable();
    for index in 0..=values.len() {
        statement.sql(if index == 0 { "SELECT * FROM (" } else { ") AS part UNION ALL SELECT * FROM (" });
        statement.sql("SELECT e.entry_id FROM editions e WHERE e.archived_at IS NULL AND e.kind = ");
        statement.bind(kind.as_str());
        if let Some(value) = index.checked_sub(1).and_then(|index| values.get(index)) {
            statement.sql(above).bind(*value);
        }
        if let Some(value) = values.get(index) {
            statement.sql(below).bind(*value);
        }
        statement.sql(" LIMIT ").bind(limit);
    }
    statement.sql(") AS part LIMIT ").bind(limit);
    !values.is_empty()
}
