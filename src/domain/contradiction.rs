//! Conditions that nothing can meet together: a slip of whoever asks, and better told than answered with nothing.

use std::collections::BTreeMap;

use super::filter::{Clock, Period};
use super::time::Moment;
use super::{Condition, Error, Id, Locale, Result, Role, Timestamp};

/// Checks conditions that are to hold together. Moments in them are settled.
///
/// # Errors
/// `INVALID_PARAMETER` when an entry would have to be in two sections, in two languages or of two kinds at once, when it is
/// to be and not to be something, to be translated into its own language, or when a period ends before it begins.
pub(crate) fn check(conditions: &[Condition<Id>]) -> Result<()> {
    check_sections(conditions)?;
    check_opposites(conditions)?;
    check_common(
        locales(conditions),
        "locale",
        "Nothing is in two languages. Name all of them in one condition.",
    )?;
    check_translated(conditions)?;
    let variants = conditions.iter().filter_map(|condition| match condition {
        Condition::Variant(variants) => Some(variants.as_slice()),
        _ => None,
    });
    check_common(variants, "kind", "Nothing is of two kinds. Name all of them in one condition.")?;
    check_periods(conditions)
}

fn check_opposites(conditions: &[Condition<Id>]) -> Result<()> {
    let excluded = conditions.iter().filter_map(|condition| match condition {
        Condition::Not(excluded) => Some(&**excluded),
        _ => None,
    });
    for excluded in excluded {
        if let Some(wanted) = conditions.iter().find(|wanted| is_part_of(wanted, excluded)) {
            return Err(opposite(wanted));
        }
    }
    let has_image = |has| conditions.contains(&Condition::HasImage(has));
    let names_image =
        conditions.iter().any(|condition| matches!(condition, Condition::Refers(Role::LeadImage, _)));
    if has_image(false) && (has_image(true) || names_image) {
        return Err(opposite(&Condition::HasImage(false)));
    }
    Ok(())
}

/// Whether everything for which one condition holds is among that for which another does.
fn is_part_of(one: &Condition<Id>, other: &Condition<Id>) -> bool {
    match (one, other) {
        (Condition::Refers(role, entries), Condition::Refers(of, all)) => {
            role == of && entries.iter().all(|id| all.contains(id))
        }
        (Condition::Time(clock, _), Condition::Time(of, Period::ALL)) => clock == of,
        (one, other) => one == other,
    }
}

fn opposite(condition: &Condition<Id>) -> Error {
    let name = match condition {
        Condition::Refers(Role::Section, _) => "section",
        Condition::Refers(Role::Tag, _) => "noTag",
        Condition::Refers(Role::Byline, _) => "noAuthor",
        Condition::Refers(Role::FactBox, _) => "noFactBox",
        Condition::Time(Clock::Corrected, _) => "corrected",
        Condition::HasImage(_) => "hasImage",
        Condition::Translated(_) => "notTranslatedInto",
        Condition::Stale => "stale",
        Condition::Matches(_) => "q",
        Condition::Locale(_) => "locale",
        Condition::Variant(_) => "kind",
        _ => "filter",
    };
    let mut error = Error::parameter(
        name,
        "Nothing meets this condition and another that says the opposite. Leave out one of the two.",
    );
    if let Condition::Time(Clock::Corrected, _) = condition {
        error.detail.push_str(" The order correctedAt, too, has only what was corrected.");
    }
    error
}

fn check_sections(conditions: &[Condition<Id>]) -> Result<()> {
    let mut sections = conditions.iter().filter_map(|condition| match condition {
        Condition::Refers(Role::Section, sections) => <&[Id; 1]>::try_from(sections.as_slice()).ok(),
        _ => None,
    });
    let first = sections.next();
    if sections.all(|section| Some(section) == first) {
        return Ok(());
    }
    let detail =
        r#"Nothing is in two sections. For either, say filter={"or":[{"section":…},{"section":…}]}."#;
    Err(Error::parameter("section", detail))
}

/// The lists of languages, in one of each of which an entry is.
fn locales(conditions: &[Condition<Id>]) -> impl Iterator<Item = &[Locale]> {
    conditions.iter().filter_map(|condition| match condition {
        Condition::Locale(locales) => Some(locales.as_slice()),
        _ => None,
    })
}

/// Checks that lists of values, of which something has one, have one in common.
fn check_common<'a, V: PartialEq + 'a>(
    lists: impl Iterator<Item = &'a [V]>,
    name: &str,
    detail: &str,
) -> Result<()> {
    match common(lists) {
        Some(common) if common.is_empty() => Err(Error::parameter(name, detail)),
        _ => Ok(()),
    }
}

/// What lists of values have in common, if there are any.
fn common<'a, V: PartialEq + 'a>(mut lists: impl Iterator<Item = &'a [V]>) -> Option<Vec<&'a V>> {
    let first = lists.next()?;
    let mut common: Vec<&V> = first.iter().collect();
    for list in lists {
        common.retain(|value| list.contains(value));
    }
    Some(common)
}

fn check_translated(conditions: &[Condition<Id>]) -> Result<()> {
    let locales = common(locales(conditions)).unwrap_or_default();
    let is_own = |locale: &&Locale| conditions.contains(&Condition::Translated((*locale).clone()));
    if !locales.is_empty() && locales.iter().all(is_own) {
        let detail = "Nothing is translated into its own language. Leave out locale, or name another.";
        return Err(Error::parameter("translatedInto", detail));
    }
    Ok(())
}

fn check_periods(conditions: &[Condition<Id>]) -> Result<()> {
    let mut periods: BTreeMap<Clock, (Option<Timestamp>, Option<Timestamp>)> = BTreeMap::new();
    for condition in conditions {
        let Condition::Time(clock, Period { after, before }) = condition else { continue };
        let (from, until) = periods.entry(*clock).or_default();
        if let Some(Moment::At(after)) = after {
            *from = (*from).max(Some(*after));
        }
        if let Some(Moment::At(before)) = before {
            *until = Some(until.map_or(*before, |until| until.min(*before)));
        }
    }
    for (clock, (from, until)) in periods {
        if let (Some(from), Some(until)) = (from, until)
            && from >= until
        {
            let detail = format!(
                "The period begins at {from} and ends at {until}. Its end must come after its beginning."
            );
            return Err(Error::parameter(end_of(clock), detail));
        }
    }
    Ok(())
}

/// What says when a period ends.
const fn end_of(clock: Clock) -> &'static str {
    match clock {
        Clock::Published => "publishedBefore",
        Clock::ContentUpdated => "contentUpdatedBefore",
        Clock::Updated => "updatedBefore",
        Clock::Corrected => "correctedBefore",
        Clock::Review => "reviewBefore",
    }
}
