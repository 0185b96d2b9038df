//! Slugs: which entry an address means, now or formerly.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::AnyConnection;
use super::schema::slugs;
use super::statement::{MAX_IDS, Statement};
use super::types::{IdValue, sql};
use crate::domain::{AnyContent, AsOf, Id, Kind, Locale, Result, Slug, Timestamp};

/// A slug and where it is valid.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Address {
    pub kind: Kind,
    /// None for kinds that exist once for all languages.
    pub locale: Option<Locale>,
    pub slug: Slug,
}

impl Address {
    /// The address that content wants; kinds without slugs want none.
    pub(crate) fn of(content: &AnyContent) -> Option<Self> {
        let outline = content.outline();
        outline.slug.map(|slug| Self { kind: content.kind(), locale: outline.locale, slug })
    }

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

/// The entry that readers know by the address as of a moment.
pub(crate) fn known_owner(
    connection: &mut AnyConnection,
    as_of: AsOf,
    address: &Address,
) -> Result<Option<Id>> {
    Ok(known_owners(connection, as_of, std::slice::from_ref(address))?.remove(address))
}

/// The entries that readers know by some of these addresses as of a moment: one is or was public there, came from elsewhere, or
/// was taken down. An address that is only reserved leads nowhere, so that nobody learns what a draft is going to be called;
/// the desk knows them all.
pub(crate) fn known_owners(
    connection: &mut AnyConnection,
    as_of: AsOf,
    addresses: &[Address],
) -> Result<HashMap<Address, Id>> {
    let mut statement = owned(addresses);
    if as_of != AsOf::Drafts {
        statement.sql(" AND (s.alias OR EXISTS (SELECT 1 FROM editions e WHERE e.entry_id = s.entry_id");
        statement.sql(" AND e.slug = s.slug AND (e.visible_from <= ").bind(as_of.moment());
        if let AsOf::Embargoed(_) = as_of {
            statement.sql(" OR e.embargo");
        }
        statement.sql(
            ")) OR EXISTS (SELECT 1 FROM entries k WHERE k.id = s.entry_id AND k.killed_at IS NOT NULL)",
        );
        if let Some((entry, _)) = as_of.previewed() {
            statement.sql(" OR s.entry_id = ").bind(entry);
        }
        statement.sql(")");
    }
    by_address(connection, &statement, addresses)
}

/// The languages in which an entry of a kind has or had a slug, in their order; at most 20.
pub(crate) fn locales(connection: &mut AnyConnection, kind: Kind, slug: &Slug) -> Result<Vec<Locale>> {
    let locales: Vec<String> = slugs::table
        .filter(slugs::slug.eq(slug.as_str()))
        .filter(slugs::kind.eq(kind.as_str()))
        .select(slugs::locale)
        .order(slugs::locale)
        .limit(20)
        .load(connection)?;
    locales.iter().map(|locale| locale.parse()).collect()
}

/// The owners of those of many addresses that somebody has.
pub(crate) fn owners(connection: &mut AnyConnection, addresses: &[Address]) -> Result<HashMap<Address, Id>> {
    let mut owners = HashMap::with_capacity(addresses.len());
    for addresses in addresses.chunks(MAX_IDS) {
        owners.extend(by_address(connection, owned(addresses).do_not_keep(), addresses)?);
    }
    Ok(owners)
}

type Owned = (Text, Text, Text, sql::Id);

/// Chooses who has the slugs of addresses, where they may be other addresses.
fn owned(addresses: &[Address]) -> Statement<Owned> {
    let slugs: Vec<&str> = addresses.iter().map(|address| address.slug.as_str()).collect();
    let mut statement = Statement::new("SELECT s.kind, s.locale, s.slug, s.entry_id FROM slugs s WHERE ");
    statement.is_in("s.slug", &slugs);
    statement
}

fn by_address(
    connection: &mut AnyConnection,
    statement: &Statement<Owned>,
    addresses: &[Address],
) -> Result<HashMap<Address, Id>> {
    if addresses.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(String, String, String, IdValue)> = statement.clone().load(connection)?;
    let found: HashMap<_, _> =
        rows.into_iter().map(|(kind, locale, slug, id)| ((kind, locale, slug), id.0)).collect();
    let key = |address: &Address| {
        (address.kind.as_str().to_owned(), address.locale().to_owned(), address.slug.as_str().to_owned())
    };
    let owned = addresses.iter().filter_map(|address| Some((address.clone(), *found.get(&key(address))?)));
    Ok(owned.collect())
}

/// Gives up the addresses of an entry that nobody outside ever saw, readers or partners: those it has only reserved.
pub(crate) fn give_up_reserved(connection: &mut AnyConnection, entry: Id, now: Timestamp) -> Result<()> {
    let mut statement = Statement::<()>::new("DELETE FROM slugs WHERE entry_id = ");
    statement.bind(entry).sql(" AND NOT alias AND NOT EXISTS (SELECT 1 FROM editions e WHERE e.entry_id = ");
    statement
        .bind(entry)
        .sql(" AND e.slug = slugs.slug AND (e.visible_from <= ")
        .bind(now)
        .sql(" OR e.embargo))");
    statement.execute(connection)?;
    Ok(())
}

/// An address that an entry gets.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    pub address: Address,
    pub entry: Id,
    /// Whether the entry had it elsewhere before.
    pub alias: bool,
}

/// Gives addresses to entries. The caller has checked that they are free.
pub(crate) fn insert(connection: &mut AnyConnection, new: &[Claim]) -> Result<()> {
    let row = |Claim { address, entry, alias }: &Claim| {
        let (kind, slug) = (address.kind.as_str(), address.slug.as_str());
        vec![kind.into(), address.locale().into(), slug.into(), (*entry).into(), (*alias).into()]
    };
    let rows = new.iter().map(row).collect();
    Ok(super::statement::insert(connection, "slugs (kind, locale, slug, entry_id, alias)", rows)?)
}
