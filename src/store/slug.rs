//! Slugs: which entry an address means, now or formerly.

use diesel::prelude::*;

use super::AnyConnection;
use super::schema::slugs;
use super::statement::Statement;
use super::types::{IdValue, sql};
use crate::domain::{Id, Kind, Locale, Result, Slug};

/// A slug and where it is valid.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Address {
    pub kind: Kind,
    /// None for kinds that exist once for all languages.
    pub locale: Option<Locale>,
    pub slug: Slug,
}

impl Address {
    fn locale(&self) -> &str {
        self.locale.as_ref().map_or("", Locale::as_str)
    }
}

/// The entry that has or had the address.
pub(crate) fn owner(connection: &mut AnyConnection, address: &Address) -> Result<Option<Id>> {
    let owner: Option<IdValue> = slugs::table
        .find((address.slug.as_str(), address.kind.as_str(), address.locale()))
        .select(slugs::entry_id)
        .first(connection)
        .optional()?;
    Ok(owner.map(|id| id.0))
}

/// The owners of many addresses, in one statement; `None` where nobody has one.
pub(crate) fn owners(connection: &mut AnyConnection, addresses: &[Address]) -> Result<Vec<Option<Id>>> {
    use diesel::sql_types::Text;
    type Row = (Text, Text, Text, sql::Id);
    if addresses.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement =
        Statement::<Row>::new("SELECT kind, locale, slug, entry_id FROM slugs WHERE slug IN (");
    for (index, address) in addresses.iter().enumerate() {
        statement.sql(if index == 0 { "" } else { ", " }).bind(address.slug.as_str());
    }
    statement.sql(")").do_not_keep();
    let rows: Vec<(String, String, String, IdValue)> = statement.load(connection)?;
    let known: std::collections::HashMap<_, _> =
        rows.into_iter().map(|(kind, locale, slug, id)| ((kind, locale, slug), id.0)).collect();
    let key = |address: &Address| {
        (address.kind.as_str().to_owned(), address.locale().to_owned(), address.slug.as_str().to_owned())
    };
    Ok(addresses.iter().map(|address| known.get(&key(address)).copied()).collect())
}

/// Gives addresses to entries. The caller has checked that they are free.
pub(crate) fn insert(connection: &mut AnyConnection, new: &[(Address, Id)]) -> Result<()> {
    let row = |(address, id): &(Address, Id)| {
        vec![
            address.kind.as_str().into(),
            address.locale().into(),
            address.slug.as_str().into(),
            (*id).into(),
        ]
    };
    let rows = new.iter().map(row).collect();
    Ok(super::statement::insert(connection, "slugs (kind, locale, slug, entry_id)", rows)?)
}
