//! Conditions in SQL, on an edition or working copy called `e`.

use super::statement::{Statement, TRANSLATION, tables};
use crate::domain::filter::{Clock, Period};
use crate::domain::time::Moment;
use crate::domain::{AsOf, Condition, Id, Kind, Locale, Role, Timestamp};

/// Adds a condition in brackets, or one that needs none. Moments in it are settled.
pub(super) fn holds<R>(statement: &mut Statement<R>, as_of: AsOf, condition: &Condition<Id>) {
    match condition {
        Condition::All(conditions) => joined(statement, as_of, conditions, " AND ", "TRUE"),
        Condition::Any(conditions) => joined(statement, as_of, conditions, " OR ", "FALSE"),
        Condition::Not(condition) => {
            // What has no such moment is not in the period, and so it is in the list of what is not.
            statement.sql("NOT COALESCE(");
            holds(statement, as_of, condition);
            statement.sql(", FALSE)");
        }
        Condition::Refers(role, targets) => {
            statement.sql(tables(as_of).exists_link).sql(" AND o.role = ").bind(role.as_str());
            statement.sql(" AND ").is_in("o.target_id", targets).sql(")");
        }
        // A door gives the sections instead.
        Condition::Below(section) => {
            statement.sql(tables(as_of).exists_link).sql(" AND o.role = 'section' AND o.target_id = ");
            statement.bind(*section).sql(")");
        }
        Condition::Variant(variants) => {
            statement.is_one_of("e.variant", variants.iter().copied());
        }
        Condition::Locale(locales) => {
            statement.is_one_of("e.locale", locales.iter().map(Locale::as_str));
        }
        Condition::Translated(locale) => {
            statement.sql("(e.translation_group IS NOT NULL AND EXISTS (SELECT 1");
            statement
                .sql(tables(as_of).from_translations)
                .sql(" WHERE t.translation_group = e.translation_group");
            statement.sql(" AND t.entry_id <> e.entry_id AND t.locale = ").bind(locale.as_str());
            // What is under embargo elsewhere is not public there.
            let public = if let AsOf::Embargoed(now) = as_of { AsOf::Now(now) } else { as_of };
            statement.sql(" AND ").visible(&TRANSLATION, public).sql("))");
        }
        Condition::TranslationGroup(group) => {
            statement.sql("e.translation_group = ").bind(*group);
        }
        Condition::HasImage(has) => {
            statement.sql("e.has_image = ").bind(*has);
        }
        Condition::Time(clock, period) => lies_in(statement, *clock, *period),
    }
}

fn joined<R>(
    statement: &mut Statement<R>,
    as_of: AsOf,
    conditions: &[Condition<Id>],
    word: &'static str,
    of_none: &'static str,
) {
    statement.sql("(");
    for (index, condition) in conditions.iter().enumerate() {
        if index > 0 {
            statement.sql(word);
        }
        holds(statement, as_of, condition);
    }
    statement.sql(if conditions.is_empty() { of_none } else { "" }).sql(")");
}

fn lies_in<R>(statement: &mut Statement<R>, clock: Clock, period: Period) {
    let (column, Period { after, before }) = (column(clock), period);
    statement.sql("(TRUE");
    let mut after = after;
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

/// Chooses the entries for which a condition may hold: perhaps too many, never too few. Says whether it can be done
/// without looking at all there are.
pub(super) fn candidates<R>(statement: &mut Statement<R>, kind: Kind, condition: &Condition<Id>) -> bool {
    let as_of = AsOf::Now(Timestamp::END);
    match condition {
        Condition::Refers(role, targets) => {
            linked(statement, kind, *role);
            statement.is_in("l.target_id", targets);
        }
        Condition::Below(section) => {
            linked(statement, kind, Role::Section);
            statement.sql("l.target_id = ").bind(*section);
        }
        Condition::Variant(_)
        | Condition::Locale(_)
        | Condition::TranslationGroup(_)
        | Condition::HasImage(_)
        | Condition::Time(..) => {
            statement.sql("SELECT e.entry_id FROM editions e WHERE e.archived_at IS NULL AND e.kind = ");
            statement.bind(kind.as_str()).sql(" AND ");
            holds(statement, as_of, condition);
        }
        Condition::Translated(locale) => {
            statement.sql("SELECT e.entry_id FROM editions t JOIN editions e");
            statement.sql(" ON e.translation_group = t.translation_group AND e.archived_at IS NULL");
            statement.sql(" WHERE t.archived_at IS NULL AND t.translation_group IS NOT NULL AND t.kind = ");
            statement.bind(kind.as_str()).sql(" AND t.locale = ").bind(locale.as_str());
        }
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => return false,
    }
    true
}

fn linked<R>(statement: &mut Statement<R>, kind: Kind, role: Role) {
    statement.sql("SELECT l.entry_id FROM edition_links l WHERE l.archived_at IS NULL AND l.kind = ");
    statement.bind(kind.as_str()).sql(" AND l.role = ").bind(role.as_str()).sql(" AND ");
}
