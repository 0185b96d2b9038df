//! What conditions name, in the words of the store: ids.

use std::collections::HashMap;

use crate::domain::{AsOf, Condition, Error, Id, Kind, Locale, Reference, Result, Role, filter};
use crate::store::slug::Address;
use crate::store::{self, AnyConnection};

/// Conditions with the ids of what they name. Whatever number of addresses they have, these are looked up at once.
///
/// # Errors
/// `INVALID_PARAMETER` for an address that leads to nothing, or that lacks its language.
pub(super) fn named(
    connection: &mut AnyConnection,
    as_of: AsOf,
    conditions: Vec<Condition<Reference>>,
) -> Result<Vec<Condition<Id>>> {
    let in_locale = filter::locale(&conditions).cloned();
    let mut wanted = Vec::new();
    let mut want = |role, reference: Reference| {
        let address = address(role, &reference, in_locale.as_ref())?;
        wanted.extend(address.clone());
        Ok((reference, address))
    };
    let conditions = each(conditions, &mut want)?;
    let owners = store::slug::known_owners(connection, as_of, &wanted)?;
    each(conditions, &mut |role, (reference, address)| owner(role, &reference, address.as_ref(), &owners))
}

fn each<E, F>(
    conditions: Vec<Condition<E>>,
    name: &mut impl FnMut(Role, E) -> Result<F>,
) -> Result<Vec<Condition<F>>> {
    conditions.into_iter().map(|condition| condition.try_map(name)).collect()
}

/// Where what is named in a role is looked up; `None` for an id.
fn address(role: Role, reference: &Reference, list_locale: Option<&Locale>) -> Result<Option<Address>> {
    let Reference::Address(locale, slug) = reference else { return Ok(None) };
    let kind = role.target();
    let per_language = matches!(kind, Kind::Article | Kind::FactBox);
    let locale = locale.as_ref().or(list_locale).filter(|_| per_language).cloned();
    if per_language && locale.is_none() {
        let detail = format!("{reference} names a {} in no language. Write it as en/{slug}.", kind.noun());
        return Err(Error::parameter(parameter(role), detail));
    }
    Ok(Some(Address { kind, locale, slug: slug.clone() }))
}

fn owner(
    role: Role,
    reference: &Reference,
    address: Option<&Address>,
    owners: &HashMap<Address, Id>,
) -> Result<Id> {
    let found = match reference {
        Reference::Id(id) => Some(*id),
        Reference::Address(..) => address.and_then(|address| owners.get(address).copied()),
    };
    found.ok_or_else(|| {
        let detail = format!("There is no {} called {reference}.", role.target().noun());
        Error::parameter(parameter(role), detail)
    })
}

/// What the filter of a role is called.
const fn parameter(role: Role) -> &'static str {
    match role {
        Role::Byline => "author",
        Role::Section => "section",
        Role::Tag => "tag",
        Role::FactBox => "factBox",
        Role::LeadImage | Role::Image => "image",
        Role::Related | Role::Translation => "article",
    }
}
